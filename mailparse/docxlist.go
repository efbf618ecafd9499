package mailparse

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// docxNumbering is what word/numbering.xml says (ECMA-376 part 1, section
// 17.9). Paragraphs name an instance (w:num) of a definition (w:abstractNum).
// Instances of one definition go on counting where the one before stopped,
// unless they say where to start.
type docxNumbering struct {
	definitions map[string]*docxList
	instances   map[string]*docxInstance
	lists       int // lists met so far
}

// docxList is w:abstractNum, and how far it has been counted.
type docxList struct {
	levels  [listLevels]docxLevel
	style   string // w:numStyleLink: the definition is that of a list style
	number  int    // of the list; 0 before its first item
	section int    // of its last item
	counts  counts
}

// docxLevel is w:lvl.
type docxLevel struct {
	start  int
	format string // ST_NumberFormat
	text   string // "%1.", "%1.%2", "(%1)"
	style  string // of paragraphs that are of this level without saying so
}

// docxInstance is w:num.
type docxInstance struct {
	definition string
	start      [listLevels]*int       // where a level begins anew at its first item
	levels     [listLevels]*docxLevel // used instead of the definition's
}

// add reads a child of w:numbering.
func (n *docxNumbering) add(x *xmlReader, e xml.StartElement) {
	switch e.Name.Local {
	case "abstractNum":
		list := &docxList{}
		x.each(func(c xml.StartElement) {
			switch c.Name.Local {
			case "lvl":
				if i, ok := docxLevelAt(c); ok {
					list.levels[i] = readDocxLevel(x)
				}
			case "numStyleLink":
				list.style = xmlAttr(c, "val")
			}
		})
		n.definitions[xmlAttr(e, "abstractNumId")] = list
	case "num":
		instance := &docxInstance{}
		x.each(func(c xml.StartElement) {
			switch c.Name.Local {
			case "abstractNumId":
				instance.definition = xmlAttr(c, "val")
			case "lvlOverride":
				instance.override(x, c)
			}
		})
		n.instances[xmlAttr(e, "numId")] = instance
	}
}

// override reads w:lvlOverride.
func (n *docxInstance) override(x *xmlReader, e xml.StartElement) {
	i, ok := docxLevelAt(e)
	if !ok {
		return
	}
	x.each(func(c xml.StartElement) {
		switch c.Name.Local {
		case "startOverride":
			n.start[i] = xmlInt(c, "val")
		case "lvl":
			level := readDocxLevel(x)
			n.levels[i] = &level
		}
	})
}

// docxLevelAt is the level that e is about, from 0.
func docxLevelAt(e xml.StartElement) (int, bool) {
	i := xmlInt(e, "ilvl")
	if i == nil || *i < 0 || *i >= listLevels {
		return 0, false
	}
	return *i, true
}

// readDocxLevel reads w:lvl.
func readDocxLevel(x *xmlReader) docxLevel {
	var l docxLevel
	x.each(func(e xml.StartElement) {
		switch e.Name.Local {
		case "start":
			if start := xmlInt(e, "val"); start != nil {
				l.start = *start
			}
		case "numFmt":
			l.format = xmlAttr(e, "val")
		case "lvlText":
			l.text = markerPiece(xmlAttr(e, "val"))
		case "pStyle":
			l.style = xmlAttr(e, "val")
		}
	})
	return l
}

// item counts a paragraph and says which item of which list it is.
func (r *docxReader) item(p docxProperties) listItem {
	instance, list := r.list(p.num)
	if list == nil {
		return listItem{}
	}
	at := 0
	if p.level != nil {
		at = max(0, min(*p.level, listLevels-1))
	}
	level := instance.level(list, at)
	if level.format == "" || level.format == "none" && level.text == "" {
		return listItem{}
	}
	restart := instance.start[at]
	instance.start[at] = nil
	// Word has one definition for all the bullets of a document.
	apart := level.format == "bullet" && list.section != r.section
	if list.number == 0 || restart != nil && at == 0 || apart && at == 0 {
		r.numbering.lists++
		list.number = r.numbering.lists
	}
	list.section = r.section
	list.counts.next(at, level.start, restart)
	return listItem{list: list.number, level: at + 1, marker: instance.marker(list, at)}
}

// list finds the definition of the instance named num.
func (r *docxReader) list(num string) (*docxInstance, *docxList) {
	const longest = 4 // links from definitions to styles
	for range longest {
		instance := r.numbering.instances[num]
		if instance == nil {
			break
		}
		list := r.numbering.definitions[instance.definition]
		if list == nil || list.style == "" {
			return instance, list
		}
		num = r.styles[list.style].num
	}
	return nil, nil
}

// levelOfStyle finds the level of an instance that paragraphs have for the
// first of their styles that the list knows.
func (r *docxReader) levelOfStyle(num string, styles []string) *int {
	instance, list := r.list(num)
	if list == nil {
		return nil
	}
	for _, style := range styles {
		for i := range listLevels {
			if instance.level(list, i).style == style {
				return &i
			}
		}
	}
	return nil
}

func (n *docxInstance) level(list *docxList, at int) docxLevel {
	if l := n.levels[at]; l != nil {
		return *l
	}
	return list.levels[at]
}

// marker writes what stands in front of the last item of a level.
func (n *docxInstance) marker(list *docxList, at int) string {
	level := n.level(list, at)
	if level.format == "bullet" {
		return bulletSign(level.text)
	}
	text := level.text
	for i := range at + 1 {
		of := n.level(list, i)
		number := docxNumber(of.format, list.counts.value(i, of.start))
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), number)
	}
	return shownMarker(text)
}

// docxNumber writes a number. Formats in other scripts are read as decimal.
func docxNumber(format string, n int) string {
	switch format {
	case "lowerLetter":
		return docxLetters(n)
	case "upperLetter":
		return strings.ToUpper(docxLetters(n))
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// docxLetters counts a, b, … z, aa, bb, …
func docxLetters(n int) string {
	const most = 3 * 26
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(letters((n-1)%26+1), (n-1)/26+1)
}
