package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// These run the built program as a process, as cron and people do. `make bench`
// builds it; elsewhere they are skipped.

func program(b *testing.B) string {
	b.Helper()
	path, err := filepath.Abs("../../bin/onskemal")
	if err != nil {
		b.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		b.Skip("bin/onskemal is not built: run make bench")
	}
	return path
}

func runProgram(b *testing.B, dir string, args ...string) {
	b.Helper()
	cmd := exec.Command(program(b), args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		b.Fatalf("onskemal %v: %v\n%s", args, err, &stderr)
	}
}

func BenchmarkProcessStart(b *testing.B) {
	for b.Loop() {
		runProgram(b, b.TempDir(), "version")
	}
}

func BenchmarkProcessParse(b *testing.B) {
	names, size := sharedMails(b)
	b.SetBytes(size)
	for b.Loop() {
		runProgram(b, b.TempDir(), append([]string{"parse", "--json"}, names...)...)
	}
	b.ReportMetric(float64(len(names)*b.N)/b.Elapsed().Seconds(), "mails/s")
}

func sharedMails(b *testing.B) (names []string, size int64) {
	b.Helper()
	found, err := filepath.Glob("../../../shared/corpus/*.eml")
	if err != nil || len(found) == 0 {
		b.Skip("the shared sample mails are not here")
	}
	for _, name := range found {
		absolute, err := filepath.Abs(name)
		if err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(name)
		if err != nil {
			b.Fatal(err)
		}
		names, size = append(names, absolute), size+info.Size()
	}
	return names, size
}

// BenchmarkProcessPoll polls a Dovecot with 2,000 mails, of which one in twenty
// has the subject: for the first time, and with nothing new.
func BenchmarkProcessPoll(b *testing.B) {
	mails := make(map[string][]byte)
	for i := range 2000 {
		subject := "Fika"
		if i%20 == 0 {
			subject = "Onskemal"
		}
		mails[fmt.Sprintf("%04d.eml", i)] = fmt.Appendf(nil,
			"From: p%d@w%d.example\nSubject: %s\nMessage-ID: <%d@w.example>\n\n1. Teams\n2. Koha\n3. GDPR\n%s", i, i%40, subject, i, bytes.Repeat([]byte("\n"), 100))
	}
	server := mailboxtest.Dovecot(b, mails)
	config := filepath.Join(b.TempDir(), "onskemal.toml")
	text := fmt.Sprintf("[[mailbox]]\nname = \"k\"\nhost = %q\nca_file = %q\nuser = %q\npassword_command = [\"echo\", %q]\n",
		server.TLSAddr, server.CAFile, server.User, server.Password)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			runProgram(b, b.TempDir(), "--config", config, "poll")
		}
	})
	b.Run("nothing-new", func(b *testing.B) {
		dir := b.TempDir()
		runProgram(b, dir, "--config", config, "poll")
		b.ReportAllocs()
		for b.Loop() {
			runProgram(b, dir, "--config", config, "poll")
		}
	})
}
