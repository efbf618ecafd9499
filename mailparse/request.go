package mailparse

import (
	"slices"
	"strings"
)

// asking reports a verb by which people ask for something.
func asking(text string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !wordRune(r) }) {
		if slices.Contains(askingVerbs, w) {
			return true
		}
	}
	return false
}

// courteous reports a clause of a letter, not of a list: "först vill jag bara
// tacka".
func courteous(text string) bool {
	const farthest = 5 // words
	n := 0
	for w := range strings.FieldsSeq(text) {
		if slices.Contains(courtesies, fold(strings.Trim(w, ",.:;!"))) {
			return true
		}
		if n++; n == farthest {
			break
		}
	}
	return false
}
