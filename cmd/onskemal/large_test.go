package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

// A mail of 50 MB costs no more memory than one at the limit: its first 25 MB
// wait in quarantine, the rest is not fetched, and the others are read.
func TestPollLargeMail(t *testing.T) {
	const limit, mostMemory = 25 << 20, 150 << 20
	const line = "1. Poddar och film för barn\n"
	server := mailboxtest.Dovecot(t, map[string][]byte{
		"1.mail": fmt.Appendf(nil, pollMail, 1),
		"2.mail": []byte("From: b@nykulla.example\nSubject: Önskemål\n\n" + strings.Repeat(line, 2*limit/len(line))),
		"3.mail": fmt.Appendf(nil, pollMail, 3),
	})
	p := newPoller(t, server)
	poll := func() {
		t.Helper()
		cmd := p.start(t)
		cmd.Wait()
		const says = "onskemal: 1 of 3 mails could not be read and wait in quarantine; 'onskemal report' lists them\n"
		if status := cmd.ProcessState.ExitCode(); status != exitQuarantined || fmt.Sprint(cmd.Stderr) != says {
			t.Errorf("exit status %d, %q", status, cmd.Stderr)
		}
	}
	poll()
	if got := p.relay.Passed(); got < limit || got > limit+limit/10 {
		t.Errorf("the server sent %d bytes", got)
	}
	db, err := store.OpenExisting(t.Context(), p.db)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	waiting := 0
	for q, err := range db.Untried(t.Context(), "") {
		if waiting++; err != nil || len(q.Raw) != limit+1 || !strings.HasPrefix(string(q.Raw), "From: b@nykulla.example\r\nSubject: Önskemål\r\n") {
			t.Errorf("%d bytes in quarantine, %v", len(q.Raw), err)
		}
	}
	if got := p.wishes(t); waiting != 1 || len(got) != 2 {
		t.Errorf("%d mails in quarantine, wishes %q, want those of the two other mails", waiting, got)
	}

	// The process is asked what it needed when the server sends the last mail.
	length := p.relay.Passed()
	p = newPoller(t, server)
	p.program = builtProgram(t)
	process, peak := make(chan int, 1), make(chan int, 1)
	p.relay.After(length-120, func() { peak <- peakMemory(t, <-process) })
	cmd := p.start(t)
	process <- cmd.Process.Pid
	cmd.Wait()
	select {
	case got := <-peak:
		t.Logf("%d MB at most", got>>20)
		if got > mostMemory {
			t.Errorf("%d MB of memory needed, %d at most", got>>20, mostMemory>>20)
		}
	default:
		t.Error("the poll ended before the server had sent all")
	}
}

// builtProgram is the program as it is installed: the test's own needs several
// times the memory when it looks for races.
func builtProgram(t *testing.T, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "onskemal")
	if output, err := exec.Command("go", append(append([]string{"build", "-o", path}, flags...), ".")...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return path
}

// peakMemory is the most memory that a process has had, in bytes (proc(5)).
func peakMemory(t *testing.T, process int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process))
	if err != nil {
		t.Error(err)
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(after + " ?")[0])
	if err != nil {
		t.Errorf("%s has no VmHWM: %v", status, err)
	}
	return kilobytes << 10
}
