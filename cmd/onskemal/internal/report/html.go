package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	"unicode"
)

// htmlTemplate is the page that an [htmlPage] fills.
//
//go:embed page.html.tmpl
var htmlTemplate string

// htmlStyle is all that the page's looks come from.
//
//go:embed page.css
var htmlStyle string

// WriteHTML renders a page as one HTML file that needs nothing else: it holds its
// style and its drawings, no script, and nothing that a reader would fetch.
func WriteHTML(w io.Writer, page Page) error {
	parsed, err := template.New("page").Parse(htmlTemplate)
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := parsed.Execute(&b, htmlPageOf(page)); err != nil {
		return err
	}
	_, err = io.WriteString(w, harmlessInHTML(b.String()))
	return err
}

// htmlPage is a page as its template wants it.
type htmlPage struct {
	Title    string
	Lead     string // what changed
	Figures  []string
	Sections []htmlSection
	Style    template.CSS
	Policy   string // what a browser may do for the page
}

type htmlSection struct {
	ID, Title string
	Blocks    []htmlBlock
}

// htmlBlock is one of its fields; the others are empty.
type htmlBlock struct {
	Paragraph Paragraph
	Lists     []List // that follow each other
	Table     *htmlTable
}

func htmlPageOf(page Page) htmlPage {
	out := htmlPage{Title: page.Title, Style: template.CSS(htmlStyle), Policy: stylePolicy(htmlStyle)}
	if len(page.Summary) > 0 {
		out.Lead, out.Figures = page.Summary[0], page.Summary[1:]
	}
	for _, section := range page.Sections {
		out.Sections = append(out.Sections, htmlSection{ID: section.ID, Title: section.Title, Blocks: htmlBlocksOf(section.Blocks)})
	}
	return out
}

func htmlBlocksOf(blocks []Block) []htmlBlock {
	var out []htmlBlock
	for _, block := range blocks {
		switch block := block.(type) {
		case Paragraph:
			out = append(out, htmlBlock{Paragraph: block})
		case Table:
			out = append(out, htmlBlock{Table: htmlTableOf(block)})
		case List:
			if last := len(out) - 1; last >= 0 && len(out[last].Lists) > 0 {
				out[last].Lists = append(out[last].Lists, block)
			} else {
				out = append(out, htmlBlock{Lists: []List{block}})
			}
		}
	}
	return out
}

// stylePolicy lets a browser apply this one style and do nothing else, whatever
// a mail may have brought into the page (Content Security Policy Level 3).
func stylePolicy(style string) string {
	hash := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; base-uri 'none'; form-action 'none'"
}

// harmlessInHTML does what escaping leaves undone: control characters and marks
// that turn the writing direction become �. Line breaks and tabs stay: to a browser
// they are spaces.
func harmlessInHTML(html string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unprintable(r) {
			return unicode.ReplacementChar
		}
		return r
	}, html)
}
