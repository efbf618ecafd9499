package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// Record is a row of a [Store.Dump]: one of the Dump types below. Times are UTC
// in RFC 3339, as they are stored.
type Record any

// DumpPerson is a person, known by a number that means something within this
// database only.
type DumpPerson struct {
	ID        int64  `db:"id"`
	Workplace string `db:"workplace"`
	SameAs    *int64 `db:"same_as"` // the person as whom she counts, nil for herself
}

// DumpMessage is a mail without what names its sender.
type DumpMessage struct {
	ID         int64  `db:"id"`
	Person     int64  `db:"person_id"`
	ReceivedAt string `db:"received_at"`
	AddedAt    string `db:"added_at"`
	Kind       string `db:"kind"`
	DerivedBy  string `db:"derived_by"`
	Doubts     []string
}

// DumpWish is a wish.
type DumpWish struct {
	ID       int64  `db:"id"`
	Message  int64  `db:"message_id"`
	Person   int64  `db:"person_id"` // the author
	Position int    `db:"position"`
	Rank     int    `db:"rank"`
	Text     string `db:"text"`
	Scope    string `db:"scope"`
	Decision *int64 `db:"decision_id"` // of an editor, on which it rests
	Topics   []string
	Outside  []string
	Why      []Reason
}

// DumpOffer is an offer.
type DumpOffer struct {
	ID       int64  `db:"id"`
	Message  int64  `db:"message_id"`
	Person   int64  `db:"person_id"`
	Position int    `db:"position"`
	Text     string `db:"text"`
	Decision *int64 `db:"decision_id"`
	Topics   []string
	Why      []Reason
}

// DumpOfferStep is an [OfferStep].
type DumpOfferStep struct {
	Offer int64      `db:"offer_id"`
	State OfferState `db:"state"`
	SetAt string     `db:"set_at"`
	SetBy string     `db:"set_by"`
}

// DumpDecision is a [Decision] as it was made.
type DumpDecision struct {
	ID         int64        `db:"id"`
	Message    int64        `db:"message_id"`
	Person     int64        `db:"person_id"`
	Kind       DecisionKind `db:"kind"`
	DecidedAt  string       `db:"decided_at"`
	DecidedBy  string       `db:"decided_by"`
	ReplacedBy *int64       `db:"replaced_by"`
	UndoneAt   *string      `db:"undone_at"`
	Was, Is    []Item
}

// DumpQuarantined is a mail in quarantine, without its bytes.
type DumpQuarantined struct {
	ID         int64  `db:"id"`
	ReceivedAt string `db:"received_at"`
	AddedAt    string `db:"added_at"`
	Reason     string `db:"reason"`
}

// DumpDelivery is a [Delivery] and when it was recorded.
type DumpDelivery struct {
	Topic       string `db:"topic"`
	DeliveredAt string `db:"delivered_at"`
	RecordedAt  string `db:"recorded_at"`
}

// DumpSchema is the first record: the version of the schema.
type DumpSchema struct{ Version int64 }

// Dump visits everything that is stored apart from what names people and from the
// ledger, as it stands at one moment: the schema, then persons, messages, wishes,
// offers and what became of them, decisions, the quarantine and deliveries, each in
// the order of their keys.
func (s *Store) Dump(ctx context.Context, visit func(Record) error) error {
	version, _, err := s.schema(ctx)
	if err != nil {
		return diagnose(err)
	}
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	if err := visit(DumpSchema{version}); err != nil {
		return err
	}
	for _, dump := range []func(context.Context, *sqlx.Tx, func(Record) error) error{
		dumpPersons, dumpMessages, dumpWishes, dumpOffers, dumpOfferSteps, dumpDecisions, dumpQuarantine, dumpDeliveries,
	} {
		if err := dump(ctx, tx, visit); err != nil {
			return fmt.Errorf("read everything: %w", diagnose(err))
		}
	}
	return nil
}

func dumpPersons(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	return eachRow(ctx, tx, `SELECT id, workplace, same_as FROM person ORDER BY id`, func(row DumpPerson) error { return visit(row) })
}

