package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEachWish: every wish is as it counts, with the decision it rests on.
func TestEachWish(t *testing.T) {
	s := threeWishes(t)
	teams := saw(t, s, "Teams och Zoom")
	id := mustDecide(t, s, Labelled, []Placed{teams}, Item{Rank: 1, Text: teams.Text, Scope: "digital", Topics: []string{"mik", "guider"}, Outside: []string{"AI"}})
	var got []CountedItem
	if err := s.EachWish(t.Context(), func(w CountedItem) error { got = append(got, w); return nil }); err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].Decision != id || got[1].Decision != 0 || got[0].Workplace != "nykulla.example" {
		t.Fatalf("%+v", got)
	}
	want, err := s.Items(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, wish := range got {
		if diff := cmp.Diff(want[i], wish.Placed); diff != "" {
			t.Error(diff)
		}
	}
	if m, err := s.Message(t.Context(), 1); err != nil || len(m.Wishes) != 3 || m.Wishes[0].Topics[0] != "samarbete" {
		t.Errorf("%+v, %v", m, err)
	}
	if _, err := s.Message(t.Context(), 7); err == nil {
		t.Error("message 7 is there")
	}
}

// TestEachWishOfMerged: what two addresses of a person wish is one person's, at one
// workplace.
func TestEachWishOfMerged(t *testing.T) {
	s := twoAddresses(t)
	mustMerge(t, s, anna, annaAtHome)
	people := make(map[int64][]string)
	err := s.EachWish(t.Context(), func(w CountedItem) error {
		people[w.Person] = append(people[w.Person], w.Text+" "+w.Workplace)
		return nil
	})
	want := map[int64][]string{1: {"Zettelkasten nykulla.example", "Mikroskopi nykulla.example"}, 3: {"Koha sjovik.example"}}
	if diff := cmp.Diff(want, people); diff != "" || err != nil {
		t.Error(diff, err)
	}
}
