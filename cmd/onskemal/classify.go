package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

type classifyOptions struct {
	json bool
}

func newClassifyCommand(g *globals) *cobra.Command {
	var opts classifyOptions
	cmd := &cobra.Command{
		Use:     "classify [TEXT...]",
		Short:   "Show which topics a wish belongs to, and why",
		Long:    `Classify takes one wish per argument, or without arguments one per line of standard input.`,
		Example: "  onskemal classify 'Får vi visa film på bokcirkeln?'",
		RunE:    func(cmd *cobra.Command, texts []string) error { return runClassify(cmd.Context(), opts, g, texts) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line")
	return cmd
}

// classification is the JSON of what a text is about; its keys are part of the
// interface.
type classification struct {
	Topics  []string `json:"topics"`
	Outside []string `json:"outside"`
	Scope   string   `json:"scope"`
	Why     []reason `json:"why"`
}

// reason says which words gave a topic. Start and End count characters.
type reason struct {
	Topic   string `json:"topic"`
	Keyword string `json:"keyword"`
	Found   string `json:"found"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Negated bool   `json:"negated,omitempty"`
}

type classifiedText struct {
	Text string `json:"text"`
	classification
	Version   string `json:"version"`
	Algorithm int    `json:"algorithm"`
}

func runClassify(ctx context.Context, opts classifyOptions, g *globals, texts []string) error {
	c, err := g.classifier()
	if err != nil {
		return err
	}
	show := func(text string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return writeClassified(g, opts, c, text)
	}
	if len(texts) > 0 {
		for _, text := range texts {
			if err := show(text); err != nil {
				return err
			}
		}
		return nil
	}
	return eachLine(interruptible(ctx, g.in), show)
}

func eachLine(r io.Reader, visit func(string) error) error {
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			if err := visit(strings.TrimRight(line, "\r\n")); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
	}
}

func writeClassified(g *globals, opts classifyOptions, c *classify.Classifier, text string) error {
	result := classificationOf(c.Classify(text))
	if opts.json {
		return writeJSONLine(g.out, classifiedText{Text: text, classification: result, Version: c.Version(), Algorithm: classify.Algorithm})
	}
	_, err := fmt.Fprintf(g.out, "%s\n  %s\n", report.Printable(text), report.Printable(result.String()))
	return err
}

func classificationOf(r classify.Result) classification {
	c := classification{
		Topics:  append([]string{}, r.Topics...),
		Outside: append([]string{}, r.Outside...),
		Scope:   string(r.Scope),
		Why:     []reason{},
	}
	for _, h := range r.Why {
		c.Why = append(c.Why, reason(h))
	}
	return c
}

// String is for a person at a terminal, in Swedish.
func (c classification) String() string {
	labels := slices.Clone(c.Topics)
	for _, name := range c.Outside {
		labels = append(labels, "utanför listan: "+name)
	}
	if len(labels) == 0 {
		labels = append(labels, "inget ämne")
	}
	text := strings.Join(labels, ", ")
	var words []string
	for _, r := range c.Why {
		word := fmt.Sprintf("”%s” (%s)", r.Found, r.Topic)
		if r.Negated {
			word += " nekat"
		}
		words = append(words, word)
	}
	if len(words) > 0 {
		text += " – " + strings.Join(words, ", ")
	}
	return text
}
