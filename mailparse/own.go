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

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
