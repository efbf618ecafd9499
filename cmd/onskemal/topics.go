package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

func newTopicsCommand(g *globals) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "topics",
		Short: "Check, list and change the topics, and record the courses that answer them",
		Long: `Topics are read from the topics file: the built-in one, or the installation's own
(--topics, or topics in the configuration).`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		newTopicsCheckCommand(g),
		newTopicsListCommand(g),
		newTopicsSuggestCommand(g),
		newTopicsInitCommand(g),
		newTopicsAddCommand(g),
		newTopicsMergeCommand(g),
		newTopicsSplitCommand(g),
		newTopicsRetireCommand(g),
		newTopicsDeliverCommand(g),
	)
	return cmd
}

func newTopicsCheckCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE]",
		Short: "Tell whether a topics file is right, with line and remedy where it is not",
		Long: `Check reads a topics file as every other command would, and changes nothing.
Without FILE it checks the topics file in use.`,
		Example: "  onskemal topics check mina-amnen.toml",
		Args:    usage(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, files []string) error {
			c, name, err := checkedTopics(g, files)
			if err != nil {
				return err
			}
			keywords := 0
			for _, t := range c.Topics() {
				keywords += len(c.Keywords(t.ID))
			}
			for _, group := range c.Outside() {
				keywords += len(c.Keywords(group.Name))
			}
			_, err = fmt.Fprintf(g.out, "%s: inga fel. %d ämnen, %d grupper utanför listan, %d nyckelord.\n", name, len(c.Topics()), len(c.Outside()), keywords)
			return err
		},
	}
}

// checkedTopics loads the topics file that is named, or the one in use.
func checkedTopics(g *globals, files []string) (*classify.Classifier, string, error) {
	s, err := g.settings()
	if err != nil {
		return nil, "", err
	}
	if len(files) > 0 {
		s.Topics = files[0]
	}
	name := cmp.Or(s.Topics, "inbyggda topics.toml")
	c, err := s.classifier()
	if err != nil {
		return nil, name, err
	}
	return c(), name, nil
}

// listedTopic is the JSON of topics list; its keys are part of the interface.
type listedTopic struct {
	ID          string   `json:"id,omitempty"` // none for a group outside the list
	Name        string   `json:"name"`
	Outside     bool     `json:"outside"`
	Modifier    bool     `json:"modifier"`
	Description string   `json:"description,omitempty"`
	DigComp     []string `json:"digcomp"`
	Keywords    []string `json:"keywords"`
	Former      bool     `json:"former,omitempty"` // a topic no more …
	Since       string   `json:"since,omitempty"`  // … from this day, if it is known
	Into        []string `json:"into,omitempty"`   // ids of the topics that it went into; none when it was retired
}

func newTopicsListCommand(g *globals) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list [TOPIC...]",
		Short: "Print the topics, or the keywords of some",
		Long: `List prints the topics, the groups outside the list and the former topics. With ids of topics, or
names of groups, it prints their descriptions and keywords.`,
		Example: "  onskemal topics list\n  onskemal topics list juridik AI",
		RunE:    func(_ *cobra.Command, names []string) error { return runTopicsList(g, names, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line, with the keywords")
	return cmd
}

func runTopicsList(g *globals, names []string, asJSON bool) error {
	c, _, err := checkedTopics(g, nil)
	if err != nil {
		return err
	}
	topics := listedTopics(c)
	if len(names) > 0 {
		if topics, err = named(c, topics, names); err != nil {
			return err
		}
	}
	for _, t := range topics {
		switch {
		case asJSON:
			err = writeJSONLine(g.out, t)
		default:
			_, err = fmt.Fprintln(g.out, t.text(len(names) > 0))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func listedTopics(c *classify.Classifier) []listedTopic {
	var topics []listedTopic
	for _, t := range c.Topics() {
		topics = append(topics, listedTopic{
			ID: t.ID, Name: t.Name, Modifier: t.Modifier, Description: t.Description,
			DigComp: append([]string{}, t.DigComp...), Keywords: append([]string{}, c.Keywords(t.ID)...),
		})
	}
	for _, g := range c.Outside() {
		topics = append(topics, listedTopic{
			Name: g.Name, Outside: true, DigComp: append([]string{}, g.DigComp...), Keywords: append([]string{}, c.Keywords(g.Name)...),
		})
	}
	for _, f := range c.Former() {
		topics = append(topics, listedTopic{ID: f.ID, Name: f.Name, DigComp: []string{}, Keywords: []string{}, Former: true, Since: f.Date, Into: f.Into})
	}
	return topics
}

// named picks topics by id or name, in the order of names.
func named(c *classify.Classifier, topics []listedTopic, names []string) ([]listedTopic, error) {
	var picked []listedTopic
	for _, name := range names {
		found := false
		for _, t := range topics {
			if t.ID == name || strings.EqualFold(t.Name, name) {
				picked, found = append(picked, t), true
			}
		}
		if !found {
			_, err := groupNamed(c, name)
			return nil, err
		}
	}
	return picked, nil
}

// text is for an editor: one line, or all that is known.
func (t listedTopic) text(whole bool) string {
	label := t.ID
	switch {
	case t.Outside:
		label = "(utanför listan)"
	case t.Modifier:
		label += " (nivå)"
	}
	if t.Former {
		return report.Printable(fmt.Sprintf("%-22s %s · %s", label, t.Name, t.fate()))
	}
	line := fmt.Sprintf("%-22s %s · %d nyckelord", label, t.Name, len(t.Keywords))
	if len(t.DigComp) > 0 {
		line += " · DigComp " + strings.Join(t.DigComp, ", ")
	}
	if !whole {
		return report.Printable(line)
	}
	lines := []string{line}
	if t.Description != "" {
		lines = append(lines, "  "+t.Description)
	}
	for _, keyword := range t.Keywords {
		lines = append(lines, "  – "+keyword)
	}
	for i := range lines {
		lines[i] = report.Printable(lines[i])
	}
	return strings.Join(lines, "\n")
}

// fate tells what has become of a former topic.
func (t listedTopic) fate() string {
	fate := "tidigare ämne, borttaget"
	if len(t.Into) > 0 {
		fate = "tidigare ämne, ingår i " + strings.Join(t.Into, ", ")
	}
	if t.Since != "" {
		fate += " sedan " + t.Since
	}
	return fate
}
