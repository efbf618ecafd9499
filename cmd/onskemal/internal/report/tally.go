// Package report counts what is wanted and renders it for the editors.
//
// A [Tally] is the voting rule: pure, in exact fractions. [Build] puts a report
// together from the store; [Report.Page] says it in Swedish, and each format has
// a file of its own that renders the page.
package report

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math/big"
	"slices"
)

// Wish is one wish on a ballot.
type Wish struct {
	Rank   int      // 1 = wanted most; equal ranks are ties
	Topics []string // those that count; empty for a wish that belongs to none: it still takes its place
	Closed int      // topics beside these that share the wish, but whose demand a course has answered
}

// Ballot is one list of one person.
type Ballot struct {
	Person    int64
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
	Largest      int // people of the workplace that most of them come from
	FirstChoices *big.Rat
}

// Tally counts ballots. What it tells depends on nothing but the ballots: not on
// their order, and a ballot given twice by one person counts once.
//
// The harmonic rule: within a ballot, wishes that tie at the positions p+1 … p+g
// each get the mean of 1/(p+1) … 1/(p+g), and share it out over their topics. A
// person gives a topic the most that any of the person's wishes gives it, so
// nobody gives a topic more than one point; a topic's points are the sum over
// the people.
type Tally struct {
	fractions  *fractions
	topics     numbering[string]
	workplaces numbering[string]
	people     numbering[int64]
	voters     []voter // by the number of the person
}

// voter is what one person's ballots say together.
type voter struct {
	workplaces []int32
	claims     []claim
}

// claim is what a person says of one topic: the largest claim of all ballots
// stands.
type claim struct {
	topic  int32
	points fraction // place shared out over the wish's topics
	place  fraction // of the best wish with the topic
	first  fraction // share of the first choice
}

// NewTally begins to count.
func NewTally() *Tally {
	return &Tally{
		fractions: newFractions(), topics: newNumbering[string](),
		workplaces: newNumbering[string](), people: newNumbering[int64](),
	}
}

// Add counts a ballot. One that names no topic says nothing.
func (t *Tally) Add(ballot Ballot) {
	if !slices.ContainsFunc(ballot.Wishes, func(w Wish) bool { return len(w.Topics) > 0 }) {
		return
	}
	v := t.voter(ballot.Person)
	if ballot.Workplace != "" {
		if workplace := t.workplaces.of(ballot.Workplace); !slices.Contains(v.workplaces, workplace) {
			v.workplaces = append(v.workplaces, workplace)
		}
	}
	firsts := v.addPlaces(t, ballot.Wishes)
	for _, first := range firsts {
		c := v.claim(first.topic)
		c.first = t.fractions.larger(c.first, first.first)
	}
}

// clone is a tally of the same ballots, to which others may be added.
func (t *Tally) clone() *Tally {
	c := *t
	c.topics, c.workplaces, c.people = t.topics.clone(), t.workplaces.clone(), t.people.clone()
	c.voters = slices.Clone(t.voters)
	for i, v := range t.voters {
		c.voters[i] = voter{workplaces: slices.Clone(v.workplaces), claims: slices.Clone(v.claims)}
	}
	return &c
}

func (t *Tally) voter(person int64) *voter {
	number := t.people.of(person)
	if int(number) == len(t.voters) {
		t.voters = append(t.voters, voter{})
	}
	return &t.voters[number]
}

// addPlaces raises the claims to what a ballot's wishes give, and returns its
// shares of the first choice.
func (v *voter) addPlaces(t *Tally, wishes []Wish) (firsts []claim) {
	before := 0
	for level := range levels(wishes) {
		for _, wish := range level {
			topics := distinct(wish.Topics)
			sharers := len(topics) + wish.Closed
			for _, topic := range topics {
				c := v.claim(t.topics.of(topic))
				c.points = t.fractions.larger(c.points, t.fractions.place(before, len(level), sharers))
				c.place = t.fractions.larger(c.place, t.fractions.place(before, len(level), 1))
				if before == 0 {
					firsts = addFirst(t.fractions, firsts, c.topic, len(level)*sharers)
				}
			}
		}
		before += len(level)
	}
	return firsts
}

// addFirst adds one part of so many of the first choice to a topic's share.
func addFirst(f *fractions, firsts []claim, topic int32, parts int) []claim {
	part := f.place(0, 1, parts)
	for i := range firsts {
		if firsts[i].topic == topic {
			firsts[i].first = f.plus(firsts[i].first, part)
			return firsts
		}
	}
	return append(firsts, claim{topic: topic, first: part})
}

// claim finds a voter's claim on a topic, or begins one. It is good until the
// next call.
func (v *voter) claim(topic int32) *claim {
	for i := range v.claims {
		if v.claims[i].topic == topic {
			return &v.claims[i]
		}
	}
	v.claims = append(v.claims, claim{topic: topic})
	return &v.claims[len(v.claims)-1]
}

// levels groups wishes of equal rank, the most wanted first.
func levels(wishes []Wish) iter.Seq[[]Wish] {
	sorted := slices.Clone(wishes)
	slices.SortStableFunc(sorted, func(a, b Wish) int { return cmp.Compare(a.Rank, b.Rank) })
	return func(yield func([]Wish) bool) {
		for begin, end := 0, 0; begin < len(sorted); begin = end {
			for end = begin; end < len(sorted) && sorted[end].Rank == sorted[begin].Rank; end++ {
			}
			if !yield(sorted[begin:end]) {
				return
			}
		}
	}
}

