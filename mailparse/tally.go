package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tallies reads lists whose items have the more signs the more they are wanted,
// before or behind them: "*** Koha", "Canva (+)". It returns them by line. As
// the same signs also mark bullets inside bullets, they must stand in brackets,
// or words above speak of them.
func tallies(lines []line, texts []string) map[int]tally {
	found := map[int]tally{}
	start, most := -1, 0
	told, differ := false, false
	for i, text := range texts {
		t, ok := tallyOf(text)
		if !ok || lines[i].level > 0 || lines[i].marker != "" || start >= 0 && t.sign != found[start].sign {
			continue
		}
		if start < 0 {
			start = i
		}
		found[i] = t
		differ = differ || t.count != found[start].count
		told = told || t.bracketed
		most = max(most, t.count)
	}
	speaks := func(text string) bool { return containsAny(fold(text), tallyWords) }
	if !differ || !told && !slices.ContainsFunc(texts[:start], speaks) {
		return nil
	}
	for i, t := range found {
		t.place = most - t.count + 1
		found[i] = t
	}
	return found
}

// tally is a number of equal signs beside a list item.
type tally struct {
	sign      string
	count     int
	words     string // the item
	bracketed bool
	place     int // of the item, 1 = most signs
}

func tallyOf(text string) (tally, bool) {
	const most = 6 // signs
	first, rest, ok := strings.Cut(text, " ")
	if !ok {
		return tally{}, false
	}
	last := text[strings.LastIndexByte(text, ' ')+1:]
	for _, side := range []struct{ signs, words string }{{first, rest}, {last, strings.TrimSuffix(text, " "+last)}} {
		signs := strings.Trim(side.signs, "()[]")
		sign, size := utf8.DecodeRuneInString(signs)
		n := utf8.RuneCountInString(signs)
		if n == 0 || n > most || !strings.ContainsRune("*+!", sign) && !unicode.Is(unicode.So, sign) || strings.Trim(signs, signs[:size]) != "" {
			continue
		}
		return tally{sign: signs[:size], count: n, words: trimItem(side.words), bracketed: signs != side.signs}, true
	}
	return tally{}, false
}
