package classify

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// kind is how a word of a text relates to the word of the topics file that it
// matched, the surest first.
type kind int

const (
	kindExact       kind = iota
	kindInflected        // skrivarna
	kindPlain            // tillganglighet
	kindSplit            // upphovs rätt, 3 D skrivare
	kindCoordinated      // bild- in bild- och textarkiv
	kindFirst            // upphovsrättsfrågor
	kindLast             // skolbibliotek
	kindTypo
)

const (
	minSplit    = 6  // letters of words that may be written apart
	minPlain    = 7  // letters of words that may lack their dots and rings
	minFirst    = 5  // letters of a keyword that may begin a compound
	minHead     = 3  // letters of a phrase's last word that may begin a compound
	minLast     = 6  // letters of a keyword that may end a compound
	minRest     = 3  // letters of the other part of a compound
	maxLetters  = 60 // longer words are not Swedish
	contextSpan = 6  // words on either side in which + and ! look

	coordinationSpan = 6 // words after "bild-" in which the rest of the compound stands
)

// vocabulary is what a text is compared with: every word of the topics file,
// and the phrases that the words form.
type vocabulary struct {
	ids   map[string]wordID
	plain map[string]wordID // words with å, ä or ö, written without
	words []word            // by id
	next  map[step]int      // a tree of phrases; node 0 is its root
	ends  [][]int           // the terms that end at a node
	typos map[typoKey][]wordID
}

type wordID int32

// word is one word of the topics file.
type word struct {
	text    string
	letters int
	first   bool // may begin a compound
	last    bool // may end one
	head    bool // is the last word of a phrase
	acronym bool // written in capitals
	guess   bool // may have typing errors
}

// step goes from a node of the tree of phrases to the next by a word.
type step struct {
	node int
	word wordID
}

// reading is one way to understand one or several parts of a text: as a word
// of the vocabulary.
type reading struct {
	word wordID
	kind kind
	to   int // the part after the reading
	// from and until bound the letters read in a single part; the rest of a
	// compound may have a reading of its own.
	from, until int
	letters     int
}

// match is a term found in a text.
type match struct {
	term        int
	kind        kind
	first, last int // parts, inclusive
	from, until position
	letters     int  // of the text
	filled      bool // a filler stands inside the phrase
}

// position is a letter's place among the parts of a text: overlaps are
// decided by it.
type position int

func newPosition(part, letter int) position { return position(part*2*maxLetters + letter) }

func (m match) overlaps(o match) bool { return m.from < o.until && o.from < m.until }

func newVocabulary() vocabulary {
	return vocabulary{ids: map[string]wordID{}, plain: map[string]wordID{}, next: map[step]int{}, ends: make([][]int, 1)}
}

// id gives a word its number.
func (v *vocabulary) id(text string) wordID {
	if id, ok := v.ids[text]; ok {
		return id
	}
	id := wordID(len(v.words))
	v.ids[text] = id
	v.words = append(v.words, word{text: text, letters: utf8.RuneCountInString(text)})
	if bare := withoutMarks(text); bare != text && v.words[id].letters >= minPlain {
		v.plain[bare] = id
	}
	return id
}

// add enters a term under its words, and under two of them written as one
// (opensource).
func (v *vocabulary) add(n int, t term) {
	v.enter(n, t, t.words)
	if len(t.words) == 2 || len(t.words) > 2 && !t.phrase {
		v.enter(n, t, []string{strings.Join(t.words, "")})
	}
	for _, c := range slices.Concat(t.with, t.sans) {
		if !c.prefix {
			v.id(c.word)
		}
	}
}

func (v *vocabulary) enter(n int, t term, words []string) {
	at := 0
	for i, text := range words {
		id := v.id(text)
		w := &v.words[id]
		if t.compounds() {
			single := len(words) == 1
			w.first = w.first || single && !t.notFirst && w.letters >= minFirst
			w.last = w.last || single && !t.notLast && w.letters >= minLast
			w.head = w.head || !single && i == len(words)-1 && !t.notFirst && w.letters >= minHead
		}
		w.guess = w.guess || t.subject() && !t.exact
		w.acronym = w.acronym || t.subject() && strings.ToUpper(t.keyword) == t.keyword
		next, ok := v.next[step{at, id}]
		if !ok {
			next = len(v.ends)
			v.next[step{at, id}] = next
			v.ends = append(v.ends, nil)
		}
		at = next
	}
	v.ends[at] = append(v.ends[at], n)
}

