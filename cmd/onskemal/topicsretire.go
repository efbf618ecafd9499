package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
)

type retireOptions struct {
	editOptions
	outside bool
}

func newTopicsRetireCommand(g *globals) *cobra.Command {
	var opts retireOptions
	cmd := &cobra.Command{
		Use:   "retire TOPIC",
		Short: "Take a topic off the wish list, after showing what it changes",
		Long: `Retire makes a topic a former one: its id is never used again, and old reports stay
readable. Its keywords go, and with them what rules say of it; with --outside they
move to the group of its name outside the wish list, so that its wishes still are
recognised.
` + whatItShows,
		Example: "  onskemal topics retire universitetsansokan --outside --dry-run",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return g.editTopics(cmd.Context(), opts.editOptions, func(c *classify.Classifier) (topicsChange, error) {
				return planRetire(c, args[0], g.today(), opts)
			})
		},
	}
	cmd.Flags().BoolVar(&opts.outside, "outside", false, "keep the keywords, as a group outside the wish list")
	opts.addFlags(cmd)
	return cmd
}

func planRetire(c *classify.Classifier, topic, today string, opts retireOptions) (topicsChange, error) {
	id, err := topicNamed(c, topic)
	if err != nil {
		return topicsChange{}, err
	}
	does := fmt.Sprintf("%s är inte längre ett ämne; dess %d nyckelord tas bort.", id, len(c.Keywords(id)))
	if opts.outside {
		does = fmt.Sprintf("%s är inte längre ett ämne utan en grupp utanför listan, med dess %d nyckelord.", id, len(c.Keywords(id)))
	}
	return topicsChange{classify.RetireTopic(id, opts.outside, today), does}, nil
}
