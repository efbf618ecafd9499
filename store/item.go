package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"
)

// Item is a wish or an offer of a stored message.
type Item struct {
	Offer   bool     `json:"offer,omitempty"`
	Person  int64    `json:"person"` // the author
	Rank    int      `json:"rank,omitempty"`
	Text    string   `json:"text"`
	Scope   string   `json:"scope,omitempty"` // of a wish, as Rank
	Topics  []string `json:"topics,omitempty"`
	Outside []string `json:"outside,omitempty"` // of a wish
	Why     []Reason `json:"why,omitempty"`
}

// Says tells whether two items say the same: in kind, words and labels. Whose they
// are, their ranks and reasons may differ.
func (i Item) Says(other Item) bool {
	return i.Offer == other.Offer && i.words() == other.words() && i.Scope == other.Scope &&
		slices.Equal(i.Topics, other.Topics) && slices.Equal(i.Outside, other.Outside)
}

// table is where such items are stored.
func (i Item) table() string {
	if i.Offer {
		return "offer"
	}
	return "wish"
}

// words are the item's words, each between spaces, as far as they matter.
func (i Item) words() string {
	return " " + strings.Join(strings.Fields(strings.ToLower(i.Text)), " ") + " "
}

// Placed is an item as it counts, and where it stands.
type Placed struct {
	Item
	ID       int64 // no other wish has it, nor has another offer
	Position int   // among the message's wishes or offers, from 1
	Message  int64
	Received time.Time // the message
	Decision int64     // of an editor, on which it rests; 0 for none
}

// ErrUnknownItem says that there is no such wish or offer.
var ErrUnknownItem = errors.New("not in the database")

// Item returns a wish or an offer by its number, or fails with [ErrUnknownItem].
func (s *Store) Item(ctx context.Context, offer bool, id int64) (Placed, error) {
	item, err := itemWith(ctx, s.db, offer, id)
	return item, diagnose(err)
}

func itemWith(ctx context.Context, db sqlx.QueryerContext, offer bool, id int64) (Placed, error) {
	query := `SELECT message_id FROM wish WHERE id = ?`
	if offer {
		query = `SELECT message_id FROM offer WHERE id = ?`
	}
	var message int64
	err := sqlx.GetContext(ctx, db, &message, query, id)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Placed{}, err
	}
	items, err := itemsIn(ctx, db, message) // none of message 0
	if err != nil {
		return Placed{}, err
	}
	wanted := Placed{ID: id, Item: Item{Offer: offer}}
	at := slices.IndexFunc(items, func(p Placed) bool { return p.name() == wanted.name() })
	if at < 0 {
		return Placed{}, fmt.Errorf("%s is %w", wanted.name(), ErrUnknownItem)
	}
	return items[at], nil
}

// name is the item's kind and number.
func (p Placed) name() string {
	if p.Offer {
		return fmt.Sprintf("offer %d", p.ID)
	}
	return fmt.Sprintf("wish %d", p.ID)
}

// Items returns the wishes and then the offers of a message as they count, each in
// their order.
func (s *Store) Items(ctx context.Context, message int64) ([]Placed, error) {
	items, err := itemsIn(ctx, s.db, message)
	if err != nil {
		return nil, fmt.Errorf("message %d: %w", message, diagnose(err))
	}
	return items, nil
}

func itemsIn(ctx context.Context, db sqlx.QueryerContext, message int64) ([]Placed, error) {
	return selectItems(ctx, db, `message_id = ?`, message)
}

// selectItems are the wishes and offers for which a condition on their rows holds,
// by message.
func selectItems(ctx context.Context, db sqlx.QueryerContext, where string, arg any) ([]Placed, error) {
	var rows []struct {
		Placed
		ReceivedAt  string `db:"received_at"`
		WhyJSON     string `db:"why_json"`
		TopicsJSON  string `db:"topics_json"`
		OutsideJSON string `db:"outside_json"`
	}
	err := sqlx.SelectContext(ctx, db, &rows,
		`SELECT item.*, message.received_at FROM (
		   SELECT 0 AS offer, id, message_id AS message, person_id AS person, rank, text, scope, coalesce(decision_id, 0) AS decision, why AS why_json,
		          `+topicsOfWish+` AS topics_json,
		          `+outsideOfWish+` AS outside_json, position
		   FROM wish WHERE `+where+`
		   UNION ALL
		   SELECT 1, id, message_id, person_id, 0, text, '', coalesce(decision_id, 0), why,
		          `+topicsOfOffer+`, '[]', position
		   FROM offer WHERE `+where+`
		 ) AS item JOIN message ON message.id = item.message
		 ORDER BY item.message, offer, position`, arg, arg)
	if err != nil {
		return nil, err
	}
	items := make([]Placed, len(rows))
	for i, row := range rows {
		items[i] = row.Placed
		item := &items[i]
		if item.Received, err = parseTime(row.ReceivedAt); err != nil {
			return nil, fmt.Errorf("message %d: %w", row.Message, err)
		}
		if err := unmarshalAll(field{row.WhyJSON, &item.Why}, field{row.TopicsJSON, &item.Topics}, field{row.OutsideJSON, &item.Outside}); err != nil {
			return nil, fmt.Errorf("%s: %w", row.name(), err)
		}
	}
	return items, nil
}

