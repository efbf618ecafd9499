package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/jmoiron/sqlx"
)

// Stored is a message as it was read.
type Stored struct {
	ID       int64
	Received time.Time
	Kind     string
	Raw      []byte // nil when the retention time is over
	Wishes   []Wish // without By: a pseudonym cannot be turned back
	Offers   []Offer
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
		Kind       string `db:"kind"`
		Gzip       []byte `db:"gzip"`
	}
	err := s.db.GetContext(ctx, &row,
		`SELECT received_at, kind, gzip FROM message LEFT JOIN raw ON raw.message_id = message.id WHERE message.id = ?`, id)
	if err != nil {
		return m, err
	}
	m.Kind = row.Kind
	if m.Received, err = parseTime(row.ReceivedAt); err != nil {
		return m, err
	}
	if row.Gzip != nil {
		if m.Raw, err = decompress(row.Gzip); err != nil {
			return m, fmt.Errorf("%w: %w", errDamaged, err)
		}
	}
	if m.Wishes, err = wishesOf(ctx, s.db, id, everybody); err != nil {
		return m, err
	}
	m.Offers, err = offersOf(ctx, s.db, id, everybody)
	return m, err
}

// everybody stands for a person where no matter whose is meant.
const everybody int64 = 0

// wishesOf reads a person's wishes of a message, in their order, without By.
func wishesOf(ctx context.Context, db sqlx.QueryerContext, message, person int64) ([]Wish, error) {
	var rows []struct {
		ID    int64  `db:"id"`
		Rank  int    `db:"rank"`
		Text  string `db:"text"`
		Scope string `db:"scope"`
		Why   string `db:"why"`
	}
	err := sqlx.SelectContext(ctx, db, &rows,
		`SELECT id, rank, text, scope, why FROM wish WHERE message_id = ?1 AND (?2 = 0 OR person_id = ?2) ORDER BY position`, message, person)
	if err != nil {
		return nil, err
	}
	var wishes []Wish
	for _, row := range rows {
		wish := Wish{Rank: row.Rank, Text: row.Text, Scope: row.Scope}
		if err := json.Unmarshal([]byte(row.Why), &wish.Why); err != nil {
			return nil, fmt.Errorf("wish %d: %w", row.ID, err)
		}
		const labels = `SELECT label FROM wish_label WHERE wish_id = ? AND outside = ? ORDER BY position`
		if err := sqlx.SelectContext(ctx, db, &wish.Topics, labels, row.ID, 0); err != nil {
			return nil, err
		}
		if err := sqlx.SelectContext(ctx, db, &wish.Outside, labels, row.ID, 1); err != nil {
			return nil, err
		}
		wishes = append(wishes, wish)
	}
	return wishes, nil
}

// offersOf is wishesOf for offers.
func offersOf(ctx context.Context, db sqlx.QueryerContext, message, person int64) ([]Offer, error) {
	var rows []struct {
		ID   int64  `db:"id"`
		Text string `db:"text"`
		Why  string `db:"why"`
	}
	err := sqlx.SelectContext(ctx, db, &rows,
		`SELECT id, text, why FROM offer WHERE message_id = ?1 AND (?2 = 0 OR person_id = ?2) ORDER BY position`, message, person)
	if err != nil {
		return nil, err
	}
	var offers []Offer
	for _, row := range rows {
		offer := Offer{Text: row.Text}
		if err := json.Unmarshal([]byte(row.Why), &offer.Why); err != nil {
			return nil, fmt.Errorf("offer %d: %w", row.ID, err)
		}
		if err := sqlx.SelectContext(ctx, db, &offer.Topics, `SELECT topic FROM offer_topic WHERE offer_id = ? ORDER BY position`, row.ID); err != nil {
			return nil, err
		}
		offers = append(offers, offer)
	}
	return offers, nil
}

