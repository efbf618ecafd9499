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
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type pollOptions struct {
	mailbox string
	dryRun  bool
	now     bool
	since   string
	watch   bool
	every   time.Duration

	announced bool // the server has announced mail
}

func newPollCommand(g *globals) *cobra.Command {
	var opts pollOptions
	cmd := &cobra.Command{
		Use:   "poll",
		Short: "Fetch new wishes from the mailboxes, once",
		Long: `Poll makes one pass over the configured mailboxes: it looks at the headers of what
is new, and reads and stores the mails with the subject. Nothing in a mailbox is
changed. It is made for cron: on success it prints nothing, unless --verbose is
given or a terminal is watching, which also sees how far the poll has come.`,
		Example: "  onskemal poll\n  onskemal poll --mailbox kontakt --dry-run --verbose",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runPoll(cmd.Context(), opts, g) },
	}
	cmd.Flags().StringVar(&opts.mailbox, "mailbox", "", "poll only the mailbox with this `NAME`")
	cmd.Flags().BoolVar(&opts.watch, "watch", false, "go on polling, as a service: when the server announces mail, and at intervals")
	cmd.Flags().DurationVar(&opts.every, "every", 5*time.Minute, "with --watch, the longest `INTERVAL` between two polls")
	cmd.Flags().StringVar(&opts.since, "since", "", "leave out, for good, mail that reached the mailbox before `DATE` (2026-11-01); for the first poll of an old mailbox")
	cmd.Flags().BoolVar(&opts.now, "now", false, "ask also servers that refused the login or were busy, and are left alone for a while")
	cmd.Flags().BoolVarP(&opts.dryRun, "dry-run", "n", false, "read and count, but store nothing")
	return cmd
}

func runPoll(ctx context.Context, opts pollOptions, g *globals) error {
	s, err := g.settings()
	if err != nil {
		return err
	}
	boxes, err := s.mailboxes(opts.mailbox)
	if err != nil {
		return err
	}
	if _, err := opts.begin(); err != nil {
		return err
	}
	if opts.every < time.Second {
		return usageError{fmt.Errorf("--every: %v is too often: a second is the least", opts.every)}
	}
	c, err := s.classifier()
	if err != nil {
		return err
	}
	if opts.watch {
		w := &watch{globals: g, settings: s, classify: c, opts: opts, service: newService(2*opts.every + 10*time.Minute)}
		return w.run(ctx, boxes)
	}
	return withStore(ctx, s, func(db *store.Store) error {
		return g.pollAll(ctx, db, s, c, opts, boxes)
	})
}

// pollAll makes one pass over mailboxes and ends what a run has to end.
func (g *globals) pollAll(ctx context.Context, db *store.Store, s settings, c func() *classify.Classifier, opts pollOptions, boxes []mailboxSettings) error {
	since, err := opts.begin()
	if err != nil {
		return err
	}
	var total ingest.Summary
	var failures []error
	line := &progress{w: io.Discard}
	if !opts.watch {
		line = g.progress()
	}
	for _, box := range boxes {
		pipeline := g.pipeline(db, s.reader(c, box.subjects()), opts.dryRun)
		pipeline.Since, pipeline.Announced, pipeline.Progress = since, opts.announced, line.ofPoll
		summary, err := pollMailbox(ctx, pipeline, box, opts.now)
		total.Add(summary)
		failures = append(failures, err)
	}
	line.clear()
	pipeline := g.pipeline(db, s.reader(c, s.subjects()), opts.dryRun)
	return errors.Join(append(failures, finish(ctx, g, s, pipeline, total))...)
}

// begin is the day from which mail is taken in, in the time zone of Digiteket;
// zero for all of it.
func (o pollOptions) begin() (time.Time, error) {
	if o.since == "" {
		return time.Time{}, nil
	}
	day, err := report.ParseDay(o.since)
	if err != nil {
		return time.Time{}, usageError{fmt.Errorf("--since: %w", err)}
	}
	return day, nil
}

// pipeline takes the mails that a reader reads to the database.
func (g *globals) pipeline(db *store.Store, r ingest.Reader, dryRun bool) *ingest.Pipeline {
	return &ingest.Pipeline{Store: db, Reader: r, Now: g.now, Log: g.log(), DryRun: dryRun}
}

