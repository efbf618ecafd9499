package classify

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// brief writes a candidate as a test can be read: label, score, lack, words.
func (c Candidate) brief() string {
	var words []string
	for _, h := range c.Hits {
		words = append(words, fmt.Sprintf("%s %.2f", h.Found, h.Weight))
	}
	text := fmt.Sprintf("%s %.2f/%.2f (%s)", c.Label, c.Score, c.Strength, strings.Join(words, ", "))
	if c.Lack != "" {
		text += " " + string(c.Lack)
	}
	return text
}

func TestCandidates(t *testing.T) {
	c := specimen(t)
	for _, test := range []struct {
		text, detail string
		want         []string
	}{
		{"något helt annat att lära sig", "", nil},
		{"en kurs om GDPR vore bra", "", []string{"juridik 0.70/0.70 (GDPR 0.70)"}},
		{"gratis nyheter", "", []string{"fria-resurser 0.30/0.30 (gratis 0.30)", "mik 0.30/0.30 (nyheter 0.30)"}},
		{"var man kan läsa gratis nyheter", "", []string{
			"mik 0.30/0.30 (nyheter 0.30) too-weak", "fria-resurser 0.30/0.30 (gratis 0.30) too-weak",
		}},
		{"behöver inte mer om GDPR, men väl om ChatGPT", "", []string{
			"AI 0.70/0.70 (ChatGPT 0.70)", "juridik 0.00/0.00 (GDPR 0.00) negated",
		}},
		{"kopiering, copyright och upphovsrätt", "", []string{"juridik 0.70/0.70 (copyright 0.00, upphovsrätt 0.70)"}},
		{"Koha, öppen källkod, Koha och teckenspråk", "", []string{
			"open-source 1.70/1.70 (Koha 1.00, öppen källkod 0.70, Koha 0.00)", "malgrupper 0.70/0.70 (teckenspråk 0.70) outweighed",
		}},
		{"tillgänglighet med teckenspråk, teckentolkad sändning", "", []string{
			"tillganglighet 0.70/0.70 (tillgänglighet 0.70)", "malgrupper 0.70/0.70 (teckenspråk 0.70) ruled-out",
		}},
		{"GDPR, källkritik, Instagram, Legimus, AI på nivå 2", "", []string{
			"juridik 0.70/0.70 (GDPR 0.70)", "mik 0.70/0.70 (källkritik 0.70)", "sociala-medier 0.70/0.70 (Instagram 0.70)",
			"fordjupning 0.70/0.70 (nivå 2 0.70)", "AI 0.70/0.70 (AI 0.70)",
			"guider 0.70/0.70 (Legimus 0.70) one-too-many",
		}},
		{"Boktips i film", "vad säger upphovsrätten om musik?", []string{
			"lasframjande 0.70/0.70 (Boktips 0.70)", "juridik 0.42/0.70 (upphovsrätten 0.70)",
		}},
	} {
		var got []string
		for _, candidate := range c.Candidates(test.text, test.detail) {
			got = append(got, candidate.brief())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q, %q:\n got %q\nwant %q", test.text, test.detail, got, test.want)
		}
	}
}

// The candidates are another view of what Classify says: those assigned are its
// labels in its order, explained by the same hits; and a strength is the sum of
// what its hits weigh.
func TestCandidatesAgree(t *testing.T) {
	var words []string
	for _, c := range specimen(t).terms {
		words = append(words, c.keyword)
	}
	words = append(words, "inte mer om", ",", ".", "däremot", "och", "publicera", "bokhyllan")
	c := specimen(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 12).Draw(t, "text"), " ")
		detail := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 4).Draw(t, "detail"), " ")
		want := c.Classify(text, detail)
		var labels []string
		var hits []Hit
		last := math.Inf(1)
		for _, candidate := range c.Candidates(text, detail) {
			sum := 0.0
			for _, hit := range candidate.Hits {
				sum += hit.Weight
				if candidate.Assigned() || hit.Negated {
					hits = append(hits, hit.Hit)
				}
			}
			if math.Abs(sum-candidate.Strength) > 1e-9 || candidate.Score > candidate.Strength+1e-9 {
				t.Fatalf("%q: %s does not add up to %v", text, candidate.brief(), sum)
			}
			if candidate.Assigned() {
				labels = append(labels, candidate.Label)
				continue
			}
			if candidate.Score > last {
				t.Fatalf("%q: %s comes after a lower score", text, candidate.brief())
			}
			last = candidate.Score
		}
		if !slices.Equal(labels, slices.Concat(want.Topics, want.Outside)) {
			t.Fatalf("%q: assigned %q, classified %q", text, labels, slices.Concat(want.Topics, want.Outside))
		}
		for _, hit := range want.Why {
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Topic == hit.Topic && h.Start == hit.Start && h.End == hit.End }) {
				t.Fatalf("%q: no candidate has %+v", text, hit)
			}
		}
	})
}
