package report

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// Range is where a topic's place lies in nine of ten samples of other people
// like those who wrote.
type Range struct{ Low, High int } // places, 1 = most wanted

// Ranges estimates how far chance has placed the topics: it draws the people
// anew, with replacement, counts again, and takes the 5th and the 95th percentile
// of each topic's place (percentile bootstrap, Efron 1979). Topics with equal
// scores share the better place. Equal people and an equal seed give equal ranges.
//
// ok is false for the methods that are no sum over the people.
func (t *Tally) Ranges(method Method, seed uint64) (ranges map[string]Range, ok bool) {
	score, ok := t.scoreOfClaim(method)
	if !ok || len(t.voters) == 0 {
		return nil, false
	}
	places := t.drawPlaces(score, seed)
	ranges = make(map[string]Range, len(t.topics.names))
	for i, topic := range t.topics.names {
		ranges[topic] = Range{places.percentile(i, 5), places.percentile(i, 95)}
	}
	return ranges, true
}

// drawPlaces counts the places that the topics take in samples of the people.
func (t *Tally) drawPlaces(score func(claim) float64, seed uint64) *placeCounts {
	ballots := t.scoredBallots(score)
	random := rand.New(rand.NewPCG(seed, 0))
	places := newPlaceCounts(len(t.topics.names))
	for range resamples(len(ballots)) {
		scores := make([]float64, len(t.topics.names))
		for range ballots {
			for _, s := range ballots[random.IntN(len(ballots))] {
				scores[s.topic] += s.score
			}
		}
		places.add(scores)
	}
	return places
}

// resamples are fewer for many people, whose places chance moves little: the
// whole is kept to twenty million draws.
func resamples(people int) int { return min(2000, max(100, 20_000_000/people)) }

// scored is what one person's ballots add to a topic's score.
type scored struct {
	topic int32
	score float64
}

func (t *Tally) scoreOfClaim(method Method) (score func(claim) float64, ok bool) {
	switch method {
	case Harmonic:
		return func(c claim) float64 { return t.fractions.float[c.points] }, true
	case Mentions:
		return func(claim) float64 { return 1 }, true
	case First:
		return func(c claim) float64 { return t.fractions.float[c.first] }, true
	}
	return nil, false
}

// scoredBallots lists the voters' scores in an order that depends on nothing but
// what they say, since the draws pick them by number.
func (t *Tally) scoredBallots(score func(claim) float64) [][]scored {
	ballots := make([][]scored, len(t.voters))
	for i, v := range t.voters {
		for _, c := range v.claims {
			ballots[i] = append(ballots[i], scored{c.topic, score(c)})
		}
		slices.SortFunc(ballots[i], t.compareScored)
	}
	slices.SortFunc(ballots, func(a, b []scored) int { return slices.CompareFunc(a, b, t.compareScored) })
	return ballots
}

func (t *Tally) compareScored(a, b scored) int {
	return cmp.Or(cmp.Compare(t.topics.names[a.topic], t.topics.names[b.topic]), cmp.Compare(a.score, b.score))
}

// placeCounts counts how often each topic took each place.
type placeCounts struct {
	times   [][]int // by topic and place, from 0
	samples int
}

func newPlaceCounts(topics int) *placeCounts {
	p := &placeCounts{times: make([][]int, topics)}
	for i := range p.times {
		p.times[i] = make([]int, topics)
	}
	return p
}

func (p *placeCounts) add(scores []float64) {
	p.samples++
	for topic, score := range scores {
		before := 0
		for _, other := range scores {
			if other > score+roundingError {
				before++
			}
		}
		p.times[topic][before]++
	}
}

// roundingError is more than sums of a million places differ by when they are
// equal, and less than they do when they are not.
const roundingError = 1e-7

// percentile is the place that so many percent of a topic's places do not go
// beyond.
func (p *placeCounts) percentile(topic, percent int) int {
	seen := 0
	for place, times := range p.times[topic] {
		seen += times
		if seen*100 >= p.samples*percent {
			return place + 1
		}
	}
	return len(p.times[topic])
}

// Tiers numbers the topics, which come ordered by their places, from 1 so that
// those of one tier cannot be told apart: each of them may well stand where the
// tier begins.
func Tiers(ranges []Range) []int {
	tiers := make([]int, len(ranges))
	begin := 0
	for i, r := range ranges {
		switch {
		case i == 0:
			tiers[i] = 1
		case r.Low <= begin+1:
			tiers[i] = tiers[i-1]
		default:
			begin, tiers[i] = i, tiers[i-1]+1
		}
	}
	return tiers
}
