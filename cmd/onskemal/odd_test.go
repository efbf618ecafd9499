package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

const oddBody = "\n\n1. Poddar om ämne%02d\n"

// oddSubjects are subject fields as they stand in mails, and whether the mail is
// meant for us.
var oddSubjects = []struct {
	field string
	ours  bool
}{
	{"Subject: =?UTF-8?B?w5Zuc2tlbcOlbA==?=", true},
	{"Subject: =?UTF-8?Q?=C3=96nskem=C3=A5l?=", true},
	{"Subject: =?utf-8?q?=c3=96nskem=c3=a5l?=", true},
	{"Subject: =?iso-8859-1?Q?=D6nskem=E5l?=", true},
	{"Subject: =?windows-1252?Q?=D6nskem=E5l?=", true},
	{"Subject: =?iso-8859-15?B?1m5za2Vt5Ww=?=", true},
	{"Subject: =?macintosh?Q?=85nskem=8Cl?=", true},
	{"Subject: =?unknown-8bit?Q?=D6nskem=E5l?=", true},
	{"Subject: =?x-okand?Q?=C3=96nskem=C3=A5l?=", true},
	{"Subject: =?UTF-8?Q?=C3=96nsk?=\n =?UTF-8?Q?em=C3=A5l?=", true},
	{"Subject: =?UTF-8?Q?=C3?= =?UTF-8?Q?=96nskem=C3=A5l?=", true},
	{"Subject: =?UTF-8?Q?=C3=96nsk?==?UTF-8?Q?em=C3=A5l?=", true},
	{"Subject: \"=?UTF-8?Q?=C3=96nskem=C3=A5l?=\"", true},
	{"Subject: =?UTF-8?Q?=C3=96nskem=C3=A5l fr=C3=A5n Ekby?=", true},
	{"Subject: SV: Re: =?UTF-8?Q?=C3=96nskem=C3=A5l?=", true},
	{"Subject:\n =?UTF-8?Q?=C3=96NSKEM=C3=85L?=", true},
	{"Subject: Sv:\n\tÖnskemål", true},
	{"Subject: Önskemål", true},
	{"Subject: " + norm.NFD.String("Önskemål"), true},
	{"Subject: \xd6nskem\xe5l", true},
	{"Subject: Ã–nskemÃ¥l", true},
	{"Subject: &Ouml;nskem&aring;l", true},
	{"Subject: Onskemal", true},
	{"SUBJECT: Önskemål", true},
	{"subject:Önskemål", true},
	{"Subject: Önskemål\nSubject: =?UTF-8?Q?=C3=96nskem=C3=A5l?=", true},
	{"Subject: Önskemål" + strings.Repeat(" från oss", 900), true},
	{"Subject: Digiteket behöver er hjälp!", false},
	{"Subject: Önskelista", false},
	{"Subject:", false},
	{"X-Subject: Önskemål", false},
}

// spoiltSubjects are those of which a server keeps too little, by its name: Cyrus
// puts X for each 8-bit byte of a header (munge8bit, its default). We know
// Önskemål without its two letters, but not without more.
var spoiltSubjects = map[string][]string{
	"Cyrus": {"Subject: " + norm.NFD.String("Önskemål"), "Subject: Ã–nskemÃ¥l"},
}

func TestOddSubjects(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		var ours []int
		for n, subject := range oddSubjects {
			server.Add(fmt.Sprintf("%02d.mail", n), fmt.Appendf(nil, "From: a@nykulla.example\n"+subject.field+oddBody, n))
			if subject.ours && !slices.Contains(spoiltSubjects[server.Name], subject.field) {
				ours = append(ours, n)
			}
		}
		p := newPoller(t, server)
		p.finish(t)
		checkWishes(t, p, ours...)
	})
}

