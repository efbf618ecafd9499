package main

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// A message that cannot be read any more is told of once, beside those read anew;
// then neither reclassify nor the report asks for more.
func TestReclassifyWhatCannotBeRead(t *testing.T) {
	db := filepath.Join(t.TempDir(), "o.db")
	noon := time.Date(2026, time.November, 10, 12, 0, 0, 0, time.UTC)
	s, err := store.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Add(t.Context(), store.Message{
		Raw:  []byte("From: a@x.example\nSubject: Önskemål\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n"),
		From: "a@x.example", Kind: "wish", Received: noon, Added: noon, DerivedBy: "a program that could read it",
		Wishes: []store.Wish{{Rank: 1, Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}}},
	}, nil)
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	prints := func(args ...string) string {
		t.Helper()
		var out, messages strings.Builder
		env := environment{out: &out, err: &messages, now: func() time.Time { return noon }}
		if status := run(t.Context(), append([]string{"--db", db}, args...), env); status != exitOK {
			t.Fatalf("%v: exit status %d, %s", args, status, &messages)
		}
		return out.String()
	}
	const otherRules = "andra regler än dagens"
	if text := prints("report"); !strings.Contains(text, otherRules) {
		t.Errorf("the report does not ask for reclassify:\n%s", text)
	}
	for _, step := range []struct{ args, want string }{
		{"--dry-run", "0 mejl skulle läsas om, 0 skulle ändras, 1 går inte att läsa om och blir som förut.\n"},
		{"--dry-run --json", `{"messages":0,"changed":0,"unreadable":1,"dry_run":true,"decisions":{"agrees":0,"differs":0,"changed":0}}` + "\n"},
		{"", "0 mejl lästes om, 0 ändrades, 1 gick inte att läsa om och är som förut.\n"},
		{"", "0 mejl lästes om, 0 ändrades.\n"},
	} {
		if got := prints(append([]string{"reclassify"}, strings.Fields(step.args)...)...); got != step.want {
			t.Errorf("reclassify %s prints %q, want %q", step.args, got, step.want)
		}
	}
	if text := prints("report"); strings.Contains(text, otherRules) || !strings.Contains(text, "Att samarbeta i Microsoft Teams") {
		t.Errorf("the report after it:\n%s", text)
	}
}
