package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"
)

// Stock is what was received before a time, as the database stood at one moment:
// a poll that goes on meanwhile changes nothing in it.
type Stock struct {
	tx       *sqlx.Tx
	before   string
	keys     int
	messages map[int64]storedMessage // by id
}

// storedMessage is what is told of a message beside its wishes.
type storedMessage struct {
	received  time.Time
	digest    [32]byte
	derivedBy string
}

// Stock lets read look at what was received before a time.
func (s *Store) Stock(ctx context.Context, before time.Time, read func(*Stock) error) error {
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	stock := &Stock{tx: tx, before: formatTime(before), keys: s.keys}
	if stock.messages, err = stock.readMessages(ctx); err != nil {
		return fmt.Errorf("read the messages: %w", diagnose(err))
	}
	return diagnose(read(stock))
}

// readMessages reads the table as it lies: almost all of it is asked for, and to
// go by the index takes three times as long.
func (s *Stock) readMessages(ctx context.Context) (map[int64]storedMessage, error) {
	rows, err := s.tx.QueryContext(ctx, `SELECT id, received_at, digest, derived_by FROM message NOT INDEXED WHERE received_at < ?`, s.before)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	messages := make(map[int64]storedMessage)
	known := make(map[string]string)
	for rows.Next() {
		var (
			id                          int64
			received, digest, derivedBy sql.RawBytes
			message                     storedMessage
		)
		if err := rows.Scan(&id, &received, &digest, &derivedBy); err != nil {
			return nil, err
		}
		if message.received, err = parseTime(string(received)); err != nil {
			return nil, fmt.Errorf("message %d: %w", id, err)
		}
		copy(message.digest[:], digest)
		message.derivedBy = shared(known, derivedBy)
		messages[id] = message
	}
	return messages, rows.Err()
}

// StoredWish is a wish as reports count it. Its text is asked for with
// [Stock.Texts].
type StoredWish struct {
	ID        int64
	Message   int64
	Digest    [32]byte // of the message
	Person    int64    // the author, also of what came from another address of hers
	Workplace string
	Received  time.Time
	Rank      int
	Analog    bool     // nothing digital is wanted
	Decided   bool     // by an editor
	Topics    []string // most fitting first
	Outside   []string
}

// Wishes returns all wishes, those of one message together and in the order of
// their places there. An error ends them.
func (s *Stock) Wishes(ctx context.Context) iter.Seq2[StoredWish, error] {
	return func(yield func(StoredWish, error) bool) {
		if err := s.eachWish(ctx, yield); err != nil && !errors.Is(err, errEnough) {
			yield(StoredWish{}, fmt.Errorf("read the wishes: %w", err))
		}
	}
}

// errEnough says that the caller wants no more.
var errEnough = errors.New("enough")

// eachWish reads wishes and labels side by side, each in the order in which it is
// stored, and looks the rest up in memory: at a million wishes three times as
// fast as a join.
func (s *Stock) eachWish(ctx context.Context, yield func(StoredWish, error) bool) (err error) {
	writers, err := s.writers(ctx)
	if err != nil {
		return err
	}
	scattered, err := s.scattered(ctx)
	if err != nil {
		return err
	}
	for _, message := range scattered {
		if err := s.eachWishIn(ctx, message, writers, yield); err != nil {
			return err
		}
	}
	labels, err := s.labels(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, labels.rows.Close()) }()
	rows, err := s.tx.QueryContext(ctx, `SELECT id, message_id, person_id, rank, scope = 'analog', decision_id IS NOT NULL FROM wish ORDER BY id`)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var wish StoredWish
		if err := rows.Scan(&wish.ID, &wish.Message, &wish.Person, &wish.Rank, &wish.Analog, &wish.Decided); err != nil {
			return err
		}
		message, known := s.messages[wish.Message]
		if _, done := slices.BinarySearch(scattered, wish.Message); !known || done {
			continue // received later, or yielded above
		}
		writer := writers[wish.Person]
		wish.Person, wish.Workplace = writer.person, writer.workplace
		wish.Received, wish.Digest = message.received, message.digest
		if wish.Topics, wish.Outside, err = labels.of(wish.ID); err != nil {
			return err
		}
		if !yield(wish, nil) {
			return errEnough
		}
	}
	return rows.Err()
}

