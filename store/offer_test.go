package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func mustSet(t *testing.T, s *Store, offer int64, state OfferState, at time.Time) {
	t.Helper()
	if err := s.SetOfferState(t.Context(), offer, OfferStep{state, at, "eva"}); err != nil {
		t.Fatal(err)
	}
}

func keptOffers(t *testing.T, s *Store) []KeptOffer {
	t.Helper()
	offers, err := s.KeptOffers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return offers
}

func keepContacts(t *testing.T, s *Store, since time.Time, contacts map[string]string) (asked int) {
	t.Helper()
	for m, err := range s.Contactless(t.Context(), since) {
		if err != nil {
			t.Fatal(err)
		}
		if len(m.Raw) == 0 {
			t.Errorf("message %d without its bytes", m.Message)
		}
		if err := s.KeepContacts(t.Context(), m.Message, contacts); err != nil {
			t.Fatal(err)
		}
		asked++
	}
	return asked
}

const annasContact = "Anna Ek <anna@nykulla.example>"

// What an editor has done with an offer stays, with its contact and its number,
// whatever the mail is read as later.
func TestOfferStateSurvives(t *testing.T) {
	s := threeWishes(t)
	keepContacts(t, s, tuesday, map[string]string{"anna@nykulla.example": annasContact})
	mustSet(t, s, 1, OfferContacted, tuesday.Add(time.Hour))
	mustSet(t, s, 1, OfferContacted, tuesday.Add(2*time.Hour)) // says nothing new
	mustSet(t, s, 1, OfferUsed, tuesday.Add(3*time.Hour))
	want := []KeptOffer{{
		StoredOffer: StoredOffer{
			ID: 1, Person: 1, Workplace: "nykulla.example", Received: tuesday, Text: "kan visa Koha", Topics: []string{"guider"}, State: OfferUsed,
		},
		Uptake: Uptake{
			Contact{annasContact, tuesday},
			[]OfferStep{{OfferContacted, tuesday.Add(time.Hour), "eva"}, {OfferUsed, tuesday.Add(3 * time.Hour), "eva"}},
		},
	}}
	for _, rerun := range []struct {
		name   string
		wishes []Wish
		offers []Offer
	}{
		{"the same", nil, []Offer{{Text: "kan visa Koha", Topics: []string{"guider"}}}},
		{"other topics and another offer before it", nil, []Offer{{Text: "podd"}, {Text: "kan visa Koha", Topics: []string{"open-source"}}}},
		{"fewer words", nil, []Offer{{Text: "visa Koha"}}},
		{"a wish", []Wish{{Rank: 1, Text: "kan visa Koha", Scope: "digital"}}, nil},
		{"nothing", nil, nil},
	} {
		m := Message{Raw: raw, From: "anna@nykulla.example", Kind: "other", DerivedBy: rerun.name, Wishes: rerun.wishes, Offers: rerun.offers}
		if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
			t.Fatal(err)
		}
		got := slices.DeleteFunc(keptOffers(t, s), func(o KeptOffer) bool { return o.Text == "podd" })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", rerun.name, diff)
		}
	}
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != 2 || decisions[1].Kind != "used" || decisions[0].Replaced != 2 {
		t.Errorf("decisions %+v, %v", decisions, err)
	}
}

