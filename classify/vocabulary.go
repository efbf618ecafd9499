package classify

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// vocabulary is what a text is compared with: every word of the topics file,
// and the phrases that the words form.
type vocabulary struct {
	ids    map[string]wordID
	plain  map[string]wordID // words with å, ä or ö, written without
	words  []word            // by id
	next   map[step]int      // a tree of phrases, below the nodes of its first words
	nodes  []node
	typos  map[typoKey][]wordID
	sorted []string // all that is looked up: the keys of ids and plain

	spellings spellings
}

type wordID int32

// word is one word of the topics file.
type word struct {
	text    string
	letters int
	first   bool // may begin a compound
	last    bool // may end one
	head    bool // is the last word of a phrase
	name    bool // always written with a capital
	alone   bool // is a term by itself
	acronym bool // written in capitals
	guess   bool // may have typing errors
	node    int  // where phrases that begin with it go on in the tree; 0 = there are none
}

// node is a place in the tree of phrases.
type node struct {
	ends   []int // the terms that end here
	goesOn bool  // longer ones lead on
}

// step goes from a node of the tree of phrases to the next by a word.
type step struct {
	node int
	word wordID
}

func newVocabulary(terms int) *vocabulary {
	return &vocabulary{
		ids:   make(map[string]wordID, terms),
		plain: map[string]wordID{},
		words: make([]word, 0, terms),
		next:  make(map[step]int, 2*terms),
		nodes: make([]node, 1, 1+2*terms),

		spellings: spellings{of: map[spelt]spelling{}},
	}
}

// id gives a word its number.
func (v *vocabulary) id(text string) wordID {
	if id, ok := v.ids[text]; ok {
		return id
	}
	id := wordID(len(v.words))
	v.ids[text] = id
	v.words = append(v.words, word{text: text, letters: utf8.RuneCountInString(text), name: true})
	return id
}

// add enters a term under its words, and under two of them written as one
// (opensource).
func (v *vocabulary) add(n int, t *term) {
	v.enter(n, t, t.parts)
	if len(t.parts) == 2 || len(t.parts) > 2 && !t.phrase {
		joined := *t
		joined.exact, joined.notLast = t.exact || t.phrase, true
		last := t.parts[len(t.parts)-1]
		last.word = join(t.parts, "")
		v.enter(n, &joined, []part{last})
	}
	v.addContext(t.with)
	v.addContext(t.sans)
}

func (v *vocabulary) addContext(words []contextWord) {
	for i := range words {
		if w := &words[i]; !w.prefix {
			w.id = v.id(w.word)
			v.words[w.id].name = false
		}
	}
}

func (v *vocabulary) enter(n int, t *term, parts []part) {
	at := 0
	single := len(parts) == 1
	for i, p := range parts {
		id := v.id(p.word)
		w := &v.words[id]
		w.name = w.name && p.capital
		w.alone = w.alone || single
		if t.compounds() {
			w.first = w.first || single && !t.notFirst && w.letters >= minFirst
			w.last = w.last || single && !t.notLast && w.letters >= minLast
			w.head = w.head || !single && i == len(parts)-1 && !t.notFirst && w.letters >= minHead
		}
		if t.subject() && !t.exact {
			w.guess = true
			w.acronym = w.acronym || p.caps
			if bare := withoutMarks(p.word); bare != p.word && w.letters >= minPlain {
				v.plain[bare] = id
			}
		}
		next, ok := v.step(at, id)
		if !ok {
			next = v.grow(at, id)
		}
		at = next
	}
	v.nodes[at].ends = append(v.nodes[at].ends, n)
}

// step goes from a node of the tree of phrases, 0 for its root, to the next by a
// word.
func (v *vocabulary) step(at int, id wordID) (next int, ok bool) {
	if at == 0 {
		next = v.words[id].node
		return next, next != 0
	}
	next, ok = v.next[step{at, id}]
	return next, ok
}

// grow adds a node to the tree of phrases.
func (v *vocabulary) grow(at int, id wordID) (next int) {
	next = len(v.nodes)
	v.nodes = append(v.nodes, node{})
	v.nodes[at].goesOn = true
	if at == 0 {
		v.words[id].node = next
	} else {
		v.next[step{at, id}] = next
	}
	return next
}

// beginning is how many of the first bytes of text some word of the vocabulary
// begins with, too.
func (v *vocabulary) beginning(text string) int {
	i, _ := slices.BinarySearch(v.sorted, text)
	longest := 0
	for _, word := range v.sorted[max(0, i-1):min(len(v.sorted), i+1)] {
		n := 0
		for n < min(len(word), len(text)) && word[n] == text[n] {
			n++
		}
		longest = max(longest, n)
	}
	return longest
}

// sort makes ready what beginning looks in.
func (v *vocabulary) sort() {
	v.sorted = slices.AppendSeq(make([]string, 0, len(v.ids)+len(v.plain)), maps.Keys(v.ids))
	v.sorted = slices.AppendSeq(v.sorted, maps.Keys(v.plain))
	slices.Sort(v.sorted)
}

// withoutMarks writes å, ä and ö as keyboards without them do.
func withoutMarks(s string) string {
	if !strings.ContainsAny(s, "åäöéü") {
		return s
	}
	return plainLetters.Replace(s)
}

var plainLetters = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "ü", "u")
