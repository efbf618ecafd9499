package mailparse

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// structural is a list that the markup knows of.
type structural struct {
	id     int    // numbers the lists of a mail from 1
	level  int    // 1 = outermost
	next   int    // number of the next item
	step   int    // -1 in <ol reversed>
	format string // CSS list-style-type
}

// bullet is the marker of items without number, whatever sign they have.
const bullet = "•"

// newList numbers a list.
func (w *htmlReader) newList(level int) *structural {
	w.lists++
	return &structural{id: w.lists, level: level, next: 1, step: 1, format: "disc"}
}

// orphanList is the list of items whose parent is no list.
func (w *htmlReader) orphanList(parent *html.Node, level int) *structural {
	if w.orphans == nil {
		w.orphans = map[*html.Node]*structural{}
	}
	if w.orphans[parent] == nil {
		w.orphans[parent] = w.newList(level)
	}
	return w.orphans[parent]
}

// openList reads <ol> and <ul>. QUIRK: Lotus Notes uses <ul> without items as
// an indent, and Outlook on the web puts nested lists beside the items instead
// of inside them; only lists with items of their own count as levels.
func (w *htmlReader) openList(n *html.Node, css string, at around) *structural {
	items := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			items++
		}
	}
	if items == 0 {
		return at.list
	}
	level := 1
	if at.list != nil {
		level = at.list.level + 1
	}
	list := w.newList(level)
	if n.DataAtom == atom.Ol {
		list.format = "decimal"
		if _, reversed := attribute(n, "reversed"); reversed {
			list.next, list.step = items, -1
		}
		list.next = number(n, "start", list.next)
	}
	list.format = listFormat(n, css, list.format)
	return list
}

// openItem reads <li>. QUIRK: Outlook on the web wraps nested lists in items
// that are shown as blocks; browsers neither mark nor count those.
func (w *htmlReader) openItem(n *html.Node, css string, at *around) {
	if strings.Contains(css, "display:block") && holds(n, atom.Ol, atom.Ul) {
		return
	}
	list := at.list
	if list == nil {
		list = w.orphanList(n.Parent, 1)
		at.list = list
	}
	list.next = number(n, "value", list.next)
	w.marker = marker(listFormat(n, css, list.format), list.next)
	list.next += list.step
	at.item = list
}

// number is the integer value of an attribute within sane bounds.
func number(n *html.Node, key string, missing int) int {
	const most = 10_000
	value, found := attribute(n, key)
	i, err := strconv.Atoi(strings.TrimSpace(value))
	if !found || err != nil || i > most || i < -most {
		return missing
	}
	return i
}

// htmlTypes are the values of the attribute type of lists and items.
var htmlTypes = map[string]string{
	"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}

// listPosition removes where the markers stand, which the short form
// "list-style" may name beside the type.
var listPosition = strings.NewReplacer("inside", "", "outside", "")

// listFormat is the CSS list-style-type of a list or an item.
func listFormat(n *html.Node, css, inherited string) string {
	for _, property := range []string{"list-style-type:", "list-style:"} {
		if _, value, found := strings.Cut(css, property); found {
			value, _, _ = strings.Cut(value, ";")
			value = listPosition.Replace(value)
			if value != "" && value != "inherit" && value != "initial" {
				return value
			}
		}
	}
	value, _ := attribute(n, "type")
	if format, ok := htmlTypes[value]; ok {
		return format
	}
	return inherited
}

// marker is what stands before item number n of a list.
func marker(format string, n int) string {
	switch {
	case strings.HasPrefix(format, `"`), strings.HasPrefix(format, `'`): // Outlook on the web: "(1) "
		return strings.TrimSpace(strings.Trim(format, `"'`))
	case format == "none":
		return ""
	case strings.HasPrefix(format, "decimal"):
		return strconv.Itoa(n) + "."
	case format == "lower-alpha", format == "lower-latin":
		return letters(n) + "."
	case format == "upper-alpha", format == "upper-latin":
		return strings.ToUpper(letters(n)) + "."
	case format == "lower-roman":
		return roman(n) + "."
	case format == "upper-roman":
		return strings.ToUpper(roman(n)) + "."
	}
	return bullet
}

// letters counts a, b, … z, aa, ab, …
func letters(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// roman writes small Roman numbers.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var s strings.Builder
	for _, digit := range []struct {
		value int
		text  string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= digit.value; n -= digit.value {
			s.WriteString(digit.text)
		}
	}
	return s.String()
}

// wordItem is how Word says that a paragraph is an item: its list, the level
// and an override of the list's numbering.
var wordItem = regexp.MustCompile(`mso-list:(l\d+)level(\d)(lfo\d+)?`)

// openWordItem reads the paragraph of a Word list.
func (w *htmlReader) openWordItem(css string, at *around) {
	if !strings.Contains(css, "mso-list:l") {
		return
	}
	if m := wordItem.FindStringSubmatch(css); m != nil {
		level, _ := strconv.Atoi(m[2])
		at.item = &structural{id: w.wordList(m[1] + m[3] + "level" + m[2]), level: max(level, 1)}
	}
}

// wordList numbers Word's lists by their names.
func (w *htmlReader) wordList(name string) int {
	if w.wordLists == nil {
		w.wordLists = map[string]int{}
	}
	if w.wordLists[name] == 0 {
		w.lists++
		w.wordLists[name] = w.lists
	}
	return w.wordLists[name]
}

// wordMarker reads the marker that Word writes out for programs that do not
// know its lists. One character of a symbol font is a bullet, and so is a
// picture.
func (w *htmlReader) wordMarker(n *html.Node) {
	const longest = 64
	text := strings.TrimSpace(trimRight(innerText(n, longest)))
	if r := []rune(text); len(r) == 0 || len(r) == 1 && r[0] != '-' && r[0] != '–' && (r[0] < '0' || r[0] > '9') {
		text = bullet
	}
	w.marker = text
}
