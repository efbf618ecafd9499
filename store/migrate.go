package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema to the newest version that this program knows.
func (s *Store) migrate(ctx context.Context) error {
	current, newest, err := s.schema(ctx)
	if err != nil || current == newest {
		return err
	}
	if err := s.extendFirst(ctx); err != nil {
		return fmt.Errorf("bring the schema of %s up to date: %w", s.path, err)
	}
	provider, err := s.migrator()
	if err != nil {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("bring the schema of %s up to date: %w", s.path, err)
	}
	return nil
}

// extendFirst adds to a database of the very first program what its migration
// was extended by in place. The digests of the words are not known any more:
// those of the mails, which no other has, stand for them.
func (s *Store) extendFirst(ctx context.Context) error {
	return s.transact(ctx, func(tx *transaction) error {
		var first bool
		err := tx.GetContext(ctx, &first,
			`SELECT EXISTS (SELECT 1 FROM pragma_table_info('message')) AND NOT EXISTS (SELECT 1 FROM pragma_table_info('message') WHERE name = 'content')`)
		if err != nil || !first {
			return err
		}
		_, err = tx.Tx.ExecContext(ctx, // several statements
			`ALTER TABLE message ADD COLUMN content BLOB NOT NULL DEFAULT x'';
			 UPDATE message SET content = digest;
			 CREATE UNIQUE INDEX message_same ON message (message_id, person_id, content) WHERE message_id <> '';
			 ALTER TABLE seen ADD COLUMN rule INTEGER NOT NULL DEFAULT 0`)
		return err
	})
}

// schema is the version that the database has, and the newest that this program
// knows. A database of a newer program, or of another one, is an error.
func (s *Store) schema(ctx context.Context) (current, newest int64, err error) {
	if err := s.refuseForeignTables(ctx); err != nil {
		return 0, 0, err
	}
	provider, err := s.migrator()
	if err != nil {
		return 0, 0, err
	}
	current, newest, err = provider.GetVersions(ctx)
	if err != nil {
		return 0, 0, fmt.Errorf("read the schema of %s: %w", s.path, err)
	}
	if current > newest {
		return 0, 0, fmt.Errorf("%s: %w (schema %d, this program knows %d): install the newer program", s.path, ErrNewer, current, newest)
	}
	return current, newest, nil
}

// refuseForeignTables keeps our tables out of another program's database.
func (s *Store) refuseForeignTables(ctx context.Context) error {
	var tables, ours int
	err := s.db.QueryRowxContext(ctx,
		`SELECT count(*), count(*) FILTER (WHERE name = ?) FROM sqlite_schema WHERE type = 'table'`, goose.DefaultTablename).Scan(&tables, &ours)
	if err != nil {
		return fmt.Errorf("open %s: %w", s.path, err)
	}
	if tables > 0 && ours == 0 {
		return fmt.Errorf("%s belongs to another program: %w", s.path, ErrNotDatabase)
	}
	return nil
}

func (s *Store) migrator() (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, s.db.DB, files, goose.WithDisableGlobalRegistry(true))
}
