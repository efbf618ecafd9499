package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"time"

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
			b.SetColWidth(s.name, name, name, float64(s.widths[i]+margin)),
			b.SetCellStr(s.name, at, column.inFull()),
			b.SetCellStyle(s.name, at, at, style),
		); err != nil {
			return err
		}
	}
	return b.SetRowHeight(s.name, 1, s.rowHeight(func(column int) string { return s.Columns[column].inFull() }))
}

func (b workbook) writeRows(s sheet) error {
	for column := range s.Columns {
		if err := b.writeColumn(s, column); err != nil {
			return err
		}
	}
	for i, line := range s.Rows {
		height := s.rowHeight(func(column int) string { return line.Cells[column].words() })
		if err := b.SetRowHeight(s.name, i+2, height); err != nil {
			return err
		}
	}
	return nil
}

func (b workbook) writeColumn(s sheet, column int) error {
	fractions := s.hasFractions(column)
	together, err := b.NewStyle(cellStyle(s.Columns[column], fractions, false))
	if err != nil {
		return err
	}
	apart, err := b.NewStyle(cellStyle(s.Columns[column], fractions, true))
	if err != nil {
		return err
	}
	for i, line := range s.Rows {
		at, style := cellName(column, i+1), together
		if line.Apart {
			style = apart
		}
		if err := errors.Join(b.writeCell(s, at, line.Cells[column]), b.SetCellStyle(s.name, at, at, style)); err != nil {
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
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s.Caption + ": " + strings.ToLower(s.Columns[bars].inFull())}}},
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
