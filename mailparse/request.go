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
	p := phrase{words: strings.Fields(strings.Trim(text, " ,;:=–-"))}
	p.skip(ties)
	p.skip(addingWords)
	if slices.Contains(ifWords, p.word()) {
		// "Sedan, om ni orkar, …"
		p.find(func(w string) bool { return strings.HasSuffix(w, ",") }, 1)
	}
	start := p.at
	if slices.Contains(wantPronouns, p.word()) {
		p.at++
	}
	if slices.Contains(whereWords, p.word()) {
		// "Vi på biblioteket vill ha …"
		p.find(func(w string) bool { return slices.Contains(askingVerbs, strings.ToLower(w)) }, 0)
	}
	if !p.skip(wantVerbs) {
		p.at = start
	} else {
		p.skip(wantPronouns)
		p.skip(wantWords)
		p.skip(wantVerbs)
		p.skip(wantWords)
	}
	if p.at == len(p.words) {
		return ""
	}
	return trimStop(trimItem(cutAside(strings.Join(p.words[p.at:], " "))))
}

// phrase is a clause that is read word by word.
type phrase struct {
	words []string
	at    int
}

// word returns the current word, folded; "" at the end.
func (p *phrase) word() string {
	if p.at == len(p.words) {
		return ""
	}
	return strings.ToLower(strings.Trim(p.words[p.at], ",:"))
}

// skip moves past the words of a set and reports whether there were any.
func (p *phrase) skip(set []string) bool {
	start := p.at
	for slices.Contains(set, p.word()) {
		p.at++
	}
	return p.at > start
}

// find moves to the next word that fits, and n words on, if it is near.
func (p *phrase) find(fits func(word string) bool, n int) {
	const near = 5
	i := slices.IndexFunc(p.words[p.at:min(len(p.words), p.at+near)], fits)
	if i >= 0 {
		p.at += i + n
	}
}

// addingWords only say that there is more.
var addingWords = []string{"även", "också", "gärna", "dessutom", "også", "gerne", "gjerne", "also", "maybe", "kanske"}

// ifWords begin a condition that stands before what is wanted.
var ifWords = []string{"om", "hvis", "dersom", "if"}

// whereWords begin what people say of themselves between "vi" and "vill".
var whereWords = []string{"på", "i", "hos", "här", "som", "at", "her", "ved"}

// cutAside removes a clause that only comments on what is wanted.
func cutAside(text string) string {
	for _, thanks := range []string{", tack", ", takk", ", tak", ", please", ", thanks"} {
		if before, ok := strings.CutSuffix(strings.TrimRight(text, "!. "), thanks); ok {
			text = before
		}
	}
	for _, aside := range []string{", though ", ", although ", ", fast ", ", selv om ", ", det är ", ", det e ", ", det vore ", ", det er "} {
		text, _, _ = strings.Cut(text, aside)
	}
	return text
}
