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
	"unicode/utf8"

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
	check(t, "dates in one month", Week{2026, 47}.Period().dates(), "16–22 november 2026")
	check(t, "dates in two years", Week{2026, 53}.Period().dates(), "28 december 2026–3 januari 2027")
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

var wishList = []Topic{
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
	if _, err := s.Quarantine(context.Background(), store.Quarantined{Raw: []byte("?"), Received: day(16), Reason: "krypterat"}, nil); err != nil {
		t.Fatal(err)
	}
	return s
}

func build(t *testing.T, s *store.Store) *Report {
	t.Helper()
	r, err := Build(context.Background(), s, Options{
		Period: Week{2026, 47}.Period(), Method: Harmonic, Topics: wishList, DerivedBy: "test",
	})
	if err != nil {
		t.Fatal(err)
	}
	return &r
}

// What is declined is no supply, from then on; it is listed as such.
func TestOfferStates(t *testing.T) {
	s := filled(t, 0, 1, 2, 3, 4, 5, 6)
	offers, err := s.KeptOffers(t.Context())
	if err != nil || len(offers) != 1 {
		t.Fatalf("%+v, %v", offers, err)
	}
	before := build(t, s)
	for _, step := range []struct {
		state  store.OfferState
		at     time.Time
		supply int
		note   string
	}{
		{store.OfferDeclined, before.Period.End, len(before.Supply), "Makerspace · gammalt-amne · nytt"},
		{store.OfferContacted, before.Period.End.Add(-2 * time.Hour), len(before.Supply), "Makerspace · gammalt-amne · nytt · kontaktad"},
		{store.OfferDeclined, before.Period.End.Add(-time.Hour), len(before.Supply) - 2, "Makerspace · gammalt-amne · nytt · avböjd"},
	} {
		if err := s.SetOfferState(t.Context(), offers[0].ID, store.OfferStep{State: step.state, At: step.at, By: "eva"}); err != nil {
			t.Fatal(err)
		}
		r := build(t, s)
		check(t, "lines of supply", len(r.Supply), step.supply)
		blocks := r.offersSection().Blocks
		check(t, "note", blocks[len(blocks)-1].(List).Items[0].Note, step.note)
	}
	r := build(t, s)
	check(t, "summary", strings.Join(r.Gaps().Summary, " "), "3 ämnen är önskade, av dem 3 utan erbjudande.")
	empty := Report{Options: Options{Period: r.Period}}
	check(t, "nothing", strings.Join(empty.Gaps().Summary, " "), "Inga önskemål och inga erbjudanden ännu.")
}

func TestBuild(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	check(t, "stock", fmt.Sprint(r.Mails, r.People, r.Workplaces), "3 3 2")
	check(t, "news", fmt.Sprint(r.NewMails, r.NewPeople, r.NewWorkplaces), "2 2 2")
	row := func(r Row) string {
		return fmt.Sprint(r.Place, " ", r.Before, " ", r.Name, " ", r.Points.RatString(), " ", r.People, " ", r.Workplaces, " ", r.FirstChoices.RatString(), " ", r.New, " ", r.Trend[10:])
	}
	check(t, "topics", len(r.Topics), 3)
	check(t, "first", row(r.Topics[0]), "1 1 Samarbete i Teams 3/2 2 1 1 1 [1 1]")
	check(t, "second", row(r.Topics[1]), "2 2 Juridik 1/3 1 1 0 0 [1 0]")
	check(t, "nobody asked for", r.Unwanted[0].ID, "makerspace")
	check(t, "outside", row(r.Outside[0]), "1 1 AI 5/4 2 1 1 1 [1 1]")
	check(t, "quotes, one a workplace", strings.Join(r.Outside[0].Quotes, "|"), "ChatGPT\x1b[31m")
	check(t, "to review", strings.Join(r.Review.Unplaced, "|"), "vet inte riktigt")
	check(t, "without wishes", fmt.Sprint(r.Review.Wishless), "[2026-11-19 12:00:00 +0000 UTC]")
	check(t, "doubtful this week", fmt.Sprint(r.Review.Doubtful), "[{2026-11-18 12:00:00 +0000 UTC [answers-in-quote list-attached]}]")
	check(t, "analog", fmt.Sprint(r.Review.Analog, r.Review.AnalogSoFar), "[] 1")
	check(t, "offer", fmt.Sprint(r.Offers), "[{kan visa makerspace [Makerspace gammalt-amne]  true new}]")
	check(t, "supply", fmt.Sprint(r.Supply[2:]), "[{fordjupning Fördjupning 3 1 0} {gammalt-amne gammalt-amne 0 0 1} {makerspace Makerspace 0 0 1}]")
	check(t, "quarantine", r.Quarantine[0].Reason, "krypterat")
	check(t, "basis", fmt.Sprint(r.Basis), "{6 0 2026-11-19 12:00:00 +0000 UTC 1}")
}

