package mailparse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// classRoles are the classes by which mail programs mark what is not the
// sender's text, in lower case.
var classRoles = map[string]Role{
	"gmail_attr":                 RoleQuote,
	"moz-cite-prefix":            RoleQuote,
	"yahoo_quoted":               RoleQuote,
	"protonmail_quote":           RoleQuote,
	"tutanota_quote":             RoleQuote,
	"zmail_extra":                RoleQuote,
	"outlookmessageheader":       RoleQuote,
	"moz-forward-container":      RoleForward,
	"gmail_signature":            RoleSignature,
	"gmail_signature_prefix":     RoleSignature,
	"moz-signature":              RoleSignature,
	"protonmail_signature_block": RoleSignature,
	"k9mail-signature":           RoleSignature,
}

// idRoles are ids in the same use, without the digits that some end in. Ids
// that begin with "x_" come from mails further down, whose outer marks count.
var idRoles = map[string]Role{
	"olk_src_body_section":                    RoleQuote, // Outlook for Mac
	"mail-editor-reference-message-container": RoleQuote, // Outlook on phones
	"yahoo_quoted":                            RoleQuote,
	"signature":                               RoleSignature, // Outlook on the web
	"applemailsignature":                      RoleSignature,
	"ms-outlook-mobile-signature":             RoleSignature,
	"composer_signature":                      RoleSignature, // Samsung
	"ymail_android_signature":                 RoleSignature,
	"ymail_ios_signature":                     RoleSignature,
}

// mark notes in at what the markup of n says about the text inside, and in w
// when everything below is earlier mail.
func (w *htmlReader) mark(n *html.Node, css string, at *around) {
	if n.DataAtom == atom.Blockquote && !isIndent(n, css) {
		at.quote++
	}
	if w.below == RoleUnknown && at.role == RoleUnknown && isBoundary(n, css) {
		w.endLine()
		w.below = RoleQuote
	}
	// Marks inside quoted mail are those of earlier writers.
	if at.role == RoleUnknown || at.role == RoleForward {
		if found := w.roleOf(n); found != RoleUnknown {
			at.role = found
		}
	}
}

// roleOf is what the markup says n is.
func (w *htmlReader) roleOf(n *html.Node) Role {
	class, _ := attribute(n, "class")
	class = strings.ToLower(class)
	if n.DataAtom == atom.Div && hasWord(class, "gmail_quote") {
		return w.gmailQuote(n)
	}
	found := RoleUnknown
	for name := range strings.FieldsSeq(class) {
		if r, ok := classRoles[name]; ok {
			found = r
		}
	}
	if id, ok := attribute(n, "id"); ok {
		if r, ok := idRoles[strings.TrimRight(strings.ToLower(id), "_0123456789")]; ok {
			found = r
		}
	}
	if marker, ok := attribute(n, "data-marker"); ok && strings.HasPrefix(marker, "__SIG_") { // Zimbra
		found = RoleSignature
	}
	if n.DataAtom == atom.Blockquote && isCitation(n, class) {
		found = RoleQuote
	}
	switch {
	case found == RoleQuote && w.isForward(n):
		return RoleForward
	case found == RoleSignature && holds(n, atom.Li):
		// People write below the signature that Outlook puts in new mails,
		// inside its element. A list is never a signature.
		return RoleUnknown
	}
	return found
}

// gmailQuote reads the element that Gmail puts around earlier mail. It also
// holds the answers that people type between the quotes, so that only its
// parts are quotes: the attribution and the blockquotes. Some programs put it
// around everything.
func (w *htmlReader) gmailQuote(n *html.Node) Role {
	switch {
	case w.isForward(n):
		return RoleForward
	case holds(n, atom.Blockquote), len(w.lines) == 0:
		return RoleUnknown
	}
	return RoleQuote
}

// isCitation reports a blockquote that a mail program made. Other blockquotes
// may be the sender's.
func isCitation(n *html.Node, class string) bool {
	kind, _ := attribute(n, "type")
	return strings.EqualFold(kind, "cite") || hasWord(class, "gmail_quote")
}

// isIndent reports the blockquote by which Gmail and Apple Mail indent.
func isIndent(n *html.Node, css string) bool {
	class, _ := attribute(n, "class")
	return hasWord(class, "webkit-indent-blockquote") || strings.Contains(css, "border:none") || strings.Contains(css, "border-left:none")
}

// isForward reports earlier mail that the sender passes on: it begins with the
// words that mail programs put there. Apple's forwards begin with a header
// block, its replies never.
func (w *htmlReader) isForward(n *html.Node) bool {
	const start = 300
	head := strings.ToLower(innerText(n, start))
	if containsAny(head, forwardMarkers) {
		return true
	}
	if n.DataAtom != atom.Blockquote {
		return false
	}
	if isHeaderBlock(head) {
		return true
	}
	if text := w.text.String(); text != "" || len(w.lines) == 0 {
		return containsAny(strings.ToLower(text), forwardMarkers)
	}
	above := w.lines[len(w.lines)-1]
	// Phones put header and body into a blockquote each.
	return above.role == RoleForward || containsAny(strings.ToLower(above.text), forwardMarkers)
}

// isBoundary reports an element below which everything is earlier mail.
func isBoundary(n *html.Node, css string) bool {
	id, _ := attribute(n, "id")
	switch {
	case id == "divRplyFwdMsg":
		return true
	case id == "appendonsend":
		return leadsToRule(n)
	case n.DataAtom == atom.Hr: // Zimbra, and before version 8
		marker, _ := attribute(n, "data-marker")
		return marker == "__DIVIDER__" || id == "zwchr"
	}
	const header = 2000
	// Outlook draws a line above the header; other programs rewrite its style.
	ruled := strings.Contains(css, "border-top:") || strings.Contains(css, "border-style:solidnone")
	return ruled && isHeaderBlock(strings.ToLower(innerText(n, header)))
}

// leadsToRule reports whether the next element with anything in it is a rule
// or the header of the mail below. Outlook on the web writes its element into
// new mails as well.
func leadsToRule(n *html.Node) bool {
	const most = 20 // elements without text
	next := n.NextSibling
	for range most {
		if next == nil {
			break
		}
		if id, _ := attribute(next, "id"); id == "divRplyFwdMsg" || next.DataAtom == atom.Hr {
			return true
		}
		if strings.TrimSpace(innerText(next, 8)) != "" || next.Type == html.TextNode && strings.TrimSpace(next.Data) != "" {
			return false
		}
		next = next.NextSibling
	}
	return false
}

// isHeaderBlock reports lower-case text that begins with the fields which
// Outlook and others write above earlier mail: the writer, and a date or
// subject.
func isHeaderBlock(text string) bool {
	var seen [fieldOther + 1]bool
	for row := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		name, _, _ := strings.Cut(row, ":")
		field := headerNames[strings.Trim(name, " \t\u00a0*")]
		if field == 0 && seen == [fieldOther + 1]bool{} {
			return false
		}
		seen[field] = true
	}
	return seen[fieldFrom] && (seen[fieldDate] && (seen[fieldTo] || seen[fieldSubject]) || seen[fieldSubject] && seen[fieldTo])
}

// hasWord reports whether word is one of the words of s.
func hasWord(s, word string) bool {
	for w := range strings.FieldsSeq(s) {
		if w == word {
			return true
		}
	}
	return false
}
