package mailparse

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is what a list item begins with.
type mark struct {
	style markStyle
	value int // of a number, letter or word; ticked for a box; 0 for a bullet
}

// markStyle is the form of a list marker. Items of one list have the same.
type markStyle int

const (
	noMark         markStyle = iota
	markBullet               // • * · and other dots
	markDash                 // - – —
	markArrow                // → ⇒ ➤
	markBox                  // [ ] [x] ☐ ☑, of value ticked when it is
	markNumber               // 1. 1) (1) 1: 1 -
	markBareNumber           // 1, followed by a word
	markLetter               // a) A. (a) A:
	markRoman                // II. iv)
	markNamed                // Kurs 1: as a rank, when Kurs 2: is there too
	markTally                // (***), its value the place that so many signs give
	markPriority             // Prio 1: Nr 2 Etta: 1:a
	markLoneO                // "o ", a bullet of Word's, also the Swedish for "and" in haste; "x "
	markLooseSign            // > + ~ -> and other signs, bullets only when there are several
)

// ticked is the value of a box with a cross in it.
const ticked = 1

// counted reports whether the marks of a style have values.
func (s markStyle) counted() bool { return s >= markNumber && s <= markPriority }

// bulletStyles are the signs that are bullets even when there is but one.
var bulletStyles = map[rune]markStyle{
	'*': markBullet, '•': markBullet, '●': markBullet, '▪': markBullet, '■': markBullet, '◦': markBullet, '‣': markBullet, '⁃': markBullet, '·': markBullet, '○': markBullet,
	'✓': markBullet, '✔': markBullet, '□': markBullet, '♦': markBullet, '◆': markBullet,
	'-': markDash, '–': markDash, '—': markDash,
	'►': markArrow, '▶': markArrow, '➢': markArrow, '➤': markArrow, '→': markArrow, '⇒': markArrow, '»': markArrow,
}

// isBullet reports a style that is a bullet without a second of its kind.
func (s markStyle) isBullet() bool {
	return s == markBullet || s == markDash || s == markArrow || s == markBox
}

// markAt reads the marker that a typed line begins with and returns the words
// after it.
func markAt(text string) (m mark, rest string) {
	if len(text) == 0 {
		return mark{}, text
	}
	first, size := utf8.DecodeRuneInString(text)
	if m, rest := boldMark(text); m.style != noMark {
		return m, rest
	}
	if style, ok := bulletStyles[first]; ok {
		if m, rest := signMark(style, text, size); m.style != noMark {
			return m, rest
		}
		return looseSign(text)
	}
	if (first == 'o' || first == 'x') && strings.HasPrefix(text[1:], " ") {
		return mark{style: markLoneO}, strings.TrimSpace(text[2:])
	}
	if m, rest := boxMark(text); m.style != noMark {
		return m, rest
	}
	if value, ok := signValues[first]; ok {
		return mark{markNumber, value}, trimMark(text[size:])
	}
	if m, rest, ok := priorityMark(text); ok {
		return m, rest
	}
	if m, rest := enumerator(text); m.style != noMark {
		return m, rest
	}
	return looseSign(text)
}

// boldMark reads an enumerator in the stars that some programs write for bold
// text: "*1.* Koha", "*1. Koha*".
func boldMark(text string) (mark, string) {
	bold, ok := strings.CutPrefix(text, "*")
	if !ok {
		return mark{}, text
	}
	label, rest, ok := strings.Cut(bold, "*")
	if !ok {
		return mark{}, text
	}
	if rest == "" {
		return enumerator(label)
	}
	if m, words := enumerator(label); words == "" {
		return m, trimMark(rest)
	}
	return mark{}, text
}

// boxes are what people tick a list off with. Longer ones come first.
var boxes = []struct {
	sign  string
	value int
}{
	{"[ ]", 0}, {"[]", 0}, {"( )", 0}, {"☐", 0},
	{"[x]", ticked}, {"[X]", ticked}, {"(x)", ticked}, {"(X)", ticked}, {"☑", ticked}, {"☒", ticked},
}

// boxMark reads a box, ticked or not.
func boxMark(text string) (mark, string) {
	for _, b := range boxes {
		if rest, ok := strings.CutPrefix(text, b.sign); ok {
			return mark{markBox, b.value}, trimMark(rest)
		}
	}
	return mark{}, text
}

