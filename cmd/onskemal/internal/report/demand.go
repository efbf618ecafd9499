// Package report counts what is wanted and renders it for the editors.
//
// [Count] is the voting rule: pure, in exact fractions. [Build] puts a report
// together from the store; each format has a file of its own that renders it.
package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// Wish is one wish on a ballot.
type Wish struct {
	Rank   int      // 1 = wanted most; equal ranks are ties
	Topics []string // empty for a wish that belongs to none: it still takes its place
}

// Ballot is one list of one person.
type Ballot struct {
	Person    string
	Workplace string // "" when unknown
	Wishes    []Wish // in any order
}

// Demand is how much one topic is wanted.
type Demand struct {
	Topic        string
	Score        *big.Rat // by the chosen method; for the default method the points
	Points       *big.Rat // harmonic points
	People       int
	Workplaces   int
	FirstChoices *big.Rat
}

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

// Count ranks the given topics, and any others that the ballots name, from most
// to least wanted. The order is total: score, then people, first choices,
// workplaces, topic. It depends on nothing but the ballots: not on their order,
// and a ballot given twice by one person counts once.
//
// The harmonic rule: within a ballot, wishes that tie at the positions p+1 … p+g
// each get the mean of 1/(p+1) … 1/(p+g), and share it out over their topics. A
// person gives a topic the most that any of the person's wishes gives it, so
// nobody gives a topic more than one point; a topic's points are the sum over
// the people.
func Count(topics []string, ballots []Ballot, method Method) ([]Demand, error) {
	voters := votersOf(ballots)
	tallies := tally(topics, voters)
	scores, err := scoreBy(method, tallies, voters)
	if err != nil {
		return nil, err
	}
	demands := make([]Demand, 0, len(tallies))
	for topic, d := range tallies {
		d.Score = scores[topic]
		demands = append(demands, *d)
	}
	slices.SortFunc(demands, func(a, b Demand) int {
		return cmp.Or(compareDemand(a, b), cmp.Compare(a.Topic, b.Topic))
	})
	return demands, nil
}

// compareDemand orders by all that is counted; 0 means a true tie.
func compareDemand(a, b Demand) int {
	return cmp.Or(
		b.Score.Cmp(a.Score),
		cmp.Compare(b.People, a.People),
		b.FirstChoices.Cmp(a.FirstChoices),
		cmp.Compare(b.Workplaces, a.Workplaces),
	)
}

// voter is what one person's ballots say together, by topic.
type voter struct {
	workplaces map[string]bool
	points     map[string]*big.Rat // place shared out over the wish's topics
	places     map[string]*big.Rat // place of the best wish with the topic
	first      map[string]*big.Rat // share of the first choice
}

func votersOf(ballots []Ballot) []voter {
	byPerson := make(map[string]*voter)
	for _, ballot := range ballots {
		v := byPerson[ballot.Person]
		if v == nil {
			v = &voter{
				workplaces: make(map[string]bool), points: make(map[string]*big.Rat),
				places: make(map[string]*big.Rat), first: make(map[string]*big.Rat),
			}
			byPerson[ballot.Person] = v
		}
		v.add(ballot)
	}
	voters := make([]voter, 0, len(byPerson))
	for _, v := range byPerson {
		voters = append(voters, *v)
	}
	return voters
}

// add joins a ballot to what the person said before: the larger claim stands.
func (v *voter) add(ballot Ballot) {
	if ballot.Workplace != "" {
		v.workplaces[ballot.Workplace] = true
	}
	first := make(map[string]*big.Rat)
	position := 0
	for _, level := range levels(ballot.Wishes) {
		place := meanPlace(position, len(level))
		for _, wish := range level {
			topics := distinct(wish.Topics)
			for _, topic := range topics {
				raise(v.points, topic, share(place, len(topics)))
				raise(v.places, topic, place)
				if position == 0 {
					grow(first, topic, share(big.NewRat(1, int64(len(level))), len(topics)))
				}
			}
		}
		position += len(level)
	}
	for topic, claim := range first {
		raise(v.first, topic, claim)
	}
}

// levels groups wishes of equal rank, the most wanted first.
func levels(wishes []Wish) [][]Wish {
	sorted := slices.Clone(wishes)
	slices.SortStableFunc(sorted, func(a, b Wish) int { return cmp.Compare(a.Rank, b.Rank) })
	var groups [][]Wish
	for i, wish := range sorted {
		if i == 0 || wish.Rank != sorted[i-1].Rank {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], wish)
	}
	return groups
}

// meanPlace is the mean of 1/(before+1) … 1/(before+tied).
func meanPlace(before, tied int) *big.Rat {
	sum := new(big.Rat)
	for i := 1; i <= tied; i++ {
		sum.Add(sum, big.NewRat(1, int64(before+i)))
	}
	return share(sum, tied)
}

