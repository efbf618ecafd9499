package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"
)

// OfferState is what has become of an offer.
type OfferState string

// The states of offers.
const (
	OfferNew       OfferState = "new"
	OfferContacted OfferState = "contacted"
	OfferUsed      OfferState = "used"
	OfferDeclined  OfferState = "declined"
)

// OfferStep is a state that an editor has given an offer.
type OfferStep struct {
	State OfferState
	At    time.Time
	By    string // user of the operating system
}

// KeptOffer is an offer with what editors need to take it up.
type KeptOffer struct {
	StoredOffer
	Contact Contact     // zero when none is kept, or not any more
	Steps   []OfferStep // the oldest first
}

// KeptOffers returns all offers, newest first.
func (s *Store) KeptOffers(ctx context.Context) (offers []KeptOffer, err error) {
	always := time.Date(10000, time.January, 1, 0, 0, 0, 0, time.UTC)
	err = s.Stock(ctx, always, func(stock *Stock) error {
		stored, err := stock.Offers(ctx)
		if err != nil {
			return err
		}
		contacts, err := contactsOf(ctx, stock.tx)
		if err != nil {
			return fmt.Errorf("read the contacts: %w", err)
		}
		steps, err := stepsOf(ctx, stock.tx)
		if err != nil {
			return fmt.Errorf("read the states of offers: %w", err)
		}
		for _, o := range stored {
			offers = append(offers, KeptOffer{StoredOffer: o, Contact: contacts[o.ID], Steps: steps[o.ID]})
		}
		return nil
	})
	return offers, err
}

// stepsOf are the steps by the numbers of the offers.
func stepsOf(ctx context.Context, db sqlx.QueryerContext) (map[int64][]OfferStep, error) {
	return selectSteps(ctx, db, `SELECT offer_id, state, set_at, set_by FROM offer_state ORDER BY id`)
}

func selectSteps(ctx context.Context, db sqlx.QueryerContext, query string, args ...any) (map[int64][]OfferStep, error) {
	var rows []struct {
		OfferID int64      `db:"offer_id"`
		State   OfferState `db:"state"`
		SetAt   string     `db:"set_at"`
		SetBy   string     `db:"set_by"`
	}
	if err := sqlx.SelectContext(ctx, db, &rows, query, args...); err != nil {
		return nil, err
	}
	steps := make(map[int64][]OfferStep)
	for _, row := range rows {
		at, err := parseTime(row.SetAt)
		if err != nil {
			return nil, fmt.Errorf("offer %d: %w", row.OfferID, err)
		}
		steps[row.OfferID] = append(steps[row.OfferID], OfferStep{row.State, at, row.SetBy})
	}
	return steps, nil
}

// SetOfferState records a state of an offer, or fails with [ErrUnknownItem]. From
// then on the offer counts as it is, whatever reads its mail later: where no
// editor has decided on it, it is decided that it was read right. A state that the
// offer has already is not recorded again.
func (s *Store) SetOfferState(ctx context.Context, offer int64, step OfferStep) error {
	err := s.transact(ctx, func(tx *transaction) error {
		item, err := itemWith(ctx, tx, true, offer)
		if err != nil {
			return err
		}
		if item.Decision == 0 {
			accepted := Ruling{Kind: Accepted, On: []Placed{item}, Is: []Item{item.Item}, At: step.At, By: step.By}
			if _, err := s.decide(ctx, tx, accepted); err != nil {
				return err
			}
		}
		var last OfferState
		err = tx.GetContext(ctx, &last, `SELECT state FROM offer_state WHERE offer_id = ? ORDER BY id DESC LIMIT 1`, offer)
		if errors.Is(err, sql.ErrNoRows) {
			last, err = OfferNew, nil
		}
		if err != nil || last == step.State {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO offer_state (offer_id, state, set_at, set_by) VALUES (?, ?, ?, ?)`,
			offer, step.State, formatTime(step.At), step.By)
		return err
	})
	if err != nil {
		return fmt.Errorf("set the state: %w", err)
	}
	return nil
}
