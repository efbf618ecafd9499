package mailparse

import (
	"bytes"
	"unicode"
	"unicode/utf8"
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
	var said, item []byte
	for _, l := range lines {
		if l.quote > 0 || l.role == RoleQuote {
			break
		}
		if !isItem(l) {
			continue
		}
		if said == nil {
			for _, other := range others {
				said = appendLetters(said, other.text)
			}
		}
		words := l.text
		if l.marker == "" {
			if _, rest := markAt(l.text); rest != "" {
				words = rest
			}
		}
		if item = appendLetters(item[:0], words); !bytes.Contains(said, item) {
			return true
		}
	}
	return false
}

// appendLetters appends the letters and digits of text in lower case.
func appendLetters(to []byte, text string) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if wordRune(r) {
				to = utf8.AppendRune(to, unicode.ToLower(r))
			}
			i += size
			continue
		case c >= 'a' && c <= 'z', isDigit(c):
			to = append(to, c)
		case c >= 'A' && c <= 'Z':
			to = append(to, c-'A'+'a')
		}
		i++
	}
	return to
}
