package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

func check[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestWeek(t *testing.T) {
	at := func(text string) time.Time {
		moment, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return moment
	}
	week := func(moment string) string { return WeekOf(at(moment)).String() }
	check(t, "an ordinary day", week("2026-11-22T12:00:00Z"), "2026-W47")
	check(t, "Sunday night in Stockholm", week("2026-11-22T22:59:59Z"), "2026-W47")
	check(t, "Monday in Stockholm, Sunday in London", week("2026-11-22T23:00:00Z"), "2026-W48")
	check(t, "2026 has a week 53", week("2026-12-31T12:00:00Z"), "2026-W53")
	check(t, "New Year's Day is in the old year's week", week("2027-01-01T12:00:00Z"), "2026-W53")
	check(t, "the next Monday", week("2027-01-04T12:00:00Z"), "2027-W01")
	check(t, "summer time", week("2026-06-14T22:00:00Z"), "2026-W25")
	check(t, "hours of the week that ends summer time", WeekOf(at("2026-10-22T12:00:00Z")).End().Sub(WeekOf(at("2026-10-22T12:00:00Z")).Start()).Hours(), 169)
	check(t, "hours of the week that begins it", WeekOf(at("2026-03-26T12:00:00Z")).End().Sub(WeekOf(at("2026-03-26T12:00:00Z")).Start()).Hours(), 167)
	check(t, "dates in one month", dates(Week{2026, 47}), "16–22 november 2026")
	check(t, "dates in two years", dates(Week{2026, 53}), "28 december 2026–3 januari 2027")
}

func TestParseWeek(t *testing.T) {
	now := time.Date(2027, 1, 5, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{"": "2027-W01", "current": "2027-W01", "last": "2026-W53", "2026-W47": "2026-W47", "2026-W53": "2026-W53"} {
		week, err := ParseWeek(text, now)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		check(t, text, week.String(), want)
	}
	for _, text := range []string{"47", "2026-47", "2025-W53", "2026-W00", "2026-W54", "2026-W47x", "2026-W7", "v47"} {
		if week, err := ParseWeek(text, now); err == nil {
			t.Errorf("%q was read as %v", text, week)
		}
	}
}

var listed = []Topic{
	{ID: "samarbete", Name: "Samarbete i Teams"}, {ID: "juridik", Name: "Juridik"},
	{ID: "makerspace", Name: "Makerspace"}, {ID: "fordjupning", Name: "Fördjupning", Modifier: true},
}

// filled is a store with a few mails: two of this week, one earlier, one later.
func filled(t *testing.T, order ...int) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	day := func(d int) time.Time { return time.Date(2026, 11, d, 12, 0, 0, 0, time.UTC) }
	mails := []store.Message{
		{From: "a@x.example", Received: day(10), Kind: "wish", Wishes: []store.Wish{
			{Rank: 1, Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}},
			{Rank: 2, Text: "lyftteknik", Scope: "analog"},
			{Rank: 3, Text: "AI och GDPR", Scope: "digital", Topics: []string{"juridik"}, Outside: []string{"AI"}},
			{Rank: 4, Text: "mer avancerad AI, ring 070-123 45 67", Scope: "digital", Topics: []string{"fordjupning"}, Outside: []string{"AI"}},
		}},
		{From: "b@x.example", Received: day(17), Kind: "wish+offer", Wishes: []store.Wish{
			{Rank: 1, Text: "ChatGPT\x1b[31m", Scope: "digital", Outside: []string{"AI"}},
			{Rank: 2, Text: "Teams", Scope: "digital", Topics: []string{"samarbete"}},
		}, Offers: []store.Offer{{Text: "kan visa makerspace", Topics: []string{"makerspace", "gammalt-amne"}}}},
		{From: "c@y.example", Received: day(18), Kind: "wish", Wishes: []store.Wish{{Rank: 1, Text: "vet inte riktigt", Scope: "unclear"}}, Doubts: []string{"list-attached", "answers-in-quote"}},
		{From: "e@y.example", Received: day(19), Kind: "other"},
		{From: "mailer-daemon@y.example", Received: day(19), Kind: "bounce"},
		{From: "e@y.example", Received: day(12), Kind: "other", Doubts: []string{"forms-differ"}},
		{From: "d@z.example", Received: day(23), Kind: "wish", Wishes: []store.Wish{{Rank: 1, Text: "Makerspace", Scope: "digital", Topics: []string{"makerspace"}}}},
	}
	for _, i := range order {
		m := mails[i]
		m.Raw, m.Added, m.DerivedBy = fmt.Append(nil, "mail ", i), day(24), "test"
		if _, err := s.Add(context.Background(), m, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Quarantine(context.Background(), store.Quarantined{Raw: []byte("?"), Received: day(16), Reason: "krypterat"}, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func build(t *testing.T, s *store.Store) Report {
	t.Helper()
	r, err := Build(context.Background(), s, listed, Week{2026, 47}, Harmonic)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBuild(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	check(t, "mails", fmt.Sprint(r.Mails, r.NewMails, r.People, r.Workplaces), "3 2 3 2")
	row := func(r Row) string {
		return fmt.Sprint(r.Place, " ", r.Name, " ", r.Points.RatString(), " ", r.People, " ", r.Workplaces, " ", r.FirstChoices.RatString(), " ", r.New)
	}
	check(t, "topics", len(r.Topics), 3)
	check(t, "first", row(r.Topics[0]), "1 Samarbete i Teams 3/2 2 1 1 1")
	check(t, "second", row(r.Topics[1]), "2 Juridik 1/3 1 1 0 0")
	check(t, "nobody asked for", r.Unwanted[0].ID, "makerspace")
	check(t, "outside", row(r.Outside[0].Row), "1 AI 5/4 2 1 1 1")
	check(t, "anonymous", r.Outside[0].Wishes[0], "mer avancerad AI, ring [telefon]")
	check(t, "to review", strings.Join(r.Review, "|"), "vet inte riktigt")
	check(t, "without wishes", fmt.Sprint(r.Wishless), "[2026-11-19 12:00:00 +0000 UTC]")
	check(t, "doubtful this week", fmt.Sprint(r.Doubtful), "[{2026-11-18 12:00:00 +0000 UTC [answers-in-quote list-attached]}]")
	check(t, "analog", strings.Join(r.Analog, "|"), "lyftteknik")
	check(t, "offer", fmt.Sprint(r.Offers), "[{kan visa makerspace [Makerspace gammalt-amne] x.example true}]")
	check(t, "quarantine", r.Quarantine[0].Reason, "krypterat")
}

// The order in which mails are stored leaves no trace in a report.
func TestReportIsTheSameInAnyOrder(t *testing.T) {
	var texts [2]bytes.Buffer
	for i, order := range [][]int{{0, 1, 2, 3, 4, 5, 6}, {3, 1, 6, 0, 5, 2, 4}} {
		r := build(t, filled(t, order...))
		if err := WriteText(&texts[i], r); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&texts[i], r); err != nil {
			t.Fatal(err)
		}
	}
	if texts[0].String() != texts[1].String() {
		t.Errorf("the order of storing changes the report:\n%s\n%s", &texts[0], &texts[1])
	}
}

func TestWriteText(t *testing.T) {
	var b strings.Builder
	if err := WriteText(&b, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{
		"Önskemål vecka 2026-W47 (16–22 november 2026)", "3 mejl med önskemål, varav 2 nya den här veckan · 3 personer · 2 arbetsplatser",
		"1  Samarbete i Teams   1,50", "Ingen har bett om: Makerspace", "ChatGPT�[31m", "Karantän: 1 mejl kunde inte läsas",
		"veckans mejl utan önskemål eller erbjudande (1)\n  kom 2026-11-19 13:00\n", "2026-11-16 13:00: krypterat",
		"kom 2026-11-18 13:00: svar mellan raderna i det citerade mejlet; listan kan finnas i en bilaga som inte lästes\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
	if strings.ContainsRune(text, '\x1b') {
		t.Error("a terminal control character got through")
	}
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))); err != nil {
		t.Fatal(err)
	}
	var got struct {
		SchemaVersion int `json:"schema_version"`
		Week          string
		Topics        []struct {
			ID     string
			Points struct {
				Exact string
				Value float64
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	check(t, "schema", got.SchemaVersion, 1)
	check(t, "week", got.Week, "2026-W47")
	check(t, "first topic", fmt.Sprint(got.Topics[0]), "{samarbete {3/2 1.5}}")
}

func TestEmptyReport(t *testing.T) {
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "empty.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b strings.Builder
	if err := WriteText(&b, build(t, s)); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Inga önskemål ännu.") {
		t.Errorf("an empty report says:\n%s", &b)
	}
}
