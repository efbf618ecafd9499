// Package ingest takes mails from a mailbox or from files to the store:
// Raw → Parse → Classify → Add. It is the only code that maps the types of
// those packages onto one another.
//
// [Reader.Read] reads one mail without storing anything; a [Pipeline] does the
// rest, with [Pipeline.Poll] and [Pipeline.Import] as its two sources.
package ingest

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"runtime/debug"
	"slices"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/mailparse"
	"github.com/digiteket/onskemal/store"
)

// Kinds that the headers decide; the others are package classify's.
const (
	kindAutoReply classify.Kind = "autoreply"
	kindBounce    classify.Kind = "bounce"
)

// maxMessage bounds a mail, in bytes.
const maxMessage = 25 << 20

// ParserVersion numbers the way mails are read, for those who may not import
// the parser.
const ParserVersion = mailparse.Version

// Subjects are those under which mails are taken in.
type Subjects struct {
	Wishes []string
	Offers []string // under these, and none of the others, what a mail names is offered
}

// Reader reads mails: what they say and what they mean.
type Reader struct {
	Subjects mailparse.SubjectRule // of the mails that are taken in

	// Classifier is asked for when a mail with the subject is to be read, since
	// loading one takes as long as a poll that finds nothing new.
	Classifier func() *classify.Classifier

	// Topics is the version of the classifier's topics, which a run that reads no mail
	// then knows without loading them; nil to ask the classifier.
	Topics func() string

	// Own are the addresses of the mailboxes, in lower case. What went out from
	// them holds no wishes, but quotes many; mail that they pass on counts.
	Own []string

	rule   uint32   // identifies Subjects
	known  Subjects // of the installation: they decide how a mail is read
	wishes mailparse.SubjectRule
	offers mailparse.SubjectRule
}

// NewReader returns a reader that takes in mails with one of the subjects, in an
// installation that knows all of these and perhaps others.
func NewReader(taken, known Subjects, c func() *classify.Classifier) Reader {
	return Reader{
		Subjects: mailparse.NewSubjectRule(slices.Concat(taken.Wishes, taken.Offers)), Classifier: c, rule: taken.rule(),
		known: known, wishes: mailparse.NewSubjectRule(known.Wishes), offers: mailparse.NewSubjectRule(known.Offers),
	}
}

func (s Subjects) rule() uint32 {
	text := fmt.Appendf(nil, "%d %q", mailparse.Version, s.Wishes)
	if len(s.Offers) > 0 {
		text = fmt.Appendf(text, " %q", s.Offers)
	}
	return crc32.ChecksumIEEE(text)
}

// Mail is one mail that was read.
type Mail struct {
	*mailparse.Message
	SubjectMatch bool
	Own          bool // sent by the mailbox itself
	classify.Reading
}

// Read parses and classifies one mail. An error means that nothing but, at most,
// the header fields could be read and that a mail with the subject belongs in
// quarantine; a panic on hostile input is such an error too, so that one mail
// never stops the others.
func (r Reader) Read(raw []byte) (mail Mail, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("fault in the program: %v\n%s", fault, debug.Stack())
		}
	}()
	message, err := mailparse.Parse(bytes.NewReader(raw), mailparse.Limits{Message: maxMessage})
	if message == nil {
		return Mail{}, err
	}
	mail = Mail{Message: message, SubjectMatch: r.Subjects.Match(message.Subject), Own: r.isOwn(message)}
	if err != nil {
		return mail, err
	}
	switch message.Origin {
	case mailparse.AutoReply:
		mail.Kind = kindAutoReply
	case mailparse.Bounce:
		mail.Kind = kindBounce
	case mailparse.Bulk:
		mail.Kind = classify.KindOther
	default:
		mail.Reading = r.reading(message)
	}
	return mail, nil
}

