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
