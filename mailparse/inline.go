package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// enumeratorAt is a number or letter with its punctuation in the middle of a
// text.
type enumeratorAt struct {
	mark       mark
	paren      string // its punctuation: ")", "()" or "."
	name       string // the word before it, in lower case
	named      int    // byte at which that begins
	start, end int    // bytes, the space after it included
}

// enumerators finds what may be the markers of a list inside a line: "1) …
// 2) …", "(a) … (b) …", "1. … 2. …".
func enumerators(text string) []enumeratorAt {
	if !strings.ContainsAny(text, "1aA)①❶🥇") {
		return nil
	}
	var found []enumeratorAt
	word, before := "", 0 // the one before
	for i := 0; i < len(text); {
		end := strings.IndexByte(text[i:], ' ')
		if end < 0 {
			end = len(text)
		} else {
			end += i
		}
		if e, ok := enumeratorWord(text[i:end]); ok {
			e.start, e.end = i, min(len(text), i+e.end)
			if dash := dashAt(text[e.end:]); e.paren == "" && dash > 0 {
				e.paren, e.end = "-", e.end+dash
			}
			word = strings.ToLower(strings.TrimLeft(word, "(["))
			ranks := ranksNumber(word) || e.paren == ordinalSign && isPriorityWord(wordAt(text[e.end:])) // "Prio 2", "2:a hand"
			if e.end < len(text) && !ranks {
				e.name, e.named = word, before
				found = append(found, e)
			}
		}
		word, before = text[i:end], i
		i = end + 1
	}
	return found
}

// ranksNumber reports a word that makes an ordinal of the number behind it:
// "prio 2".
func ranksNumber(word string) bool {
	return slices.ContainsFunc(ordinalRows[word], func(o ordinal) bool { return strings.HasSuffix(o.words, " 1") })
}

// ordinalSign is the punctuation of "1:a" and "3:e".
const ordinalSign = ":a"

// dashAt returns the length of the dash that sets a number off: "1 - Koha".
func dashAt(text string) int {
	for _, dash := range []string{"- ", "– ", "= "} {
		if strings.HasPrefix(text, dash) {
			return len(dash)
		}
	}
	return 0
}

// enumeratorWord reads one word: "1)", "(b)", "2.", "#3", "1/", also with its
// item attached: "1)Koha". A number without a sign is one as well, which needs
// more to be believed.
func enumeratorWord(word string) (enumeratorAt, bool) {
	first, size := utf8.DecodeRuneInString(word)
	if value, ok := signValues[first]; ok {
		if size == len(word) {
			size++ // the space behind it
		}
		return enumeratorAt{mark: mark{markNumber, value}, paren: "\u20e3", end: size}, true
	}
	opened, body := cutOpened(word)
	end := strings.IndexFunc(body, func(r rune) bool { return !wordRune(r) })
	if end < 0 {
		end = len(body)
	}
	if end < 1 || end > 3 || len(opened) > 1 {
		return enumeratorAt{}, false
	}
	m := labelMark(body[:end])
	if keycap, ok := strings.CutPrefix(body[end:], "\ufe0f\u20e3"); ok && keycap == "" {
		return enumeratorAt{mark: m, paren: "\u20e3", end: len(word) + 1}, m.style == markNumber
	}
	after := strings.TrimLeft(body[end:], ").:]/,-–")
	sign := body[end : len(body)-len(after)]
	if m.style == markNumber && sign == ":" && inflected(after) {
		sign, after = ordinalSign, ""
	}
	first, _ = utf8.DecodeRuneInString(after)
	switch {
	case m.style == noMark || len(sign) > 3:
		return enumeratorAt{}, false
	case m.style != markNumber && sign != ")" && sign != "." && sign != ":":
		return enumeratorAt{}, false
	case (opened == "(" || opened == "[") && sign == "":
		return enumeratorAt{}, false
	case after == "":
		return enumeratorAt{mark: m, paren: opened + sign, end: len(word) + 1}, true
	case strings.HasSuffix(sign, ")") && unicode.IsLetter(first):
		return enumeratorAt{mark: m, paren: opened + sign, end: len(word) - len(after)}, true
	}
	return enumeratorAt{}, false
}

