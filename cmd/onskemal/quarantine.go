package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

func newQuarantineCommand(g *globals) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "quarantine",
		Short: "Look at the mails that could not be read, and read them anew",
		Long: `A mail with the subject that cannot be read is kept with the reason, and keeps no
other from being read. A newer version of the program tries by itself.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newQuarantineListCommand(g), newQuarantineShowCommand(g), newQuarantineRetryCommand(g), newQuarantineExportCommand(g))
	return cmd
}

func newQuarantineListCommand(g *globals) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Print what is in quarantine, and why",
		Args:  usage(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return runQuarantineList(cmd.Context(), g, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line")
	return cmd
}

// quarantineLine is the JSON of quarantine list; its keys are part of the
// interface.
type quarantineLine struct {
	ID       int64     `json:"id"`
	Received time.Time `json:"received"`
	Added    time.Time `json:"added"`
	Reason   string    `json:"reason"`
	TriedBy  string    `json:"tried_by"`
	Kept     int64     `json:"kept_bytes"`
}

func runQuarantineList(ctx context.Context, g *globals, asJSON bool) error {
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		entries, err := db.QuarantineEntries(ctx)
		if err != nil {
			return err
		}
		for _, entry := range entries {
			if asJSON {
				err = writeJSONLine(g.out, quarantineLine(entry))
			} else {
				_, err = fmt.Fprintf(g.out, "%d  kom %s  %s\n", entry.ID, report.Minute(entry.Received), report.Printable(entry.Reason))
			}
			if err != nil {
				return err
			}
		}
		if len(entries) == 0 && !asJSON {
			_, err = fmt.Fprintln(g.out, "Inget mejl väntar.")
		}
		return err
	})
}

func newQuarantineShowCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "show NUMBER",
		Short: "Print what can be told of a mail in quarantine",
		Long: `Show prints, in Swedish, what can be told of a mail in quarantine by its number in
the list: when it came, its subject, its form and why it could not be read. It does
not name the sender; 'onskemal quarantine export' writes the mail itself.`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runQuarantineShow(cmd.Context(), g, args[0]) },
	}
}

func runQuarantineShow(ctx context.Context, g *globals, number string) error {
	return g.withQuarantined(ctx, number, func(s settings, c *classify.Classifier, mail store.Quarantined) error {
		lines := []string{
			fmt.Sprintf("kom      %s", report.Minute(mail.Received)),
			fmt.Sprintf("storlek  %d byte", len(mail.Raw)),
		}
		// Of a mail that cannot be read, the header may be readable.
		if read, _ := s.reader(func() *classify.Classifier { return c }, s.subjects()).Read(mail.Raw); read.Message != nil {
			lines = append(lines, fmt.Sprintf("ämne     ”%s”", read.Subject))
			for _, defect := range read.Defects {
				lines = append(lines, fmt.Sprintf("fel      %s", defect))
			}
		}
		lines = append(lines, fmt.Sprintf("orsak    %s", mail.Reason), fmt.Sprintf("prövat   av %s", mail.TriedBy))
		for _, line := range lines {
			if _, err := fmt.Fprintln(g.out, report.Printable(line)); err != nil {
				return err
			}
		}
		return nil
	})
}

// withQuarantined finds a mail in quarantine by its number.
func (g *globals) withQuarantined(ctx context.Context, number string, run func(settings, *classify.Classifier, store.Quarantined) error) error {
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return usageError{fmt.Errorf("%q is not a number of 'onskemal quarantine list'", number)}
	}
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		mail, err := db.Quarantined(ctx, id)
		if errors.Is(err, store.ErrNotInQuarantine) {
			return fmt.Errorf("%w; 'onskemal quarantine list' prints those that are", err)
		}
		if err != nil {
			return err
		}
		return run(s, c, mail)
	})
}

func newQuarantineRetryCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "retry",
		Short: "Try to read everything in quarantine anew",
		Long: `Retry reads the mails in quarantine anew, also those that this very program could not
read before. What can be read now is stored and leaves the quarantine.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return runQuarantineRetry(cmd.Context(), g) },
	}
}

func runQuarantineRetry(ctx context.Context, g *globals) error {
	return g.withExisting(ctx, func(s settings, _ *store.Store, c *classify.Classifier) error {
		return withStore(ctx, s, func(db *store.Store) error {
			reader := s.reader(func() *classify.Classifier { return c }, s.subjects())
			freed, err := g.pipeline(db, reader, false).RetryAll(ctx)
			if err != nil {
				return err
			}
			left, err := db.QuarantineEntries(ctx)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(g.out, "%d gick att läsa nu, %d väntar kvar.\n", freed, len(left))
			return err
		})
	})
}

func newQuarantineExportCommand(g *globals) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "export NUMBER",
		Short: "Write a mail in quarantine as it was received",
		Long: `Export writes the bytes of a mail in quarantine, by its number in the list, to
standard output or to a file, to be opened in a mail program or shown by
'onskemal parse --explain'. It names its sender.`,
		Example: "  onskemal quarantine export 1 -o mejl.eml",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runQuarantineExport(cmd.Context(), g, args[0], output)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "`FILE` to write instead of standard output")
	return cmd
}

func runQuarantineExport(ctx context.Context, g *globals, number, output string) error {
	return g.withQuarantined(ctx, number, func(_ settings, _ *classify.Classifier, mail store.Quarantined) error {
		write := func(w io.Writer) error {
			_, err := w.Write(mail.Raw)
			return err
		}
		if output != "" {
			return writeFile(output, forOwner, write)
		}
		return write(g.out)
	})
}
