package mailparse

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// hostileMail is a mail made to take time or memory: a start, and what is
// repeated below it, the worst known of its kind.
type hostileMail struct{ name, start, unit string }

// mail is the mail, about size bytes long.
func (h hostileMail) mail(size int) string {
	if h.unit == "" {
		return h.start
	}
	return h.start + strings.Repeat(h.unit, (size-len(h.start))/len(h.unit))
}

func hostileMails() []hostileMail {
	const (
		header = "From: a@b.example\n"
		plain  = header + "\n"
		html   = header + "Content-Type: text/html\n\n"
		qp     = header + "Content-Transfer-Encoding: quoted-printable\n\n"
	)
	return []hostileMail{
		{"one line", plain, "a"},
		{"one line of words", plain, "ord "},
		{"one line of letters", plain, "å"},
		{"one line of conditions", plain, "så om "},
		{"short lines", plain, "a\n"},
		{"quote signs", plain, ">"},
		{"quoted lines", plain, "> a\n"},
		{"carriage returns", plain, "\r"},
		{"line feeds", plain, "\n"},
		{"items", plain, "1. a\n"},
		{"flowed", header + "Content-Type: text/plain; format=flowed\n\n", "a \n"},
		{"control characters", plain, "a\x01b\n\u00ad"},
		{"bytes of no charset", plain, "\xe5\xe4\xf6 "},
		{"combining marks", plain, "\u0301\u0316"},
		{"UTF-7", header + "Content-Type: text/plain; charset=utf-7\n\n", "+AOU-"},
		{"angle brackets", html, "<"},
		{"tags", html, "<b>"},
		{"deep elements", html, "<div>"},
		{"many elements", html, "<div></div>"},
		{"deep tables", html, "<table><tr><td>"},
		{"stray cells", html, "<table><tr>a"},
		{"list items", html + "<ol>", "<li>a"},
		{"deep lists", html, "<ul><li>"},
		{"attributes", html + "<p ", "a=b "},
		{"entities", html, "&amp"},
		{"comments", html, "<!---->"},
		{"style sheet", html + "<style>", "p{margin:0}"},
		{"quoting elements", html, "<blockquote type=cite>a"},
		{"line breaks", html, "<br>"},
		{"formatting", html + manyTags("font", 400), "<p>x"},
		{"quoted-printable", qp, "=41"},
		{"soft breaks", qp, "=\n"},
		{"soft breaks that are none", qp, "=          "},
		{"base64", header + "Content-Transfer-Encoding: base64\n\n", "QUFB"},
		{"base64 and other", header + "Content-Transfer-Encoding: base64\n\n", "QUFB*"},
		{"encoded words", header + "Subject: ", "=?"},
		{"open encoded words", header + "Subject: ", "=?a?q?"},
		{"recipients", header + "To: ", "Eva <e@b.example>,\n "},
		{"senders", "From: ", "<a@,"},
		{"fields", header, "A:\n"},
		{"content type", header + "Content-Type: text/plain", "; a=b"},
		{"dates", header + "Date: ", "("},
		{"parts", header + "Content-Type: multipart/mixed; boundary=x\n\n", "--x\n\na\n"},
		{"parts inside one another", header + nestedParts(10_000), ""},
		{"lines like all boundaries", header + likeBoundaries(30), "--" + strings.Repeat("x", 31) + "\n"},
		{"mails inside one another", header, "Content-Type: message/rfc822\n\n"},
		{"boundary of dashes", header + "Content-Type: multipart/mixed; boundary=\"" + strings.Repeat("-", 200) + "\"\n\n", "-"},
		{"lines that are no boundary", header + "Content-Type: multipart/mixed\n\n", "--a\n"},
	}
}

// nestedParts is a multipart in a multipart and so on.
func nestedParts(depth int) string {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	return b.String() + "\nTeams"
}

// likeBoundaries are multiparts inside one another of which each boundary
// begins the next.
func likeBoundaries(depth int) string {
	var b strings.Builder
	for i := range depth {
		boundary := strings.Repeat("x", i+1)
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=%s\n\n--%s\n", boundary, boundary)
	}
	return b.String() + "\n"
}

// TestHostileMemory bounds what the worst mails allocate in all, which bounds
// the time as well.
func TestHostileMemory(t *testing.T) {
	const size = 1 << 20
	for _, h := range hostileMails() {
		if got, most := allocated(t, h.mail(size)), mostAllocated(size); got > most {
			t.Errorf("%s: %d MB allocated, want %d at most", h.name, got>>20, most>>20)
		}
	}
}

// mostAllocated bounds the bytes that a mail of a size may allocate: some times
// its size, and what the most lines and elements that are read take.
func mostAllocated(size int) int { return 6*size + 160<<20 }

// allocated is the number of bytes that reading a mail allocates in all.
func allocated(t *testing.T, raw string) int {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Parse(strings.NewReader(raw), Limits{}); err != nil && !errors.Is(err, ErrUnreadable) {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// BenchmarkHostile reads the worst mails of the greatest size allowed. None
// should take a second or allocate ten times its size.
func BenchmarkHostile(b *testing.B) {
	const size = 25 << 20
	for _, h := range hostileMails() {
		b.Run(h.name, func(b *testing.B) {
			raw := h.mail(size)
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				if m, err := Parse(strings.NewReader(raw), Limits{}); m == nil {
					b.Fatal(err)
				}
			}
		})
	}
}
