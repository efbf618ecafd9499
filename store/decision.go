package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"
)

// DecisionKind names what an editor did.
type DecisionKind string

// The kinds of decisions, beside the states of offers. Seen and Duplicate are on a mail
// itself, and settle its doubts.
const (
	Accepted  DecisionKind = "accepted"   // it is as the program read it
	Labelled  DecisionKind = "labelled"   // other topics or groups
	AsWish    DecisionKind = "wish"       // what was taken for an offer
	AsOffer   DecisionKind = "offer"      // what was taken for a wish
	AsAnalog  DecisionKind = "analog"     // nothing digital is wanted
	NotAWish  DecisionKind = "not-a-wish" // nor an offer
	Split     DecisionKind = "split"
	Joined    DecisionKind = "joined"
	Added     DecisionKind = "added" // what the program did not find
	Seen      DecisionKind = "seen"
	Duplicate DecisionKind = "duplicate" // of another mail: nothing in it counts
)

// onMail tells whether a decision is on a mail itself.
func (k DecisionKind) onMail() bool { return k == Seen || k == Duplicate }

// Decision is what an editor decided about some wishes and offers of one person in
// one message: they count as decided, whatever reads the message later.
type Decision struct {
	ID      int64
	Message int64
	Kind    DecisionKind
	Was     []Item // what the program read when it was decided; empty for a decision on the mail itself, or for an addition
	Is      []Item // what counts instead
	Now     []Item // what the program reads there today
	At      time.Time
	By      string // user of the operating system
	// Replaced is the later decision on the same words, 0 for none.
	Replaced int64
	Undone   bool

	person int64 // the author of what it is about
}

// Agreement says how the program reads today what an editor has decided.
type Agreement string

// The agreements.
const (
	Agrees  Agreement = "agrees"  // as the editor did
	Differs Agreement = "differs" // otherwise, as it did when the editor decided
	Changed Agreement = "changed" // otherwise, and otherwise than it did then: worth another look
)

// Agreement compares what the editor decided with what the program reads today;
// "" where the decision is on the mail itself.
func (d Decision) Agreement() Agreement {
	switch {
	case d.Kind.onMail():
		return ""
	case slices.EqualFunc(d.Now, d.Is, Item.Says):
		return Agrees
	case slices.EqualFunc(d.Now, d.Was, Item.Says):
		return Differs
	default:
		return Changed
	}
}

// Ruling is a decision as an editor makes it.
type Ruling struct {
	Kind    DecisionKind
	Message int64    // needed where On is empty
	On      []Placed // what it is about, as the editor saw it: of one message and one person; empty for the mail itself or an addition
	Is      []Item   // what it is; whose it is goes without saying
	At      time.Time
	By      string
}

// Errors of [Store.Decide] and [Store.Undo].
var (
	ErrDecidedMeanwhile = errors.New("somebody has decided on it, or it was read anew, since it was shown")
	ErrNotTogether      = errors.New("they are not of one person in one mail")
	ErrNothingToUndo    = errors.New("there is no such decision to undo")
	ErrUnknownMessage   = errors.New("not in the database")
)

// Decide records a decision and lets it count at once. Where a decision was made
// on the same words before, it is replaced by the new one. It fails with
// [ErrDecidedMeanwhile], and nothing is changed, when what the ruling is about is
// no longer what the editor saw; so two editors never overwrite one another.
func (s *Store) Decide(ctx context.Context, r Ruling) (id int64, err error) {
	err = s.transact(ctx, func(tx *transaction) (err error) {
		id, err = s.decide(ctx, tx, r)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("decide: %w", err)
	}
	return id, nil
}

func (s *Store) decide(ctx context.Context, tx *transaction, r Ruling) (id int64, err error) {
	message, person, err := subjectOf(ctx, tx, r)
	if err != nil {
		return 0, err
	}
	if err := unchanged(ctx, tx, r); err != nil {
		return 0, err
	}
	active, err := activeDecisions(ctx, tx, message)
	if err != nil {
		return 0, err
	}
	made, err := itemsIn(ctx, tx, message)
	if err != nil {
		return 0, err
	}
	d := Decision{Message: message, Kind: r.Kind, At: r.At, By: r.By, person: person}
	d.Was, d.Is = r.over(active, made)
	if err := keepReading(ctx, tx, message); err != nil {
		return 0, err
	}
	if id, err = insertDecision(ctx, tx, d); err != nil {
		return 0, err
	}
	for _, old := range active {
		if r.replaces(old) {
			if _, err := tx.ExecContext(ctx, `UPDATE decision SET replaced_by = ? WHERE id = ?`, id, old.ID); err != nil {
				return 0, err
			}
		}
	}
	return id, settle(ctx, tx, message)
}

// subjectOf is the message and the person that a ruling is about.
func subjectOf(ctx context.Context, tx *transaction, r Ruling) (message, person int64, err error) {
	if len(r.On) == 0 {
		err := tx.GetContext(ctx, &person, `SELECT person_id FROM message WHERE id = ?`, r.Message)
		return r.Message, person, orUnknown(err, r.Message)
	}
	message, person = r.On[0].Message, r.On[0].Person
	for _, p := range r.On {
		if p.Message != message || p.Person != person {
			return 0, 0, ErrNotTogether
		}
	}
	return message, person, nil
}

// orUnknown is the error when a message was asked for by its number.
func orUnknown(err error, message int64) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("message %d is %w", message, ErrUnknownMessage)
	}
	return err
}