// matcher finds the terms in one text.
type matcher struct {
	*Classifier
	parts    []part
	readings [][]reading // by the part where they begin
	found    cover
	buf      []byte
}

// matches finds every term in the parts of a text, overlapping ones too.
func (c *Classifier) matches(parts []part) *matcher {
	m := &matcher{Classifier: c, parts: parts, readings: make([][]reading, len(parts)), found: newCover(len(parts)), buf: make([]byte, 0, 256)}
	for i := range parts {
		m.read(i)
	}
	for i := range parts {
		m.walk(0, i, match{first: i, from: -1})
	}
	return m
}

// read finds the readings that begin at part i.
func (m *matcher) read(i int) {
	text := m.parts[i].word
	letters := utf8.RuneCountInString(text)
	if letters > maxLetters {
		return
	}
	m.readWord(i, i+1, text, letters, kindExact, kindInflected)
	joined := text
	for j := i + 1; j < min(i+3, len(m.parts)); j++ {
		if b := m.parts[j].before; b != gapHyphen && b != gapSpace {
			break
		}
		joined += m.parts[j].word
		if n := utf8.RuneCountInString(joined); n >= minSplit && n <= maxLetters {
			m.readWord(i, j+1, joined, n, kindSplit, kindSplit)
		}
	}
	if m.parts[i].dangling {
		m.readCoordinated(i, letters)
	}
	if len(m.readings[i]) > 0 && m.readings[i][0].to == i+1 {
		return
	}
	m.readCompound(i, letters)
	if m.unsure(i) {
		m.readTypo(i, letters)
	}
}

// readWord reads parts i to j, written as text, as a word or its inflection.
func (m *matcher) readWord(i, j int, text string, letters int, exact, inflected kind) {
	eachLemma(text, m.buf, func(candidate []byte) {
		if id, ok := m.vocab.ids[string(candidate)]; ok {
			k := inflected
			if string(candidate) == text {
				k = exact
			}
			m.addReading(i, reading{word: id, kind: k, to: j, until: maxLetters, letters: letters})
		}
		if len(candidate) >= minPlain {
			if id, ok := m.vocab.plain[string(candidate)]; ok {
				m.addReading(i, reading{word: id, kind: max(kindPlain, exact), to: j, until: maxLetters, letters: letters})
			}
		}
	})
}

func (m *matcher) addReading(i int, r reading) {
	for k, o := range m.readings[i] {
		if o.word == r.word && o.to == r.to && o.from == r.from && o.until == r.until {
			m.readings[i][k].kind = min(o.kind, r.kind)
			return
		}
	}
	m.readings[i] = append(m.readings[i], r)
}

// readCoordinated reads the first part of a compound whose last part stands
// later: "bild-" in "bild-, video- och textarkiv".
func (m *matcher) readCoordinated(i, letters int) {
	head := i + 1
	for head < min(i+coordinationSpan, len(m.parts)) && (m.parts[head].dangling || isConjunction(m.parts[head].word)) {
		head++
	}
	if head >= len(m.parts) || len(m.parts[head].word) > maxLetters {
		return
	}
	last := m.parts[head].word
	for at := range last {
		if at > 0 && len(last)-at >= minRest {
			m.readWord(i, i+1, m.parts[i].word+last[at:], letters, kindCoordinated, kindCoordinated)
		}
	}
}

func isConjunction(w string) bool {
	switch w {
	case "och", "eller", "samt", "o", "och/eller", "&":
		return true
	}
	return false
}

// readCompound finds a keyword at the beginning of part i, and one at its end.
// The longest counts.
func (m *matcher) readCompound(i, letters int) {
	text := m.parts[i].word
	starts := letterStarts(text)
	for n := letters - minRest; n >= minHead; n-- {
		if m.readFirst(i, text[:starts[n]], n, text[starts[n]:]) {
			break
		}
	}
	for n := minRest; n <= letters-minLast; n++ {
		if hasVowel(text[:starts[n]]) && m.readLast(i, text[starts[n]:], n, letters-n) {
			break
		}
	}
}

