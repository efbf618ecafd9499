package ingest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// topicsOf is a topics file in which one topic has each keyword.
func topicsOf(t *testing.T, keywords ...string) func() *classify.Classifier {
	t.Helper()
	file := ""
	for _, keyword := range keywords {
		file += fmt.Sprintf("[[topic]]\nid = %q\nname = %q\nkeywords = '''\n%s\n'''\n", keyword, keyword, keyword)
	}
	c, err := classify.Load("test.toml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return func() *classify.Classifier { return c }
}

// reclassified are the changes that a run with the keywords makes, a line each.
func reclassified(t *testing.T, p *Pipeline, keywords ...string) (lines []string, sum Anew) {
	t.Helper()
	p.Reader.Classifier = topicsOf(t, keywords...)
	sum, err := p.Reclassify(t.Context(), func(c Change, _ Anew) error {
		for _, l := range c.Removed {
			lines = append(lines, fmt.Sprintf("- %d. %s %s", l.Rank, l.Text, l.Topics))
		}
		for _, l := range c.Added {
			lines = append(lines, fmt.Sprintf("+ %d. %s %s", l.Rank, l.Text, l.Topics))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, sum
}

const explainedMail = `From: anna@nykulla.example
Subject: Önskemål

Jag önskar mig:

1. zoom
2. rutiner
   Det gäller koha.

Jag kan gärna hålla kurs i koha.
`

// Without a mail's bytes the words, ranks and authors stay, and the topics are
// found anew, unless they rest on explanation lines, which are not kept.
func TestReclassifyWithoutBytes(t *testing.T) {
	p := newPipeline(t)
	p.Reader.Classifier = topicsOf(t, "koha")
	mustImport(t, p, write(t, "mail.eml", []byte(explainedMail)))
	if _, err := p.Store.PurgeRaw(t.Context(), noon.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	got, sum := reclassified(t, p, "zoom", "mikromarc")
	want := []string{"- 1. zoom []", "- 0. kurs i koha [koha]", "+ 1. zoom [zoom]", "+ 0. kurs i koha []"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if sum != (Anew{Messages: 1, Changed: 1}) {
		t.Errorf("sum %+v", sum)
	}
	err := p.Store.Stock(t.Context(), noon.AddDate(1, 0, 0), func(stock *store.Stock) error {
		for wish, err := range stock.Wishes(t.Context()) {
			if want := map[int]string{1: "[zoom]", 2: "[koha]"}[wish.Rank]; err != nil || fmt.Sprint(wish.Topics) != want || wish.Person != 1 {
				t.Errorf("stored %+v, %v; want %s", wish, err, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, sum := reclassified(t, p, "zoom", "mikromarc"); len(got) > 0 || sum.Messages > 0 {
		t.Errorf("a second run: %v, %+v", got, sum)
	}
}

// A run that is broken off has done whole batches, and the next does the rest.
func TestReclassifyGoesOn(t *testing.T) {
	p := newPipeline(t)
	p.Reader.Classifier = topicsOf(t, "koha")
	for i := range BatchSize + 5 {
		mustImport(t, p, write(t, "mail.eml", fmt.Appendf(nil, "From: a%d@nykulla.example\nSubject: Önskemål\n\n1. zoom\n2. koha\n", i)))
	}
	p.Reader.Classifier = topicsOf(t, "zoom", "koha")
	enough := errors.New("enough")
	sum, err := p.Reclassify(t.Context(), func(_ Change, sum Anew) error {
		if sum.Messages == 2 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || sum.Changed != 2 {
		t.Fatalf("%+v, %v", sum, err)
	}
	if got, sum := reclassified(t, p, "zoom", "koha"); len(got) != 2*5 || sum.Messages != 5 {
		t.Errorf("the rest: %v, %+v", got, sum)
	}
}

// An editor need not wait for somebody who reads the changes at leisure.
func TestReclassifyTellsUnlocked(t *testing.T) {
	p := newPipeline(t)
	p.Reader.Classifier = topicsOf(t, "koha")
	mustImport(t, p, write(t, "mail.eml", []byte(explainedMail)))
	p.Reader.Classifier = topicsOf(t, "zoom")
	sum, err := p.Reclassify(t.Context(), func(Change, Anew) error {
		editor, err := store.OpenExisting(t.Context(), p.Store.Path())
		if err != nil {
			return err
		}
		defer editor.Close()
		return editor.SetOfferState(t.Context(), 1, store.OfferStep{State: store.OfferContacted, At: noon, By: "eva"})
	})
	if err != nil || sum.Changed != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
}

// A mail that today's program cannot read stays as it was read, in every part,
// and is not tried again until something else reads it.
func TestReclassifyUnreadable(t *testing.T) {
	p := newPipeline(t)
	encrypted := []byte("From: a@x.example\nSubject: Önskemål\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n")
	m := store.Message{
		Raw: encrypted, From: "a@x.example", Kind: "wish", Received: noon, Added: noon, DerivedBy: "a program that could read it",
		Wishes: []store.Wish{
			{Rank: 1, Text: "koha", Scope: "digital", Topics: []string{"koha", "bok"}, Why: []store.Reason{{Label: "koha", Keyword: "koha", Found: "koha", End: 4}}},
			{Rank: 2, Text: "excel", Scope: "digital", Outside: []string{"Excel"}},
		},
		Offers: []store.Offer{{Text: "zoom", Topics: []string{"zoom"}}},
		Doubts: []string{"forwarded"},
	}
	if _, err := p.Store.Add(context.Background(), m, nil); err != nil {
		t.Fatal(err)
	}
	before := staleFor(t, p, "nobody")

	p.DryRun = true
	for range 2 { // the first dry run has marked nothing
		if got, sum := reclassified(t, p, "zoom"); len(got) > 0 || sum != (Anew{Unreadable: 1}) {
			t.Errorf("dry run: %v, %+v", got, sum)
		}
	}
	p.DryRun = false
	if got, sum := reclassified(t, p, "zoom"); len(got) > 0 || sum != (Anew{Unreadable: 1}) {
		t.Errorf("%v, %+v", got, sum)
	}
	if got, sum := reclassified(t, p, "zoom"); len(got) > 0 || sum != (Anew{}) {
		t.Errorf("a second run: %v, %+v", got, sum)
	}
	if diff := cmp.Diff(before, staleFor(t, p, "nobody")); diff != "" || len(before) != 1 {
		t.Error(diff)
	}
	if _, sum := reclassified(t, p, "mikromarc"); sum != (Anew{Unreadable: 1}) {
		t.Errorf("with other topics: %+v", sum)
	}
}

// staleFor are the messages that were not read by a reader.
func staleFor(t *testing.T, p *Pipeline, derivedBy string) (all []store.Stored) {
	t.Helper()
	for m, err := range p.Store.Stale(t.Context(), derivedBy) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}
