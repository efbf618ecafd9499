package report

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"github.com/digiteket/onskemal/store"
)

func htmlOf(t *testing.T, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, r.Page()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// emptyReport is that of a store without mails.
func emptyReport(t *testing.T) *Report { return build(t, filled(t)) }

// richReport has something in every section.
func richReport(t *testing.T) *Report {
	t.Helper()
	var mails []store.Message
	topics := append([]Topic{{ID: "bilder", Name: "Digitaliseringssamarbeten kring lokalhistoriska bildsamlingar"}}, wishList...)
	for i := range 48 {
		wishes := []store.Wish{
			{Rank: 1, Text: fmt.Sprint("hur man delar filer, fråga ", i), Scope: "digital", Topics: []string{topics[i*i%7%5].ID}},
			{Rank: 2, Text: "ChatGPT i vardagen", Scope: "digital", Outside: []string{[]string{"AI", "Excel och Office", "Lösenord och säkerhet"}[i%3]}},
		}
		received := time.Date(2026, 11, 22-i%36, 12, i, 0, 0, time.UTC)
		if i%2 == 0 {
			unplaced := "bokbuss i dimma"
			if WeekOf(received) == (Week{2026, 47}) {
				unplaced = "mikrofilm i kassaskåpet"
			}
			wishes = append(wishes, store.Wish{Rank: 3, Text: unplaced, Scope: "unclear"}, store.Wish{Rank: 4, Text: "gräva damm", Scope: "analog"})
		}
		mails = append(mails, store.Message{
			From: fmt.Sprintf("p%d@w%d.example", i, i%9), Kind: "wish+offer", Received: received,
			Wishes: wishes, Offers: []store.Offer{{Text: "kan visa makerspace", Topics: []string{"makerspace"}}}, Doubts: []string{"list-attached"},
		})
	}
	mails = append(mails, store.Message{From: "x@w1.example", Kind: "other", Received: time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)})
	places := Workplaces{}
	for i := range 9 {
		places[fmt.Sprintf("w%d.example", i)] = Workplace{Name: fmt.Sprint("Bibliotek ", i), Region: []string{"Skåne", "Västra Götaland", ""}[i%3]}
	}
	return reportOf(t, mails, Options{
		Method: Mentions, Topics: topics, Workplaces: places, By: ByRegion, Compare: true,
		Courses: []Course{{Title: "Teams", Topic: "samarbete", Level: 1, DigComp: []string{"2.4"}}, {Title: "Mer Teams", Topic: "samarbete", Level: 2}},
	})
}

const hostile = `</style></title><script>alert(1)</script><img src=//x.example onerror=alert(1)>"'` + "`" + ` ]]> --> {{.}} javascript:alert(1) &amp; ` +
	"\x00\x1b]0;x\x07\x1b[31m\u202egnirts\u2066\u200f\u0085\n\t" + "=HYPERLINK(\"x\") "

// hostileReport has texts everywhere that mean harm.
func hostileReport(t *testing.T) *Report {
	t.Helper()
	long := hostile + strings.Repeat("ordlångt", 60)
	var mails []store.Message
	for i := range 6 {
		mails = append(mails, store.Message{
			From: fmt.Sprintf("p%d@w%d.example", i, i%2), Kind: "wish+offer", Received: time.Date(2026, 11, 17+i%4, 12, i, 0, 0, time.UTC),
			Wishes: []store.Wish{
				{Rank: 1, Text: long, Scope: "digital", Topics: []string{"samarbete", hostile}},
				{Rank: 2, Text: hostile, Scope: "digital", Outside: []string{hostile}},
				{Rank: 3, Text: long, Scope: "unclear"},
				{Rank: 4, Text: hostile, Scope: "analog"},
			},
			Offers: []store.Offer{{Text: long, Topics: []string{hostile}}}, Doubts: []string{hostile},
		})
	}
	place := Workplace{Name: hostile, Municipality: hostile, Region: hostile}
	topics := append([]Topic{{ID: "hostile", Name: long}}, wishList...)
	return reportOf(t, mails, Options{
		Method: Harmonic, Topics: topics, Workplaces: Workplaces{"w0.example": place, "w1.example": place}, By: ByWorkplace, Compare: true, DerivedBy: hostile,
	})
}

