package mailbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

func TestReadMailbox(t *testing.T) {
	const total = 1200
	mails := map[string][]byte{}
	for n := range total {
		mails[fileName(n)] = mail(n)
	}
	server := mailboxtest.Dovecot(t, mails)
	c := dial(t, account(server))
	validity := examine(t, c)

	uids := listUIDs(t, c)
	if len(uids) != total || !slices.IsSorted(uids) {
		t.Fatalf("%d UIDs, want %d in order", len(uids), total)
	}

	trips := c.Trips()
	subjects := map[string]uint32{}
	err := c.Headers(uids, func(h mailbox.Header) error {
		subjects[field(h.Raw, "Subject")] = h.UID
		if h.Size == 0 || h.InternalDate.IsZero() || field(h.Raw, "To") != "" {
			t.Errorf("header %+v", h)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(subjects) != total {
		t.Errorf("%d subjects, want %d", len(subjects), total)
	}
	if trips = c.Trips() - trips; trips != 3 {
		t.Errorf("%d round trips for %d headers, want 3", trips, total)
	}

	uid := subjects[field(mail(7), "Subject")]
	size := int64(len(crlf(mail(7))))
	raw, err := c.Message(uid, size)
	if err != nil || !bytes.Equal(raw, crlf(mail(7))) {
		t.Errorf("message of the limit's size: %q, %v", raw, err)
	}
	if raw, err = c.Message(uid, size-1); !errors.Is(err, mailbox.ErrTooLarge) || int64(len(raw)) != size {
		t.Errorf("message one byte over the limit: %q, %v", raw, err)
	}
	if raw, err = c.Message(uids[total-1]+1, 1<<20); !errors.Is(err, mailbox.ErrNotFetched) {
		t.Errorf("message that does not exist: %q, %v", raw, err)
	}

	server.Add(fileName(total), mail(total))
	c.Close()
	c = dial(t, account(server))
	if again := examine(t, c); again != validity {
		t.Errorf("UIDVALIDITY %d, was %d", again, validity)
	}
	if later := listUIDs(t, c); len(later) != total+1 || !slices.Equal(later[:total], uids) {
		t.Errorf("%d UIDs after one more mail arrived", len(later))
	}
	c.Close()
	checkUnflagged(t, server, total+1)
}

// checkUnflagged checks that all mails are still there and that none has a flag,
// which a Maildir keeps at the end of file names.
func checkUnflagged(t *testing.T, server *mailboxtest.Server, want int) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(server.Maildir, "[cn]*", "*.mail*"))
	if err != nil || len(files) != want {
		t.Errorf("%d mails in the Maildir, want %d (%v)", len(files), want, err)
	}
	for _, file := range files {
		if _, flags, _ := strings.Cut(filepath.Base(file), ":2,"); flags != "" {
			t.Errorf("%s has got flags", file)
		}
	}
}

func TestYieldStops(t *testing.T) {
	server := mailboxtest.Dovecot(t, map[string][]byte{fileName(1): mail(1), fileName(2): mail(2)})
	c := dial(t, account(server))
	examine(t, c)
	uids := listUIDs(t, c)

	enough := errors.New("enough")
	err := c.Headers(uids, func(mailbox.Header) error { return enough })
	if !errors.Is(err, enough) {
		t.Errorf("Headers = %v, want the error of yield", err)
	}
	yielded := 0
	err = c.Headers(uids, func(h mailbox.Header) error {
		yielded++
		_, err := c.Message(h.UID, 1<<20)
		return err
	})
	if err != nil || yielded != 2 {
		t.Errorf("message fetched for %d headers out of 2, %v", yielded, err)
	}
}

func TestDial(t *testing.T) {
	server := mailboxtest.Dovecot(t, nil)
	plain := account(server)
	implicit, startTLS := plain, plain
	implicit.TLS, implicit.Host, implicit.CAFile = mailbox.ImplicitTLS, server.TLSAddr, server.CAFile
	startTLS.TLS, startTLS.CAFile = mailbox.StartTLS, server.CAFile

	t.Run("plain", func(t *testing.T) { examine(t, dial(t, plain)) })
	t.Run("implicit", func(t *testing.T) { examine(t, dial(t, implicit)) })
	t.Run("implicit is the default", func(t *testing.T) { implicit := implicit; implicit.TLS = ""; examine(t, dial(t, implicit)) })
	t.Run("starttls", func(t *testing.T) { examine(t, dial(t, startTLS)) })

	_, port, _ := net.SplitHostPort(server.TLSAddr)
	with := func(a mailbox.Account, change func(*mailbox.Account)) mailbox.Account {
		change(&a)
		return a
	}
	for name, test := range map[string]struct {
		account mailbox.Account
		want    error
		says    string
	}{
		"wrong password": {
			with(implicit, func(a *mailbox.Account) { a.Password = password("fel") }),
			mailbox.ErrLoginRefused, "check user and password",
		},
		"unknown authority": {
			with(implicit, func(a *mailbox.Account) { a.CAFile = mailboxtest.CA(t) }),
			mailbox.ErrUnreachable, "set ca_file",
		},
		"unknown authority, starttls": {
			with(startTLS, func(a *mailbox.Account) { a.CAFile = "" }),
			mailbox.ErrUnreachable, "set ca_file",
		},
		"wrong name": {
			with(implicit, func(a *mailbox.Account) { a.Host = net.JoinHostPort("localhost", port) }),
			mailbox.ErrUnreachable, "set host",
		},
		"TLS at a plain port": {
			with(implicit, func(a *mailbox.Account) { a.Host = server.Addr }),
			mailbox.ErrUnreachable, `try tls = "starttls"`,
		},
		"STARTTLS at a TLS port": {
			with(startTLS, func(a *mailbox.Account) { a.Host = server.TLSAddr; a.IdleTimeout = 50 * time.Millisecond }),
			mailbox.ErrUnreachable, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := mailbox.Dial(t.Context(), test.account)
			checkRefusal(t, c, err, test.want, test.account.Host, test.says)
		})
	}
}

