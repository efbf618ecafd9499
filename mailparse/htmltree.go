package mailparse

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlTree is the tree of an HTML document, with the elements that say
// something about lines.
type htmlTree struct {
	open     []*html.Node // the root, and the elements around what comes next
	styles   []*html.Node // <style>
	spare    []html.Node  // for the elements and texts to come
	complete bool         // the document was read to its end
}

// parseHTML reads HTML into a tree. The parser of x/net/html does what browsers
// do with misnested formatting and tables; a hostile mail makes that quadratic,
// and it gives up on deep trees. This one takes linear time.
func parseHTML(source string) *htmlTree {
	const (
		mostBytes  = 8 << 20
		mostTokens = 200_000 // tags and pieces of text
	)
	if len(source) > mostBytes {
		source = cutPictures(source)
	}
	t := &htmlTree{open: []*html.Node{{Type: html.DocumentNode}}}
	z := html.NewTokenizer(strings.NewReader(source[:min(len(source), mostBytes)]))
	for range mostTokens {
		switch z.Next() {
		case html.ErrorToken:
			t.complete = len(source) <= mostBytes
			return t
		case html.TextToken:
			t.text(z)
		case html.StartTagToken:
			t.start(z, false)
		case html.SelfClosingTagToken:
			z.NextIsNotRawText()
			t.start(z, true)
		case html.EndTagToken:
			t.end(z)
		}
	}
	return t
}

// node adds a node to the innermost open element.
func (t *htmlTree) node(kind html.NodeType, tag atom.Atom, data string) *html.Node {
	const several = 16
	if len(t.spare) == 0 {
		t.spare = make([]html.Node, several)
	}
	n := &t.spare[0]
	t.spare = t.spare[1:]
	n.Type, n.DataAtom, n.Data = kind, tag, data
	t.top().AppendChild(n)
	return n
}

// root is the document.
func (t *htmlTree) root() *html.Node { return t.open[0] }

// cutPictures removes pictures that stand inside the HTML.
func cutPictures(source string) string {
	var out strings.Builder
	for {
		before, picture, found := strings.Cut(source, "data:image/")
		out.WriteString(before)
		end := strings.IndexAny(picture, `"'>`)
		if !found || end < 0 {
			return out.String()
		}
		source = picture[end:]
	}
}

// top is the innermost open element.
func (t *htmlTree) top() *html.Node { return t.open[len(t.open)-1] }

// beyondReach is the innermost open element that is too far out for a tag to
// end it, the root at least. The bound keeps deep trees linear.
func (t *htmlTree) beyondReach() int {
	const reach = 50
	return max(0, len(t.open)-1-reach)
}

// text adds text.
func (t *htmlTree) text(z *html.Tokenizer) {
	top := t.top()
	if unread[top.DataAtom] && top.DataAtom != atom.Style {
		return
	}
	t.node(html.TextNode, 0, string(z.Text()))
}

// start adds an element. Browsers take "<title/>" for the start of an element;
// in mails its end is meant, or else the rest of the mail would be hidden.
func (t *htmlTree) start(z *html.Tokenizer, closed bool) {
	const deepest = 500
	name, hasAttributes := z.TagName()
	tag := atom.Lookup(name)
	if transparent[tag] {
		return
	}
	t.endImplied(tag)
	unknown := ""
	if tag == 0 {
		unknown = string(name)
	}
	n := t.node(html.ElementNode, tag, unknown)
	for more := hasAttributes; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		if name, ok := lineAttributes[string(key)]; ok && len(value) <= longestAttribute {
			n.Attr = append(n.Attr, html.Attribute{Key: name, Val: string(value)})
		}
	}
	if tag == atom.Style {
		t.styles = append(t.styles, n)
	}
	isEmpty := tag == atom.Br || tag == atom.Hr || closed && (tag == 0 || unread[tag])
	if !isEmpty && len(t.open) < deepest {
		t.open = append(t.open, n)
	}
}

