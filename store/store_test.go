package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var (
	tuesday = time.Date(2026, 11, 17, 9, 30, 0, 0, time.UTC)
	raw     = []byte("From: Anna <Anna@Nykulla.example>\r\nSubject: =?utf-8?Q?=C3=96nskem=C3=A5l?=\r\n\r\n1. Teams\r\n")
)

func newStore(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "onskemal.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func message(raw []byte) Message {
	return Message{
		Raw: raw, MessageID: "1@nykulla.example", Subject: "Önskemål", From: "Anna@Nykulla.example",
		Received: tuesday, Added: tuesday.Add(time.Hour), Kind: "wish+offer", DerivedBy: "test",
		Wishes: []Wish{
			{Rank: 1, Text: "Teams", Scope: "digital", Topics: []string{"samarbete", "fordjupning"}, Why: []Reason{{Label: "samarbete", Keyword: "Teams", Found: "Teams", End: 5}}},
			{Rank: 2, Text: "Excel", Scope: "digital", Outside: []string{"Excel och Office"}},
			{Rank: 2, Text: "något", Scope: "unclear", By: "bo@annan.example"},
		},
		Offers: []Offer{{Text: "Koha", Topics: []string{"open-source", "guider"}}},
	}
}

func mustAdd(t *testing.T, s *Store, m Message, at *UID) {
	t.Helper()
	if _, err := s.Add(context.Background(), m, at); err != nil {
		t.Fatal(err)
	}
}

// rederiveAlone is [Batch.Rederive] in a batch of one.
func rederiveAlone(ctx context.Context, s *Store, id int64, m Message) error {
	return s.Batch(ctx, func(b *Batch) error { return b.Rederive(ctx, id, m) })
}

// relabelAlone is [Batch.Relabel] in a batch of one.
func relabelAlone(ctx context.Context, s *Store, m Stored, derivedBy string) error {
	return s.Batch(ctx, func(b *Batch) error { return b.Relabel(ctx, m, derivedBy) })
}

func TestAddAndRead(t *testing.T) {
	s := newStore(t)
	mustAdd(t, s, message(raw), nil)
	wishes, texts := wishesBefore(t, s, tuesday.Add(time.Second))
	digest := digestOf(raw)
	want := []StoredWish{
		{ID: 1, Message: 1, Digest: digest, Person: 1, Workplace: "nykulla.example", Received: tuesday, Rank: 1, Topics: []string{"samarbete", "fordjupning"}},
		{ID: 2, Message: 1, Digest: digest, Person: 1, Workplace: "nykulla.example", Received: tuesday, Rank: 2, Outside: []string{"Excel och Office"}},
		{ID: 3, Message: 1, Digest: digest, Person: 2, Workplace: "annan.example", Received: tuesday, Rank: 2},
	}
	if diff := cmp.Diff(want, wishes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[int64]string{1: "Teams", 2: "Excel", 3: "något"}, texts); diff != "" {
		t.Error(diff)
	}
	var offers []StoredOffer
	mustRead(t, s, tuesday.Add(time.Second), func(stock *Stock) (err error) {
		offers, err = stock.Offers(context.Background())
		return err
	})
	wantOffers := []StoredOffer{{ID: 1, Person: 1, Workplace: "nykulla.example", Received: tuesday, Text: "Koha", Topics: []string{"open-source", "guider"}, State: OfferNew}}
	if diff := cmp.Diff(wantOffers, offers); diff != "" {
		t.Error(diff)
	}
	if before, _ := wishesBefore(t, s, tuesday); len(before) != 0 {
		t.Errorf("wishes before the mail came: %v", before)
	}
}

func mustRead(t *testing.T, s *Store, before time.Time, read func(*Stock) error) {
	t.Helper()
	if err := s.Stock(context.Background(), before, read); err != nil {
		t.Fatal(err)
	}
}

// wishesBefore are the wishes received before a time, and their texts by id.
func wishesBefore(t *testing.T, s *Store, before time.Time) (wishes []StoredWish, texts map[int64]string) {
	t.Helper()
	mustRead(t, s, before, func(stock *Stock) (err error) {
		var ids []int64
		for wish, err := range stock.Wishes(context.Background()) {
			if err != nil {
				return err
			}
			wishes, ids = append(wishes, wish), append(ids, wish.ID)
		}
		texts, err = stock.Texts(context.Background(), ids)
		return err
	})
	return wishes, texts
}

