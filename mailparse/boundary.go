package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// groupWise reads the line that GroupWise puts above a quote,
// ">>> Anna Ek <anna@a.example> 2020-04-17 14:40 >>>". A reader of plain text
// takes its first ">" for quoting.
func groupWise(lines []line, i int) (boundary, bool) {
	text, ok := strings.CutSuffix(lines[i].text, ">>>")
	if !ok || len(text) > boundaryBytes {
		return boundary{}, false
	}
	text = strings.TrimSpace(strings.TrimLeft(text, "> "))
	if !dated(text) {
		return boundary{}, false
	}
	addr := address(text)
	name, _, _ := strings.Cut(text, "<")
	return boundary{kind: attribution, end: i + 1, name: strings.TrimSpace(name), address: addr}, true
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

// attributionAt reads the line, wrapped or not, that a client puts above the
// mail it quotes. It needs a verb and a colon, and a year, a clock time or an
// address; without such proof a quote must follow at once.
func attributionAt(lines []line, i int) boundary {
	var joined string
	for k := i; k < len(lines) && k < i+attributionLines; k++ {
		text := lines[k].text
		if text == "" && strings.HasPrefix(nextText(lines, k).text, "<") && dated(joined) {
			continue // some programs put the address on lines of its own
		}
		if text == "" || len(text) > boundaryBytes || lines[k].quote != lines[i].quote || lines[k].level != 0 {
			break
		}
		if k > i && endsSentence(joined) {
			break
		}
		joined = strings.TrimSpace(joined + " " + text)
		if k == i && verbless(joined) {
			return boundary{kind: attribution, end: k + 1, address: address(joined)}
		}
		if !strings.HasSuffix(joined, ":") && !strings.HasSuffix(joined, ":*") && !strings.HasSuffix(joined, " ----") {
			// Only a line that already looks like the start of an
			// attribution may run on.
			if k == i && !dated(joined) && !strings.Contains(joined, "<") {
				break
			}
			continue
		}
		quoteBelow := nextText(lines, k+1).quote > lines[i].quote
		name, addr, ok := attributed(joined, quoteBelow)
		if ok && (dated(joined) || addr != "" || quoteBelow) {
			return boundary{kind: attribution, end: k + 1, name: name, address: addr}
		}
		break
	}
	return boundary{}
}

// verbless reports the line that Gmail and others put above a quote until
// 2017: "2016-10-24 15:36 GMT+02:00 Anna <a@b.example>:", with or without its
// colon, time zone and address.
func verbless(text string) bool {
	if !isDigit(text[0]) || !dated(text) {
		return false
	}
	date, rest, _ := strings.Cut(text, " ")
	if strings.Trim(date, "0123456789-/.") != "" || len(date) < len("2016-1-1") {
		return false
	}
	text = strings.TrimSuffix(text, ":")
	return strings.HasSuffix(text, ">") && address(text) != "" || strings.Contains(rest, " GMT+") || strings.Contains(rest, " GMT-")
}

// endsSentence tells a full stop from that of "28 apr.".
func endsSentence(text string) bool {
	const longest = 5 // of an abbreviation
	return strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") ||
		strings.HasSuffix(text, ".") && len(text)-1-strings.LastIndexByte(text, ' ') > longest
}

// attributed finds the verb of an attribution and who wrote. "Vi skrev:" is a
// sentence as well, unless a quote stands below.
func attributed(text string, quoteBelow bool) (name, addr string, ok bool) {
	text = strings.Trim(text, ":*- ")
	folded := fold(text)
	for _, verb := range attributionVerbs {
		at := wordIndex(folded, verb)
		if at < 0 {
			continue
		}
		before, after := folded[:at], strings.Fields(folded[at+len(verb):])
		pronoun := len(after) > 0 && slices.Contains(pronouns, after[0]) || slices.Contains(pronouns, lastWord(before))
		if pronoun && !quoteBelow {
			return "", "", false
		}
		return nameBeside(text, verb), address(text), true
	}
	return "", "", false
}

// nameBeside returns the name before or after the verb, whichever side has no
// date, without the address.
func nameBeside(text, verb string) string {
	at := strings.Index(text, verb)
	if at < 0 {
		return ""
	}
	after, _, _ := strings.Cut(text[at+len(verb):], "<")
	after = strings.Trim(after, " \",:")
	if after != "" && !strings.ContainsFunc(after, unicode.IsDigit) {
		return after
	}
	before, _, _ := strings.Cut(text[:at], "<")
	if i := strings.LastIndex(before, ","); i >= 0 {
		before = before[i+1:]
	}
	before = strings.Trim(before, " \",:")
	if strings.ContainsFunc(before, unicode.IsDigit) {
		return ""
	}
	return before
}

// dated reports a year or a clock time.
func dated(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		switch digits := text[start:i]; {
		case len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20"):
			return true
		case len(digits) <= 2 && i+2 < len(text) && (text[i] == ':' || text[i] == '.') && isDigit(text[i+1]) && isDigit(text[i+2]):
			return i+3 == len(text) || !isDigit(text[i+3])
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

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

// address returns the first mail address in text, lower case.
func address(text string) string {
	for offset := 0; ; {
		at := strings.IndexByte(text[offset:], '@')
		if at < 0 {
			return ""
		}
		at += offset
		start := at
		for start > offset {
			r, size := utf8.DecodeLastRuneInString(text[offset:start])
			if notAddress(r) {
				break
			}
			start -= size
		}
		end := strings.IndexFunc(text[at+1:], notAddress)
		if end < 0 {
			end = len(text)
		} else {
			end += at + 1
		}
		addr := strings.Trim(text[start:end], ".-")
		if local, domain, _ := strings.Cut(addr, "@"); local != "" && strings.Contains(domain, ".") {
			return strings.ToLower(addr)
		}
		offset = at + 1
	}
}

func notAddress(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_+'=&", r)
}

// fold makes text comparable with the rows of the vocabulary.
func fold(text string) string { return strings.ToLower(squeeze(text)) }

// squeeze makes each run of white space one space and trims the ends. Most
// lines are so already and are not copied.
func squeeze(text string) string {
	last := ' '
	for _, r := range text {
		if unicode.IsSpace(r) && (r != ' ' || last == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		last = r
	}
	return strings.TrimSuffix(text, " ")
}

// wordIndex is strings.Index for whole words.
func wordIndex(text, word string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !wordRune(before) && !wordRune(after) {
			return at
		}
		from = at + len(word)
	}
}

// wordRune reports whether r is part of a word. At the end of a text the
// decoders return utf8.RuneError, which is none.
func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// lastWord returns the last word of folded text.
func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return strings.Trim(words[len(words)-1], ",.:;")
}
