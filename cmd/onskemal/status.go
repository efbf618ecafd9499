package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/store"
)

type statusOptions struct {
	json   bool
	failIf []string
}

func newStatusCommand(g *globals) *cobra.Command {
	var opts statusOptions
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print the last polls, what is stored, the quarantine and the versions",
		Long: `Status prints the last polls and what they did with the mails, which ones are
missing and why, what is stored, the quarantine and the versions.

With --fail-if it is for monitoring: it prints nothing but a line on standard error
for each condition that holds, and then exits with status 20; with --json the JSON
as well. Conditions are poll-age>TIME and quarantine, review, failing, poison and
stale>NUMBER. poll-age is the time since the last good poll of the mailbox that has
waited longest; review counts wishes without topic and mails that wait for an
editor; failing mails are those that the server lists and does not send,
poison those asked for in vain so often that it is done weekly only; stale messages
are those for 'onskemal reclassify'.`,
		Example: "  onskemal status\n  onskemal status --fail-if 'poll-age>1h' --fail-if 'quarantine>0'",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runStatus(cmd.Context(), opts, g) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	cmd.Flags().StringArrayVar(&opts.failIf, "fail-if", nil, "exit with status 20 if this `CONDITION` holds: poll-age>1h, quarantine>0, … (repeatable)")
	return cmd
}

// statusReport is the JSON of status; its keys are part of the interface.
type statusReport struct {
	Database   string           `json:"database"`
	Bytes      int64            `json:"bytes"`
	RawBytes   int64            `json:"raw_bytes"`
	Messages   map[string]int64 `json:"messages"`
	Persons    int64            `json:"persons"`
	Wishes     int64            `json:"wishes"`
	Offers     int64            `json:"offers"`
	Quarantine int64            `json:"quarantine"`
	Reasons    map[string]int64 `json:"quarantine_reasons"`
	Stale      int              `json:"stale"`          // messages that another program or other topics have read
	Review     int              `json:"review"`         // wishes without topic and mails that wait for an editor
	Failing    int              `json:"failing"`        // of all mailboxes
	Poison     int              `json:"poison"`         // likewise
	LastGood   *string          `json:"last_good_poll"` // of the mailbox that has waited longest, null if one was never polled
	PollAge    *int64           `json:"poll_age"`       // seconds since then
	Mailboxes  []mailboxReport  `json:"mailboxes"`
	Versions   versions         `json:"versions"`
}

type mailboxReport struct {
	Name     string                  `json:"name"`
	Folder   string                  `json:"folder"`
	PolledAt *string                 `json:"polled_at"`
	OKAt     *string                 `json:"ok_at"`
	Error    string                  `json:"error"`
	Ledger   int64                   `json:"ledger"`
	Verdicts map[store.Verdict]int64 `json:"verdicts"` // what was done with the mails in the ledger
	Failing  int                     `json:"failing"`
	Poison   int                     `json:"poison"`
	Failures []failureReport         `json:"failures"`
	Backoff  *string                 `json:"backoff"` // until when the server is left alone

	account string // user@host:port
}

// failureReport is a mail that the server lists and did not send.
type failureReport struct {
	UID      uint32 `json:"uid"`
	Attempts int    `json:"attempts"`
	NextTry  string `json:"next_try"`
	Poison   bool   `json:"poison"`
	Error    string `json:"error"`
}

func runStatus(ctx context.Context, opts statusOptions, g *globals) error {
	conditions, err := parseConditions(opts.failIf)
	if err != nil {
		return err
	}
	return g.withDatabase(ctx, func(s settings, db *store.Store) error {
		out, err := statusOf(ctx, db, s, g.now())
		if err != nil {
			return err
		}
		switch {
		case opts.json:
			err = writeJSON(g.out, out)
		case len(conditions) == 0:
			_, err = io.WriteString(g.out, out.text())
		}
		return errors.Join(err, failing(conditions, out))
	})
}

func statusOf(ctx context.Context, db *store.Store, s settings, now time.Time) (statusReport, error) {
	v, err := s.versions()
	if err != nil {
		return statusReport{}, err
	}
	status, err := db.Status(ctx)
	if err != nil {
		return statusReport{}, err
	}
	stale, err := db.CountStale(ctx, ingest.DerivedBy(v.Topics, s.subjects()))
	if err != nil {
		return statusReport{}, err
	}
	waiting, err := db.CountWaiting(ctx)
	if err != nil {
		return statusReport{}, err
	}
	v.Schema = status.Schema
	out := statusReport{
		Database: db.Path(), Bytes: status.Bytes, RawBytes: status.RawBytes, Messages: status.Messages, Persons: status.Persons,
		Wishes: status.Wishes, Offers: status.Offers, Reasons: status.Quarantine, Stale: stale, Review: waiting, Mailboxes: []mailboxReport{}, Versions: v,
	}
	for _, n := range status.Quarantine {
		out.Quarantine += n
	}
	for _, m := range status.Mailboxes {
		box := mailboxOf(m, now)
		out.Failing += box.Failing
		out.Poison += box.Poison
		out.Mailboxes = append(out.Mailboxes, box)
	}
	return out, out.setLastGood(s, now)
}

