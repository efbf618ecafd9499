package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// narrowest and widest are the widths, in rem, between which page.css knows
// tables, by steps.
const narrowest, widest, widthStep = 40, 80, 8

// width names the least width that shows the table as a table: "rem56". On a
// narrower screen each line stands by itself.
func (t *htmlTable) width() string {
	needed := 0.0
	for i, column := range t.Columns {
		needed += column.width(t.column(i))
	}
	step := narrowest
	for float64(step) < needed && step < widest {
		step += widthStep
	}
	return fmt.Sprintf("rem%d", step)
}

// width is the room that a column needs, in rem: as page.css has it, and for
// letters as broad as those of the broadest common fonts.
func (c htmlColumn) width(cells []*htmlCell) float64 {
	const letter, padding, head, words, bar, spark = 0.61, 1.2, 13.5, 6.5, 6.5, 7.5
	switch {
	case c.Head:
		return head + padding
	case c.Rich:
		return spark + padding
	case c.words():
		return words + padding
	}
	letters := 0
	for _, word := range strings.Split(c.Heading, " ") {
		letters = max(letters, utf8.RuneCountInString(word))
	}
	for _, cell := range cells {
		letters = max(letters, utf8.RuneCountInString(cell.Text))
	}
	room := letter*float64(letters) + padding
	if c.Bar {
		room += bar
	}
	return room
}
