package mailparse

import (
	"slices"
	"strings"
)

// wanting reports a word by which people ask for something.
func wanting(text string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !wordRune(r) && r != '\'' && r != '’' }) {
		if slices.Contains(wantVerbs, w) || slices.Contains(wantWords, w) {
			return true
		}
	}
	return false
}

// askingVerbs are those of wantVerbs that cannot stand in a sentence without
// a wish.
var askingVerbs = []string{
	"vill", "skulle", "önskar", "behöver", "saknar", "efterlyser", "ønsker", "trenger", "mangler", "want", "need",
}

// otherVerbs after "i första hand" say what the writer does, not what she
// wants.
var otherVerbs = []string{
	"jobbar", "arbetar", "är", "har", "sitter", "riktar", "vänder", "tack", "och", "jag", "vi",
	"jobber", "arbejder", "er", "i", "we", "thanks", "thank",
}

// courtesies are what a letter begins with: "först vill jag tacka".
var courtesies = []string{
	"tacka", "säga", "berätta", "presentera", "hälsa", "påpeka", "nämna", "passa",
	"takke", "takk", "sige", "si", "thank", "say",
}

// firstWantedWord returns the first word behind "vill jag bara".
func firstWantedWord(text string) string {
	for w := range strings.FieldsSeq(strings.ToLower(text[:min(len(text), farthest)])) {
		w = strings.Trim(w, ",.:;!")
		if w != "bara" && !slices.Contains(wantPronouns, w) && !slices.Contains(wantVerbs, w) && !slices.Contains(wantWords, w) {
			return w
		}
	}
	return ""
}

// wanted returns the shortest clause that still says what is wanted: without
// "vill vi gärna lära oss" before it.
func wanted(text string) string {
	text = strings.Trim(text, " ,;:=–-")
	words := strings.Fields(text)
	i := 0
	word := func() string {
		if i >= len(words) {
			return ""
		}
		return strings.ToLower(strings.Trim(words[i], ",:"))
	}
	skip := func(set []string) bool {
		n := i
		for slices.Contains(set, word()) {
			i++
		}
		return i > n
	}
	skip(ties)
	skip(addingWords)
	if word() == "på" || word() == "on" || word() == "av" {
		for n := i; n < min(len(words), i+4); n++ {
			if w := strings.ToLower(strings.Trim(words[n], ",:")); w == "lista" || w == "listan" || w == "list" || w == "listen" {
				i = n + 1
				break
			}
		}
	}
	at := i
	if slices.Contains(wantPronouns, word()) {
		i++
	}
	if !skip(wantVerbs) {
		i = at
	} else {
		skip(wantPronouns)
		skip(wantWords)
		skip(wantVerbs)
		skip(wantWords)
	}
	if i == len(words) {
		return ""
	}
	return trimStop(trimItem(cutAside(strings.Join(words[i:], " "))))
}

// addingWords only say that there is more.
var addingWords = []string{"även", "också", "gärna", "dessutom", "også", "gerne", "gjerne", "also", "maybe", "kanske"}

// cutAside removes a clause that only comments on what is wanted.
func cutAside(text string) string {
	for _, aside := range []string{", though ", ", although ", ", fast ", ", selv om ", ", det är ", ", det e ", ", det vore ", ", det er "} {
		text, _, _ = strings.Cut(text, aside)
	}
	return text
}
