package store

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"
)

// Message is a mail that was read, as it is added.
type Message struct {
	Raw       []byte
	MessageID string
	Subject   string
	Text      string // the sender's own words; only a digest is kept
	From      string // address; only its keyed hash and its domain are kept
	Received  time.Time
	Added     time.Time
	Kind      string
	DerivedBy string // what read it: parser, algorithm, topics file
	Wishes    []Wish
	Offers    []Offer
	Doubts    []string // why a person should look at it
}

// Wish is one wish of a [Message].
type Wish struct {
	By      string // address of the author where it is not the sender
	Rank    int    // 1 = wanted most; equal ranks are ties
	Text    string
	Scope   string
	Topics  []string // ids, most fitting first
	Outside []string // names of groups outside the wish list
	Why     []Reason
}

// Offer is one offer of a [Message].
type Offer struct {
	By     string
	Text   string
	Topics []string
	Why    []Reason
}

// Reason is a place in a text that gave it a label. Start and End count
// characters.
type Reason struct {
	Label   string `json:"label"`
	Keyword string `json:"keyword"`
	Found   string `json:"found"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Negated bool   `json:"negated,omitempty"`
}

// Add stores a message with all its wishes and offers, unless the same mail is
// there already: the same bytes, or the same Message-ID, sender and words; or was
// forgotten with its sender ([Store.Forget]). added tells which. In the same
// transaction the UID at is marked as dealt with, where the mail came from a
// polled mailbox, and the mail leaves the quarantine, where it was there.
func (b *Batch) Add(ctx context.Context, m Message, at *UID) (added bool, err error) {
	added, err = b.store.add(ctx, b.tx, m)
	if err == nil {
		err = markSeen(ctx, b.tx, at, verdictOf(added, verdictStored))
	}
	if err != nil {
		return false, fmt.Errorf("store the message: %w", err)
	}
	return added, nil
}

// Add is [Batch.Add] of a batch of one.
func (s *Store) Add(ctx context.Context, m Message, at *UID) (added bool, err error) {
	err = s.Batch(ctx, func(b *Batch) (err error) {
		added, err = b.Add(ctx, m, at)
		return err
	})
	return added, err
}

func (s *Store) add(ctx context.Context, tx *transaction, m Message) (added bool, err error) {
	digest := digestOf(m.Raw)
	if _, err := tx.ExecContext(ctx, `DELETE FROM quarantine WHERE digest = ?`, digest[:]); err != nil {
		return false, err
	}
	if forgotten, err := s.isForgotten(ctx, tx, digest, m); err != nil || forgotten {
		return false, err
	}
	sender, err := s.addPerson(ctx, tx, senderOf(m, digest))
	if err != nil {
		return false, err
	}
	id, isNew, err := insertMessage(ctx, tx, digest, sender, m)
	if err != nil || !isNew {
		return false, err
	}
	zipped, err := s.compress(m.Raw)
	if err != nil {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO raw (message_id, gzip) VALUES (?, ?)`, id, zipped); err != nil {
		return false, err
	}
	if err := s.insertContents(ctx, tx, id, sender, m); err != nil {
		return false, err
	}
	return true, doubtDuplicate(ctx, tx, id)
}

// Known tells whether the same mail is stored, in quarantine or forgotten.
func (s *Store) Known(ctx context.Context, raw []byte) (bool, error) {
	digest := digestOf(raw)
	var known bool
	err := s.db.GetContext(ctx, &known,
		`SELECT EXISTS (SELECT 1 FROM message WHERE digest = ?1) OR EXISTS (SELECT 1 FROM quarantine WHERE digest = ?1)
		     OR EXISTS (SELECT 1 FROM forgotten WHERE digest = ?2)`, digest[:], s.tombstone(digest[:]))
	if err != nil {
		return false, fmt.Errorf("look the message up: %w", err)
	}
	return known, nil
}

