package classify

import (
	"slices"
	"strings"
)

// readCoordinated reads the first part of a compound whose last part stands
// later: "bild-" in "bild-, video- och textarkiv".
func (m *matcher) readCoordinated(i, letters int) {
	head := i + 1
	for head < min(i+coordinationSpan, len(m.parts)) && (m.parts[head].dangling || isConjunction(m.parts[head].word)) {
		head++
	}
	if head >= len(m.parts) || len(m.parts[head].word) > maxLetters {
		return
	}
	last := m.parts[head].word
	for at := range last {
		if at > 0 && len(last)-at >= minRest {
			m.readWord(i, i+1, m.parts[i].word+last[at:], letters, kindCoordinated, kindCoordinated)
		}
	}
}

func isConjunction(w string) bool {
	switch w {
	case "och", "eller", "samt", "o":
		return true
	}
	return false
}

// readCompound finds a keyword at the beginning of part i, and one at its end.
// The longest counts.
func (m *matcher) readCompound(i, letters int) {
	text := m.parts[i].word
	starts := letterStarts(text)
	for n := letters - minRest; n >= minHead; n-- {
		if m.readFirst(i, text[:starts[n]], n, text[starts[n]:]) {
			break
		}
	}
	for n := minRest; n <= letters-minLast; n++ {
		if start := text[:starts[n]]; hasVowel(start) && !particles[start] && m.readLast(i, text[starts[n]:], n, letters-n) {
			break
		}
	}
}

// links turn the form that a word takes in a compound into its dictionary form:
// skol-, medie-, skrivar-, kvinno-.
var links = []ending{{"", "", 0, ""}, {"", "a", 4, ""}, {"", "r", 5, vowels}, {"", "e", 5, ""}, {"o", "a", 3, ""}}

func (m *matcher) readFirst(i int, text string, letters int, rest string) bool {
	if derives(rest) || !beginsWord(rest) && !beginsWord(strings.TrimPrefix(rest, "s")) {
		return false
	}
	found := false
	for _, l := range links {
		stem, ok := strings.CutSuffix(text, l.form)
		if !ok || letters < l.min {
			continue
		}
		candidate := append(append(m.buf[:0], stem...), l.lemma...)
		id, ok := m.vocab.ids[string(candidate)]
		if !ok && len(candidate) >= minPlain {
			id, ok = m.vocab.plain[string(candidate)]
		}
		if !ok {
			continue
		}
		w := &m.vocab.words[id]
		whole := l.lemma == ""
		switch {
		case !w.first && !w.head:
			continue
		case w.name && !whole:
			continue // Insta does not begin instansen
		case !w.name && whole && strings.HasSuffix(w.text, "a"):
			continue // skapa does not begin skapare, nor skola skolgård
		}
		m.addReading(i, reading{word: id, kind: kindFirst, to: i + 1, until: letters, letters: letters})
		found = found || w.first
	}
	return found
}

func (m *matcher) readLast(i int, text string, from, letters int) bool {
	found := false
	m.vocab.eachLemma(text, m.buf, func(candidate []byte, _ bool) {
		if id, ok := m.vocab.ids[string(candidate)]; ok && m.vocab.words[id].last && !m.vocab.words[id].name {
			m.addReading(i, reading{word: id, kind: kindLast, to: i + 1, from: from, until: maxLetters, letters: letters})
			found = true
		}
	})
	return found
}

// derivations begin what follows a word's stem in words that are derived from
// it and often mean something else: systematisk, betygade, diplomat.
var derivations = []string{"ade", "ande", "are", "ast", "at", "else", "era", "eri", "het", "ig", "ise", "isk", "lig", "ning", "sera", "seri"}

func derives(rest string) bool {
	return slices.ContainsFunc(derivations, func(d string) bool { return strings.HasPrefix(rest, d) })
}

// onsets are the consonants, more than one, that a Swedish word may begin with.
var onsets = wordSet("bl br ch dr dv fj fl fn fr gl gn gr hj kl kn kr kv lj mj nj ph pj pl pr ps sc sch sh sj sk skj skr skv sl sm sn sp spj spl spr st stj str sv th tj tr tv vr")

// beginsWord says whether the rest of a compound can be a word: instansen is
// not insta + nsen.
func beginsWord(rest string) bool {
	vowel := strings.IndexAny(rest, vowels)
	return vowel == 0 || vowel == 1 || vowel > 1 && onsets[rest[:vowel]]
}

// particles before a word make another word of it: föreläsning, genomslag.
var particles = wordSet("för före efter från fram genom inne under över upp till mot med åter sär kring ned ner hän miss sam hög dis")

func hasVowel(s string) bool { return strings.ContainsAny(s, vowels) }

// letterStarts are the bytes where the letters of a word begin, and its end.
func letterStarts(s string) []int {
	starts := make([]int, 0, len(s)+1)
	for i := range s {
		starts = append(starts, i)
	}
	return append(starts, len(s))
}
