package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type suggestOptions struct {
	limit  int
	people int
	json   bool
}

func newTopicsSuggestCommand(g *globals) *cobra.Command {
	var opts suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest",
		Short: "Print words of wishes without topic that might be keywords",
		Long: `Suggest ranks the words, and pairs of words, in wishes that have neither topic nor
group, by the people who wrote them and then their workplaces. With each stand wishes
that hold it; the topic that is nearest, as others who write the word want it or as a
keyword is like it; and the command that adds the word there. It changes nothing.`,
		Example: "  onskemal topics suggest\n  onskemal topics suggest --limit 30 --min-people 1",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runSuggest(cmd.Context(), opts, g) },
	}
	cmd.Flags().IntVar(&opts.limit, "limit", 10, "print at most so many words (`NUMBER`)")
	cmd.Flags().IntVar(&opts.people, "min-people", 2, "leave out what fewer people wrote (`NUMBER`)")
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line")
	return cmd
}

func runSuggest(ctx context.Context, opts suggestOptions, g *globals) error {
	if opts.limit < 1 || opts.people < 1 {
		return usageError{errors.New("--limit and --min-people are numbers from 1 up")}
	}
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		reportOpts, err := reportOptionsOf(s, c)
		if err != nil {
			return err
		}
		unlabelled, labelled, err := wishesByLabel(ctx, db, c)
		if err != nil {
			return err
		}
		var shown []suggestion
		for _, word := range report.Suggest(unlabelled, labelled, reportOpts.Workplaces, classify.Lemmas) {
			if word.People < opts.people || len(shown) == opts.limit {
				break // the rest have no more people
			}
			if saysSomething(c, word.Text) {
				shown = append(shown, suggestionOf(c, word))
			}
		}
		return writeSuggestions(g.out, shown, len(unlabelled), opts)
	})
}

// wishesByLabel parts the stored wishes: those that have no label and would get
// none today, and those that have. What is not digital is left out.
func wishesByLabel(ctx context.Context, db *store.Store, c *classify.Classifier) (unlabelled, labelled []store.CountedItem, err error) {
	err = db.EachWish(ctx, func(wish store.CountedItem) error {
		if len(wish.Topics)+len(wish.Outside) > 0 {
			labelled = append(labelled, wish)
		} else if today := c.Classify(wish.Text); len(today.Topics)+len(today.Outside) == 0 && wish.Scope != string(classify.Analog) {
			unlabelled = append(unlabelled, wish)
		}
		return ctx.Err()
	})
	return unlabelled, labelled, err
}

// saysSomething tells whether a text is more than a word like "digital", which only
// says that a wish is for us.
func saysSomething(c *classify.Classifier, text string) bool {
	result := c.Classify(text)
	return strings.Contains(text, " ") || len(result.Topics)+len(result.Outside) > 0 || result.Scope == classify.Unclear
}

// suggestion is the JSON of topics suggest; its keys are part of the interface.
type suggestion struct {
	Text       string   `json:"text"`
	People     int      `json:"people"`
	Workplaces int      `json:"workplaces"`
	Examples   []string `json:"examples"`
	Near       string   `json:"near"`    // the nearest topic or group, "" for none
	Why        string   `json:"why"`     // in Swedish: how near
	Command    string   `json:"command"` // that adds the word, "" where it stands already
}

func suggestionOf(c *classify.Classifier, word report.Suggestion) suggestion {
	s := suggestion{Text: word.Text, People: word.People, Workplaces: word.Workplaces, Examples: word.Examples, Why: "inget ämne nära"}
	near, found := c.Near(word.Text)
	if found && near.Alike == classify.TheSame {
		s.Near = near.Group
		s.Why = fmt.Sprintf("står redan i %s (rad %d) men räcker inte där: ändra vikten eller villkoret på raden", near.Group, near.Line)
		return s
	}
	label, known := currentLabel(c, word.Beside.Label)
	switch {
	case known && (!found || word.Beside.People > 1 && 2*word.Beside.People > word.Beside.Of):
		s.Near, s.Why = label, fmt.Sprintf("nära %s, som %d av %d personer vill ha som skriver det i önskemål med ämne", label, word.Beside.People, word.Beside.Of)
	case found:
		s.Near, s.Why = near.Group, fmt.Sprintf("nära %s, där ”%s” liknar det", near.Group, near.Keyword)
	}
	s.Command = addCommand(word.Text, cmp.Or(s.Near, "ÄMNE"))
	return s
}

// currentLabel is the topic or group that a stored label stands for today.
func currentLabel(c *classify.Classifier, label string) (string, bool) {
	if topic, ok := c.Current(label); ok {
		return topic, true
	}
	return label, slices.ContainsFunc(c.Outside(), func(group classify.Group) bool { return group.Name == label })
}

// addCommand is the command that adds a word, to be typed as it stands.
func addCommand(text, to string) string {
	command := fmt.Sprintf("onskemal topics add %s --to %s", quoted(text), quoted(to))
	const shortest = 3 // letters of a keyword that is looked for inside words
	if utf8.RuneCountInString(text) < shortest {
		command += " --flags ord"
	}
	return command
}

// quoted is a text as one argument to a shell. Words hold no quotes; names may.
func quoted(text string) string {
	if !strings.ContainsAny(text, " \t'\"$`\\!*?[](){}<>|&;#~") {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}

func writeSuggestions(w io.Writer, shown []suggestion, wishes int, opts suggestOptions) error {
	if opts.json {
		for _, s := range shown {
			if err := writeJSONLine(w, s); err != nil {
				return err
			}
		}
		return nil
	}
	var b strings.Builder
	switch {
	case wishes == 0:
		b.WriteString("Alla önskemål har ett ämne eller hör till en grupp utanför listan.\n")
	case len(shown) == 0:
		fmt.Fprintf(&b, "%d önskemål saknar ämne, men inget ord i dem kommer från %d personer. Med --min-people 1 visas alla.\n", wishes, opts.people)
	default:
		fmt.Fprintf(&b, "%d önskemål saknar ämne. Ord i dem, de som flest skriver först:\n", wishes)
	}
	for _, s := range shown {
		fmt.Fprintf(&b, "\n%s (personer: %d, arbetsplatser: %d): %s\n", s.Text, s.People, s.Workplaces, report.Printable(s.Why))
		for _, example := range s.Examples {
			fmt.Fprintf(&b, "  – ”%s”\n", report.Printable(example))
		}
		if s.Command != "" {
			fmt.Fprintf(&b, "  %s\n", report.Printable(s.Command))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
