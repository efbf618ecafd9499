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
	"os"
	"strings"
)

// loadKey reads the key file beside the database, or makes it together with a
// new database. A database remembers a fingerprint of its key, because another
// key would count every person a second time.
func (s *Store) loadKey(ctx context.Context) error {
	path := keyFile(s.path)
	key, err := readKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.makeKey(ctx, path)
	}
	if err != nil {
		return err
	}
	s.key = key
	return s.checkKey(ctx, path)
}

// keyFile is the key's file beside a database.
func keyFile(database string) string { return database + ".key" }

func readKey(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("key file: %w", err)
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(key) != sha256.Size {
		return nil, fmt.Errorf("%s: %w: want %d hexadecimal digits", path, ErrWrongKey, 2*sha256.Size)
	}
	return key, nil
}

// existingKey is the key also of a store that was opened for reading, which may
// do without.
func (s *Store) existingKey(ctx context.Context) ([]byte, error) {
	if s.key != nil {
		return s.key, nil
	}
	path := keyFile(s.path)
	key, err := readKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missingKey(path)
	}
	if err != nil {
		return nil, err
	}
	return key, s.fits(ctx, path, key)
}

func missingKey(path string) error {
	return fmt.Errorf("%s is missing: %w: restore it from the backup", path, ErrWrongKey)
}

func (s *Store) makeKey(ctx context.Context, path string) error {
	var persons int
	if err := s.db.GetContext(ctx, &persons, `SELECT count(*) FROM person`); err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	if persons > 0 {
		return missingKey(path)
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

// checkKey compares the store's key with the database, which remembers the first
// one that it is opened with.
func (s *Store) checkKey(ctx context.Context, path string) error {
	err := s.fits(ctx, path, s.key)
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	_, err = s.db.ExecContext(ctx, `INSERT INTO meta (key, value) VALUES ('person_key', ?) ON CONFLICT DO NOTHING`, fingerprint(s.key))
	if err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	return nil
}

// fits tells whether the key from the file at path is that of the database's
// persons; [sql.ErrNoRows] says that there was none yet.
func (s *Store) fits(ctx context.Context, path string, key []byte) error {
	var theirs string
	if err := s.db.GetContext(ctx, &theirs, `SELECT value FROM meta WHERE key = 'person_key'`); err != nil {
		return fmt.Errorf("key file: %w", err)
	}
	if fingerprint(key) != theirs {
		return fmt.Errorf("%s: %w: restore the one made with this database", path, ErrWrongKey)
	}
	return nil
}

func fingerprint(key []byte) string {
	sum := sha256.Sum256(append([]byte("onskemal person key "), key...))
	return hex.EncodeToString(sum[:8])
}
