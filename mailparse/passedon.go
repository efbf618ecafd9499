package mailparse

import (
	"cmp"
	"slices"
)

// passOnOthers makes mail that is passed on of the mail in one that says
// nothing else: who sends nothing but a colleague's words wants them read,
// though her program calls it an answer. Digiteket's own words are not.
func (s *splitter) passOnOthers() bool {
	found := false
	for i := range len(s.sections) {
		sec := &s.sections[i]
		unknown := sec.author == (person{}) && replyPrefix(s.m.Subject)
		if sec.kind != otherMail || unknown || sec.author.isDigiteket() || onlyBoundaries(sec.lines) {
			continue
		}
		others := *sec
		sec.lines, found = nil, true
		s.readMail(others.lines, others.author, others.by, ByLack)
	}
	return found
}

// typedNothing reports a mail in which all that is not another's was added by
// a program. "Tack!" above a quote is an answer.
func (s *splitter) typedNothing() bool {
	return !slices.ContainsFunc(s.account, func(l Line) bool {
		return l.Role == RoleSignature && l.Why != ByMarkup && !l.addedByProgram()
	})
}

// onlyBoundaries reports lines that hold no words of anybody's, but the lines
// that mail programs put above such.
func onlyBoundaries(lines []line) bool {
	for i := 0; i < len(lines); i++ {
		b := boundaryAt(lines, i)
		switch {
		case b.kind != noBoundary:
			i = b.end - 1
		case lines[i].text != "":
			return false
		}
	}
	return true
}

// attach takes the lines of attached mails, which are read as mails of their
// own, and of attached files, which hold no other mail. Blank lines between
// them may belong to none.
func (s *splitter) attach(lines []line) {
	for len(lines) > 0 {
		first := lines[0]
		end := slices.IndexFunc(lines, func(l line) bool {
			return l.text != "" && (l.from != first.from || l.attached != first.attached)
		})
		if end < 0 {
			end = len(lines)
		}
		attached := slices.Clone(lines[:end])
		lines = lines[end:]
		switch {
		case first.attached != "":
			s.readFile(attached)
		default:
			for i := range attached {
				attached[i].from = ""
			}
			s.readMail(attached, person{address: first.from}, first.from, ByAttachment)
		}
	}
}

// readFile takes the lines of an attached file: the sender's own words, or
// those of the attached mail that it came with.
func (s *splitter) readFile(lines []line) {
	sec := section{author: s.sections[0].author, lines: lines}
	if from := lines[0].from; from != "" && from != s.m.From {
		sec = section{kind: passedOn, by: from, author: person{address: from}, lines: lines}
		if sec.author.isDigiteket() {
			sec.kind = otherMail
		}
	}
	s.enterAll(sec, ByAttachment)
	s.sections = append(s.sections, sec)
}

// readMail takes lines that are a mail of their own, by its author, who is
// named by.
func (s *splitter) readMail(lines []line, author person, by string, why Reason) {
	inner := newSplitter(&Message{From: author.address, FromName: author.name}, s.account)
	inner.readAll(unquoted(lines))
	for _, sec := range inner.sections {
		switch {
		case sec.kind == otherMail:
		case author.isDigiteket():
			sec.kind = otherMail
		case by != "" && by != s.m.From:
			sec.by = cmp.Or(sec.by, by)
			sec.kind = passedOn
		}
		if sec.kind != otherMail || author.isDigiteket() {
			s.enterAll(sec, why)
		}
		s.sections = append(s.sections, sec)
	}
}

// unquoted returns lines without the depth of quoting that all of them have.
func unquoted(lines []line) []line {
	least := -1
	for _, l := range lines {
		if l.text != "" && (least < 0 || l.quote < least) {
			least = l.quote
		}
	}
	if least <= 0 {
		return lines
	}
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i].quote = max(0, lines[i].quote-least)
	}
	return lines
}