// pollMailbox polls the folders of one mailbox over one connection. One that
// fails does not keep the others from being polled. A server that is to be left
// alone is asked only if it must be now.
func pollMailbox(ctx context.Context, pipeline *ingest.Pipeline, box mailboxSettings, now bool) (ingest.Summary, error) {
	var total ingest.Summary
	var failures []error
	fail := func(err error) {
		if err != nil {
			failures = append(failures, fmt.Errorf("mailbox %q: %w", box.Name, err))
		}
	}
	if !now {
		if err := pipeline.Resting(ctx, box.account()); err != nil {
			fail(err)
			return total, errors.Join(failures...)
		}
	}
	client, err := mailbox.Dial(ctx, box.imapAccount())
	if err != nil {
		fail(err)
		for _, folder := range box.folders() {
			fail(pipeline.Ended(ctx, folder, err))
		}
		if errors.Is(err, mailbox.ErrLoginRefused) {
			fail(box.forgetToken())
		}
		fail(pipeline.Rest(ctx, box.account(), err))
		return total, errors.Join(failures...)
	}
	defer client.Close()
	for _, folder := range box.folders() {
		summary, err := pipeline.Poll(ctx, client, folder)
		total.Add(summary)
		fail(err)
	}
	fail(pipeline.Rest(ctx, box.account(), errors.Join(failures...)))
	pipeline.Log.Info("polled", "mailbox", box.Name, "round_trips", client.Trips())
	return total, errors.Join(failures...)
}

func (m mailboxSettings) imapAccount() mailbox.Account {
	return mailbox.Account{Host: m.Host, TLS: m.TLS, CAFile: m.CAFile, User: m.User, Auth: m.Auth, Password: m.secret}
}

func (m mailboxSettings) folders() []ingest.Folder {
	folders := make([]ingest.Folder, len(m.Folders))
	for i, name := range m.Folders {
		folders[i] = ingest.Folder{Mailbox: m.Name, Account: m.account(), Name: name}
	}
	return folders
}

// finish ends a run that took mails in: what waits in quarantine is tried again,
// raw mail and contacts past their time are forgotten, and the summary is printed.
func finish(ctx context.Context, g *globals, s settings, pipeline *ingest.Pipeline, total ingest.Summary) error {
	freed, err := pipeline.Retry(ctx)
	failures := []error{err}
	if !pipeline.DryRun {
		failures = append(failures, retain(ctx, g, s, pipeline))
	}
	if g.verbose || onTerminal(g.out) {
		failures = append(failures, printSummary(g.out, total, freed, pipeline.DryRun))
	}
	if total.Quarantined > 0 {
		failures = append(failures, fmt.Errorf("%d of %d mails %w", total.Quarantined, total.Matched, errQuarantined))
	}
	return errors.Join(failures...)
}

// retain keeps the contacts of offers, and forgets what is past its time.
func retain(ctx context.Context, g *globals, s settings, pipeline *ingest.Pipeline) error {
	offersSince := g.now().Add(-s.offerRetention())
	kept := pipeline.KeepContacts(ctx, offersSince)
	_, purged := pipeline.Store.PurgeRaw(ctx, g.now().Add(-s.retention()))
	return errors.Join(kept, purged, pipeline.Store.PurgeContacts(ctx, offersSince))
}

func printSummary(w io.Writer, s ingest.Summary, freed int, dryRun bool) error {
	line := fmt.Sprintf("%d seen, %d matched: %d new, %d already known, %d quarantined; %d other subject",
		s.Seen, s.Matched, s.New, s.Known, s.Quarantined, s.OtherSubject)
	if s.Ignored > 0 {
		line += fmt.Sprintf("; %d ignored", s.Ignored)
	}
	if s.Failed > 0 {
		line += fmt.Sprintf("; %d not fetched", s.Failed)
	}
	if freed > 0 {
		line += fmt.Sprintf("; %d read at last from quarantine", freed)
	}
	if dryRun {
		line += " (dry run: nothing stored)"
	}
	_, err := fmt.Fprintln(w, line)
	return err
}
