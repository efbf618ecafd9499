package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// unprivileged runs the program as a user whom permissions bind, in a folder of its
// own: for root, that is nobody.
type unprivileged struct {
	dir     string
	program string
	cred    *syscall.Credential // nil for the current user
}

func newUnprivileged(t *testing.T) *unprivileged {
	t.Helper()
	// Not t.TempDir, which only its owner may enter.
	dir, err := os.MkdirTemp("", "onskemal")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		os.Chmod(filepath.Join(dir, "data"), 0o700)
		os.RemoveAll(dir)
	})
	m := &unprivileged{dir: filepath.Join(dir, "data"), program: filepath.Join(dir, "onskemal")}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.ReadFile(self)
	if err := errors.Join(err, os.Chmod(dir, 0o755), os.WriteFile(m.program, binary, 0o755), os.Mkdir(m.dir, 0o700)); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() != 0 {
		return m
	}
	nobody, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(nobody.Uid)
	gid, _ := strconv.Atoi(nobody.Gid)
	m.cred = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	if err := os.Chown(m.dir, uid, gid); err != nil {
		t.Fatal(err)
	}
	return m
}

// run runs the program and returns its exit status and what it said.
func (m *unprivileged) run(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, messages strings.Builder
	cmd := &exec.Cmd{
		Path: m.program, Args: append([]string{"onskemal"}, args...), Dir: m.dir, Stdout: &out, Stderr: &messages,
		Env:         []string{"ONSKEMAL_PASSWORD_KONTAKT=hemligt"},
		SysProcAttr: &syscall.SysProcAttr{Credential: m.cred},
	}
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), messages.String()
}

// Where the database or what lies beside it may not be written, a poll says so
// in one line with the remedy and leaves the mailbox alone; once it may, the next
// poll stores what came.
func TestPollReadOnly(t *testing.T) {
	for name, modes := range map[string]map[string]os.FileMode{
		"all":                      {"o.db": 0o400, "o.db.lock": 0o400, "o.db.key": 0o400, ".": 0o500},
		"file and folder":          {"o.db": 0o400, ".": 0o500},
		"folder":                   {".": 0o500},
		"file":                     {"o.db": 0o400},
		"file, not to read either": {"o.db": 0},
		"lock":                     {"o.db.lock": 0},
		"key":                      {"o.db.key": 0},
	} {
		t.Run(name, func(t *testing.T) {
			m, server := newUnprivileged(t), mailboxtest.NewFake(t)
			mails := map[uint32]string{1: fmt.Sprintf(pollMail, 1), 2: fmt.Sprintf(pollMail, 2)}
			server.Fill(1, mails)
			config := fmt.Sprintf("db = \"o.db\"\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", server.Addr)
			if err := os.WriteFile(filepath.Join(m.dir, "onskemal.toml"), []byte(config), 0o644); err != nil {
				t.Fatal(err)
			}
			poll := func(wantStatus int, wantOut, says string) {
				t.Helper()
				status, stdout, stderr := m.run(t, "poll", "--verbose")
				if status != wantStatus || !strings.HasPrefix(stdout, wantOut) || !strings.Contains(stderr, says) {
					t.Errorf("exit status %d, %q, %q; want %d, %q, %q", status, stdout, stderr, wantStatus, wantOut, says)
				}
				if status != exitOK && strings.Count(stderr, "\n") != 1 {
					t.Errorf("%q is not one line", stderr)
				}
			}
			poll(exitOK, "2 seen, 2 matched: 2 new", "")
			mails[3] = fmt.Sprintf(pollMail, 3)
			server.Fill(1, mails)
			server.Commands()

			restore := chmod(t, m.dir, modes)
			poll(exitError, "", ": give this user write access to the database and its folder\n")
			if asked := server.Commands(); len(asked) > 0 {
				t.Errorf("the server was asked %q in vain", asked)
			}
			restore()
			poll(exitOK, "1 seen, 1 matched: 1 new", "")
			poll(exitOK, "0 seen", "")
		})
	}
}

// chmod gives files of a folder other modes until restore is called.
func chmod(t *testing.T, dir string, modes map[string]os.FileMode) (restore func()) {
	t.Helper()
	before := make(map[string]os.FileMode)
	for _, file := range slices.Backward(slices.Sorted(maps.Keys(modes))) { // the folder last
		path := filepath.Join(dir, file)
		info, err := os.Stat(path)
		if err := errors.Join(err, os.Chmod(path, modes[file])); err != nil {
			t.Fatal(err)
		}
		before[path] = info.Mode()
	}
	return func() {
		for _, path := range slices.Sorted(maps.Keys(before)) { // the folder first
			if err := os.Chmod(path, before[path]); err != nil {
				t.Fatal(err)
			}
		}
	}
}
