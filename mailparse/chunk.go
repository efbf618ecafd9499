package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk is what the writer meant as one: a list item's first lines or a
// paragraph, its hard line breaks undone.
type chunk struct {
	mark   mark
	text   string // on one line, without the marker
	gap    bool   // a blank line stands before it
	level  int    // nesting that the markup gives a list item; 0 for typed text
	list   int    // list that the markup names; 0 for typed text
	indent int    // columns before the marker or the text
	clause bool   // it is a clause of a sentence, found by its ordinal
	number int    // of the line it begins on; 0 for what was cut from the chunk before
}

// chunks joins wrapped lines and reads the markers.
func chunks(lines []line) []chunk {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = squeeze(l.text)
	}
	marks, words := typedMarks(lines, texts)
	markedTwice(marks, words, lines, texts)
	width := wrapWidth(lines)
	out := make([]chunk, 0, len(lines))
	gap := true
	last := "" // the line before with its indent, for telling a wrapped line
	for i, l := range lines {
		text := texts[i]
		if text == "" {
			// A marker that stands on a line of its own may have a blank
			// line below it.
			gap = len(out) == 0 || out[len(out)-1].text != ""
			last = ""
			continue
		}
		b := chunk{text: text, gap: gap, level: l.level, list: l.list, indent: l.indent, number: l.number}
		if marks[i].style != noMark {
			b.mark, b.text = marks[i], words[i]
		} else if l.marker != "" {
			b.mark = structuralMark(l.marker)
		}
		gap = false
		if n := len(out); n > 0 && b.mark.style == noMark && !b.gap {
			prev := &out[n-1]
			if prev.text == "" && prev.mark.style != markPriority || prev.text != "" && l.level == prev.level && wraps(last, text, width) {
				prev.text = joinWrapped(prev.text, text)
				last = indented(l, text)
				continue
			}
		}
		out = append(out, b)
		last = indented(l, text)
		if l.marker != "" {
			last = "" // the markup knows where its items end
		}
	}
	return out
}

// indented returns a line's text as wide as it was.
func indented(l line, text string) string {
	const widest = 80 // of indents that a program wraps behind
	return strings.Repeat(" ", min(l.indent, widest)) + text
}

// joinWrapped undoes a line break; a word that was broken at its hyphen becomes
// one again.
func joinWrapped(above, below string) string {
	if hyphened(above, below) {
		return above + below
	}
	return strings.TrimSpace(above + " " + below)
}

// hyphened reports a word that was broken at its hyphen, and not the "medie-"
// of "medie- och".
func hyphened(above, below string) bool {
	before, ok := strings.CutSuffix(above, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(below)
	return ok && unicode.IsLetter(last) && unicode.IsLower(first) && !slices.Contains(ties, firstWord(below)) && firstWord(below) != "eller"
}

// wrapWidth is the width at which the writer's program broke lines: that of
// the longest line, or 0 where lines are longer or shorter than any program
// breaks them.
func wrapWidth(lines []line) int {
	const narrowest, widest = 54, 80
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.text)+l.indent)
	}
	if width < narrowest || width > widest {
		return 0
	}
	return width
}

// fits reports whether the first word of next would have had room on the line
// before it, so that the break between them is the writer's own.
func fits(prev, next string, width int) bool {
	if width == 0 {
		return true
	}
	word, _, _ := strings.Cut(next, " ")
	return utf8.RuneCountInString(prev)+1+utf8.RuneCountInString(word) <= width
}

// wraps reports whether next is the continuation of the line prev. Besides
// lines that a program broke, those are it that break a sentence of some
// length and go on in lower case.
func wraps(prev, next string, width int) bool {
	if prev == "" || strings.HasSuffix(prev, ":") && utf8.RuneCountInString(next) < width*2/3 {
		return false // a lead-in and the first point below it
	}
	first, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(prev)
	if unicode.IsUpper(first) && slices.Contains(clauseWords, firstWord(next)) {
		return false // "Hur …" stands in no other sentence
	}
	if !fits(prev, next, width) || hyphened(prev, next) {
		return true
	}
	const sentence = 48
	return unicode.IsLower(first) && !strings.ContainsRune(".!?:;", last) && utf8.RuneCountInString(prev) >= sentence
}

