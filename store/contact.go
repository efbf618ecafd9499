package store

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/jmoiron/sqlx"
)

// Contact is how somebody who offers something can be asked.
type Contact struct {
	Text  string    // name and address
	Since time.Time // from when its retention time counts: when the mail came, or was stored if it claims to come later
}

// since is the time of a [Contact], of the columns of its message.
const since = `min(received_at, added_at)`

// contactsOf are the contacts of the offers of a message, 0 for all, by their numbers.
func contactsOf(ctx context.Context, db sqlx.QueryerContext, message int64) (map[int64]Contact, error) {
	var rows []struct {
		ID      int64  `db:"id"`
		Contact string `db:"contact"`
		Since   string `db:"since"`
	}
	err := sqlx.SelectContext(ctx, db, &rows,
		`SELECT offer.id, contact, `+since+` AS since FROM contact JOIN message ON message.id = contact.message_id
		 JOIN offer ON offer.message_id = contact.message_id AND offer.person_id = contact.person_id
		 WHERE contact <> '' AND (?1 = 0 OR contact.message_id = ?1)`, message)
	contacts := make(map[int64]Contact, len(rows))
	for _, row := range rows {
		since, err := parseTime(row.Since)
		if err != nil {
			return nil, fmt.Errorf("offer %d: %w", row.ID, err)
		}
		contacts[row.ID] = Contact{row.Contact, since}
	}
	return contacts, err
}

// contactsIn are the contacts of a person in a message, one for each address.
func contactsIn(ctx context.Context, db sqlx.QueryerContext, message, person int64) ([]Contact, error) {
	var rows []struct {
		Contact string `db:"contact"`
		Since   string `db:"since"`
	}
	err := sqlx.SelectContext(ctx, db, &rows,
		`SELECT contact, `+since+` AS since FROM contact JOIN message ON message.id = contact.message_id
		 WHERE contact.person_id IN `+groupOf+` AND message.id = ?2 AND contact <> '' ORDER BY contact.person_id`, person, message)
	var contacts []Contact
	for _, row := range rows {
		since, err := parseTime(row.Since)
		if err != nil {
			return nil, err
		}
		contacts = append(contacts, Contact{row.Contact, since})
	}
	return contacts, err
}

// Contactless is a message with an offer whose contact has not been looked for.
type Contactless struct {
	Message int64
	Raw     []byte // nil when what is kept is damaged
}

// Contactless yields the messages received from a time on whose bytes are kept and
// in which somebody offers something whose contact has not been looked for: new
// ones, those of an older program, and those in which an editor has found an offer.
func (s *Store) Contactless(ctx context.Context, from time.Time) iter.Seq2[Contactless, error] {
	return func(yield func(Contactless, error) bool) {
		var ids []int64
		err := s.db.SelectContext(ctx, &ids,
			`SELECT DISTINCT message_id FROM offer
			 WHERE NOT EXISTS (SELECT 1 FROM contact WHERE contact.message_id = offer.message_id AND contact.person_id = offer.person_id)
			   AND EXISTS (SELECT 1 FROM raw WHERE raw.message_id = offer.message_id)
			   AND EXISTS (SELECT 1 FROM message WHERE message.id = offer.message_id AND `+since+` >= ?)
			 ORDER BY message_id`, formatTime(from))
		if err != nil {
			yield(Contactless{}, fmt.Errorf("look for offers without contact: %w", diagnose(err)))
			return
		}
		for _, id := range ids {
			raw, err := s.rawOf(ctx, id)
			if !yield(Contactless{id, raw}, err) {
				return
			}
		}
	}
}

func (s *Store) rawOf(ctx context.Context, message int64) ([]byte, error) {
	var zipped []byte
	if err := s.db.GetContext(ctx, &zipped, `SELECT gzip FROM raw WHERE message_id = ?`, message); err != nil {
		return nil, fmt.Errorf("message %d: %w", message, diagnose(err))
	}
	raw, err := decompress(zipped)
	if err != nil {
		return nil, nil
	}
	return raw, nil
}

// KeepContacts keeps, for those who offer something in a message, the contacts by
// their addresses, or that they have none.
func (s *Store) KeepContacts(ctx context.Context, message int64, contacts map[string]string) error {
	err := s.transact(ctx, func(tx *transaction) error {
		var people []struct {
			ID   int64  `db:"id"`
			Hash []byte `db:"hash"`
		}
		err := tx.SelectContext(ctx, &people,
			`SELECT DISTINCT person.id, hash FROM offer JOIN person ON person.id = offer.person_id WHERE message_id = ?`, message)
		if err != nil {
			return err
		}
		for _, person := range people {
			contact := ""
			for address, known := range contacts {
				if bytes.Equal(personHash(s.key, address), person.Hash) {
					contact = known
				}
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO contact (message_id, person_id, contact) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
				message, person.ID, contact)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep the contacts of message %d: %w", message, err)
	}
	return nil
}

// PurgeContacts forgets the contacts of offers received before a time. The offers
// stay.
func (s *Store) PurgeContacts(ctx context.Context, before time.Time) error {
	_, err := s.db.ExecContext(ctx,
		`DELETE FROM contact WHERE EXISTS (SELECT 1 FROM message WHERE message.id = contact.message_id AND `+since+` < ?)`, formatTime(before))
	if err != nil {
		return fmt.Errorf("purge contacts: %w", diagnose(err))
	}
	return nil
}

// dropContacts forgets the contacts in a message of those who, as it counts now,
// offer nothing in it.
func dropContacts(ctx context.Context, tx *transaction, message int64) error {
	_, err := tx.ExecContext(ctx,
		`DELETE FROM contact WHERE message_id = ?1 AND person_id NOT IN (SELECT person_id FROM offer WHERE message_id = ?1)`, message)
	return err
}

// forgetContacts removes the contacts of a person, and those of others that give
// one of her addresses.
func forgetContacts(ctx context.Context, tx *transaction, person int64, addresses []string, mails MailReader) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM contact WHERE person_id IN `+groupOf, person); err != nil {
		return err
	}
	var rows []struct {
		MessageID int64  `db:"message_id"`
		PersonID  int64  `db:"person_id"`
		Contact   string `db:"contact"`
	}
	if err := tx.SelectContext(ctx, &rows, `SELECT message_id, person_id, contact FROM contact`); err != nil {
		return err
	}
	for _, row := range rows {
		for _, address := range addresses {
			if !mails.Mentions([]byte(row.Contact), canonical(address)) {
				continue
			}
			if _, err := tx.ExecContext(ctx, `DELETE FROM contact WHERE message_id = ? AND person_id = ?`, row.MessageID, row.PersonID); err != nil {
				return err
			}
		}
	}
	return nil
}
