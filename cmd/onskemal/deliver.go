package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type deliverOptions struct {
	date string
	undo bool
}

func newTopicsDeliverCommand(g *globals) *cobra.Command {
	var opts deliverOptions
	cmd := &cobra.Command{
		Use:   "deliver [TOPIC]",
		Short: "Record that a course now answers the demand for a topic",
		Long: `Deliver closes the demand for a topic on the day when its course came: wishes
received before that day count no more for the topic, later ones count anew. What
the same wishes say of other topics stays as it was. Reports of weeks before the
day are not changed. Without TOPIC it prints what has been recorded.`,
		Example: "  onskemal topics deliver juridik --date 2026-11-16\n  onskemal topics deliver juridik --date 2026-11-16 --undo",
		Args:    usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, topics []string) error {
			switch {
			case len(topics) > 0:
				return runDeliver(cmd.Context(), topics[0], opts, g)
			case opts != deliverOptions{}:
				return usageError{errors.New("--date and --undo are of one topic: name it before them")}
			default:
				return runDeliveries(cmd.Context(), g)
			}
		},
	}
	cmd.Flags().StringVar(&opts.date, "date", "", "the `DAY` the course came, as 2026-11-16 (default today; at most a year ahead)")
	cmd.Flags().BoolVar(&opts.undo, "undo", false, "take back what was recorded for that topic and day")
	return cmd
}

func runDeliver(ctx context.Context, topic string, opts deliverOptions, g *globals) error {
	at := report.StartOfDay(g.now())
	if opts.date != "" {
		var err error
		if at, err = report.ParseDay(opts.date); err != nil {
			return usageError{fmt.Errorf("--date: %w", err)}
		}
		if !opts.undo && at.After(g.now().AddDate(1, 0, 0)) {
			return usageError{fmt.Errorf("--date %s is more than a year ahead: correct the year", opts.date)}
		}
	}
	delivery := store.Delivery{Topic: topic, At: at}
	return g.withExisting(ctx, func(_ settings, db *store.Store, c *classify.Classifier) error {
		if opts.undo {
			return undeliver(ctx, db, delivery)
		}
		var err error
		if delivery.Topic, err = topicNamed(c, topic); err != nil {
			return err
		}
		return db.Deliver(ctx, delivery, g.now())
	})
}

// undeliver takes back a delivery, also of a topic that the topics file no longer
// has.
func undeliver(ctx context.Context, db *store.Store, d store.Delivery) error {
	found, err := db.Undeliver(ctx, d)
	if err == nil && !found {
		err = fmt.Errorf("nothing was recorded for %s on %s; 'onskemal topics deliver' prints what was", d.Topic, d.At.Format(time.DateOnly))
	}
	return err
}

func runDeliveries(ctx context.Context, g *globals) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		return db.Stock(ctx, g.now().AddDate(100, 0, 0), func(stock *store.Stock) error {
			deliveries, err := stock.Deliveries(ctx)
			if err != nil {
				return err
			}
			for _, d := range deliveries {
				if _, err := fmt.Fprintln(g.out, report.StartOfDay(d.At).Format(time.DateOnly), d.Topic); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
