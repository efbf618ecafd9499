package report

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The properties that a fair count has, held against random profiles. Those
// that a method is known to lack are not asked of it.

func allTopics() []string { return []string{"A", "B", "C", "D", "E"} }

// ballots draws a few lists with ties, several topics a wish, wishes without
// topic, and several lists from one person.
func ballots(t *rapid.T, name string) []Ballot {
	topic := rapid.SampledFrom(allTopics())
	wish := rapid.Custom(func(t *rapid.T) Wish {
		return Wish{
			Rank:   rapid.IntRange(1, 4).Draw(t, "rank"),
			Topics: rapid.SliceOfNDistinct(topic, 0, 3, rapid.ID).Draw(t, "topics"),
			Closed: rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "closed"),
		}
	})
	ballot := rapid.Custom(func(t *rapid.T) Ballot {
		return Ballot{
			Person:    rapid.Int64Range(1, 4).Draw(t, "person"),
			Workplace: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "workplace"),
			Wishes:    rapid.SliceOfN(wish, 0, 5).Draw(t, "wishes"),
		}
	})
	return rapid.SliceOfN(ballot, 0, 6).Draw(t, name)
}

// said is all that a count says, a line for each topic in order.
func said(topics []string, ballots []Ballot, method Method) []string {
	tally := tallyOf(topics, ballots)
	ranges, _ := tally.Ranges(method, 1)
	var lines []string
	for _, d := range tally.Demands(method) {
		lines = append(lines, fmt.Sprint(d.Topic, " ", d.Score, d.Points, d.People, d.Workplaces, d.Largest, d.FirstChoices, ranges[d.Topic]))
	}
	return lines
}

func scores(ballots []Ballot, method Method) map[string]*big.Rat {
	scores := make(map[string]*big.Rat)
	for _, d := range counted(allTopics(), ballots, method) {
		scores[d.Topic] = d.Score
	}
	return scores
}

func forEachMethod(t *testing.T, methods []Method, check func(t *rapid.T, method Method)) {
	t.Helper()
	for _, method := range methods {
		t.Run(string(method), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) { check(t, method) })
		})
	}
}

// sums are the methods that add up what each person says.
var sumMethods = []Method{Harmonic, Mentions, First}

// Mails may come in any order, and twice; nobody's name matters.
func TestOrderRepetitionAndNamesMeanNothing(t *testing.T) {
	forEachMethod(t, Methods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		other := slices.Concat(given, given)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		for i := range other {
			other[i].Person = 100 - other[i].Person
		}
		if diff := cmp.Diff(said(nil, given, method), said(nil, other, method)); diff != "" {
			t.Error(diff)
		}
	})
}

// Topics that change names change places with them.
func TestNeutrality(t *testing.T) {
	forEachMethod(t, Methods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		names := rapid.Permutation(allTopics()).Draw(t, "names")
		renamed := func(topic string) string { return names[slices.Index(allTopics(), topic)] }
		other := mapTopics(given, func(topics []string) []string {
			return mapped(topics, renamed)
		})
		before, after := scores(given, method), scores(other, method)
		for topic, score := range before {
			if after[renamed(topic)].Cmp(score) != 0 {
				t.Errorf("%s as %s has %s, not %s", topic, renamed(topic), after[renamed(topic)], score)
			}
		}
	})
}

// If everybody came three times, as other people, the order would be the same.
func TestHomogeneity(t *testing.T) {
	forEachMethod(t, Methods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		thrice := slices.Concat(given, others(given, 10), others(given, 20))
		if diff := cmp.Diff(order(given, method), order(thrice, method)); diff != "" {
			t.Error(diff)
		}
	})
}

// What two halves of the people agree on, all agree on.
func TestReinforcement(t *testing.T) {
	forEachMethod(t, []Method{Harmonic, Mentions, First, BordaAvg}, func(t *rapid.T, method Method) {
		some, rest := ballots(t, "some"), others(ballots(t, "rest"), 10)
		first, second, together := scores(some, method), scores(rest, method), scores(slices.Concat(some, rest), method)
		for _, a := range allTopics() {
			for _, b := range allTopics() {
				if first[a].Cmp(first[b]) >= 0 && second[a].Cmp(second[b]) >= 0 && together[a].Cmp(together[b]) < 0 {
					t.Errorf("both halves want %s as much as %s, but together they do not", a, b)
				}
			}
		}
	})
}

// One more person who wants nothing but a topic never takes it down.
func TestMonotonicity(t *testing.T) {
	forEachMethod(t, Methods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		lifted := append(slices.Clone(given), Ballot{Person: 10, Wishes: []Wish{{Rank: 1, Topics: []string{"A"}}}})
		before, after := scores(given, method), scores(lifted, method)
		for _, other := range allTopics() {
			if before["A"].Cmp(before[other]) >= 0 && after["A"].Cmp(after[other]) < 0 {
				t.Errorf("a vote for A put it below %s", other)
			}
		}
	})
}

