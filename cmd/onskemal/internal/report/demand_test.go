package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestCountVectors holds the counting against cases that were checked with
// votelib and pref_voting.
func TestCountVectors(t *testing.T) {
	file := "../../../../../shared/ranking/vectors.json"
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the shared ranking vectors are not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Topics  []string
		Ballots [][][][]string
		Expect  map[string]map[string]string
	}
	if err := json.Unmarshal(data, &vectors); err != nil {
		t.Fatal(err)
	}
	methods := map[string]Method{"harmonic": Harmonic, "mentions": Mentions, "first": First, "borda-avg": BordaAvg, "schulze-wins": Schulze}
	checked := 0
	for i, vector := range vectors {
		var ballots []Ballot
		for person, levels := range vector.Ballots {
			ballot := Ballot{Person: fmt.Sprint(person)}
			for rank, wishes := range levels {
				for _, topics := range wishes {
					ballot.Wishes = append(ballot.Wishes, Wish{Rank: rank + 1, Topics: topics})
				}
			}
			ballots = append(ballots, ballot)
		}
		for name, want := range vector.Expect {
			demands, err := Count(vector.Topics, ballots, methods[name])
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[string]string)
			for _, d := range demands {
				got[d.Topic] = d.Score.RatString()
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("vector %d, %s: %s", i, name, diff)
			}
			checked++
		}
	}
	if want := 3 * 90; checked < want {
		t.Errorf("%d expectations checked, want at least %d", checked, want)
	}
}

// workedExample is Anna, Björn, Cecilia, David and Eva: A Teams, B law, C
// makerspace, D social media, E digital reading.
var workedExample = []Ballot{
	{Person: "Anna", Workplace: "a", Wishes: []Wish{{1, []string{"B"}}, {2, []string{"A"}}, {3, []string{"D"}}}},
	{Person: "Björn", Workplace: "a", Wishes: []Wish{{1, []string{"C"}}}},
	{Person: "Cecilia", Workplace: "b", Wishes: []Wish{{1, []string{"A"}}, {1, []string{"C"}}}},
	{Person: "David", Workplace: "b", Wishes: []Wish{{1, []string{"D"}}, {2, []string{"A"}}, {3, []string{"C"}}, {4, []string{"B"}}}},
	{Person: "Eva", Workplace: "c", Wishes: []Wish{{1, []string{"A", "B"}}, {2, []string{"E"}}}},
}

func TestCountWorkedExample(t *testing.T) {
	demands, err := Count(nil, workedExample, Harmonic)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range demands {
		got = append(got, fmt.Sprintf("%s %s %d %d %s", d.Topic, d.Points.RatString(), d.People, d.Workplaces, d.FirstChoices.RatString()))
	}
	want := []string{"A 9/4 4 3 1", "C 25/12 3 2 3/2", "B 7/4 3 3 3/2", "D 4/3 2 2 1", "E 1/2 1 1 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCountUnknownMethod(t *testing.T) {
	if _, err := Count(nil, nil, "guess"); err == nil {
		t.Error("an unknown method was accepted")
	}
}

// ballots draws a few lists with ties, several topics a wish, wishes without
// topic, and several lists from one person.
func ballots(t *rapid.T) []Ballot {
	topic := rapid.SampledFrom([]string{"A", "B", "C", "D", "E"})
	wish := rapid.Custom(func(t *rapid.T) Wish {
		return Wish{Rank: rapid.IntRange(1, 4).Draw(t, "rank"), Topics: rapid.SliceOfNDistinct(topic, 0, 3, rapid.ID).Draw(t, "topics")}
	})
	ballot := rapid.Custom(func(t *rapid.T) Ballot {
		return Ballot{
			Person:    rapid.SampledFrom([]string{"p", "q", "r", "s"}).Draw(t, "person"),
			Workplace: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "workplace"),
			Wishes:    rapid.SliceOfN(wish, 0, 5).Draw(t, "wishes"),
		}
	})
	return rapid.SliceOfN(ballot, 0, 6).Draw(t, "ballots")
}

func mustCount(t *rapid.T, topics []string, ballots []Ballot, method Method) []string {
	demands, err := Count(topics, ballots, method)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, d := range demands {
		lines = append(lines, fmt.Sprint(d.Topic, d.Score, d.Points, d.People, d.Workplaces, d.FirstChoices))
	}
	return lines
}

func TestCountIgnoresOrderAndRepetition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := ballots(t)
		shuffled := slices.Concat(given, given)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for _, method := range Methods {
			if diff := cmp.Diff(mustCount(t, nil, given, method), mustCount(t, nil, shuffled, method)); diff != "" {
				t.Errorf("%s: %s", method, diff)
			}
		}
	})
}

func TestCountBoundedInfluence(t *testing.T) {
	one := big.NewRat(1, 1)
	rapid.Check(t, func(t *rapid.T) {
		given := ballots(t)
		before := points(t, given)
		added := Ballot{Person: "new", Wishes: []Wish{{1, []string{"A"}}, {1, []string{"A", "B"}}, {2, []string{"C"}}}}
		for topic, after := range points(t, append(given, added)) {
			old := before[topic]
			if old == nil {
				old = new(big.Rat)
			}
			if gain := new(big.Rat).Sub(after, old); gain.Sign() < 0 || gain.Cmp(one) > 0 {
				t.Errorf("one person moved %s by %s", topic, gain.RatString())
			}
		}
	})
}

func TestCountUnusedTopicChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := ballots(t)
		topics := []string{"A", "B", "C", "D", "E"}
		with := mustCount(t, append(topics, "unused"), given, Harmonic)
		without := mustCount(t, topics, given, Harmonic)
		if diff := cmp.Diff(without, slices.DeleteFunc(with, func(line string) bool { return strings.HasPrefix(line, "unused") })); diff != "" {
			t.Error(diff)
		}
	})
}

func points(t *rapid.T, ballots []Ballot) map[string]*big.Rat {
	demands, err := Count(nil, ballots, Harmonic)
	if err != nil {
		t.Fatal(err)
	}
	points := make(map[string]*big.Rat)
	for _, d := range demands {
		points[d.Topic] = d.Points
	}
	return points
}