// structuralMark reads the marker that HTML gave an item.
func structuralMark(text string) mark {
	text = strings.TrimSpace(text)
	m, _ := markAt(text + " x")
	switch m.style {
	case noMark, markLoneO, markLooseSign, markBareNumber:
		return mark{style: markBullet}
	}
	return m
}

// typedMarks reads the markers that people typed, and the words after them.
// Those that may as well be words ("2 timmar", "a.", "o ") count only in a run.
func typedMarks(lines []line, texts []string) (marks []mark, words []string) {
	marks, words = make([]mark, len(lines)), make([]string, len(lines))
	if counted := tallies(lines, texts); len(counted) > 0 {
		for i, t := range counted {
			marks[i], words[i] = mark{markTally, t.place}, t.words
		}
		return marks, words
	}
	var found []int // lines with a marker of some kind
	for i, l := range lines {
		if l.text == "" || l.marker != "" || l.level > 0 {
			continue
		}
		m, rest := markAt(texts[i])
		if m.style == noMark || rest == "" && !standsAlone(lines, i, m) || isDate(m, rest) {
			continue
		}
		if m.style == markPriority && goesOnInline(m, rest) {
			continue // the whole list is on this line
		}
		marks[i], words[i] = m, rest
		found = append(found, i)
	}
	asRoman(marks, found)
	confirm(marks, found, lines)
	labelPlaces(marks, words, lines, texts)
	return marks, words
}

// goesOnInline reports that the item after mark m stands behind it, "Prio 1:
// Koha, prio 2: Canva".
func goesOnInline(m mark, rest string) bool {
	return slices.ContainsFunc(ordinalsIn(rest, 0), func(o ranked) bool { return o.rank == m.value+1 && o.end < len(rest) }) ||
		slices.ContainsFunc(enumerators(rest), func(e enumeratorAt) bool { return e.mark.value == m.value+1 && e.paren == ":" && e.name != "" })
}

// markedTwice reads the numbers that people type into the items of a list that
// their program gives bullets. All items of the list must have one.
func markedTwice(marks []mark, words []string, lines []line, texts []string) {
	typed := map[int]mark{} // the first mark of each list; none if an item has another style
	for i, l := range lines {
		if l.marker == "" {
			continue
		}
		m, rest := markAt(texts[i])
		typedTwice := rest != "" && (m.style == markNumber || m.style == markPriority || m.style == markBox) && structuralMark(l.marker).style == markBullet
		if first, ok := typed[l.list]; !typedTwice || ok && first.style != m.style {
			m = mark{}
			typed[l.list] = m
		} else if !ok {
			typed[l.list] = m
		}
		marks[i], words[i] = m, rest
	}
	for i, l := range lines {
		if l.marker != "" && typed[l.list].style == noMark {
			marks[i] = mark{}
		}
	}
}

// labelPlaces marks the lines below "Prio 3: …" and "Prio 2: …" that say their
// place in other words, "Och på första plats: …".
func labelPlaces(marks []mark, words []string, lines []line, texts []string) {
	for i := 1; i < len(lines); i++ {
		above := marks[i-1]
		if marks[i].style != noMark || !above.style.counted() || texts[i] == "" || lines[i].level > 0 {
			continue
		}
		label := leadingLabel(texts[i])
		switch {
		case !label.colon:
			continue
		case label.rank == rankNext || label.rank == rankLast:
			label.rank = above.value + 1
		}
		marks[i], words[i] = mark{above.style, label.rank}, strings.TrimSpace(texts[i][label.end:])
	}
}

// standsAlone reports a marker that some programs put on the line above its
// item.
func standsAlone(lines []line, i int, m mark) bool {
	if !m.style.isBullet() && m.style != markNumber && m.style != markLetter && m.style != markPriority {
		return false
	}
	if t := lines[i].text; strings.HasPrefix(t, "--") || t == "—" || t == "-" && i == len(lines)-1 {
		return false
	}
	return nextText(lines, i+1).text != ""
}

// months begin as a date goes on after its day: "14. april".
var months = []string{
	"jan", "feb", "mar", "apr", "maj", "mai", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec", "des", "may",
}

func isDate(m mark, rest string) bool {
	if m.style != markNumber && m.style != markBareNumber {
		return false
	}
	word, _, _ := strings.Cut(strings.ToLower(rest), " ")
	word = strings.Trim(word, ".,:")
	for _, month := range months {
		if tail, ok := strings.CutPrefix(word, month); ok {
			switch tail {
			case "", "uari", "ruari", "uary", "ruary", "s", "ch", "il", "i", "y", "ust", "usti", "ember", "tember", "tembre", "ober", "tober", "t":
				return true
			}
		}
	}
	return false
}

