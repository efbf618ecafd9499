package mailparse

import "strings"

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
	case containsAny(folded, unorderedWords):
		return unordered
	case containsAny(folded, reversedWords):
		return reversed
	}
	return inOrder
}
