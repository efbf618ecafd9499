package store

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestDump(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	m := message(raw)
	m.Doubts = []string{"list-attached", "forms-differ"}
	mustAdd(t, s, m, nil)
	if _, err := s.Quarantine(ctx, Quarantined{Raw: []byte("x"), Received: tuesday, Added: tuesday, Reason: "krypterat"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Deliver(ctx, Delivery{"juridik", tuesday}, tuesday); err != nil {
		t.Fatal(err)
	}
	if err := s.SetOfferState(ctx, 1, OfferStep{OfferContacted, tuesday.Add(time.Hour), "eva"}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.MergePeople(ctx, "anna@nykulla.example", "bo@annan.example"); err != nil {
		t.Fatal(err)
	}
	saw, err := s.Item(ctx, false, 3)
	if err != nil {
		t.Fatal(err)
	}
	decision, err := s.Decide(ctx, Ruling{Kind: Accepted, On: []Placed{saw}, Is: []Item{saw.Item}, At: tuesday, By: "eva"})
	if err != nil {
		t.Fatal(err)
	}
	version, _, err := s.schema(ctx)
	if err != nil {
		t.Fatal(err)
	}
	at, added := "2026-11-17T09:30:00Z", "2026-11-17T10:30:00Z"
	one, koha := int64(1), Item{Offer: true, Person: 1, Text: "Koha", Topics: []string{"open-source", "guider"}}
	want := []Record{
		DumpSchema{version},
		DumpPerson{1, "nykulla.example", nil},
		DumpPerson{2, "annan.example", &one},
		DumpMessage{1, 1, at, added, "wish+offer", "test", []string{"forms-differ", "list-attached"}},
		DumpWish{1, 1, 1, 1, 1, "Teams", "digital", nil, []string{"samarbete", "fordjupning"}, []string{}, m.Wishes[0].Why},
		DumpWish{2, 1, 1, 2, 2, "Excel", "digital", nil, []string{}, []string{"Excel och Office"}, []Reason{}},
		DumpWish{3, 1, 2, 3, 2, "något", "unclear", &decision, []string{}, []string{}, []Reason{}},
		DumpOffer{1, 1, 1, 1, "Koha", &one, []string{"open-source", "guider"}, []Reason{}},
		DumpOfferStep{1, OfferContacted, added, "eva"},
		DumpDecision{1, 1, 1, "contacted", added, "eva", nil, nil, []Item{koha}, []Item{koha}},
		DumpDecision{2, 1, 2, Accepted, at, "eva", nil, nil, []Item{saw.Item}, []Item{saw.Item}},
		DumpQuarantined{1, at, at, "krypterat"},
		DumpDelivery{"juridik", at, at},
	}
	var got []Record
	if err := s.Dump(ctx, func(r Record) error { got = append(got, r); return nil }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}
