package mailparse

import (
	"strings"
	"testing"
)

const odfSpace = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`

// odt writes an OpenDocument with styles of both places.
func odt(body string) string {
	return packed(map[string]string{
		"mimetype": odtType,
		"styles.xml": `<office:document-styles` + odfSpace + `><office:styles><text:list-style style:name="Punkter"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>` +
			`<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style><style:style style:name="Lista" style:family="paragraph" style:list-style-name="Punkter"/></office:styles></office:document-styles>`,
		"content.xml": `<office:document-content` + odfSpace + `><office:automatic-styles>` +
			`<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Lista"/>` +
			`<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>` +
			`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>` +
			`<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>` +
			`<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2"/></text:list-style>` +
			`<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="I" style:num-prefix="(" style:num-suffix=")" text:start-value="4"/></text:list-style>` +
			`<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>` +
			`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	})
}

// ol is a list of items, op a paragraph.
func ol(attributes string, items ...string) string {
	return `<text:list ` + attributes + `><text:list-item>` + strings.Join(items, `</text:list-item><text:list-item>`) + `</text:list-item></text:list>`
}

func op(text string) string { return `<text:p>` + text + `</text:p>` }

func TestODT(t *testing.T) {
	const numbers, bullets = `text:style-name="L1"`, `text:style-name="Punkter"`
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", `<text:h text:outline-level="1">Önskemål</text:h>` + op("Här\n  är <text:span>listan</text:span> :") + `<text:p/>`, "Önskemål\n\nHär är listan :"},
		{"numbers", ol(numbers, op("Teams"), op("Zoom")), "1.1 1. Teams\n1.1 2. Zoom"},
		{"start", ol(`text:style-name="L2"`, op("Teams"), op("Zoom")), "1.1 (IV) Teams\n1.1 (V) Zoom"},
		{"start of an item", `<text:list ` + numbers + `><text:list-item text:start-value="7">` + op("Teams") + `</text:list-item><text:list-item>` + op("Zoom") + `</text:list-item></text:list>`, "1.1 7. Teams\n1.1 8. Zoom"},
		{"bullets", ol(bullets, op("Teams")+ol("", op("för chefer")), op("Zoom")), "1.1 • Teams\n2.2 – för chefer\n1.1 • Zoom"},
		{"levels begin anew", ol(numbers, op("Möten")+ol("", op("Teams"), op("Zoom")), op("Bild")+ol("", op("Canva")+ol("", op("gratis")))), "1.1 1. Möten\n2.2 a) Teams\n2.2 b) Zoom\n1.1 2. Bild\n2.2 a) Canva\n3.3 a.1 gratis"},
		{"goes on", ol(numbers, op("Teams")) + op("Och sedan") + ol(numbers+` text:continue-numbering="true"`, op("Zoom")), "1.1 1. Teams\n\nOch sedan\n\n1.1 2. Zoom"},
		{"goes on with a named list", ol(numbers+` xml:id="a"`, op("Teams")) + ol(numbers, op("Annat")) + ol(numbers+` text:continue-list="a"`, op("Zoom")), "1.1 1. Teams\n2.1 1. Annat\n1.1 2. Zoom"},
		{"goes on below", ol(numbers, op("Möten")) + ol(numbers+` text:continue-numbering="true"`, ol("", op("Teams"))) + ol(numbers+` text:continue-numbering="true"`, op("Bild")), "1.1 1. Möten\n2.2 a) Teams\n1.1 2. Bild"},
		{"begins anew", ol(numbers, op("Teams")) + op("Och sedan:") + ol(numbers, op("Zoom")), "1.1 1. Teams\n\nOch sedan:\n\n2.1 1. Zoom"},
		{"list of the paragraph style", ol("", `<text:p text:style-name="P1">Teams</text:p>`), "1.1 • Teams"},
		{"unknown list style", ol(`text:style-name="L9"`, op("Teams")), "1.1 • Teams"},
		{"no number", ol(`text:style-name="L3"`, op("Teams")), "Teams"},
		{"second paragraph of an item", ol(numbers, op("Teams")+op("på distans"), op("Zoom")), "1.1 1. Teams\n1.1 på distans\n1.1 2. Zoom"},
		{"header of a list", `<text:list ` + numbers + `><text:list-header>` + op("Först") + `</text:list-header><text:list-item>` + op("Teams") + `</text:list-item></text:list>`, "1.1 Först\n1.1 1. Teams"},
		{"white space", op(`<text:s text:c="4"/>- Teams<text:tab/>x<text:line-break/>Zoom<text:s text:c="999999999"/>`), "- Teams x\nZoom"},
		{"deleted", `<text:tracked-changes><text:changed-region><text:deletion>` + op("Borta") + `</text:deletion></text:changed-region></text:tracked-changes>` + op("Te<text:change/>ams"), "Teams"},
		{"notes and comments", op(`Teams<text:note><text:note-citation>1</text:note-citation><text:note-body>` + op("Not") + `</text:note-body></text:note><office:annotation>` + op("Kommentar") + `</office:annotation>`), "Teams"},
		{"hidden", op(`Te<text:span text:style-name="T1">dolt</text:span>ams`) + `<text:section text:display="none">` + op("Dolt") + `</text:section><text:section>` + op("Zoom") + `</text:section>`, "Teams\n\nZoom"},
		{"contents", `<text:table-of-content><text:index-body>` + op("Teams 1") + `</text:index-body></text:table-of-content>` + op("Teams"), "Teams"},
		{"text box", ol(numbers, op(`Zoom<draw:frame><draw:text-box>`+op("Teams")+`</draw:text-box><svg:desc>bild</svg:desc></draw:frame>`)), "Teams\n\n1.1 1. Zoom"},
		{"table", `<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>` + op("Prio") + `</table:table-cell><table:table-cell>` + op("Vad") + `</table:table-cell></table:table-row></table:table-header-rows>` +
			`<table:table-row><table:table-cell>` + op("1") + `</table:table-cell><table:table-cell>` + op("Teams") + `</table:table-cell></table:table-row></table:table>`, "Prio\tVad\n1.1 1. Teams"},
		{"link and field", op(`<text:a>Teams</text:a> <text:date>idag</text:date>`), "Teams idag"},
	} {
		if got, err := linesOfDocument(odt(c.body)); got != c.want || err != nil {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", c.name, got, c.want, err)
		}
	}
}