// A wish that is tagged anew moves its old and its new topic, and no other.
func TestRetaggingIsLocal(t *testing.T) {
	forEachMethod(t, sumMethods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		other := mapTopics(given, func(topics []string) []string {
			return slices.Compact(slices.Sorted(slices.Values(mapped(topics, func(topic string) string {
				return strings.Replace(topic, "A", "F", 1)
			}))))
		})
		before, after := scores(given, method), scores(other, method)
		for _, topic := range []string{"B", "C", "D", "E"} {
			if before[topic].Cmp(after[topic]) != 0 {
				t.Errorf("%s moved from %s to %s", topic, before[topic], after[topic])
			}
		}
	})
}

// A list of n wishes for n topics gives 1 + 1/2 + … + 1/n in all, tied or not.
func TestWeightIsConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := Ballot{Person: 1}
		want := new(big.Rat)
		for i, topic := range rapid.Permutation(allTopics()).Draw(t, "topics")[:rapid.IntRange(1, 5).Draw(t, "length")] {
			list.Wishes = append(list.Wishes, Wish{Rank: rapid.IntRange(1, 3).Draw(t, "rank"), Topics: []string{topic}})
			want.Add(want, big.NewRat(1, int64(i+1)))
		}
		sum := new(big.Rat)
		for _, score := range scores([]Ballot{list}, Harmonic) {
			sum.Add(sum, score)
		}
		if sum.Cmp(want) != 0 {
			t.Errorf("a list of %d gives %s, want %s", len(list.Wishes), sum, want)
		}
	})
}

// Nobody moves a topic by more than one point, whatever they write.
func TestInfluenceIsBounded(t *testing.T) {
	forEachMethod(t, sumMethods, func(t *rapid.T, method Method) {
		given, added := ballots(t, "ballots"), ballots(t, "added")
		for i := range added {
			added[i].Person = 10
		}
		before, after := scores(given, method), scores(slices.Concat(given, added), method)
		for topic := range before {
			if gain := new(big.Rat).Sub(after[topic], before[topic]); gain.Sign() < 0 || gain.Cmp(big.NewRat(1, 1)) > 0 {
				t.Errorf("one person moved %s by %s", topic, gain)
			}
		}
	})
}

// A topic that the editors add changes nothing until somebody wants it.
func TestUnusedTopicChangesNothing(t *testing.T) {
	forEachMethod(t, sumMethods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		with := slices.DeleteFunc(said(append(allTopics(), "unused"), given, method), func(line string) bool { return strings.HasPrefix(line, "unused") })
		if diff := cmp.Diff(said(allTopics(), given, method), with); diff != "" {
			t.Error(diff)
		}
	})
}

// One more wish at the end of a list leaves the other topics' points alone.
func TestAppendedWishLeavesOthersAlone(t *testing.T) {
	forEachMethod(t, sumMethods, func(t *rapid.T, method Method) {
		given := ballots(t, "ballots")
		list := Ballot{Person: 10, Wishes: []Wish{{Rank: 1, Topics: []string{"B", "C"}}, {Rank: 2, Topics: []string{"D"}}}}
		longer := list
		longer.Wishes = append(slices.Clone(list.Wishes), Wish{Rank: 3, Topics: []string{"A"}})
		before, after := scores(append(slices.Clone(given), list), method), scores(append(slices.Clone(given), longer), method)
		for _, topic := range []string{"B", "C", "D", "E"} {
			if before[topic].Cmp(after[topic]) != 0 {
				t.Errorf("%s moved from %s to %s", topic, before[topic], after[topic])
			}
		}
	})
}

// order ranks the topics by their scores alone; those that tie share a line.
func order(ballots []Ballot, method Method) []string {
	var lines []string
	last := new(big.Rat)
	for _, d := range counted(allTopics(), ballots, method) {
		if len(lines) > 0 && d.Score.Cmp(last) == 0 {
			lines[len(lines)-1] = strings.Join(slices.Sorted(slices.Values(append(strings.Fields(lines[len(lines)-1]), d.Topic))), " ")
		} else {
			lines = append(lines, d.Topic)
		}
		last = d.Score
	}
	return lines
}

// others are the same ballots from other people.
func others(ballots []Ballot, offset int64) []Ballot {
	moved := slices.Clone(ballots)
	for i := range moved {
		moved[i].Person += offset
	}
	return moved
}

func mapTopics(ballots []Ballot, change func([]string) []string) []Ballot {
	changed := slices.Clone(ballots)
	for i := range changed {
		changed[i].Wishes = slices.Clone(changed[i].Wishes)
		for j := range changed[i].Wishes {
			changed[i].Wishes[j].Topics = change(changed[i].Wishes[j].Topics)
		}
	}
	return changed
}

func mapped(topics []string, change func(string) string) []string {
	changed := make([]string, len(topics))
	for i, topic := range topics {
		changed[i] = change(topic)
	}
	return changed
}
