package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"

	"github.com/jmoiron/sqlx"
)

// keepFormerOffer sets aside what is known of an offer that is about to go, and that
// may count again when an editor or a rerun thinks better of it.
func keepFormerOffer(ctx context.Context, tx *transaction, offer Placed) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO former_offer (id, message_id, person_id, words, states)
		 SELECT id, message_id, person_id, ?2,
		        (SELECT json_group_array(json_object('state', state, 'set_at', set_at, 'set_by', set_by, 'decision_id', decision_id) ORDER BY id) FROM offer_state WHERE offer_id = offer.id)
		 FROM offer WHERE id = ?1`, offer.ID, offer.digest())
	return err
}

// formerOffer is the number that an offer of a message had before it went, rather as
// the same person's; 0 for one that was none.
func formerOffer(ctx context.Context, tx *transaction, message int64, offer Item) (id int64, err error) {
	err = tx.GetContext(ctx, &id, `SELECT id FROM former_offer WHERE message_id = ? AND words = ? ORDER BY person_id <> ?, id LIMIT 1`,
		message, offer.digest(), offer.Person)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// restoreStates gives an offer that counts again the states that it had, without those
// that were undone meanwhile.
func restoreStates(ctx context.Context, tx *transaction, offer int64) error {
	_, err := tx.ExecContext(ctx,
		`INSERT INTO offer_state (offer_id, state, set_at, set_by, decision_id)
		 SELECT former_offer.id, value ->> 'state', value ->> 'set_at', value ->> 'set_by', value ->> 'decision_id'
		 FROM former_offer, json_each(states)
		 WHERE former_offer.id = ? AND (value ->> 'decision_id' IS NULL OR EXISTS (SELECT 1 FROM decision WHERE decision.id = value ->> 'decision_id' AND undone_at IS NULL))
		 ORDER BY key`, offer)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM former_offer WHERE id = ?`, offer)
	return err
}

// formerOffersOf are the former offers of a person in a message: of each, what editors
// had done with it.
func formerOffersOf(ctx context.Context, tx *sqlx.Tx, message, person int64) ([][]OfferStep, error) {
	var ids []int64
	err := tx.SelectContext(ctx, &ids, `SELECT id FROM former_offer WHERE person_id IN `+groupOf+` AND message_id = ?2 ORDER BY id`, person, message)
	if err != nil {
		return nil, err
	}
	steps, err := selectSteps(ctx, tx,
		`SELECT former_offer.id AS offer_id, value ->> 'state' AS state, value ->> 'set_at' AS set_at, value ->> 'set_by' AS set_by
		 FROM former_offer, json_each(states) WHERE message_id = ? ORDER BY former_offer.id, key`, message)
	var all [][]OfferStep
	for _, id := range ids {
		all = append(all, steps[id])
	}
	return all, err
}

// digest is that of the item's words.
func (i Item) digest() []byte {
	sum := sha256.Sum256([]byte(i.words()))
	return sum[:]
}
