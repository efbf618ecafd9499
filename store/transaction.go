package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/jmoiron/sqlx"
)

// Batch is a transaction in which several mails are stored: all of them or, when it
// fails or the process ends first, none. A commit and what it writes to the log cost
// more than a mail.
type Batch struct {
	store *Store
	tx    *transaction
}

// Batch runs f in one transaction. An error of f or of the batch undoes all of it.
func (s *Store) Batch(ctx context.Context, f func(*Batch) error) error {
	return s.transact(ctx, func(tx *transaction) error { return f(&Batch{s, tx}) })
}

// transact runs f in one transaction.
func (s *Store) transact(ctx context.Context, f func(tx *transaction) error) error {
	tx, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return diagnose(err)
	}
	defer tx.Rollback() // without effect after Commit
	t := &transaction{Tx: tx, store: s, statements: make(map[string]*sqlx.Stmt), fresh: make(map[string]bool), added: make(map[string][]int64)}
	if err := f(t); err != nil {
		return diagnose(err)
	}
	if err := t.index(ctx); err != nil {
		return diagnose(err)
	}
	if err := tx.Commit(); err != nil {
		return diagnose(err)
	}
	s.compile(ctx, t.fresh)
	return nil
}

// transaction is a write to the database. What it says the second time in the
// life of the store is compiled by then, which is a good part of a small write: a
// fifth of a reclassify, a quarter of what it takes to store a mail.
type transaction struct {
	*sqlx.Tx
	store      *Store
	statements map[string]*sqlx.Stmt // compiled, by what they say
	fresh      map[string]bool       // said for the first time
	added      map[string][]int64    // stored and not yet in the search tables: ids by table, "wish" or "offer"
}

func (t *transaction) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if stmt, ok := t.compiled(ctx, query); ok {
		return stmt.ExecContext(ctx, args...)
	}
	return t.Tx.ExecContext(ctx, query, args...)
}

func (t *transaction) QueryxContext(ctx context.Context, query string, args ...any) (*sqlx.Rows, error) {
	if stmt, ok := t.compiled(ctx, query); ok {
		return stmt.QueryxContext(ctx, args...)
	}
	return t.Tx.QueryxContext(ctx, query, args...)
}

func (t *transaction) QueryRowxContext(ctx context.Context, query string, args ...any) *sqlx.Row {
	if stmt, ok := t.compiled(ctx, query); ok {
		return stmt.QueryRowxContext(ctx, args...)
	}
	return t.Tx.QueryRowxContext(ctx, query, args...)
}

func (t *transaction) GetContext(ctx context.Context, dest any, query string, args ...any) error {
	return sqlx.GetContext(ctx, t, dest, query, args...)
}

func (t *transaction) SelectContext(ctx context.Context, dest any, query string, args ...any) error {
	return sqlx.SelectContext(ctx, t, dest, query, args...)
}

func (t *transaction) compiled(ctx context.Context, query string) (*sqlx.Stmt, bool) {
	if stmt, ok := t.statements[query]; ok {
		return stmt, true
	}
	kept, ok := t.store.statements.Load(query)
	if !ok {
		t.fresh[query] = true
		return nil, false
	}
	t.statements[query] = t.StmtxContext(ctx, kept)
	return t.statements[query], true
}

// index enters what was stored into the search tables. FTS5 writes what it was given
// before each statement that follows, so it is given all at once, and last.
func (t *transaction) index(ctx context.Context) error {
	for _, table := range []string{"wish", "offer"} {
		if len(t.added[table]) == 0 {
			continue
		}
		list, err := json.Marshal(t.added[table])
		if err != nil {
			return err
		}
		_, err = t.ExecContext(ctx,
			`INSERT INTO `+table+`_search (rowid, text) SELECT id, text FROM `+table+` WHERE id IN (SELECT value FROM json_each(?))`, list)
		if err != nil {
			return err
		}
	}
	return nil
}

// compiledQueries asks the database outside of transactions, and compiles what it
// asks once in the life of the store: for what is asked of one message after another.
type compiledQueries struct{ of *Store }

func (q compiledQueries) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := q.of.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

func (q compiledQueries) QueryxContext(ctx context.Context, query string, args ...any) (*sqlx.Rows, error) {
	stmt, err := q.of.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryxContext(ctx, args...)
}

func (q compiledQueries) QueryRowxContext(ctx context.Context, query string, args ...any) *sqlx.Row {
	stmt, err := q.of.statement(ctx, query)
	if err != nil {
		return q.of.db.QueryRowxContext(ctx, query, args...) // which has the error
	}
	return stmt.QueryRowxContext(ctx, args...)
}

// statement is a statement compiled, and kept so.
func (s *Store) statement(ctx context.Context, query string) (*sqlx.Stmt, error) {
	if kept, ok := s.statements.Load(query); ok {
		return kept.(*sqlx.Stmt), nil
	}
	stmt, err := s.db.PreparexContext(ctx, query)
	if err != nil {
		return nil, err
	}
	kept, there := s.statements.LoadOrStore(query, stmt)
	if there {
		stmt.Close()
	}
	return kept.(*sqlx.Stmt), nil
}

// compile keeps statements compiled. It waits for no transaction, and one that
// cannot be compiled now is said in clear again.
func (s *Store) compile(ctx context.Context, queries map[string]bool) {
	for query := range queries {
		_, _ = s.statement(ctx, query)
	}
}
