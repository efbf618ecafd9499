package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

func newTopicsMergeCommand(g *globals) *cobra.Command {
	var opts editOptions
	cmd := &cobra.Command{
		Use:   "merge FROM INTO",
		Short: "Let a topic go into another one, after showing what it changes",
		Long: `Merge moves the keywords of one topic to another and makes the first a former topic:
its id is never used again, and what was stored, delivered or filed under it counts
for the other from then on. Rules that name it name the other; those that told the
two apart go.
` + whatItShows,
		Example: "  onskemal topics merge open-source guider --dry-run",
		Args:    usage(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.editTopics(cmd.Context(), opts, func(c *classify.Classifier) (topicsChange, error) {
				return planMerge(c, args[0], args[1], g.today())
			})
		},
	}
	opts.addFlags(cmd)
	return cmd
}

func planMerge(c *classify.Classifier, from, into, today string) (topicsChange, error) {
	from, err := topicNamed(c, from)
	if err != nil {
		return topicsChange{}, err
	}
	if into, err = topicNamed(c, into); err != nil {
		return topicsChange{}, err
	}
	return topicsChange{
		classify.MergeTopics(from, into, today),
		fmt.Sprintf("%s går upp i %s, som får dess %d nyckelord.", from, into, len(c.Keywords(from))),
	}, nil
}

// today is the day by Digiteket's clock, as 2026-11-22.
func (g *globals) today() string { return report.StartOfDay(g.now()).Format(time.DateOnly) }
