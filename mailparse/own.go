package mailparse

import (
	"slices"
	"strings"
)

// split tells the sender's own words from everything else in a mail's lines
// and cuts them into passages. Of m it reads the header fields only.
//
// Own are also the words of colleagues whose mail the sender passes on; their
// passages say so in By. When nothing at all would be left, what looked like a
// signature is kept: a mail in which something was written is never empty.
func split(lines []line, m *Message) (text string, passages []Passage) {
	sections := cutQuotes(lines, m)
	var own []section
	for _, s := range sections {
		s.lines = cutSignature(s.lines, s.author)
		if !blank(s.lines) {
			own = append(own, s)
		}
	}
	if len(own) == 0 {
		own = sections
	}
	var written []string
	lists := 0
	for _, s := range own {
		written = append(written, render(s.lines))
		var found []Passage
		found, lists = findPassages(s.lines, lists)
		for _, p := range found {
			p.By = s.by
			passages = append(passages, p)
		}
	}
	return strings.TrimSpace(strings.Join(written, "\n\n")), passages
}

// section is a stretch of lines that one person wrote.
type section struct {
	by     string // Passage.By
	author person
	lines  []line
	reply  bool // forwarded mail that is itself an answer: mail below it is a quote
}

// person is who wrote a section, as far as a boundary or the mail's header
// tells.
type person struct{ name, address string }

// frame is one level of quoting while lines are read: lines quoted at least
// this deep belong to it.
type frame struct {
	depth   int
	section int  // index into sections; -1 for a quote
	settled bool // a quote that a boundary announced: mail inside it is not looked for
	marked  bool // opened by the role of its lines, closed when that ends
}

// splitter assigns lines to sections.
type splitter struct {
	m        *Message
	sections []section
	frames   []frame
	passing  frame // the last frame of forwarded mail that was left
	wrote    bool  // the sender has written something herself
	passes   bool  // and it says that she passes on mail
}

// cutQuotes drops quoted mail and returns what is left, the sender's own
// section first and then those of the mails she passes on.
func cutQuotes(lines []line, m *Message) []section {
	s := &splitter{
		m:        m,
		sections: []section{{author: person{m.FromName, m.From}}},
		frames:   []frame{{}},
	}
	own, attached := lines, []line(nil)
	if i := slices.IndexFunc(lines, func(l line) bool { return l.from != "" }); i >= 0 {
		own, attached = lines[:i], lines[i:]
	}
	own = ownBullets(own, m)
	for i := 0; i < len(own); {
		i = s.read(own, i)
	}
	s.attach(attached)
	return slices.DeleteFunc(s.sections, func(s section) bool { return blank(s.lines) })
}

// attach takes the lines of attached mails, which are read as mails of their
// own. Blank lines between them may have no author.
func (s *splitter) attach(lines []line) {
	for len(lines) > 0 {
		from := lines[0].from
		end := slices.IndexFunc(lines, func(l line) bool { return l.from != from && l.text != "" })
		if end < 0 {
			end = len(lines)
		}
		mail := slices.Clone(lines[:end])
		lines = lines[end:]
		if digiteket(from) {
			continue
		}
		for i := range mail {
			mail[i].from = ""
		}
		for _, sec := range cutQuotes(mail, &Message{From: from}) {
			if sec.by == "" && from != s.m.From {
				sec.by = from
			}
			s.sections = append(s.sections, sec)
		}
	}
}

// read takes the line or boundary at lines[i] and returns the index after it.
func (s *splitter) read(lines []line, i int) int {
	l := lines[i]
	s.leave(l)
	top := s.top()
	if !top.settled {
		if b := boundaryAt(lines, i); b.kind != noBoundary {
			s.enter(lines, i, b)
			return b.end
		}
	}
	if l.text != "" && !top.marked && inserted(l) {
		s.push(frame{depth: l.quote, section: s.unannounced(l.role), marked: true})
	} else if l.text != "" && l.quote > top.depth {
		s.push(s.quoted(l.quote))
	}
	n := s.top().section
	if n < 0 {
		if answer, ok := s.answer(l); ok {
			// The next line of the quote is no continuation of it.
			s.sections[0].lines = append(s.sections[0].lines, line{}, answer, line{})
		}
	} else {
		s.sections[n].lines = append(s.sections[n].lines, l)
	}
	if n == 0 && l.text != "" {
		s.wrote = true
		s.passes = s.passes || containsAny(fold(l.text), forwardWords)
	}
	return i + 1
}

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
	return line{text: answer}, answer != ""
}

func (s *splitter) top() *frame { return &s.frames[len(s.frames)-1] }

func (s *splitter) push(f frame) { s.frames = append(s.frames, f) }

// leave closes the frames that line l is not in any more.
func (s *splitter) leave(l line) {
	for len(s.frames) > 1 {
		top := s.top()
		ended := top.marked && (l.role == roleOwn || l.role == roleUnknown && l.text != "")
		if !ended && (l.text == "" || l.quote >= top.depth) {
			return
		}
		if top.section > 0 {
			s.passing = *top
		}
		s.frames = s.frames[:len(s.frames)-1]
	}
}

