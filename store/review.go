package store

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Undecided returns the wishes that no editor has decided on, in mails that no
// editor has called duplicates, by message.
func (s *Store) Undecided(ctx context.Context) ([]Placed, error) {
	items, err := selectItems(ctx, s.db, `coalesce(decision_id, 0) = ?`, 0)
	if err != nil {
		return nil, fmt.Errorf("read the wishes: %w", diagnose(err))
	}
	return slices.DeleteFunc(items, func(p Placed) bool { return p.Offer }), nil
}

// Unsettled is a mail that an editor should look at as a whole.
type Unsettled struct {
	Message  int64
	Received time.Time
	Doubts   []string // none: it has the subject, and neither wish nor offer
}

// Unsettled returns the mails with doubts, and those without wishes or offers, that
// no editor has seen to, the oldest first.
func (s *Store) Unsettled(ctx context.Context) ([]Unsettled, error) {
	var rows []struct {
		ID         int64  `db:"id"`
		ReceivedAt string `db:"received_at"`
		DoubtsJSON string `db:"doubts"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT id, received_at, (SELECT json_group_array(doubt ORDER BY doubt) FROM doubt WHERE doubt.message_id = message.id) AS doubts
		 FROM message
		 WHERE `+awaits+`
		 ORDER BY received_at, digest`)
	if err != nil {
		return nil, fmt.Errorf("read the doubtful mails: %w", diagnose(err))
	}
	mails := make([]Unsettled, len(rows))
	for i, row := range rows {
		mails[i].Message = row.ID
		if mails[i].Received, err = parseTime(row.ReceivedAt); err != nil {
			return nil, fmt.Errorf("message %d: %w", row.ID, err)
		}
		if err := unmarshalAll(field{row.DoubtsJSON, &mails[i].Doubts}); err != nil {
			return nil, fmt.Errorf("message %d: %w", row.ID, err)
		}
	}
	return mails, nil
}

// CountWaiting counts the wishes without topic and the mails that wait for an
// editor.
func (s *Store) CountWaiting(ctx context.Context) (n int, err error) {
	err = s.db.GetContext(ctx, &n,
		`SELECT (SELECT count(*) FROM wish WHERE decision_id IS NULL AND scope <> 'analog'
		           AND NOT EXISTS (SELECT 1 FROM wish_label WHERE wish_label.wish_id = wish.id))
		      + (SELECT count(*) FROM message WHERE `+awaits+`)`)
	if err != nil {
		return 0, fmt.Errorf("count what waits for an editor: %w", diagnose(err))
	}
	return n, nil
}

// awaits is the condition that a message waits for an editor. Its parts are that
// no editor has said that it need not be looked at any more, and that no editor has
// decided on anything in it.
const (
	awaits    = `((EXISTS (SELECT 1 FROM doubt WHERE doubt.message_id = message.id) AND ` + unsettled + `) OR (kind = 'other' AND ` + undecided + `))`
	unsettled = `NOT EXISTS (SELECT 1 FROM decision WHERE decision.message_id = message.id
		AND decision.kind IN ('seen', 'duplicate') AND undone_at IS NULL AND replaced_by IS NULL)`
	undecided = `NOT EXISTS (SELECT 1 FROM decision WHERE decision.message_id = message.id
		AND undone_at IS NULL AND replaced_by IS NULL)`
)

// Message returns a message as the program read it, or fails with
// [ErrUnknownMessage].
func (s *Store) Message(ctx context.Context, id int64) (Stored, error) {
	m, err := s.stored(ctx, id)
	if err != nil {
		return Stored{}, diagnose(orUnknown(err, id))
	}
	return m, nil
}
