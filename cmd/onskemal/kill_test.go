package main

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// poller polls one mailbox into a database of its own, as a process that can be
// killed, through a relay that knows when.
type poller struct {
	relay  *mailboxtest.Relay
	config string
	db     string
	env    []string
}

func newPoller(t *testing.T, server *mailboxtest.Server) *poller {
	t.Helper()
	dir := t.TempDir()
	p := &poller{
		relay:  mailboxtest.NewRelay(t, server.Addr),
		config: filepath.Join(dir, "onskemal.toml"),
		db:     filepath.Join(dir, "onskemal.db"),
		env:    append(os.Environ(), "ONSKEMAL_PASSWORD_KONTAKT="+server.Password),
	}
	text := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = %q\n", p.db, p.relay.Addr, server.User)
	if err := os.WriteFile(p.config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// start begins a poll that asks for everything at once, whatever went wrong before.
func (p *poller) start(t *testing.T) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: self, Args: []string{"onskemal", "--config", p.config, "poll", "--now"}, Env: p.env}
	cmd.Stderr = &strings.Builder{}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// finish polls to the end.
func (p *poller) finish(t *testing.T) {
	t.Helper()
	cmd := p.start(t)
	if err := cmd.Wait(); err != nil {
		t.Fatalf("poll: %v, %s", err, cmd.Stderr)
	}
}

// stored describes all that a database knows of the mails, and fails the test
// where SQLite finds fault with it.
func (p *poller) stored(t *testing.T) string {
	t.Helper()
	db, err := sql.Open("sqlite", p.db)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var described strings.Builder
	for _, query := range []string{
		"PRAGMA integrity_check",
		"SELECT count(*) FROM pragma_foreign_key_check",
		"SELECT group_concat(hex(digest)) FROM (SELECT digest FROM message ORDER BY 1)",
		"SELECT group_concat(hex(digest)) FROM (SELECT digest FROM quarantine ORDER BY 1)",
		"SELECT group_concat(text) FROM (SELECT text FROM wish ORDER BY 1)",
		"SELECT group_concat(label) FROM (SELECT label FROM wish_label ORDER BY 1)",
		"SELECT group_concat(text) FROM (SELECT text FROM offer ORDER BY 1)",
		"SELECT count(*) FROM person",
		"SELECT count(*) FROM raw",
		"SELECT group_concat(uid || verdict) FROM (SELECT uid, verdict FROM seen ORDER BY 1)",
		"SELECT count(*) FROM failure",
	} {
		var answer sql.NullString
		if err := db.QueryRow(query).Scan(&answer); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		fmt.Fprintf(&described, "%s: %s\n", query, answer.String)
	}
	if !strings.HasPrefix(described.String(), "PRAGMA integrity_check: ok\nSELECT count(*) FROM pragma_foreign_key_check: 0\n") {
		t.Fatalf("%.300s", described.String())
	}
	return described.String()
}

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
