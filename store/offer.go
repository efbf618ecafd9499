package store

import (
	"context"
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

// Uptake is what is known for taking an offer up, and what has come of it.
type Uptake struct {
	Contact Contact     // zero when none is kept, or not any more
	Steps   []OfferStep // the oldest first
}

// Latest is the state that counts.
func (u Uptake) Latest() OfferState {
	if len(u.Steps) == 0 {
		return OfferNew
	}
	return u.Steps[len(u.Steps)-1].State
}

// KeptOffer is an offer with what editors need to take it up.
type KeptOffer struct {
	StoredOffer
	Uptake
}

// KeptOffers returns all offers, newest first.
func (s *Store) KeptOffers(ctx context.Context) (offers []KeptOffer, err error) {
	always := time.Date(10000, time.January, 1, 0, 0, 0, 0, time.UTC)
	err = s.Stock(ctx, always, func(stock *Stock) error {
		stored, err := stock.Offers(ctx)
		if err != nil {
			return err
		}
		uptakes, err := uptakesOf(ctx, stock.tx, 0)
		if err != nil {
			return fmt.Errorf("read what has come of the offers: %w", err)
		}
		for _, o := range stored {
			offers = append(offers, KeptOffer{o, uptakes[o.ID]})
		}
		return nil
	})
	return offers, err
}

// uptakesOf are what has come of the offers of a message, 0 for all, by their
// numbers.
func uptakesOf(ctx context.Context, db sqlx.QueryerContext, message int64) (map[int64]Uptake, error) {
	contacts, err := contactsOf(ctx, db, message)
	if err != nil {
		return nil, err
	}
	steps, err := stepsOf(ctx, db, message)
	if err != nil {
		return nil, err
	}
	uptakes := make(map[int64]Uptake)
	for id, contact := range contacts {
		uptakes[id] = Uptake{Contact: contact}
	}
	for id := range steps {
		uptakes[id] = Uptake{contacts[id], steps[id]}
	}
	return uptakes, nil
}

// stepsOf are the steps of the offers of a message, 0 for all, by their numbers.
func stepsOf(ctx context.Context, db sqlx.QueryerContext, message int64) (map[int64][]OfferStep, error) {
	return selectSteps(ctx, db,
		`SELECT offer_id, state, set_at, set_by FROM offer_state
		 WHERE ?1 = 0 OR offer_id IN (SELECT id FROM offer WHERE message_id = ?1) ORDER BY id`, message)
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

// SetOfferState records a state of an offer, or fails with [ErrUnknownItem]. It is a
// decision of the state's name: from then on the offer counts as it is, whatever reads
// its mail later, and [Store.Undo] gives it the state back that it had. A state that
// the offer has already is not recorded again.
func (s *Store) SetOfferState(ctx context.Context, offer int64, step OfferStep) error {
	err := s.transact(ctx, func(tx *transaction) error {
		item, err := itemWith(ctx, tx, true, offer)
		if err != nil {
			return err
		}
		steps, err := stepsOf(ctx, tx, item.Message)
		if err != nil || (Uptake{Steps: steps[offer]}).Latest() == step.State {
			return err
		}
		decision, err := s.decide(ctx, tx, Ruling{
			Kind: DecisionKind(step.State), On: []Placed{item}, Is: []Item{item.Item}, At: step.At, By: step.By,
		})
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO offer_state (offer_id, state, set_at, set_by, decision_id) VALUES (?, ?, ?, ?, ?)`,
			offer, step.State, formatTime(step.At), step.By, decision)
		return err
	})
	if err != nil {
		return fmt.Errorf("set the state: %w", err)
	}
	return nil
}