// looseSign reads any sign or two that stand before the words of a line; a
// picture may stand close to them.
func looseSign(text string) (mark, string) {
	if first, size := utf8.DecodeRuneInString(text); unicode.Is(unicode.So, first) && size < len(text) {
		return mark{style: markLooseSign}, trimMark(text[size:])
	}
	sign, rest, ok := strings.Cut(text, " ")
	if !ok || strings.HasSuffix(rest, sign) || // "== Barn =="
		utf8.RuneCountInString(sign) > 3 || strings.ContainsAny(sign, "([{\"'”’)") {
		return mark{}, text
	}
	if strings.ContainsFunc(sign, wordRune) {
		return mark{}, text
	}
	return mark{style: markLooseSign}, trimMark(rest)
}

// signValues are the signs that stand for a number.
var signValues = map[rune]int{
	'①': 1, '②': 2, '③': 3, '④': 4, '⑤': 5, '⑥': 6, '⑦': 7, '⑧': 8, '⑨': 9, '⑩': 10,
	'❶': 1, '❷': 2, '❸': 3, '❹': 4, '❺': 5, '❻': 6, '❼': 7, '❽': 8, '❾': 9, '❿': 10,
	'🥇': 1, '🥈': 2, '🥉': 3, '🔟': 10,
}

// signMark reads a one-sign marker. What looks like one but is not: a rule
// ("---"), emphasis ("*viktigt*"), a negative number or a smiley.
func signMark(s markStyle, text string, size int) (mark, string) {
	rest := text[size:]
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return mark{style: s}, ""
	case next == '>' || next == '-' && strings.HasPrefix(rest, "- "):
		return mark{style: s}, strings.TrimSpace(rest[1:])
	case next != ' ' && next != '\u00a0' && next != '\ufe0f' && !unicode.IsLetter(next) && next != '"' && next != '”':
		return mark{}, text
	case strings.HasPrefix(text, "*") && strings.Contains(rest, "*") && next != ' ':
		return mark{}, text
	}
	return mark{style: s}, trimMark(rest)
}

// trimMark removes what may stand between a marker and its words.
func trimMark(rest string) string {
	return strings.TrimLeft(rest, " \t\u00a0\ufe0f\u20e3")
}

// enumerator reads a number, letter or Roman numeral with its punctuation.
func enumerator(text string) (mark, string) {
	opened, body := cutOpened(text)
	end := strings.IndexFunc(body, func(r rune) bool { return !wordRune(r) })
	if end < 1 || end > 4 || len(opened) > 1 {
		return mark{}, text
	}
	m := labelMark(body[:end])
	rest := body[end:]
	if m.style == noMark {
		return mark{}, text
	}
	if keycap, ok := strings.CutPrefix(strings.TrimPrefix(rest, "\ufe0f"), "\u20e3"); ok {
		return m, trimMark(keycap)
	}
	rest = cutRange(rest, m)
	if text[0] == '#' && m.style == markNumber {
		return m, strings.TrimLeft(rest, " .:)-–")
	}
	after := strings.TrimLeft(rest, ".:)]")
	if tail, ok := strings.CutPrefix(after, "/"); ok && m.style == markLetter && strings.HasPrefix(tail, " ") {
		after = tail // "a/ Koha"
	}
	sign := rest[:len(rest)-len(after)]
	if tail := strings.TrimLeft(trimMark(after), "-–—>"); sign != "" && strings.HasPrefix(tail, " ") {
		after = tail // "1. - Koha"
	}
	next, _ := utf8.DecodeRuneInString(after)
	spaced := after == "" || next == ' '
	switch {
	case opened != "" && sign == "":
		return mark{}, text
	case sign != "" && spaced, strings.HasSuffix(sign, ")") && unicode.IsLetter(next):
		return m, trimMark(after)
	case sign != "" && (m.style == markNumber || m.style == markLetter) && unicode.IsLetter(next) && !(sign == ":" && inflected(after)):
		return m, after // "1.Koha", not "3.2", "10:30" or "1:a"
	case sign != "":
		return mark{}, text
	}
	words := trimMark(after)
	for _, dash := range []string{"->", "=>", "-", "–", "—", "=", "→", "|", ".", ")", ":"} {
		if item, ok := strings.CutPrefix(words, dash); ok && spaced && strings.HasPrefix(item, " ") {
			return m, trimMark(item)
		}
	}
	if m.style != markNumber {
		return mark{}, text
	}
	item := trimMark(strings.TrimLeft(after, ",/-–=>"))
	if after != item && beginsItem(item) {
		return mark{markBareNumber, m.value}, item
	}
	return mark{}, text
}

