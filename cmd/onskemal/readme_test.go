package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Whatever the README has of commands and flags is there, and every command is in
// its table.
func TestReadmeCommands(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := strings.ReplaceAll(string(text), `\|`, "|") // as it is written in a table
	root := commandTree()

	lines := commandLine.FindAllStringSubmatch(readme, -1)
	if len(lines) < 20 {
		t.Errorf("only %d command lines", len(lines))
	}
	for _, line := range lines {
		checkMention(t, shellWords(t, line[1]))
	}

	spans := codeSpan.FindAllStringSubmatch(readme, -1)
	for _, span := range spans {
		words := strings.Fields(span[1])
		switch {
		case len(words) == 0:
		case strings.HasPrefix(words[0], "-"):
			checkFlag(t, words[0], root, allCommands(root))
		case len(words) > 1 && isCommand(root, words[0]):
			checkMention(t, shellWords(t, span[1]))
		}
	}

	listed := map[*cobra.Command]bool{}
	for _, row := range commandTable(t, readme) {
		var commands []*cobra.Command
		var group *cobra.Command // of several commands in a row the first may name it
		for _, span := range codeSpan.FindAllStringSubmatch(row[0], -1) {
			words := strings.Fields(span[1])
			if group != nil && isCommand(group, words[0]) {
				words = append([]string{group.Name()}, words...)
			}
			checkMention(t, words)
			if cmd, _, err := root.Find(words); err == nil {
				commands = append(commands, cmd)
				listed[cmd] = true
				if cmd.Parent() != root {
					group = cmd.Parent()
				}
			}
		}
		for _, span := range codeSpan.FindAllStringSubmatch(row[1], -1) {
			if strings.HasPrefix(span[1], "-") {
				checkFlag(t, strings.Fields(span[1])[0], root, commands)
			}
		}
	}
	for _, cmd := range allCommands(root) {
		runs := cmd != root && cmd.IsAvailableCommand() && !cmd.HasSubCommands() && cmd.Name() != "help"
		if runs && !listed[cmd] && !listed[cmd.Parent()] {
			t.Errorf("'%s' is not in the README's table", cmd.CommandPath())
		}
	}
}

var (
	// commandLine is a command of ours in a code block or a code span, up to what
	// the shell makes of it next.
	commandLine = regexp.MustCompile("(?m)(?:^|[ `])onskemal ((?:'[^'\n]*'|\"[^\"\n]*\"|[^`\n|#>])+)")
	codeSpan    = regexp.MustCompile("`([^`\n]+)`")
)

// commandTable are the cells of the README's table of commands.
func commandTable(t *testing.T, readme string) (rows [][2]string) {
	t.Helper()
	_, table, found := strings.Cut(readme, "| command | does |\n| --- | --- |\n")
	if !found {
		t.Fatal("no table of commands")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	for line := range strings.Lines(table) {
		command, does, _ := strings.Cut(strings.Trim(line, "|\n "), " | ")
		rows = append(rows, [2]string{command, does})
	}
	return rows
}

// commandTree is the tree of commands, with those that cobra adds.
func commandTree() *cobra.Command {
	root := newRootCommand(environment{})
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	return root
}

func allCommands(root *cobra.Command) (all []*cobra.Command) {
	eachCommand(root, func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		all = append(all, cmd)
	})
	return all
}

func isCommand(group *cobra.Command, name string) bool {
	return slices.ContainsFunc(group.Commands(), func(cmd *cobra.Command) bool { return cmd.Name() == name })
}

// checkFlag checks that one of the commands has a flag, given as --name or -n.
func checkFlag(t *testing.T, flag string, root *cobra.Command, commands []*cobra.Command) {
	t.Helper()
	name, _, _ := strings.Cut(strings.TrimLeft(flag, "-"), "=")
	for _, cmd := range append([]*cobra.Command{root}, commands...) {
		if cmd.Flag(name) != nil || len(name) == 1 && cmd.Flags().ShorthandLookup(name) != nil {
			return
		}
	}
	t.Errorf("README.md: no such flag: %s", flag)
}

// checkInvocation checks that a command line, without the program, names a command
// that there is, flags that it has, and as many arguments as it takes.
func checkInvocation(t *testing.T, where string, args []string) {
	t.Helper()
	if err := invocationError(args, 0); err != nil {
		t.Errorf("%s: onskemal %s: %v", where, strings.Join(args, " "), err)
	}
}

// checkMention is checkInvocation for one in the README, which may leave out
// arguments.
func checkMention(t *testing.T, args []string) {
	t.Helper()
	err := invocationError(args, 0)
	if err != nil && invocationError(args, 1) != nil {
		t.Errorf("README.md: onskemal %s: %v", strings.Join(args, " "), err)
	}
}

// invocationError tells what is wrong with a command line that some arguments are
// still to be added to.
func invocationError(args []string, missing int) error {
	cmd, rest, err := commandTree().Find(args)
	if err != nil {
		return err
	}
	cmd.InitDefaultHelpFlag()
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	if cmd.Args == nil {
		return nil
	}
	return cmd.Args(cmd, append(cmd.Flags().Args(), make([]string, missing)...))
}

// shellWords splits a command line as a shell does, as far as quotes go.
func shellWords(t *testing.T, line string) (words []string) {
	t.Helper()
	var word strings.Builder
	inWord, quote := false, rune(0)
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, inWord = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	if quote != 0 {
		t.Errorf("%s: a quote is left open", line)
	}
	if inWord {
		words = append(words, word.String())
	}
	return words
}
