package classify

import (
	"slices"
	"strings"
)

// coordinated are the compounds of which part i may be the first part and the last
// part stands later: "bildarkiv" in "bild-, video- och textarkiv", and shorter ones.
func (m *matcher) coordinated(i int) (compounds []string) {
	head := i + 1
	for head < min(i+coordinationSpan, len(m.parts)) && (m.parts[head].dangling || isConjunction(m.parts[head].word)) {
		head++
	}
	if head >= len(m.parts) || len(m.parts[head].word) > maxLetters {
		return nil
	}
	last := m.parts[head].word
	for at := range last {
		if at > 0 && len(last)-at >= minRest {
			compounds = append(compounds, m.parts[i].word+last[at:])
		}
	}
	return compounds
}

func isConjunction(w string) bool {
	switch w {
	case "och", "eller", "samt", "o":
		return true
	}
	return false
}

// readCompound finds a keyword at the beginning of a word, and one at its end. The
// longest counts. Known is how many of its first bytes a word of the vocabulary
// begins with.
func (s *speller) readCompound(text string, known, letters int) {
	if letters < minHead+minRest {
		return
	}
	starts := letterStarts(text, make([]int, 0, maxLetters+1))
	for n := letters - minRest; n >= minHead; n-- {
		if starts[n] <= known+longestLink && s.readFirst(text[:starts[n]], n, text[starts[n]:]) {
			break
		}
	}
	for n := minRest; n <= letters-minLast; n++ {
		if start := text[:starts[n]]; hasVowel(start) && !particles[start] && s.readLast(text[starts[n]:], n, letters-n) {
			break
		}
	}
}

// links turn the form that a word takes in a compound into its dictionary form:
// skol-, medie-, skrivar-, kvinno-.
var links = []ending{{"", "", 0, ""}, {"", "a", 4, ""}, {"", "r", 5, vowels}, {"", "e", 5, ""}, {"o", "a", 3, ""}}

// longestLink is how many letters of the form in a compound its dictionary form
// may lack.
const longestLink = len("o")

func (s *speller) readFirst(text string, letters int, rest string) bool {
	if derives(rest) || !beginsWord(rest) && !beginsWord(strings.TrimPrefix(rest, "s")) {
		return false
	}
	found := false
	for _, l := range links {
		stem, ok := strings.CutSuffix(text, l.form)
		if !ok || letters < l.min {
			continue
		}
		candidate := append(append(s.buf[:0], stem...), l.lemma...)
		id, ok := s.ids[string(candidate)]
		if !ok && len(candidate) >= minPlain {
			id, ok = s.plain[string(candidate)]
		}
		if !ok {
			continue
		}
		w := &s.words[id]
		whole := l.lemma == ""
		switch {
		case !w.first && !w.head:
			continue
		case w.name && !whole:
			continue // Insta does not begin instansen
		case !w.name && whole && strings.HasSuffix(w.text, "a"):
			continue // skapa does not begin skapare, nor skola skolgård
		}
		s.add(reading{word: id, kind: kindFirst, parts: 1, until: letters, letters: letters})
		found = found || w.first
	}
	return found
}

func (s *speller) readLast(text string, from, letters int) bool {
	found := false
	eachLemma(text, s.beginning(text), s.buf, func(candidate []byte, _ bool) {
		if id, ok := s.ids[string(candidate)]; ok && s.words[id].last && !s.words[id].name {
			s.add(reading{word: id, kind: kindLast, parts: 1, from: from, until: maxLetters, letters: letters})
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

// letterStarts appends the bytes where the letters of a word begin, and its end.
func letterStarts(s string, starts []int) []int {
	for i := range s {
		starts = append(starts, i)
	}
	return append(starts, len(s))
}
