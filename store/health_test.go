package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// inspect opens a database for a look and examines it.
func inspect(t *testing.T, path string, now time.Time) Health {
	t.Helper()
	s, err := Inspect(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	h, err := s.Health(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHealth(t *testing.T) {
	s := newStore(t)
	path := s.Path()
	received := time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC)
	added := received.Add(time.Hour)
	for _, at := range []time.Time{received, received.Add(24 * time.Hour)} {
		m := Message{Raw: []byte("Subject: x\n\n" + at.String()), From: "a@b.example", Received: at, Added: added, Kind: "wish", DerivedBy: "x"}
		mustAdd(t, s, m, nil)
	}
	_, newest, err := s.schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h := inspect(t, path, added)
	if diff := cmp.Diff(Health{Schema: newest, Newest: newest, Latest: added, Ahead: 1}, h); diff != "" {
		t.Error("a sound database", diff)
	}

	if busy, err := Busy(path); !busy || err != nil {
		t.Errorf("open for writing: busy %v, %v", busy, err)
	}
	if _, err := s.db.ExecContext(t.Context(), `PRAGMA foreign_keys = 0; DELETE FROM person`); err != nil {
		t.Fatal(err)
	}
	if h := inspect(t, path, added); h.Dangling != 2 {
		t.Errorf("%d rows refer to nobody, want 2", h.Dangling)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if busy, err := Busy(path); busy || err != nil {
		t.Errorf("closed: busy %v, %v", busy, err)
	}
	if files := Files(path); !slices.Equal(files, []string{path, path + ".key"}) {
		t.Errorf("files %q", files)
	}
}

// A look leaves a database of an older program byte for byte as it was.
func TestInspectOlder(t *testing.T) {
	script, err := os.ReadFile("testdata/first.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "first.db")
	s, err := connect(path, dsn(path))
	if err == nil {
		_, err = s.db.ExecContext(t.Context(), string(script))
	}
	if err = errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	h := inspect(t, path, time.Now())
	if h.Schema != 1 || h.Newest <= 1 || h.Damage != nil || h.Dangling != 0 {
		t.Errorf("health %+v", h)
	}
	after, err := os.ReadFile(path)
	if err != nil || string(after) != string(before) {
		t.Errorf("the file was changed, or %v", err)
	}
}

func TestHealthOfDamaged(t *testing.T) {
	s := newStore(t)
	path := s.Path()
	for n := range 200 {
		m := Message{Raw: []byte(strings.Repeat("x", n)), From: "a@b.example", Received: time.Now(), Added: time.Now(), Kind: "wish", DerivedBy: "x"}
		mustAdd(t, s, m, nil)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(bytes[len(bytes)-20_000:], make([]byte, 20_000)) // after the tables that are read first
	if err := os.WriteFile(path, bytes, 0o600); err != nil {
		t.Fatal(err)
	}
	if h := inspect(t, path, time.Now()); len(h.Damage) == 0 || len(h.Damage) > maxDamage {
		t.Errorf("damage %q", h.Damage)
	}
}