// cutOpened cuts off the signs that open a marker: "(1)", "[1]", "#1".
func cutOpened(word string) (opened, body string) {
	end := 0
	for end < len(word) && (word[end] == '(' || word[end] == '[' || word[end] == '#') {
		end++
	}
	return word[:end], word[end:]
}

// expandInline cuts chunks that hold a list in the middle of a line into one
// chunk an item, and what is said before and after it.
func expandInline(in []chunk) []chunk {
	out := make([]chunk, 0, len(in))
	for i, b := range in {
		var next mark
		if i+1 < len(in) {
			next = in[i+1].mark
		}
		items := inlineItems(b, next)
		if len(items) == 1 && (b.mark.style == noMark || b.mark.style == markBullet && b.level == 0) {
			items = inlineBullets(b)
		}
		if len(items) == 1 && b.mark.style == noMark {
			items = inlineSeparated(b)
		}
		if head, rest, ok := strings.Cut(b.text, " | "); ok && b.mark.style.counted() && len(items) == 1 {
			// A row of a table drawn by hand: the rest explains.
			items[0].text = head
			items = append(items, chunk{text: rest, indent: b.indent})
		}
		out = append(out, items...)
	}
	return out
}

// inlineBullets cuts a paragraph with bullets in it, "Önskar: • Koha • Canva",
// or with signs between the items, "Koha > Canva > podd". Dashes are common in
// prose: of them a colon must tell.
func inlineBullets(c chunk) []chunk {
	for _, sign := range []string{"•", "*", "→", "✓", "☐", "·", "-", "–", "->", "=>", ">", "»"} {
		if !strings.Contains(c.text, sign) {
			continue
		}
		if head, parts := cutAtSign(c, sign); len(parts) > 0 {
			return bulleted(c, head, parts)
		}
	}
	return []chunk{c}
}

// cutAtSign cuts a chunk into the items of a list that has this sign, and the
// words before it; there are none where the sign is something else.
func cutAtSign(c chunk, sign string) (head string, parts []string) {
	parts = strings.Split(c.text, " "+sign+" ")
	dash := sign == "-" || sign == "–"
	switch several := len(parts) > 2; {
	case c.mark.style == markBullet && (len(parts) == 1 || dash || between(sign)):
		return "", nil
	case c.mark.style == markBullet:
		return "", parts // the chunk's own sign is the first of them
	case several && between(sign) && !ledIn(parts[0]):
		at := leadEnd(parts[0])
		head, parts[0] = parts[0][:at], parts[0][at:]
		return head, parts
	case several && !dash && !ledIn(parts[0]) && isPoint(parts[0]):
		return "", parts // the signs stand between the items
	case several && (!dash || ledIn(parts[0])):
		return parts[0], parts[1:]
	case !dash:
		return "", nil
	}
	// "Önskar: -Koha -Canva"
	parts = strings.Split(c.text, " "+sign)
	if len(parts) < 3 || !ledIn(parts[0]) || slices.ContainsFunc(parts[1:], func(p string) bool {
		first, _ := utf8.DecodeRuneInString(p)
		return !unicode.IsLetter(first)
	}) {
		return "", nil
	}
	return parts[0], parts[1:]
}

// inlineSeparated cuts a paragraph with strokes or semicolons between its
// items: "Önskar: Koha; Canva; podd". Unless the words before them speak of an
// order, all are wanted as much.
func inlineSeparated(c chunk) []chunk {
	const longest = 24 // words of an item
	for _, sign := range []string{" / ", "; "} {
		if strings.Count(c.text, sign) < 2 {
			continue
		}
		parts := strings.Split(c.text, sign)
		from := leadEnd(parts[0])
		first := strings.TrimSpace(parts[0][from:])
		prose := slices.Contains(letterWords, firstWord(first)) || isAmount(first) || sign == "; " && !ledIn(parts[0][:from])
		if prose || slices.ContainsFunc(parts, func(p string) bool { return strings.Count(p, " ") >= longest }) {
			continue
		}
		head := parts[0][:from]
		parts[0] = parts[0][from:]
		items := bulleted(c, head, parts)
		for i := range items {
			if items[i].mark.style == markBullet && !speaksOfOrder(head) {
				items[i].mark = mark{markPriority, 1}
			}
		}
		return items
	}
	return []chunk{c}
}