// scattered are the messages, in order, the wishes of which are not stored side by
// side, since an editor has decided on them or they were read anew.
func (s *Stock) scattered(ctx context.Context) (messages []int64, err error) {
	err = s.tx.SelectContext(ctx, &messages, `SELECT DISTINCT message_id FROM wish WHERE scattered ORDER BY message_id`)
	return messages, err
}

// eachWishIn yields the wishes of one message.
func (s *Stock) eachWishIn(ctx context.Context, id int64, writers map[int64]writer, yield func(StoredWish, error) bool) error {
	message, known := s.messages[id]
	if !known {
		return nil
	}
	items, err := itemsIn(ctx, s.tx, id)
	if err != nil {
		return err
	}
	for _, p := range items {
		if p.Offer {
			continue
		}
		author := writers[p.Person]
		wish := StoredWish{
			ID: p.ID, Message: id, Digest: message.digest, Person: author.person, Workplace: author.workplace, Received: message.received,
			Rank: p.Rank, Analog: p.Scope == "analog", Decided: p.Decision != 0, Topics: p.Topics, Outside: p.Outside,
		}
		if !yield(wish, nil) {
			return errEnough
		}
	}
	return nil
}

// writer is as whom somebody counts, and where.
type writer struct {
	person    int64
	workplace string
}

