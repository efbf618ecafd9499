package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	disclaimerPhrases = newPhrases(disclaimers)
	bannerPhrases     = newPhrases(banners)
	advicePhrases     = newPhrases(bannerAdvice)
)

// isClosing reports "Med vänlig hälsning", "Mvh Anna", and "Tack" alone.
func isClosing(text string) bool {
	if len(text) > 90 {
		return false
	}
	text = strings.Trim(fold(text), "-–—*_/ ")
	alone := strings.TrimRight(text, ".,!:;) ")
	if slices.Contains(bareClosings, alone) {
		return true
	}
	for _, closing := range closings {
		rest, ok := strings.CutPrefix(text, closing)
		if !ok {
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if rest == "" || !wordRune(next) && len(strings.Fields(rest)) <= 7 && !strings.ContainsAny(rest, "?") {
			return true
		}
	}
	return false
}

// isGoodbye reports a line that wishes the reader a good time: "ha en
// riktigt skön helg", "glad sommar på er".
func isGoodbye(text string) bool {
	const longest = 4 // words before the time
	text = fold(text)
	if first, _, _ := strings.Cut(text, " "); !slices.Contains(goodbyeWords, first) {
		return false
	}
	words := strings.Fields(strings.TrimRight(text, ".,!:;) "))
	time := slices.IndexFunc(words, func(w string) bool { return slices.Contains(goodTimes, strings.Trim(w, ",.!")) })
	if time < 1 || time > longest || slices.ContainsFunc(words[:time], func(w string) bool { return w == "i" || w == "om" || w == "med" }) {
		return false
	}
	rest := words[time+1:]
	return len(rest) == 0 || len(rest) <= longest && slices.Contains([]string{"på", "till", "och", "önskar", "allihop", "alla", "er", "til", "to", "everyone"}, rest[0])
}

// isMotto reports a saying in quotation marks.
func isMotto(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("\"”“»«'’", first)
}

// isMobile reports the line that a phone adds.
func isMobile(text string) bool {
	if len(text) > 200 {
		return false
	}
	text = strings.TrimLeft(fold(text), "<([* ")
	return slices.ContainsFunc(mobileSignatures, func(p string) bool { return strings.HasPrefix(text, p) })
}

func isDisclaimer(text string) bool { return disclaimerPhrases.in(fold(text)) }

func startsPostscript(text string) bool {
	text = fold(text[:min(len(text), 40)])
	return slices.ContainsFunc(postscripts, func(p string) bool {
		rest, ok := strings.CutPrefix(text, p)
		next, _ := utf8.DecodeRuneInString(rest)
		return ok && !wordRune(next)
	})
}

// bannerLines returns how many lines at the top of a block are a warning that
// a mail system wrote there; what a person wrote may follow without a gap.
func bannerLines(block []line) int {
	const most = 8
	found := 0
	for i, l := range block[:min(len(block), most)] {
		if isItem(l) {
			break
		}
		above := ""
		if i > 0 {
			above = fold(block[i-1].text)
		}
		text := fold(l.text)
		wrapped := !bannerPhrases.in(above) && bannerPhrases.in(above+" "+text)
		if wrapped || bannerPhrases.in(text) || i > 0 && found == i && goesOn(above, l.text) {
			found = i + 1
		}
	}
	return found
}

// goesOn reports whether a warning goes on in the next line: within a
// sentence, or with what not to do.
func goesOn(above, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(first) && !endsSentence(above) || advicePhrases.in(fold(next))
}
