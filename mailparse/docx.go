package mailparse

import (
	"cmp"
	"encoding/xml"
	"path"
	"strings"
)

// docxReader reads WordprocessingML (ECMA-376 part 1, section 17). Read is
// what the writer sees in Word: no deleted, hidden or placeholder text, no
// comments and footnotes, no headers and footers.
type docxReader struct {
	x         *xmlReader
	doc       *document
	styles    map[string]docxStyle
	numbering docxNumbering
	section   int // headings met so far
}

// docxStyle is a paragraph, character or list style.
type docxStyle struct {
	name    string // in English, whatever the language of Word; lower case
	basedOn string
	docxProperties
}

// docxProperties are the properties of a paragraph or run, or of a style. A
// nil or empty one is inherited.
type docxProperties struct {
	style   string
	num     string // w:numId; "0" takes a paragraph out of the list of its style
	level   *int   // w:ilvl, from 0
	outline *int   // w:outlineLvl: 0 to 8 for headings
	hidden  *bool
	deleted bool // the end of the paragraph is deleted
}

// readDocx reads a document of Word's. It returns errNotDocument for packages
// that are something else.
func readDocx(k *pack) (string, error) {
	parts, err := docxParts(k)
	if err != nil {
		return "", err
	}
	r := &docxReader{doc: &document{}, styles: map[string]docxStyle{}, numbering: docxNumbering{map[string]*docxList{}, map[string]*docxInstance{}, 0}}
	for _, part := range []struct {
		name string
		read func(xml.StartElement)
	}{{parts.styles, r.style}, {parts.numbering, r.definition}, {parts.main, r.block}} {
		err := k.read(part.name, func(x *xmlReader, _ xml.StartElement) {
			r.x = x
			x.each(part.read)
		})
		if err != nil {
			return "", err
		}
	}
	return r.doc.html.String(), nil
}

// docxIndex is the file that lists the types of the others.
const docxIndex = "[Content_Types].xml"

// docxNames are the files of a package that are read.
type docxNames struct{ main, styles, numbering string }

// docxParts finds the files by their types. Their names are up to the program:
// Word on the web has word/document2.xml.
func docxParts(k *pack) (docxNames, error) {
	var found docxNames
	var others []docxNames
	err := k.read(docxIndex, func(x *xmlReader, _ xml.StartElement) {
		x.each(func(e xml.StartElement) {
			kind, name := xmlAttr(e, "ContentType"), strings.TrimPrefix(xmlAttr(e, "PartName"), "/")
			switch {
			case strings.Contains(kind, "word") && strings.HasSuffix(kind, ".main+xml"):
				found.main = name
			case strings.HasSuffix(kind, "wordprocessingml.styles+xml"):
				others = append(others, docxNames{styles: name})
			case strings.HasSuffix(kind, "wordprocessingml.numbering+xml"):
				others = append(others, docxNames{numbering: name})
			}
		})
	})
	if err == nil && k.files[found.main] == nil {
		err = errNotDocument
	}
	// Word's store of building blocks has styles and numbering of its own.
	for _, other := range others {
		if path.Dir(other.styles+other.numbering) == path.Dir(found.main) {
			found.styles += other.styles
			found.numbering += other.numbering
		}
	}
	return found, err
}

// definition reads a child of w:numbering.
func (r *docxReader) definition(e xml.StartElement) { r.numbering.add(r.x, e) }

// style reads w:style.
func (r *docxReader) style(e xml.StartElement) {
	if e.Name.Local != "style" {
		return
	}
	s := docxStyle{}
	r.x.each(func(c xml.StartElement) {
		switch c.Name.Local {
		case "name":
			s.name = strings.ToLower(xmlAttr(c, "val"))
		case "basedOn":
			s.basedOn = xmlAttr(c, "val")
		case "pPr", "rPr":
			s.read(r.x)
		}
	})
	r.styles[xmlAttr(e, "styleId")] = s
}

// read reads the content of w:pPr or w:rPr.
func (p *docxProperties) read(x *xmlReader) {
	x.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle", "rStyle":
			p.style = xmlAttr(e, "val")
		case "numPr":
			x.each(func(c xml.StartElement) {
				switch c.Name.Local {
				case "numId":
					p.num = xmlAttr(c, "val")
				case "ilvl":
					p.level = xmlInt(c, "val")
				}
			})
		case "outlineLvl":
			p.outline = xmlInt(e, "val")
		case "vanish":
			hidden := isOn(e)
			p.hidden = &hidden
		case "rPr": // of the mark that ends the paragraph
			x.each(func(c xml.StartElement) { p.deleted = p.deleted || c.Name.Local == "del" })
		}
	})
}

