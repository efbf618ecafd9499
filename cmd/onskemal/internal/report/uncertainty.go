package report

import (
	"cmp"
	"math"
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
	places := t.profile(score).draw(rand.New(rand.NewPCG(seed, 0)))
	ranges = make(map[string]Range, len(t.topics.names))
	for i, topic := range t.alphabetical() {
		ranges[topic] = Range{places.percentile(i, 5), places.percentile(i, 95)}
	}
	return ranges, true
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

// profile is what each person adds to the topics' scores, in an order that
// depends on nothing but what they say, since draws pick people by number.
type profile struct {
	topics int
	people [][]scored
}

// scored is what one person adds to the score of a topic, by its number in
// alphabetical order.
type scored struct {
	topic int
	score float64
}

func (t *Tally) alphabetical() []string { return slices.Sorted(slices.Values(t.topics.names)) }

func (t *Tally) profile(score func(claim) float64) profile {
	number := make([]int, len(t.topics.names)) // in alphabetical order, by that of the tally
	for i, topic := range t.alphabetical() {
		number[t.topics.numbers[topic]] = i
	}
	p := profile{topics: len(number), people: make([][]scored, len(t.voters))}
	for i, v := range t.voters {
		for _, c := range v.claims {
			p.people[i] = append(p.people[i], scored{number[c.topic], score(c)})
		}
		slices.SortFunc(p.people[i], compareScored)
	}
	slices.SortFunc(p.people, func(a, b []scored) int { return slices.CompareFunc(a, b, compareScored) })
	return p
}

func compareScored(a, b scored) int {
	return cmp.Or(cmp.Compare(a.topic, b.topic), cmp.Compare(a.score, b.score))
}

// samples is how often the places are drawn.
const samples = 2000

// manyPeople is the number of people from which on the scores of a sample are
// taken for normally distributed, as the central limit theorem has it: to draw
// every person of every sample would take seconds.
const manyPeople = 200

// draw counts the places that the topics take in samples of the people.
func (p profile) draw(random *rand.Rand) *placeCounts {
	sample := p.ofPeople(random)
	if len(p.people) >= manyPeople {
		sample = p.ofNormal(random)
	}
	places, scores := newPlaceCounts(p.topics), make([]float64, p.topics)
	for range samples {
		sample(scores)
		places.add(scores)
	}
	return places
}

// ofPeople draws as many people as there are, with replacement.
func (p profile) ofPeople(random *rand.Rand) (sample func(scores []float64)) {
	return func(scores []float64) {
		clear(scores)
		for range p.people {
			for _, s := range p.people[random.IntN(len(p.people))] {
				scores[s.topic] += s.score
			}
		}
	}
}

// ofNormal draws the scores themselves, with the means and covariances that the
// people give them.
func (p profile) ofNormal(random *rand.Rand) (sample func(scores []float64)) {
	sums, covariances := p.moments()
	root := choleskyRoot(covariances)
	noise := make([]float64, p.topics)
	return func(scores []float64) {
		for i := range noise {
			noise[i] = random.NormFloat64()
		}
		for i, row := range root {
			scores[i] = sums[i]
			for j, factor := range row {
				scores[i] += factor * noise[j]
			}
		}
	}
}

// moments are the topics' scores, and how these vary together from sample to
// sample.
func (p profile) moments() (sums []float64, covariances [][]float64) {
	sums, covariances = make([]float64, p.topics), square(p.topics)
	for _, person := range p.people {
		for _, a := range person {
			sums[a.topic] += a.score
			for _, b := range person {
				covariances[a.topic][b.topic] += a.score * b.score
			}
		}
	}
	for a := range covariances {
		for b := range covariances {
			covariances[a][b] -= sums[a] * sums[b] / float64(len(p.people))
		}
	}
	return sums, covariances
}

// choleskyRoot is the lower triangle whose product with its transpose is a matrix
// of covariances. What follows from the rows above adds nothing of its own.
func choleskyRoot(matrix [][]float64) [][]float64 {
	root := square(len(matrix))
	for i := range root {
		for j := range i + 1 {
			rest := matrix[i][j]
			for k := range j {
				rest -= root[i][k] * root[j][k]
			}
			switch {
			case i == j:
				root[i][i] = math.Sqrt(max(rest, 0))
			case root[j][j] > roundingError:
				root[i][j] = rest / root[j][j]
			}
		}
	}
	return root
}

func square(size int) [][]float64 {
	rows := make([][]float64, size)
	for i := range rows {
		rows[i] = make([]float64, size)
	}
	return rows
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
