package main

import (
	"slices"
	"testing"
)

func TestSearchTerms(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{`  "" - ! `, nil},
		{"film  visning", []string{"film", "visning"}},
		{`Teams "visa  film" AI`, []string{"Teams", "visa film", "AI"}},
		{"”visa film”“på film”«om film»", []string{"visa film", "på film", "om film"}},
		{`film "utan slut`, []string{"film", "utan slut"}},
		{"O\u0308nskema\u030al", []string{"Önskemål"}},
		{`NOT (film*) OR col:umn`, []string{"NOT", "(film*)", "OR", "col:umn"}},
	} {
		var got []string
		for _, term := range searchTerms(test.text) {
			got = append(got, term.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: terms %q, want %q", test.text, got, test.want)
		}
	}
}
