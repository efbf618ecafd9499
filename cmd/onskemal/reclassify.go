package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type reclassifyOptions struct {
	dryRun bool
	json   bool
}

func newReclassifyCommand(g *globals) *cobra.Command {
	var opts reclassifyOptions
	cmd := &cobra.Command{
		Use:   "reclassify",
		Short: "Read what is stored anew, by today's parser and topics",
		Long: `Reclassify reads every stored message anew that an older parser, an older algorithm
or another topics file has read: from its bytes, or when their retention time is
over, the topics of its kept wishes. It prints what changes, in Swedish, and at the
end how many messages it read anew. What editors decided counts as before; the end
tells where the program now reads otherwise ('onskemal review decisions'). One that cannot be read any more stays as it was
read before. A run that is broken off goes on where it was; a second one finds
nothing to do, until the program or the topics are others.`,
		Example: "  onskemal reclassify --dry-run\n  onskemal --topics mina-amnen.toml reclassify --dry-run",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runReclassify(cmd.Context(), opts, g) },
	}
	cmd.Flags().BoolVarP(&opts.dryRun, "dry-run", "n", false, "tell what would change, and store nothing")
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line: the changes, then the sums")
	return cmd
}

func runReclassify(ctx context.Context, opts reclassifyOptions, g *globals) error {
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		anew := func(db *store.Store) error {
			reader := s.reader(func() *classify.Classifier { return c }, s.subjects())
			pipeline := g.pipeline(db, reader, opts.dryRun)
			if err := g.reclassify(ctx, pipeline, opts); err != nil || opts.dryRun {
				return err
			}
			return pipeline.KeepContacts(ctx, g.now().Add(-s.offerRetention()))
		}
		if opts.dryRun {
			return anew(db)
		}
		return withStore(ctx, s, anew)
	})
}

func (g *globals) reclassify(ctx context.Context, pipeline *ingest.Pipeline, opts reclassifyOptions) error {
	todo, err := pipeline.Store.CountStale(ctx, pipeline.Reader.DerivedBy())
	if err != nil {
		return err
	}
	line := g.progress()
	sum, err := pipeline.Reclassify(ctx, func(change ingest.Change, sum ingest.Anew) error {
		line.show("%d of %d done, %d changed", sum.Messages+sum.Unreadable, todo, sum.Changed)
		if change.None() {
			return nil
		}
		line.clear()
		return writeChange(g.out, change, opts.json)
	})
	line.clear()
	if err != nil {
		return err
	}
	counts, err := agreements(ctx, pipeline.Store)
	if err != nil {
		return err
	}
	return writeAnew(g.out, sum, counts, opts)
}

func writeChange(w io.Writer, c ingest.Change, asJSON bool) error {
	if asJSON {
		return writeJSONLine(w, jsonChange{
			Message: c.Message, Received: c.Received, KindBefore: c.Kind[0], KindAfter: c.Kind[1],
			Removed: jsonLines(c.Removed), Added: jsonLines(c.Added), Decided: c.Decided,
		})
	}
	title := fmt.Sprintf("Mejl %d, kom %s", c.Message, c.Received.Format(time.DateOnly))
	if c.Kind[0] != c.Kind[1] {
		title += fmt.Sprintf(": %s är nu %s", c.Kind[0], c.Kind[1])
	}
	if c.Decided {
		title += " (redaktionens beslut i det gäller)"
	}
	if _, err := fmt.Fprintln(w, title); err != nil {
		return err
	}
	return errors.Join(writeLines(w, "−", c.Removed), writeLines(w, "+", c.Added))
}

func writeLines(w io.Writer, sign string, lines []ingest.Line) error {
	for _, l := range lines {
		if _, err := fmt.Fprintf(w, "  %s %s\n", sign, report.Printable(lineInSwedish(l))); err != nil {
			return err
		}
	}
	return nil
}

func lineInSwedish(l ingest.Line) string {
	what := fmt.Sprintf("%d.", l.Rank)
	if l.Offer {
		what = "erbjudande:"
	}
	return fmt.Sprintf("%s ”%s” → %s", what, report.HideNumbers(l.Text), classification{Topics: l.Topics, Outside: l.Outside})
}

func writeAnew(w io.Writer, sum ingest.Anew, decisions map[store.Agreement]int, opts reclassifyOptions) error {
	if opts.json {
		return writeJSONLine(w, jsonAnew{
			sum.Messages, sum.Changed, sum.Unreadable, opts.dryRun,
			jsonAgreements{decisions[store.Agrees], decisions[store.Differs], decisions[store.Changed]},
		})
	}
	done, left := "%d mejl lästes om, %d ändrades", ", %d gick inte att läsa om och är som förut"
	if opts.dryRun {
		done, left = "%d mejl skulle läsas om, %d skulle ändras", ", %d går inte att läsa om och blir som förut"
	}
	text := fmt.Sprintf(done, sum.Messages, sum.Changed)
	if sum.Unreadable > 0 {
		text += fmt.Sprintf(left, sum.Unreadable)
	}
	if _, err := fmt.Fprintln(w, text+"."); err != nil || opts.dryRun {
		return err
	}
	if told := agreementText(decisions); told != "" {
		_, err := fmt.Fprintln(w, told)
		return err
	}
	return nil
}

// jsonChange and what follows are the JSON of reclassify; its keys are part of the
// interface.
type jsonChange struct {
	Message    int64      `json:"message"`
	Received   time.Time  `json:"received"`
	KindBefore string     `json:"kind_before"`
	KindAfter  string     `json:"kind_after"`
	Removed    []jsonLine `json:"removed"`
	Added      []jsonLine `json:"added"`
	Decided    bool       `json:"decided"` // an editor has decided on something in it, which counts as decided
}

type jsonLine struct {
	Offer   bool     `json:"offer"`
	Rank    int      `json:"rank,omitempty"`
	Text    string   `json:"text"`
	Topics  []string `json:"topics"`
	Outside []string `json:"outside"`
	Scope   string   `json:"scope,omitempty"`
}

type jsonAnew struct {
	Messages   int            `json:"messages"`
	Changed    int            `json:"changed"`
	Unreadable int            `json:"unreadable"`
	DryRun     bool           `json:"dry_run"`
	Decisions  jsonAgreements `json:"decisions"` // of editors, after a dry run as before it
}

// jsonAgreements counts what editors decided by how the program reads it.
type jsonAgreements struct {
	Agrees  int `json:"agrees"`
	Differs int `json:"differs"`
	Changed int `json:"changed"`
}

func jsonLines(lines []ingest.Line) []jsonLine {
	converted := make([]jsonLine, len(lines))
	for i, l := range lines {
		converted[i] = jsonLine{l.Offer, l.Rank, report.HideNumbers(l.Text), append([]string{}, l.Topics...), append([]string{}, l.Outside...), l.Scope}
	}
	return converted
}