// To undo the decision that gave an offer a state takes that state back, also while the
// offer is none, and no other.
func TestUndoOfferState(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel", Topics: []string{"guider"}})
	undo := func(id int64) {
		t.Helper()
		if _, err := s.Undo(t.Context(), id, tuesday); err != nil {
			t.Fatal(err)
		}
	}
	states := func(when string, want ...string) {
		t.Helper()
		var got []string
		for _, o := range keptOffers(t, s) {
			got = append(got, fmt.Sprintf("%s: %s", o.Text, o.State))
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	mustSet(t, s, 2, OfferNew, tuesday) // which it is
	mustSet(t, s, 2, OfferContacted, tuesday)
	mustSet(t, s, 2, OfferUsed, tuesday)
	mustSet(t, s, 1, OfferDeclined, tuesday)
	states("set", "Excel: used", "kan visa Koha: declined")
	undo(3)
	states("the second of Excel undone", "Excel: contacted", "kan visa Koha: declined")
	mustDecide(t, s, Duplicate, nil)
	states("a copy")
	undo(2)
	undo(0)
	states("the first of Excel undone meanwhile", "Excel: new", "kan visa Koha: declined")
	undo(0)
	states("the other undone", "Excel: new", "kan visa Koha: new")
	undo(0)
	states("Excel a wish again", "kan visa Koha: new")
	if err := rederiveAlone(t.Context(), s, 1, Message{Raw: raw, From: anna, Kind: "other", DerivedBy: "v2"}); err != nil {
		t.Fatal(err)
	}
	states("read as nothing, which nobody has decided")
}

// A state counts from when it was set.
func TestOfferState(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel", Topics: []string{"guider"}})
	mustSet(t, s, 2, OfferDeclined, tuesday.Add(time.Hour))
	states := func(before time.Time) (states []OfferState) {
		mustRead(t, s, before, func(stock *Stock) error {
			offers, err := stock.Offers(t.Context())
			for _, o := range offers {
				states = append(states, o.State)
			}
			return err
		})
		return states
	}
	if got := states(tuesday.Add(time.Minute)); !slices.Equal(got, []OfferState{OfferNew, OfferNew}) {
		t.Errorf("before: %v", got)
	}
	if got := states(tuesday.Add(2 * time.Hour)); !slices.Equal(got, []OfferState{OfferDeclined, OfferNew}) {
		t.Errorf("after: %v", got)
	}
	if err := s.SetOfferState(t.Context(), 99, OfferStep{OfferUsed, tuesday, "eva"}); !errors.Is(err, ErrUnknownItem) {
		t.Errorf("an unknown offer: %v", err)
	}
	if err := s.SetOfferState(t.Context(), 1, OfferStep{"lost", tuesday, "eva"}); err == nil {
		t.Error("a state that there is not was set")
	}
}

// An offer that is none for a while comes back with its number and its state, from
// wherever it was: decided away, read otherwise, or a mail's that was a copy. Its
// contact goes at once, and comes again from the mail.
func TestOfferComesBack(t *testing.T) {
	known := map[string]string{anna: annasContact}
	read := func(s *Store, m Message) {
		t.Helper()
		m.Raw, m.From, m.DerivedBy = raw, anna, "v2"
		if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
			t.Fatal(err)
		}
	}
	undo := func(s *Store) {
		t.Helper()
		if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
			t.Fatal(err)
		}
	}
	offer := Message{Kind: "offer", Offers: []Offer{{Text: "Kan visa  Koha", Topics: []string{"guider"}}}}
	for name, test := range map[string]struct{ away, back func(s *Store) }{
		"a wish, undone": {
			func(s *Store) {
				mustDecide(t, s, AsWish, []Placed{saw(t, s, "kan visa Koha")}, Item{Text: "kan visa Koha"})
			},
			undo,
		},
		"a wish, and an offer again": {
			func(s *Store) {
				mustDecide(t, s, AsWish, []Placed{saw(t, s, "kan visa Koha")}, Item{Text: "kan visa Koha"})
			},
			func(s *Store) {
				mustDecide(t, s, AsOffer, []Placed{saw(t, s, "kan visa Koha")}, Item{Offer: true, Text: "kan visa Koha"})
			},
		},
		"a copy, undone": {func(s *Store) { mustDecide(t, s, Duplicate, nil) }, undo},
		"read as nothing, and read again": {
			func(s *Store) {
				if _, err := s.db.Exec(`UPDATE offer_state SET decision_id = NULL`); err != nil { // as an older program kept them
					t.Fatal(err)
				}
				undo(s)
				undo(s)
				read(s, Message{Kind: "other"})
			},
			func(s *Store) { read(s, offer) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := threeWishes(t)
			keepContacts(t, s, tuesday, known)
			mustSet(t, s, 1, OfferContacted, tuesday.Add(time.Hour))
			mustSet(t, s, 1, OfferUsed, tuesday.Add(2*time.Hour))
			test.away(s)
			if offers := keptOffers(t, s); len(offers) != 0 {
				t.Fatalf("still there: %+v", offers)
			}
			if held, err := s.Held(t.Context(), anna, headerReader{}); err != nil || len(held.Messages[0].Contacts) != 0 || len(held.Messages[0].Former) != 1 || len(held.Messages[0].Former[0]) != 2 {
				t.Errorf("held %+v, %v", held, err)
			}
			test.back(s)
			offers := keptOffers(t, s)
			if len(offers) != 1 || offers[0].ID != 1 || offers[0].State != OfferUsed || len(offers[0].Steps) != 2 || offers[0].Contact.Text != "" {
				t.Fatalf("came back as %+v", offers)
			}
			keepContacts(t, s, tuesday, known)
			if offers := keptOffers(t, s); offers[0].Contact.Text != annasContact {
				t.Errorf("its contact is %+v", offers[0].Contact)
			}
			var former int
			if err := s.db.Get(&former, `SELECT count(*) FROM former_offer`); err != nil || former != 0 {
				t.Errorf("%d former offers, %v", former, err)
			}
		})
	}
}

