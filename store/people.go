package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// Errors of [Store.MergePeople] and [Store.SplitPerson].
var (
	ErrSameAddress = errors.New("the two addresses are the same")
	ErrNotMerged   = errors.New("nobody was merged with that person")
)

// groupOf selects the persons of all addresses that count as the person ?1.
const groupOf = `(SELECT id FROM person WHERE coalesce(same_as, id) = ?1)`

// keptAddress is what is kept of an address.
type keptAddress struct {
	ID        int64  `db:"id"`
	Hash      []byte `db:"hash"`
	Workplace string `db:"workplace"`
	CountsAs  int64  `db:"counts_as"` // a person; with one address, herself
}

// findAddress returns the zero address for one that nobody has.
func findAddress(ctx context.Context, db sqlx.QueryerContext, hash []byte) (a keptAddress, err error) {
	err = sqlx.GetContext(ctx, db, &a, `SELECT id, hash, workplace, coalesce(same_as, id) AS counts_as FROM person WHERE hash = ?`, hash)
	if errors.Is(err, sql.ErrNoRows) {
		return keptAddress{}, nil
	}
	return a, err
}

// addressesOf are all addresses of a person, the one first that she counts as.
func addressesOf(ctx context.Context, db sqlx.QueryerContext, person int64) ([]keptAddress, error) {
	var all []keptAddress
	err := sqlx.SelectContext(ctx, db, &all,
		`SELECT id, hash, workplace, coalesce(same_as, id) AS counts_as FROM person WHERE id IN `+groupOf+` ORDER BY same_as IS NOT NULL, id`, person)
	return all, err
}

// MergePeople lets two addresses count as one person, at the workplace of the
// first, and those with which either was merged before too; merged is false where
// they do so already. Nothing but that is changed, so that [Store.SplitPerson]
// takes it back. It fails with [ErrUnknownPerson], and says which of the two, or
// with [ErrSameAddress].
func (s *Store) MergePeople(ctx context.Context, first, second string) (workplace string, merged bool, err error) {
	if canonical(first) == canonical(second) {
		return "", false, ErrSameAddress
	}
	key, err := s.existingKey(ctx)
	if err != nil {
		return "", false, err
	}
	err = s.transact(ctx, func(tx *transaction) error {
		var found [2]keptAddress
		for i, text := range []string{first, second} {
			if found[i], err = findAddress(ctx, tx, personHash(key, text)); err != nil {
				return err
			}
			if found[i].ID == 0 {
				return fmt.Errorf("the %s address: %w", []string{"first", "second"}[i], ErrUnknownPerson)
			}
		}
		one, other := found[0].CountsAs, found[1].CountsAs
		if err := tx.GetContext(ctx, &workplace, `SELECT workplace FROM person WHERE id = ?`, one); err != nil {
			return err
		}
		if merged = one != other; !merged {
			return nil
		}
		_, err := tx.ExecContext(ctx, `UPDATE person SET same_as = ? WHERE coalesce(same_as, id) = ?`, one, other)
		return err
	})
	if err != nil && !errors.Is(err, ErrUnknownPerson) {
		err = fmt.Errorf("merge people: %w", err)
	}
	return workplace, merged, err
}

// SplitPerson lets an address count by itself again. It fails with
// [ErrUnknownPerson] or [ErrNotMerged].
func (s *Store) SplitPerson(ctx context.Context, text string) error {
	key, err := s.existingKey(ctx)
	if err != nil {
		return err
	}
	err = s.transact(ctx, func(tx *transaction) error {
		a, err := findAddress(ctx, tx, personHash(key, text))
		if err != nil {
			return err
		}
		if a.ID == 0 {
			return ErrUnknownPerson
		}
		all, err := addressesOf(ctx, tx, a.CountsAs)
		switch {
		case err != nil:
			return err
		case len(all) == 1:
			return ErrNotMerged
		case a.ID == a.CountsAs: // the others go on without her
			_, err = tx.ExecContext(ctx, `UPDATE person SET same_as = nullif(?1, id) WHERE same_as = ?2`, all[1].ID, a.ID)
		default:
			_, err = tx.ExecContext(ctx, `UPDATE person SET same_as = NULL WHERE id = ?`, a.ID)
		}
		return err
	})
	if err != nil && !errors.Is(err, ErrUnknownPerson) && !errors.Is(err, ErrNotMerged) {
		err = fmt.Errorf("split a person: %w", err)
	}
	return err
}
