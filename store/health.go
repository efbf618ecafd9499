package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"time"

	"github.com/gofrs/flock"
	"github.com/jmoiron/sqlx"
)

// Health is what is to be known of a database beyond what it holds.
type Health struct {
	Schema   int64     // that it has
	Newest   int64     // that this program knows
	Damage   []string  // what SQLite finds wrong, some of it; empty for a whole database
	Dangling int       // rows that refer to rows which are not there
	Latest   time.Time // when something was done last, by the clock of that time; zero for never
	Ahead    int       // messages that were received after the moment asked about
}

// Inspect opens the database at path for a look, or fails with [ErrNoDatabase].
// Other than [OpenExisting] it leaves an older schema as it is.
func Inspect(path string) (*Store, error) {
	path = resolve(path)
	if err := mustExist(path); err != nil {
		return nil, err
	}
	if err := refuseForeignFile(path); err != nil {
		return nil, diagnose(err)
	}
	db, err := sqlx.Open("sqlite", fileURI(path, url.Values{"_pragma": {"busy_timeout(10000)", "query_only(1)", "trusted_schema(0)"}}))
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &Store{path: path, db: db}, nil
}

// maxDamage is how many faults of a damaged database are told.
const maxDamage = 3

// Health examines the database, page by page. Of a damaged one only the damage is
// told, and of one with an older schema not what it holds.
func (s *Store) Health(ctx context.Context, now time.Time) (Health, error) {
	h, err := s.health(ctx, now)
	if err != nil {
		return Health{}, fmt.Errorf("examine %s: %w", s.path, diagnose(err))
	}
	return h, nil
}

func (s *Store) health(ctx context.Context, now time.Time) (h Health, err error) {
	if h.Schema, h.Newest, err = s.schema(ctx); err != nil {
		return Health{}, err
	}
	if err := s.db.SelectContext(ctx, &h.Damage, fmt.Sprintf(`PRAGMA integrity_check(%d)`, maxDamage)); err != nil {
		if isDamage(err) { // of what the check itself needs
			h.Damage = []string{err.Error()}
			return h, nil
		}
		return Health{}, err
	}
	if len(h.Damage) != 1 || h.Damage[0] != "ok" {
		return h, nil // nothing else can be relied on
	}
	h.Damage = nil
	if err := s.db.GetContext(ctx, &h.Dangling, `SELECT count(*) FROM pragma_foreign_key_check`); err != nil {
		return Health{}, err
	}
	if h.Schema != h.Newest {
		return h, nil
	}
	var latest sql.NullString
	err = s.db.QueryRowxContext(ctx,
		`SELECT (SELECT max(at) FROM (SELECT max(added_at) AS at FROM message UNION ALL SELECT max(added_at) FROM quarantine
		                              UNION ALL SELECT max(polled_at) FROM mailbox)),
		        (SELECT count(*) FROM message WHERE received_at > ?)`, formatTime(now)).Scan(&latest, &h.Ahead)
	if err == nil && latest.Valid {
		h.Latest, err = parseTime(latest.String)
	}
	return h, err
}

// CheckKey tells whether the key file beside the database is there and fits; the
// error wraps [ErrWrongKey] or says why it cannot be read.
func (s *Store) CheckKey(ctx context.Context) error {
	_, err := s.existingKey(ctx)
	if errors.Is(err, sql.ErrNoRows) { // the database remembers none yet
		return nil
	}
	return diagnose(err)
}

// Files are the names of those files of the database at path that are there and
// hold what is nobody else's business: mail and the key.
func Files(path string) []string {
	path = resolve(path)
	var there []string
	for _, name := range []string{path, path + "-wal", path + "-shm", keyFile(path)} {
		if _, err := os.Stat(name); err == nil {
			there = append(there, name)
		}
	}
	return there
}

// Busy tells whether a process holds the lock on the database at path. To know,
// it takes for a moment what the lock leaves to several.
func Busy(path string) (bool, error) {
	path = resolve(path) + ".lock"
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	lock := flock.New(path)
	free, err := lock.TryRLock()
	return !free, errors.Join(err, lock.Close())
}
