package report

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	netHTML "golang.org/x/net/html"
	"pgregory.net/rapid"
)

// rendered shows Markdown as a site would that lets HTML through: its text,
// without what stands between elements, and its elements.
func rendered(t require, markdown []byte) (text []string, elements []string) {
	t.Helper()
	var page bytes.Buffer
	site := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := site.Convert(markdown, &page); err != nil {
		t.Fatal(err)
	}
	tokens := netHTML.NewTokenizer(&page)
	found := make(map[string]bool)
	for {
		switch tokens.Next() {
		case netHTML.ErrorToken:
			return text, slices.Sorted(maps.Keys(found))
		case netHTML.TextToken:
			if s := strings.TrimSpace(tokens.Token().Data); s != "" {
				text = append(text, s)
			}
		case netHTML.EndTagToken:
		default:
			found[tokens.Token().Data] = true
		}
	}
}

type require interface {
	Helper()
	Fatal(args ...any)
}

// Whatever people write is shown as they wrote it, and as nothing else.
func TestMarkdownShowsTextAsItIs(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"*", "_", "`", "~", "~~", "|", "\\", "<", ">", "<b>", "<!--", "#", "# ", "[a](b)", "![", "]", "(", ")", "&amp;", "&", "$", "{", "}", "=", "- ", "-", "+ ",
		"1. ", "12) ", "\n", "\n\n", "\r", "\t", "    ", "a", "å", "ord ", "http://x.example", "HTTPS://x.example", "www.x.example", "ftp://x.example", "a@x.example", "mailto:", "@", ":", "//", "---", "```", "\u202e", "\x1b[31m", "!",
	})
	rapid.Check(t, func(t *rapid.T) {
		written := strings.Join(rapid.SliceOfN(piece, 1, 8).Draw(t, "pieces"), "")
		page := Page{Title: "T", Sections: []Section{{Title: "S", Blocks: []Block{
			Paragraph(written), List{Items: []Item{{Text: written}}},
			Table{Columns: []Column{{Name: "K"}}, Rows: []Line{{Cells: []Cell{{Text: written}}}}},
		}}}}
		var b bytes.Buffer
		if err := WriteMarkdown(&b, page); err != nil {
			t.Fatal(err)
		}
		text, elements := rendered(t, b.Bytes())
		shown := strings.TrimSpace(Printable(written))
		want := []string{"T", "S", shown, shown, "K", shown}
		if shown == "" {
			want = []string{"T", "S", "K"}
		}
		if !slices.Equal(text, want) {
			t.Fatalf("%q is shown as %q", b.String(), text)
		}
		for _, element := range elements {
			if !slices.Contains([]string{"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}, element) {
				t.Fatalf("%q makes an element %s", b.String(), element)
			}
		}
	})
}

func TestWriteMarkdown(t *testing.T) {
	var b strings.Builder
	if err := WriteMarkdown(&b, build(t, filled(t, 0, 1, 2, 3, 4, 5, 6)).Page()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# Önskemål vecka 2026-W47 (16–22 november 2026)\n\nOrdningen",
		"## Det här vill man lära sig\n\n**Ämnena på önskelistan, det mest önskade först**\n\n| Pl | Ändr | Ämne | Poäng | Pers | Arb | 1:a | Nya |",
		"\n| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |", "\n| 1 | = | Samarbete i Teams | 1,50 | 2 | 1 | 1,0 | 1 |",
		"\n\n**Samarbete i Teams**\n\n- ”Teams”\n", "\n- ”ChatGPT�\\[31m”\n", "- kan visa makerspace (Makerspace · gammalt-amne · nytt)\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in:\n%s", want, &b)
		}
	}
}
