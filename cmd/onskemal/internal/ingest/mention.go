package ingest

import (
	"bytes"
	"regexp"

	"github.com/digiteket/onskemal/mailparse"
)

// Sender is the address of a mail's sender, also of one that cannot be read; ""
// for none.
func (r Reader) Sender(raw []byte) (address string) {
	defer func() { _ = recover() }() // what makes the parser panic has no sender to be asked for
	message, err := mailparse.ParseHeader(raw, mailparse.Limits{})
	if err != nil {
		return ""
	}
	return message.From
}

// Mentions tells whether an address stands in a mail: in its header, as in a copy
// line, or in any of its lines, as in a quote.
func (r Reader) Mentions(raw []byte, address string) (mentioned bool) {
	defer func() {
		if recover() != nil {
			mentioned = true // nobody can tell
		}
	}()
	whole := regexp.MustCompile(`(?i)(?:^|[^\pL\pN._%+-])` + regexp.QuoteMeta(address) + `(?:$|[^\pL\pN-])`) // not susanna@ for anna@
	if whole.Match(raw) {
		return true
	}
	message, _ := mailparse.Parse(bytes.NewReader(raw), mailparse.Limits{Message: maxMessage})
	if message == nil {
		return false
	}
	for _, line := range message.Lines {
		if whole.MatchString(line.Text) {
			return true
		}
	}
	return false
}
