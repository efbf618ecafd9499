package mailparse

import (
	"slices"
	"strings"
)

// answer reads a line that the sender wrote into the mail she answers, set off
// by a label only: "SVAR: Koha", "[Anna] Koha".
func (s *splitter) answer(l line) (line, bool) {
	const longest = 40 // of a label
	text := strings.TrimLeft(l.text, "->=* ")
	end := strings.IndexAny(text[:min(len(text), longest)], ":]–>")
	if end < 0 {
		return line{}, false
	}
	label, bracketed := strings.CutPrefix(text[:end], "[")
	label = fold(label)
	name, _, _ := strings.Cut(fold(s.m.FromName), " ")
	if !slices.Contains(answerLabels, label) && (name == "" || label != name || !bracketed && text[end] != ':') {
		return line{}, false
	}
	answer := strings.TrimSpace(strings.TrimLeft(text[end:], ":]–> "))
	return line{text: answer, number: l.number}, answer != ""
}

// answersBelow gives back what the sender wrote below the mail that she
// answers, where her program marks neither: it stands between the end of that
// mail, where its author signs, and the sender's own name.
func (s *splitter) answersBelow() {
	for i := range len(s.sections) {
		sec := &s.sections[i]
		if sec.kind != otherMail || sec.author == (person{}) || sec.by == "" {
			continue
		}
		start, end := signedBetween(sec.lines, sec.author, s.sections[0].author)
		if start == end {
			continue
		}
		answer := s.openOwn(slices.Clone(sec.lines[start:end])...)
		sec = &s.sections[i]
		sec.lines = slices.Delete(slices.Clone(sec.lines), start, end)
		s.enterAll(s.sections[answer], BySigned)
		s.answered = true
	}
}

// signedBetween returns the lines between the last that one person signs and
// the one that the next signs; none where another mail begins between.
func signedBetween(lines []line, first, next person) (start, end int) {
	theirs, hers := cutter{names: namesOf(first)}, cutter{names: namesOf(next)}
	for i, l := range lines {
		switch {
		case l.text == "" || l.level > 0:
		case boundaryAt(lines, i).kind != noBoundary:
			return 0, 0
		case hers.isName(l.text) && start > 0 && !blank(lines[start:i]):
			return start, i + 1
		case theirs.isName(l.text) || first.isDigiteket() && isDigiteketName(l.text):
			start = i + 1
		}
	}
	return 0, 0
}

// isDigiteketName reports a line by which Digiteket's editors sign.
func isDigiteketName(text string) bool {
	const longest = 4 // words
	return len(strings.Fields(text)) <= longest && strings.Contains(fold(text), "digiteket") && !strings.HasSuffix(text, "!")
}

// answersInColour gives back the lines that the sender wrote in a colour into
// the mail that she answers: in that of her own words above, or in any where
// she says that her answers stand out. What most of a mail is written in is no
// answer's colour.
func (s *splitter) answersInColour() {
	coloured := func(sec section) bool {
		return sec.kind == otherMail && slices.ContainsFunc(sec.lines, func(l line) bool { return l.colour != "" })
	}
	if !slices.ContainsFunc(s.sections, coloured) {
		return
	}
	announced := false
	used := map[string]bool{}
	for _, l := range s.ownLines() {
		announced = announced || containsAny(fold(l.text), colourWords)
		used[l.colour] = true
	}
	for i := range len(s.sections) {
		sec := &s.sections[i]
		if !coloured(*sec) {
			continue
		}
		counts, lines := map[string]int{}, 0
		for _, l := range sec.lines {
			if l.text != "" {
				counts[l.colour]++
				lines++
			}
		}
		isAnswer := func(l line) bool {
			return l.text != "" && l.colour != "" && (announced || used[l.colour]) && counts[l.colour]*2 <= lines && !isContact(l.text)
		}
		if !slices.ContainsFunc(sec.lines, isAnswer) {
			continue
		}
		s.takeAnswers(sec, isAnswer)
	}
}

// takeAnswers moves answers from another's mail to sections of the sender's.
func (s *splitter) takeAnswers(sec *section, isAnswer func(line) bool) {
	var rest, answers []line
	for i, l := range sec.lines {
		if !isAnswer(l) {
			rest = append(rest, l)
			continue
		}
		if i > 0 && !isAnswer(sec.lines[i-1]) {
			answers = append(answers, line{}) // the quote stood between
		}
		l.role, l.quote = RoleOwn, 0
		s.account.note(l, RoleOwn, ByColour)
		answers = append(answers, l)
	}
	sec.lines = rest
	s.openOwn(answers...)
	s.answered = true
}

// ownLines returns all lines of the sender's own sections.
func (s *splitter) ownLines() (lines []line) {
	for _, sec := range s.sections {
		if sec.kind == ownWords {
			lines = append(lines, sec.lines...)
		}
	}
	return lines
}
