package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// The modes of new files, before the umask.
const (
	forEverybody fs.FileMode = 0o666
	forOwner     fs.FileMode = 0o600
)

// writeFile writes what -o names. A new file gets the mode, less what the umask
// takes; an old one keeps its own, unless the new is the owner's alone.
func writeFile(path string, mode fs.FileMode, write func(io.Writer) error) error {
	file, err := findTarget(path)
	if err != nil {
		return err
	}
	return file.write(mode, write)
}

// target is what -o names.
type target struct {
	name string      // as it was given
	path string      // of a regular file, symlinks followed
	old  fs.FileInfo // what is there, nil for nothing
}

// findTarget looks at what -o names, so that a wrong name is known before the
// report is counted.
func findTarget(name string) (target, error) {
	old, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target{name: name, path: name}, checkNew(name)
	case err != nil:
		return target{}, err
	case old.IsDir():
		return target{}, fmt.Errorf("%s is a folder: name a file in it", name)
	case !old.Mode().IsRegular(): // may have no path: /dev/stdout is a link to "pipe:[1]"
		return target{name: name, old: old}, nil
	}
	path, err := filepath.EvalSymlinks(name)
	return target{name, path, old}, err
}

// checkNew tells why no file can be made where nothing is.
func checkNew(name string) error {
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("%s is a link to what is not there: make that first, or remove the link", name)
	}
	folder := filepath.Dir(name)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("folder %s is not there: make it first", folder)
	}
	return nil
}

// write writes a file as a whole or not at all, and straight to what is no file:
// a device or a pipe.
func (t target) write(mode fs.FileMode, write func(io.Writer) error) error {
	var err error
	if t.path == "" {
		err = t.fill(write)
	} else {
		err = t.replace(filepath.Join(filepath.Dir(t.path), ".onskemal."+rand.Text()), mode, write)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	return nil
}

func (t target) fill(write func(io.Writer) error) error {
	file, err := os.OpenFile(t.name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// exchange writes a file in the place of what it held, as a whole or not at all. It
// fails when the file holds something else by now, so that two who change it at once
// do not undo one another's work: the new file's name is the same for both, and only
// one can have it at a time.
func (t target) exchange(old, new []byte) error {
	if t.path == "" {
		return fmt.Errorf("%s is no file that can be replaced", t.name)
	}
	half := filepath.Join(filepath.Dir(t.path), "."+filepath.Base(t.path)+".new")
	err := t.replace(half, forEverybody, func(w io.Writer) error {
		held, err := os.ReadFile(t.path)
		if err == nil && !bytes.Equal(held, old) {
			err = errors.New("somebody else has changed it meanwhile: look at it and run the same command again")
		}
		if err != nil {
			return err
		}
		_, err = w.Write(new)
		return err
	})
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("somebody else is changing it: run the same command again; should nobody be, remove %s", half)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", t.name, err)
	}
	return nil
}

// replace writes the file half and puts it in the place of the old one.
func (t target) replace(half string, mode fs.FileMode, write func(io.Writer) error) (err error) {
	file, err := os.OpenFile(half, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(half))
		}
	}()
	if t.old != nil && mode != forOwner {
		err = file.Chmod(t.old.Mode().Perm()) // before there is anything to read
	}
	if err := errors.Join(err, write(file), file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(half, t.path)
}

// is tells whether a writer is what the target names.
func (t target) is(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok || t.old == nil {
		return false
	}
	info, err := file.Stat()
	return err == nil && os.SameFile(t.old, info)
}
