package mailparse

import (
	"regexp"
	"slices"
	"strings"
)

// order is what a writer says of the order of her list.
type order int

const (
	inOrder   order = iota // most wanted first
	reversed               // most wanted last
	unordered              // all wanted as much
)

// orderAround reads what the words before and after the list found[start:end]
// say of its order. Words between two lists belong to the one above, except
// those that lead in to the one below.
func orderAround(found []entry, start, end int) order {
	for k := start - 1; k >= 0 && found[k].List == 0; k-- {
		if o := orderOf(found[k].Text); o != inOrder {
			return o
		}
	}
	for k := end; k < len(found) && found[k].List == 0; k++ {
		if strings.HasSuffix(found[k].Text, ":") {
			break
		}
		if o := orderOf(found[k].Text); o != inOrder {
			return o
		}
	}
	return inOrder
}

// orderOf looks for such words in one paragraph.
func orderOf(text string) order {
	folded := fold(text)
	switch {
	case containsAny(folded, reversedWords), lastIsMost(folded):
		return reversed
	case containsAny(folded, unorderedWords), allEqual(folded):
		return unordered
	}
	return inOrder
}

// lastIsMost reports that the most wanted item is said to be the last: "det
// viktigaste kommer sist", "nederst står det viktigaste".
func lastIsMost(folded string) bool {
	if !containsAny(folded, mostStems) {
		return false
	}
	most, last, least := false, false, false // of the words just before
	for w := range strings.FieldsSeq(bottom.Replace(folded)) {
		word := strings.Trim(w, "()\"”!.,;:")
		switch {
		case slices.Contains(mostWords, word) && !least:
			if last {
				return true
			}
			most = true
		case slices.Contains(lastWords, word):
			if most {
				return true
			}
			last = true
		case !slices.Contains(placeWords, word):
			most, last = false, false
		}
		least = word == "minst"
		if !strings.HasSuffix(w, word) {
			most, last = false, false // the clause ends
		}
	}
	return false
}

// bottom makes one word of those for the end of a list.
var bottom = strings.NewReplacer("längst ner", "nederst", "längst ned", "nederst")

// allEqual reports that all items are said to be wanted as much: "alla punkter
// är lika viktiga".
func allEqual(folded string) bool {
	before, after, ok := strings.Cut(folded, "lika viktig")
	if !ok || strings.Contains(after, " som ") {
		return false
	}
	const near = 40
	before = before[max(0, len(before)-near):]
	return containsAny(before[strings.LastIndexAny(before, ".!?;:")+1:], []string{"alla ", "allt ", "samtliga ", "allihop "})
}

// mostWords, lastWords and placeWords make up what lastIsMost reads; the words
// of mostStems begin the first.
var (
	mostStems  = []string{"viktig", "vigtig", "angeläg", "bästa"}
	mostWords  = []string{"viktigast", "viktigaste", "viktigst", "viktigste", "vigtigst", "vigtigste", "angelägnast", "angelägnaste", "bästa"}
	lastWords  = []string{"sist", "sista", "sidst", "nederst", "nedersta", "underst"}
	placeWords = []string{"är", "kommer", "står", "ligger", "har", "lagt", "satt", "på", "till", "til", "som", "jag", "vi", "blir", "det", "den", "allra", "punkten", "er"}
)

// sharedPlace is what people write behind an item that is wanted as much as
// the one before it.
var sharedPlace = []string{
	"delad etta", "delad tvåa", "delad trea", "delad förstaplats", "delad första", "delad andra", "delat första", "samma prio", "lika viktig som", "lika viktigt som", "lika viktiga som",
	"delt førsteplass", "delt førsteplads", "lige så vigtig", "like viktig",
	"jaettu", "tied with", "tied for", "shared first", "equally important",
}

// tiedPair finds two places that words around a list call equal: "1 och 2 är
// lika viktiga", "ettan och tvåan delar plats".
var tiedPair = regexp.MustCompile(`(?:^|[^\pL\d])(\d|ettan|tvåan|trean)(?::an|:e)? (?:och|o|&|samt|og|and) (\d|tvåan|trean|fyran)(?::an|:an|:e)? (?:\pL+ ){0,4}(?:lika|delad|delar|samma|like|lige|equal)`)

// tiedPlaces returns the two places, or zeros.
func tiedPlaces(text string) (first, second int) {
	folded := fold(text)
	if !containsAny(folded, []string{"lika", "dela", "samma", "like", "lige", "equal"}) {
		return 0, 0
	}
	m := tiedPair.FindStringSubmatch(folded)
	if m == nil {
		return 0, 0
	}
	return placeOf(m[1]), placeOf(m[2])
}

func placeOf(word string) int {
	switch word {
	case "ettan":
		return 1
	case "tvåan":
		return 2
	case "trean":
		return 3
	case "fyran":
		return 4
	}
	return int(word[0] - '0')
}
