package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// found says what a search finds, each as "wish 1" or "offer 1".
func found(t *testing.T, s *Store, search Search) []string {
	t.Helper()
	var names []string
	err := s.Search(t.Context(), search, func(f Found) error {
		names = append(names, f.name())
		return nil
	})
	if err != nil {
		t.Fatalf("%v: %v", search.Terms, err)
	}
	return names
}

func terms(texts ...string) []Term {
	var terms []Term
	for _, text := range texts {
		terms = append(terms, NewTerm(text))
	}
	return terms
}

func TestSearch(t *testing.T) {
	s := newStore(t)
	day := func(n int) time.Time { return tuesday.AddDate(0, 0, n) }
	mustAdd(t, s, Message{
		Raw: []byte("one"), From: "anna@nykulla.example", Received: day(0), Kind: "wish+offer",
		Wishes: []Wish{
			{Rank: 1, Text: "Filmvisning på ÅTERVINNINGEN", Scope: "digital", Topics: []string{"juridik"}},
			{Rank: 2, Text: "AI i vardagen, 3D-skrivare", Scope: "digital", Outside: []string{"AI"}},
			{Rank: 3, Text: "rara  maskiner", Scope: "unclear"},
		},
		Offers: []Offer{{Text: "kan visa film", Topics: []string{"makerspace"}}},
	}, nil)
	mustAdd(t, s, Message{
		Raw: []byte("two"), From: "bo@annan.example", Received: day(1), Kind: "wish",
		Wishes: []Wish{{Rank: 1, Text: `ordet "film" * OR NOT (AND` + "\nnästa rad", Scope: "digital", Topics: []string{"mik", "juridik"}}},
	}, nil)
	for _, test := range []struct {
		name string
		Search
		want []string
	}{
		{"all", Search{}, []string{"wish 4", "wish 1", "wish 2", "wish 3", "offer 1"}},
		{"inside words, any case", Search{Terms: terms("VISNING")}, []string{"wish 1"}},
		{"å is a letter of its own", Search{Terms: terms("återvinning")}, []string{"wish 1"}},
		{"… and not an a", Search{Terms: terms("atervinning")}, nil},
		{"short words stand alone", Search{Terms: terms("ai")}, []string{"wish 2"}},
		{"… beside a hyphen, too", Search{Terms: terms("3d")}, []string{"wish 2"}},
		{"… with others", Search{Terms: terms("på", "film")}, []string{"wish 1"}},
		{"every word", Search{Terms: terms("film", "visning")}, []string{"wish 1"}},
		{"some words", Search{Terms: terms("film", "finnsinte")}, nil},
		{"a phrase", Search{Terms: terms("visa film")}, []string{"offer 1"}},
		{"a phrase with short words", Search{Terms: terms("AI i")}, []string{"wish 2"}},
		{"a phrase over any space", Search{Terms: terms("rara maskiner", "(and nästa")}, nil},
		{"… and another", Search{Terms: terms("rara maskiner")}, []string{"wish 3"}},
		{"… and a line's end", Search{Terms: terms("(and nästa rad")}, []string{"wish 4"}},
		{"signs are signs", Search{Terms: terms(`"film"`)}, []string{"wish 4"}},
		{"… also those of the index", Search{Terms: terms("OR", "NOT", "*")}, []string{"wish 4"}},
		{"… and of patterns", Search{Terms: terms("f.lm")}, nil},
		{"no bytes of an index", Search{Terms: terms("\xff\xfe\xfd", "\x00\x00\x00\x00")}, nil},
		{"a topic", Search{Label: "juridik"}, []string{"wish 4", "wish 1"}},
		{"a group", Search{Label: "AI"}, []string{"wish 2"}},
		{"an offer's topic", Search{Label: "makerspace", Terms: terms("film")}, []string{"offer 1"}},
		{"offers", Search{Terms: terms("film"), OffersOnly: true}, []string{"offer 1"}},
		{"since", Search{Terms: terms("film"), Since: day(1)}, []string{"wish 4"}},
		{"until", Search{Terms: terms("film"), Until: day(1)}, []string{"wish 1", "offer 1"}},
		{"a long text", Search{Terms: terms(strings.Repeat("film och visning ", 5000))}, nil},
	} {
		if diff := cmp.Diff(test.want, found(t, s, test.Search)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	enough := errors.New("enough")
	if err := s.Search(t.Context(), Search{}, func(Found) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("a visit that fails: %v", err)
	}
	err := s.Search(t.Context(), Search{Label: "mik"}, func(f Found) error {
		if f.Workplace != "annan.example" || !f.Received.Equal(day(1)) || f.Message != 2 || !slices.Equal(f.Topics, []string{"mik", "juridik"}) {
			t.Errorf("found %+v", f)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The index is only a shortcut: with it, the same is found as by looking at each
// text.
func TestSearchMissesNothing(t *testing.T) {
	s := newStore(t)
	letters := rapid.StringOfN(rapid.RuneFrom([]rune(`aAbåÅäößéıİ "*-.3`+"\n")), 1, 12, -1)
	var texts []string
	rapid.Check(t, func(t *rapid.T) {
		text := letters.Draw(t, "text")
		_, err := s.Add(context.Background(), Message{
			Raw: []byte(fmt.Sprint(len(texts), text)), Received: tuesday, Kind: "wish", Wishes: []Wish{{Rank: 1, Text: text, Scope: "unclear"}},
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
		term := NewTerm(rapid.OneOf(letters, rapid.Just(text)).Draw(t, "term"))
		if term.String() == "" {
			return
		}
		var want, got []string
		for _, text := range texts {
			if len(term.In(text)) > 0 {
				want = append(want, text)
			}
		}
		err = s.Search(context.Background(), Search{Terms: []Term{term}}, func(f Found) error {
			got = append(got, f.Text)
			return nil
		})
		slices.Sort(want)
		slices.Sort(got)
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("%q: found %q, want %q, %v", term, got, want, err)
		}
	})
}

// checkIndex holds the search tables to the texts.
func checkIndex(t *testing.T, s *Store, when string) {
	t.Helper()
	if err := indexFault(s); err != nil {
		t.Errorf("%s: %v", when, err)
	}
}

func indexFault(s *Store) error {
	_, err := s.db.Exec(`INSERT INTO wish_search (wish_search, rank) VALUES ('integrity-check', 1)`)
	if err == nil {
		_, err = s.db.Exec(`INSERT INTO offer_search (offer_search, rank) VALUES ('integrity-check', 1)`)
	}
	return err
}

// Whatever changes the wishes and offers changes the index.
func TestSearchIndexStaysTrue(t *testing.T) {
	s := threeWishes(t)
	checkIndex(t, s, "added")
	mustDecide(t, s, Split, []Placed{saw(t, s, "Teams och Zoom")}, Item{Text: "Teams"}, Item{Text: "Zoom"})
	checkIndex(t, s, "split")
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel"})
	mustDecide(t, s, AsWish, []Placed{saw(t, s, "kan visa Koha")}, Item{Text: "kan visa Koha"})
	checkIndex(t, s, "turned")
	if got, want := found(t, s, Search{Terms: terms("excel")}), []string{"offer 2"}; !slices.Equal(got, want) {
		t.Errorf("a wish made an offer: found %v, want %v", got, want)
	}
	mustDecide(t, s, Duplicate, nil)
	checkIndex(t, s, "nothing counts")
	if got := found(t, s, Search{Terms: terms("teams")}); got != nil {
		t.Errorf("nothing counts: found %v", got)
	}
	for range 4 {
		if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
			t.Fatal(err)
		}
		checkIndex(t, s, "undone")
	}
	anew := Message{Raw: raw, From: anna, Kind: "wish", DerivedBy: "v2", Wishes: []Wish{{Rank: 1, Text: "Teams och Zoom och mer", Scope: "unclear"}}}
	if err := rederiveAlone(t.Context(), s, 1, anew); err != nil {
		t.Fatal(err)
	}
	checkIndex(t, s, "read anew")
	if got, want := found(t, s, Search{Terms: terms("och mer")}), 1; len(got) != want {
		t.Errorf("read anew: found %v", got)
	}
	stored, err := s.Message(t.Context(), 1)
	if err == nil {
		err = relabelAlone(t.Context(), s, stored, "v3")
	}
	if err != nil {
		t.Fatal(err)
	}
	checkIndex(t, s, "labelled anew")
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := s.Backup(t.Context(), copied, false); err != nil {
		t.Fatal(err)
	}
	restored, err := Open(t.Context(), copied)
	if err != nil {
		t.Fatal(err)
	}
	defer restored.Close()
	checkIndex(t, restored, "restored")
	if _, err := s.Forget(t.Context(), anna, headerReader{}); err != nil {
		t.Fatal(err)
	}
	checkIndex(t, s, "forgotten")

	for _, change := range []string{`DROP TRIGGER wish_search_update`, `UPDATE wish SET text = 'by another program'`} {
		if _, err := restored.db.Exec(change); err != nil {
			t.Fatal(err)
		}
	}
	if indexFault(restored) == nil {
		t.Error("a text that changes behind the index is no fault: this test guards nothing")
	}
}
