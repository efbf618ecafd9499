package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/review"
	"github.com/digiteket/onskemal/store"
)

type searchOptions struct {
	period report.PeriodText
	topic  string
	offers bool
	limit  int
	json   bool
}

func newSearchCommand(g *globals) *cobra.Command {
	var opts searchOptions
	cmd := &cobra.Command{
		Use:   "search [TEXT...]",
		Short: "Find wishes and offers by their words",
		Long: `Search finds the wishes and offers that hold every word of TEXT, in any letters' case
and also inside longer words: visning finds filmvisning. Words under three letters
stand alone: AI does not find mail. What stands in quotation marks is looked for as
it is written; for the shell, put single ones around: '"visa film"'.

It prints, in Swedish and the latest received first, the number, the day, the topics
and the text, without addresses, phone numbers and workplaces, as reports do. Without
TEXT, all that --topic or a period leaves is found.`,
		Example: "  onskemal search filmvisning\n  onskemal search --topic juridik --since 4w film\n  onskemal search --offers '\"visa film\"'",
		RunE: func(cmd *cobra.Command, words []string) error {
			return runSearch(cmd.Context(), strings.Join(words, " "), opts, g)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.topic, "topic", "", "only what has a `TOPIC`: its id or name, or that of a group outside the list")
	flags.StringVar(&opts.period.Week, "week", "", "only what was received in a `WEEK`: 2026-W47, last or current")
	flags.StringVar(&opts.period.Since, "since", "", "only what was received from a `DAY` on: 2026-11-01, or 4w for four weeks ago")
	flags.StringVar(&opts.period.Until, "until", "", "the `DAY` after the last one, likewise (default tomorrow)")
	flags.BoolVar(&opts.offers, "offers", false, "only offers")
	flags.IntVar(&opts.limit, "limit", 50, "print at most so many (`NUMBER`); 0 for all")
	flags.BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

// searchResult is the JSON of search; its keys are part of the interface.
type searchResult struct {
	Found int         `json:"found"` // with those beyond the limit
	Items []foundItem `json:"items"`
}

type foundItem struct {
	Offer    bool      `json:"offer"`
	Number   int64     `json:"number"`
	Message  int64     `json:"message"`
	Received time.Time `json:"received"`
	Rank     int       `json:"rank,omitempty"`
	Text     string    `json:"text"`
	Topics   []string  `json:"topics"`
	Outside  []string  `json:"outside"`
	Scope    string    `json:"scope,omitempty"`
}

func runSearch(ctx context.Context, text string, opts searchOptions, g *globals) error {
	search := store.Search{Terms: searchTerms(text), OffersOnly: opts.offers}
	inPeriod := opts.period != report.PeriodText{}
	switch {
	case opts.limit < 0:
		return usageError{fmt.Errorf("--limit %d: choose how many to print, or 0 for all", opts.limit)}
	case len(search.Terms) == 0 && (strings.TrimSpace(text) != "" || opts.topic == "" && !inPeriod):
		return usageError{errors.New("nothing to search for: write a word, or name a --topic or a --week")}
	case inPeriod:
		period, err := opts.period.Parse(g.now())
		if err != nil {
			return usageError{err}
		}
		search.Since, search.Until = period.Start, period.End
	}
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) (err error) {
		if opts.topic != "" {
			if search.Label, err = groupNamed(c, opts.topic); err != nil {
				return err
			}
		}
		asReported, err := reportOptionsOf(s, c)
		if err != nil {
			return err
		}
		found := 0
		var items []store.Found
		err = db.Search(ctx, search, func(f store.Found) error {
			if found++; opts.limit == 0 || found <= opts.limit {
				f.Text = asReported.Workplaces.Anonymise(f.Text, f.Workplace)
				items = append(items, f)
			}
			return nil
		})
		switch {
		case err != nil:
			return err
		case opts.json:
			return writeFoundJSON(g.out, found, items)
		default:
			return writeFound(g.out, search.Terms, found, items)
		}
	})
}

func writeFoundJSON(w io.Writer, found int, items []store.Found) error {
	result := searchResult{Found: found, Items: []foundItem{}}
	for _, f := range items {
		result.Items = append(result.Items, foundItem{
			f.Offer, f.ID, f.Message, f.Received, f.Rank, f.Text, append([]string{}, f.Topics...), append([]string{}, f.Outside...), f.Scope,
		})
	}
	return writeJSON(w, result)
}

// writeFound prints what was found, for an editor.
func writeFound(w io.Writer, terms []store.Term, found int, items []store.Found) error {
	var b strings.Builder
	switch {
	case found == 0:
		b.WriteString("Inget hittades.\n")
	case found > len(items):
		fmt.Fprintf(&b, "De senaste %d av %d som hittades, den senaste först; --limit 0 visar alla.\n", len(items), found)
	default:
		fmt.Fprintf(&b, "%d hittades, den senaste först.\n", found)
	}
	for _, f := range items {
		line := report.Printable(f.Text)
		if onTerminal(w) {
			line = terminalOf(w).Highlight(line, hits(terms, line))
		}
		fmt.Fprintf(&b, "%s  kom %s  %s\n    %s\n", nameOf(f.Placed), day(f.Received), review.Labels(f.Item), line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// hits are where the terms stand in a line.
func hits(terms []store.Term, line string) (all [][2]int) {
	for _, term := range terms {
		all = append(all, term.In(line)...)
	}
	return all
}
