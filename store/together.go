package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// Together returns what stocks of several databases are read from, as one: a
// temporary database that ends with [Store.Close]. A mail that several hold is that
// of the first. Persons are the same where their hashes are, so those of databases
// with different keys are different ones ([Basis]). Raw mail and what only polls
// need are left out.
func Together(ctx context.Context, stores ...*Store) (*Store, error) {
	db, err := sqlx.Open("sqlite", "") // SQLite removes it, however the process ends
	if err != nil {
		return nil, fmt.Errorf("open a temporary database: %w", err)
	}
	db.SetMaxOpenConns(1) // another connection would see another database
	s := &Store{path: "the temporary database", db: db}
	if err := s.take(ctx, stores); err != nil {
		db.Close()
		return nil, diagnose(err)
	}
	return s, nil
}

func (s *Store) take(ctx context.Context, stores []*Store) error {
	if err := s.migrate(ctx); err != nil {
		return err
	}
	keys := make(map[string]bool)
	for i, from := range stores {
		var key string
		if err := from.db.GetContext(ctx, &key, `SELECT coalesce((SELECT value FROM meta WHERE key = 'person_key'), '')`); err != nil {
			return fmt.Errorf("%s: %w", from.path, err)
		}
		keys[key] = true
		if err := s.copyFrom(ctx, from, int64(i)*idsPerFile); err != nil {
			return fmt.Errorf("read %s: %w", from.path, err)
		}
	}
	s.keys = len(keys)
	return nil
}

// idsPerFile is more than a database has rows: what is added to the ids of each
// one's rows keeps them apart.
const idsPerFile = 1 << 40

func (s *Store) copyFrom(ctx context.Context, from *Store, offset int64) (err error) {
	if _, err := s.db.ExecContext(ctx, `ATTACH ? AS file`, from.uri); err != nil {
		return err
	}
	defer func() {
		_, detached := s.db.ExecContext(context.WithoutCancel(ctx), `DETACH file`)
		err = errors.Join(err, detached)
	}()
	tx, err := s.db.BeginTxx(ctx, nil) // so that the file is read as it stands at one moment
	if err != nil {
		return err
	}
	defer tx.Rollback() // without effect after Commit
	for _, statement := range copying {
		if _, err := tx.ExecContext(ctx, statement, offset); err != nil {
			return err
		}
	}
	if err := mergeAsThere(ctx, tx); err != nil {
		return err
	}
	nothing := sha256.Sum256(nil)
	if _, err := tx.ExecContext(ctx, duplicatesAmongFiles, offset, PossibleDuplicate, nothing[:]); err != nil {
		return err
	}
	return tx.Commit()
}

