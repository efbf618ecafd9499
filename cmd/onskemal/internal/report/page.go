package report

// Page is a report said in Swedish. It knows the words and the order; the
// renderers, one a format, know how to show them. Texts are as people wrote
// them: each renderer makes them harmless in its format.
type Page struct {
	Title    string
	Summary  []string // one sentence that says what changed, then the figures
	Sections []Section
}

// Section is a part of a page with a heading.
type Section struct {
	ID     string // short and plain, for links and names of sheets
	Title  string
	Blocks []Block
}

// Block is a [Paragraph], a [List] or a [Table].
type Block interface{ isBlock() }

// Paragraph is running text.
type Paragraph string

// List is an enumeration.
type List struct {
	Title string // "" for none
	Items []Item
	All   []Item // where the items are but the first of so many; nil otherwise
}

// Item is one entry of a list.
type Item struct {
	Text string
	Note string // what is added in smaller print, "" for nothing
}

// Table is a table with a line of column names.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Line
}

// Column is a column of a table.
type Column struct {
	Name    string   // short
	Meaning string   // in full, where the short name needs it
	Numeric bool     // right-aligned
	Rich    bool     // a drawing: left out where only text can be shown
	Bar     bool     // its numbers may be drawn as bars, from 0 to the largest
	Head    bool     // its words say what their line is about
	Minor   bool     // may be left out where there is no room
	Weeks   []string // when the numbers of its trends are of, "v. 36"
}

// Line is a row of a table.
type Line struct {
	Cells []Cell
	Apart bool // set apart from the line above
}

// Cell is one cell of a table.
type Cell struct {
	Text   string
	Spoken string   // for those who hear the page, where the text is a sign; "" otherwise
	Number *float64 // for programs, where the text is a number
	Trend  []int    // for a drawing: a number for each of the last weeks
}

func (Paragraph) isBlock() {}
func (List) isBlock()      {}
func (Table) isBlock()     {}

// plain is a table without its drawings.
func (t Table) plain() Table {
	plain := Table{Caption: t.Caption}
	for _, column := range t.Columns {
		if !column.Rich {
			plain.Columns = append(plain.Columns, column)
		}
	}
	for _, line := range t.Rows {
		shown := Line{Apart: line.Apart}
		for i, cell := range line.Cells {
			if !t.Columns[i].Rich {
				shown.Cells = append(shown.Cells, cell)
			}
		}
		plain.Rows = append(plain.Rows, shown)
	}
	return plain
}
