package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

type parseOptions struct {
	json    bool
	explain bool
}

func newParseCommand(g *globals) *cobra.Command {
	var opts parseOptions
	cmd := &cobra.Command{
		Use:   "parse FILE...",
		Short: "Show how mails are read, storing nothing",
		Long: `Parse reads mails from files, or from standard input for "-", and prints what they
say: one JSON object a line with --json. Any mail is read, whatever its subject.

With --explain, every line of the mail comes first, with what it was taken for
and why: own words, list item, signature, quoted or forwarded mail.`,
		Example: "  onskemal parse mail.eml\n  onskemal parse --explain mail.eml\n  onskemal parse --json *.eml",
		Args:    usage(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, files []string) error { return runParse(cmd.Context(), opts, g, files) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line")
	cmd.Flags().BoolVar(&opts.explain, "explain", false, "show what each line of the mail was taken for, and why")
	return cmd
}

// parsedMail is the JSON of parse; its keys are part of the interface.
type parsedMail struct {
	File         string        `json:"file"`
	MessageID    string        `json:"message_id"`
	From         string        `json:"from"`
	Date         *time.Time    `json:"date"`
	Subject      string        `json:"subject"`
	SubjectMatch bool          `json:"subject_match"`
	Kind         string        `json:"kind"`
	Text         string        `json:"text"`
	Wishes       []parsedWish  `json:"wishes"`
	Offers       []parsedOffer `json:"offers"`
	Defects      []string      `json:"defects"`
	Doubts       []string      `json:"doubts"`
	Lines        []readLine    `json:"lines,omitempty"` // with --explain
	Error        string        `json:"error,omitempty"` // why the mail could not be read
}

type parsedWish struct {
	Rank int    `json:"rank"`
	Text string `json:"text"`
	By   string `json:"by,omitempty"`
	classification
}

type parsedOffer struct {
	Text   string   `json:"text"`
	By     string   `json:"by,omitempty"`
	Topics []string `json:"topics"`
	Why    []reason `json:"why"`
}

func runParse(ctx context.Context, opts parseOptions, g *globals, files []string) error {
	s, err := g.settings()
	if err != nil {
		return err
	}
	c, err := s.classifier()
	if err != nil {
		return err
	}
	r := s.reader(c, s.subjects())
	var failures []error
	unreadable := 0
	for _, file := range files {
		mail, failure := readMail(ctx, g, r, file)
		if err := ctx.Err(); err != nil {
			return err
		}
		switch {
		case mail.Message == nil:
			failures = append(failures, ingest.FileError{Err: fmt.Errorf("%s: %w", file, failure)})
		case failure != nil:
			unreadable++
		}
		parsed := parsedOf(file, mail, failure)
		if opts.explain {
			parsed.Lines = linesOf(mail)
		}
		if err := writeParsed(g, opts, parsed); err != nil {
			return err
		}
	}
	if unreadable > 0 {
		failures = append(failures, fmt.Errorf("%d of %d mails could not be read: %w", unreadable, len(files), errUnreadable))
	}
	return errors.Join(failures...)
}

// errUnreadable is the end of a parse that met what poll would quarantine.
var errUnreadable = errors.New("poll would put them into quarantine")

// readMail reads the mail in a file. A Mail without Message is for a file that
// is missing or holds no mail.
func readMail(ctx context.Context, g *globals, r ingest.Reader, file string) (ingest.Mail, error) {
	raw, err := readInput(ctx, g, file)
	if err != nil {
		return ingest.Mail{}, err
	}
	return r.Read(raw)
}

// readInput leaves it to the caller to name the file in an error.
func readInput(ctx context.Context, g *globals, file string) ([]byte, error) {
	if file == "-" {
		return ingest.ReadMail(interruptible(ctx, g.in))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	defer f.Close()
	return ingest.ReadMail(f)
}

func writeParsed(g *globals, opts parseOptions, p parsedMail) error {
	if opts.json {
		return writeJSONLine(g.out, p)
	}
	return writePrintable(g.out, p.text())
}

func parsedOf(file string, mail ingest.Mail, failure error) parsedMail {
	p := parsedMail{
		File: file, Kind: string(classify.KindOther), Wishes: []parsedWish{}, Offers: []parsedOffer{}, Defects: []string{}, Doubts: []string{},
	}
	if failure != nil {
		p.Error = failure.Error()
	} else {
		p.Kind = string(mail.Kind)
	}
	if mail.Message == nil {
		return p
	}
	p.MessageID, p.From, p.Subject, p.SubjectMatch, p.Text = mail.MessageID, mail.From, mail.Subject, mail.SubjectMatch, mail.Text
	if !mail.Date.IsZero() {
		p.Date = &mail.Date
	}
	for _, w := range mail.Wishes {
		p.Wishes = append(p.Wishes, parsedWish{Rank: w.Rank, Text: w.Text, By: w.By, classification: classificationOf(w.Result)})
	}
	for _, o := range mail.Offers {
		c := classificationOf(o.Result)
		p.Offers = append(p.Offers, parsedOffer{Text: o.Text, By: o.By, Topics: c.Topics, Why: c.Why})
	}
	for _, d := range mail.Defects {
		p.Defects = append(p.Defects, string(d))
	}
	for _, d := range mail.Doubts {
		p.Doubts = append(p.Doubts, string(d))
	}
	return p
}

// text is for a person at a terminal.
func (p parsedMail) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", p.File, p.Kind)
	if p.From != "" || p.Subject != "" {
		fmt.Fprintf(&b, "  från %s, ämne ”%s”\n", p.From, p.Subject)
	}
	if p.Error != "" {
		fmt.Fprintf(&b, "  kan inte läsas: %s\n", p.Error)
	}
	for _, l := range p.Lines {
		fmt.Fprintln(&b, l)
	}
	for _, w := range p.Wishes {
		fmt.Fprintf(&b, "  %d. %s\n     %s\n", w.Rank, w.Text, w.classification)
		if w.By != "" {
			fmt.Fprintf(&b, "     av %s\n", w.By)
		}
	}
	for _, o := range p.Offers {
		fmt.Fprintf(&b, "  erbjuder: %s\n     %s\n", o.Text, classification{Topics: o.Topics, Why: o.Why})
	}
	for _, d := range p.Defects {
		fmt.Fprintf(&b, "  fel i mejlet: %s\n", d)
	}
	for _, d := range p.Doubts {
		fmt.Fprintf(&b, "  att granska: %s\n", report.DoubtInWords(d))
	}
	return b.String()
}
