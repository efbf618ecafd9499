package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

func workbookOf(t *testing.T, page Page) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(&b, page, Week{2026, 47}.End()); err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file, b.Bytes()
}

func TestWriteXLSX(t *testing.T) {
	file, data := workbookOf(t, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6)).Page())
	check(t, "sheets", strings.Join(file.GetSheetList(), "|"),
		"Det här vill man lära sig|Utanför önskelistan|Så skriver de|Erbjudanden om att dela kunskap|Alla erbjudanden|Behovet efter DigComp|Att granska|Karantän|Om rapporten")
	rows := func(name string) [][]string {
		rows, err := file.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	check(t, "first topic", fmt.Sprint(rows("Det här vill man lära sig")[1]), "[1 oförändrad Samarbete i Teams 1.5 2 1 1 1]")
	check(t, "quotes", fmt.Sprint(rows("Så skriver de")[:2]), "[[Rubrik Text] [Samarbete i Teams ”Teams”]]")
	check(t, "offer", fmt.Sprint(rows("Alla erbjudanden")[1][1:]), "[kan visa makerspace Makerspace · gammalt-amne · nytt]")
	check(t, "title", rows("Om rapporten")[1][0], "Önskemål vecka 2026-W47 (16–22 november 2026)")

	for _, name := range file.GetSheetList() {
		panes, err := file.GetPanes(name)
		if err != nil {
			t.Fatal(err)
		}
		check(t, name+": frozen lines", panes.YSplit, 1)
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeUnset, "D2": excelize.CellTypeUnset, "C2": excelize.CellTypeSharedString} {
		got, err := file.GetCellType("Det här vill man lära sig", cell)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "type of "+cell, got, want)
	}
	parts := partsOf(t, data)
	check(t, "filter", strings.Contains(parts["xl/worksheets/sheet1.xml"], `<autoFilter ref="$A$1:$H$4"`), true)
	check(t, "bars of the points", strings.Contains(parts["xl/charts/chart1.xml"], `!$D$2:$D$4`), true)
	check(t, "names of the bars", strings.Contains(parts["xl/charts/chart1.xml"], `!$C$2:$C$4`), true)
}

// partsOf are the files inside a workbook.
func partsOf(t *testing.T, workbook []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	parts := make(map[string]string)
	for _, part := range archive.File {
		from, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		parts[part.Name] = string(data)
	}
	return parts
}

// The same page is the same bytes, and the file's times are the report's.
func TestXLSXIsTheSameEachTime(t *testing.T) {
	page := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6)).Page()
	file, first := workbookOf(t, page)
	for range 20 {
		if _, again := workbookOf(t, page); !bytes.Equal(first, again) {
			t.Fatal("two runs write different bytes")
		}
	}
	properties, err := file.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	check(t, "created", properties.Created, "2026-11-22T23:00:00Z")
	check(t, "modified", properties.Modified, "2026-11-22T23:00:00Z")
	archive, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		if !part.Modified.Equal(time.Time{}) && part.Modified.Year() > 1980 {
			t.Errorf("%s carries the time %v", part.Name, part.Modified)
		}
	}
}

// A long queue of mails that cannot be read is no reason to wait.
func TestXLSXOfManyRows(t *testing.T) {
	list := List{Title: "Mejl"}
	for i := range 20_000 {
		list.Items = append(list.Items, Item{Text: fmt.Sprint("mejl ", i)})
	}
	file, _ := workbookOf(t, Page{Sections: []Section{{Title: "Karantän", Blocks: []Block{list}}}})
	last, err := file.GetCellValue("Karantän", "B20001")
	if err != nil {
		t.Fatal(err)
	}
	check(t, "the last one", last, "mejl 19999")
}

// A page shows the beginning of a long list, a workbook all of it.
func TestXLSXHasLongListsWhole(t *testing.T) {
	r := &Report{}
	for i := range 25 {
		r.Review.Unplaced = append(r.Review.Unplaced, fmt.Sprint("önskan ", i+1))
	}
	page := Page{Sections: []Section{r.reviewSection()}}
	var text strings.Builder
	if err := WriteText(&text, page, Terminal{}); err != nil {
		t.Fatal(err)
	}
	check(t, "a page shows twenty", strings.Contains(text.String(), "– önskan 20\n  – … och 5 till\n"), true)
	file, _ := workbookOf(t, page)
	rows, err := file.GetRows("Att granska")
	if err != nil {
		t.Fatal(err)
	}
	check(t, "rows", len(rows), 1+25)
	check(t, "the 21st", rows[21][1], "önskan 21")
}

func TestSheetName(t *testing.T) {
	var sheets []sheet
	for _, c := range []struct{ title, want string }{
		{"Karantän", "Karantän"},
		{"Ord på väg upp, utan ämne", "Ord på väg upp"},
		{"Alla erbjudanden (5), de nyaste först", "Alla erbjudanden"},
		{"Håller ordningen?", "Håller ordningen"},
		{"Vad är ’MIK’?", "Vad är ’MIK’"},
		{"Biblioteket's sida", "Biblioteket"},
		{"KARANTÄN", "KARANTÄN 2"},
		{strings.Repeat("ö", 40), strings.Repeat("ö", 31)},
		{strings.Repeat("ö", 41), strings.Repeat("ö", 29) + " 2"},
	} {
		name := sheetName(c.title, sheets)
		check(t, c.title, name, c.want)
		if utf8.RuneCountInString(name) > 31 {
			t.Errorf("%q is too long", name)
		}
		sheets = append(sheets, sheet{name: name})
	}
}
