package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/store"
)

type backupOptions struct {
	force bool
}

func newBackupCommand(g *globals) *cobra.Command {
	var opts backupOptions
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database and its key, also while a poll is running",
		Long: `Backup copies the database as it stands at one moment to FILE, and its key to
FILE.key, both for their owner only. The copy is whole and checked, or it is not
there. Polls and reports go on meanwhile.

FILE and FILE.key together tell who is held in the database: keep them as you keep
it, and remove old ones, which still hold those who were forgotten since.`,
		Example: "  onskemal backup /backup/onskemal-$(date +%F).db",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBackup(cmd.Context(), args[0], opts, g)
		},
	}
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace FILE and FILE.key")
	return cmd
}

func runBackup(ctx context.Context, file string, opts backupOptions, g *globals) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		err := db.Backup(ctx, file, opts.force)
		if errors.Is(err, store.ErrExists) {
			return fmt.Errorf("%w: name another file, or replace it with --force", err)
		}
		return err
	})
}
