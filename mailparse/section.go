package mailparse

import (
	"cmp"
	"slices"
	"strings"
)

// section is a stretch of lines that one person wrote.
type section struct {
	kind   sectionKind
	by     string // Passage.By
	author person
	lines  []line
	reply  bool // the mail is itself an answer: what stands below it is a quote
	goesOn bool // the sender has written above, before words of others
}

type sectionKind int

const (
	ownWords  sectionKind = iota // of the sender
	passedOn                     // mail that the sender passes on
	otherMail                    // mail that she answers, and what is below it
)

// role is what the lines of a section are.
func (k sectionKind) role() Role {
	return [...]Role{ownWords: RoleOwn, passedOn: RoleForward, otherMail: RoleQuote}[k]
}

// person is who wrote a section, as far as a boundary or the mail's header
// tells.
type person struct{ name, address string }

// frame is one level of quoting while lines are read: lines quoted at least
// this deep belong to it.
type frame struct {
	depth   int
	section int  // index into sections
	settled bool // earlier mail that a boundary announced: mail inside it is not looked for
	marked  bool // opened by the role of its lines, closed when that ends
	why     Reason
}

// splitter assigns the lines of a mail to sections.
type splitter struct {
	m        *Message
	account  account
	sections []section // the first is the sender's own
	frames   []frame
	passing  frame // the last frame of forwarded mail that was left
	wrote    bool  // the sender has written something herself
	passes   bool  // and it says that she passes on mail

	quoted   bool // lines of the mail that she answers were met
	between  bool // and her own words below them
	answered bool // and lines of that mail again, or an answer that a label marks
}

func newSplitter(m *Message, a account) *splitter {
	return &splitter{
		m:        m,
		account:  a,
		sections: []section{{author: person{m.FromName, m.From}}},
		frames:   []frame{{}},
	}
}

// readAll takes the lines of the whole mail: those of its text, and then those
// of attached mails and files.
func (s *splitter) readAll(lines []line) {
	text, attached := lines, []line(nil)
	if i := slices.IndexFunc(lines, line.isAttached); i >= 0 {
		text, attached = lines[:i], lines[i:]
	}
	text = ownBullets(text, s.m)
	for i := 0; i < len(text); {
		i = s.read(text, i)
	}
	s.answersBelow()
	s.answersInColour()
	s.attach(attached)
}

// written returns the sections that are read for wishes, the sender's own
// first, those without text left out.
func (s *splitter) written() []section {
	return slices.DeleteFunc(slices.Clone(s.sections), func(sec section) bool {
		return sec.kind == otherMail || blank(sec.lines)
	})
}

// unsigned returns the sections that are read, without their signatures.
func (s *splitter) unsigned() []section {
	var own []section
	for _, sec := range s.written() {
		sec.lines = cutSignature(sec, s.account)
		if !blank(sec.lines) {
			own = append(own, sec)
		}
	}
	return own
}

// signatures returns what a mail says that has nothing but a signature,
// without the lines that programs add to it.
func (s *splitter) signatures() []section {
	var own []section
	for _, sec := range s.written() {
		sec.lines = slices.DeleteFunc(slices.Clone(sec.lines), func(l line) bool {
			return l.text != "" && s.account.of(l).addedByProgram()
		})
		if !blank(sec.lines) {
			s.enterAll(sec, ByLack)
			own = append(own, sec)
		}
	}
	return own
}

// typedNothing reports a mail in which all that is not another's was added by
// a program. "Tack!" above a quote is an answer.
func (s *splitter) typedNothing() bool {
	return !slices.ContainsFunc(s.account, func(l Line) bool {
		return l.Role == RoleSignature && l.Why != ByMarkup && !l.addedByProgram()
	})
}

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