// links turn the form that a word takes in a compound into its dictionary form:
// skol-, medie-, gatu-.
var links = []ending{{"", "", 0}, {"", "a", 4}, {"", "r", 5}, {"", "e", 4}, {"o", "a", 3}, {"u", "a", 3}}

func (m *matcher) readFirst(i int, text string, letters int, rest string) bool {
	if !hasVowel(rest) {
		return false
	}
	found := false
	for _, l := range links {
		stem, ok := strings.CutSuffix(text, l.form)
		if !ok || letters < l.min {
			continue
		}
		candidate := append(append(m.buf[:0], stem...), l.lemma...)
		id, ok := m.vocab.ids[string(candidate)]
		if !ok && len(candidate) >= minPlain {
			id, ok = m.vocab.plain[string(candidate)]
		}
		if w := m.vocab.words; ok && (w[id].first || w[id].head) {
			m.addReading(i, reading{word: id, kind: kindFirst, to: i + 1, until: letters, letters: letters})
			found = found || w[id].first
		}
	}
	return found
}

func (m *matcher) readLast(i int, text string, from, letters int) bool {
	found := false
	eachLemma(text, m.buf, func(candidate []byte) {
		if id, ok := m.vocab.ids[string(candidate)]; ok && m.vocab.words[id].last {
			m.addReading(i, reading{word: id, kind: kindLast, to: i + 1, from: from, until: maxLetters, letters: letters})
			found = true
		}
	})
	return found
}

// unsure says whether part i has nothing but a short keyword at its beginning,
// so that a typing error is likelier (instgram is not insta + gram).
func (m *matcher) unsure(i int) bool {
	for _, r := range m.readings[i] {
		if r.to != i+1 || m.vocab.words[r.word].letters > minFirst {
			return false
		}
	}
	return true
}

// walk follows the phrases that continue at part i from a node of the tree.
func (m *matcher) walk(at, i int, so match) {
	if i >= len(m.parts) {
		return
	}
	inside := at != 0
	if inside && fillers[m.parts[i].word] && !so.filled {
		so := so
		so.filled = true
		m.walk(at, i+1, so)
	}
	for _, r := range m.readings[i] {
		if inside && (r.kind == kindLast || r.kind == kindCoordinated) {
			continue
		}
		next, ok := m.vocab.next[step{at, r.word}]
		if !ok {
			continue
		}
		found := so
		found.kind = max(so.kind, r.kind)
		found.last = r.to - 1
		found.letters += r.letters
		found.until = newPosition(r.to-1, r.until)
		if !inside {
			found.from = newPosition(i, r.from)
		}
		for _, n := range m.vocab.ends[next] {
			if m.fits(&m.terms[n], r, found, inside) {
				found.term = n
				m.found.add(found)
			}
		}
		if r.kind != kindFirst && r.kind != kindCoordinated && (r.kind != kindTypo || so.kind != kindTypo) {
			m.walk(next, r.to, found)
		}
	}
}

