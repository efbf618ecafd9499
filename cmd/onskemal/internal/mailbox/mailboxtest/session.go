package mailboxtest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Session is a connection to a server, logged in: that of another reader of the
// mailbox, who shares no code with ours and may do what ours never does. Whatever
// goes wrong on it ends the test.
type Session struct {
	t    testing.TB
	conn net.Conn
	r    *bufio.Reader
	tags int
}

// Session logs in to the server. Close it: it does not end with the test.
func (s *Server) Session() *Session {
	s.t.Helper()
	conn, err := net.DialTimeout("tcp", s.Addr, patience)
	check(s.t, err)
	check(s.t, conn.SetDeadline(time.Now().Add(time.Minute)))
	c := &Session{t: s.t, conn: conn, r: bufio.NewReader(conn)}
	c.line() // the greeting
	if ascii(s.Password) {
		c.Do("LOGIN %q %q", s.User, s.Password)
	} else {
		check(s.t, c.command(fmt.Sprintf("LOGIN %q {%d}", s.User, len(s.Password)), []byte(s.Password)))
	}
	return c
}

// Close logs out. After it the server holds no file open for the session.
func (c *Session) Close() {
	c.t.Helper()
	c.Do("LOGOUT")
	check(c.t, c.conn.Close())
}

// Do sends a command and returns the lines of the answer before its status, which
// must be OK.
func (c *Session) Do(format string, args ...any) []string {
	c.t.Helper()
	command := fmt.Sprintf(format, args...)
	lines, err := c.finish(c.send(command))
	if err != nil {
		c.t.Fatalf("%s: %v", command, err)
	}
	return lines
}

// Append puts a mail into a folder, its line ends made CRLF. The error is the
// server's refusal.
func (c *Session) Append(folder string, mail []byte) error {
	c.t.Helper()
	mail = bytes.ReplaceAll(bytes.ReplaceAll(mail, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	return c.command(fmt.Sprintf("APPEND %q {%d}", folder, len(mail)), mail)
}

var uidValidity = regexp.MustCompile(`\[UIDVALIDITY (\d+)\]`)

// UIDValidity opens a folder as those do who may change it, and returns its
// UIDVALIDITY.
func (c *Session) UIDValidity(folder string) string {
	c.t.Helper()
	answer := strings.Join(c.Do("SELECT %q", folder), "\n")
	found := uidValidity.FindStringSubmatch(answer)
	if found == nil {
		c.t.Fatalf("no UIDVALIDITY in %q", answer)
	}
	return found[1]
}

var (
	uidItem   = regexp.MustCompile(`\bUID (\d+)`)
	flagsItem = regexp.MustCompile(`\bFLAGS \(([^)]*)\)`)
)

// Flags returns the flags of each mail in a folder, by UID, as the server lists
// them. It changes none of them.
func (c *Session) Flags(folder string) map[uint32]string {
	c.t.Helper()
	c.Do("EXAMINE %q", folder)
	flags := make(map[uint32]string)
	for _, line := range c.Do("UID FETCH 1:* (UID FLAGS)") {
		uid, set := uidItem.FindStringSubmatch(line), flagsItem.FindStringSubmatch(line)
		if uid == nil || set == nil {
			continue
		}
		n, err := strconv.ParseUint(uid[1], 10, 32)
		check(c.t, err)
		flags[uint32(n)] = set[1]
	}
	return flags
}

// command sends a command that ends in a literal.
func (c *Session) command(command string, literal []byte) error {
	c.t.Helper()
	tag := c.send(command)
	if line := c.line(); !strings.HasPrefix(line, "+") {
		return errors.New(line)
	}
	_, err := c.conn.Write(append(literal, "\r\n"...))
	check(c.t, err)
	_, err = c.finish(tag)
	return err
}

func (c *Session) send(command string) (tag string) {
	c.t.Helper()
	c.tags++
	tag = fmt.Sprintf("S%d", c.tags)
	_, err := io.WriteString(c.conn, tag+" "+command+"\r\n")
	check(c.t, err)
	return tag
}

// finish reads until the command's status. The error is one that is not OK.
func (c *Session) finish(tag string) (lines []string, err error) {
	c.t.Helper()
	for {
		line := c.line()
		status, ended := strings.CutPrefix(line, tag+" ")
		switch {
		case !ended:
			lines = append(lines, line)
		case strings.HasPrefix(status, "OK"):
			return lines, nil
		default:
			return lines, errors.New(status)
		}
	}
}

func (c *Session) line() string {
	c.t.Helper()
	line, err := c.r.ReadString('\n')
	check(c.t, err)
	return strings.TrimRight(line, "\r\n")
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > '~' }) < 0
}
