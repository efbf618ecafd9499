package mailparse

import (
	"bufio"
	"bytes"
	"fmt"
	"mime"
	"net/mail"
	"regexp"
	"strings"
	"time"

	gomessage "github.com/emersion/go-message"
	gomail "github.com/emersion/go-message/mail"
	"github.com/emersion/go-message/textproto"
)

// header is the header block of a mail or of one of its parts.
type header struct{ gomail.Header }

// newline ends a field of a repaired header block.
const newline = "\r\n"

// readHeader reads the header block at the start of b, at most max bytes of
// it, and returns what follows. It repairs what go-message refuses: lines that
// are no fields are left out, and text that follows the fields without a blank
// line is the body. Without a single field the whole of b is the body.
func readHeader(b []byte, max int) (h header, body []byte, defect Defect) {
	block, body := cutHeader(b)
	if len(block) > max {
		block = block[:max]
		defect = Defect(fmt.Sprintf("header cut at %d bytes", max))
	}
	repaired, skipped := repairHeader(block)
	if skipped > 0 && defect == "" {
		defect = Defect(fmt.Sprintf("%d header lines are no header fields: left out", skipped))
	}
	fields, err := textproto.ReadHeader(bufio.NewReaderSize(bytes.NewReader(repaired), min(len(repaired), 4<<10)))
	if err != nil && defect == "" {
		defect = Defect("header: " + err.Error())
	}
	h.Header = gomail.Header{Header: gomessage.Header{Header: fields}}
	return h, body, defect
}

// cutHeader finds the end of the header block: a blank line or, where the
// blank line is missing, the first line below the last field that is none.
func cutHeader(b []byte) (block, body []byte) {
	lastField, end := 0, 0 // ends of the last field and of the lines seen
	for line := range bytes.Lines(b) {
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			if end == 0 {
				return nil, b[len(line):]
			}
			break
		}
		inField := lastField == end && lastField > 0 && isFolded(line)
		end += len(line)
		if inField || fieldName(line) != "" {
			lastField = end
		}
	}
	block, body = b[:lastField], b[lastField:]
	if lastField == end { // the blank line belongs to neither
		_, body, _ = bytes.Cut(body, []byte("\n"))
	}
	return block, body
}

// trimStart removes what may stand before the header of a mail: a byte order
// mark, blank lines, and the line that mbox files put before each mail.
func trimStart(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	b = bytes.TrimLeft(b, "\r\n")
	if bytes.HasPrefix(b, []byte("From ")) || bytes.HasPrefix(b, []byte(">From ")) {
		_, b, _ = bytes.Cut(b, []byte("\n"))
	}
	return b
}

// repairHeader keeps the lines that are fields, each with the lines folded
// into it, in the form that go-message reads.
func repairHeader(block []byte) (repaired []byte, skipped int) {
	repaired = make([]byte, 0, len(block)+len(newline))
	keep := false
	for line := range bytes.Lines(block) {
		line = bytes.TrimRight(line, "\r\n")
		if len(repaired) == 0 || !isFolded(line) {
			line = bytes.TrimLeft(line, " \t")
			keep = fieldName(line) != ""
			if !keep {
				skipped++
			}
		}
		if keep && len(bytes.TrimSpace(line)) > 0 {
			repaired = append(append(repaired, line...), newline...)
		}
	}
	return append(repaired, newline...), skipped
}

// isFolded reports a line that continues the field above it (RFC 5322 section
// 2.2.3).
func isFolded(line []byte) bool { return len(line) > 0 && (line[0] == ' ' || line[0] == '\t') }

// fieldName is the name of the header field that a line starts, "" if it
// starts none.
func fieldName(line []byte) string {
	name, _, found := bytes.Cut(line, []byte(":"))
	// QUIRK: obsolete syntax allows white space before the colon (RFC 5322
	// section 4.5.8), and some mailers put it before the name.
	name = bytes.TrimSpace(name)
	if !found || len(name) == 0 {
		return ""
	}
	for _, c := range name {
		if c <= ' ' || c >= 0x7F {
			return ""
		}
	}
	return string(name)
}

// text is the decoded value of the first field of a name.
func (h header) text(key string) string {
	if !h.Has(key) {
		return ""
	}
	return decodeHeader([]byte(h.Get(key)))
}

// word is the value of a field that holds a single token or keyword, in lower
// case and without comments or parameters.
func (h header) word(key string) string {
	v, _, _ := strings.Cut(h.Get(key), ";")
	v, _, _ = strings.Cut(v, "(")
	return strings.ToLower(strings.TrimSpace(v))
}

// messageID is the identifier of the mail without angle brackets, also where
// it breaks the syntax of RFC 5322 section 3.6.4.
func (h header) messageID() string {
	if id, err := h.MessageID(); err == nil && id != "" {
		return clean(id)
	}
	id := h.text("Message-Id")
	if _, inner, found := strings.Cut(id, "<"); found {
		id, _, _ = strings.Cut(inner, ">")
	}
	return strings.TrimSpace(id)
}

