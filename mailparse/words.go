package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold makes text comparable with the rows of the vocabulary.
func fold(text string) string { return strings.Map(lower, squeeze(text)) }

// lower is unicode.ToLower, which takes long for å, ä and ö.
func lower(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z', 'À' <= r && r <= 'Þ' && r != '×':
		return r + 'a' - 'A'
	case r <= unicode.MaxLatin1:
		return r
	}
	return unicode.ToLower(r)
}

// squeeze makes each run of white space one space and trims the ends. Most
// lines are so already and are not copied.
func squeeze(text string) string {
	last := ' '
	for _, r := range text {
		if isSpace(r) && (r != ' ' || last == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		last = r
	}
	return strings.TrimSuffix(text, " ")
}

// isSpace is unicode.IsSpace, quick about what prints in ASCII.
func isSpace(r rune) bool { return r == ' ' || (r < ' ' || r > '~') && unicode.IsSpace(r) }

// containsAny reports a text that holds one of the strings, in words or between.
func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// wordIndex is strings.Index for whole words.
func wordIndex(text, word string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !wordRune(before) && !wordRune(after) {
			return at
		}
		from = at + len(word)
	}
}

// wordRune reports whether r is part of a word. At the end of a text the
// decoders return utf8.RuneError, which is none.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// lastWord returns the last word of folded text.
func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return strings.Trim(words[len(words)-1], ",.:;")
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// address returns the first mail address in text, lower case.
func address(text string) string {
	for offset := 0; ; {
		at := strings.IndexByte(text[offset:], '@')
		if at < 0 {
			return ""
		}
		at += offset
		start := at
		for start > offset {
			r, size := utf8.DecodeLastRuneInString(text[offset:start])
			if notAddress(r) {
				break
			}
			start -= size
		}
		end := strings.IndexFunc(text[at+1:], notAddress)
		if end < 0 {
			end = len(text)
		} else {
			end += at + 1
		}
		addr := strings.Trim(text[start:end], ".-")
		if local, domain, _ := strings.Cut(addr, "@"); local != "" && strings.Contains(domain, ".") {
			return strings.ToLower(addr)
		}
		offset = at + 1
	}
}

func notAddress(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_+'=&", r)
}

// phrases are rows of the vocabulary that are looked for all at once, by the
// byte they begin with. A row is found where a word begins.
type phrases [256][]string

func newPhrases(rows []string) *phrases {
	p := &phrases{}
	for _, row := range rows {
		p[row[0]] = append(p[row[0]], row)
	}
	return p
}

// in reports whether folded text holds one of the phrases.
func (p *phrases) in(text string) bool {
	inWord := false
	for i := 0; i < len(text); i++ {
		c := text[i]
		if !inWord {
			for _, row := range p[c] {
				if strings.HasPrefix(text[i:], row) {
					return true
				}
			}
		}
		inWord = c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || isDigit(c)
	}
	return false
}