// What a report reads is of one moment, whatever a poll adds meanwhile; and a
// reader that has seen enough may stop.
func TestStockIsOfOneMoment(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	mustAdd(t, s, message(raw), nil)
	mustRead(t, s, tuesday.AddDate(1, 0, 0), func(stock *Stock) error {
		later := message([]byte("another"))
		later.MessageID = ""
		mustAdd(t, s, later, nil)
		wishes := 0
		for _, err := range stock.Wishes(ctx) {
			if err != nil {
				return err
			}
			wishes++
		}
		offers, err := stock.Offers(ctx)
		if wishes != 3 || len(offers) != 1 {
			t.Errorf("%d wishes and %d offers, with those that came later", wishes, len(offers))
		}
		for range stock.Wishes(ctx) {
			break
		}
		return err
	})
}

func TestDeliveries(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	given := []Delivery{{"juridik", tuesday}, {"mik", tuesday.AddDate(0, 0, 7)}}
	for _, d := range append(given, given...) {
		if err := s.Deliver(ctx, d, tuesday); err != nil {
			t.Fatal(err)
		}
	}
	read := func(before time.Time) (deliveries []Delivery) {
		mustRead(t, s, before, func(stock *Stock) (err error) {
			deliveries, err = stock.Deliveries(ctx)
			return err
		})
		return deliveries
	}
	if diff := cmp.Diff(given, read(tuesday.AddDate(1, 0, 0))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(given[:1], read(tuesday.AddDate(0, 0, 7))); diff != "" {
		t.Errorf("those before the second: %s", diff)
	}
	for _, want := range []bool{true, false} {
		if found, err := s.Undeliver(ctx, given[0]); found != want || err != nil {
			t.Errorf("taken back: %v, %v; want %v", found, err, want)
		}
	}
	if diff := cmp.Diff(given[1:], read(tuesday.AddDate(1, 0, 0))); diff != "" {
		t.Error(diff)
	}
}

// The same mail may come with other line ends, from a file, or with an empty
// line more, from an mbox; a changed word makes another mail.
func TestAddTwice(t *testing.T) {
	s := newStore(t)
	for _, again := range [][]byte{raw, bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), append(bytes.Clone(raw), "\n\n"...)} {
		mustAdd(t, s, message(again), nil)
	}
	if n := messages(t, s); n != 1 {
		t.Errorf("%d messages after three deliveries of one", n)
	}
	trace := message(append([]byte("Delivered-To: kontakt\r\n"), raw...))
	mustAdd(t, s, trace, nil)
	if n := messages(t, s); n != 1 {
		t.Errorf("%d messages after one more, by another way", n)
	}
	another := message(bytes.ReplaceAll(raw, []byte("Teams"), []byte("Slack")))
	another.Text = "Slack"
	mustAdd(t, s, another, nil)
	if n := messages(t, s); n != 2 {
		t.Errorf("%d messages after another mail", n)
	}
}

// The digest is that of the lines, however they end, without empty ones at the
// end.
func TestDigest(t *testing.T) {
	mails := []string{""}
	for range 7 {
		for _, mail := range mails {
			mails = append(mails, mail+"a", mail+"\r", mail+"\n")
		}
		slices.Sort(mails)
		mails = slices.Compact(mails)
	}
	for _, mail := range mails {
		if want := sha256.Sum256([]byte(strings.TrimRight(strings.ReplaceAll(mail, "\r\n", "\n"), "\n"))); digestOf([]byte(mail)) != want {
			t.Errorf("digest of %q is another", mail)
		}
	}
}

func messages(t *testing.T, s *Store) (n int) {
	t.Helper()
	if err := s.db.Get(&n, `SELECT count(*) FROM message`); err != nil {
		t.Fatal(err)
	}
	return n
}

