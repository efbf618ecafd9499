package store

import (
	"context"
	"database/sql"
	"fmt"
)

// CountedItem is a wish or an offer as it counts: its Person is whom the author counts
// as, also from another address of hers.
type CountedItem struct {
	Placed
	Workplace string // of that person
}

// EachWish visits all wishes as they count, in the order of their numbers and as
// they stand at one moment.
func (s *Store) EachWish(ctx context.Context, visit func(CountedItem) error) error {
	return s.eachItem(ctx, visit,
		`SELECT wish.id, wish.message_id AS message, person.id AS person, person.workplace, received_at, position, rank, text, scope, coalesce(decision_id, 0) AS decision, why AS why_json,
		        `+topicsOfWish+` AS topics_json,
		        `+outsideOfWish+` AS outside_json
		 FROM wish JOIN person AS address ON address.id = wish.person_id JOIN person ON person.id = coalesce(address.same_as, address.id)
		 JOIN message ON message.id = wish.message_id ORDER BY wish.id`)
}

// EachOffer is EachWish for offers.
func (s *Store) EachOffer(ctx context.Context, visit func(CountedItem) error) error {
	return s.eachItem(ctx, visit,
		`SELECT 1 AS offer, offer.id, offer.message_id AS message, person.id AS person, person.workplace, received_at, position, text, coalesce(decision_id, 0) AS decision, why AS why_json,
		        `+topicsOfOffer+` AS topics_json, '[]' AS outside_json
		 FROM offer JOIN person AS address ON address.id = offer.person_id JOIN person ON person.id = coalesce(address.same_as, address.id)
		 JOIN message ON message.id = offer.message_id ORDER BY offer.id`)
}

func (s *Store) eachItem(ctx context.Context, visit func(CountedItem) error, query string) error {
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	type row struct {
		CountedItem
		ReceivedAt  string `db:"received_at"`
		WhyJSON     string `db:"why_json"`
		TopicsJSON  string `db:"topics_json"`
		OutsideJSON string `db:"outside_json"`
	}
	err = eachRow(ctx, tx, query, func(r row) (err error) {
		if r.Received, err = parseTime(r.ReceivedAt); err != nil {
			return fmt.Errorf("%s: %w", r.name(), err)
		}
		if err := unmarshalAll(field{r.WhyJSON, &r.Why}, field{r.TopicsJSON, &r.Topics}, field{r.OutsideJSON, &r.Outside}); err != nil {
			return fmt.Errorf("%s: %w", r.name(), err)
		}
		return visit(r.CountedItem)
	})
	if err != nil {
		return fmt.Errorf("read what counts: %w", diagnose(err))
	}
	return nil
}
