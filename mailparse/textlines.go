package mailparse

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// flow says how the lines of a text/plain part were wrapped.
type flow struct {
	flowed bool // RFC 3676: a line that ends in a space goes on in the next
	delSp  bool // that space is not part of the text
}

// flowOf reads the parameters of Content-Type (RFC 3676 section 4).
func flowOf(params map[string]string) flow {
	return flow{
		flowed: strings.EqualFold(params["format"], "flowed"),
		delSp:  strings.EqualFold(params["delsp"], "yes"),
	}
}

// tabWidth is the number of columns between tab stops.
const tabWidth = 8

// maxBlank is how many blank lines in a row are kept.
const maxBlank = 2

// maxLines is how many lines of one part are read.
const maxLines = 20_000

// tooManyLines is the defect of a part that has more.
const tooManyLines Defect = "text cut at 20000 lines"

// textLines reads the lines of plain text.
func textLines(text string, f flow) []line {
	var (
		lines = make([]line, 0, min(strings.Count(text, "\n")+1, maxLines))
		open  []byte // text of the last line while it goes on; nil when it does not
		blank int    // blank lines at the end of lines
	)
	end := func() {
		if open != nil {
			lines[len(lines)-1].text = trimRight(string(open))
			open = nil
		}
	}
	for raw := range splitLines(text) {
		quote, content, soft := f.cut(raw)
		if open != nil && lines[len(lines)-1].quote == quote && continues(open, content) {
			open = append(open, strings.TrimLeft(content, " ")...)
			if !soft {
				end()
			}
			continue
		}
		end()
		indent, content := cutIndent(content)
		l := line{text: trimRight(content), quote: quote, indent: indent}
		if blank++; l.text != "" || quote > 0 {
			blank = 0
		}
		if blank > maxBlank {
			continue
		}
		if len(lines) == maxLines {
			break
		}
		lines = append(lines, l)
		if soft && l.text != "" {
			open = []byte(content)
		}
	}
	end()
	return trimBlank(lines)
}

// cut splits a line into quote depth and content and reports whether the line
// goes on in the next.
func (f flow) cut(raw string) (quote int, content string, soft bool) {
	if f.flowed && strings.HasPrefix(raw, " ") { // stuffed: a ">" below is text
		content, soft = f.unflow(raw)
		return 0, content, soft
	}
	quote, content = cutQuote(raw)
	content, soft = f.unflow(content)
	return quote, content, soft
}

// continues reports whether content goes on with a line that ends in a space.
func continues(above []byte, content string) bool {
	return content != "" && content != signatureMark && !startsItem(above, content)
}

// signatureMark stands above signatures; its last space does not mean that it
// is continued (RFC 3676 section 4.3).
const signatureMark = "-- "

// unflow removes space-stuffing from a line without its quote prefix and
// reports whether the line goes on in the next.
func (f flow) unflow(content string) (text string, soft bool) {
	if !f.flowed {
		return content, false
	}
	content = strings.TrimPrefix(content, " ")
	if content == signatureMark || !strings.HasSuffix(content, " ") {
		return content, false
	}
	if f.delSp {
		content = content[:len(content)-1]
	}
	return content, true
}

// itemStart is what begins an item of a typed list.
var itemStart = regexp.MustCompile(`^\s*(?:\d{1,2}[.):]|[a-zåäö][.)]|[-*•–])\s`)

// startsItem reports whether next begins a list item although the line above
// it ends in a space. QUIRK: some mailers label text as flowed and leave the
// spaces that people type at the end of a line; a line that was wrapped is
// longer than half the usual width.
func startsItem(above []byte, next string) bool {
	const shortest = 40
	return len(above) < shortest*utf8.UTFMax && utf8.RuneCount(above) < shortest && itemStart.MatchString(next)
}

// splitLines yields the lines of a text with any of the line breaks in use.
func splitLines(text string) func(yield func(string) bool) {
	breaks := "\n\r\f\v"
	for _, rare := range []string{"\u2028", "\u2029"} { // IndexAny is slow with more than ASCII
		if strings.Contains(text, rare) {
			breaks += rare
		}
	}
	return func(yield func(string) bool) {
		for text != "" {
			end := strings.IndexAny(text, breaks)
			if end < 0 {
				yield(text)
				return
			}
			if !yield(text[:end]) {
				return
			}
			_, size := utf8.DecodeRuneInString(text[end:])
			if strings.HasPrefix(text[end:], "\r\n") {
				size = 2
			}
			text = text[end+size:]
		}
	}
}

// cutQuote removes the prefix of quoted lines, one ">" a level with or without
// spaces between them, and returns its depth.
func cutQuote(s string) (depth int, rest string) {
	// QUIRK: GroupWise writes ">>> Name <address> date >>>" above a quote.
	if strings.HasPrefix(s, ">>> ") && strings.HasSuffix(trimRight(s), " >>>") {
		return 0, s
	}
	const maxDepth = 100
	rest = s
	for depth < maxDepth {
		// Up to three spaces may stand before each sign.
		after := strings.TrimLeft(rest, " ")
		if !strings.HasPrefix(after, ">") || len(rest)-len(after) > 3 {
			break
		}
		depth++
		rest = after[1:]
	}
	if depth > 0 {
		rest = strings.TrimPrefix(rest, " ")
	}
	return depth, rest
}

// cutIndent removes white space at both ends and returns the columns that
// stood before the text.
func cutIndent(s string) (columns int, text string) {
	for i, r := range s {
		switch {
		case r == '\t':
			columns += tabWidth - columns%tabWidth
		case unicode.IsSpace(r):
			columns++
		default:
			return columns, s[i:]
		}
	}
	return 0, ""
}

// trimRight removes white space at the end and turns what is special inside
// into plain spaces: non-breaking, thin, ideographic.
func trimRight(s string) string {
	s = strings.TrimRightFunc(s, isSpace)
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r != '\t' && isSpace(r) {
			return ' '
		}
		return r
	}, s)
}
