package mailparse

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attribute is the value of an attribute of n.
func attribute(n *html.Node, key string) (value string, found bool) {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

// inlineStyle is the style attribute in lower case and without white space.
func inlineStyle(n *html.Node) string {
	value, _ := attribute(n, "style")
	if colour, ok := attribute(n, "color"); ok { // <font color=blue>
		value = "color:" + colour + ";" + value
	}
	return compactCSS(value)
}

// compactCSS is CSS in lower case and without white space.
func compactCSS(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return lower(r)
	}, s)
}

// textColour is the colour that a style gives to text; "" for black and the
// like, in which everybody writes.
func textColour(css string) (colour string, ok bool) {
	if !strings.Contains(css, "color:") {
		return "", false
	}
	for declaration := range strings.SplitSeq(css, ";") {
		value, found := strings.CutPrefix(declaration, "color:")
		if !found {
			continue
		}
		switch value = strings.TrimSuffix(value, "!important"); value {
		case "black", "#000", "#000000", "rgb(0,0,0)", "windowtext", "auto", "inherit", "initial", "currentcolor":
			value = ""
		}
		return value, true
	}
	return "", false
}

// isHidden reports elements that the reader of the mail never saw, such as the
// preview line of newsletters.
func isHidden(n *html.Node, css string) bool {
	if _, hidden := attribute(n, "hidden"); hidden {
		return true
	}
	return strings.Contains(css, "display:none") || strings.Contains(css, "mso-hide:all") || strings.Contains(css, "visibility:hidden")
}

// innerText is the text inside n, blocks and line breaks as newlines, up to about
// most bytes of it. The bound of the nodes looked at keeps nested questions
// linear.
func innerText(n *html.Node, most int) string {
	const nodesPerByte = 10
	var out strings.Builder
	seen := 0
	for d := range n.Descendants() {
		if seen++; out.Len() >= most || seen > most*nodesPerByte {
			break
		}
		switch {
		case d.Type == html.TextNode && !unread[d.Parent.DataAtom]:
			out.WriteString(strings.ReplaceAll(d.Data[:min(len(d.Data), most)], "\n", " "))
		case d.DataAtom == atom.Br, blocks[d.DataAtom] != inline:
			out.WriteByte('\n')
		}
	}
	return strings.ToValidUTF8(out.String(), "")
}

// holds reports whether any of the first descendants of n is one of tags. The
// bound keeps nested questions linear.
func holds(n *html.Node, tags ...atom.Atom) bool {
	const most = 2000
	seen := 0
	for d := range n.Descendants() {
		for _, tag := range tags {
			if d.DataAtom == tag {
				return true
			}
		}
		if seen++; seen > most {
			break
		}
	}
	return false
}

// rowNumber is a cell that makes its table row an item of a list.
var rowNumber = regexp.MustCompile(`^\d{1,2}\s?[.):]?$`)

// cellText is the text of a short table cell.
func cellText(cell *html.Node) string {
	const longest = 32
	return strings.TrimSpace(innerText(cell, longest))
}

// hasLines reports a table cell that holds more than one line.
func hasLines(cell *html.Node) bool {
	const longest = 500
	return holds(cell, atom.Li, atom.Table) || strings.Contains(strings.TrimSpace(innerText(cell, longest)), "\n")
}

// isRankHeading reports the heading of a column of ranks.
func isRankHeading(cell *html.Node) bool {
	return slices.Contains(rankColumns, strings.Trim(fold(cellText(cell)), ".: "))
}

// isHeading reports the cells of a row of headings, one line each.
func isHeading(cells []*html.Node) bool {
	isPlain := func(cell *html.Node) bool { return cell.DataAtom != atom.Th }
	return len(cells) >= 2 && !slices.ContainsFunc(cells, hasLines) &&
		(slices.ContainsFunc(cells, isRankHeading) || !slices.ContainsFunc(cells, isPlain))
}

// rankColumn is the column of a table that its first row says to hold the ranks
// of the others, the first if it says nothing.
func rankColumn(table *html.Node) int {
	row := table.FirstChild
	for row != nil && row.DataAtom != atom.Tr {
		if row.Type == html.ElementNode && tableParts[row.DataAtom] {
			row = row.FirstChild
		} else {
			row = row.NextSibling
		}
	}
	if row == nil {
		return 0
	}
	return max(0, slices.IndexFunc(cellsOf(row), isRankHeading))
}

// paragraphMargins says which paragraphs have no margin according to the
// document's style sheets: the key is "p", ".class" or "p.class". Word and
// Outlook on the web turn margins off, so that each line can be a paragraph.
type paragraphMargins map[string]bool

// readMargins reads the style sheets of a document.
func readMargins(sheets []*html.Node) paragraphMargins {
	margins := paragraphMargins{}
	for _, n := range sheets {
		if n.FirstChild != nil {
			margins.read(strings.ToLower(n.FirstChild.Data))
		}
	}
	return margins
}

// read adds the rules of a style sheet in lower case.
func (m paragraphMargins) read(sheet string) {
	for rule := range strings.SplitSeq(sheet, "}") {
		open := strings.LastIndexByte(rule, '{')
		if open < 0 {
			continue
		}
		visible, said := marginOf(compactCSS(rule[open+1:]))
		if !said {
			continue
		}
		// Before the selectors may stand a comment, the mark that hides style
		// sheets from old browsers, and the start of a rule around this one.
		selectors := rule[:open]
		for _, other := range []string{"*/", "<!--", "{"} {
			if i := strings.LastIndex(selectors, other); i >= 0 {
				selectors = selectors[i+len(other):]
			}
		}
		for selector := range strings.SplitSeq(selectors, ",") {
			m[strings.TrimSpace(selector)] = visible
		}
	}
}

// visible reports whether there is space around a paragraph.
func (m paragraphMargins) visible(n *html.Node, css string) bool {
	if visible, said := marginOf(css); said {
		return visible
	}
	class, _ := attribute(n, "class")
	for name := range strings.FieldsSeq(strings.ToLower(class)) {
		for _, selector := range []string{"p." + name, "." + name} {
			if visible, said := m[selector]; said {
				return visible
			}
		}
		if strings.HasPrefix(name, "mso") { // Word's style sheet got lost
			return false
		}
	}
	if visible, said := m["p"]; said {
		return visible
	}
	return true
}

// marginOf reads the vertical margins from declarations without white space.
// It answers only if they name the lower one, which is what Word's and
// Outlook's paragraphs differ in.
func marginOf(css string) (visible, said bool) {
	for declaration := range strings.SplitSeq(css, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch property {
		case "margin", "margin-bottom", "margin-block-end":
			visible, said = length(value) >= 1, true
		}
	}
	return visible, said
}

// length is the number at the start of a CSS length. Word writes ".0001pt" for
// none.
func length(value string) float64 {
	end := strings.IndexFunc(value, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	if end < 0 {
		end = len(value)
	}
	f, err := strconv.ParseFloat(value[:end], 64)
	if err != nil && !strings.HasPrefix(value, "0") {
		return 0
	}
	return f
}