// The order in which mails are stored leaves no trace in a report.
func TestReportIsTheSameInAnyOrder(t *testing.T) {
	var texts [2]bytes.Buffer
	for i, order := range [][]int{{0, 1, 2, 3, 4, 5, 6}, {3, 1, 6, 0, 5, 2, 4}} {
		r := build(t, filled(t, order...))
		for _, format := range Formats {
			if err := r.Write(&texts[i], format, Output{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if texts[0].String() != texts[1].String() {
		t.Errorf("the order of storing changes the report:\n%s\n%s", &texts[0], &texts[1])
	}
}

func TestWriteText(t *testing.T) {
	var b strings.Builder
	if err := WriteText(&b, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6)).Page(), Terminal{}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for _, want := range []string{
		"Önskemål vecka 2026-W47 (16–22 november 2026)\nOrdningen är densamma som när perioden började, med Samarbete i Teams först.\n",
		"2 nya mejl med önskemål från 2 personer på 2 arbetsplatser under perioden. I allt: 3 personer i 3 mejl från 2 arbetsplatser.\n",
		"  1  =     Samarbete i Teams   1,50     2    1  1,0    1", "Ingen har bett om: Makerspace", "”ChatGPT�[31m”", "1 mejl kunde inte läsas",
		"Periodens mejl utan önskemål eller erbjudande (1)\n  – kom 2026-11-19 13:00\n", "2026-11-16 13:00: krypterat",
		"kom 2026-11-18 13:00: svar mellan raderna i det citerade mejlet; listan kan finnas i en bilaga som inte lästes\n",
		"Underlaget är litet (3 personer)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in:\n%s", want, text)
		}
	}
	if strings.ContainsRune(text, '\x1b') {
		t.Error("a terminal control character got through")
	}
}

// A terminal has a width, and no line is longer.
func TestWriteTextKeepsToTheWidth(t *testing.T) {
	page := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6)).Page()
	for _, width := range []int{44, 60, 80, 100, 200} {
		var b strings.Builder
		if err := WriteText(&b, page, Terminal{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if line = strings.TrimRight(line, " \n"); utf8.RuneCountInString(line) > width {
				t.Errorf("at width %d: %q", width, line)
			}
		}
	}
}

func TestWriteTextInColour(t *testing.T) {
	page := Page{Title: "Önskemål", Sections: []Section{{Title: "Behov", Blocks: []Block{
		Table{Columns: []Column{{Name: "Ändr"}}, Rows: []Line{{Cells: []Cell{{Text: "▲2"}}}, {Cells: []Cell{{Text: "▼1"}}}}},
	}}}}
	text := func(colour bool) string {
		var b strings.Builder
		if err := WriteText(&b, page, Terminal{Colour: colour}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	check(t, "plain", strings.Contains(text(false), "\x1b"), false)
	for _, want := range []string{"\x1b[1mÖnskemål\x1b[", "\x1b[32m▲2\x1b[", "\x1b[31m▼1\x1b["} {
		check(t, want, strings.Contains(text(true), want), true)
	}
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))); err != nil {
		t.Fatal(err)
	}
	var got struct {
		SchemaVersion int `json:"schema_version"`
		Period        struct{ Name string }
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
	check(t, "schema", got.SchemaVersion, 2)
	check(t, "week", got.Period.Name, "2026-W47")
	check(t, "first topic", fmt.Sprint(got.Topics[0]), "{samarbete {3/2 1.5}}")
}

func TestEmptyReport(t *testing.T) {
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "empty.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b strings.Builder
	if err := WriteText(&b, build(t, s).Page(), Terminal{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Inga önskemål ännu.") {
		t.Errorf("an empty report says:\n%s", &b)
	}
}
