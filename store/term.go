package store

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Term is a word, or several that follow one another, to be found in a text: in
// any letters' case, also inside longer words. One under three characters must be
// a word of its own.
type Term struct {
	text    string
	pattern *regexp.Regexp
	whole   bool
}

// gramLength is how many characters the search tables know side by side.
const gramLength = 3

// NewTerm is the term of a text, which any number of spaces may divide.
func NewTerm(text string) Term {
	words := strings.Fields(strings.ToValidUTF8(text, string(utf8.RuneError)))
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = regexp.QuoteMeta(word)
	}
	return Term{
		text:    strings.Join(words, " "),
		pattern: regexp.MustCompile(`(?i)` + strings.Join(quoted, `\s+`)),
		whole:   len(words) == 1 && utf8.RuneCountInString(words[0]) < gramLength,
	}
}

// String is the term as it was given, with single spaces.
func (t Term) String() string { return t.text }

// In returns where the term stands in a text: from and until which byte.
func (t Term) In(text string) [][2]int {
	var found [][2]int
	for _, at := range t.pattern.FindAllStringIndex(text, -1) {
		if !t.whole || isApart(text, at[0], at[1]) {
			found = append(found, [2]int{at[0], at[1]})
		}
	}
	return found
}

// isApart tells that neither a letter nor a digit stands beside a part of a text.
func isApart(text string, from, until int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[until:])
	return !isWordRune(before) && !isWordRune(after)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// mostGrams bounds what is asked of the search tables; texts that have all of them
// are few.
const mostGrams = 100

// grams writes, in the language of FTS5, three characters side by side out of each
// word of the terms that has as many: what holds the terms holds all of these. ""
// says nothing.
func grams(terms []Term) string {
	var quoted []string
	for _, t := range terms {
		for _, word := range strings.Fields(t.text) {
			letters := []rune(word)
			for i := 0; i+gramLength <= len(letters) && len(quoted) < mostGrams; i++ {
				if gram := string(letters[i : i+gramLength]); !strings.Contains(gram, "\x00") { // ends SQLite's strings
					quoted = append(quoted, `"`+strings.ReplaceAll(gram, `"`, `""`)+`"`)
				}
			}
		}
	}
	return strings.Join(quoted, " AND ")
}
