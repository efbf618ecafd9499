package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/store"
)

type importOptions struct {
	allSubjects bool
	dryRun      bool
}

func newImportCommand(g *globals) *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "import PATH...",
		Short: "Read wishes from .eml files, mbox files and Maildirs",
		Long: `Import takes mails from files through the same steps as poll: an .eml file, an mbox
file, a Maildir, or a folder of these. A mail that is known already changes
nothing, so an import can be repeated. A file that cannot be read is named, and
the others are imported.`,
		Example: "  onskemal import mails/\n  onskemal import archive.mbox ~/Maildir",
		Args:    usage(cobra.MinimumNArgs(1)),
		RunE:    func(cmd *cobra.Command, paths []string) error { return runImport(cmd.Context(), opts, g, paths) },
	}
	cmd.Flags().BoolVar(&opts.allSubjects, "all-subjects", false, "also mails with another subject")
	cmd.Flags().BoolVarP(&opts.dryRun, "dry-run", "n", false, "read and count, but store nothing")
	return cmd
}

func runImport(ctx context.Context, opts importOptions, g *globals, paths []string) error {
	s, err := g.settings()
	if err != nil {
		return err
	}
	c, err := s.classifier()
	if err != nil {
		return err
	}
	return withStore(ctx, s, func(db *store.Store) error {
		pipeline := g.pipeline(db, s.reader(c, s.subjects()), opts.dryRun)
		var total ingest.Summary
		var failures []error
		for _, path := range paths {
			summary, err := pipeline.Import(ctx, path, opts.allSubjects)
			total.Add(summary)
			failures = append(failures, err)
			var unread ingest.FileError
			if err != nil && !errors.As(err, &unread) {
				return errors.Join(failures...)
			}
		}
		return errors.Join(append(failures, finish(ctx, g, s, pipeline, total))...)
	})
}
