package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
)

func newTopicsInitCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "init FILE.toml",
		Short: "Write the built-in topics to a file of your own",
		Long: `Init writes the built-in topics, with their comments, to a new file, which an editor
and the other topics commands can change. It takes effect when the configuration
names it: topics = "FILE.toml".`,
		Example: "  onskemal topics init mina-amnen.toml",
		Args:    usage(cobra.ExactArgs(1)),
		RunE:    func(_ *cobra.Command, args []string) error { return runTopicsInit(g, args[0]) },
	}
}

func runTopicsInit(g *globals, name string) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, forEverybody)
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("%s is there already: choose another name", name)}
	}
	if err != nil {
		return err
	}
	_, err = file.Write(classify.BuiltIn())
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(name))
	}
	_, err = fmt.Fprintf(g.out, "%s har de inbyggda ämnena. Skriv topics = %q i onskemal.toml, så gäller de.\n", name, name)
	return err
}