// dateLayouts are forms of the Date field beside those of RFC 5322.
var dateLayouts = []string{
	"Mon, 2 Jan 2006 15:04:05 MST-0700",
	"Mon, 2 Jan 2006 15:04:05",
	"2 Jan 2006 15:04:05",
	"Mon, 2 Jan 06 15:04:05 MST",
	"Mon, 2-Jan-2006 15:04:05 -0700",
	"Mon Jan _2 15:04:05 2006",
	"Mon Jan _2 15:04:05 MST 2006",
	"Mon Jan _2 15:04:05 -0700 2006",
	"2006-01-02 15:04:05 -0700",
	"2006-01-02 15:04:05",
	time.RFC3339,
}

// date is the time of the Date field, or the zero time.
func (h header) date() time.Time { return parseDate(h.text("Date")) }

// received is the time of the last delivery, which stands behind the semicolon
// of the topmost Received field (RFC 5321 section 4.4), or the zero time.
func (h header) received() time.Time {
	field := h.text("Received")
	return parseDate(field[strings.LastIndexByte(field, ';')+1:])
}

// parseDate reads a date as mails have it, or returns the zero time.
func parseDate(value string) time.Time {
	// QUIRK: doubled spaces, comments in odd places, "kl." between date and time.
	value, _, _ = strings.Cut(value, "(")
	value = strings.Join(strings.Fields(strings.ReplaceAll(value, " kl.", "")), " ")
	if t, err := mail.ParseDate(value); err == nil {
		return t
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, value); err == nil {
			return t
		}
	}
	return time.Time{}
}

// bareAddress is an address wherever it stands.
var bareAddress = regexp.MustCompile(`[^\s<>"'(),;:\[\]\\@]+@[^\s<>"'(),;:\[\]\\@]+`)

// address is the first address of the first of the named fields that holds
// one: the address in lower case and the display name.
func (h header) address(keys ...string) (addr, name string) {
	for _, key := range keys {
		value := h.Get(key)
		if strings.Contains(value, "@") {
			if addr, name = parseAddress(value); addr != "" {
				return addr, name
			}
		}
	}
	return "", ""
}

// parseAddress reads the first address of a list. Names are decoded only after
// the address is cut off, so that no decoded comma or angle bracket counts.
func parseAddress(value string) (addr, name string) {
	at, end := -1, 0
	if open := strings.LastIndexByte(firstMailbox(value), '<'); open >= 0 {
		if m := bareAddress.FindStringIndex(value[open:]); m != nil {
			at, end = open, open+m[1]
			addr = value[open+m[0] : end]
		}
	}
	if at < 0 {
		m := bareAddress.FindStringIndex(value)
		if m == nil {
			return "", ""
		}
		at, end = m[0], m[1]
		addr = value[at:end]
	}
	name = value[:at]
	if strings.TrimSpace(name) == "" {
		// a@b.example (Anna Ek) is the old way (RFC 5322 section 3.4).
		if _, comment, found := strings.Cut(value[end:], "("); found {
			name, _, _ = strings.Cut(comment, ")")
		}
	}
	name = strings.ReplaceAll(decodeHeader([]byte(name)), `\`, "")
	return strings.ToLower(clean(addr)), strings.Trim(name, `"' `)
}

// firstMailbox is an address list up to the end of its first angle address, or
// to its first comma outside quotes where that comes earlier.
func firstMailbox(list string) string {
	quoted := false
	for i := 0; i < len(list); i++ {
		switch c := list[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '>':
			return list[:i]
		case c == ',' && strings.Contains(list[:i], "@"):
			return list[:i]
		}
	}
	return list
}

// parameter finds the parameters that a strict parser refuses: unquoted values
// with spaces or "=", repeated names, missing semicolons.
var parameter = regexp.MustCompile(`(?i)[;\s]([a-z][a-z0-9*-]*)\s*=\s*(?:"([^"]*)"?|([^;\r\n]*))`)

// mediaType reads Content-Type or Content-Disposition: the type in lower case
// and its parameters. It reads what it can of a value that breaks RFC 2045.
func mediaType(value string) (kind string, params map[string]string) {
	kind, params, err := mime.ParseMediaType(value)
	if err == nil {
		return kind, params
	}
	kind, _, _ = strings.Cut(value, ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	if i := strings.IndexAny(kind, " \t\r\n"); i >= 0 {
		kind = kind[:i]
	}
	params = map[string]string{}
	for _, m := range parameter.FindAllStringSubmatch(value, -1) {
		key := strings.ToLower(m[1])
		if _, seen := params[key]; !seen {
			params[key] = strings.TrimSpace(m[2] + m[3])
		}
	}
	return kind, params
}
