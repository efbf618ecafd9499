package mailboxtest

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Courier starts a server whose INBOX holds the given mails, by file name; line
// ends may be LF. Without `make servers` the test is skipped, or fails where the
// environment variable CI is "true".
//
// Courier's imapd serves one connection whose login another program has seen to,
// with a daemon of its own for the passwords: here that program is ours.
func Courier(t testing.TB, mails map[string][]byte) *Server {
	t.Helper()
	folder := unpacked(t)
	s := newServer(t, "Courier", &courier{
		imapd:     filepath.Join(folder, "usr/bin/imapd"),
		libraries: libraries(t, folder, "libcourierauth.so.0"),
	})
	s.Prefix = "INBOX."
	s.makeMaildir()
	s.run()
	s.fill(mails)
	return s
}

type courier struct {
	imapd, libraries string

	mu       sync.Mutex
	listener net.Listener
	sessions map[*exec.Cmd]bool
}

func (c *courier) start(s *Server) error {
	l, err := net.Listen("tcp", s.Addr)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.listener, c.sessions = l, make(map[*exec.Cmd]bool)
	go func() {
		for conn, err := l.Accept(); !errors.Is(err, net.ErrClosed); conn, err = l.Accept() {
			if err == nil {
				go c.serve(s, conn.(*net.TCPConn))
			}
		}
	}()
	return nil
}

const courierCapabilities = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"

// serve logs a client in and leaves the rest to imapd, which says that the login
// was a success. Errors are the client's: it finds its connection ended.
func (c *courier) serve(s *Server, conn *net.TCPConn) {
	defer conn.Close()
	fmt.Fprintf(conn, "* OK [CAPABILITY %s] Courier-IMAP ready.\r\n", courierCapabilities)
	tag, err := login(conn, s.User, s.Password)
	if err != nil {
		return
	}
	socket, err := conn.File()
	if err != nil {
		return
	}
	defer socket.Close()
	cmd := s.owner.command(c.imapd, "Maildir")
	cmd.Dir = s.dir
	cmd.Stdin, cmd.Stdout = socket, socket
	cmd.Env = []string{
		"LD_LIBRARY_PATH=" + c.libraries, "LC_ALL=C.UTF-8", "PATH=" + os.Getenv("PATH"), "HOME=" + s.dir, "MAILDIR=Maildir",
		"PROTOCOL=IMAP", "AUTHENTICATED=" + s.User, "AUTHADDR=" + s.User, "IMAPLOGINTAG=" + tag, "TCPREMOTEIP=127.0.0.1", "TCPREMOTEPORT=0",
		"IMAP_CAPABILITY=" + courierCapabilities, "IMAP_KEYWORDS=1", "IMAP_USELOCKS=1", "IMAP_IDLE_TIMEOUT=60",
	}
	if c.begin(cmd) {
		cmd.Wait()
		c.end(cmd)
	}
}

// login reads commands until the right password comes, byte by byte: what
// follows is imapd's.
func login(conn io.ReadWriter, user, password string) (tag string, err error) {
	for {
		line, err := readLine(conn)
		if err != nil {
			return "", err
		}
		tag, command, _ := strings.Cut(line, " ")
		switch {
		case command == fmt.Sprintf("LOGIN %q %q", user, password):
			return tag, nil
		case strings.HasPrefix(command, "LOGIN "):
			fmt.Fprintf(conn, "%s NO Login failed.\r\n", tag)
		case command == "LOGOUT":
			fmt.Fprintf(conn, "* BYE Courier-IMAP server shutting down\r\n%s OK LOGOUT completed\r\n", tag)
			return "", io.EOF
		default:
			fmt.Fprintf(conn, "%s BAD Invalid command\r\n", tag)
		}
	}
}

func readLine(r io.Reader) (string, error) {
	var line strings.Builder
	for char := make([]byte, 1); char[0] != '\n'; {
		if _, err := r.Read(char); err != nil {
			return "", err
		}
		line.Write(char)
	}
	return strings.TrimSpace(line.String()), nil
}

// begin runs imapd, unless the server was killed.
func (c *courier) begin(cmd *exec.Cmd) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.listener == nil || cmd.Start() != nil {
		return false
	}
	c.sessions[cmd] = true
	return true
}

func (c *courier) end(cmd *exec.Cmd) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.sessions, cmd)
}

func (c *courier) kill() {
	c.mu.Lock()
	if c.listener != nil {
		c.listener.Close()
		c.listener = nil
	}
	c.mu.Unlock()
	c.killSessions()
}

func (c *courier) killSessions() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for cmd := range c.sessions {
		cmd.Process.Kill()
	}
}

func (c *courier) deliver(s *Server, name string, mail []byte) error {
	s.t.Helper()
	return s.deliverFile(name, mail)
}
