package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type reportOptions struct {
	period  report.PeriodText
	method  string
	by      string
	compare bool
	format  string
	dialect string
	from    string
	to      string
	json    bool
	output  string

	given func(flag string) bool // tells what stands on the command line
}

func newReportCommand(g *globals) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Print what is wanted most, in Swedish",
		Long: `Report ranks what is wanted at the end of a week, or of another period, and tells
what the period has changed. A person's first wish gives its topic 1 point, the
second 1/2, the third 1/3, and so on; wishes that tie share their places, a wish
with several topics shares its points among them, and a person gives a topic the
best of these, once. Beside the points stand the people, their workplaces, and how
many want the topic most.

With several databases the report is of all of them: a mail that is in two counts
once, and so does a person, if the databases have the same key file.`,
		Example: "  onskemal report\n  onskemal report --week 2026-W47 --json\n  onskemal report --since 4w --by region --format html -o rapport.html\n  onskemal report --db kontakt.db --db skola.db",
		Args:    usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			opts.given = cmd.Flags().Changed
			return runReport(cmd.Context(), opts, g)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.period.Week, "week", "", "`WEEK` that is told of: 2026-W47, last or current (default current)")
	flags.StringVar(&opts.period.Since, "since", "", "the period's first `DAY` instead of a week: 2026-11-01, or 4w for four weeks ago")
	flags.StringVar(&opts.period.Until, "until", "", "the `DAY` after the last one counted, likewise (default tomorrow)")
	flags.StringVar(&opts.period.AsOf, "as-of", "", "the last `DAY` that is counted, as if it were today")
	flags.StringVar(&opts.method, "method", string(report.Harmonic), "`METHOD` of ranking: harmonic, mentions, first, borda-avg or schulze")
	flags.BoolVar(&opts.compare, "compare", false, "show the places by all methods side by side")
	flags.StringVar(&opts.by, "by", "", "break the demand down by region, municipality or workplace (`GROUP`)")
	flags.StringVar(&opts.format, "format", string(report.Text), "`FORMAT`: "+joined(report.Formats))
	flags.StringVar(&opts.dialect, "csv-dialect", "", "`DIALECT` of --format csv: "+joined(report.Dialects)+" (default "+string(report.Dialects[0])+")")
	flags.StringVar(&opts.from, "from", "", "`ADDRESS` that --format eml is from")
	flags.StringVar(&opts.to, "to", "", "`ADDRESS` that --format eml is to, or several with commas")
	flags.BoolVar(&opts.json, "json", false, "the same as --format json: exact fractions, for programs")
	flags.StringVarP(&opts.output, "output", "o", "", "`FILE` to write instead of standard output; a file is replaced as a whole or not at all")
	return cmd
}

// joined lists what may be chosen.
func joined[Choice ~string](choices []Choice) string {
	names := make([]string, len(choices))
	for i, choice := range choices {
		names[i] = string(choice)
	}
	return strings.Join(names, ", ")
}

func runReport(ctx context.Context, opts reportOptions, g *globals) error {
	period, err := opts.period.Parse(g.now())
	if err != nil {
		return usageError{err}
	}
	if opts.json && !opts.given("format") {
		opts.format = string(report.JSON)
	}
	if err := opts.check(); err != nil {
		return usageError{err}
	}
	out, err := opts.parseOutput()
	if err != nil {
		return usageError{err}
	}
	var file target
	if opts.output != "" {
		if file, err = findTarget(opts.output); err != nil {
			return err
		}
	}
	toStandardOutput := opts.output == "" || file.is(g.out) // as with -o /dev/stdout >> list
	if toStandardOutput && report.Format(opts.format).Binary() && onTerminal(g.out) {
		return usageError{fmt.Errorf("%s is nothing for a terminal: name a file with -o, or pipe it to a program", opts.format)}
	}
	return g.withAll(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		asked, err := reportOptionsOf(s, c)
		if err != nil {
			return err
		}
		asked.Period, asked.Method = period, report.Method(opts.method)
		asked.By, asked.Compare = report.Grouping(opts.by), opts.compare
		r, err := report.Build(ctx, db, asked)
		if err != nil {
			return err
		}
		write := func(w io.Writer) error {
			out.Terminal = terminalOf(w)
			return r.Write(w, report.Format(opts.format), out)
		}
		if toStandardOutput {
			return write(g.out)
		}
		return file.write(forEverybody, write)
	})
}

