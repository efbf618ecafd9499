package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/store"
)

// globals are the options of every command, and what follows from them.
type globals struct {
	environment
	configFile string
	dbs        []string
	topics     string
	verbose    bool
}

func newRootCommand(env environment) *cobra.Command {
	g := &globals{environment: env}
	root := &cobra.Command{
		Use:   "onskemal",
		Short: "Read the wishes that library staff mail to Digiteket",
		Long: `onskemal polls a mailbox for mails with the subject "Önskemål", reads what their
writers want to learn, keeps it in one SQLite file and tells the editors what is
wanted most. Try 'onskemal demo'.

Exit status: 0 done; 1 error; 2 wrong use; 3 done, but some mails could not be
read and are in quarantine; 4 mailbox unreachable or mails held back, try later;
5 login refused; 10 no database; 11 another run holds the lock; 20 a condition of
status --fail-if holds.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          usage(cobra.NoArgs),
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(env.in)
	root.SetOut(env.out)
	root.SetErr(env.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w; see '%s --help'", err, cmd.CommandPath())}
	})
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return g.checkDatabases(cmd) }
	flags := root.PersistentFlags()
	flags.StringVar(&g.configFile, "config", "", "configuration `FILE.toml` (default: $ONSKEMAL_CONFIG, ./onskemal.toml, the user's, the system's)")
	flags.StringArrayVar(&g.dbs, "db", nil, "database `FILE`; report takes several, with --db before each")
	flags.StringVar(&g.topics, "topics", "", "topics `FILE.toml` instead of the built-in one")
	flags.BoolVarP(&g.verbose, "verbose", "v", false, "say what is done")
	root.AddCommand(
		newPollCommand(g),
		newImportCommand(g),
		newReportCommand(g),
		newReviewCommand(g),
		newReclassifyCommand(g),
		newQuarantineCommand(g),
		newStatusCommand(g),
		newDoctorCommand(g),
		newOffersCommand(g),
		newPeopleCommand(g),
		newExplainCommand(g),
		newSearchCommand(g),
		newPersonCommand(g),
		newForgetCommand(g),
		newExportCommand(g),
		newBackupCommand(g),
		newRestoreCommand(g),
		newParseCommand(g),
		newClassifyCommand(g),
		newEvalCommand(g),
		newTopicsCommand(g),
		newConfigCommand(g),
		newDemoCommand(g),
		newVersionCommand(g),
		newManCommand(),
	)
	addCompletions(root, g)
	return root
}

// usage makes the errors of an argument check usage errors.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w; see '%s --help'", err, cmd.CommandPath())}
		}
		return nil
	}
}

// checkDatabases tells of a second database that a command would not heed.
func (g *globals) checkDatabases(cmd *cobra.Command) error {
	if len(g.dbs) > 1 && cmd.Name() != "report" {
		return usageError{fmt.Errorf("--db: only report takes several databases, and these are %d: name one", len(g.dbs))}
	}
	return nil
}

// settings are the effective settings: flags over environment over file over
// defaults.
func (g *globals) settings() (settings, error) {
	db := ""
	if len(g.dbs) > 0 {
		db = g.dbs[0]
	}
	s, err := loadSettings(g.configFile, db)
	if err != nil {
		return settings{}, err
	}
	if g.topics != "" {
		s.Topics = g.topics
	}
	for i := range s.Mailboxes {
		if m := s.Mailboxes[i]; m.OAuth2 != nil {
			m.OAuth2.cache, m.OAuth2.account = tokenFile(s.DB, m.Name), m.account()
		}
	}
	return s, nil
}

func (g *globals) log() *slog.Logger {
	level := slog.LevelWarn
	if g.verbose {
		level = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(g.err, &slog.HandlerOptions{Level: level}))
}

// classifier loads the topics file of the installation; the built-in one, which
// is right, is loaded when it is first asked for.
func (s *settings) classifier() (func() *classify.Classifier, error) {
	if s.Topics == "" {
		return classify.Default, nil
	}
	data, err := s.topicsFile()
	if err != nil {
		return nil, err
	}
	c, err := classify.Load(s.Topics, data)
	return func() *classify.Classifier { return c }, err
}

// topicsFile is what the topics file of the installation holds.
func (s *settings) topicsFile() ([]byte, error) {
	if s.Topics == "" {
		return classify.BuiltIn(), nil
	}
	data, err := os.ReadFile(s.Topics)
	if err != nil {
		return nil, fmt.Errorf("topics file: %w", err)
	}
	return data, nil
}

// classifier is that of the installation, for a run that needs no other setting.
func (g *globals) classifier() (*classify.Classifier, error) {
	s, err := g.settings()
	if err != nil {
		return nil, err
	}
	c, err := s.classifier()
	if err != nil {
		return nil, err
	}
	return c(), nil
}

// reader reads mails with one of the subjects that came to the installation.
func (s *settings) reader(c func() *classify.Classifier, subjects ingest.Subjects) ingest.Reader {
	r := ingest.NewReader(subjects, s.subjects(), c)
	r.Own = s.addresses()
	if s.Topics == "" {
		r.Topics = classify.DefaultVersion
	}
	return r
}

// withStore opens the database for a run that writes mails.
func withStore(ctx context.Context, s settings, run func(*store.Store) error) (err error) {
	db, err := store.Open(ctx, s.DB)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return run(db)
}

// withStored is withStore for a run that changes a database which must be there.
func withStored(ctx context.Context, s settings, run func(*store.Store) error) (err error) {
	db, err := store.Reopen(ctx, s.DB)
	if err != nil {
		return withRemedy(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return run(db)
}

func withRemedy(err error) error {
	if errors.Is(err, store.ErrNoDatabase) {
		return fmt.Errorf("%w: run 'onskemal poll' or 'onskemal import' first, or name the file with --db", err)
	}
	return err
}

// withDatabase opens the database, which must be there, for a run that reads it, or
// writes what editors decide, beside others.
func (g *globals) withDatabase(ctx context.Context, run func(settings, *store.Store) error) (err error) {
	s, err := g.settings()
	if err != nil {
		return err
	}
	db, err := store.OpenExisting(ctx, s.DB)
	if err != nil {
		return withRemedy(err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return run(s, db)
}

// withExisting is withDatabase for a run that needs the topics, too.
func (g *globals) withExisting(ctx context.Context, run func(settings, *store.Store, *classify.Classifier) error) error {
	return g.withDatabase(ctx, func(s settings, db *store.Store) error {
		c, err := s.classifier()
		if err != nil {
			return err
		}
		return run(s, db, c())
	})
}

// withAll is withExisting for a run that reads all the databases that are named, as
// if they were one.
func (g *globals) withAll(ctx context.Context, run func(settings, *store.Store, *classify.Classifier) error) error {
	return g.withExisting(ctx, func(s settings, first *store.Store, c *classify.Classifier) (err error) {
		if len(g.dbs) < 2 {
			return run(s, first, c)
		}
		files := []*store.Store{first}
		for _, name := range g.dbs[1:] {
			file, failure := store.OpenExisting(ctx, name)
			if failure != nil {
				return withRemedy(failure)
			}
			defer func() { err = errors.Join(err, file.Close()) }()
			files = append(files, file)
		}
		all, err := store.Together(ctx, files...)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, all.Close()) }()
		return run(s, all, c)
	})
}
