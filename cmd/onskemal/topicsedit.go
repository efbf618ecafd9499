package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// editOptions are those of all commands that change the topics file.
type editOptions struct {
	dryRun     bool
	yes        bool
	reclassify bool
	json       bool
}

func (o *editOptions) addFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, "tell what would change, and write nothing")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "write without asking")
	cmd.Flags().BoolVar(&o.reclassify, "reclassify", false, "then read what is stored anew, as 'onskemal reclassify' does")
	cmd.Flags().BoolVar(&o.json, "json", false, "print one JSON object; it needs --yes or --dry-run")
}

func (o *editOptions) check() error {
	switch {
	case o.dryRun && (o.yes || o.reclassify):
		return errors.New("--dry-run writes nothing: leave out --yes and --reclassify, or --dry-run")
	case o.json && !o.yes && !o.dryRun:
		return errors.New("--json asks nothing: add --yes or --dry-run")
	case o.json && o.reclassify:
		return errors.New("--json prints one object: leave out --reclassify and run 'onskemal reclassify --json' after it")
	}
	return nil
}

// whatItShows is what the help of these commands has in common.
const whatItShows = `
First it shows what the change does to the mail that is stored: how many wishes get
other topics and how many people wrote them, some of them, the numbers of each topic
before and after, which offers get other topics, and how well the topics agree with
what editors have decided (F1, at best 1). Then it asks; where nobody can be asked
it writes only with --yes. The rest of the file stays as it is, comments too. What
is stored keeps its topics until 'onskemal reclassify', which --reclassify runs at
once.`

// topicsChange is a change of the topics file and what it does, in Swedish.
type topicsChange struct {
	edit classify.Edit
	does string
}

// editTopics makes a change of the installation's topics file, which depends on
// what is there.
func (g *globals) editTopics(ctx context.Context, opts editOptions, plan func(*classify.Classifier) (topicsChange, error)) error {
	if err := opts.check(); err != nil {
		return usageError{err}
	}
	s, err := g.settings()
	if err != nil {
		return err
	}
	if s.Topics == "" {
		return usageError{errors.New("the built-in topics are in use: make a file of your own from them with 'onskemal topics init FILE' first")}
	}
	file, err := findTarget(s.Topics)
	if err != nil {
		return fmt.Errorf("topics file: %w", err)
	}
	data, err := os.ReadFile(s.Topics)
	if err != nil {
		return fmt.Errorf("topics file: %w", err)
	}
	before, err := classify.Load(s.Topics, data)
	if err != nil {
		return err
	}
	change, err := plan(before)
	if err != nil {
		return err
	}
	edited, after, err := classify.Apply(s.Topics, data, change.edit)
	if err != nil {
		return err
	}
	effect, err := g.effectOf(ctx, s, before, after)
	if err != nil {
		return err
	}
	effect.Does = change.does
	if !opts.json {
		if err := effect.write(g.out); err != nil {
			return err
		}
	}
	write, err := g.agreed(ctx, s, opts)
	if err != nil {
		return err
	}
	if write {
		if err := file.exchange(data, edited); err != nil {
			return err
		}
	}
	return g.finishEdit(ctx, opts, s, effect, write)
}

// agreed tells whether the change is to be written.
func (g *globals) agreed(ctx context.Context, s settings, opts editOptions) (bool, error) {
	switch {
	case opts.dryRun:
		return false, nil
	case opts.yes:
		return true, nil
	case !g.interactive():
		return false, usageError{errors.New("nothing was changed: give --yes to write it")}
	}
	return g.ask(ctx, fmt.Sprintf("Skriva ändringen till %s?", s.Topics))
}

// finishEdit tells what was done and what is left to do.
func (g *globals) finishEdit(ctx context.Context, opts editOptions, s settings, effect effect, written bool) error {
	switch {
	case opts.json:
		effect.Written = written
		return writeJSONLine(g.out, effect)
	case !written:
		_, err := fmt.Fprintln(g.out, "Inget är ändrat.")
		return err
	case opts.reclassify:
		if _, err := fmt.Fprintf(g.out, "%s är ändrad.\n", s.Topics); err != nil {
			return err
		}
		return runReclassify(ctx, reclassifyOptions{}, g)
	default:
		_, err := fmt.Fprintf(g.out, "%s är ändrad. Det som är lagrat följer med när du kör ’onskemal reclassify’.\n", s.Topics)
		return err
	}
}

// decided are the wishes that editors have decided on, with the topics that they
// gave them.
func decided(ctx context.Context, db *store.Store) ([]classify.Labelled, error) {
	decisions, err := db.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	var wishes []classify.Labelled
	for _, d := range decisions {
		for _, item := range d.Is {
			if d.Counts() && !item.Offer {
				wishes = append(wishes, classify.Labelled{Text: item.Text, Topics: item.Topics})
			}
		}
	}
	return wishes, nil
}
