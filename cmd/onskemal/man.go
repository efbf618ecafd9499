package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man FOLDER",
		Short:  "Write the man pages of all commands into a folder",
		Hidden: true, // for those who make packages
		Args:   usage(cobra.ExactArgs(1)),
		RunE:   func(cmd *cobra.Command, folders []string) error { return writeManPages(cmd.Root(), folders[0]) },
	}
}

// writeManPages writes them dated $SOURCE_DATE_EPOCH, if that is set, so that they
// are the same each time.
func writeManPages(root *cobra.Command, folder string) error {
	root.DisableAutoGenTag = true
	eachCommand(root, func(cmd *cobra.Command) { cmd.Long = asMarkdown(cmd.Long) })
	header := &doc.GenManHeader{Section: "1", Source: "onskemal " + programVersion(), Manual: "onskemal"}
	if err := doc.GenManTree(root, header, folder); err != nil {
		return fmt.Errorf("man pages: %w", err)
	}
	return nil
}

// asMarkdown keeps the letters of a text from being taken for Markdown, as cobra
// does; what is indented is code, which it leaves alone.
func asMarkdown(text string) string {
	escape := strings.NewReplacer(`\`, `\\`, `_`, `\_`, `*`, `\*`, "`", "\\`", `<`, `\<`)
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "\t") && !strings.HasPrefix(line, "    ") {
			line = escape.Replace(line)
		}
		b.WriteString(line)
	}
	return b.String()
}
