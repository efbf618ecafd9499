package report

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/xuri/excelize/v2"
)

// WriteXLSX renders a page as a workbook: a sheet for each table, one for the
// lists of each section, and at the end one for what is said in running text.
// Numbers are numbers and text is text, never a formula. made is when the file
// says that it was made.
func WriteXLSX(w io.Writer, page Page, made time.Time) (err error) {
	book := workbook{excelize.NewFile()}
	defer func() { err = errors.Join(err, book.Close()) }()
	for i, sheet := range sheetsOf(page) {
		if err := book.add(sheet, i == 0); err != nil {
			return fmt.Errorf("sheet %q: %w", sheet.name, err)
		}
	}
	at := made.UTC().Format(time.RFC3339)
	if err := book.SetDocProps(&excelize.DocProperties{
		Title: Printable(page.Title), Creator: "onskemal", LastModifiedBy: "onskemal", Language: "sv-SE", Created: at, Modified: at,
	}); err != nil {
		return err
	}
	// The same report is the same bytes: excelize takes these from a map.
	types := book.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	return book.Write(w)
}

// sheet is a table on its way to a workbook.
type sheet struct {
	name string
	Table
}

// sheetsOf makes tables of all that a page says.
func sheetsOf(page Page) []sheet {
	var sheets []sheet
	add := func(title string, table Table) {
		if len(table.Rows) > 0 {
			sheets = append(sheets, sheet{sheetName(title, sheets), table.plain()})
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

// tableOfLists has a column for notes only if there are any.
func tableOfLists(lists []List) Table {
	table := Table{Columns: []Column{{Name: "Rubrik"}, {Name: "Text"}, {Name: "Anmärkning", Rich: true}}}
	for _, list := range lists {
		for _, item := range list.Items {
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
// 31 characters, none of them []:*?/\, and like no other sheet's.
func sheetName(title string, others []sheet) string {
	const longest = 31
	if end := strings.IndexAny(title, `[]:*?/\(,`); end > 0 {
		title = title[:end]
	}
	runes := []rune(strings.Trim(title, " '"))
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

// header is a column's name in full, since a sheet has room for it.
func (s sheet) header(column int) string {
	if meaning := s.Columns[column].Meaning; meaning != "" {
		return meaning
	}
	return s.Columns[column].Name
}

// columnWidth is in characters: as wide as the cells need, within bounds, and as
// the longest word of the header.
func (s sheet) columnWidth(column int) int {
	const narrowest, widest = 6, 80
	width := narrowest
	for _, word := range strings.Fields(s.header(column)) {
		width = max(width, utf8.RuneCountInString(word))
	}
	for _, line := range s.Rows {
		width = max(width, utf8.RuneCountInString(line.Cells[column].words()))
	}
	return min(width, widest)
}

// rowHeight is in points, so that all lines of all cells are seen, as far as a
// row can be that high.
func (s sheet) rowHeight(words func(column int) string) float64 {
	const line, highest = 15, excelize.MaxRowHeight
	lines := 1
	for column := range s.Columns {
		lines = max(lines, 1+strings.Count(text.WrapSoft(words(column), s.columnWidth(column)), "\n"))
	}
	return float64(min(line*lines, highest))
}

// hasFractions tells whether a column's numbers need decimals.
func (s sheet) hasFractions(column int) bool {
	return slices.ContainsFunc(s.Rows, func(line Line) bool {
		number := line.Cells[column].Number
		return number != nil && *number != math.Trunc(*number)
	})
}

// workbook is a file that sheets are added to.
type workbook struct{ *excelize.File }

// add writes a table to a sheet of its own, with its header frozen and a filter
// on each column. The first sheet also shows its numbers as bars.
func (b workbook) add(s sheet, first bool) error {
	if first {
		if err := b.SetSheetName(b.GetSheetName(0), s.name); err != nil {
			return err
		}
	} else if _, err := b.NewSheet(s.name); err != nil {
		return err
	}
	if err := errors.Join(b.writeHeader(s), b.writeRows(s)); err != nil {
		return err
	}
	if first {
		if err := b.drawBars(s); err != nil {
			return err
		}
	}
	landscape, onePageWide, anyHeight := "landscape", true, 0
	return errors.Join(
		b.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		b.AutoFilter(s.name, "A1:"+cellName(len(s.Columns)-1, len(s.Rows)), nil),
		b.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToHeight: &anyHeight}),
		b.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &onePageWide}),
	)
}

func (b workbook) writeHeader(s sheet) error {
	const margin = 4 // for the indent and the filter's button
	for i, column := range s.Columns {
		at, name := cellName(i, 0), columnName(i)
		style, err := b.NewStyle(headerStyle(column))
		if err := errors.Join(
			err,
			b.SetColWidth(s.name, name, name, float64(s.columnWidth(i)+margin)),
			b.SetCellStr(s.name, at, s.header(i)),
			b.SetCellStyle(s.name, at, at, style),
		); err != nil {
			return err
		}
	}
	return b.SetRowHeight(s.name, 1, s.rowHeight(s.header))
}

func (b workbook) writeRows(s sheet) error {
	for i, line := range s.Rows {
		for column, cell := range line.Cells {
			at := cellName(column, i+1)
			style, err := b.NewStyle(cellStyle(s.Columns[column], s.hasFractions(column), line.Apart))
			if err := errors.Join(err, b.writeCell(s, at, cell), b.SetCellStyle(s.name, at, at, style)); err != nil {
				return err
			}
		}
		height := s.rowHeight(func(column int) string { return line.Cells[column].words() })
		if err := b.SetRowHeight(s.name, i+2, height); err != nil {
			return err
		}
	}
	return nil
}

func (b workbook) writeCell(s sheet, at string, cell Cell) error {
	if cell.Number != nil {
		return b.SetCellFloat(s.name, at, *cell.Number, -1, 64)
	}
	return b.SetCellStr(s.name, at, cell.words())
}

func headerStyle(column Column) *excelize.Style {
	return &excelize.Style{
		Font:      &excelize.Font{Bold: true, Family: "Calibri", Size: 11},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
		Border:    []excelize.Border{{Type: "bottom", Style: 1, Color: "000000"}},
		Alignment: aligned(column, "center", true),
	}
}

// cellStyle draws a line above a row that is set apart.
func cellStyle(column Column, fractions, apart bool) *excelize.Style {
	const thousands, thousandsAndDecimals = 3, 4 // of the number formats that every spreadsheet has
	style := &excelize.Style{Alignment: aligned(column, "top", !column.Numeric)}
	switch {
	case column.Numeric && fractions:
		style.NumFmt = thousandsAndDecimals
	case column.Numeric:
		style.NumFmt = thousands
	}
	if apart {
		style.Border = []excelize.Border{{Type: "top", Style: 1, Color: "808080"}}
	}
	return style
}

func aligned(column Column, vertical string, wrap bool) *excelize.Alignment {
	if column.Numeric {
		return &excelize.Alignment{Horizontal: "right", Vertical: vertical, WrapText: wrap}
	}
	return &excelize.Alignment{Horizontal: "left", Indent: 1, Vertical: vertical, WrapText: wrap}
}

// drawBars shows the first column that may be drawn as bars below the table, named
// by the words before it.
func (b workbook) drawBars(s sheet) error {
	bars := slices.IndexFunc(s.Columns, func(c Column) bool { return c.Bar })
	if bars < 0 {
		return nil
	}
	names := bars - 1
	for names > 0 && s.Columns[names].Numeric {
		names--
	}
	span := func(column int) string {
		return fmt.Sprintf("'%s'!$%s$2:$%s$%d", s.name, columnName(column), columnName(column), 1+len(s.Rows))
	}
	const pixelsPerBar, pixelsAround, width = 26, 80, 760
	gap := uint(50)
	return b.AddChart(s.name, cellName(0, len(s.Rows)+2), &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name: "'" + s.name + "'!$" + columnName(bars) + "$1", Categories: span(names), Values: span(bars),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}},
		}},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.Caption + ": " + strings.ToLower(s.header(bars))}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Color: "000000"}},
		YAxis:     excelize.ChartAxis{None: true},
		GapWidth:  &gap,
		Dimension: excelize.ChartDimension{Width: width, Height: uint(pixelsAround + pixelsPerBar*len(s.Rows))},
		Format:    excelize.GraphicOptions{AltText: s.Caption + ", som staplar. Talen står i tabellen."},
	})
}

// cellName and columnName count from 0; row 0 is the header. They fail beyond the
// 16384 columns of a sheet, where no table of ours gets.
func cellName(column, row int) string { return columnName(column) + fmt.Sprint(row+1) }

func columnName(column int) string {
	name, _ := excelize.ColumnNumberToName(column + 1)
	return name
}
