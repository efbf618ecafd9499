package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// editorsRow is one line of a table that the editors keep, by the columns' names.
type editorsRow struct {
	line  int
	cells map[string]string
}

// maxEditorsTable is far more than all the country's workplaces or courses take.
const maxEditorsTable = 10 << 20

// readEditorsTable reads a table as spreadsheets save it: CSV with a line of
// column names; comma, semicolon or tab between the cells, or what a first line
// "sep=;" says. The needed columns must be there; others may. name is used in
// errors, which are in Swedish since editors read them.
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
	separator, declared := declaredSeparator(data)
	if !declared {
		separator = separatorOf(data)
	}
	cells := csv.NewReader(bytes.NewReader(data))
	cells.Comma, cells.FieldsPerRecord, cells.TrimLeadingSpace = separator, -1, separator != '\t'
	columns, err := cells.Read()
	if err == nil && declared {
		columns, err = cells.Read()
	}
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: filen är tom; första raden ska namnge kolumnerna: %s", name, strings.Join(needed, ";"))
	}
	if err != nil {
		return nil, csvError(name, err)
	}
	for i := range columns {
		columns[i] = strings.ToLower(plainCell(columns[i]))
	}
	header, _ := cells.FieldPos(0)
	for _, column := range needed {
		if !slices.Contains(columns, column) {
			return nil, fmt.Errorf("%s rad %d: kolumnen ”%s” saknas; första raden ska namnge kolumnerna: %s", name, header, column, strings.Join(needed, ";"))
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
			row.cells[columns[i]] = plainCell(cell)
		}
		if strings.Join(cells, "") != "" {
			rows = append(rows, row)
		}
	}
}

// plainCell is a cell without what cannot be seen: spaces around it, and letters
// that are put together from two, as macOS writes å.
func plainCell(text string) string { return norm.NFC.String(strings.TrimSpace(text)) }

// separators are what may stand between cells.
const separators = ";\t,|"

// declaredSeparator is what a line "sep=;" before the names of the columns says.
func declaredSeparator(data []byte) (separator rune, declared bool) {
	// QUIRK: the line is for Excel, which then shows the columns whatever the
	// country; it stays when such a file is edited elsewhere.
	line := strings.ToLower(strings.TrimLeft(firstLine(data), `"`))
	rest, found := strings.CutPrefix(line, "sep=")
	if !found || strings.IndexAny(rest, separators) != 0 {
		return 0, false
	}
	return rune(rest[0]), true
}

// separatorOf is what stands most often between the names of the columns.
func separatorOf(data []byte) (separator rune) {
	names := firstLine(data)
	most := -1
	for _, candidate := range separators {
		if n := strings.Count(names, string(candidate)); n > most {
			separator, most = candidate, n
		}
	}
	return separator
}

func firstLine(data []byte) string {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, "\r\n"), []byte("\n"))
	return string(line)
}

func csvError(name string, err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s rad %d: citattecknen går inte ihop", name, parse.Line)
	}
	return fmt.Errorf("%s: %w", name, err)
}