// answersInColour gives back the lines that the sender wrote in a colour into
// the mail that she answers: in that of her own words above, or in any where
// she says that her answers stand out. What most of a mail is written in is no
// answer's colour.
func (s *splitter) answersInColour() {
	announced := false
	used := map[string]bool{}
	for _, l := range s.ownLines() {
		announced = announced || containsAny(fold(l.text), colourWords)
		used[l.colour] = true
	}
	for i := range len(s.sections) {
		sec := &s.sections[i]
		if sec.kind != otherMail {
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

// isDigiteketName reports a line by which Digiteket's editors sign.
func isDigiteketName(text string) bool {
	const longest = 4 // words
	return len(strings.Fields(text)) <= longest && strings.Contains(fold(text), "digiteket") && !strings.HasSuffix(text, "!")
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

// enterAll enters the lines of a section into the account.
func (s *splitter) enterAll(sec section, why Reason) {
	for _, l := range sec.lines {
		s.account.note(l, sec.kind.role(), why)
	}
}

// read takes the line or boundary at lines[i] and returns the index after it.
func (s *splitter) read(lines []line, i int) int {
	l := lines[i]
	s.leave(l)
	top := s.top()
	if !top.settled {
		if b := boundaryAt(lines, i); b.kind != noBoundary {
			for _, l := range lines[i:b.end] {
				s.account.note(l, RoleBoundary, b.kind.reason())
			}
			s.enter(lines, i, b)
			return b.end
		}
	}
	if l.text != "" && !top.marked && inserted(l) {
		s.push(frame{depth: l.quote, section: s.unannounced(l.role), marked: true, why: ByMarkup})
	} else if l.text != "" && l.quote > top.depth {
		s.push(s.quotedFrame(l.quote))
	}
	s.take(l)
	return i + 1
}

// take adds a line to the section of the innermost frame.
func (s *splitter) take(l line) {
	top := s.top()
	sec := &s.sections[top.section]
	if sec.kind == otherMail {
		if answer, ok := s.answer(l); ok {
			s.answered = true
			s.account.note(l, RoleOwn, ByLabel)
			s.openOwn(answer)
			return
		}
	}
	if sec.kind == ownWords && top.section < len(s.sections)-1 && l.text != "" {
		top.section = s.openOwn(l)
		sec = &s.sections[top.section]
	} else {
		sec.lines = append(sec.lines, l)
	}
	if l.text == "" {
		return
	}
	switch sec.kind {
	case otherMail:
		s.quoted, s.answered = true, s.answered || s.between
	case ownWords:
		s.wrote, s.between = true, s.quoted
		s.passes = s.passes || containsAny(fold(l.text), forwardWords)
		return
	}
	s.account.note(l, sec.kind.role(), top.why)
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
	return line{text: answer, number: l.number}, answer != ""
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
		if s.sections[top.section].kind == passedOn {
			s.passing = *top
		}
		s.frames = s.frames[:len(s.frames)-1]
	}
}

// quotedFrame is the frame of quoted lines that nothing announces: those of
// forwarded mail go on after words of the sender's in its middle.
func (s *splitter) quotedFrame(depth int) frame {
	if s.passing.section > 0 && depth >= s.passing.depth && s.sections[s.top().section].kind == ownWords {
		return s.passing
	}
	if top := s.top(); s.sections[top.section].kind == otherMail {
		return frame{depth: depth, section: top.section, settled: top.settled, why: ByPrefix}
	}
	return frame{depth: depth, section: s.open(section{kind: otherMail}), why: ByPrefix}
}

// unannounced opens the section of lines that the markup says are another
// mail's, though no header tells whose they are.
func (s *splitter) unannounced(r role) int {
	if r == roleQuote {
		return s.open(section{kind: otherMail})
	}
	return s.open(section{kind: passedOn})
}

// openOwn opens a section of the sender's own words below those of others.
func (s *splitter) openOwn(lines ...line) int {
	return s.open(section{author: s.sections[0].author, lines: lines, goesOn: s.wrote})
}

func (s *splitter) open(sec section) int {
	s.sections = append(s.sections, sec)
	return len(s.sections) - 1
}

// enter opens the frame of the mail whose boundary b starts at lines[i].
func (s *splitter) enter(lines []line, i int, b boundary) {
	sec := section{
		kind:   otherMail,
		by:     s.nameOf(b),
		author: person{b.name, b.address},
		reply:  replyPrefix(b.subject),
	}
	if s.passesOn(b) {
		sec.kind = passedOn
	}
	f := frame{depth: lines[i].quote, section: s.open(sec), settled: sec.kind == otherMail, why: ByPosition}
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

// passesOn reports whether the mail below b is a colleague's that the sender
// passes on, rather than one that she answers.
func (s *splitter) passesOn(b boundary) bool {
	if (person{b.name, b.address}).isDigiteket() {
		return false
	}
	if top := s.sections[s.top().section]; top.kind == passedOn {
		return b.kind != attribution && (!top.reply || s.got(b))
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

// isDigiteket reports the receiver of all wishes, whose own words are never a
// wish.
func (p person) isDigiteket() bool {
	return digiteket(p.address) || p.address == "" && strings.Contains(fold(p.name), "digiteket")
}

// digiteket reports whether an address is of the receiver of all wishes.
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
