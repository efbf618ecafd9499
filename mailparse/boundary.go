package mailparse

import (
	"slices"
	"strings"
	"unicode"
)

// boundary is the place where another mail begins: the lines [start, end)
// that a client wrote between the sender's words and the mail she answers or
// passes on.
type boundary struct {
	kind    boundaryKind
	end     int    // first line after the boundary
	name    string // display name of the other mail's author
	address string // her address, lower case; "" when the boundary does not tell
	subject string // subject of the other mail, where given
	to      string // who got the other mail, folded, where given
}

type boundaryKind int

const (
	noBoundary  boundaryKind = iota
	attribution              // "Den … skrev Anna:"
	headerBlock              // "Från: … Skickat: … Till: … Ämne: …", with or without a line above
	forwardMark              // "Vidarebefordrat meddelande", with or without a header block below
)

// reason is why the lines of a boundary are one.
func (k boundaryKind) reason() Reason {
	switch k {
	case headerBlock:
		return ByHeader
	case forwardMark:
		return ByAnnounced
	}
	return ByAttribution
}

// A boundary's parts are never longer than this; the bound keeps the search
// linear.
const (
	attributionLines = 4
	fieldLines       = 6   // lines of one header field: long To: lists wrap
	blockLines       = 40  // lines of one header block
	boundaryBytes    = 600 // of one line that can be part of an attribution
)

// boundaryAt reports the boundary that starts at lines[i].
func boundaryAt(lines []line, i int) boundary {
	text := lines[i].text
	if text == "" || len(text) > 8*boundaryBytes {
		return boundary{}
	}
	if b, ok := groupWise(lines, i); ok {
		return b
	}
	if kind := separator(text); kind != noBoundary {
		b := headersAt(lines, i+1)
		if b.kind != noBoundary {
			b.kind = max(kind, b.kind)
			return b
		}
		if kind == forwardMark || strings.HasPrefix(strings.TrimLeft(text, "* "), "--") {
			return boundary{kind: kind, end: i + 1}
		}
		return boundary{}
	}
	if drawnLine(text) {
		return headersAt(lines, i+1)
	}
	if b := headersAt(lines, i); b.kind != noBoundary {
		return b
	}
	if b := oneLineHeaders(text, i); b.kind != noBoundary {
		return b
	}
	return attributionAt(lines, i)
}

// separator reports which announcement of another mail a line is.
func separator(text string) boundaryKind {
	if len(text) > 120 {
		return noBoundary
	}
	core := strings.Trim(text, "-–—_=*>: \t")
	if len(core) == len(text) {
		return noBoundary
	}
	core = fold(core)
	switch {
	case slices.Contains(forwardMarkers, core):
		return forwardMark
	case slices.Contains(originalMarkers, core):
		return headerBlock
	}
	return noBoundary
}

// drawnLine reports a line drawn with one character, such as Outlook's underscores.
func drawnLine(text string) bool {
	return len(text) >= 5 && strings.Trim(text, "-_=–—* ") == ""
}

// headersAt reads a header block at lines[i], or after a few blank lines and
// rules. It takes at least two fields, one of them From, and a date with
// digits or an address: "Till: skolan" is a line as people write them.
func headersAt(lines []line, i int) boundary {
	i = skipBlank(lines, i, 5)
	if i >= len(lines) {
		return boundary{}
	}
	if _, _, ok := headerLine(lines[i].text); !ok {
		return boundary{}
	}
	var b boundary
	fields, from, proof := 0, false, false
	for end := min(len(lines), i+blockLines); i < end; {
		field, value, ok := headerLine(lines[i].text)
		if !ok {
			break
		}
		next := fieldEnd(lines, i)
		for _, l := range lines[i+1 : next] {
			if l.text != "" {
				value += " " + l.text
			}
		}
		switch field {
		case fieldFrom:
			from = true
			b.name, b.address = author(value)
			proof = proof || b.address != ""
		case fieldDate:
			proof = proof || strings.ContainsFunc(value, unicode.IsDigit)
		case fieldTo:
			b.to = fold(value)
		case fieldSubject:
			b.subject = value
		}
		fields++
		b.end = next
		i = skipBlank(lines, next, 2)
	}
	if fields < 2 || !from || !proof {
		return boundary{}
	}
	b.kind = headerBlock
	return b
}

// skipBlank returns the index of the first line from i that is neither blank
// nor a rule, passing at most n of those.
func skipBlank(lines []line, i, n int) int {
	for ; i < len(lines) && n > 0 && (lines[i].text == "" || drawnLine(lines[i].text)); n-- {
		i++
	}
	return i
}

// fieldEnd returns the line after the field at lines[i]. Lines that follow
// belong to it only when another field comes right after them.
func fieldEnd(lines []line, i int) int {
	for k := i + 1; k < len(lines) && k <= i+fieldLines; k++ {
		if lines[k].text == "" {
			break
		}
		if _, _, ok := headerLine(lines[k].text); ok {
			return k
		}
	}
	return i + 1
}

// headerLine reads "Från: Anna", also "*Från:* Anna" as Gmail re-quotes it.
func headerLine(text string) (field headerField, value string, ok bool) {
	text = strings.TrimLeft(text, "*_> \t")
	label, value, ok := strings.Cut(text, ":")
	if !ok || len(label) > 40 {
		return 0, "", false
	}
	field, ok = headerNames[fold(strings.Trim(label, "* "))]
	return field, strings.TrimSpace(strings.TrimPrefix(value, "*")), ok
}

// oneLineHeaders reads the block that Yahoo's forwards have on one line:
// "----- Vidarebefordrat meddelande ----- Från: …Till: …".
func oneLineHeaders(text string, i int) boundary {
	dashed, ok := strings.CutPrefix(text, "---")
	if !ok {
		return boundary{}
	}
	title, rest, ok := strings.Cut(strings.TrimLeft(dashed, "- "), "--")
	if !ok {
		return boundary{}
	}
	kind := separator("--" + title)
	if kind == noBoundary {
		return boundary{}
	}
	field, value, ok := headerLine(strings.TrimLeft(rest, "- "))
	if !ok || field != fieldFrom {
		return boundary{}
	}
	b := boundary{kind: kind, end: i + 1}
	b.name, b.address = author(value)
	return b
}

// author splits the value of a From field: "Anna Ek <anna@a.example>",
// "Anna Ek [mailto:anna@a.example] För Bibblan".
func author(value string) (name, addr string) {
	addr = address(value)
	name = value
	if i := strings.IndexAny(name, "<["); i >= 0 {
		name = name[:i]
	}
	for _, agent := range []string{" på uppdrag av ", " on behalf of ", " för ", " via "} {
		if before, _, ok := strings.Cut(name, agent); ok {
			name = before
		}
	}
	if strings.Contains(name, "@") {
		name = ""
	}
	return strings.Trim(name, " \"'*,;:"), addr
}
