package classify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Near is the keyword that is most like a word or phrase.
type Near struct {
	Group   string // id of its topic, or name of its group outside the list
	Keyword string // as written in the topics file
	Line    int    // there
	Alike   Alike
}

// Alike says what a keyword and a word have in common.
type Alike int

// What they have in common, the most first.
const (
	TheSame     Alike = iota // the very words, which do not suffice where they were found
	SharedWord               // a whole word: copilot, Microsoft Copilot
	SharedPart               // a part of compounds: ljudbokstjänst, ljudbok
	AlmostSpelt              // all but a letter or two
)

// minShared is how many letters compounds have in common that are alike.
const minShared = 5

// Near finds the keyword that is most like a word or phrase: by what they have in
// common, then by how many letters, then by the order of the file.
func (c *Classifier) Near(text string) (nearest Near, found bool) {
	given := split(text)
	key, most := join(given, " "), 0
	for i := range c.terms {
		t := &c.terms[i]
		if !t.subject() {
			continue
		}
		alike, letters := t.alike(key, given)
		if letters > 0 && (!found || alike < nearest.Alike || alike == nearest.Alike && letters > most) {
			nearest, most, found = Near{Group: c.groupName(*t), Keyword: t.keyword, Line: t.line, Alike: alike}, letters, true
		}
	}
	return nearest, found
}

// alike tells what a keyword has in common with words, and in how many letters; 0
// for nothing.
func (t *term) alike(key string, words []part) (alike Alike, letters int) {
	if t.key() == key {
		return TheSame, utf8.RuneCountInString(key)
	}
	alike = AlmostSpelt
	for _, own := range t.parts {
		for _, word := range words {
			a, n := alikeWords(own.word, word.word)
			if n > 0 && (letters == 0 || a < alike || a == alike && n > letters) {
				alike, letters = a, n
			}
		}
	}
	return alike, letters
}

func alikeWords(a, b string) (alike Alike, letters int) {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	n := utf8.RuneCountInString(short)
	switch {
	case n < minShared-1:
	case slices.Contains(Lemmas(long), short):
		return SharedWord, n
	case n >= minShared && (strings.HasPrefix(long, short) || strings.HasSuffix(long, short)):
		return SharedPart, n
	case within(a, b, allowedTypos(n)) && n >= minInPhrase:
		return AlmostSpelt, n
	}
	if shared := commonBeginning(a, b); shared > minShared {
		return SharedPart, shared
	}
	return 0, 0
}

// commonBeginning counts the letters with which both words begin.
func commonBeginning(a, b string) (letters int) {
	other := []rune(b)
	for _, r := range a {
		if letters == len(other) || other[letters] != r {
			break
		}
		letters++
	}
	return letters
}