// checkRefusal checks that a Dial failed, with which error, and that its text
// has the given parts but never the password.
func checkRefusal(t *testing.T, c *mailbox.Client, err, want error, parts ...string) {
	t.Helper()
	if err == nil {
		c.Close()
		t.Fatalf("Dial succeeded, want %v", want)
	}
	if want != nil && !errors.Is(err, want) {
		t.Errorf("Dial: %v, want %v", err, want)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("Dial: %v, want it to say %q", err, part)
		}
	}
	if strings.Contains(err.Error(), "hemligt") {
		t.Errorf("Dial: %v: there is the password", err)
	}
}

func TestAccountMistakes(t *testing.T) {
	asked := func(context.Context) (string, error) {
		t.Error("password asked for")
		return "", nil
	}
	for name, test := range map[string]struct {
		account mailbox.Account
		says    string
	}{
		"no port":                 {mailbox.Account{Host: "imap.example.se"}, "host:port"},
		"unknown mode":            {mailbox.Account{Host: "imap.example.se:993", TLS: "ssl"}, `unknown tls "ssl"`},
		"plain off the machine":   {mailbox.Account{Host: "192.0.2.1:143", TLS: mailbox.NoTLS}, "could be read on the way"},
		"plain by name":           {mailbox.Account{Host: "localhost.example.se:143", TLS: mailbox.NoTLS}, "could be read on the way"},
		"no CA file":              {mailbox.Account{Host: "imap.example.se:993", CAFile: filepath.Join(t.TempDir(), "none.pem")}, "none.pem"},
		"no certificate in there": {mailbox.Account{Host: "imap.example.se:993", CAFile: "dovecot_test.go"}, "no PEM certificate in dovecot_test.go"},
	} {
		t.Run(name, func(t *testing.T) {
			test.account.Password = asked
			c, err := mailbox.Dial(t.Context(), test.account)
			checkRefusal(t, c, err, nil, test.says)
			if errors.Is(err, mailbox.ErrUnreachable) || errors.Is(err, mailbox.ErrLoginRefused) {
				t.Errorf("%v: looks like the server's fault", err)
			}
		})
	}
}

func TestNoFolder(t *testing.T) {
	c := dial(t, account(mailboxtest.Dovecot(t, nil)))
	_, err := c.Examine("Inbux")
	if !errors.Is(err, mailbox.ErrNoFolder) || !strings.HasSuffix(err.Error(), `"Inbux"; there are "INBOX"`) {
		t.Errorf("Examine = %v", err)
	}
	examine(t, c) // the connection is still good
}

func TestServerGone(t *testing.T) {
	server := mailboxtest.Dovecot(t, map[string][]byte{fileName(1): mail(1)})
	a := account(server)
	c := dial(t, a)
	examine(t, c)
	server.Kill()
	if _, err := c.UIDs(); !errors.Is(err, mailbox.ErrUnreachable) {
		t.Errorf("UIDs = %v, want %v", err, mailbox.ErrUnreachable)
	}
	if _, err := c.Message(1, 1<<20); !errors.Is(err, mailbox.ErrUnreachable) {
		t.Errorf("Message = %v, want %v", err, mailbox.ErrUnreachable)
	}
	again, err := mailbox.Dial(t.Context(), a)
	checkRefusal(t, again, err, mailbox.ErrUnreachable, a.Host, "check host and port")
}

// account is the server's account in clear text.
func account(s *mailboxtest.Server) mailbox.Account {
	return mailbox.Account{Host: s.Addr, TLS: mailbox.NoTLS, User: s.User, Password: password(s.Password)}
}

func password(p string) func(context.Context) (string, error) {
	return func(context.Context) (string, error) { return p, nil }
}

func dial(t *testing.T, a mailbox.Account) *mailbox.Client {
	t.Helper()
	c, err := mailbox.Dial(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func examine(t *testing.T, c *mailbox.Client) (uidValidity uint32) {
	t.Helper()
	opened, err := c.Examine("INBOX")
	if err != nil || opened.UIDValidity == 0 {
		t.Fatalf("Examine = %+v, %v", opened, err)
	}
	return opened.UIDValidity
}

func listUIDs(t *testing.T, c *mailbox.Client) []uint32 {
	t.Helper()
	uids, err := c.UIDs()
	if err != nil {
		t.Fatal(err)
	}
	return uids
}

func fileName(n int) string { return fmt.Sprintf("%04d.mail", n) }

func mail(n int) []byte {
	return fmt.Appendf(nil, `From: Anna <anna@bibliotek.example>
To: kontakt@digiteket.se
Subject: =?utf-8?q?=C3=96nskem=C3=A5l?= %[1]d
Date: Tue, 14 Apr 2020 10:12:00 +0200
Message-ID: <%[1]d@bibliotek.example>

1. GDPR
2. Sociala medier
`, n)
}

// field is the value of a header field, as sent.
func field(raw []byte, name string) string {
	for line := range strings.Lines(string(raw)) {
		if value, ok := strings.CutPrefix(line, name+": "); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func crlf(mail []byte) []byte { return bytes.ReplaceAll(mail, []byte("\n"), []byte("\r\n")) }
