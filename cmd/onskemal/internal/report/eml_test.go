package report

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"slices"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/mailparse"
)

// readMail reads a mail with nothing but the standard library: its header, and
// its parts in order.
func readMail(t *testing.T, data []byte) (netmail.Header, []mailPart) {
	t.Helper()
	message, err := netmail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return message.Header, readParts(t, message.Header.Get("Content-Type"), message.Body)
}

type mailPart struct {
	mediaType string
	params    map[string]string
	fileName  string
	body      []byte
}

func readParts(t *testing.T, contentType string, body io.Reader) []mailPart {
	t.Helper()
	mediaType, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		t.Fatal(err)
	}
	parts := []mailPart{{mediaType: mediaType, params: params}}
	if !strings.HasPrefix(mediaType, "multipart/") {
		t.Fatalf("%s is no multipart", mediaType)
	}
	for within := multipart.NewReader(body, params["boundary"]); ; {
		part, err := within.NextRawPart()
		if err == io.EOF {
			return parts
		}
		if err != nil {
			t.Fatal(err)
		}
		mediaType, params, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(mediaType, "multipart/") {
			parts = append(parts, readParts(t, part.Header.Get("Content-Type"), part)...)
			continue
		}
		decoder := map[string]io.Reader{
			"quoted-printable": quotedprintable.NewReader(part),
			"base64":           base64.NewDecoder(base64.StdEncoding, part),
		}[part.Header.Get("Content-Transfer-Encoding")]
		if decoder == nil {
			t.Fatalf("%s: unknown encoding", mediaType)
		}
		data, err := io.ReadAll(decoder)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, mailPart{mediaType: mediaType, params: params, fileName: part.FileName(), body: data})
	}
}

func emlOf(t *testing.T, r *Report, from, to string) []byte {
	t.Helper()
	var out Output
	if from != "" {
		list, err := ParseAddresses(from)
		if err != nil {
			t.Fatal(err)
		}
		out.From = list[0]
	}
	if to != "" {
		var err error
		if out.To, err = ParseAddresses(to); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := r.Write(&b, EML, out); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteEML(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	data := emlOf(t, r, "Önskemål <onskemal@x.example>", "Åsa Ek <asa@y.example>, bo@y.example")
	header, parts := readMail(t, data)
	subject, err := new(mime.WordDecoder).DecodeHeader(header.Get("Subject"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "subject", subject, "Önskemål vecka 2026-W47 (16–22 november 2026)")
	check(t, "date", header.Get("Date"), "Thu, 19 Nov 2026 13:00:00 +0100")
	check(t, "who wrote it", header.Get("Auto-Submitted"), "auto-generated")
	from, err := header.AddressList("From")
	if err != nil {
		t.Fatal(err)
	}
	check(t, "from", *from[0], netmail.Address{Name: "Önskemål", Address: "onskemal@x.example"})
	to, err := header.AddressList("To")
	if err != nil {
		t.Fatal(err)
	}
	check(t, "to", *to[0], netmail.Address{Name: "Åsa Ek", Address: "asa@y.example"})
	check(t, "to", *to[1], netmail.Address{Address: "bo@y.example"})

	var types []string
	for _, part := range parts {
		types = append(types, part.mediaType)
	}
	check(t, "parts", strings.Join(types, " "),
		"multipart/mixed multipart/alternative text/plain text/html text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	check(t, "name of the table", parts[4].fileName, "onskemal-2026-11-22.csv")
	check(t, "name of the workbook", parts[5].fileName, "onskemal-2026-11-22.xlsx")

	var text, html, table, book bytes.Buffer
	page := r.Page()
	for _, err := range []error{
		WriteText(&text, page, Terminal{Width: 78}), WriteHTML(&html, page),
		WriteCSV(&table, r, ExcelSV), WriteXLSX(&book, page, r.Period.End),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	lines := func(text []byte) string { return strings.ReplaceAll(string(text), "\r\n", "\n") }
	check(t, "the text", lines(parts[2].body), text.String())
	check(t, "the HTML", lines(parts[3].body), html.String())
	check(t, "the table is whole", bytes.Equal(parts[4].body, table.Bytes()), true)
	check(t, "the workbook is whole", bytes.Equal(parts[5].body, book.Bytes()), true)
	for line := range strings.Lines(string(data)) {
		if longest := 998 + len("\r\n"); !strings.HasSuffix(line, "\r\n") || len(line) > longest { // RFC 5322, section 2.1.1
			t.Errorf("no line for a mail: %q", line)
		}
	}
}

// The same report to the same people is the same mail; to others it is another.
func TestEMLIsTheSameEachTime(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	first := emlOf(t, r, "", "")
	header, _ := readMail(t, first)
	check(t, "again", bytes.Equal(first, emlOf(t, r, "", "")), true)
	check(t, "to nobody in particular", header.Get("To")+header.Get("From"), "")
	ids := []string{header.Get("Message-Id")}
	for _, to := range []string{"a@x.example", "b@x.example"} {
		header, _ := readMail(t, emlOf(t, r, "o@z.example", to))
		ids = append(ids, header.Get("Message-Id"))
	}
	slices.Sort(ids)
	check(t, "Message-IDs", len(slices.Compact(ids)), 3)
}

// The program's own reader takes a report for a program's mail, not for a wish,
// though its subject holds the word.
func TestOwnReaderKnowsAReport(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	read, err := mailparse.Parse(bytes.NewReader(emlOf(t, r, "o@z.example", "a@y.example")), mailparse.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, "origin", read.Origin, mailparse.Bulk)
	check(t, "from", read.From, "o@z.example")
	check(t, "date", read.Date.Equal(r.Basis.Last), true)
	check(t, "subject", read.Subject, r.title())
	if !strings.Contains(read.Text, "Det här vill man lära sig") {
		t.Errorf("the text is read as %q", read.Text)
	}
}

func TestParseAddresses(t *testing.T) {
	for text, want := range map[string]int{
		"a@x.example":                       1,
		"a@x.example, Åsa Ek <b@x.example>": 2,
		`"Ek, Åsa" <b@x.example>`:           1,
		"":                                  0,
		"a":                                 0,
		"a@":                                0,
		"a@x.example b@x.example":           0,
		"a@x.example\r\nBcc: b@x.example":   0,
		"a@x.example,\r\n b@x.example":      0,
		"\"a\r\nBcc: x\" <a@x.example>":     0,
		"=?utf-8?q?a=0D=0ABcc:_x?= <a@x.example>": 0,
		"a@x.example\x00":                         0,
		"åsa@x.example":                           0,
		"a@ö.example":                             0,
	} {
		list, err := ParseAddresses(text)
		if len(list) != want || (err == nil) != (want > 0) {
			t.Errorf("%q: %d addresses, %v", text, len(list), err)
		}
	}
}
