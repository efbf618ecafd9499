package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/review"
	"github.com/digiteket/onskemal/store"
)

// A terminal in which a review can be walked through, in characters.
const (
	reviewWidth  = 40
	reviewHeight = 12
)

type reviewOptions struct {
	json bool
	list bool
}

func newReviewCommand(g *globals) *cobra.Command {
	var opts reviewOptions
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Walk through what waits for an eye, least sure first, and decide on it",
		Long: `Review shows, in Swedish, one wish or mail after the other that the program is not
sure of: wishes without topic, near misses, mails that may mean something else than
what was read, mails without wishes. One key accepts it, or changes its topics,
makes it an offer or something that is not digital, takes it out, splits it, joins
it with another, shows the mail, skips it, or undoes the last decision.

Each decision is stored at once, with the day and who made it. It counts in every
report, and no rerun changes it; 'review decisions' lists them and tells where the
program reads otherwise now. Without a terminal, or in one that is too small, the
queue is listed instead.`,
		Example: "  onskemal review\n  onskemal review --json\n  onskemal review set 12 --topics juridik,sociala-medier",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runReview(cmd.Context(), g, opts) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print the queue as JSON, one object a line")
	cmd.Flags().BoolVar(&opts.list, "list", false, "print the queue, and ask nothing")
	cmd.AddCommand(newReviewSetCommand(g), newReviewUndoCommand(g), newReviewDecisionsCommand(g))
	return cmd
}

func runReview(ctx context.Context, g *globals, opts reviewOptions) error {
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		queue, err := review.Queue(ctx, db, c)
		if err != nil {
			return err
		}
		switch {
		case opts.json:
			return writeQueueJSON(g.out, queue)
		case opts.list || !g.canWalk():
			return writeQueue(g.out, queue)
		}
		return g.walk(ctx, s, db, c, queue)
	})
}

// canWalk tells whether somebody sits at a terminal that is large enough.
func (g *globals) canWalk() bool {
	in, ok := g.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) || !onTerminal(g.out) {
		return false
	}
	width, height, err := term.GetSize(int(in.Fd()))
	unknown := width == 0 && height == 0
	return err == nil && (unknown || width >= reviewWidth && height >= reviewHeight)
}

func (g *globals) walk(ctx context.Context, s settings, db *store.Store, c *classify.Classifier, queue []review.Entry) (err error) {
	if len(queue) == 0 {
		return writeQueue(g.out, queue)
	}
	terminal := int(g.in.(*os.File).Fd())
	width, _, err := term.GetSize(terminal)
	if err != nil || width == 0 { // unknown
		width = 80
	}
	before, err := term.MakeRaw(terminal)
	if err != nil {
		return fmt.Errorf("terminal: %w", err)
	}
	defer func() { err = errors.Join(err, term.Restore(terminal, before)) }()
	session := review.Session{
		DB: db, Classifier: c, In: interruptible(ctx, g.in), Out: g.out, Width: width, By: editor(), Now: g.now,
		Mail:   func(ctx context.Context, id int64) (string, error) { return g.ownText(ctx, s, db, c, id) },
		Labels: func(names []string) (topics, outside []string, err error) { return labelsForEditor(c, names) },
	}
	err = session.Run(ctx, queue)
	if err == nil {
		_, err = fmt.Fprintf(g.out, "\r\n%d beslutade, %d överhoppade, %d kvar.\r\n", session.Done.Decided, session.Done.Skipped, session.Done.Left)
	}
	return err
}

// ownText is the own text of a stored mail, "" when it is not kept any more.
func (g *globals) ownText(ctx context.Context, s settings, db *store.Store, c *classify.Classifier, id int64) (string, error) {
	m, err := db.Message(ctx, id)
	if err != nil || m.Raw == nil {
		return "", err
	}
	mail, err := s.reader(func() *classify.Classifier { return c }, s.subjects()).Read(m.Raw)
	if mail.Message == nil {
		return "", err
	}
	return mail.Text, nil
}

// editor is who decides: the user of the operating system.
func editor() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return cmp.Or(os.Getenv("USER"), os.Getenv("USERNAME"), "?")
}

