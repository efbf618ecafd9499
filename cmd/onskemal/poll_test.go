package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

const pollMail = "From: a%d@nykulla.example\nSubject: Önskemål\n\n1. Teams\n"

// pollFake runs a command with a configuration of one mailbox, which is the fake.
func pollFake(t *testing.T, ctx context.Context, server *mailboxtest.Fake, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", "hemligt")
	t.Chdir(t.TempDir())
	config := filepath.Join(t.TempDir(), "onskemal.toml")
	text := fmt.Sprintf("[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", server.Addr)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, messages bytes.Buffer
	env := environment{in: strings.NewReader(""), out: &out, err: &messages, now: time.Now}
	status = run(ctx, append([]string{"--config", config}, args...), env)
	return status, out.String(), messages.String()
}

func newPollFake(t *testing.T) *mailboxtest.Fake {
	t.Helper()
	mails := make(map[uint32]string)
	for uid := range uint32(4) {
		mails[uid+1] = fmt.Sprintf(pollMail, uid)
	}
	server := mailboxtest.NewFake(t)
	server.Fill(1, mails)
	return server
}

// Whatever keeps a mail from being fetched, the others are stored, and cron is
// told once.
func TestPollNotSent(t *testing.T) {
	server := newPollFake(t)
	server.Spoil(mailboxtest.Body, 2, "$ NO [SERVERBUG] Internal error")
	server.Spoil(mailboxtest.Body, 3, mailboxtest.Drop)
	status, stdout, stderr := pollFake(t, t.Context(), server, "poll")
	const want = "onskemal: mailbox \"kontakt\": 2 mails not sent by the server; a later poll asks again\n"
	if status != exitUnreachable || stdout != "" || stderr != want {
		t.Errorf("exit status %d, %q, %q", status, stdout, stderr)
	}
}

// Somebody who stops a poll needs no explanation of what broke.
func TestPollInterrupted(t *testing.T) {
	for _, at := range []string{"LOGIN", "EXAMINE", "UID FETCH 1:4", "UID FETCH 1:4 (UID BODY"} {
		t.Run(at, func(t *testing.T) {
			server := newPollFake(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			server.Notice(func(command string) {
				if strings.HasPrefix(command, at) {
					cancel()
				}
			})
			status, stdout, stderr := pollFake(t, ctx, server, "poll")
			if status != exitError || stdout != "" || stderr != "onskemal: interrupted\n" {
				t.Errorf("exit status %d, %q, %q", status, stdout, stderr)
			}
		})
	}
}

// The status tells of each mailbox how its last poll went, what was done with
// its mails and why some are missing.
func TestStatusOfMailbox(t *testing.T) {
	server := newPollFake(t)
	server.Spoil(mailboxtest.Header, 1, "Subject: Fika\r\n\r\n")
	server.Spoil(mailboxtest.Body, 2, "$ NO [SERVERBUG] Internal error")
	server.Spoil(mailboxtest.Body, 4, "Subject: Önskemål\r\nContent-Type: application/pkcs7-mime\r\n\r\nx\r\n")
	db := filepath.Join(t.TempDir(), "o.db")
	for range 2 {
		if status, _, stderr := pollFake(t, t.Context(), server, "--db", db, "poll"); status != exitUnreachable {
			t.Errorf("exit status %d, %q", status, stderr)
		}
	}
	_, text, _ := pollFake(t, t.Context(), server, "--db", db, "status")
	text = regexp.MustCompile(`20\d\d-\S+Z`).ReplaceAllString(text, "TIME")
	for _, want := range []string{
		"mailbox      kontakt, folder INBOX: last good poll never, 3 mails in the ledger (1 other-subject, 1 quarantined, 1 stored)\n" +
			"             last poll TIME failed: 1 mails not sent by the server; a later poll asks again\n" +
			"             1 mails not sent by the server, 0 of them so often that only a weekly poll asks again\n" +
			"               UID 2, asked for 2 times, next after TIME: " + server.Addr + ": fetch UID 2: not sent by the server: the server says \"NO [SERVERBUG] Internal error\"\n",
		"quarantine   1\n" +
			"             1 mejlet har ingen läsbar text (encrypted or signed (S/MIME))\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("status\n%s\nlacks\n%s", text, want)
		}
	}
	_, text, _ = pollFake(t, t.Context(), server, "--db", db, "status", "--json")
	var told statusReport
	if err := json.Unmarshal([]byte(text), &told); err != nil || len(told.Mailboxes) != 1 {
		t.Fatalf("%v: %s", err, text)
	}
	box := told.Mailboxes[0]
	if box.Failing != 1 || box.Poison != 0 || len(box.Failures) != 1 || box.Failures[0].UID != 2 || box.Failures[0].Attempts != 2 ||
		!strings.Contains(box.Failures[0].Error, "SERVERBUG") || box.Verdicts["quarantined"] != 1 || told.Quarantine != 1 {
		t.Errorf("status %s", text)
	}
}
