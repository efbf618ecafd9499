package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file is replaced as a whole: a writer that fails half-way leaves what was
// there, and nothing beside it.
func TestWriteFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.txt")
	write := func(text string, failure error) error {
		return writeFile(name, forEverybody, func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return errors.Join(err, failure)
		})
	}
	if err := write("whole\n", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is full")
	if err := write(strings.Repeat("half\n", 100_000), broken); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "write "+name) {
		t.Errorf("the failure is told as %v", err)
	}
	if text, err := os.ReadFile(name); err != nil || string(text) != "whole\n" {
		t.Errorf("the file is now %q, %v", text, err)
	}
	if files, err := os.ReadDir(filepath.Dir(name)); err != nil || len(files) != 1 {
		t.Errorf("beside the file lie %v, %v", files, err)
	}
}
