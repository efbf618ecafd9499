package store

import (
	"context"
	"fmt"
	"time"
)

// Delivery is a course that answers the demand for a topic: wishes received
// before it count no more.
type Delivery struct {
	Topic string
	At    time.Time
}

// Deliver records a delivery; recorded is now. Recording it twice changes nothing.
func (s *Store) Deliver(ctx context.Context, d Delivery, recorded time.Time) error {
	_, err := s.db.ExecContext(ctx,
		`INSERT INTO delivery (topic, delivered_at, recorded_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
		d.Topic, formatTime(d.At), formatTime(recorded))
	if err != nil {
		return fmt.Errorf("record the delivery: %w", diagnose(err))
	}
	return nil
}

// Undeliver takes a delivery back, and tells whether there was one.
func (s *Store) Undeliver(ctx context.Context, d Delivery) (found bool, err error) {
	result, err := s.db.ExecContext(ctx, `DELETE FROM delivery WHERE topic = ? AND delivered_at = ?`, d.Topic, formatTime(d.At))
	if err != nil {
		return false, fmt.Errorf("take the delivery back: %w", diagnose(err))
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}

// Deliveries returns the deliveries of the stock's time, by topic, the oldest
// first.
func (s *Stock) Deliveries(ctx context.Context) ([]Delivery, error) {
	var rows []struct {
		Topic       string `db:"topic"`
		DeliveredAt string `db:"delivered_at"`
	}
	err := s.tx.SelectContext(ctx, &rows,
		`SELECT topic, delivered_at FROM delivery WHERE delivered_at < ? ORDER BY topic, delivered_at`, s.before)
	if err != nil {
		return nil, fmt.Errorf("read the deliveries: %w", err)
	}
	deliveries := make([]Delivery, len(rows))
	for i, row := range rows {
		at, err := parseTime(row.DeliveredAt)
		if err != nil {
			return nil, fmt.Errorf("delivery of %s: %w", row.Topic, err)
		}
		deliveries[i] = Delivery{Topic: row.Topic, At: at}
	}
	return deliveries, nil
}
