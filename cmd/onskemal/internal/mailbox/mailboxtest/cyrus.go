package mailboxtest

import (
	"os"
	"path/filepath"
	"testing"
)

// Cyrus starts a server whose INBOX holds the given mails, in the order of their
// names; line ends may be LF. The server must take all of them: it refuses zero
// bytes and header lines without a colon, and puts X for each 8-bit byte of a
// header. Without `make servers` the test is skipped, or fails where the environment
// variable CI is "true".
func Cyrus(t testing.TB, mails map[string][]byte) *Server {
	t.Helper()
	folder := unpacked(t)
	s := newServer(t, "Cyrus", &cyrus{
		programs:  filepath.Join(folder, "usr/lib/cyrus/bin"),
		libraries: libraries(t, folder, "libcyrus.so.0"),
	})
	for _, sub := range []string{"config", "spool", "run/proc", "run/lock"} {
		check(t, os.MkdirAll(filepath.Join(s.dir, sub), 0o700))
	}
	s.run()
	s.fill(mails)
	return s
}

// libraries returns the folder of a library; its name has the machine's
// architecture in it.
func libraries(t testing.TB, folder, library string) string {
	t.Helper()
	for _, pattern := range []string{"usr/lib", "usr/lib/*"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern, library))
		check(t, err)
		if len(found) > 0 {
			return filepath.Dir(found[0])
		}
	}
	missing(t, "no %s below %s (run make servers anew)", library, folder)
	return ""
}

type cyrus struct {
	programs, libraries string
	group
}

func (c *cyrus) start(s *Server) error {
	s.t.Helper()
	settings := struct{ Dir, RunAs, Addr, Programs string }{s.dir, s.owner.Username, s.Addr, c.programs}
	imapd, master := s.configure("imapd.conf", settings), s.configure("cyrus.conf", settings)

	c.group = group{
		cmd:     s.owner.command(filepath.Join(c.programs, "master"), "-C", imapd, "-M", master, "-p", filepath.Join(s.dir, "pid")),
		session: "imapd",
	}
	c.cmd.Dir = s.dir
	c.cmd.Env = append(os.Environ(), "LD_LIBRARY_PATH="+c.libraries)
	check(s.t, c.cmd.Start())
	return answers(s.Addr)
}

func (c *cyrus) deliver(s *Server, _ string, mail []byte) error {
	s.t.Helper()
	session := s.Session()
	defer session.Close()
	return session.Append("INBOX", mail)
}
