package mailparse

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// attach writes a part of a mail with a file.
func attach(kind, disposition, content string) string {
	encoded := base64.StdEncoding.EncodeToString([]byte(content))
	var wrapped strings.Builder
	for len(encoded) > 76 {
		wrapped.WriteString(encoded[:76] + "\n")
		encoded = encoded[76:]
	}
	return "Content-Type: " + kind + "\nContent-Disposition: " + disposition + "\nContent-Transfer-Encoding: base64\n\n" + wrapped.String() + encoded
}

// written is a part of plain text.
func written(text string) string { return "Content-Type: text/plain; charset=utf-8\n\n" + text }

func TestAttachedFormats(t *testing.T) {
	const file, read = "application/octet-stream", "Hej!\n\n1.1 1. Teams"
	word, open := docx(wi(1, 0, "Teams")), odt(ol(`text:style-name="L1"`, op("Teams")))
	for _, c := range []struct{ name, part, want string }{
		{"docx", attach("application/vnd.openxmlformats-officedocument.wordprocessingml.document; name=lista.docx", "attachment", word), read},
		{"docx by its type", attach("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment", word), read},
		{"docx by its name", attach(file, "attachment; filename=Lista.DOCX", word), read},
		{"docx by an encoded name", attach(file, "attachment; filename=\"=?utf-8?Q?=C3=96nskem=C3=A5l.docx?=\"", word), read},
		{"docx by a name of RFC 2231", attach(file, "attachment; filename*=utf-8''%C3%96nskem%C3%A5l.docx", word), read},
		{"docx by its content", attach(file, "attachment", word), read},
		{"docx shown in the text", attach(file+"; name=lista.docx", "inline", word), read},
		{"docx with another program's name", attach(file, "attachment; filename=lista.odt", word), read},
		{"odt", attach("application/vnd.oasis.opendocument.text", "attachment; filename=lista.odt", open), read},
		{"odt by its content", attach("application/zip", "attachment; filename=lista", open), read},
		{"text", attach("text/plain; charset=iso-8859-1; name=lista.txt", "attachment", "1. \xd6l"), "Hej!\n\n1. Öl"},
		{"text of no type", attach(file, "attachment; filename=lista.txt", "1. Öl"), "Hej!\n\n1. Öl"},
		{"text of Windows", attach(file, "attachment; filename=lista.txt", "\xff\xfe1\x00.\x00 \x00\xd6\x00l\x00"), "Hej!\n\n1. Öl"},
		{"text with a long name", attach(file, "attachment; filename=\"Önskemål om fortbildning från oss på biblioteken i hela Sundets kommun våren 2020.txt\"", "1. Teams"), "Hej!\n\n1. Teams"},
		{"text with an odd name", attach("text/plain", "attachment; filename=\"Lista v. 2\"", "1. Teams"), "Hej!\n\n1. Teams"},
		{"Markdown", attach("text/markdown", "attachment; filename=lista.md", "* Teams"), "Hej!\n\n* Teams"},
		{"HTML", attach("text/html", "attachment; filename=lista.html", "<ol><li>Teams</ol>"), read},
		{"mail", attach(file, "attachment; filename=SV_lista.eml", "From: Bo <bo@b.example>\nSubject: Lista\n\n1. Teams"), "Hej!\n\nforward 1. Teams"},
		{"mail with a file", attach("message/rfc822", "attachment", "From: bo@b.example\n"+multipart("mixed", written("Se fil"), attach(file, "attachment; filename=a.docx", word))), "Hej!\n\nforward Se fil\nforward\nforward 1.1 1. Teams"},
		{"file without text", attach(file, "attachment; filename=tom.docx", docx("<w:p/>")), "Hej!"},
	} {
		got, m := readLines(multipart("mixed", written("Hej!"), c.part))
		if got != c.want || len(m.Doubts)+len(m.Defects) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%q %q", c.name, got, c.want, m.Doubts, m.Defects)
		}
	}
}

