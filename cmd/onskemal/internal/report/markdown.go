package report

import (
	"io"
	"regexp"
	"strings"
)

// WriteMarkdown renders a page in GitHub's Markdown
// (https://github.github.com/gfm/). What people wrote is shown as they wrote it:
// none of it is markup, and nothing in it becomes a link.
func WriteMarkdown(w io.Writer, page Page) error {
	m := &markdownPage{}
	m.block("# " + inMarkdown(page.Title))
	for _, sentence := range page.Summary {
		m.block(inMarkdown(sentence))
	}
	for _, section := range page.Sections {
		m.block("## " + inMarkdown(section.Title))
		for _, block := range section.Blocks {
			switch block := block.(type) {
			case Paragraph:
				m.block(inMarkdown(string(block)))
			case List:
				m.list(block)
			case Table:
				m.table(block)
			}
		}
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// markdownPage is a page on its way to Markdown: blocks with an empty line
// between them.
type markdownPage struct{ strings.Builder }

func (m *markdownPage) block(lines ...string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	for _, line := range lines {
		m.WriteString(line)
		m.WriteByte('\n')
	}
}

func (m *markdownPage) list(list List) {
	if list.Title != "" {
		m.block("**" + inMarkdown(list.Title) + "**")
	}
	var lines []string
	for _, item := range list.Items {
		line := "- " + inMarkdown(item.Text)
		if item.Note != "" {
			line += " (" + inMarkdown(item.Note) + ")"
		}
		lines = append(lines, line)
	}
	m.block(lines...)
}

// table writes a table without its drawings. An empty row stands for the line
// that sets rows apart, which Markdown lacks.
func (m *markdownPage) table(table Table) {
	table = table.plain()
	if table.Caption != "" {
		m.block("**" + inMarkdown(table.Caption) + "**")
	}
	var header, rule []string
	for _, column := range table.Columns {
		header = append(header, inMarkdown(column.Name))
		if column.Numeric {
			rule = append(rule, "---:")
		} else {
			rule = append(rule, "---")
		}
	}
	lines := []string{markdownRow(header), markdownRow(rule)}
	for _, line := range table.Rows {
		if line.Apart {
			lines = append(lines, markdownRow(make([]string, len(header))))
		}
		var cells []string
		for _, cell := range line.Cells {
			cells = append(cells, inMarkdown(cell.Text))
		}
		lines = append(lines, markdownRow(cells))
	}
	m.block(lines...)
}

func markdownRow(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

var (
	// markup are the characters that mean something inside a line.
	markup = regexp.MustCompile("[\\\\`*_{}\\[\\]<>#|&~$]")
	// opening is what makes a line an item of a list.
	opening = regexp.MustCompile(`^(?:[-+]|\d+[.)])`)
	// link is what becomes a link without being asked.
	link = regexp.MustCompile(`(?i)://|\bwww\.|@`)
)

// inMarkdown is a text as one line of Markdown that shows nothing but the text.
func inMarkdown(s string) string {
	s = strings.TrimSpace(Printable(s))
	s = markup.ReplaceAllString(s, `\$0`)
	s = link.ReplaceAllStringFunc(s, func(found string) string {
		return strings.NewReplacer(":", `\:`, ".", `\.`, "@", `\@`).Replace(found)
	})
	return opening.ReplaceAllStringFunc(s, func(found string) string {
		return found[:len(found)-1] + `\` + found[len(found)-1:]
	})
}
