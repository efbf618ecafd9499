package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// list says what counts in message 1: a line an item, as "3 digital Teams [samarbete]".
func list(t *testing.T, s *Store) []string {
	t.Helper()
	items, err := s.Items(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range items {
		line := fmt.Sprintf("%d %s %s %v", p.Rank, p.Scope, p.Text, append(slices.Clone(p.Topics), p.Outside...))
		if p.Offer {
			line = fmt.Sprintf("offer %s %v", p.Text, p.Topics)
		}
		lines = append(lines, fmt.Sprintf("%d/%d: %s", p.ID, p.Position, line))
	}
	return lines
}

func wants(t *testing.T, s *Store, when string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, list(t, s)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", when, diff)
	}
}

// saw is a wish or offer of message 1 as an editor sees it now.
func saw(t *testing.T, s *Store, text string) Placed {
	t.Helper()
	items, err := s.Items(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(items, func(p Placed) bool { return p.Text == text })
	if at < 0 {
		t.Fatalf("no %q among %v", text, items)
	}
	return items[at]
}

func mustDecide(t *testing.T, s *Store, kind DecisionKind, on []Placed, is ...Item) (id int64) {
	t.Helper()
	id, err := s.Decide(t.Context(), Ruling{Kind: kind, Message: 1, On: on, Is: is, At: tuesday, By: "eva"})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func threeWishes(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	mustAdd(t, s, Message{
		Raw: raw, From: "anna@nykulla.example", Received: tuesday, Added: tuesday, Kind: "wish+offer", DerivedBy: "v1",
		Wishes: []Wish{
			{Rank: 1, Text: "Teams och Zoom", Scope: "digital", Topics: []string{"samarbete"}},
			{Rank: 2, Text: "mera bokprat", Scope: "unclear"},
			{Rank: 3, Text: "Excel", Scope: "digital", Outside: []string{"Excel"}},
		},
		Offers: []Offer{{Text: "kan visa Koha", Topics: []string{"guider"}}},
	}, nil)
	return s
}

// What is decided counts at once, keeps the numbers that editors know, and goes
// back when it is undone.
func TestDecide(t *testing.T) {
	s := threeWishes(t)
	before := []string{
		"1/1: 1 digital Teams och Zoom [samarbete]", "2/2: 2 unclear mera bokprat []", "3/3: 3 digital Excel [Excel]",
		"1/1: offer kan visa Koha [guider]",
	}
	wants(t, s, "as read", before...)

	mustDecide(t, s, Labelled, []Placed{saw(t, s, "mera bokprat")}, Item{Text: "mera bokprat", Scope: "digital", Topics: []string{"lasframjande"}})
	mustDecide(t, s, Split, []Placed{saw(t, s, "Teams och Zoom")},
		Item{Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}}, Item{Text: "Zoom", Scope: "digital", Topics: []string{"samarbete"}})
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel", Topics: []string{"guider"}})
	mustDecide(t, s, AsWish, []Placed{saw(t, s, "kan visa Koha")}, Item{Text: "kan visa Koha", Scope: "digital", Topics: []string{"open-source"}})
	mustDecide(t, s, Added, nil, Item{Text: "GDPR", Scope: "digital", Topics: []string{"juridik"}})
	after := []string{
		"1/1: 1 digital Teams [samarbete]", "4/2: 1 digital Zoom [samarbete]", "2/3: 2 digital mera bokprat [lasframjande]",
		"5/4: 3 digital kan visa Koha [open-source]", "6/5: 4 digital GDPR [juridik]", "2/1: offer Excel [guider]",
	}
	wants(t, s, "decided", after...)

	// One half of what was split gets other topics; then that is undone, then all.
	mustDecide(t, s, Labelled, []Placed{saw(t, s, "Zoom")}, Item{Text: "Zoom", Scope: "digital", Topics: []string{"juridik"}})
	wants(t, s, "decided again", slices.Replace(slices.Clone(after), 1, 2, "4/2: 1 digital Zoom [juridik]")...)
	for i := range 6 {
		if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			wants(t, s, "undone once", after...)
		}
	}
	if _, err := s.Undo(t.Context(), 0, tuesday); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("a seventh time: %v", err)
	}
	wants(t, s, "all undone", "8/1: 1 digital Teams och Zoom [samarbete]", "2/2: 2 unclear mera bokprat []", "7/3: 3 digital Excel [Excel]",
		"1/1: offer kan visa Koha [guider]")
}