// PurgeRaw forgets the bytes, subject and Message-ID of messages added before a
// time. The pseudonymous person, the domain and the wishes stay.
func (s *Store) PurgeRaw(ctx context.Context, before time.Time) (purged int64, err error) {
	err = s.transact(ctx, func(tx *transaction) error {
		result, err := tx.ExecContext(ctx,
			`DELETE FROM raw WHERE message_id IN (SELECT id FROM message WHERE subject IS NOT NULL AND added_at < ?)`, formatTime(before))
		if err != nil {
			return err
		}
		if purged, err = result.RowsAffected(); err != nil || purged == 0 {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE message SET subject = NULL, message_id = NULL WHERE subject IS NOT NULL AND added_at < ?`, formatTime(before))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("purge raw mail: %w", err)
	}
	return purged, nil
}

func insertMessage(ctx context.Context, tx *transaction, of digest, sender int64, m Message) (id int64, isNew bool, err error) {
	content := sha256.Sum256([]byte(m.Text))
	result, err := tx.ExecContext(ctx,
		`INSERT INTO message (id, digest, message_id, subject, person_id, received_at, added_at, kind, content, derived_by)
		 VALUES ((SELECT max(coalesce(max(id), 0), (SELECT id FROM gone WHERE name = 'message')) + 1 FROM message), ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		of[:], m.MessageID, m.Subject, sender, formatTime(m.Received), formatTime(m.Added), m.Kind, content[:], m.DerivedBy)
	if err != nil {
		return 0, false, err
	}
	rows, err := result.RowsAffected()
	if err != nil || rows == 0 {
		return 0, false, err
	}
	id, err = result.LastInsertId()
	return id, true, err
}

// PossibleDuplicate is the doubt of a message that has the Message-ID of
// another with other words, or another's sender and words under a Message-ID of
// its own: written twice, or sent on by a program. Both are kept.
const PossibleDuplicate = "possible-duplicate"

func doubtDuplicate(ctx context.Context, tx *transaction, id int64) error {
	nothing := sha256.Sum256(nil)
	_, err := tx.ExecContext(ctx,
		`INSERT INTO doubt (message_id, doubt) -- message_id <> '' inside, too, since it is the index's condition
		 SELECT new.id, ?2 FROM message AS new WHERE new.id = ?1 AND (
		    new.message_id <> '' AND EXISTS (SELECT 1 FROM message WHERE message_id = new.message_id AND message_id <> '' AND id <> new.id)
		    OR new.content <> ?3 AND EXISTS (
		        SELECT 1 FROM message WHERE content = new.content AND id <> new.id AND person_id IN (
		            SELECT id FROM person WHERE coalesce(same_as, id) = (SELECT coalesce(same_as, id) FROM person WHERE id = new.person_id))))`,
		id, PossibleDuplicate, nothing[:])
	return err
}

// senderOf falls back from the address to the mail itself, so that two mails
// without a sender are two persons'.
func senderOf(m Message, of digest) string { return cmp.Or(m.From, nobody(of[:])) }

// nobody stands for the sender of a mail that has none.
func nobody(digest []byte) string { return hex.EncodeToString(digest) }

// insertContents stores what was read in a new message.
func (s *Store) insertContents(ctx context.Context, tx *transaction, id, sender int64, m Message) error {
	items, err := s.itemsOf(ctx, tx, sender, m)
	if err != nil {
		return err
	}
	places := placesIn(id)
	for _, item := range items {
		if err := insertItem(ctx, tx, item, places(item, nil)); err != nil {
			return err
		}
	}
	return insertDoubts(ctx, tx, id, m.Doubts)
}

func insertDoubts(ctx context.Context, tx *transaction, message int64, doubts []string) error {
	for _, doubt := range doubts {
		if _, err := tx.ExecContext(ctx, `INSERT INTO doubt (message_id, doubt) VALUES (?, ?)`, message, doubt); err != nil {
			return err
		}
	}
	return nil
}

// digest identifies a mail.
type digest [sha256.Size]byte

// digestOf is the SHA-256 of a mail's lines. IMAP ends them with CRLF, files
// usually with LF, and an mbox adds an empty one; none of that makes it another
// mail.
func digestOf(raw []byte) digest {
	hash := sha256.New()
	ends := 0 // of lines, which count once another line follows
	for line := range bytes.Lines(raw) {
		text, ended := bytes.CutSuffix(line, []byte("\n"))
		if ended {
			text = bytes.TrimSuffix(text, []byte("\r"))
		}
		if len(text) > 0 {
			for ; ends > 0; ends-- {
				hash.Write([]byte("\n"))
			}
			hash.Write(text)
		}
		ends++
	}
	return digest(hash.Sum(nil))
}

func (s *Store) compress(raw []byte) ([]byte, error) {
	w, ok := s.zips.Get().(*gzip.Writer)
	if !ok {
		w = gzip.NewWriter(nil)
	}
	defer s.zips.Put(w)
	var b bytes.Buffer
	w.Reset(&b)
	if _, err := w.Write(raw); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return b.Bytes(), nil
}

// errDamaged is of kept bytes that do not give a mail.
var errDamaged = errors.New("kept mail is damaged")

func decompress(zipped []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	return raw, nil
}
