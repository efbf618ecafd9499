package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// Highlight marks parts of a line, which are given by their first byte and the one
// after the last, so that they are seen also without colour: in bold and underlined,
// or between »« on a terminal that has no such letters.
func (t Terminal) Highlight(line string, parts [][2]int) string {
	mark := func(part string) string { return "»" + part + "«" }
	if t.Colour {
		mark = func(part string) string {
			return text.Colors{text.Bold, text.Underline}.EscapeSeq() + part + text.Reset.EscapeSeq()
		}
	}
	var marked strings.Builder
	done := 0
	for _, part := range merged(parts) {
		marked.WriteString(line[done:part[0]])
		marked.WriteString(mark(line[part[0]:part[1]]))
		done = part[1]
	}
	marked.WriteString(line[done:])
	return marked.String()
}

// merged are parts in order, with those that overlap or touch made one.
func merged(parts [][2]int) [][2]int {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	var whole [][2]int
	for _, part := range parts {
		if last := len(whole) - 1; last >= 0 && part[0] <= whole[last][1] {
			whole[last][1] = max(whole[last][1], part[1])
		} else {
			whole = append(whole, part)
		}
	}
	return whole
}