// oddMails are mails, without their last wish, that some server, library or
// program is known to stumble over.
var oddMails = map[string]string{
	"no date, no ID":          "From: a@nykulla.example\nSubject: Önskemål",
	"bad date":                "From: a@nykulla.example\nDate: igår kväll\nSubject: Önskemål",
	"date to come":            "From: a@nykulla.example\nDate: Fri, 31 Dec 9999 23:59:60 +9999\nSubject: Önskemål",
	"no sender":               "Subject: Önskemål",
	"empty sender":            "From:\nSubject: Önskemål",
	"sender without address":  "From: Åsa på biblioteket\nSubject: Önskemål",
	"8-bit sender":            "From: \xc5sa \xd6berg <asa@nykulla.example>\nSubject: Önskemål",
	"two senders":             "From: a@nykulla.example, b@nykulla.example\nFrom: c@nykulla.example\nSubject: Önskemål",
	"group as sender":         "From: Biblioteken: a@nykulla.example, b@nykulla.example;\nSubject: Önskemål",
	"ID of rubbish":           "From: a@nykulla.example\nMessage-ID: <<>@ å\x01>\nSubject: Önskemål",
	"2,000 recipients":        "From: a@nykulla.example\nTo: " + strings.Repeat("<b@nykulla.example>,\n ", 2000) + "<c@nykulla.example>\nSubject: Önskemål",
	"line that is no field":   "From: a@nykulla.example\nhär står något annat\nSubject: Önskemål",
	"line of a mailbox file":  ">From a@nykulla.example Mon Jan  1 00:00:00 2026\nFrom: a@nykulla.example\nSubject: Önskemål",
	"field of 100 kB":         "From: a@nykulla.example\nX-Spam: " + strings.Repeat("x", 100_000) + "\nSubject: Önskemål",
	"1,000 fields":            "From: a@nykulla.example\n" + strings.Repeat("Received: from x by y\n", 1000) + "Subject: Önskemål",
	"8-bit parameter":         "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: text/plain; name=\xf6nskem\xe5l.txt; charset=utf-8",
	"type of rubbish":         "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: ;;=;text",
	"unknown character set":   "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: text/plain; charset=okänd",
	"unknown encoding":        "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: x-zip",
	"no boundary":             "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: multipart/mixed",
	"boundary that never was": "From: a@nykulla.example\nSubject: Önskemål\nContent-Type: multipart/mixed; boundary=nej",
	"control characters":      "From: a@nykulla.example\nSubject: Önskemål\n\nHej!\x1b[31m\x07\x7f\nVi vill lära oss:",
	"zero bytes":              "From: a@nykulla.example\nSubject: Önskemål\n\nHej!\x00\x00\nVi vill lära oss:",
	"bare carriage returns":   "From: a@nykulla.example\nSubject: Önskemål\n\nHej!\rVi vill lära oss:",
	"line of 1 MB":            "From: a@nykulla.example\nSubject: Önskemål\n\nVi vill lära oss:\n\n" + strings.Repeat("-", 1_000_000),
	"parts in parts":          "From: a@nykulla.example\nSubject: Önskemål" + deep(25) + "\nContent-Type: text/plain; charset=utf-8",
}

// deep nests so many parts of a mail in each other.
func deep(depth int) string {
	var nested strings.Builder
	for n := range depth {
		fmt.Fprintf(&nested, "\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%[1]d", n)
	}
	return nested.String()
}

// refusedMails are those that a server does not take, by its name, and its words.
var refusedMails = map[string]map[string]string{
	"Cyrus": {
		"line that is no field":  "NO Message contains invalid header",
		"line of a mailbox file": "NO Message contains invalid header",
		"zero bytes":             "NO Message contains NUL characters",
	},
}

func TestOddMails(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		var taken []int
		for n, name := range slices.Sorted(maps.Keys(oddMails)) {
			refusal := ""
			if err := server.Offer(fmt.Sprintf("%02d.mail", n), fmt.Appendf(nil, oddMails[name]+oddBody, n)); err != nil {
				refusal = err.Error()
			} else {
				taken = append(taken, n)
			}
			if want := refusedMails[server.Name][name]; refusal != want {
				t.Errorf("%s: refused with %q, want %q", name, refusal, want)
			}
		}
		server.Add("hostile.mail", []byte("From: a@nykulla.example\nSubject: Önskemål"+deep(150)+"\n\n1. Poddar\n"))

		p := newPoller(t, server)
		cmd := p.start(t)
		cmd.Wait()
		quarantined := fmt.Sprintf("onskemal: 1 of %d mails could not be read and wait in quarantine; 'onskemal report' lists them\n", len(taken)+1)
		if status := cmd.ProcessState.ExitCode(); status != exitQuarantined || fmt.Sprint(cmd.Stderr) != quarantined {
			t.Errorf("exit status %d, %q", status, cmd.Stderr)
		}
		checkWishes(t, p, taken...)
	})
}
