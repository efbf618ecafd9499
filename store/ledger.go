package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
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

// Run is UIDs that follow one another, the first and the last included.
type Run struct {
	First uint32 `db:"first"`
	Last  uint32 `db:"last"`
}

// Seen returns the UIDs of the mailbox that have been dealt with, ascending. Mail
// with another subject counts only if it was told by the same rule: other subjects
// in the configuration, or a better reading of them, look at it again.
func (s *Store) Seen(ctx context.Context, box Mailbox, rule uint32) ([]Run, error) {
	var seen []Run
	err := s.db.SelectContext(ctx, &seen,
		`SELECT first, last FROM seen WHERE mailbox_id = ? AND generation = ? AND (verdict <> ? OR rule = ?) ORDER BY first`,
		box.ID, box.Generation, OtherSubject, rule)
	if err != nil {
		return nil, fmt.Errorf("read the ledger: %w", diagnose(err))
	}
	return seen, nil
}

// Skip marks UIDs as mail that is not stored, all of them or none; rule is that
// by which another subject was told.
func (s *Store) Skip(ctx context.Context, box Mailbox, v Verdict, rule uint32, uids []uint32) error {
	err := s.transact(ctx, func(tx *transaction) error {
		for _, run := range runs(uids) {
			if err := mark(ctx, tx, box, run, v, rule); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	return nil
}

// runs are UIDs in any order as runs, ascending.
func runs(uids []uint32) []Run {
	var all []Run
	for _, uid := range slices.Sorted(slices.Values(uids)) {
		if n := len(all); n > 0 && uid-all[n-1].Last <= 1 {
			all[n-1].Last = uid
		} else {
			all = append(all, Run{uid, uid})
		}
	}
	return all
}

func markSeen(ctx context.Context, tx *transaction, at *UID, v Verdict) error {
	if at == nil {
		return nil
	}
	return mark(ctx, tx, at.Mailbox, Run{at.UID, at.UID}, v, 0)
}

// mark enters a run into the ledger, in the place of what stood there of its UIDs.
// It makes the row before it longer where that says the same.
func mark(ctx context.Context, tx *transaction, box Mailbox, run Run, v Verdict, rule uint32) error {
	before, err := lastRow(ctx, tx, box, run)
	if err == nil && before.Last >= run.First {
		if err = cut(ctx, tx, box, run, before); err == nil {
			before, err = lastRow(ctx, tx, box, run)
		}
	}
	if err != nil {
		return err
	}
	if before.Last+1 == run.First && before.Verdict == v && before.Rule == rule {
		_, err = tx.ExecContext(ctx, `UPDATE seen SET last = ? WHERE mailbox_id = ? AND generation = ? AND first = ?`,
			run.Last, box.ID, box.Generation, before.First)
	} else {
		err = insertRow(ctx, tx, box, ledgerRow{run, v, rule})
	}
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM failure WHERE mailbox_id = ? AND generation = ? AND uid BETWEEN ? AND ?`,
		box.ID, box.Generation, run.First, run.Last)
	return err
}

// ledgerRow is a row of the ledger; the zero value for none.
type ledgerRow struct {
	Run
	Verdict Verdict `db:"verdict"`
	Rule    uint32  `db:"rule"`
}

// lastRow is the last row that begins before the run ends. No two have a UID in
// common, so no other row reaches into the run from before it.
func lastRow(ctx context.Context, tx *transaction, box Mailbox, run Run) (row ledgerRow, err error) {
	err = tx.GetContext(ctx, &row,
		`SELECT first, last, verdict, rule FROM seen WHERE mailbox_id = ? AND generation = ? AND first <= ? ORDER BY first DESC LIMIT 1`,
		box.ID, box.Generation, run.Last)
	if errors.Is(err, sql.ErrNoRows) {
		return ledgerRow{}, nil
	}
	return row, err
}

// cut takes a run out of the ledger; reaching is its last row that does. What rows
// have of other UIDs, before the run and behind it, stays.
func cut(ctx context.Context, tx *transaction, box Mailbox, run Run, reaching ledgerRow) error {
	_, err := tx.ExecContext(ctx,
		`UPDATE seen SET last = ?3 - 1 WHERE mailbox_id = ?1 AND generation = ?2 AND last >= ?3
		 AND first = (SELECT max(first) FROM seen WHERE mailbox_id = ?1 AND generation = ?2 AND first < ?3)`,
		box.ID, box.Generation, run.First)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM seen WHERE mailbox_id = ? AND generation = ? AND first BETWEEN ? AND ?`,
		box.ID, box.Generation, run.First, run.Last)
	if err != nil || reaching.Last <= run.Last {
		return err
	}
	reaching.First = run.Last + 1
	return insertRow(ctx, tx, box, reaching)
}

func insertRow(ctx context.Context, tx *transaction, box Mailbox, row ledgerRow) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO seen (mailbox_id, generation, first, last, verdict, rule) VALUES (?, ?, ?, ?, ?, ?)`,
		box.ID, box.Generation, row.First, row.Last, row.Verdict, row.Rule)
	return err
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