// A message that cannot be stored leaves neither rows nor a mark in the ledger.
// Mails that may be one and the same are both kept, and doubted.
func TestPossibleDuplicates(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	day := time.Date(2026, 11, 17, 12, 0, 0, 0, time.UTC)
	add := func(raw, id, from, text string) {
		t.Helper()
		day = day.Add(time.Minute)
		if added, err := s.Add(ctx, Message{Raw: []byte(raw), MessageID: id, From: from, Text: text, Kind: "wish", Received: day}, nil); err != nil || !added {
			t.Fatalf("%s: added %v, %v", raw, added, err)
		}
	}
	doubted := func(want int) {
		t.Helper()
		if mails := doubtful(t, s); len(mails) != want {
			t.Errorf("%d doubtful, want %d", len(mails), want)
		}
	}
	add("1", "1@x.example", "a@x.example", "Koha")
	add("2", "", "a@x.example", "")
	add("3", "", "a@x.example", "")
	add("4", "", "b@x.example", "Koha")
	doubted(0)
	add("5", "1@x.example", "a@x.example", "Canva") // the Message-ID of another
	doubted(1)
	add("6", "6@x.example", "a@x.example", "Koha") // sent again
	doubted(2)
}

func TestAddIsAllOrNothing(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	broken := message(raw)
	broken.Wishes[2].Scope = "no such scope"
	if _, err := s.Add(ctx, broken, &UID{box, 5}); err == nil {
		t.Fatal("a scope that does not exist was stored")
	}
	seen, err := s.Seen(ctx, box, 1)
	if err != nil {
		t.Fatal(err)
	}
	if n := messages(t, s); n != 0 || len(seen) != 0 {
		t.Errorf("after a failed add: %d messages, ledger %v", n, seen)
	}
	mustAdd(t, s, message(raw), &UID{box, 5})
	if seen, err = s.Seen(ctx, box, 1); err != nil || !slices.Equal(seen, []Run{{5, 5}}) {
		t.Errorf("ledger after the add: %v, %v", seen, err)
	}
}

func TestLedgerGenerations(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	first, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Skip(ctx, first, OtherSubject, 1, []uint32{1, 2, 2, 3}); err != nil {
		t.Fatal(err)
	}
	same, err := s.Mailbox(ctx, "renamed", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	if same != first {
		t.Errorf("the same UIDVALIDITY gave %v, then %v", first, same)
	}
	next, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 8)
	if err != nil {
		t.Fatal(err)
	}
	if other, err := s.Seen(ctx, first, 2); err != nil || len(other) != 0 {
		t.Errorf("by another rule: ledger %v, %v", other, err)
	}
	for box, want := range map[Mailbox][]Run{first: {{1, 3}}, next: nil} {
		if seen, err := s.Seen(ctx, box, 1); err != nil || !slices.Equal(seen, want) {
			t.Errorf("generation %d: ledger %v, %v", box.Generation, seen, err)
		}
	}
	if box, err := s.FindMailbox(ctx, "u@h:993", "INBOX", 7); err != nil || box.ID != 0 {
		t.Errorf("the old UIDVALIDITY still finds %v, %v", box, err)
	}
}

func TestQuarantine(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	q := Quarantined{Raw: raw, Received: tuesday, Added: tuesday, Reason: "encrypted", TriedBy: "v1"}
	for range 2 {
		if _, err := s.Quarantine(ctx, q, nil); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]Waiting{{tuesday, "encrypted"}}, waiting(t, s)); diff != "" {
		t.Error(diff)
	}
	for q, err := range s.Untried(ctx, "v1") {
		t.Errorf("tried by v1 and offered to it again: %v, %v", q, err)
	}
	offered := 0
	for q, err := range s.Untried(ctx, "v2") {
		if offered++; err != nil || !bytes.Equal(q.Raw, raw) {
			t.Fatalf("for v2: %v, %v", q, err)
		}
	}
	if offered != 1 {
		t.Errorf("%d mails offered to v2, want 1", offered)
	}
	mustAdd(t, s, message(raw), nil)
	if waiting := waiting(t, s); len(waiting) != 0 {
		t.Errorf("read at last, but still waiting: %v", waiting)
	}
}

func waiting(t *testing.T, s *Store) (waiting []Waiting) {
	t.Helper()
	mustRead(t, s, tuesday.AddDate(1, 0, 0), func(stock *Stock) (err error) {
		waiting, err = stock.Waiting(context.Background())
		return err
	})
	return waiting
}

