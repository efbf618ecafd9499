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

// A database that may not be written, in a folder that may not either, as on a medium of
// read-only files: what only reads works, and what writes says so in one line.
func TestReadOnlyDatabase(t *testing.T) {
	u := newUnprivileged(t)
	program := u.program(t)
	mail := fmt.Sprintf(pollMail, 1) + "\r\nVi kan visa andra:\r\n1. 3D-skrivare\r\n"
	if err := os.WriteFile(filepath.Join(u.dir, "1.eml"), []byte(mail), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (status int, stdout, stderr string) {
		t.Helper()
		var out, err strings.Builder
		cmd := u.command(t.Context(), program, append([]string{"--db", "o.db"}, args...)...)
		cmd.Args[0] = "onskemal" // by which the copy knows what to be
		cmd.Stdout, cmd.Stderr = &out, &err
		_ = cmd.Run()
		return cmd.ProcessState.ExitCode(), out.String(), err.String()
	}
	if status, _, stderr := run("import", "1.eml"); status != exitOK {
		t.Fatalf("exit status %d, %s", status, stderr)
	}
	reading := [][]string{
		{"report"}, {"status"}, {"search", "Koha"}, {"export"}, {"offers"}, {"explain", "1"}, {"explain", "mail:1"}, {"review", "--json"},
		{"review", "decisions"}, {"person", "a1@nykulla.example"}, {"topics", "suggest"}, {"quarantine", "list"}, {"report", "--db", "o.db"},
	}
	writing := [][]string{
		{"import", "1.eml"}, {"reclassify"}, {"review", "set", "1", "--analog"}, {"offers", "set", "1", "used"},
		{"topics", "deliver", "juridik"}, {"forget", "a1@nykulla.example", "--yes"},
	}
	before := make(map[string]string)
	for _, args := range reading {
		_, before[strings.Join(args, " ")], _ = run(args...)
	}
	restore := chmod(t, u.dir, map[string]os.FileMode{"o.db": 0o400, "o.db.lock": 0o400, "o.db.key": 0o400, ".": 0o500})
	for _, args := range reading {
		name := strings.Join(args, " ")
		if status, stdout, stderr := run(args...); status != exitOK || stdout != before[name] || stderr != "" {
			t.Errorf("%s: exit status %d, %q instead of %q, %q", name, status, stdout, before[name], stderr)
		}
	}
	for _, args := range writing {
		if status, _, stderr := run(args...); status != exitError || strings.Count(stderr, "\n") != 1 || !strings.HasSuffix(stderr, ": give this user write access to the database and its folder\n") {
			t.Errorf("%s: exit status %d, %q", strings.Join(args, " "), status, stderr)
		}
	}
	restore()

	// A log may hold what the file lacks, and cannot be read without writing.
	if err := os.WriteFile(filepath.Join(u.dir, "o.db-wal"), []byte("log"), 0o400); err != nil {
		t.Fatal(err)
	}
	u.own(t, "o.db-wal")
	defer chmod(t, u.dir, map[string]os.FileMode{"o.db": 0o400, ".": 0o500})()
	if status, _, stderr := run("report"); status != exitError || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "give this user write access to") {
		t.Errorf("with a log: exit status %d, %q", status, stderr)
	}
}

// A configuration folder that the user cannot look into matters only to a run that needs
// what stands there.
func TestClosedConfigurationFolder(t *testing.T) {
	u := newUnprivileged(t)
	program := u.program(t)
	t.Setenv("XDG_CONFIG_HOME", "")
	folder := filepath.Join(u.dir, ".config", "onskemal")
	err := errors.Join(os.MkdirAll(folder, 0o755), os.WriteFile(filepath.Join(folder, "onskemal.toml"), []byte("db = \"mine.db\"\n"), 0o644),
		os.WriteFile(filepath.Join(u.dir, "named.toml"), []byte("db = \"named.db\"\n"), 0o644), os.Chmod(folder, 0))
	if err != nil {
		t.Fatal(err)
	}
	u.own(t, ".config/onskemal")
	for _, c := range []struct {
		environment string
		args        []string
		status      int
		says        string
	}{
		{"", []string{"config", "show"}, exitError, "onskemal.toml: permission denied: name another one with --config, or the database with --db\n"},
		{"", []string{"config", "show", "--db", "flag.db"}, exitOK, `db = "flag.db"`},
		{"ONSKEMAL_DB=env.db", []string{"config", "show"}, exitOK, `db = "env.db"`},
		{"", []string{"config", "show", "--config", "named.toml"}, exitOK, `db = "named.db"`},
	} {
		cmd := u.command(t.Context(), program, c.args...)
		cmd.Args[0] = "onskemal" // by which the copy knows what to be
		cmd.Env = append(cmd.Env, c.environment)
		out, _ := cmd.CombinedOutput()
		if status := cmd.ProcessState.ExitCode(); status != c.status || !strings.Contains(string(out), c.says) {
			t.Errorf("%s %v: exit status %d, %s", c.environment, c.args, status, out)
		}
	}
}
