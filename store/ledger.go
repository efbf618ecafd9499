package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Verdict is what was done with a UID.
type Verdict string

// The verdicts of the ledger on mail that is not stored.
const (
	OtherSubject Verdict = "other-subject"
	OwnMail      Verdict = "own" // sent by the mailbox itself
	OldMail      Verdict = "old" // from before the first poll was told to begin
)

// And those on mail that is.
const (
	verdictStored      Verdict = "stored"
	verdictKnown       Verdict = "known" // the same bytes were stored before
	verdictQuarantined Verdict = "quarantined"
)

// Mailbox is a polled folder in one generation of its UIDs (RFC 3501, section
// 2.3.1.1: a new UIDVALIDITY makes all earlier UIDs void).
type Mailbox struct {
	ID         int64 `db:"id"`
	Generation int64 `db:"generation"`
}

// UID is a message's place in a polled mailbox.
type UID struct {
	Mailbox Mailbox
	UID     uint32
}

// Mailbox finds the mailbox or adds it, and begins a new generation when the
// server's UIDVALIDITY has changed. account names user and server.
func (s *Store) Mailbox(ctx context.Context, name, account, folder string, uidValidity uint32) (Mailbox, error) {
	var box Mailbox
	err := s.transact(ctx, func(tx *transaction) error {
		return tx.QueryRowxContext(ctx,
			`INSERT INTO mailbox (name, account, folder, uidvalidity, generation) VALUES (?, ?, ?, ?, 1)
			 ON CONFLICT (account, folder) DO UPDATE SET
			    name = excluded.name,
			    generation = generation + (uidvalidity <> excluded.uidvalidity),
			    uidvalidity = excluded.uidvalidity
			 RETURNING id, generation`, name, account, folder, uidValidity).Scan(&box.ID, &box.Generation)
	})
	if err != nil {
		return Mailbox{}, fmt.Errorf("find mailbox %s: %w", name, err)
	}
	return box, nil
}

// FindMailbox is [Store.Mailbox] without the writing. A mailbox that is not
// there, or whose UIDVALIDITY has changed, has no UIDs in the ledger.
func (s *Store) FindMailbox(ctx context.Context, account, folder string, uidValidity uint32) (Mailbox, error) {
	var box Mailbox
	err := s.db.QueryRowxContext(ctx,
		`SELECT id, generation FROM mailbox WHERE account = ? AND folder = ? AND uidvalidity = ?`,
		account, folder, uidValidity).Scan(&box.ID, &box.Generation)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Mailbox{}, fmt.Errorf("find mailbox: %w", err)
	}
	return box, nil
}

// Seen returns the UIDs of the mailbox that have been dealt with. Mail with
// another subject counts only if it was told by the same rule: other subjects in
// the configuration, or a better reading of them, look at it again.
func (s *Store) Seen(ctx context.Context, box Mailbox, rule uint32) (map[uint32]bool, error) {
	rows, err := s.db.QueryxContext(ctx,
		`SELECT uid FROM seen WHERE mailbox_id = ? AND generation = ? AND (verdict <> ? OR rule = ?)`,
		box.ID, box.Generation, OtherSubject, rule)
	if err != nil {
		return nil, fmt.Errorf("read the ledger: %w", diagnose(err))
	}
	defer rows.Close()
	seen := make(map[uint32]bool)
	for rows.Next() {
		var uid uint32
		if err := rows.Scan(&uid); err != nil {
			return nil, fmt.Errorf("read the ledger: %w", err)
		}
		seen[uid] = true
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the ledger: %w", diagnose(err))
	}
	return seen, nil
}

// Skip marks UIDs as mail that is not stored, all of them or none; rule is that
// by which another subject was told.
func (s *Store) Skip(ctx context.Context, box Mailbox, v Verdict, rule uint32, uids []uint32) error {
	if len(uids) == 0 {
		return nil
	}
	list, err := json.Marshal(uids)
	if err != nil {
		return err
	}
	err = s.transact(ctx, func(tx *transaction) error {
		_, err := tx.ExecContext(ctx,
			`INSERT INTO seen (mailbox_id, generation, uid, verdict, rule)
			 SELECT ?, ?, value, ?, ? FROM json_each(?) WHERE true -- else ON is taken for a join's
			 ON CONFLICT DO UPDATE SET verdict = excluded.verdict, rule = excluded.rule WHERE verdict = 'other-subject'`,
			box.ID, box.Generation, v, rule, list)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM failure WHERE mailbox_id = ? AND generation = ? AND uid IN (SELECT value FROM json_each(?))`,
			box.ID, box.Generation, list)
		return err
	})
	if err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	return nil
}

// Polled notes the end of a poll of a folder, also of one that never got as far
// as [Store.Mailbox]; failure is nil when it reached the last mail.
func (s *Store) Polled(ctx context.Context, name, account, folder string, at time.Time, failure error) error {
	message := ""
	if failure != nil {
		message = failure.Error()
	}
	_, err := s.db.ExecContext(ctx,
		`INSERT INTO mailbox (name, account, folder, uidvalidity, generation, polled_at, ok_at, error)
		 VALUES (?1, ?2, ?3, 0, 0, ?4, CASE WHEN ?5 = '' THEN ?4 END, ?5)
		 ON CONFLICT (account, folder) DO UPDATE SET
		    name = excluded.name, polled_at = excluded.polled_at, ok_at = coalesce(excluded.ok_at, ok_at), error = excluded.error`,
		name, account, folder, formatTime(at), message)
	if err != nil {
		return fmt.Errorf("note the poll: %w", err)
	}
	return nil
}

// verdictOf is the verdict on a mail that was added, or was known.
func verdictOf(added bool, v Verdict) Verdict {
	if !added {
		return verdictKnown
	}
	return v
}

func markSeen(ctx context.Context, tx *transaction, at *UID, v Verdict) error {
	if at == nil {
		return nil
	}
	_, err := tx.ExecContext(ctx,
		`INSERT INTO seen (mailbox_id, generation, uid, verdict) VALUES (?, ?, ?, ?)
		 ON CONFLICT DO UPDATE SET verdict = excluded.verdict`,
		at.Mailbox.ID, at.Mailbox.Generation, at.UID, v)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM failure WHERE mailbox_id = ? AND generation = ? AND uid = ?`,
		at.Mailbox.ID, at.Mailbox.Generation, at.UID)
	return err
}
