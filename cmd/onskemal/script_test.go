package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"onskemal": main})
}

// TestScript plays sessions at the command line; each script says at its top
// what it guards.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Setup: sampleMails, Cmds: commands()})
}

// TestDovecot plays sessions against real servers, one each, which hold the
// shared sample mails where they are present and the project's own elsewhere.
func TestDovecot(t *testing.T) {
	scripts, err := filepath.Glob("testdata/dovecot/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("%d sessions, %v", len(scripts), err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".txtar"), func(t *testing.T) {
			server := mailboxtest.Dovecot(t, samplesForServer(t))
			testscript.Run(t, testscript.Params{
				Files: []string{script},
				Cmds:  commands(),
				Setup: func(env *testscript.Env) error {
					env.Setenv("HOST", server.Addr)
					env.Setenv("TLSHOST", server.TLSAddr)
					env.Setenv("CAFILE", server.CAFile)
					env.Setenv("USER", server.User)
					env.Setenv("PASSWORD", server.Password)
					env.Setenv("MAILDIR", server.Maildir)
					return sampleMails(env)
				},
			})
		})
	}
}

// sampleMails lets scripts find the project's mails as testdata/mails, as in a
// checkout.
func sampleMails(env *testscript.Env) error {
	mails, err := filepath.Abs("../../testdata")
	if err != nil {
		return err
	}
	return os.Symlink(mails, filepath.Join(env.WorkDir, "testdata"))
}

func samplesForServer(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../../../shared/corpus/*.eml")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("the shared sample mails are not here")
		}
		if names, err = filepath.Glob("../../testdata/mails/*.eml"); err != nil {
			t.Fatal(err)
		}
	}
	mails := make(map[string][]byte, len(names))
	for _, name := range names {
		if mails[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	delete(mails, "broken-encrypted.eml") // the sessions count on mail that can be read
	return mails
}

// commands are what our scripts can say beyond testscript's own words.
func commands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"exits":      exits,
		"transcript": transcript,
		"substitute": substitute,
	}
}

// exits STATUS COMMAND... runs a command that must end with the status.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// substitute FILE replaces ${NAME} by the script's environment.
func substitute(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(file, []byte(os.Expand(ts.ReadFile(args[0]), ts.Getenv)), 0o600))
}

// transcript FILE runs the lines that begin with "$ " and compares what they
// print, messages too, with the lines that follow; a line "…" stands for any
// lines.
func transcript(ts *testscript.TestScript, _ bool, args []string) {
	for _, step := range strings.Split("\n"+ts.ReadFile(args[0]), "\n$ ")[1:] {
		command, want, _ := strings.Cut(step, "\n")
		var exit *exec.ExitError // an exit status is part of a session, other errors are not
		if err := ts.Exec("sh", "-c", command+" 2>&1"); err != nil && !errors.As(err, &exit) {
			ts.Fatalf("$ %s: %v", command, err)
		}
		got := strings.TrimRight(ts.ReadFile("stdout"), "\n")
		if !matches(strings.Split(got, "\n"), strings.Split(strings.TrimRight(want, "\n"), "\n")) {
			ts.Fatalf("$ %s\nprints\n%s\nnot\n%s", command, got, want)
		}
	}
}

func matches(got, want []string) bool {
	switch {
	case len(want) == 0:
		return len(got) == 0
	case want[0] == "…":
		for skipped := range len(got) + 1 {
			if matches(got[skipped:], want[1:]) {
				return true
			}
		}
		return false
	default:
		return len(got) > 0 && strings.TrimRight(got[0], " ") == strings.TrimRight(want[0], " ") && matches(got[1:], want[1:])
	}
}

// TestReadmeSession holds the README to the script that is run.
func TestReadmeSession(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile("testdata/script/readme.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, session, found := strings.Cut(string(script), "-- session --\n")
	if !found || !strings.Contains(string(readme), "```console\n"+session+"```") {
		t.Error("the README's session is not the one in testdata/script/readme.txtar")
	}
}
