package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Extent is what a server says of a folder when it opens it. Whatever comes into
// the folder changes it (RFC 3501, section 2.3.1.1).
type Extent struct {
	Messages uint32
	UIDNext  uint32 // the UID that the next message is to get; 0 where the server does not say
	ModSeq   uint64 // the number of the last change to any message (RFC 7162); 0 likewise
}

// Settled returns of what extent a folder was when the server last listed mails all
// of which have been dealt with, and when that was, or zero values. Like the ledger
// it speaks of one rule.
func (s *Store) Settled(ctx context.Context, box Mailbox, rule uint32) (e Extent, listed time.Time, err error) {
	var modSeq int64
	var at string
	err = s.db.QueryRowxContext(ctx,
		`SELECT messages, uid_next, mod_seq, listed_at FROM settled WHERE mailbox_id = ? AND generation = ? AND rule = ?`,
		box.ID, box.Generation, rule).Scan(&e.Messages, &e.UIDNext, &modSeq, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return Extent{}, time.Time{}, nil
	}
	if err == nil {
		listed, err = parseTime(at)
	}
	if err != nil {
		return Extent{}, time.Time{}, fmt.Errorf("read the last listing: %w", diagnose(err))
	}
	e.ModSeq = uint64(modSeq)
	return e, listed, nil
}

// SetSettled notes that all mails have been dealt with which the server listed, at
// that time, in a folder of that extent.
func (s *Store) SetSettled(ctx context.Context, box Mailbox, rule uint32, e Extent, listed time.Time) error {
	_, err := s.db.ExecContext(ctx,
		`INSERT OR REPLACE INTO settled (mailbox_id, generation, rule, messages, uid_next, mod_seq, listed_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		box.ID, box.Generation, rule, e.Messages, e.UIDNext, int64(e.ModSeq), formatTime(listed))
	if err != nil {
		return fmt.Errorf("note the listing: %w", err)
	}
	return nil
}
