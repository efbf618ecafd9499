package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"
)

// Errors of [Store.Backup] and [Restore] that callers tell apart.
var (
	ErrExists    = errors.New("is there already")
	ErrBadBackup = errors.New("not a whole backup")
)

// Backup writes the database as it stands at one moment to the file at path,
// which is its owner's alone, and the key to a file beside it. Others may write
// to the database meanwhile. The copy is checked before it gets its name; a file
// that has the name is replaced only on demand, else it is an [ErrExists].
func (s *Store) Backup(ctx context.Context, path string, replace bool) error {
	if sameFile(s.path, path) {
		return fmt.Errorf("%s is the database itself: name another file", path)
	}
	if err := mayWrite(replace, path, keyFile(path)); err != nil {
		return err
	}
	key, err := s.existingKey(ctx)
	if err != nil {
		return err
	}
	return inPlaceOf(path, func(copied string) error {
		stored, err := s.copyTo(ctx, copied)
		if err != nil {
			return fmt.Errorf("back up to %s: %w", path, diagnose(err))
		}
		backed, err := check(ctx, copied, path, key)
		if err == nil && backed != stored {
			err = fmt.Errorf("%s: %w: it holds %+v of %+v; run again", path, ErrBadBackup, backed, stored)
		}
		if err != nil {
			return err
		}
		return copyFile(keyFile(s.path), keyFile(path))
	})
}

// Restore puts a backup and its key in the place of the database at path. The
// backup is checked first; a database that is there is replaced only on demand,
// else it is an [ErrExists]. It fails with [ErrLocked] beside a run that writes.
func Restore(ctx context.Context, backup, path string, replace bool) error {
	path = resolve(path)
	if isEmpty(backup) {
		return fmt.Errorf("%s: %w: there is no such file, or it is empty", backup, ErrBadBackup)
	}
	if err := refuseForeignFile(backup); err != nil {
		return diagnose(err)
	}
	key, err := readKey(keyFile(backup))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is missing: %w: put the key beside the backup", keyFile(backup), ErrWrongKey)
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return fmt.Errorf("folder for the database: %w", diagnose(err))
	}
	target := &Store{path: path}
	if err := target.acquire(); err != nil {
		return diagnose(err)
	}
	return errors.Join(restore(ctx, backup, path, key, replace), target.release())
}

func restore(ctx context.Context, backup, path string, key []byte, replace bool) error {
	names := []string{path}
	if there, err := readKey(keyFile(path)); err != nil || fingerprint(there) != fingerprint(key) {
		names = append(names, keyFile(path)) // another database's
	}
	if err := mayWrite(replace, names...); err != nil {
		return err
	}
	return inPlaceOf(path, func(copied string) error {
		if err := copyFile(backup, copied); err != nil {
			return err
		}
		if _, err := check(ctx, copied, backup, key); err != nil {
			return err
		}
		if err := copyFile(keyFile(backup), keyFile(path)); err != nil {
			return err
		}
		// The log of the database that was there is no part of the new one.
		for _, suffix := range []string{"-wal", "-shm", "-journal"} {
			if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return diagnose(err)
			}
		}
		return nil
	})
}

// contents counts what a database holds.
type contents struct{ Persons, Messages, Wishes, Offers, Quarantined, Seen int }

func contentsOf(ctx context.Context, db sqlx.QueryerContext) (c contents, err error) {
	err = db.QueryRowxContext(ctx,
		`SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM message), (SELECT count(*) FROM wish), (SELECT count(*) FROM offer),
		        (SELECT count(*) FROM quarantine), (SELECT coalesce(sum(last - first + 1), 0) FROM seen)`).
		Scan(&c.Persons, &c.Messages, &c.Wishes, &c.Offers, &c.Quarantined, &c.Seen)
	return c, err
}

// copyTo writes the database over the file at path, by SQLite's online backup
// within a transaction, and tells what it held then.
func (s *Store) copyTo(ctx context.Context, path string) (stored contents, err error) {
	conn, err := s.db.Connx(ctx)
	if err != nil {
		return contents{}, err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `BEGIN DEFERRED`); err != nil {
		return contents{}, err
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`) // nothing was written
	if stored, err = contentsOf(ctx, conn); err != nil {
		return contents{}, err
	}
	return stored, conn.Raw(func(driver any) error {
		source, ok := driver.(interface {
			NewBackup(to string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("the driver has no backup")
		}
		backup, err := source.NewBackup(fileURI(path, nil))
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			if err = ctx.Err(); err == nil {
				more, err = backup.Step(pagesAtOnce)
			}
		}
		return errors.Join(err, backup.Finish())
	})
}

// pagesAtOnce is how much of a backup is written before an interrupt is looked
// for.
const pagesAtOnce = 4096

// check tells whether the file at path, which is called by another name in errors,
// is a whole database with persons under the key, and counts what it holds.
func check(ctx context.Context, path, name string, key []byte) (contents, error) {
	db, err := sqlx.Open("sqlite", fileURI(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
	if err != nil {
		return contents{}, err
	}
	defer db.Close()
	s := &Store{path: name, db: db}
	if _, _, err := s.schema(ctx); errors.Is(err, ErrNewer) || errors.Is(err, ErrNotDatabase) {
		return contents{}, err
	} else if err != nil {
		return contents{}, fmt.Errorf("%s: %w: %w", name, ErrBadBackup, err)
	}
	var faults []string // or "ok"
	if err := db.SelectContext(ctx, &faults, `PRAGMA integrity_check(1)`); err != nil {
		return contents{}, fmt.Errorf("%s: %w: %w", name, ErrBadBackup, err)
	}
	if !slices.Equal(faults, []string{"ok"}) {
		return contents{}, fmt.Errorf("%s: %w: it is damaged: %s", name, ErrBadBackup, strings.Join(faults, ", "))
	}
	if err := s.fits(ctx, keyFile(name), key); err != nil {
		return contents{}, err
	}
	return contentsOf(ctx, db)
}

func fileURI(path string, query url.Values) string {
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: query.Encode()}).String()
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// mayWrite refuses names that are taken.
func mayWrite(replace bool, names ...string) error {
	for _, name := range names {
		if !replace && !isEmpty(name) {
			return fmt.Errorf("%s %w", name, ErrExists)
		}
	}
	return nil
}

// inPlaceOf lets write fill a file of its owner's alone, which then gets the name
// at path; if it fails, nothing is left.
func inPlaceOf(path string, write func(name string) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return diagnose(err)
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	if err := errors.Join(file.Close(), write(file.Name()), syncFile(file.Name())); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// syncFile waits until a file is on the disk.
func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return diagnose(errors.Join(file.Sync(), file.Close()))
}

// copyFile copies a file as a whole or not at all.
func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return diagnose(err)
	}
	defer source.Close()
	return inPlaceOf(to, func(name string) error {
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0o600)
		if err != nil {
			return err
		}
		_, err = io.Copy(file, source)
		if err := errors.Join(err, file.Close()); err != nil {
			return fmt.Errorf("copy %s: %w", from, err)
		}
		return nil
	})
}
