package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
)

type addOptions struct {
	editOptions
	to    string
	flags string
}

func newTopicsAddCommand(g *globals) *cobra.Command {
	var opts addOptions
	cmd := &cobra.Command{
		Use:   "add KEYWORD",
		Short: "Add a keyword to a topic, after showing what it changes",
		Long: `Add puts a keyword at the end of those of a topic, or of a group outside the list. A
keyword is a word or phrase in its dictionary form; inflections, compounds and typing
errors are found by themselves. Synonyms go into one line: 'GDPR =
dataskyddsförordningen'. The flags are those of a topics file: 'svag' for a word that
does not suffice alone, 'ord' for whole words only, '+ film' only near that word, '!
spel' not near it.
` + whatItShows,
		Example: "  onskemal topics add copilot --to AI\n  onskemal topics add plattform --to guider --flags svag --dry-run",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opts.to == "" {
				return usageError{errors.New("--to is missing: name the topic or group that gets the keyword; " + listsTopics)}
			}
			return g.editTopics(cmd.Context(), opts.editOptions, func(c *classify.Classifier) (topicsChange, error) {
				return planAdd(c, args[0], opts)
			})
		},
	}
	cmd.Flags().StringVar(&opts.to, "to", "", "the `TOPIC`, or group outside the list, that gets the keyword")
	cmd.Flags().StringVar(&opts.flags, "flags", "", "`FLAGS` of the keyword, as in a topics file")
	opts.addFlags(cmd)
	return cmd
}

func planAdd(c *classify.Classifier, keyword string, opts addOptions) (topicsChange, error) {
	to, err := groupNamed(c, opts.to)
	if err != nil {
		return topicsChange{}, err
	}
	keyword = strings.TrimSpace(keyword)
	line := keyword
	if flags := strings.TrimSpace(opts.flags); flags != "" {
		if !strings.ContainsAny(flags[:1], "|+!") {
			flags = "| " + flags
		}
		line += " " + flags
	}
	return topicsChange{classify.AddKeyword(to, line), fmt.Sprintf("%s får nyckelordet ”%s”.", to, line)}, nil
}
