package classify

import (
	"fmt"
	"slices"
	"strings"
)

// lineIndex finds the lines of a TOML file's keys, which the TOML reader does
// not tell: "topic 3 keywords" is the key keywords in the third-but-one
// [[topic]], "topic 3 " its header.
type lineIndex struct {
	keys   map[string]int
	blocks map[string]int // line of the first line of text in a ''' block
}

func indexLines(text string) lineIndex {
	idx := lineIndex{keys: map[string]int{}, blocks: map[string]int{}}
	table, count := "", map[string]int{}
	quote := "" // the quotes that end the block we are in
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if quote != "" {
			if strings.Contains(line, quote) {
				quote = ""
			}
			continue
		}
		if strings.HasPrefix(line, "[") {
			header, _, _ := strings.Cut(line, "]")
			table = strings.TrimSpace(strings.TrimLeft(header, "["))
			idx.keys[lineKey(table, count[table], "")] = n
			count[table]++
			continue
		}
		name, value, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		key := lineKey(table, max(0, count[table]-1), strings.Trim(strings.TrimSpace(name), `"'`))
		idx.keys[key] = n
		value = strings.TrimSpace(value)
		for _, q := range []string{"'''", `"""`} {
			if inside, ok := strings.CutPrefix(value, q); ok {
				idx.blocks[key] = n
				if inside == "" {
					idx.blocks[key]++
				}
				if !strings.Contains(inside, q) {
					quote = q
				}
			}
		}
	}
	return idx
}

func lineKey(table string, n int, key string) string {
	return fmt.Sprintf("%s %d %s", table, n, key)
}

// key is the line of a key, or of its table's header when the key is missing.
func (x lineIndex) key(table string, n int, key string) int {
	if line, ok := x.keys[lineKey(table, n, key)]; ok {
		return line
	}
	return x.keys[lineKey(table, n, "")]
}

// block is the line where a block's text begins.
func (x lineIndex) block(table string, n int, key string) int {
	if line, ok := x.blocks[lineKey(table, n, key)]; ok {
		return line
	}
	return x.key(table, n, key)
}

// all are the lines of a dotted key in any of the tables of its name.
func (x lineIndex) all(path string) []int {
	table, name := "", path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		table, name = path[:i], path[i+1:]
	}
	var lines []int
	for k, line := range x.keys {
		f := strings.SplitN(k, " ", 3)
		if f[0] == table && f[2] == name || f[0] == path && f[2] == "" {
			lines = append(lines, line)
		}
	}
	slices.Sort(lines)
	if len(lines) == 0 {
		lines = []int{1}
	}
	return lines
}
