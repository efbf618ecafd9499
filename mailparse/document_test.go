package mailparse

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// packed writes a zip file.
func packed(files map[string]string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(files[name])); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// linesOfDocument reads a document as an attached file is read.
func linesOfDocument(content string) (string, error) {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	lines, err := documentFile(&p, &part{body: []byte(content)})
	return notation(lines), err
}

func TestDocumentsNotRead(t *testing.T) {
	whole := docx(wp("Teams"))
	many := map[string]string{}
	for i := range maxPacked {
		many[fmt.Sprint(i)] = ""
	}
	many[docxIndex] = docxTypes
	bomb := strings.Repeat(" ", 8<<20)
	for _, c := range []struct {
		name, content string
		want          error
	}{
		{"empty", "", errDamaged},
		{"old Word, and Word with a password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 1000), errDamaged},
		{"cut", whole[:len(whole)/2], errDamaged},
		{"damaged", docx(wp("Teams") + "<w:p>&</w:p>"), errDamaged},
		{"not closed", packed(map[string]string{"mimetype": odtType, "content.xml": "<a><b>"}), errDamaged},
		{"no XML", packed(map[string]string{"mimetype": odtType, "content.xml": "\x81\x05\xfe"}), errDamaged},
		{"unknown charset", packed(map[string]string{"mimetype": odtType, "content.xml": `<?xml version="1.0" encoding="x-own"?><a/>`}), errDamaged},
		{"deep", odt(strings.Repeat("<text:section>", 1000)), errDamaged},
		{"deep and skipped", odt(strings.Repeat("<x>", 100_000)), errDamaged},
		{"bomb", docx(wp(bomb)), errTooBig},
		{"bomb of styles", packed(map[string]string{"mimetype": odtType, "styles.xml": "<a>" + bomb + "</a>"}), errTooBig},
		{"many files", packed(many), errTooBig},
		{"spreadsheet", packed(map[string]string{docxIndex: `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`, "xl/workbook.xml": "<x/>"}), errNotDocument},
		{"OpenDocument spreadsheet", packed(map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), errNotDocument},
		{"other zip", packed(map[string]string{"lista.docx": whole}), errNotDocument},
		{"types without document", packed(map[string]string{docxIndex: docxTypes}), errNotDocument},
	} {
		if got, err := linesOfDocument(c.content); !errors.Is(err, c.want) || got != "" {
			t.Errorf("%s: got %q, error %v, want %v", c.name, got, err, c.want)
		}
	}
}
