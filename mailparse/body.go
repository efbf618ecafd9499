package mailparse

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lines reads a mail: the parts that it shows as its text, in order, and then
// the files attached to it. Blank lines stand only between lines with text.
func (p *parser) lines(mail *part) []line {
	body := p.shown(mail)
	lines := trimBlank(append(body, p.attached(mail, body)...))
	if len(lines) == 0 && p.pictures > 0 {
		p.doubt(ListAttached)
	}
	return lines
}

// shown reads a part that the mail shows as its text.
func (p *parser) shown(n *part) []line {
	switch {
	case n.kind == "multipart/alternative":
		return p.alternative(n.children)
	case n.kind == "multipart/encrypted":
		p.cannotRead("encrypted (PGP)")
		return nil
	case strings.HasPrefix(n.kind, "multipart/"):
		return p.sequence(n)
	case isMail(n.kind):
		return p.attachedMail(n)
	case n.isFile():
		return nil
	}
	return p.textPart(n)
}

// alternative picks one of several forms of the same text. HTML comes first,
// wherever it stands: text made from it loses the numbers of lists or breaks
// the line after them in one item of five. Among equals the last is meant to be
// best (RFC 2046 section 5.1.4).
func (p *parser) alternative(forms []*part) []line {
	for _, html := range []bool{true, false} {
		for i := range forms {
			form := forms[len(forms)-1-i]
			if form.hasHTML() != html {
				continue
			}
			if lines := p.shown(form); len(lines) > 0 {
				if html {
					p.compare(lines, forms)
				}
				return lines
			}
		}
	}
	if len(forms) == 0 {
		p.cannotRead("multipart without content")
	}
	return nil
}

// isFlat reports lists of which the HTML has a single level.
func isFlat(lines []line) bool {
	deepest := 0
	for _, l := range lines {
		deepest = max(deepest, l.level)
	}
	return deepest == 1
}

// compare looks into the plain form of a text for what its HTML does not tell.
func (p *parser) compare(lines []line, forms []*part) {
	at := slices.IndexFunc(forms, func(n *part) bool { return n.kind == "text/plain" })
	if at < 0 || !mayDiffer(lines, forms[at]) {
		return
	}
	// What is wrong with a form that is not shown is nobody's concern.
	aside := parser{limits: p.limits, message: &Message{}}
	plain := aside.textPart(forms[at])
	if isFlat(lines) {
		nest(lines, plain)
	}
	if len(plain) > 0 && formsDiffer(lines, plain) {
		p.doubt(FormsDiffer)
	}
}

// mayDiffer spares the reading of a plain form that can tell nothing new: that
// of HTML without lists, unless it is much longer.
func mayDiffer(lines []line, plain *part) bool {
	size := 0
	for _, l := range lines {
		if isItem(l) {
			return true
		}
		size += len(l.text)
	}
	const little = 200 // bytes, of what programs add to a plain form
	return len(plain.body) > 2*size+little
}

// plainMarker is the marker of a list item in plain text made from HTML.
var plainMarker = regexp.MustCompile(`^(?:[-*•·–o]|\d{1,2}[.)]|[a-z][.)])\s+`)

// nest takes over from the plain form which items of a flat list are indented.
// QUIRK: some programs make a flat list of typed items and their sub-items in
// the HTML and keep the indent in the text.
func nest(lines, plain []line) {
	const ahead = 20 // lines to look for an item
	outer := map[int]int{}
	for i := range lines {
		l := &lines[i]
		if l.level == 0 || l.marker == "" {
			continue
		}
		for j := range min(ahead, len(plain)) {
			text := plainMarker.ReplaceAllString(plain[j].text, "")
			if text == "" || !strings.HasPrefix(l.text, text) {
				continue
			}
			indent := plain[j].indent
			if least, seen := outer[l.list]; !seen || indent < least {
				outer[l.list] = indent
			} else if indent >= least+2 {
				l.level++
			}
			plain = plain[j+1:]
			break
		}
	}
}

// hasHTML reports whether a part is HTML or holds some, other mails apart.
func (n *part) hasHTML() bool {
	if n.kind == "text/html" {
		return true
	}
	if strings.HasPrefix(n.kind, "multipart/") {
		for _, child := range n.children {
			if child.hasHTML() {
				return true
			}
		}
	}
	return false
}

