package ingest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSource: where each wish of a mail stands, and what gave it its rank.
func TestSource(t *testing.T) {
	r := newPipeline(t).Reader
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"numbers", "2. Koha\n1. Zoom\n   Det gäller Teams.\n", []string{"Koha 2: rad 1 number", "Zoom 1: rad 2 number [Det gäller Teams.]"}},
		{"bullets", "Jag vill lära mig:\n\n- Koha\n- 3D-skrivare\n", []string{"Koha 1: rad 3 order", "3D-skrivare 2: rad 4 order"}},
		{"no order", "Utan inbördes ordning:\n\n- Koha\n- Zoom\n", []string{"Koha 1: rad 3 unordered", "Zoom 1: rad 4 unordered"}},
		{"last first", "Viktigast sist:\n\n- Koha\n- Zoom\n- Teams\n", []string{"Koha 3: rad 3 words", "Zoom 2: rad 4 words", "Teams 1: rad 5 words"}},
		{"numbers that tie", "1. Koha\n1. Zoom\n3. Teams\n", []string{"Koha 1: rad 1 number", "Zoom 1: rad 2 number", "Teams 2: rad 3 number"}},
		{"numbers turned round", "Viktigast sist:\n\n1. Koha\n2. Zoom\n3. Teams\n", []string{"Koha 3: rad 3 words", "Zoom 2: rad 4 words", "Teams 1: rad 5 words"}},
		{"prose", "Jag vill lära mig Koha.\n", []string{"Koha 1: rad 1 prose"}},
		{"prose of two lines", "Jag vill lära mig Koha.\nJag vill lära mig Zoom.\n", []string{"Koha 1: rad 1 prose", "Zoom 1: rad 2 prose"}},
	} {
		mail, err := r.Read([]byte("From: a@x.example\nSubject: Önskemål\nContent-Type: text/plain; charset=utf-8\n\n" + test.body))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range mail.Wishes {
			source := mail.Source(w.Text, w.Rank)
			line := fmt.Sprintf("%s %d: rad %d %s", w.Text, w.Rank, source.Line, source.RankBy)
			if source.Details != nil {
				line += fmt.Sprint(" ", source.Details)
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
		if source := mail.Source("står inte i mejlet", 1); source.Line != 0 {
			t.Errorf("%s: what is not there stands on line %d", test.name, source.Line)
		}
	}
	if source := (Mail{}).Source("Koha", 1); source.Line != 0 {
		t.Errorf("without mail: %+v", source)
	}
}
