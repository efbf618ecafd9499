package mailparse

import (
	"fmt"
	"strings"
	"testing"
)

// shape writes passages one a line: "list.rank text | detail | detail", a
// paragraph as "- text", with "<author>" in front of another's words.
func shape(passages []Passage) string {
	var b strings.Builder
	for _, p := range passages {
		if p.By != "" {
			fmt.Fprintf(&b, "<%s> ", p.By)
		}
		if p.List == 0 {
			b.WriteString("- ")
		} else {
			fmt.Fprintf(&b, "%d.%d ", p.List, p.Rank)
		}
		b.WriteString(strings.Join(append([]string{p.Text}, p.Details...), " | ") + "\n")
	}
	return b.String()
}

// anna is who writes the mails of these tests.
func anna(subject string) *Message {
	return &Message{From: "anna.ek@vik.example", FromName: "Anna Ek", Subject: subject}
}

// lists reads a mail, HTML if it begins with "<", and returns its list items.
func lists(mail string) string {
	lines := textLines(mail, flow{})
	if strings.HasPrefix(mail, "<") {
		lines = linesOfHTML(mail)
	}
	_, passages := split(lines, anna("Önskemål"))
	var items []Passage
	for _, p := range passages {
		if p.List > 0 {
			items = append(items, p)
		}
	}
	return strings.TrimSpace(shape(items))
}

