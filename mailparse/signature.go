package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutSignature drops from one person's lines what is not meant for the
// reader: banners on top, the signature and the notices below it. A list or a
// postscript below a signature stays, and so does whatever may be a sentence.
func cutSignature(sec section, a account) []line {
	lines := sec.lines
	c := cutter{account: a, names: namesOf(sec.author), kept: make([]line, 0, len(lines)), written: sec.goesOn}
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && lines[end].text != "" {
			end++
		}
		if end > i {
			c.block(lines, i, end)
		}
		if end < len(lines) {
			c.kept = append(c.kept, line{quote: lines[end].quote})
		}
		i = end + 1
	}
	c.trimContact()
	c.trimSignOff()
	return c.kept
}

// cutter reads blocks of lines without a blank between them and keeps those
// that are no signature.
type cutter struct {
	account account
	names   []string // of the writer, folded, first name first
	kept    []line
	written bool // something was kept
	signed  bool // below a closing, a name or a delimiter
	contact bool // and below a delimiter or a line of contact details
}

func (c *cutter) block(lines []line, start, end int) {
	if !c.written {
		banner := start + bannerLines(lines[start:end])
		for _, l := range lines[start:banner] {
			c.drop(l, RoleBanner, ByWarning)
		}
		start = banner
	}
	for i := start; i < end; {
		l := lines[i]
		switch {
		case l.role == RoleBanner:
			c.drop(l, RoleBanner, ByMarkup)
			i++
			continue
		case l.role == RoleSignature && !startsPostscript(l.text):
			c.drop(l, RoleSignature, ByMarkup)
			c.signed = true
			i++
			continue
		case c.signed:
			next := i
			for next < end && !startsPostscript(lines[next].text) {
				next++
			}
			if next > i && c.below(lines[i:next]) {
				for _, l := range lines[i:next] {
					c.drop(l, RoleSignature, belowReason(l.text))
				}
				i = next
				continue
			}
			c.signed, c.contact = false, false
		}
		if why := c.closes(lines, i); why != "" {
			c.drop(l, RoleSignature, why)
			c.signed = true
			c.contact = l.text == "--"
		} else {
			c.kept = append(c.kept, l)
			c.written = true
		}
		i++
	}
}

// drop leaves a line out and enters why.
func (c *cutter) drop(l line, role Role, why Reason) { c.account.note(l, role, why) }

// belowReason tells what a line below the start of a signature is.
func belowReason(text string) Reason {
	switch {
	case isMobile(text):
		return ByPhone
	case isDisclaimer(text):
		return ByNotice
	case isContact(text):
		return ByContact
	}
	return ByPlace
}

// closes tells by what lines[i] begins a signature; "" if it does not.
func (c *cutter) closes(lines []line, i int) Reason {
	l := lines[i]
	if l.level > 0 && !(l.marker == "-" && c.isName(l.text)) {
		return ""
	}
	switch folded := fold(l.text); {
	case isMobile(folded):
		return ByPhone
	case isClosing(folded), c.written && isGoodbye(folded): // "God dag" on top is a greeting
		return ByClosing
	}
	next := nextText(lines, i+1)
	switch {
	case l.text == "--" || c.written && l.text == "—":
		if !isItem(next) {
			return ByDelimiter
		}
	case !c.written:
		return ""
	case len(l.text) >= 2 && strings.Trim(l.text, "_-=* ") == "":
		if isContact(next.text) || isMobile(next.text) || c.isName(next.text) || next.text == "" && len(l.text) >= 5 {
			return ByDelimiter
		}
	case c.isName(l.text) && !isItem(next):
		return ByName
	}
	return ""
}

// below reports whether lines below a signature's first one belong to the
// signature.
func (c *cutter) below(block []line) bool {
	items, notices := 0, 0
	for _, l := range block {
		if isItem(l) && !isContact(l.text) {
			items++
			if isDisclaimer(l.text) {
				notices++
			}
		}
	}
	text := joined(block)
	switch {
	case !isItem(block[0]) && isDisclaimer(block[0].text):
		return true
	case items > notices && items > 1:
		return false
	case isDisclaimer(text):
		return true
	case slices.ContainsFunc(block, func(l line) bool { return isContact(l.text) }):
		c.contact = true
		return true
	case c.contact, isMotto(text):
		return true
	}
	return !slices.ContainsFunc(block, func(l line) bool { return isSentence(l.text) && !isMobile(l.text) })
}

// trimContact drops blocks of contact details at the very end that no closing
// or name announced.
func (c *cutter) trimContact() {
	for {
		end := len(c.kept)
		for end > 0 && c.kept[end-1].text == "" {
			end--
		}
		start := end
		contacts := 0
		for start > 0 && c.kept[start-1].text != "" {
			start--
			l := c.kept[start]
			if isItem(l) || isSentence(l.text) && !isContact(l.text) || strings.HasSuffix(l.text, ":") {
				return
			}
			if isContact(l.text) {
				contacts++
			}
		}
		if start == 0 || contacts == 0 {
			return
		}
		for _, l := range c.kept[start:end] {
			c.drop(l, RoleSignature, ByContact)
		}
		c.kept = c.kept[:start]
	}
}

