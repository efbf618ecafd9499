package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// peerPatience ends a peer that does not.
const peerPatience = 10 * time.Minute

// TestPollPeers prints how long polls take, and other programs that take mail
// from the same mailbox; `make bench` asks for it with PEERS=true. It never
// fails for a figure. The others copy all bodies; we look at all headers, and
// take and read the mails with the subject.
//
// It is no part of testdata/peers, which may not use our servers for tests.
func TestPollPeers(t *testing.T) {
	if os.Getenv("PEERS") != "true" {
		t.Skip("figures: run make bench")
	}
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 3, ' ', tabwriter.AlignRight)
	fmt.Fprint(w, "job\tonskemal\tmost memory\t")
	for _, p := range peers {
		fmt.Fprintf(w, "%s\t", p.name)
	}
	fmt.Fprintln(w)
	comparePolls(t, w, 10_000, peers)
	comparePolls(t, w, 100_000, nil) // the peers would take an hour
	w.Flush()
	t.Logf("polls of a local Dovecot, mails of 4 KB, one in twenty with the subject; the peers copy all bodies\n%s", &table)
}

// comparePolls writes two lines of the table: for the first run, and for those
// that find nothing new.
func comparePolls(t *testing.T, w *tabwriter.Writer, mails int, peers []peer) {
	s := newPeerServer(t, mails)
	first, nothing := fmt.Sprintf("%d mails, first\t", mails), fmt.Sprintf("%d mails, nothing new\t", mails)
	add := func(a, b string) { first, nothing = first+a+"\t", nothing+b+"\t" }
	figures := func(p peer, runs int) (first, nothing figure, err error) {
		for range runs {
			folder := newUnprivileged(t) // getmail takes no mail as root
			once, err := p.run(t, folder, s)
			if err != nil {
				return first, nothing, err
			}
			first.best(once)
			for range 3 {
				again, err := p.run(t, folder, s)
				if err != nil {
					return first, nothing, err
				}
				nothing.best(again)
			}
		}
		return first, nothing, nil
	}
	ourFirst, ourNothing, err := figures(ours, 3)
	if err != nil {
		t.Fatal(err)
	}
	add(ourFirst.String(), ourNothing.String())
	add(fmt.Sprintf("%d MB", ourFirst.memory>>20), fmt.Sprintf("%d MB", ourNothing.memory>>20))
	for _, p := range peers {
		if theirFirst, theirNothing, err := figures(p, 1); err != nil {
			t.Logf("%s: %v", p.name, err)
			add("–", "–")
		} else {
			add(theirFirst.beside(ourFirst), theirNothing.beside(ourNothing))
		}
	}
	fmt.Fprintf(w, "%s\n%s\n", first, nothing)
}

// figure is what a run of a process took.
type figure struct {
	time   time.Duration
	memory int64 // at most, in bytes; no less than this test's own
}

// best keeps the better of the two: the other tells what else the machine had
// to do.
func (f *figure) best(other figure) {
	if f.time == 0 || other.time < f.time {
		*f = other
	}
}

func (f figure) String() string { return fmt.Sprintf("%.2f s", f.time.Seconds()) }

func (f figure) beside(ours figure) string {
	return fmt.Sprintf("%v (%.1f ×)", f, float64(f.time)/float64(ours.time))
}

// peerServer is a mail server that takes the password, and a token of letters
// for programs that know no other.
type peerServer struct {
	*mailboxtest.Server
	host, port, token string
}

func newPeerServer(t *testing.T, mails int) peerServer {
	t.Helper()
	authority := newTokenServer(t)
	s := peerServer{Server: mailboxtest.DovecotWithTokens(t, nil, authority.url+"/introspect?token="), token: "nyckel"}
	authority.set(func(a *tokenServer) { a.good[s.token] = true })
	for name, mail := range mailboxtest.Bulk(mails) {
		s.Add(name, mail)
	}
	s.host, s.port, _ = net.SplitHostPort(s.Addr)
	return s
}

// peer is a program that takes mail from a mailbox. What it keeps is in the
// folder where it runs.
type peer struct {
	name     string
	settings func(dir string, s peerServer) string
	command  []string // is run in the folder, with the settings in the file "settings"
	nothing  int      // exit status for nothing new
}

var ours = peer{
	name: "onskemal",
	settings: func(_ string, s peerServer) string {
		return fmt.Sprintf("[[mailbox]]\nname = \"k\"\nhost = %q\ntls = \"none\"\nuser = %q\npassword_command = [\"echo\", %q]\n", s.Addr, s.User, s.Password)
	},
	command: []string{"../../bin/onskemal", "--config", "settings", "poll"},
}

var peers = []peer{
	{
		name: "mbsync",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("IMAPAccount k\nHost %s\nPort %s\nUser %s\nPass %s\nSSLType None\nAuthMechs LOGIN\n\n"+
				"IMAPStore server\nAccount k\n\nMaildirStore folder\nInbox %s\n\n"+
				"Channel k\nFar :server:\nNear :folder:\nCreate Near\nSync Pull\nSyncState *\n", s.host, s.port, s.User, s.Password, filepath.Join(dir, "inbox"))
		},
		command: []string{"mbsync", "-q", "-c", "settings", "k"},
	},
	{
		name: "getmail",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("[retriever]\ntype = SimpleIMAPRetriever\nserver = %s\nport = %s\nusername = %s\nuse_xoauth2 = true\n"+
				"password_command = (\"echo\", %q)\n[destination]\ntype = Maildir\npath = %s/\n[options]\nread_all = false\nverbose = 0\n",
				s.host, s.port, s.User, s.token, filepath.Join(dir, "inbox"))
		},
		command: []string{"getmail", "--getmaildir", ".", "--rcfile", "settings"},
	},
	{ // the last one, since it flags the mails
		name: "fetchmail",
		settings: func(dir string, s peerServer) string {
			return fmt.Sprintf("poll %s protocol imap port %s auth password user %q password %q is root here keep sslproto \"\" bsmtp %q\n",
				s.host, s.port, s.User, s.Password, filepath.Join(dir, "mails"))
		},
		command: []string{"fetchmail", "--silent", "-f", "settings"},
		nothing: 1,
	},
}

// run runs the peer once.
func (p peer) run(t *testing.T, folder *unprivileged, s peerServer) (figure, error) {
	t.Helper()
	program, err := exec.LookPath(p.command[0])
	if err != nil {
		return figure{}, err
	}
	if program, err = filepath.Abs(program); err != nil {
		t.Fatal(err)
	}
	for _, sub := range []string{"inbox", "inbox/cur", "inbox/new", "inbox/tmp"} {
		if err := os.MkdirAll(filepath.Join(folder.dir, sub), 0o700); err != nil {
			t.Fatal(err)
		}
		folder.own(t, sub)
	}
	if err := os.WriteFile(filepath.Join(folder.dir, "settings"), []byte(p.settings(folder.dir, s)), 0o600); err != nil {
		t.Fatal(err)
	}
	folder.own(t, "settings")
	ctx, cancel := context.WithTimeout(t.Context(), peerPatience)
	defer cancel()
	cmd := folder.command(ctx, program, p.command[1:]...)
	start := time.Now()
	said, err := cmd.CombinedOutput()
	took := time.Since(start)
	if err != nil && (cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != p.nothing) {
		return figure{}, fmt.Errorf("ended after %.0f s: %w: %.300s", took.Seconds(), err, said)
	}
	return figure{took, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10}, nil
}
