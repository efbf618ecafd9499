package report

import (
	"testing"
	"time"
)

func TestPeriod(t *testing.T) {
	now := time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC) // the Saturday of 2026-W53
	for _, test := range []struct {
		given             PeriodText
		name, dates, ends string
	}{
		{PeriodText{}, "2026-W53", "28 december 2026–3 januari 2027", "2027-01-04T00:00:00+01:00"},
		{PeriodText{Week: "last"}, "2026-W52", "21–27 december 2026", "2026-12-28T00:00:00+01:00"},
		{PeriodText{Week: "2026-W43"}, "2026-W43", "19–25 oktober 2026", "2026-10-26T00:00:00+01:00"}, // summer time ends
		{PeriodText{Week: "2026-W13"}, "2026-W13", "23–29 mars 2026", "2026-03-30T00:00:00+02:00"},    // and begins
		{PeriodText{AsOf: "2026-12-29"}, "2026-W53 till och med 2026-12-29", "28–29 december 2026", "2026-12-30T00:00:00+01:00"},
		{PeriodText{Week: "last", AsOf: "2026-11-18"}, "2026-W46", "9–15 november 2026", "2026-11-16T00:00:00+01:00"},
		{PeriodText{Since: "2026-11-30", Until: "2026-12-01"}, "2026-11-30–2026-11-30", "30 november 2026", "2026-12-01T00:00:00+01:00"},
		{PeriodText{Since: "2026-10-01"}, "2026-10-01–2027-01-02", "1 oktober 2026–2 januari 2027", "2027-01-03T00:00:00+01:00"},
		{PeriodText{Since: "4w", Until: "2w"}, "2026-12-05–2026-12-18", "5–18 december 2026", "2026-12-19T00:00:00+01:00"},
	} {
		got, err := test.given.Parse(now)
		if err != nil {
			t.Errorf("%+v: %v", test.given, err)
			continue
		}
		check(t, "name", got.Name, test.name)
		check(t, test.name+": dates", got.dates(), test.dates)
		check(t, test.name+": end", got.End.Format(time.RFC3339), test.ends)
	}
	for _, wrong := range []PeriodText{
		{Week: "2026-W54"}, {Until: "2026-11-01"}, {Week: "last", Since: "4w"}, {Since: "0w"}, {Since: "-1w"}, {Since: "2026-13-01"},
		{Since: "2027-02-01"}, {Since: "2026-11-10", Until: "2026-11-10"}, {AsOf: "4w"}, {Week: "2026-W53", AsOf: "2026-12-27"},
	} {
		if period, err := wrong.Parse(now); err == nil {
			t.Errorf("%+v was read as %+v", wrong, period)
		}
	}
}

// The weeks of a trend begin on Mondays, at midnight in Stockholm, summer and
// winter.
func TestWeekStarts(t *testing.T) {
	starts := Week{2026, 45}.Period().weekStarts(12)
	check(t, "first", starts[0].Format(time.RFC3339), "2026-08-17T00:00:00+02:00")
	check(t, "last", starts[11].Format(time.RFC3339), "2026-11-02T00:00:00+01:00")
	cut, err := PeriodText{AsOf: "2026-11-04"}.Parse(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	check(t, "last of a week cut short", cut.weekStarts(12)[11].Format(time.RFC3339), "2026-11-02T00:00:00+01:00")
}