// trimSignOff cuts a closing and name at the end of the last sentence: "… och
// sist Koha. Mvh Anna", "… det var allt! /A".
func (c *cutter) trimSignOff() {
	for i := len(c.kept) - 1; i >= 0; i-- {
		l := &c.kept[i]
		if l.text == "" {
			continue
		}
		if at := c.signOff(l.text); at > 0 {
			c.account.note(*l, RoleOwn, BySignOff)
			l.text = strings.TrimRight(l.text[:at], " ,;–-")
		}
		return
	}
}

// signOff returns the byte offset at which a sign-off ends text; 0 for none.
func (c *cutter) signOff(text string) int {
	from := max(0, len(text)-80)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from++
	}
	tail := text[from:]
	lower := strings.ToLower(tail)
	if len(lower) != len(tail) {
		return 0
	}
	if at := strings.LastIndex(tail, " /"); at >= 0 {
		name := strings.TrimLeft(tail[at+2:], "/ ")
		first, _ := utf8.DecodeRuneInString(name)
		if unicode.IsUpper(first) && len(strings.Fields(name)) <= 3 {
			return from + at
		}
	}
	for _, closing := range closings {
		at := wordIndex(lower, closing)
		if at > 0 && endsClause(lower[:at]) && len(strings.Fields(lower[at+len(closing):])) <= 6 {
			return from + at
		}
	}
	if at := strings.LastIndexAny(strings.TrimRight(tail, ".! "), ".!?…)"); at >= 0 {
		_, size := utf8.DecodeRuneInString(tail[at:])
		if name := strings.TrimSpace(tail[at+size:]); name != "" && tail[at+size] == ' ' && c.isName(name) {
			return from + at + size
		}
	}
	return 0
}

// endsClause reports whether text ends where a closing may begin.
func endsClause(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " "))
	return last != utf8.RuneError && !wordRune(last)
}

// namesOf returns the words by which a person may sign.
func namesOf(who person) []string {
	local, _, _ := strings.Cut(who.address, "@")
	split := func(r rune) bool { return !unicode.IsLetter(r) }
	names := strings.FieldsFunc(strings.ToLower(who.name), split)
	if len(names) == 0 {
		names = strings.FieldsFunc(strings.ToLower(local), split)
	}
	return names
}

// isName reports whether text is a line that only says who writes: the
// sender's name, perhaps after a few words ("Ha det gott, Anna") and with a
// title behind, her initials, or any name behind a slash.
func (c *cutter) isName(text string) bool {
	if len(text) > 90 || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "?") {
		return false
	}
	if i := strings.IndexAny(text, "|(·•*"); i > 0 {
		text = text[:i]
	}
	if name, ok := strings.CutPrefix(text, "/"); ok {
		name = strings.TrimLeft(name, "/ ")
		first, _ := utf8.DecodeRuneInString(name)
		return unicode.IsLetter(first) && len(strings.Fields(name)) <= 5
	}
	text = strings.TrimRight(strings.TrimLeft(text, "-–—~* "), "*.! ")
	before, after, comma := strings.Cut(text, ",")
	if c.hers(before) {
		return len(strings.Fields(after)) <= 8
	}
	return comma && c.hers(after) && len(strings.Fields(before)) <= 5
}

// hers reports whether every word of text is one of the writer's names or
// initials, with "och" and another name allowed behind the first.
func (c *cutter) hers(text string) bool {
	if len(c.names) == 0 {
		return false
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		w = strings.ToLower(w)
		switch {
		case i == 0 && len(words) > 1 && (w == "gm" || w == "genom" || w == "gnm"):
		case slices.Contains(c.names, w):
		case len(words) == 1 && words[0] == initials(c.names):
		case utf8.RuneCountInString(w) == 1 && isInitial(words[i]) && (i > 0 || strings.HasPrefix(c.names[0], w)):
		case i == 1 && (w == "och" || w == "og" || w == "o" || w == "ja" || w == "and" || w == "med"):
			return len(words) <= 4
		default:
			return false
		}
	}
	return true
}

// initials of "anna ek" are "AE".
func initials(names []string) string {
	var b strings.Builder
	for _, n := range names {
		r, _ := utf8.DecodeRuneInString(n)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

func isInitial(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// isSentence reports a line that says something: a question, or more words
// than a name, title or place has.
func isSentence(text string) bool {
	n := len(strings.Fields(text))
	return n >= 4 && strings.HasSuffix(text, "?") || n > 7
}

// joined writes lines as one.
func joined(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}
