package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// What is kept is told when a mail's bytes are gone, and when it cannot be read any
// more.
func TestExplainWhatIsKept(t *testing.T) {
	db := filepath.Join(t.TempDir(), "o.db")
	noon := time.Date(2026, time.November, 10, 12, 0, 0, 0, time.UTC)
	s, err := store.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	add := func(raw string, wish store.Wish) {
		t.Helper()
		_, err := s.Add(t.Context(), store.Message{
			Raw: []byte(raw), From: "a@x.example", Subject: "Önskemål", Kind: "wish", Received: noon, Added: noon, DerivedBy: "an older program",
			Wishes: []store.Wish{wish}, Doubts: []string{"list-attached"},
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
	}
	add("From: a@x.example\nSubject: Önskemål\n\n1. Rutiner\n   Det gäller Teams.\n", store.Wish{
		Rank: 2, Text: "Rutiner", Scope: "digital", Topics: []string{"samarbete"},
		Why: []store.Reason{{Label: "samarbete", Keyword: "Teams", Found: "Teams", Start: 19, End: 24}},
	})
	if _, err := s.PurgeRaw(t.Context(), noon.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	add("From: a@x.example\nSubject: Önskemål\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n",
		store.Wish{Rank: 1, Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	explained := func(args ...string) string {
		t.Helper()
		var out, messages strings.Builder
		env := environment{out: &out, err: &messages, now: func() time.Time { return noon }}
		if status := run(t.Context(), append([]string{"--db", db, "explain"}, args...), env); status != exitOK {
			t.Fatalf("%v: exit status %d, %s", args, status, &messages)
		}
		return out.String()
	}
	holds := func(text string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("no %q in\n%s", part, text)
			}
		}
	}
	purged := explained("1")
	holds(purged,
		"Mejlet är borttaget. Kvar är det som lästes i det.\n", "att granska: listan kan finnas i en bilaga", "\n  plats 2\n",
		"samarbete: ”Teams” (nyckelord ”Teams”), när mejlet lästes\n  Orden stod också i förklarande rader, som inte finns kvar.\n",
		"Dagens regler läser mejlet likadant.\n  läst med an older program\n  i dag    parser")
	for _, gone := range []string{"a@x.example", "ämne ”", "rad 1", "i stället"} {
		if strings.Contains(purged, gone) {
			t.Errorf("%q in\n%s", gone, purged)
		}
	}
	holds(explained("mail:1", "--json"), `"kept_until": null`, `"from": ""`, `"partial": true`, `"rank": 2,`)
	holds(explained("mail:2"), "Mejlet går inte att läsa längre: mejlet har ingen läsbar text", "räknas som: Att samarbeta i Microsoft Teams", "styrka 0,70")

}
