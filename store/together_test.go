package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// withKeyOf is a new store whose persons are hashed with the key of another.
func withKeyOf(t *testing.T, other *Store) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	key, err := os.ReadFile(keyFile(other.path))
	if err != nil {
		t.Fatal(err)
	}
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

func together(t *testing.T, stores ...*Store) *Store {
	t.Helper()
	s, err := Together(t.Context(), stores...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// leftBehind are the tables and columns that stocks are not read from. A new one
// belongs here or among the statements that copy.
var leftBehind = []string{
	"backoff", "contact", "forgotten", "former_offer", "gone", "goose_db_version", "meta", "raw", "reading", "seen", "settled", "sqlite_sequence",
	"decision.was", "decision.becomes", "quarantine.gzip",
}

// Every row of a database is there again when it is read with others, in every
// column, but for what is left behind.
func TestTogetherIsWhole(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	m := message(raw)
	m.Doubts = []string{"list-attached"}
	mustAdd(t, s, m, nil)
	for _, text := range []string{"Teams", "Koha"} {
		item := saw(t, s, text)
		for range 2 { // the second replaces the first
			mustDecide(t, s, Accepted, []Placed{item}, item.Item)
			item = saw(t, s, text)
		}
	}
	box, err := s.Mailbox(ctx, "box", "account", "INBOX", 1)
	if err == nil {
		_, failure := s.Quarantine(ctx, Quarantined{Raw: []byte("x"), Received: tuesday, Added: tuesday, Reason: "krypterat"}, nil)
		err = errors.Join(
			failure,
			s.Fail(ctx, UID{Mailbox: box, UID: 1}, Failure{Poison: true}),
			s.Deliver(ctx, Delivery{"juridik", tuesday}, tuesday),
			s.SetOfferState(ctx, saw(t, s, "Koha").ID, OfferStep{State: OfferContacted, At: tuesday, By: "eva"}))
	}
	if err == nil {
		_, err = s.db.Exec(`UPDATE person SET same_as = 1 WHERE id = 2`)
	}
	if err != nil {
		t.Fatal(err)
	}
	all := together(t, s)
	var tables []string
	if err := s.db.Select(&tables, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\_search%' ESCAPE '\' ORDER BY name`); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if slices.Contains(leftBehind, table) {
			continue
		}
		want, got := rowsOf(t, s, table), rowsOf(t, all, table)
		if len(want) == 0 {
			t.Errorf("%s: the test has no rows", table)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-file +together):\n%s", table, diff)
		}
	}
}