// Reports get the wishes of a mail together and in their order, though some have
// been stored after those of other mails.
func TestDecidedWishesStayTogether(t *testing.T) {
	s := threeWishes(t)
	mustAdd(t, s, Message{Raw: []byte("other"), From: "bo@x.example", Received: tuesday, Added: tuesday, Kind: "wish",
		Wishes: []Wish{{Rank: 1, Text: "Koha", Scope: "digital"}}}, nil)
	check := func(when string, want ...string) {
		t.Helper()
		wishes, texts := wishesBefore(t, s, tuesday.Add(time.Second))
		var got []string
		for _, w := range wishes {
			got = append(got, fmt.Sprintf("%d %d %s %v", w.Message, w.Rank, texts[w.ID], w.Topics))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	mustDecide(t, s, Split, []Placed{saw(t, s, "Teams och Zoom")}, Item{Text: "Teams", Topics: []string{"samarbete"}}, Item{Text: "Zoom"})
	check("split", "1 1 Teams [samarbete]", "1 1 Zoom []", "1 2 mera bokprat []", "1 3 Excel []", "2 1 Koha []")
	anew := Message{Raw: raw, From: "anna@nykulla.example", Received: tuesday, Kind: "wish", Wishes: []Wish{
		{Rank: 1, Text: "Excel", Scope: "digital"}, {Rank: 2, Text: "mera bokprat", Scope: "digital"},
	}}
	if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
		t.Fatal(err)
	}
	if err := rederiveAlone(t.Context(), s, 1, anew); err != nil {
		t.Fatal(err)
	}
	check("in another order", "1 1 Excel []", "1 2 mera bokprat []", "2 1 Koha []")
	anew.Wishes = []Wish{{Rank: 1, Text: "ett", Scope: "digital"}, {Rank: 2, Text: "två", Scope: "digital"}}
	if err := rederiveAlone(t.Context(), s, 1, anew); err != nil {
		t.Fatal(err)
	}
	check("all new", "2 1 Koha []", "1 1 ett []", "1 2 två []")
}

func TestDecideJoin(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, Joined, []Placed{saw(t, s, "mera bokprat"), saw(t, s, "Excel")}, Item{Text: "mera bokprat, Excel", Scope: "digital"})
	wants(t, s, "joined", "1/1: 1 digital Teams och Zoom [samarbete]", "4/2: 2 digital mera bokprat, Excel []", "1/1: offer kan visa Koha [guider]")
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "mera bokprat, Excel")})
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "Teams och Zoom")})
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "kan visa Koha")})
	wants(t, s, "nothing left")
	if status, err := s.Status(t.Context()); err != nil || status.Messages["other"] != 1 {
		t.Errorf("kinds %v, %v", status.Messages, err)
	}
	if _, err := s.Undo(t.Context(), 2, tuesday); err != nil {
		t.Fatal(err)
	}
	wants(t, s, "the join counts again", "5/1: 2 digital mera bokprat, Excel []")
	mustDecide(t, s, Duplicate, nil)
	wants(t, s, "a duplicate")
	mustDecide(t, s, Seen, nil)
	wants(t, s, "no duplicate after all", "6/1: 2 digital mera bokprat, Excel []")
}

