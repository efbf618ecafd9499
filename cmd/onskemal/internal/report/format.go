package report

import (
	"fmt"
	"io"
)

// Format is a form that a report is written in.
type Format string

// The formats.
const (
	Text Format = "text" // for a terminal
	JSON Format = "json" // for programs
	HTML Format = "html" // for a browser
)

// Formats are all formats, the default first.
var Formats = []Format{Text, HTML, JSON}

// Write renders the report in one of the [Formats]. The terminal matters only to
// [Text].
func (r *Report) Write(w io.Writer, format Format, terminal Terminal) error {
	switch format {
	case Text:
		return WriteText(w, r.Page(), terminal)
	case HTML:
		return WriteHTML(w, r.Page())
	case JSON:
		return WriteJSON(w, r)
	}
	return fmt.Errorf("unknown format %q: choose one of %v", format, Formats)
}
