package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// preflib is a file of PrefLib's, read as its specification says.
type preflib struct {
	meta   map[string]string
	orders []Order // of the alternatives' names
}

func readPreflib(t *testing.T, text string) preflib {
	t.Helper()
	meta := regexp.MustCompile(`^# ([A-Z0-9 ]+):(?: (.*))?$`)
	ballot := regexp.MustCompile(`^(\d+): (.+)$`)
	place := regexp.MustCompile(`\{[\d,]+\}|\d+`)
	file := preflib{meta: make(map[string]string)}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if m := meta.FindStringSubmatch(line); m != nil && len(file.orders) == 0 {
			if _, twice := file.meta[m[1]]; twice {
				t.Errorf("%s is said twice", m[1])
			}
			file.meta[m[1]] = m[2]
			continue
		}
		m := ballot.FindStringSubmatch(line)
		if m == nil || strings.Join(place.FindAllString(m[2], -1), ",") != m[2] {
			t.Fatalf("this is no ballot: %q", line)
		}
		times, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		order := Order{Times: times}
		for _, tied := range place.FindAllString(m[2], -1) {
			var level []string
			for number := range strings.SplitSeq(strings.Trim(tied, "{}"), ",") {
				name, named := file.meta["ALTERNATIVE NAME "+number]
				if !named {
					t.Errorf("nothing has the number %s", number)
				}
				level = append(level, name)
			}
			order.Levels = append(order.Levels, level)
		}
		file.orders = append(file.orders, order)
	}
	voters := 0
	for _, order := range file.orders {
		voters += order.Times
	}
	check(t, "voters", file.meta["NUMBER VOTERS"], fmt.Sprint(voters))
	check(t, "unique orders", file.meta["NUMBER UNIQUE ORDERS"], fmt.Sprint(len(file.orders)))
	check(t, "type", file.meta["DATA TYPE"], "toi")
	names := make(map[string]bool)
	for key, name := range file.meta {
		if strings.HasPrefix(key, "ALTERNATIVE NAME ") {
			names[name] = true
		}
	}
	check(t, "alternatives with names of their own", file.meta["NUMBER ALTERNATIVES"], fmt.Sprint(len(names)))
	return file
}

func TestWriteTOI(t *testing.T) {
	r := &Report{
		Options: Options{Period: Week{2026, 47}.Period(), Topics: []Topic{{ID: "a", Name: "Ett"}, {ID: "b", Name: "Två"}, {ID: "c", Name: "Ett"}, {ID: "d", Name: "Ingen"}}},
	}
	orders := []Order{
		{Times: 3, Levels: [][]string{{"b"}, {"a", "c"}}},
		{Times: 1, Levels: [][]string{{"a", "old"}}},
		{Times: 1, Levels: [][]string{{"c"}}},
	}
	var b strings.Builder
	if err := WriteTOI(&b, r, orders); err != nil {
		t.Fatal(err)
	}
	check(t, "the ballots", b.String()[strings.LastIndex(b.String(), "#"):], "# ALTERNATIVE NAME 5: old\n3: 2,{1,3}\n1: {1,5}\n1: 3\n")
	file := readPreflib(t, b.String())
	check(t, "title", file.meta["TITLE"], "Önskemål vecka 2026-W47 (16–22 november 2026)")
	check(t, "date", file.meta["PUBLICATION DATE"], "2026-11-22")
	want := []Order{
		{Times: 3, Levels: [][]string{{"Två"}, {"Ett", "Ett (c)"}}},
		{Times: 1, Levels: [][]string{{"Ett", "old"}}},
		{Times: 1, Levels: [][]string{{"Ett (c)"}}},
	}
	if diff := cmp.Diff(want, file.orders); diff != "" {
		t.Error(diff)
	}
}

// The ballots of a report are those of its people.
func TestTOIOfAReport(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	var b strings.Builder
	if err := r.Write(&b, TOI, Output{}); err != nil {
		t.Fatal(err)
	}
	file := readPreflib(t, b.String())
	want := []Order{
		{Times: 1, Levels: [][]string{{"Samarbete i Teams"}, {"Juridik"}, {"Fördjupning"}}},
		{Times: 1, Levels: [][]string{{"Samarbete i Teams"}}},
	}
	if diff := cmp.Diff(want, file.orders); diff != "" {
		t.Error(diff)
	}
}