func reportOf(t *testing.T, mails []store.Message, opts Options) *Report {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for i, m := range mails {
		m.Raw, m.Added, m.DerivedBy = fmt.Append(nil, "mail ", i), m.Received, "test"
		if _, err := s.Add(ctx, m, nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Quarantine(ctx, store.Quarantined{Raw: []byte("?"), Received: mails[0].Received, Reason: hostile}, nil); err != nil {
		t.Fatal(err)
	}
	opts.Period = Week{2026, 47}.Period()
	r, err := Build(ctx, s, opts)
	if err != nil {
		t.Fatal(err)
	}
	return &r
}

// element is an element of a parsed page, in its order.
type element struct {
	*html.Node
}

func elementsOf(t *testing.T, text string) []element {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var found []element
	for node := range root.Descendants() {
		if node.Type == html.ElementNode {
			found = append(found, element{node})
		}
	}
	return found
}

func (e element) attr(key string) string {
	for _, attr := range e.Attr {
		if attr.Key == key {
			return attr.Val
		}
	}
	return ""
}

// all are the elements of some names below this one.
func (e element) all(names ...string) []element {
	var found []element
	for node := range e.Descendants() {
		for _, name := range names {
			if node.Type == html.ElementNode && node.Data == name {
				found = append(found, element{node})
			}
		}
	}
	return found
}

// text is what the element says to those who hear it.
func (e element) text() string {
	var b strings.Builder
	for node := range e.Descendants() {
		if node.Type == html.TextNode && (element{node.Parent}).attr("aria-hidden") == "" {
			b.WriteString(node.Data)
		}
	}
	return b.String()
}

func TestHTMLStructure(t *testing.T) {
	for name, r := range map[string]*Report{"rich": richReport(t), "empty": emptyReport(t), "hostile": hostileReport(t)} {
		t.Run(name, func(t *testing.T) {
			count, ids := make(map[string]int), make(map[string]bool)
			elements := elementsOf(t, htmlOf(t, r))
			for _, e := range elements {
				if e.Parent.Data != "svg" { // it has titles too
					count[e.Data]++
				}
				if id := e.attr("id"); id != "" {
					if ids[id] {
						t.Errorf("id %s is there twice", id)
					}
					ids[id] = true
				}
			}
			for _, once := range []string{"h1", "header", "nav", "main", "footer", "title", "style"} {
				check(t, once, count[once], 1)
			}
			check(t, "sections", count["section"], len(r.Page().Sections))
			check(t, "links: to each section, to the content and to the top", count["a"], count["section"]+2)
			for _, e := range elements {
				switch e.Data {
				case "html":
					check(t, "language", e.attr("lang"), "sv")
				case "a":
					if target, inside := strings.CutPrefix(e.attr("href"), "#"); !inside || !ids[target] {
						t.Errorf("a link leads to %q", e.attr("href"))
					}
				case "table":
					checkTable(t, e)
				case "svg":
					check(t, "role of a drawing", e.attr("role"), "img")
					if len(e.all("title")) != 1 || len(e.all("desc")) != 1 || e.all("title")[0].text() == "" || e.all("desc")[0].text() == "" {
						t.Errorf("a drawing without title or description: %s", e.text())
					}
				case "abbr":
					if e.attr("title") == "" {
						t.Errorf("%s is not told in full", e.text())
					}
				}
			}
		})
	}
}

func checkTable(t *testing.T, table element) {
	t.Helper()
	if captions := table.all("caption"); len(captions) != 1 || captions[0].text() == "" {
		t.Error("a table without caption")
	}
	rows := table.all("tr")
	columns := len(rows[0].all("th"))
	for _, row := range rows {
		check(t, "cells of a row", len(row.all("th", "td")), columns)
	}
	for _, th := range table.all("th") {
		if scope := th.attr("scope"); scope != "col" && scope != "row" {
			t.Errorf("heading %s has the scope %q", th.text(), scope)
		}
	}
	for _, row := range rows[1:] {
		check(t, "headings of a row", len(row.all("th")), 1)
	}
}

// What a page may hold: nothing that runs, and nothing that is fetched.
func TestHTMLHarmless(t *testing.T) {
	allowed := map[string]bool{}
	for _, name := range strings.Fields("html head meta title style body a header h1 h2 h3 p nav ul li main section div table caption thead tbody tr th td " +
		"span abbr small svg desc rect details summary footer") {
		allowed[name] = true
	}
	text := htmlOf(t, hostileReport(t))
	for _, e := range elementsOf(t, text) {
		if !allowed[e.Data] {
			t.Errorf("element %s", e.Data)
		}
		for _, attr := range e.Attr {
			if strings.HasPrefix(attr.Key, "on") || attr.Key == "style" || attr.Key == "src" || attr.Key == "srcset" {
				t.Errorf("%s has the attribute %s=%q", e.Data, attr.Key, attr.Val)
			}
		}
	}
	for _, r := range text {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			t.Errorf("%U is in the page", r)
		}
	}
	for _, want := range []string{
		`&lt;script&gt;alert(1)&lt;/script&gt;`, `]]&gt; --&gt; {{.}} javascript:alert(1) &amp;amp; `, "�]0;x��[31m�gnirts���",
	} {
		if strings.Count(text, want) < 6 {
			t.Errorf("%s is %d times in the page", want, strings.Count(text, want))
		}
	}
}

func TestHTMLPolicy(t *testing.T) {
	var policy, style string
	for _, e := range elementsOf(t, htmlOf(t, emptyReport(t))) {
		switch {
		case e.attr("http-equiv") == "Content-Security-Policy":
			policy = e.attr("content")
		case e.Data == "style":
			style = e.text()
		}
	}
	hash := sha256.Sum256([]byte(style))
	check(t, "policy", policy, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(hash[:])+"'; base-uri 'none'; form-action 'none'")
	for _, fetching := range []string{"url(", "@import", "@font-face"} {
		if strings.Contains(style, fetching) {
			t.Errorf("the style has %s", fetching)
		}
	}
}

func TestHTMLHasAllSections(t *testing.T) {
	var titles []string
	for _, e := range elementsOf(t, htmlOf(t, richReport(t))) {
		if e.Data == "h2" {
			titles = append(titles, e.text())
		}
	}
	check(t, "titles", strings.Join(titles, "|"), "På sidan|Det här vill man lära sig|Utanför önskelistan|Ord på väg upp, utan ämne|Så skriver de|"+
		"Erbjudanden om att dela kunskap|Behovet efter DigComp|Behovet per region|Att granska|Karantän|Håller ordningen?|Underlag")
}

func TestHTMLDeterministic(t *testing.T) {
	first, second := htmlOf(t, richReport(t)), htmlOf(t, richReport(t))
	check(t, "the same page twice", first == second, true)
}

// What is drawn or a sign is also said, once.
func TestHTMLTables(t *testing.T) {
	number := func(n float64) *float64 { return &n }
	page := Page{Title: "T", Sections: []Section{{ID: "s", Title: "S", Blocks: []Block{Table{
		Caption: "C",
		Columns: []Column{
			{Name: "Ändr", Meaning: "Ändring"}, {Name: "Ämne", Head: true}, {Name: "P", Numeric: true, Bar: true},
			{Name: "2 v", Meaning: "Personer per vecka", Rich: true, Weeks: []string{"v. 1", "v. 2"}},
		},
		Rows: []Line{
			{Cells: []Cell{{Text: "▲1", Spoken: "upp 1"}, {Text: "a"}, {Text: "4", Number: number(4)}, {Text: "0 8", Trend: []int{0, 8}}}},
			{Cells: []Cell{{Text: "ny"}, {Text: "b"}, {Text: "1", Number: number(1)}, {Text: "1 4", Trend: []int{1, 4}}}, Apart: true},
		},
	}}}}}
	var b bytes.Buffer
	if err := WriteHTML(&b, page); err != nil {
		t.Fatal(err)
	}
	var tables []element
	for _, e := range elementsOf(t, b.String()) {
		if e.Data == "table" {
			tables = append(tables, e)
		}
	}
	check(t, "tables", len(tables), 2)
	row := func(table element, i int) string {
		var cells []string
		for _, cell := range table.all("tr")[i].all("th", "td") {
			cells = append(cells, strings.TrimSpace(cell.text()))
		}
		return strings.Join(cells, "|")
	}
	check(t, "headings", row(tables[0], 0), "Ändring|Ämne|P|Personer per vecka")
	check(t, "a line", row(tables[0], 1), "upp 1|a|4 100\u00a0% av den längsta stapelnP: 4|Personer per vecka: 0 8Hela höjden är 8")
	check(t, "a line set apart", row(tables[0], 2), "Ny grupp: ny|b|1 25\u00a0% av den längsta stapelnP: 1|Personer per vecka: 1 4Hela höjden är 8")
	check(t, "groups", len(tables[0].all("tbody")), 2)
	var rects []string
	for _, rect := range tables[0].all("rect") {
		rects = append(rects, fmt.Sprint(rect.Attr))
	}
	check(t, "drawings", strings.Join(rects, "\n"), strings.Join([]string{
		"[{ width 1000} { height 10}]", "[{ x 11} { y 0} { width 8} { height 40}]",
		"[{ width 250} { height 10}]", "[{ x 1} { y 35} { width 8} { height 5}]", "[{ x 11} { y 20} { width 8} { height 20}]",
	}, "\n"))
	check(t, "the numbers", tables[1].all("caption")[0].text(), "Personer per vecka, efter ämne")
	check(t, "headings of the numbers", row(tables[1], 0), "Ämne|v. 1|v. 2")
	check(t, "numbers", row(tables[1], 2), "Ny grupp: b|1|4")
}
