package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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
