package report

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The pages in a real browser: axe-core finds nothing (WCAG 2.2 and good
// practice), all widths from 320 px show all of it, drawings stand out, nothing is
// fetched and nothing complained of; in light and dark.
func TestHTMLAccessible(t *testing.T) {
	pages := map[string]string{"rich.html": htmlOf(t, richReport(t)), "empty.html": htmlOf(t, emptyReport(t)), "hostile.html": htmlOf(t, hostileReport(t))}
	if problems := inBrowser(t, pages); problems != "" {
		t.Errorf("in the browser:\n%s", problems)
	}
}

// What is looked for would be seen.
func TestHTMLFaultsAreSeen(t *testing.T) {
	page := htmlOf(t, richReport(t))
	var seen []string
	for _, fault := range []struct{ from, to, seen string }{
		{`<html lang="sv">`, `<html>`, "html-has-lang"},
		{"<h1>", `<img src="https://x.example/"><h1>`, "request: https://x.example/"},
		{`class="lead"`, `class="lead" style="color: red"`, "console: "},
		{`<rect width="1000"`, `<rect fill="#aaa" width="1000"`, "drawing rgb(170, 170, 170)"},
		{"</header>", "<pre>" + strings.Repeat("brett", 12) + "</pre></header>", "320 px: the page is"},
		{"<td ", "<td><pre>" + strings.Repeat("brett", 120) + "</pre></td><td ", "px wide, not"},
	} {
		if !strings.Contains(page, fault.from) {
			t.Fatalf("the page has no %s", fault.from)
		}
		page = strings.Replace(page, fault.from, fault.to, 1)
		seen = append(seen, fault.seen)
	}
	problems := inBrowser(t, map[string]string{"broken.html": page})
	for _, fault := range seen {
		if !strings.Contains(problems, fault) {
			t.Errorf("not seen: %s; but:\n%s", fault, problems)
		}
	}
}

// inBrowser tells the problems of some pages, by file name, one a line.
func inBrowser(t *testing.T, pages map[string]string) string {
	t.Helper()
	browser := browserOrSkip(t)
	args := []string{filepath.Join("testdata", "axe", "check.mjs"), browser}
	dir := t.TempDir()
	for name, text := range pages {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	problems, err := exec.CommandContext(t.Context(), "node", args...).Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		t.Fatalf("check.mjs: %v\n%s%s", err, problems, exit.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	return string(problems)
}

// browserOrSkip finds the browser and what drives it.
func browserOrSkip(t *testing.T) string {
	t.Helper()
	missing := func(what string) {
		t.Helper()
		if os.Getenv("CI") == "true" {
			t.Fatal(what)
		}
		t.Skip(what)
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		missing("chromium is not installed: the page is not looked at")
	}
	if exec.CommandContext(t.Context(), "node", "-e", "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)").Run() != nil {
		missing("node 20 or later is not installed: the page is not looked at")
	}
	if _, err := os.Stat(filepath.Join("testdata", "axe", "node_modules", "axe-core")); err != nil {
		missing("axe-core is not installed ('npm ci' in testdata/axe does it): the page is not looked at")
	}
	return browser
}