// copying are the statements that copy what stocks tell from the attached file, with
// ?1 added to its ids. What is known by then stays as it is: a row that another one
// stands for is ignored, and so are those that belong to it. The bytes of mails and
// the items of decisions, which stocks do not tell, stay behind.
var copying = []string{
	`INSERT OR IGNORE INTO person (id, hash, workplace) SELECT id + ?1, hash, workplace FROM file.person`,

	`INSERT OR IGNORE INTO message (id, digest, message_id, subject, person_id, received_at, added_at, kind, content, derived_by)
	 SELECT m.id + ?1, digest, message_id, subject, person.id, received_at, added_at, kind, content, derived_by
	 FROM file.message AS m JOIN file.person AS p ON p.id = m.person_id JOIN main.person ON person.hash = p.hash`,

	`INSERT INTO doubt (message_id, doubt)
	 SELECT message_id + ?1, doubt FROM file.doubt WHERE message_id + ?1 IN (SELECT id FROM main.message)`,

	`INSERT INTO decision (id, message_id, person_id, kind, was, becomes, decided_at, decided_by, replaced_by, undone_at)
	 SELECT d.id + ?1, message_id + ?1, person.id, kind, '[]', '[]', decided_at, decided_by, replaced_by + ?1, undone_at
	 FROM file.decision AS d JOIN file.person AS p ON p.id = d.person_id JOIN main.person ON person.hash = p.hash
	 WHERE message_id + ?1 IN (SELECT id FROM main.message)`,

	`INSERT INTO wish (id, message_id, person_id, position, rank, text, scope, why, decision_id, scattered)
	 SELECT w.id + ?1, message_id + ?1, person.id, position, rank, text, scope, why, decision_id + ?1, scattered
	 FROM file.wish AS w JOIN file.person AS p ON p.id = w.person_id JOIN main.person ON person.hash = p.hash
	 WHERE message_id + ?1 IN (SELECT id FROM main.message) ORDER BY w.id`,

	`INSERT INTO wish_label (wish_id, position, outside, label)
	 SELECT wish_id + ?1, position, outside, label FROM file.wish_label
	 WHERE wish_id + ?1 IN (SELECT id FROM main.wish) ORDER BY wish_id, outside, position`,

	`INSERT INTO offer (id, message_id, person_id, position, text, why, decision_id)
	 SELECT o.id + ?1, message_id + ?1, person.id, position, text, why, decision_id + ?1
	 FROM file.offer AS o JOIN file.person AS p ON p.id = o.person_id JOIN main.person ON person.hash = p.hash
	 WHERE message_id + ?1 IN (SELECT id FROM main.message)`,

	`INSERT INTO offer_topic (offer_id, position, topic)
	 SELECT offer_id + ?1, position, topic FROM file.offer_topic WHERE offer_id + ?1 IN (SELECT id FROM main.offer)`,

	`INSERT INTO offer_state (id, offer_id, state, set_at, set_by, decision_id)
	 SELECT id + ?1, offer_id + ?1, state, set_at, set_by, decision_id + ?1 FROM file.offer_state WHERE offer_id + ?1 IN (SELECT id FROM main.offer)`,

	`INSERT OR IGNORE INTO quarantine (id, digest, received_at, added_at, reason, tried_by, gzip)
	 SELECT id + ?1, digest, received_at, added_at, reason, tried_by, x'' FROM file.quarantine`,

	// A mail that one file waits for may have been read in another.
	`DELETE FROM quarantine WHERE digest IN (SELECT digest FROM main.message)`,

	`INSERT OR IGNORE INTO mailbox (id, name, account, folder, uidvalidity, generation, polled_at, ok_at, error)
	 SELECT id + ?1, name, account, folder, uidvalidity, generation, polled_at, ok_at, error FROM file.mailbox`,

	`INSERT INTO failure (mailbox_id, generation, uid, attempts, next_try, poison, error)
	 SELECT mailbox_id + ?1, generation, uid, attempts, next_try, poison, error FROM file.failure
	 WHERE mailbox_id + ?1 IN (SELECT id FROM main.mailbox)`,

	`INSERT OR IGNORE INTO delivery (topic, delivered_at, recorded_at) SELECT topic, delivered_at, recorded_at FROM file.delivery`,
}

// mergeAsThere lets those count as one person who do so in the attached file, with all
// who count as either by a file before.
func mergeAsThere(ctx context.Context, tx *sqlx.Tx) error {
	var merged []struct {
		Address int64 `db:"address"`
		Main    int64 `db:"main"`
	}
	err := tx.SelectContext(ctx, &merged,
		`SELECT address.id AS address, whom.id AS main FROM file.person AS p JOIN file.person AS q ON q.id = p.same_as
		 JOIN main.person AS address ON address.hash = p.hash JOIN main.person AS whom ON whom.hash = q.hash ORDER BY p.id`)
	if err != nil {
		return err
	}
	for _, m := range merged {
		_, err := tx.ExecContext(ctx,
			`UPDATE main.person SET same_as = (SELECT coalesce(same_as, id) FROM main.person WHERE id = ?1)
			 WHERE coalesce(same_as, id) = (SELECT coalesce(same_as, id) FROM main.person WHERE id = ?2)
			   AND coalesce(same_as, id) <> (SELECT coalesce(same_as, id) FROM main.person WHERE id = ?1)`, m.Main, m.Address)
		if err != nil {
			return err
		}
	}
	return nil
}

// duplicatesAmongFiles is what [doubtDuplicate] says of a new mail, said of those
// just copied, when the other mail came with a file before.
const duplicatesAmongFiles = `INSERT OR IGNORE INTO doubt (message_id, doubt)
	SELECT new.id, ?2 FROM message AS new WHERE new.id > ?1 AND (
	   new.message_id <> '' AND EXISTS (SELECT 1 FROM message WHERE message_id = new.message_id AND message_id <> '' AND id <= ?1)
	   OR new.content <> ?3 AND EXISTS (
	       SELECT 1 FROM message WHERE content = new.content AND id <= ?1 AND person_id IN (
	           SELECT id FROM person WHERE coalesce(same_as, id) = (SELECT coalesce(same_as, id) FROM person WHERE id = new.person_id))))`
