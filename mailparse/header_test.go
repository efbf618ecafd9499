package mailparse

import (
	"strings"
	"testing"
	"time"
)

func TestReadHeader(t *testing.T) {
	for _, c := range []struct{ name, raw, subject, body string }{
		{"plain", "From: a@b.example\r\nSubject: Hej\r\n\r\ntext\r\n", "Hej", "text\r\n"},
		{"bare line feeds", "Subject: Hej\n\ntext", "Hej", "text"},
		{"folded", "Subject: Hej\r\n\tpå dig\r\n\r\ntext", "Hej på dig", "text"},
		{"no blank line at the end", "Subject: Hej", "Hej", ""},
		{"line without colon", "From: a@b.example\nskräp utan kolon\nSubject: Hej\n\ntext", "Hej", "text"},
		{"key with a space", "Till alla: x\nSubject: Hej\n\ntext", "Hej", "text"},
		{"key with NUL", "Sub\x00ject: x\nSubject: Hej\n\ntext", "Hej", "text"},
		{"key with 8-bit", "Ämne: x\nSubject: Hej\n\ntext", "Hej", "text"},
		{"junk folded", "skräp\n mera\nSubject: Hej\n\ntext", "Hej", "text"},
		{"leading space", "  Subject: Hej\nFrom: a@b.example\n\ntext", "Hej", "text"},
		{"space before the colon", "Subject : Hej\n\ntext", "Hej", "text"},
		{"mbox", "From eva@b.example Mon Apr  6 07:30:00 2020\nSubject: Hej\n\ntext", "Hej", "text"},
		{"blank lines above", "\r\n\r\nSubject: Hej\r\n\r\ntext", "Hej", "text"},
		{"byte order mark", "\xef\xbb\xbfSubject: Hej\n\ntext", "Hej", "text"},
		{"blank line missing", "From: a@b.example\nSubject: Hej\nVi vill ha Teams\n\noch Zoom", "Hej", "Vi vill ha Teams\n\noch Zoom"},
		{"two subjects", "Subject: Hej\nSubject: Hopp\n\ntext", "Hej", "text"},
		{"no header", "Vi vill ha Teams\n\noch Zoom", "", "Vi vill ha Teams\n\noch Zoom"},
		{"empty header", "\ntext", "", "text"},
	} {
		raw := []byte(c.raw)
		if c.name != "empty header" {
			raw = trimStart(raw)
		}
		h, body, _ := readHeader(raw, 1<<10)
		if got := h.text("Subject"); got != c.subject || string(body) != c.body {
			t.Errorf("%s: subject %q, body %q; want %q, %q", c.name, got, body, c.subject, c.body)
		}
	}
}

// The fields around one that is too long are read, and no more in all than
// allowed.
func TestReadHeaderTooLong(t *testing.T) {
	raw := "Subject: Hej\nTo: " + strings.Repeat("<x@b.example>,\n ", 500) + "y\nFrom: a@b.example\n\ntext"
	h, body, defect := readHeader([]byte(raw), 1000)
	if h.text("Subject") != "Hej" || h.Get("From") != "a@b.example" || len(h.Get("To")) > 250 || string(body) != "text" || defect == "" {
		t.Errorf("subject %q, from %q, body %q, defect %q", h.text("Subject"), h.Get("From"), body, defect)
	}
	raw = strings.Repeat("Subject: Hej\n", 100) + "From: a@b.example\n\ntext"
	h, body, defect = readHeader([]byte(raw), 1000)
	if h.Len() > 1000/len("Subject: Hej") || h.Has("From") || string(body) != "text" || defect == "" {
		t.Errorf("%d fields, from %q, body %q, defect %q", h.Len(), h.Get("From"), body, defect)
	}
}

