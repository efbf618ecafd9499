package mailparse

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlLines reads the lines of HTML as a browser shows them: blocks, line
// breaks, collapsed white space, and the markers of lists, which the HTML often
// does not spell out.
func (p *parser) htmlLines(source string) []line {
	doc := parseHTML(source)
	if !doc.complete {
		p.defect("html too long: the rest not read")
	}
	const usual = 16 // lines of a mail
	w := htmlReader{parser: p, margins: readMargins(doc.styles), lines: make([]line, 0, usual)}
	w.children(doc.root(), around{})
	w.endLine()
	return trimBlank(w.lines)
}

// htmlReader walks an HTML document and writes lines.
type htmlReader struct {
	*parser
	margins   paragraphMargins
	wordLists map[string]int             // list numbers of Word's list names
	orphans   map[*html.Node]*structural // lists without <ol> or <ul>
	lines     []line
	below     Role // of everything after a boundary

	// The line being written.
	text   bytes.Buffer
	at     around // of its first character
	space  bool   // white space is due before the next character
	blank  int    // blank lines are due before it
	marker string // of the list item whose first line it will be
}

// around is what the elements around a piece of text say about it.
type around struct {
	role    Role
	quote   int
	list    *structural // innermost list; nil outside lists
	item    *structural // list of the innermost item; nil outside items
	pre     bool        // white space counts
	oneLine bool        // inside a table row that is read as one line
	ranks   int         // column of a table where the ranks of its rows stand, if they have any
	colour  string      // of the text, "" for the usual one
}

// display is how an element stands among its neighbours.
type display int

const (
	inline display = iota
	block          // begins and ends a line
	spaced         // and has a margin above and below
)

// blocks are the elements that are not inline.
var blocks = map[atom.Atom]display{
	atom.Address: block, atom.Article: block, atom.Aside: block, atom.Center: block, atom.Dd: block, atom.Div: block,
	atom.Dt: block, atom.Footer: block, atom.Form: block, atom.Header: block, atom.Li: block, atom.Main: block,
	atom.Nav: block, atom.Section: block, atom.Table: block, atom.Tbody: block, atom.Tfoot: block, atom.Thead: block, atom.Tr: block,
	atom.Td: block, atom.Th: block, atom.Caption: block, atom.Fieldset: block, atom.Legend: block, atom.Details: block, atom.Summary: block,
	atom.P: spaced, atom.H1: spaced, atom.H2: spaced, atom.H3: spaced, atom.H4: spaced, atom.H5: spaced, atom.H6: spaced,
	atom.Blockquote: spaced, atom.Dl: spaced, atom.Figure: spaced, atom.Hr: spaced, atom.Ol: spaced, atom.Ul: spaced, atom.Pre: spaced,
	atom.Menu: spaced, atom.Dir: spaced,
}

// unread are the elements whose content is not shown as text.
var unread = map[atom.Atom]bool{
	atom.Title: true, atom.Style: true, atom.Script: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Svg: true, atom.Math: true, atom.Select: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
}

// children reads everything inside n, until there are too many lines.
func (w *htmlReader) children(n *html.Node, at around) {
	for child := n.FirstChild; child != nil && len(w.lines) < maxLines; child = child.NextSibling {
		switch child.Type {
		case html.TextNode:
			w.write(child.Data, at)
		case html.ElementNode:
			w.element(child, at)
		}
	}
}

// element reads one element.
func (w *htmlReader) element(n *html.Node, at around) {
	css := inlineStyle(n)
	if unread[n.DataAtom] || n.Data == "xml" || isHidden(n, css) {
		return
	}
	if n.DataAtom == atom.Br {
		w.breakLine(at)
		return
	}
	if strings.Contains(css, "mso-list:ignore") {
		w.wordMarker(n)
		return
	}
	switch {
	case strings.Contains(css, "white-space:normal"):
		at.pre = false
	case n.DataAtom == atom.Pre, strings.Contains(css, "white-space:pre"), strings.Contains(css, "white-space:break-spaces"):
		at.pre = true
	}
	if colour, ok := textColour(css); ok {
		at.colour = colour
	}
	w.mark(n, css, &at)

	shown := w.display(n, css, at)
	w.edge(shown)
	switch n.DataAtom {
	case atom.Ol, atom.Ul, atom.Menu, atom.Dir:
		at.list = w.openList(n, css, at)
	case atom.Li:
		w.openItem(n, css, &at)
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4:
		w.openWordItem(css, &at)
	case atom.Table:
		at.ranks = rankColumn(n)
	case atom.Tr:
		w.row(n, at)
		w.edge(shown)
		return
	}
	w.children(n, at)
	if n.DataAtom == atom.Li {
		w.endLine()
		w.marker = "" // of an item that was empty
	}
	w.edge(shown)
}

// display is how n is shown.
func (w *htmlReader) display(n *html.Node, css string, at around) display {
	shown := blocks[n.DataAtom]
	switch {
	case at.oneLine:
		return inline
	case shown == spaced && (at.list != nil || at.item != nil):
		return block
	case n.DataAtom == atom.P && !w.margins.visible(n, css):
		return block
	case shown == inline && strings.Contains(css, "display:block"):
		return block
	}
	return shown
}