func dumpMessages(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	type row struct {
		DumpMessage
		DoubtsJSON string `db:"doubts"`
	}
	return eachRow(ctx, tx,
		`SELECT id, person_id, received_at, added_at, kind, derived_by,
		        (SELECT json_group_array(doubt ORDER BY doubt) FROM doubt WHERE doubt.message_id = message.id) AS doubts
		 FROM message ORDER BY id`,
		func(r row) error {
			if err := json.Unmarshal([]byte(r.DoubtsJSON), &r.Doubts); err != nil {
				return fmt.Errorf("message %d: %w", r.ID, err)
			}
			return visit(r.DumpMessage)
		})
}

func dumpWishes(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	type row struct {
		DumpWish
		TopicsJSON  string `db:"topics"`
		OutsideJSON string `db:"outside"`
		WhyJSON     string `db:"why"`
	}
	return eachRow(ctx, tx,
		`SELECT id, message_id, person_id, position, rank, text, scope, decision_id, why,
		        `+topicsOfWish+` AS topics,
		        `+outsideOfWish+` AS outside
		 FROM wish ORDER BY id`,
		func(r row) error {
			if err := unmarshalAll(field{r.TopicsJSON, &r.Topics}, field{r.OutsideJSON, &r.Outside}, field{r.WhyJSON, &r.Why}); err != nil {
				return fmt.Errorf("wish %d: %w", r.ID, err)
			}
			return visit(r.DumpWish)
		})
}

func dumpOffers(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	type row struct {
		DumpOffer
		TopicsJSON string `db:"topics"`
		WhyJSON    string `db:"why"`
	}
	return eachRow(ctx, tx,
		`SELECT id, message_id, person_id, position, text, decision_id, why,
		        `+topicsOfOffer+` AS topics
		 FROM offer ORDER BY id`,
		func(r row) error {
			if err := unmarshalAll(field{r.TopicsJSON, &r.Topics}, field{r.WhyJSON, &r.Why}); err != nil {
				return fmt.Errorf("offer %d: %w", r.ID, err)
			}
			return visit(r.DumpOffer)
		})
}

func dumpOfferSteps(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	return eachRow(ctx, tx, `SELECT offer_id, state, set_at, set_by FROM offer_state ORDER BY id`,
		func(row DumpOfferStep) error { return visit(row) })
}

func dumpDecisions(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	type row struct {
		DumpDecision
		WasJSON string `db:"was_json"`
		IsJSON  string `db:"is_json"`
	}
	return eachRow(ctx, tx,
		`SELECT id, message_id, person_id, kind, decided_at, decided_by, replaced_by, undone_at, was AS was_json, becomes AS is_json FROM decision ORDER BY id`,
		func(r row) error {
			if err := unmarshalAll(field{r.WasJSON, &r.Was}, field{r.IsJSON, &r.Is}); err != nil {
				return fmt.Errorf("decision %d: %w", r.ID, err)
			}
			return visit(r.DumpDecision)
		})
}

func dumpQuarantine(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	return eachRow(ctx, tx, `SELECT id, received_at, added_at, reason FROM quarantine ORDER BY id`,
		func(row DumpQuarantined) error { return visit(row) })
}

func dumpDeliveries(ctx context.Context, tx *sqlx.Tx, visit func(Record) error) error {
	return eachRow(ctx, tx, `SELECT topic, delivered_at, recorded_at FROM delivery ORDER BY topic, delivered_at`,
		func(row DumpDelivery) error { return visit(row) })
}

func eachRow[T any](ctx context.Context, tx *sqlx.Tx, query string, visit func(T) error, args ...any) error {
	rows, err := tx.QueryxContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var row T
		if err := rows.StructScan(&row); err != nil {
			return err
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

// field is a column of JSON and where its value goes.
type field struct {
	text string
	to   any
}

func unmarshalAll(fields ...field) error {
	for _, f := range fields {
		if err := json.Unmarshal([]byte(f.text), f.to); err != nil {
			return err
		}
	}
	return nil
}
