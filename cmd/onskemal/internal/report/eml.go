package report

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	netmail "net/mail"
	"strings"
	"time"
	"unicode"

	"github.com/emersion/go-message"
	mailheader "github.com/emersion/go-message/mail"
)

// WriteEML writes a report as a mail that can be piped to sendmail: as text and
// as HTML, with the tables attached for spreadsheets. from and to may be empty;
// sendmail then has to be told.
//
// The same report is the same mail, byte for byte: its date is the end of the
// period, and its Message-ID follows from what it says. It is marked as written
// by a program (RFC 3834), lest somebody's vacation answers, or this program
// takes it for a wish.
func WriteEML(w io.Writer, r *Report, from *netmail.Address, to []*netmail.Address) error {
	const width = 78 // of lines of text in mails
	var text, html, table, book bytes.Buffer
	page := r.Page()
	if err := errors.Join(
		WriteText(&text, page, Terminal{Width: width}),
		WriteHTML(&html, page),
		WriteCSV(&table, r, ExcelSV),
		WriteXLSX(&book, page, r.Period.End),
	); err != nil {
		return err
	}
	var header mailheader.Header
	header.SetContentType("multipart/mixed", boundary("mixed"))
	header.Set("Auto-Submitted", "auto-generated")
	header.Set("Content-Language", "sv")
	header.SetMessageID(messageID(from, to, text.Bytes(), html.Bytes(), table.Bytes(), book.Bytes()))
	header.SetSubject(Printable(page.Title))
	if len(to) > 0 {
		header.SetAddressList("To", to)
	}
	if from != nil {
		header.SetAddressList("From", []*netmail.Address{from})
	}
	header.SetDate(r.told().In(stockholm()))

	mixed, err := message.CreateWriter(w, header.Header)
	if err != nil {
		return err
	}
	var alternatives message.Header
	alternatives.SetContentType("multipart/alternative", boundary("alternative"))
	alternative, err := mixed.CreatePart(alternatives)
	if err != nil {
		return err
	}
	name := "onskemal-" + r.Period.lastDay()
	return errors.Join(
		writeShown(alternative, "text/plain", text.Bytes()),
		writeShown(alternative, "text/html", html.Bytes()),
		alternative.Close(),
		writeAttached(mixed, "text/csv", name+".csv", table.Bytes()),
		writeAttached(mixed, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name+".xlsx", book.Bytes()),
		mixed.Close(),
	)
}

// told is when a mail tells of the report: when the last mail came that it counts,
// which is never in the future, or for want of one the end of the period.
func (r *Report) told() time.Time {
	if r.Basis.Last.IsZero() {
		return r.Period.End
	}
	return r.Basis.Last
}

// ParseAddresses reads mail addresses with commas between them: ASCII only, as
// every mail server takes them.
func ParseAddresses(text string) ([]*netmail.Address, error) {
	addresses, err := netmail.ParseAddressList(text)
	if err != nil {
		return nil, errors.New("no mail addresses: write them as redaktion@example.se, with commas between several")
	}
	for _, address := range addresses {
		if strings.ContainsFunc(address.Address, func(r rune) bool { return r <= ' ' || r > '~' }) || strings.ContainsFunc(address.Name, unicode.IsControl) {
			return nil, errors.New("a mail address holds characters that no mail address may hold: write only ASCII, a domain with å, ä and ö as xn--…")
		}
	}
	return addresses, nil
}

// boundary names the boundary of a multipart body. No part can hold it: "=_"
// stands in no quoted-printable and no base64 text (RFC 2045, section 6.7).
func boundary(name string) map[string]string {
	return map[string]string{"boundary": "=_onskemal_" + name}
}

// messageID is like no other mail's, unless it says the same to the same people.
func messageID(from *netmail.Address, to []*netmail.Address, parts ...[]byte) string {
	digest, domain := sha256.New(), "onskemal.invalid"
	for _, part := range parts {
		digest.Write(part)
	}
	for _, address := range to {
		fmt.Fprintln(digest, address.Address)
	}
	if from != nil {
		domain = from.Address[strings.LastIndexByte(from.Address, '@')+1:]
	}
	return fmt.Sprintf("%x@%s", digest.Sum(nil)[:16], domain)
}

func writeShown(parent *message.Writer, mediaType string, body []byte) error {
	var header message.Header
	header.Set("Content-Transfer-Encoding", "quoted-printable")
	header.SetContentType(mediaType, map[string]string{"charset": "utf-8"})
	return writePart(parent, header, body)
}

func writeAttached(parent *message.Writer, mediaType, name string, body []byte) error {
	var header message.Header
	header.Set("Content-Transfer-Encoding", "base64")
	header.SetContentDisposition("attachment", map[string]string{"filename": name})
	header.SetContentType(mediaType, nil)
	if strings.HasPrefix(mediaType, "text/") {
		header.SetContentType(mediaType, map[string]string{"charset": "utf-8"})
	}
	return writePart(parent, header, body)
}

func writePart(parent *message.Writer, header message.Header, body []byte) error {
	part, err := parent.CreatePart(header)
	if err != nil {
		return err
	}
	_, err = part.Write(body)
	return errors.Join(err, part.Close())
}
