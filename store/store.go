// Package store keeps what was read from the mails in one SQLite file: persons,
// messages, wishes, offers, the quarantine and the ledger of polled UIDs.
//
// It is a leaf: it knows rows, not mails or topics, and decides nothing. Begin
// with [Open] to write and [OpenExisting] to read; [Store.Add] is the one way a
// mail gets in.
package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
	"github.com/jmoiron/sqlx"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Errors that callers tell apart; all come wrapped with the file's name.
var (
	ErrNoDatabase  = errors.New("no database")
	ErrNewer       = errors.New("database is from a newer onskemal")
	ErrNotDatabase = errors.New("not a database of onskemal")
	ErrLocked      = errors.New("another run holds the lock")
	ErrWrongKey    = errors.New("key file does not fit the database")
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	path string
	db   *sqlx.DB
	key  []byte // of the persons' hashes
}

// Open opens the database at path, making it (and the key file beside it) when
// there is none, and brings its schema up to date.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, fmt.Errorf("folder for the database: %w", err)
	}
	return open(ctx, path)
}

// OpenExisting opens the database at path, or fails with [ErrNoDatabase].
func OpenExisting(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, ErrNoDatabase)
	}
	return open(ctx, path)
}

func open(ctx context.Context, path string) (*Store, error) {
	if err := refuseForeignFile(path); err != nil {
		return nil, err
	}
	db, err := sqlx.Open("sqlite", dsn(path))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s := &Store{path: path, db: db}
	err = s.migrate(ctx)
	if err == nil {
		err = s.loadKey(ctx)
	}
	if err != nil {
		db.Close()
		return nil, diagnose(err)
	}
	return s, nil
}

// dsn asks for: a writer that waits for another instead of failing; WAL, so
// that reports read while a poll writes; and transactions that take the write
// lock at once, since all of ours write. synchronous=NORMAL can lose the last
// commits when the power goes, never corrupt: a lost commit is a mail whose UID
// is not in the ledger either, so the next poll fetches it again.
func dsn(path string) string {
	pragmas := url.Values{
		"_pragma": {
			"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)",
			"foreign_keys(1)", "secure_delete(1)", "trusted_schema(0)",
		},
		"_txlock": {"immediate"},
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: pragmas.Encode()}).String()
}

// refuseForeignFile keeps a mistyped path from turning somebody's file into an
// error deep inside SQLite.
func refuseForeignFile(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if info.IsDir() {
		return fmt.Errorf("%s is a folder: %w", path, ErrNotDatabase)
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	defer file.Close()
	magic := make([]byte, 16)
	if n, _ := file.Read(magic); n > 0 && string(magic[:n]) != "SQLite format 3\x00" {
		return fmt.Errorf("%s: %w", path, ErrNotDatabase)
	}
	return nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Path is the file that the store was opened with.
func (s *Store) Path() string { return s.path }

// Lock takes the lock that lets one run at a time write mails, or fails at once
// with [ErrLocked]. The lock ends with the returned function or the process.
func (s *Store) Lock() (unlock func() error, err error) {
	lock := flock.New(s.path + ".lock")
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", lock.Path(), err)
	}
	if !held {
		return nil, fmt.Errorf("%s: %w", s.path, ErrLocked)
	}
	return lock.Unlock, nil
}

// loadKey reads the key file beside the database, or makes it together with a
// new database. A database remembers a fingerprint of its key, because another
// key would count every person a second time.
func (s *Store) loadKey(ctx context.Context) error {
	path := s.path + ".key"
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.makeKey(ctx, path)
	}
	if err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	s.key, err = hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(s.key) != sha256.Size {
		return fmt.Errorf("%s: %w: want %d hexadecimal digits", path, ErrWrongKey, 2*sha256.Size)
	}
	return s.checkKey(ctx, path)
}

func (s *Store) makeKey(ctx context.Context, path string) error {
	var persons int
	if err := s.db.GetContext(ctx, &persons, `SELECT count(*) FROM person`); err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	if persons > 0 {
		return fmt.Errorf("%s is missing: %w: restore it from the backup", path, ErrWrongKey)
	}
	s.key = make([]byte, sha256.Size)
	rand.Read(s.key) // never fails
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) { // another process was quicker
		return s.loadKey(ctx)
	}
	if err != nil {
		return fmt.Errorf("make the key file: %w", err)
	}
	_, err = fmt.Fprintln(file, hex.EncodeToString(s.key))
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		os.Remove(path)
		return fmt.Errorf("make the key file: %w", err)
	}
	return s.checkKey(ctx, path)
}

func (s *Store) checkKey(ctx context.Context, path string) error {
	mine := s.fingerprint()
	var theirs string
	err := s.db.GetContext(ctx, &theirs, `SELECT value FROM meta WHERE key = 'person_key'`)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = s.db.ExecContext(ctx, `INSERT INTO meta (key, value) VALUES ('person_key', ?) ON CONFLICT DO NOTHING`, mine)
		theirs = mine
	}
	if err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	if mine != theirs {
		return fmt.Errorf("%s: %w: restore the one made with this database", path, ErrWrongKey)
	}
	return nil
}

func (s *Store) fingerprint() string {
	sum := sha256.Sum256(append([]byte("onskemal person key "), s.key...))
	return hex.EncodeToString(sum[:8])
}

// Times are kept as UTC text, so that they sort and can be read with any tool.

func formatTime(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func parseTime(text string) (time.Time, error) { return time.Parse(time.RFC3339, text) }