// edge begins or ends an element.
func (w *htmlReader) edge(shown display) {
	if shown == inline {
		return
	}
	w.endLine()
	if shown == spaced {
		w.blank = max(w.blank, 1)
	}
}

// write adds text to the current line.
func (w *htmlReader) write(s string, at around) {
	if at.pre {
		for i, part := range strings.Split(s, "\n") {
			if i > 0 {
				w.breakLine(at)
			}
			w.append(strings.TrimSuffix(part, "\r"), at)
		}
		return
	}
	for s != "" {
		end := 0
		for end < len(s) && !isCollapsible(rune(s[end])) {
			end++
		}
		if end > 0 {
			if w.space && w.text.Len() > 0 {
				w.text.WriteByte(' ')
			}
			w.append(s[:end], at)
			w.space = false
		}
		for end < len(s) && isCollapsible(rune(s[end])) {
			w.space = true
			end++
		}
		s = s[end:]
	}
}

// isCollapsible reports the white space of which HTML shows only one.
func isCollapsible(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f'
}

// append adds s to the current line as it is.
func (w *htmlReader) append(s string, at around) {
	if s == "" {
		return
	}
	switch {
	case w.text.Len() == 0:
		w.at = at
	case at.colour != w.at.colour && strings.TrimSpace(s) != "":
		w.at.colour = "" // mixed
	}
	w.text.WriteString(s)
}

// breakLine is a <br>: it ends a line or, after another, makes a blank one.
func (w *htmlReader) breakLine(at around) {
	switch {
	case at.oneLine:
		w.space = true
	case w.text.Len() > 0:
		w.endLine()
	case w.marker == "":
		w.blank++
	}
}

// endLine writes the current line, if anything was added to it.
func (w *htmlReader) endLine() {
	w.space = false
	if w.text.Len() == 0 {
		return
	}
	content := w.within(repairMojibake(clean(w.text.String())))
	w.text.Reset()
	if content == "" { // invisible characters
		return
	}
	indent, content := cutIndent(content)
	content = trimRight(content)
	if content == "" {
		w.blank++ // "&nbsp;" alone
		return
	}
	l := line{text: content, indent: indent, quote: w.at.quote, role: w.at.role, marker: w.marker, colour: w.at.colour}
	if item := w.at.item; item != nil {
		l.level, l.list = item.level, item.id
	} else if w.marker != "" { // a Word paragraph that lost its style
		l.level, l.list = 1, w.wordList("")
	}
	if w.below != RoleUnknown && l.role != RoleForward {
		l.role = w.below
	}
	if l.marker == "" {
		if depth, rest := cutQuote(content); depth > 0 {
			l.quote += depth
			_, l.text = cutIndent(rest)
		}
	}
	w.marker = ""
	w.emit(l)
}

// emit adds a line and the blank lines due before it.
func (w *htmlReader) emit(l line) {
	if len(w.lines) > 0 {
		last := w.lines[len(w.lines)-1]
		between := line{quote: min(last.quote, l.quote)}
		if last.role == l.role {
			between.role = l.role
		}
		for range min(w.blank, maxBlank) {
			w.lines = append(w.lines, between)
		}
	}
	w.blank = 0
	if w.lines = append(w.lines, l); len(w.lines) >= maxLines {
		w.defect(tooManyLines)
	}
}

// row reads a table row. A row with a number in the column of ranks is an item
// of a list; a row of headings or of two cells, of one line each, is a line.
func (w *htmlReader) row(n *html.Node, at around) {
	cells := cellsOf(n)
	heading := isHeading(cells)
	switch {
	case !heading && w.numberedRow(n, cells, at):
	case heading || len(cells) == 2 && !slices.ContainsFunc(cells, hasLines):
		at.oneLine = true
		for _, cell := range cells {
			if w.text.Len() > 0 {
				w.append("\t", at)
				w.space = false
			}
			w.element(cell, at)
		}
		w.endLine()
	default:
		w.children(n, at)
	}
	if heading {
		w.blank = max(w.blank, 1)
	}
}

// numberedRow reads a row with a number in the column of ranks, false if there
// is none.
func (w *htmlReader) numberedRow(row *html.Node, cells []*html.Node, at around) bool {
	if len(cells) < 2 || at.ranks >= len(cells) {
		return false
	}
	number := cellText(cells[at.ranks])
	if !rowNumber.MatchString(number) {
		return false
	}
	at.item = w.tableList(row)
	w.marker = strings.TrimRight(number, ".):") + "."
	for i, cell := range cells {
		if i != at.ranks {
			w.element(cell, at)
		}
	}
	w.marker = ""
	return true
}

// cellsOf returns the cells of a table row, none if anything stands beside them.
func cellsOf(row *html.Node) (cells []*html.Node) {
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Td, c.DataAtom == atom.Th:
			cells = append(cells, c)
		case c.Type == html.ElementNode, strings.TrimSpace(c.Data) != "":
			return nil
		}
	}
	return cells
}

// tableList is the list that the rows of a table belong to.
func (w *htmlReader) tableList(row *html.Node) *structural {
	table := row.Parent
	for table.Parent != nil && table.DataAtom != atom.Table {
		table = table.Parent
	}
	return w.orphanList(table, 1)
}
