package report

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Terminal is what a report is shown on.
type Terminal struct {
	Width  int  // in characters; 0 for no limit, as in a pipe
	Colour bool // headings and changes may be coloured, though no colour says anything alone
}

// WriteText renders a page for a terminal.
func WriteText(w io.Writer, page Page, terminal Terminal) error {
	t := &textPage{Terminal: terminal}
	t.heading(page.Title)
	for _, sentence := range page.Summary {
		t.paragraph(sentence)
	}
	for _, section := range page.Sections {
		t.line("")
		t.heading(section.Title)
		for _, block := range section.Blocks {
			switch block := block.(type) {
			case Paragraph:
				t.paragraph(string(block))
			case List:
				t.list(block)
			case Table:
				t.table(block)
			}
		}
	}
	_, err := io.WriteString(w, t.String())
	return err
}

// textPage is a page on its way to a terminal.
type textPage struct {
	strings.Builder
	Terminal
}

// line writes one or more lines, without the spaces that only fill them up.
func (t *textPage) line(s string) {
	for line := range strings.Lines(s + "\n") {
		t.WriteString(strings.TrimRight(line, " \n"))
		t.WriteByte('\n')
	}
}

func (t *textPage) heading(title string) {
	title = t.wrapped(Printable(title), 0)
	if t.Colour {
		title = text.Bold.Sprint(title)
	}
	t.line(title)
}

func (t *textPage) paragraph(s string) { t.line(t.wrapped(Printable(s), 0)) }

func (t *textPage) list(list List) {
	if list.Title != "" {
		t.paragraph(list.Title)
	}
	for _, item := range list.Items {
		t.line("  – " + t.wrapped(Printable(item.Text), len("  – ")-len("–")+1))
		if item.Note != "" {
			t.line("    (" + t.wrapped(Printable(item.Note), len("    (")) + ")")
		}
	}
}

// wrapped breaks a text that is indented by so many characters at the terminal's
// width; the lines that follow the first are indented likewise.
func (t *textPage) wrapped(s string, indent int) string {
	if t.Width == 0 {
		return s
	}
	return strings.ReplaceAll(text.WrapSoft(s, max(t.Width-indent, 1)), "\n", "\n"+strings.Repeat(" ", indent))
}

func (t *textPage) table(from Table) {
	from = t.fitted(from)
	w := table.NewWriter()
	w.SetStyle(table.StyleLight)
	style := w.Style()
	style.Format.Header = text.FormatDefault
	style.Options = table.Options{SeparateHeader: true}
	var (
		header  table.Row
		configs []table.ColumnConfig
	)
	for i, column := range from.Columns {
		if column.Rich {
			continue
		}
		header = append(header, column.Name)
		config := table.ColumnConfig{Number: len(header)}
		if column.Numeric {
			config.Align, config.AlignHeader = text.AlignRight, text.AlignRight
		} else if t.Width > 0 && i == from.widest() {
			config.WidthMax, config.WidthMaxEnforcer = t.room(from), text.WrapSoft
		}
		configs = append(configs, config)
	}
	w.AppendHeader(header)
	w.SetColumnConfigs(configs)
	for _, line := range from.Rows {
		if line.Apart {
			w.AppendSeparator()
		}
		var row table.Row
		for i, cell := range line.Cells {
			if !from.Columns[i].Rich {
				row = append(row, t.coloured(Printable(cell.Text)))
			}
		}
		w.AppendRow(row)
	}
	t.line(w.Render())
}

// coloured lets what rises and falls be seen from afar.
func (t *textPage) coloured(s string) string {
	switch {
	case t.Colour && strings.HasPrefix(s, "▲"):
		return text.FgGreen.Sprint(s)
	case t.Colour && strings.HasPrefix(s, "▼"):
		return text.FgRed.Sprint(s)
	}
	return s
}

// widest is the column of words that takes most room.
func (t Table) widest() int {
	widest, width := -1, 0
	for i, column := range t.Columns {
		if w := t.width(i); !column.Numeric && !column.Rich && w > width {
			widest, width = i, w
		}
	}
	return widest
}

func (t Table) width(column int) int {
	width := text.StringWidth(t.Columns[column].Name)
	for _, line := range t.Rows {
		width = max(width, text.StringWidth(line.Cells[column].Text))
	}
	return width
}

// fitted is a table without the last of its minor columns, as many as have no room.
func (t *textPage) fitted(from Table) Table {
	for t.Width > 0 && t.rest(from) < leastRoom {
		last := -1
		for i, column := range from.Columns {
			if column.Minor {
				last = i
			}
		}
		if last < 0 {
			break
		}
		from = from.without(last)
	}
	return from
}

func (t Table) without(column int) Table {
	t.Columns = slices.Delete(slices.Clone(t.Columns), column, column+1)
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		t.Rows[i].Cells = slices.Delete(slices.Clone(t.Rows[i].Cells), column, column+1)
	}
	return t
}

// leastRoom is the least room for the widest column, in characters.
const leastRoom = 16

// room is what the widest column may take.
func (t *textPage) room(from Table) int { return max(t.rest(from), leastRoom) }

// rest is what the other columns leave for the widest one.
func (t *textPage) rest(from Table) int {
	room := t.Width
	for i, column := range from.Columns {
		if !column.Rich {
			room -= len("  ") // beside each cell
		}
		if i != from.widest() && !column.Rich {
			room -= from.width(i)
		}
	}
	return room
}

// Printable makes a line of text from a mail harmless in a terminal, and keeps it
// one line: control characters, line separators and marks that turn the writing
// direction become �.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unprintable(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func unprintable(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}
