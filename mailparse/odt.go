package mailparse

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// odtReader reads the text of an OpenDocument (ISO 26300 part 1). Read is what
// the writer sees: no tracked deletions, hidden text, notes and comments.
type odtReader struct {
	x      *xmlReader
	doc    *document
	styles map[string]odtStyle     // of paragraphs and text
	lists  map[string]odtListStyle // by name
	named  map[string]*odtList     // by id
	last   map[string]*odtList     // of each style
	count  int                     // lists met so far
	open   []*odtLevel             // levels around the current place, outermost first
}

// odtStyle is style:style.
type odtStyle struct {
	parent string
	list   string // style of the lists that its paragraphs stand in
	hidden bool
}

// odtListStyle is text:list-style, by level from 0.
type odtListStyle [listLevels]odtLevelStyle

// odtLevelStyle is how the items of a level are marked.
type odtLevelStyle struct {
	format         string // "1", "a", "A", "i", "I"; bullet; "" for no marker
	prefix, suffix string
	start          int
	shown          int // numbers in a marker, those of outer levels first
}

// odtList is an outermost text:list, and those that go on with it.
type odtList struct {
	number int
	counts counts
}

// odtLevel is text:list.
type odtLevel struct {
	list   *odtList
	style  string
	marked bool // the current item has its marker, or gets none
	start  *int // number of the current item; nil to count on
}

// odtType is what the types of all OpenDocuments that hold text begin with.
const odtType = "application/vnd.oasis.opendocument.text"

// readODT reads an OpenDocument. It returns errNotDocument for packages that
// are something else.
func readODT(k *pack) (string, error) {
	if !strings.HasPrefix(k.start("mimetype"), odtType) {
		return "", errNotDocument
	}
	r := &odtReader{
		doc:    &document{},
		styles: map[string]odtStyle{},
		lists:  map[string]odtListStyle{},
		named:  map[string]*odtList{},
		last:   map[string]*odtList{},
	}
	for _, name := range []string{"styles.xml", "content.xml"} {
		err := k.read(name, func(x *xmlReader, _ xml.StartElement) {
			r.x = x
			x.each(r.top)
		})
		if err != nil {
			return "", err
		}
	}
	return r.doc.html.String(), nil
}

// top reads the parts of styles.xml and content.xml.
func (r *odtReader) top(e xml.StartElement) {
	switch e.Name.Local {
	case "styles", "automatic-styles":
		r.x.each(r.style)
	case "body":
		r.x.each(func(c xml.StartElement) {
			if c.Name.Local == "text" {
				r.x.each(r.block)
			}
		})
	}
}

// style reads the styles of paragraphs, text and lists.
func (r *odtReader) style(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		s := odtStyle{parent: xmlAttr(e, "parent-style-name"), list: xmlAttr(e, "list-style-name")}
		r.x.each(func(c xml.StartElement) {
			s.hidden = s.hidden || c.Name.Local == "text-properties" && xmlAttr(c, "display") == "none"
		})
		r.styles[xmlAttr(e, "name")] = s
	case "list-style":
		var s odtListStyle
		r.x.each(func(c xml.StartElement) {
			if i := xmlInt(c, "level"); i != nil && *i >= 1 && *i <= listLevels {
				s[*i-1] = readODTLevel(c)
			}
		})
		r.lists[xmlAttr(e, "name")] = s
	}
}

// readODTLevel reads text:list-level-style-number and its like for bullets.
func readODTLevel(e xml.StartElement) odtLevelStyle {
	if e.Name.Local != "list-level-style-number" {
		return odtLevelStyle{format: bullet, prefix: bulletSign(xmlAttr(e, "bullet-char"))}
	}
	s := odtLevelStyle{format: xmlAttr(e, "num-format"), prefix: markerPiece(xmlAttr(e, "num-prefix")), suffix: markerPiece(xmlAttr(e, "num-suffix")), start: 1, shown: 1}
	if start := xmlInt(e, "start-value"); start != nil {
		s.start = *start
	}
	if shown := xmlInt(e, "display-levels"); shown != nil {
		s.shown = *shown
	}
	return s
}

// block reads an element that stands where paragraphs do.
func (r *odtReader) block(e xml.StartElement) {
	switch e.Name.Local {
	case "p", "h":
		r.paragraph(e)
	case "list":
		r.list(e)
	case "section":
		if xmlAttr(e, "display") != "none" {
			r.x.each(r.block)
		}
	case "table":
		r.doc.addTable(func() { r.x.each(r.block) })
	case "table-row":
		r.doc.addRow(func() { r.x.each(r.block) })
	case "table-cell":
		r.doc.addCell(func() { r.x.each(r.block) })
	case "table-header-rows", "table-rows", "table-row-group", "numbered-paragraph":
		r.x.each(r.block)
	}
	if slices.Contains(odtShapes, e.Name.Local) {
		outer := r.open
		r.open = nil
		r.x.each(r.block)
		r.open = outer
	}
}

// odtShapes are the drawings that text stands in.
var odtShapes = []string{"frame", "text-box", "custom-shape", "g", "rect", "ellipse"}

