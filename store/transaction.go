package store

import (
	"context"
	"database/sql"

	"github.com/jmoiron/sqlx"
)

// transact runs f in one transaction.
func (s *Store) transact(ctx context.Context, f func(tx *transaction) error) error {
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // without effect after Commit
	t := &transaction{Tx: tx, store: s}
	if err := f(t); err != nil {
		return diagnose(err)
	}
	if err := tx.Commit(); err != nil {
		return diagnose(err)
	}
	s.compile(ctx, t.fresh)
	return nil
}

// transaction is a write to the database. What it says the second time in the
// life of the store is compiled by then, which is a good part of a small write. To
// keep the queries for several rows too gained less than a tenth of a reclassify.
type transaction struct {
	*sqlx.Tx
	store *Store
	fresh []string // statements said for the first time
}

func (t *transaction) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if stmt, ok := t.compiled(ctx, query); ok {
		return stmt.ExecContext(ctx, args...)
	}
	return t.Tx.ExecContext(ctx, query, args...)
}

func (t *transaction) GetContext(ctx context.Context, dest any, query string, args ...any) error {
	if stmt, ok := t.compiled(ctx, query); ok {
		return stmt.GetContext(ctx, dest, args...)
	}
	return t.Tx.GetContext(ctx, dest, query, args...)
}

func (t *transaction) compiled(ctx context.Context, query string) (*sqlx.Stmt, bool) {
	kept, ok := t.store.statements.Load(query)
	if !ok {
		t.fresh = append(t.fresh, query)
		return nil, false
	}
	return t.StmtxContext(ctx, kept), true
}

// compile keeps statements compiled. It waits for no transaction, and one that
// cannot be compiled now is said in clear again.
func (s *Store) compile(ctx context.Context, queries []string) {
	for _, query := range queries {
		stmt, err := s.db.PreparexContext(ctx, query)
		if err != nil {
			continue
		}
		if _, there := s.statements.LoadOrStore(query, stmt); there {
			stmt.Close()
		}
	}
}
