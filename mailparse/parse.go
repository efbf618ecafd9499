package mailparse

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Parse reads one mail. It fails with a wrapped [ErrNotMail], [ErrTooLarge] or
// [ErrUnreadable], or with the error of r. A mail that says nothing beyond its
// subject is no failure: its Text is empty.
//
// The stages, each in a file of its own: header, mime (the tree of parts),
// body (which parts are read), textlines and htmllines (parts to lines), own
// (whose words the lines are), list (what is listed in them).
func Parse(r io.Reader, limits Limits) (*Message, error) {
	p := parser{limits: limits.orDefault(), message: &Message{}}
	raw, err := readAll(r, p.limits.Message+1)
	if err != nil {
		return nil, fmt.Errorf("read mail: %w", err)
	}
	if int64(len(raw)) > p.limits.Message {
		m, err := ParseHeader(raw, limits)
		if err == nil {
			err = fmt.Errorf("%w of %d bytes", ErrTooLarge, p.limits.Message)
		}
		return m, err
	}
	root := p.readPart(trimStart(raw), place{kind: "text/plain"})
	if root.header.Len() == 0 {
		return nil, ErrNotMail
	}
	m := p.message
	p.readFields(root)
	lines := p.lines(root)
	switch {
	case len(lines) == 0 && len(p.unreadable) > 0:
		return m, fmt.Errorf("%w: %s", ErrUnreadable, strings.Join(p.unreadable, ", "))
	case len(lines) == 0 && p.pictures > 0:
		p.defect("nothing but a picture: not read")
	}
	for _, what := range p.unreadable {
		p.defect(Defect("part not read: " + what))
	}
	m.Text, m.Passages = split(lines, m)
	return m, nil
}

// ParseHeader reads no more than the header of a mail, whose text, if there is
// any, stays unread. It fails with [ErrNotMail].
func ParseHeader(raw []byte, limits Limits) (*Message, error) {
	p := parser{limits: limits.orDefault(), message: &Message{}}
	h, _, _ := readHeader(trimStart(raw), p.limits.Header)
	if h.Len() == 0 {
		return nil, ErrNotMail
	}
	p.readFields(&part{header: h})
	return p.message, nil
}

// readAll reads at most limit bytes, at once where r knows how many it has.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	if sized, ok := r.(interface{ Len() int }); ok {
		buf.Grow(int(min(int64(sized.Len()), limit)) + bytes.MinRead)
	}
	_, err := buf.ReadFrom(io.LimitReader(r, limit))
	return buf.Bytes(), err
}

// parser holds what is counted and collected while one mail is read.
type parser struct {
	limits     Limits
	message    *Message
	parts      int      // parts read so far
	text       int      // bytes of text read so far
	lists      int      // structural lists met so far
	pictures   int      // pictures shown within the text
	unreadable []string // what the parts are whose text cannot be read
}

// readFields takes over what the header of the mail says.
func (p *parser) readFields(root *part) {
	h, m := root.header, p.message
	m.MessageID = h.messageID()
	m.From, m.FromName = h.address("From", "Sender", "Reply-To", "Return-Path")
	m.Date = h.date()
	m.Received = h.received()
	m.Subject = h.text("Subject")
	m.Origin = originOf(root, m)
}

// defect notes what is wrong with the mail, each thing once.
func (p *parser) defect(d Defect) {
	// Distinct defects are few; the bound is for mails made to have many.
	const most = 50
	if d != "" && len(p.message.Defects) < most && !slices.Contains(p.message.Defects, d) {
		p.message.Defects = append(p.message.Defects, d)
	}
}

// doubt notes a reason for a person to look at the mail.
func (p *parser) doubt(d Doubt) { p.message.doubt(d) }
