package report

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// editorsRow is one line of a table that the editors keep, by the columns' names.
type editorsRow struct {
	line  int
	cells map[string]string
}

// maxEditorsTable is far more than all the country's workplaces or courses take.
const maxEditorsTable = 10 << 20

// readEditorsTable reads a table as spreadsheets save it: CSV with a line of
// column names, comma or semicolon between the cells. The needed columns must be
// there; others may. name is used in errors, which are in Swedish since editors
// read them.
func readEditorsTable(name string, r io.Reader, needed ...string) ([]editorsRow, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxEditorsTable+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(data) > maxEditorsTable:
		return nil, fmt.Errorf("%s: filen är större än %d MB; är det rätt fil?", name, maxEditorsTable>>20)
	case !utf8.Valid(data):
		return nil, fmt.Errorf("%s: filen är inte UTF-8; spara den som ”CSV UTF-8”", name)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	cells := csv.NewReader(bytes.NewReader(data))
	cells.Comma, cells.FieldsPerRecord, cells.TrimLeadingSpace = separatorOf(data), -1, true
	columns, err := cells.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: filen är tom; första raden ska namnge kolumnerna: %s", name, strings.Join(needed, ";"))
	}
	if err != nil {
		return nil, csvError(name, err)
	}
	for i := range columns {
		columns[i] = strings.ToLower(strings.TrimSpace(columns[i]))
	}
	for _, column := range needed {
		if !slices.Contains(columns, column) {
			return nil, fmt.Errorf("%s rad 1: kolumnen ”%s” saknas; första raden ska namnge kolumnerna: %s", name, column, strings.Join(needed, ";"))
		}
	}
	return editorsRows(name, cells, columns)
}

func editorsRows(name string, from *csv.Reader, columns []string) ([]editorsRow, error) {
	var rows []editorsRow
	for {
		cells, err := from.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, csvError(name, err)
		}
		line, _ := from.FieldPos(0)
		if len(cells) > len(columns) {
			return nil, fmt.Errorf("%s rad %d: raden har %d celler, men första raden namnger %d kolumner", name, line, len(cells), len(columns))
		}
		row := editorsRow{line: line, cells: make(map[string]string)}
		for i, cell := range cells {
			row.cells[columns[i]] = strings.TrimSpace(cell)
		}
		if strings.Join(cells, "") != "" {
			rows = append(rows, row)
		}
	}
}

// separatorOf is what stands between the names of the columns.
func separatorOf(data []byte) rune {
	header, _ := bufio.NewReader(bytes.NewReader(data)).ReadString('\n')
	if strings.Contains(header, ";") {
		return ';'
	}
	return ','
}

func csvError(name string, err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s rad %d: citattecknen går inte ihop", name, parse.Line)
	}
	return fmt.Errorf("%s: %w", name, err)
}
