package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/digiteket/onskemal/store"
)

// configuration reads the settings. Without them there is nothing to look at.
func (e *examination) configuration() bool {
	const check = "configuration"
	s, err := e.globals.settings()
	if err != nil {
		for _, err := range eachOf(err) {
			e.fault(check, "", err)
		}
		e.warn(check, "correct it, and run doctor again", "the rest was not looked at")
		return false
	}
	e.settings = s
	switch {
	case s.file == "":
		e.warn(check, "write an onskemal.toml (README, Configuration), or name it with --config", "no file found: there is no mailbox to poll")
	case len(s.Mailboxes) == 0:
		e.warn(check, "add a [[mailbox]] to it (README, Configuration)", "%s: there is no mailbox to poll", s.file)
	default:
		e.ok(check, "%s", s.file)
	}
	// Who writes the file has programs run: password_command.
	if info, err := os.Stat(s.file); err == nil && openTo(info)&0o002 != 0 {
		e.fault(check, "chmod o-w "+s.file, fmt.Errorf("%s can be changed by everybody (mode %04o)", s.file, info.Mode().Perm()))
	}
	return true
}

// eachOf takes joined errors apart.
func eachOf(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	return []error{err}
}

func (e *examination) secrets() {
	for _, m := range e.settings.Mailboxes {
		name, err := m.checkSecret()
		if err != nil {
			e.fault("secret", "", fmt.Errorf("mailbox %q: %w", m.Name, err))
			continue
		}
		e.ok("secret", "mailbox %q: %s", m.Name, name)
	}
}

// checkSecret names where a mailbox's secret comes from and tells what is wrong
// there, as far as that can be known without running a program or asking a server.
func (m mailboxSettings) checkSecret() (name string, err error) {
	switch {
	case m.OAuth2 != nil:
		_, _, err := m.OAuth2.secrets()
		return "tokens from " + m.OAuth2.TokenURL, err
	case len(m.TokenCommand) > 0:
		_, err := exec.LookPath(m.TokenCommand[0])
		return "token_command " + m.TokenCommand[0], err
	}
	source, err := m.passwordSource()
	switch {
	case err != nil:
	case source.program != "":
		_, err = exec.LookPath(source.program)
	default:
		_, err = source.read(context.Background())
	}
	return source.name, err
}

// topics reads the topics file and the editors' tables, and tells whether the first
// is of use.
func (e *examination) topics() bool {
	load, err := e.settings.classifier()
	if err != nil {
		e.fault("topics", "'onskemal topics check' tells when it is right", err)
		return false
	}
	c := load()
	e.ok("topics", "%s, version %s", cmp.Or(e.settings.Topics, "built in"), c.Version())
	for _, table := range []struct {
		check, file string
		alone       settings
	}{
		{"courses", e.settings.Courses, settings{Courses: e.settings.Courses}},
		{"workplaces", e.settings.Workplaces, settings{Workplaces: e.settings.Workplaces}},
	} {
		if table.file == "" {
			continue
		}
		if _, err := reportOptionsOf(table.alone, c); err != nil {
			e.fault(table.check, "", err)
			continue
		}
		e.ok(table.check, "%s", table.file)
	}
	return true
}

// rights looks at who may read the files that hold mail or secrets.
func (e *examination) rights() {
	const check = "rights"
	files := store.Files(e.settings.DB)
	for _, m := range e.settings.Mailboxes {
		if m.OAuth2 != nil {
			files = append(files, m.OAuth2.cache)
		}
	}
	looked, open := false, false
	for _, file := range files {
		info, err := os.Stat(file)
		if errors.Is(err, fs.ErrNotExist) { // no token yet
			continue
		}
		if err != nil {
			e.fault(check, "", err)
			continue
		}
		looked = true
		if openTo(info) == 0 {
			continue
		}
		open = true
		remedy := "chmod 600 " + file
		if openTo(info)&0o007 != 0 {
			e.fault(check, remedy, fmt.Errorf("%s is open to everybody (mode %04o)", file, info.Mode().Perm()))
		} else {
			e.warn(check, remedy, "%s is open to its group (mode %04o)", file, info.Mode().Perm())
		}
	}
	if looked && !open {
		e.ok(check, "the files of the database are their owner's only")
	}
}

// What the disk should have left: for a poll, and for forget and restore, which
// write the database anew beside the old one, and through its log.
const (
	leastRoom  = 10 << 20
	copiesRoom = 2
)

func (e *examination) room() {
	const check = "disk"
	folder := filepath.Dir(e.settings.DB)
	var size int64
	if info, err := os.Stat(e.settings.DB); err == nil {
		size = info.Size()
	}
	free, err := freeSpace(folder)
	need := leastRoom + copiesRoom*size
	switch {
	case errors.Is(err, fs.ErrNotExist): // openDatabase tells of it
	case errors.Is(err, errors.ErrUnsupported):
		e.ok(check, "how much is free is not known on this system")
	case err != nil:
		e.fault(check, "", err)
	case free < leastRoom:
		e.fault(check, "free some space", fmt.Errorf("%.1f MB free in %s: polls will fail", megabytes(free), folder))
	case free < need:
		e.warn(check, "free some space", "%.1f MB free in %s: 'onskemal forget' needs %.1f MB", megabytes(free), folder, megabytes(need))
	default:
		e.ok(check, "%.0f MB free in %s", megabytes(free), folder)
	}
}
