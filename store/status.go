package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/jmoiron/sqlx"
)

// Status is what the database holds.
type Status struct {
	Messages   map[string]int64 // by kind
	Persons    int64
	Wishes     int64
	Offers     int64
	Quarantine map[string]int64 // by reason
	RawBytes   int64            // compressed bytes of raw mail still kept
	Bytes      int64            // size of the database
	Schema     int64
	Mailboxes  []MailboxStatus
}

// MailboxStatus is how the polling of one mailbox stands, in the current
// generation of its UIDs. Times are UTC in RFC 3339, nil for never.
type MailboxStatus struct {
	Name     string  `db:"name"`
	Account  string  `db:"account"`
	Folder   string  `db:"folder"`
	PolledAt *string `db:"polled_at"`
	OKAt     *string `db:"ok_at"`
	Error    string  `db:"error"`
	Backoff  *string `db:"backoff"` // until when the account is left alone, nil when it is in order

	Ledger   int64             // UIDs dealt with
	Verdicts map[Verdict]int64 // and how
	Failures []FailedUID       // UIDs that the server lists and did not send
}

// FailedUID is a [Failure] and whose it is.
type FailedUID struct {
	UID uint32
	Failure
}

// Status counts what the database holds.
func (s *Store) Status(ctx context.Context) (Status, error) {
	var status Status
	err := s.db.QueryRowxContext(ctx,
		`SELECT (SELECT count(*) FROM person WHERE same_as IS NULL), (SELECT count(*) FROM wish), (SELECT count(*) FROM offer),
		        (SELECT coalesce(sum(length(gzip)), 0) FROM raw),
		        (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)`).
		Scan(&status.Persons, &status.Wishes, &status.Offers, &status.RawBytes, &status.Bytes)
	if err == nil {
		status.Messages, err = counts[string](ctx, s.db, `SELECT kind AS key, count(*) AS count FROM message GROUP BY kind`)
	}
	if err == nil {
		status.Quarantine, err = counts[string](ctx, s.db, `SELECT reason AS key, count(*) AS count FROM quarantine GROUP BY reason`)
	}
	if err == nil {
		status.Mailboxes, err = s.mailboxes(ctx)
	}
	if err == nil {
		status.Schema, _, err = s.schema(ctx)
	}
	if err != nil {
		return Status{}, fmt.Errorf("read the status: %w", diagnose(err))
	}
	return status, nil
}

func (s *Store) mailboxes(ctx context.Context) ([]MailboxStatus, error) {
	var rows []struct {
		MailboxStatus
		Mailbox
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT id, generation, name, account, folder, polled_at, ok_at, error,
		        (SELECT until FROM backoff WHERE backoff.account = mailbox.account) AS backoff
		 FROM mailbox ORDER BY name, folder`)
	if err != nil {
		return nil, err
	}
	boxes := make([]MailboxStatus, len(rows))
	for i, row := range rows {
		box := row.MailboxStatus
		box.Verdicts, err = counts[Verdict](ctx, s.db,
			`SELECT verdict AS key, sum(last - first + 1) AS count FROM seen WHERE mailbox_id = ? AND generation = ? GROUP BY verdict`, row.ID, row.Generation)
		if err != nil {
			return nil, err
		}
		for _, n := range box.Verdicts {
			box.Ledger += n
		}
		failures, err := s.Failures(ctx, row.Mailbox)
		if err != nil {
			return nil, err
		}
		for _, uid := range slices.Sorted(maps.Keys(failures)) {
			box.Failures = append(box.Failures, FailedUID{uid, failures[uid]})
		}
		boxes[i] = box
	}
	return boxes, nil
}

// counts reads rows of a key and a count.
func counts[K ~string](ctx context.Context, db *sqlx.DB, query string, args ...any) (map[K]int64, error) {
	var rows []struct {
		Key   K     `db:"key"`
		Count int64 `db:"count"`
	}
	if err := db.SelectContext(ctx, &rows, query, args...); err != nil {
		return nil, err
	}
	found := make(map[K]int64)
	for _, row := range rows {
		found[row.Key] = row.Count
	}
	return found, nil
}
