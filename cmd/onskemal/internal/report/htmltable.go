package report

import (
	"slices"
	"strings"
)

// htmlTable is a table as its template wants it.
type htmlTable struct {
	Caption string
	Columns []htmlColumn
	Groups  [][]htmlLine // lines that belong together
	Width   string       // the least that shows it as a table, for the style
	Numbers *htmlTable   // what the trends draw, in numbers; nil when there are none
}

type htmlColumn struct {
	Column
	Heading string // as shown
	Before  bool   // stands before the column that says what a line is about
}

// htmlLine is the cells of a row.
type htmlLine []htmlCell

type htmlCell struct {
	Cell
	Column htmlColumn
	Opens  bool // the first cell of a group that is set apart from the one above
	Bar    *htmlBar
	Spark  *htmlSpark
}

// manyColumns is how many columns leave room for their short names only.
const manyColumns = 7

func htmlTableOf(table Table) *htmlTable {
	out := &htmlTable{Caption: table.Caption}
	head := slices.IndexFunc(table.Columns, func(c Column) bool { return c.Head })
	for i, column := range table.Columns {
		named := htmlColumn{Column: column, Heading: column.Name, Before: i < head}
		if column.Meaning != "" && len(table.Columns) < manyColumns {
			named.Heading = column.Meaning
		}
		out.Columns = append(out.Columns, named)
		if len(column.Weeks) > 0 && head >= 0 {
			out.Numbers = htmlTableOf(trendNumbers(table, head, i))
		}
	}
	for i, row := range table.Rows {
		if i == 0 || row.Apart {
			out.Groups = append(out.Groups, nil)
		}
		group := &out.Groups[len(out.Groups)-1]
		*group = append(*group, out.line(row, i > 0 && row.Apart))
	}
	out.draw()
	out.Width = out.width()
	return out
}

func (t *htmlTable) line(row Line, opens bool) htmlLine {
	line := make(htmlLine, len(row.Cells))
	for i, cell := range row.Cells {
		line[i] = htmlCell{Cell: cell, Column: t.Columns[i], Opens: opens && i == 0}
	}
	return line
}

// trendNumbers is a table of the numbers that a column of trends draws.
func trendNumbers(table Table, head, trends int) Table {
	what, about := table.Columns[trends], table.Columns[head]
	numbers := Table{Caption: what.Meaning + ", efter " + strings.ToLower(about.Name), Columns: []Column{about}}
	for _, week := range what.Weeks {
		numbers.Columns = append(numbers.Columns, Column{Name: week, Numeric: true})
	}
	for _, row := range table.Rows {
		cells := []Cell{row.Cells[head]}
		for _, n := range row.Cells[trends].Trend {
			cells = append(cells, integer(n))
		}
		numbers.Rows = append(numbers.Rows, Line{Cells: cells, Apart: row.Apart})
	}
	return numbers
}

// words tells a column of running words, which may wrap.
func (c htmlColumn) words() bool { return !c.Numeric && !c.Rich && !c.Before && !c.Head }

// Class names the cell for the style.
func (c htmlCell) Class() string {
	var names []string
	for _, class := range []struct {
		name string
		ours bool
	}{
		{"before", c.Column.Before}, {"number", c.Column.Numeric}, {"drawn", c.Bar != nil || c.Spark != nil},
		{"up", strings.HasPrefix(c.Text, "▲")}, {"down", strings.HasPrefix(c.Text, "▼")}, {"empty", c.Text == ""},
		{"words", c.Column.words()},
	} {
		if class.ours {
			names = append(names, class.name)
		}
	}
	return strings.Join(names, " ")
}
