package mailboxtest

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Dovecot starts a server whose INBOX holds the given mails, by file name; line
// ends may be LF. Without a Dovecot 2.3 or 2.4 on the machine the test is skipped,
// or fails where the environment variable CI is "true".
func Dovecot(t testing.TB, mails map[string][]byte) *Server {
	t.Helper()
	return DovecotWithTokens(t, mails, "")
}

// DovecotWithTokens is [Dovecot] that also takes access tokens. Whose one is, it
// asks at a URL (RFC 7662), the token appended.
func DovecotWithTokens(t testing.TB, mails map[string][]byte, introspection string) *Server {
	t.Helper()
	path, version := findDovecot(t)
	s := newServer(t, "Dovecot", &dovecot{path: path, version: version, introspection: introspection})
	s.Password = "hemligt-ö" // as few passwords are: sent as a literal
	s.CAFile = filepath.Join(s.dir, "ca.pem")
	s.makeMaildir()
	writeCertificates(t, s.dir, "127.0.0.1", tomorrow())
	s.run()
	s.fill(mails)
	return s
}

type dovecot struct {
	path          string
	version       string // 2.3 or 2.4, whose settings have other names
	introspection string
	group
}

// findDovecot returns the path and the version of a Dovecot whose configuration we
// can write.
func findDovecot(t testing.TB) (path, version string) {
	t.Helper()
	path, err := exec.LookPath("dovecot")
	if err != nil { // not in the PATH of ordinary users
		path, err = exec.LookPath("/usr/sbin/dovecot")
	}
	if err != nil {
		missing(t, "dovecot not installed: %v (Debian: apt install dovecot-imapd)", err)
	}
	said, err := exec.Command(path, "--version").Output()
	if err != nil {
		missing(t, "%s --version: %v", path, err)
	}
	for _, version := range []string{"2.3", "2.4"} {
		if strings.HasPrefix(string(said), version+".") {
			return path, version
		}
	}
	missing(t, "dovecot is version %.10s: this test can configure 2.3 and 2.4 only", said)
	return "", ""
}

func (d *dovecot) start(s *Server) error {
	s.t.Helper()
	settings := struct {
		*Server
		Dir, RunAs, RunAsGroup, UID, GID, Port, TLSPort, Introspection string
	}{s, s.dir, s.owner.Username, s.owner.Group, s.owner.Uid, s.owner.Gid, portOf(s.Addr), portOf(s.TLSAddr), d.introspection}
	conf := s.configure("dovecot-"+d.version+".conf", settings)
	s.configure("oauth2.conf", settings) // 2.3 reads it from a file of its own

	d.group = group{cmd: s.owner.command(d.path, "-F", "-c", conf), session: "imap"}
	d.cmd.Dir = s.dir
	log, err := d.cmd.StderrPipe()
	check(s.t, err)
	check(s.t, d.cmd.Start())
	if err := started(log); err != nil {
		return err
	}
	go io.Copy(io.Discard, log)
	return answers(s.Addr)
}

// started reads the log until it says that the server listens.
func started(log io.Reader) error {
	var said strings.Builder
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "starting up") {
			return nil
		}
		fmt.Fprintln(&said, lines.Text())
	}
	return fmt.Errorf("the server ended: %s", &said)
}

func (d *dovecot) deliver(s *Server, name string, mail []byte) error {
	s.t.Helper()
	return s.deliverFile(name, mail)
}