// unchanged tells whether what the editor saw is still what counts.
func unchanged(ctx context.Context, tx *transaction, r Ruling) error {
	for _, saw := range r.On {
		is, err := itemWith(ctx, tx, saw.Offer, saw.ID)
		switch {
		case errors.Is(err, ErrUnknownItem):
			return fmt.Errorf("%s: %w", saw.name(), ErrDecidedMeanwhile)
		case err != nil:
			return err
		case is.Decision != saw.Decision || !is.Says(saw.Item):
			return fmt.Errorf("%s: %w", saw.name(), ErrDecidedMeanwhile)
		}
	}
	return nil
}

// replaces tells whether a ruling is about something that a decision made, or both
// are on the mail itself.
func (r Ruling) replaces(d Decision) bool {
	if d.Kind.onMail() {
		return r.Kind.onMail()
	}
	return slices.ContainsFunc(r.On, func(p Placed) bool { return p.Decision == d.ID })
}

// over makes the ruling one over what the program read: what it is about was read
// so, or was made so by decisions that it replaces. What else these made, out of
// what counts now, stays.
func (r Ruling) over(active []Decision, counts []Placed) (was, is []Item) {
	for _, d := range active {
		if r.replaces(d) {
			was = append(was, d.Was...)
		}
	}
	on := func(p Placed) bool {
		return slices.ContainsFunc(r.On, func(about Placed) bool { return about.name() == p.name() })
	}
	pending := r.withRanks(counts)
	for _, p := range counts {
		switch {
		case on(p):
			if p.Decision == 0 {
				was = append(was, p.Item)
			}
			is, pending = append(is, pending...), nil
		case p.Decision != 0 && slices.ContainsFunc(r.On, func(about Placed) bool { return about.Decision == p.Decision }):
			is = append(is, p.Item)
		}
	}
	return was, append(is, pending...)
}

// withRanks is what the ruling decides, each wish with a rank: its own, that of
// the wish that it replaces, or the place after the last one.
func (r Ruling) withRanks(counts []Placed) []Item {
	last := 0
	for _, p := range counts {
		last = max(last, p.Rank)
	}
	rank := last + 1
	for _, p := range r.On {
		if !p.Offer {
			rank = min(rank, p.Rank)
		}
	}
	items := slices.Clone(r.Is)
	for i := range items {
		item := &items[i]
		switch {
		case item.Offer:
			item.Rank, item.Scope, item.Outside = 0, "", nil
		case item.Rank == 0:
			item.Rank = rank
		}
		if !item.Offer && item.Scope == "" {
			item.Scope = "unclear"
		}
	}
	return items
}

