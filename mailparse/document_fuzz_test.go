package mailparse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzDocument checks that documents of any content are read or refused, and
// that what is read is clean lines no longer than the documents. The first
// argument is a package as it is, unless the others make one.
func FuzzDocument(f *testing.F) {
	f.Add("", wi(1, 0, "Teams")+wi(4, 2, "Zoom")+ws("Egen", "Meet")+docxTable([]string{wi(2, 0, ""), wp("Canva")}), docxStyles, docxNumbers, true)
	f.Add("", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t><w:br/><w:tab/><w:sym/><mc:AlternateContent><mc:Choice><w:txbxContent>`+wp("b")+`</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p><w:sdt><w:sdtContent/></w:sdt>`, "", "", true)
	f.Add("", ol(`text:style-name="L1" xml:id="a"`, op("Teams")+ol("", op("Zoom")))+ol(`text:continue-list="a"`, op(`<text:s text:c="4"/><text:tab/>x<text:line-break/>`)), `<style:style style:name="P1"/>`,
		`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:display-levels="2"/></text:list-style>`, false)
	f.Add("", `<table:table><table:table-row><table:table-cell><draw:frame>`+op("a")+`</draw:frame></table:table-cell></table:table-row></table:table>`, "", "", false)
	f.Add(docx(wp("Teams")), "", "", "", false)
	f.Add(odt(op("Teams")), "", "", "", false)
	f.Fuzz(func(t *testing.T, content, body, styles, lists string, word bool) {
		switch {
		case content != "":
		case word:
			content = packed(map[string]string{
				docxIndex:            docxTypes,
				"word/document.xml":  `<w:document` + wordSpace + `><w:body>` + body + `</w:body></w:document>`,
				"word/styles.xml":    `<w:styles` + wordSpace + `>` + styles + `</w:styles>`,
				"word/numbering.xml": `<w:numbering` + wordSpace + `>` + lists + `</w:numbering>`,
			})
		default:
			content = packed(map[string]string{
				"mimetype":    odtType,
				"styles.xml":  `<x` + odfSpace + `><office:styles>` + styles + `</office:styles></x>`,
				"content.xml": `<x` + odfSpace + `><office:automatic-styles>` + lists + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></x>`,
			})
		}
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		lines, _ := documentFile(&p, &part{body: []byte(content)})
		size := 0
		for _, l := range lines {
			for _, s := range []string{l.text, l.marker} {
				if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.ContainsAny(s, "\r\n") {
					t.Errorf("%q is not a clean line", s)
				}
			}
			if len(l.marker) > 2*longestMarker || l.level > listLevels {
				t.Errorf("marker %q on level %d", l.marker, l.level)
			}
			size += len(l.text)
		}
		// Nothing is longer than it was, but entities and numbers.
		if most := 4*p.text + 100; size > most {
			t.Errorf("%d bytes of text from %d of XML", size, p.text)
		}
	})
}
