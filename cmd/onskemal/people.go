package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/store"
)

func newPeopleCommand(g *globals) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "people",
		Short: "Let several addresses count as one person",
		Args:  usage(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newPeopleMergeCommand(g), newPeopleSplitCommand(g))
	return cmd
}

func newPeopleMergeCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "merge ADDRESS OTHER",
		Short: "Count two addresses as one person",
		Long: `Merge lets two addresses count as one person, in what has come and in what will
come: at the workplace of the first. Mail must have come from both. Person and
forget, asked for either, then answer for both. 'onskemal people split' takes it
back.`,
		Example: "  onskemal people merge anna.ek@nykulla.example anna@hemma.example",
		Args:    usage(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPeopleMerge(cmd.Context(), addressIn(args[0]), addressIn(args[1]), g)
		},
	}
}

func newPeopleSplitCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:     "split ADDRESS",
		Short:   "Count an address by itself again",
		Long:    `Split takes an address out of those with which it was merged: it counts by itself again, and they as before.`,
		Example: "  onskemal people split anna@hemma.example",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPeopleSplit(cmd.Context(), addressIn(args[0]), g)
		},
	}
}

func runPeopleMerge(ctx context.Context, first, second string, g *globals) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		workplace, merged, err := db.MergePeople(ctx, first, second)
		if errors.Is(err, store.ErrSameAddress) {
			return usageError{fmt.Errorf("%w: give another of the person's", err)}
		}
		if err != nil {
			return aboutPerson(err)
		}
		said := "Adresserna räknas nu som en person"
		if !merged {
			said = "Adresserna räknas redan som en person"
		}
		_, err = fmt.Fprintf(g.out, "%s, på arbetsplatsen %s.\n", said, cmp.Or(workplace, "(okänd)"))
		return err
	})
}

func runPeopleSplit(ctx context.Context, address string, g *globals) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		if err := db.SplitPerson(ctx, address); err != nil {
			return aboutPerson(err)
		}
		_, err := fmt.Fprintln(g.out, "Adressen räknas nu för sig.")
		return err
	})
}
