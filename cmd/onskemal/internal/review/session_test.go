package review

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

var tuesday = time.Date(2026, 11, 17, 9, 30, 0, 0, time.UTC)

// storeWith holds a mail with wishes that have no topic, and one with a doubt.
func storeWith(t *testing.T, wishes ...string) *store.Store {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "onskemal.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	m := store.Message{Raw: []byte("1"), From: "anna@norr.example", Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "test"}
	for i, text := range wishes {
		m.Wishes = append(m.Wishes, store.Wish{Rank: i + 1, Text: text, Scope: "unclear"})
	}
	doubtful := store.Message{
		Raw: []byte("2"), From: "bo@soder.example", Received: tuesday, Added: tuesday, Kind: "wish", DerivedBy: "test",
		Wishes: []store.Wish{{Rank: 1, Text: "Koha", Scope: "digital", Topics: []string{"open-source"}}},
		Offers: []store.Offer{{Text: "visar gärna makerspace", Topics: []string{"makerspace"}}},
		Doubts: []string{"list-attached"},
	}
	for _, m := range []store.Message{m, doubtful} {
		if _, err := db.Add(t.Context(), m, nil); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

// walk types keys, and returns what was shown and what counts afterwards.
func walk(t *testing.T, db *store.Store, keys string) (shown string, done Tally, counts []string) {
	t.Helper()
	c := classify.Default()
	queue, err := Queue(t.Context(), db, c)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	s := Session{
		DB: db, Classifier: c, In: strings.NewReader(keys), Out: &out, By: "eva", Now: func() time.Time { return tuesday },
		Mail: func(context.Context, int64) (string, error) { return "", nil },
		Labels: func(names []string) (topics, outside []string, err error) {
			for _, name := range names {
				topics = append(topics, strings.TrimSpace(name))
			}
			return topics, nil, nil
		},
	}
	if err := s.Run(t.Context(), queue); err != nil {
		t.Fatalf("%v after\n%s", err, out.String())
	}
	for message := range int64(2) {
		items, err := db.Items(t.Context(), message+1)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range items {
			counts = append(counts, fmt.Sprintf("%d %s: %s", p.Rank, p.Text, Labels(p.Item)))
		}
	}
	return out.String(), s.Done, counts
}

func TestSession(t *testing.T) {
	const koha, makerspace = "1 Koha: open-source", "0 visar gärna makerspace: erbjudande, makerspace"
	for name, test := range map[string]struct {
		keys  string
		want  []string
		done  Tally
		shown string
	}{
		"accept":                {"\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, "”hit” → inget ämne."},
		"an arrow says nothing": {"\x1b[A\x1bOBjq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"topics":                {"äju\tq\rq", []string{"1 hit: juridikq", "2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"no topics":             {"t-\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"topics, given up":      {"ä\x03ä\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, ""},
		"an offer, and undone":  {"eåq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "Ångrat."},
		"an offer":              {"eq", []string{"2 dit: inget ämne", "0 hit: erbjudande, inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"not digital":           {"aq", []string{"1 hit: inget digitalt", "2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"no wish":               {"iq", []string{"2 dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"split by hand":         {"dh / i / t\r\r\r\rq", []string{"1 h: inget ämne", "1 i: inget ämne", "1 t: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{4, 0, 2}, ""},
		"split, undone":         {"dh/it\råq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, ""},
		"one piece":             {"d\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "Det blev bara en del"},
		"join":                  {"s2\rq", []string{"1 hit, dit: inget ämne", koha, makerspace}, Tally{1, 0, 2}, ""},
		"join, no such":         {"s7\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "inget sådant nummer"},
		"undo nothing":          {"åq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "inget att ångra"},
		"the mail is gone":      {"m\x04", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "finns inte kvar"},
		"a mail is right":       {"hh\r", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{1, 2, 0}, "listan kan finnas i en bilaga"},
		"a copy":                {"hhk", []string{"1 hit: inget ämne", "2 dit: inget ämne"}, Tally{1, 2, 0}, ""},
		"a wish more":           {"hhlMakerspace\r\r\r", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, "2 Makerspace: makerspace", makerspace}, Tally{3, 2, 0}, ""},
		"a wish more, undone":   {"hhlMakerspace\råq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 2, 1}, ""},
		"its wishes one by one": {"hhöie\r", []string{"1 hit: inget ämne", "2 dit: inget ämne", "1 visar gärna makerspace: makerspace"}, Tally{3, 2, 0}, ""},
		"a key in capitals":     {"EÅq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "Ångrat."},
		"help":                  {"?q", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "  a      Det gäller inget digitalt.\r\n"},
		"help for a mail":       {"hh?q", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 2, 1}, "  ö      Du går igenom det som lästes.\r\n"},
		"all topics":            {"ä?\r\rq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "  juridik            Juridiska/digitala aspekter på biblioteksverksamhet\r\n"},
		"an unknown key":        {"xq", []string{"1 hit: inget ämne", "2 dit: inget ämne", koha, makerspace}, Tally{0, 0, 3}, "betyder inget här"},
	} {
		t.Run(name, func(t *testing.T) {
			shown, done, counts := walk(t, storeWith(t, "hit", "dit"), test.keys)
			if diff := cmp.Diff(test.want, counts); diff != "" {
				t.Error(diff)
			}
			if done != test.done || !strings.Contains(shown, test.shown) {
				t.Errorf("%+v, want %+v; shown:\n%s", done, test.done, shown)
			}
		})
	}
}

// What another editor decides on while it is shown is not overwritten.
func TestSessionMeanwhile(t *testing.T) {
	db := storeWith(t, "hit", "dit")
	keys, typed := io.Pipe()
	meanwhile := func() error {
		wish, err := db.Item(t.Context(), false, 1)
		if err == nil {
			_, err = db.Decide(t.Context(), Label(wish, []string{"mik"}, nil))
		}
		return err
	}
	go func() {
		io.WriteString(typed, "x") // it is shown when this is read
		err := meanwhile()
		io.WriteString(typed, "iq")
		typed.CloseWithError(err)
	}()
	queue, err := Queue(t.Context(), db, classify.Default())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	s := Session{DB: db, Classifier: classify.Default(), In: keys, Out: &out, By: "eva", Now: time.Now}
	if err := s.Run(t.Context(), queue); err != nil {
		t.Fatal(err)
	}
	wish, err := db.Item(t.Context(), false, 1)
	if err != nil || !slices.Equal(wish.Topics, []string{"mik"}) || !strings.Contains(out.String(), "någon annan redan bestämt") {
		t.Errorf("%+v, %v; shown:\n%s", wish, err, out.String())
	}
}

// A terminal that goes away ends the session; what was decided stays.
func TestSessionBroken(t *testing.T) {
	db := storeWith(t, "hit", "dit")
	queue, err := Queue(t.Context(), db, classify.Default())
	if err != nil {
		t.Fatal(err)
	}
	s := Session{DB: db, Classifier: classify.Default(), In: strings.NewReader("i"), Out: io.Discard, By: "eva", Now: time.Now}
	if err := s.Run(t.Context(), queue); !errors.Is(err, io.EOF) {
		t.Errorf("%v", err)
	}
	if decisions, err := db.Decisions(t.Context()); err != nil || len(decisions) != 1 || decisions[0].By != "eva" {
		t.Errorf("%+v, %v", decisions, err)
	}
}

// What a mail may hold to fool a terminal is not shown.
func TestSessionHostile(t *testing.T) {
	shown, _, _ := walk(t, storeWith(t, "rent\x1b[2J\x07\u202eomvänt"), "q")
	if strings.ContainsAny(shown, "\x1b\x07\u202e") || !strings.Contains(shown, "rent") {
		t.Errorf("shown: %q", shown)
	}
}

// A mail without wishes is shown at once: nothing else tells whether that is right.
func TestSessionWithoutWishes(t *testing.T) {
	db := storeWith(t)
	for message := range int64(2) { // the doubtful one is seen to
		if _, err := db.Decide(t.Context(), store.Ruling{Kind: store.Seen, Message: message + 1, At: tuesday}); err != nil {
			t.Fatal(err)
		}
	}
	_, err := db.Add(t.Context(), store.Message{Raw: []byte("3"), From: "cia@vast.example", Received: tuesday, Added: tuesday, Kind: "other"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"Hej, ni är bra!\n": "│ Hej, ni är bra!", "": "finns inte kvar, och inget önskemål lästes i det"} {
		queue, err := Queue(t.Context(), db, classify.Default())
		if err != nil || len(queue) != 1 {
			t.Fatalf("%+v, %v", queue, err)
		}
		var out bytes.Buffer
		s := Session{
			DB: db, Classifier: classify.Default(), In: strings.NewReader("q"), Out: &out, Width: 80,
			Mail: func(context.Context, int64) (string, error) { return text, nil },
		}
		if err := s.Run(t.Context(), queue); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%v, shown:\n%s", err, &out)
		}
	}
}

// The keys stand in as many lines as a terminal needs.
func TestWrapped(t *testing.T) {
	words := []string{"[ö]nskemålen", "[l]ägg", "[k]opia"}
	for width, want := range map[int]string{
		80: "[ö]nskemålen  [l]ägg  [k]opia",
		21: "[ö]nskemålen  [l]ägg\n[k]opia",
		20: "[ö]nskemålen\n[l]ägg  [k]opia",
		1:  "[ö]nskemålen\n[l]ägg\n[k]opia",
	} {
		if got := newScreen(nil, nil, width).wrapped(words); got != want {
			t.Errorf("in %d: %q", width, got)
		}
	}
}

func TestQueueOrder(t *testing.T) {
	db := storeWith(t, "hit", "Nåt om vaccinmyter och 5g, folk tror på allt")
	queue, err := Queue(t.Context(), db, classify.Default())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range queue {
		text := e.InSwedish()
		if e.Wish != nil {
			text += ": " + e.Wish.Text
			for _, near := range e.Near {
				text += " ~" + near.Label
			}
		}
		got = append(got, text)
	}
	want := []string{
		"inget ämne: hit", "inget ämne: Nåt om vaccinmyter och 5g, folk tror på allt ~mik ~demokrati",
		"listan kan finnas i en bilaga som inte lästes",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestComplete(t *testing.T) {
	words := []string{"juridik", "samarbete", "sociala-medier", "AI", "Åland"}
	for _, test := range []struct{ line, want string }{
		{"ju", "juridik"}, {"JU", "juridik"}, {"s", "s"}, {"so", "sociala-medier"}, {"juridik,ai", "juridik, AI"}, {"juridik, ", "juridik, "},
		{"xyz", "xyz"}, {"å", "Åland"},
	} {
		if got, _ := complete(test.line, words); got != test.want {
			t.Errorf("%q → %q, want %q", test.line, got, test.want)
		}
	}
}

func TestPieces(t *testing.T) {
	for text, want := range map[string][]string{
		"Teams och Zoom, podd; film": {"Teams", "Zoom", "podd", "film"},
		"och":                        {"och"},
		"Teams":                      {"Teams"},
		" , ; ":                      nil,
	} {
		if got := Pieces(text); !slices.Equal(got, want) {
			t.Errorf("%q → %q", text, got)
		}
	}
}
