package classify

import (
	"strings"
	"unicode/utf8"
)

const (
	minTypo     = 8  // letters of a keyword that may have one typing error
	minTypos    = 14 // … and two
	minInPhrase = 6  // … and one, beside another word of the phrase
	minSwapped  = 4  // capitals of an abbreviation with two letters swapped
	sureEnd     = 2  // letters at the end that are right, or else it is another form
)

// typoKey groups words that are worth comparing.
type typoKey struct {
	first   rune
	letters int
	end     string // as sureEnd says
}

func newTypoKey(text string, letters int) typoKey {
	first, _ := utf8.DecodeRuneInString(text)
	end := len(text)
	for range sureEnd {
		_, n := utf8.DecodeLastRuneInString(text[:end])
		end -= n
	}
	return typoKey{first, letters, text[end:]}
}

func (v *vocabulary) indexTypos() {
	v.typos = map[typoKey][]wordID{}
	for id, w := range v.words {
		if w.guess && w.letters >= minInPhrase {
			key := newTypoKey(w.text, w.letters)
			v.typos[key] = append(v.typos[key], wordID(id))
		}
	}
}

// typoEndings are the commonest endings, cut off before comparing.
var typoEndings = []string{"", "s", "n", "t", "r", "en", "et", "er", "ar", "na", "erna", "arna", "ens", "ets"}

// readTypo compares a word that is none of the vocabulary with the keywords. The
// first letter is nearly always right.
func (s *speller) readTypo(text string, caps bool, letters int) {
	if caps && letters >= minSwapped && letters < minTypo {
		s.readSwapped(text, letters)
	}
	if letters < minInPhrase-1 || strings.ContainsAny(text, "0123456789.:") {
		return
	}
	for _, ending := range typoEndings {
		stem, ok := strings.CutSuffix(text, ending)
		if !ok {
			continue
		}
		n := letters - utf8.RuneCountInString(ending)
		key := newTypoKey(stem, n)
		for key.letters = max(n-2, minInPhrase); key.letters <= n+2; key.letters++ {
			allowed := allowedTypos(key.letters)
			if abs(key.letters-n) > allowed {
				continue
			}
			for _, id := range s.typos[key] {
				if within(stem, s.words[id].text, allowed) {
					s.add(reading{word: id, kind: kindTypo, parts: 1, until: maxLetters, letters: letters})
				}
			}
		}
	}
}

// readSwapped reads GPDR as GDPR.
func (s *speller) readSwapped(text string, letters int) {
	swapped := []byte(text)
	for k := 1; k < len(swapped); k++ {
		swapped[k-1], swapped[k] = swapped[k], swapped[k-1]
		if id, ok := s.ids[string(swapped)]; ok && s.words[id].acronym {
			s.add(reading{word: id, kind: kindTypo, parts: 1, until: maxLetters, letters: letters})
		}
		swapped[k-1], swapped[k] = swapped[k], swapped[k-1]
	}
}

func allowedTypos(letters int) int {
	switch {
	case letters >= minTypos:
		return 2
	case letters >= minInPhrase:
		return 1
	}
	return 0
}

// within says whether a can be turned into b by at most limit insertions,
// deletions, slips to a near key and swaps of neighbouring letters (optimal
// string alignment). Other changes of a letter cost two: they more often make
// another word (flyttning, flyktning).
func within(a, b string, limit int) bool {
	var bufA, bufB [2 * maxLetters]rune
	x, y := runesOf(a, bufA[:0]), runesOf(b, bufB[:0])
	if abs(len(x)-len(y)) > limit || max(len(x), len(y)) > 2*maxLetters {
		return false
	}
	var rows [3][2*maxLetters + 1]int
	for j := range len(y) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		row, above, twoAbove := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+slip(x[i-1], y[j-1]))
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], twoAbove[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return false
		}
	}
	return rows[len(x)%3][len(y)] <= limit
}

// slip is the cost of writing x for y.
func slip(x, y rune) int {
	switch {
	case x == y:
		return 0
	case strings.ContainsRune(near[x], y):
		return 1
	}
	return 2
}

// near are the keys beside a key on the Swedish keyboard, and the letters that
// sound like it.
var near = map[rune]string{
	'q': "wa", 'w': "qeasv", 'e': "wrsdäi", 'r': "etdf", 't': "ryfg", 'y': "tughi", 'u': "yihj", 'i': "uojkey", 'o': "ipklåö", 'p': "oålö", 'å': "päöao",
	'a': "qwszåä", 's': "awedxzc", 'd': "serfcx", 'f': "drtgvc", 'g': "ftyhbv", 'h': "gyujnb", 'j': "huiknm", 'k': "jiolmc", 'l': "kopö", 'ö': "lpäåo", 'ä': "öåaeé",
	'z': "asxc", 'x': "zsdc", 'c': "xdfvsk", 'v': "cfgbw", 'b': "vghn", 'n': "bhjm", 'm': "njk", 'é': "eä", 'ü': "uy", 'è': "e", 'æ': "ä", 'ø': "ö",
}

func runesOf(s string, buf []rune) []rune {
	for _, r := range s {
		buf = append(buf, r)
	}
	return buf
}

func abs(n int) int { return max(n, -n) }
