package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// whatChanged is one sentence that says what the period has changed.
func (r *Report) whatChanged() string {
	if r.People == 0 {
		return "Det har inte kommit några önskemål ännu."
	}
	if r.NewMails == 0 && !r.deliveredNow() {
		return "Inga nya önskemål har kommit, så listan är oförändrad."
	}
	rows := slices.Concat(r.Topics, r.Outside)
	candidates := []string{climbs(r.Topics), newcomers(rows), r.deliveries()}
	if !slices.ContainsFunc(rows, func(row Row) bool { return row.Before > 0 }) {
		candidates = []string{"de första önskemålen har kommit, och mest önskat är " + mostWanted(rows), r.deliveries()}
	}
	changes := slices.DeleteFunc(candidates, func(change string) bool { return change == "" })
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

// newcomers names what nobody wanted when the period began.
func newcomers(rows []Row) string {
	var names []string
	for _, row := range rows {
		if row.Before == 0 && len(names) < told {
			names = append(names, fmt.Sprintf("%s (%s, %s)", row.Name,
				count(row.People, "person", "personer"), count(row.Workplaces, "arbetsplats", "arbetsplatser")))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "nytt är " + listed(names)
}

func (r *Report) deliveredNow() bool { return r.deliveries() != "" }

// deliveries names the topics for which the period has brought a course.
func (r *Report) deliveries() string {
	var names []string
	for _, delivery := range r.Delivered {
		if !delivery.At.Before(r.Period.Start) {
			names = append(names, nameOf(r.Options.Topics, delivery.Topic))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "en kurs har kommit för " + listed(names) + ", vars behov räknas på nytt"
}