// beginsItem reports words that can stand behind a bare number: "3d-skrivare",
// but not "500 kr" or "st pennor".
func beginsItem(words string) bool {
	first, size := utf8.DecodeRuneInString(words)
	if unicode.IsDigit(first) {
		first, _ = utf8.DecodeRuneInString(words[size:])
		return unicode.IsLetter(first)
	}
	return first == '"' || unicode.IsLetter(first) && !slices.Contains(quantityWords, firstWord(words))
}

// isAmount reports a line that begins with an amount: "2 st pennor".
func isAmount(text string) bool {
	rest := strings.TrimLeft(text, "0123456789 ")
	return rest != text && slices.Contains(quantityWords, firstWord(rest))
}

// quantityWords behind a number make an amount of it.
var quantityWords = []string{"st", "stk", "styck", "kr", "kronor", "kroner", "ex", "kg", "h", "tim", "min", "timmar", "minuter", "kl", "kpl"}

// cutRange removes the end of shared places, "-3" of "2-3. Koha".
func cutRange(rest string, m mark) string {
	if m.style != markNumber || rest == "" || rest[0] != '-' && rest[0] != '/' {
		return rest
	}
	after := strings.TrimLeft(rest[1:], "0123456789")
	if end := cardinal(rest[1 : len(rest)-len(after)]); end <= m.value || after == "" || !strings.ContainsAny(after[:1], ".:)") {
		return rest
	}
	return after
}

// inflected reports the ending of an ordinal: "1:a", "2:an", "3:e".
func inflected(after string) bool {
	end := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(after)
	}
	switch after[:end] {
	case "a", "e", "an", "en", "st", "nd", "rd", "th":
		return true
	}
	return false
}

// labelMark tells what a label without its punctuation counts. "I" may be
// Roman or a letter; the neighbours decide.
func labelMark(label string) mark {
	if last := len(label) - 1; last > 0 && label[last] >= 'a' && label[last] <= 'd' && allDigits(label[:last]) {
		label = label[:last] // "1a", "1b": as much wanted
	}
	if allDigits(label) && len(label) <= 2 {
		value, _ := strconv.Atoi(label)
		return mark{markNumber, value}
	}
	if v := romanValue(label); v > 0 && (len(label) > 1 || label == "I" || label == "i") {
		return mark{markRoman, v}
	}
	if len(label) == 1 {
		switch c := label[0]; {
		case c >= 'a' && c <= 'z':
			return mark{markLetter, int(c-'a') + 1}
		case c >= 'A' && c <= 'Z':
			return mark{markLetter, int(c-'A') + 1}
		}
	}
	return mark{}
}

// romanNumerals are as many as anyone wishes.
var romanNumerals = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}

func romanValue(label string) int {
	if label == "" || strings.IndexByte("ivxIVX", label[0]) < 0 {
		return 0
	}
	lower := strings.ToLower(label)
	if label != lower && label != strings.ToUpper(label) {
		return 0
	}
	for i, r := range romanNumerals {
		if lower == r {
			return i + 1
		}
	}
	return 0
}

// priorityMark reads "Prio 1:", "Prioritet 2 -", "Nr 3", "P1:", "Första:",
// "1:a prio:".
func priorityMark(text string) (mark, string, bool) {
	const longest = 4096 // bytes of an item that anyone writes
	first, rest, ok := strings.Cut(text, " ")
	if !ok || len(text) > longest {
		return mark{}, "", false
	}
	label := strings.ToLower(strings.Trim(first, ":.*"))
	if isPriorityWord(label) {
		return numberedPriority(rest)
	}
	word := strings.TrimRight(label, "0123456789")
	digits := label[len(word):]
	if place := cardinal(digits); place > 0 && isPriorityWord(strings.TrimRight(word, ".")) {
		end := strings.Index(text, digits) + len(digits)
		if strings.HasSuffix(word, ".") {
			return mark{markPriority, place}, strings.TrimLeft(text[end:], " :.)-"), true // "Nr.1 Koha"
		}
		return afterPriority(place, text[end:]) // "P1: …"
	}
	if place := ordinalNumber(label, first); place > 0 {
		noun, tail, _ := strings.Cut(rest, " ")
		sign := strings.TrimLeftFunc(noun, unicode.IsLetter)
		switch {
		case isPriorityWord(strings.ToLower(strings.TrimSuffix(noun, sign))):
			return afterPriority(place, sign+" "+tail) // "1. prioritet: …", "1:a prio – …"
		case strings.Contains(label, ":"):
			return mark{markBareNumber, place}, rest, true // "1:a Koha"
		}
	}
	if m, words := namedMark(first, rest); m.style != noMark {
		return m, words, true
	}
	return placeMark(text)
}

