package mailparse

import (
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

// orderOf looks for such words in one paragraph.
func orderOf(text string) order {
	return orderIn(orderTokens(text))
}

func orderIn(words []string) order {
	for _, s := range orderSayings {
		if s.in(words) {
			return s.order
		}
	}
	return inOrder
}

// orderTokens cuts a paragraph into folded words and, as words of their own, the
// signs that end clauses.
func orderTokens(text string) []string {
	const longest = 10_000 // bytes of a paragraph that anyone writes
	if len(text) > longest {
		return nil
	}
	words := make([]string, 0, len(text)/4) // of four letters and a space or a sign
	for w := range strings.FieldsSeq(fold(text)) {
		word := strings.Trim(w, "()\"”*!.,;:")
		if word != "" {
			words = append(words, word)
		}
		if w != "" && strings.Contains(".,!;:", w[len(w)-1:]) {
			words = append(words, ".")
		}
	}
	return append(words, ".")
}

// orderSaying is a pattern of words that tells the order of a list: one word of
// each step, the next at most so many words after the one before, within one
// clause. A row ending in * stands for all words that it begins.
type orderSaying struct {
	order order
	gap   int
	steps [][]string
}

func (s orderSaying) in(words []string) bool {
	for i, w := range words {
		if among(w, s.steps[0]) && s.follow(words[i+1:], s.steps[1:]) {
			return true
		}
	}
	return false
}

// follow reports whether the steps that remain are at the start of words.
func (s orderSaying) follow(words []string, steps [][]string) bool {
	if len(steps) == 0 {
		return true
	}
	for i, w := range words[:min(len(words), s.gap+1)] {
		if w == "." && i > 0 {
			return false
		}
		if among(w, steps[0]) {
			return s.follow(words[i+1:], steps[1:])
		}
	}
	return false
}

// among reports whether a word is one of a set. Most rows differ in the first
// byte, as no word or row is empty.
func among(word string, set []string) bool {
	return slices.ContainsFunc(set, func(s string) bool {
		if s[0] != word[0] {
			return false
		}
		if stem, ok := strings.CutSuffix(s, "*"); ok {
			return strings.HasPrefix(word, stem)
		}
		return word == s
	})
}

// speaksOfOrder reports words that say that a list is in order.
func speaksOfOrder(text string) bool {
	return orderOf(text) != unordered && slices.ContainsFunc(orderTokens(text), func(w string) bool {
		return among(w, orderWords) || among(w, topWords)
	})
}

// goOn ranks the lists that only go on with the one above, below those of it:
// "Kul att ha: …".
func goOn(found []entry) {
	above, lowest := 0, 0 // the list above and its lowest rank
	for i := 0; i < len(found); {
		list, end := found[i].List, i
		for end < len(found) && found[end].List == list {
			end++
		}
		if list > 0 {
			if list != above && (above == 0 || !leadsOn(found[i-1].Text)) {
				lowest = 0
			}
			shift := lowest
			if list == above {
				shift = 0
			}
			for k := i; k < end; k++ {
				found[k].Rank += shift
				lowest = max(lowest, found[k].Rank)
			}
			above = list
		}
		i = end
	}
}

// leadsOn reports the heading of a list that is wanted after the one above.
func leadsOn(text string) bool {
	const longest = 80
	if len(text) > longest {
		return false
	}
	if label := leadingLabel(text); label.colon && label.rank != 1 {
		return true
	}
	folded := fold(text)
	return containsAny(folded, lesserWords) && !containsAny(folded, othersWords)
}

// sharedPlace is what people write behind an item that is wanted as much as
// the one before it.
var sharedPlace = []string{
	"delad etta", "delad tvåa", "delad trea", "delad förstaplats", "delad första", "delad andra", "delat första", "samma prio", "lika viktig som", "lika viktigt som", "lika viktiga som",
	"delt førsteplass", "delt førsteplads", "lige så vigtig", "like viktig",
	"jaettu", "tied with", "tied for", "shared first", "equally important",
}
