package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// The age of a poll grows with the time, and a condition begins to hold when it is
// above the limit.
func TestStatusPollAge(t *testing.T) {
	server := mailboxtest.NewFake(t)
	server.Fill(1, map[uint32]string{1: fmt.Sprintf(pollMail, 1)})
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", "hemligt")
	config := filepath.Join(t.TempDir(), "onskemal.toml")
	text := fmt.Sprintf("[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", server.Addr)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	polled := time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC)
	if status, messages := at(t, polled, "--config", config, "poll"); status != exitOK {
		t.Fatal(status, messages)
	}
	for _, test := range []struct {
		after  time.Duration
		status int
		says   string
	}{
		{0, exitOK, ""},
		{time.Hour, exitOK, ""},
		{time.Hour + time.Second, exitCondition, "onskemal: poll-age>1h: 1h0m1s since the last good poll of every mailbox\n"},
		{200 * 365 * 24 * time.Hour, exitCondition, "onskemal: poll-age>1h: "},
		{-time.Hour, exitOK, ""}, // doctor tells of a clock that is behind
	} {
		status, messages := at(t, polled.Add(test.after), "--config", config, "status", "--fail-if", "poll-age>1h")
		if status != test.status || !strings.HasPrefix(messages, test.says) || test.says == "" && messages != "" {
			t.Errorf("after %v: exit status %d, %q; want %d, %q", test.after, status, messages, test.status, test.says)
		}
	}
}
