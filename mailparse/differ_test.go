package mailparse

import (
	"slices"
	"strings"
	"testing"
)

func TestFormsDiffer(t *testing.T) {
	check := func(want bool, html, plain string) {
		t.Helper()
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		if got := formsDiffer(p.htmlLines(html), textLines(plain, flow{})); got != want {
			t.Errorf("%v for\n%s\n%s", got, html, plain)
		}
	}
	const list = "<p>Hej!</p><ol><li>Koha</li><li>Mer om <b>Canva</b>, och Padlet</li></ol>"
	check(false, list, "Hej!\n\n1. Koha\n2. Mer om *Canva*, och Padlet\n")
	check(false, list, "Hej!\n\n  1.\nKoha\n  2.\nMer om\nCanva, och\nPadlet\n")
	check(false, list, "Hej!\nKoha\nMer om Canva, och Padlet\n")
	check(false, "<div>1. Koha</div><div>2. Canva</div>", "1. Koha\n2. Canva")
	check(false, list+"<blockquote type=cite><ul><li>Juridik</li></ul></blockquote>", "Hej!\n\n1. Koha\n2. Mer om Canva, och Padlet\n")
	check(false, "<p>Hej!</p>", "Hej!\n> - Koha\n> - Canva")
	check(false, "", "")
	check(true, list, "Hej!\n\n1. Koha\n")
	check(true, list, "Din e-postklient kan inte visa HTML.")
	check(true, "<p>Hej!</p>", "Hej!\n\n1. Koha\n2. Canva\n")
}

// Whoever wrote the template of a mail may have left an old list in its text.
func TestFormsDifferInMail(t *testing.T) {
	m, err := Parse(strings.NewReader("From: eva@ekby.example\nSubject: =?utf-8?Q?=C3=96nskem=C3=A5l?=\n"+multipart("alternative",
		"Content-Type: text/plain; charset=utf-8\n\n1. Teams\n2. Zoom\n", "Content-Type: text/html; charset=utf-8\n\n<ol><li>Teams<li>Koha</ol>\n")), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.Doubts, []Doubt{FormsDiffer}) || m.Text != "1. Teams\n2. Koha" {
		t.Errorf("doubts %q, text %q", m.Doubts, m.Text)
	}
}
