package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type reportOptions struct {
	json   bool
	week   string
	method string
}

func newReportCommand(g *globals) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Print what is wanted most, in Swedish",
		Long: `Report ranks what is wanted at the end of a week. A person's first wish gives its
topic 1 point, the second 1/2, the third 1/3, and so on; wishes that tie share
their places, a wish with several topics shares its points among them, and a
person gives a topic the best of these, once. Beside the points stand the people,
their workplaces, and how many want the topic most.`,
		Example: "  onskemal report\n  onskemal report --week 2026-W47 --json",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runReport(cmd.Context(), opts, g) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, with exact fractions")
	cmd.Flags().StringVar(&opts.week, "week", "current", "`WEEK` at whose end the demand is counted: 2026-W47, current or last")
	cmd.Flags().StringVar(&opts.method, "method", string(report.Harmonic), "`METHOD` of ranking: harmonic, mentions, first, borda-avg or schulze")
	return cmd
}

func runReport(ctx context.Context, opts reportOptions, g *globals) error {
	week, err := report.ParseWeek(opts.week, g.now())
	if err != nil {
		return usageError{err}
	}
	method := report.Method(opts.method)
	if !slices.Contains(report.Methods, method) {
		return usageError{fmt.Errorf("unknown method %q: choose one of %v", opts.method, report.Methods)}
	}
	return g.withExisting(ctx, func(db *store.Store, c *classify.Classifier) error {
		r, err := report.Build(ctx, db, reportTopics(c), week, method)
		if err != nil {
			return err
		}
		if opts.json {
			return report.WriteJSON(g.out, r)
		}
		return report.WriteText(g.out, r)
	})
}
