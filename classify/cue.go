package classify

import (
	"slices"
	"strings"
	"sync"
)

// The tables of cues are the phrases that tell what a clause does: wishes,
// offers, declines, orders. A pattern is words in order:
//
//	kurs      that word
//	kurs*     any word that begins so
//	*erat     any word that ends so
//	jag|vi    either
//	gärna?    may be missing
//	~         up to three adverbs and other small words (gärna, verkligen, också)
//	...       up to three words of any kind, no punctuation
//	^         the beginning of a clause, or what follows its conjunction
//	$         its end
//	-ni|du    neither stands here: before the pattern, or behind it
//	/         or, between whole patterns
//
// Case, accents and å, ä, ö do not matter. The specimen is a sentence in which
// the pattern is found; the test of the tables reads it.
type cueRow struct{ pattern, specimen string }

// cue is a compiled pattern.
type cue []element

// element is one place of a pattern.
type element struct {
	words    []string // folded; any of them
	prefixes []string // folded; any word that begins with one of them
	suffixes []string // folded; any word that ends with one of them
	sieve    uint64   // by hash: whether words may have a word
	kind     elementKind
	optional bool
}

type elementKind int

const (
	oneWord elementKind = iota
	adverbs
	anyWords
	atStart
	atEnd
	notBehind
	notBefore
)

// maxGap is how many words "~" and "..." stand for at most.
const maxGap = 3

// cueTable finds the patterns of a table in a clause. They are compiled when it is
// first asked, since most runs of the program read no mail.
type cueTable struct {
	rows   []cueRow
	once   sync.Once
	cues   []cue
	byWord map[string][]int // by word: cues that begin with it, and others
	starts []int            // cues that stand at the beginning of a clause only, with any word
	others []int            // cues that may begin anywhere and with any word
	sieve  [hashes]bool     // by hash: whether byWord may have a word
}

// hashes is how many hashes a table tells apart: several times as many as the
// largest has words that its cues begin with.
const hashes = 1 << 10

// hash tells most words apart without comparing them (FNV-1a).
func hash(key string) uint32 {
	h := uint32(2166136261)
	for i := range len(key) {
		h = (h ^ uint32(key[i])) * 16777619
	}
	return h
}

func compileCues(rows []cueRow) *cueTable { return &cueTable{rows: rows} }

func (t *cueTable) compile() {
	t.byWord = make(map[string][]int)
	for _, row := range t.rows {
		for pattern := range strings.SplitSeq(row.pattern, " / ") {
			c, n := compileCue(pattern), len(t.cues)
			t.cues = append(t.cues, c)
			words, known := c.firstWords()
			switch {
			case known:
			case c[0].kind == atStart:
				t.starts = append(t.starts, n)
			default:
				t.others = append(t.others, n)
			}
			for _, word := range words {
				t.byWord[word] = append(t.byWord[word], n)
				t.sieve[hash(word)%hashes] = true
			}
		}
	}
	for word, cues := range t.byWord {
		t.byWord[word] = append(cues, t.others...)
	}
}

// firstWords are the only words that a match of c can begin with, if they are known.
func (c cue) firstWords() (words []string, known bool) {
	if len(c) == 0 {
		return nil, false
	}
	switch head := c[0]; {
	case head.kind == atStart, head.kind == notBehind, head.kind == notBefore:
		return c[1:].firstWords()
	case head.kind != oneWord, len(head.prefixes) > 0, len(head.suffixes) > 0:
		return nil, false
	case head.optional:
		if words, known = c[1:].firstWords(); !known {
			return nil, false
		}
		return slices.Compact(slices.Sorted(slices.Values(append(words, head.words...)))), true
	default:
		return slices.Compact(slices.Sorted(slices.Values(head.words))), true
	}
}

func compileCue(pattern string) cue {
	var c cue
	for _, field := range strings.Fields(pattern) {
		switch field {
		case "~":
			c = append(c, element{kind: adverbs})
		case "...":
			c = append(c, element{kind: anyWords})
		case "^":
			c = append(c, element{kind: atStart})
		case "$":
			c = append(c, element{kind: atEnd})
		default:
			words, barred := strings.CutPrefix(field, "-")
			if words == "" {
				words, barred = field, false
			}
			e := compileWord(words)
			if barred && len(c) == 0 {
				e.kind = notBehind
			} else if barred {
				e.kind = notBefore
			}
			c = append(c, e)
		}
	}
	return c
}