// asRoman settles whether i, v and x are letters or Roman numerals: numerals
// when II or ii is among the markers.
func asRoman(marks []mark, found []int) {
	two := false
	for _, i := range found {
		two = two || marks[i].style == markRoman && marks[i].value == 2
	}
	for _, i := range found {
		m := &marks[i]
		if m.style == markRoman && !two && m.value == 1 {
			*m = mark{markLetter, int('i'-'a') + 1}
		}
		if m.style == markLetter && two {
			switch m.value {
			case int('v'-'a') + 1:
				*m = mark{markRoman, 5}
			case int('x'-'a') + 1:
				*m = mark{markRoman, 10}
			}
		}
	}
}

// confirm removes weak marks without a neighbour: a number or letter needs
// the one before or after it (or, as 1 or a, be strong by itself), bare
// numbers need a run from 1, signs a second of their kind or a bullet above; a
// lone dash or "o" must not stand where a program broke a sentence.
func confirm(marks []mark, found []int, lines []line) {
	has := map[mark]int{}
	count := map[markStyle]int{}
	for _, i := range found {
		has[marks[i]]++
		count[marks[i].style]++
	}
	bare := 0 // value of the first bare number
	for _, i := range found {
		if marks[i].style == markBareNumber && bare == 0 {
			bare = marks[i].value
		}
	}
	bullets := 0
	for style, n := range count {
		if bulletLike(style) {
			bullets += n
		}
	}
	width := wrapWidth(lines)
	for _, i := range found {
		m := marks[i]
		before, after := mark{m.style, m.value - 1}, mark{m.style, m.value + 1}
		ok := true
		switch m.style {
		case markNumber:
			ok = m.value == 1 || has[before] > 0 || has[after] > 0 || count[m.style] > 1 && m.value <= 20 || continuesInline(lines, i, m)
		case markBareNumber:
			ok = bare == 1 && has[mark{m.style, 2}] > 0 || has[mark{markNumber, m.value - 1}] > 0 && !brokenBefore(lines, i, width) || continuesInline(lines, i, m)
		case markLetter:
			ok = has[mark{m.style, 1}] > 0 && has[mark{m.style, 2}] > 0 || continuesInline(lines, i, m)
		case markNamed:
			ok = has[mark{m.style, 1}] > 0 && has[mark{m.style, 2}] > 0
			marks[i].style = markPriority
		case markPriority:
			ok = count[m.style] > 1 || m.value == 1 && isPriorityWord(wordAt(strings.ToLower(lines[i].text)))
		case markRoman:
			ok = has[mark{m.style, 1}] > 0
		case markLooseSign:
			ok = count[m.style] > 1 || bullets > 2 && belowBullet(marks, lines, i)
		case markLoneO:
			below := i > 0 && marks[i-1].style == markLoneO
			ok = count[m.style] > 1 && (below || !brokenBefore(lines, i, width))
		case markDash:
			ok = count[m.style] > 1 || !brokenBefore(lines, i, width) || bullets > 2 && belowBullet(marks, lines, i)
		}
		if !ok {
			marks[i] = mark{}
		}
	}
}

// belowBullet reports whether the line above lines[i], perhaps past a blank
// one, begins with a bullet.
func belowBullet(marks []mark, lines []line, i int) bool {
	above := i - 1
	if above > 0 && lines[above].text == "" {
		above--
	}
	return above >= 0 && marks[above].style != noMark && bulletLike(marks[above].style)
}

// brokenBefore reports whether a program broke the line above lines[i], so
// that a sign at its start may stand in the middle of a sentence.
func brokenBefore(lines []line, i, width int) bool {
	return i > 0 && lines[i-1].text != "" && !fits(indented(lines[i-1], lines[i-1].text), lines[i].text, width)
}

// continuesInline reports whether the item before a marker stands in the
// middle of a line just above it.
func continuesInline(lines []line, i int, m mark) bool {
	for k := i - 1; k >= 0 && k >= i-3 && lines[k].text != ""; k-- {
		for _, e := range enumerators(lines[k].text) {
			if e.mark.style == m.style && e.mark.value == m.value-1 {
				return true
			}
		}
	}
	return false
}
