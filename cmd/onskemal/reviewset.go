package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/review"
	"github.com/digiteket/onskemal/store"
)

type reviewSetOptions struct {
	accept    bool
	topics    []string
	turn      bool // to an offer, or an offer to a wish
	analog    bool
	drop      bool
	split     []string
	join      []int64
	seen      bool
	duplicate bool
	add       string
}

func newReviewSetCommand(g *globals) *cobra.Command {
	var opts reviewSetOptions
	cmd := &cobra.Command{
		Use:   "set NUMBER",
		Short: "Decide on one wish, offer or mail",
		Long: `Set does for scripts what review does at a terminal. NUMBER is that of a wish, as
review and explain show it; offer:NUMBER is an offer, mail:NUMBER a mail. Exactly one
of the flags says what it is.`,
		Example: "  onskemal review set 12 --topics juridik,AI\n  onskemal review set 12 --split 'Teams' --split 'Zoom'\n" +
			"  onskemal review set offer:3 --wish\n  onskemal review set mail:7 --duplicate",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			choice, err := oneChoice(cmd)
			if err != nil {
				return err
			}
			return runReviewSet(cmd.Context(), g, args[0], choice, opts)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&opts.accept, "accept", false, "it is as it was read")
	flags.StringSliceVar(&opts.topics, "topics", nil, "its topics and groups outside the list, as `TOPIC`,TOPIC; none, if empty")
	flags.BoolVar(&opts.turn, "offer", false, "it is an offer")
	flags.BoolVar(&opts.turn, "wish", false, "it is a wish")
	flags.BoolVar(&opts.analog, "analog", false, "nothing digital is wanted")
	flags.BoolVar(&opts.drop, "not-a-wish", false, "it is neither wish nor offer")
	flags.StringArrayVar(&opts.split, "split", nil, "one `PART` of several; give it for each")
	flags.Int64SliceVar(&opts.join, "join", nil, "`NUMBER` of another in the same mail that belongs to it")
	flags.BoolVar(&opts.seen, "seen", false, "(a mail) it is read as it is meant")
	flags.BoolVar(&opts.duplicate, "duplicate", false, "(a mail) it repeats another: nothing in it counts")
	flags.StringVar(&opts.add, "add", "", "(a mail) a `WISH` of its sender that was not found")
	return cmd
}

// oneChoice is the flag that was given.
func oneChoice(cmd *cobra.Command) (string, error) {
	var choices []string
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Changed && f.Name != "help" {
			choices = append(choices, f.Name)
		}
	})
	if len(choices) != 1 {
		return "", usageError{fmt.Errorf("say with exactly one flag what it is; see '%s --help'", cmd.CommandPath())}
	}
	return choices[0], nil
}

func runReviewSet(ctx context.Context, g *globals, name, choice string, opts reviewSetOptions) error {
	return g.withExisting(ctx, func(_ settings, db *store.Store, c *classify.Classifier) error {
		ruling, err := rulingOf(ctx, db, c, name, choice, opts)
		if err != nil {
			return err
		}
		ruling.By, ruling.At = editor(), g.now()
		id, err := db.Decide(ctx, ruling)
		if err != nil {
			return err
		}
		if err := writePrintable(g.out, review.Told(ruling)+".\n"); err != nil {
			return err
		}
		_, err = fmt.Fprintf(g.out, "Beslut %d; 'onskemal review undo %d' ångrar det.\n", id, id)
		return err
	})
}

// rulingOf is what the flag says of the wish, offer or mail with the name.
func rulingOf(ctx context.Context, db *store.Store, c *classify.Classifier, name, choice string, opts reviewSetOptions) (store.Ruling, error) {
	kind, id, err := parseReference(name)
	if err != nil {
		return store.Ruling{}, err
	}
	onMail := slices.Contains([]string{"seen", "duplicate", "add"}, choice)
	if onMail != (kind == mailReference) {
		return store.Ruling{}, usageError{fmt.Errorf("--%s is not for %s; see 'onskemal review set --help'", choice, name)}
	}
	if onMail {
		return rulingOnMail(id, c, opts)
	}
	item, err := db.Item(ctx, kind == offerReference, id)
	if errors.Is(err, store.ErrUnknownItem) {
		err = fmt.Errorf("%w; 'onskemal review' and 'onskemal search' print the numbers", err)
	}
	if err != nil {
		return store.Ruling{}, err
	}
	switch choice {
	case "accept":
		return review.Accept(item), nil
	case "topics":
		return labelRuling(c, item, opts.topics)
	case "offer", "wish":
		if (choice == "offer") == item.Offer {
			return store.Ruling{}, usageError{fmt.Errorf("%s is one already", name)}
		}
		return review.Turn(item, c), nil
	case "analog":
		return review.Analog(item), nil
	case "not-a-wish":
		return review.Drop(item), nil
	case "split":
		parts := make([]string, len(opts.split))
		for i, part := range opts.split {
			parts[i] = singleSpaced(part)
		}
		if len(parts) < 2 || slices.Contains(parts, "") {
			return store.Ruling{}, usageError{errors.New("give --split for each of the parts, with its words")}
		}
		return review.Split(item, parts, c), nil
	default:
		return joinRuling(ctx, db, c, item, opts.join)
	}
}