func distinct(topics []string) []string {
	if len(topics) < 2 || len(topics) == 2 && topics[0] != topics[1] {
		return topics
	}
	sorted := slices.Clone(topics)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// Demands ranks the topics from most to least wanted by a method, which must be
// one of [Methods]. The order is total: score, then people, first choices,
// workplaces, topic.
func (t *Tally) Demands(method Method) []Demand { return t.ranked(t.count(), method) }

// ranked puts what was counted in the order of a method.
func (t *Tally) ranked(counts []Demand, method Method) []Demand {
	demands := slices.Clone(counts)
	for i, score := range t.scores(method, demands) {
		demands[i].Score = score
	}
	slices.SortFunc(demands, func(a, b Demand) int {
		return cmp.Or(compareDemand(a, b), cmp.Compare(a.Topic, b.Topic))
	})
	return demands
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

// count sums the voters up by topic, in the order of the topics' numbers and
// without a score.
func (t *Tally) count() []Demand {
	points, firsts := newSums(t), newSums(t)
	workplaces := make([]map[int32]int, len(t.topics.names))
	demands := make([]Demand, len(t.topics.names))
	for i := range demands {
		demands[i].Topic = t.topics.names[i]
		workplaces[i] = make(map[int32]int)
	}
	for _, v := range t.voters {
		for _, c := range v.claims {
			points.add(c.topic, c.points)
			firsts.add(c.topic, c.first)
			demands[c.topic].People++
			for _, workplace := range v.workplaces {
				workplaces[c.topic][workplace]++
			}
		}
	}
	for i := range demands {
		d := &demands[i]
		d.Points, d.FirstChoices = points.exact(i), firsts.exact(i)
		d.Workplaces = len(workplaces[i])
		for _, people := range workplaces[i] {
			d.Largest = max(d.Largest, people)
		}
	}
	return demands
}

// sums counts how often each fraction was claimed for each topic, so that exact
// sums cost one multiplication a fraction, not an addition a voter.
type sums struct {
	fractions *fractions
	times     [][]int64 // by topic and fraction
}

func newSums(t *Tally) sums {
	s := sums{fractions: t.fractions, times: make([][]int64, len(t.topics.names))}
	for i := range s.times {
		s.times[i] = make([]int64, len(t.fractions.exact))
	}
	return s
}

func (s sums) add(topic int32, f fraction) { s.times[topic][f]++ }

func (s sums) exact(topic int) *big.Rat {
	sum := new(big.Rat)
	for f, times := range s.times[topic] {
		if times > 0 {
			sum.Add(sum, new(big.Rat).Mul(s.fractions.exact[f], big.NewRat(times, 1)))
		}
	}
	return sum
}

// numbering gives names the numbers 0, 1, 2 … in the order of their coming.
type numbering[T comparable] struct {
	names   []T
	numbers map[T]int32
}

func newNumbering[T comparable]() numbering[T] { return numbering[T]{numbers: make(map[T]int32)} }

func (n *numbering[T]) clone() numbering[T] {
	return numbering[T]{names: slices.Clone(n.names), numbers: maps.Clone(n.numbers)}
}

func (n *numbering[T]) of(name T) int32 {
	number, known := n.numbers[name]
	if !known {
		number = int32(len(n.names))
		n.names, n.numbers[name] = append(n.names, name), number
	}
	return number
}

// Claims are the people, each with each topic that they want, in no order.
func (t *Tally) Claims() iter.Seq2[int64, string] {
	return func(yield func(int64, string) bool) {
		for i, v := range t.voters {
			for _, c := range v.claims {
				if !yield(t.people.names[i], t.topics.names[c.topic]) {
					return
				}
			}
		}
	}
}

// Order is one way to order topics that some of the people have in common.
type Order struct {
	Times  int        // how many people
	Levels [][]string // the most wanted first; topics of one level tie
}

// Orders are the people's orders of the topics, the most common first.
func (t *Tally) Orders() []Order {
	byName := make(map[string]*Order)
	for _, v := range t.voters {
		levels := t.levelsOf(v)
		name := fmt.Sprint(levels)
		if byName[name] == nil {
			byName[name] = &Order{Levels: levels}
		}
		byName[name].Times++
	}
	orders := make([]Order, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		orders = append(orders, *byName[name])
	}
	slices.SortStableFunc(orders, func(a, b Order) int { return cmp.Compare(b.Times, a.Times) })
	return orders
}

func (t *Tally) levelsOf(v voter) [][]string {
	claims := slices.SortedFunc(slices.Values(v.claims), func(a, b claim) int {
		switch {
		case t.fractions.less(b.place, a.place):
			return -1
		case t.fractions.less(a.place, b.place):
			return 1
		}
		return cmp.Compare(t.topics.names[a.topic], t.topics.names[b.topic])
	})
	var levels [][]string
	for i, c := range claims {
		if i == 0 || c.place != claims[i-1].place {
			levels = append(levels, nil)
		}
		levels[len(levels)-1] = append(levels[len(levels)-1], t.topics.names[c.topic])
	}
	return levels
}
