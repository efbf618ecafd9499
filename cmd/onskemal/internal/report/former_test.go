package report

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/store"
)

// TestFormer: what is stored under a former topic counts for its successor; a
// retired one, or one that went into several, is told by its name.
func TestFormer(t *testing.T) {
	former := []Former{
		{ID: "gammalt", Name: "Gammalt ämne", Into: []string{"juridik"}},
		{ID: "pension", Name: "Pensionerat ämne"},
		{ID: "delat", Name: "Delat ämne", Into: []string{"juridik", "mik"}},
	}
	s := stockOf(t,
		mail("a@x.example", 0, wants("film", "gammalt", "juridik")),
		mail("b@y.example", 0, wants("lag", "juridik")),
		mail("c@z.example", 0, wants("fax", "pension"), wants("lag och nät", "delat")),
		mail("d@w.example", 20, wants("film", "gammalt")),
	)
	ctx := context.Background()
	for _, d := range []store.Delivery{{Topic: "gammalt", At: time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC)}, {Topic: "pension", At: time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)}} {
		if err := s.Deliver(ctx, d, d.At); err != nil {
			t.Fatal(err)
		}
	}
	opts := Options{Topics: []Topic{{ID: "juridik", Name: "Juridik"}, {ID: "mik", Name: "MIK"}}, Former: former}
	r := reportFrom(t, s, opts)
	var rows []string
	for _, row := range r.Topics {
		rows = append(rows, row.Name+" "+row.Points.RatString())
	}
	if diff := cmp.Diff([]string{"Juridik 2", "Pensionerat ämne 1", "Delat ämne 1/2"}, rows); diff != "" {
		t.Error(diff)
	}
	if len(r.Answered) != 1 || r.Answered[0].Topic.Name != "Juridik" || r.Delivered[0].Topic != "juridik" || r.Delivered[1].Topic != "pension" {
		t.Errorf("answered %+v, delivered %+v", r.Answered, r.Delivered)
	}
	if names, _ := alternatives(r.Options, r.ballots.Orders()); strings.Join(names, ", ") != "Juridik, MIK, Pensionerat ämne, Delat ämne" {
		t.Error(names)
	}

	courses, err := ReadCourses("t.csv", strings.NewReader("titel;ämne\nFilm;gammalt\nFax;Pensionerat ämne\n"), opts)
	if diff := cmp.Diff([]Course{{Title: "Film", Topic: "juridik"}, {Title: "Fax", Topic: "pension"}}, courses); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}
