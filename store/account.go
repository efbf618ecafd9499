package store

import (
	"context"
	"fmt"
	"time"
)

// Account is all that is kept of a message: how the program read it, what editors
// decided, and what counts.
type Account struct {
	Stored
	Sender    int64 // person
	Added     time.Time
	Subject   string // "" when it is not kept any more
	MessageID string // likewise
	DerivedBy string // what read it
	Counts    string // the kind that counts
	Doubts    []string
	Items     []Placed         // that count, wishes before offers
	Uptakes   map[int64]Uptake // what has come of the offers, by their numbers
	Decisions []Decision       // in the order in which they were made, also those that count no more
}

// Account returns all that is kept of a message, or fails with [ErrUnknownMessage].
func (s *Store) Account(ctx context.Context, id int64) (Account, error) {
	stored, err := s.Message(ctx, id)
	if err != nil {
		return Account{}, err
	}
	a := Account{Stored: stored}
	if err := s.addAccount(ctx, &a); err != nil {
		return Account{}, fmt.Errorf("message %d: %w", id, diagnose(err))
	}
	return a, nil
}

// addAccount reads what is kept beside the reading.
func (s *Store) addAccount(ctx context.Context, a *Account) error {
	var row struct {
		Sender    int64   `db:"person_id"`
		AddedAt   string  `db:"added_at"`
		Subject   *string `db:"subject"`
		MessageID *string `db:"message_id"`
		DerivedBy string  `db:"derived_by"`
		Kind      string  `db:"kind"`
	}
	err := s.db.GetContext(ctx, &row, `SELECT person_id, added_at, subject, message_id, derived_by, kind FROM message WHERE id = ?`, a.ID)
	if err != nil {
		return err
	}
	a.Sender, a.Subject, a.MessageID, a.DerivedBy, a.Counts = row.Sender, orEmpty(row.Subject), orEmpty(row.MessageID), row.DerivedBy, row.Kind
	if a.Added, err = parseTime(row.AddedAt); err != nil {
		return err
	}
	if err := s.db.SelectContext(ctx, &a.Doubts, `SELECT doubt FROM doubt WHERE message_id = ? ORDER BY doubt`, a.ID); err != nil {
		return err
	}
	if a.Items, err = itemsIn(ctx, s.db, a.ID); err != nil {
		return err
	}
	if a.Uptakes, err = uptakesOf(ctx, s.db, a.ID); err != nil {
		return err
	}
	if a.Decisions, err = selectDecisions(ctx, s.db, `SELECT * FROM decision WHERE message_id = ? ORDER BY id`, a.ID); err != nil {
		return err
	}
	return addReadings(ctx, s.db, a.Decisions)
}

// Numbered is what an editor may name by a number.
type Numbered string

// What has numbers.
const (
	Wishes   Numbered = "wish"
	Offers   Numbered = "offer"
	Messages Numbered = "message"
)

// Near returns the numbers in use on either side of one that is not: the last below
// it and the first above, 0 for none.
func (s *Store) Near(ctx context.Context, of Numbered, id int64) (below, above int64, err error) {
	err = s.db.QueryRowxContext(ctx,
		`SELECT (SELECT coalesce(max(id), 0) FROM `+string(of)+` WHERE id < ?1), (SELECT coalesce(min(id), 0) FROM `+string(of)+` WHERE id > ?1)`, id).
		Scan(&below, &above)
	if err != nil {
		return 0, 0, fmt.Errorf("look for a %s: %w", of, diagnose(err))
	}
	return below, above, nil
}
