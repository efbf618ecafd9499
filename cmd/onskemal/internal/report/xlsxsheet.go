package report

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/xuri/excelize/v2"
)

// sheet is a table on its way to a workbook.
type sheet struct {
	name string
	Table
	widths []int // of the columns, in characters
}

// sheetsOf makes tables of all that a page says.
func sheetsOf(page Page) []sheet {
	var sheets []sheet
	add := func(title string, table Table) {
		if len(table.Rows) > 0 {
			sheets = append(sheets, newSheet(sheetName(title, sheets), table.plain()))
		}
	}
	for _, section := range page.Sections {
		tables, lists := blocksOf[Table](section), blocksOf[List](section)
		for _, table := range tables {
			add(section.Title, table)
		}
		title := section.Title
		if len(tables) > 0 && len(lists) > 0 {
			title = lists[0].Title
		}
		add(title, tableOfLists(lists))
	}
	add("Om rapporten", tableOfProse(page))
	return sheets
}

func blocksOf[Kind Block](section Section) []Kind {
	var found []Kind
	for _, block := range section.Blocks {
		if block, ok := block.(Kind); ok {
			found = append(found, block)
		}
	}
	return found
}

// tableOfLists has all entries, since a sheet can be searched and filtered, and a
// column for notes only if there are any.
func tableOfLists(lists []List) Table {
	table := Table{Columns: []Column{{Name: "Rubrik"}, {Name: "Text"}, {Name: "Anmärkning", Rich: true}}}
	for _, list := range lists {
		items := list.Items
		if list.All != nil {
			items = list.All
		}
		for _, item := range items {
			table.Rows = append(table.Rows, textLine(list.Title, item.Text, item.Note))
			table.Columns[2].Rich = table.Columns[2].Rich && item.Note == ""
		}
	}
	return table
}

func tableOfProse(page Page) Table {
	table := Table{Columns: []Column{{Name: "Avsnitt"}, {Name: "Text"}}}
	say := func(about, text string) { table.Rows = append(table.Rows, textLine(about, text)) }
	for _, sentence := range page.Summary {
		say(page.Title, sentence)
	}
	for _, section := range page.Sections {
		for _, paragraph := range blocksOf[Paragraph](section) {
			say(section.Title, string(paragraph))
		}
	}
	return table
}

func textLine(texts ...string) Line {
	var line Line
	for _, text := range texts {
		line.Cells = append(line.Cells, Cell{Text: text})
	}
	return line
}

// sheetName is the beginning of a title as far as it can name a sheet: at most
// 31 characters, none of them []:*?/\', and like no other sheet's.
func sheetName(title string, others []sheet) string {
	const longest = 31
	if end := strings.IndexAny(title, `[]:*?/\'(,`); end > 0 {
		title = title[:end]
	}
	runes := []rune(strings.TrimSpace(title))
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" %d", n)
		}
		name := string(runes[:min(len(runes), longest-len(suffix))]) + suffix
		if !slices.ContainsFunc(others, func(other sheet) bool { return strings.EqualFold(other.name, name) }) {
			return name
		}
	}
}

// words are what a cell shows where it is no number: said in full where the text
// is a sign, since a lone "=" begs to become a formula.
func (c Cell) words() string {
	if c.Spoken != "" {
		return Printable(c.Spoken)
	}
	return Printable(c.Text)
}

// newSheet makes columns as wide as their cells need, within bounds, and as the
// longest word of the header.
func newSheet(name string, table Table) sheet {
	const narrowest, widest = 6, 80
	s := sheet{name: name, Table: table}
	for i, column := range table.Columns {
		width := narrowest
		for word := range strings.FieldsSeq(column.inFull()) {
			width = max(width, utf8.RuneCountInString(word))
		}
		for _, line := range table.Rows {
			width = max(width, utf8.RuneCountInString(line.Cells[i].words()))
		}
		s.widths = append(s.widths, min(width, widest))
	}
	return s
}

// inFull is a column's name for a sheet, which has room for it.
func (c Column) inFull() string {
	if c.Meaning != "" {
		return c.Meaning
	}
	return c.Name
}

// rowHeight is in points, so that all lines of all cells are seen, as far as a
// row can be that high.
func (s sheet) rowHeight(words func(column int) string) float64 {
	const line, highest = 15, excelize.MaxRowHeight
	lines := 1
	for column, width := range s.widths {
		lines = max(lines, 1+strings.Count(text.WrapSoft(words(column), width), "\n"))
	}
	return float64(min(line*lines, highest))
}

// hasFractions tells whether a column's numbers need decimals.
func (t Table) hasFractions(column int) bool {
	return slices.ContainsFunc(t.Rows, func(line Line) bool {
		number := line.Cells[column].Number
		return number != nil && *number != math.Trunc(*number)
	})
}