func TestAddress(t *testing.T) {
	for value, want := range map[string][2]string{
		"eva@ekby.example":                                   {"eva@ekby.example", ""},
		"Eva Ek <Eva.Ek@Ekby.Example>":                       {"eva.ek@ekby.example", "Eva Ek"},
		`"Ek, Eva" <eva@ekby.example>, bo@b.example`:         {"eva@ekby.example", "Ek, Eva"},
		`"Eva \"E\" Ek" <eva@ekby.example>`:                  {"eva@ekby.example", `Eva "E" Ek`},
		"=?iso-8859-1?Q?G=F6ran_Lidh?= <goran@ekby.example>": {"goran@ekby.example", "Göran Lidh"},
		"G\xf6ran Lidh <goran@ekby.example>":                 {"goran@ekby.example", "Göran Lidh"},
		"=?utf-8?Q?Ek=2C_Eva?= <eva@ekby.example>":           {"eva@ekby.example", "Ek, Eva"},
		"eva@ekby.example (Eva Ek)":                          {"eva@ekby.example", "Eva Ek"},
		"Eva Ek [mailto:eva@ekby.example]":                   {"eva@ekby.example", "Eva Ek [mailto:"},
		"Eva Ek <eva@ekby.example":                           {"eva@ekby.example", "Eva Ek"},
		"Eva Ek eva@ekby.example>":                           {"eva@ekby.example", "Eva Ek"},
		`"eva@ekby.example" <info@bibl.example>`:             {"info@bibl.example", "eva@ekby.example"},
		"bo@b.example, Eva <eva@ekby.example>":               {"bo@b.example", ""},
		"Biblioteket: eva@ekby.example, bo@b.example;":       {"eva@ekby.example", "Biblioteket:"},
		"Y\u030A@B.example":                                  {"\u1E99@b.example", ""}, // the small letter is one character
		"Eva Ek":                                             {"", ""},
		"<>":                                                 {"", ""},
		"@":                                                  {"", ""},
	} {
		h, _, _ := readHeader([]byte("From: "+value+"\n\n"), 1<<10)
		if addr, name := h.address("From"); addr != want[0] || name != want[1] {
			t.Errorf("address(%q) = %q, %q; want %q, %q", value, addr, name, want[0], want[1])
		}
	}
}

func TestAddressOfOtherField(t *testing.T) {
	h, _, _ := readHeader([]byte("From: Eva\nReply-To: eva@ekby.example\n\n"), 1<<10)
	if addr, _ := h.address("From", "Sender", "Reply-To"); addr != "eva@ekby.example" {
		t.Errorf("address = %q", addr)
	}
}

func TestDate(t *testing.T) {
	at := time.Date(2020, 4, 6, 7, 30, 0, 0, time.FixedZone("", 2*60*60))
	for value, want := range map[string]time.Time{
		"Mon, 6 Apr 2020 07:30:00 +0200":         at,
		"Mon, 06 Apr 2020 07:30:00 +0200 (CEST)": at,
		"6 Apr 2020 07:30 +0200":                 at,
		"Mon,  6  Apr 2020 07:30:00 +0200":       at,
		"Mon, 6 Apr 2020 kl. 07:30:00 +0200":     at,
		"Mon, 6 Apr 20 07:30:00 +0200":           at,
		"2020-04-06T07:30:00+02:00":              at,
		"2020-04-06 07:30:00 +0200":              at,
		"Mon Apr  6 05:30:00 2020":               at,
		"Mon, 6 Apr 2020 05:30:00 GMT":           at,
		"Mon, 6 Apr 2020 05:30:00":               at,
		"måndag":                                 {},
		"":                                       {},
		"Mon, 99 Apr 2020 07:30:00 +0200":        {},
	} {
		h, _, _ := readHeader([]byte("Date: "+value+"\n\n"), 1<<10)
		if got := h.date(); !got.Equal(want) {
			t.Errorf("date(%q) = %v, want %v", value, got, want)
		}
	}
}

func TestMessageID(t *testing.T) {
	for value, want := range map[string]string{
		"<a.1@b.example>":        "a.1@b.example",
		" <a.1@b.example> skräp": "a.1@b.example",
		"a.1@b.example":          "a.1@b.example",
		"<utan snabel-a>":        "utan snabel-a",
		"":                       "",
	} {
		h, _, _ := readHeader([]byte("Message-ID: "+value+"\n\n"), 1<<10)
		if got := h.messageID(); got != want {
			t.Errorf("messageID(%q) = %q, want %q", value, got, want)
		}
	}
}

func TestMediaType(t *testing.T) {
	for _, c := range []struct{ value, kind, key, param string }{
		{`text/plain; charset="utf-8"`, "text/plain", "charset", "utf-8"},
		{`Text/HTML; Charset=UTF-8`, "text/html", "charset", "UTF-8"},
		{`text/plain; charset=utf-8; charset=latin1`, "text/plain", "charset", "utf-8"},
		{`text/plain; name=min lista.txt; charset=utf-8`, "text/plain", "name", "min lista.txt"},
		{`text/plain; name=min lista.txt; charset=utf-8`, "text/plain", "charset", "utf-8"},
		{`multipart/mixed; boundary=a=b`, "multipart/mixed", "boundary", "a=b"},
		{`multipart/mixed; boundary="ab`, "multipart/mixed", "boundary", "ab"},
		{`multipart/mixed boundary="ab"`, "multipart/mixed", "boundary", "ab"},
		{`attachment; filename*=utf-8''%C3%B6nskem%C3%A5l.txt`, "attachment", "filename", "önskemål.txt"},
		{``, "", "", ""},
		{`text`, "text", "", ""},
	} {
		kind, params := mediaType(c.value)
		if kind != c.kind || params[c.key] != c.param {
			t.Errorf("mediaType(%q) = %q, %q; want %q with %s=%q", c.value, kind, params, c.kind, c.key, c.param)
		}
	}
}
