package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// What changes persons or replaces the database does not begin beside a run that
// holds the lock; what only reads does.
func TestBesideTheLock(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "onskemal.db")
	onskemal := func(args ...string) (status int, messages string) {
		var out, errs bytes.Buffer
		env := environment{in: strings.NewReader(""), out: &out, err: &errs, now: time.Now}
		return run(t.Context(), append([]string{"--db", path}, args...), env), errs.String()
	}
	const mail = "../../testdata/mails/outlook-numbered.eml"
	const sender = "marie-louise.hedkvist@granlidskommun.example"
	if status, messages := onskemal("import", mail); status != exitOK {
		t.Fatal(messages)
	}
	held, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	backup := filepath.Join(folder, "backup.db")
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"person", sender}, exitOK},
		{[]string{"export"}, exitOK},
		{[]string{"offers"}, exitOK},
		{[]string{"backup", backup}, exitOK},
		{[]string{"forget", sender}, exitUsage},
		{[]string{"forget", sender, "--yes"}, exitLocked},
		{[]string{"restore", backup, "--force"}, exitLocked},
		{[]string{"person", sender}, exitOK},
	} {
		status, messages := onskemal(c.args...)
		if status != c.want || status == exitLocked && !strings.HasSuffix(messages, "another run holds the lock; wait for it to end\n") {
			t.Errorf("%q: exit status %d, want %d: %s", c.args, status, c.want, messages)
		}
	}
}
