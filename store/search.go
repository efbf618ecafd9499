package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// Search says what is searched for among the wishes and offers. What is empty
// does not matter.
type Search struct {
	Terms      []Term // all must occur
	Label      string // id of a topic, or name of a group outside the wish list
	Since      time.Time
	Until      time.Time // before which it was received
	OffersOnly bool
}

// Found is a wish or an offer that was searched for; its reasons are not told.
type Found struct {
	Placed
	Workplace string // of the author
}

// Search visits the wishes and offers that are searched for, the latest received
// first, and of one mail wishes before offers, each in their order.
func (s *Store) Search(ctx context.Context, search Search, visit func(Found) error) error {
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	type row struct {
		Found
		ReceivedAt  string `db:"received_at"`
		TopicsJSON  string `db:"topics_json"`
		OutsideJSON string `db:"outside_json"`
	}
	query, args := search.query()
	err = eachRow(ctx, tx, query, func(r row) (err error) {
		if !search.holds(r.Text) {
			return nil
		}
		if r.Received, err = parseTime(r.ReceivedAt); err == nil {
			err = unmarshalAll(field{r.TopicsJSON, &r.Topics}, field{r.OutsideJSON, &r.Outside})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", r.name(), err)
		}
		return visit(r.Found)
	}, args...)
	if err != nil {
		return fmt.Errorf("search: %w", diagnose(err))
	}
	return nil
}

// holds tells whether all terms occur in a text.
func (s Search) holds(text string) bool {
	return !slices.ContainsFunc(s.Terms, func(t Term) bool { return len(t.In(text)) == 0 })
}

// query selects what may be meant, by all but the terms' exact words.
func (s Search) query() (query string, args []any) {
	until := ""
	if !s.Until.IsZero() {
		until = formatTime(s.Until)
	}
	grams := grams(s.Terms)
	candidates := func(table string) string {
		if grams == "" {
			return `SELECT id FROM ` + table
		}
		return fmt.Sprintf(`SELECT rowid FROM %[1]s_search WHERE %[1]s_search MATCH ?1`, table)
	}
	return fmt.Sprintf(searched, candidates("wish"), candidates("offer")), []any{grams, s.Label, formatTime(s.Since), until, s.OffersOnly}
}

// searched selects wishes and offers among candidates, which it leaves open.
const searched = `
	SELECT 0 AS offer, wish.id, wish.message_id AS message, wish.person_id AS person, workplace, received_at,
	       position, rank, text, scope, coalesce(decision_id, 0) AS decision,
	       ` + topicsOfWish + ` AS topics_json,
	       ` + outsideOfWish + ` AS outside_json
	FROM wish JOIN message ON message.id = wish.message_id JOIN person ON person.id = wish.person_id
	WHERE NOT ?5 AND wish.id IN (%s)
	  AND (?2 = '' OR EXISTS (SELECT 1 FROM wish_label WHERE wish_id = wish.id AND label = ?2))
	  AND received_at >= ?3 AND (?4 = '' OR received_at < ?4)
	UNION ALL
	SELECT 1, offer.id, offer.message_id, offer.person_id, workplace, received_at,
	       position, 0, text, '', coalesce(decision_id, 0),
	       ` + topicsOfOffer + `, '[]'
	FROM offer JOIN message ON message.id = offer.message_id JOIN person ON person.id = offer.person_id
	WHERE offer.id IN (%s)
	  AND (?2 = '' OR EXISTS (SELECT 1 FROM offer_topic WHERE offer_id = offer.id AND topic = ?2))
	  AND received_at >= ?3 AND (?4 = '' OR received_at < ?4)
	ORDER BY received_at DESC, message DESC, offer, position`
