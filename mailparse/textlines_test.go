package mailparse

import "testing"

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
