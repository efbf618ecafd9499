package mailparse

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findPassages cuts one person's text into paragraphs and list items. Lists
// are numbered from lists+1; it returns the last number given.
func findPassages(lines []line, lists int) ([]Passage, int) {
	f := &finder{lists: lists}
	f.chunks = rankedProse(unmarkedLists(rankHeadings(expandInline(chunks(lines)))))
	numberAll(f.chunks)
	f.countNext()
	for f.at < len(f.chunks) {
		if f.chunks[f.at].mark.style == noMark {
			f.paragraph(f.chunks[f.at].text)
			f.at++
			continue
		}
		before := len(f.found)
		f.readList()
		if len(f.found) == before {
			f.lists-- // nothing but markers
		}
	}
	f.dropUnticked()
	f.ranksBehind()
	rank(f.found)
	goOn(f.found)
	passages := make([]Passage, len(f.found))
	for i, e := range f.found {
		passages[i] = e.Passage
	}
	return passages, f.lists
}

// numberAll gives chunks that were cut from others the lines of those.
func numberAll(chunks []chunk) {
	for i := 1; i < len(chunks); i++ {
		if chunks[i].number == 0 {
			chunks[i].number = chunks[i-1].number
		}
	}
}

// entry is a passage whose rank is not settled.
type entry struct {
	Passage
	mark mark
}

// finder groups chunks into lists.
type finder struct {
	chunks []chunk
	next   []int // for each chunk the next one with a marker; len(chunks) for none
	at     int
	found  []entry
	lists  int
}

func (f *finder) countNext() {
	f.next = make([]int, len(f.chunks))
	n := len(f.chunks)
	for i := n - 1; i >= 0; i-- {
		f.next[i] = n
		if f.chunks[i].mark.style != noMark {
			n = i
		}
	}
}

func (f *finder) paragraph(text string) {
	if text != "" {
		f.found = append(f.found, entry{Passage: Passage{Text: text, Line: f.chunks[f.at].number}})
	}
}

// dropUnticked leaves the ticked items of lists where others are not. The
// order of such a list is not the writer's.
func (f *finder) dropUnticked() {
	picked := map[int]bool{} // lists
	for _, e := range f.found {
		if e.mark == (mark{markBox, ticked}) {
			picked[e.List] = true
		}
	}
	unticked := map[int]bool{}
	f.found = slices.DeleteFunc(f.found, func(e entry) bool {
		drop := picked[e.List] && e.mark == mark{style: markBox}
		unticked[e.List] = unticked[e.List] || drop
		return drop
	})
	for i := range f.found {
		if e := &f.found[i]; unticked[e.List] {
			e.mark = mark{markPriority, 1}
		}
	}
}

// openList is the list that is being read.
type openList struct {
	first     chunk // its first item
	last      mark
	seen      map[int]bool // values of its markers
	anew      int          // items that began anew with 1
	item      int          // index in found of its last item; -1 for an item without words
	items     int          // items so far
	explained int          // items that have explanation lines
	subUntil  int          // chunks before this one are sub-points of the last item
	ends      bool         // no further item of the list follows its last one
	subStyle  markStyle    // of bullets that are known to be sub-points
	heading   bool         // the last item is a bare "Prio 1:", its sub-points are the items
}

// readList reads the list that starts at the current chunk.
func (f *finder) readList() {
	f.lists++
	list := &openList{first: f.chunks[f.at], item: -1, seen: map[int]bool{}}
	if list.first.mark.value == 1 {
		list.anew = 1
	}
	f.item(list, f.chunks[f.at])
	for f.at++; f.at < len(f.chunks); f.at++ {
		c := f.chunks[f.at]
		if c.mark.style == noMark {
			if !f.explanation(list, c) {
				return
			}
			continue
		}
		switch {
		case f.at < list.subUntil || f.deeper(list, c):
			f.subPoint(list, c)
		case f.sameList(list, c):
			if f.restarted(list, f.at) {
				c.mark.value = list.last.value + 1
				list.anew++
			}
			f.item(list, c)
		default:
			return
		}
	}
}

// item adds an item to the list.
func (f *finder) item(list *openList, c chunk) {
	if list.item >= 0 && len(f.found[list.item].Details) > 0 {
		list.explained++
	}
	list.last = c.mark
	list.seen[c.mark.value] = true
	list.items++
	list.subUntil, list.ends = 0, false
	list.heading = c.text == ""
	if list.heading {
		list.item = -1
		return
	}
	f.found = append(f.found, entry{Passage{Text: c.text, List: f.lists, Clause: c.clause, Line: c.number}, c.mark})
	list.item = len(f.found) - 1
}