// isPoint reports a few words before the first sign that are an item, not what
// leads in to the list.
func isPoint(text string) bool {
	const longest = 6
	return len(strings.Fields(text)) <= longest && !strings.ContainsAny(text, ".,:!?") && !asking(text) && !slices.Contains(letterWords, firstWord(text))
}

// leadEnd returns where the first item begins, after the words that lead in.
func leadEnd(text string) int {
	at := 0
	for _, end := range []string{": ", ". ", "! ", "? "} {
		at = max(at, strings.LastIndex(text, end)+1)
	}
	return at
}

// between reports signs that stand between items rather than before each.
func between(sign string) bool { return strings.HasSuffix(sign, ">") || sign == "→" || sign == "»" }

// bulleted writes the items of an inline list, and what is said around them.
func bulleted(c chunk, head string, parts []string) []chunk {
	var out []chunk
	if head = strings.TrimSpace(head); head != "" {
		out = append(out, chunk{text: head, gap: c.gap})
	}
	for i, part := range parts {
		rest := ""
		if i == len(parts)-1 {
			part, rest = firstSentence(part)
		}
		if part = trimStop(trimItem(part)); part != "" {
			out = append(out, chunk{mark: mark{style: markBullet}, text: part})
		}
		if rest != "" {
			out = append(out, chunk{text: rest, gap: true})
		}
	}
	return out
}

// inlineItems cuts one chunk. A run of markers begins at 1 or a, or after the
// chunk's own marker, and has two items unless the next chunk goes on with it.
func inlineItems(b chunk, next mark) []chunk {
	want := mark{markNumber, 1}
	if b.mark.style == markNumber || b.mark.style == markLetter {
		want = mark{b.mark.style, b.mark.value + 1}
		if next == want {
			return []chunk{b}
		}
	}
	run := runFrom(enumerators(b.text), want, b.mark.style == noMark)
	if len(run) == 0 || bare(run) && len(run) < 3 && !ledIn(b.text[:run[0].start]) || namedTogether(b.text, run) {
		return []chunk{b}
	}
	if namesThings(run) {
		if run[0].paren != ":" {
			return []chunk{b}
		}
		for k := range run {
			run[k].start = run[k].named // "Förslag 1: … Förslag 2: …"
		}
	}
	last := run[len(run)-1].mark
	goesOn := next == mark{last.style, last.value + 1}
	if len(run) == 1 && !goesOn && b.mark.style != want.style {
		return []chunk{b}
	}
	var out []chunk
	head := b
	head.text = trimItem(b.text[:run[0].start])
	if head.text != "" {
		out = append(out, head)
	}
	for k, e := range run {
		item := chunk{mark: e.mark, level: b.level, list: b.list, indent: b.indent}
		item.gap = len(out) == 0 && b.gap
		if k+1 < len(run) {
			item.text = trimStop(trimItem(b.text[e.end:run[k+1].start]))
			out = append(out, item)
			continue
		}
		item.text = b.text[e.end:]
		rest := ""
		if !goesOn {
			item.text, rest = firstSentence(item.text)
		}
		item.text = trimStop(trimItem(item.text))
		out = append(out, item)
		if rest != "" {
			out = append(out, chunk{text: rest, gap: true})
		}
	}
	return out
}

// namesThings reports numbers that belong to the word before them, "kurs 1.
// … kurs 2."
func namesThings(run []enumeratorAt) bool {
	first, _ := utf8.DecodeRuneInString(run[0].name)
	return len(run) > 1 && unicode.IsLetter(first) && run[0].name == run[1].name
}

// bare reports numbers without a sign; they may as well be amounts.
func bare(run []enumeratorAt) bool { return run[0].paren == "" || run[0].paren == "," }