// Who is forgotten leaves nothing of offers that counted once.
func TestForgetFormerOffers(t *testing.T) {
	s := threeWishes(t)
	mustSet(t, s, 1, OfferUsed, tuesday)
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "kan visa Koha")})
	if _, err := s.Forget(t.Context(), anna, headerReader{}); err != nil {
		t.Fatal(err)
	}
	var former int
	if err := s.db.Get(&former, `SELECT count(*) FROM former_offer`); err != nil || former != 0 {
		t.Errorf("%d former offers, %v", former, err)
	}
}

// Whoever offered it, also where a mail only passes it on, and whether its state is a
// decision or older than that.
func TestOfferOfAnotherComesBack(t *testing.T) {
	for _, by := range []string{"", bo} {
		s := newStore(t)
		m := Message{Raw: raw, From: "anna@nykulla.example", Kind: "offer", Received: tuesday, DerivedBy: "v1", Offers: []Offer{{By: by, Text: "Koha"}}}
		mustAdd(t, s, m, nil)
		if _, err := s.db.Exec(`INSERT INTO offer_state (offer_id, state, set_at, set_by) VALUES (1, 'contacted', '2026-11-17T09:30:00Z', 'eva')`); err != nil {
			t.Fatal(err)
		}
		readAnew(t, s, Message{Kind: "other"})
		readAnew(t, s, m)
		if offers := keptOffers(t, s); len(offers) != 1 || offers[0].ID != 1 || offers[0].State != OfferContacted {
			t.Errorf("by %q: came back as %+v", by, offers)
		}
	}
}

// readAnew reads the message 1, which anna sent, anew.
func readAnew(t *testing.T, s *Store, m Message) {
	t.Helper()
	m.Raw, m.From, m.DerivedBy = raw, "anna@nykulla.example", "v2"
	if err := rederiveAlone(t.Context(), s, 1, m); err != nil {
		t.Fatal(err)
	}
}

// What has come of an offer stays when somebody is forgotten to whom it was ascribed
// once, whether it counts at that time or not.
func TestForgetFormerAuthorOfOffer(t *testing.T) {
	for _, away := range []bool{false, true} {
		s := newStore(t)
		offer := func(by string) Message {
			return Message{
				Raw: raw, From: "anna@nykulla.example", Kind: "wish+offer", Received: tuesday, DerivedBy: "v1",
				Wishes: []Wish{{Rank: 1, Text: "Teams", Scope: "digital"}}, Offers: []Offer{{By: by, Text: "kan visa Koha"}},
			}
		}
		mustAdd(t, s, offer(bo), nil)
		mustSet(t, s, 1, OfferContacted, tuesday.Add(time.Hour))
		mustDecide(t, s, Labelled, []Placed{saw(t, s, "kan visa Koha")}, Item{Offer: true, Text: "kan visa Koha", Topics: []string{"guider"}})
		readAnew(t, s, offer(""))
		if away {
			mustDecide(t, s, NotAWish, []Placed{saw(t, s, "kan visa Koha")})
		}
		if _, err := s.Forget(t.Context(), bo, headerReader{}); err != nil && !errors.Is(err, ErrUnknownPerson) {
			t.Error(err)
		}
		if away {
			if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
				t.Error(err)
			}
		}
		if offers := keptOffers(t, s); len(offers) != 1 || offers[0].State != OfferContacted {
			t.Errorf("away %v: %+v", away, offers)
		}
	}
}

