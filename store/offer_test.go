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
		Contact: Contact{annasContact, tuesday},
		Steps:   []OfferStep{{OfferContacted, tuesday.Add(time.Hour), "eva"}, {OfferUsed, tuesday.Add(3 * time.Hour), "eva"}},
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
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != 1 || decisions[0].Kind != Accepted {
		t.Errorf("decisions %+v, %v", decisions, err)
	}
}

// An offer that an editor has decided on needs no other decision, and a state
// counts from when it was set.
func TestOfferState(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, AsOffer, []Placed{saw(t, s, "Excel")}, Item{Offer: true, Text: "Excel", Topics: []string{"guider"}})
	mustSet(t, s, 2, OfferDeclined, tuesday.Add(time.Hour))
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != 1 {
		t.Errorf("decisions %+v, %v", decisions, err)
	}
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
	if decisions, err := s.Decisions(t.Context()); err != nil || len(decisions) != 1 {
		t.Errorf("decisions %+v, %v", decisions, err)
	}
}
