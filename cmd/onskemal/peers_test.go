package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// The programs that `make bench` compares ours with: readers of mail and an
// indexer of files, and programs that take mail from a mailbox.

// peerPatience ends a peer that does not.
const peerPatience = 20 * time.Minute

// used is what a process took.
type used struct {
	time   time.Duration
	memory int64 // at most, in bytes; no less than this test's own
}

// timed runs a command to its end. Other exit statuses than 0 may be fine.
func timed(cmd *exec.Cmd, fine ...int) (used, string, error) {
	var out, messages strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &messages
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil && (cmd.ProcessState == nil || !slices.Contains(fine, cmd.ProcessState.ExitCode())) {
		return used{}, "", fmt.Errorf("after %.0f s: %w: %.300s", took.Seconds(), err, messages.String())
	}
	return used{took, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10}, out.String(), nil
}

// peerCommand prepares a peer, which must be installed.
func peerCommand(t *testing.T, name string, args ...string) (*exec.Cmd, error) {
	program, err := exec.LookPath(name)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(t.Context(), peerPatience)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, program, args...), nil
}

// mailReader is a program that does nothing but parse the mails of a Maildir. It
// stands in the folder that testdata/peers/install filled.
type mailReader struct {
	name    string
	command []string
}

var mailReaders = []mailReader{
	{"enmime", []string{"./enmime"}},
	{"postal-mime", []string{"node", "postal-mime.mjs"}},
	pythonReader,
}

var pythonReader = mailReader{"Python email", []string{"python3", "python.py"}}

// readings is what a mail reader says of a Maildir.
type readings struct {
	Mails   int     `json:"mails"`
	Failed  int     `json:"failed"`  // could not be parsed
	Subject int     `json:"subject"` // say "önskemål" in the subject
	Seconds float64 `json:"seconds"` // without reading the files
}

// read parses the mails. The test fails where it finds others than are there; an
// error is for a reader that is not installed.
func (r mailReader) read(t *testing.T, installed, maildir string, mails benchMails) (used, readings, error) {
	t.Helper()
	program := r.command[0]
	if strings.HasPrefix(program, "./") {
		program = filepath.Join(installed, program)
	}
	cmd, err := peerCommand(t, program, append(slices.Clone(r.command[1:]), maildir)...)
	if err != nil {
		return used{}, readings{}, err
	}
	cmd.Dir, cmd.Env = installed, append(os.Environ(), "GOMAXPROCS=1")
	took, out, err := timed(cmd)
	if err != nil {
		return used{}, readings{}, err
	}
	var got readings
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		return used{}, readings{}, fmt.Errorf("%w: %.100q", err, out)
	}
	if got.Mails != mails.mails || got.Subject > mails.matching() || got.Subject+got.Failed < mails.matching() {
		t.Errorf("%s: %+v of %d mails, of which %d have the subject", r.name, got, mails.mails, mails.matching())
	}
	return took, got, nil
}

// notmuchNew indexes a Maildir with a new index beside it.
func notmuchNew(t *testing.T, maildir string, mails benchMails) (used, error) {
	t.Helper()
	dir := t.TempDir()
	settings := filepath.Join(dir, "settings")
	text := fmt.Sprintf("[database]\npath=%s\nmail_root=%s\n[user]\nname=K\nprimary_email=kontakt@digiteket.example\n[maildir]\nsynchronize_flags=false\n",
		filepath.Join(dir, "index"), maildir)
	if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "index"), 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (used, string, error) {
		cmd, err := peerCommand(t, "notmuch", append([]string{"--config=" + settings}, args...)...)
		if err != nil {
			return used{}, "", err
		}
		return timed(cmd)
	}
	took, _, err := run("new", "--quiet")
	if err != nil {
		return used{}, err
	}
	if _, counted, err := run("count", "*"); err != nil || strings.TrimSpace(counted) != fmt.Sprint(mails.mails) {
		t.Errorf("notmuch counts %q of %d mails, %v", counted, mails.mails, err)
	}
	return took, nil
}

// peerServer is a mail server that takes the password, and a token of letters
// for programs that know no other.
type peerServer struct {
	*mailboxtest.Server
	host, port, token string
}