// subPoint adds a detail to the last item; below a bare "Prio 1:" the points
// are items themselves and tied.
func (f *finder) subPoint(list *openList, c chunk) {
	if c.text == "" {
		return
	}
	c.text = cutSubNumber(c.text, list.last)
	if list.heading && (c.mark.style != noMark || list.item < 0 || c.pointKind() == point) {
		f.found = append(f.found, entry{Passage{Text: c.text, List: f.lists, Line: c.number}, list.last})
		list.item = len(f.found) - 1
		return
	}
	last := &f.found[list.item]
	last.Details = append(last.Details, c.text)
}

// cutSubNumber removes the number of a sub-point below the item of mark m:
// "2.1 rapporter".
func cutSubNumber(text string, m mark) string {
	rest, ok := strings.CutPrefix(text, strconv.Itoa(m.value)+".")
	words := strings.TrimLeft(rest, "0123456789")
	if !ok || m.style != markNumber || words == rest {
		return text
	}
	words = strings.TrimLeft(words, ".) ")
	if first, _ := utf8.DecodeRuneInString(words); !unicode.IsLetter(first) {
		return text
	}
	return words
}

// deeper reports whether the marked chunk c is a sub-point of the list's last
// item: by the markup's levels, by its indent, or because markers of the
// list's own kind go on after it.
func (f *finder) deeper(list *openList, c chunk) bool {
	if c.level > 0 && list.first.level > 0 {
		if c.level == list.first.level && list.first.mark.style.counted() && !c.mark.style.counted() && f.chunks[f.at-1].mark.style != noMark {
			list.subUntil = f.nextItem(list) // the program made lists of their own of the sub-points
			return list.subUntil > 0
		}
		return c.level > list.first.level
	}
	if sameStyle(c.mark.style, list.first.mark.style) {
		return !c.mark.style.counted() && c.level == 0 && c.indent > list.first.indent+1 && !c.gap
	}
	mixed := bulletLike(c.mark.style) && bulletLike(list.first.mark.style)
	switch {
	case mixed && (c.indent > list.first.indent+1 || c.mark.style == markLoneO || c.mark.style == list.subStyle):
		return true
	case mixed && c.mark.style == markLooseSign && list.item >= 0 && len(f.found[list.item].Details) > 0:
		return true
	case mixed && (c.mark.style == markLooseSign || list.first.mark.style == markLooseSign):
		return false
	}
	if !list.ends {
		list.subUntil = f.nextItem(list)
		list.ends = list.subUntil == 0
	}
	if mixed && list.subUntil > 0 {
		list.subStyle = c.mark.style
	}
	return list.subUntil > 0 || !mixed && !c.gap || list.heading
}

// nextItem returns the index of the chunk that is the list's next item, past
// markers of other kinds; 0 for none.
func (f *finder) nextItem(list *openList) int {
	for k := f.at; k < len(f.chunks); k++ {
		c := f.chunks[k]
		switch {
		case c.mark.style == noMark && c.gap && strings.HasSuffix(c.text, ":"):
			return 0
		case sameStyle(c.mark.style, list.first.mark.style):
			if list.goesOn(c.mark) || f.restarted(list, k) {
				return k
			}
			return 0
		}
	}
	return 0
}

// interrupted reports that the item at chunk i goes on with a list in which
// its writer explained the item above in a sentence, so that her program made
// two lists of it.
func (f *finder) interrupted(i int) bool {
	return f.explained(i) && !slices.Contains(letterWords, firstWord(f.chunks[i-1].text))
}

// explained reports a sentence between the item at chunk i and the one above.
func (f *finder) explained(i int) bool {
	if i < 2 || f.chunks[i-2].mark.style == noMark {
		return false
	}
	c := f.chunks[i-1]
	return c.mark.style == noMark && strings.ContainsAny(c.text[max(0, len(c.text)-1):], ".!?")
}

func bulletLike(s markStyle) bool { return !s.counted() }

// sameStyle reports marks that may be of one list: "1. Koha" and "2 Canva" are.
func sameStyle(a, b markStyle) bool {
	number := func(s markStyle) bool { return s == markNumber || s == markBareNumber }
	return a == b || number(a) && number(b)
}

// restarted reports that the item at chunk i is marked 1 only because the
// writer explained the item above, from which her program counted anew.
func (f *finder) restarted(list *openList, i int) bool {
	m := f.chunks[i].mark
	return list.anew == list.items && m.value == 1 && m.style == list.last.style && m.style.counted() && f.explained(i)
}