// quoted is the frame of quoted lines that nothing announces: those of
// forwarded mail go on after words of the sender's in its middle.
func (s *splitter) quoted(depth int) frame {
	if s.passing.section > 0 && depth >= s.passing.depth && s.top().section == 0 {
		return s.passing
	}
	return frame{depth: depth, section: -1}
}

// unannounced opens the section of lines that the markup says are passed on,
// though no header tells whose they are.
func (s *splitter) unannounced(r role) int {
	if r == roleQuote {
		return -1
	}
	return s.open(section{})
}

func (s *splitter) open(sec section) int {
	s.sections = append(s.sections, sec)
	return len(s.sections) - 1
}

// enter opens the frame of the mail whose boundary b starts at lines[i].
func (s *splitter) enter(lines []line, i int, b boundary) {
	passedOn := s.passedOn(b)
	f := frame{depth: lines[i].quote, section: -1, settled: !passedOn}
	if passedOn {
		f.section = s.open(section{
			by:     s.nameOf(b),
			author: person{b.name, b.address},
			reply:  replyPrefix(b.subject),
		})
	}
	switch below := nextText(lines, b.end); {
	case below.quote > lines[i].quote:
		f.depth++
		s.push(f)
	case len(s.frames) > 1:
		// The rest of this level is another mail.
		f.marked = s.top().marked
		*s.top() = f
	default:
		f.marked = inserted(below)
		s.push(f)
	}
}

// inserted reports whether the markup says that a line is of another mail.
func inserted(l line) bool { return l.role == roleQuote || l.role == roleForward }

// nextText returns the first line from i that is not blank.
func nextText(lines []line, i int) line {
	for ; i < len(lines); i++ {
		if lines[i].text != "" {
			return lines[i]
		}
	}
	return line{}
}

// passedOn reports whether the mail below b is a colleague's that the sender
// passes on, rather than one that she answers.
func (s *splitter) passedOn(b boundary) bool {
	if digiteket(b.address) || b.address == "" && strings.Contains(fold(b.name), "digiteket") {
		return false
	}
	if top := s.top(); top.section > 0 {
		return b.kind != attribution && (!s.sections[top.section].reply || s.got(b))
	}
	if b.kind == forwardMark {
		return true
	}
	switch {
	case forwardPrefix(s.m.Subject):
		return true
	case replyPrefix(s.m.Subject):
		return false
	case b.kind == attribution:
		return false
	}
	return s.passes || !s.wrote
}

// got reports whether the mail below b was written to the sender, by someone
// else: below one answer that she passes on it is the next.
func (s *splitter) got(b boundary) bool {
	if s.nameOf(b) == "" {
		return false
	}
	name := fold(s.m.FromName)
	return s.m.From != "" && strings.Contains(b.to, s.m.From) || name != "" && strings.Contains(b.to, name)
}

// nameOf is what Passage.By says of the author of mail below b: her address,
// or her name where the client gives no address, or "" when she is the sender.
func (s *splitter) nameOf(b boundary) string {
	switch {
	case b.address == s.m.From && b.address != "":
		return ""
	case b.address != "":
		return b.address
	case fold(b.name) == fold(s.m.FromName):
		return ""
	}
	return fold(b.name)
}

// ownBullets gives lines back to a sender who begins her points with ">", or
// pastes them so from a chat: in a mail that answers nothing, below words of
// her own that do not announce a quote.
func ownBullets(lines []line, m *Message) []line {
	if replyPrefix(m.Subject) || forwardPrefix(m.Subject) {
		return lines
	}
	first := slices.IndexFunc(lines, func(l line) bool { return l.quote > 0 })
	if first < 1 || lines[first].role != roleUnknown {
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
	return pairs == 0 || broken*2 >= pairs
}

// digiteket reports whether an address is of the receiver of all wishes,
// whose own words are never a wish.
func digiteket(addr string) bool {
	_, domain, _ := strings.Cut(addr, "@")
	return domain == "digiteket.se" || strings.HasSuffix(domain, ".digiteket.se")
}

// replyPrefix and forwardPrefix read the outermost prefix of a subject. "VS:"
// is a forward in Norwegian and a reply in Finnish, so it is neither.
func replyPrefix(subject string) bool {
	return slices.Contains([]string{"sv", "re", "ang", "aw", "antw"}, outerPrefix(subject))
}

func forwardPrefix(subject string) bool {
	return slices.Contains([]string{"vb", "fw", "fwd", "videresend", "videresendt", "vl", "wg"}, outerPrefix(subject))
}

// outerPrefix returns the first prefix of a subject, folded, without counter:
// "sv" of "[extern] SV[2]: Önskemål".
func outerPrefix(subject string) string {
	subject = fold(subject)
	for strings.HasPrefix(subject, "[") {
		_, rest, ok := strings.Cut(subject, "]")
		if !ok {
			break
		}
		subject = strings.TrimSpace(rest)
	}
	before, _, ok := strings.Cut(subject, ":")
	if !ok {
		return ""
	}
	return strings.TrimRight(before, "0123456789[]() ")
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
