package store

import (
	"context"
	"database/sql"
	"fmt"
)

// CountedWish is a wish as it counts: its Person is whom the author counts as, also
// from another address of hers.
type CountedWish struct {
	Placed
	Workplace string // of that person
}

// EachWish visits all wishes as they count, in the order of their numbers and as
// they stand at one moment.
func (s *Store) EachWish(ctx context.Context, visit func(CountedWish) error) error {
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	type row struct {
		CountedWish
		ReceivedAt  string `db:"received_at"`
		WhyJSON     string `db:"why_json"`
		TopicsJSON  string `db:"topics_json"`
		OutsideJSON string `db:"outside_json"`
	}
	err = eachRow(ctx, tx,
		`SELECT wish.id, wish.message_id AS message, person.id AS person, person.workplace, received_at, position, rank, text, scope, coalesce(decision_id, 0) AS decision, why AS why_json,
		        (SELECT json_group_array(label ORDER BY position) FROM wish_label WHERE wish_id = wish.id AND outside = 0) AS topics_json,
		        (SELECT json_group_array(label ORDER BY position) FROM wish_label WHERE wish_id = wish.id AND outside = 1) AS outside_json
		 FROM wish JOIN person AS address ON address.id = wish.person_id JOIN person ON person.id = coalesce(address.same_as, address.id)
		 JOIN message ON message.id = wish.message_id ORDER BY wish.id`,
		func(r row) (err error) {
			if r.Received, err = parseTime(r.ReceivedAt); err != nil {
				return fmt.Errorf("wish %d: %w", r.ID, err)
			}
			if err := unmarshalAll(field{r.WhyJSON, &r.Why}, field{r.TopicsJSON, &r.Topics}, field{r.OutsideJSON, &r.Outside}); err != nil {
				return fmt.Errorf("wish %d: %w", r.ID, err)
			}
			return visit(r.CountedWish)
		})
	if err != nil {
		return fmt.Errorf("read the wishes: %w", diagnose(err))
	}
	return nil
}