func insertDecision(ctx context.Context, tx *transaction, d Decision) (id int64, err error) {
	was, err := itemsJSON(d.Was)
	if err != nil {
		return 0, err
	}
	becomes, err := itemsJSON(d.Is)
	if err != nil {
		return 0, err
	}
	result, err := tx.ExecContext(ctx,
		`INSERT INTO decision (message_id, person_id, kind, was, becomes, decided_at, decided_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		d.Message, d.person, d.Kind, was, becomes, formatTime(d.At), d.By)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// Undo takes a decision back, 0 for the last one that counts; what it replaced
// counts again, and a state of an offer that it set does not. It returns the decision,
// or fails with [ErrNothingToUndo].
func (s *Store) Undo(ctx context.Context, id int64, now time.Time) (undone Decision, err error) {
	err = s.transact(ctx, func(tx *transaction) error {
		query := `SELECT * FROM decision WHERE undone_at IS NULL AND replaced_by IS NULL AND (id = ?1 OR ?1 = 0) ORDER BY id DESC LIMIT 1`
		found, err := selectDecisions(ctx, tx, query, id)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return ErrNothingToUndo
		}
		undone = found[0]
		if _, err := tx.ExecContext(ctx, `UPDATE decision SET undone_at = ? WHERE id = ?`, formatTime(now), undone.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE decision SET replaced_by = NULL WHERE replaced_by = ?`, undone.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM offer_state WHERE decision_id = ?`, undone.ID); err != nil {
			return err
		}
		return settle(ctx, tx, undone.Message)
	})
	if err != nil {
		return Decision{}, fmt.Errorf("undo: %w", err)
	}
	return undone, nil
}

// Decisions returns all decisions in the order in which they were made, also those
// that were replaced or undone. Of these it does not tell what the program reads.
func (s *Store) Decisions(ctx context.Context) ([]Decision, error) {
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	decisions, err := selectDecisions(ctx, tx, `SELECT * FROM decision ORDER BY id`)
	if err != nil {
		return nil, fmt.Errorf("read the decisions: %w", diagnose(err))
	}
	if err := addReadings(ctx, tx, decisions); err != nil {
		return nil, fmt.Errorf("read the decisions: %w", diagnose(err))
	}
	return decisions, nil
}

// addReadings tells the decisions that count what the program reads today.
func addReadings(ctx context.Context, db sqlx.QueryerContext, decisions []Decision) error {
	active := make(map[int64][]Decision) // by message
	now := make(map[int64][]Item)        // by decision
	for _, d := range decisions {
		if d.Counts() {
			active[d.Message] = append(active[d.Message], d)
		}
	}
	for message, those := range active {
		_, items, err := readingOf(ctx, db, message)
		if err != nil {
			return err
		}
		for i, places := range match(items, those) {
			for _, place := range places {
				now[those[i].ID] = append(now[those[i].ID], items[place])
			}
		}
	}
	for i := range decisions {
		decisions[i].Now = now[decisions[i].ID]
	}
	return nil
}

// Counts tells that a decision is neither replaced nor undone.
func (d Decision) Counts() bool { return d.Replaced == 0 && !d.Undone }

// activeDecisions are those on a message that count, in the order in which they
// were made.
func activeDecisions(ctx context.Context, db sqlx.QueryerContext, message int64) ([]Decision, error) {
	return selectDecisions(ctx, db, `SELECT * FROM decision WHERE message_id = ? AND undone_at IS NULL AND replaced_by IS NULL ORDER BY id`, message)
}

func selectDecisions(ctx context.Context, db sqlx.QueryerContext, query string, args ...any) ([]Decision, error) {
	var rows []struct {
		ID         int64        `db:"id"`
		MessageID  int64        `db:"message_id"`
		PersonID   int64        `db:"person_id"`
		Kind       DecisionKind `db:"kind"`
		Was        string       `db:"was"`
		Becomes    string       `db:"becomes"`
		DecidedAt  string       `db:"decided_at"`
		DecidedBy  string       `db:"decided_by"`
		ReplacedBy *int64       `db:"replaced_by"`
		UndoneAt   *string      `db:"undone_at"`
	}
	if err := sqlx.SelectContext(ctx, db, &rows, query, args...); err != nil {
		return nil, err
	}
	var decisions []Decision
	for _, row := range rows {
		d := Decision{ID: row.ID, Message: row.MessageID, Kind: row.Kind, By: row.DecidedBy, Undone: row.UndoneAt != nil, person: row.PersonID}
		if row.ReplacedBy != nil {
			d.Replaced = *row.ReplacedBy
		}
		err := unmarshalAll(field{row.Was, &d.Was}, field{row.Becomes, &d.Is})
		if err == nil {
			d.At, err = parseTime(row.DecidedAt)
		}
		if err != nil {
			return nil, fmt.Errorf("decision %d: %w", row.ID, err)
		}
		decisions = append(decisions, d)
	}
	return decisions, nil
}

func itemsJSON(items []Item) (string, error) {
	if items == nil {
		items = []Item{}
	}
	text, err := json.Marshal(items)
	return string(text), err
}