// goesOn reports whether a mark of the list's style is that of its next item.
// People number in any order; a number that comes again begins another list.
func (l *openList) goesOn(m mark) bool {
	return !m.style.counted() || m.style == markTally || !l.seen[m.value]
}

// sameList reports whether the marked chunk c is the list's next item.
func (f *finder) sameList(list *openList, c chunk) bool {
	apart := f.chunks[f.at-1].mark.style == noMark // words stand between
	if list.first.level > 0 && c.level > 0 {
		switch {
		case c.level < list.first.level:
			return false
		case c.list == list.first.list:
			return true
		case c.mark.style.counted() && c.mark.style == list.last.style:
			return list.goesOn(c.mark) || f.restarted(list, f.at)
		}
		return bulletLike(c.mark.style) && bulletLike(list.last.style) && (!apart || f.interrupted(f.at))
	}
	if !sameStyle(c.mark.style, list.first.mark.style) && !(bulletLike(c.mark.style) && bulletLike(list.first.mark.style)) {
		return false
	}
	if !c.mark.style.counted() || list.goesOn(c.mark) || f.restarted(list, f.at) {
		return true
	}
	// The same number again is a tie, but 1 after other words begins anew.
	return c.mark.value == list.last.value && !apart
}

// explanation decides what the unmarked chunk c is, below an item of the
// list: a detail of the item or a paragraph in the middle of the list. It
// returns false where the list has ended before c.
func (f *finder) explanation(list *openList, c chunk) bool {
	if list.item < 0 && !list.heading {
		return false
	}
	if slices.Contains(ties, fold(c.text)) {
		return true // "och" between two items
	}
	if f.at < list.subUntil || c.level > 0 {
		f.subPoint(list, c)
		return true
	}
	next := f.next[f.at]
	if next == f.at+1 && next < len(f.chunks) && !c.gap && c.pointKind() == point && f.chunks[next].mark == (mark{list.last.style, list.last.value + 2}) {
		c.mark = mark{list.last.style, list.last.value + 1} // the writer forgot the number
		f.item(list, c)
		return true
	}
	leadIn := next < len(f.chunks) && leadsIn(f.chunks[next-1], f.chunks[next])
	if next < len(f.chunks) && f.resumes(list, f.chunks[next]) && !(leadIn && !f.chunks[next].mark.style.counted()) {
		apart := f.chunks[next].list != list.first.list // the program made two lists of it
		explains := list.first.mark.style.counted() || !c.gap || apart || list.items == 1 || list.explained == list.items-1
		if explains && !(leadIn && c.gap && f.at == next-1) {
			f.subPoint(list, c)
		} else {
			f.paragraph(c.text)
		}
		return true
	}
	// Below the last item the same goes as below those before it.
	previous := f.at > 0 && f.chunks[f.at-1].mark.style != noMark
	hanging := !c.gap && c.indent > list.first.indent+1
	if hanging || list.heading && (previous || !c.gap) || previous && list.items > 1 && list.explained == list.items-1 && !strings.HasSuffix(c.text, ":") {
		f.subPoint(list, c)
		return true
	}
	return false
}

// leadsIn reports whether a chunk is the heading of the list below: it ends in
// a colon or stands, apart from what is above, right on top of it.
func leadsIn(c, below chunk) bool {
	const longest = 60
	return strings.HasSuffix(c.text, ":") ||
		c.gap && !below.gap && below.level == 0 && utf8.RuneCountInString(c.text) <= longest && !strings.HasSuffix(c.text, ".")
}

// resumes reports whether the marked chunk c goes on with the list after
// words in between.
func (f *finder) resumes(list *openList, c chunk) bool {
	if f.restarted(list, f.next[f.at]) && c.level == list.first.level {
		return true
	}
	if list.first.level > 0 && c.level > 0 {
		if c.level < list.first.level {
			return false
		}
		return c.list == list.first.list || c.mark.style.counted() && c.mark.style == list.last.style && list.goesOn(c.mark) ||
			bulletLike(c.mark.style) && bulletLike(list.last.style) && f.interrupted(f.next[f.at])
	}
	if c.level != list.first.level {
		return false
	}
	if bulletLike(c.mark.style) {
		return bulletLike(list.first.mark.style)
	}
	return sameStyle(c.mark.style, list.first.mark.style) && list.goesOn(c.mark)
}