func TestAttachedLinesSayWhereTheyStand(t *testing.T) {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	file := attach("application/octet-stream", "attachment; filename=lista.txt", "1. Teams\n\n2. Zoom")
	mail := attach("message/rfc822", "attachment", "From: bo@b.example\n"+multipart("mixed", written("Se fil"), attach("text/plain", "attachment", "1. Canva")))
	lines := p.lines(p.readPart([]byte(multipart("mixed", file, written("Hej!"), mail)), place{kind: "text/plain"}))
	var got []string
	for _, l := range lines {
		got = append(got, fmt.Sprintf("%s|%s|%s", l.from, l.attached, l.text))
	}
	want := []string{
		"||Hej!", "||", "bo@b.example||Se fil", "bo@b.example|text/plain|", "bo@b.example|text/plain|1. Canva",
		"|lista.txt|", "|lista.txt|1. Teams", "|lista.txt|", "|lista.txt|2. Zoom",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Which attached files are read beside what the mail says.
func TestAttachedBesideText(t *testing.T) {
	list := attach("text/plain", "attachment; filename=lista.txt", "Önskemål från Ekby\n\n1. Mer om Teams\n2. Källkritik\n")
	same := attach("application/octet-stream", "attachment; filename=lista.docx", docx(wi(1, 0, "Mer om Teams")+wi(1, 0, "Källkritik")))
	minutes := attach("text/plain", "attachment; filename=protokoll.txt", strings.Repeat("- Ännu en punkt på dagordningen\n", besideList.lines+1))
	book := attach("text/plain", "attachment; filename=bok.txt", strings.Repeat("Ännu en rad i boken.\n", insteadOf.lines+1))
	wall := attach("text/plain", "attachment; filename=text.txt", strings.Repeat("Ännu en mening om allt möjligt. ", insteadOf.text/32+1))
	prose := strings.Repeat("Vi har pratat om saken på ett möte. ", 10)
	for _, c := range []struct {
		name, text string
		files      []string
		read       []string // names of the files
		doubt      bool
	}{
		{"nothing else", "Se bifogad fil.", []string{list}, []string{"lista.txt"}, false},
		{"another list", "1. Canva\n2. Podd", []string{list}, []string{"lista.txt"}, false},
		{"the same list pasted", "Hej!\n\n- mer om Teams\n- Källkritik\n- Podd", []string{list}, nil, false},
		{"the same list with full stops", "1. Mer om Teams\n2. Källkritik", []string{attach("text/plain", "attachment; filename=lista.txt", "1. Mer om Teams.\n2. Källkritik.")}, nil, false},
		{"file without words", "x", []string{attach("text/plain", "attachment; filename=lista.txt", "...\n\n???")}, nil, false},
		{"part of the list pasted", "1. Mer om Teams", []string{list}, []string{"lista.txt"}, false},
		{"words that hold its words", "- Mer om Teamsmöten\n- Källkritikens dag", []string{list}, []string{"lista.txt"}, false},
		{"two formats of one list", "Se bifogat.", []string{list, same}, []string{"lista.txt"}, false},
		{"long file instead of a list", "Se bifogad fil.", []string{minutes}, []string{"protokoll.txt"}, false},
		{"long file beside a list", "1. Canva\n2. Podd", []string{minutes}, nil, true},
		{"long file beside prose", prose, []string{minutes}, nil, true},
		{"list beside prose", prose, []string{list}, []string{"lista.txt"}, false},
		{"document and its copy", "Se bifogat.", []string{attach("application/pdf", "attachment; filename=Lista.pdf", "%PDF"), list}, []string{"lista.txt"}, false},
		{"document and something else", "Se bifogat.", []string{list, attach("application/pdf", "attachment; filename=program.pdf", "%PDF")}, []string{"lista.txt"}, true},
		{"book", "Se bifogad fil.", []string{book}, nil, true},
		{"long lines", "Se bifogad fil.", []string{wall}, nil, true},
		{"the list, then a long file", "Se bifogat.", []string{list, minutes}, []string{"lista.txt"}, true},
		{"long file, then the list", "1. Canva\n2. Podd", []string{minutes, list}, []string{"lista.txt"}, true},
		{"list in the quoted mail only", "Se bifogad fil.\n\nDen 6 april 2020 kl. 07:30 skrev Bo <bo@b.example>:\n> - Teams\n> - Zoom\n> - Canva", []string{minutes}, []string{"protokoll.txt"}, false},
	} {
		p := parser{limits: Limits{}.orDefault(), message: &Message{Subject: "Sv: Önskemål"}}
		lines := p.lines(p.readPart([]byte(multipart("mixed", append([]string{written(c.text)}, c.files...)...)), place{kind: "text/plain"}))
		var read []string
		for _, l := range lines {
			if l.attached != "" && !slices.Contains(read, l.attached) {
				read = append(read, l.attached)
			}
		}
		if doubt := slices.Contains(p.message.Doubts, ListAttached); !slices.Equal(read, c.read) || doubt != c.doubt {
			t.Errorf("%s: read %q, doubts %q, want %q, %v", c.name, read, p.message.Doubts, c.read, c.doubt)
		}
	}
}

func TestFilesNotRead(t *testing.T) {
	picture := strings.Repeat("x", photographAttached)
	for _, c := range []struct {
		name, part string
		defect     Defect // "" for none
		doubt      bool
	}{
		{"PDF", attach("application/pdf", "attachment; filename=lista.pdf", "%PDF"), "attachment lista.pdf not read", true},
		{"old Word", attach("application/msword", "attachment; filename=lista.doc", "\xd0\xcf\x11\xe0"), "attachment lista.doc not read", true},
		{"old Word named as new", attach("application/octet-stream", "attachment; filename=lista.docx", "\xd0\xcf\x11\xe0"), "attachment lista.docx not read: damaged or encrypted", true},
		{"spreadsheet", attach("application/octet-stream", "attachment; filename=lista.xlsx", packed(map[string]string{docxIndex: "<Types/>"})), "attachment lista.xlsx not read: no document of a known kind", true},
		{"CSV", attach("text/csv", "attachment; filename=lista.csv", "1;Teams"), "attachment lista.csv not read", true},
		{"CSV labelled text", attach("text/plain", "attachment; filename=lista.csv", "1;Teams"), "attachment lista.csv not read", true},
		{"Outlook's own format", attach("application/vnd.ms-outlook", "attachment; filename=sv.msg", "\xd0\xcf"), "attachment sv.msg not read", true},
		{"Apple's Pages", attach("application/x-iwork-pages-sffpages", "attachment; filename=lista.pages", "PK\x03\x04"), "attachment lista.pages not read: damaged or encrypted", true},
		{"text that is none", attach("text/plain", "attachment; filename=lista.txt", strings.Repeat("\x00\x01\x02", 50)), "attachment lista.txt not read: damaged or encrypted", true},
		{"bomb", attach("application/octet-stream", "attachment; filename=lista.odt", odt(strings.Repeat(" ", 4<<20))), "attachment lista.odt not read: more text than the limit", true},
		{"text longer than the limit", attach("text/plain", "attachment; filename=lista.txt", strings.Repeat("1. Teams\n", 1<<18)), "attachment lista.txt not read: more text than the limit", true},
		{"Mac's notes about a file", attach("application/applefile", "attachment; filename=lista.pdf", "x"), "", false},
		{"winmail.dat", attach("application/octet-stream; name=winmail.dat", "attachment", "x"), "", true},
		{"photograph", attach("image/jpeg", "attachment; filename=IMG_1.jpg", picture), "attachment IMG_1.jpg not read", true},
		{"photograph in the text", attach("image/jpeg", "inline; filename=IMG_1.jpg", strings.Repeat(picture, 4)), "", true},
		{"small picture", attach("image/png", "attachment; filename=image001.png", "x"), "attachment image001.png not read", false},
		{"logo in the text", attach("image/png", "inline; filename=logo.png", picture), "", false},
		{"recording", attach("audio/mpeg", "attachment; filename=a.mp3", "x"), "attachment a.mp3 not read", false},
		{"visiting card", attach("text/x-vcard", "attachment; filename=anna.vcf", "BEGIN:VCARD"), "", false},
		{"visiting card of no type", attach("application/octet-stream", "attachment; filename=anna.vcf", "BEGIN:VCARD"), "", false},
		{"invitation", attach("application/ics", "attachment; filename=invite.ics", "BEGIN:VCALENDAR"), "", false},
		{"signature", attach("application/octet-stream", "attachment; filename=smime.p7s", "x"), "", false},
	} {
		_, m := readLines(multipart("mixed", written("Se bifogad fil."), c.part))
		var want []Defect
		if c.defect != "" {
			want = []Defect{c.defect}
		}
		if doubt := slices.Contains(m.Doubts, ListAttached); !slices.Equal(m.Defects, want) || doubt != c.doubt {
			t.Errorf("%s: defects %q, doubts %q, want %q, %v", c.name, m.Defects, m.Doubts, want, c.doubt)
		}
	}
}

// A mail of which nothing but the subject can be read is still a mail.
func TestNothingButAFile(t *testing.T) {
	for name, part := range map[string]string{
		"PDF":     attach("application/pdf", "attachment; filename=lista.pdf", "%PDF"),
		"picture": attach("image/jpeg; name=lista.jpg", "inline", "x"),
	} {
		m, err := Parse(strings.NewReader("From: eva@ekby.example\nSubject: Lista\n"+part), Limits{})
		if err != nil || m.Subject != "Lista" || !slices.Contains(m.Doubts, ListAttached) {
			t.Errorf("%s: error %v, message %+v", name, err, m)
		}
	}
}

// Mails with files as people send them, and what they list.
func TestListsInFiles(t *testing.T) {
	const signature = "\n\nMed vänlig hälsning\nKarin Holm\nBibliotekarie\n\nSundets bibliotek\nStorgatan 1, 123 45 Sundet\nTel 0123-456 78\n"
	file := func(name, content string) string {
		return attach("application/octet-stream; name=\""+name+"\"", "attachment", content)
	}
	heading := ws("Rubrik1", "Önskemål från Sundets bibliotek")
	for _, c := range []struct {
		name  string
		parts []string
		want  string
	}{
		{
			"Word, below a signature",
			[]string{written("Hej!\n\nVår lista är bifogad." + signature), file("Önskemål.docx", docx(heading+wp("Vi har röstat på mötet.")+
				wi(1, 0, "Söka bättre i Libris")+wi(1, 1, "ämnesord")+wi(1, 0, "Filma bokprat")+wi(1, 0, "Mastodon")+wp("Mvh Karin")))},
			"1.1 Söka bättre i Libris | ämnesord\n1.2 Filma bokprat\n1.3 Mastodon",
		},
		{
			"bullets in LibreOffice, in no order",
			[]string{written("Se bifogad fil." + signature), file("lista.odt", odt(op("Önskemål utan inbördes ordning:")+ol(`text:style-name="Punkter"`, op("Libris"), op("Bokprat på film"))))},
			"1.1 Libris\n1.1 Bokprat på film",
		},
		{
			"text with typed numbers",
			[]string{written("Bifogar våra önskemål." + signature), attach("text/plain; charset=windows-1252; name=lista.txt", "attachment", "\xd6nskem\xe5l\r\n\r\n1. Libris\r\n2. Filma bokprat\r\n-- \r\nKarin\r\n")},
			"1.1 Libris\n1.2 Filma bokprat",
		},
		{
			"table of Word's",
			[]string{written("Se fil!"), file("tabell.docx", docx(heading+docxTable([]string{wp("Önskemål"), wp("Prio")}, []string{wp("Libris"), wp("2")}, []string{wp("Filma bokprat"), wp("1")})))},
			"1.2 Libris\n1.1 Filma bokprat",
		},
		{
			"pasted and attached",
			[]string{written("Hej!\n\n1. Söka bättre i Libris\n2. Filma bokprat" + signature), file("lista.docx", docx(heading+wi(1, 0, "Söka bättre i Libris")+wi(1, 0, "Filma bokprat")))},
			"1.1 Söka bättre i Libris\n1.2 Filma bokprat",
		},
		{
			"two lists",
			[]string{written("Mina egna:\n\n1. Libris\n2. Podd\n\nKollegernas är bifogade." + signature), file("lista.docx", docx(wi(1, 0, "Makerspace")+wi(1, 0, "Robotar")))},
			"1.1 Libris\n1.2 Podd\n2.1 Makerspace\n2.2 Robotar",
		},
		{
			"lines in the file that look like another mail",
			[]string{written("Se bifogad fil." + signature), attach("text/plain; charset=utf-8; name=lista.txt", "attachment", "Från: Sundets bibliotek\nTill: Digiteket\nÄmne: Önskemål\n\n> 1. Libris\n> 2. Podd\n")},
			"1.1 Libris\n1.2 Podd",
		},
		{
			"mail saved as a file, with a file of its own",
			[]string{written("Här kommer Bos mejl." + signature), file("SV_ Önskemål.eml", "From: Bo Ek <bo.ek@vik.example>\nSubject: Lista\n"+multipart("mixed", written("Se bifogad fil.\n\nMvh Bo"), file("lista.docx", docx(wi(1, 0, "Libris")+wi(1, 0, "Podd")))))},
			"<bo.ek@vik.example> 1.1 Libris\n<bo.ek@vik.example> 1.2 Podd",
		},
		{
			"answer with a file",
			[]string{written("Listan är bifogad.\n\nDen 6 april 2020 kl. 07:30 skrev Digiteket <kontakt@digiteket.se>:\n> Skicka gärna era önskemål!\n> - Juridik\n> - Sociala medier\n"), file("lista.docx", docx(wi(1, 0, "Libris")+wi(1, 0, "Podd")))},
			"1.1 Libris\n1.2 Podd",
		},
	} {
		raw := "From: Karin Holm <karin.holm@sundet.example>\nTo: kontakt@digiteket.se\nSubject: Önskemål\n" + multipart("mixed", c.parts...)
		m, err := Parse(strings.NewReader(raw), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		items := slices.DeleteFunc(slices.Clone(m.Passages), func(p Passage) bool { return p.List == 0 })
		if got := strings.TrimSpace(shape(items)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s\nin\n%s", c.name, got, c.want, m.Text)
		}
		if strings.Contains(m.Text, "Storgatan") {
			t.Errorf("%s: signature in %q", c.name, m.Text)
		}
	}
}

func TestUnreadablePartsAreNamedOnce(t *testing.T) {
	part := "Content-Type: application/x-own\n\nx"
	_, err := Parse(strings.NewReader("From: eva@ekby.example\n"+multipart("mixed", part, part, part)), Limits{})
	if want := "no readable text in the mail: application/x-own"; !errors.Is(err, ErrUnreadable) || err.Error() != want {
		t.Errorf("got %v, want %v", err, want)
	}
}
