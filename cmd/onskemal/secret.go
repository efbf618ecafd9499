package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// passwordPatience bounds a password command that asks somebody who is not there.
const passwordPatience = time.Minute

// passwordFarewell bounds the wait for what an ended password command leaves
// running, such as an agent, with its output still open. What it said counts.
const passwordFarewell = time.Second

// password finds a mailbox's password. No error ever shows it.
func (m mailboxSettings) password(ctx context.Context) (string, error) {
	source, err := m.passwordSource()
	if err != nil {
		return "", err
	}
	return source.read(ctx)
}

// secretSource is where a password comes from.
type secretSource struct {
	name    string // for messages
	program string // that is run for it, "" for none
	read    func(context.Context) (string, error)
}

// passwordSource looks for a mailbox's password in the environment, among
// systemd's credentials, in a file, and last with a command.
func (m mailboxSettings) passwordSource() (secretSource, error) {
	found := func(name, secret string) (secretSource, error) {
		return secretSource{name: name, read: func(context.Context) (string, error) { return secret, nil }}, nil
	}
	if secret := os.Getenv(m.passwordVariable()); secret != "" {
		return found("$"+m.passwordVariable(), secret)
	}
	if secret, err := m.credential(); err != nil {
		return secretSource{}, err
	} else if secret != "" {
		return found("systemd's credential "+m.credentialName(), secret)
	}
	switch {
	case m.PasswordFile != "":
		read := func(context.Context) (string, error) { return secretFile("password_file", m.PasswordFile) }
		return secretSource{name: "password_file " + m.PasswordFile, read: read}, nil
	case len(m.PasswordCommand) > 0:
		read := func(ctx context.Context) (string, error) {
			return secretCommand(ctx, "password_command", m.PasswordCommand)
		}
		return secretSource{"password_command " + m.PasswordCommand[0], m.PasswordCommand[0], read}, nil
	}
	return secretSource{}, fmt.Errorf("mailbox %q has no password: set password_file, password_command or $%s", m.Name, m.passwordVariable())
}

// passwordVariable is ONSKEMAL_PASSWORD_ and the name in capitals.
func (m mailboxSettings) passwordVariable() string {
	return "ONSKEMAL_PASSWORD_" + regexp.MustCompile(`[^A-Z0-9]+`).ReplaceAllString(strings.ToUpper(m.Name), "_")
}

// credential is systemd's (systemd.exec(5), LoadCredential=), "" for none. The
// folder is the service's own, so its mode is systemd's concern.
func (m mailboxSettings) credential() (string, error) {
	dir := os.Getenv("CREDENTIALS_DIRECTORY")
	if dir == "" {
		return "", nil
	}
	text, err := os.ReadFile(filepath.Join(dir, m.credentialName()))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("systemd credential: %w", err)
	}
	return firstLine(text), nil
}

func (m mailboxSettings) credentialName() string { return "onskemal-" + filepath.Base(m.Name) }

// secretFile reads a file that the setting names.
func secretFile(setting, path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", fmt.Errorf("%s: %w", setting, err)
	}
	if openTo(info) != 0 {
		return "", fmt.Errorf("%s %s can be read by others (mode %04o): run chmod 600 on it", setting, path, info.Mode().Perm())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("%s: %w", setting, err)
	}
	if secret := firstLine(text); secret != "" {
		return secret, nil
	}
	return "", fmt.Errorf("%s %s is empty", setting, path)
}

// secretCommand runs the command that the setting names.
func secretCommand(ctx context.Context, setting string, command []string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, passwordPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.WaitDelay = passwordFarewell
	text, err := cmd.Output()
	if err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		return "", fmt.Errorf("%s %s: %w", setting, command[0], err)
	}
	if secret := firstLine(text); secret != "" {
		return secret, nil
	}
	return "", fmt.Errorf("%s %s printed nothing", setting, command[0])
}

func firstLine(text []byte) string {
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimRight(line, "\r")
}
