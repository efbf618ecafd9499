package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// WriteTOI writes the people's orders of the topics as PrefLib's "orders with
// ties, incomplete" (https://www.preflib.org/format), for those who study how
// people choose: which topics someone wants, the most wanted first, and how many
// want just these. Groups outside the wish list are left out.
func WriteTOI(w io.Writer, r *Report, orders []Order) error {
	names, numbers := alternatives(r.Options, orders)
	voters := 0
	for _, order := range orders {
		voters += order.Times
	}
	day := r.Period.lastDay()
	var b strings.Builder
	meta := func(key string, value any) {
		fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("# %s: %v", key, value), " "))
	}
	meta("FILE NAME", fmt.Sprintf("onskemal-%s.toi", day))
	meta("TITLE", r.title())
	meta("DESCRIPTION", "Topics that library staff want to learn, read from their mails")
	meta("DATA TYPE", "toi")
	meta("MODIFICATION TYPE", "induced")
	meta("RELATES TO", "")
	meta("RELATED FILES", "")
	meta("PUBLICATION DATE", day)
	meta("MODIFICATION DATE", day)
	meta("NUMBER ALTERNATIVES", len(names))
	meta("NUMBER VOTERS", voters)
	meta("NUMBER UNIQUE ORDERS", len(orders))
	for i, name := range names {
		meta(fmt.Sprintf("ALTERNATIVE NAME %d", i+1), name)
	}
	for _, order := range orders {
		fmt.Fprintf(&b, "%d: %s\n", order.Times, inTOI(order.Levels, numbers))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// alternatives are the names of all topics, with their numbers by id: the wish
// list's, then those that the wish list no longer has. No two names are alike.
func alternatives(opts Options, orders []Order) (names []string, numbers map[string]int) {
	numbers = make(map[string]int)
	add := func(id, name string) {
		if numbers[id] > 0 {
			return
		}
		if name = strings.TrimSpace(Printable(name)); slices.Contains(names, name) {
			name = fmt.Sprintf("%s (%s)", name, Printable(id))
		}
		names = append(names, name)
		numbers[id] = len(names)
	}
	for _, topic := range opts.Topics {
		add(topic.ID, topic.Name)
	}
	for _, order := range orders {
		for _, id := range slices.Concat(order.Levels...) {
			add(id, nameOf(opts.named(), id))
		}
	}
	return names, numbers
}

// inTOI writes an order as "1,{2,3},4": braces hold what ties.
func inTOI(levels [][]string, numbers map[string]int) string {
	var places []string
	for _, level := range levels {
		tied := make([]string, len(level))
		for i, id := range level {
			tied[i] = fmt.Sprint(numbers[id])
		}
		place := strings.Join(tied, ",")
		if len(tied) > 1 {
			place = "{" + place + "}"
		}
		places = append(places, place)
	}
	return strings.Join(places, ",")
}
