package mailbox_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

func TestRedial(t *testing.T) {
	for name, answer := range map[string]string{
		"dropped":        mailboxtest.Drop,
		"not understood": "$ UNKNOWN",
		"still good":     "$ NO",
	} {
		t.Run(name, func(t *testing.T) {
			server := mailboxtest.NewFake(t)
			server.Fill(7, map[uint32]string{10: "Subject: a\n\nb\n"})
			server.Spoil(mailboxtest.Body, 10, answer)
			c := dial(t, mailbox.Account{Host: server.Addr, TLS: mailbox.NoTLS, User: "kontakt", Password: password("hemligt")})
			examine(t, c)
			if _, err := c.Message(10, 100); err == nil {
				t.Fatal("the server was to fail")
			}
			server.Heal()
			trips := c.Trips()
			if err := c.Redial(); err != nil {
				t.Fatal(err)
			}
			if got := c.Trips() - trips; got != 1 {
				t.Errorf("%d round trips, want 1", got)
			}
			examine(t, c)
			if raw, err := c.Message(10, 100); err != nil || string(raw) != "Subject: a\r\n\r\nb\r\n" {
				t.Errorf("Message = %q, %v", raw, err)
			}
			if got := listUIDs(t, c); !slices.Equal(got, []uint32{10}) {
				t.Errorf("UIDs %v", got)
			}
		})
	}
}

// A client whose Redial failed stays lost, and may still be closed.
func TestRedialFails(t *testing.T) {
	server := script{"EXAMINE": "END"}.serve(t)
	ctx, cancel := context.WithCancel(t.Context())
	c, err := mailbox.Dial(ctx, server.account)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Examine("INBOX"); !errors.Is(err, mailbox.ErrUnreachable) {
		t.Errorf("Examine = %v", err)
	}
	cancel()
	if err := c.Redial(); !errors.Is(err, context.Canceled) {
		t.Errorf("Redial = %v", err)
	}
	if _, err := c.UIDs(); err == nil {
		t.Error("UIDs without a connection")
	}
	c.Close()
}
