package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/store"
)

type restoreOptions struct {
	force bool
}

func newRestoreCommand(g *globals) *cobra.Command {
	var opts restoreOptions
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the database",
		Long: `Restore checks FILE and FILE.key, as backup made them, and copies them to the
place of the database and its key. It waits for nobody: while a poll is running, it
ends with exit status 11. What came since the backup is fetched by the next poll.

Whoever was forgotten after the backup was made is in it: run 'onskemal forget'
again. What editors recorded since is not in it.`,
		Example: "  onskemal restore /backup/onskemal-2026-11-16.db",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runRestore(cmd.Context(), args[0], opts, g)
		},
	}
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace the database that is there, and its key")
	return cmd
}

func runRestore(ctx context.Context, file string, opts restoreOptions, g *globals) error {
	s, err := g.settings()
	if err != nil {
		return err
	}
	err = store.Restore(ctx, file, s.DB, opts.force)
	switch {
	case errors.Is(err, store.ErrExists):
		return fmt.Errorf("%w: replace it with --force, or name another database with --db", err)
	case errors.Is(err, store.ErrBadBackup):
		return fmt.Errorf("%w: nothing was restored; take another backup", err)
	}
	return err
}
