package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
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
			ballot := Ballot{Person: int64(person)}
			for rank, wishes := range levels {
				for _, topics := range wishes {
					ballot.Wishes = append(ballot.Wishes, Wish{Rank: rank + 1, Topics: topics})
				}
			}
			ballots = append(ballots, ballot)
		}
		for name, want := range vector.Expect {
			got := make(map[string]string)
			for _, d := range counted(vector.Topics, ballots, methods[name]) {
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

// counted are the demands of some ballots.
func counted(topics []string, ballots []Ballot, method Method) []Demand {
	return tallyOf(topics, ballots).Demands(method)
}

func tallyOf(topics []string, ballots []Ballot) *Tally {
	tally := NewTally()
	for _, topic := range topics {
		tally.topics.of(topic) // told of even if nobody wants it
	}
	for _, ballot := range ballots {
		tally.Add(ballot)
	}
	return tally
}

// workedExample is Anna, Björn, Cecilia, David and Eva: A Teams, B law, C
// makerspace, D social media, E digital reading.
func workedExample() []Ballot {
	wish := func(rank int, topics ...string) Wish { return Wish{Rank: rank, Topics: topics} }
	return []Ballot{
		{Person: 1, Workplace: "a", Wishes: []Wish{wish(1, "B"), wish(2, "A"), wish(3, "D")}},
		{Person: 2, Workplace: "a", Wishes: []Wish{wish(1, "C")}},
		{Person: 3, Workplace: "b", Wishes: []Wish{wish(1, "A"), wish(1, "C")}},
		{Person: 4, Workplace: "b", Wishes: []Wish{wish(1, "D"), wish(2, "A"), wish(3, "C"), wish(4, "B")}},
		{Person: 5, Workplace: "c", Wishes: []Wish{wish(1, "A", "B"), wish(2, "E")}},
	}
}

func TestWorkedExample(t *testing.T) {
	var got []string
	for _, d := range counted(nil, workedExample(), Harmonic) {
		got = append(got, fmt.Sprint(d.Topic, " ", d.Points.RatString(), " ", d.People, " ", d.Workplaces, " ", d.Largest, " ", d.FirstChoices.RatString()))
	}
	want := []string{"A 9/4 4 3 2 1", "C 25/12 3 2 2 3/2", "B 7/4 3 3 1 3/2", "D 4/3 2 2 1 1", "E 1/2 1 1 1 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A course for A closes what was wanted of it, and leaves the others as they were.
func TestClosedTopicKeepsItsShare(t *testing.T) {
	ballots := workedExample()
	for i := range ballots {
		for j := range ballots[i].Wishes {
			wish := &ballots[i].Wishes[j]
			if k := slices.Index(wish.Topics, "A"); k >= 0 {
				wish.Topics, wish.Closed = slices.Delete(slices.Clone(wish.Topics), k, k+1), 1
			}
		}
	}
	var got []string
	for _, d := range counted(nil, ballots, Harmonic) {
		got = append(got, d.Topic+" "+d.Points.RatString())
	}
	if diff := cmp.Diff([]string{"C 25/12", "B 7/4", "D 4/3", "E 1/2"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOrders(t *testing.T) {
	got := tallyOf(nil, append(workedExample(), Ballot{Person: 6, Wishes: []Wish{{Rank: 1, Topics: []string{"C"}}}}, Ballot{Person: 7, Wishes: []Wish{{Rank: 1}}})).Orders()
	want := []Order{
		{2, [][]string{{"C"}}}, {1, [][]string{{"A", "B"}, {"E"}}}, {1, [][]string{{"A", "C"}}},
		{1, [][]string{{"B"}, {"A"}, {"D"}}}, {1, [][]string{{"D"}, {"A"}, {"C"}, {"B"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
