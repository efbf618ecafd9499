package report

import (
	"fmt"
	"time"
	_ "time/tzdata" // so that weeks are the same on machines without a zone database
)

// Week is an ISO 8601 week, Monday to Sunday, in Europe/Stockholm.
type Week struct {
	Year   int // of the week, which is not always the calendar's
	Number int // 1 to 53
}

// WeekOf returns the week that a moment belongs to.
func WeekOf(t time.Time) Week {
	year, number := t.In(stockholm()).ISOWeek()
	return Week{Year: year, Number: number}
}

// lastYear is the last that a day or a week may be in. A later one is a slip of
// the pen.
const lastYear = 2999

// ParseWeek reads "2026-W47", "current" or "last"; the year is at most 2999.
func ParseWeek(text string, now time.Time) (Week, error) {
	switch text {
	case "", "current":
		return WeekOf(now), nil
	case "last":
		return WeekOf(WeekOf(now).Start().AddDate(0, 0, -1)), nil
	}
	var w Week
	_, err := fmt.Sscanf(text, "%4d-W%2d", &w.Year, &w.Number)
	if err != nil || w.String() != text || WeekOf(w.Start()) != w {
		return Week{}, fmt.Errorf("no such week: %q: write it as 2026-W47, current or last", text)
	}
	if w.Year > lastYear {
		return Week{}, fmt.Errorf("week %s: years end with %d: correct the year", text, lastYear)
	}
	return w, nil
}

// ParseDay reads "2026-11-16" as the first moment of that day in
// Europe/Stockholm; the year is at most 2999.
func ParseDay(text string) (time.Time, error) {
	day, err := time.ParseInLocation(time.DateOnly, text, stockholm())
	if err != nil {
		return time.Time{}, fmt.Errorf("no such day: %q: write it as 2026-11-16", text)
	}
	if day.Year() > lastYear {
		return time.Time{}, fmt.Errorf("day %s: years end with %d: correct the year", text, lastYear)
	}
	return day, nil
}

// String returns the week in the form "2026-W47".
func (w Week) String() string { return fmt.Sprintf("%04d-W%02d", w.Year, w.Number) }

// Start is the first moment of the week's Monday.
func (w Week) Start() time.Time {
	// The 4th of January is always in week 1.
	fourth := time.Date(w.Year, time.January, 4, 0, 0, 0, 0, stockholm())
	sinceMonday := (int(fourth.Weekday()) + 6) % 7
	return fourth.AddDate(0, 0, 7*(w.Number-1)-sinceMonday)
}

// End is the first moment after the week's Sunday.
func (w Week) End() time.Time { return w.Start().AddDate(0, 0, 7) }

func stockholm() *time.Location {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil { // the database is embedded
		panic(err)
	}
	return zone
}
