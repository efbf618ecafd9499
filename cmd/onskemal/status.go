package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

type statusOptions struct {
	json bool
}

func newStatusCommand(g *globals) *cobra.Command {
	var opts statusOptions
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Print the last polls, what is stored, the quarantine and the versions",
		Args:  usage(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return runStatus(cmd.Context(), opts, g) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
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
	return g.withExisting(ctx, func(_ settings, db *store.Store, c *classify.Classifier) error {
		status, err := db.Status(ctx)
		if err != nil {
			return err
		}
		out := statusOf(db.Path(), status, versionsOf(c), g.now())
		if opts.json {
			encoder := json.NewEncoder(g.out)
			encoder.SetIndent("", "  ")
			return encoder.Encode(out)
		}
		_, err = io.WriteString(g.out, out.text())
		return err
	})
}

func statusOf(path string, status store.Status, v versions, now time.Time) statusReport {
	v.Schema = status.Schema
	out := statusReport{
		Database: path, Bytes: status.Bytes, RawBytes: status.RawBytes, Messages: status.Messages, Persons: status.Persons,
		Wishes: status.Wishes, Offers: status.Offers, Reasons: status.Quarantine, Mailboxes: []mailboxReport{}, Versions: v,
	}
	for _, n := range status.Quarantine {
		out.Quarantine += n
	}
	for _, m := range status.Mailboxes {
		out.Mailboxes = append(out.Mailboxes, mailboxOf(m, now))
	}
	return out
}

func mailboxOf(m store.MailboxStatus, now time.Time) mailboxReport {
	out := mailboxReport{
		Name: m.Name, Folder: m.Folder, PolledAt: m.PolledAt, OKAt: m.OKAt, Error: m.Error,
		Ledger: m.Ledger, Verdicts: m.Verdicts, Failing: len(m.Failures), Failures: []failureReport{},
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
