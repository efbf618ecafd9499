package main

import (
	"fmt"
	"io"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
)

func newConfigCommand(g *globals) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Show the configuration",
		Args:  usage(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "show",
		Short: "Print the settings in effect, without secrets",
		Long: `Show prints the settings in effect as TOML: flags over the environment
(ONSKEMAL_DB, ONSKEMAL_TOPICS, ONSKEMAL_RAW_RETENTION_DAYS,
ONSKEMAL_OFFER_RETENTION_DAYS, ONSKEMAL_PASSWORD_<NAME>) over the file over the
defaults. Passwords are never printed, and neither are the
arguments of a password command.`,
		Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return runConfigShow(g, g.out) },
	})
	return cmd
}

func runConfigShow(g *globals, w io.Writer) error {
	s, err := g.settings()
	if err != nil {
		return err
	}
	source := s.file
	if source == "" {
		source = "no file found; these are the defaults"
	}
	if _, err := fmt.Fprintf(w, "# %s\n", source); err != nil {
		return err
	}
	for i := range s.Mailboxes {
		for _, command := range []*[]string{&s.Mailboxes[i].PasswordCommand, &s.Mailboxes[i].TokenCommand} {
			if len(*command) > 1 {
				*command = []string{(*command)[0], "[redacted]"}
			}
		}
	}
	encoder := toml.NewEncoder(w)
	encoder.Indent = ""
	return encoder.Encode(s)
}