func compileWord(field string) element {
	var e element
	field, e.optional = strings.CutSuffix(field, "?")
	for _, alternative := range strings.Split(field, "|") {
		alternative = fold(alternative)
		if prefix, ok := strings.CutSuffix(alternative, "*"); ok {
			e.prefixes = append(e.prefixes, prefix)
		} else if suffix, ok := strings.CutPrefix(alternative, "*"); ok {
			e.suffixes = append(e.suffixes, suffix)
		} else {
			e.words = append(append(e.words, alternative), spoken[alternative]...)
		}
	}
	for _, w := range e.words {
		e.sieve |= 1 << (hash(w) % 64)
	}
	return e
}

func (e *element) matches(l *lexeme) bool {
	if e.sieve&(1<<(l.hash%64)) != 0 && slices.Contains(e.words, l.key) {
		return true
	}
	for _, p := range e.prefixes {
		if strings.HasPrefix(l.key, p) {
			return true
		}
	}
	for _, s := range e.suffixes {
		if strings.HasSuffix(l.key, s) {
			return true
		}
	}
	return false
}

// spans tells whether a gap may run over l.
func (e *element) spans(l *lexeme) bool {
	return !l.mark && (e.kind == anyWords || l.small)
}

// matchAt returns where the match of c that begins at cl[i] ends, or -1.
func (c cue) matchAt(cl clause, i int) int {
	for len(c) > 0 {
		head, rest := &c[0], c[1:]
		switch head.kind {
		case atStart:
			if !begins(cl, i) {
				return -1
			}
		case atEnd:
			if i != len(cl) {
				return -1
			}
		case notBehind:
			if i > 0 && head.matches(&cl[i-1]) {
				return -1
			}
		case notBefore:
			if i < len(cl) && head.matches(&cl[i]) {
				return -1
			}
		case adverbs, anyWords:
			return head.gapAt(rest, cl, i)
		case oneWord:
			matches := i < len(cl) && head.matches(&cl[i])
			if !matches && !head.optional {
				return -1
			}
			if matches && head.optional {
				if end := rest.matchAt(cl, i+1); end >= 0 {
					return end
				}
			} else if matches {
				i++
			}
		}
		c = rest
	}
	return i
}

// gapAt is [cue.matchAt] for a gap and what follows it.
func (e *element) gapAt(rest cue, cl clause, i int) int {
	for n := 0; n <= maxGap && i+n <= len(cl); n++ {
		if end := rest.matchAt(cl, i+n); end >= 0 {
			return end
		}
		if i+n < len(cl) && !e.spans(&cl[i+n]) {
			break
		}
	}
	return -1
}

// begins tells whether cl[i] is where the clause begins, or stands behind its
// conjunction.
func begins(cl clause, i int) bool { return i == 0 || i == 1 && conjunctions[cl[0].key] }

// candidates are the cues that may match at cl[i], also only at the start of a
// clause.
func (t *cueTable) candidates(cl clause, i int) (some, starts []int) {
	t.once.Do(t.compile)
	some = t.others
	if i < len(cl) && t.sieve[cl[i].hash%hashes] {
		if known, ok := t.byWord[cl[i].key]; ok {
			some = known
		}
	}
	if len(t.starts) > 0 && begins(cl, i) {
		starts = t.starts
	}
	return some, starts
}

// at returns the end of the longest match that begins at cl[i], or -1.
func (t *cueTable) at(cl clause, i int) int {
	some, starts := t.candidates(cl, i)
	return max(t.longest(some, cl, i), t.longest(starts, cl, i))
}

// longest returns the end of the longest match of some cues at cl[i], or -1.
func (t *cueTable) longest(cues []int, cl clause, i int) int {
	longest := -1
	for _, n := range cues {
		longest = max(longest, t.cues[n].matchAt(cl, i))
	}
	return longest
}

// count returns how many of the cues are found in the clauses at all.
func (t *cueTable) count(all []clause) int {
	t.once.Do(t.compile)
	found, sum := make([]bool, len(t.cues)), 0
	for _, cl := range all {
		for i := range cl {
			some, starts := t.candidates(cl, i)
			for _, cues := range [][]int{some, starts} {
				for _, n := range cues {
					if !found[n] && t.cues[n].matchAt(cl, i) > i {
						found[n] = true
						sum++
					}
				}
			}
		}
	}
	return sum
}

// find returns the first match at or after from. A match that begins earlier
// wins, then a longer one.
func (t *cueTable) find(cl clause, from int) (start, end int, ok bool) {
	for i := from; i < len(cl); i++ {
		if end := t.at(cl, i); end > i {
			return i, end, true
		}
	}
	return 0, 0, false
}

// in tells whether the clause has any of the cues.
func (t *cueTable) in(cl clause) bool {
	_, _, ok := t.find(cl, 0)
	return ok
}
