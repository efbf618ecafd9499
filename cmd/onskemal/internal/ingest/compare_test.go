package ingest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// compared are the wishes that other keywords label otherwise, a line each, and
// how many wishes were looked at.
func compared(t *testing.T, p *Pipeline, keywords ...string) (lines []string, seen int) {
	t.Helper()
	err := p.Compare(t.Context(), topicsOf(t, keywords...)(), func(c Compared) error {
		if c.Offer {
			return nil
		}
		seen++
		if !c.Before.Same(c.After) {
			lines = append(lines, fmt.Sprintf("%d. %s %v %v", c.Rank, c.Text, c.Before.Topics, c.After.Topics))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, seen
}

// TestCompare: what is told is what reclassify then does, with a mail's bytes and
// without; and what an editor has decided stays.
func TestCompare(t *testing.T) {
	p := newPipeline(t)
	p.Reader.Classifier = topicsOf(t, "koha")
	mustImport(t, p, write(t, "mail.eml", []byte(explainedMail)))
	check := func(name string, want []string, keywords ...string) {
		t.Helper()
		got, seen := compared(t, p, keywords...)
		if diff := cmp.Diff(want, got); diff != "" || seen != 2 {
			t.Errorf("%s: %d wishes, %s", name, seen, diff)
		}
	}
	check("the same topics", nil, "koha")
	check("with bytes", []string{"1. zoom [] [zoom]", "2. rutiner [koha] []"}, "zoom", "mikromarc")
	p.Reader.Classifier = topicsOf(t, "zoom")
	check("an explanation that tells now", []string{"1. zoom [zoom] []", "2. rutiner [] [koha]"}, "koha")
	p.Reader.Classifier = topicsOf(t, "koha")
	if _, err := p.Store.PurgeRaw(t.Context(), noon.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	check("without bytes", []string{"1. zoom [] [zoom]"}, "zoom", "mikromarc")

	zoom, err := p.Store.Item(t.Context(), false, 1)
	if err != nil {
		t.Fatal(err)
	}
	decided := zoom.Item
	decided.Topics = []string{"koha"}
	ruling := store.Ruling{Kind: store.Labelled, Message: zoom.Message, On: []store.Placed{zoom}, Is: []store.Item{decided}, At: noon, By: "eva"}
	if _, err := p.Store.Decide(t.Context(), ruling); err != nil {
		t.Fatal(err)
	}
	check("decided", nil, "zoom", "mikromarc")

	merged, err := classify.Load("test.toml", []byte("[[topic]]\nid = \"system\"\nname = \"System\"\n[[former]]\nid = \"koha\"\nname = \"Koha\"\ninto = [\"system\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	err = p.Compare(t.Context(), merged, func(c Compared) error {
		if !c.Offer && fmt.Sprint(c.Before.Topics, c.After.Topics) != "[koha] [system]" {
			t.Errorf("%s kept %v, then %v", c.Text, c.Before.Topics, c.After.Topics)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestCompareOffers: offers get topics as wishes do, but no groups, and one that an
// editor has decided on keeps them.
func TestCompareOffers(t *testing.T) {
	p := newPipeline(t)
	p.Reader.Classifier = topicsOf(t, "koha")
	mail := "From: a@x.example\nSubject: Önskemål\nDate: Tue, 10 Nov 2026 12:00:00 +0100\n\nVi kan visa andra:\n1. Koha\n2. Zoom\n"
	mustImport(t, p, write(t, "mail.eml", []byte(mail)))
	check := func(name string, want ...string) {
		t.Helper()
		var got []string
		err := p.Compare(t.Context(), topicsOf(t, "zoom")(), func(c Compared) error {
			got = append(got, fmt.Sprintf("%t %s %v %v", c.Offer, c.Text, c.Before, c.After))
			return nil
		})
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
	check("as read", "true Koha {[koha] []} {[] []}", "true Zoom {[] []} {[zoom] []}")
	koha, err := p.Store.Item(t.Context(), true, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Store.SetOfferState(t.Context(), koha.ID, store.OfferStep{State: store.OfferUsed, At: noon, By: "eva"}); err != nil {
		t.Fatal(err)
	}
	check("decided", "true Koha {[koha] []} {[koha] []}", "true Zoom {[] []} {[zoom] []}")
}
