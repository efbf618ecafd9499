package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"github.com/digiteket/onskemal/store"
)

// everything is a report in which no list is empty, and in which each of the
// texts (twenty at most) stands wherever a person's words can: as wishes of all
// sorts, offers, names of topics, groups, courses and workplaces, and reasons.
func everything(t *testing.T, texts []string) *Report {
	t.Helper()
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "everything.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	mails := 0
	add := func(from string, day int, m store.Message) {
		t.Helper()
		mails++
		m.From, m.Raw, m.DerivedBy = from, fmt.Append(nil, "mail ", mails), "test"
		m.Received = time.Date(2026, 11, day, 12, 0, mails, 0, time.UTC)
		m.Added = m.Received
		if added, err := s.Add(ctx, m, nil); err != nil || !added {
			t.Fatal(added, err)
		}
	}
	opts := Options{
		Period: Week{2026, 47}.Period(), Method: Harmonic, DerivedBy: "other", By: ByWorkplace, Compare: true,
		Topics:     []Topic{{ID: "unwanted", Name: "Ingen vill", DigComp: []string{"1.1"}}},
		Workplaces: Workplaces{},
	}
	for i, text := range texts {
		topic, domain := fmt.Sprint("t", i), fmt.Sprintf("w%d.example", i)
		opts.Topics = append(opts.Topics, Topic{ID: topic, Name: text, DigComp: []string{"3.3", "4.2"}})
		opts.Courses = append(opts.Courses, Course{Title: text, Topic: topic, Level: 1, DigComp: []string{"2.4"}})
		opts.Workplaces[domain] = Workplace{Name: texts[(i+1)%len(texts)]}
		wishes := []store.Wish{
			{Rank: 1, Text: text, Scope: "digital", Topics: []string{topic}},
			{Rank: 2, Text: text, Scope: "digital", Outside: []string{text}},
			{Rank: 3, Text: text, Scope: "unclear"},
			{Rank: 4, Text: text, Scope: "analog"},
		}
		add("a@"+domain, 10, store.Message{Kind: "wish", Text: text, Wishes: wishes[:3]})
		add("b@"+domain, 17, store.Message{Kind: "wish", Text: text, Wishes: wishes})
		add("c@"+domain, 17, store.Message{Kind: "wish+offer", Text: text, Wishes: wishes[:1], Offers: []store.Offer{{Text: text, Topics: []string{topic}}}})
		for _, name := range []string{"d", "e", "f"} {
			word := "nyord" + strings.Repeat("x", i)
			add(fmt.Sprintf("%s@alone-%s.example", name, name), 18, store.Message{
				Kind: "wish", Text: word + text, Doubts: []string{"list-attached"}, Wishes: []store.Wish{{Rank: 1, Text: word + " " + text, Scope: "digital"}},
			})
		}
		if _, err := s.Quarantine(ctx, store.Quarantined{Raw: fmt.Append(nil, i), Received: opts.Period.Start, Reason: text}, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"g", "h", "i"} {
		add(fmt.Sprintf("%s@alone-%s.example", name, name), 18, store.Message{
			Kind: "wish", Text: name, Wishes: []store.Wish{{Rank: 1, Text: "Ingen vill", Scope: "digital", Topics: []string{"t0"}}},
		})
	}
	for _, name := range []string{"k", "l", "m", "n", "o", "p"} {
		add(fmt.Sprintf("%s@alone-%s.example", name, name), 18, store.Message{
			Kind: "wish", Text: name, Wishes: []store.Wish{{Rank: 1, Text: "nyord", Scope: "digital"}},
		})
	}
	add("j@x.example", 18, store.Message{Kind: "other", Text: "hej"})
	box, err := s.Mailbox(ctx, "box", "account", "INBOX", 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(
		s.Fail(ctx, store.UID{Mailbox: box, UID: 1}, store.Failure{Poison: true}),
		s.Deliver(ctx, store.Delivery{Topic: "unwanted", At: opts.Period.Start}, opts.Period.Start),
	); err != nil {
		t.Fatal(err)
	}
	r, err := Build(ctx, s, opts)
	if err != nil {
		t.Fatal(err)
	}
	r.Basis.Keys = 2 // as of two databases
	return &r
}

// hostileTexts are texts that mean something to a program that shows or reads them.
// Each has a word of its own, zqa, zqb and so on, by which it is found again.
func hostileTexts() []string {
	return []string{
		"\x1b[31mzqa\x1b]0;titel\x07 \u009b2J\x7f",
		`<script>alert("zqb")</script><img src=x onerror=alert(1)>`,
		"**zqc** [klicka](http://evil.example) ![](http://evil.example/p.png) | cell | `kod` <!-- www.evil.example",
		`=HYPERLINK("http://evil.example";"zqd")`,
		"+cmd|' /C calc'!A0 zqe",
		"@SUM(1+1)*zqf",
		"-2+3 zqg",
		"zqh\";=1+1;\"x,=2+2\t=3+3\n=4+4\r\n\"=5+5\"",
		"zqi \u202egnp.exe\u202c \u2066x\u2069 \u200f",
		"zqj\u200b\u200c\u200d\ufeff \u2028=6+6\u2029 \u200b=7+7",
		"zqk" + strings.Repeat("å", 3000),
		"zql\r\nBcc: offer@evil.example\r\n\r\nkropp",
		"＝1+1 zqm",
		"\t=1+1 zqn",
		`{{.}} ${7*7} zqo &amp; &lt;b&gt; \ ~~x~~ $a$`,
		"1. zqp\n# rubrik\n---\n- punkt",
	}
}

// hostileWords are by what the hostile texts are found again.
func hostileWords() []string {
	var words []string
	for i := range hostileTexts() {
		words = append(words, "zq"+string(rune('a'+i)))
	}
	return words
}

// Whatever people write, no format lets it do harm, and each still tells it. A
// format without a rule here is one that nobody has thought through.
func TestHostileWishesAreHarmlessInEveryFormat(t *testing.T) {
	rules := map[Format]func(t *testing.T, written []byte) (told string){
		Text:     harmlessText,
		HTML:     harmlessHTML,
		Markdown: harmlessMarkdown,
		CSV:      harmlessCSV,
		XLSX:     harmlessXLSX,
		EML:      harmlessEML,
		JSON:     harmlessJSON,
		TOI:      harmlessTOI,
	}
	r := everything(t, hostileTexts())
	for _, format := range Formats {
		t.Run(string(format), func(t *testing.T) {
			rule, known := rules[format]
			if !known {
				t.Fatal("no rule says what keeps this format harmless: write one")
			}
			for _, dialect := range Dialects {
				var b bytes.Buffer
				if err := r.Write(&b, format, Output{Dialect: dialect}); err != nil {
					t.Fatal(err)
				}
				told := rule(t, b.Bytes())
				for _, word := range hostileWords() {
					if !strings.Contains(told, word) {
						t.Errorf("%s is not told", word)
					}
				}
			}
		})
	}
}

// harmlessText holds that no character moves a cursor or turns the writing.
func harmlessText(t *testing.T, written []byte) string {
	t.Helper()
	for line := range strings.Lines(string(written)) {
		for _, r := range strings.TrimRight(line, "\n") {
			if unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
				t.Errorf("%U in %q", r, line)
			}
		}
	}
	return string(written)
}

// harmlessMarkdown holds that a site that shows it makes nothing of it but the
// page's own headings, lists and tables.
func harmlessMarkdown(t *testing.T, written []byte) string {
	t.Helper()
	harmlessText(t, written)
	text, elements := rendered(t, written)
	for _, element := range elements {
		if !slices.Contains([]string{"h1", "h2", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}, element) {
			t.Errorf("an element %s", element)
		}
	}
	return strings.Join(text, "\n")
}

// harmlessHTML holds that there is nothing to run, to fetch or to follow.
func harmlessHTML(t *testing.T, written []byte) string {
	t.Helper()
	harmlessText(t, bytes.ReplaceAll(written, []byte("\t"), nil)) // the style is indented
	var text strings.Builder
	for tokens := html.NewTokenizer(bytes.NewReader(written)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return text.String()
		}
		token := tokens.Token()
		if kind == html.TextToken {
			text.WriteString(token.Data)
			continue
		}
		if slices.Contains([]string{"script", "img", "iframe", "object", "embed", "link", "base", "form"}, token.Data) {
			t.Errorf("an element %s", token)
		}
		for _, attribute := range token.Attr {
			inPage := strings.HasPrefix(attribute.Val, "#")
			if strings.HasPrefix(attribute.Key, "on") || attribute.Key == "src" || (attribute.Key == "href" && !inPage) {
				t.Errorf("an attribute %s=%q", attribute.Key, attribute.Val)
			}
		}
	}
}

