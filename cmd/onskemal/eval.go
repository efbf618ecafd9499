package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

func newEvalCommand(g *globals) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "eval FILE.jsonl",
		Short: "Compare the topics found with those that people gave",
		Long: `Eval classifies the wishes of a labelled file and prints precision, recall and F1
for each topic, how often the first topic is right, and every wish that did not
get the topics meant. Run it before and after a change of the topics file. A line
of the file is {"text": "…", "topics": ["…"]}, or a mail with such wishes under
"items"; "-" is standard input.`,
		Example: "  onskemal eval testdata/wishes.jsonl\n  onskemal eval --topics mina-amnen.toml testdata/wishes.jsonl",
		Args:    usage(cobra.ExactArgs(1)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runEval(cmd.Context(), g, args[0], asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

func runEval(ctx context.Context, g *globals, name string, asJSON bool) error {
	c, err := g.classifier()
	if err != nil {
		return err
	}
	wishes, err := readLabelled(ctx, g, name)
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, t := range c.Topics() {
		known[t.ID] = true
	}
	for _, f := range c.Former() {
		known[f.ID] = true
	}
	for _, w := range wishes {
		for _, id := range w.Topics {
			if !known[id] {
				return fmt.Errorf("%s: no topic %q (of %q); 'onskemal topics list' prints the ids", name, id, w.Text)
			}
		}
	}
	e := c.Evaluate(wishes)
	if asJSON {
		return writeJSONLine(g.out, evaluationOf(e))
	}
	return writeEvaluation(g.out, e)
}

func readLabelled(ctx context.Context, g *globals, name string) ([]classify.Labelled, error) {
	var in io.Reader
	if name == "-" {
		in = interruptible(ctx, g.in)
	} else {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	wishes, err := classify.ReadLabelled(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(wishes) == 0 {
		return nil, fmt.Errorf("%s: no labelled wishes in it", name)
	}
	return wishes, nil
}

// evaluation is the JSON of eval; its keys are part of the interface. Figures
// are between 0 and 1.
type evaluation struct {
	Wishes  int            `json:"wishes"`
	MicroF1 float64        `json:"micro_f1"`
	MacroF1 float64        `json:"macro_f1"`
	First   float64        `json:"first"`
	Exact   float64        `json:"exact"`
	Topics  []topicFigures `json:"topics"`
	Misses  []missedWish   `json:"misses"`
}

type topicFigures struct {
	ID        string  `json:"id"`
	Wishes    int     `json:"wishes"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type missedWish struct {
	Text  string   `json:"text"`
	Found []string `json:"found"`
	Meant []string `json:"meant"`
}

func evaluationOf(e classify.Evaluation) evaluation {
	out := evaluation{
		Wishes: e.Wishes, MicroF1: e.All.F1(), MacroF1: e.Macro(),
		First: float64(e.First) / float64(e.Wishes), Exact: float64(e.Exact) / float64(e.Wishes),
		Topics: []topicFigures{}, Misses: []missedWish{},
	}
	for _, id := range slices.Sorted(maps.Keys(e.Topics)) {
		c := e.Topics[id]
		out.Topics = append(out.Topics, topicFigures{ID: id, Wishes: c.Meant, Precision: c.Precision(), Recall: c.Recall(), F1: c.F1()})
	}
	for _, m := range e.Misses {
		out.Misses = append(out.Misses, missedWish{Text: m.Text, Found: append([]string{}, m.Found...), Meant: append([]string{}, m.Topics...)})
	}
	return out
}

// writeEvaluation is for an editor, in Swedish.
func writeEvaluation(w io.Writer, e classify.Evaluation) error {
	out := evaluationOf(e)
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s %9s %9s %6s %6s\n", "Ämne", "precision", "täckning", "F1", "antal")
	for _, t := range out.Topics {
		fmt.Fprintf(&b, "%-22s %9.2f %9.2f %6.2f %6d\n", t.ID, t.Precision, t.Recall, t.F1, t.Wishes)
	}
	fmt.Fprintf(&b, "\n%d önskemål · F1 %.3f (alla etiketter lika), %.3f (alla ämnen lika) · första ämnet rätt %.3f · exakt rätt %.3f\n",
		out.Wishes, out.MicroF1, out.MacroF1, out.First, out.Exact)
	for _, m := range out.Misses {
		fmt.Fprintf(&b, "  – %s\n    fick %s, menat %s\n", report.Printable(m.Text), orNone(m.Found), orNone(m.Meant))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orNone(topics []string) string {
	if len(topics) == 0 {
		return "inget ämne"
	}
	return strings.Join(topics, ", ")
}
