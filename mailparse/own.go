package mailparse

import (
	"slices"
	"strings"
)

// split tells the sender's own words from everything else in a mail's lines
// and cuts them into passages. Of m it reads the header fields and fills in
// Lines and Doubts.
//
// Own are also the words of colleagues whose mail the sender passes on; their
// passages say so in By. When nothing at all would be left, what looked like a
// signature is kept, or the mail of others that stands there: a mail in which
// something was written is never empty.
func split(lines []line, m *Message) (text string, passages []Passage) {
	s := newSplitter(m, newAccount(lines))
	m.Lines = s.account
	s.readAll(lines)
	own := s.unsigned()
	if len(own) == 0 && s.typedNothing() && s.passOnOthers() {
		own = s.unsigned()
	}
	if len(own) == 0 {
		own = s.signatures()
	}
	if s.answered {
		m.doubt(AnswersInQuote)
	}
	var written []string
	lists := 0
	for _, sec := range own {
		written = append(written, render(sec.lines))
		var found []Passage
		found, lists = findPassages(sec.lines, lists)
		for _, p := range found {
			p.By = sec.by
			if p.List > 0 {
				s.account.item(p.Line)
			}
			passages = append(passages, p)
		}
	}
	return strings.TrimSpace(strings.Join(written, "\n\n")), passages
}

func blank(lines []line) bool {
	return !slices.ContainsFunc(lines, func(l line) bool { return l.text != "" })
}

// render writes lines as they were read, list markers included, with at most
// one blank line in a row.
func render(lines []line) string {
	var b strings.Builder
	gap := 0
	for _, l := range lines {
		if l.text == "" {
			gap++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n"[:min(gap, 1)+1])
		}
		gap = 0
		if l.level > 1 {
			b.WriteString(strings.Repeat("  ", min(l.level-1, 8)))
		}
		if l.marker != "" {
			b.WriteString(l.marker + " ")
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// ownBullets gives lines back to a sender who begins her points with ">", or
// pastes them so from a chat: in a mail that answers nothing, below words of
// her own that do not announce a quote.
func ownBullets(lines []line, m *Message) []line {
	if replyPrefix(m.Subject) || forwardPrefix(m.Subject) {
		return lines
	}
	first := slices.IndexFunc(lines, func(l line) bool { return l.quote > 0 })
	if first < 1 || lines[first].role != RoleUnknown {
		return lines
	}
	for i := range first {
		if boundaryAt(lines, i).kind != noBoundary {
			return lines
		}
	}
	if slices.ContainsFunc(lines, func(l line) bool { return l.quote > 0 && isItem(l) }) {
		return lines // points within a quote
	}
	if !leadsToPoints(lines, first) && proseQuote(lines[first:]) {
		return lines
	}
	lines = slices.Clone(lines)
	for i := range lines {
		if lines[i].quote == 1 && lines[i].text != "" {
			lines[i].text, lines[i].quote = "> "+lines[i].text, 0
		}
	}
	return lines
}

// leadsToPoints reports whether the words above lines[first] announce a list,
// or are a point of it.
func leadsToPoints(lines []line, first int) bool {
	if isItem(lines[first-1]) {
		return true
	}
	lead := first - 1
	for lead > 0 && lines[lead].text == "" {
		lead--
	}
	return strings.HasSuffix(lines[lead].text, ":")
}

// proseQuote reports quoted lines that a program wrapped, or quoted twice.
func proseQuote(lines []line) bool {
	width := wrapWidth(lines)
	pairs, broken := 0, 0
	for i, l := range lines {
		if l.quote > 1 {
			return true
		}
		if i > 0 && l.quote > 0 && l.text != "" && lines[i-1].quote > 0 && lines[i-1].text != "" {
			pairs++
			if !fits(lines[i-1].text, l.text, width) {
				broken++
			}
		}
	}
	return pairs == 0 || broken*2 > pairs
}
