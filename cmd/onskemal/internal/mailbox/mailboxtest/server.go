// Package mailboxtest runs real IMAP servers for tests: a [Dovecot], [Cyrus] or
// [Courier] of their own, on free ports of the loopback interface, gone when the
// test ends. [Fake] misbehaves as no real one does on request, and [Relay] stands
// between a client and any of them.
package mailboxtest

import (
	"bufio"
	"embed"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"
)

// Server is a running IMAP server with one account.
type Server struct {
	Name     string // "Dovecot", "Cyrus" or "Courier"
	Addr     string // host:port that speaks plain IMAP; with Dovecot also STARTTLS
	User     string
	Password string
	Prefix   string // what the names of folders begin with, except INBOX
	Maildir  string // the account's INBOX as a folder of files; "" with Cyrus

	// Dovecot's alone.
	TLSAddr string // host:port that speaks TLS at once
	CAFile  string // PEM certificate of the authority that signed the server's; it names 127.0.0.1 only

	t       testing.TB
	owner   owner
	dir     string
	program program
}

// program is what differs from server to server.
type program interface {
	// start runs the program on the server's ports and waits until it answers.
	start(*Server) error
	// deliver puts a mail into the INBOX. The error is the server's refusal.
	deliver(s *Server, name string, mail []byte) error
	// kill ends every process of the program.
	kill()
	// killSessions ends those processes that serve a connection.
	killSessions()
}

// newServer prepares a server's files.
func newServer(t testing.TB, name string, program program) *Server {
	t.Helper()
	// Not t.TempDir: its names can be too long for Unix sockets, and only its
	// owner may enter it.
	dir, err := os.MkdirTemp("", "mailboxtest")
	check(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	return &Server{
		Name:     name,
		User:     "kontakt",
		Password: "hemligt",
		t:        t,
		owner:    findOwner(t),
		dir:      dir,
		program:  program,
	}
}

// attempts is how often to try other ports: between our finding a free one and
// the server's taking it, somebody else may.
const attempts = 3

// run starts the server on free ports. It ends with the test.
func (s *Server) run() {
	s.t.Helper()
	check(s.t, s.owner.own(s.dir))
	s.t.Cleanup(s.Kill)
	var err error
	for range attempts {
		s.Addr, s.TLSAddr = freeAddr(s.t), freeAddr(s.t)
		if err = s.program.start(s); err == nil {
			return
		}
		s.Kill()
	}
	s.t.Fatalf("start %s: %v", s.Name, err)
}

// fill delivers mails in the order of their names.
func (s *Server) fill(mails map[string][]byte) {
	s.t.Helper()
	for _, name := range slices.Sorted(maps.Keys(mails)) {
		s.Add(name, mails[name])
	}
}

// Add delivers one more mail, all of it at once, under a file name not used
// before. Line ends may be LF.
func (s *Server) Add(name string, mail []byte) {
	s.t.Helper()
	check(s.t, s.Offer(name, mail))
}

// Offer is [Server.Add] for a mail that the server may refuse, which is the error.
func (s *Server) Offer(name string, mail []byte) error {
	s.t.Helper()
	return s.program.deliver(s, name, mail)
}

// Kill ends the server and with it every connection, all at once, as a power cut
// does. It may be called twice, and from another goroutine than the test's.
func (s *Server) Kill() { s.program.kill() }

// KillSessions ends the processes that serve a connection; the server goes on.
func (s *Server) KillSessions() { s.program.killSessions() }

// Restart kills the server, unless that was done, and starts it where it was.
func (s *Server) Restart() {
	s.t.Helper()
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		s.Kill() // also one that found the ports not free yet
		if err = s.program.start(s); err == nil {
			return
		}
	}
	s.t.Fatalf("restart %s: %v", s.Name, err)
}

// deliverFile delivers to a Maildir, which takes any mail.
func (s *Server) deliverFile(name string, mail []byte) error {
	s.t.Helper()
	arriving := filepath.Join(s.Maildir, "tmp", name)
	check(s.t, os.WriteFile(arriving, mail, 0o600))
	check(s.t, s.owner.own(arriving))
	check(s.t, os.Rename(arriving, filepath.Join(s.Maildir, "new", name)))
	return nil
}

// makeMaildir makes the account's INBOX.
func (s *Server) makeMaildir() {
	s.t.Helper()
	s.Maildir = filepath.Join(s.dir, "Maildir")
	for _, sub := range []string{"", "cur", "new", "tmp"} {
		check(s.t, os.Mkdir(filepath.Join(s.Maildir, sub), 0o700))
	}
}

//go:embed *.tmpl
var templates embed.FS

// configure writes a configuration file: the template of its name, filled in.
func (s *Server) configure(name string, data any) (file string) {
	s.t.Helper()
	file = filepath.Join(s.dir, name)
	f, err := os.Create(file)
	check(s.t, err)
	err = template.Must(template.ParseFS(templates, name+".tmpl")).Execute(f, data)
	check(s.t, errors.Join(err, f.Close(), s.owner.own(file)))
	return file
}

// missing says that a server is not on the machine: the test is skipped, or fails
// where the environment variable CI is "true".
func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// unpacked returns the folder that holds the files of the packages that cannot be
// installed beside Dovecot's, which the environment variable MAILBOXTEST_SERVERS
// names.
func unpacked(t testing.TB) string {
	t.Helper()
	folder := os.Getenv("MAILBOXTEST_SERVERS")
	if folder == "" {
		missing(t, "Cyrus and Courier not found: MAILBOXTEST_SERVERS is not set (make test sets it)")
	}
	if _, err := os.Stat(folder); err != nil {
		missing(t, "Cyrus and Courier not found: %v (run make servers)", err)
	}
	return folder
}

// group is a program that starts others, all in one process group.
type group struct {
	cmd     *exec.Cmd
	session string // name of the processes that serve a connection
}

func (g *group) kill() {
	if g.cmd == nil || g.cmd.Process == nil || g.cmd.ProcessState != nil {
		return
	}
	// The whole group: processes that serve a connection outlive the master.
	syscall.Kill(-g.cmd.Process.Pid, syscall.SIGKILL)
	g.cmd.Wait()
}

func (g *group) killSessions() {
	stats, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is sound
	for _, file := range stats {
		stat, err := os.ReadFile(file)
		if err != nil {
			continue // it has ended
		}
		// "pid (name) state parent group …", see proc(5).
		pid, rest, _ := strings.Cut(string(stat), " (")
		name, rest, _ := strings.Cut(rest, ") ")
		fields := strings.Fields(rest)
		if name == g.session && len(fields) > 2 && fields[2] == strconv.Itoa(g.cmd.Process.Pid) {
			if pid, err := strconv.Atoi(pid); err == nil {
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	}
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

// answers waits until a server greets.
func answers(addr string) error {
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if err = greets(addr); err == nil || !errors.Is(err, syscall.ECONNREFUSED) {
			break
		}
	}
	return err
}

func greets(addr string) error {
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

// freeAddr returns a host:port that nobody listens on at the moment.
func freeAddr(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	defer l.Close()
	return l.Addr().String()
}

// portOf is the port of a host:port.
func portOf(addr string) string { return addr[strings.LastIndexByte(addr, ':')+1:] }

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
