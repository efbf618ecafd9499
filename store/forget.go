package store

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// Forgotten counts what went with a person.
type Forgotten struct {
	Messages    int // mails that are gone altogether
	Unlinked    int // mails that hold other people's wishes, or that others sent: hers went, and what names her
	Wishes      int
	Offers      int
	Quarantined int
	Addresses   int // how many she had that were known as hers
}

// Forget removes a person, with all addresses that were merged with the given one,
// or fails with [ErrUnknownPerson]: what she wished and offered, the mails that she
// sent, and the bytes, subjects and Message-IDs of other people's mails where these
// name her. Other people's wishes stay, also in a mail that she sent. Afterwards the
// file, its free pages and its log hold nothing of her.
//
// The ledger stays, and keyed digests of the mails, so that they do not come back
// from the mailbox or from a file. What she writes from now on counts anew.
func (s *Store) Forget(ctx context.Context, address string, mails MailReader) (Forgotten, error) {
	var gone Forgotten
	err := s.transact(ctx, func(tx *transaction) (err error) {
		gone, err = s.forget(ctx, tx, address, mails)
		return err
	})
	if err != nil && !errors.Is(err, ErrUnknownPerson) {
		return Forgotten{}, fmt.Errorf("forget a person: %w", err)
	}
	// Also when nobody is known, so that a run that was interrupted here can be
	// made up for by another.
	return gone, errors.Join(err, s.scrub(ctx))
}

func (s *Store) forget(ctx context.Context, tx *transaction, address string, mails MailReader) (gone Forgotten, err error) {
	kept, err := findAddress(ctx, tx, personHash(s.key, address))
	if err != nil {
		return gone, err
	}
	addresses := []string{address}
	if kept.ID != 0 {
		others, err := s.otherAddresses(ctx, tx, kept, mails)
		if err != nil {
			return gone, err
		}
		addresses = append(addresses, others...)
	}
	for _, each := range addresses {
		quarantined, err := s.forgetQuarantined(ctx, tx, each, mails)
		if err != nil {
			return gone, err
		}
		gone.Quarantined += quarantined
	}
	if kept.ID == 0 && gone.Quarantined == 0 {
		return gone, ErrUnknownPerson
	}
	if kept.ID != 0 {
		if err := forgetContacts(ctx, tx, kept.CountsAs, addresses, mails); err != nil {
			return gone, err
		}
		if err := s.forgetPerson(ctx, tx, kept.CountsAs, &gone); err != nil {
			return gone, err
		}
	}
	for _, each := range addresses {
		unlinked, err := s.unlinkMentions(ctx, tx, each, mails)
		if err != nil {
			return gone, err
		}
		gone.Unlinked += unlinked
	}
	return gone, nil
}

// otherAddresses are those with which a person's address was merged, as far as
// mails that she sent from them are kept: of the rest only hashes are known.
func (s *Store) otherAddresses(ctx context.Context, tx *transaction, given keptAddress, mails MailReader) ([]string, error) {
	all, err := addressesOf(ctx, tx, given.CountsAs)
	if err != nil {
		return nil, err
	}
	var addresses []string
	for _, other := range all {
		var zipped []byte
		err := tx.GetContext(ctx, &zipped,
			`SELECT gzip FROM raw JOIN message ON message.id = raw.message_id WHERE person_id = ? ORDER BY message.id DESC LIMIT 1`, other.ID)
		if errors.Is(err, sql.ErrNoRows) || other.ID == given.ID {
			continue
		}
		if err != nil {
			return nil, err
		}
		raw, err := decompress(zipped)
		if err != nil {
			continue
		}
		if sender := mails.Sender(raw); bytes.Equal(personHash(s.key, sender), other.Hash) {
			addresses = append(addresses, sender)
		}
	}
	return addresses, nil
}

