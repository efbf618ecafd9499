package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

// addCompletions lets shells complete flags and arguments of all commands, by what
// the help calls them: the TOPIC of 'topics deliver [TOPIC]' is one of the topics.
// A name that is not known here is completed with nothing.
func addCompletions(root *cobra.Command, g *globals) {
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	kinds := g.completions()
	eachCommand(root, func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			name, _ := pflag.UnquoteUsage(flag)
			if complete := completionOf(kinds, name); complete != nil {
				// It fails only for a flag that is not there, or is done already.
				_ = cmd.RegisterFlagCompletionFunc(flag.Name, complete)
			}
		})
		if names := argumentNames(cmd); len(names) > 0 && cmd.ValidArgsFunction == nil {
			cmd.ValidArgsFunction = completeArguments(kinds, names)
		}
	})
}

func eachCommand(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, sub := range cmd.Commands() {
		eachCommand(sub, visit)
	}
}

// completions are what the names in the help stand for.
func (g *globals) completions() map[string]cobra.CompletionFunc {
	return map[string]cobra.CompletionFunc{
		"TOPIC":     g.completeTopic,
		"FROM":      g.completeTopic,
		"INTO":      g.completeTopic,
		"NAME":      g.completeMailbox,
		"FORMAT":    oneOf(report.Formats),
		"METHOD":    oneOf(report.Methods),
		"GROUP":     oneOf(report.Groupings),
		"DIALECT":   oneOf(report.Dialects),
		"STATE":     oneOf(offerStates),
		"WEEK":      oneOf([]string{"current", "last"}),
		"CONDITION": completeCondition,
		"FILE":      files(),
		"PATH":      files(),
		"FOLDER":    folders,
	}
}

// completionOf finds a name's, nil for none. FILE.toml is a FILE that ends so.
func completionOf(kinds map[string]cobra.CompletionFunc, name string) cobra.CompletionFunc {
	if extension, ok := strings.CutPrefix(name, "FILE."); ok {
		return files(extension)
	}
	return kinds[name]
}

// argumentNames are the arguments in the first line of a command's help, without
// brackets: FILE, or TOPIC... for several.
func argumentNames(cmd *cobra.Command) []string {
	var names []string
	for _, word := range strings.Fields(cmd.Use)[1:] {
		if !strings.HasPrefix(word, "-") {
			names = append(names, strings.Trim(word, "[]"))
		}
	}
	return names
}

func completeArguments(kinds map[string]cobra.CompletionFunc, names []string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective) {
		name, several := strings.CutSuffix(names[min(len(args), len(names)-1)], "...")
		complete := completionOf(kinds, name)
		if complete == nil || len(args) >= len(names) && !several {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return complete(cmd, args, toComplete)
	}
}

func oneOf[Choice ~string](choices []Choice) cobra.CompletionFunc {
	names := make([]cobra.Completion, len(choices))
	for i, choice := range choices {
		names[i] = string(choice)
	}
	return cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)
}

// files completes files with one of the endings, or all.
func files(extensions ...string) cobra.CompletionFunc {
	if len(extensions) == 0 {
		return cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)
	}
	return cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveFilterFileExt)
}

func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completeTopic suggests the topics in use that are not named yet.
func (g *globals) completeTopic(_ *cobra.Command, args []string, _ string) (topics []cobra.Completion, _ cobra.ShellCompDirective) {
	c, err := g.classifier()
	if err != nil { // the command itself tells
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	for _, t := range c.Topics() {
		if !slices.Contains(args, t.ID) {
			topics = append(topics, cobra.CompletionWithDesc(t.ID, t.Name))
		}
	}
	return topics, cobra.ShellCompDirectiveNoFileComp
}

func (g *globals) completeMailbox(*cobra.Command, []string, string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
	s, err := g.settings()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	for _, m := range s.Mailboxes {
		names = append(names, cobra.CompletionWithDesc(m.Name, m.Host))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeCondition suggests what conditions begin with; a limit follows.
func completeCondition(*cobra.Command, []string, string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
	for _, m := range measures {
		names = append(names, cobra.CompletionWithDesc(m.name, m.says))
	}
	return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}
