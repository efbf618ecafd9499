package mailparse

import (
	"fmt"
	"strings"
	"testing"
)

const docxTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/glossary/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`

// docxStyles are those of Swedish Word: ids are translated, names are not.
const docxStyles = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Liststycke"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Numreradlista"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Numreradlista2"><w:name w:val="List Number 2"/><w:basedOn w:val="Numreradlista"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Numreradlista"/></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Slinga"><w:basedOn w:val="Slinga"/></w:style>` +
	`<w:style w:type="numbering" w:styleId="Listformat"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="character" w:styleId="Dold"><w:rPr><w:vanish/></w:rPr></w:style>`

// docxNumbers has a list of numbers (1), one of bullets (2), the first again
// from 1 (3), one of many formats (4), dashes (5) and one behind a style (6, 7).
const docxNumbers = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Numreradlista2"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="` + "\uf0b7" + `"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="(%2)"/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>` +
	`<w:lvl w:ilvl="3"><w:start w:val="27"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4."/></w:lvl>` +
	`<w:lvl w:ilvl="4"><w:start w:val="4"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%5."/></w:lvl>` +
	`<w:lvl w:ilvl="5"><w:start w:val="1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>` +
	`<w:lvl w:ilvl="6"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Prio %7:"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Listformat"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Listformat"/></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
	`<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
	`<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>` +
	`<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>` +
	`<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>` +
	`<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride></w:num>`

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

// docx writes a document of Word's.
func docx(body string) string {
	return packed(map[string]string{
		docxIndex:                     docxTypes,
		"word/document.xml":           `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document` + wordSpace + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
		"word/styles.xml":             `<w:styles` + wordSpace + `>` + docxStyles + `</w:styles>`,
		"word/numbering.xml":          `<w:numbering` + wordSpace + `>` + docxNumbers + `</w:numbering>`,
		"word/glossary/numbering.xml": `<w:numbering` + wordSpace + `/>`,
		"word/header1.xml":            `<w:hdr` + wordSpace + `>` + wp("Ekby kommun") + `</w:hdr>`,
	})
}

// wp is a paragraph of Word's, wr a run, wi an item of a list.
func wp(text string) string { return `<w:p>` + wr(text) + `</w:p>` }

