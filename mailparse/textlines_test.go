package mailparse

import (
	"strconv"
	"strings"
	"testing"
)

func TestTextLines(t *testing.T) {
	flowed, delSp := flow{flowed: true}, flow{flowed: true, delSp: true}
	for _, c := range []struct {
		name string
		flow flow
		in   string
		want string
	}{
		{"plain", flow{}, "\nHej\r\n\r\n1. Teams  \r\n\r\n", "Hej\n\n1. Teams"},
		{"other line breaks", flow{}, "Hej\rTeams\u2028Zoom\fMeet", "Hej\nTeams\nZoom\nMeet"},
		{"non-breaking spaces", flow{}, "1.\u00A0Teams\u2003och\u00A0\nZoom", "1. Teams och\nZoom"},
		{"quotes", flow{}, "> Vad?\n>> Hej\n> > Hej\n>\n> \nTeams", "> Vad?\n>> Hej\n>> Hej\n>\n>\nTeams"},
		{"indented quote", flow{}, "  > Vad?\n     > Nej", "> Vad?\n> Nej"},
		{"GroupWise", flow{}, ">>> Bo <bo@b.example> 2020-04-16 09:02 >>>\nVad?", ">>> Bo <bo@b.example> 2020-04-16 09:02 >>>\nVad?"},
		{"not flowed", flow{}, "Vi vill \nha Teams", "Vi vill\nha Teams"},

		{"flowed", flowed, "Vi vill gärna lära oss mer om hur man \nanvänder Teams.\nOch Zoom.", "Vi vill gärna lära oss mer om hur man använder Teams.\nOch Zoom."},
		{"space-stuffed", flowed, " >inget citat\n From here", ">inget citat\nFrom here"},
		{"signature mark", flowed, "Teams \n-- \nEva", "Teams\n--\nEva"},
		{"flowed quote", flowed, "> Vad vill \n> ni?\nTeams \n> Mer?", "> Vad vill ni?\nTeams\n> Mer?"},
		{"blank line ends", flowed, "Vi vill \n\nha Teams", "Vi vill\n\nha Teams"},
		{"typed spaces above items", flowed, "1. Teams \n2. Zoom \n- Padlet", "1. Teams\n2. Zoom\n- Padlet"},
		{"wrapped before a number", flowed, "Det där med möten på distans har vi talat om i minst \n3. gången gillt", "Det där med möten på distans har vi talat om i minst 3. gången gillt"},
		{"open at the end", flowed, "Vi vill ", "Vi vill"},
		{"DelSp", delSp, "Biblioteks \nutveckling ", "Biblioteksutveckling"},
		{"nothing", flow{}, "", ""},
	} {
		if got := notation(textLines(c.in, c.flow)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestIndent(t *testing.T) {
	for in, want := range map[string]int{"Teams": 0, "  Teams": 2, "\tTeams": 8, "  \tTeams": 8, "\u00A0\u00A0\u00A0Teams": 3, ">   Teams": 2, "   ": 0} {
		if lines := textLines("x\n"+in+"\nx", flow{}); lines[1].indent != want {
			t.Errorf("indent of %q = %d, want %d", in, lines[1].indent, want)
		}
	}
}

// Each case is the plain text that a mail program makes of a list, or that
// people type. The items must come out whole, each with the rank it has.
func TestPlainTextListsOfClients(t *testing.T) {
	const flowed = "Content-Type: text/plain; charset=utf-8; format=flowed\n"
	for _, c := range []struct{ name, header, body, want string }{
		{"Gmail", "", "   1. Bildspel\n   2. Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Gmail, wrapped with a hanging indent", "", "   1. Bildspel för den som ska hålla föredrag och vill komma bort från\n   punktlistorna\n   2. Lånedatorer\n", "1 Bildspel för den som ska hålla föredrag och vill komma bort från punktlistorna\n2 Lånedatorer"},
		{"Gmail, paragraphs in items", "", "   1.\n\n   Bildspel\n   2.\n\n   Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Gmail, bullets", "", "   - Bildspel\n   - Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Outlook", "", "  1.  Bildspel\n  2.  Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Outlook, bullets", "", "  *   Bildspel\n  *   Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Outlook on the web, marker on its own line", "", "  1.\nBildspel\n  2.\nLånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Outlook on the web, bullet on its own line", "", "  *\nBildspel\n  *\nLånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Word", "", "1.       Bildspel\n\n2.       Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Word, bullets", "", "·         Bildspel\n\n·         Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"tabs", "", "1.\tBildspel\n2.\tLånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Thunderbird", flowed, "  1. Bildspel för den som ska hålla föredrag och vill komma bort \n     från punktlistorna\n  2. Lånedatorer\n", "1 Bildspel för den som ska hålla föredrag och vill komma bort från punktlistorna\n2 Lånedatorer"},
		{"Yahoo", "", "   -\u00a0Bildspel\n   -\u00a0Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"Zimbra", "", "    1. \n\nBildspel\n    2. \n\nLånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"RainLoop", "", "\t* Bildspel\n\t* Lånedatorer\n", "1 Bildspel\n2 Lånedatorer"},
		{"flowed, typed numbers", flowed, "1. Bildspel för den som ska hålla föredrag och vill komma bort \nfrån punktlistorna\n2. Lånedatorer\n", "1 Bildspel för den som ska hålla föredrag och vill komma bort från punktlistorna\n2 Lånedatorer"},
		{"flowed, spaces stand for nothing", "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n", "1. Biblio \nteksbildspel\n2. Lånedatorer\n", "1 Biblioteksbildspel\n2 Lånedatorer"},
		{"flowed, quote below", flowed, "1. Bildspel\n2. Lånedatorer\n\nDen 2020-04-06 kl. 07:30, skrev Bo Ek:\n> 1. Vad vill ni lära er \n> mer om?\n", "1 Bildspel\n2 Lånedatorer"},
		{"hard wrap without indent", "", "1. Bildspel för den som ska hålla föredrag och vill komma bort från alla\npunktlistor\n2. Lånedatorer\n", "1 Bildspel för den som ska hålla föredrag och vill komma bort från alla punktlistor\n2 Lånedatorer"},
		{"signature mark", "", "- Bildspel\n- Lånedatorer\n\n-- \nEva Ek\nEkby bibliotek\n", "1 Bildspel\n2 Lånedatorer"},
	} {
		header := c.header
		if header == "" {
			header = "Content-Type: text/plain; charset=utf-8\n"
		}
		m, err := Parse(strings.NewReader("From: Eva Ek <eva@ekby.example>\n"+header+"\n"+c.body), Limits{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, p := range m.Passages {
			got = append(got, strings.Join(append([]string{strconv.Itoa(p.Rank), p.Text}, p.Details...), " "))
		}
		if got := strings.Join(got, "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestTooManyTextLines(t *testing.T) {
	if got := len(textLines(strings.Repeat("Teams\n", maxLines+1), flow{})); got != maxLines {
		t.Errorf("%d lines, want %d", got, maxLines)
	}
}