// harmlessCSV holds that no cell is a formula, wherever a spreadsheet thinks that
// cells begin, and that no line is another's.
func harmlessCSV(t *testing.T, written []byte) string {
	t.Helper()
	text := strings.TrimPrefix(string(written), "\ufeff")
	harmlessText(t, []byte(strings.ReplaceAll(text, "\r\n", "\n")))
	for cell := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;\t\"\r\n", r) }) {
		bare := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
		if strings.ContainsAny(firstOf(bare), "=+-@＝＋－＠") {
			t.Errorf("a formula: %q", cell)
		}
	}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = separatorOf([]byte(text))
	records, err := reader.ReadAll() // it wants as many cells in each line
	if err != nil {
		t.Fatal(err)
	}
	check(t, "lines", len(records), 1+1+2*len(hostileTexts()))
	check(t, "columns", len(records[0]), 20)
	return text
}

func firstOf(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// harmlessXLSX holds that the workbook is well-formed, calculates nothing and
// points nowhere.
func harmlessXLSX(t *testing.T, written []byte) string {
	t.Helper()
	parts := partsOf(t, written)
	allowed := regexp.MustCompile(`^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings)\.xml|xl/theme/theme1\.xml|` +
		`xl/_rels/workbook\.xml\.rels|xl/worksheets/(_rels/)?sheet\d+\.xml(\.rels)?|xl/drawings/(_rels/)?drawing1\.xml(\.rels)?|xl/charts/chart1\.xml)$`)
	for name, text := range parts {
		if !allowed.MatchString(name) {
			t.Errorf("a part %s", name)
		}
		if strings.Contains(text, `TargetMode="External"`) || strings.Contains(text, "<hyperlink") {
			t.Errorf("%s points outside", name)
		}
		if path.Dir(name) == "xl/worksheets" && regexp.MustCompile(`<f[\s/>]`).MatchString(text) {
			t.Errorf("%s calculates", name)
		}
		for tokens := xml.NewDecoder(strings.NewReader(text)); ; {
			_, err := tokens.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
	return harmlessText(t, []byte(parts["xl/sharedStrings.xml"]))
}

// harmlessEML holds that nothing has become a header or a part, and that each part
// is harmless in its own format.
func harmlessEML(t *testing.T, written []byte) string {
	t.Helper()
	header, parts := readMail(t, written)
	for key := range header {
		if !slices.Contains([]string{"Mime-Version", "Date", "Subject", "Message-Id", "Content-Language", "Auto-Submitted", "Content-Type"}, key) {
			t.Errorf("a header %s", key)
		}
	}
	check(t, "parts", len(parts), 6)
	var told strings.Builder
	for i, rule := range []func(*testing.T, []byte) string{harmlessText, harmlessHTML, harmlessCSV, harmlessXLSX} {
		body := parts[2+i].body
		if i < 2 {
			body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
		}
		told.WriteString(rule(t, body))
	}
	return told.String()
}

// harmlessJSON holds that a terminal shows it as it is, and that programs get the
// texts as people wrote them.
func harmlessJSON(t *testing.T, written []byte) string {
	t.Helper()
	harmlessText(t, written)
	var read struct {
		Topics []struct{ Name string }
	}
	if err := json.Unmarshal(written, &read); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, topic := range read.Topics {
		names = append(names, topic.Name)
	}
	for _, text := range hostileTexts() {
		if !slices.Contains(names, text) {
			t.Errorf("%q has become something else", text)
		}
	}
	return string(written)
}

// harmlessTOI holds that every line is still what it was meant to be.
func harmlessTOI(t *testing.T, written []byte) string {
	t.Helper()
	harmlessText(t, written)
	file := readPreflib(t, string(written))
	check(t, "metadata", len(file.meta), 12+1+len(hostileTexts()))
	return string(written)
}
