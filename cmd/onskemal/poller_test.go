package main

import (
	"database/sql"
	"fmt"
	"io"
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
	program string // "" for the test's own
	relay   *mailboxtest.Relay
	config  string
	db      string
	env     []string
}

// newPoller makes a poller of some folders, or of the INBOX.
func newPoller(t *testing.T, server *mailboxtest.Server, folders ...string) *poller {
	t.Helper()
	if len(folders) == 0 {
		folders = []string{"INBOX"}
	}
	dir := t.TempDir()
	p := &poller{
		relay:  mailboxtest.NewRelay(t, server.Addr),
		config: filepath.Join(dir, "onskemal.toml"),
		db:     filepath.Join(dir, "onskemal.db"),
		env:    append(os.Environ(), "ONSKEMAL_PASSWORD_KONTAKT="+server.Password),
	}
	text := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = %q\nfolders = [\"%s\"]\n",
		p.db, p.relay.Addr, server.User, strings.Join(folders, `", "`))
	if err := os.WriteFile(p.config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// start begins a poll that asks for everything at once, whatever went wrong before.
func (p *poller) start(t *testing.T, flags ...string) *exec.Cmd {
	t.Helper()
	return p.run(t, append([]string{"poll", "--now"}, flags...)...)
}

// run begins a command.
func (p *poller) run(t *testing.T, command ...string) *exec.Cmd {
	t.Helper()
	cmd := p.command(t, command...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// fed begins a command, and returns what it reads from.
func (p *poller) fed(t *testing.T, command ...string) (*exec.Cmd, io.WriteCloser) {
	t.Helper()
	cmd := p.command(t, command...)
	in, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, in
}

func (p *poller) command(t *testing.T, command ...string) *exec.Cmd {
	t.Helper()
	program := p.program
	if program == "" {
		var err error
		if program, err = os.Executable(); err != nil {
			t.Fatal(err)
		}
	}
	args := append([]string{"onskemal", "--config", p.config}, command...)
	return &exec.Cmd{Path: program, Args: args, Env: p.env, Stdout: &strings.Builder{}, Stderr: &strings.Builder{}}
}

// finish polls to the end and returns what the poll says that it did.
func (p *poller) finish(t *testing.T) string {
	t.Helper()
	cmd := p.start(t, "--verbose")
	if err := cmd.Wait(); err != nil {
		t.Fatalf("poll: %v, %s", err, cmd.Stderr)
	}
	summary, _, _ := strings.Cut(fmt.Sprint(cmd.Stdout), "\n")
	return summary
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
	for _, table := range []string{"wish_search", "offer_search"} {
		if _, err := db.Exec("INSERT INTO " + table + " (" + table + ", rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
	}
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
		"WITH RECURSIVE one (uid, last, verdict) AS (SELECT first, last, verdict FROM seen UNION ALL SELECT uid + 1, last, verdict FROM one WHERE uid < last)" +
			" SELECT group_concat(uid || verdict) FROM (SELECT uid, verdict FROM one ORDER BY 1)",
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

// wishes are the texts of all that are stored, in alphabetical order.
func (p *poller) wishes(t *testing.T) []string {
	t.Helper()
	db, err := sql.Open("sqlite", p.db)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT text FROM wish ORDER BY text")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return texts
}
