package classify

import (
	"cmp"
	"slices"
)

// resolve keeps the longest of overlapping matches, phrases before words, and
// drops blocked ones.
func (m *matcher) resolve() []match {
	var found []match
	for _, f := range m.found.matches {
		if t := &m.terms[f.term]; t.consumes() && !m.blocked(t, f) {
			found = append(found, f)
		}
	}
	slices.SortFunc(found, func(a, b match) int {
		return cmp.Or(
			cmp.Compare(b.last-b.first, a.last-a.first),
			cmp.Compare(b.letters, a.letters),
			cmp.Compare(a.kind, b.kind),
			cmp.Compare(m.terms[b.term].weight, m.terms[a.term].weight),
			cmp.Compare(a.from, b.from),
			cmp.Compare(a.term, b.term))
	})
	kept := newCover(len(m.parts))
	for _, f := range found {
		if !kept.any(f, func(k match) bool { return m.eats(k, f) }) {
			kept.add(f)
		}
	}
	return kept.matches
}

// eats says whether match f cannot count beside k, which is longer or heavier.
// In different topics the same words count for both, and so does a phrase
// inside or across a longer one; single words do not.
func (m *matcher) eats(k, f match) bool {
	if !f.overlaps(k) {
		return false
	}
	longer, t := &m.terms[k.term], &m.terms[f.term]
	if t.role == longer.role && t.group == longer.group {
		return true
	}
	return !f.same(k) && !(t.subject() && longer.subject() && t.phrase && f.first < f.last)
}

// same says whether two matches are the same words read the same way.
func (m match) same(o match) bool {
	return m.from == o.from && m.until == o.until && m.kind == o.kind && m.letters == o.letters
}

func (m *matcher) blocked(t *term, f match) bool {
	return t.subject() && m.found.any(f, func(b match) bool {
		return m.terms[b.term].role == roleBlock && m.terms[b.term].blocks(*t) && b.overlaps(f) && b.letters >= f.letters && b.kind <= max(f.kind, kindInflected)
	})
}

// cover holds matches by the parts of the text that they cover, so that
// finding those near another one takes constant time.
type cover struct {
	matches []match
	at      [][]int // by part
}

// coverRoom is how many matches there is room for at a part from the beginning.
const coverRoom = 2

func newCover(parts int) cover {
	c := cover{at: make([][]int, parts)}
	room := make([]int, coverRoom*parts)
	for i := range c.at {
		c.at[i], room = room[:0:coverRoom], room[coverRoom:]
	}
	return c
}

func (c *cover) add(m match) {
	for i := m.first; i <= m.last; i++ {
		c.at[i] = append(c.at[i], len(c.matches))
	}
	c.matches = append(c.matches, m)
}

// any says whether f holds for a match that shares a part with m.
func (c *cover) any(m match, f func(match) bool) bool {
	for i := m.first; i <= m.last; i++ {
		for _, n := range c.at[i] {
			if f(c.matches[n]) {
				return true
			}
		}
	}
	return false
}
