package mailparse

import (
	"bytes"
	"fmt"
	"mime"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"

	gomail "github.com/emersion/go-message/mail"
)

// header is the header block of a mail or of one of its parts, from the top.
type header []field

// field is one field of a header, as it stands in the mail.
type field struct {
	name  []byte // without white space around it
	value []byte // with the lines folded into it
}

// Len is the number of fields.
func (h header) Len() int { return len(h) }

// Has reports whether there is a field of a name.
func (h header) Has(key string) bool { return h.find(key) >= 0 }

// Get is the value of the first field of a name on one line, "" when missing.
func (h header) Get(key string) string {
	if i := h.find(key); i >= 0 {
		return unfold(h[i].value)
	}
	return ""
}

// find returns the index of the first field of a name, -1 for none.
func (h header) find(key string) int {
	return slices.IndexFunc(h, func(f field) bool {
		return len(f.name) == len(key) && strings.EqualFold(string(f.name), key)
	})
}

// unfold writes the lines of a value as one.
func unfold(value []byte) string {
	var b strings.Builder
	b.Grow(len(value))
	for line := range bytes.Lines(value) {
		line = bytes.Trim(bytes.TrimRight(line, "\r\n"), " \t")
		if len(line) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(line)
	}
	return b.String()
}

// readHeader reads the header block at the start of b, at most max bytes of
// it, and returns what follows. Go-message's reader gives up at the first line
// that is no field; here such lines are left out, and text that follows the
// fields without a blank line is the body. Without a single field the whole of
// b is the body.
func readHeader(b []byte, max int) (h header, body []byte, defect Defect) {
	block, body := cutHeader(b)
	h, skipped, cut := cutFields(block, max)
	switch {
	case cut:
		defect = Defect(fmt.Sprintf("header cut at %d bytes", max))
	case skipped > 0:
		defect = Defect(fmt.Sprintf("%d header lines are no header fields: left out", skipped))
	}
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
		if inField || len(fieldName(line)) > 0 {
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

// cutFields cuts a header block into its fields, each with the lines folded
// into it, and counts the lines that are none. One long field, such as a list
// of recipients, does not cost the fields below it.
func cutFields(block []byte, max int) (fields header, skipped int, cut bool) {
	const usual = 32 // lines of a header
	fields = make(header, 0, min(usual, bytes.Count(block, []byte("\n"))))
	longest := max / 4
	for len(block) > 0 {
		end := foldedEnd(block)
		text := bytes.TrimLeft(block[:end], " \t")
		block = block[end:]
		name := fieldName(text)
		if len(name) == 0 {
			skipped++
			continue
		}
		if len(text) > longest {
			text, cut = text[:longest], true
		}
		if max -= len(text); max < 0 {
			return fields, skipped, true
		}
		_, value, _ := bytes.Cut(text, []byte(":"))
		fields = append(fields, field{name, value})
	}
	return fields, skipped, cut
}

// foldedEnd is the end of the first line of a block and the lines folded into it.
func foldedEnd(block []byte) int {
	end := 0
	for {
		i := bytes.IndexByte(block[end:], '\n')
		if i < 0 {
			return len(block)
		}
		end += i + 1
		if !isFolded(block[end:]) {
			return end
		}
	}
}

// isFolded reports a line that continues the field above it (RFC 5322 section
// 2.2.3).
func isFolded(line []byte) bool { return len(line) > 0 && (line[0] == ' ' || line[0] == '\t') }

// fieldName is the name of the header field that a line starts, nil if it
// starts none.
func fieldName(line []byte) []byte {
	colon := bytes.IndexByte(line, ':')
	if colon < 0 {
		return nil
	}
	// QUIRK: obsolete syntax allows white space before the colon (RFC 5322
	// section 4.5.8), and some mailers put it before the name.
	name := bytes.TrimSpace(line[:colon])
	for _, c := range name {
		if c <= ' ' || c >= 0x7F {
			return nil
		}
	}
	return name
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
	var strict gomail.Header
	strict.Add("Message-Id", h.Get("Message-Id"))
	if id, err := strict.MessageID(); err == nil && id != "" {
		return clean(id)
	}
	id := h.text("Message-Id")
	if _, inner, found := strings.Cut(id, "<"); found {
		id, _, _ = strings.Cut(inner, ">")
	}
	return strings.TrimSpace(id)
}

// usualDate is the form of most dates (RFC 5322 section 3.3).
const usualDate = "Mon, 2 Jan 2006 15:04:05 -0700"

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
func (h header) date() time.Time { return parseDate(h.Get("Date")) }

// received is the time of the last delivery, which stands behind the semicolon
// of the topmost Received field (RFC 5321 section 4.4), or the zero time.
func (h header) received() time.Time {
	field := h.Get("Received")
	return parseDate(field[strings.LastIndexByte(field, ';')+1:])
}

// parseDate reads a date as mails have it, or returns the zero time.
func parseDate(value string) time.Time {
	// QUIRK: doubled spaces, comments in odd places, "kl." between date and time.
	value, _, _ = strings.Cut(value, "(")
	value = strings.Join(strings.Fields(strings.ReplaceAll(value, " kl.", "")), " ")
	if value == "" {
		return time.Time{}
	}
	if t, err := time.Parse(usualDate, value); err == nil {
		return t
	}
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
	name = clean(strings.ReplaceAll(decodeHeader([]byte(name)), `\`, ""))
	return clean(strings.ToLower(addr)), strings.Trim(name, `"' `)
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
	if value == "" {
		return "", nil
	}
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
