package classify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexeme is one word or punctuation mark of a text.
type lexeme struct {
	key        string // folded for comparison with the cue tables
	start, end int    // bytes in the text
	mark       bool   // punctuation, not a word
}

// clause is a part of a text: a sentence or less.
type clause []lexeme

// stop is the key of every mark that ends a sentence.
const stop = "."

// fold makes words comparable with the cue tables whatever keyboard they were
// written on: lower case, and "skulle behova" like "skulle behöva". "å" alone
// stays: it is "och" or Norwegian "to", not the article "a".
func fold(s string) string {
	if strings.EqualFold(s, "å") {
		return "å"
	}
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case 'å', 'ä', 'æ', 'à', 'á':
			return 'a'
		case 'ö', 'ø':
			return 'o'
		case 'é', 'è':
			return 'e'
		case 'ü':
			return 'u'
		case '’', '´', '`':
			return '\''
		}
		return r
	}, s)
}

// lex cuts text into words and marks. A hyphen, point, colon or
// apostrophe between two letters belongs to its word: micro:bit, antagning.se.
func lex(text string) clause {
	var lexemes clause
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isLetterLike(r):
			end := wordEnd(text, i)
			lexemes = append(lexemes, lexeme{key: fold(text[i:end]), start: i, end: end})
			i = end
			continue
		case unicode.IsSpace(r):
		default:
			if n := smiley(text[i:]); n > 0 {
				size = n
			}
			lexemes = append(lexemes, lexeme{key: markKey(r, size), start: i, end: i + size, mark: true})
		}
		i += size
	}
	return lexemes
}

func isLetterLike(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns where the word that starts at i ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetterLike(r) {
			if !strings.ContainsRune("-.:'’´", r) {
				break
			}
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !isLetterLike(next) {
				break
			}
		}
		i += size
	}
	return i
}

// smiley returns the length of the typed smiley that s starts with, or 0.
func smiley(s string) int {
	for _, face := range []string{":-)", ":)", ";-)", ";)", ":-(", ":(", "=)"} {
		if strings.HasPrefix(s, face) {
			return len(face)
		}
	}
	return 0
}

// markKey gives marks that do the same work the same key. Smileys and pictures
// end a sentence as a full stop does.
func markKey(r rune, size int) string {
	switch {
	case size > utf8.RuneLen(r), strings.ContainsRune(".!?…", r), unicode.Is(unicode.So, r):
		return stop
	case strings.ContainsRune("-–—", r):
		return "-"
	}
	return string(r)
}

// abbreviations keep their full stop from ending a sentence.
var abbreviations = map[string]bool{
	"t.ex": true, "tex": true, "ex": true, "bl.a": true, "bla": true, "dvs": true, "d.v.s": true, "osv": true,
	"o.s.v": true, "m.m": true, "mm": true, "mfl": true, "m.fl": true, "o.d": true, "ev": true, "kl": true,
	"nr": true, "ca": true, "resp": true, "inkl": true, "exkl": true, "pga": true, "p.g.a": true, "likn": true,
	"f.eks": true, "feks": true, "e.g": true, "i.e": true, "mr": true, "dr": true, "jfr": true, "avd": true,
}

// sentences cuts lexemes at the marks that end a sentence, which are left out.
// The text tells capital letters after a number: "klass 6. Vi" is two
// sentences, "den 6. maj" is one.
func sentences(text string, lexemes clause) []clause {
	var all []clause
	from := 0
	for i, t := range lexemes {
		if t.key != stop || !endsSentence(text, lexemes, i) {
			continue
		}
		if i > from {
			all = append(all, lexemes[from:i])
		}
		from = i + 1
	}
	if from < len(lexemes) {
		all = append(all, lexemes[from:])
	}
	return all
}

func endsSentence(text string, lexemes clause, i int) bool {
	if i == 0 || i+1 == len(lexemes) || text[lexemes[i].start] != '.' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[lexemes[i+1].start:])
	if unicode.IsUpper(next) {
		return !abbreviations[lexemes[i-1].key] || lexemes[i-1].key == "mm" || lexemes[i-1].key == "osv"
	}
	return !abbreviations[lexemes[i-1].key] && !isNumber(lexemes[i-1].key)
}

func isNumber(key string) bool {
	return strings.Trim(key, "0123456789") == ""
}

// trim drops marks from both ends.
func trim(lexemes clause) clause {
	for len(lexemes) > 0 && lexemes[0].mark && lexemes[0].key != "(" {
		lexemes = lexemes[1:]
	}
	for n := len(lexemes); n > 0 && lexemes[n-1].mark && lexemes[n-1].key != ")"; n = len(lexemes) {
		lexemes = lexemes[:n-1]
	}
	return lexemes
}

// countWords counts the lexemes that are not marks.
func countWords(lexemes clause) int {
	n := 0
	for _, t := range lexemes {
		if !t.mark {
			n++
		}
	}
	return n
}

// textOf returns the part of text that lexemes cover, on one line.
func textOf(text string, lexemes clause) string {
	if len(lexemes) == 0 {
		return ""
	}
	return strings.TrimSpace(text[lexemes[0].start:lexemes[len(lexemes)-1].end])
}
