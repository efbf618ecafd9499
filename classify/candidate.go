package classify

import (
	"cmp"
	"slices"
)

// Candidate is a topic or a group outside the list for which something was found
// in a text, whether or not that sufficed.
type Candidate struct {
	Label   string // topic id, or name of the outside group
	Outside bool
	// Strength is the sum of what the hits weigh. From [SufficientStrength], 0.55,
	// on it suffices by itself, unless they are weak keywords only. 0: nothing but
	// negated ones.
	Strength float64
	// Score is the strength with explanation lines weighed at 0.6. It decides
	// the order, and a topic below 0.45 of the best one's score is left out.
	Score float64
	Lack  Lack         // why the text does not have it; "" when it does
	Hits  []WeighedHit // by position
}

// SufficientStrength is the least [Candidate.Strength] that suffices by itself.
const SufficientStrength = minScore

// Assigned tells whether the text has the topic or group, as [Classifier.Classify]
// says.
func (c Candidate) Assigned() bool { return c.Lack == "" }

// WeighedHit is a hit and what it adds to the strength: the keyword's weight (0.3
// weak, 0.7 normal, 1 strong, at most 2) times how surely it was recognised (0.8
// to 1); 0 for a negated one, and for a synonym of what was already counted.
type WeighedHit struct {
	Hit
	Weight float64
}

// Lack is why what was found for a topic or group did not suffice.
type Lack string

// The lacks.
const (
	Unwanted   Lack = "negated"      // it was found, but not wanted
	TooWeak    Lack = "too-weak"     // weak keywords only, or not strong enough
	Outweighed Lack = "outweighed"   // another topic has a much higher score
	RuledOut   Lack = "ruled-out"    // by a rule of the topics file
	OneTooMany Lack = "one-too-many" // three other topics fit better
)

// Candidates are all topics and groups for which something was found in a text:
// first those that [Classifier.Classify] gives it, topics before groups, in its
// order; then the others, the highest score first, so that the first of these is
// the nearest miss. Details and positions are as in Classify.
func (c *Classifier) Candidates(text string, details ...string) []Candidate {
	v, all := c.weigh(text, details)
	topics, groups := v.assigned(), v.outsideGroups()
	assigned := append(v.candidates(roleTopic, topics, all), v.candidates(roleOutside, groups, all)...)
	others := append(
		v.candidates(roleTopic, except(topics, len(v.topics)), all),
		v.candidates(roleOutside, except(groups, len(v.outside)), all)...)
	slices.SortStableFunc(others, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return append(assigned, others...)
}

// except are the numbers below n that are not among the taken ones.
func except(taken []int, n int) []int {
	var free []int
	for i := range n {
		if !slices.Contains(taken, i) {
			free = append(free, i)
		}
	}
	return free
}

// candidates are those of the topics or outside groups for which something was
// found.
func (v *verdict) candidates(r role, groups []int, text []rune) []Candidate {
	var found []Candidate
	for _, group := range groups {
		hits := v.weighed(r, group, text)
		if len(hits) == 0 {
			continue
		}
		t := v.tally(r, group)
		found = append(found, Candidate{
			Label: hits[0].Topic, Outside: r == roleOutside, Strength: t.strength, Score: t.score, Lack: v.lack(r, group), Hits: hits,
		})
	}
	return found
}

// weighed are the hits of a topic or outside group by position.
func (v *verdict) weighed(r role, group int, text []rune) []WeighedHit {
	var hits []WeighedHit
	for i, k := range v.kept {
		if t := &v.terms[k.term]; t.role == r && t.group == group {
			hits = append(hits, WeighedHit{v.hit(i, text), v.weights[i]})
		}
	}
	slices.SortStableFunc(hits, func(a, b WeighedHit) int { return a.compare(b.Hit) })
	return hits
}

// lack is what a topic or outside group that was found wants to be assigned, by
// the steps of [verdict.assigned].
func (v *verdict) lack(r role, group int) Lack {
	t := v.tally(r, group)
	switch {
	case !t.found:
		return Unwanted
	case !v.enough(t):
		return TooWeak
	case r == roleOutside:
		return ""
	case !slices.Contains(v.sufficient(), group):
		return Outweighed
	case !slices.Contains(v.ruled(v.sufficient()), group):
		return RuledOut
	case !slices.Contains(v.assigned(), group):
		return OneTooMany
	}
	return ""
}

func (v *verdict) tally(r role, group int) tally {
	if r == roleOutside {
		return v.outside[group]
	}
	return v.topics[group]
}
