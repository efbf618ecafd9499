package main

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// Without a number, undo takes back the editor's own last decision, whoever has
// decided since.
func TestUndoOwn(t *testing.T) {
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "onskemal.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	now := time.Date(2026, 11, 17, 9, 30, 0, 0, time.UTC)
	mail := store.Message{Raw: []byte("x"), From: "anna@x.example", Received: now, Added: now, Kind: "other"}
	if _, err := db.Add(t.Context(), mail, nil); err != nil {
		t.Fatal(err)
	}
	g := &globals{environment: environment{now: func() time.Time { return now }}}
	decide := func(by, text string) {
		t.Helper()
		ruling := store.Ruling{Kind: store.Added, Message: 1, Is: []store.Item{{Text: text}}, At: now, By: by}
		if _, err := db.Decide(t.Context(), ruling); err != nil {
			t.Fatal(err)
		}
	}
	decide("another editor", "Koha")
	if d, err := undo(t.Context(), g, db, 0); !errors.Is(err, store.ErrNothingToUndo) {
		t.Errorf("took back decision %d, %v", d.ID, err)
	}
	decide(editor(), "Zoom")
	decide("another editor", "Teams")
	if d, err := undo(t.Context(), g, db, 0); err != nil || d.ID != 2 {
		t.Errorf("took back decision %d, %v", d.ID, err)
	}
	if d, err := undo(t.Context(), g, db, 1); err != nil || d.ID != 1 {
		t.Errorf("by its number: took back decision %d, %v", d.ID, err)
	}
}
