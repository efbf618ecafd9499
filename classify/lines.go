package classify

import "strings"

// table is one table of a TOML file as it stands there, which the TOML reader does
// not tell. Lines count from 1.
type table struct {
	name   string // "topic" for [[topic]]
	header int    // line; 0 for what stands before the first header
	keys   []tableKey
}

// tableKey is one key of a table.
type tableKey struct {
	name        string
	first, last int    // lines, the value's too
	quote       string // ''' or """ around the value, "" around other values
}

// readTables finds the tables of a TOML file, in its order.
func readTables(text string) []table {
	tables := []table{{}}
	var open *tableKey // its value goes on
	end := ""          // what ends it
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		at := &tables[len(tables)-1]
		switch {
		case open != nil:
			open.last = n
			if strings.Contains(line, end) {
				open = nil
			}
		case strings.HasPrefix(line, "["):
			header, _, _ := strings.Cut(line, "]")
			tables = append(tables, table{name: strings.TrimSpace(strings.TrimLeft(header, "[")), header: n})
		case strings.HasPrefix(line, "#"):
		default:
			name, value, ok := strings.Cut(line, "=")
			if !ok {
				continue
			}
			key := tableKey{name: strings.Trim(strings.TrimSpace(name), `"'`), first: n, last: n}
			key.quote, end = enclosed(strings.TrimSpace(value))
			at.keys = append(at.keys, key)
			if end != "" {
				open = &at.keys[len(at.keys)-1]
			}
		}
	}
	return tables
}

// enclosed tells the quotes of a block that a value begins, and what ends a value
// that goes on in the next line.
func enclosed(value string) (quote, end string) {
	for _, q := range []string{"'''", `"""`} {
		if inside, ok := strings.CutPrefix(value, q); ok {
			if strings.Contains(inside, q) {
				return q, ""
			}
			return q, q
		}
	}
	if strings.HasPrefix(value, "[") && !strings.Contains(value, "]") {
		return "", "]"
	}
	return "", ""
}

// key finds a key of the table.
func (t table) key(name string) (tableKey, bool) {
	for _, k := range t.keys {
		if k.name == name {
			return k, true
		}
	}
	return tableKey{}, false
}

// lineIndex finds the lines of a TOML file's keys.
type lineIndex struct {
	lines  []string
	tables map[string][]table // by name
}

func indexLines(text string) lineIndex {
	idx := lineIndex{lines: strings.Split(text, "\n"), tables: map[string][]table{}}
	for _, t := range readTables(text) {
		idx.tables[t.name] = append(idx.tables[t.name], t)
	}
	return idx
}

// table is the nth table of a name; one that is written in another way is empty.
func (x lineIndex) table(name string, n int) table {
	if n < len(x.tables[name]) {
		return x.tables[name][n]
	}
	return table{}
}

// key is the line of a key in the nth table of a name, or of the table's header
// when the key is missing.
func (x lineIndex) key(name string, n int, key string) int {
	t := x.table(name, n)
	if k, ok := t.key(key); ok {
		return k.first
	}
	return t.header
}

// block is the line where a block's text begins.
func (x lineIndex) block(name string, n int, key string) int {
	t := x.table(name, n)
	k, ok := t.key(key)
	switch {
	case !ok:
		return t.header
	case k.quote != "" && strings.HasSuffix(strings.TrimSpace(x.lines[k.first-1]), k.quote) && k.last > k.first:
		return k.first + 1
	}
	return k.first
}

// all are the lines of a dotted key in any of the tables of its name, in order.
func (x lineIndex) all(path string) []int {
	table, name := "", path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		table, name = path[:i], path[i+1:]
	}
	var lines []int
	for _, t := range x.tables[table] {
		if k, ok := t.key(name); ok {
			lines = append(lines, k.first)
		}
	}
	for _, t := range x.tables[path] {
		lines = append(lines, t.header)
	}
	if len(lines) == 0 {
		lines = []int{1}
	}
	return lines
}