// labelsForEditor finds topics and groups by what an editor wrote, and says in
// Swedish what it does not find.
func labelsForEditor(c *classify.Classifier, names []string) (topics, outside []string, err error) {
	topics, outside, unknown := labelsNamed(c, names)
	if unknown == "" {
		return topics, outside, nil
	}
	text := fmt.Sprintf("Det finns inget ämne ”%s”.", unknown)
	if near, ok := nearest(unknown, labelNames(c)); ok {
		text += fmt.Sprintf(" Menar du %s?", near)
	}
	return nil, nil, errors.New(text)
}

// labelsNamed are the topics and groups with the names, each once, and the first
// name that there is none of. A name that has commas may come in parts.
func labelsNamed(c *classify.Classifier, names []string) (topics, outside []string, unknown string) {
	var parts []string
	for _, name := range names {
		if name = strings.TrimSpace(name); name != "" {
			parts = append(parts, name)
		}
	}
	for len(parts) > 0 {
		label, n := labelAt(c, parts)
		if n == 0 {
			return nil, nil, parts[0]
		}
		if _, isTopic := findTopic(c, label); isTopic {
			topics = append(topics, label)
		} else {
			outside = append(outside, label)
		}
		parts = parts[n:]
	}
	return withoutRepeats(topics), withoutRepeats(outside), ""
}

// labelAt is the topic or group with which the parts begin, and how many of them name
// it; 0 for none.
func labelAt(c *classify.Classifier, parts []string) (label string, n int) {
	for n := len(parts); n > 0; n-- {
		if label, err := groupNamed(c, strings.Join(parts[:n], ", ")); err == nil {
			return label, n
		}
	}
	return "", 0
}

// withoutRepeats are the names in their order, each once.
func withoutRepeats(names []string) []string {
	var once []string
	for _, name := range names {
		if !slices.Contains(once, name) {
			once = append(once, name)
		}
	}
	return once
}

// queueLine is the JSON of review; its keys are part of the interface.
type queueLine struct {
	Reason   review.Reason `json:"reason"`
	Message  int64         `json:"message"`
	Received time.Time     `json:"received"`
	Wish     *int64        `json:"wish"` // null where the mail as a whole waits
	Rank     int           `json:"rank,omitempty"`
	Text     string        `json:"text,omitempty"`
	Topics   []string      `json:"topics"`
	Outside  []string      `json:"outside"`
	Scope    string        `json:"scope,omitempty"`
	Why      []reason      `json:"why"`
	Near     []string      `json:"near"` // topics that it hardly lacks
	Doubts   []string      `json:"doubts"`
}

func writeQueueJSON(w io.Writer, queue []review.Entry) error {
	for _, e := range queue {
		line := queueLine{
			Reason: e.Reason, Message: e.Message, Received: e.Received,
			Topics: []string{}, Outside: []string{}, Why: []reason{}, Near: []string{}, Doubts: append([]string{}, e.Doubts...),
		}
		if p := e.Wish; p != nil {
			line.Wish, line.Rank, line.Text, line.Scope, line.Why = &p.ID, p.Rank, report.HideNumbers(p.Text), p.Scope, reasonsOf(p.Why)
			line.Topics, line.Outside = append(line.Topics, p.Topics...), append(line.Outside, p.Outside...)
		}
		for _, near := range e.Near {
			line.Near = append(line.Near, near.Label)
		}
		if err := writeJSONLine(w, line); err != nil {
			return err
		}
	}
	return nil
}

func writeQueue(w io.Writer, queue []review.Entry) error {
	if len(queue) == 0 {
		_, err := fmt.Fprintln(w, "Inget väntar på granskning.")
		return err
	}
	for _, e := range queue {
		line := fmt.Sprintf("mejl %d  kom %s  %s", e.Message, day(e.Received), e.InSwedish())
		if e.Wish != nil {
			line = fmt.Sprintf("önskemål %d  kom %s  %s: ”%s” → %s", e.Wish.ID, day(e.Received), e.InSwedish(), report.HideNumbers(e.Wish.Text), review.Labels(e.Wish.Item))
		}
		if _, err := fmt.Fprintln(w, report.Printable(line)); err != nil {
			return err
		}
	}
	return nil
}
