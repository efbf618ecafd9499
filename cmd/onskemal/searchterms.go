package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/digiteket/onskemal/store"
)

// searchTerms are the words of a text, and its parts in quotation marks of any
// kind, which are looked for as they stand. Of a mark that is never closed, all that
// follows is meant. What holds neither letter nor digit is left out.
func searchTerms(text string) []store.Term {
	var terms []store.Term
	add := func(words ...string) {
		for _, word := range words {
			if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				terms = append(terms, store.NewTerm(word))
			}
		}
	}
	marks := strings.NewReplacer("”", `"`, "“", `"`, "„", `"`, "«", `"`, "»", `"`)
	quoted := false
	for part := range strings.SplitSeq(marks.Replace(norm.NFC.String(text)), `"`) {
		if quoted {
			add(part)
		} else {
			add(strings.Fields(part)...)
		}
		quoted = !quoted
	}
	return terms
}
