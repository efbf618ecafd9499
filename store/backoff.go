package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Backoff is how long an account's server is left alone, and why.
type Backoff struct {
	Attempts int // in a row
	Until    time.Time
	Refused  bool // the login; else the server was busy
	Reason   string
}

// Backoff returns how long an account is left alone; the zero value for one
// that is in order.
func (s *Store) Backoff(ctx context.Context, account string) (Backoff, error) {
	var b Backoff
	var until string
	err := s.db.QueryRowxContext(ctx, `SELECT attempts, until, refused, reason FROM backoff WHERE account = ?`, account).
		Scan(&b.Attempts, &until, &b.Refused, &b.Reason)
	if errors.Is(err, sql.ErrNoRows) {
		return Backoff{}, nil
	}
	if err == nil {
		b.Until, err = parseTime(until)
	}
	if err != nil {
		return Backoff{}, fmt.Errorf("read the backoff: %w", diagnose(err))
	}
	return b, nil
}

// SetBackoff leaves an account alone for a while.
func (s *Store) SetBackoff(ctx context.Context, account string, b Backoff) error {
	_, err := s.db.ExecContext(ctx,
		`INSERT OR REPLACE INTO backoff (account, attempts, until, refused, reason) VALUES (?, ?, ?, ?, ?)`,
		account, b.Attempts, formatTime(b.Until), b.Refused, b.Reason)
	if err != nil {
		return fmt.Errorf("note the backoff: %w", err)
	}
	return nil
}

// ClearBackoff notes that an account is in order.
func (s *Store) ClearBackoff(ctx context.Context, account string) error {
	if _, err := s.db.ExecContext(ctx, `DELETE FROM backoff WHERE account = ?`, account); err != nil {
		return fmt.Errorf("end the backoff: %w", err)
	}
	return nil
}
