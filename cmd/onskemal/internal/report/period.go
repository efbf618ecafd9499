package report

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Period is the time whose news a report tells. The demand is that at its end.
type Period struct {
	Start, End time.Time // from the first moment until before the second
	Name       string    // "2026-W47", or the days
}

// PeriodText says which period is meant, as the command line does. Empty fields
// say nothing.
type PeriodText struct {
	Week  string // "2026-W47", "last" or "current"
	Since string // "2026-11-01", or "4w" for four weeks ago: from the first moment of that day
	Until string // likewise, the day after the last one that is counted
	AsOf  string // the last day that is counted
}

// Parse finds the period. Without Since and Until it is a week, the current one
// if nothing else is said.
func (p PeriodText) Parse(now time.Time) (Period, error) {
	end := now
	if p.AsOf != "" {
		day, err := ParseDay(p.AsOf)
		if err != nil {
			return Period{}, fmt.Errorf("--as-of: %w", err)
		}
		now, end = day, day.AddDate(0, 0, 1)
	}
	period, err := p.uncut(now)
	if err != nil {
		return Period{}, err
	}
	if p.AsOf != "" && end.Before(period.End) {
		period.End = end
		period.Name += " till och med " + p.AsOf
	}
	if !period.Start.Before(period.End) {
		return Period{}, p.holdsNoDay(period.Start, now)
	}
	return period, nil
}

// holdsNoDay says which flag leaves nothing to count from a day on.
func (p PeriodText) holdsNoDay(start, now time.Time) error {
	first, today := start.Format(time.DateOnly), StartOfDay(now).Format(time.DateOnly)
	switch {
	case p.AsOf == "":
		return fmt.Errorf("--since %s is after today, %s: choose an earlier --since", first, today)
	case p.Since == "":
		return fmt.Errorf("--as-of %s is before the week, which begins on %s: choose a later --as-of, or an earlier --week", today, first)
	default:
		return fmt.Errorf("--since %s is after --as-of %s: choose an earlier --since, or a later --as-of", first, today)
	}
}

func (p PeriodText) uncut(now time.Time) (Period, error) {
	if p.Since == "" && p.Until == "" {
		week, err := ParseWeek(p.Week, now)
		if err != nil {
			return Period{}, err
		}
		return week.Period(), nil
	}
	if p.Week != "" {
		return Period{}, fmt.Errorf("a period is either a week or the days from --since until --until")
	}
	if p.Since == "" {
		return Period{}, fmt.Errorf("--until needs --since: say from which day on")
	}
	since, err := parseDayOrWeeks(p.Since, now)
	if err != nil {
		return Period{}, fmt.Errorf("--since: %w", err)
	}
	until := StartOfDay(now).AddDate(0, 0, 1)
	if p.Until != "" {
		if until, err = parseDayOrWeeks(p.Until, now); err != nil {
			return Period{}, fmt.Errorf("--until: %w", err)
		}
		if !since.Before(until) {
			return Period{}, fmt.Errorf("no day lies from --since %s until --until %s: --until is the day after the last one counted, choose a later one",
				since.Format(time.DateOnly), until.Format(time.DateOnly))
		}
	}
	return Period{Start: since, End: until, Name: since.Format(time.DateOnly) + "–" + until.AddDate(0, 0, -1).Format(time.DateOnly)}, nil
}

// Period is the week as a period.
func (w Week) Period() Period { return Period{Start: w.Start(), End: w.End(), Name: w.String()} }

// parseDayOrWeeks reads "2026-11-16", or "4w" as the day four weeks ago.
func parseDayOrWeeks(text string, now time.Time) (time.Time, error) {
	if number, ok := strings.CutSuffix(text, "w"); ok {
		if weeks, err := strconv.Atoi(number); err == nil && 0 < weeks && weeks < 10_000 {
			return StartOfDay(now).AddDate(0, 0, -7*weeks), nil
		}
	}
	day, err := ParseDay(text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w, or as 4w for four weeks ago", err)
	}
	return day, nil
}

// lastDay is the last day that belongs to the period: "2026-11-22".
func (p Period) lastDay() string {
	return p.End.Add(-time.Nanosecond).In(stockholm()).Format(time.DateOnly)
}

// StartOfDay is the first moment of a time's day in Europe/Stockholm.
func StartOfDay(t time.Time) time.Time {
	t = t.In(stockholm())
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, stockholm())
}

// weekStarts are when the last so many weeks until the period's end begin, the
// oldest first.
func (p Period) weekStarts(count int) []time.Time {
	starts := make([]time.Time, count)
	last := WeekOf(p.End.Add(-time.Nanosecond)).Start()
	for i := range starts {
		starts[i] = last.AddDate(0, 0, -7*(count-1-i))
	}
	return starts
}