// A rerun never takes a decision away, and tells when it reads otherwise.
func TestDecisionsSurvive(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, Labelled, []Placed{saw(t, s, "mera bokprat")}, Item{Text: "mera bokprat", Scope: "digital", Topics: []string{"lasframjande"}})
	mustDecide(t, s, Accepted, []Placed{saw(t, s, "Excel")}, saw(t, s, "Excel").Item)
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "Teams och Zoom")})
	rerun := func(wishes ...Wish) {
		t.Helper()
		m := Message{Raw: raw, From: "anna@nykulla.example", Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "v2", Wishes: wishes}
		if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
			t.Fatal(err)
		}
	}
	agreements := func() (got []Agreement) {
		t.Helper()
		decisions, err := s.Decisions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range decisions {
			got = append(got, d.Agreement())
		}
		return got
	}
	if diff := cmp.Diff([]Agreement{Differs, Agrees, Differs}, agreements()); diff != "" {
		t.Error(diff)
	}
	for _, step := range []struct {
		name   string
		wishes []Wish
		counts []string
		agree  []Agreement
	}{
		{"other labels", []Wish{
			{Rank: 1, Text: "Teams och Zoom", Scope: "digital", Topics: []string{"guider"}},
			{Rank: 2, Text: "Mera  bokprat", Scope: "digital", Topics: []string{"lasframjande"}},
			{Rank: 3, Text: "Excel", Scope: "digital", Topics: []string{"guider"}},
		}, []string{"2/1: 2 digital mera bokprat [lasframjande]", "3/2: 3 digital Excel [Excel]"}, []Agreement{Agrees, Changed, Changed}},
		{"other pieces and ranks, one more wish", []Wish{
			{Rank: 1, Text: "Excel", Scope: "digital", Outside: []string{"Excel"}},
			{Rank: 2, Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}},
			{Rank: 2, Text: "Zoom", Scope: "digital", Topics: []string{"samarbete"}},
			{Rank: 3, Text: "podd", Scope: "digital"},
			{Rank: 4, Text: "gärna mera bokprat", Scope: "digital", Topics: []string{"lasframjande"}},
		}, []string{"3/1: 1 digital Excel [Excel]", "4/2: 3 digital podd []", "2/3: 4 digital mera bokprat [lasframjande]"}, []Agreement{Changed, Agrees, Changed}},
		{"nothing", nil, []string{"2/1: 2 digital mera bokprat [lasframjande]", "3/2: 3 digital Excel [Excel]"}, []Agreement{Changed, Changed, Agrees}},
	} {
		rerun(step.wishes...)
		wants(t, s, step.name, step.counts...)
		if diff := cmp.Diff(step.agree, agreements()); diff != "" {
			t.Errorf("%s: %s", step.name, diff)
		}
	}
	for _, stored := range staleBy(t, s, "v3") {
		if len(stored.Wishes) != 0 {
			t.Errorf("the program is said to read %v", stored.Wishes)
		}
	}
}

func staleBy(t *testing.T, s *Store, by string) (all []Stored) {
	t.Helper()
	for stored, err := range s.Stale(t.Context(), by) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, stored)
	}
	return all
}

// What is gone from the mail keeps its decisions when its topics are found anew.
func TestRelabelKeepsDecisions(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, Split, []Placed{saw(t, s, "Teams och Zoom")}, Item{Text: "Teams"}, Item{Text: "Zoom"})
	stale := staleBy(t, s, "v2")
	if len(stale) != 1 || len(stale[0].Wishes) != 3 {
		t.Fatalf("stale %+v", stale)
	}
	anew := stale[0]
	for i := range anew.Wishes {
		anew.Wishes[i].Topics, anew.Wishes[i].Scope = []string{"ny"}, "digital"
	}
	if err := relabelAlone(t.Context(), s, anew, "v2"); err != nil {
		t.Fatal(err)
	}
	wants(t, s, "labelled anew", "1/1: 1 unclear Teams []", "4/2: 1 unclear Zoom []", "2/3: 2 digital mera bokprat [ny]", "3/4: 3 digital Excel [ny Excel]",
		"1/1: offer kan visa Koha [guider]")
}