func doubtful(t *testing.T, s *Store) (doubtful []Doubtful) {
	t.Helper()
	mustRead(t, s, time.Now().AddDate(100, 0, 0), func(stock *Stock) (err error) {
		doubtful, err = stock.Doubtful(context.Background(), time.Time{})
		return err
	})
	return doubtful
}

// What names a sender goes when its time is over; the wishes stay.
func TestPurgeRaw(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	mustAdd(t, s, message(raw), nil)
	for _, before := range []time.Time{tuesday, tuesday.Add(2 * time.Hour), tuesday.Add(2 * time.Hour)} {
		if _, err := s.PurgeRaw(ctx, before); err != nil {
			t.Fatal(err)
		}
	}
	var left int
	if err := s.db.Get(&left, `SELECT (SELECT count(*) FROM raw) + (SELECT count(*) FROM message WHERE subject IS NOT NULL OR message_id IS NOT NULL)`); err != nil {
		t.Fatal(err)
	}
	if left != 0 {
		t.Errorf("%d rows still hold the mail", left)
	}
	if wishes, _ := wishesBefore(t, s, tuesday.Add(time.Hour)); len(wishes) != 3 {
		t.Errorf("wishes after the purge: %v", wishes)
	}
	if known, err := s.Known(ctx, raw); err != nil || !known {
		t.Errorf("the mail would be counted again: %v, %v", known, err)
	}
}

func TestPersonsAreHashed(t *testing.T) {
	s := newStore(t)
	mustAdd(t, s, message(raw), nil)
	again := message([]byte("another"))
	again.From = "  anna@NYKULLA.example"
	mustAdd(t, s, again, nil)
	var persons int
	if err := s.db.Get(&persons, `SELECT count(*) FROM person WHERE workplace = 'nykulla.example'`); err != nil {
		t.Fatal(err)
	}
	if persons != 1 {
		t.Errorf("one address in two spellings gave %d persons", persons)
	}
	// Without the raw mail and what was taken from its header, the file must not
	// hold the address.
	if _, err := s.PurgeRaw(context.Background(), tuesday.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(bytes.ToLower(file), []byte("anna@nykulla.example")) {
		t.Error("the database file holds the address")
	}
}

func TestMailWithoutSender(t *testing.T) {
	s := newStore(t)
	for i := range 2 {
		m := message(fmt.Appendf(nil, "mail %d", i))
		m.From = ""
		mustAdd(t, s, m, nil)
	}
	var persons int
	if err := s.db.Get(&persons, `SELECT count(DISTINCT person_id) FROM message`); err != nil {
		t.Fatal(err)
	}
	if persons != 2 {
		t.Errorf("two mails without sender gave %d persons", persons)
	}
}

func TestOpenRefuses(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	path := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if _, err := OpenExisting(ctx, filepath.Join(dir, "none.db")); !errors.Is(err, ErrNoDatabase) {
		t.Errorf("no file: %v", err)
	}
	if _, err := OpenExisting(ctx, path("nothing.db", "")); !errors.Is(err, ErrNoDatabase) {
		t.Errorf("an empty file: %v", err)
	}
	letter := path("letter.txt", "Hej, detta är ett brev och ingen databas.\n")
	if _, err := Open(ctx, letter); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("a text file: %v", err)
	}
	if text, _ := os.ReadFile(letter); !strings.HasPrefix(string(text), "Hej") {
		t.Error("the text file was changed")
	}
	if _, err := Open(ctx, dir); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := Open(ctx, path("damaged.db", "SQLite format 3\x00 and then nothing that fits")); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("a damaged file: %v", err)
	}
}

