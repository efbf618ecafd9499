package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/review"
	"github.com/digiteket/onskemal/store"
)

type decisionsOptions struct {
	json    bool
	changed bool
	all     bool
}

func newReviewDecisionsCommand(g *globals) *cobra.Command {
	var opts decisionsOptions
	cmd := &cobra.Command{
		Use:   "decisions",
		Short: "List what editors decided, and whether the program agrees today",
		Long: `Decisions lists, in Swedish, what editors decided, when and who, and how the program
reads the same words today: as the editor did, otherwise as it did then, or otherwise
in a new way, which is worth another look.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return runDecisions(cmd.Context(), g, opts) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line")
	cmd.Flags().BoolVar(&opts.changed, "changed", false, "only those where the program reads otherwise in a new way")
	cmd.Flags().BoolVar(&opts.all, "all", false, "also those that were replaced or undone")
	return cmd
}

// decisionLine is the JSON of review decisions; its keys are part of the interface.
type decisionLine struct {
	ID         int64              `json:"id"`
	Message    int64              `json:"message"`
	Kind       store.DecisionKind `json:"kind"`
	Was        []exportedItem     `json:"was"`       // what the program read when it was decided
	Is         []exportedItem     `json:"is"`        // what counts instead
	Now        []exportedItem     `json:"now"`       // what the program reads today
	Agreement  store.Agreement    `json:"agreement"` // agrees, differs, changed; "" for a decision on a mail
	Decided    time.Time          `json:"decided"`
	By         string             `json:"by"`
	ReplacedBy int64              `json:"replaced_by,omitempty"`
	Undone     bool               `json:"undone,omitempty"`
}

func runDecisions(ctx context.Context, g *globals, opts decisionsOptions) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		decisions, err := db.Decisions(ctx)
		if err != nil {
			return err
		}
		shown := 0
		for _, d := range decisions {
			if !d.Counts() && !opts.all || opts.changed && (!d.Counts() || d.Agreement() != store.Changed) {
				continue
			}
			shown++
			if opts.json {
				err = writeJSONLine(g.out, decisionLineOf(d))
			} else {
				_, err = fmt.Fprintln(g.out, decisionText(d))
			}
			if err != nil {
				return err
			}
		}
		if shown == 0 && !opts.json {
			_, err = fmt.Fprintln(g.out, "Inga beslut.")
		}
		return err
	})
}

func decisionLineOf(d store.Decision) decisionLine {
	return decisionLine{
		d.ID, d.Message, d.Kind, exportedItems(d.Was), exportedItems(d.Is), exportedItems(d.Now), d.Agreement(), d.At, d.By, d.Replaced, d.Undone,
	}
}

func decisionText(d store.Decision) string {
	lines := []string{fmt.Sprintf("Beslut %d, %s av %s, mejl %d: %s", d.ID, day(d.At), d.By, d.Message, kindInWords(d.Kind))}
	add := func(label string, items []store.Item) {
		for _, item := range items {
			lines = append(lines, fmt.Sprintf("  %-9s ”%s” → %s", label, report.HideNumbers(item.Text), review.Labels(item)))
		}
		if len(items) == 0 {
			lines = append(lines, fmt.Sprintf("  %-9s ingenting", label))
		}
	}
	if d.Agreement() != "" {
		add("var", d.Was)
		add("är", d.Is)
	}
	switch {
	case d.Undone:
		lines = append(lines, "  ångrat")
	case d.Replaced != 0:
		lines = append(lines, fmt.Sprintf("  ersatt av beslut %d", d.Replaced))
	case d.Agreement() == store.Agrees:
		lines = append(lines, "  programmet läser det likadant nu")
	case d.Agreement() == store.Differs:
		lines = append(lines, "  programmet läser det som förut")
	case d.Agreement() == store.Changed:
		add("nu läst", d.Now)
	}
	for i := range lines {
		lines[i] = report.Printable(lines[i])
	}
	return strings.Join(lines, "\n")
}

// kindInWords says in Swedish what an editor did.
func kindInWords(kind store.DecisionKind) string {
	words := map[store.DecisionKind]string{
		store.Accepted: "stämmer", store.Labelled: "andra ämnen", store.AsWish: "ett önskemål", store.AsOffer: "ett erbjudande",
		store.AsAnalog: "inget digitalt", store.NotAWish: "inget önskemål", store.Split: "delat", store.Joined: "hopslaget",
		store.Added: "tillagt", store.Seen: "mejlet är läst rätt", store.Duplicate: "mejlet är en kopia",
	}
	if known, ok := words[kind]; ok {
		return known
	}
	return report.OfferStateInWords(store.OfferState(kind))
}

// agreements counts the decisions that count by how the program reads the same
// words today.
func agreements(ctx context.Context, db *store.Store) (map[store.Agreement]int, error) {
	decisions, err := db.Decisions(ctx)
	counts := make(map[store.Agreement]int)
	for _, d := range decisions {
		if d.Counts() {
			counts[d.Agreement()]++
		}
	}
	return counts, err
}

// agreementText says how many decisions the program agrees with; "" when there are
// none.
func agreementText(counts map[store.Agreement]int) string {
	sum := counts[store.Agrees] + counts[store.Differs] + counts[store.Changed]
	if sum == 0 {
		return ""
	}
	text := fmt.Sprintf("Redaktionens %d beslut gäller. Programmet läser %d likadant", sum, counts[store.Agrees])
	if n := counts[store.Changed]; n > 0 {
		text += fmt.Sprintf(", och %d på ett nytt sätt: 'onskemal review decisions --changed'", n)
	}
	return text + "."
}
