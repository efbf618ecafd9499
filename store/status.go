package store

import (
	"context"
	"fmt"
)

// Status is what the database holds.
type Status struct {
	Messages   map[string]int64 // by kind
	Persons    int64
	Wishes     int64
	Offers     int64
	Quarantine int64
	RawBytes   int64 // compressed bytes of raw mail still kept
	Bytes      int64 // size of the database
	Schema     int64
	Mailboxes  []MailboxStatus
}

// MailboxStatus is how the polling of one mailbox stands. Times are UTC in
// RFC 3339, nil for never.
type MailboxStatus struct {
	Name     string  `db:"name"`
	Account  string  `db:"account"`
	Folder   string  `db:"folder"`
	PolledAt *string `db:"polled_at"`
	OKAt     *string `db:"ok_at"`
	Error    string  `db:"error"`
	Ledger   int64   `db:"ledger"`  // UIDs dealt with in the current generation
	Failing  int64   `db:"failing"` // UIDs that the server lists and did not send
	Backoff  *string `db:"backoff"` // until when the account is left alone, nil when it is in order
	Poison   int64   `db:"poison"`  // of these, how many were asked for so often that a person should look
}

// Status counts what the database holds.
func (s *Store) Status(ctx context.Context) (Status, error) {
	status := Status{Messages: make(map[string]int64)}
	var kinds []struct {
		Kind  string `db:"kind"`
		Count int64  `db:"count"`
	}
	err := s.db.SelectContext(ctx, &kinds, `SELECT kind, count(*) AS count FROM message GROUP BY kind`)
	if err == nil {
		err = s.db.QueryRowxContext(ctx,
			`SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM wish), (SELECT count(*) FROM offer), (SELECT count(*) FROM quarantine),
			        (SELECT coalesce(sum(length(gzip)), 0) FROM raw),
			        (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)`).
			Scan(&status.Persons, &status.Wishes, &status.Offers, &status.Quarantine, &status.RawBytes, &status.Bytes)
	}
	if err == nil {
		err = s.db.SelectContext(ctx, &status.Mailboxes,
			`SELECT name, account, folder, polled_at, ok_at, error,
			        (SELECT count(*) FROM seen WHERE mailbox_id = mailbox.id AND seen.generation = mailbox.generation) AS ledger,
			        (SELECT count(*) FROM failure WHERE mailbox_id = mailbox.id AND failure.generation = mailbox.generation) AS failing,
			        (SELECT count(*) FROM failure WHERE mailbox_id = mailbox.id AND failure.generation = mailbox.generation AND poison) AS poison,
			        (SELECT until FROM backoff WHERE backoff.account = mailbox.account) AS backoff
			 FROM mailbox ORDER BY name, folder`)
	}
	if err == nil {
		status.Schema, _, err = s.schema(ctx)
	}
	if err != nil {
		return Status{}, fmt.Errorf("read the status: %w", err)
	}
	for _, k := range kinds {
		status.Messages[k.Kind] = k.Count
	}
	return status, nil
}
