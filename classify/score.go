package classify

import (
	"cmp"
	"slices"
)

// The constants of scoring were chosen by a grid over half of the sample
// wishes and checked on the other half.
const (
	minScore      = 0.55 // a topic's score that is enough
	minShare      = 0.45 // … and its share of the best topic's score
	maxTopics     = 3    // beside modifiers
	shortText     = 3    // words of a text in which weak keywords suffice
	detailsFactor = 0.6 // of what stands in explanation lines
)

// kindFactors weigh a match by how sure it is.
var kindFactors = [...]float64{
	kindExact: 1, kindInflected: 1, kindPlain: 0.9, kindSplit: 0.9, kindCoordinated: 0.9,
	kindFirst: 0.9, kindLast: 0.8, kindTypo: 0.8,
}

// tally is what speaks for one topic or outside group.
type tally struct {
	score float64
	first int  // the part of the first match
	sure  bool // something other than weak keywords
	leads bool
	found bool
}

// verdict weighs the matches of one text.
type verdict struct {
	*matcher
	details int     // the first part that belongs to explanation lines
	kept    []match // topics, outside groups, scope words
	negated []bool  // by kept
	topics  []tally
	outside []tally
}

func (m *matcher) judge(details int) *verdict {
	v := &verdict{matcher: m, details: details, topics: make([]tally, len(m.Classifier.topics)), outside: make([]tally, len(m.Classifier.outside))}
	v.kept = m.resolve()
	unwanted := m.unwanted()
	v.negated = make([]bool, len(v.kept))
	best := map[int]float64{} // by concept
	for i, k := range v.kept {
		t := &m.terms[k.term]
		v.negated[i] = unwanted[k.first] && unwanted[k.last]
		if v.negated[i] || !t.subject() {
			continue
		}
		tally := v.tally(t)
		if !tally.found || k.first < tally.first {
			tally.first = k.first
		}
		tally.found = true
		tally.sure = tally.sure || !t.weak()
		tally.leads = tally.leads || t.leads
		weight := v.weight(k)
		if extra := weight - best[t.concept]; extra > 0 {
			tally.score += extra
			best[t.concept] = weight
		}
	}
	return v
}

func (v *verdict) tally(t *term) *tally {
	if t.role == roleOutside {
		return &v.outside[t.group]
	}
	return &v.topics[t.group]
}

func (v *verdict) weight(k match) float64 {
	t := &v.terms[k.term]
	w := t.weight * kindFactors[k.kind]
	if k.first >= v.details {
		w *= detailsFactor
	}
	return w
}

// enough says whether a tally suffices by itself.
func (v *verdict) enough(t tally) bool {
	if !t.found {
		return false
	}
	return t.sure && t.score >= minScore || v.details <= shortText
}

// assigned are the indices of the text's topics, most fitting first.
func (v *verdict) assigned() []int {
	var subjects, modifiers []int
	best := 0.0
	for i, t := range v.topics {
		if !v.enough(t) {
			continue
		}
		if v.Classifier.topics[i].Modifier {
			modifiers = append(modifiers, i)
			continue
		}
		subjects = append(subjects, i)
		best = max(best, t.score)
	}
	subjects = slices.DeleteFunc(subjects, func(i int) bool {
		return v.topics[i].score < minShare*best && !v.topics[i].leads
	})
	slices.SortFunc(subjects, func(a, b int) int {
		x, y := v.topics[a], v.topics[b]
		return cmp.Or(-compareBool(x.leads, y.leads), cmp.Compare(y.score, x.score), cmp.Compare(x.first, y.first), cmp.Compare(a, b))
	})
	for i, r := range v.rules {
		if v.applies(i, r, subjects) {
			subjects = r.apply(subjects)
		}
	}
	if len(subjects) > maxTopics {
		subjects = subjects[:maxTopics]
	}
	return append(subjects, modifiers...)
}

func (v *verdict) applies(n int, r rule, topics []int) bool {
	for _, t := range r.when {
		if !slices.Contains(topics, t) {
			return false
		}
	}
	return !r.words || slices.ContainsFunc(v.found.matches, func(m match) bool {
		return v.terms[m.term].role == roleRule && v.terms[m.term].group == n
	})
}

// apply drops and orders topics: those that the rule orders share the places
// that they have.
func (r rule) apply(topics []int) []int {
	topics = slices.DeleteFunc(topics, func(t int) bool { return slices.Contains(r.drop, t) })
	var places []int
	for i, t := range topics {
		if slices.Contains(r.order, t) {
			places = append(places, i)
		}
	}
	ordered := slices.DeleteFunc(slices.Clone(r.order), func(t int) bool { return !slices.Contains(topics, t) })
	for i, place := range places {
		topics[place] = ordered[i]
	}
	return topics
}

func (v *verdict) outsideGroups() []int {
	var groups []int
	for i, t := range v.outside {
		if v.enough(t) {
			groups = append(groups, i)
		}
	}
	slices.SortFunc(groups, func(a, b int) int {
		x, y := v.outside[a], v.outside[b]
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.first, y.first), cmp.Compare(a, b))
	})
	return groups
}

// scope says whether anything digital is wanted.
func (v *verdict) scope(topics, outside []int) Scope {
	if len(topics) > 0 || len(outside) > 0 {
		return Digital
	}
	scope := Unclear
	for i, k := range v.kept {
		if v.negated[i] {
			continue
		}
		switch v.terms[k.term].role {
		case roleDigital:
			return Digital
		case roleAnalog:
			scope = Analog
		}
	}
	return scope
}

// unwanted tells for each part of the text whether it stands in what the
// writer does not want.
func (m *matcher) unwanted() []bool {
	unwanted := make([]bool, len(m.parts))
	negated := false
	clause, earlier := 0, 0 // where this clause begins, and the one before
	for i, p := range m.parts {
		ends := m.starts(i, roleNegationEnd)
		if p.before == gapStop || ends {
			negated = false
		}
		if p.before >= gapComma || ends {
			clause, earlier = i, clause
		}
		unwanted[i] = negated
		for _, n := range m.found.at[i] {
			f := m.found.matches[n]
			t := &m.terms[f.term]
			if t.role != roleNegation || m.isNeed(f) {
				continue
			}
			if !t.backwards && f.last == i {
				negated = true
			}
			if t.backwards && f.first == i {
				from := clause
				if from == i {
					from = earlier
				}
				for k := from; k < i; k++ {
					unwanted[k] = true
				}
				clause, earlier = i, i
			}
		}
	}
	return unwanted
}

// starts says whether a term of the role begins at part i.
func (m *matcher) starts(i int, r role) bool {
	return slices.ContainsFunc(m.found.at[i], func(n int) bool {
		f := m.found.matches[n]
		return f.first == i && m.terms[f.term].role == r
	})
}

// isNeed says whether a negation is part of a phrase that tells a need:
// "inte bara", "kan inte".
func (m *matcher) isNeed(negation match) bool {
	return m.found.any(negation, func(f match) bool {
		return m.terms[f.term].role == roleNeed && f.overlaps(negation) && f.letters >= negation.letters
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
