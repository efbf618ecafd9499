package report

import (
	"fmt"
	"io"
	netmail "net/mail"
)

// Format is a form that a report is written in.
type Format string

// The formats.
const (
	Text     Format = "text" // for a terminal
	HTML     Format = "html" // for a browser
	Markdown Format = "md"   // GitHub's, for wikis and issues
	CSV      Format = "csv"  // a line a topic, for spreadsheets and statistics
	XLSX     Format = "xlsx" // for spreadsheets, with a chart
	EML      Format = "eml"  // a mail to send on
	JSON     Format = "json" // for programs
	TOI      Format = "toi"  // ballots, for PrefLib's tools
)

// Formats are all formats, the default first.
var Formats = []Format{Text, HTML, Markdown, CSV, XLSX, EML, JSON, TOI}

// Binary tells whether a format is nothing to be shown on a terminal.
func (f Format) Binary() bool { return f == XLSX }

// Output is what a report is written for. A format looks at what concerns it and
// leaves the rest alone.
type Output struct {
	Terminal Terminal           // [Text]
	Dialect  Dialect            // [CSV]; "" for the default
	From     *netmail.Address   // [EML]; nil when it is not said
	To       []*netmail.Address // [EML]; empty likewise
}

// Write renders the report in one of the [Formats].
func (r *Report) Write(w io.Writer, format Format, out Output) error {
	switch format {
	case Text:
		return WriteText(w, r.Page(), out.Terminal)
	case HTML:
		return WriteHTML(w, r.Page())
	case Markdown:
		return WriteMarkdown(w, r.Page())
	case CSV:
		return WriteCSV(w, r, out.Dialect)
	case XLSX:
		return WriteXLSX(w, r.Page(), r.Period.End)
	case EML:
		return WriteEML(w, r, out.From, out.To)
	case JSON:
		return WriteJSON(w, r)
	case TOI:
		return WriteTOI(w, r, r.ballots.Orders())
	}
	return fmt.Errorf("unknown format %q: choose one of %v", format, Formats)
}
