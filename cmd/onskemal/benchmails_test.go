package main

import (
	"bytes"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// benchMails is a large mailbox, made of the project's sample mails: each mail is
// one of them with another sender, day, Message-ID and, in part, other words. The
// same numbers give the same mails, and no two are alike.
type benchMails struct {
	samples [][]byte
	mails   int
	every   int // one in so many has the subject; 1 for all
}

func newBenchMails(t *testing.T, mails, every int) benchMails {
	t.Helper()
	names, err := filepath.Glob("../../testdata/m*/*.eml")
	if err != nil || len(names) < 300 {
		t.Fatalf("%d sample mails, %v", len(names), err)
	}
	m := benchMails{mails: mails, every: every}
	for _, name := range names {
		sample, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m.samples = append(m.samples, sample)
	}
	return m
}

// matching is how many have the subject.
func (m benchMails) matching() int { return (m.mails + m.every - 1) / m.every }

// all yields the mails by file name, in the order of their names.
func (m benchMails) all() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for n := range m.mails {
			if !yield(m.name(n), m.mail(n)) {
				return
			}
		}
	}
}

func (m benchMails) name(n int) string { return fmt.Sprintf("%010d.mail", n) }

// maildir writes the mails to a new Maildir.
func (m benchMails) maildir(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, sub := range []string{"cur", "new", "tmp"} {
		if err := os.Mkdir(filepath.Join(folder, sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for name, mail := range m.all() {
		if err := os.WriteFile(filepath.Join(folder, "new", name), mail, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// benchSubjects all say "Önskemål".
var benchSubjects = []string{
	"=?utf-8?Q?=C3=96nskem=C3=A5l?=", "=?utf-8?B?w5Zuc2tlbcOlbA==?=", "=?iso-8859-1?Q?=D6nskem=E5l?=",
	"=?windows-1252?B?1m5za2Vt5Ww=?=", "Sv: =?UTF-8?Q?=C3=96nskem=C3=A5l?=",
}

// benchWords are exchanged for one another, row by row.
var benchWords = [][]string{
	{"Teams", "Skype", "Slack", "Padlet"},
	{"Excel", "Canva", "PowerPoint"},
	{"Facebook", "Instagram", "YouTube", "TikTok"},
	{"ChatGPT", "Copilot", "Gemini"},
	{"GDPR", "DigComp", "BankID"},
}

func (m benchMails) mail(n int) []byte {
	random := rand.New(rand.NewPCG(8, uint64(n)))
	header, body, _ := bytes.Cut(m.samples[random.IntN(len(m.samples))], []byte("\r\n\r\n"))
	subject := "Nyhetsbrev"
	if n%m.every == 0 {
		subject = benchSubjects[random.IntN(len(benchSubjects))]
	}
	sent := time.Date(2024, 11, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(random.IntN(2*365*24*60)) * time.Minute).Format(time.RFC1123Z)
	person, workplace := random.IntN(m.mails), random.IntN(290)
	var mail bytes.Buffer
	fmt.Fprintf(&mail, "Received: from mail.kommun%d.example by mx.digiteket.example;\r\n\t%s\r\n", workplace, sent)
	for field := range fields(header) {
		if name, _, _ := strings.Cut(field, ":"); !replacedFields[strings.ToLower(name)] {
			mail.WriteString(field)
		}
	}
	fmt.Fprintf(&mail, "From: Person <p%d@kommun%d.example>\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <%d@kommun%[2]d.example>\r\n\r\n",
		person, workplace, subject, sent, n)
	exchanged := make([]string, 0, 40)
	for _, row := range benchWords {
		by := random.IntN(len(row))
		for i, word := range row {
			exchanged = append(exchanged, word, row[(i+by)%len(row)])
		}
	}
	strings.NewReplacer(exchanged...).WriteString(&mail, string(body))
	return mail.Bytes()
}

var replacedFields = map[string]bool{"from": true, "subject": true, "date": true, "message-id": true}

// fields yields the fields of a header, each with its line ends and folded lines.
func fields(header []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		field := ""
		for line := range strings.Lines(string(header) + "\r\n") {
			if folded := strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t"); !folded && field != "" {
				if !yield(field) {
					return
				}
				field = ""
			}
			field += line
		}
		yield(field)
	}
}

// hostileMail is a mail made to take time: a start, and what is repeated below it.
type hostileMail struct{ name, start, unit string }

// mail is the mail, at most size bytes long and at most as long as one may be.
func (h hostileMail) mail(size int) []byte {
	size = min(size, 25<<20)
	return []byte(h.start + strings.Repeat(h.unit, max(0, size-len(h.start))/len(h.unit)))
}

// hostileMails are those that took longest of their kind.
func hostileMails() []hostileMail {
	const (
		header = "From: a@b.example\r\nSubject: =?utf-8?Q?=C3=96nskem=C3=A5l?=\r\n"
		plain  = header + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
		html   = header + "Content-Type: text/html; charset=utf-8\r\n\r\n"
	)
	return []hostileMail{
		{"one line of topics", plain, "Teams, Excel och GDPR, "},
		{"a list of topics", plain, "- Teams och källkritik\r\n"},
		{"paragraphs of wishes", plain, "Jag vill lära mig Teams.\r\n\r\n"},
		{"answers between quotes", plain, "> Vad vill du?\r\nTeams\r\n"},
		{"table cells", html, "<table><tr><td>Teams<td>1"},
		{"list items", html + "<ol>", "<li>Teams"},
		{"deep elements", html, "<div>"},
		{"parts", header + "Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x\r\n\r\nTeams\r\n"},
		{"attached mails", header + "Content-Type: multipart/mixed; boundary=x\r\n\r\n", "--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nTeams\r\n"},
		{"recipients", header + "To: ", "Eva <e@b.example>,\r\n "},
	}
}