func (s *Store) forgetQuarantined(ctx context.Context, tx *transaction, address string, mails MailReader) (int, error) {
	hers, err := quarantinedOf(ctx, tx.Tx, address, mails)
	if err != nil {
		return 0, err
	}
	for _, mail := range hers {
		if err := s.bury(ctx, tx, mail.digest); err != nil {
			return 0, err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM quarantine WHERE id = ?`, mail.id); err != nil {
			return 0, err
		}
	}
	return len(hers), nil
}

// linkedMessage is a mail that names a person.
type linkedMessage struct {
	ID        int64   `db:"id"`
	Digest    []byte  `db:"digest"`
	MessageID *string `db:"message_id"`
	Sender    []byte  `db:"sender"` // hash
	Sent      bool    `db:"sent"`   // by her
	Shared    bool    `db:"shared"` // holds other people's wishes or offers
}

func (s *Store) forgetPerson(ctx context.Context, tx *transaction, person int64, gone *Forgotten) error {
	var messages []linkedMessage
	err := tx.SelectContext(ctx, &messages,
		`SELECT message.id, digest, message_id, hash AS sender, person_id IN `+groupOf+` AS sent,
		        EXISTS (SELECT 1 FROM wish WHERE wish.message_id = message.id AND wish.person_id NOT IN `+groupOf+`) OR
		        EXISTS (SELECT 1 FROM offer WHERE offer.message_id = message.id AND offer.person_id NOT IN `+groupOf+`) AS shared
		 FROM message JOIN person ON person.id = person_id
		 WHERE message.id IN (`+messagesOf+`) ORDER BY message.id`, person)
	if err != nil {
		return err
	}
	if gone.Wishes, err = deleteRows(ctx, tx, `DELETE FROM wish WHERE person_id IN `+groupOf, person); err != nil {
		return err
	}
	if gone.Offers, err = deleteRows(ctx, tx, `DELETE FROM offer WHERE person_id IN `+groupOf, person); err != nil {
		return err
	}
	if err := forgetDecisions(ctx, tx, person); err != nil {
		return err
	}
	for _, m := range messages {
		if !m.Shared && (m.Sent || s.isNobodys(m)) {
			gone.Messages++
			err = s.forgetMessage(ctx, tx, m)
		} else {
			gone.Unlinked++
			err = s.unlink(ctx, tx, m)
		}
		if err != nil {
			return err
		}
	}
	gone.Addresses, err = deleteRows(ctx, tx, `DELETE FROM person WHERE id IN `+groupOf, person)
	return err
}

// forgetDecisions removes what editors decided on a person's wishes and offers, and
// what the program read of hers beside that.
func forgetDecisions(ctx context.Context, tx *transaction, person int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM decision WHERE person_id IN `+groupOf, person); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx,
		`UPDATE reading SET items = (SELECT json_group_array(json(value)) FROM json_each(items) WHERE value ->> 'person' NOT IN `+groupOf+`)
		 WHERE EXISTS (SELECT 1 FROM json_each(items) WHERE value ->> 'person' IN `+groupOf+`)`, person)
	return err
}

func deleteRows(ctx context.Context, tx *transaction, query string, args ...any) (int, error) {
	result, err := tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	rows, err := result.RowsAffected()
	return int(rows), err
}

