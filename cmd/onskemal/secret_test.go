package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPassword(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil { // whatever the umask
			t.Fatal(err)
		}
		return path
	}
	box := mailboxSettings{Name: "kontakt-1"}
	byFile := func(path string) mailboxSettings { return mailboxSettings{Name: "kontakt-1", PasswordFile: path} }
	byCommand := func(command ...string) mailboxSettings {
		return mailboxSettings{Name: "kontakt-1", PasswordCommand: command}
	}
	for _, c := range []struct {
		name  string
		box   mailboxSettings
		env   map[string]string
		want  string
		wrong string // part of the error
	}{
		{name: "file", box: byFile(file("good", "hem ligt\r\nrest\n", 0o600)), want: "hem ligt"},
		{name: "file for the group", box: byFile(file("group", "hemligt", 0o640)), wrong: "can be read by others (mode 0640): run chmod 600"},
		{name: "file for the world", box: byFile(file("world", "hemligt", 0o604)), wrong: "(mode 0604)"},
		{name: "empty file", box: byFile(file("empty", "\n", 0o600)), wrong: "is empty"},
		{name: "no file", box: byFile(filepath.Join(dir, "none")), wrong: "password_file: "},
		{name: "command", box: byCommand("printf", "hemligt\nrest"), want: "hemligt"},
		{name: "command that fails", box: byCommand("sh", "-c", "echo hemligt; exit 3"), wrong: "password_command sh: exit status 3"},
		{name: "command without answer", box: byCommand("true"), wrong: "password_command true printed nothing"},
		{name: "command that leaves something running", box: byCommand("sh", "-c", `while [ -d "$0" ]; do sleep 0.1; done & echo hemligt`, t.TempDir()), want: "hemligt"},
		{name: "environment", box: byFile("none"), env: map[string]string{"ONSKEMAL_PASSWORD_KONTAKT_1": "ur miljön"}, want: "ur miljön"},
		{name: "systemd", box: byFile("none"), env: map[string]string{"CREDENTIALS_DIRECTORY": filepath.Dir(file("onskemal-kontakt-1", "ur systemd\n", 0o644))}, want: "ur systemd"},
		{name: "systemd without this one", box: box, env: map[string]string{"CREDENTIALS_DIRECTORY": t.TempDir()}, wrong: "has no password: set password_file, password_command or $ONSKEMAL_PASSWORD_KONTAKT_1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for key, value := range c.env {
				t.Setenv(key, value)
			}
			got, err := c.box.password(context.Background())
			switch {
			case c.wrong == "" && err != nil:
				t.Fatal(err)
			case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
				t.Errorf("error %v, want one with %q", err, c.wrong)
			case err != nil && strings.Contains(err.Error(), "hemligt"):
				t.Errorf("the error shows the password: %v", err)
			case got != c.want:
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