// isOn reads a property that is there or not.
func isOn(e xml.StartElement) bool {
	switch xmlAttr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// inherit fills in what the style of p and those it is based on say.
func (r *docxReader) inherit(p docxProperties) docxProperties {
	const deepest = 20 // styles based on each other
	var styles []string
	listed := p.num != ""
	for id := p.style; len(styles) < deepest; {
		s, ok := r.styles[id]
		if !ok {
			break
		}
		styles = append(styles, id)
		if p.num == "" {
			p.num, p.level = s.num, cmp.Or(p.level, s.level)
		}
		p.outline = cmp.Or(p.outline, s.outline)
		p.hidden = cmp.Or(p.hidden, s.hidden)
		id = s.basedOn
	}
	if !listed && p.level == nil {
		p.level = r.levelOfStyle(p.num, styles)
	}
	return p
}

// block reads an element that stands where paragraphs do.
func (r *docxReader) block(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		r.paragraph()
	case "tbl":
		r.doc.addTable(func() { r.x.each(r.block) })
	case "tr":
		r.doc.addRow(func() { r.x.each(r.block) })
	case "tc":
		r.doc.addCell(func() { r.x.each(r.block) })
	case "sdt":
		r.control(r.block)
	case "AlternateContent":
		r.choice(r.block)
	case "body", "ins", "moveTo", "customXml":
		r.x.each(r.block)
	}
}

// control reads a content control, unless it shows only what to write there.
func (r *docxReader) control(visit func(xml.StartElement)) {
	unread := false
	r.x.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "sdtPr":
			r.x.each(func(c xml.StartElement) {
				unread = unread || c.Name.Local == "showingPlcHdr"
			})
		case "sdtContent":
			if !unread {
				r.x.each(visit)
			}
		}
	})
}

// choice reads the first form of what is there for newer and older programs.
func (r *docxReader) choice(visit func(xml.StartElement)) {
	read := false
	r.x.each(func(e xml.StartElement) {
		if !read {
			read = true
			r.x.each(visit)
		}
	})
}

// paragraph reads w:p. Text boxes are read above the paragraph that they are
// anchored in.
func (r *docxReader) paragraph() {
	var p docxProperties
	var text strings.Builder
	r.x.each(func(e xml.StartElement) {
		if e.Name.Local == "pPr" {
			p.read(r.x)
			p = r.inherit(p)
			return
		}
		r.inline(e, &text, p)
	})
	name := r.styles[p.style].name
	if strings.HasPrefix(name, "toc ") {
		return
	}
	written := strings.TrimSpace(text.String()) != ""
	if !written && (p.deleted || isTrue(p.hidden)) {
		return
	}
	if p.outline != nil && *p.outline < listLevels && written {
		r.section++
	}
	m := setApart
	if name == "list paragraph" {
		m = tight
	}
	r.doc.paragraph(symbols(text.String()), r.item(p), m)
}

func isTrue(b *bool) bool { return b != nil && *b }

// inline reads an element within a paragraph of properties p.
func (r *docxReader) inline(e xml.StartElement, text *strings.Builder, p docxProperties) {
	visit := func(e xml.StartElement) { r.inline(e, text, p) }
	switch e.Name.Local {
	case "r":
		r.run(text, p.hidden)
	case "hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo", "oMath", "oMathPara":
		r.x.each(visit)
	case "sdt":
		r.control(visit)
	case "AlternateContent":
		r.choice(visit)
	}
}

// run reads w:r, text of the same properties.
func (r *docxReader) run(text *strings.Builder, hidden *bool) {
	write := func(s string) {
		if !isTrue(hidden) {
			text.WriteString(s)
		}
	}
	var visit func(e xml.StartElement)
	visit = func(e xml.StartElement) {
		switch e.Name.Local {
		case "rPr":
			var p docxProperties
			p.read(r.x)
			if p = r.inherit(p); p.hidden != nil {
				hidden = p.hidden
			}
		case "t":
			write(r.x.text())
		case "tab", "ptab":
			write("\t")
		case "br", "cr":
			write("\n")
		case "noBreakHyphen":
			write("-")
		case "sym":
			write(bullet)
		case "AlternateContent":
			r.choice(visit)
		case "drawing", "pict", "object":
			r.x.each(r.boxes)
		}
	}
	r.x.each(visit)
}

// boxes reads the text boxes in a drawing.
func (r *docxReader) boxes(e xml.StartElement) {
	switch e.Name.Local {
	case "txbxContent":
		r.x.each(r.block)
	case "AlternateContent":
		r.choice(r.boxes)
	default:
		r.x.each(r.boxes)
	}
}
