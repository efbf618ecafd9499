package mailparse

import (
	"slices"
	"strings"
	"unicode"
)

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
		if text == ":" && strings.LastIndex(joined, "<") > strings.LastIndex(joined, ">") {
			// The wrap came before the bracket that ends the address.
			name, addr, ok := attributed(joined+">", true)
			if ok {
				return boundary{kind: attribution, end: k + 1, name: name, address: addr}
			}
			break
		}
		if text == "" || len(text) > boundaryBytes || lines[k].quote != lines[i].quote || lines[k].level != 0 {
			break
		}
		if k > i && endsSentence(joined) {
			break
		}
		if joined != "" {
			text = joined + " " + text
		}
		joined = strings.TrimSpace(text)
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