// namedTogether reports numbers that only a conjunction parts, "punkt 1 och 2".
func namedTogether(text string, run []enumeratorAt) bool {
	for k, e := range run[1:] {
		if slices.Contains(ties, strings.TrimSpace(text[run[k].end:e.start])) {
			return true
		}
	}
	return false
}

// ledIn reports words that lead in to a list.
func ledIn(text string) bool { return strings.HasSuffix(strings.TrimSpace(text), ":") }

// farthestMarker is how many markers after the first a list goes on; the
// bound keeps the search linear.
const farthestMarker = 60

// runFrom returns the markers of one form that count up from want, which may
// also be a letter or Roman numeral where free is set.
func runFrom(all []enumeratorAt, want mark, free bool) []enumeratorAt {
	for i, e := range all {
		if e.mark != want && !(free && (e.mark == mark{markLetter, 1} || e.mark == mark{markRoman, 1})) {
			continue
		}
		run := []enumeratorAt{e}
		for _, f := range all[i+1 : min(len(all), i+1+farthestMarker)] {
			last := run[len(run)-1]
			if f.paren == last.paren && f.mark.style == last.mark.style && f.mark.value == last.mark.value+1 {
				run = append(run, f)
			}
		}
		if len(run) > 1 || i == len(all)-1 {
			return run
		}
	}
	return nil
}

// trimItem removes what only ties an item of an inline list to the next.
func trimItem(text string) string {
	text = strings.TrimSpace(text)
	for {
		before := text
		text = strings.TrimRight(text, " ,;")
		for _, tie := range []string{" och", " samt", " och så", " og", " and", " &", " å", " sedan", " sen", " men"} {
			text = strings.TrimSuffix(text, tie)
		}
		if text == before {
			return text
		}
	}
}

// trimStop removes the full stop of a clause, not that of "osv." or "...".
func trimStop(text string) string {
	clause, ok := strings.CutSuffix(text, ".")
	if !ok || strings.HasSuffix(clause, ".") || abbreviated(clause) {
		return text
	}
	return clause
}

// firstSentence cuts text after its first sentence.
func firstSentence(text string) (first, rest string) {
	if at := sentenceEnd(text, 0); at < len(text) {
		return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
	}
	return strings.TrimSpace(text), ""
}

// sentenceEnd returns the offset after the sentence that text[from:] begins
// with: behind a full stop, question or exclamation mark that a capital, a
// sign or nothing follows.
func sentenceEnd(text string, from int) int {
	for i := from; i < len(text); i++ {
		if text[i] != '.' && text[i] != '!' && text[i] != '?' {
			continue
		}
		end := i + 1
		for end < len(text) && strings.IndexByte(".!?)\"", text[end]) >= 0 {
			end++
		}
		if end == len(text) {
			return end
		}
		if text[end] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+1:])
		if stops(text[:i], next) {
			return end
		}
		i = end
	}
	return len(text)
}

// stops reports whether a full stop behind text ends its sentence. Before a
// small letter it does so only behind a word that is too long for an
// abbreviation; some people write no capitals.
func stops(text string, next rune) bool {
	const longest = 3 // of abbreviations that are not in the list
	switch {
	case unicode.IsDigit(next) || abbreviated(text):
		return false
	case !unicode.IsLower(next):
		return true
	}
	word := text[strings.LastIndexByte(text, ' ')+1:]
	return utf8.RuneCountInString(word) > longest && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

// abbreviations end in a full stop inside sentences.
var abbreviations = []string{
	"t.ex", "t ex", "tex", "bl.a", "bl a", "dvs", "d.v.s", "ca", "kl", "nr", "s.k", "m.fl", "m.m", "o.d", "osv", "o.s.v", "ev", "resp", "inkl", "f.d", "st", "dr", "tel", "jfr", "typ", "f.eks", "e.g", "i.e", "etc", "likn",
}

func abbreviated(text string) bool {
	at := strings.LastIndexAny(text, " (")
	word := strings.ToLower(text[at+1:])
	return slices.Contains(abbreviations, word)
}