// sequence reads parts that are shown one below the other.
func (p *parser) sequence(n *part) (lines []line) {
	if len(n.children) == 0 {
		p.cannotRead("multipart without content")
	}
	for _, child := range n.children {
		// A delivery report returns somebody's mail; it is not passed on.
		if n.kind == "multipart/report" && isMail(child.kind) {
			continue
		}
		next := p.shown(child)
		switch {
		case len(lines) == 0:
			lines = next
		case len(next) > 0:
			lines = append(append(lines, line{}), next...)
		}
	}
	return lines
}

// attachedMail reads a mail that the sender passes on whole.
func (p *parser) attachedMail(n *part) (lines []line) {
	if len(n.children) == 0 {
		return nil
	}
	mail := n.children[0]
	from, _ := mail.header.address("From", "Sender", "Reply-To", "Return-Path")
	lines = p.lines(mail)
	for i := range lines {
		if lines[i].role == RoleUnknown {
			lines[i].role = RoleForward
		}
		if lines[i].from == "" {
			lines[i].from = from
		}
	}
	return lines
}

// cannotRead notes what a part is whose text cannot be read, each kind once.
func (p *parser) cannotRead(what string) {
	const most = 10
	if len(p.unreadable) < most && !slices.Contains(p.unreadable, what) {
		p.unreadable = append(p.unreadable, what)
	}
}

// isReadable reports media types that are text for a person.
func isReadable(kind string) bool {
	switch kind {
	case "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/csv", "text/rtf",
		"text/xml", "text/css", "text/javascript", "text/rfc822-headers":
		return false
	}
	return strings.HasPrefix(kind, "text/")
}

// textPart reads the lines of text/plain and text/html.
func (p *parser) textPart(n *part) []line {
	lines, ok := p.readText(n)
	switch {
	case ok:
	case n.fileName() != "": // a file that says it is text
		p.notRead(n, ": binary content")
	default:
		p.cannotRead(printable(n.kind) + " with binary content")
	}
	return lines
}

// readText reads the lines of text/plain and text/html; false for what no
// charset makes text of.
func (p *parser) readText(n *part) ([]line, bool) {
	content := p.transferred(n)
	asHTML := n.kind == "text/html" || looksLikeHTML(content)
	label := n.params["charset"]
	if label == "" && asHTML {
		label = metaCharset(content)
	}
	text, defect := decodeText(content, label)
	p.defect(defect)
	switch {
	case isGarbage(text):
		return nil, false
	case asHTML:
		return p.htmlLines(text), true
	}
	lines := textLines(repairMojibake(clean(p.within(text))), flowOf(n.params))
	if len(lines) >= maxLines {
		p.defect(tooManyLines)
	}
	return lines, true
}

// within cuts text at what is left of the limit.
func (p *parser) within(text string) string {
	if left := p.limits.Text - p.text; len(text) > left {
		p.defect(Defect(fmt.Sprintf("text cut at %d bytes", p.limits.Text)))
		text = strings.ToValidUTF8(text[:left], "")
	}
	p.text += len(text)
	return text
}

// looksLikeHTML recognises HTML that is labelled as something else.
func looksLikeHTML(b []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(b[:min(len(b), 200)]))
	return bytes.HasPrefix(start, []byte("<html")) || bytes.HasPrefix(start, []byte("<!doctype html"))
}

// metaCharset is the charset that HTML declares in its first bytes.
func metaCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), 1024)])
	_, after, found := bytes.Cut(head, []byte("charset="))
	if !found {
		return ""
	}
	after = bytes.TrimLeft(after, `"' `)
	if end := bytes.IndexAny(after, "\"'> ;/"); end >= 0 {
		return string(after[:end])
	}
	return ""
}

// isGarbage reports text of which a tenth or more is control or replacement
// characters: no charset can make such bytes readable.
func isGarbage(s string) bool {
	const sample = 64 << 10
	s = s[:min(len(s), sample)]
	bad := 0
	for _, r := range s {
		if r == utf8.RuneError || (r < ' ' || r > '~') && unicode.IsControl(r) && !isSpace(r) {
			bad++
		}
	}
	return bad > 0 && bad*10 >= utf8.RuneCountInString(s)
}

// trimBlank removes blank lines at both ends.
func trimBlank(lines []line) []line {
	for len(lines) > 0 && lines[0].text == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].text == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