func newPeerServer(t *testing.T, mails benchMails) peerServer {
	t.Helper()
	authority := newTokenServer(t)
	s := peerServer{Server: mailboxtest.DovecotWithTokens(t, nil, authority.url+"/introspect?token="), token: "nyckel"}
	authority.set(func(a *tokenServer) { a.good[s.token] = true })
	for name, mail := range mails.all() {
		s.Add(name, mail)
	}
	s.host, s.port, _ = net.SplitHostPort(s.Addr)
	return s
}

// fetcher is a program that takes mail from a mailbox. What it keeps is in the
// folder where it runs.
type fetcher struct {
	name     string
	settings func(dir string, s peerServer) string
	command  []string // is run in the folder, with the settings in the file "settings"
	first    []string // more of it, where nothing was fetched yet
	nothing  int      // exit status for nothing new
	fetched  func(dir string) (int, error)
}

var fetchers = []fetcher{
	{
		name: "mbsync",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("IMAPAccount k\nHost %s\nPort %s\nUser %s\nPass %s\nSSLType None\nAuthMechs LOGIN\n\n"+
				"IMAPStore server\nAccount k\n\nMaildirStore folder\nInbox %s\n\n"+
				"Channel k\nFar :server:\nNear :folder:\nCreate Near\nSync Pull\nSyncState *\n", s.host, s.port, s.User, s.Password, filepath.Join(dir, "inbox"))
		},
		command: []string{"mbsync", "-q", "-c", "settings", "k"},
		fetched: countMaildir,
	},
	{ // QUIRK: it fails, minutes later, when its command ends before it waits for it
		name: "getmail",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("[retriever]\ntype = SimpleIMAPRetriever\nserver = %s\nport = %s\nusername = %s\nuse_xoauth2 = true\ntimeout = 20\n"+
				"password_command = (\"sh\", \"-c\", \"sleep 0.1; echo %s\")\n[destination]\ntype = Maildir\npath = %s/\n[options]\nread_all = false\nverbose = 0\n",
				s.host, s.port, s.User, s.token, filepath.Join(dir, "inbox"))
		},
		command: []string{"getmail", "--getmaildir", ".", "--rcfile", "settings"},
		fetched: countMaildir,
	},
	{ // which flags the mails
		name: "fetchmail",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("poll %s protocol imap port %s auth password user %q password %q is root here keep sslproto \"\" bsmtp %q\n",
				s.host, s.port, s.User, s.Password, filepath.Join(dir, "mails"))
		},
		command: []string{"fetchmail", "--silent", "-f", "settings"},
		first:   []string{"--all"},
		nothing: 1,
		fetched: countBatch,
	},
}

func countMaildir(dir string) (int, error) {
	files, err := filepath.Glob(filepath.Join(dir, "inbox", "[nc]*", "*"))
	return len(files), err
}

// countBatch counts the mails of a file as RFC 2442 has it. It is large, and what this
// test needs at most is the least that is told of any program.
func countBatch(dir string) (mails int, err error) {
	file, err := os.Open(filepath.Join(dir, "mails"))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if bytes.HasPrefix(lines.Bytes(), []byte("MAIL FROM:")) {
			mails++
		}
	}
	return mails, lines.Err()
}

// fetch runs a fetcher in a folder where it has not been, and then where it has.
// getmail takes no mail as root.
func (f fetcher) fetch(t *testing.T, folder *unprivileged, s peerServer, again bool) (used, error) {
	t.Helper()
	command := slices.Clone(f.command)
	if !again {
		command = append(command, f.first...)
		for _, sub := range []string{"inbox", "inbox/cur", "inbox/new", "inbox/tmp"} {
			if err := os.MkdirAll(filepath.Join(folder.dir, sub), 0o700); err != nil {
				t.Fatal(err)
			}
			folder.own(t, sub)
		}
		if err := os.WriteFile(filepath.Join(folder.dir, "settings"), []byte(f.settings(folder.dir, s)), 0o600); err != nil {
			t.Fatal(err)
		}
		folder.own(t, "settings")
	}
	program, err := exec.LookPath(command[0])
	if err != nil {
		return used{}, err
	}
	ctx, cancel := context.WithTimeout(t.Context(), peerPatience)
	defer cancel()
	took, _, err := timed(folder.command(ctx, program, command[1:]...), f.nothing)
	return took, err
}
