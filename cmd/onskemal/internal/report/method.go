package report

import "math/big"

// Method is a way to rank topics.
type Method string

// The methods. Harmonic is the default: a person's first wish gives 1 point, the
// second 1/2, the third 1/3, and so on.
const (
	Harmonic Method = "harmonic"
	Mentions Method = "mentions"  // how many people want it
	First    Method = "first"     // how many people want it most
	BordaAvg Method = "borda-avg" // Borda count, topics not named sharing the last places
	Schulze  Method = "schulze"   // Schulze's method with winning votes
)

// Methods are all methods, the default first.
var Methods = []Method{Harmonic, Mentions, First, BordaAvg, Schulze}

// scores are the topics' scores by a method, in the order of the demands.
func (t *Tally) scores(method Method, demands []Demand) []*big.Rat {
	switch method {
	case BordaAvg:
		return t.bordaAverage()
	case Schulze:
		return t.schulzeWins()
	}
	scores := make([]*big.Rat, len(demands))
	for i, d := range demands {
		switch method {
		case Mentions:
			scores[i] = big.NewRat(int64(d.People), 1)
		case First:
			scores[i] = d.FirstChoices
		default:
			scores[i] = d.Points
		}
	}
	return scores
}

// bordaAverage gives each topic the number of topics that it beats on a ballot,
// counting a half for those it ties with. Topics that a voter does not name tie
// with one another below all others.
func (t *Tally) bordaAverage() []*big.Rat {
	topics := len(t.topics.names)
	halves := make([]int64, topics)
	for _, v := range t.voters {
		unnamed := topics - len(v.claims)
		for i := range halves {
			halves[i] += int64(unnamed - 1)
		}
		for _, c := range v.claims {
			// The line above took the topic for one that is not named.
			halves[c.topic] += int64(2*unnamed - (unnamed - 1))
			for _, other := range v.claims {
				switch {
				case other.topic == c.topic:
				case t.fractions.less(other.place, c.place):
					halves[c.topic] += 2
				case other.place == c.place:
					halves[c.topic]++
				}
			}
		}
	}
	scores := make([]*big.Rat, topics)
	for i := range scores {
		scores[i] = big.NewRat(halves[i], 2)
	}
	return scores
}

// schulzeWins counts for each topic the topics that it beats by the strongest
// path of winning votes (Schulze 2011, "A new monotonic, clone-independent …").
func (t *Tally) schulzeWins() []*big.Rat {
	strength := strongestPaths(t.preferences())
	scores := make([]*big.Rat, len(strength))
	for a := range strength {
		wins := int64(0)
		for b := range strength {
			if strength[a][b] > strength[b][a] {
				wins++
			}
		}
		scores[a] = big.NewRat(wins, 1)
	}
	return scores
}

// preferences tell how many voters want one topic more than another. What is not
// named is wanted less than what is.
func (t *Tally) preferences() [][]int {
	prefer := make([][]int, len(t.topics.names))
	for i := range prefer {
		prefer[i] = make([]int, len(t.topics.names))
	}
	for _, v := range t.voters {
		for _, c := range v.claims {
			for other := range prefer {
				prefer[c.topic][other]++
			}
			for _, other := range v.claims {
				if !t.fractions.less(other.place, c.place) {
					prefer[c.topic][other.topic]--
				}
			}
		}
	}
	return prefer
}

func strongestPaths(prefer [][]int) [][]int {
	strength := make([][]int, len(prefer))
	for a := range prefer {
		strength[a] = make([]int, len(prefer))
		for b := range prefer {
			if prefer[a][b] > prefer[b][a] {
				strength[a][b] = prefer[a][b]
			}
		}
	}
	for via := range strength {
		for a := range strength {
			for b := range strength {
				strength[a][b] = max(strength[a][b], min(strength[a][via], strength[via][b]))
			}
		}
	}
	return strength
}