// end ends the innermost element that an end tag can mean.
func (t *htmlTree) end(z *html.Tokenizer) {
	name, _ := z.TagName()
	tag := atom.Lookup(name)
	if transparent[tag] {
		return
	}
	for i := len(t.open) - 1; i > t.beyondReach(); i-- {
		n := t.open[i]
		if n.DataAtom == tag && (tag != 0 || n.Data == string(name)) {
			t.open = t.open[:i]
			return
		}
		if bounds(n.DataAtom, tag) {
			return
		}
	}
}

// bounds reports whether the end tag of inner says nothing about elements
// around an open outer: it is a stray one.
func bounds(outer, inner atom.Atom) bool {
	switch {
	case blocks[inner] == inline:
		return blocks[outer] != inline
	case inner == atom.Table:
		return false
	case tableParts[inner]:
		return outer == atom.Table
	case inner == atom.Li:
		return listElements[outer] || tableParts[outer]
	}
	return outer == atom.Table || tableParts[outer]
}

// endImplied ends the open elements that end where a tag starts, although
// their own end tag is missing.
func (t *htmlTree) endImplied(tag atom.Atom) {
	switch {
	case tag == atom.Li:
		t.endWithin([]atom.Atom{atom.Li}, atom.Ol, atom.Ul, atom.Menu, atom.Dir, atom.Table, atom.Td, atom.Th)
	case tag == atom.Dt, tag == atom.Dd:
		t.endWithin([]atom.Atom{atom.Dt, atom.Dd}, atom.Dl, atom.Table, atom.Td, atom.Th)
	case tag == atom.Td, tag == atom.Th:
		t.endWithin([]atom.Atom{atom.Td, atom.Th}, atom.Table)
		return
	case tag == atom.Tr:
		t.endWithin([]atom.Atom{atom.Tr}, atom.Table)
		return
	case tableParts[tag]:
		t.endWithin([]atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot}, atom.Table)
		return
	}
	// Without a document type, as in most mails, a table may stand in a paragraph.
	if blocks[tag] != inline && tag != atom.Table {
		t.endWithin([]atom.Atom{atom.P}, atom.Table, atom.Td, atom.Th, atom.Li)
	}
}

// endWithin ends the innermost open element of tags, unless it is outside an
// element of limits.
func (t *htmlTree) endWithin(tags []atom.Atom, limits ...atom.Atom) {
	for i := len(t.open) - 1; i > t.beyondReach(); i-- {
		tag := t.open[i].DataAtom
		if slices.Contains(tags, tag) {
			t.open = t.open[:i]
			return
		}
		if slices.Contains(limits, tag) {
			return
		}
	}
}

// transparent are the elements that say nothing about the text inside: they
// only format it, or people leave their tags out.
var transparent = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.I: true, atom.Nobr: true, atom.S: true,
	atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
	atom.Html: true, atom.Head: true, atom.Body: true, atom.Meta: true, atom.Link: true, atom.Base: true, atom.Img: true, atom.Input: true,
	atom.Col: true, atom.Colgroup: true, atom.Wbr: true, atom.Area: true, atom.Embed: true, atom.Param: true, atom.Source: true, atom.Track: true,
}

// tableParts are the elements inside a table.
var tableParts = map[atom.Atom]bool{
	atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
}

// listElements are those of which items are part.
var listElements = map[atom.Atom]bool{atom.Ol: true, atom.Ul: true, atom.Menu: true, atom.Dir: true}

// lineAttributes are the attributes that say something about lines. The values
// are their keys, so that no memory is taken for each.
var lineAttributes = map[string]string{
	"class": "class", "id": "id", "style": "style", "hidden": "hidden", "data-marker": "data-marker",
	"color": "color", "type": "type", "start": "start", "value": "value", "reversed": "reversed",
}

// longestAttribute is the length of the longest value that is read, in bytes.
const longestAttribute = 8 << 10