// The labels of a row of wish or offer, as JSON.
const (
	topicsOfWish  = `(SELECT json_group_array(label ORDER BY position) FROM wish_label WHERE wish_id = wish.id AND outside = 0)`
	outsideOfWish = `(SELECT json_group_array(label ORDER BY position) FROM wish_label WHERE wish_id = wish.id AND outside = 1)`
	topicsOfOffer = `(SELECT json_group_array(topic ORDER BY position) FROM offer_topic WHERE offer_id = offer.id)`
)

// itemsOf are the items of a message that is added, wishes first.
func (s *Store) itemsOf(ctx context.Context, tx *transaction, sender int64, m Message) ([]Item, error) {
	author := func(by string) (person int64, err error) {
		if by == "" {
			return sender, nil
		}
		return s.addPerson(ctx, tx, by)
	}
	var items []Item
	for _, w := range m.Wishes {
		person, err := author(w.By)
		if err != nil {
			return nil, err
		}
		items = append(items, Item{Person: person, Rank: w.Rank, Text: w.Text, Scope: w.Scope, Topics: w.Topics, Outside: w.Outside, Why: w.Why})
	}
	for _, o := range m.Offers {
		person, err := author(o.By)
		if err != nil {
			return nil, err
		}
		items = append(items, Item{Offer: true, Person: person, Text: o.Text, Topics: o.Topics, Why: o.Why})
	}
	return items, nil
}

// place is where an item stands in its message: its position among the wishes or
// the offers, from 1, and the decision it rests on, nil for none.
type place struct {
	message   int64
	position  int
	decision  *int64
	number    int64 // of an offer that was there before; 0 for a new one
	scattered bool  // a wish: it, or another of the message, is not stored in their order
}

// placesIn numbers the wishes and the offers of a message, in the order in which
// it is asked for them.
func placesIn(message int64) func(Item, *int64) place {
	next := map[bool]int{}
	return func(item Item, decision *int64) place {
		next[item.Offer]++
		return place{message: message, position: next[item.Offer], decision: decision}
	}
}

func insertItem(ctx context.Context, tx *transaction, item Item, at place) error {
	why, err := reasonsJSON(item.Why)
	if err != nil {
		return err
	}
	var result sql.Result
	if item.Offer {
		result, err = tx.ExecContext(ctx,
			`INSERT INTO offer (id, message_id, person_id, position, text, why, decision_id) VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?)`,
			at.number, at.message, item.Person, at.position, item.Text, why, at.decision)
	} else {
		result, err = tx.ExecContext(ctx,
			`INSERT INTO wish (message_id, person_id, position, rank, text, scope, why, decision_id, scattered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			at.message, item.Person, at.position, item.Rank, item.Text, item.Scope, why, at.decision, at.scattered)
	}
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	tx.added[item.table()] = append(tx.added[item.table()], id)
	return insertLabels(ctx, tx, item, id)
}

// updateItem gives the wish or offer with the number id what item says.
func updateItem(ctx context.Context, tx *transaction, id int64, item Item, at place) error {
	why, err := reasonsJSON(item.Why)
	if err != nil {
		return err
	}
	if item.Offer {
		_, err = tx.ExecContext(ctx, `UPDATE offer SET person_id = ?, position = ?, text = ?, why = ?, decision_id = ? WHERE id = ?`,
			item.Person, at.position, item.Text, why, at.decision, id)
	} else {
		_, err = tx.ExecContext(ctx, `UPDATE wish SET person_id = ?, position = ?, rank = ?, text = ?, scope = ?, why = ?, decision_id = ?, scattered = ? WHERE id = ?`,
			item.Person, at.position, item.Rank, item.Text, item.Scope, why, at.decision, at.scattered, id)
	}
	if err != nil {
		return err
	}
	forget := `DELETE FROM wish_label WHERE wish_id = ?`
	if item.Offer {
		forget = `DELETE FROM offer_topic WHERE offer_id = ?`
	}
	if _, err := tx.ExecContext(ctx, forget, id); err != nil {
		return err
	}
	return insertLabels(ctx, tx, item, id)
}

func insertLabels(ctx context.Context, tx *transaction, item Item, id int64) error {
	if item.Offer {
		for i, topic := range item.Topics {
			if _, err := tx.ExecContext(ctx, `INSERT INTO offer_topic (offer_id, position, topic) VALUES (?, ?, ?)`, id, i+1, topic); err != nil {
				return err
			}
		}
		return nil
	}
	for outside, labels := range [][]string{item.Topics, item.Outside} {
		for i, label := range labels {
			if _, err := tx.ExecContext(ctx,
				`INSERT INTO wish_label (wish_id, position, outside, label) VALUES (?, ?, ?, ?)`, id, i+1, outside, label); err != nil {
				return err
			}
		}
	}
	return nil
}

// deleteItem takes out what does not count now. Of an offer, what is needed should
// it count again is kept.
func deleteItem(ctx context.Context, tx *transaction, p Placed) error {
	query := `DELETE FROM wish WHERE id = ?`
	if p.Offer {
		if err := keepFormerOffer(ctx, tx, p); err != nil {
			return err
		}
		query = `DELETE FROM offer WHERE id = ?`
	}
	_, err := tx.ExecContext(ctx, query, p.ID)
	return err
}

func reasonsJSON(why []Reason) (string, error) {
	if why == nil {
		why = []Reason{}
	}
	text, err := json.Marshal(why)
	return string(text), err
}
