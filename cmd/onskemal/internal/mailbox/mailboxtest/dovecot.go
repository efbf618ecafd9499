// Package mailboxtest runs a real IMAP server for tests: a Dovecot of their
// own, on free ports of the loopback interface, gone when the test ends.
package mailboxtest

import (
	"bufio"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"
)

// Server is a running Dovecot with one account.
type Server struct {
	Addr     string // host:port that speaks plain IMAP and STARTTLS
	TLSAddr  string // host:port that speaks TLS at once
	CAFile   string // PEM certificate of the authority that signed the server's; it names 127.0.0.1 only
	User     string
	Password string
	Maildir  string // the account's INBOX

	// Introspection is a URL at which the server asks whose an access token is
	// (RFC 7662), the token appended; "" where it takes passwords only.
	Introspection string

	t     testing.TB
	owner owner
	cmd   *exec.Cmd
}

// Dovecot starts a server whose INBOX holds the given mails, by file name; line
// ends may be LF. Without a Dovecot 2.3 on the machine the test is skipped, or
// fails where the environment variable CI is "true".
func Dovecot(t testing.TB, mails map[string][]byte) *Server {
	t.Helper()
	return DovecotWithTokens(t, mails, "")
}

// DovecotWithTokens is [Dovecot] that also takes access tokens.
func DovecotWithTokens(t testing.TB, mails map[string][]byte, introspection string) *Server {
	t.Helper()
	program := findDovecot(t)
	runAs := findOwner(t)

	// Not t.TempDir: its names can be too long for Unix sockets, and only its
	// owner may enter it.
	dir, err := os.MkdirTemp("", "mailboxtest")
	check(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })

	s := &Server{
		CAFile:   filepath.Join(dir, "ca.pem"),
		User:     "kontakt",
		Password: "hemligt-ö", // as few passwords are: sent as a literal
		Maildir:  filepath.Join(dir, "Maildir"),
		t:        t,
		owner:    runAs,

		Introspection: introspection,
	}
	for _, sub := range []string{"", "cur", "new", "tmp"} {
		check(t, os.Mkdir(filepath.Join(s.Maildir, sub), 0o700))
	}
	writeCertificates(t, dir)
	for name, mail := range mails {
		check(t, os.WriteFile(filepath.Join(s.Maildir, "new", name), mail, 0o600))
	}
	check(t, runAs.own(dir))
	s.start(program, dir)
	t.Cleanup(s.Stop)
	return s
}

// Add delivers one more mail, all of it at once, under a file name not used before.
func (s *Server) Add(name string, mail []byte) {
	s.t.Helper()
	arriving := filepath.Join(s.Maildir, "tmp", name)
	check(s.t, os.WriteFile(arriving, mail, 0o600))
	check(s.t, s.owner.own(arriving))
	check(s.t, os.Rename(arriving, filepath.Join(s.Maildir, "new", name)))
}

// Stop ends the server and with it every connection, all at once, as a power cut
// does. It may be called twice.
func (s *Server) Stop() {
	if s.cmd.ProcessState != nil {
		return
	}
	// The whole group: processes that serve a connection outlive the master.
	syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL)
	s.cmd.Wait()
}

// findDovecot returns the path of a Dovecot whose configuration we can write.
func findDovecot(t testing.TB) string {
	t.Helper()
	missing := t.Skipf
	if os.Getenv("CI") == "true" {
		missing = t.Fatalf
	}
	program, err := exec.LookPath("dovecot")
	if err != nil { // not in the PATH of ordinary users
		program, err = exec.LookPath("/usr/sbin/dovecot")
	}
	if err != nil {
		missing("dovecot not installed: %v (Debian: apt install dovecot-imapd)", err)
	}
	version, err := exec.Command(program, "--version").Output()
	if err != nil {
		missing("%s --version: %v", program, err)
	}
	if !strings.HasPrefix(string(version), "2.3.") {
		missing("dovecot is version %.10s: this test can configure 2.3 only, 2.4 changed the settings' names", version)
	}
	return program
}

