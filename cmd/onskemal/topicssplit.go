package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
)

type splitOptions struct {
	editOptions
	id       string
	name     string
	keywords []string
}

func newTopicsSplitCommand(g *globals) *cobra.Command {
	var opts splitOptions
	cmd := &cobra.Command{
		Use:   "split TOPIC --id ID --name NAME --keywords A,B",
		Short: "Make a new topic of some keywords of another, after showing what it changes",
		Long: `Split moves keywords of a topic, with their synonyms, to a new topic behind it, which
gets its DigComp competences. The id is for good; the name is the one in reports.
Courses that were delivered for the old topic stay with it.
` + whatItShows,
		Example: "  onskemal topics split juridik --id film --name 'Visa film' --keywords film,bio --dry-run",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opts.id == "" || strings.TrimSpace(opts.name) == "" || len(opts.keywords) == 0 {
				return usageError{errors.New("a new topic needs --id, --name and --keywords")}
			}
			return g.editTopics(cmd.Context(), opts.editOptions, func(c *classify.Classifier) (topicsChange, error) {
				return planSplit(c, args[0], opts)
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.id, "id", "", "the new topic's `ID`: a–z, digits and hyphens")
	flags.StringVar(&opts.name, "name", "", "the new topic's name in reports (`TEXT`)")
	flags.StringSliceVar(&opts.keywords, "keywords", nil, "`KEYWORDS` that it gets, with commas between them")
	opts.addFlags(cmd)
	return cmd
}

func planSplit(c *classify.Classifier, topic string, opts splitOptions) (topicsChange, error) {
	from, err := topicNamed(c, topic)
	if err != nil {
		return topicsChange{}, err
	}
	known := c.Keywords(from)
	for i, keyword := range opts.keywords {
		keyword = strings.TrimSpace(keyword)
		if !slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, keyword) }) {
			return topicsChange{}, unknownName("keyword of "+from, keyword, known, fmt.Sprintf("'onskemal topics list %s' prints them", from))
		}
		opts.keywords[i] = keyword
	}
	return topicsChange{
		classify.SplitTopic(from, opts.id, strings.TrimSpace(opts.name), opts.keywords),
		fmt.Sprintf("%s lämnar nyckelord till det nya ämnet %s (”%s”): %s.", from, opts.id, strings.TrimSpace(opts.name), strings.Join(opts.keywords, ", ")),
	}, nil
}