func share(r *big.Rat, parts int) *big.Rat {
	return new(big.Rat).Mul(r, big.NewRat(1, int64(parts)))
}

func distinct(topics []string) []string {
	sorted := slices.Clone(topics)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

func raise(claims map[string]*big.Rat, topic string, to *big.Rat) {
	if old := claims[topic]; old == nil || to.Cmp(old) > 0 {
		claims[topic] = to
	}
}

func grow(sums map[string]*big.Rat, topic string, by *big.Rat) {
	if sums[topic] == nil {
		sums[topic] = new(big.Rat)
	}
	sums[topic].Add(sums[topic], by)
}

// tally sums the voters up by topic.
func tally(topics []string, voters []voter) map[string]*Demand {
	tallies := make(map[string]*Demand)
	workplaces := make(map[string]map[string]bool)
	demand := func(topic string) *Demand {
		if tallies[topic] == nil {
			tallies[topic] = &Demand{Topic: topic, Points: new(big.Rat), FirstChoices: new(big.Rat)}
			workplaces[topic] = make(map[string]bool)
		}
		return tallies[topic]
	}
	for _, topic := range topics {
		demand(topic)
	}
	for _, v := range voters {
		for topic, points := range v.points {
			d := demand(topic)
			d.Points.Add(d.Points, points)
			d.People++
			for workplace := range v.workplaces {
				workplaces[topic][workplace] = true
			}
		}
		for topic, claim := range v.first {
			d := demand(topic)
			d.FirstChoices.Add(d.FirstChoices, claim)
		}
	}
	for topic, d := range tallies {
		d.Workplaces = len(workplaces[topic])
	}
	return tallies
}

func scoreBy(method Method, tallies map[string]*Demand, voters []voter) (map[string]*big.Rat, error) {
	switch method {
	case BordaAvg:
		return bordaAverage(tallies, voters), nil
	case Schulze:
		return schulzeWins(tallies, voters), nil
	case Harmonic, Mentions, First:
		scores := make(map[string]*big.Rat, len(tallies))
		for topic, d := range tallies {
			scores[topic] = map[Method]*big.Rat{
				Harmonic: d.Points, Mentions: big.NewRat(int64(d.People), 1), First: d.FirstChoices,
			}[method]
		}
		return scores, nil
	default:
		return nil, fmt.Errorf("unknown method %q: choose one of %v", method, Methods)
	}
}

// bordaAverage gives each topic the number of topics that it beats on a ballot,
// counting a half for those it ties with. Topics that a voter does not name tie
// with one another below all others.
func bordaAverage(tallies map[string]*Demand, voters []voter) map[string]*big.Rat {
	scores := make(map[string]*big.Rat, len(tallies))
	for topic := range tallies {
		scores[topic] = new(big.Rat)
	}
	half := big.NewRat(1, 2)
	for _, v := range voters {
		for a := range tallies {
			for b := range tallies {
				switch c := v.compare(a, b); {
				case c > 0:
					scores[a].Add(scores[a], big.NewRat(1, 1))
				case c == 0 && a != b:
					scores[a].Add(scores[a], half)
				}
			}
		}
	}
	return scores
}

// schulzeWins counts for each topic the topics that it beats by the strongest
// path of winning votes (Schulze 2011, "A new monotonic, clone-independent …").
func schulzeWins(tallies map[string]*Demand, voters []voter) map[string]*big.Rat {
	topics := make([]string, 0, len(tallies))
	for topic := range tallies {
		topics = append(topics, topic)
	}
	strength := strongestPaths(topics, voters)
	scores := make(map[string]*big.Rat, len(topics))
	for a := range topics {
		wins := int64(0)
		for b := range topics {
			if strength[a][b] > strength[b][a] {
				wins++
			}
		}
		scores[topics[a]] = big.NewRat(wins, 1)
	}
	return scores
}

func strongestPaths(topics []string, voters []voter) [][]int {
	prefer := func(a, b int) (count int) {
		for _, v := range voters {
			if v.compare(topics[a], topics[b]) > 0 {
				count++
			}
		}
		return count
	}
	strength := make([][]int, len(topics))
	for a := range topics {
		strength[a] = make([]int, len(topics))
		for b := range topics {
			if wins := prefer(a, b); wins > prefer(b, a) {
				strength[a][b] = wins
			}
		}
	}
	for via := range topics {
		for a := range topics {
			for b := range topics {
				strength[a][b] = max(strength[a][b], min(strength[a][via], strength[via][b]))
			}
		}
	}
	return strength
}

// compare is > 0 when the voter wants a more than b. What is not named is wanted
// less than what is.
func (v voter) compare(a, b string) int {
	pa, pb := v.places[a], v.places[b]
	switch {
	case pa == nil && pb == nil:
		return 0
	case pb == nil:
		return 1
	case pa == nil:
		return -1
	default:
		return pa.Cmp(pb)
	}
}
