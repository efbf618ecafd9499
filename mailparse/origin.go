package mailparse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// originOf tells who wrote a mail from its header, before any text is read.
func originOf(root *part, m *Message) Origin {
	sender, subject, report := local(m.From), foldCase(m.Subject), reportType(root)
	switch {
	case isBounce(root, report, sender, subject):
		return Bounce
	case isAutoReply(root, report, subject):
		return AutoReply
	case isBulk(root, report, sender, subject):
		return Bulk
	}
	return Person
}

// isBounce reports delivery reports: RFC 3464, and the older forms that only
// their sender and subject give away.
func isBounce(root *part, report, sender, subject string) bool {
	switch report {
	case "", "disposition-notification", "feedback-report":
	default:
		return true
	}
	if root.header.Has("X-Failed-Recipients") || hasAnyPrefix(sender, bounceSenders) {
		return true
	}
	return isNullPath(root.header) && hasAnyPrefix(subject, bounceSubjects)
}

// reportType is what a multipart/report reports (RFC 6522), "" for other mail.
func reportType(root *part) string {
	value := root.header.Get("Content-Type")
	if !strings.Contains(strings.ToLower(value), "multipart/report") {
		return ""
	}
	_, params := mediaType(value)
	return strings.ToLower(cmp.Or(params["report-type"], "delivery-status"))
}

// isAutoReply reports answers that nobody wrote (RFC 3834), read receipts (RFC
// 8098) among them. The header X-Auto-Response-Suppress proves nothing:
// Exchange puts it on ordinary mail.
func isAutoReply(root *part, report, subject string) bool {
	h := root.header
	if report == "disposition-notification" {
		return true
	}
	answer := h.Has("In-Reply-To") || h.Has("References")
	switch h.word("Auto-Submitted") {
	case "auto-replied", "auto-replied-by-vacation":
		return true
	case "auto-generated":
		// QUIRK: some vacation programs use the keyword for mail that is no answer.
		if answer {
			return true
		}
	}
	for _, field := range autoReplyFields {
		if h.Has(field) && h.word(field) != "no" {
			return true
		}
	}
	switch h.word("Precedence") {
	case "auto_reply", "auto-reply":
		return true
	}
	// People's mail wants to be returned when it cannot be delivered.
	if answer && isNullPath(h) {
		return true
	}
	// "Sv: Autosvar: …" is a person's answer, so that prefixes count.
	return beginsWithAny(subject, autoReplySubjects)
}

// isBulk reports newsletters and notifications. A mailing list has a posting
// address (RFC 2369) and carries mail from people, and so do lists without one
// if the mail answers another.
func isBulk(root *part, report, sender, subject string) bool {
	h := root.header
	for _, name := range systemSenders {
		if strings.Contains(sender, name) {
			return true
		}
	}
	auto := h.word("Auto-Submitted")
	if auto != "" && auto != "no" || report != "" {
		return true
	}
	if root.isCalendarAnswer() || hasAnyPrefix(subject, calendarSubjects) {
		return true
	}
	if h.Has("List-Unsubscribe") || h.Has("List-Id") {
		posting := h.Has("List-Post") && h.word("List-Post") != "no"
		return !posting && !h.Has("In-Reply-To")
	}
	return h.Has("Feedback-Id")
}

// isCalendarAnswer reports answers to invitations (RFC 6047), whose text the
// calendar program wrote.
func (n *part) isCalendarAnswer() bool {
	if n.kind == "text/calendar" {
		return strings.EqualFold(n.params["method"], "reply")
	}
	if n.kind != "multipart/alternative" && n.kind != "multipart/mixed" {
		return false
	}
	return slices.ContainsFunc(n.children, (*part).isCalendarAnswer)
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

// autoReplyFields are header fields of automatic answers, unless they say "no".
var autoReplyFields = []string{
	"X-Autoreply", "X-Auto-Reply", "Autoreply", "X-Mail-Autoreply", "X-Autoreply-From", "X-Autorespond", "X-Autoresponder", "X-Autoresponse", "X-Auto-Response",
	"X-Fc-Machinegenerated", // FirstClass
}

// calendarSubjects begin the subjects of answers to invitations, folded.
var calendarSubjects = []string{
	"accepterat:", "accepterad:", "tackat ja:", "tackat nej:", "avbojt:", "avvisat:", "preliminart:", "preliminart accepterat:",
	"godtatt:", "avslatt:", "forelopig:", "forelopig godtatt:", "accepteret:", "afvist:", "forelobig:", "forelobigt accepteret:",
	"hyvaksytty:", "hylatty:", "alustava:", "alustavasti hyvaksytty:",
	"accepted:", "declined:", "tentative:", "tentatively accepted:",
}

// autoReplySubjects begin the subjects of automatic answers, folded, and end
// there or at a word's end.
var autoReplySubjects = []string{
	"autosvar", "automatiskt svar", "automatsvar", "auto:", "franvaro", "franvaromeddelande", "franvarande", "ej pa plats", "inte pa kontoret", "semestersvar", "jag har semester",
	"automatisk svar", "fravar", "fravarsmelding", "ikke til stede", "ikke pa kontoret", "automatisk besvarelse",
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

// beginsWithAny reports whether s begins with one of phrases, as a word or
// several: "Frånvarorapportering" is somebody's subject.
func beginsWithAny(s string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool {
		rest, found := strings.CutPrefix(s, phrase)
		next, _ := utf8.DecodeRuneInString(rest)
		return found && !unicode.IsLetter(next)
	})
}
