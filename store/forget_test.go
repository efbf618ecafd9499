package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// headerReader reads mails as plain as those of these tests.
type headerReader struct{}

func (headerReader) Sender(raw []byte) string {
	for line := range bytes.Lines(raw) {
		if from, ok := bytes.CutPrefix(line, []byte("From: ")); ok {
			return strings.TrimSpace(string(from))
		}
	}
	return ""
}

func (headerReader) Mentions(raw []byte, address string) bool {
	return bytes.Contains(bytes.ToLower(raw), []byte(address))
}

const anna = "anna@nykulla.example"

// mailOf is a mail that does not compress well, so that it fills pages of its own.
func mailOf(from, id, words string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "From: %s\nMessage-ID: <%s>\n\n%s\n", from, id, words)
	sum := sha256.Sum256(b.Bytes())
	for range 500 {
		sum = sha256.Sum256(sum[:])
		fmt.Fprintf(&b, "%x\n", sum)
	}
	return b.Bytes()
}

func wishFor(text, by string) Wish {
	return Wish{Rank: 1, Text: text, By: by, Scope: "digital", Topics: []string{"guider"}, Why: []Reason{{Label: "guider", Found: text}}}
}

// The mails that Anna has to do with: her own, one of hers that holds another's
// wish, another's that holds hers, and one that names her in a copy line.
func mailsAboutAnna() []Message {
	mail := func(from, id, words string, wishes ...Wish) Message {
		return Message{
			Raw: mailOf(from, id, words), MessageID: id, Subject: "Önskemål: " + words, From: from, Text: words,
			Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "test", Wishes: wishes,
		}
	}
	own := mail(anna, "own-1@nykulla.example", "Zettelkasten", wishFor("Zettelkasten", ""))
	own.Offers, own.Doubts = []Offer{{Text: "Mikroskopi", Topics: []string{"makerspace"}}}, []string{"list-attached"}
	return []Message{
		own,
		mail(anna, "passed-2@nykulla.example", "Arkivlyft", wishFor("Arkivlyft", ""), wishFor("Cias önskan", "cia@annan.example")),
		mail("bo@annan.example", "passed-3@annan.example", "vidare från Anna", wishFor("Bos önskan", ""), wishFor("Brandskåp", anna)),
		mail("dan@tredje.example", "copy-4@tredje.example", "Kopia: "+anna, wishFor("Dans önskan", "")),
		mail("eva@fjarde.example", "none-5@fjarde.example", "ingenting", wishFor("Evas önskan", "")),
	}
}

