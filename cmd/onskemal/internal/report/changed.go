package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// whatChanged is one sentence that says what the period has changed. When a course
// has closed demand, places mean something else than before, so that no topic is
// said to have climbed.
func (r *Report) whatChanged() string {
	delivered := r.deliveries()
	rows := slices.Concat(r.Topics, r.Outside)
	var changes []string
	switch {
	case r.People == 0:
		return "Det har inte kommit några önskemål ännu."
	case r.NewMails == 0 && delivered == "":
		return "Inga nya önskemål har kommit, så listan är oförändrad."
	case r.NewMails == r.Mails:
		changes = []string{"de första önskemålen har kommit, och mest önskat är " + mostWanted(rows), delivered}
	case delivered != "":
		changes = []string{newcomers("nytt", r.newcomers(false)), newcomers("åter önskat", r.newcomers(true)), delivered}
	default:
		changes = []string{climbs(r.Topics), newcomers("nytt", r.newcomers(false)), newcomers("åter önskat", r.newcomers(true))}
	}
	changes = slices.DeleteFunc(changes, func(change string) bool { return change == "" })
	if len(changes) == 0 {
		return "Ordningen är densamma som när perioden började, med " + mostWanted(rows) + " först."
	}
	return capital(strings.Join(changes, "; ")) + "."
}

func mostWanted(rows []Row) string {
	if len(rows) == 0 {
		return "sådant som inget ämne täcker"
	}
	return rows[0].Name
}

// told is how many topics the sentence names of each sort.
const told = 2

// climbs names the topics that have climbed farthest.
func climbs(rows []Row) string {
	risen := slices.DeleteFunc(slices.Clone(rows), func(row Row) bool { return row.Before == 0 || row.Before <= row.Place })
	slices.SortStableFunc(risen, func(a, b Row) int { return cmp.Compare(b.Before-b.Place, a.Before-a.Place) })
	var names []string
	for _, row := range risen[:min(len(risen), told)] {
		names = append(names, fmt.Sprintf("%s från plats %d till %d", row.Name, row.Before, row.Place))
	}
	if len(names) == 0 {
		return ""
	}
	return "upp har gått " + listed(names)
}

// newcomers are the rows that nobody wanted when the period began: those that a
// course had answered before, or the others.
func (r *Report) newcomers(answered bool) []Row {
	return slices.DeleteFunc(slices.Concat(r.Topics, r.Outside), func(row Row) bool {
		return row.Before > 0 || r.answered(row.Topic) != answered
	})
}

func newcomers(how string, rows []Row) string {
	var names []string
	for _, row := range rows[:min(len(rows), told)] {
		names = append(names, fmt.Sprintf("%s (%s, %s)", row.Name,
			count(row.People, "person", "personer"), count(row.Workplaces, "arbetsplats", "arbetsplatser")))
	}
	if len(names) == 0 {
		return ""
	}
	return how + " är " + listed(names)
}

// deliveries names the topics for which the period has brought a course.
func (r *Report) deliveries() string {
	var names []string
	for _, answer := range r.Answered {
		if !answer.At.Before(r.Period.Start) {
			names = append(names, answer.Topic.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "en kurs har kommit för " + listed(names) + ", vars behov räknas på nytt"
}
