package report

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRangesOfWorkedExample holds the drawing of samples to the exact answer,
// which the 5^5 samples that there are give when each is counted once.
func TestRangesOfWorkedExample(t *testing.T) {
	tally := tallyOf(nil, workedExample())
	score, _ := tally.scoreOfClaim(Harmonic)
	ballots := tally.scoredBallots(score)
	all := newPlaceCounts(len(tally.topics.names))
	for sample := range 5 * 5 * 5 * 5 * 5 {
		scores := make([]float64, len(tally.topics.names))
		for range ballots {
			for _, s := range ballots[sample%5] {
				scores[s.topic] += s.score
			}
			sample /= 5
		}
		all.add(scores)
	}
	exact := make(map[string]Range)
	for i, topic := range tally.topics.names {
		exact[topic] = Range{all.percentile(i, 5), all.percentile(i, 95)}
	}
	want := map[string]Range{"A": {1, 3}, "C": {1, 4}, "B": {1, 4}, "D": {1, 5}, "E": {3, 5}}
	if diff := cmp.Diff(want, exact); diff != "" {
		t.Errorf("all samples: %s", diff)
	}
	for seed := range uint64(5) {
		drawn := tally.drawPlaces(score, seed)
		for i, topic := range tally.topics.names {
			for place, times := range all.times[i] {
				share, want := float64(drawn.times[i][place])/float64(drawn.samples), float64(times)/float64(all.samples)
				if math.Abs(share-want) > 0.04 {
					t.Errorf("seed %d: %s takes place %d in %.3f of the samples, of all in %.3f", seed, topic, place+1, share, want)
				}
			}
		}
	}
	if diff := cmp.Diff([]int{1, 1, 1, 1, 2}, Tiers([]Range{exact["A"], exact["C"], exact["B"], exact["D"], exact["E"]})); diff != "" {
		t.Errorf("tiers: %s", diff)
	}
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
	if _, ok := NewTally("A").Ranges(Harmonic, 1); ok {
		t.Error("nobody has ranges")
	}
}
