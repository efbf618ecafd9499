package mailparse

import (
	"strings"
	"unicode"
)

// formsDiffer reports that the HTML or the plain text of one mail lists
// something which the other does not say at all. Programs make one form from
// the other, so that only a writer's template or a gateway's repair makes them
// differ. Markers, line breaks and punctuation are no difference; quoted mail,
// which some programs leave out of the plain text, is not compared.
func formsDiffer(html, plain []line) bool {
	return listsMore(html, plain) || listsMore(plain, html)
}

// listsMore reports whether a list item among lines is missing in others.
func listsMore(lines, others []line) bool {
	said := ""
	for _, l := range lines {
		if l.quote > 0 || l.role == roleQuote {
			break
		}
		if !isItem(l) {
			continue
		}
		if said == "" {
			said = saidBy(others)
		}
		_, words := markAt(l.text)
		if l.marker != "" || words == "" {
			words = l.text
		}
		if !strings.Contains(said, runOf(words)) {
			return true
		}
	}
	return false
}

// saidBy is all that lines say, without spaces and signs.
func saidBy(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(runOf(l.text))
	}
	return b.String()
}

// runOf is text without anything that is neither letter nor digit.
func runOf(text string) string {
	return strings.Map(func(r rune) rune {
		if wordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