// The contact is kept for those who offer something, as long as they do and for a
// time of its own; it is looked for once.
func TestContacts(t *testing.T) {
	s := threeWishes(t)
	mustAdd(t, s, Message{
		Raw: []byte("From: bo@x.example\n\nvidare"), From: "bo@x.example", Received: tuesday.Add(time.Hour), Added: tuesday.AddDate(1, 0, 0), Kind: "offer",
		Offers: []Offer{{Text: "podd", By: anna}, {Text: "makerspace"}},
	}, nil)
	contacts := func() (got []string) {
		for _, o := range keptOffers(t, s) {
			got = append(got, o.Text+": "+o.Contact.Text)
		}
		return got
	}
	known := map[string]string{"Anna@nykulla.example": annasContact, "cia@x.example": "Cia"}
	if asked := keepContacts(t, s, tuesday.Add(time.Minute), known); asked != 1 {
		t.Errorf("asked for %d messages, want the later one", asked)
	}
	if asked := keepContacts(t, s, tuesday, known); asked != 1 {
		t.Errorf("asked for %d messages, want the earlier one", asked)
	}
	if asked := keepContacts(t, s, tuesday, known); asked != 0 {
		t.Errorf("asked for %d messages again", asked)
	}
	want := []string{"podd: " + annasContact, "makerspace: ", "kan visa Koha: " + annasContact}
	if diff := cmp.Diff(want, contacts()); diff != "" {
		t.Error(diff)
	}

	// What is no offer needs no contact; a wish that is one does.
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "kan visa Koha")})
	if _, err := s.Undo(t.Context(), 0, tuesday); err != nil {
		t.Fatal(err)
	}
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel"})
	if got := contacts(); !slices.Contains(got, "kan visa Koha: ") || !slices.Contains(got, "Excel: ") {
		t.Errorf("after the decisions: %v", got)
	}
	keepContacts(t, s, tuesday, known)
	if got := contacts(); !slices.Contains(got, "kan visa Koha: "+annasContact) || !slices.Contains(got, "Excel: "+annasContact) {
		t.Errorf("looked for again: %v", got)
	}

	held, err := s.Held(t.Context(), anna, headerReader{})
	if err != nil || len(held.Messages) != 2 || held.Messages[0].Contacts[0].Text != annasContact || held.Messages[1].Contacts[0].Text != annasContact {
		t.Errorf("held %+v, %v", held, err)
	}

	// The later of two times would keep for ever what claims to come tomorrow.
	if err := s.PurgeContacts(t.Context(), tuesday.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"podd: " + annasContact, "makerspace: ", "Excel: ", "kan visa Koha: "}, contacts(),
		cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" {
		t.Error(diff)
	}
	if asked := keepContacts(t, s, tuesday.Add(time.Minute), known); asked != 0 {
		t.Errorf("asked for %d messages after the purge", asked)
	}
	if _, err := s.PurgeRaw(t.Context(), tuesday.AddDate(2, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if got := contacts(); !slices.Contains(got, "podd: "+annasContact) {
		t.Errorf("without the mail: %v", got)
	}
}

// Many who set states at once lose none of them.
func TestSetStatesAtOnce(t *testing.T) {
	s := threeWishes(t)
	other, err := OpenExisting(t.Context(), s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	errs := make(chan error)
	states := []OfferState{OfferContacted, OfferUsed, OfferDeclined}
	for i, db := range []*Store{s, other, s, other} {
		go func() {
			var failed error
			for round := range 3 {
				step := OfferStep{states[round], tuesday, fmt.Sprint("editor ", i)}
				failed = errors.Join(failed, db.SetOfferState(t.Context(), 1, step))
			}
			errs <- failed
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	steps := keptOffers(t, s)[0].Steps
	for i, step := range steps {
		if i > 0 && step.State == steps[i-1].State {
			t.Errorf("twice in a row: %+v", steps)
		}
	}
	if len(steps) < 3 {
		t.Errorf("steps %+v", steps)
	}
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != len(steps) {
		t.Errorf("%d decisions for %d steps, %v", len(decisions), len(steps), err)
	}
}
