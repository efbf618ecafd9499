package mailbox_test

import (
	"bytes"
	"io"
	"log"
	"net"
	"testing"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// TestMemoryServer reads from go-imap's server in memory, which sets \Seen on
// everything that is not fetched with PEEK, even after EXAMINE.
func TestMemoryServer(t *testing.T) {
	user := imapmemserver.NewUser("kontakt", "hemligt")
	if err := user.Create("INBOX", nil); err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		if _, err := user.Append("INBOX", literal{bytes.NewReader(crlf(mail(n)))}, &imap.AppendOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	c := dial(t, mailbox.Account{Host: serveMemory(t, user), TLS: mailbox.NoTLS, User: "kontakt", Password: password("hemligt")})
	examine(t, c)
	uids := listUIDs(t, c)
	if len(uids) != 3 {
		t.Fatalf("UIDs %v, want 3", uids)
	}
	headers := 0
	err := c.Headers(uids, func(h mailbox.Header) error {
		if want := field(mail(headers), "Subject"); field(h.Raw, "Subject") != want {
			t.Errorf("header %q, want subject %q", h.Raw, want)
		}
		headers++
		return nil
	})
	if err != nil || headers != 3 {
		t.Errorf("%d headers, %v", headers, err)
	}
	raw, err := c.Message(uids[2], 1<<20)
	if err != nil || !bytes.Equal(raw, crlf(mail(2))) {
		t.Errorf("Message = %q, %v", raw, err)
	}
	status, err := user.Status("INBOX", &imap.StatusOptions{NumUnseen: true})
	if err != nil || *status.NumUnseen != 3 {
		t.Errorf("%d messages unseen, want 3 (%v)", *status.NumUnseen, err)
	}
}

type literal struct{ *bytes.Reader }

func serveMemory(t *testing.T, user *imapmemserver.User) (addr string) {
	t.Helper()
	memory := imapmemserver.New()
	memory.AddUser(user)
	server := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapIMAP4rev2: {}},
		InsecureAuth: true,
		Logger:       log.New(io.Discard, "", 0), // it complains of clients that log out
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return l.Addr().String()
}
