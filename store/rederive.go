package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/jmoiron/sqlx"
)

// Stored is a message as the program read it, whatever an editor has decided.
type Stored struct {
	ID       int64
	Received time.Time
	Kind     string
	Raw      []byte // nil when the retention time is over
	Wishes   []Wish // without By: a pseudonym cannot be turned back
	Offers   []Offer
	Decided  bool // an editor has decided on something in it
}

// Stale yields the messages that something else than derivedBy has read, in the
// order of their ids and one at a time, since they may be large. What is done with
// one while it is held changes none of the others.
func (s *Store) Stale(ctx context.Context, derivedBy string) iter.Seq2[Stored, error] {
	return func(yield func(Stored, error) bool) {
		var ids []int64
		if err := s.db.SelectContext(ctx, &ids, `SELECT id FROM message WHERE derived_by <> ? ORDER BY id`, derivedBy); err != nil {
			yield(Stored{}, fmt.Errorf("read the messages: %w", diagnose(err)))
			return
		}
		for _, id := range ids {
			m, err := s.stored(ctx, id)
			if err != nil {
				err = fmt.Errorf("message %d: %w", id, diagnose(err))
			}
			if !yield(m, err) {
				return
			}
		}
	}
}

// CountStale counts the messages that [Store.Stale] yields.
func (s *Store) CountStale(ctx context.Context, derivedBy string) (n int, err error) {
	if err := s.db.GetContext(ctx, &n, `SELECT count(*) FROM message WHERE derived_by <> ?`, derivedBy); err != nil {
		return 0, fmt.Errorf("count the messages: %w", diagnose(err))
	}
	return n, nil
}

func (s *Store) stored(ctx context.Context, id int64) (Stored, error) {
	m := Stored{ID: id}
	var row struct {
		ReceivedAt string `db:"received_at"`
		Gzip       []byte `db:"gzip"`
	}
	db := compiledQueries{s}
	err := sqlx.GetContext(ctx, db, &row,
		`SELECT received_at, gzip FROM message LEFT JOIN raw ON raw.message_id = message.id WHERE message.id = ?`, id)
	if err != nil {
		return m, err
	}
	if m.Received, err = parseTime(row.ReceivedAt); err != nil {
		return m, err
	}
	if row.Gzip != nil {
		if m.Raw, err = decompress(row.Gzip); err != nil {
			return m, fmt.Errorf("%w: %w", errDamaged, err)
		}
	}
	var items []Item
	if m.Kind, items, err = readingOf(ctx, db, id); err != nil {
		return m, err
	}
	m.Wishes, m.Offers = wishesAndOffers(items)
	decisions, err := activeDecisions(ctx, db, id)
	m.Decided = len(decisions) > 0
	return m, err
}

// wishesAndOffers are items as they are added, without By: a pseudonym cannot be
// turned back.
func wishesAndOffers(items []Item) (wishes []Wish, offers []Offer) {
	for _, i := range items {
		if i.Offer {
			offers = append(offers, Offer{Text: i.Text, Topics: i.Topics, Why: i.Why})
		} else {
			wishes = append(wishes, Wish{Rank: i.Rank, Text: i.Text, Scope: i.Scope, Topics: i.Topics, Outside: i.Outside, Why: i.Why})
		}
	}
	return wishes, offers
}

// Rederive replaces all that was read in a message by what m says; when it was
// received, its bytes, and what the ledger knows of it stay. A person to whom
// nothing is ascribed any more is not kept. A message may be stored anew once in a
// batch: until it ends, the search tables do not have what it stored.
func (b *Batch) Rederive(ctx context.Context, id int64, m Message) error {
	if err := b.store.rederive(ctx, b.tx, id, m); err != nil {
		return fmt.Errorf("store message %d anew: %w", id, err)
	}
	return nil
}

