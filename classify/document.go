package classify

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// document is a topics file as it is written. Edits are noted by the lines that
// the file had at first; all other lines stay as they are, byte for byte.
type document struct {
	c      *Classifier // what the file said at first
	lines  []docLine   // line 1 is lines[0]
	eol    string
	tables map[string][]table // by name, in order
}

// docLine is a line of the file and what an edit makes of it.
type docLine struct {
	text, end     string
	gone          bool
	before, after []string // lines put in
}

func newDocument(c *Classifier, data []byte) *document {
	d := &document{c: c, eol: "\n", tables: map[string][]table{}}
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		d.lines = append(d.lines, docLine{text: text, end: line[len(text):]})
	}
	if d.lines[0].end == "\r\n" {
		d.eol = "\r\n"
	}
	for _, t := range readTables(strings.TrimPrefix(string(data), "\ufeff")) {
		d.tables[t.name] = append(d.tables[t.name], t)
	}
	return d
}

// bytes is the file with its edits.
func (d *document) bytes() []byte {
	var b strings.Builder
	write := func(text, end string) {
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteString(d.eol) // the file's last line had no end
		}
		b.WriteString(text)
		b.WriteString(end)
	}
	for _, line := range d.lines {
		for _, text := range line.before {
			write(text, d.eol)
		}
		if !line.gone {
			write(line.text, line.end)
		}
		for _, text := range line.after {
			write(text, d.eol)
		}
	}
	return []byte(b.String())
}

func (d *document) line(n int) *docLine { return &d.lines[n-1] }

// texts are the lines of a key as they stand.
func (d *document) texts(k tableKey) []string {
	var texts []string
	for n := k.first; n <= k.last; n++ {
		texts = append(texts, d.line(n).text)
	}
	return texts
}

func (d *document) remove(k tableKey) {
	for n := k.first; n <= k.last; n++ {
		d.line(n).gone = true
	}
}

// end is the last line of a table's keys.
func (t table) end() int {
	last := t.header
	for _, k := range t.keys {
		last = max(last, k.last)
	}
	return last
}

// topic finds the table of a topic.
func (d *document) topic(id string) (table, error) {
	i := d.c.topicIndex(id)
	if i < 0 {
		return table{}, fmt.Errorf("no topic %q", id)
	}
	return d.written("topic", i, id)
}

// group finds the table of a topic, by its id, or of a group outside the list, by
// its name.
func (d *document) group(name string) (table, error) {
	if i := d.c.outsideIndex(name); i >= 0 && d.c.topicIndex(name) < 0 {
		return d.written("outside", i, name)
	}
	return d.topic(name)
}

func (d *document) written(kind string, i int, name string) (table, error) {
	if len(d.tables[kind]) <= i {
		return table{}, fmt.Errorf("%s is not written as a table: give it a line [[%s]] of its own first", name, kind)
	}
	return d.tables[kind][i], nil
}

// keywordLine is a line in a block of keywords, between what opens the block and
// what closes it there.
type keywordLine struct {
	n                      int
	opening, text, closing string
}

// holds tells whether the line is one of the block's text, and not only one of
// its quotes.
func (l keywordLine) holds() bool {
	return l.opening+l.closing == "" || strings.TrimSpace(l.text) != ""
}

const blockQuote = "'''"

// keywords are the lines of a table's block of keywords, none when it has no
// block.
func (d *document) keywords(t table) ([]keywordLine, error) {
	k, ok := t.key("keywords")
	if !ok {
		return nil, nil
	}
	if k.quote != blockQuote {
		return nil, fmt.Errorf("line %d: put the keywords between lines with %s first, one keyword a line", k.first, blockQuote)
	}
	var lines []keywordLine
	for n := k.first; n <= k.last; n++ {
		l := keywordLine{n: n, text: d.line(n).text}
		if n == k.first {
			opened := strings.Index(l.text, blockQuote) + len(blockQuote)
			l.opening, l.text = l.text[:opened], l.text[opened:]
		}
		if n == k.last {
			closed := strings.Index(l.text, blockQuote)
			l.text, l.closing = l.text[:closed], l.text[closed:]
		}
		lines = append(lines, l)
	}
	return lines, nil
}

// setKeyword writes another text in a line of a block; a line without text goes.
func (d *document) setKeyword(l keywordLine, text string) {
	line := d.line(l.n)
	line.text = l.opening + text + l.closing
	line.gone = line.text == ""
}

// appendKeywords puts lines at the end of a table's block of keywords.
func (d *document) appendKeywords(t table, texts []string) error {
	lines, err := d.keywords(t)
	if err != nil || len(texts) == 0 {
		return err
	}
	if len(lines) == 0 {
		end := d.line(t.end())
		end.after = append(end.after, keywordBlock(texts)...)
		return nil
	}
	end := lines[len(lines)-1]
	line := d.line(end.n)
	if end.opening == "" && strings.TrimSpace(end.text) == "" {
		line.before = append(line.before, texts...)
		return nil
	}
	line.text = end.opening + end.text
	line.after = slices.Concat(texts, []string{end.closing}, line.after)
	if line.end == "" {
		line.end = d.eol
	}
	return nil
}

func keywordBlock(texts []string) []string {
	return slices.Concat([]string{"keywords = " + blockQuote}, texts, []string{blockQuote})
}

// removeRule takes a rule away; comments about it stay.
func (d *document) removeRule(t table) {
	d.line(t.header).gone = true
	for _, k := range t.keys {
		d.remove(k)
	}
	blank := func(n int) bool { return n < 1 || n <= len(d.lines) && strings.TrimSpace(d.line(n).text) == "" }
	if after := t.end() + 1; after <= len(d.lines) && blank(t.header-1) && blank(after) {
		d.line(after).gone = true
	}
}

// renameInArray writes another id for one in an array.
func (d *document) renameInArray(k tableKey, from, to string) {
	for n := k.first; n <= k.last; n++ {
		d.line(n).text = quotedID(from).ReplaceAllString(d.line(n).text, "${1}"+to+"${2}")
	}
}

// removeFromArray takes an id out of an array, which keeps others.
func (d *document) removeFromArray(k tableKey, id string) {
	with := quotedID(id).String()
	element := regexp.MustCompile(with + `\s*,\s*|\s*,\s*` + with + `|` + with)
	for n := k.first; n <= k.last; n++ {
		d.line(n).text = element.ReplaceAllString(d.line(n).text, "")
	}
}

func quotedID(id string) *regexp.Regexp {
	return regexp.MustCompile(`(["'])` + regexp.QuoteMeta(id) + `(["'])`)
}

// tomlString writes a text as a TOML string of one line.
func tomlString(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

func tomlStrings(texts ...string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = tomlString(text)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
