package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

// buffer may be read while it is written.
type buffer struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// startWatch runs a watch in the background. end interrupts it, as SIGTERM
// does, and returns its exit status.
func startWatch(t *testing.T, config string, args ...string) (messages *buffer, end func() int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "onskemal.toml")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	messages = &buffer{}
	status := make(chan int, 1)
	go func() {
		env := environment{in: strings.NewReader(""), out: &buffer{}, err: messages, now: time.Now}
		status <- run(ctx, append([]string{"--config", file, "poll", "--watch"}, args...), env)
	}()
	stopped := false
	end = func() int {
		cancel()
		stopped = true
		return <-status
	}
	t.Cleanup(func() {
		if !stopped {
			end()
		}
	})
	return messages, end
}

// wishesIn waits until the database holds as many wishes as wanted.
func wishesIn(t *testing.T, db string, want int) {
	t.Helper()
	got := int64(-1)
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		s, err := store.OpenExisting(t.Context(), db)
		if err != nil {
			continue // not there yet, or being made
		}
		status, err := s.Status(t.Context())
		s.Close()
		if got = status.Wishes; err == nil && got == int64(want) {
			return
		}
	}
	t.Fatalf("%d wishes in the database, want %d", got, want)
}

// A mail that a real server announces is in the database soon, long before the
// interval is over; the end of the service is no error.
func TestWatchDovecot(t *testing.T) {
	server := mailboxtest.Dovecot(t, map[string][]byte{"1.mail": fmt.Appendf(nil, pollMail, 1)})
	db := filepath.Join(t.TempDir(), "onskemal.db")
	config := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = %q\n", db, server.Addr, server.User)
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", server.Password)
	manager := newManager(t)
	t.Setenv("WATCHDOG_USEC", "200000")
	messages, end := startWatch(t, config, "--every", "1h")
	wishesIn(t, db, 1)
	for n := 2; n < 5; n++ {
		server.Add(fmt.Sprintf("%d.mail", n), fmt.Appendf(nil, pollMail, n))
		wishesIn(t, db, n)
	}
	manager.hears(t, "READY=1")
	manager.hears(t, "WATCHDOG=1")
	if status := end(); status != exitOK || messages.String() != "" {
		t.Errorf("exit status %d, messages %q", status, messages)
	}
	manager.hears(t, "STOPPING=1")
}

// manager is a service manager that listens.
type manager struct{ heard buffer }

func newManager(t *testing.T) *manager {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notify")
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	t.Setenv("NOTIFY_SOCKET", path)
	m := &manager{}
	go func() {
		text := make([]byte, 100)
		for {
			n, err := conn.Read(text)
			if err != nil {
				return
			}
			fmt.Fprintf(&m.heard, "%s\n", text[:n])
		}
	}()
	return m
}

// hears waits for a message.
func (m *manager) hears(t *testing.T, want string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !strings.Contains(m.heard.String(), want+"\n"); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s not heard, but %q", want, m.heard.String())
		}
	}
}

// What a server announces is looked for also where it says, of the folder that is
// opened to fetch it, that all is as it was.
func TestWatchAnnounced(t *testing.T) {
	server := newPollFake(t)
	server.Listened()
	server.Claim(4, "UIDNEXT 5")
	db := filepath.Join(t.TempDir(), "onskemal.db")
	config := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", db, server.Addr)
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", "hemligt")
	messages, end := startWatch(t, config, "--every", "1h")
	wishesIn(t, db, 4)
	mails := make(map[uint32]string)
	for uid := range uint32(6) {
		mails[uid+1] = fmt.Sprintf(pollMail, uid)
	}
	server.Fill(1, mails)
	server.Announce()
	wishesIn(t, db, 6)
	if status := end(); status != exitOK || messages.String() != "" {
		t.Errorf("exit status %d, messages %q", status, messages)
	}
}

// A server that announces nothing is asked at intervals, and one that breaks
// the connection is told of once.
func TestWatchAtIntervals(t *testing.T) {
	server := newPollFake(t)
	db := filepath.Join(t.TempDir(), "onskemal.db")
	config := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", db, server.Addr)
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", "hemligt")
	server.Spoil(mailboxtest.Body, 2, "$ NO [SERVERBUG] Internal error")
	messages, end := startWatch(t, config, "--every", "1s")
	wishesIn(t, db, 3)
	server.Heal()
	wishesIn(t, db, 4)
	mails := make(map[uint32]string)
	for uid := range uint32(6) {
		mails[uid+1] = fmt.Sprintf(pollMail, uid)
	}
	server.Fill(1, mails)
	wishesIn(t, db, 6)
	if status := end(); status != exitOK {
		t.Errorf("exit status %d", status)
	}
	if got, want := messages.String(), "onskemal: mailbox \"kontakt\": 1 mails not sent by the server; a later poll asks again\n"; got != want {
		t.Errorf("messages %q, want %q", got, want)
	}
}

// An interval that would besiege a server is refused.
func TestWatchInterval(t *testing.T) {
	status, _, stderr := pollFake(t, t.Context(), newPollFake(t), "poll", "--watch", "--every", "10ms")
	if status != exitUsage || !strings.Contains(stderr, "--every") {
		t.Errorf("exit status %d, %q", status, stderr)
	}
}
