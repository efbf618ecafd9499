package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/digiteket/onskemal/store"
)

// Suggestion is a word, or two words side by side, that might be a keyword: people
// write it in wishes that no topic and no group covers.
type Suggestion struct {
	Text       string
	People     int
	Workplaces int
	Examples   []string // of different people
	Beside     Beside   // what else those who write it want
}

// Beside is the topic or group that most of the people want who write a word in
// wishes that have one.
type Beside struct {
	Label  string // id of a topic or name of a group, "" for none
	People int    // who want it
	Of     int    // who write the word in wishes with a label
}

// suggestionExamples are shown at most, by different people.
const suggestionExamples = 2

// Suggest finds what might be keywords in wishes without labels, the most wanted
// first, with what the wishes that have labels say of them. A word is told in the
// shortest of the forms that are written: lemmas are the forms that a word may be
// an inflection of. Of a word that stands only beside another one, the pair is told.
func Suggest(unlabelled, labelled []store.CountedItem, places Workplaces, lemmas func(word string) []string) []Suggestion {
	s := suggester{Options{Workplaces: places}, newVocabulary(), newForms(lemmas)}
	for _, wish := range unlabelled {
		for _, run := range s.runs(s.anonymise(wish.Text, wish.Workplace)) {
			s.forms.add(run)
		}
	}
	terms := make(map[string]*wanted)
	for _, wish := range unlabelled {
		text := s.anonymise(wish.Text, wish.Workplace)
		for _, term := range s.terms(text) {
			if terms[term] == nil {
				terms[term] = &wanted{people: set[int64]{}, workplaces: set[string]{}, beside: make(map[string]set[int64]), others: set[int64]{}}
			}
			terms[term].add(wish, places.Name(wish.Workplace), text)
		}
	}
	for _, wish := range labelled {
		for _, term := range s.terms(wish.Text) {
			if terms[term] != nil {
				terms[term].addLabels(wish)
			}
		}
	}
	var all []Suggestion
	replaced := replacedIn(terms)
	for _, term := range slices.Sorted(maps.Keys(terms)) {
		if !replaced[term] {
			all = append(all, terms[term].suggestion(term))
		}
	}
	slices.SortStableFunc(all, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.People, a.People), cmp.Compare(b.Workplaces, a.Workplaces))
	})
	return all
}

type suggester struct {
	Options
	vocabulary
	forms forms
}

// terms are the words and the pairs of a text, each once.
func (s suggester) terms(text string) []string {
	found := set[string]{}
	for _, run := range s.runs(text) {
		for i, word := range run {
			word = s.forms.of(word)
			found.add(word)
			if i > 0 {
				found.add(s.forms.of(run[i-1]) + " " + word)
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// wanted is who wrote a word or a pair.
type wanted struct {
	people     set[int64]
	workplaces set[string]
	examples   []string
	beside     map[string]set[int64] // by label
	others     set[int64]
}

func (w *wanted) add(wish store.CountedItem, workplace, text string) {
	if !w.people[wish.Person] && len(w.examples) < suggestionExamples {
		w.examples = append(w.examples, shorten(text))
	}
	w.people.add(wish.Person)
	if workplace != "" {
		w.workplaces.add(workplace)
	}
}

func (w *wanted) addLabels(wish store.CountedItem) {
	w.others.add(wish.Person)
	for _, label := range slices.Concat(wish.Topics, wish.Outside) {
		if w.beside[label] == nil {
			w.beside[label] = set[int64]{}
		}
		w.beside[label].add(wish.Person)
	}
}

func (w *wanted) suggestion(term string) Suggestion {
	s := Suggestion{Text: term, People: len(w.people), Workplaces: len(w.workplaces), Examples: w.examples, Beside: Beside{Of: len(w.others)}}
	for _, label := range slices.Sorted(maps.Keys(w.beside)) {
		if people := len(w.beside[label]); people > s.Beside.People {
			s.Beside.Label, s.Beside.People = label, people
		}
	}
	return s
}

// replacedIn are the terms that need not be told, as another one has the same
// people: a word, when a pair with it has them; a pair, unless it has those of one
// of its words, and they are several: what one person puts side by side is no phrase.
func replacedIn(terms map[string]*wanted) set[string] {
	replaced := set[string]{}
	for term, w := range terms {
		first, second, pair := strings.Cut(term, " ")
		if !pair {
			continue
		}
		tells := false
		for _, word := range []string{first, second} {
			if len(w.people) > 1 && len(terms[word].people) == len(w.people) {
				replaced.add(word)
				tells = true
			}
		}
		if !tells {
			replaced.add(term)
		}
	}
	return replaced
}

// forms knows the words that are written, to tell the inflections of one as one.
type forms struct {
	lemmas func(string) []string
	short  map[string]string // the shortest form of a word, once it is looked for
	seen   set[string]
}

func newForms(lemmas func(string) []string) forms {
	return forms{lemmas: lemmas, short: make(map[string]string), seen: set[string]{}}
}

func (f forms) add(words []string) {
	for _, word := range words {
		f.seen.add(word)
	}
}

// of is the shortest form of a word that is written.
func (f forms) of(word string) string {
	if short, known := f.short[word]; known {
		return short
	}
	short := word
	for _, lemma := range f.lemmas(word) {
		if f.seen[lemma] && utf8.RuneCountInString(lemma) < utf8.RuneCountInString(word) {
			if root := f.of(lemma); utf8.RuneCountInString(root) < utf8.RuneCountInString(short) {
				short = root
			}
		}
	}
	f.short[word] = short
	return short
}
