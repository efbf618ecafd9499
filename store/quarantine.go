package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"
)

// ErrNotInQuarantine is of a number that no mail in quarantine has.
var ErrNotInQuarantine = errors.New("no such mail in quarantine")

// Quarantined is a mail that could not be read.
type Quarantined struct {
	Raw      []byte
	Received time.Time
	Added    time.Time
	Reason   string
	TriedBy  string // what failed to read it
}

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

// Quarantine keeps a mail that could not be read, with the reason, unless the
// same mail is stored or there already, or was forgotten. added tells which.
func (b *Batch) Quarantine(ctx context.Context, q Quarantined, at *UID) (added bool, err error) {
	added, err = b.store.quarantine(ctx, b.tx, q)
	if err == nil {
		err = markSeen(ctx, b.tx, at, verdictOf(added, verdictQuarantined))
	}
	if err != nil {
		return false, fmt.Errorf("put the message into quarantine: %w", err)
	}
	return added, nil
}

// Quarantine is [Batch.Quarantine] of a batch of one.
func (s *Store) Quarantine(ctx context.Context, q Quarantined, at *UID) (added bool, err error) {
	err = s.Batch(ctx, func(b *Batch) (err error) {
		added, err = b.Quarantine(ctx, q, at)
		return err
	})
	return added, err
}

func (s *Store) quarantine(ctx context.Context, tx *transaction, q Quarantined) (added bool, err error) {
	digest := digestOf(q.Raw)
	zipped, err := s.compress(q.Raw)
	if err != nil {
		return false, err
	}
	result, err := tx.ExecContext(ctx,
		`INSERT INTO quarantine (id, digest, received_at, added_at, reason, tried_by, gzip)
		 SELECT (SELECT max(coalesce(max(id), 0), (SELECT id FROM gone WHERE name = 'quarantine')) + 1 FROM quarantine), ?1, ?2, ?3, ?4, ?5, ?6
		 WHERE NOT EXISTS (SELECT 1 FROM message WHERE digest = ?1) AND NOT EXISTS (SELECT 1 FROM forgotten WHERE digest = ?7)
		 ON CONFLICT (digest) DO NOTHING`,
		digest[:], formatTime(q.Received), formatTime(q.Added), q.Reason, q.TriedBy, zipped, s.tombstone(digest[:]))
	if err != nil {
		return false, err
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}

// StillUnreadable notes that the program named by q.TriedBy could not read a
// mail in quarantine either.
func (s *Store) StillUnreadable(ctx context.Context, q Quarantined) error {
	digest := digestOf(q.Raw)
	_, err := s.db.ExecContext(ctx,
		`UPDATE quarantine SET reason = ?, tried_by = ? WHERE digest = ?`, q.Reason, q.TriedBy, digest[:])
	if err != nil {
		return fmt.Errorf("note in the quarantine: %w", err)
	}
	return nil
}

// HasQuarantine tells whether any mail is in quarantine.
func (s *Store) HasQuarantine(ctx context.Context) (has bool, err error) {
	if err := s.db.GetContext(ctx, &has, `SELECT EXISTS (SELECT 1 FROM quarantine)`); err != nil {
		return false, fmt.Errorf("read the quarantine: %w", diagnose(err))
	}
	return has, nil
}

// Untried yields the mails in quarantine that the program named by triedBy has
// not tried to read yet, one at a time, since they may be large. One whose kept
// bytes are damaged stays where it is.
func (s *Store) Untried(ctx context.Context, triedBy string) iter.Seq2[Quarantined, error] {
	return func(yield func(Quarantined, error) bool) {
		var ids []int64
		if err := s.db.SelectContext(ctx, &ids, `SELECT id FROM quarantine WHERE tried_by <> ? ORDER BY id`, triedBy); err != nil {
			yield(Quarantined{}, fmt.Errorf("read the quarantine: %w", diagnose(err)))
			return
		}
		for _, id := range ids {
			q, err := s.quarantined(ctx, id)
			if errors.Is(err, errDamaged) {
				continue
			}
			if !yield(q, err) {
				return
			}
		}
	}
}

// quarantined reads a mail in quarantine.
func (s *Store) quarantined(ctx context.Context, id int64) (Quarantined, error) {
	var row struct {
		ReceivedAt string `db:"received_at"`
		AddedAt    string `db:"added_at"`
		Reason     string `db:"reason"`
		TriedBy    string `db:"tried_by"`
		Gzip       []byte `db:"gzip"`
	}
	if err := s.db.GetContext(ctx, &row, `SELECT received_at, added_at, reason, tried_by, gzip FROM quarantine WHERE id = ?`, id); err != nil {
		return Quarantined{}, fmt.Errorf("read the quarantine: %w", diagnose(err))
	}
	raw, err := decompress(row.Gzip)
	if err != nil {
		return Quarantined{}, fmt.Errorf("%w: %w", errDamaged, err)
	}
	received, err := parseTime(row.ReceivedAt)
	if err != nil {
		return Quarantined{}, fmt.Errorf("quarantine: %w", err)
	}
	added, err := parseTime(row.AddedAt)
	if err != nil {
		return Quarantined{}, fmt.Errorf("quarantine: %w", err)
	}
	return Quarantined{Raw: raw, Received: received, Added: added, Reason: row.Reason, TriedBy: row.TriedBy}, nil
}