func wr(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func wi(num, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="Liststycke"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>%s</w:p>`, level, num, wr(text))
}

func ws(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wr(text) + `</w:p>`
}

func TestDocx(t *testing.T) {
	box := `<w:txbxContent>` + wp("Teams") + `</w:txbxContent>`
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", wp("Hej!") + wp("Här är listan:"), "Hej!\n\nHär är listan:"},
		{"blank paragraph", wp("Hej!") + `<w:p/>` + `<w:p/>` + `<w:p/>` + wp("Teams"), "Hej!\n\n\nTeams"},
		{"numbers", wi(1, 0, "Teams") + wi(1, 0, "Zoom"), "1.1 1. Teams\n1.1 2. Zoom"},
		{"bullets", wi(2, 0, "Teams") + wi(2, 1, "för chefer") + wi(2, 0, "Zoom"), "1.1 • Teams\n2.2 • för chefer\n1.1 • Zoom"},
		{"dashes", wi(5, 0, "Teams") + wi(5, 0, "Zoom"), "1.1 - Teams\n1.1 - Zoom"},
		{"levels begin anew", wi(1, 0, "Möten") + wi(1, 1, "Teams") + wi(1, 1, "Zoom") + wi(1, 0, "Bild") + wi(1, 1, "Canva"), "1.1 1. Möten\n2.2 a) Teams\n2.2 b) Zoom\n1.1 2. Bild\n2.2 a) Canva"},
		{"formats", wi(4, 0, "ett") + wi(4, 1, "två") + wi(4, 2, "tre") + wi(4, 3, "fyra") + wi(4, 4, "fem") + wi(4, 6, "sju"), "1.1 III. ett\n2.2 (A) två\n3.3 A.1 tre\n4.4 aa. fyra\n5.5 iv. fem\n6.7 Prio 1: sju"},
		{"none is no list", wi(4, 5, "Teams"), "Teams"},
		{"other instance goes on", wi(1, 0, "Teams") + wi(8, 0, "Zoom"), "1.1 1. Teams\n1.1 2. Zoom"},
		{"start again", wi(1, 0, "Teams") + wp("Och sedan:") + wi(3, 0, "Zoom") + wi(3, 0, "Meet"), "1.1 1. Teams\n\nOch sedan:\n\n2.1 1. Zoom\n2.1 2. Meet"},
		{"override", wi(9, 0, "Teams") + wi(9, 0, "Zoom"), "1.1 (5) Teams\n1.1 (6) Zoom"},
		{"list style", wi(7, 0, "Teams") + wi(7, 0, "Zoom"), "1.1 1) Teams\n1.1 2) Zoom"},
		{"paragraph style", ws("Numreradlista", "Teams") + ws("Numreradlista2", "Zoom") + ws("Egen", "Meet"), "1.1 1. Teams\n2.2 a) Zoom\n1.1 2. Meet"},
		{"level beside the list of the style", `<w:p><w:pPr><w:pStyle w:val="Numreradlista"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>` + wr("Teams") + `</w:p>`, "1.2 a) Teams"},
		{"taken out of the list of the style", `<w:p><w:pPr><w:pStyle w:val="Numreradlista"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + wr("Teams") + `</w:p>`, "Teams"},
		{"style based on itself", ws("Slinga", "Teams"), "Teams"},
		{"unknown list", wi(99, 0, "Teams"), "Teams"},
		{"level out of bounds", wi(1, 99, "Teams") + wi(1, -1, "Zoom"), "Teams\n1.1 1. Zoom"},
		{"explanation of an item", wi(1, 0, "Teams") + ws("Liststycke", "helst på distans") + wi(1, 0, "Zoom"), "1.1 1. Teams\nhelst på distans\n1.1 2. Zoom"},
		{"bullets below headings", ws("Rubrik1", "Möten") + wi(2, 0, "Teams") + ws("Rubrik1", "Bild") + wi(2, 0, "Canva"), "Möten\n\n1.1 • Teams\n\nBild\n\n2.1 • Canva"},
		{"empty item counts", wi(1, 0, "Teams") + wi(1, 0, "") + wi(1, 0, "Zoom") + wp("Hej"), "1.1 1. Teams\n1.1 3. Zoom\n\nHej"},
		{"line break in an item", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Teams</w:t><w:br/><w:t>på distans</w:t></w:r></w:p>`, "1.1 1. Teams\n1.1 på distans"},
		{"typed markers", wp("1. Teams") + wp("2.\u00a0Zoom") + `<w:p><w:r><w:t>3.</w:t><w:tab/><w:t>Meet</w:t></w:r></w:p>`, "1. Teams\n\n2. Zoom\n\n3. Meet"},
		{"typed bullet of a symbol font", wp("\uf0b7 Teams") + `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>Zoom</w:t></w:r></w:p>`, "• Teams\n\n• Zoom"},
		{"split words", `<w:p>` + wr("Te") + `<w:proofErr w:type="spellStart"/>` + wr("ams &amp; ") + wr("&lt;Zoom&gt;") + `</w:p>`, "Teams & <Zoom>"},
		{"hyphens", `<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>böc</w:t><w:softHyphen/><w:t>ker</w:t></w:r></w:p>`, "e-böcker"},
		{"deleted and inserted", `<w:p>` + wr("Mer om ") + `<w:del><w:r><w:delText>Teams</w:delText></w:r></w:del><w:ins>` + wr("Zoom") + `</w:ins></w:p>`, "Mer om Zoom"},
		{"deleted item", wi(1, 0, "Teams") + `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Meet</w:delText></w:r></w:del></w:p>` + wi(1, 0, "Zoom"), "1.1 1. Teams\n1.1 2. Zoom"},
		{"moved", `<w:p><w:moveFrom>` + wr("Teams") + `</w:moveFrom></w:p><w:p><w:moveTo>` + wr("Teams") + `</w:moveTo></w:p>`, "Teams"},
		{"hidden", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Dolt</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Dold"/></w:rPr><w:t>Dolt</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Teams</w:t></w:r></w:p>`, "Teams"},
		{"link and field", `<w:p><w:hyperlink>` + wr("Teams") + `</w:hyperlink>` + wr(" ") + `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>` + wr("idag") + `</w:p>`, "Teams idag"},
		{"text box once", `<w:p>` + wr("Zoom") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>` + box + `</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>` + box + `</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "Teams\n\nZoom"},
		{"old text box", `<w:p><w:r><w:pict><v:shape><v:textbox>` + box + `</v:textbox></v:shape></w:pict></w:r></w:p>`, "Teams"},
		{"content control", `<w:sdt><w:sdtPr/><w:sdtContent>` + wp("Teams") + `</w:sdtContent></w:sdt>`, "Teams"},
		{"placeholder", wp("Namn:") + `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + wr("Klicka här för att ange text.") + `</w:sdtContent></w:sdt></w:p>`, "Namn:"},
		{"table of contents", ws("Innehll1", "Teams 1") + ws("Rubrik1", "Teams"), "Teams"},
		{"table with numbers", docxTable([]string{wp("Prio"), wp("Vad")}, []string{wp("1"), wp("Teams")}, []string{wp("2"), wp("Zoom")}), "Prio\tVad\n1.1 1. Teams\n1.1 2. Zoom"},
		{"table that counts itself", docxTable([]string{wi(1, 0, ""), wp("Teams")}, []string{wi(1, 0, ""), wp("Zoom")}), "1.1 1. Teams\n1.1 2. Zoom"},
		{"table with the places last", docxTable([]string{wp("Vad"), wp("Varför"), wp("Prio")}, []string{wp("Teams"), wp("för möten"), wp("2")}, []string{wp("Zoom"), "<w:p/>", wp("1")}), "Vad\tVarför\tPrio\n1.1 2. Teams\n1.1 för möten\n1.1 1. Zoom"},
		{"form with numbers that is not filled in", docxTable([]string{wp("1."), wp("Teams")}, []string{wp("2."), "<w:p/>"}), "1.1 1. Teams"},
		{"table of amounts", docxTable([]string{wp("Vad"), wp("Antal")}, []string{wp("Teams"), wp("2")}), "Vad\tAntal\nTeams\t2"},
		{"row of many cells", docxTable([]string{wp("Anna"), "<w:p/>", wp("Teams"), wp("på distans")}), "Anna\t\tTeams\tpå distans"},
		{"table in a table", docxTable([]string{wp("a"), docxTable([]string{wp("b"), wp("c")}) + "<w:p/>"}), "a\n\nb\tc"},
		{"form", docxTable([]string{wp("Bibliotek:"), wp("Ekby")}), "Bibliotek:\tEkby"},
		{"layout table", docxTable([]string{wi(1, 0, "Teams") + wi(1, 0, "Zoom"), wp("rutan")}), "1.1 1. Teams\n1.1 2. Zoom\n\nrutan"},
	} {
		if got, err := linesOfDocument(docx(c.body)); got != c.want || err != nil {
			t.Errorf("%s: got\n%s\nwant\n%s\n%v", c.name, got, c.want, err)
		}
	}
}

// Each word of the vocabulary has its specimen.
func TestRankColumns(t *testing.T) {
	for _, heading := range []string{"Prio", "Prioritet:", "Prioritering", "Prioritetsordning", "Rang", "Rangordning", "Ordning", "Plats", "Nr.", "Nummer", "#", "Priority", "Rank"} {
		got, err := linesOfDocument(docx(docxTable([]string{wp("Vad"), wp(heading)}, []string{wp("Teams"), wp("2")})))
		if want := "Vad\t" + heading + "\n1.1 2. Teams"; got != want || err != nil {
			t.Errorf("got %q, want %q, error %v", got, want, err)
		}
	}
}

func docxTable(rows ...[]string) string {
	s := `<w:tbl><w:tblPr/>`
	for _, row := range rows {
		s += `<w:tr><w:trPr/><w:tc><w:tcPr/>` + strings.Join(row, `</w:tc><w:tc>`) + `</w:tc></w:tr>`
	}
	return s + `</w:tbl>`
}
