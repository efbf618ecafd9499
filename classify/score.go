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
	detailsFactor = 0.6  // of what stands in explanation lines
)

// kindFactors weigh a match by how sure it is.
var kindFactors = [...]float64{
	kindExact: 1, kindInflected: 1, kindPlain: 0.9, kindSplit: 0.9, kindCoordinated: 0.9,
	kindFirst: 0.9, kindLast: 0.8, kindTypo: 0.8,
}

// tally is what speaks for one topic or outside group.
type tally struct {
	strength float64 // decides whether it counts
	score    float64 // decides its place: explanation lines weigh less
	first    int     // the part of the first match
	found    bool
	inText   bool // found outside explanation lines
	sure     bool // found by more than weak keywords
	leads    bool
}

// verdict weighs the matches of one text.
type verdict struct {
	*matcher
	own     int       // how many parts the text has before the explanation lines
	kept    []match   // topics, outside groups, scope words
	negated []bool    // by kept
	weights []float64 // by kept: what it adds to its tally's strength
	topics  []tally
	outside []tally
}

func (m *matcher) judge(own int) *verdict {
	v := &verdict{
		matcher: m,
		own:     own,
		kept:    m.resolve(),
		topics:  make([]tally, len(m.Classifier.topics)),
		outside: make([]tally, len(m.Classifier.outside)),
	}
	unwanted := m.unwanted()
	v.negated, v.weights = make([]bool, len(v.kept)), make([]float64, len(v.kept))
	best := map[int]float64{} // by concept
	for i, k := range v.kept {
		v.negated[i] = unwanted[k.first] && unwanted[k.last]
		if t := &m.terms[k.term]; t.subject() && !v.negated[i] {
			weight := t.weight * kindFactors[k.kind]
			v.weights[i] = max(0, weight-best[t.concept])
			v.count(t, k, v.weights[i])
			best[t.concept] = max(weight, best[t.concept])
		}
	}
	return v
}

// count adds a match to the tally of its topic or group.
func (v *verdict) count(t *term, k match, weight float64) {
	tallies := v.topics
	if t.role == roleOutside {
		tallies = v.outside
	}
	y := &tallies[t.group]
	if !y.found || k.first < y.first {
		y.found, y.first = true, k.first
	}
	y.sure = y.sure || !t.weak()
	y.leads = y.leads || t.leads
	y.strength += weight
	if k.first < v.own {
		y.inText = true
	} else {
		weight *= detailsFactor
	}
	y.score += weight
}

// enough says whether a tally suffices by itself.
func (v *verdict) enough(t tally) bool {
	return t.sure && t.strength >= minScore || t.inText && v.own <= shortText
}

// compare orders tallies, the more fitting first.
func (t tally) compare(o tally) int {
	if t.leads != o.leads {
		if t.leads {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(o.score, t.score), cmp.Compare(t.first, o.first))
}

// assigned are the indices of the text's topics, most fitting first, modifiers
// last.
func (v *verdict) assigned() []int { return v.atMost(maxTopics, v.ruled(v.sufficient())) }

// sufficient are the topics that enough speaks for, also beside the best one.
func (v *verdict) sufficient() []int {
	least := minShare * v.best()
	var topics []int
	for i, t := range v.topics {
		if v.enough(t) && (v.modifier(i) || t.leads || t.score >= least) {
			topics = append(topics, i)
		}
	}
	slices.SortStableFunc(topics, func(a, b int) int { return v.topics[a].compare(v.topics[b]) })
	return topics
}

// best is the highest score of a topic that is no modifier.
func (v *verdict) best() float64 {
	best := 0.0
	for i, t := range v.topics {
		if v.enough(t) && !v.modifier(i) {
			best = max(best, t.score)
		}
	}
	return best
}

// ruled applies the rules of the topics file.
func (v *verdict) ruled(topics []int) []int {
	for i, r := range v.rules {
		if v.applies(i, r, topics) {
			topics = r.apply(topics)
		}
	}
	return topics
}

// atMost keeps the first n topics and then all modifiers.
func (v *verdict) atMost(n int, topics []int) []int {
	var subjects, modifiers []int
	for _, t := range topics {
		switch {
		case v.modifier(t):
			modifiers = append(modifiers, t)
		case len(subjects) < n:
			subjects = append(subjects, t)
		}
	}
	return append(subjects, modifiers...)
}

func (v *verdict) modifier(topic int) bool { return v.Classifier.topics[topic].Modifier }

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
	slices.SortStableFunc(groups, func(a, b int) int { return v.outside[a].compare(v.outside[b]) })
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
		enumerates := m.starts(i, roleTopic) || m.starts(i, roleOutside) // inte mer om Teams, Zoom
		if p.before == gapStop || p.before == gapComma && !enumerates || ends {
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
