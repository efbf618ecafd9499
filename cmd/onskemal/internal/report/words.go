package report

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// stopwords tell nothing of what a wish is about.
//
//go:embed stopwords.txt
var stopwords string

// vocabulary finds the words of wishes that may tell what they are about.
type vocabulary struct{ silent set[string] }

func newVocabulary() vocabulary {
	v := vocabulary{silent: set[string]{}}
	for _, word := range strings.Fields(stopwords) {
		v.silent.add(word)
	}
	return v
}

// runs are the telling words of a text in lower case, in their order: those with
// nothing but space or a hyphen between them together.
func (v vocabulary) runs(text string) (runs [][]string) {
	text = strings.ToLower(text)
	end := -1 // of the last telling word
	for _, at := range aWord.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if utf8.RuneCountInString(word) < 2 || v.silent[word] {
			continue
		}
		if end < 0 || strings.Trim(text[end:at[0]], " \t-") != "" {
			runs = append(runs, nil)
		}
		last := &runs[len(runs)-1]
		*last = append(*last, word)
		end = at[1]
	}
	return runs
}
