package mailparse

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
)

// document collects the text of a word processor's document as HTML of the
// kind that Word writes into mails, so that the lists and tables of both are
// read by the same rules.
type document struct {
	html  bytes.Buffer
	table *table // around the current place, innermost; nil outside tables
}

// listItem says which item of a list a paragraph belongs to. The zero value is
// a paragraph outside lists.
type listItem struct {
	list   int    // from 1
	level  int    // from 1
	marker string // as shown; "" for further paragraphs of an item
}

// margin says whether there is space around a paragraph.
type margin bool

const (
	setApart margin = true
	tight    margin = false
)

// paragraph adds a paragraph of one or more lines. An item without words is
// left out, except where its number stands in a cell of its own.
func (d *document) paragraph(text string, item listItem, m margin) {
	empty := strings.TrimSpace(text) == ""
	if empty && item.marker != "" {
		if d.table == nil {
			return
		}
		text, item, empty = item.marker, listItem{}, false
	}
	if d.table != nil && !empty {
		d.table.add(text, item)
	}
	switch {
	case empty:
		d.html.WriteString("<p>&nbsp;</p>")
		return
	case item.level > 0:
		fmt.Fprintf(&d.html, `<p class=MsoListParagraph style="mso-list:l%d level%d">`, item.list, item.level)
		if item.marker != "" {
			fmt.Fprintf(&d.html, `<span style="mso-list:Ignore">%s</span>`, html.EscapeString(item.marker))
		}
	case m == tight:
		d.html.WriteString("<p class=MsoListParagraph>")
	default:
		d.html.WriteString("<p>")
	}
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if i > 0 {
			d.html.WriteString("<br>")
		}
		d.line(line)
	}
	d.html.WriteString("</p>")
}

// line adds a line and keeps its indent, which HTML would drop.
func (d *document) line(text string) {
	columns, text := cutIndent(text)
	d.html.WriteString(strings.Repeat("&nbsp;", min(columns, maxIndent)))
	d.html.WriteString(html.EscapeString(text))
}

// maxIndent is the deepest indent kept, in columns.
const maxIndent = 80

// table is a table, and its current row.
type table struct {
	ranks int      // column of the places in a list; -1 for none
	rows  int      // so far
	cells []string // of the row, so far
	plain bool     // each of them is one line outside lists
}

// addTable adds a table whose rows content adds.
func (d *document) addTable(content func()) {
	outer := d.table
	if outer != nil {
		outer.plain = false
	}
	d.table = &table{ranks: -1}
	d.html.WriteString("<table>")
	content()
	d.html.WriteString("</table>")
	d.table = outer
}

// addRow adds a row whose cells content adds. Cells of one line each make one
// line. The number that is the place of the row in a list comes first, where
// lists in tables of mails have it.
func (d *document) addRow(content func()) {
	t := d.table
	if t == nil {
		content()
		return
	}
	t.cells, t.plain = nil, true
	start := d.html.Len()
	d.html.WriteString("<tr>")
	content()
	d.html.WriteString("</tr>")
	if t.plain {
		d.html.Truncate(start)
		d.plainRow(t)
	}
	t.rows++
}

// rankColumns are the headings, folded, of columns that hold places in a list.
var rankColumns = []string{"prio", "prioritet", "prioritering", "prioritetsordning", "rang", "rangordning", "ordning", "plats", "nr", "nummer", "#", "priority", "rank"}

// plainRow writes a row whose cells are one line each.
func (d *document) plainRow(t *table) {
	cells := t.cells
	if t.rows == 0 {
		t.ranks = slices.IndexFunc(cells, func(s string) bool { return slices.Contains(rankColumns, strings.Trim(fold(s), ".: ")) })
	}
	place := max(0, t.ranks)
	if len(cells) > 1 && place < len(cells) && rowNumber.MatchString(cells[place]) {
		number := cells[place]
		d.numberedRow(number, slices.Delete(cells, place, place+1))
		return
	}
	line := strings.TrimSpace(strings.Join(cells, "\t"))
	fmt.Fprintf(&d.html, `<tr><td style="white-space:pre">%s</td></tr>`, html.EscapeString(line))
}

// numberedRow writes a row that is an item of a list, unless nobody filled it
// in.
func (d *document) numberedRow(number string, cells []string) {
	cells = slices.DeleteFunc(cells, func(s string) bool { return s == "" })
	if len(cells) == 0 {
		return
	}
	fmt.Fprintf(&d.html, "<tr><td>%s</td>", html.EscapeString(number))
	for _, cell := range cells {
		fmt.Fprintf(&d.html, "<td>%s</td>", html.EscapeString(cell))
	}
	d.html.WriteString("</tr>")
}

// addCell adds a cell whose paragraphs content adds.
func (d *document) addCell(content func()) {
	if d.table != nil {
		d.table.cells = append(d.table.cells, "")
	}
	d.html.WriteString("<td>")
	content()
	d.html.WriteString("</td>")
}

// add notes a paragraph of the current cell.
func (t *table) add(text string, item listItem) {
	const longest = 500 // bytes of a cell that is read as part of a line
	if len(t.cells) == 0 {
		return
	}
	cell := &t.cells[len(t.cells)-1]
	text = strings.TrimSpace(text)
	if *cell != "" || item.level > 0 || strings.Contains(text, "\n") || len(text) > longest {
		t.plain = false
	}
	*cell = text
}

// symbols replaces the characters of symbol fonts, which have no meaning of
// their own (U+F020 to U+F0FF), by a bullet.
func symbols(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xF020 && r <= 0xF0FF {
			return '•'
		}
		return r
	}, text)
}

// longestMarker is in bytes, and of all its pieces.
const longestMarker = 40

// shownMarker is a marker as lists in HTML have it.
func shownMarker(text string) string {
	text = strings.TrimSpace(symbols(text))
	switch {
	case len(text) > longestMarker:
		return bullet
	case text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !wordRune(r) }):
		return text + "."
	}
	return text
}

// markerPiece is a piece of a list's markers, nothing if that is too long.
func markerPiece(text string) string {
	if len(text) > longestMarker {
		return ""
	}
	return text
}

// bulletSign is the marker of items that have the sign of a list.
func bulletSign(sign string) string {
	if sign == "-" || sign == "–" {
		return sign
	}
	return bullet
}

// listLevels is how many levels are told apart; deeper ones count as the last.
const listLevels = 9

// counts are the values of the last items of a list on each level; nil where
// the level begins anew.
type counts [listLevels]*int

// next makes an item: first if its level begins anew, *restart if not nil, and
// else the next number. All levels below begin anew.
func (c *counts) next(level, first int, restart *int) {
	value := first
	switch {
	case restart != nil:
		value = *restart
	case c[level] != nil:
		value = *c[level] + 1
	}
	c[level] = &value
	c.restart(level + 1)
}

// restart makes a level and those below it begin anew.
func (c *counts) restart(level int) {
	if level < listLevels {
		clear(c[level:])
	}
}

// value is the number of the last item of a level.
func (c *counts) value(level, first int) int {
	if c[level] == nil {
		return first
	}
	return *c[level]
}
