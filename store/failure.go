package store

import (
	"context"
	"fmt"
	"time"
)

// Failure is a mail that the server lists and did not send.
type Failure struct {
	Attempts int
	NextTry  time.Time
	Poison   bool // asked for so often that a person should look
	Error    string
}

// Failures returns the mails of the mailbox that the server did not send, by
// UID.
func (s *Store) Failures(ctx context.Context, box Mailbox) (map[uint32]Failure, error) {
	var rows []struct {
		UID      uint32 `db:"uid"`
		Attempts int    `db:"attempts"`
		NextTry  string `db:"next_try"`
		Poison   bool   `db:"poison"`
		Error    string `db:"error"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT uid, attempts, next_try, poison, error FROM failure WHERE mailbox_id = ? AND generation = ?`, box.ID, box.Generation)
	if err != nil {
		return nil, fmt.Errorf("read the failures: %w", diagnose(err))
	}
	failures := make(map[uint32]Failure, len(rows))
	for _, row := range rows {
		next, err := parseTime(row.NextTry)
		if err != nil {
			return nil, fmt.Errorf("failure of UID %d: %w", row.UID, err)
		}
		failures[row.UID] = Failure{Attempts: row.Attempts, NextTry: next, Poison: row.Poison, Error: row.Error}
	}
	return failures, nil
}

// Fail notes that the server did not send a mail. It is forgotten when the mail
// is dealt with.
func (s *Store) Fail(ctx context.Context, at UID, f Failure) error {
	_, err := s.db.ExecContext(ctx,
		`INSERT INTO failure (mailbox_id, generation, uid, attempts, next_try, poison, error) VALUES (?, ?, ?, ?, ?, ?, ?)
		 ON CONFLICT DO UPDATE SET attempts = excluded.attempts, next_try = excluded.next_try, poison = excluded.poison, error = excluded.error`,
		at.Mailbox.ID, at.Mailbox.Generation, at.UID, f.Attempts, formatTime(f.NextTry), f.Poison, f.Error)
	if err != nil {
		return fmt.Errorf("note the failure: %w", err)
	}
	return nil
}