// namedMark reads "Kurs 1: …", whatever the word.
func namedMark(first, rest string) (mark, string) {
	number, words, ok := strings.Cut(rest, ":")
	if !ok || !allDigits(number) || strings.TrimLeftFunc(first, unicode.IsLetter) != "" || !strings.HasPrefix(words, " ") {
		return mark{}, ""
	}
	return mark{markNamed, cardinal(number)}, trimMark(words)
}

// ordinalNumber reads "1." and "1:a".
func ordinalNumber(label, first string) int {
	number, ending, ok := strings.Cut(label, ":")
	if ok && inflected(ending) || !ok && strings.HasSuffix(first, ".") && allDigits(label) {
		return cardinal(number)
	}
	return 0
}

// placeMark reads a place that is set off by a colon: "Första önskemålet: …".
func placeMark(text string) (mark, string, bool) {
	const farthest = 80 // bytes before the colon
	near := text[:min(len(text), farthest)]
	if strings.IndexByte(near, ':') < 0 && strings.IndexByte(near, '=') < 0 {
		return mark{}, "", false
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return mark{}, "", false
	}
	place, ok := ordinalAt(lower, 0, true)
	words := trimMark(text[place.end:])
	if !ok || !place.colon || place.rank == rankNext || place.rank == rankLast || words == "" {
		return mark{}, "", false
	}
	return mark{markPriority, place.rank}, words, true
}

// numberedPriority reads what follows "Prio": "1: …", "ett – …", "A: …", "nr 1: …".
func numberedPriority(rest string) (mark, string, bool) {
	if word, tail, ok := strings.Cut(rest, " "); ok && isPriorityWord(strings.ToLower(strings.TrimRight(word, "."))) {
		rest = tail
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !wordRune(r) })
	if end < 0 {
		end = len(rest)
	}
	value := cardinal(strings.ToLower(rest[:end]))
	if end == 1 && rest[0] >= 'A' && rest[0] <= 'F' {
		value = int(rest[0]-'A') + 1
	}
	if value == 0 {
		return mark{}, "", false
	}
	return afterPriority(value, rest[end:])
}

// afterPriority takes the sign between "Prio 1" and its words; "nr 1 av 3"
// has none.
func afterPriority(value int, rest string) (mark, string, bool) {
	if label := labelEnd(strings.ToLower(rest)); label > 0 {
		return mark{markPriority, value}, trimMark(rest[label:]), true
	}
	trimmed := strings.TrimLeft(rest, " \u00a0*")
	words := strings.TrimLeft(trimmed, ":=.–—-)/,> ")
	if trimmed == "" || len(words) < len(trimmed) {
		return mark{markPriority, value}, words, true
	}
	return mark{}, "", false
}

func isPriorityWord(word string) bool {
	switch word {
	case "prio", "prioritet", "prioritering", "pri", "priority", "p", "nr", "nummer", "no", "number", "plats", "plass", "plads", "hand", "önskemål", "önskan", "ønske", "wish", "toive", "alternativ", "plan":
		return true
	}
	return false
}

// cardinal reads "1" and "ett".
func cardinal(word string) int {
	if allDigits(word) && len(word) <= 2 {
		return labelMark(word).value
	}
	return placeValues[word]
}

// placeValues are the words of places.
var placeValues = func() map[string]int {
	values := map[string]int{}
	for _, p := range places {
		for _, w := range slices.Concat(p.cardinals, p.nouns) {
			values[w] = p.rank
		}
	}
	return values
}()

// isItem reports a line that begins as a list item does, without looking at
// its neighbours.
func isItem(l line) bool {
	if l.level > 0 && l.marker != "" {
		return true
	}
	m, rest := markAt(l.text)
	return rest != "" && (m.style.isBullet() || m.style == markNumber || m.style == markLetter || m.style == markPriority)
}
