package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
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
	for _, at := range []string{"LOGIN", "EXAMINE", "UID FETCH 1:4", "UID FETCH 2 "} {
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
