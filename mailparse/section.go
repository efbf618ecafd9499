package mailparse

import (
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
	s.sections[0].lines = make([]line, 0, len(text))
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

// enterAll enters the lines of a section into the account.
func (s *splitter) enterAll(sec section, why Reason) {
	for _, l := range sec.lines {
		s.account.note(l, sec.kind.role(), why)
	}
}

var forwardPhrases = newPhrases(forwardWords)

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
		s.passes = s.passes || forwardPhrases.in(fold(l.text))
		return
	}
	s.account.note(l, sec.kind.role(), top.why)
}

func (s *splitter) top() *frame { return &s.frames[len(s.frames)-1] }

func (s *splitter) push(f frame) { s.frames = append(s.frames, f) }

// leave closes the frames that line l is not in any more.
func (s *splitter) leave(l line) {
	for len(s.frames) > 1 {
		top := s.top()
		ended := top.marked && (l.role == RoleOwn || l.role == RoleUnknown && l.text != "")
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
func (s *splitter) unannounced(r Role) int {
	if r == RoleQuote {
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
func inserted(l line) bool { return l.role == RoleQuote || l.role == RoleForward }

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