func (r Reader) reading(m *mailparse.Message) classify.Reading {
	if r.offers.Match(m.Subject) && !r.wishes.Match(m.Subject) {
		return r.Classifier().ReadOffers(m.Subject, passages(m.Passages))
	}
	return r.Classifier().Read(m.Subject, passages(m.Passages))
}

// hasExplanations tells whether list items of a mail have explanation lines, which
// are not kept with the wishes.
func hasExplanations(raw []byte) (has bool) {
	defer func() {
		if recover() != nil {
			has = true // Read meets the same fault and tells of it
		}
	}()
	message, err := mailparse.Parse(bytes.NewReader(raw), mailparse.Limits{Message: maxMessage})
	return err == nil && slices.ContainsFunc(message.Passages, func(p mailparse.Passage) bool { return len(p.Details) > 0 })
}

func (r Reader) isOwn(m *mailparse.Message) bool {
	return slices.Contains(r.Own, m.From) && !mailparse.IsForward(m.Subject)
}

// judge decides by the header fields alone whether a mail is one of ours. What
// cannot be parsed has no subject that could match; what makes the parser panic
// counts as a match, so that Read meets the same fault and the mail goes to
// quarantine. Either has no Message.
func (r Reader) judge(header []byte) (mail Mail) {
	defer func() {
		if recover() != nil {
			mail = Mail{SubjectMatch: true}
		}
	}()
	message, err := mailparse.ParseHeader(header, mailparse.Limits{})
	if err != nil {
		return Mail{}
	}
	return Mail{Message: message, SubjectMatch: r.Subjects.Match(message.Subject), Own: r.isOwn(message)}
}

// readOurs is [Reader.Read] that leaves a mail which is not one of ours unread
// below its header.
func (r Reader) readOurs(raw []byte) (Mail, error) {
	if mail := r.judge(raw); mail.Message != nil && (mail.Own || !mail.SubjectMatch) {
		return mail, nil
	}
	return r.Read(raw)
}

// DerivedBy names what reads the mails, so that results of an older parser,
// algorithm or topics file, or under other subjects of offers, can be told apart.
func (r Reader) DerivedBy() string {
	if r.Topics != nil {
		return DerivedBy(r.Topics(), r.known)
	}
	return DerivedBy(r.Classifier().Version(), r.known)
}

// DerivedBy names what a reader with topics of that version reads by, in an
// installation that knows the subjects.
func DerivedBy(topics string, known Subjects) string {
	by := fmt.Sprintf("parser %d, algorithm %d, topics %s", mailparse.Version, classify.Algorithm, topics)
	if len(known.Offers) > 0 {
		by += fmt.Sprintf(", offers %08x", known.rule())
	}
	return by
}

func passages(read []mailparse.Passage) []classify.Passage {
	mapped := make([]classify.Passage, len(read))
	for i, p := range read {
		mapped[i] = classify.Passage{Text: p.Text, Details: p.Details, List: p.List, Rank: p.Rank, Clause: p.Clause, By: p.By}
	}
	return mapped
}

func wishRows(wishes []classify.Wish) []store.Wish {
	rows := make([]store.Wish, len(wishes))
	for i, w := range wishes {
		rows[i] = store.Wish{
			By: w.By, Rank: w.Rank, Text: w.Text, Scope: string(w.Scope),
			Topics: w.Topics, Outside: w.Outside, Why: reasonRows(w.Why),
		}
	}
	return rows
}

func offerRows(offers []classify.Offer) []store.Offer {
	rows := make([]store.Offer, len(offers))
	for i, o := range offers {
		rows[i] = store.Offer{By: o.By, Text: o.Text, Topics: o.Topics, Why: reasonRows(o.Why)}
	}
	return rows
}

func reasonRows(hits []classify.Hit) []store.Reason {
	rows := make([]store.Reason, len(hits))
	for i, h := range hits {
		rows[i] = store.Reason{Label: h.Topic, Keyword: h.Keyword, Found: h.Found, Start: h.Start, End: h.End, Negated: h.Negated}
	}
	return rows
}