func storeWithAnna(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	for _, m := range mailsAboutAnna() {
		mustAdd(t, s, m, nil)
	}
	for _, from := range []string{"Anna@Nykulla.example", "dan@tredje.example"} {
		q := Quarantined{Raw: mailOf(from, "", "oläsligt"), Received: tuesday, Added: tuesday, Reason: "krypterat", TriedBy: "test"}
		if _, err := s.Quarantine(context.Background(), q, nil); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// files are the bytes of the database and of what lies beside it, without the key.
func files(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	for _, suffix := range []string{"", "-wal", "-shm", "-journal", ".lock"} {
		file, err := os.ReadFile(path + suffix)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		all = append(all, file...)
	}
	return all
}

// traces are what would show that Anna was here.
func traces(t *testing.T, s *Store) map[string][]byte {
	t.Helper()
	found := map[string][]byte{"hash": personHash(s.key, anna)}
	for _, word := range []string{"nykulla", "Zettelkasten", "Mikroskopi", "Arkivlyft", "Brandskåp", "vidare från Anna", "own-1", "passed-2", "passed-3", anna} {
		found[word] = []byte(word)
	}
	for i, m := range mailsAboutAnna()[:4] {
		zipped, err := s.compress(m.Raw)
		if err != nil {
			t.Fatal(err)
		}
		words := sha256.Sum256([]byte(m.Text))
		found[fmt.Sprint("digest of the words of mail ", i+1)] = words[:]
		found[fmt.Sprint("beginning of mail ", i+1)] = zipped[10:60]
		found[fmt.Sprint("end of mail ", i+1)] = zipped[len(zipped)-60 : len(zipped)-10]
	}
	own := digestOf(mailsAboutAnna()[0].Raw)
	found["digest of mail 1"] = own[:]
	return found
}

// searchTables are the bytes of the search tables, which keep three letters of a
// text together and no more.
func searchTables(t *testing.T, s *Store) []byte {
	t.Helper()
	var blocks [][]byte
	err := s.db.Select(&blocks, `SELECT block FROM wish_search_data UNION ALL SELECT block FROM offer_search_data
		UNION ALL SELECT CAST(term AS BLOB) FROM wish_search_idx UNION ALL SELECT CAST(term AS BLOB) FROM offer_search_idx`)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Join(blocks, nil)
}

// Nothing of a person is left in the files, whether the database is open or
// closed, and everything of other people's is.
func TestForget(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	marks := traces(t, s)
	for name, mark := range marks {
		if !bytes.Contains(files(t, s.Path()), mark) {
			t.Errorf("%s is not there to begin with", name)
		}
	}
	zettel, mikro := []byte("zet"), []byte("mik")
	if before := searchTables(t, s); !bytes.Contains(before, zettel) || !bytes.Contains(before, mikro) {
		t.Error("her words are not indexed to begin with")
	}
	gone, err := s.Forget(ctx, " ANNA@nykulla.EXAMPLE", headerReader{})
	if err != nil {
		t.Fatal(err)
	}
	checkIndex(t, s, "forgotten")
	if after := searchTables(t, s); bytes.Contains(after, zettel) || bytes.Contains(after, mikro) {
		t.Error("her words are still indexed")
	}
	if want := (Forgotten{Messages: 1, Unlinked: 3, Wishes: 3, Offers: 1, Quarantined: 1, Addresses: 1}); gone != want {
		t.Errorf("forgotten %+v, want %+v", gone, want)
	}
	open := files(t, s.Path())
	if _, texts := wishesBefore(t, s, time.Now()); !slices.Equal(sortedTexts(texts), []string{"Bos önskan", "Cias önskan", "Dans önskan", "Evas önskan"}) {
		t.Errorf("wishes left: %v", texts)
	}
	if n := messages(t, s); n != 4 {
		t.Errorf("%d messages left, want 4", n)
	}
	if waiting := waiting(t, s); len(waiting) != 1 {
		t.Errorf("in quarantine: %v", waiting)
	}
	var free, orphans, raw int
	if err := s.db.QueryRowx(`SELECT (SELECT freelist_count FROM pragma_freelist_count), (SELECT count(*) FROM pragma_foreign_key_check), (SELECT count(*) FROM raw)`).
		Scan(&free, &orphans, &raw); err != nil || free != 0 || orphans != 0 || raw != 1 {
		t.Errorf("%d free pages, %d orphans, %d raw mails of 1 that does not name her, %v", free, orphans, raw, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for state, bytesOf := range map[string][]byte{"open": open, "closed": files(t, s.Path())} {
		for name, mark := range marks {
			if bytes.Contains(bytesOf, mark) {
				t.Errorf("%s: %s is still in the files", state, name)
			}
		}
	}
}

func sortedTexts(texts map[int64]string) []string {
	var sorted []string
	for _, text := range texts {
		sorted = append(sorted, text)
	}
	slices.Sort(sorted)
	return sorted
}

// What was forgotten does not come back: not the same bytes, not a copy that took
// another way, not from the quarantine's. A new mail counts.
func TestForgottenStays(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	if _, err := s.Forget(ctx, anna, headerReader{}); err != nil {
		t.Fatal(err)
	}
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 8)
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range mailsAboutAnna()[:4] {
		if known, err := s.Known(ctx, m.Raw); err != nil || !known {
			t.Errorf("mail %d is not known, %v", i+1, err)
		}
		copied := m
		copied.Raw = append([]byte("Delivered-To: kontakt\n"), m.Raw...)
		copied.Text = "read otherwise"
		for _, again := range []Message{m, copied} {
			if added, err := s.Add(ctx, again, &UID{box, uint32(i + 1)}); added || err != nil {
				t.Errorf("mail %d came back: %v, %v", i+1, added, err)
			}
		}
	}
	if seen, err := s.Seen(ctx, box, 1); err != nil || !slices.Equal(seen, []Run{{1, 4}}) {
		t.Errorf("ledger %v, %v", seen, err)
	}
	q := Quarantined{Raw: mailOf("Anna@Nykulla.example", "", "oläsligt"), Received: tuesday}
	if _, err := s.Quarantine(ctx, q, nil); err != nil {
		t.Fatal(err)
	}
	if waiting := waiting(t, s); len(waiting) != 1 {
		t.Errorf("in quarantine: %v", waiting)
	}
	if _, err := s.Held(ctx, anna, headerReader{}); !errors.Is(err, ErrUnknownPerson) {
		t.Errorf("after her mails came again: %v", err)
	}
	mustAdd(t, s, Message{Raw: mailOf(anna, "new@nykulla.example", "nytt"), MessageID: "new@nykulla.example", From: anna, Kind: "wish", Wishes: []Wish{wishFor("nytt", "")}}, nil)
	if held, err := s.Held(ctx, anna, headerReader{}); err != nil || len(held.Messages) != 1 {
		t.Errorf("her new mail: %+v, %v", held, err)
	}
}

// An address that nobody has, and none, which a mail in quarantine may have, too.
func TestForgetNobody(t *testing.T) {
	s := storeWithAnna(t)
	if _, err := s.Quarantine(context.Background(), Quarantined{Raw: []byte("Subject: x\n\ny"), Received: tuesday}, nil); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"", "nobody@nykulla.example", "nykulla.example"} {
		if gone, err := s.Forget(context.Background(), address, headerReader{}); !errors.Is(err, ErrUnknownPerson) || gone != (Forgotten{}) {
			t.Errorf("%q: %+v, %v", address, gone, err)
		}
	}
	if n, waiting := messages(t, s), waiting(t, s); n != 5 || len(waiting) != 3 {
		t.Errorf("left: %d messages, in quarantine %v", n, waiting)
	}
}

// Somebody who reads meanwhile keeps the old pages in the log. The run says so,
// and another makes up for it, though nobody is known any more.
func TestForgetBesideReader(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	s.db.SetMaxOpenConns(1) // the pragma is the connection's own
	if _, err := s.db.Exec(`PRAGMA busy_timeout = 0`); err != nil {
		t.Fatal(err)
	}
	reader, err := OpenExisting(ctx, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	mustRead(t, reader, tuesday, func(*Stock) error {
		if _, err := s.Forget(ctx, anna, headerReader{}); !errors.Is(err, errReadBeside) {
			t.Errorf("beside a reader: %v", err)
		}
		return nil
	})
	if !bytes.Contains(files(t, s.Path()), []byte("Zettelkasten")) {
		t.Error("the reader kept nothing: this test guards nothing")
	}
	if _, err := s.Forget(ctx, anna, headerReader{}); !errors.Is(err, ErrUnknownPerson) || errors.Is(err, errReadBeside) {
		t.Errorf("again: %v", err)
	}
	if bytes.Contains(files(t, s.Path()), []byte("Zettelkasten")) {
		t.Error("her words are still in the files")
	}
}

// All is told of what is hers, and nothing of others' but how much there is.
func TestHeld(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	if _, err := s.Held(ctx, "nobody@x.example", headerReader{}); !errors.Is(err, ErrUnknownPerson) {
		t.Errorf("nobody: %v", err)
	}
	mails := mailsAboutAnna()
	wish := func(text string) []Wish {
		return []Wish{{Rank: 1, Text: text, Scope: "digital", Topics: []string{"guider"}, Why: []Reason{{Label: "guider", Found: text}}}}
	}
	want := Held{
		Workplace: "nykulla.example",
		Messages: []HeldMessage{
			{
				ID: 1, Sent: true, Subject: mails[0].Subject, MessageID: mails[0].MessageID, Raw: mails[0].Raw,
				Doubts: []string{"list-attached"}, Wishes: wish("Zettelkasten"),
				Offers: []HeldOffer{{Offer: Offer{Text: "Mikroskopi", Topics: []string{"makerspace"}, Why: []Reason{}}}},
			},
			{ID: 2, Sent: true, Subject: mails[1].Subject, MessageID: mails[1].MessageID, Raw: mails[1].Raw, Wishes: wish("Arkivlyft"), Others: 1},
			{ID: 3, Wishes: wish("Brandskåp"), Others: 1},
		},
		Quarantined: []Waiting{{tuesday, "krypterat"}},
	}
	for i := range want.Messages {
		m := &want.Messages[i]
		m.Received, m.Added, m.Kind, m.DerivedBy = tuesday, tuesday, "wish", "test"
	}
	reader, err := OpenExisting(ctx, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, address := range []string{anna, " Anna@NYKULLA.example\t"} {
		held, err := reader.Held(ctx, address, headerReader{})
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(held.Messages, func(a, b HeldMessage) int { return int(a.ID - b.ID) })
		if len(held.Hash) != 64 {
			t.Errorf("hash %q", held.Hash)
		}
		held.Hash = ""
		if diff := cmp.Diff(want, held, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: %s", address, diff)
		}
	}
	if _, err := s.PurgeRaw(ctx, tuesday.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	held, err := s.Held(ctx, anna, headerReader{})
	if err != nil || held.Messages[0].Raw != nil || held.Messages[0].Subject != "" || held.Messages[0].MessageID != "" {
		t.Errorf("after the purge %+v, %v", held, err)
	}
	if err := os.Remove(keyFile(s.Path())); err != nil {
		t.Fatal(err)
	}
	if _, err := reader.Held(ctx, anna, headerReader{}); !errors.Is(err, ErrWrongKey) {
		t.Errorf("without the key: %v", err)
	}
}

// What is left of a mail can still be labelled anew.
func TestRelabelAfterForget(t *testing.T) {
	s, ctx := storeWithAnna(t), context.Background()
	if _, err := s.Forget(ctx, anna, headerReader{}); err != nil {
		t.Fatal(err)
	}
	relabelled := 0
	for m, err := range s.Stale(ctx, "newer") {
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Wishes {
			m.Wishes[i].Topics = []string{"juridik"}
			relabelled++
		}
		if err := relabelAlone(ctx, s, m, "newer"); err != nil {
			t.Error(err)
		}
	}
	wishes, _ := wishesBefore(t, s, time.Now())
	for _, w := range wishes {
		if !slices.Equal(w.Topics, []string{"juridik"}) {
			t.Errorf("wish %+v", w)
		}
	}
	if relabelled != 4 || len(wishes) != 4 {
		t.Errorf("%d wishes of %d labelled anew", relabelled, len(wishes))
	}
}

// The number of a mail or a person, which an editor may have noted down, is never
// given to another, though the last ones are forgotten or read.
func TestNumbersAreGivenOnce(t *testing.T) {
	for name, s := range map[string]*Store{"new": newStore(t), "from an older program": reopened(t, olderDatabase(t, 1))} {
		t.Run(name, func(t *testing.T) {
			numbers := func() (n struct{ Message, Person, Quarantine int64 }) {
				t.Helper()
				err := s.db.Get(&n, `SELECT (SELECT max(id) FROM message) AS message, (SELECT max(id) FROM person) AS person, (SELECT max(id) FROM quarantine) AS quarantine`)
				if err != nil {
					t.Fatal(err)
				}
				return n
			}
			add := func(from string) {
				t.Helper()
				for _, m := range []Message{{Raw: mailOf(from, "", "brev"), From: from, Kind: "wish"}, {Raw: mailOf(from, "", "nytt brev"), From: from, Kind: "wish"}} {
					mustAdd(t, s, m, nil)
				}
				if _, err := s.Quarantine(t.Context(), Quarantined{Raw: mailOf(from, "", "oläsligt")}, nil); err != nil {
					t.Fatal(err)
				}
			}
			add("bo@annan.example")
			before := numbers()
			add(anna)
			annas := numbers()
			if _, err := s.Forget(t.Context(), anna, headerReader{}); err != nil {
				t.Fatal(err)
			}
			if left := numbers(); left != before {
				t.Fatalf("forgotten, but %+v is left instead of %+v", left, before)
			}
			add("cia@annan.example")
			cias := numbers()
			if cias.Message != annas.Message+2 || cias.Person != annas.Person+1 || cias.Quarantine != annas.Quarantine+1 {
				t.Errorf("%+v after %+v", cias, annas)
			}
			mustAdd(t, s, Message{Raw: mailOf("cia@annan.example", "", "oläsligt"), From: "cia@annan.example", Kind: "wish"}, nil) // it could be read
			if _, err := s.Quarantine(t.Context(), Quarantined{Raw: []byte("x")}, nil); err != nil {
				t.Fatal(err)
			}
			if got := numbers().Quarantine; got != cias.Quarantine+1 {
				t.Errorf("quarantine %d after %d", got, cias.Quarantine)
			}
		})
	}
}

// reopened is a database that is there already, open for writing.
func reopened(t *testing.T, path string) *Store {
	t.Helper()
	key := []byte(strings.Repeat("0", 64) + "\n")
	if err := os.WriteFile(keyFile(path), key, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