func rulingOnMail(id int64, c *classify.Classifier, opts reviewSetOptions) (store.Ruling, error) {
	text := singleSpaced(opts.add)
	switch {
	case opts.seen:
		return review.See(id), nil
	case opts.duplicate:
		return review.Duplicate(id), nil
	case text == "":
		return store.Ruling{}, usageError{errors.New("--add: an empty wish: write its words")}
	default:
		return review.Add(id, text, c), nil
	}
}

// singleSpaced is a text on one line, with one space between words.
func singleSpaced(text string) string { return strings.Join(strings.Fields(text), " ") }

func labelRuling(c *classify.Classifier, item store.Placed, names []string) (store.Ruling, error) {
	topics, outside, unknown := labelsNamed(c, names)
	if unknown != "" {
		_, err := groupNamed(c, unknown)
		return store.Ruling{}, err
	}
	if item.Offer && len(outside) > 0 {
		return store.Ruling{}, usageError{fmt.Errorf("an offer has topics of the list only, not %q", outside[0])}
	}
	return review.Label(item, topics, outside), nil
}

func joinRuling(ctx context.Context, db *store.Store, c *classify.Classifier, item store.Placed, others []int64) (store.Ruling, error) {
	parts := []store.Placed{item}
	for _, id := range others {
		other, err := db.Item(ctx, item.Offer, id)
		if err != nil {
			return store.Ruling{}, err
		}
		if slices.ContainsFunc(parts, func(p store.Placed) bool { return p.ID == other.ID }) {
			return store.Ruling{}, usageError{fmt.Errorf("--join: %d would be joined with itself", id)}
		}
		parts = append(parts, other)
	}
	slices.SortFunc(parts, func(a, b store.Placed) int { return a.Position - b.Position })
	return review.Join(parts, c), nil
}

func newReviewUndoCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "undo [DECISION]",
		Short: "Take back your last decision, or the one with a number",
		Long: `Undo takes a decision back: what it replaced counts again, which is an earlier
decision on the same words or what the program reads there. A state that 'offers set'
gave an offer is taken back so, too: it has the one before again. What was undone
stays in the list of decisions. Without a number it is your own last one that counts,
and never another user's.`,
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			id := int64(0)
			if len(args) > 0 {
				var err error
				if id, err = strconv.ParseInt(args[0], 10, 64); err != nil || id < 1 {
					return usageError{fmt.Errorf("%q is no number of a decision; 'onskemal review decisions' prints them", args[0])}
				}
			}
			return runReviewUndo(cmd.Context(), g, id)
		},
	}
}

func runReviewUndo(ctx context.Context, g *globals, id int64) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		undone, err := undo(ctx, g, db, id)
		if errors.Is(err, store.ErrNothingToUndo) {
			return fmt.Errorf("%w; 'onskemal review decisions' prints those that count", err)
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(g.out, "Beslut %d (%s) gäller inte längre. Mejl %d:\n", undone.ID, kindInWords(undone.Kind), undone.Message)
		if err != nil {
			return err
		}
		account, err := db.Account(ctx, undone.Message)
		for _, p := range account.Items {
			line := fmt.Sprintf("  %s  ”%s” → %s", nameOf(p), p.Text, review.Labels(p.Item))
			if p.Offer {
				line += " · " + report.OfferStateInWords(account.Uptakes[p.ID].Latest())
			}
			if _, err := fmt.Fprintln(g.out, report.Printable(line)); err != nil {
				return err
			}
		}
		return err
	})
}

// undo takes back the decision with a number; for 0 the editor's last one that counts.
func undo(ctx context.Context, g *globals, db *store.Store, id int64) (store.Decision, error) {
	if id == 0 {
		decisions, err := db.Decisions(ctx)
		if err != nil {
			return store.Decision{}, err
		}
		by := editor()
		for _, d := range decisions {
			if d.Counts() && d.By == by {
				id = d.ID
			}
		}
		if id == 0 {
			return store.Decision{}, store.ErrNothingToUndo
		}
	}
	return db.Undo(ctx, id, g.now())
}

// nameOf is what an item is called in other commands.
func nameOf(p store.Placed) string {
	if p.Offer {
		return fmt.Sprintf("offer:%d", p.ID)
	}
	return strconv.FormatInt(p.ID, 10)
}