func (s *Store) forgetMessage(ctx context.Context, tx *transaction, m linkedMessage) error {
	if err := s.buryMessage(ctx, tx, m); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM message WHERE id = ?`, m.ID) // and all that is of it
	if err == nil && s.isNobodys(m) {
		_, err = tx.ExecContext(ctx, `DELETE FROM person WHERE hash = ?`, m.Sender)
	}
	return err
}

// isNobodys tells whether a mail has no sender, or none any more.
func (s *Store) isNobodys(m linkedMessage) bool {
	return bytes.Equal(m.Sender, personHash(s.key, nobody(m.Digest)))
}

// unlink takes out of a mail what names the person: its bytes, subject and
// Message-ID, and the digest of its words, for which its own stands in. If she
// sent it, its sender becomes that of a mail without one.
func (s *Store) unlink(ctx context.Context, tx *transaction, m linkedMessage) error {
	if err := s.buryMessage(ctx, tx, m); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM raw WHERE message_id = ?`, m.ID); err != nil {
		return err
	}
	for _, table := range []string{"wish", "offer"} {
		if err := closeGaps(ctx, tx, table, m.ID); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `UPDATE message SET subject = NULL, message_id = NULL, content = digest WHERE id = ?`, m.ID)
	if err != nil || !m.Sent {
		return err
	}
	sender, err := s.addPerson(ctx, tx, nobody(m.Digest))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE message SET person_id = ? WHERE id = ?`, sender, m.ID)
	return err
}

// closeGaps numbers what is left of a message's wishes or offers from 1.
func closeGaps(ctx context.Context, tx *transaction, table string, message int64) error {
	var ids []int64
	if err := tx.SelectContext(ctx, &ids, `SELECT id FROM `+table+` WHERE message_id = ? ORDER BY position`, message); err != nil {
		return err
	}
	for i, id := range ids {
		if _, err := tx.ExecContext(ctx, `UPDATE `+table+` SET position = ? WHERE id = ?`, i+1, id); err != nil {
			return err
		}
	}
	return nil
}

// unlinkMentions takes the address out of the mails that others sent and that
// name it, in a copy line or in a quote.
func (s *Store) unlinkMentions(ctx context.Context, tx *transaction, address string, mails MailReader) (unlinked int, err error) {
	var ids []int64
	if err := tx.SelectContext(ctx, &ids, `SELECT message_id FROM raw ORDER BY message_id`); err != nil {
		return 0, err
	}
	for _, id := range ids {
		var zipped []byte
		if err := tx.GetContext(ctx, &zipped, `SELECT gzip FROM raw WHERE message_id = ?`, id); err != nil {
			return 0, err
		}
		if raw, err := decompress(zipped); err == nil && !mails.Mentions(raw, canonical(address)) {
			continue
		} // what cannot be looked into may name her, and is of no use
		var m linkedMessage
		err := tx.GetContext(ctx, &m,
			`SELECT message.id, digest, message_id, hash AS sender FROM message JOIN person ON person.id = person_id WHERE message.id = ?`, id)
		if err != nil {
			return 0, err
		}
		if err := s.unlink(ctx, tx, m); err != nil {
			return 0, err
		}
		unlinked++
	}
	return unlinked, nil
}

// buryMessage keeps a mail from coming back, also a copy that took another way.
func (s *Store) buryMessage(ctx context.Context, tx *transaction, m linkedMessage) error {
	if err := s.bury(ctx, tx, m.Digest); err != nil {
		return err
	}
	if orEmpty(m.MessageID) == "" {
		return nil
	}
	return s.bury(ctx, tx, []byte(*m.MessageID), m.Sender)
}

func (s *Store) bury(ctx context.Context, tx *transaction, parts ...[]byte) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO forgotten (digest) VALUES (?) ON CONFLICT DO NOTHING`, s.tombstone(parts...))
	return err
}

// tombstone is what is kept of a forgotten mail: a keyed digest of its digest, or
// of its Message-ID and sender.
func (s *Store) tombstone(parts ...[]byte) []byte {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte("onskemal forgotten mail"))
	for _, part := range parts {
		mac.Write([]byte{0})
		mac.Write(part)
	}
	return mac.Sum(nil)
}

func (s *Store) isForgotten(ctx context.Context, tx *transaction, of digest, m Message) (forgotten bool, err error) {
	sender := personHash(s.key, senderOf(m, of))
	err = tx.GetContext(ctx, &forgotten, `SELECT EXISTS (SELECT 1 FROM forgotten WHERE digest IN (?, ?))`,
		s.tombstone(of[:]), s.tombstone([]byte(m.MessageID), sender))
	return forgotten, err
}

// errReadBeside says that old pages are still in use.
var errReadBeside = errors.New("done, but another program reads the database and keeps its old pages: run the same command again when it has ended")

// scrub takes what was deleted out of the file, its free pages and its log.
// secure_delete has overwritten rows in the pages that are written from now on;
// VACUUM writes all of them, and a truncated log holds none.
func (s *Store) scrub(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, `VACUUM`); err != nil {
		return fmt.Errorf("rewrite the database: %w", diagnose(err))
	}
	var busy, logged, moved int
	if err := s.db.QueryRowxContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &logged, &moved); err != nil {
		return fmt.Errorf("empty the database's log: %w", diagnose(err))
	}
	if busy != 0 {
		return errReadBeside
	}
	return nil
}
