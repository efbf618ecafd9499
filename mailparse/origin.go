package mailparse

import "strings"

// originOf tells who wrote a mail from its header, before any text is read.
func originOf(root *part, m *Message) Origin {
	h := root.header
	switch {
	case isBounce(root, m):
		return Bounce
	case isAutoReply(h, m):
		return AutoReply
	case isBulk(h, m):
		return Bulk
	}
	return Person
}

// isBounce reports delivery reports: RFC 3464, and the older forms that only
// their sender and subject give away.
func isBounce(root *part, m *Message) bool {
	kind, params := mediaType(root.header.Get("Content-Type"))
	if kind == "multipart/report" && !strings.EqualFold(params["report-type"], "disposition-notification") {
		return true
	}
	if hasAnyPrefix(local(m.From), bounceSenders) {
		return true
	}
	return isNullPath(root.header) && hasAnyPrefix(foldCase(m.Subject), bounceSubjects)
}

// isAutoReply reports answers that nobody wrote (RFC 3834). The header
// X-Auto-Response-Suppress proves nothing: Exchange puts it on ordinary mail.
func isAutoReply(h header, m *Message) bool {
	switch h.word("Auto-Submitted") {
	case "auto-replied", "auto-replied-by-vacation":
		return true
	case "auto-generated":
		// QUIRK: some vacation programs use the keyword for mail that is no answer.
		if h.Has("In-Reply-To") {
			return true
		}
	}
	for _, field := range []string{"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "Autoreply"} {
		if h.Has(field) && h.word(field) != "no" {
			return true
		}
	}
	switch h.word("Precedence") {
	case "auto_reply", "auto-reply":
		return true
	}
	// "Sv: Autosvar: …" is a person's answer, so that prefixes count.
	return hasAnyPrefix(foldCase(m.Subject), autoReplySubjects)
}

// isBulk reports newsletters and notifications. A mailing list has a posting
// address (RFC 2369) and carries mail from people.
func isBulk(h header, m *Message) bool {
	sender := local(m.From)
	for _, name := range systemSenders {
		if strings.Contains(sender, name) {
			return true
		}
	}
	auto := h.word("Auto-Submitted")
	if auto != "" && auto != "no" {
		return true
	}
	posting := h.Has("List-Post") && h.word("List-Post") != "no"
	if h.Has("List-Unsubscribe") || h.Has("List-Id") {
		return !posting
	}
	return h.Has("Feedback-Id")
}

// isNullPath reports mail that wants no answer if it cannot be delivered (RFC
// 5321 section 4.5.5).
func isNullPath(h header) bool {
	return h.Has("Return-Path") && strings.Trim(h.Get("Return-Path"), "<> \t") == ""
}

// bounceSenders begin the addresses of mail servers.
var bounceSenders = []string{"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e"}

// systemSenders are parts of addresses that nobody reads.
var systemSenders = []string{"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "svara-ej", "svaraej", "svarainte", "svara-inte", "ikkesvar", "ikke-svar"}

// bounceSubjects begin the subjects of delivery reports, folded.
var bounceSubjects = []string{
	"gar inte att leverera", "kunde inte levereras", "kunde inte leverera", "meddelandet kunde inte", "olevererat", "leveransrapport", "leveransfel",
	"kan ikke leveres", "kunne ikke leveres", "ikke levert", "ikke leveret", "uleverbar",
	"ei voida toimittaa", "toimitus epaonnistui", "toimittamaton",
	"undeliverable", "undelivered", "delivery status notification", "delivery failure", "delivery has failed", "mail delivery fail",
	"returned mail", "failure notice", "message undeliverable", "warning: message",
}

// autoReplySubjects begin the subjects of automatic answers, folded.
var autoReplySubjects = []string{
	"autosvar", "automatiskt svar", "automatsvar", "auto:", "franvaro", "franvarande", "ej pa plats", "inte pa kontoret", "semestersvar", "jag har semester",
	"automatisk svar", "fravar", "ikke til stede", "ikke pa kontoret", "automatisk besvarelse",
	"automaattinen vastaus", "poissaoloilmoitus", "poissa", "automaattivastaus",
	"automatic reply", "auto reply", "auto-reply", "autoreply", "auto response", "out of office", "out of the office", "vacation reply",
}

// local is the part of an address before the "@".
func local(address string) string {
	name, _, _ := strings.Cut(address, "@")
	return name
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}