// A database of each earlier schema, with a mail in it, is brought up to date by
// whoever opens it first, with nothing lost.
func TestOpenOlderDatabase(t *testing.T) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for version := 1; version < len(files); version++ {
		t.Run(fmt.Sprint("schema ", version), func(t *testing.T) {
			s, err := OpenExisting(t.Context(), olderDatabase(t, int64(version)))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			items, err := s.Items(t.Context(), 1)
			if err != nil {
				t.Fatal(err)
			}
			newYear := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
			want := []Placed{
				{ID: 7, Position: 1, Message: 1, Received: newYear, Item: Item{Person: 1, Rank: 1, Text: "Koha", Scope: "digital", Topics: []string{"open-source"}}},
				{ID: 4, Position: 1, Message: 1, Received: newYear, Item: Item{Offer: true, Person: 1, Text: "Makerspace", Topics: []string{"makerspace"}}},
			}
			if diff := cmp.Diff(want, items, cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
			if wishes, _ := wishesBefore(t, s, time.Now()); len(wishes) != 1 {
				t.Errorf("%d wishes", len(wishes))
			}
			if doubtful := doubtful(t, s); len(doubtful) != 0 {
				t.Errorf("doubtful %v", doubtful)
			}
			if version < 11 {
				rows := []ledgerRow{
					{Run{1, 2}, OtherSubject, 5}, {Run{3, 3}, verdictStored, 0}, {Run{4, 4}, OtherSubject, 5}, {Run{6, 6}, OtherSubject, 5},
					{Run{7, 7}, OtherSubject, 6}, {Run{8, 9}, verdictKnown, 0}, {Run{4294967294, 4294967295}, verdictKnown, 0},
				}
				if diff := cmp.Diff(rows, ledger(t, s, Mailbox{1, 1})); diff != "" {
					t.Errorf("ledger (-want +got):\n%s", diff)
				}
			}
			var broken int
			if err := s.db.Get(&broken, `SELECT count(*) FROM pragma_foreign_key_check`); err != nil || broken > 0 {
				t.Errorf("%d broken references, %v", broken, err)
			}
		})
	}
}