// Two editors who decide on the same wish: the second is told, and nothing is lost.
func TestDecideAtOnce(t *testing.T) {
	s := threeWishes(t)
	wish := saw(t, s, "mera bokprat")
	var group sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		group.Go(func() {
			is := wish.Item
			is.Topics = []string{fmt.Sprint("t", i)}
			_, errs[i] = s.Decide(context.Background(), Ruling{Kind: Labelled, On: []Placed{wish}, Is: []Item{is}, At: tuesday, By: fmt.Sprint(i)})
		})
	}
	group.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, ErrDecidedMeanwhile):
			t.Error(err)
		}
	}
	if decisions, err := s.Decisions(t.Context()); won != 1 || len(decisions) != 1 || err != nil {
		t.Errorf("%d won, %d decisions, %v", won, len(decisions), err)
	}
}

func TestDecideRefuses(t *testing.T) {
	s := threeWishes(t)
	mustAdd(t, s, Message{Raw: []byte("other"), From: "bo@x.example", Received: tuesday, Added: tuesday, Kind: "wish",
		Wishes: []Wish{{Rank: 1, Text: "Koha", Scope: "digital"}}}, nil)
	other, err := s.Item(t.Context(), false, 4)
	if err != nil {
		t.Fatal(err)
	}
	gone := other
	gone.ID = 99
	for name, test := range map[string]struct {
		ruling Ruling
		want   error
	}{
		"two mails":       {Ruling{On: []Placed{saw(t, s, "Excel"), other}}, ErrNotTogether},
		"no such wish":    {Ruling{On: []Placed{gone}}, ErrDecidedMeanwhile},
		"no such message": {Ruling{Kind: Seen, Message: 99}, ErrUnknownMessage},
	} {
		if _, err := s.Decide(t.Context(), test.ruling); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Item(t.Context(), true, 99); !errors.Is(err, ErrUnknownItem) {
		t.Errorf("unknown offer: %v", err)
	}
	if decisions, err := s.Decisions(t.Context()); len(decisions) != 0 || err != nil {
		t.Errorf("decisions %v, %v", decisions, err)
	}
}

// Nothing of a forgotten person stays in what was decided on her wishes, or in
// what the program read.
func TestForgetDecisions(t *testing.T) {
	s := newStore(t)
	mustAdd(t, s, Message{
		Raw: []byte("From: bo@x.example\n\nlista"), From: "bo@x.example", Received: tuesday, Added: tuesday, Kind: "wish",
		Wishes: []Wish{
			{Rank: 1, Text: "Mikroskopi", Scope: "digital", By: anna}, {Rank: 2, Text: "Zettelkasten", Scope: "digital", By: anna},
			{Rank: 1, Text: "Koha", Scope: "digital"},
		},
	}, nil)
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "Mikroskopi")})
	mustDecide(t, s, Labelled, []Placed{saw(t, s, "Zettelkasten")}, Item{Text: "Zettelkasten", Scope: "analog"})
	mustDecide(t, s, Labelled, []Placed{saw(t, s, "Koha")}, Item{Text: "Koha", Scope: "analog"})
	held, err := s.Held(t.Context(), anna, headerReader{})
	if err != nil || len(held.Messages) != 1 || len(held.Messages[0].Decisions) != 2 {
		t.Fatalf("held %+v, %v", held, err)
	}
	if _, err := s.Forget(t.Context(), anna, headerReader{}); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"Mikroskopi", "Zettelkasten"} {
		if bytes.Contains(files(t, s.Path()), []byte(word)) {
			t.Errorf("the file still holds %q", word)
		}
	}
	wants(t, s, "the other's stays", "3/1: 1 analog Koha []")
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != 1 || decisions[0].Is[0].Text != "Koha" {
		t.Errorf("decisions %+v, %v", decisions, err)
	}
	if _, err := s.Undo(t.Context(), 0, tuesday.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(list(t, s), "; "); !strings.Contains(got, "1 digital Koha") {
		t.Errorf("undone: %s", got)
	}
}

