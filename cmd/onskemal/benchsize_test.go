package main

import (
	"bufio"
	"debug/elf"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// moduleCost is what a module costs the program.
type moduleCost struct {
	bytes int64   // in the file: code and data, by the symbols of its packages, and its share of the functions' tables
	code  int64   // of these, code
	start float64 // milliseconds for making its packages' variables, each time the program starts
}

// What no symbol of a module holds: the standard library and the runtime, and the
// types and texts, which serve all.
const (
	goItself    = "Go's own packages"
	goTables    = "types, texts and the rest"
	ownPackages = "our packages"
)

// moduleCosts tells what each module costs. A program without it cannot be built,
// so its symbols stand for it, in a file that has them: the code and the data of
// its packages, and of the tables of all functions as much as it has of their code.
// stripped is the size of the program as it is installed, and what no symbol explains
// is under [goTables].
func moduleCosts(t *testing.T, withSymbols string, stripped int64) map[string]moduleCost {
	t.Helper()
	file, err := elf.Open(withSymbols)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	symbols, err := file.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	modules := modulesOf(t, withSymbols)
	costs := map[string]moduleCost{}
	unexplained, code := stripped, int64(0)
	functions := int64(file.Section(".gopclntab").Size)
	for _, s := range symbols {
		if int(s.Section) >= len(file.Sections) || file.Sections[s.Section].Type == elf.SHT_NOBITS {
			continue // not in the file
		}
		size := int64(s.Size)
		unexplained -= size
		if s.Name == "go:func.*" {
			functions += size
			continue
		}
		owner := ownerOf(s.Name, modules)
		cost := costs[owner]
		cost.bytes += size
		if elf.ST_TYPE(s.Info) == elf.STT_FUNC {
			cost.code += size
			code += size
		}
		costs[owner] = cost
	}
	for owner, cost := range costs {
		cost.bytes += functions * cost.code / code
		costs[owner] = cost
	}
	rest := costs[goTables]
	rest.bytes += unexplained - int64(file.Section(".gopclntab").Size)
	costs[goTables] = rest
	trace := output(t, "", "env", "GODEBUG=inittrace=1", withSymbols, "version")
	for _, said := range initTrace.FindAllStringSubmatch(trace, -1) {
		ms, err := strconv.ParseFloat(said[2], 64)
		if err != nil {
			t.Fatalf("inittrace: %q", said)
		}
		owner := ownerOf(said[1]+".", modules)
		cost := costs[owner]
		cost.start += ms
		costs[owner] = cost
	}
	return costs
}

// initTrace is a line of GODEBUG=inittrace=1: a package, and how long it took.
var initTrace = regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)

// modulesOf are the modules a program is made of, without ours.
func modulesOf(t *testing.T, program string) (modules []string) {
	t.Helper()
	scanner := bufio.NewScanner(strings.NewReader(output(t, "", "go", "version", "-m", program)))
	for scanner.Scan() {
		if f := strings.Fields(scanner.Text()); len(f) > 1 && f[0] == "dep" {
			modules = append(modules, f[1])
		}
	}
	if len(modules) == 0 {
		t.Fatal("go version -m names no modules")
	}
	return modules
}

// ownerOf is the module of the package that a symbol is in: the longest one that
// its name, without what the linker puts before it, begins with.
func ownerOf(symbol string, modules []string) string {
	symbol = strings.ReplaceAll(symbol, "%2e", ".")
	for _, prefix := range []string{"type:.eq.", "type:.hash.", "go:itab.", "*"} {
		symbol = strings.TrimPrefix(symbol, prefix)
	}
	if strings.HasPrefix(symbol, "main.") || strings.HasPrefix(symbol, module+"/") {
		return ownPackages
	}
	owner := ""
	for _, m := range modules {
		rest, ok := strings.CutPrefix(symbol, m)
		if ok && len(m) > len(owner) && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "/")) {
			owner = m
		}
	}
	switch first, _, _ := strings.Cut(symbol, "/"); {
	case owner != "":
		return owner
	case strings.HasPrefix(symbol, "go:"), strings.HasPrefix(symbol, "type:"), strings.Contains(first, ".") && strings.Contains(symbol, "/"):
		return goTables
	}
	return goItself
}
