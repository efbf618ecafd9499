package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrNotInQuarantine is of a number that no mail in quarantine has.
var ErrNotInQuarantine = errors.New("no such mail in quarantine")

// QuarantineEntry is a mail in quarantine, without its bytes.
type QuarantineEntry struct {
	ID       int64
	Received time.Time
	Added    time.Time
	Reason   string
	TriedBy  string // what failed to read it last
	Kept     int64  // its bytes, as they are kept, compressed
}

// QuarantineEntries returns what is in quarantine, in the order in which it came
// there.
func (s *Store) QuarantineEntries(ctx context.Context) ([]QuarantineEntry, error) {
	var rows []struct {
		ID         int64  `db:"id"`
		ReceivedAt string `db:"received_at"`
		AddedAt    string `db:"added_at"`
		Reason     string `db:"reason"`
		TriedBy    string `db:"tried_by"`
		Kept       int64  `db:"kept"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT id, received_at, added_at, reason, tried_by, length(gzip) AS kept FROM quarantine ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read the quarantine: %w", diagnose(err))
	}
	entries := make([]QuarantineEntry, len(rows))
	for i, row := range rows {
		entries[i] = QuarantineEntry{ID: row.ID, Reason: row.Reason, TriedBy: row.TriedBy, Kept: row.Kept}
		if entries[i].Received, err = parseTime(row.ReceivedAt); err != nil {
			return nil, fmt.Errorf("quarantine %d: %w", row.ID, err)
		}
		if entries[i].Added, err = parseTime(row.AddedAt); err != nil {
			return nil, fmt.Errorf("quarantine %d: %w", row.ID, err)
		}
	}
	return entries, nil
}

// Quarantined returns a mail in quarantine with its bytes, or
// [ErrNotInQuarantine].
func (s *Store) Quarantined(ctx context.Context, id int64) (Quarantined, error) {
	q, err := s.quarantined(ctx, id)
	if errors.Is(err, sql.ErrNoRows) {
		return Quarantined{}, fmt.Errorf("%d: %w", id, ErrNotInQuarantine)
	}
	return q, err
}
