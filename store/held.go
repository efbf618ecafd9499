package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"
)

// ErrUnknownPerson says that nothing is held on a person.
var ErrUnknownPerson = errors.New("nobody is known by that address")

// MailReader looks into mails, whose form the store does not know.
type MailReader interface {
	// Sender is the address of a mail's sender, also of one that cannot be read;
	// "" for none.
	Sender(raw []byte) string
	// Mentions tells whether an address stands anywhere in a mail.
	Mentions(raw []byte, address string) bool
}

// Held is all that is held on a person.
type Held struct {
	Hash        string        // hexadecimal; the form in which the address is kept; "" when it stands in the quarantine only
	Workplace   string        // the address's domain
	Merged      []HeldAddress // her other addresses, with which an editor has merged this one
	Messages    []HeldMessage // from all of them
	Quarantined []Waiting     // mails that she sent
}

// HeldAddress is an address in the form in which it is kept.
type HeldAddress struct {
	Hash      string
	Workplace string
}

// HeldOffer is an offer and what editors have done with it.
type HeldOffer struct {
	Offer
	Steps []OfferStep // the oldest first
}

// HeldMessage is a mail that a person sent, or one that another sent with wishes
// or offers of hers. Of another's, no more is told than what is hers.
type HeldMessage struct {
	ID              int64
	Received, Added time.Time
	Kind            string
	DerivedBy       string // what read it
	Sent            bool   // by her
	Subject         string // "" when it is not kept any more
	MessageID       string // likewise
	Raw             []byte // nil when it is not kept any more
	Doubts          []string
	Wishes          []Wish // hers, without By
	Offers          []HeldOffer
	Former          [][]OfferStep // offers of hers that do not count now, of which no words are kept: what editors had done with each
	Contacts        []Contact     // hers, kept for her offers
	Decisions       []Decision    // of editors, on hers; without what the program reads today
	Others          int           // wishes and offers of other people in it
}

// Held returns all that is held on the person with an address, or fails with
// [ErrUnknownPerson].
func (s *Store) Held(ctx context.Context, address string, mails MailReader) (Held, error) {
	key, err := s.existingKey(ctx)
	if err != nil {
		return Held{}, err
	}
	tx, err := s.db.BeginTxx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return Held{}, diagnose(err)
	}
	defer tx.Rollback() // nothing was written
	held, err := readHeld(ctx, tx, key, address, mails)
	if err != nil && !errors.Is(err, ErrUnknownPerson) {
		err = fmt.Errorf("read what is held on a person: %w", diagnose(err))
	}
	return held, err
}

func readHeld(ctx context.Context, tx *sqlx.Tx, key []byte, address string, mails MailReader) (Held, error) {
	hash := personHash(key, address)
	var held Held
	kept, err := findAddress(ctx, tx, hash)
	if err == nil && kept.ID != 0 {
		held.Hash, held.Workplace = hex.EncodeToString(hash), workplace(address)
		err = readPerson(ctx, tx, kept, &held)
	}
	if err != nil {
		return Held{}, err
	}
	quarantined, err := quarantinedOf(ctx, tx, address, mails)
	if err != nil {
		return Held{}, err
	}
	if kept.ID == 0 && len(quarantined) == 0 {
		return Held{}, ErrUnknownPerson
	}
	for _, q := range quarantined {
		held.Quarantined = append(held.Quarantined, q.Waiting)
	}
	return held, nil
}

// readPerson reads what is held on the person who has an address.
func readPerson(ctx context.Context, tx *sqlx.Tx, given keptAddress, held *Held) error {
	all, err := addressesOf(ctx, tx, given.CountsAs)
	if err != nil {
		return err
	}
	for _, a := range all {
		if a.ID != given.ID {
			held.Merged = append(held.Merged, HeldAddress{hex.EncodeToString(a.Hash), a.Workplace})
		}
	}
	held.Messages, err = heldMessages(ctx, tx, given.CountsAs)
	return err
}

// messagesOf selects the mails that the person ?1 sent or wrote something in, from
// any of her addresses.
const messagesOf = `SELECT id FROM message WHERE person_id IN ` + groupOf + `
	UNION SELECT message_id FROM wish WHERE person_id IN ` + groupOf + `
	UNION SELECT message_id FROM offer WHERE person_id IN ` + groupOf + `
	UNION SELECT message_id FROM former_offer WHERE person_id IN ` + groupOf + `
	UNION SELECT message_id FROM decision WHERE person_id IN ` + groupOf + `
	UNION SELECT message_id FROM reading, json_each(items) WHERE value ->> 'person' IN ` + groupOf + ``

