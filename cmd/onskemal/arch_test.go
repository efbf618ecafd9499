package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/digiteket/onskemal"

// arrows are the imports among our packages that are allowed. Everything else
// is not: the arrows run one way.
var arrows = map[string][]string{
	"cmd/onskemal": {
		"classify", "store", "testdata",
		"cmd/onskemal/internal/ingest", "cmd/onskemal/internal/mailbox", "cmd/onskemal/internal/report", "cmd/onskemal/internal/review",
	},
	"cmd/onskemal/internal/review":              {"classify", "store", "cmd/onskemal/internal/report"},
	"cmd/onskemal/internal/ingest":              {"classify", "mailparse", "store", "cmd/onskemal/internal/mailbox"},
	"cmd/onskemal/internal/report":              {"store"},
	"cmd/onskemal/internal/mailbox":             {},
	"cmd/onskemal/internal/mailbox/mailboxtest": {},
	"classify":  {},
	"mailparse": {},
	"store":     {},
	"testdata":  {},
}

// homes are the packages that may import a dependency, by the prefix of its
// import path. A dependency without a home here may not be imported at all.
var homes = map[string][]string{
	"github.com/emersion/go-imap/v2/imapserver": {"cmd/onskemal"}, // the demo
	"github.com/emersion/go-imap/v2/imapclient": {"cmd/onskemal/internal/mailbox"},
	"github.com/emersion/go-imap/v2":            {"cmd/onskemal", "cmd/onskemal/internal/mailbox"},
	"github.com/emersion/go-sasl":               {"cmd/onskemal/internal/mailbox"},
	"golang.org/x/oauth2":                       {"cmd/onskemal"},
	"github.com/emersion/go-message":            {"mailparse", "cmd/onskemal/internal/report"},
	"golang.org/x/net/html":                     {"mailparse"},
	"golang.org/x/text":                         {"mailparse", "classify", "cmd/onskemal", "cmd/onskemal/internal/report"},
	"github.com/jmoiron/sqlx":                   {"store"},
	"modernc.org/sqlite":                        {"store"},
	"github.com/pressly/goose/v3":               {"store"},
	"github.com/gofrs/flock":                    {"store"},
	"github.com/BurntSushi/toml":                {"classify", "cmd/onskemal"},
	"github.com/jedib0t/go-pretty/v6":           {"cmd/onskemal/internal/report"},
	"github.com/xuri/excelize/v2":               {"cmd/onskemal/internal/report"},
	"github.com/spf13/cobra":                    {"cmd/onskemal"},
	"github.com/spf13/pflag":                    {"cmd/onskemal"},
	"golang.org/x/term":                         {"cmd/onskemal", "cmd/onskemal/internal/review"},
}

// topLevel is fixed, apart from dotfiles.
var topLevel = []string{
	"LICENSE", "Makefile", "README.md", "classify", "cmd", "go.mod", "go.sum", "mailparse", "store", "testdata",
}

func TestArrows(t *testing.T) {
	for pkg, imports := range importsOf(t) {
		allowed, known := arrows[pkg]
		if !known {
			t.Errorf("package %s has no row among the arrows", pkg)
		}
		for _, imported := range imports {
			if ours, ok := strings.CutPrefix(imported, module+"/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s", pkg, ours)
			}
		}
	}
}

func TestHomesOfDependencies(t *testing.T) {
	used := make(map[string]bool)
	for pkg, imports := range importsOf(t) {
		for _, imported := range imports {
			if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") || strings.HasPrefix(imported, module) {
				continue // the standard library, or ours
			}
			home := homeOf(imported)
			used[home] = true
			if !slices.Contains(homes[home], pkg) {
				t.Errorf("%s imports %s, which is at home in %v", pkg, imported, homes[home])
			}
		}
	}
	for home := range homes {
		if !used[home] {
			t.Errorf("nobody imports %s", home)
		}
	}
}

func TestTopLevel(t *testing.T) {
	listed, err := exec.Command("git", "-C", "../..", "ls-files", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skip("not in a git checkout: ", err)
	}
	files := strings.Fields(string(listed))
	if len(files) < len(topLevel) {
		t.Fatalf("git lists %d files", len(files))
	}
	for _, file := range files {
		name, _, _ := strings.Cut(strings.Trim(file, `"`), "/")
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) {
			t.Errorf("%s does not belong at the top", name)
		}
	}
}

// homeOf is the longest row that the import path begins with.
func homeOf(imported string) (home string) {
	for prefix := range homes {
		if len(prefix) > len(home) && (imported == prefix || strings.HasPrefix(imported, prefix+"/")) {
			home = prefix
		}
	}
	return home
}

// importsOf reads what each package of the module imports, tests left out.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	imports := make(map[string][]string)
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && len(entry.Name()) > 2 {
			return fs.SkipDir
		}
		if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && name != root {
			return fs.SkipDir // a module of its own
		}
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(relative))
		imports[pkg] = append([]string{}, imports[pkg]...) // a row also for a package without imports
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[pkg] = append(imports[pkg], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(imports) < len(arrows)-1 {
		t.Fatalf("only %d packages found", len(imports))
	}
	return imports
}