// setLastGood notes when the folder that has waited longest was polled to the end.
// Only those in the configuration count, if there are any.
func (r *statusReport) setLastGood(s settings, now time.Time) error {
	boxes := r.Mailboxes
	if len(s.Mailboxes) > 0 {
		boxes = nil
		for _, m := range s.Mailboxes {
			for _, folder := range m.folders() {
				boxes = append(boxes, r.mailbox(folder))
			}
		}
	}
	if len(boxes) == 0 || slices.ContainsFunc(boxes, func(m mailboxReport) bool { return m.OKAt == nil }) {
		return nil
	}
	first := slices.MinFunc(boxes, func(a, b mailboxReport) int { return strings.Compare(*a.OKAt, *b.OKAt) }).OKAt
	at, err := time.Parse(time.RFC3339, *first)
	if err != nil {
		return fmt.Errorf("last good poll: %w", err)
	}
	age := int64(now.Sub(at) / time.Second)
	r.LastGood, r.PollAge = first, &age
	return nil
}

// mailbox is how the polling of a folder stands; the zero value for one that was
// never polled.
func (r *statusReport) mailbox(folder ingest.Folder) mailboxReport {
	for _, m := range r.Mailboxes {
		if m.account == folder.Account && m.Folder == folder.Name {
			return m
		}
	}
	return mailboxReport{}
}

// pollAge is the time since the last good poll, or never.
func (r *statusReport) pollAge() int64 {
	if r.PollAge == nil {
		return never
	}
	return int64(time.Duration(*r.PollAge) * time.Second)
}

func mailboxOf(m store.MailboxStatus, now time.Time) mailboxReport {
	out := mailboxReport{
		Name: m.Name, Folder: m.Folder, PolledAt: m.PolledAt, OKAt: m.OKAt, Error: m.Error,
		Ledger: m.Ledger, Verdicts: m.Verdicts, Failing: len(m.Failures), Failures: []failureReport{}, account: m.Account,
	}
	if m.Backoff != nil && *m.Backoff > now.UTC().Format(time.RFC3339) { // else it is over; the next poll asks
		out.Backoff = m.Backoff
	}
	for _, f := range m.Failures {
		if f.Poison {
			out.Poison++
		}
		out.Failures = append(out.Failures, failureReport{
			UID: f.UID, Attempts: f.Attempts, NextTry: f.NextTry.UTC().Format(time.RFC3339), Poison: f.Poison, Error: f.Error,
		})
	}
	return out
}

// text is for a person at a terminal.
func (r statusReport) text() string {
	var b strings.Builder
	p := func(label, format string, args ...any) {
		fmt.Fprintf(&b, "%-12s %s\n", label, fmt.Sprintf(format, args...))
	}
	p("database", "%s, %.1f MB (raw mail %.1f MB)", r.Database, megabytes(r.Bytes), megabytes(r.RawBytes))
	if len(r.Mailboxes) == 0 {
		p("mailbox", "never polled")
	}
	for _, m := range r.Mailboxes {
		p("mailbox", "%s, folder %s: last good poll %s, %d mails in the ledger%s", m.Name, m.Folder, orNever(m.OKAt), m.Ledger, inBrackets(m.Verdicts))
		if m.Error != "" {
			p("", "last poll %s failed: %s", orNever(m.PolledAt), oneLine(m.Error))
		}
		if m.Backoff != nil {
			p("", "server left alone until %s; 'onskemal poll --now' asks at once", *m.Backoff)
		}
		if m.Failing > 0 {
			p("", "%d mails not sent by the server, %d of them so often that only a weekly poll asks again", m.Failing, m.Poison)
		}
		for _, f := range worst(m.Failures) {
			p("", "  UID %d, asked for %d times, next after %s: %s", f.UID, f.Attempts, f.NextTry, oneLine(f.Error))
		}
		if more := m.Failing - maxShown; more > 0 {
			p("", "  and %d more; 'onskemal status --json' lists them all", more)
		}
	}
	total := int64(0)
	for _, kind := range slices.Sorted(maps.Keys(r.Messages)) {
		total += r.Messages[kind]
	}
	p("messages", "%d", total)
	for _, kind := range slices.Sorted(maps.Keys(r.Messages)) {
		p("", "%d %s", r.Messages[kind], kind)
	}
	p("wishes", "%d", r.Wishes)
	p("offers", "%d", r.Offers)
	p("persons", "%d", r.Persons)
	p("quarantine", "%d", r.Quarantine)
	for _, reason := range slices.Sorted(maps.Keys(r.Reasons)) {
		p("", "%d %s", r.Reasons[reason], reason)
	}
	if r.Review > 0 {
		p("review", "%d wishes without topic and mails wait for an editor; 'onskemal review' shows them", r.Review)
	}
	if r.Stale > 0 {
		p("stale", "%d messages, read by another program or other topics; 'onskemal reclassify' reads them anew", r.Stale)
	}
	p("versions", "%s", r.Versions)
	return b.String()
}

// maxShown is how many mails that the server did not send are shown of each
// mailbox.
const maxShown = 5

// worst are the mails to show, those asked for most often first.
func worst(failures []failureReport) []failureReport {
	sorted := slices.SortedStableFunc(slices.Values(failures), func(a, b failureReport) int { return cmp.Compare(b.Attempts, a.Attempts) })
	return sorted[:min(len(sorted), maxShown)]
}

// inBrackets tells how many of each there are; "" for none.
func inBrackets(verdicts map[store.Verdict]int64) string {
	var parts []string
	for _, verdict := range slices.Sorted(maps.Keys(verdicts)) {
		parts = append(parts, fmt.Sprintf("%d %s", verdicts[verdict], verdict))
	}
	if parts == nil {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", "; ") }

func megabytes(n int64) float64 { return float64(n) / 1e6 }

func orNever(at *string) string {
	if at == nil {
		return "never"
	}
	return *at
}