// rowsOf are the rows of a table, without the columns that are left behind.
func rowsOf(t *testing.T, s *Store, table string) (all []map[string]any) {
	t.Helper()
	rows, err := s.db.Queryx(`SELECT * FROM ` + table + ` ORDER BY 1, 2`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		row := make(map[string]any)
		if err := rows.MapScan(row); err != nil {
			t.Fatal(err)
		}
		for column := range row {
			if slices.Contains(leftBehind, table+"."+column) {
				delete(row, column)
			}
		}
		all = append(all, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// stocked says in a line what a stock tells.
func stocked(t *testing.T, s *Store) string {
	t.Helper()
	ctx, text := context.Background(), ""
	mustRead(t, s, tuesday.AddDate(1, 0, 0), func(stock *Stock) error {
		people := make(map[int64]bool)
		var wishes []string
		for wish, err := range stock.Wishes(ctx) {
			if err != nil {
				return err
			}
			people[wish.Person] = true
			texts, err := stock.Texts(ctx, []int64{wish.ID})
			if err != nil {
				return err
			}
			wishes = append(wishes, fmt.Sprint(texts[wish.ID], wish.Topics))
		}
		waiting, err := stock.Waiting(ctx)
		if err != nil {
			return err
		}
		doubtful, err := stock.Doubtful(ctx, time.Time{})
		if err != nil {
			return err
		}
		deliveries, err := stock.Deliveries(ctx)
		if err != nil {
			return err
		}
		unsent, err := stock.Poisoned(ctx)
		if err != nil {
			return err
		}
		basis := stock.Basis("test")
		text = fmt.Sprintf("%d mails, %d keys, %d people, %s; %d wait, %d doubtful, %d delivered, %d unsent",
			basis.Messages, basis.Keys, len(people), strings.Join(wishes, " "), len(waiting), len(doubtful), len(deliveries), unsent)
		return nil
	})
	return text
}

// What several databases hold of a person or a mail counts once.
func TestTogether(t *testing.T) {
	first := newStore(t)
	second, foreign := withKeyOf(t, first), newStore(t)
	ctx := t.Context()
	add := func(s *Store, raw, id, from, text string) {
		t.Helper()
		mustAdd(t, s, Message{
			Raw: []byte(raw), MessageID: id, From: from, Text: raw, Kind: "wish", Received: tuesday, DerivedBy: "test",
			Wishes: []Wish{{Rank: 1, Text: text, Scope: "digital", Topics: []string{text}}},
		}, nil)
	}
	add(first, "1", "", "a@x.example", "Koha")
	add(second, "2", "", "b@x.example", "Zoom")
	add(second, "3", "", "a@x.example", "Teams")
	for _, s := range []*Store{second, foreign} {
		add(s, "1", "", "a@x.example", "Excel") // the mail of the first, read in another way
	}
	add(foreign, "4", "", "a@x.example", "Canva")
	for _, s := range []*Store{first, second} {
		box, err := s.Mailbox(ctx, "box", "account", "INBOX", 1)
		if err == nil {
			_, failure := s.Quarantine(ctx, Quarantined{Raw: []byte("5"), Received: tuesday}, nil)
			err = errors.Join(
				failure,
				s.Fail(ctx, UID{Mailbox: box, UID: 1}, Failure{Poison: true}),
				s.Deliver(ctx, Delivery{"juridik", tuesday}, tuesday))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		stores []*Store
		want   string
	}{
		{[]*Store{first}, "1 mails, 1 keys, 1 people, Koha[Koha]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
		{[]*Store{first, first}, "1 mails, 1 keys, 1 people, Koha[Koha]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
		{[]*Store{first, second}, "3 mails, 1 keys, 2 people, Koha[Koha] Zoom[Zoom] Teams[Teams]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
		{[]*Store{second, first}, "3 mails, 1 keys, 2 people, Zoom[Zoom] Teams[Teams] Excel[Excel]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
		{[]*Store{first, foreign}, "2 mails, 2 keys, 2 people, Koha[Koha] Canva[Canva]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
		{[]*Store{first, foreign, second}, "4 mails, 2 keys, 3 people, Koha[Koha] Canva[Canva] Zoom[Zoom] Teams[Teams]; 1 wait, 0 doubtful, 1 delivered, 1 unsent"},
	} {
		if got := stocked(t, together(t, c.stores...)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}

	// What one waits for, another has read; and what may be the same mail is doubted.
	add(second, "5", "5@x.example", "c@x.example", "Canva")
	add(first, "6", "5@x.example", "c@x.example", "Prezi")
	want := "5 mails, 1 keys, 3 people, Koha[Koha] Prezi[Prezi] Zoom[Zoom] Teams[Teams] Canva[Canva]; 0 wait, 1 doubtful, 1 delivered, 1 unsent"
	if got := stocked(t, together(t, first, second)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}

	// Who is one person by one is by all.
	_, err := second.db.Exec(`UPDATE person SET same_as = (SELECT id FROM person WHERE hash = ?) WHERE hash = ?`,
		personHash(second.key, "a@x.example"), personHash(second.key, "c@x.example"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := stocked(t, together(t, first, second)), strings.Replace(want, "3 people", "2 people", 1); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Addresses that any of the files counts as one person's are one person's, by whatever
// main address each of them goes.
func TestTogetherMergesAll(t *testing.T) {
	first := newStore(t)
	second := withKeyOf(t, first)
	for _, s := range []*Store{first, second} {
		for i, name := range []string{"a", "b", "c", "d"} {
			mustAdd(t, s, Message{
				Raw: []byte(name), From: name + "@x.example", Text: name, Kind: "wish", Received: tuesday, DerivedBy: "test",
				Wishes: []Wish{{Rank: 1, Text: fmt.Sprint("Koha ", i), Scope: "digital"}},
			}, nil)
		}
	}
	for name, test := range map[string]struct {
		first, second []string // the main one, then the other
		people        int
	}{
		"one file":                  {nil, []string{"ab"}, 3},
		"merged, and main":          {[]string{"ba"}, []string{"cb"}, 2},
		"main, and merged":          {[]string{"cb"}, []string{"ba"}, 2},
		"merged with two":           {[]string{"ba"}, []string{"ca"}, 2},
		"two pairs, and one across": {[]string{"ab", "cd"}, []string{"da"}, 1},
		"the other way round":       {[]string{"ab"}, []string{"ba"}, 3},
	} {
		for i, pairs := range [][]string{test.first, test.second} {
			s := []*Store{first, second}[i]
			if _, err := s.db.Exec(`UPDATE person SET same_as = NULL`); err != nil {
				t.Fatal(err)
			}
			for _, pair := range pairs {
				if _, _, err := s.MergePeople(t.Context(), pair[:1]+"@x.example", pair[1:]+"@x.example"); err != nil {
					t.Fatal(err)
				}
			}
		}
		all := together(t, first, second)
		if got := stocked(t, all); !strings.Contains(got, fmt.Sprintf(" %d people", test.people)) {
			t.Errorf("%s: %s, want %d people", name, got, test.people)
		}
		var chained int
		if err := all.db.Get(&chained, `SELECT count(*) FROM person JOIN person AS whom ON whom.id = person.same_as WHERE whom.same_as IS NOT NULL`); err != nil || chained > 0 {
			t.Errorf("%s: %d count as one who counts as another, %v", name, chained, err)
		}
	}
}

// What one database doubts to be a copy, two doubt as well: merged people are one.
func TestTogetherDoubtsCopiesOfMerged(t *testing.T) {
	first := newStore(t)
	second := withKeyOf(t, first)
	add := func(s *Store, number, from, text string) {
		t.Helper()
		mustAdd(t, s, Message{
			Raw: []byte(number), MessageID: number, From: from, Text: text, Kind: "wish", Received: tuesday, DerivedBy: "test",
			Wishes: []Wish{{Rank: 1, Text: text, Scope: "digital"}},
		}, nil)
	}
	add(first, "1", "a@x.example", "Koha")
	add(first, "2", "b@x.example", "Zoom")
	if _, _, err := first.MergePeople(t.Context(), "a@x.example", "b@x.example"); err != nil {
		t.Fatal(err)
	}
	add(second, "3", "b@x.example", "Koha")
	if n := len(doubtful(t, together(t, first, second))); n != 1 {
		t.Errorf("two databases doubt %d mails, want 1", n)
	}
	add(first, "4", "b@x.example", "Koha")
	if n := len(doubtful(t, first)); n != 1 {
		t.Errorf("one database doubts %d mails, want 1", n)
	}
}
