package main

import (
	"context"
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

// unprivileged is a user whom permissions bind: for root, that is nobody.
type unprivileged struct {
	dir  string // which is the user's own
	cred *syscall.Credential
}

func newUnprivileged(t *testing.T) *unprivileged {
	t.Helper()
	// Not t.TempDir, which only its owner may enter.
	above, err := os.MkdirTemp("", "onskemal")
	if err != nil {
		t.Fatal(err)
	}
	u := &unprivileged{dir: filepath.Join(above, "data")}
	t.Cleanup(func() { os.RemoveAll(above) })
	if err := errors.Join(os.Chmod(above, 0o755), os.Mkdir(u.dir, 0o700)); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		nobody, err := user.Lookup("nobody")
		if err != nil {
			t.Fatal(err)
		}
		uid, _ := strconv.Atoi(nobody.Uid)
		gid, _ := strconv.Atoi(nobody.Gid)
		u.cred = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	u.own(t, ".")
	return u
}

// own gives the user a file of the folder.
func (u *unprivileged) own(t *testing.T, file string) {
	t.Helper()
	if u.cred == nil {
		return
	}
	if err := os.Chown(filepath.Join(u.dir, file), int(u.cred.Uid), int(u.cred.Gid)); err != nil {
		t.Fatal(err)
	}
}

// command prepares a program to be run by the user in the folder.
func (u *unprivileged) command(ctx context.Context, program string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Env = u.dir, append(os.Environ(), "HOME="+u.dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: u.cred}
	return cmd
}

// program is a copy of our program that the user may run.
func (u *unprivileged) program(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.ReadFile(self)
	copied := filepath.Join(filepath.Dir(u.dir), "onskemal")
	if err := errors.Join(err, os.WriteFile(copied, binary, 0o755)); err != nil {
		t.Fatal(err)
	}
	return copied
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
			u, server := newUnprivileged(t), mailboxtest.NewFake(t)
			program := u.program(t)
			t.Setenv("ONSKEMAL_PASSWORD_KONTAKT", "hemligt")
			mails := map[uint32]string{1: fmt.Sprintf(pollMail, 1), 2: fmt.Sprintf(pollMail, 2)}
			server.Fill(1, mails)
			config := fmt.Sprintf("db = \"o.db\"\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = \"kontakt\"\n", server.Addr)
			if err := os.WriteFile(filepath.Join(u.dir, "onskemal.toml"), []byte(config), 0o644); err != nil {
				t.Fatal(err)
			}
			poll := func(wantStatus int, wantOut, says string) {
				t.Helper()
				var stdout, stderr strings.Builder
				cmd := u.command(t.Context(), program, "poll", "--verbose")
				cmd.Args[0] = "onskemal" // by which the copy knows what to be
				cmd.Stdout, cmd.Stderr = &stdout, &stderr
				_ = cmd.Run()
				status := cmd.ProcessState.ExitCode()
				if status != wantStatus || !strings.HasPrefix(stdout.String(), wantOut) || !strings.Contains(stderr.String(), says) {
					t.Errorf("exit status %d, %q, %q; want %d, %q, %q", status, &stdout, &stderr, wantStatus, wantOut, says)
				}
				if status != exitOK && strings.Count(stderr.String(), "\n") != 1 {
					t.Errorf("%q is not one line", &stderr)
				}
			}
			poll(exitOK, "2 seen, 2 matched: 2 new", "")
			mails[3] = fmt.Sprintf(pollMail, 3)
			server.Fill(1, mails)
			server.Commands()

			restore := chmod(t, u.dir, modes)
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
