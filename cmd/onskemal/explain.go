package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

type explainOptions struct {
	json bool
}

func newExplainCommand(g *globals) *cobra.Command {
	var opts explainOptions
	cmd := &cobra.Command{
		Use:   "explain NUMBER",
		Short: "Show how a wish or a mail was read, and what each topic rests on",
		Long: `Explain tells, in Swedish, how something was read and why. NUMBER is that of a wish,
as search, review and report show it; offer:NUMBER is an offer, mail:NUMBER a mail.

Of a wish it tells the rank and what gave it, the topics and the words that gave
them with their weights, what was found and did not suffice, what was negated, what
editors decided, and whether today's topics would read it otherwise. Of a mail it
tells each line with what it was taken for and why, and then all its wishes and
offers so. When a mail's retention time is over, what is kept of it is told. Of an
offer it also tells what has come of it.

Explain names the sender of a mail that is kept, and the contact of an offer.`,
		Example: "  onskemal explain 12\n  onskemal explain offer:3\n  onskemal explain mail:7",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), args[0], opts, g)
		},
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

func runExplain(ctx context.Context, name string, opts explainOptions, g *globals) error {
	kind, id, err := parseReference(name)
	if err != nil {
		return err
	}
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		account, err := accountOf(ctx, db, kind, id)
		if err != nil {
			return err
		}
		reader := s.reader(func() *classify.Classifier { return c }, s.subjects())
		today, err := g.pipeline(db, reader, true).Today(account.Stored)
		if err != nil {
			return err
		}
		e := explainer{
			c: c, account: account, today: today, derivedBy: reader.DerivedBy(), retention: s.retention(), offerRetention: s.offerRetention(),
		}.explanation(kind, id)
		if opts.json {
			return writeJSON(g.out, e)
		}
		return writePrintable(g.out, e.text())
	})
}

// accountOf is what is kept of the mail with the number, or of that of the wish or
// offer.
func accountOf(ctx context.Context, db *store.Store, kind reference, id int64) (store.Account, error) {
	message := id
	if kind != mailReference {
		item, err := db.Item(ctx, kind == offerReference, id)
		if err != nil {
			return store.Account{}, withNear(ctx, db, kind, id, err)
		}
		message = item.Message
	}
	account, err := db.Account(ctx, message)
	if err != nil {
		return store.Account{}, withNear(ctx, db, kind, id, err)
	}
	// What was read anew in the meantime may be gone.
	if kind != mailReference && !slices.ContainsFunc(account.Items, func(p store.Placed) bool { return isNamed(p, kind, id) }) {
		return store.Account{}, fmt.Errorf("%s %d was read anew just now: run the same command again", kind, id)
	}
	return account, nil
}

func isNamed(p store.Placed, kind reference, id int64) bool {
	return p.ID == id && p.Offer == (kind == offerReference)
}

// withNear adds to the error of a number that nothing has which ones there are.
func withNear(ctx context.Context, db *store.Store, kind reference, id int64, err error) error {
	if !errors.Is(err, store.ErrUnknownItem) && !errors.Is(err, store.ErrUnknownMessage) {
		return err
	}
	numbered := map[reference]store.Numbered{wishReference: store.Wishes, offerReference: store.Offers, mailReference: store.Messages}
	below, above, failure := db.Near(ctx, numbered[kind], id)
	switch {
	case failure != nil:
		return failure
	case below == 0 && above == 0:
		return fmt.Errorf("%w: there is none yet", err)
	case above == 0:
		return fmt.Errorf("%w: the last one is %d; 'onskemal search' finds others by their words", err, below)
	case below == 0:
		return fmt.Errorf("%w: the first one is %d; 'onskemal search' finds others by their words", err, above)
	}
	return fmt.Errorf("%w: the nearest are %d and %d; 'onskemal search' finds others by their words", err, below, above)
}
