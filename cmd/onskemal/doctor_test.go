package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// at runs a command as if it were then.
func at(t *testing.T, now time.Time, args ...string) (status int, out string) {
	t.Helper()
	var stdout, stderr strings.Builder
	env := environment{in: strings.NewReader(""), out: &stdout, err: &stderr, now: func() time.Time { return now }}
	status = run(t.Context(), args, env)
	return status, stdout.String() + stderr.String()
}

// Doctor tells how long no poll was good, and of a clock that is behind what is
// stored or what the server says.
func TestDoctorTimes(t *testing.T) {
	server := mailboxtest.Dovecot(t, map[string][]byte{"1.mail": fmt.Appendf(nil, pollMail, 1)})
	t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", server.Password)
	config := filepath.Join(t.TempDir(), "onskemal.toml")
	text := fmt.Sprintf("[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = %q\n", server.Addr, server.User)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	polled := time.Now()
	if status, out := at(t, polled, "--config", config, "poll"); status != exitOK {
		t.Fatal(status, out)
	}
	for _, test := range []struct {
		after  time.Duration
		status int
		says   string
	}{
		{time.Hour, exitOK, "ok       poll           mailbox \"kontakt\", folder INBOX: last good poll 20"},
		{25 * time.Hour, exitOK, "warning  poll           mailbox \"kontakt\", folder INBOX: last good poll 25h0m0s ago, "},
		{8 * 24 * time.Hour, exitError, "fault    poll           mailbox \"kontakt\", folder INBOX: last good poll 192h0m0s ago, "},
		{-time.Hour, exitError, "fault    clock          it is "},
		{-time.Hour, exitError, "warning  clock          mailbox \"kontakt\", folder INBOX: the server says that a mail comes in 1h0m0s"},
	} {
		status, out := at(t, polled.Add(test.after), "--config", config, "doctor")
		if status != test.status || !strings.Contains(out, test.says) {
			t.Errorf("after %v: exit status %d, want %d and %q in\n%s", test.after, status, test.status, test.says, out)
		}
	}
}

// looking are the lines that doctor may say to a server: it looks at the header
// fields of one week.
var looking = regexp.MustCompile(`^(\w+ CAPABILITY` +
	`|\w+ LOGIN "kontakt" ("hemligt"|\{\d+\+?\})|hemligt-ö` +
	`|\w+ EXAMINE "?INBOX"?` +
	`|\w+ UID SEARCH( RETURN \(ALL\))? SINCE "?\d+-\w+-\d+"?` +
	`|\w+ UID FETCH [\d:,]+ \(( ?(UID|RFC822\.SIZE|INTERNALDATE|BODY\.PEEK\[HEADER\.FIELDS \([^)]*\)\]))+\)` +
	`|\w+ LOGOUT)$`)

// Each server understands what doctor asks, and the mailbox stays what it was.
func TestDoctorOnlyLooks(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		for n := range 5 {
			server.Add(fmt.Sprintf("%02d.wish", n), wishMail(n))
			server.Add(fmt.Sprintf("%02d.other", n), otherMail(n))
		}
		flags := fmt.Sprint(flagsOf(server))
		p := newPoller(t, server)
		cmd := p.run(t, "doctor")
		if err := cmd.Wait(); err != nil {
			t.Fatalf("doctor: %v, %s", err, cmd.Stdout)
		}
		out := fmt.Sprint(cmd.Stdout)
		if !strings.Contains(out, ", folder INBOX: 10 mails since ") || !strings.Contains(out, ", 5 with the subject\n") {
			t.Errorf("doctor prints\n%s", out)
		}
		heard := strings.TrimSpace(p.relay.Heard())
		for line := range strings.SplitSeq(heard, "\r\n") {
			if !looking.MatchString(line) {
				t.Errorf("client said %q", line)
			}
		}
		if now := fmt.Sprint(flagsOf(server)); now != flags {
			t.Errorf("flags %s, were %s", now, flags)
		}
	})
}

// Where a poll could not write, doctor says so; and to another user than the
// database's, that what it finds of rights is not the poll's.
func TestDoctorRights(t *testing.T) {
	u := newUnprivileged(t)
	program := u.program(t)
	doctor := func(want int, says string) {
		t.Helper()
		cmd := u.command(t.Context(), program, "doctor", "--offline")
		cmd.Args[0] = "onskemal" // by which the copy knows what to be
		out, _ := cmd.Output()
		if status := cmd.ProcessState.ExitCode(); status != want || !strings.Contains(string(out), says) {
			t.Errorf("exit status %d, want %d and %q in\n%s", status, want, says, out)
		}
	}
	mail := filepath.Join(u.dir, "wish.eml")
	if err := os.WriteFile(mail, wishMail(1), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := u.command(t.Context(), program, "import", mail)
	cmd.Args[0] = "onskemal"
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	doctor(exitOK, "ok       database       onskemal.db, whole\n")
	for _, test := range []struct {
		file string
		mode os.FileMode
		says string
	}{
		{".", 0o500, "fault    database       folder .: "},
		{"onskemal.db", 0, "fault    database       open onskemal.db: permission denied\n"},
		{"onskemal.db.key", 0, "fault    key            key file: "},
		{"onskemal.db.lock", 0, "fault    lock           "},
	} {
		restore := chmod(t, u.dir, map[string]os.FileMode{test.file: test.mode})
		doctor(exitError, test.says)
		restore()
	}
	if os.Getuid() != 0 {
		t.Log("not root: that the database is another user's is not tried")
		return
	}
	_, out := at(t, time.Now(), "--db", filepath.Join(u.dir, "onskemal.db"), "doctor", "--offline")
	if !strings.Contains(out, "onskemal.db is another user's\n") {
		t.Errorf("another user is told\n%s", out)
	}
}