func (s *Store) rederive(ctx context.Context, tx *transaction, id int64, m Message) error {
	var before []int64
	if err := tx.SelectContext(ctx, &before, peopleOf, id); err != nil {
		return err
	}
	sender, err := s.addPerson(ctx, tx, senderOf(m, digestOf(m.Raw)))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE message SET person_id = ?, derived_by = ? WHERE id = ?`, sender, m.DerivedBy, id)
	if err != nil {
		return err
	}
	// Another mail may have become the same by its words: both are kept.
	content := sha256.Sum256([]byte(m.Text))
	if _, err := tx.ExecContext(ctx, `UPDATE OR IGNORE message SET content = ? WHERE id = ?`, content[:], id); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM doubt WHERE message_id = ? AND doubt <> ?`, id, PossibleDuplicate); err != nil {
		return err
	}
	if err := insertDoubts(ctx, tx, id, m.Doubts); err != nil {
		return err
	}
	items, err := s.itemsOf(ctx, tx, sender, m)
	if err != nil {
		return err
	}
	if err := reread(ctx, tx, id, m.Kind, items); err != nil {
		return err
	}
	return dropIdle(ctx, tx, before)
}

// peopleOf selects those who sent the message ?1 or wrote something in it.
const peopleOf = `SELECT person_id FROM message WHERE id = ?1
	UNION SELECT person_id FROM wish WHERE message_id = ?1
	UNION SELECT person_id FROM offer WHERE message_id = ?1
	UNION SELECT person_id FROM former_offer WHERE message_id = ?1
	UNION SELECT person_id FROM decision WHERE message_id = ?1
	UNION SELECT value ->> 'person' FROM reading, json_each(items) WHERE message_id = ?1`

// dropIdle forgets those of the people who sent nothing and wrote nothing. What an
// editor has said of somebody's addresses stays.
func dropIdle(ctx context.Context, tx *transaction, people []int64) error {
	for _, person := range people {
		_, err := tx.ExecContext(ctx,
			`DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM message WHERE person_id = ?1)
			 AND NOT EXISTS (SELECT 1 FROM wish WHERE person_id = ?1) AND NOT EXISTS (SELECT 1 FROM offer WHERE person_id = ?1)
			 AND NOT EXISTS (SELECT 1 FROM former_offer WHERE person_id = ?1) AND NOT EXISTS (SELECT 1 FROM decision WHERE person_id = ?1)
			 AND NOT EXISTS (SELECT 1 FROM reading, json_each(items) WHERE value ->> 'person' = ?1)
			 AND same_as IS NULL AND NOT EXISTS (SELECT 1 FROM person WHERE same_as = ?1)`, person)
		if err != nil {
			return err
		}
	}
	return nil
}

// Relabel gives what the program read in a message the topics, groups, scopes and
// reasons of m, which has the same wishes and offers; their words and whose they
// are stay.
func (b *Batch) Relabel(ctx context.Context, m Stored, derivedBy string) error {
	if err := relabel(ctx, b.tx, m, derivedBy); err != nil {
		return fmt.Errorf("label message %d anew: %w", m.ID, err)
	}
	return nil
}

func relabel(ctx context.Context, tx *transaction, m Stored, derivedBy string) error {
	kind, items, err := readingOf(ctx, tx, m.ID)
	if err != nil {
		return err
	}
	if len(items) != len(m.Wishes)+len(m.Offers) {
		return errors.New("it was changed meanwhile: run the same command again")
	}
	for i := range items {
		item := &items[i]
		if i < len(m.Wishes) {
			w := m.Wishes[i]
			item.Topics, item.Outside, item.Scope, item.Why = w.Topics, w.Outside, w.Scope, w.Why
		} else {
			o := m.Offers[i-len(m.Wishes)]
			item.Topics, item.Why = o.Topics, o.Why
		}
	}
	if _, err := tx.ExecContext(ctx, `UPDATE message SET derived_by = ? WHERE id = ?`, derivedBy, m.ID); err != nil {
		return err
	}
	return reread(ctx, tx, m.ID, kind, items)
}