// What an editor added and then gave other topics counts once, also when the
// program finds it by itself one day.
func TestAddedThenLabelledIsFoundOnce(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, Added, nil, Item{Text: "GDPR", Scope: "digital"})
	mustDecide(t, s, Labelled, []Placed{saw(t, s, "GDPR")}, Item{Text: "GDPR", Scope: "digital", Topics: []string{"juridik"}})
	m := Message{Raw: raw, From: "anna@nykulla.example", Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "v2",
		Wishes: []Wish{{Rank: 1, Text: "GDPR", Scope: "digital"}}}
	if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
		t.Fatal(err)
	}
	wants(t, s, "found by the program, too", "4/1: 1 digital GDPR [juridik]")
}

// The author of what a duplicate repeats is kept while it may count again.
func TestAuthorBehindDuplicateIsKept(t *testing.T) {
	s := newStore(t)
	mail := func(raw string, wishes ...Wish) Message {
		return Message{Raw: []byte(raw), From: "bo@x.example", Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "v1", Wishes: wishes}
	}
	mustAdd(t, s, mail("one", Wish{Rank: 1, Text: "Koha", Scope: "digital", By: anna}), nil)
	mustAdd(t, s, mail("two", Wish{Rank: 1, Text: "Koha", Scope: "digital", By: anna}), nil)
	mustDecide(t, s, Duplicate, nil)
	if err := rederiveAlone(t.Context(), s, 2, mail("two")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
		t.Fatal(err)
	}
	wants(t, s, "no duplicate after all", "3/1: 1 digital Koha []")
	held, err := s.Held(t.Context(), anna, headerReader{})
	if err != nil || len(held.Messages) != 1 {
		t.Errorf("held %+v, %v", held, err)
	}
	mustDecide(t, s, Duplicate, nil)
	if err := rederiveAlone(t.Context(), s, 1, mail("one")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Held(t.Context(), anna, headerReader{}); !errors.Is(err, ErrUnknownPerson) {
		t.Errorf("of whom nothing is left: %v", err)
	}
}

// What was joined as one person's and is read as two people's by now goes on as the
// one's, and the other's counts as it is read: nobody's wish is lost, and it is listed
// as worth another look.
func TestJoinedOfTwoPeople(t *testing.T) {
	for name, authors := range map[string]map[string]string{
		"the second is another's": {"Excel": "bo@x.example"},
		"the first is another's":  {"Teams och Zoom": "bo@x.example"},
	} {
		t.Run(name, func(t *testing.T) {
			s := threeWishes(t)
			mustDecide(t, s, Joined, []Placed{saw(t, s, "Teams och Zoom"), saw(t, s, "Excel")}, Item{Text: "Teams och Zoom, Excel", Scope: "digital"})
			m := Message{Raw: raw, From: anna, Kind: "wish", DerivedBy: "v2"}
			for i, text := range []string{"Teams och Zoom", "mera bokprat", "Excel"} {
				m.Wishes = append(m.Wishes, Wish{By: authors[text], Rank: i + 1, Text: text, Scope: "digital"})
			}
			if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
				t.Fatal(err)
			}
			annas := saw(t, s, "mera bokprat").Person
			if joined := saw(t, s, "Teams och Zoom, Excel"); joined.Person != annas || joined.Decision == 0 {
				t.Errorf("joined: %+v", joined)
			}
			for text := range authors {
				if others := saw(t, s, text); others.Person == annas || others.Decision != 0 {
					t.Errorf("the other's: %+v", others)
				}
			}
			if decisions, err := s.Decisions(t.Context()); err != nil || decisions[0].Agreement() != Changed {
				t.Errorf("decisions %+v, %v", decisions, err)
			}
		})
	}
}