// fillers are words that may stand inside a phrase: "ladda upp sina betyg".
var fillers = wordSet(`
	en ett den det de dom denna detta dessa
	min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era deras hans hennes folks
	egen eget egna olika ny nya nytt gamla gammal alla all allt något någon några lite mer fler bättre bra
	också även bara själv själva just så väl efter för med om på till i`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// fits says whether a term's flags and conditions allow a match that ends with
// reading r.
func (m *matcher) fits(t *term, r reading, found match, phrase bool) bool {
	w := &m.vocab.words[r.word]
	switch r.kind {
	case kindFirst:
		if !t.compounds() || t.notFirst || !(phrase && w.head || !phrase && w.first) {
			return false
		}
	case kindLast:
		if !t.compounds() || t.notLast {
			return false
		}
	case kindTypo:
		if !phrase && w.letters < minTypo && !w.acronym {
			return false
		}
	case kindInflected, kindCoordinated:
		if t.exact {
			return false
		}
	}
	if t.wholeWord || t.exact {
		if m.parts[found.first].before == gapHyphen || m.gapAfter(found.last) == gapHyphen && t.exact {
			return false
		}
	}
	return m.inContext(t, found)
}

func (m *matcher) gapAfter(i int) gap {
	if i+1 < len(m.parts) {
		return m.parts[i+1].before
	}
	return gapStop
}

// inContext checks the words after + and ! on a term's line.
func (m *matcher) inContext(t *term, found match) bool {
	return (len(t.with) == 0 || m.near(t.with, found)) && (len(t.sans) == 0 || !m.near(t.sans, found))
}

func (m *matcher) near(words []contextWord, found match) bool {
	for i := max(0, found.first-contextSpan); i < min(len(m.parts), found.last+1+contextSpan); i++ {
		if i >= found.first && i <= found.last {
			continue
		}
		for _, w := range words {
			if m.is(i, w) {
				return true
			}
		}
	}
	return false
}

// is says whether part i is a context word.
func (m *matcher) is(i int, w contextWord) bool {
	if w.prefix {
		return strings.HasPrefix(m.parts[i].word, w.word)
	}
	if m.parts[i].word == w.word {
		return true
	}
	id, ok := m.vocab.ids[w.word]
	return ok && slices.ContainsFunc(m.readings[i], func(r reading) bool {
		return r.word == id && r.to == i+1 && r.kind != kindFirst && r.kind != kindLast
	})
}

// resolve keeps the longest of overlapping matches, and drops blocked ones.
// Phrases count as longer than words.
func (m *matcher) resolve() []match {
	var found []match
	for _, f := range m.found.matches {
		if t := &m.terms[f.term]; t.consumes() && !m.blocked(t, f) {
			found = append(found, f)
		}
	}
	slices.SortFunc(found, func(a, b match) int {
		return cmp.Or(
			cmp.Compare(b.last-b.first, a.last-a.first),
			cmp.Compare(b.letters, a.letters),
			cmp.Compare(a.kind, b.kind),
			cmp.Compare(a.from, b.from),
			cmp.Compare(a.term, b.term))
	})
	kept := newCover(len(m.parts))
	for _, f := range found {
		if !kept.any(f, func(k match) bool { return f.overlaps(k) && !f.same(k) }) {
			kept.add(f)
		}
	}
	return kept.matches
}

// same says whether two matches are the same words read the same way, so that
// both count.
func (m match) same(o match) bool {
	return m.from == o.from && m.until == o.until && m.kind == o.kind && m.letters == o.letters
}

func (m *matcher) blocked(t *term, f match) bool {
	return t.subject() && m.found.any(f, func(b match) bool {
		return m.terms[b.term].role == roleBlock && m.terms[b.term].blocks(*t) && b.overlaps(f) && b.letters >= f.letters && b.kind <= max(f.kind, kindInflected)
	})
}

// cover holds matches by the parts of the text that they cover, so that
// finding those near another one takes constant time.
type cover struct {
	matches []match
	at      [][]int // by part
}

func newCover(parts int) cover { return cover{at: make([][]int, parts)} }

func (c *cover) add(m match) {
	for i := m.first; i <= m.last; i++ {
		c.at[i] = append(c.at[i], len(c.matches))
	}
	c.matches = append(c.matches, m)
}

// any says whether f holds for a match that shares a part with m.
func (c *cover) any(m match, f func(match) bool) bool {
	for i := m.first; i <= m.last; i++ {
		for _, n := range c.at[i] {
			if f(c.matches[n]) {
				return true
			}
		}
	}
	return false
}

// withoutMarks writes å, ä and ö as keyboards without them do.
func withoutMarks(s string) string {
	if !strings.ContainsAny(s, "åäöéü") {
		return s
	}
	return plainLetters.Replace(s)
}

var plainLetters = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "ü", "u")

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouyåäöé") }

// letterStarts are the bytes where the letters of a word begin, and its end.
func letterStarts(s string) []int {
	starts := make([]int, 0, len(s)+1)
	for i := range s {
		starts = append(starts, i)
	}
	return append(starts, len(s))
}
