package report

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRangesOfWorkedExample holds the drawing of samples to the exact answer,
// which the 5^5 samples that there are give when each is counted once.
func TestRangesOfWorkedExample(t *testing.T) {
	tally := tallyOf(nil, workedExample())
	score, _ := tally.scoreOfClaim(Harmonic)
	profile := tally.profile(score)
	all := newPlaceCounts(profile.topics)
	for sample := range 5 * 5 * 5 * 5 * 5 {
		scores := make([]float64, profile.topics)
		for range profile.people {
			for _, s := range profile.people[sample%5] {
				scores[s.topic] += s.score
			}
			sample /= 5
		}
		all.add(scores)
	}
	exact := make(map[string]Range)
	for i, topic := range tally.alphabetical() {
		exact[topic] = Range{all.percentile(i, 5), all.percentile(i, 95)}
	}
	want := map[string]Range{"A": {1, 3}, "C": {1, 4}, "B": {1, 4}, "D": {1, 5}, "E": {3, 5}}
	if diff := cmp.Diff(want, exact); diff != "" {
		t.Errorf("all samples: %s", diff)
	}
	for seed := range uint64(5) {
		comparePlaces(t, profile.draw(rand.New(rand.NewPCG(seed, 0))), all)
	}
	if diff := cmp.Diff([]int{1, 1, 1, 1, 2}, Tiers([]Range{exact["A"], exact["C"], exact["B"], exact["D"], exact["E"]})); diff != "" {
		t.Errorf("tiers: %s", diff)
	}
}

// comparePlaces holds how often each place was taken to how often it should be.
func comparePlaces(t *testing.T, got, want *placeCounts) {
	t.Helper()
	for topic := range want.times {
		for place := range want.times[topic] {
			share, should := got.share(topic, place), want.share(topic, place)
			if math.Abs(share-should) > 0.04 {
				t.Errorf("topic %d takes place %d in %.3f of the samples, not %.3f", topic, place+1, share, should)
			}
		}
	}
}

func (p *placeCounts) share(topic, place int) float64 {
	return float64(p.times[topic][place]) / float64(p.samples)
}

// The shorter way for many people comes to what drawing them one by one does:
// also where two topics are always wanted together, and one by nobody.
func TestNormalSamplesAreLikePeople(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	tally := tallyOf([]string{"nobody's"}, nil)
	for person := range int64(manyPeople) {
		list := Ballot{Person: person}
		for rank, topic := range random.Perm(8)[:1+random.IntN(4)] {
			list.Wishes = append(list.Wishes, Wish{Rank: rank, Topics: []string{string(rune('A' + min(topic, random.IntN(8))))}})
		}
		list.Wishes = append(list.Wishes, Wish{Rank: random.IntN(3), Topics: []string{"Y", "Z"}})
		tally.Add(list)
	}
	score, _ := tally.scoreOfClaim(Harmonic)
	profile := tally.profile(score)
	drawn := func(sample func([]float64)) *placeCounts {
		places, scores := newPlaceCounts(profile.topics), make([]float64, profile.topics)
		for range 2 * samples {
			sample(scores)
			places.add(scores)
		}
		return places
	}
	comparePlaces(t, drawn(profile.ofNormal(random)), drawn(profile.ofPeople(random)))
}

func TestTiers(t *testing.T) {
	for _, test := range []struct {
		ranges []Range
		want   []int
	}{
		{nil, []int{}},
		{[]Range{{1, 1}, {2, 2}, {3, 3}}, []int{1, 2, 3}},
		{[]Range{{1, 2}, {1, 3}, {2, 4}, {3, 4}}, []int{1, 1, 2, 2}},
		{[]Range{{1, 1}, {2, 8}, {2, 8}, {2, 9}, {5, 12}}, []int{1, 2, 2, 2, 3}},
	} {
		if got := Tiers(test.ranges); !slices.Equal(got, test.want) {
			t.Errorf("%v: tiers %v, want %v", test.ranges, got, test.want)
		}
	}
}

// The ranges of a method that is no sum are not told, nor are those of nobody.
func TestNoRanges(t *testing.T) {
	if _, ok := tallyOf(nil, workedExample()).Ranges(Schulze, 1); ok {
		t.Error("Schulze's method has ranges")
	}
	if _, ok := tallyOf([]string{"A"}, nil).Ranges(Harmonic, 1); ok {
		t.Error("nobody has ranges")
	}
}
