package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// TestExchange: what somebody else has written meanwhile, or is writing, stays.
func TestExchange(t *testing.T) {
	path := filepath.Join(t.TempDir(), "amnen.toml")
	link := path + ".link"
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
	write("one")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	file, err := findTarget(link)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.exchange([]byte("one"), []byte("two")); err != nil {
		t.Error(err)
	}
	holds("two")
	if info, err := os.Lstat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := file.exchange([]byte("one"), []byte("three")); err == nil || !strings.Contains(err.Error(), "somebody else has changed it meanwhile") {
		t.Errorf("over another's change: %v", err)
	}
	holds("two")
	half := filepath.Join(filepath.Dir(path), ".amnen.toml.new")
	if err := os.WriteFile(half, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := file.exchange([]byte("two"), []byte("three")); err == nil || !strings.Contains(err.Error(), "remove "+half) {
		t.Errorf("beside another's change: %v", err)
	}
	holds("two")
	if err := os.Remove(half); err != nil {
		t.Fatal(err)
	}
	if err := file.exchange([]byte("two"), []byte("three")); err != nil {
		t.Error(err)
	}
	holds("three")
}

// TestEffectOnDecisions: the change is measured by what editors have decided, which
// it does not touch.
func TestEffectOnDecisions(t *testing.T) {
	folder := t.TempDir()
	db, topics, mail := filepath.Join(folder, "onskemal.db"), filepath.Join(folder, "amnen.toml"), filepath.Join(folder, "mail.eml")
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(topics, "[[topic]]\nid = \"juridik\"\nname = \"Juridik\"\nkeywords = '''\nGDPR\n'''\n[[topic]]\nid = \"film\"\nname = \"Film\"\n")
	write(mail, "From: a@norr.example\nSubject: Önskemål\n\n1. visa bio\n2. bio i trappan\n3. GDPR\n")
	onskemal := func(args ...string) []byte {
		t.Helper()
		var out, errs bytes.Buffer
		env := environment{in: strings.NewReader(""), out: &out, err: &errs, now: time.Now}
		if status := run(t.Context(), append([]string{"--db", db, "--topics", topics}, args...), env); status != exitOK {
			t.Fatalf("%q: exit status %d: %s", args, status, errs.String())
		}
		return out.Bytes()
	}
	onskemal("import", mail)
	decide(t, db, "visa bio", "film")
	decide(t, db, "bio i trappan", "juridik")
	decide(t, db, "GDPR", "juridik")

	var got effect
	if err := json.Unmarshal(onskemal("topics", "add", "bio", "--to", "film", "--dry-run", "--json"), &got); err != nil {
		t.Fatal(err)
	}
	// Of three labels one was found; then two of three are, and one too many.
	if got.Wishes != 3 || got.Changed != 0 || got.Decided != 3 || comma(got.F1Before) != "0,500" || comma(got.F1After) != "0,667" || got.Written {
		t.Errorf("%+v", got)
	}
	text := string(onskemal("topics", "merge", "film", "juridik", "--dry-run"))
	if want := "Mot redaktionens egna beslut (3 önskemål): F1 0,500 före, 0,500 efter.\n"; !strings.Contains(text, want) {
		t.Errorf("%s\nwant %s", text, want)
	}
}

// decide gives a wish a topic, as an editor does.
func decide(t *testing.T, path, text, topic string) {
	t.Helper()
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	items, err := db.Items(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range items {
		if p.Text != text {
			continue
		}
		item := p.Item
		item.Topics = []string{topic}
		ruling := store.Ruling{Kind: store.Labelled, Message: 1, On: []store.Placed{p}, Is: []store.Item{item}, At: time.Now(), By: "eva"}
		if _, err := db.Decide(t.Context(), ruling); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("no %q among %v", text, items)
}
