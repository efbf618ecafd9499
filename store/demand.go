package store

import (
	"context"
	"fmt"
	"time"
)

// StoredWish is a wish as reports count it.
type StoredWish struct {
	ID        int64
	Message   int64
	Person    int64 // the author
	Workplace string
	Received  time.Time
	Rank      int
	Text      string
	Scope     string
	Topics    []string // most fitting first
	Outside   []string
}

// StoredOffer is an offer as reports show it.
type StoredOffer struct {
	ID        int64
	Person    int64
	Workplace string
	Received  time.Time
	Text      string
	Topics    []string
}

// Wishes returns the wishes received before a time, in the order of their mails
// (by time and digest, so that the order of adding does not matter) and of
// their places there.
func (s *Store) Wishes(ctx context.Context, before time.Time) ([]StoredWish, error) {
	var rows []struct {
		StoredWish
		ReceivedAt string  `db:"received_at"`
		Outside    *bool   `db:"is_outside"`
		Label      *string `db:"label"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT wish.id, wish.message_id AS message, wish.person_id AS person, person.workplace, message.received_at,
		        wish.rank, wish.text, wish.scope, wish_label.outside AS is_outside, wish_label.label
		 FROM wish
		 JOIN message ON message.id = wish.message_id
		 JOIN person ON person.id = wish.person_id
		 LEFT JOIN wish_label ON wish_label.wish_id = wish.id
		 WHERE message.received_at < ?
		 ORDER BY message.received_at, message.digest, wish.position, wish_label.outside, wish_label.position`, formatTime(before))
	if err != nil {
		return nil, fmt.Errorf("read the wishes: %w", err)
	}
	var wishes []StoredWish
	for _, row := range rows {
		if len(wishes) == 0 || wishes[len(wishes)-1].ID != row.ID {
			if row.Received, err = parseTime(row.ReceivedAt); err != nil {
				return nil, fmt.Errorf("wish %d: %w", row.ID, err)
			}
			wishes = append(wishes, row.StoredWish)
		}
		wish := &wishes[len(wishes)-1]
		switch {
		case row.Label == nil:
		case *row.Outside:
			wish.Outside = append(wish.Outside, *row.Label)
		default:
			wish.Topics = append(wish.Topics, *row.Label)
		}
	}
	return wishes, nil
}

// Offers returns the offers received before a time, newest first.
func (s *Store) Offers(ctx context.Context, before time.Time) ([]StoredOffer, error) {
	var rows []struct {
		StoredOffer
		ReceivedAt string  `db:"received_at"`
		Topic      *string `db:"topic"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT offer.id, offer.person_id AS person, person.workplace, message.received_at, offer.text, offer_topic.topic
		 FROM offer
		 JOIN message ON message.id = offer.message_id
		 JOIN person ON person.id = offer.person_id
		 LEFT JOIN offer_topic ON offer_topic.offer_id = offer.id
		 WHERE message.received_at < ?
		 ORDER BY message.received_at DESC, message.digest, offer.position, offer_topic.position`, formatTime(before))
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
func (s *Store) Waiting(ctx context.Context) ([]Waiting, error) {
	var rows []struct {
		ReceivedAt string `db:"received_at"`
		Reason     string `db:"reason"`
	}
	if err := s.db.SelectContext(ctx, &rows, `SELECT received_at, reason FROM quarantine ORDER BY received_at, digest`); err != nil {
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

// WithoutWishes returns when mails came in that hold neither wish nor offer,
// machines' answers apart, from one time until before another, oldest first.
func (s *Store) WithoutWishes(ctx context.Context, from, before time.Time) ([]time.Time, error) {
	var rows []string
	err := s.db.SelectContext(ctx, &rows,
		`SELECT received_at FROM message WHERE kind = 'other' AND received_at >= ? AND received_at < ? ORDER BY received_at, digest`,
		formatTime(from), formatTime(before))
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
// in them, from one time until before another, oldest first.
func (s *Store) Doubtful(ctx context.Context, from, before time.Time) ([]Doubtful, error) {
	var rows []struct {
		ID         int64  `db:"id"`
		ReceivedAt string `db:"received_at"`
		Doubt      string `db:"doubt"`
	}
	err := s.db.SelectContext(ctx, &rows,
		`SELECT id, received_at, doubt FROM message JOIN doubt ON doubt.message_id = message.id
		 WHERE received_at >= ? AND received_at < ? ORDER BY received_at, digest, doubt`,
		formatTime(from), formatTime(before))
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
