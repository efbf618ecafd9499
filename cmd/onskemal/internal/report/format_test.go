package report

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"github.com/digiteket/onskemal/store"
)

// A report of nothing is written in every format.
func TestEmptyReportInEveryFormat(t *testing.T) {
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "empty.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := build(t, s)
	written := make(map[Format][]byte)
	for _, format := range Formats {
		var b bytes.Buffer
		if err := r.Write(&b, format, Output{}); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		written[format] = b.Bytes()
	}
	check(t, "ballots", len(readPreflib(t, string(written[TOI])).orders), 0)
	check(t, "lines of CSV", len(readCSV(t, bytes.NewReader(written[CSV]), ',')), 1+len(wishList))
	_, parts := readMail(t, written[EML])
	check(t, "parts of the mail", len(parts), 6)
	file, _ := workbookOf(t, r.Page())
	check(t, "last sheet", file.GetSheetList()[len(file.GetSheetList())-1], "Om rapporten")
}

// Formats are chosen by their names, and no other name writes anything.
func TestUnknownFormat(t *testing.T) {
	var b bytes.Buffer
	if err := new(Report).Write(&b, "pdf", Output{}); err == nil || b.Len() > 0 {
		t.Errorf("%d bytes, %v", b.Len(), err)
	}
}
