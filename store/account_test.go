package store

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// An account has the reading, the decisions and what counts, side by side.
func TestAccount(t *testing.T) {
	s := threeWishes(t)
	first := mustDecide(t, s, AsAnalog, []Placed{saw(t, s, "mera bokprat")}, Item{Text: "mera bokprat", Scope: "analog"})
	last := mustDecide(t, s, NotAWish, []Placed{saw(t, s, "kan visa Koha")})
	a, err := s.Account(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if a.Kind != "wish+offer" || a.Counts != "wish" || a.DerivedBy != "v1" || !a.Added.Equal(tuesday) || a.Sender == 0 || a.Raw == nil {
		t.Errorf("account %+v", a)
	}
	if len(a.Wishes) != 3 || len(a.Offers) != 1 || len(a.Items) != 3 {
		t.Errorf("read %d wishes and %d offers, %d count", len(a.Wishes), len(a.Offers), len(a.Items))
	}
	want := []Decision{
		{ID: first, Message: 1, Kind: AsAnalog, At: tuesday, By: "eva"},
		{ID: last, Message: 1, Kind: NotAWish, At: tuesday, By: "eva"},
	}
	if diff := cmp.Diff(want, a.Decisions, cmpopts.IgnoreUnexported(Decision{}), cmpopts.IgnoreFields(Decision{}, "Was", "Is", "Now")); diff != "" {
		t.Errorf("decisions: %s", diff)
	}
	for _, d := range a.Decisions {
		if d.Agreement() != Differs {
			t.Errorf("decision %d: %s", d.ID, d.Agreement())
		}
	}
	if _, err := s.PurgeRaw(t.Context(), tuesday.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Account(t.Context(), 1); err != nil || a.Raw != nil || a.Subject != "" || len(a.Items) != 3 {
		t.Errorf("after the purge %+v, %v", a, err)
	}
	if _, err := s.Account(t.Context(), 2); !errors.Is(err, ErrUnknownMessage) {
		t.Errorf("no such message: %v", err)
	}
}

func TestNear(t *testing.T) {
	s := threeWishes(t)
	mustDecide(t, s, NotAWish, []Placed{saw(t, s, "mera bokprat")})
	for _, test := range []struct {
		of               Numbered
		id, below, above int64
	}{
		{Wishes, 2, 1, 3}, {Wishes, 99, 3, 0}, {Wishes, -5, 0, 1}, {Offers, 2, 1, 0}, {Messages, 7, 1, 0},
	} {
		if below, above, err := s.Near(t.Context(), test.of, test.id); below != test.below || above != test.above || err != nil {
			t.Errorf("%s %d: %d and %d, want %d and %d, %v", test.of, test.id, below, above, test.below, test.above, err)
		}
	}
}
