package classify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// gap is what stands between a part and the one before it.
type gap int

const (
	gapSpace  gap = iota
	gapHyphen     // the two are one written word: GDPR-utbildning
	gapComma
	gapStop // end of sentence or line
)

// part is a word, or one part of a word written with hyphens.
type part struct {
	word       string // lower case, NFC, without soft hyphens
	start, end int    // code points in the original text
	before     gap
	caps       bool // written in capitals
	capital    bool // has a capital
	dangling   bool // followed by a hyphen and then space: "bild-, video- och textarkiv"
}

// char is one lower-case letter or sign of a text in NFC, with its place in
// the original.
type char struct {
	r          rune
	upper      bool
	start, end int
}

// split cuts a text into words. A word may hold digits, and between
// letters or digits also a colon, a full stop or an apostrophe (micro:bit,
// antagning.se).
func split(text string) []part {
	var room [64]char // most texts are keywords
	chars := normalize(room[:0], text)
	parts := make([]part, 0, 1+strings.Count(text, " "))
	before := gapStop
	for i := 0; i < len(chars); {
		if !isWord(chars[i].r) {
			before = max(before, gapOf(chars, i))
			i++
			continue
		}
		j := i
		caps, capital := true, false
		letters := make([]byte, 0, 24)
		for j < len(chars) && (isWord(chars[j].r) || isJoiner(chars, j)) {
			letters = utf8.AppendRune(letters, chars[j].r)
			caps = caps && (chars[j].upper || !unicode.IsLetter(chars[j].r))
			capital = capital || chars[j].upper
			j++
		}
		t := part{word: string(letters), start: chars[i].start, end: chars[j-1].end, before: before, caps: caps, capital: capital}
		before = gapSpace
		if j < len(chars) && chars[j].r == '-' {
			if j+1 < len(chars) && isWord(chars[j+1].r) {
				before = gapHyphen
				j++
			} else {
				t.dangling = true
			}
		}
		parts = append(parts, t)
		i = j
	}
	return parts
}

// join writes the words of parts one after another.
func join(parts []part, sep string) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(p.word)
	}
	return b.String()
}

// normalize appends a text's characters in NFC and lower case, all dashes as
// "-", without characters that are not seen.
func normalize(chars []char, text string) []char {
	chars = slices.Grow(chars, len(text))
	add := func(r rune, start, end int) {
		switch r {
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
			return
		case '‐', '‑', '‒', '–', '—', '−':
			r = '-'
		case '’', '´', '`':
			r = '\''
		}
		lower := unicode.ToLower(r)
		chars = append(chars, char{r: lower, upper: lower != r, start: start, end: end})
	}
	if norm.NFC.IsNormalString(text) {
		n := 0
		for _, r := range text {
			add(r, n, n+1)
			n++
		}
		return chars
	}
	var segments norm.Iter
	segments.InitString(norm.NFC, text)
	n := 0
	for at := 0; !segments.Done(); {
		segment := segments.Next()
		end := n + utf8.RuneCountInString(text[at:segments.Pos()])
		for _, r := range string(segment) {
			add(r, n, end)
		}
		at, n = segments.Pos(), end
	}
	return chars
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// maxSuffix is how many letters may follow a colon or full stop inside a word:
// pdf:erna, micro:bit, antagning.se. More of them begin a new word whose space
// was forgotten.
const maxSuffix = 4

// isJoiner says whether chars[i] joins the letters or digits around it.
func isJoiner(chars []char, i int) bool {
	if i == 0 || i+1 == len(chars) || !isWord(chars[i-1].r) || !isWord(chars[i+1].r) {
		return false
	}
	switch chars[i].r {
	case '\'', '&':
		return true
	case ':', '.':
		n := i + 1
		sameCase := true
		for n < len(chars) && isWord(chars[n].r) && n-i <= maxSuffix+1 {
			sameCase = sameCase && (chars[n].upper == chars[i-1].upper || !unicode.IsLetter(chars[n].r))
			n++
		}
		return n-i-1 <= maxSuffix && (sameCase || !chars[i+1].upper)
	}
	return false
}

func gapOf(chars []char, i int) gap {
	switch chars[i].r {
	case '.':
		if i+1 < len(chars) && isWord(chars[i+1].r) {
			return gapSpace // Rocket.Chat
		}
		return gapStop
	case '!', '?', ';', '\n', '•':
		return gapStop
	case ',', ':', '(', ')', '/':
		return gapComma
	case '-':
		if i+1 < len(chars) && unicode.IsSpace(chars[i+1].r) {
			return gapComma // a dash
		}
	}
	return gapSpace
}
