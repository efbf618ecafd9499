package store

import (
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"
)

// whole are the tables that functions go through from end to end, with the reason
// why no index could spare them that.
var whole = map[string]string{
	"readMessages message": "a report counts all, and reads the table as it lies",
	"writers address":      "a report counts all",
	"scattered wish":       "goes through an index of just these",
	"eachWish wish":        "a report counts all",
	"labels wish_label":    "a report counts all",
	"EachWish wish":        "visits all",
	"EachOffer offer":      "visits all",
	"copying m":            "copies all",
	"copying d":            "copies all",
	"copying w":            "copies all",
	"copying o":            "copies all",
	"mergeAsThere p":       "copies all",

	"copying file.person":      "copies all",
	"copying file.doubt":       "copies all",
	"copying file.wish_label":  "copies all",
	"copying file.offer_topic": "copies all",
	"copying file.offer_state": "copies all",

	"dumpDecisions decision": "prints all",
	"dumpMessages message":   "prints all",
	"dumpOffers offer":       "prints all",
	"dumpPersons person":     "prints all",
	"dumpWishes wish":        "prints all",
	"contentsOf message":     "counts all of a backup",
	"contentsOf offer":       "counts all of a backup",
	"contentsOf person":      "counts all of a backup",
	"contentsOf seen":        "counts all of a backup",
	"contentsOf wish":        "counts all of a backup",
	"Status message":         "counts all",
	"Status offer":           "counts all",
	"Status person":          "counts all",
	"Status raw":             "counts all",
	"Status wish":            "counts all",
	"makeKey person":         "counts all, of a database without a key",

	"followAuthors before":       "what one decision has replaced",
	"dumpOfferSteps offer_state": "prints all",
	"stepsOf offer_state":        "lists all",
	"contactsOf offer":           "lists all, and offers are few",
	"Contactless offer":          "looks for what is not there, and offers are few",
	"PurgeContacts contact":      "there is one for each offer at most",
	"forgetContacts contact":     "looks for an address in all contacts",

	"Stale message":        "asks what is not by these rules: usually none or all",
	"CountStale message":   "asks what is not by these rules: usually none or all",
	"CountWaiting message": "most have no doubt, which is not indexed by what has been decided",
	"CountWaiting wish":    "few have no label, but which these are is nowhere written",
	"Unsettled message":    "as CountWaiting, and in order of time",
	"Decisions decision":   "lists all",
	"Undo decision":        "walks back from the newest to the first that stands",
	"unlinkMentions raw":   "looks for an address in the bytes of all mails",

	"dropIdle reading":        "looks for a person in JSON; only mails that editors decided on are there",
	"forgetDecisions reading": "looks for a person in JSON; only mails that editors decided on are there",
	"forgetPerson reading":    "looks for a person in JSON; only mails that editors decided on are there",
	"heldMessages reading":    "looks for a person in JSON; only mails that editors decided on are there",
	"messagesOf reading":      "looks for a person in JSON; only mails that editors decided on are there",
}

// small are tables, or what SQLite calls one, that do not grow with the mails.
var small = []string{
	"CONSTANT", "sqlite_schema", "json_each", "pragma_foreign_key_check", "pragma_page_count", "pragma_page_size", "pragma_table_info",
	"item", // what selectItems has found
	"mailbox", "failure", "delivery", "quarantine", "file.mailbox", "file.failure", "file.delivery", "file.quarantine",
}

// Every statement of this package finds its rows by an index, unless it needs them
// all: what is asked about one mail costs the same in a database of a million.
func TestPlans(t *testing.T) {
	s, other := newStore(t), newStore(t)
	conn, err := s.db.Connx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(t.Context(), `ATTACH ? AS file`, fileURI(other.path, nil)); err != nil {
		t.Fatal(err)
	}
	scanned := make(map[string]bool)
	for _, said := range statements(t) {
		for _, table := range scans(t, conn, said) {
			scanned[said.by+" "+table] = true
			if whole[said.by+" "+table] == "" {
				t.Errorf("%s goes through all of %s: add an index, or say why it needs them all\n%s", said.by, table, said.sql)
			}
		}
	}
	for entry := range whole {
		if !scanned[entry] {
			t.Errorf("%q goes through nothing any more: take it out of the list", entry)
		}
	}
}

// scans are the tables, by the names that they have in a statement, that SQLite goes
// through from end to end for it.
func scans(t *testing.T, conn *sqlx.Conn, said statement) (tables []string) {
	t.Helper()
	var plan []struct {
		ID, Parent, Notused int
		Detail              string
	}
	arguments := make([]any, 12) // more than any has
	if err := conn.SelectContext(t.Context(), &plan, `EXPLAIN QUERY PLAN `+said.sql, arguments...); err != nil {
		t.Errorf("%s: %v\n%s", said.by, err, said.sql)
	}
	for _, step := range plan {
		scan, isScan := strings.CutPrefix(step.Detail, "SCAN ")
		if table, _, _ := strings.Cut(scan, " "); isScan && !slices.Contains(small, table) {
			tables = append(tables, table)
		}
	}
	return tables
}

// statement is what the function or variable by says.
type statement struct{ by, sql string }

// composed are the functions and variables whose statements are put together with
// fmt: those of the search, which goes by an index of its own.
var composed = []string{"Near", "query", "searched"}

// forms are what stands for the parts of statements that are put in at run time.
var forms = map[string]string{"where": "message_id = ?", "table": "wish"}

var isStatement = regexp.MustCompile(`^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b`)

// statements are what the source of this package says to the database.
func statements(t *testing.T) (all []statement) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var parsed []*ast.File
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, file)
	}
	info := types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	config := types.Config{Importer: importer.Default(), Error: func(error) {}} // constants are known without the imports
	config.Check("store", set, parsed, &info)
	for _, file := range parsed {
		for _, decl := range file.Decls {
			name := nameOf(decl)
			ast.Inspect(decl, func(node ast.Node) bool {
				expr, ok := node.(ast.Expr)
				if !ok {
					return true
				}
				text, ok := textOf(info, expr)
				if ok && isStatement.MatchString(text) && !slices.Contains(composed, name) {
					all = append(all, statement{name, text})
				}
				return !ok
			})
		}
	}
	if len(all) < 50 {
		t.Fatalf("only %d statements found", len(all))
	}
	return all
}

func nameOf(decl ast.Decl) string {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		return decl.Name.Name
	case *ast.GenDecl:
		if spec, ok := decl.Specs[0].(*ast.ValueSpec); ok {
			return spec.Names[0].Name
		}
	}
	return ""
}

// textOf is the string that an expression is, with [forms] put in.
func textOf(info types.Info, expr ast.Expr) (text string, ok bool) {
	if value := info.Types[expr].Value; value != nil && value.Kind() == constant.String {
		return constant.StringVal(value), true
	}
	switch expr := expr.(type) {
	case *ast.Ident:
		text, ok = forms[expr.Name]
		return text, ok
	case *ast.BinaryExpr:
		left, isText := textOf(info, expr.X)
		right, alsoText := textOf(info, expr.Y)
		return left + right, isText && alsoText && expr.Op == token.ADD
	}
	return "", false
}
