package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

// Whenever a poller or its server is killed, a later poll makes the database what
// it would have been.
func TestKilled(t *testing.T) {
	const killsEach = 20
	server := mailboxtest.Dovecot(t, samplesForServer(t))
	whole := newPoller(t, server)
	whole.finish(t)
	want, length := whole.stored(t), whole.relay.Passed()

	// A kill comes after so many bytes, and tells whether it was still running.
	ways := []struct {
		name      string
		databases int
		kill      func(t *testing.T, p *poller, after int) bool
	}{
		{"poller", 10, func(t *testing.T, p *poller, after int) bool {
			cmd := p.start(t)
			p.relay.After(after, func() { cmd.Process.Kill() })
			return cmd.Wait() != nil
		}},
		{"server", 3, func(t *testing.T, p *poller, after int) bool {
			p.relay.After(after, p.relay.Cut)
			cmd := p.start(t)
			err := cmd.Wait()
			if err != nil && cmd.ProcessState.ExitCode() != exitUnreachable {
				t.Errorf("%v, %s", err, cmd.Stderr)
			}
			return err != nil
		}},
	}
	for _, way := range ways {
		for n := range way.databases {
			t.Run(fmt.Sprintf("%s/%d", way.name, n), func(t *testing.T) {
				t.Parallel()
				points := rand.New(rand.NewPCG(uint64(n), 0))
				p := newPoller(t, server)
				killed := 0
				for range killsEach {
					// What was stored is not sent again, so the polls need to be
					// short for most of them to be killed.
					if way.kill(t, p, points.IntN(length*3/2/killsEach)) {
						killed++
					}
					p.relay.Mend()
				}
				if killed < killsEach/2 {
					t.Errorf("only %d polls of %d were killed", killed, killsEach)
				}
				p.finish(t)
				if got := p.stored(t); got != want {
					t.Errorf("%s\nnot\n%s", got, want)
				}
			})
		}
	}
}

// However often an import is killed, it has stored whole batches, and the next one
// makes the database what it would have been.
func TestImportKilled(t *testing.T) {
	const kills, mails = 10, 1_000
	if _, err := os.Stat("/dev/stdin"); err != nil {
		t.Skip("the system does not name standard input as a file")
	}
	var mbox bytes.Buffer
	for n := range mails {
		fmt.Fprintf(&mbox, "From - Tue Nov 17 09:30:00 2026\nFrom: a%d@nykulla.example\nSubject: Onskemal\nX-Filler: %s\n\n1. Poddar om ämne %[1]d\n2. Koha\n\n",
			n, strings.Repeat("x", 900))
	}
	// imported tells whether an import that is killed when it has taken so many
	// bytes was killed indeed.
	imported := func(p *poller, bytes int) (killed bool) {
		t.Helper()
		cmd, in := p.fed(t, "import", "/dev/stdin")
		_, failure := in.Write(mbox.Bytes()[:min(bytes, mbox.Len())])
		if bytes <= mbox.Len() {
			cmd.Process.Kill()
		}
		in.Close()
		err := cmd.Wait()
		if err != nil && bytes > mbox.Len() {
			t.Fatalf("%v, %v, %s", err, failure, cmd.Stderr)
		}
		return err != nil
	}
	newPoller := func() *poller {
		dir := t.TempDir()
		p := &poller{config: filepath.Join(dir, "onskemal.toml"), db: filepath.Join(dir, "onskemal.db"), env: os.Environ()}
		err := os.WriteFile(p.config, fmt.Appendf(nil, "db = %q\n", p.db), 0o600)
		if err == nil {
			var empty *store.Store
			if empty, err = store.Open(t.Context(), p.db); err == nil {
				err = empty.Close()
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	whole := newPoller()
	imported(whole, mbox.Len()+1)
	if got := len(whole.wishes(t)); got != 2*mails {
		t.Fatalf("%d wishes of %d mails", got, mails)
	}

	p := newPoller()
	killed, stored := 0, 0
	for n := range kills {
		if imported(p, mbox.Len()*n/kills) {
			killed++
		}
		p.stored(t)
		now := len(p.wishes(t))
		if now < stored || now%(2*ingest.BatchSize) != 0 && now != 2*mails {
			t.Errorf("%d wishes, and %d before: not whole batches", now, stored)
		}
		stored = now
	}
	if killed < kills || stored == 0 {
		t.Errorf("%d of %d imports were killed, with %d wishes stored", killed, kills, stored)
	}
	imported(p, mbox.Len()+1)
	if p.stored(t) != whole.stored(t) {
		t.Errorf("%s\nnot\n%s", p.stored(t), whole.stored(t))
	}
}

// largeMail is more than the sockets between a server and a client hold: the
// server cannot have sent all of it when it is killed in its midst.
func largeMail(n int) []byte {
	lines := strings.Repeat(strings.Repeat("AAAA", 19)+"\n", 50_000)
	return fmt.Appendf(nil, "From: a%d@nykulla.example\nSubject: Onskemal\nContent-Type: multipart/mixed; boundary=b\n\n"+
		"--b\n\n1. Poddar om ämne%02[1]d\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n%s\n--b--\n", n, lines)
}

// Whatever of a real server is killed while it sends, the process that serves the
// connection or all, and wherever, a poll afterwards makes the database what it
// would have been.
func TestRealServerKilled(t *testing.T) {
	const kills = 10
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		for n := range 10 {
			mail := wishMail(n)
			if n == 5 {
				mail = largeMail(n)
			}
			server.Add(fmt.Sprintf("%d.mail", n), mail)
		}
		session := server.Session()
		session.Do("SELECT INBOX") // so that Courier's UIDs stay
		session.Close()
		whole := newPoller(t, server)
		whole.finish(t)
		checkWishes(t, whole, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
		want, length := whole.stored(t), whole.relay.Passed()

		points := rand.New(rand.NewPCG(1, uint64(length)))
		noticed := 0
		for n := range kills {
			kill, mend := server.KillSessions, func() {}
			if n%2 == 0 {
				kill, mend = server.Kill, server.Restart
			}
			p := newPoller(t, server)
			// Most of the length is one mail's: the beginning gets its share.
			p.relay.After(points.IntN(length>>points.IntN(10)), kill)
			cmd := p.start(t, "--verbose")
			err := cmd.Wait()
			if err != nil && cmd.ProcessState.ExitCode() != exitUnreachable {
				t.Errorf("%v, %s", err, cmd.Stderr)
			}
			if err != nil || strings.Contains(fmt.Sprint(cmd.Stderr), "connection lost") {
				noticed++
			}
			mend()
			p.relay.Mend()
			p.finish(t)
			if got := p.stored(t); got != want {
				t.Errorf("%s\nnot\n%s", got, want)
			}
		}
		if noticed < kills/2 {
			t.Errorf("only %d kills of %d broke a poll", noticed, kills)
		}
	})
}