// writers are those whom mails are from, by the person of each address.
func (s *Stock) writers(ctx context.Context) (map[int64]writer, error) {
	rows, err := s.tx.QueryContext(ctx,
		`SELECT address.id, person.id, person.workplace FROM person AS address JOIN person ON person.id = coalesce(address.same_as, address.id)`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	writers := make(map[int64]writer)
	known := make(map[string]string) // thousands of people share a few names
	for rows.Next() {
		var (
			id, person int64
			workplace  sql.RawBytes
		)
		if err := rows.Scan(&id, &person, &workplace); err != nil {
			return nil, err
		}
		writers[id] = writer{person, shared(known, workplace)}
	}
	return writers, rows.Err()
}

func shared(known map[string]string, name []byte) string {
	if same, ok := known[string(name)]; ok {
		return same
	}
	known[string(name)] = string(name)
	return known[string(name)]
}

// labelCursor walks through the labels, which come in the order of the wishes.
type labelCursor struct {
	rows    *sql.Rows
	known   map[string]string
	wish    int64 // of the label under the cursor, 0 before the first
	outside bool
	label   string
	ended   bool
}

func (s *Stock) labels(ctx context.Context) (*labelCursor, error) {
	rows, err := s.tx.QueryContext(ctx, `SELECT wish_id, outside, label FROM wish_label ORDER BY wish_id, outside, position`)
	if err != nil {
		return nil, err
	}
	return &labelCursor{rows: rows, known: make(map[string]string)}, nil
}

// of returns the labels of a wish, which must come after those asked for before.
func (c *labelCursor) of(wish int64) (topics, outside []string, err error) {
	for !c.ended && c.wish <= wish {
		switch {
		case c.wish != wish:
		case c.outside:
			outside = append(outside, c.label)
		default:
			topics = append(topics, c.label)
		}
		if err := c.next(); err != nil {
			return nil, nil, err
		}
	}
	return topics, outside, nil
}

func (c *labelCursor) next() error {
	if !c.rows.Next() {
		c.ended = true
		return c.rows.Err()
	}
	var label sql.RawBytes
	if err := c.rows.Scan(&c.wish, &c.outside, &label); err != nil {
		return err
	}
	c.label = shared(c.known, label)
	return nil
}

// Texts returns the texts of wishes by their ids.
func (s *Stock) Texts(ctx context.Context, ids []int64) (map[int64]string, error) {
	texts := make(map[int64]string, len(ids))
	for _, id := range ids {
		var text string
		if err := s.tx.GetContext(ctx, &text, `SELECT text FROM wish WHERE id = ?`, id); err != nil {
			return nil, fmt.Errorf("read wish %d: %w", id, err)
		}
		texts[id] = text
	}
	return texts, nil
}

// UnplacedWish is a wish that has no label.
type UnplacedWish struct {
	Person    int64
	Workplace string
	Received  time.Time
	Scope     string
	Text      string
	Decided   bool // by an editor, who found no label for it either
}

// Unplaced returns the wishes without a label that were received from a time on,
// oldest first.
func (s *Stock) Unplaced(ctx context.Context, from time.Time) ([]UnplacedWish, error) {
	var rows []struct {
		UnplacedWish
		ReceivedAt string `db:"received_at"`
	}
	err := s.tx.SelectContext(ctx, &rows,
		`SELECT person.id AS person, person.workplace, message.received_at, wish.scope, wish.text, wish.decision_id IS NOT NULL AS decided
		 FROM message
		 JOIN wish ON wish.message_id = message.id
		 JOIN person AS address ON address.id = wish.person_id
		 JOIN person ON person.id = coalesce(address.same_as, address.id)
		 WHERE message.received_at >= ? AND message.received_at < ?
		   AND NOT EXISTS (SELECT 1 FROM wish_label WHERE wish_label.wish_id = wish.id)
		 ORDER BY message.received_at, message.digest, wish.position`, formatTime(from), s.before)
	if err != nil {
		return nil, fmt.Errorf("read the wishes without topic: %w", err)
	}
	wishes := make([]UnplacedWish, len(rows))
	for i, row := range rows {
		if row.Received, err = parseTime(row.ReceivedAt); err != nil {
			return nil, fmt.Errorf("wish without topic: %w", err)
		}
		wishes[i] = row.UnplacedWish
	}
	return wishes, nil
}

// StoredOffer is an offer as reports show it.
type StoredOffer struct {
	ID        int64
	Person    int64
	Workplace string
	Received  time.Time
	Text      string
	Topics    []string
	State     OfferState // at the stock's time
}

// Offers returns the offers, newest first.
func (s *Stock) Offers(ctx context.Context) ([]StoredOffer, error) {
	var rows []struct {
		StoredOffer
		ReceivedAt string  `db:"received_at"`
		Topic      *string `db:"topic"`
	}
	err := s.tx.SelectContext(ctx, &rows,
		`SELECT offer.id, person.id AS person, person.workplace, message.received_at, offer.text, offer_topic.topic,
		        coalesce((SELECT state FROM offer_state WHERE offer_id = offer.id AND set_at < ?1 ORDER BY id DESC LIMIT 1), 'new') AS state
		 FROM offer
		 JOIN message ON message.id = offer.message_id
		 JOIN person AS address ON address.id = offer.person_id
		 JOIN person ON person.id = coalesce(address.same_as, address.id)
		 LEFT JOIN offer_topic ON offer_topic.offer_id = offer.id
		 WHERE message.received_at < ?1
		 ORDER BY message.received_at DESC, message.digest, offer.position, offer_topic.position`, s.before)
	if err != nil {
		return nil, fmt.Errorf("read the offers: %w", err)
	}
	var offers []StoredOffer
	for _, row := range rows {
		if len(offers) == 0 || offers[len(offers)-1].ID != row.ID {
			if row.Received, err = parseTime(row.ReceivedAt); err != nil {
				return nil, fmt.Errorf("offer %d: %w", row.ID, err)
			}
			offers = append(offers, row.StoredOffer)
		}
		if row.Topic != nil {
			offer := &offers[len(offers)-1]
			offer.Topics = append(offer.Topics, *row.Topic)
		}
	}
	return offers, nil
}

// Waiting is a mail in quarantine, without its bytes.
type Waiting struct {
	Received time.Time
	Reason   string
}

// Waiting returns what waits in quarantine, oldest first.
func (s *Stock) Waiting(ctx context.Context) ([]Waiting, error) {
	var rows []struct {
		ReceivedAt string `db:"received_at"`
		Reason     string `db:"reason"`
	}
	if err := s.tx.SelectContext(ctx, &rows, `SELECT received_at, reason FROM quarantine WHERE received_at < ? ORDER BY received_at, digest`, s.before); err != nil {
		return nil, fmt.Errorf("read the quarantine: %w", err)
	}
	waiting := make([]Waiting, len(rows))
	for i, row := range rows {
		received, err := parseTime(row.ReceivedAt)
		if err != nil {
			return nil, fmt.Errorf("quarantine: %w", err)
		}
		waiting[i] = Waiting{Received: received, Reason: row.Reason}
	}
	return waiting, nil
}

// Poisoned counts the mails that the server never sent, of all mailboxes in their
// current generations, whenever they were received.
func (s *Stock) Poisoned(ctx context.Context) (int, error) {
	var n int
	err := s.tx.GetContext(ctx, &n,
		`SELECT count(*) FROM failure JOIN mailbox ON mailbox.id = mailbox_id AND mailbox.generation = failure.generation WHERE poison`)
	if err != nil {
		return 0, fmt.Errorf("count the failures: %w", err)
	}
	return n, nil
}

// WithoutWishes returns when mails came in that hold neither wish nor offer,
// machines' answers and those that an editor has decided on apart, from a time on, oldest
// first.
func (s *Stock) WithoutWishes(ctx context.Context, from time.Time) ([]time.Time, error) {
	var rows []string
	err := s.tx.SelectContext(ctx, &rows,
		`SELECT received_at FROM message WHERE kind = 'other' AND received_at >= ? AND received_at < ?
		   AND `+undecided+` ORDER BY received_at, digest`,
		formatTime(from), s.before)
	if err != nil {
		return nil, fmt.Errorf("read the mails without wishes: %w", err)
	}
	times := make([]time.Time, len(rows))
	for i, row := range rows {
		if times[i], err = parseTime(row); err != nil {
			return nil, fmt.Errorf("mail without wishes: %w", err)
		}
	}
	return times, nil
}

// Doubtful is a mail that a person should look at, and why.
type Doubtful struct {
	Received time.Time
	Doubts   []string
}

// Doubtful returns the mails that may mean something else than what was read
// in them, and that no editor has seen to, from a time on, oldest first.
func (s *Stock) Doubtful(ctx context.Context, from time.Time) ([]Doubtful, error) {
	var rows []struct {
		ID         int64  `db:"id"`
		ReceivedAt string `db:"received_at"`
		Doubt      string `db:"doubt"`
	}
	err := s.tx.SelectContext(ctx, &rows,
		`SELECT id, received_at, doubt FROM message JOIN doubt ON doubt.message_id = message.id
		 WHERE received_at >= ? AND received_at < ? AND `+unsettled+` ORDER BY received_at, digest, doubt`,
		formatTime(from), s.before)
	if err != nil {
		return nil, fmt.Errorf("read the doubtful mails: %w", err)
	}
	var mails []Doubtful
	for i, row := range rows {
		if i == 0 || row.ID != rows[i-1].ID {
			received, err := parseTime(row.ReceivedAt)
			if err != nil {
				return nil, fmt.Errorf("doubtful mail: %w", err)
			}
			mails = append(mails, Doubtful{Received: received})
		}
		mail := &mails[len(mails)-1]
		mail.Doubts = append(mail.Doubts, row.Doubt)
	}
	return mails, nil
}

// Basis is what a report rests on.
type Basis struct {
	Messages   int       // read, of all kinds
	OtherRules int       // of these, read by other rules than the given ones
	Last       time.Time // when the last one was received, zero for none
	Keys       int       // of the persons' hashes: who wrote under several counts once under each
}

// Basis tells what the stock rests on, given the rules of today.
func (s *Stock) Basis(derivedBy string) Basis {
	basis := Basis{Messages: len(s.messages), Keys: s.keys}
	for _, message := range s.messages {
		if message.derivedBy != derivedBy {
			basis.OtherRules++
		}
		if message.received.After(basis.Last) {
			basis.Last = message.received
		}
	}
	return basis
}
