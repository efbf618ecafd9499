package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A backup made while mails come in is of one moment, and whole.
func TestBackupBesidePoll(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	stop, stopped := make(chan struct{}), make(chan int)
	started := make(chan struct{})
	go func() {
		for n := 0; ; n++ {
			m := message(mailOf(fmt.Sprintf("p%d@x.example", n), "", "Koha"))
			m.MessageID, m.From = "", fmt.Sprintf("p%d@x.example", n)
			if _, err := s.Add(ctx, m, nil); err != nil {
				t.Error(err)
			}
			if n == 20 {
				close(started)
			}
			select {
			case <-stop:
				stopped <- n + 1
				return
			default:
			}
		}
	}()
	<-started
	reader, err := OpenExisting(ctx, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var backups []string
	for i := range 5 {
		backups = append(backups, filepath.Join(t.TempDir(), fmt.Sprintf("%d.db", i)))
		if err := reader.Backup(ctx, backups[i], false); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	all, last := <-stopped, 0
	for _, backup := range backups {
		copied, err := OpenExisting(ctx, backup)
		if err != nil {
			t.Fatal(err)
		}
		wishes, _ := wishesBefore(t, copied, time.Now().AddDate(1, 0, 0))
		n := messages(t, copied)
		if len(wishes) != 3*n || n < 21 || n < last || n > all {
			t.Errorf("%d wishes of %d messages, after %d and before %d", len(wishes), n, last, all)
		}
		last = n
		copied.Close()
	}
}

func TestBackupIsPrivateAndWhole(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	backup := filepath.Join(t.TempDir(), "kopia & 100%.db")
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{backup, backup + ".key"} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(backup)); err != nil || len(left) != 2 {
		t.Errorf("beside the backup: %v, %v", left, err)
	}
	if err := s.Backup(ctx, backup, false); !errors.Is(err, ErrExists) {
		t.Errorf("over a backup: %v", err)
	}
	if err := s.Backup(ctx, backup, true); err != nil {
		t.Errorf("over a backup, on demand: %v", err)
	}
	for _, name := range []string{s.Path(), filepath.Join(t.TempDir(), "no", "such.db")} {
		if err := s.Backup(ctx, name, true); err == nil {
			t.Errorf("backed up to %s", name)
		}
	}
	if n := messages(t, s); n != 5 {
		t.Errorf("%d messages", n)
	}
}

func TestRestore(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := s.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, backup, s.Path(), true); !errors.Is(err, ErrLocked) {
		t.Errorf("beside a writer: %v", err)
	}
	mustAdd(t, s, Message{Raw: []byte("later"), From: "x@y.example", Kind: "other"}, nil)
	log, err := os.ReadFile(s.Path() + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// As after a crash: the log of the old database must not get into the new one.
	if err := os.WriteFile(s.Path()+"-wal", log, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, backup, s.Path(), false); !errors.Is(err, ErrExists) {
		t.Errorf("over a database: %v", err)
	}
	for _, path := range []string{s.Path(), filepath.Join(t.TempDir(), "new", "onskemal.db")} {
		if err := Restore(ctx, backup, path, path == s.Path()); err != nil {
			t.Fatal(err)
		}
		restored, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if held, err := restored.Held(ctx, anna, headerReader{}); err != nil || len(held.Messages) != 3 {
			t.Errorf("restored: %+v, %v", held, err)
		}
		for _, suffix := range []string{"", ".key"} {
			if info, err := os.Stat(path + suffix); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %v, %v", path+suffix, info.Mode(), err)
			}
		}
		if n := messages(t, restored); n != 5 {
			t.Errorf("%d messages, want the backup's 5", n)
		}
		restored.Close()
	}
}

// What is no whole backup leaves the database that is there as it was.
func TestRestoreRefuses(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	good := filepath.Join(t.TempDir(), "good.db")
	if err := s.Backup(ctx, good, false); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	key, err := os.ReadFile(good + ".key")
	if err != nil {
		t.Fatal(err)
	}
	damaged := append([]byte{}, content...)
	for i := 4096; i < len(damaged)/2; i++ {
		damaged[i] = 0xa5
	}
	before := files(t, s.Path())
	for name, c := range map[string]struct {
		content []byte
		key     string
		want    error
	}{
		"empty":     {nil, string(key), ErrBadBackup},
		"letter":    {[]byte("Hej, detta är ett brev"), string(key), ErrNotDatabase},
		"cut":       {content[:len(content)/2], string(key), ErrBadBackup},
		"damaged":   {damaged, string(key), nil},
		"other key": {content, strings.Repeat("ab", 32), ErrWrongKey},
		"no key":    {content, "", ErrWrongKey},
	} {
		backup := filepath.Join(t.TempDir(), "backup.db")
		if err := os.WriteFile(backup, c.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if c.key != "" {
			if err := os.WriteFile(backup+".key", []byte(c.key), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := Restore(ctx, backup, s.Path(), true); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if string(files(t, s.Path())) != string(before) {
		t.Error("the database was changed")
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), ".*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := os.WriteFile(s.Path()+".key", []byte(strings.Repeat("cd", 32)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(s.Path()); err != nil {
		t.Fatal(err)
	}
	if err := Restore(ctx, good, s.Path(), false); !errors.Is(err, ErrExists) {
		t.Errorf("over another database's key: %v", err)
	}
}
