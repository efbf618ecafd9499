package classify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// kind is how a word of a text relates to the word of the topics file that it
// matched, the surest first.
type kind int

const (
	kindExact       kind = iota
	kindInflected        // skrivarna
	kindPlain            // tillganglighet
	kindSplit            // upphovs rätt, 3 D skrivare
	kindCoordinated      // bild- in bild- och textarkiv
	kindFirst            // upphovsrättsfrågor
	kindLast             // skolbibliotek
	kindTypo
)

const (
	minSplit    = 6  // letters of words that may be written apart
	minPlain    = 7  // letters of words that may lack their dots and rings
	minFirst    = 5  // letters of a keyword that may begin a compound
	minHead     = 3  // letters of a phrase's last word that may begin a compound
	minLast     = 6  // letters of a keyword that may end a compound
	minRest     = 3  // letters of the other part of a compound
	maxLetters  = 60 // longer words are not Swedish
	contextSpan = 6  // words on either side in which + and ! look

	coordinationSpan = 6 // words after "bild-" in which the rest of the compound stands
)

// reading is one way to understand one or several parts of a text: as a word
// of the vocabulary.
type reading struct {
	word  wordID
	kind  kind
	parts int // how many it takes
	// from and until bound the letters read in a single part; the rest of a
	// compound may have a reading of its own.
	from, until int
	letters     int
}

// match is a term found in a text.
type match struct {
	term        int
	kind        kind
	first, last int // parts, inclusive
	from, until position
	letters     int  // of the text
	filled      bool // a filler stands inside the phrase
}

// position is a letter's place among the parts of a text: overlaps are
// decided by it.
type position int

func newPosition(part, letter int) position { return position(part*2*maxLetters + letter) }

func (m match) overlaps(o match) bool { return m.from < o.until && o.from < m.until }

// matcher finds the terms in one text.
type matcher struct {
	*Classifier
	vocab    *vocabulary
	parts    []part
	readings [][]reading // by the part where they begin
	found    cover
	buf      []byte
}

// matches finds every term in the parts of a text, overlapping ones too.
func (c *Classifier) matches(parts []part) *matcher {
	m := &matcher{Classifier: c, vocab: c.words(), parts: parts, readings: make([][]reading, len(parts)), found: newCover(len(parts)), buf: make([]byte, 0, 256)}
	for i := range parts {
		m.read(i)
	}
	for i := range parts {
		m.walk(0, i, match{first: i, from: -1})
	}
	return m
}

// read finds the readings that begin at part i.
func (m *matcher) read(i int) {
	p := m.parts[i]
	if utf8.RuneCountInString(p.word) > maxLetters {
		return
	}
	var alone spelling
	if p.dangling {
		alone = m.vocab.spell(p.word, p.caps, m.coordinated(i))
	} else {
		alone = m.vocab.spelling(p.word, p.caps)
	}
	m.readings[i] = m.readJoined(i, alone)
}

// readJoined adds the readings of part i and the one or two behind it as a word
// written apart.
func (m *matcher) readJoined(i int, alone spelling) []reading {
	s := speller{vocabulary: m.vocab, readings: slices.Clip(alone.readings), buf: m.buf}
	joined, known := m.parts[i].word, alone.known
	for j := i + 1; j < min(i+3, len(m.parts)); j++ {
		next := m.parts[j]
		if next.before != gapHyphen && next.before != gapSpace || articles[next.word] {
			break
		}
		whole := known == len(joined)
		if !whole && len(joined)+len(next.word)-known > longestEnding {
			break
		}
		joined += next.word
		if whole {
			known = m.vocab.beginning(joined)
		}
		if n := utf8.RuneCountInString(joined); n >= minSplit && n <= maxLetters {
			s.readWord(joined, known, reading{parts: j + 1 - i, letters: n}, kindSplit, kindSplit)
		}
	}
	return s.readings
}

// walk follows the phrases that continue at part i from a node of the tree.
func (m *matcher) walk(at, i int, so match) {
	if i >= len(m.parts) {
		return
	}
	inside := at != 0
	if inside && m.parts[i].before >= gapComma && !m.parts[i-1].dangling {
		return
	}
	if inside && fillers[m.parts[i].word] && !so.filled {
		so := so
		so.filled = true
		m.walk(at, i+1, so)
	}
	for _, r := range m.readings[i] {
		if inside && (r.kind == kindLast || r.kind == kindCoordinated) {
			continue
		}
		next, ok := m.vocab.step(at, r.word)
		if !ok {
			continue
		}
		found := so
		found.kind = max(so.kind, r.kind)
		found.last = i + r.parts - 1
		found.letters += r.letters
		found.until = newPosition(found.last, r.until)
		if !inside {
			found.from = newPosition(i, r.from)
		}
		for _, n := range m.vocab.nodes[next].ends {
			if m.fits(&m.terms[n], r, found, inside) {
				found.term = n
				m.found.add(found)
			}
		}
		if m.vocab.nodes[next].goesOn && r.kind != kindFirst && r.kind != kindCoordinated && (r.kind != kindTypo || so.kind != kindTypo) {
			m.walk(next, i+r.parts, found)
		}
	}
}

// fillers are words that may stand inside a phrase: "ladda upp sina betyg".
var fillers = wordSet(`
	en ett den det de dom denna detta dessa
	min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era deras hans hennes folks
	egen eget egna olika ny nya nytt gamla gammal alla all allt något någon några lite mer fler bättre bra
	också även bara själv själva just så väl efter för med om på till i`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// fits says whether a term's flags and conditions allow a match that ends with
// reading r.
func (m *matcher) fits(t *term, r reading, found match, phrase bool) bool {
	w := &m.vocab.words[r.word]
	switch {
	case t.exact && found.kind != kindExact,
		t.exact && m.gapAfter(found.last) == gapHyphen,
		!t.compounds() && m.parts[found.first].before == gapHyphen,
		r.kind == kindFirst && (!t.compounds() || t.notFirst || phrase && !w.head || !phrase && !w.first),
		r.kind == kindLast && (!t.compounds() || t.notLast),
		r.kind == kindTypo && !phrase && w.letters < minTypo && !w.acronym:
		return false
	}
	return m.inContext(t, found)
}

func (m *matcher) gapAfter(i int) gap {
	if i+1 < len(m.parts) {
		return m.parts[i+1].before
	}
	return gapStop
}

// inContext checks the words after + and ! on a term's line.
func (m *matcher) inContext(t *term, found match) bool {
	return (len(t.with) == 0 || m.near(t.with, found)) && (len(t.sans) == 0 || !m.near(t.sans, found))
}

func (m *matcher) near(words []contextWord, found match) bool {
	for i := max(0, found.first-contextSpan); i < min(len(m.parts), found.last+1+contextSpan); i++ {
		if i >= found.first && i <= found.last {
			continue
		}
		for _, w := range words {
			if m.is(i, w) {
				return true
			}
		}
	}
	return false
}

// is says whether a context word begins at part i.
func (m *matcher) is(i int, w contextWord) bool {
	if w.prefix {
		text := m.parts[i].word
		if m.gapAfter(i) == gapHyphen {
			text += m.parts[i+1].word
		}
		return strings.HasPrefix(text, w.word)
	}
	return slices.ContainsFunc(m.readings[i], func(r reading) bool {
		return r.word == w.id && r.kind != kindFirst && r.kind != kindLast
	})
}

// articles look like endings, but are words: "vem som står bakom en sajt".
var articles = wordSet("en et ett er")
