package classify

import "slices"

// order is the place that a clause gives its wish.
type order int

const (
	noOrder order = iota
	firstOrder
	nextOrder
	thenOrder // as nextOrder, when something was called first
	alsoOrder
)

func orderOf(cl clause) order {
	switch {
	case firstCues.in(cl):
		return firstOrder
	case nextCues.in(cl):
		return nextOrder
	case thenCues.in(cl):
		return thenOrder
	case alsoCues.in(cl):
		return alsoOrder
	}
	return noOrder
}

// afterOrder returns what follows the order cues that a clause begins with.
// It is labelled when a colon stands between: "Helst av allt: dikter".
func (v *voice) afterOrder(cl clause) (what clause, o order, labelled bool) {
	end := 0
	for !labelled {
		n := orderCue(cl[end:])
		if n == 0 || v.known(cl[end:end+n]) >= 0 {
			break // "och på Koha också" does not begin with "också"
		}
		for end += n; end < len(cl) && cl[end].mark; end++ {
			labelled = labelled || cl[end].key == ":"
		}
		labelled = labelled || cl[end-1].key == ":"
	}
	if what = content(cl[end:]); !v.learnable(what) {
		what = withoutTail(cl[end:])
	}
	return what, orderOf(cl[:end]), labelled
}

// orderCue returns the end of the longest order cue among the first words of a
// clause, or 0.
func orderCue(cl clause) int {
	longest := 0
	for _, table := range []*cueTable{firstCues, nextCues, thenCues, alsoCues} {
		if start, end, ok := table.find(cl[:min(len(cl), orderWords)], 0); ok && start <= maxGap {
			longest = max(longest, end)
		}
	}
	return longest
}

// orderWords is within how many words a clause tells its order.
const orderWords = 16

// place turns an order into a rank.
func (v *voice) place(o order) int {
	switch {
	case o == firstOrder:
		v.rank, v.first, v.ordered = v.demote(), true, true
		return 1
	case o == nextOrder, v.ordered && (o == thenOrder || o == alsoOrder):
		v.rank++
		v.ordered = true
	case v.listed:
		return 1
	}
	v.rank = max(v.rank, 1)
	return v.rank
}

// demote puts the wishes so far, of which none was called first, below one that
// is, and returns the last rank.
func (v *voice) demote() int {
	last := 1
	if v.first || v.listed {
		return last
	}
	for i := range v.findings {
		if f := &v.findings[i]; f.proof >= question && !f.offer {
			f.rank++
			last = max(last, f.rank)
		}
	}
	return last
}

// saysInOrder tells whether a paragraph says that the wishes of an enumeration
// stand in order, the most wanted first.
func saysInOrder(p passage) bool {
	if p.List > 0 {
		return false
	}
	return slices.ContainsFunc(p.sentences, func(s clause) bool {
		return descendingCues.in(s) && !declines.in(s)
	})
}