func TestTypedLists(t *testing.T) {
	check := func(name, mail, want string) {
		t.Helper()
		want = strings.ReplaceAll(want, "; ", "\n")
		if got := lists(mail); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	check("numbers", "Hej!\n\n1. Koha\n2. Canva\n3. Podd\n\nMvh Anna", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("brackets", "1) Koha\n2) Canva", "1.1 Koha; 1.2 Canva")
	check("two brackets", "(1) Koha\n(2) Canva", "1.1 Koha; 1.2 Canva")
	check("square brackets", "[1] Koha\n[2] Canva", "1.1 Koha; 1.2 Canva")
	check("colons", "1: Koha\n2: Canva", "1.1 Koha; 1.2 Canva")
	check("dashes", "1 - Koha\n2 - Canva", "1.1 Koha; 1.2 Canva")
	check("tight dashes", "1-Koha\n2-Canva", "1.1 Koha; 1.2 Canva")
	check("commas", "1, Koha\n2, Canva", "1.1 Koha; 1.2 Canva")
	check("slashes", "1/ Koha\n2/ Canva", "1.1 Koha; 1.2 Canva")
	check("equal signs", "1 = Koha\n2 = Canva", "1.1 Koha; 1.2 Canva")
	check("hashes", "#1 Koha\n#2 Canva", "1.1 Koha; 1.2 Canva")
	check("bare numbers", "Hej\n1 hur man podda\n2 tiktok\n3 excel", "1.1 hur man podda; 1.2 tiktok; 1.3 excel")
	check("no space", "1.Koha\n2.Canva", "1.1 Koha; 1.2 Canva")
	check("no space after bracket", "1)koha\n2)canva", "1.1 koha; 1.2 canva")
	check("from nought", "0. Koha\n1. Canva", "1.1 Koha; 1.2 Canva")
	check("keycaps", "1️⃣ Koha\n2️⃣ Canva", "1.1 Koha; 1.2 Canva")
	check("circled", "① Koha\n② Canva", "1.1 Koha; 1.2 Canva")
	check("medals", "🥇 Koha\n🥈 Canva", "1.1 Koha; 1.2 Canva")
	check("letters", "a) Koha\nb) Canva", "1.1 Koha; 1.2 Canva")
	check("capital letters", "A. Koha\nB. Canva", "1.1 Koha; 1.2 Canva")
	check("letters and colons", "A: koha\nB: canva", "1.1 koha; 1.2 canva")
	check("bracketed letters", "(a) Koha\n(b) Canva", "1.1 Koha; 1.2 Canva")
	check("nine letters", "a. A1\nb. B\nc. C\nd. D\ne. E\nf. F\ng. G\nh. H\ni. Podd", "1.1 A1; 1.2 B; 1.3 C; 1.4 D; 1.5 E; 1.6 F; 1.7 G; 1.8 H; 1.9 Podd")
	check("Roman numerals", "I. Koha\nII. Canva\nIII. Podd", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("small Roman numerals", "i) Koha\nii) Canva\niii) Podd\niv) Wikipedia\nv) Excel", "1.1 Koha; 1.2 Canva; 1.3 Podd; 1.4 Wikipedia; 1.5 Excel")
	for _, sign := range []string{"-", "*", "•", "–", "—", "→", "·", "+", "o", "~", "->", "=>", "--", "¤", "»", "✅", "📚", "§", "^"} {
		check("sign "+sign, "Vi vill ha:\n"+sign+" Koha\n"+sign+" Canva", "1.1 Koha; 1.2 Canva")
	}
	check("bullets without space", "•Koha\n•Canva", "1.1 Koha; 1.2 Canva")
	check("dashes without space", "-Koha\n-Canva", "1.1 Koha; 1.2 Canva")
	check("Prio", "Prio 1: Koha\nPrio 2: Canva", "1.1 Koha; 1.2 Canva")
	check("Prio with equal sign", "Prio 1 = Koha\nPrio 2 = Canva", "1.1 Koha; 1.2 Canva")
	check("Prioritet", "Prioritet 1 - Koha\nPrioritet 2 - Canva", "1.1 Koha; 1.2 Canva")
	check("Nr", "Nr 1. Koha\nNr 2. Canva", "1.1 Koha; 1.2 Canva")
	check("Prio ett", "Prio ett: Koha\nPrio två: Canva", "1.1 Koha; 1.2 Canva")
	check("numbers in words", "Ett: Koha\nTvå: Canva\nTre: Podd", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("Etta", "Etta: Koha\nTvåa: Canva", "1.1 Koha; 1.2 Canva")
	check("Första", "Första: Koha\nAndra: Canva\nTredje: Podd", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("1:a prio", "1:a prio: Koha\n2:a prio: Canva", "1.1 Koha; 1.2 Canva")
	check("Første prioritet", "Første prioritet: Koha\nAnden prioritet: Canva", "1.1 Koha; 1.2 Canva")
	check("blank lines", "1. Koha\n\n2. Canva\n\n3. Podd", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("marker on its own line", "  1.\n\nKoha\n  2.\n\nCanva", "1.1 Koha; 1.2 Canva")
	check("bullet on its own line", "  *\nKoha\n  *\nCanva", "1.1 Koha; 1.2 Canva")
	check("wrapped item", "1. Vad finns det för gratisprogram till bildbehandling som\n   vi kan lägga in\n2. Canva", "1.1 Vad finns det för gratisprogram till bildbehandling som vi kan lägga in; 1.2 Canva")
	check("wrapped without indent", "- Teams, vi har fem timmars möten om dagen och ingen vet hur\nman räcker upp handen\n- Canva", "1.1 Teams, vi har fem timmars möten om dagen och ingen vet hur man räcker upp handen; 1.2 Canva")
	check("explanations", "1. Koha\nVi byter system i höst.\n2. Canva\nFör affischer.", "1.1 Koha | Vi byter system i höst.; 1.2 Canva | För affischer.")
	check("explanations as paragraphs", "A) Koha\n\nVi byter system i höst och ingen kan det.\n\nB) Canva\n\nFör affischer och annat.\n\nMed vänlig hälsning\nAnna", "1.1 Koha | Vi byter system i höst och ingen kan det.; 1.2 Canva | För affischer och annat.")
	check("sub-points", "1. Koha\n- rapporter\n- plugins\n2. Linux", "1.1 Koha | rapporter | plugins; 1.2 Linux")
	check("lettered sub-points", "1) Koha\na) rapporter\nb) plugins\n2) Linux", "1.1 Koha | rapporter | plugins; 1.2 Linux")
	check("indented sub-points", "- Koha\n   - rapporter\n   - plugins\n- Linux", "1.1 Koha | rapporter | plugins; 1.2 Linux")
	check("Word's second level", "•\tKoha\no\trapporter\no\tplugins\n•\tLinux\no\tinstallera", "1.1 Koha | rapporter | plugins; 1.2 Linux | installera")
	check("dashes below dots", "• Koha\n- rapporter\n• Linux\n- installera", "1.1 Koha | rapporter; 1.2 Linux | installera")
	check("mixed dots", "· Koha\n* Linux\n· Canva", "1.1 Koha; 1.2 Linux; 1.3 Canva")
	check("mixed signs", "+ Koha\n+ Canva\n- inte Excel", "1.1 Koha; 1.2 Canva; 1.3 inte Excel")
	check("x for a cross", "x koha\nx canva", "1.1 koha; 1.2 canva")
	check("dots typed", ".. koha\n.. canva", "1.1 koha; 1.2 canva")
	check("sub-points of the last item", "1. Linux\n2. Koha\n   - rapporter\n   - plugins", "1.1 Linux; 1.2 Koha | rapporter | plugins")
	check("sub-points below a number only", "Prio 1:\n- Koha\n- Linux\nPrio 2:\n- Canva", "1.1 Koha; 1.1 Linux; 1.2 Canva")
	check("headings that rank", "I första hand:\n- Koha\n- Linux\n\nI andra hand:\n- Canva\n\nAnna", "1.1 Koha; 1.1 Linux; 1.2 Canva")
	check("headings that rank lines", "Högsta prioritet:\nKoha\n\nLägre prioritet:\nCanva", "1.1 Koha; 1.2 Canva")
	check("one heading", "I första hand:\n- Koha\n- Linux", "1.1 Koha; 1.2 Linux")
	check("Prio on one line", "Prio 1: Koha. Prio 2: Canva. Prio 3: podd.", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("chatter after the list", "- Koha\n- Canva\nHa en fin dag!", "1.1 Koha; 1.2 Canva")
	check("two lists", "Mina:\n1. Koha\n2. Canva\n\nGunillas:\n1. Podd\n2. Linux", "1.1 Koha; 1.2 Canva; 2.1 Podd; 2.2 Linux")
	check("two bulleted lists", "Mina:\n- Koha\n- Canva\nGunillas:\n- Podd\n- Linux", "1.1 Koha; 1.2 Canva; 2.1 Podd; 2.2 Linux")
	check("wishes and offers", "Vi vill ha:\n- Koha\n- Canva\n\nVi kan dela med oss av:\n- Podd", "1.1 Koha; 1.2 Canva; 2.1 Podd")
	check("heading without colon", "Vi vill ha\n- Koha\n- Canva\n\nVi kan bidra med\n- Podd", "1.1 Koha; 1.2 Canva; 2.1 Podd")
	check("interrupted", "1. Koha\n2. Canva\n\nOch så två som är mindre viktiga, men ändå.\n\n3. Podd\n4. Linux", "1.1 Koha; 1.2 Canva | Och så två som är mindre viktiga, men ändå.; 1.3 Podd; 1.4 Linux")
	check("ties", "1. Koha\n1. Canva\n2. Podd", "1.1 Koha; 1.1 Canva; 1.2 Podd")
	check("ties by letter", "1a. Koha\n1b. Canva\n2. Podd", "1.1 Koha; 1.1 Canva; 1.2 Podd")
	check("tied Prio", "Prio 1: Koha\nPrio 1: Canva\nPrio 2: Podd", "1.1 Koha; 1.1 Canva; 1.2 Podd")
	check("a shared place", "1. Koha\n2. Canva (delad etta)\n3. Podd", "1.1 Koha; 1.1 Canva (delad etta); 1.2 Podd")
	check("places called equal", "1. Koha\n2. Canva\n3. Podd\n\n(1 och 2 är lika viktiga.)", "1.1 Koha; 1.1 Canva; 1.2 Podd")
	check("places called equal, with endings", "1. Koha\n2. Canva\n3. Podd\n\n(2:a och 3:a är lika viktiga.)", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("places called equal above the list", "Ettan och trean väger lika tungt.\n\n1. Koha\n2. Canva\n3. Podd", "1.1 Koha; 1.2 Canva; 1.1 Podd")
	check("places that may change", "1. Koha\n2. Canva\n3. Podd\n\nTvåan och trean får gärna byta plats.", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("the last point put first", "Sista punkten är den viktigaste för oss.\n\n- Koha\n- Canva\n- Podd", "1.2 Koha; 1.3 Canva; 1.1 Podd")
	check("a numbered point put first", "1. Koha\n2. Canva\n3. Podd\n\nNummer 2 är min etta.", "1.2 Koha; 1.1 Canva; 1.3 Podd")
	check("the first put last", "1. Koha\n2. Canva\n3. Podd\n\nEttan kan vänta till hösten.", "1.3 Koha; 1.1 Canva; 1.2 Podd")
	check("the others alike", "* Koha\n* Canva\n* Podd\n\nDen första är absolut viktigast, de andra två kvittar.", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("the rest alike", "* Koha\n* Canva\n* Podd\n\nEttan är viktigast men resten är lika viktiga.", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("the first two", "De två första är viktigast.\n* Koha\n* Canva\n* Podd\n* Trello", "1.1 Koha; 1.1 Canva; 1.2 Podd; 1.3 Trello")
	check("the last two", "* Koha\n* Canva\n* Podd\n\nDe två sista är lika angelägna.", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("the order told once more", "- Koha\n- Canva\n\nDet översta är viktigast, sen faller det.", "1.1 Koha; 1.2 Canva")
	check("reversed, and the best named", "Jag har skrivit listan bakifrån. Nummer 3 är alltså vår favorit.\n1. Koha\n2. Canva\n3. Podd", "1.3 Koha; 1.2 Canva; 1.1 Podd")
	check("not called equal", "1. Koha\n2. Canva\n3. Podd\n\nTrean är inte viktigast.", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("no places", "1. Koha\n2. Canva\n\nVi är 2 som delar på 1 dator.", "1.1 Koha; 1.2 Canva")
	check("places of something else", "1. Koha\n2. Canva\n\nVi sitter på andra våningen och delar lokal med skolan.", "1.1 Koha; 1.2 Canva")
	check("stars in brackets", "(***) Koha\n(*) Canva\n(**) Podd", "1.1 Koha; 1.3 Canva; 1.2 Podd")
	check("stars behind, in brackets", "Koha (*)\nCanva (***)\nPodd (*)", "1.2 Koha; 1.1 Canva; 1.2 Podd")
	check("plus signs that a line speaks of", "Ju fler plus desto viktigare:\n\n+ Koha\n+++ Canva\n++ Podd", "1.3 Koha; 1.1 Canva; 1.2 Podd")
	check("plus signs behind", "Flest plus är viktigast.\nKoha ++\nCanva +\nPodd +++", "1.2 Koha; 1.3 Canva; 1.1 Podd")
	check("exclamation marks", "Utropstecknen visar hur mycket vi vill ha det.\n!! Koha\n!!! Canva", "1.2 Koha; 1.1 Canva")
	check("hearts", "Hjärtan från personalen:\nKoha ♥♥♥\nCanva ♥♥♥♥", "1.2 Koha; 1.1 Canva")
	check("stars that differ by nothing", "Stjärnorna är bara prydnad.\n* Koha\n* Canva", "1.1 Koha; 1.2 Canva")
	check("bullets in bullets", "* Koha\n** rapporter\n* Canva", "1.1 Koha; 1.2 rapporter; 1.3 Canva")
	check("votes behind each", "- Koha (3 röster)\n- Canva (11 röster)\n- Podd (3 röster)", "1.2 Koha; 1.1 Canva; 1.2 Podd")
	check("points behind each", "- Koha: 4 p\n- Canva: 9 p", "1.2 Koha; 1.1 Canva")
	check("what only one ends in", "- Koha\n- Sagostund (5 personer)", "1.1 Koha; 1.2 Sagostund (5 personer)")
	check("votes in the order of the numbers", "1. Koha (3 st)\n2. Canva (5 st)", "1.1 Koha (3 st); 1.2 Canva (5 st)")
	check("places called equal above", "Punkt 1 och 2 är precis lika viktiga för oss.\n\n1. Koha\n2. Canva\n3. Podd", "1.1 Koha; 1.1 Canva; 1.2 Podd")
	check("places called equal by name", "- Koha\n- Canva\n- Podd\n\nTvåan och trean är lika viktiga.", "1.1 Koha; 1.2 Canva; 1.2 Podd")
	check("skipped numbers", "1. Koha\n3. Canva\n7. Podd", "1.1 Koha; 1.2 Canva; 1.3 Podd")
	check("countdown", "Topp tre:\n3. Koha\n2. Canva\n1. Podd", "1.3 Koha; 1.2 Canva; 1.1 Podd")
	check("countdown that says so", "I omvänd ordning:\n3. Koha\n2. Canva\n1. Podd", "1.3 Koha; 1.2 Canva; 1.1 Podd")
	check("viktigast sist", "Viktigast sist:\n1. Koha\n2. Canva\n3. Podd", "1.3 Koha; 1.2 Canva; 1.1 Podd")
	check("said afterwards", "- Koha\n- Canva\n\n(Det viktigaste står sist.)", "1.2 Koha; 1.1 Canva")
	check("no order", "Helt utan inbördes ordning:\n1. Koha\n2. Canva", "1.1 Koha; 1.1 Canva")
	check("no order, afterwards", "- Koha\n- Canva\n\nIngen särskild ordning på dem.", "1.1 Koha; 1.1 Canva")
	check("unmarked", "Vi önskar:\nKoha\nCanva\n3D-skrivare\n\nMvh Anna", "1.1 Koha; 1.2 Canva; 1.3 3D-skrivare")
	check("unmarked below the longest line", "Jobbar på ett litet bibliotek och skulle vilja ha mer om:\nappar för små barn\ndigitala sagostunder\nTack!", "1.1 appar för små barn; 1.2 digitala sagostunder")
	check("a lone och", "1. Koha\n\noch\n\n2. Canva", "1.1 Koha; 1.2 Canva")
	check("unmarked paragraphs", "Vi önskar kurser i följande:\n\nKoha för nybörjare\n\nAffischer i Canva\n\nSpela in podd\n\nMed vänlig hälsning\nAnna", "1.1 Koha för nybörjare; 1.2 Affischer i Canva; 1.3 Spela in podd")

	check("unmarked without lead-in", "Hej!\n\nkoha för nybörjare\naffischer i canva\nhur man spelar in en podd\n\nMvh Anna", "1.1 koha för nybörjare; 1.2 affischer i canva; 1.3 hur man spelar in en podd")
	check("a letter", "Hej\nJag vill lära mig Koha\nDet vore kul\nHar ni tid", "")

	check("the least last", "Minst viktigast sist:\n- Koha\n- Canva", "1.1 Koha; 1.2 Canva")
	check("a radio channel", "P3 sänder om podd.\nP1 också.", "")
	check("a date", "1. maj är vi stängda.\n2. juni öppnar vi.", "")
	check("a time", "Vi ses\n10.30 i huset\n12.00 i salen", "")
	check("a year", "2019 gick vi en kurs\n2020 en till", "")
	check("amounts", "Vi är\n2 bibliotekarier och\n3 assistenter", "")
	check("a phone number", "Ring mig\n08-123 45 67", "")
	check("a paragraph sign", "§ 4 gäller", "")
	check("a smiley", ":-) sa han", "")
	check("a dash where a line was broken", "Vi vill gärna att någon kommer hit och visar oss hur det går till\n– eller i alla fall skickar en film som man kan titta på hemma\nnär man har tid.", "")
	check("o where a line was broken", "Vi vill gärna att någon kommer hit och visar oss Kahoot och Padlet\no Mentimeter eller i alla fall skickar en film som man kan se hemma\no på jobbet.", "")
	check("a dash in prose", "Vi vill ha en kurs\n- ja, det vill vi verkligen!\n", "1.1 ja, det vill vi verkligen!")
}

func TestInlineLists(t *testing.T) {
	check := func(mail, want string) {
		t.Helper()
		want = strings.ReplaceAll(want, "; ", "\n")
		if got := lists(mail); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", mail, got, want)
		}
	}
	check("Hej! Kort: 1) Koha 2) Canva, men lätt 3) podd. Tack och hej!", "1.1 Koha; 1.2 Canva, men lätt; 1.3 podd")
	check("Önskar (1) Koha, (2) Canva och (3) podd.", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Önskar: a) Koha, b) Canva, c) podd. Det var allt! /A", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Tre saker: 1. Koha 2. Canva 3. rensa inkorgen (4 812 olästa). Anna", "1.1 Koha; 1.2 Canva; 1.3 rensa inkorgen (4 812 olästa)")
	check("Mina tre: 1. koha. 2. canva. 3. podd. Mvh Anna", "1.1 koha; 1.2 canva; 1.3 podd")
	check("i) Koha ii) Canva iii) podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Vill ha 1 koha 2 canva 3 podd", "1.1 koha; 1.2 canva; 1.3 podd")
	check("Vill ha: 1: Koha, 2: Canva", "1.1 Koha; 1.2 Canva")
	check("Vill ha #1 Koha #2 Canva #3 podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Önskar 1. Koha\n2. Canva\n3. podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("1. Koha 2. Canva 3. podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Tja kör bokbussen 3 dar i veckan. Vill kunna: 1) låneappen på plattan\n(Mikromarc mobil) utan täckning 2) nåt att visa för de äldre, finns det\n3) lösenord å sånt\nHörs", "1.1 låneappen på plattan (Mikromarc mobil) utan täckning; 1.2 nåt att visa för de äldre, finns det; 1.3 lösenord å sånt")
	check("Önskar: • Koha • Canva • podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Vi önskar: - Koha - Canva - podd. Hörs!", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Min ordning: koha > canva > podd", "1.1 koha; 1.2 canva; 1.3 podd")
	check("Hej. koha > canva > podd. Hörs", "1.1 koha; 1.2 canva; 1.3 podd")
	check("Vi - alltså jag - vill ha Koha - och inget annat.", "")
	check("Vi har 1 dator och 2 skrivare.", "")
	check("Punkt a) i avtalet gäller.", "")
	check("Vi har öppet 10.30 till 12.00 och 1 gång i månaden.", "")
}

func TestWordedLists(t *testing.T) {
	check := func(mail, want string) {
		t.Helper()
		want = strings.ReplaceAll(want, "; ", "\n")
		if got := lists(mail); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", mail, got, want)
		}
	}
	check("I första hand vill jag lära mig Koha, i andra hand Canva.", "1.1 vill jag lära mig Koha; 1.2 Canva")
	check("Vi på biblioteket vill gärna ha en kurs i Koha i första hand.\n\nCanva i andra hand.", "1.1 Vi på biblioteket vill gärna ha en kurs i Koha; 1.2 Canva")
	check("I första hand önskar vi en genomgång av Koha. I andra hand önskar vi råd om Canva. I tredje hand vore vi tacksamma för en poddkurs.", "1.1 önskar vi en genomgång av Koha; 1.2 önskar vi råd om Canva; 1.3 vore vi tacksamma för en poddkurs")
	check("Vi vill ha Koha i första hand, Canva i andra hand och podd i tredje hand.", "1.1 Vi vill ha Koha; 1.2 Canva; 1.3 podd")
	check("Vi skulle främst vilja ha Koha, därefter Canva och sist podd. Mvh Anna", "1.1 vilja ha Koha; 1.2 Canva; 1.3 podd")
	check("Vi skulle främst vilja ha Koha, därnäst Canva och slutligen podd.", "1.1 vilja ha Koha; 1.2 Canva; 1.3 podd")
	check("Först och främst behöver vi Koha, sedan Canva och sist podd.", "1.1 behöver vi Koha; 1.2 Canva; 1.3 podd")
	check("För det första skulle vi behöva lära oss Koha. För det andra vore det bra med Canva.", "1.1 skulle vi behöva lära oss Koha; 1.2 vore det bra med Canva")
	check("Det första och viktigaste: Koha.\nDet andra: Canva.\nOch till sist, om ni orkar: podd.", "1.1 Koha.; 1.2 Canva.; 1.3 podd.")
	check("Etta på min lista: Koha\nTvåa: Canva\nTrea: podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Etta är Koha, tvåa Canva och trea podd.", "1.1 är Koha; 1.2 Canva; 1.3 podd")
	check("Jag har tre: ett, Koha igen, två, Canva, tre, podd.", "1.1 Koha igen; 1.2 Canva; 1.3 podd")
	check("Ettan är Koha, tvåan Canva och trean podd.", "1.1 är Koha; 1.2 Canva; 1.3 podd")
	check("Guld: Koha\nSilver: Canva\nBrons: podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Förstahandsval: Koha\nAndrahandsval: Canva\nTredjehandsval: podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Min etta: Koha\nMin tvåa: Canva\nMin trea: podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Viktigast för oss är Koha. Näst viktigast är Canva. Sist av allt podd.", "1.1 är Koha; 1.2 är Canva; 1.3 podd")
	check("Högst upp på listan står Koha. Sedan kommer Canva. Längst ner på listan podd.", "1.1 står Koha; 1.2 Canva; 1.3 podd")
	check("På första plats: Koha. På andra plats: Canva.", "1.1 Koha; 1.2 Canva")
	check("Mest vill vi ha Koha, näst mest Canva.", "1.1 vill vi ha Koha; 1.2 Canva")
	check("Om jag bara får välja en sak: Koha. I mån av tid: Canva.", "1.1 Koha; 1.2 Canva")
	check("Främst vill vi ha Koha, sen även Canva. Sist på min lista kommer podd.", "1.1 vill vi ha Koha; 1.2 även Canva; 1.3 kommer podd")
	check("Minst viktigt, men roligast: Koha.\n\nLite viktigare: Canva.\n\nAbsolut viktigast: podd.", "1.3 Koha; 1.2 Canva; 1.1 podd")
	check("Prio 1 är Koha, prio 2 är Canva.", "1.1 är Koha; 1.2 är Canva")
	check("Helst av allt: Koha. Går inte det: Canva. Sist men inte minst önskar jag podd.", "1.1 Koha; 1.2 Canva; 1.3 önskar jag podd")
	check("Mitt första önskemål är Koha. Mitt andra önskemål är Canva.", "1.1 är Koha; 1.2 är Canva")
	check("Jag vill lära mig Koha. I andra hand något om Canva.", "1.1 Jag vill lära mig Koha; 1.2 något om Canva")
	check("Allra helst vill jag lära mig Koha.\n\nOch sen, om det finns tid, Canva.", "1.1 vill jag lära mig Koha; 1.2 Canva")
	check("Aller helst vil jeg lære Koha, dernæst Canva og til sidst podcast.", "1.1 vil jeg lære Koha; 1.2 Canva; 1.3 podcast")
	check("Først og fremst trenger vi Koha, deretter Canva.", "1.1 trenger vi Koha; 1.2 Canva")
	check("First of all I would like to learn Koha, after that Canva and finally podcasts.", "1.1 I would like to learn Koha; 1.2 Canva; 1.3 podcasts")
	check("What I need most of all is Koha. After that, Canva. A distant third would be podcasts.", "1.1 is Koha; 1.2 Canva; 1.3 would be podcasts")
	check("I'd like to know Koha. Number two would be Canva.", "1.1 I'd like to know Koha; 1.2 would be Canva")
	check("Ensisijaisesti haluaisimme oppia Koha, toissijaisesti Canva.", "1.1 haluaisimme oppia Koha; 1.2 Canva")

	check("Måste ha: Koha\nBra att ha: Canva\nKul att ha: podd", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Överst: Koha. Mitten: Canva. Botten: podd.", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Prioriterat: Koha. Roligt men inte viktigt: Canva.", "1.1 Koha; 1.2 Canva")
	check("Först ut: Koha. Ren bonus: Canva. Bara på skoj: podd.", "1.1 Koha; 1.2 Canva; 1.3 podd")
	check("Viktigast: Koha. Anledning: vi byter i maj. Näst viktigast: Canva.", "1.1 Koha | Anledning: vi byter i maj.; 1.2 Canva")
	check("Prio 1: Koha. Vi byter i maj. Kontakt: Eva. Prio 2: Canva.", "1.1 Koha | Vi byter i maj. Kontakt: Eva.; 1.2 Canva")
	check("Den tyngsta frågan är Koha. Den näst tyngsta är Canva.", "1.1 Den tyngsta frågan är Koha; 1.2 är Canva")
	check("Etta får bli Koha, tvåa får bli Canva.", "1.1 får bli Koha; 1.2 får bli Canva")
	check("Helst vill vi ha Koha. I nödfall Canva.", "1.1 vill vi ha Koha; 1.2 Canva")
	check("Högst på önskelistan: Koha. Lite längre ner: Canva.", "1.1 Koha; 1.2 Canva")
	check("Jag jobbar främst med barn. Sedan 2014 har vi en bokbuss.", "")
	check("Vi är i första hand ett skolbibliotek.", "")
	check("Först vill jag tacka för en fin kurs.", "")
	check("Det första jag tänkte på var att ringa. Sen lät jag bli.", "")
}
