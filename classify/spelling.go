package classify

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// spelling is how a word reads by itself, whatever stands around it.
type spelling struct {
	known    int // how many of its first bytes a word of the vocabulary begins with
	readings []reading
}

// mostSpellings bounds how many words are remembered: some megabytes.
const mostSpellings = 20_000

// spellings remembers how words were read, since most words of a mail stand in
// others too.
type spellings struct {
	sync.RWMutex
	of map[spelt]spelling
}

type spelt struct {
	word string
	caps bool
}

// spelling is [vocabulary.spell] for a word that is no part of a longer one.
func (v *vocabulary) spelling(word string, caps bool) spelling {
	key := spelt{word, caps}
	v.spellings.RLock()
	s, found := v.spellings.of[key]
	v.spellings.RUnlock()
	if found {
		return s
	}
	s = v.spell(word, caps, nil)
	v.spellings.Lock()
	defer v.spellings.Unlock()
	if len(v.spellings.of) >= mostSpellings {
		clear(v.spellings.of)
	}
	v.spellings.of[key] = s
	return s
}

// spell reads a word, in capitals or not, which may also stand for the first part
// of one of the compounds.
func (v *vocabulary) spell(word string, caps bool, compounds []string) spelling {
	s := speller{vocabulary: v, buf: make([]byte, 0, 2*utf8.UTFMax*maxLetters)}
	known, letters := v.beginning(word), utf8.RuneCountInString(word)
	as := reading{parts: 1, letters: letters}
	s.readWord(word, known, as, kindExact, kindInflected)
	if strings.ContainsAny(word, ".:") {
		plain := dots.Replace(word)
		s.readWord(plain, v.beginning(plain), as, kindSplit, kindSplit)
	}
	for _, compound := range compounds {
		s.readWord(compound, v.beginning(compound), as, kindCoordinated, kindCoordinated)
	}
	isWord := len(s.readings) > 0
	if !slices.ContainsFunc(s.readings, s.isTerm) {
		s.readCompound(word, known, letters)
	}
	if !isWord && !slices.ContainsFunc(s.readings, s.isSure) {
		s.readTypo(word, caps, letters)
	}
	return spelling{known, s.readings}
}

var dots = strings.NewReplacer(".", "", ":", "")

// speller finds the readings of a word.
type speller struct {
	*vocabulary
	readings []reading
	buf      []byte
}

// isTerm says whether the word read is a term by itself rather than part of
// phrases and conditions.
func (s *speller) isTerm(r reading) bool { return s.words[r.word].alone }

// isSure says whether there is more than a short keyword at the beginning or end
// of a word; otherwise a typing error is likelier (instgram is not insta + gram).
func (s *speller) isSure(r reading) bool {
	w := &s.words[r.word]
	return w.letters > minFirst && (w.first || w.last)
}

// readWord reads text as a word or its inflection; known is how many of its first
// bytes a word of the vocabulary begins with.
func (s *speller) readWord(text string, known int, as reading, exact, inflected kind) {
	as.until = maxLetters
	eachLemma(text, known, s.buf, func(candidate []byte, name bool) {
		if id, ok := s.ids[string(candidate)]; ok && (name || !s.words[id].name) {
			as.word, as.kind = id, inflected
			if string(candidate) == text {
				as.kind = exact
			}
			s.add(as)
		}
		if len(candidate) >= minPlain && len(candidate) <= len(text) {
			if id, ok := s.plain[string(candidate)]; ok && (name || !s.words[id].name) {
				as.word, as.kind = id, max(kindPlain, exact)
				s.add(as)
			}
		}
	})
}

func (s *speller) add(r reading) {
	for k, o := range s.readings {
		if o.word == r.word && o.parts == r.parts && o.from == r.from && o.until == r.until {
			s.readings[k].kind = min(o.kind, r.kind)
			return
		}
	}
	s.readings = append(s.readings, r)
}
