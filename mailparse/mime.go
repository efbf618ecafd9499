package mailparse

import (
	"bytes"
	"fmt"
	"strings"
)

// part is a mail or one part of its MIME tree (RFC 2045, 2046).
type part struct {
	header   header
	kind     string            // media type in lower case, "text/plain" when missing
	params   map[string]string // of Content-Type
	body     []byte            // as transferred
	children []*part           // of a multipart, or the mail of a message/rfc822
}

// maxAttachedMails bounds mails inside attached mails.
const maxAttachedMails = 3

// maxBoundary is the longest boundary that is looked for, in bytes. RFC 2046
// section 5.1.1 allows 70.
const maxBoundary = 250

// place is where in the tree a part stands.
type place struct {
	depth    int    // parts around it
	attached int    // attached mails around it
	kind     string // its media type if it does not name one
}

// readPart reads the tree of parts in b. Go-message's reader of multiparts ends
// at the first part header it does not like, and takes quadratic time for deep
// trees; this one goes on at the next boundary and stops at the limits.
func (p *parser) readPart(b []byte, at place) *part {
	p.parts++
	n := &part{}
	var defect Defect
	n.header, n.body, defect = readHeader(b, p.limits.Header)
	p.defect(defect)
	n.kind, n.params = mediaType(n.header.Get("Content-Type"))
	if !strings.Contains(n.kind, "/") {
		n.kind = at.kind
	}
	// QUIRK: programs also attach mails as files of no known type.
	if n.kind == "application/octet-stream" && n.extension() == ".eml" {
		n.kind = "message/rfc822"
	}
	switch {
	case !strings.HasPrefix(n.kind, "multipart/") && !isMail(n.kind):
	case at.depth >= p.limits.Depth:
		p.defect(Defect(fmt.Sprintf("parts nested more than %d deep: not read", p.limits.Depth)))
	case isMail(n.kind):
		p.readAttachedMail(n, at)
	default:
		p.readMultipart(n, at)
	}
	return n
}

// isMail reports the types of a mail attached whole (RFC 2046 section 5.2.1,
// RFC 6532).
func isMail(kind string) bool { return kind == "message/rfc822" || kind == "message/global" }

func (p *parser) readAttachedMail(n *part, at place) {
	if at.attached >= maxAttachedMails {
		p.defect(Defect(fmt.Sprintf("mails attached more than %d deep: not read", maxAttachedMails)))
		return
	}
	// QUIRK: RFC 2046 section 5.2.1 forbids base64 here; Exchange uses it.
	body, defect := decodeTransfer(n.body, n.header.word("Content-Transfer-Encoding"))
	p.defect(defect)
	below := place{depth: at.depth + 1, attached: at.attached + 1, kind: "text/plain"}
	n.children = []*part{p.readPart(trimStart(body), below)}
}

func (p *parser) readMultipart(n *part, at place) {
	parts := splitParts(n.body, n.params["boundary"], p.limits.Parts)
	if len(parts) == 0 {
		if guess := guessBoundary(n.body); guess != "" {
			p.defect("boundary missing or wrong: guessed")
			parts = splitParts(n.body, guess, p.limits.Parts)
		}
	}
	if len(parts) == 0 {
		p.defect(Defect(n.kind + " without parts: read as text"))
		n.body = withoutBoundary(n.body, n.params["boundary"])
		n.kind, n.params = "text/plain", nil
		return
	}
	below := place{depth: at.depth + 1, attached: at.attached, kind: "text/plain"}
	if n.kind == "multipart/digest" {
		below.kind = "message/rfc822"
	}
	for _, b := range parts {
		if p.parts >= p.limits.Parts {
			p.defect(Defect(fmt.Sprintf("more than %d parts: the rest not read", p.limits.Parts)))
			return
		}
		n.children = append(n.children, p.readPart(b, below))
	}
}

// splitParts cuts the body of a multipart at its boundary lines and returns at
// most one part more than max. A missing last boundary ends at the end.
func splitParts(body []byte, boundary string, max int) (parts [][]byte) {
	if boundary == "" || len(boundary) > maxBoundary {
		return nil
	}
	delimiter := []byte("--" + boundary)
	const mostLookalikes = 10_000 // a bound for multiparts inside one another
	start := -1                   // of the current part
	for pos, lookalikes := 0, 0; len(parts) <= max && lookalikes < mostLookalikes; {
		i := bytes.Index(body[pos:], delimiter)
		if i < 0 {
			break
		}
		i += pos
		pos = i + len(delimiter)
		rest := body[pos:min(len(body), pos+maxBoundary)]
		last := bytes.HasPrefix(rest, []byte("--"))
		rest = bytes.TrimLeft(rest, " \t\r")
		// A line that goes on is the boundary of another multipart.
		if i > 0 && body[i-1] != '\n' || !last && len(rest) > 0 && rest[0] != '\n' {
			lookalikes++
			continue
		}
		if start >= 0 {
			parts = append(parts, trimLastNewline(body[start:i]))
		}
		if last {
			return parts
		}
		_, after, _ := bytes.Cut(body[pos:], []byte("\n"))
		start = len(body) - len(after)
		pos = start
	}
	if start >= 0 && start < len(body) && len(parts) <= max {
		parts = append(parts, body[start:])
	}
	return parts
}

// withoutBoundary is the body of a multipart without parts, nil if there is but
// the boundary in it.
func withoutBoundary(body []byte, boundary string) []byte {
	rest, found := bytes.CutPrefix(bytes.TrimSpace(body), []byte("--"+boundary))
	if found && boundary != "" && len(bytes.Trim(rest, "-")) == 0 {
		return nil
	}
	return body
}

// trimLastNewline removes the line break that belongs to the boundary below.
func trimLastNewline(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// guessBoundary finds a line that starts with "--" and has a part header below
// it, for multiparts whose boundary parameter is lost or damaged.
func guessBoundary(body []byte) string {
	candidate := ""
	for line := range bytes.Lines(body) {
		if candidate != "" && strings.HasPrefix(strings.ToLower(string(fieldName(line))), "content-") {
			return candidate
		}
		candidate = ""
		if len(line) <= maxBoundary && bytes.HasPrefix(line, []byte("--")) {
			candidate = string(bytes.TrimSpace(line[2:]))
		}
	}
	return ""
}

// transferred is the content of a part with its transfer encoding undone.
func (p *parser) transferred(n *part) []byte {
	b, defect := decodeTransfer(n.body, n.header.Get("Content-Transfer-Encoding"))
	p.defect(defect)
	return b
}

// isAttachment reports a part that mail programs show as a file below the text.
func (n *part) isAttachment() bool {
	disposition, _ := mediaType(n.header.Get("Content-Disposition"))
	return disposition == "attachment"
}

// fileName is the name of an attached file, "" if it has none.
func (n *part) fileName() string {
	_, params := mediaType(n.header.Get("Content-Disposition"))
	const longest = 1000 // bytes, encoded; file systems take 255
	for _, name := range []string{params["filename"], n.params["name"]} {
		if name != "" && len(name) <= longest {
			return decodeHeader([]byte(name))
		}
	}
	return ""
}
