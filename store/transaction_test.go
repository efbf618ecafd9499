package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"
)

// numbered is a mail with two wishes, unlike those with other numbers.
func numbered(n int) Message {
	return Message{
		Raw: fmt.Append(nil, "mail ", n), From: fmt.Sprintf("a%d@nykulla.example", n), Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "test",
		Wishes: []Wish{{Rank: 1, Text: "Teams", Scope: "digital"}, {Rank: 2, Text: "Koha", Scope: "digital"}},
	}
}

// A batch that fails has stored nothing, the ledger included, and the next stores all.
func TestBatchIsWhole(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	box, err := s.Mailbox(ctx, "box", "account", "INBOX", 1)
	if err != nil {
		t.Fatal(err)
	}
	failure := errors.New("failure")
	store := func(end error) error {
		return s.Batch(ctx, func(b *Batch) error {
			for n := range 3 {
				if added, err := b.Add(ctx, numbered(n), &UID{box, uint32(n + 1)}); err != nil || !added {
					return fmt.Errorf("mail %d: added %v, %w", n, added, err)
				}
			}
			again, err := b.Add(ctx, numbered(0), nil)
			if err != nil || again {
				return fmt.Errorf("the same mail again: added %v, %w", again, err)
			}
			if added, err := b.Quarantine(ctx, Quarantined{Raw: []byte("?"), Received: tuesday}, &UID{box, 4}); err != nil || !added {
				return fmt.Errorf("quarantine: added %v, %w", added, err)
			}
			return end
		})
	}
	holds := func(mails, found, waiting int, runs ...Run) {
		t.Helper()
		status, err := s.Status(ctx)
		if err != nil {
			t.Fatal(err)
		}
		seen, err := s.Seen(ctx, box, 0)
		if err != nil || !slices.Equal(seen, runs) || int(status.Messages["wish"]) != mails || len(status.Quarantine) != waiting {
			t.Errorf("UIDs %v, %v messages, %v in quarantine, %v; want %v, %d, %d", seen, status.Messages, status.Quarantine, err, runs, mails, waiting)
		}
		n := 0
		if err := s.Search(ctx, Search{Terms: terms("teams")}, func(Found) error { n++; return nil }); err != nil || n != found {
			t.Errorf("%d found, %v, want %d", n, err, found)
		}
		checkIndex(t, s, fmt.Sprint(mails, " mails"))
	}
	if err := store(failure); !errors.Is(err, failure) {
		t.Error(err)
	}
	holds(0, 0, 0)
	if err := store(nil); err != nil {
		t.Error(err)
	}
	holds(3, 3, 1, Run{1, 3}, Run{4, 4})
}

// Any number may read while one writes: they see whole batches, and wait for nobody.
func TestReadersBesideWriter(t *testing.T) {
	const batches, mails = 20, 10
	s, ctx := newStore(t), t.Context()
	written := make(chan error, 1)
	go func() {
		for batch := range batches {
			err := s.Batch(ctx, func(b *Batch) error {
				for n := range mails {
					if _, err := b.Add(ctx, numbered(batch*mails+n), nil); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				written <- err
				return
			}
		}
		written <- nil
	}()
	read := func(reader *Store) (messages, wishes int, err error) {
		err = reader.Stock(ctx, tuesday.Add(time.Hour), func(stock *Stock) error {
			messages = stock.Basis("test").Messages
			for _, err := range stock.Wishes(ctx) {
				if err != nil {
					return err
				}
				wishes++
			}
			return nil
		})
		return messages, wishes, err
	}
	readers := make(chan error)
	for range 3 {
		go func() {
			reader, err := OpenExisting(ctx, s.path)
			if err != nil {
				readers <- err
				return
			}
			defer reader.Close()
			for messages := 0; messages < batches*mails && err == nil; {
				var wishes int
				messages, wishes, err = read(reader)
				if err == nil && (messages%mails != 0 || wishes != 2*messages) {
					err = fmt.Errorf("%d messages with %d wishes", messages, wishes)
				}
				if err == nil {
					err = ctx.Err()
				}
			}
			readers <- err
		}()
	}
	if err := <-written; err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := <-readers; err != nil {
			t.Error(err)
		}
	}
}

// The log grows while somebody reads, and is cut back afterwards.
func TestLogIsCutBack(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	size := func() int64 {
		t.Helper()
		info, err := os.Stat(s.path + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	mustAdd(t, s, numbered(1), nil)
	random := rand.NewChaCha8([32]byte{8})
	mustRead(t, s, tuesday.Add(time.Hour), func(*Stock) error {
		large := numbered(2)
		large.Raw = make([]byte, 2*logLimit)
		random.Read(large.Raw) // which cannot be compressed
		_, err := s.Add(ctx, large, nil)
		return err
	})
	if got := size(); got < 2*logLimit {
		t.Fatalf("a log of %d bytes while somebody reads: this test guards nothing", got)
	}
	mustAdd(t, s, numbered(3), nil) // moves the log into the database
	mustAdd(t, s, numbered(4), nil) // begins it anew
	if got := size(); got > logLimit {
		t.Errorf("a log of %d bytes, want %d at most", got, logLimit)
	}
}