// Wishes that an older program stored apart from the others of their mail are found
// together, as a report counts them.
func TestOpenDatabaseWithScatteredWishes(t *testing.T) {
	older := olderDatabase(t, 13)
	s, err := connect(older, dsn(older))
	if err == nil {
		_, err = s.db.Exec(`
			INSERT INTO message (id, digest, person_id, received_at, added_at, kind, content, derived_by)
			VALUES (2, x'02', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'wish', x'02', 'old');
			INSERT INTO wish (id, message_id, person_id, position, rank, text, scope, why) VALUES
			(8, 2, 1, 1, 1, 'Trello', 'digital', '[]'), (9, 1, 1, 2, 2, 'Canva', 'digital', '[]')`)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = OpenExisting(t.Context(), older); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var ids []int64
	wishes, _ := wishesBefore(t, s, time.Now())
	for _, wish := range wishes {
		ids = append(ids, wish.ID)
	}
	if want := []int64{7, 9, 8}; !slices.Equal(ids, want) {
		t.Errorf("wishes %v, want %v", ids, want)
	}
}

// olderDatabase makes a database of an earlier schema with one mail.
func olderDatabase(t *testing.T, version int64) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "older.db")
	s, err := connect(path, dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	provider, err := s.migrator()
	if err == nil {
		_, err = provider.UpTo(t.Context(), version)
	}
	if err == nil {
		_, err = s.db.Exec(`
			INSERT INTO person (id, hash, workplace) VALUES (1, x'01', 'x.example');
			INSERT INTO message (id, digest, person_id, received_at, added_at, kind, content, derived_by)
			VALUES (1, zeroblob(32), 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'wish+offer', x'', 'old');
			INSERT INTO wish (id, message_id, person_id, position, rank, text, scope, why) VALUES (7, 1, 1, 1, 1, 'Koha', 'digital', '[]');
			INSERT INTO wish_label (wish_id, position, outside, label) VALUES (7, 1, 0, 'open-source');
			INSERT INTO offer (id, message_id, person_id, position, text, why) VALUES (4, 1, 1, 1, 'Makerspace', '[]');
			INSERT INTO offer_topic (offer_id, position, topic) VALUES (4, 1, 'makerspace');
			INSERT INTO mailbox (id, name, account, folder, uidvalidity, generation) VALUES (1, 'kontakt', 'u@h:993', 'INBOX', 7, 1), (2, 'kontakt', 'u@h:993', 'Arkiv', 7, 1)`)
	}
	if err == nil && version < 11 { // a row for each UID
		_, err = s.db.Exec(`
			INSERT INTO seen (mailbox_id, generation, uid, verdict, rule) VALUES
			(1, 1, 1, 'other-subject', 5), (1, 1, 2, 'other-subject', 5), (1, 1, 3, 'stored', 0), (1, 1, 4, 'other-subject', 5), (1, 1, 6, 'other-subject', 5),
			(1, 1, 7, 'other-subject', 6), (1, 1, 8, 'known', 0), (1, 1, 9, 'known', 0), (1, 1, 4294967294, 'known', 0), (1, 1, 4294967295, 'known', 0),
			(2, 1, 10, 'known', 0), (1, 2, 10, 'known', 0)`)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// The first program called its schema 1, too, though it lacked some columns.
func TestOpenFirstDatabase(t *testing.T) {
	ctx := t.Context()
	script, err := os.ReadFile("testdata/first.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "first.db")
	s, err := connect(path, dsn(path))
	if err == nil {
		_, err = s.db.ExecContext(ctx, string(script))
	}
	if err = errors.Join(err, os.WriteFile(path+".key", []byte(strings.Repeat("0", 64)+"\n"), 0o600), s.Close()); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a reader upgrades, and the next finds it done
		if s, err = OpenExisting(ctx, path); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if s, err = Open(ctx, path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()

	status, err := s.Status(ctx)
	if err != nil || status.Messages["wish"] != 1 || status.Messages["other"] != 1 || len(status.Quarantine) != 1 || status.Mailboxes[0].Ledger != 4 {
		t.Errorf("status %+v, %v", status, err)
	}
	wishes, texts := wishesBefore(t, s, tuesday.AddDate(1, 0, 0))
	if len(wishes) != 1 || texts[wishes[0].ID] != "Koha" || len(wishes[0].Topics) != 1 {
		t.Errorf("wishes %+v, %v", wishes, texts)
	}
	if names := found(t, s, Search{Terms: terms("oha")}); len(names) != 1 {
		t.Errorf("found %v", names)
	}
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil || box != (Mailbox{ID: 1, Generation: 1}) {
		t.Errorf("mailbox %+v, %v", box, err)
	}
	if seen, err := s.Seen(ctx, box, 99); err != nil || !slices.Equal(seen, []Run{{1, 2}, {3, 3}}) {
		t.Errorf("seen %v, %v", seen, err)
	}
	mustAdd(t, s, message(raw), &UID{box, 4})
	mustAdd(t, s, message(raw), &UID{box, 5})
	if n := messages(t, s); n != 3 {
		t.Errorf("%d messages, want 3", n)
	}
	if err := s.Skip(ctx, box, OldMail, 99, []uint32{6}); err != nil {
		t.Error(err)
	}
}

// A migration that databases have been through says nothing to them any more:
// what is to change stands in a new one.
func TestMigrationsStay(t *testing.T) {
	want := map[string]string{
		"00001_initial.sql":    "3f133a517e9c36cb",
		"00002_doubt.sql":      "523ba6bfe2adf749",
		"00003_patience.sql":   "782a24a2d1bab819",
		"00004_delivery.sql":   "9714da9a55af4dcf",
		"00005_forgotten.sql":  "8c3d0455ea5d15d0",
		"00006_decision.sql":   "b42e03d2049c1cad",
		"00007_offer.sql":      "0dacc933f971301a",
		"00008_people.sql":     "469d420f0b5a6b78",
		"00009_search.sql":     "4cf949850300fb70",
		"00010_indexes.sql":    "30216443873f71cb",
		"00011_ledger.sql":     "e39f7c73836cc8ba",
		"00012_numbers.sql":    "ed3997a637c6f997",
		"00013_index_last.sql": "a288398c05de0d18",
		"00014_scattered.sql":  "2117e309db6f8d6a",
	}
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, file := range files {
		text, err := migrations.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(text)
		got[filepath.Base(file)] = hex.EncodeToString(sum[:8])
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("migrations changed; write a new one (-want +got):\n%s", diff)
	}
}

func TestOpenNewerDatabase(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	if _, err := s.db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenExisting(ctx, s.Path()); !errors.Is(err, ErrNewer) {
		t.Errorf("schema 99: %v", err)
	}
}

func TestOpenForeignDatabase(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	if _, err := s.db.Exec(`DROP TABLE goose_db_version`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, s.Path()); !errors.Is(err, ErrNotDatabase) {
		t.Errorf("another program's tables: %v", err)
	}
}

func TestKeyFile(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	mustAdd(t, s, message(raw), nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	key := s.Path() + ".key"
	info, err := os.Stat(key)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("key file has mode %v", info.Mode())
	}
	kept, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"other": strings.Repeat("ab", 32), "short": "abcd", "no hex": "nyckel"} {
		if err := os.WriteFile(key, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(ctx, s.Path()); !errors.Is(err, ErrWrongKey) {
			t.Errorf("%s key: %v", name, err)
		}
	}
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, s.Path()); !errors.Is(err, ErrWrongKey) {
		t.Errorf("lost key: %v", err)
	}
	reader, err := OpenExisting(ctx, s.Path())
	if err != nil {
		t.Fatalf("a reader without the key: %v", err)
	}
	reader.Close()
	if err := os.WriteFile(key, kept, 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := Open(ctx, s.Path())
	if err != nil {
		t.Fatalf("restored key: %v", err)
	}
	again.Close()
}

func TestOneWriter(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(s.Path(), link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{s.Path(), link} {
		if _, err := Open(ctx, path); !errors.Is(err, ErrLocked) {
			t.Errorf("second writer by %s: %v", filepath.Base(path), err)
		}
	}
	reader, err := OpenExisting(ctx, link)
	if err != nil {
		t.Fatalf("reader beside the writer: %v", err)
	}
	reader.Close()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(ctx, link)
	if err != nil {
		t.Fatalf("writer after the first: %v", err)
	}
	again.Close()
}

// Many processes may begin at once on a machine that has no database yet: one
// of them makes it.
func TestFirstRunsAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "onskemal.db")
	errs := make(chan error)
	for range 8 {
		go func() {
			s, err := Open(context.Background(), path)
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil && !errors.Is(err, ErrLocked) {
			t.Error(err)
		}
	}
}

// The database holds raw mail, so nobody else may read it.
func TestFilesArePrivate(t *testing.T) {
	s := newStore(t)
	if _, err := s.Add(context.Background(), message(raw), nil); err != nil {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", "-wal", "-shm", ".key", ".lock"} {
		info, err := os.Stat(s.Path() + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", suffix, info.Mode())
		}
	}
}

// A path may hold what means something in a URL.
func TestOpenOddPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "möten & 100% #1?.db")
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	var mode string
	if err := s.db.Get(&mode, `PRAGMA journal_mode`); err != nil || mode != "wal" {
		t.Errorf("journal mode %q, %v", mode, err)
	}
}

func TestStatus(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, s, message(raw), &UID{box, 1})
	if err := s.Polled(ctx, "kontakt", "u@h:993", "INBOX", tuesday, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Polled(ctx, "kontakt", "u@h:993", "INBOX", tuesday.Add(time.Hour), errors.New("no route")); err != nil {
		t.Fatal(err)
	}
	if err := s.Polled(ctx, "annan", "v@h:993", "INBOX", tuesday, errors.New("refused")); err != nil {
		t.Fatal(err)
	}
	if err := s.Skip(ctx, box, OtherSubject, 1, []uint32{2, 3}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Quarantine(ctx, Quarantined{Raw: []byte("x"), Reason: "för stort"}, &UID{box, 4}); err != nil {
		t.Fatal(err)
	}
	held := Failure{Attempts: 1, NextTry: tuesday, Error: "dropped"}
	poison := Failure{Attempts: 7, NextTry: tuesday.AddDate(0, 0, 7), Poison: true, Error: "NO [SERVERBUG]"}
	for uid, failure := range map[uint32]Failure{7: poison, 5: held} {
		if err := s.Fail(ctx, UID{box, uid}, failure); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetBackoff(ctx, "u@h:993", Backoff{Attempts: 1, Until: tuesday.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	status, err := s.Status(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ok, last := "2026-11-17T09:30:00Z", "2026-11-17T10:30:00Z"
	until := last
	want := []MailboxStatus{
		{Name: "annan", Account: "v@h:993", Folder: "INBOX", PolledAt: &ok, Error: "refused", Verdicts: map[Verdict]int64{}},
		{
			Name: "kontakt", Account: "u@h:993", Folder: "INBOX", OKAt: &ok, PolledAt: &last, Error: "no route", Backoff: &until,
			Ledger: 4, Verdicts: map[Verdict]int64{"stored": 1, "quarantined": 1, "other-subject": 2},
			Failures: []FailedUID{{5, held}, {7, poison}},
		},
	}
	if diff := cmp.Diff(want, status.Mailboxes); diff != "" {
		t.Error(diff)
	}
	if status.Messages["wish+offer"] != 1 || status.Wishes != 3 || status.Offers != 1 || status.Persons != 2 || status.Bytes == 0 || status.Schema == 0 || status.Quarantine["för stort"] != 1 {
		t.Errorf("status %+v", status)
	}
}

// A full disk and a database that may not be written are said with the remedy,
// and leave nothing half-written.
func TestAddWithoutRoom(t *testing.T) {
	for pragma, remedy := range map[string]string{
		"max_page_count = 1": "free some space and run again; nothing is lost",
		"query_only = 1":     "give this user write access to the database and its folder",
	} {
		s := newStore(t)
		s.db.SetMaxOpenConns(1) // the pragma is the connection's own
		if _, err := s.db.Exec("PRAGMA " + pragma); err != nil {
			t.Fatal(err)
		}
		m := message(raw)
		m.Wishes[0].Text = strings.Repeat("lång ", 1<<20)
		_, err := s.Add(context.Background(), m, nil)
		if err == nil || !strings.Contains(err.Error(), remedy) {
			t.Errorf("%s: %v", pragma, err)
		}
		if n := messages(t, s); n != 0 {
			t.Errorf("%s: %d messages stored", pragma, n)
		}
	}
}

// What a mail claims of its time must not make the reports fail.
func TestTimeOutOfRange(t *testing.T) {
	s := newStore(t)
	for i, year := range []int{-3, 0, 12345} {
		m := message(fmt.Appendf(nil, "mail %d", i))
		m.MessageID, m.Received = "", time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)
		mustAdd(t, s, m, nil)
	}
	if wishes, _ := wishesBefore(t, s, time.Date(99999, 1, 1, 0, 0, 0, 0, time.UTC)); len(wishes) != 6 {
		t.Errorf("%d wishes; the one from the last year is not before its end", len(wishes))
	}
}

// Whom an older reading took for an author, and nobody else does, is not kept.
func TestRederiveDropsIdlePeople(t *testing.T) {
	s, ctx := newStore(t), context.Background()
	m := message(raw) // its third wish is by another
	mustAdd(t, s, m, nil)
	persons := func() int64 {
		t.Helper()
		status, err := s.Status(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return status.Persons
	}
	if n := persons(); n != 2 {
		t.Fatalf("%d persons", n)
	}
	m.Wishes = m.Wishes[:2]
	if err := rederiveAlone(ctx, s, 1, m); err != nil {
		t.Fatal(err)
	}
	if n := persons(); n != 1 {
		t.Errorf("%d persons after the message was read anew, want its sender alone", n)
	}
}

// A file that is read without locks, and written to after all, is no good.
func TestWrittenToWhileFrozen(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	mustAdd(t, s, message(raw), nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, written := range []bool{false, true} {
		frozen, err := openFrozen(ctx, s.Path())
		if err != nil {
			t.Fatal(err)
		}
		if n := messages(t, frozen); n != 1 {
			t.Errorf("%d messages", n)
		}
		if _, err := frozen.Decide(ctx, Ruling{Kind: Seen, Message: 1, At: tuesday}); err == nil || !strings.Contains(err.Error(), permissionRemedy) {
			t.Errorf("it was written to: %v", err)
		}
		if written {
			again, err := Open(ctx, s.Path())
			if err != nil {
				t.Fatal(err)
			}
			mustAdd(t, again, message([]byte("another")), nil)
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if err := frozen.Close(); (err != nil) != written {
			t.Errorf("written %t: %v", written, err)
		}
	}
}
