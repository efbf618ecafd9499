package main

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"juridik", "mik", "sociala-medier", "Statistik och data", "AI", "malgrupper"}
	for name, want := range map[string]string{
		"juridk": "juridik", "JURIDIK": "juridik", "jurid": "juridik", "mkk": "mik", "social": "sociala-medier",
		"målgrupper": "malgrupper", "statistik": "Statistik och data", "ai": "AI", "zebror": "", "xy": "", "": "",
	} {
		if got, ok := nearest(name, known); got != want || ok != (want != "") {
			t.Errorf("nearest to %q is %q, %v; want %q", name, got, ok, want)
		}
	}
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "åäö", 3}, {"kål", "kal", 1}, {"kitten", "sitting", 3}, {"flaw", "lawn", 2}, {"gdrp", "gdpr", 1}} {
		if got := distance(test.a, test.b); got != test.want || got != distance(test.b, test.a) {
			t.Errorf("%s and %s are %d apart, want %d", test.a, test.b, got, test.want)
		}
	}
}