// list reads text:list.
func (r *odtReader) list(e xml.StartElement) {
	level := &odtLevel{style: xmlAttr(e, "style-name")}
	goesOn := xmlAttr(e, "continue-numbering") == "true"
	if depth := len(r.open); depth > 0 {
		outer := r.open[depth-1]
		level.list = outer.list
		if level.style == "" {
			level.style = outer.style
		}
		if !goesOn {
			level.list.counts.restart(depth)
		}
	} else {
		level.list = r.named[xmlAttr(e, "continue-list")]
		if level.list == nil && goesOn {
			level.list = r.last[level.style]
		}
		if level.list == nil {
			r.count++
			level.list = &odtList{number: r.count}
		}
		r.last[level.style] = level.list
		if id := xmlAttr(e, "id"); id != "" {
			r.named[id] = level.list
		}
	}
	r.open = append(r.open, level)
	r.x.each(func(c xml.StartElement) {
		switch c.Name.Local {
		case "list-item", "list-header":
			level.marked = c.Name.Local == "list-header"
			level.start = xmlInt(c, "start-value")
			r.x.each(r.block)
		}
	})
	r.open = r.open[:len(r.open)-1]
}

// paragraph reads text:p or text:h.
func (r *odtReader) paragraph(e xml.StartElement) {
	style := r.inherited(xmlAttr(e, "style-name"))
	if style.hidden {
		return
	}
	var text strings.Builder
	r.inline(&text)
	r.doc.paragraph(symbols(text.String()), r.item(style), setApart)
}

// inherited is a style with what those say that it is based on.
func (r *odtReader) inherited(name string) odtStyle {
	const deepest = 20 // styles based on each other
	s := r.styles[name]
	for range deepest {
		parent, ok := r.styles[s.parent]
		if !ok {
			break
		}
		s.hidden = s.hidden || parent.hidden
		if s.list == "" {
			s.list = parent.list
		}
		s.parent = parent.parent
	}
	return s
}

// inline reads the text in the current element.
func (r *odtReader) inline(text *strings.Builder) {
	r.x.mixed(func(e xml.StartElement) {
		switch e.Name.Local {
		case "s":
			spaces := 1
			if n := xmlInt(e, "c"); n != nil {
				spaces = max(1, min(*n, maxIndent))
			}
			text.WriteString(strings.Repeat(" ", spaces))
		case "tab":
			text.WriteByte('\t')
		case "line-break":
			text.WriteByte('\n')
		case "note", "annotation", "hidden-text", "placeholder", "ruby-text":
		case "span":
			if !r.inherited(xmlAttr(e, "style-name")).hidden {
				r.inline(text)
			}
		default:
			if slices.Contains(odtShapes, e.Name.Local) {
				r.block(e)
				return
			}
			r.inline(text) // links, fields
		}
	}, func(s string) { writeCollapsed(text, s) })
}

// writeCollapsed adds text of which runs of white space count as one space,
// and none at the start.
func writeCollapsed(text *strings.Builder, s string) {
	words := strings.TrimLeftFunc(s, isCollapsible)
	if len(words) < len(s) && text.Len() > 0 && !strings.HasSuffix(text.String(), " ") {
		text.WriteByte(' ')
	}
	if words == "" {
		return
	}
	end := strings.TrimRightFunc(words, isCollapsible)
	text.WriteString(strings.Join(strings.FieldsFunc(end, isCollapsible), " "))
	if len(end) < len(words) {
		text.WriteByte(' ')
	}
}

// item counts a paragraph and says which item of which list it is.
func (r *odtReader) item(style odtStyle) listItem {
	if len(r.open) == 0 {
		return listItem{}
	}
	at := min(len(r.open), listLevels) - 1
	level := r.open[at]
	name := level.style
	if name == "" {
		name = style.list
	}
	levels, ok := r.lists[name]
	if !ok {
		levels[at] = odtLevelStyle{format: bullet, prefix: bullet}
	}
	if levels[at].format == "" {
		return listItem{}
	}
	item := listItem{list: level.list.number, level: at + 1}
	if !level.marked {
		level.marked = true
		level.list.counts.next(at, levels[at].start, level.start)
		item.marker = levels.marker(level.list.counts, at)
	}
	return item
}

// marker writes what stands in front of the last item of a level.
func (s odtListStyle) marker(c counts, at int) string {
	level := s[at]
	if level.format == bullet {
		return level.prefix
	}
	var numbers []string
	for i := max(0, at+1-level.shown); i <= at; i++ {
		if s[i].format != "" && s[i].format != bullet {
			numbers = append(numbers, odtNumber(s[i].format, c.value(i, s[i].start)))
		}
	}
	return shownMarker(level.prefix + strings.Join(numbers, ".") + level.suffix)
}

// odtNumber writes a number.
func odtNumber(format string, n int) string {
	switch format {
	case "a":
		return letters(n)
	case "A":
		return strings.ToUpper(letters(n))
	case "i":
		return roman(n)
	case "I":
		return strings.ToUpper(roman(n))
	}
	return strconv.Itoa(n)
}
