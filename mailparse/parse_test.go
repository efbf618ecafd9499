package mailparse

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf8"
)

// readLines reads a mail up to the lines, before own text is told from the rest.
func readLines(raw string) (string, *Message) {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	root := p.readPart(trimStart([]byte(raw)), place{kind: "text/plain"})
	p.readFields(root)
	return notation(p.lines(root)), p.message
}

// multipart writes a multipart of parts, each with its own header.
func multipart(subtype string, parts ...string) string {
	const boundary = "=_gräns" // 8-bit, as some mailers write
	var b strings.Builder
	fmt.Fprintf(&b, "Content-Type: multipart/%s; boundary=\"%s%s\"\n\n", subtype, boundary, subtype)
	for _, part := range parts {
		fmt.Fprintf(&b, "--%s%s\n%s\n", boundary, subtype, part)
	}
	fmt.Fprintf(&b, "--%s%s--\n", boundary, subtype)
	return b.String()
}

const (
	plainPart = "Content-Type: text/plain; charset=utf-8\n\nTeams"
	htmlPart  = "Content-Type: text/html; charset=utf-8\n\n<ol><li>Zoom</ol>"
)

// Each case is an input that go-message refuses or reads only in part.
func TestReadDamagedMail(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"junk in the header", "From: a@b.example\nskräp\nContent-Type: text/html\n\n<b>Teams</b>", "Teams"},
		{"mbox line", "From a@b.example Mon Apr  6 07:30:00 2020\nFrom: a@b.example\n\nTeams", "Teams"},
		{"blank line first", "\r\nFrom: a@b.example\r\nContent-Type: text/html\r\n\r\n<b>Teams</b>", "Teams"},
		{"leading space", " From: a@b.example\nContent-Type: text/html\n\n<b>Teams</b>", "Teams"},
		{"junk in a part's header", multipart("mixed", "skräp\nContent-Type: text/html\n\n<b>Teams</b>", "Content-Type: text/plain\n\nZoom"), "Teams\n\nZoom"},
		{"part without header", multipart("mixed", "\nTeams", "\nZoom"), "Teams\n\nZoom"},
		{"part without blank line", multipart("mixed", "Vi vill ha\nTeams"), "Vi vill ha\nTeams"},
		{"unquoted parameter with space", "Content-Type: text/plain; name=min lista.txt; charset=iso-8859-1\n\n\xf6l", "öl"},
		{"unquoted boundary with =", "Content-Type: multipart/mixed; boundary=a=b\n\n--a=b\n\nTeams\n--a=b--\n", "Teams"},
		{"no boundary", "Content-Type: multipart/mixed\n\n--gräns\nContent-Type: text/plain\n\nTeams\n--gräns--\n", "Teams"},
		{"wrong boundary", "Content-Type: multipart/mixed; boundary=x\n\n--gräns\nContent-Type: text/plain\n\nTeams\n--gräns--\n", "Teams"},
		{"multipart without parts", "Content-Type: multipart/mixed; boundary=x\n\nTeams\n", "Teams"},
		{"misspelt transfer encoding", "Content-Transfer-Encoding: quoted-printable;\n\nf=C3=B6r", "för"},
		{"unknown transfer encoding", "Content-Transfer-Encoding: x-own\n\nTeams", "Teams"},
		{"last boundary missing", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nTeams\n--x\n\nZoom", "Teams\n\nZoom"},
		{"boundary of the inner multipart begins like the outer's", "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=x-y\n\n--x-y\n\nTeams\n--x-y--\n--x\n\nZoom\n--x--\n", "Teams\n\nZoom"},
		{"bytes without charset", "From: a@b.example\n\n\xf6l", "öl"},
		{"utf-8 labelled latin-1", "Content-Type: text/plain; charset=iso-8859-1\n\nöl", "öl"},
		{"windows-1252 labelled latin-1", "Content-Type: text/plain; charset=iso-8859-1\n\n\x95 \xf6l", "• öl"},
		{"unknown charset", "Content-Type: text/plain; charset=x-own\n\n\xf6l", "öl"},
		{"charset in the HTML", "Content-Type: text/html\n\n<meta charset=\"macintosh\">\x9al", "öl"},
		{"encoded twice", "Content-Type: text/plain; charset=utf-8\n\nÃ¶l", "öl"},
		{"stray byte in base64", "Content-Transfer-Encoding: base64\n\nVGVh*bXM=", "Teams"},
		{"NUL in quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\nTe\x00ams=20och Zoom", "Teams och Zoom"},
		{"HTML labelled plain", "Content-Type: text/plain\n\n<html><body><p>Teams</p></body></html>", "Teams"},
		{"no known type", "Content-Type: text\n\nTeams", "Teams"},
	} {
		if got, _ := readLines(c.raw); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestChooseParts(t *testing.T) {
	attached := func(disposition string) string {
		return "Content-Type: text/plain; name=lista.txt\nContent-Disposition: " + disposition + "\n\nPadlet"
	}
	const wrap = "Content-Type: message/rfc822\n\n"
	const mail = wrap + "From: Bo <bo@b.example>\nSubject: Lista\n\n"
	for _, c := range []struct{ name, raw, want string }{
		{"HTML before text", multipart("alternative", plainPart, htmlPart), "1.1 1. Zoom"},
		{"HTML first", multipart("alternative", htmlPart, plainPart), "1.1 1. Zoom"},
		{"HTML without text", multipart("alternative", plainPart, "Content-Type: text/html\n\n<div><br></div>"), "Teams"},
		{"text only", multipart("alternative", plainPart, "Content-Type: text/calendar\n\nBEGIN:VCALENDAR"), "Teams"},
		{"related", multipart("related", htmlPart, "Content-Type: image/png\nContent-ID: <1>\n\nx"), "1.1 1. Zoom"},
		{"nested", multipart("mixed", multipart("alternative", plainPart, multipart("related", htmlPart)), attached("attachment")), "1.1 1. Zoom\n\nPadlet"},
		{"in order", multipart("mixed", plainPart, htmlPart, attached("inline")), "Teams\n\n1.1 1. Zoom\n\nPadlet"},
		{"signed", multipart("signed", plainPart, "Content-Type: application/pgp-signature\n\nx"), "Teams"},
		{"attached mail", multipart("mixed", plainPart, mail+"Zoom\n> Meet"), "Teams\n\nforward Zoom\nforward > Meet"},
		{"attached mail in base64", "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte("From: bo@b.example\n\nZoom")), "forward Zoom"},
		{"attached to attached", strings.Repeat(wrap, 3) + "From: bo@b.example\n\nZoom", "forward Zoom"},
		{"attached too deep", strings.Repeat(wrap, 4) + "From: bo@b.example\n\nZoom", ""},
		{"digest", multipart("digest", "\nFrom: bo@b.example\n\nZoom"), "forward Zoom"},
		{"delivery report", multipart("report", plainPart, mail+"Zoom"), "Teams"},
	} {
		if got, _ := readLines(c.raw); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNestedInPlainFormOnly(t *testing.T) {
	text := "Content-Type: text/plain; charset=utf-8\n\nHej!\n\n- Möten\n   - Teams, gärna för den som\n     kan lite\n   - Zoom\n- Bild\n"
	html := "Content-Type: text/html; charset=utf-8\n\nHej!<ul><li>Möten<li>Teams, gärna för den som kan lite<li>Zoom<li>Bild</ul>"
	got, _ := readLines(multipart("alternative", text, html))
	want := "Hej!\n\n1.1 • Möten\n1.2 • Teams, gärna för den som kan lite\n1.2 • Zoom\n1.1 • Bild"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAttachedMailNamesItsAuthor(t *testing.T) {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	inner := "Content-Type: message/rfc822\n\nFrom: Bo <Bo@b.example>\n\nZoom"
	lines := p.lines(p.readPart([]byte(multipart("mixed", plainPart, inner)), place{kind: "text/plain"}))
	var from []string
	for _, l := range lines {
		from = append(from, l.from)
	}
	if want := []string{"", "", "bo@b.example"}; !slices.Equal(from, want) {
		t.Errorf("from %q, want %q", from, want)
	}
}

func TestDefects(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      Defect
	}{
		{"attachment", multipart("mixed", plainPart, "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"=?utf-8?Q?=C3=96nskem=C3=A5l.pdf?=\"\n\nx"), "attachment Önskemål.pdf not read"},
		{"attachment without name", multipart("mixed", plainPart, "Content-Type: image/jpeg\nContent-Disposition: attachment\n\nx"), "attachment image/jpeg not read"},
		{"text attachment", multipart("mixed", plainPart, "Content-Type: text/plain\nContent-Disposition: attachment; filename=lista.csv\n\nx"), "attachment lista.csv not read"},
		{"charset", "Content-Type: text/plain; charset=x-own\n\n\xe5", "charset x-own unknown: read as utf-8 or windows-1252"},
		{"transfer encoding", "Content-Transfer-Encoding: x-own\n\nx", "transfer encoding x-own unknown: read as it is"},
		{"header", "From: a@b.example\nskräp\nSubject: x\n\nx", "1 header lines are no header fields: left out"},
		{"no parts", "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "multipart/mixed without parts: read as text"},
		{"header of a part", multipart("mixed", "X-Long: "+strings.Repeat("x", 300<<10)+"\nContent-Type: text/html\n\n<b>Teams</b>"), "header cut at 262144 bytes"},
		{"boundary", "Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nx", "boundary missing or wrong: guessed"},
	} {
		if _, m := readLines(c.raw); !slices.Contains(m.Defects, c.want) {
			t.Errorf("%s: defects %q, want %q", c.name, m.Defects, c.want)
		}
	}
}

func TestDefectsOfWholeMail(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      Defect
	}{
		{"encrypted part", multipart("mixed", plainPart, "Content-Type: application/pkcs7-mime\n\nx"), "part not read: encrypted or signed (S/MIME)"},
		{"photograph", "Content-Type: image/jpeg; name=lista.jpg\n\nx", "nothing but a picture: not read"},
	} {
		m, err := Parse(strings.NewReader("From: a@b.example\n"+c.raw), Limits{})
		if err != nil || !slices.Contains(m.Defects, c.want) {
			t.Errorf("%s: defects %q, error %v; want %q", c.name, m.Defects, err, c.want)
		}
	}
}

func TestNoDefects(t *testing.T) {
	for name, raw := range map[string]string{
		"picture in a signature": multipart("related", htmlPart, "Content-Type: image/png; name=logo.png\nContent-ID: <1>\nContent-Disposition: inline; filename=logo.png\n\nx"),
		"signature file":         multipart("signed", plainPart, "Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Disposition: attachment\n\nx"),
		"iso-8859-1":             "Content-Type: text/plain; charset=iso-8859-1\n\n\xe5",
	} {
		if _, m := readLines(raw); len(m.Defects) > 0 {
			t.Errorf("%s: defects %q", name, m.Defects)
		}
	}
}

func TestParseFields(t *testing.T) {
	raw := "Return-Path: <eva@ekby.example>\r\nReceived: from x by y with ESMTP (z);\r\n\tMon, 6 Apr 2020 07:31:02 +0200 (CEST)\r\nFrom: =?utf-8?Q?Eva_=C3=96st?= <Eva@Ekby.example>\r\nTo: kontakt@digiteket.se\r\n" +
		"Subject: Sv: =?utf-8?B?w5Zuc2tlbcOlbA==?=\r\nDate: Mon, 6 Apr 2020 07:30:00 +0200\r\nMessage-ID: <1@ekby.example>\r\n\r\nVi vill ha mer om Teams.\r\n"
	m, err := Parse(strings.NewReader(raw), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if m.MessageID != "1@ekby.example" || m.From != "eva@ekby.example" || m.FromName != "Eva Öst" || m.Subject != "Sv: Önskemål" || m.Origin != Person {
		t.Errorf("got %+v", m)
	}
	if !m.Date.Equal(time.Date(2020, 4, 6, 5, 30, 0, 0, time.UTC)) || !m.Received.Equal(time.Date(2020, 4, 6, 5, 31, 2, 0, time.UTC)) {
		t.Errorf("date %v, received %v", m.Date, m.Received)
	}
	if m.Text != "Vi vill ha mer om Teams." {
		t.Errorf("text %q", m.Text)
	}
}

func TestParseErrors(t *testing.T) {
	const header = "From: eva@ekby.example\nSubject: Hej\n"
	for _, c := range []struct {
		name, raw string
		want      error
	}{
		{"nothing", "", ErrNotMail},
		{"prose", "Hej!\n\nVi vill ha Teams.\n", ErrNotMail},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ErrNotMail},
		{"large picture", "\x89PNG\r\n" + strings.Repeat("x", 4000), ErrNotMail},
		{"too large", header + "\n" + strings.Repeat("x", 4000), ErrTooLarge},
		{"opaque S/MIME", header + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAG", ErrUnreadable},
		{"PGP", header + multipart("encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nx"), ErrUnreadable},
		{"winmail.dat", header + multipart("mixed", "Content-Type: text/plain\n\n", "Content-Type: application/ms-tnef; name=winmail.dat\n\nx"), ErrUnreadable},
		{"winmail.dat of another type", header + multipart("mixed", "Content-Type: application/octet-stream; name=winmail.dat\n\nx"), ErrUnreadable},
		{"binary text", header + "\n" + strings.Repeat("\x00\x01\x02abc\x7f", 20), ErrUnreadable},
		{"another type", header + "Content-Type: application/msword\n\nx", ErrUnreadable},

		{"empty mail", header + "\n", nil},
		{"white space", header + "\n \n\t\n", nil},
		{"empty HTML", header + "Content-Type: text/html\n\n<div><br></div>", nil},
		{"empty parts", header + multipart("alternative", "Content-Type: text/plain\n\n", "Content-Type: text/html\n\n<br>"), nil},
		{"empty multipart", header + "Content-Type: multipart/alternative; boundary=x\n\n", nil},
		{"multipart of nothing", header + "Content-Type: multipart/mixed; boundary=x\n\n--x--\n", nil},
		{"attachment only", header + multipart("mixed", "Content-Type: application/pdf; name=lista.pdf\nContent-Disposition: attachment\n\nx"), nil},
		{"invitation", header + "Content-Type: text/calendar\n\nBEGIN:VCALENDAR", nil},
		{"photograph", header + "Content-Type: image/jpeg; name=lista.jpg\n\nx", nil},
		{"text beside an encrypted part", header + multipart("mixed", plainPart, "Content-Type: application/pkcs7-mime\n\nx"), nil},
	} {
		m, err := Parse(strings.NewReader(c.raw), Limits{Message: 3000})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
		if !errors.Is(err, ErrNotMail) && (m == nil || m.Subject != "Hej" || m.From != "eva@ekby.example") {
			t.Errorf("%s: message %+v lacks its header fields", c.name, m)
		}
	}
	if _, err := Parse(iotest.ErrReader(io.ErrClosedPipe), Limits{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error of the reader: %v", err)
	}
}

// Hostile mails must end, soon and with a message. Before the limits were set,
// the nested ones took minutes and gigabytes.
func TestParseHostile(t *testing.T) {
	nested := func(depth int) string {
		var b strings.Builder
		for i := range depth {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
		}
		return b.String() + "\nTeams"
	}
	const header = "From: a@b.example\n"
	const html = header + "Content-Type: text/html\n\n"
	const many = 1 << 17
	for name, raw := range map[string]string{
		"10,000 multiparts inside one another": header + nested(10_000),
		"10,000 attached mails":                header + strings.Repeat("Content-Type: message/rfc822\n\n", 10_000),
		"100,000 parts":                        header + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\nTeams\n", 100_000),
		"many blank lines":                     header + "\n" + strings.Repeat("\n", many),
		"one flowed paragraph":                 header + "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat("a \n", many),
		"many line breaks":                     html + strings.Repeat("<br>", many),
		"formatting in every paragraph":        html + "<p>" + manyTags("font", 400) + "</p>" + strings.Repeat("<p>x", many/4),
		"deep HTML":                            html + strings.Repeat("<div>", many/5),
		"deep quotes":                          header + "\n" + strings.Repeat(">", many) + " Teams",
		"long header line":                     header + "Subject: " + strings.Repeat("=?utf-8?Q?a", many/10) + "\n\nTeams",
		"many header lines":                    strings.Repeat(header, many/20) + "\nTeams",
		"boundary of dashes":                   header + "Content-Type: multipart/mixed; boundary=\"" + strings.Repeat("-", 200) + "\"\n\n" + strings.Repeat("-", many),
		"short lines":                          header + "\n" + strings.Repeat("a b\n", many/2),
		"paragraphs":                           header + "\n" + strings.Repeat("- a\n\nb c d\n\n", many/8),
		"answers between quotes":               header + "\n" + strings.Repeat("> a\nb\n", many/4),
		"ordinals":                             header + "\n" + strings.Repeat("i första hand koha, i andra hand x. ", many/32),
		"countdowns":                           header + "\n" + strings.Repeat("Prio 3: a\nb) b\nPrio 1: c\n", many/16),
		"separators":                           header + "\n" + strings.Repeat("-----Original Message-----\nFrom: a@b.example\nSent: 2020\nx\n", many/32),
		"nested signatures":                    html + strings.Repeat("<div id=Signature>", 500) + strings.Repeat("<i></i><span></span>", many/20),
		"marks without content":                html + strings.Repeat("<div id=appendonsend></div>", many/25),
	} {
		m, err := Parse(strings.NewReader(raw), Limits{})
		if err != nil && !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
		if m == nil || m.From != "a@b.example" {
			t.Errorf("%s: message %v", name, m)
		}
	}
}

// manyTags opens n elements with different attributes.
func manyTags(name string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<%s size=%d>", name, i)
	}
	return b.String()
}

func TestLimits(t *testing.T) {
	parts := "From: a@b.example\n" + multipart("mixed", "\nett", "\ntvå", "\ntre")
	m, err := Parse(strings.NewReader(parts), Limits{Parts: 3})
	if err != nil || strings.Contains(m.Text, "tre") || len(m.Defects) == 0 {
		t.Errorf("parts: text %q, defects %q, error %v", m.Text, m.Defects, err)
	}
	m, err = Parse(strings.NewReader("From: a@b.example\n\n"+strings.Repeat("åä", 100)), Limits{Text: 51})
	if err != nil || len(m.Text) > 51 || !utf8.ValidString(m.Text) || len(m.Defects) == 0 {
		t.Errorf("text: %q, defects %q, error %v", m.Text, m.Defects, err)
	}
	exact := []byte("From: a@b.example\n\nTeams")
	if _, err := Parse(bytes.NewReader(exact), Limits{Message: int64(len(exact))}); err != nil {
		t.Errorf("mail of exactly the limit: %v", err)
	}
	if _, err := Parse(bytes.NewReader(exact), Limits{Message: int64(len(exact)) - 1}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("mail one byte over the limit: %v", err)
	}
}
