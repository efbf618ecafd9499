package report

import (
	"strings"
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
		{PeriodText{Week: "2999-W52"}, "2999-W52", "23–29 december 2999", "2999-12-30T00:00:00+01:00"},
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
}

// What is no period is refused with the flag to change.
func TestNoPeriod(t *testing.T) {
	now := time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC)
	for wrong, want := range map[PeriodText]string{
		{Week: "2026-W54"}:                        "no such week",
		{Since: "4w", Until: "x"}:                 "--until: no such day",
		{Week: "9999-W52"}:                        "week 9999-W52: years end with 2999: correct the year",
		{AsOf: "3000-01-01"}:                      "--as-of: day 3000-01-01: years end with 2999: correct the year",
		{AsOf: "4w"}:                              "--as-of: no such day",
		{Until: "2026-11-01"}:                     "--until needs --since",
		{Week: "last", Since: "4w"}:               "a period is either a week or the days",
		{Since: "0w"}:                             "--since: no such day",
		{Since: "-1w"}:                            "--since: no such day",
		{Since: "2026-13-01"}:                     "--since: no such day",
		{Since: "2027-01-03"}:                     "--since 2027-01-03 is after today, 2027-01-02: choose an earlier --since",
		{Since: "4w", Until: "4w"}:                "no day lies from --since 2026-12-05 until --until 2026-12-05: --until is the day after the last one counted, choose a later one",
		{Since: "2w", Until: "3w"}:                "no day lies from --since 2026-12-19 until --until 2026-12-12: ",
		{Week: "2026-W53", AsOf: "2026-12-27"}:    "--as-of 2026-12-27 is before the week, which begins on 2026-12-28: choose a later --as-of, or an earlier --week",
		{Since: "2026-12-02", AsOf: "2026-12-01"}: "--since 2026-12-02 is after --as-of 2026-12-01: choose an earlier --since, or a later --as-of",
		{Since: "2026-12-02", Until: "2026-12-05", AsOf: "2026-12-01"}: "--since 2026-12-02 is after --as-of 2026-12-01: ",
	} {
		period, err := wrong.Parse(now)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%+v was read as %+v, %v; want %s", wrong, period, err, want)
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
