package mailparse

import (
	"slices"
	"strings"
)

// remark is what a writer says of some items of her list, beside it: "ettan och
// tvåan är lika viktiga, trean kan vänta".
type remark struct {
	items  []int // indices of the list
	saying saying
}

type saying int

const (
	alike saying = iota // as much wanted as each other
	most
	least
)

// remarksOn reads the remarks among the words of a paragraph on the items that
// have these marks, and returns the words of its other clauses.
func remarksOn(words []string, marks []mark) (all []remark, rest []string) {
	if len(marks) > mostRanked {
		return nil, words
	}
	var named []int
	from := 0
	for i, w := range words {
		if w != "." && w != "men" && w != "medan" {
			continue
		}
		if r, ok := remarkIn(words[from:i], marks, named); ok {
			all = append(all, r)
			named = append(named, r.items...)
		} else {
			rest = append(rest, words[from:i+1]...)
		}
		from = i + 1
	}
	return all, rest
}

// remarkIn reads one clause; named are the items that others before it name.
func remarkIn(clause []string, marks []mark, named []int) (r remark, ok bool) {
	if r.saying, ok = sayingOf(clause); !ok {
		return remark{}, false
	}
	for i := 0; i < len(clause); {
		items, words := placesAt(clause, i, marks, named)
		r.items = append(r.items, items...)
		i += max(words, 1)
	}
	return r, len(r.items) > 1 || len(r.items) == 1 && r.saying != alike
}

// sayingOf tells what a clause says of the places that it names, if anything.
func sayingOf(clause []string) (saying, bool) {
	has := func(set []string) bool {
		return slices.ContainsFunc(clause, func(w string) bool { return among(w, set) })
	}
	switch {
	case has(alikeWords):
		return alike, true
	case has(noWords):
		return 0, false
	case has(laterWords):
		return least, true
	case has(topWords):
		return most, true
	}
	favourite := slices.IndexFunc(clause, func(w string) bool { return slices.Contains(favouriteWords, w) })
	return most, favourite > 0 && slices.Contains(determiners, clause[favourite-1])
}

// placesAt returns the items that the words at i name, and how many words do:
// "ettan", "nummer 4", "sista punkten", "de två första", "resten".
func placesAt(clause []string, i int, marks []mark, named []int) (items []int, words int) {
	at := func(k int) string {
		if i+k < 0 || i+k >= len(clause) {
			return ""
		}
		return clause[i+k]
	}
	word := at(0)
	pair := slices.Contains(ties, at(1)) && placeNumber(at(2)) > 0 || slices.Contains(ties, at(-1)) && placeNumber(at(-2)) > 0
	switch {
	case slices.Contains(restWords, word), slices.Contains(theyWords, word) && at(1) == "andra":
		return except(named, len(marks)), 2
	case slices.Contains(topPlaces, word), slices.Contains(lastPlaces, word):
		count := max(placeValues[at(-1)], placeValues[at(1)], 1)
		if count > len(marks) || count == 1 && !slices.Contains(pointWords, at(1)) && !slices.Contains(determiners, at(-1)) {
			return nil, 1
		}
		return outermost(count, slices.Contains(lastPlaces, word), len(marks)), 1
	case isPriorityWord(word), slices.Contains(pointWords, word):
		return marked(placeNumber(at(1)), marks), 2
	case pair, strings.HasSuffix(word, "an"):
		return marked(placeNumber(word), marks), 1
	}
	return nil, 1
}

// placeNumber reads "4", "2:an" and "trean"; 0 is none.
func placeNumber(word string) int {
	if number, ending, ok := strings.Cut(word, ":"); ok && inflected(ending) {
		word = number
	}
	return cardinal(word)
}

// marked returns the item whose marker counts to value or, where the markers
// count nothing, that stands at this place.
func marked(value int, marks []mark) []int {
	for i, m := range marks {
		if m.style.counted() && m.value == value || !m.style.counted() && i+1 == value {
			return []int{i}
		}
	}
	return nil
}

// outermost returns the first or the last items of n.
func outermost(count int, last bool, n int) []int {
	from := 0
	if last {
		from = n - count
	}
	var items []int
	for i := from; i < from+count; i++ {
		items = append(items, i)
	}
	return items
}

// except returns the items of n that are not named.
func except(named []int, n int) []int {
	var items []int
	for i := range n {
		if !slices.Contains(named, i) {
			items = append(items, i)
		}
	}
	return items
}

// apply changes the ranks of a list as the remark says.
func (r remark) apply(ranks []int) {
	lowest, highest := slices.Min(ranks), slices.Max(ranks)
	best := highest
	for _, i := range r.items {
		best = min(best, ranks[i])
	}
	for _, i := range r.items {
		switch r.saying {
		case alike:
			ranks[i] = best
		case most:
			ranks[i] = lowest - 1
		case least:
			ranks[i] += highest
		}
	}
	dense(ranks)
}

// dense numbers ranks anew, so that 1, 1, 3 becomes 1, 1, 2.
func dense(ranks []int) {
	distinct := slices.Compact(slices.Sorted(slices.Values(ranks)))
	for i, r := range ranks {
		n, _ := slices.BinarySearch(distinct, r)
		ranks[i] = n + 1
	}
}