func heldMessages(ctx context.Context, tx *sqlx.Tx, person int64) ([]HeldMessage, error) {
	var rows []struct {
		ID         int64   `db:"id"`
		ReceivedAt string  `db:"received_at"`
		AddedAt    string  `db:"added_at"`
		Kind       string  `db:"kind"`
		DerivedBy  string  `db:"derived_by"`
		Sent       bool    `db:"sent"`
		Subject    *string `db:"subject"`
		MessageID  *string `db:"message_id"`
		Gzip       []byte  `db:"gzip"`
		Others     int     `db:"others"`
	}
	err := tx.SelectContext(ctx, &rows,
		`SELECT message.id, received_at, added_at, kind, derived_by, person_id IN `+groupOf+` AS sent, subject, message.message_id, gzip,
		        (SELECT count(*) FROM wish WHERE wish.message_id = message.id AND wish.person_id NOT IN `+groupOf+`) +
		        (SELECT count(*) FROM offer WHERE offer.message_id = message.id AND offer.person_id NOT IN `+groupOf+`) AS others
		 FROM message LEFT JOIN raw ON raw.message_id = message.id
		 WHERE message.id IN (`+messagesOf+`) ORDER BY received_at, digest`, person)
	if err != nil {
		return nil, err
	}
	steps, err := stepsOf(ctx, tx, 0)
	if err != nil {
		return nil, err
	}
	messages := make([]HeldMessage, len(rows))
	for i, row := range rows {
		m := HeldMessage{ID: row.ID, Kind: row.Kind, DerivedBy: row.DerivedBy, Sent: row.Sent, Others: row.Others}
		if row.Sent {
			if m.Raw, err = decompressKept(row.Gzip); err != nil {
				return nil, fmt.Errorf("message %d: %w", row.ID, err)
			}
			m.Subject, m.MessageID = orEmpty(row.Subject), orEmpty(row.MessageID)
			err = tx.SelectContext(ctx, &m.Doubts, `SELECT doubt FROM doubt WHERE message_id = ? ORDER BY doubt`, row.ID)
		}
		if err == nil {
			m.Received, err = parseTime(row.ReceivedAt)
		}
		if err == nil {
			m.Added, err = parseTime(row.AddedAt)
		}
		if err == nil {
			m.Wishes, m.Offers, err = itemsBy(ctx, tx, row.ID, person, steps)
		}
		if err == nil {
			m.Former, err = formerOffersOf(ctx, tx, row.ID, person)
		}
		if err == nil {
			m.Contacts, err = contactsIn(ctx, tx, row.ID, person)
		}
		if err == nil {
			m.Decisions, err = selectDecisions(ctx, tx, `SELECT * FROM decision WHERE person_id IN `+groupOf+` AND message_id = ?2 ORDER BY id`, person, row.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("message %d: %w", row.ID, err)
		}
		messages[i] = m
	}
	return messages, nil
}

// itemsBy are the wishes and offers of a person in a message, as they count.
func itemsBy(ctx context.Context, tx *sqlx.Tx, message, person int64, steps map[int64][]OfferStep) (wishes []Wish, offers []HeldOffer, err error) {
	placed, err := itemsIn(ctx, tx, message)
	if err != nil {
		return nil, nil, err
	}
	hers, err := addressesOf(ctx, tx, person)
	for _, p := range placed {
		if !slices.ContainsFunc(hers, func(a keptAddress) bool { return a.ID == p.Person }) {
			continue
		}
		wish, offer := wishesAndOffers([]Item{p.Item})
		wishes = append(wishes, wish...)
		for _, o := range offer {
			offers = append(offers, HeldOffer{o, steps[p.ID]})
		}
	}
	return wishes, offers, err
}

// decompressKept gives the bytes of a mail; nil where they are not kept any more.
func decompressKept(zipped []byte) ([]byte, error) {
	if zipped == nil {
		return nil, nil
	}
	return decompress(zipped)
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// quarantinedMail is a mail in quarantine that its sender is asked for.
type quarantinedMail struct {
	Waiting
	id     int64
	digest []byte
}

// quarantinedOf are the mails in quarantine that come from an address, oldest
// first. They are looked at one at a time, since they may be large; one whose
// kept bytes are damaged has no sender.
func quarantinedOf(ctx context.Context, tx *sqlx.Tx, address string, mails MailReader) ([]quarantinedMail, error) {
	var rows []struct {
		ID         int64  `db:"id"`
		Digest     []byte `db:"digest"`
		ReceivedAt string `db:"received_at"`
		Reason     string `db:"reason"`
	}
	if err := tx.SelectContext(ctx, &rows, `SELECT id, digest, received_at, reason FROM quarantine ORDER BY received_at, digest`); err != nil {
		return nil, err
	}
	var hers []quarantinedMail
	for _, row := range rows {
		var zipped []byte
		if err := tx.GetContext(ctx, &zipped, `SELECT gzip FROM quarantine WHERE id = ?`, row.ID); err != nil {
			return nil, err
		}
		raw, err := decompress(zipped)
		if err != nil {
			continue
		}
		if sender := canonical(mails.Sender(raw)); sender == "" || sender != canonical(address) {
			continue
		}
		received, err := parseTime(row.ReceivedAt)
		if err != nil {
			return nil, fmt.Errorf("quarantine: %w", err)
		}
		hers = append(hers, quarantinedMail{Waiting{Received: received, Reason: row.Reason}, row.ID, row.Digest})
	}
	return hers, nil
}