func (o reportOptions) check() error {
	switch format := report.Format(o.format); {
	case !slices.Contains(report.Methods, report.Method(o.method)):
		return fmt.Errorf("unknown method %q: choose one of %v", o.method, report.Methods)
	case !slices.Contains(report.Formats, report.Format(o.format)):
		return fmt.Errorf("unknown format %q: choose one of %v", o.format, report.Formats)
	case o.dialect != "" && !slices.Contains(report.Dialects, report.Dialect(o.dialect)):
		return fmt.Errorf("unknown dialect %q: choose one of %v", o.dialect, report.Dialects)
	case o.dialect != "" && format != report.CSV:
		return errors.New("--csv-dialect says how to write --format csv: give both, or neither")
	case o.from+o.to != "" && format != report.EML:
		return errors.New("--from and --to address --format eml: leave them out, or ask for a mail")
	case o.by != "" && !slices.Contains(report.Groupings, report.Grouping(o.by)):
		return fmt.Errorf("unknown group %q: choose one of %v", o.by, report.Groupings)
	}
	return o.checkHeeded()
}

// checkHeeded tells of a flag that the format would not heed.
func (o reportOptions) checkHeeded() error {
	format := report.Format(o.format)
	topicsAlone := format == report.CSV || format == report.TOI
	switch {
	case o.json && format != report.JSON:
		return fmt.Errorf("--json is --format json: leave out --json, or --format %s", format)
	case o.by != "" && topicsAlone:
		return fmt.Errorf("--by: %s has no groups: leave it out, or choose --format xlsx or json", format)
	case o.compare && topicsAlone:
		return fmt.Errorf("--compare: %s has not the places by all methods: leave it out, or choose --format xlsx or json", format)
	case o.given("method") && format == report.TOI:
		return errors.New("--method: toi has what people wrote, by no method: leave it out, or choose another format")
	}
	return nil
}

// parseOutput reads what the formats want to know.
func (o reportOptions) parseOutput() (out report.Output, err error) {
	out.Dialect = report.Dialect(o.dialect)
	if o.from != "" {
		from, err := report.ParseAddresses(o.from)
		if err != nil {
			return report.Output{}, fmt.Errorf("--from: %w", err)
		}
		if len(from) > 1 {
			return report.Output{}, errors.New("--from: a mail is from one address")
		}
		out.From = from[0]
	}
	if o.to != "" {
		if out.To, err = report.ParseAddresses(o.to); err != nil {
			return report.Output{}, fmt.Errorf("--to: %w", err)
		}
	}
	return out, nil
}

// reportOptionsOf are what the installation brings to its reports.
func reportOptionsOf(s settings, c *classify.Classifier) (report.Options, error) {
	opts := report.Options{Method: report.Harmonic, Topics: reportTopics(c), Former: reportFormer(c), Outside: reportGroups(c), DerivedBy: ingest.DerivedBy(c.Version(), s.subjects())}
	err := readTable(s.Courses, func(name string, r io.Reader) (err error) {
		opts.Courses, err = report.ReadCourses(name, r, opts)
		return err
	})
	if err != nil {
		return report.Options{}, fmt.Errorf("courses: %w", err)
	}
	err = readTable(s.Workplaces, func(name string, r io.Reader) (err error) {
		opts.Workplaces, err = report.ReadWorkplaces(name, r)
		return err
	})
	if err != nil {
		return report.Options{}, fmt.Errorf("workplaces: %w", err)
	}
	return opts, nil
}

func reportTopics(c *classify.Classifier) []report.Topic {
	var topics []report.Topic
	for _, t := range c.Topics() {
		topics = append(topics, report.Topic{ID: t.ID, Name: t.Name, DigComp: t.DigComp, Modifier: t.Modifier})
	}
	return topics
}

func reportFormer(c *classify.Classifier) []report.Former {
	var former []report.Former
	for _, f := range c.Former() {
		former = append(former, report.Former{ID: f.ID, Name: f.Name, Into: f.Into})
	}
	return former
}

func reportGroups(c *classify.Classifier) []report.Topic {
	var groups []report.Topic
	for _, g := range c.Outside() {
		groups = append(groups, report.Topic{ID: g.Name, Name: g.Name, DigComp: g.DigComp})
	}
	return groups
}

// readTable opens one of the editors' tables, if the configuration names it.
func readTable(name string, read func(name string, r io.Reader) error) error {
	if name == "" {
		return nil
	}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is not there: make it, or take it out of the configuration", name)
	}
	if err != nil {
		return err
	}
	defer file.Close()
	return read(name, file)
}