// owner is the user that runs the server and owns its files.
type owner struct {
	*user.User
	Group    string
	uid, gid int
	switched bool // from root, who may not run it
}

// findOwner returns the current user or, for root, who must not read mail, an
// unprivileged one that every system has.
func findOwner(t testing.TB) owner {
	t.Helper()
	u, err := user.Current()
	check(t, err)
	switched := u.Uid == "0"
	if switched {
		u, err = user.Lookup("nobody")
		check(t, err)
	}
	group, err := user.LookupGroupId(u.Gid)
	check(t, err)
	uid, err := strconv.Atoi(u.Uid)
	check(t, err)
	gid, err := strconv.Atoi(u.Gid)
	check(t, err)
	return owner{u, group.Name, uid, gid, switched}
}

// own gives a file, or a directory and all below it, to the owner.
func (o owner) own(root string) error {
	if !o.switched {
		return nil
	}
	return filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Lchown(path, o.uid, o.gid)
	})
}

// command prepares a program to be run by the owner, in a process group of its own.
func (o owner) command(program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if o.switched {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(o.uid), Gid: uint32(o.gid)}
	}
	return cmd
}

// patience is how long a server may take to greet.
const patience = 10 * time.Second

// attempts is how often to try other ports: between our finding a free one and
// Dovecot's taking it, somebody else may.
const attempts = 3

// start runs the server and waits until it answers.
func (s *Server) start(program, dir string) {
	s.t.Helper()
	var err error
	for range attempts {
		if err = s.tryStart(program, dir); err == nil {
			return
		}
	}
	s.t.Fatalf("start dovecot: %v", err)
}

func (s *Server) tryStart(program, dir string) error {
	port, tlsPort := freePort(s.t), freePort(s.t)
	s.Addr = net.JoinHostPort("127.0.0.1", strconv.Itoa(port))
	s.TLSAddr = net.JoinHostPort("127.0.0.1", strconv.Itoa(tlsPort))
	conf := filepath.Join(dir, "dovecot.conf")
	s.configure(conf, dir, port, tlsPort)

	s.cmd = s.owner.command(program, "-F", "-c", conf)
	s.cmd.Dir = dir
	log, err := s.cmd.StderrPipe()
	check(s.t, err)
	check(s.t, s.cmd.Start())
	if err = started(log); err == nil {
		err = answers(s.Addr)
	}
	if err != nil {
		s.Stop()
		return err
	}
	go io.Copy(io.Discard, log)
	return nil
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

// answers tells whether a server that listens greets, too.
func answers(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, patience)
	if err != nil {
		return err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	greeting, err := bufio.NewReader(conn).ReadString('\n')
	if err == nil && !strings.HasPrefix(greeting, "* OK") {
		err = fmt.Errorf("greeting from %s: %q", addr, greeting)
	}
	return err
}

//go:embed dovecot.conf.tmpl
var configuration string

func (s *Server) configure(file, dir string, port, tlsPort int) {
	s.t.Helper()
	f, err := os.Create(file)
	check(s.t, err)
	err = template.Must(template.New("dovecot.conf").Parse(configuration)).Execute(f, struct {
		*Server
		Dir           string
		RunAs         *user.User
		Group         string
		Port, TLSPort int
	}{s, dir, s.owner.User, s.owner.Group, port, tlsPort})
	check(s.t, errors.Join(err, f.Close()))
	check(s.t, s.owner.own(file))
	tokens := filepath.Join(dir, "oauth2.conf")
	check(s.t, os.WriteFile(tokens, fmt.Appendf(nil, "introspection_url = %s\nintrospection_mode = get\nusername_attribute = email\nactive_attribute = active\nactive_value = true\n", s.Introspection), 0o600))
	check(s.t, s.owner.own(tokens))
}

// freePort returns a TCP port that nobody listens on at the moment.
func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
