// Package store keeps what was read from the mails in one SQLite file: persons,
// messages, wishes, offers, the quarantine and the ledger of polled UIDs.
//
// It is a leaf: it knows rows, not mails or topics, and decides nothing. Begin
// with [Open] to write and [OpenExisting] to read; [Store.Add] is the one way a
// mail gets in, [Store.Forget] the one way a person gets out.
package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
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
	path   string
	db     *sqlx.DB
	lock   *flock.Flock // nil when opened for reading
	key    []byte       // of the persons' hashes; nil when opened for reading
	keys   int          // how many there are: several in what [Together] returns
	uri    string       // by which SQLite opens the file
	frozen os.FileInfo  // the file when it was opened, where it is read without locks ([OpenExisting]); else nil
	zips   sync.Pool    // of *gzip.Writer, which take a megabyte each to make

	statements sync.Map // compiled: query to *sqlx.Stmt
}

// Open opens the database at path for writing. It makes the database, and the
// key file beside it, when there is none, and brings the schema up to date. Only
// one process at a time may write: another one fails at once with [ErrLocked].
func Open(ctx context.Context, path string) (*Store, error) {
	path = resolve(path)
	if err := refuseForeignFile(path); err != nil {
		return nil, diagnose(err)
	}
	if err := makeFile(path); err != nil {
		return nil, diagnose(err)
	}
	s, err := connect(path, dsn(path))
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		s.Close()
		return nil, diagnose(err)
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := s.acquire(); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	return s.loadKey(ctx)
}

// OpenExisting opens the database at path for reading, or fails with
// [ErrNoDatabase]. Others may write at the same time.
//
// Beside a database SQLite writes a log, even to read it. Where it must not, and no log
// is there, which somebody who writes would keep, the file is read as it is, without
// locks (https://www.sqlite.org/uri.html, immutable); should it be written to meanwhile
// after all, [Store.Close] fails.
func OpenExisting(ctx context.Context, path string) (*Store, error) {
	path = resolve(path)
	if err := mustExist(path); err != nil {
		return nil, err
	}
	if err := refuseForeignFile(path); err != nil {
		return nil, diagnose(err)
	}
	s, err := openCurrent(ctx, path, dsn(path))
	if isUnwritable(err) && isEmpty(path+"-wal") {
		return openFrozen(ctx, path)
	}
	return s, diagnose(err)
}

func openFrozen(ctx context.Context, path string) (*Store, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	s, err := openCurrent(ctx, path, fileURI(path, url.Values{"mode": {"ro"}, "immutable": {"1"}, "_pragma": {"trusted_schema(0)"}}))
	if err != nil {
		return nil, diagnose(err)
	}
	s.frozen = info
	return s, nil
}

// openCurrent opens a database that is there, and brings its schema up to date.
func openCurrent(ctx context.Context, path, uri string) (*Store, error) {
	s, err := connect(path, uri)
	if err != nil {
		return nil, err
	}
	if err := s.upgrade(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Reopen opens the database at path for writing, as [Open] does, but makes none:
// it fails with [ErrNoDatabase].
func Reopen(ctx context.Context, path string) (*Store, error) {
	if err := mustExist(resolve(path)); err != nil {
		return nil, err
	}
	return Open(ctx, path)
}

func mustExist(path string) error {
	if isEmpty(path) {
		return fmt.Errorf("%s: %w", path, ErrNoDatabase)
	}
	return nil
}

// isEmpty tells whether a file is not there or holds nothing.
func isEmpty(path string) bool {
	info, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

// upgrade brings the schema of a database up to date that an older program made.
func (s *Store) upgrade(ctx context.Context) error {
	current, newest, err := s.schema(ctx)
	if err != nil || current == newest {
		return err
	}
	if err := s.acquire(); err != nil {
		return err
	}
	return errors.Join(s.migrate(ctx), s.release())
}

// resolve follows symbolic links, so that the lock and the key are the same by
// whatever name a database is called.
func resolve(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// makeFile makes an empty file that is its owner's alone, since it will hold raw
// mail. SQLite gives its own files beside it the same mode.
func makeFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return fmt.Errorf("folder for the database: %w", err)
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	return file.Close()
}

func connect(path, uri string) (*Store, error) {
	db, err := sqlx.Open("sqlite", uri)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &Store{path: path, db: db, keys: 1, uri: uri}, nil
}

// dsn asks for: a writer that waits for another instead of failing; WAL, so
// that reports read while a poll writes; and transactions that take the write
// lock at once, since all of ours write. synchronous=NORMAL can lose the last
// commits when the power goes, never corrupt: a lost commit is a mail whose UID
// is not in the ledger either, so the next poll fetches it again. The log, which
// grows while somebody reads, is cut back when it is written anew: 25 MB for 3,700
// mails beside a reader, and it stayed so.
//
// The rest is as SQLite has it: pages of 8 or 16 KB, a cache of 8 or 16 MB and
// checkpoints at 4000 pages gained less than 3 % of an import or a report of a
// million wishes, mmap_size 7 % of the report for twice its memory.
func dsn(path string) string {
	pragmas := url.Values{
		"_pragma": {
			"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(NORMAL)",
			fmt.Sprintf("journal_size_limit(%d)", logLimit), "foreign_keys(1)", "secure_delete(1)", "trusted_schema(0)",
		},
		"_txlock": {"immediate"},
	}
	return fileURI(path, pragmas)
}

// logLimit is to how many bytes the log is cut back: as many as it has when it is
// first moved into the database (wal_autocheckpoint, 1000 pages).
const logLimit = 4 << 20

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

// Close closes the database and gives up the lock.
func (s *Store) Close() error { return errors.Join(s.db.Close(), s.release(), s.stillFrozen()) }

// stillFrozen tells whether a file that was read without locks is the one that was opened.
func (s *Store) stillFrozen() error {
	if s.frozen == nil {
		return nil
	}
	now, err := os.Stat(s.path)
	if err != nil || !os.SameFile(s.frozen, now) || now.Size() != s.frozen.Size() || !now.ModTime().Equal(s.frozen.ModTime()) {
		return fmt.Errorf("%s was written to meanwhile: run the same command again", s.path)
	}
	return nil
}

// Path is the file that holds the database.
func (s *Store) Path() string { return s.path }

// acquire takes the lock that lets one process at a time write. It ends with the
// process, however that ends.
func (s *Store) acquire() error {
	lock := flock.New(s.path+".lock", flock.SetPermissions(0o600))
	held, err := lock.TryLock()
	if err != nil {
		return fmt.Errorf("lock %s: %w", lock.Path(), err)
	}
	if !held {
		return fmt.Errorf("%s: %w; wait for it to end", s.path, ErrLocked)
	}
	s.lock = lock
	return nil
}

func (s *Store) release() error {
	if s.lock == nil {
		return nil
	}
	return s.lock.Close()
}

// Times are kept as UTC text, so that they sort and can be read with any tool.

// formatTime writes a time. A year that RFC 3339 cannot write, which some mail or
// server may claim, becomes the nearest that it can.
func formatTime(t time.Time) string {
	t = t.UTC()
	if year := min(max(t.Year(), 1), 9999); year != t.Year() {
		t = time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return t.Format(time.RFC3339)
}

func parseTime(text string) (time.Time, error) { return time.Parse(time.RFC3339, text) }