// Rederive replaces all that was read in a message by what m says; when it was
// received, its bytes, and what the ledger knows of it stay. A person to whom
// nothing is ascribed any more is not kept.
func (s *Store) Rederive(ctx context.Context, id int64, m Message) error {
	err := s.transact(ctx, func(tx *transaction) error {
		var before []int64
		if err := tx.SelectContext(ctx, &before, peopleOf, id); err != nil {
			return err
		}
		sender, err := s.addPerson(ctx, tx, senderOf(m, digestOf(m.Raw)))
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE message SET person_id = ?, kind = ?, derived_by = ? WHERE id = ?`, sender, m.Kind, m.DerivedBy, id)
		if err != nil {
			return err
		}
		// Another mail may have become the same by its words: both are kept.
		content := sha256.Sum256([]byte(m.Text))
		if _, err := tx.ExecContext(ctx, `UPDATE OR IGNORE message SET content = ? WHERE id = ?`, content[:], id); err != nil {
			return err
		}
		for _, table := range []string{"wish", "offer"} {
			if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE message_id = ?`, id); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM doubt WHERE message_id = ? AND doubt <> ?`, id, PossibleDuplicate); err != nil {
			return err
		}
		if err := s.insertContents(ctx, tx, id, sender, m); err != nil {
			return err
		}
		return dropIdle(ctx, tx, before)
	})
	if err != nil {
		return fmt.Errorf("store message %d anew: %w", id, err)
	}
	return nil
}

// peopleOf selects those who sent the message ?1 or wrote something in it.
const peopleOf = `SELECT person_id FROM message WHERE id = ?1
	UNION SELECT person_id FROM wish WHERE message_id = ?1
	UNION SELECT person_id FROM offer WHERE message_id = ?1`

// dropIdle forgets those of the people who sent nothing and wrote nothing.
func dropIdle(ctx context.Context, tx *transaction, people []int64) error {
	for _, person := range people {
		_, err := tx.ExecContext(ctx,
			`DELETE FROM person WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM message WHERE person_id = ?1)
			 AND NOT EXISTS (SELECT 1 FROM wish WHERE person_id = ?1) AND NOT EXISTS (SELECT 1 FROM offer WHERE person_id = ?1)`, person)
		if err != nil {
			return err
		}
	}
	return nil
}

// Relabel gives the wishes and offers of a message, in their order, the topics,
// groups, scopes and reasons of m, which has as many of each; their words and
// whose they are stay.
func (s *Store) Relabel(ctx context.Context, m Stored, derivedBy string) error {
	err := s.transact(ctx, func(tx *transaction) error {
		for i, wish := range m.Wishes {
			why, err := reasonsJSON(wish.Why)
			if err != nil {
				return err
			}
			var id int64
			err = tx.GetContext(ctx, &id,
				`UPDATE wish SET scope = ?, why = ? WHERE message_id = ? AND position = ? RETURNING id`, wish.Scope, why, m.ID, i+1)
			if err != nil {
				return noSuch(err, "wish", i+1)
			}
			if _, err := tx.ExecContext(ctx, `DELETE FROM wish_label WHERE wish_id = ?`, id); err != nil {
				return err
			}
			if err := insertLabels(ctx, tx, id, wish); err != nil {
				return err
			}
		}
		for i, offer := range m.Offers {
			why, err := reasonsJSON(offer.Why)
			if err != nil {
				return err
			}
			var id int64
			err = tx.GetContext(ctx, &id, `UPDATE offer SET why = ? WHERE message_id = ? AND position = ? RETURNING id`, why, m.ID, i+1)
			if err != nil {
				return noSuch(err, "offer", i+1)
			}
			if _, err := tx.ExecContext(ctx, `DELETE FROM offer_topic WHERE offer_id = ?`, id); err != nil {
				return err
			}
			if err := insertOfferTopics(ctx, tx, id, offer); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, `UPDATE message SET derived_by = ? WHERE id = ?`, derivedBy, m.ID)
		return err
	})
	if err != nil {
		return fmt.Errorf("label message %d anew: %w", m.ID, err)
	}
	return nil
}

func noSuch(err error, what string, position int) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("there is no %s number %d", what, position)
	}
	return err
}
