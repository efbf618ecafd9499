// Package mailparse reads one mail the way its writer meant it: raw bytes in,
// a [Message] out.
//
// Most callers need [Parse] and [SubjectRule]. Parse decodes whatever a mail
// client can produce, tells the sender's own words from quoted mail,
// signatures and disclaimers, and finds the lists among them. It reads syntax
// only: markers, numbers, quotes. What the words mean (which of them are
// wishes, and for what) is not decided here.
//
// The package is pure: no clock, no network, no logger, no state.
package mailparse

import (
	"cmp"
	"errors"
	"slices"
	"time"
)

// Version numbers the way mails are read. It is raised whenever the same bytes
// would give another Message, so that stored results can be told apart and
// derived anew.
const Version = 3

// Limits bounds the work that a single mail may cause. The zero value stands
// for bounds that no honest wish mail comes near, and so does each zero field.
type Limits struct {
	Message int64 // bytes of the whole mail; 0 = 25 MiB
	Header  int   // bytes of one header block, the mail's own or a part's; 0 = 256 KiB
	Depth   int   // parts inside one another; 0 = 30
	Parts   int   // parts in all; 0 = 1000
	Text    int   // bytes of decoded text, HTML and unpacked documents in all; 0 = 2 MiB
}

// orDefault fills in the zero fields.
func (l Limits) orDefault() Limits {
	return Limits{
		Message: cmp.Or(l.Message, 25<<20),
		Header:  cmp.Or(l.Header, 256<<10),
		Depth:   cmp.Or(l.Depth, 30),
		Parts:   cmp.Or(l.Parts, 1000),
		Text:    cmp.Or(l.Text, 2<<20),
	}
}

// Parse fails with one of these (wrapped) when a mail gives nothing to read.
// Everything less than that is a [Defect] of a usable Message. With
// ErrTooLarge and ErrUnreadable comes a Message that has its header fields, so
// that the subject can be matched and an editor told whose mail it is.
var (
	ErrNotMail    = errors.New("not a mail: no header line found")
	ErrTooLarge   = errors.New("mail is larger than the limit")
	ErrUnreadable = errors.New("no readable text in the mail")
)

// Message is one mail as its writer meant it. All text is valid UTF-8 in
// Unicode normal form C.
type Message struct {
	MessageID string    // without angle brackets; "" when missing
	From      string    // address of the sender, lower case; "" when missing
	FromName  string    // display name of the sender
	Date      time.Time // of the Date header; zero when missing or unreadable
	Received  time.Time // of the last delivery; zero when no header tells
	Subject   string    // decoded, one line, prefixes such as "Sv:" kept
	Origin    Origin    // what the headers and subject say of who wrote it

	// Text is the sender's own text, line by line: no quoted mail, signature,
	// banner or disclaimer. Words of a colleague that the sender forwarded
	// count as own.
	Text string

	// Passages is Text cut into list items and paragraphs, in order.
	Passages []Passage

	// Defects are the things wrong with the mail that did not stop it from
	// being read, in the order they were met.
	Defects []Defect

	// Lines are all lines of the mail from top to bottom, with what each was
	// taken for; blank ones have no Role.
	Lines []Line

	// Doubts are the reasons for a person to look at the mail before she
	// trusts how it was read, each once.
	Doubts []Doubt
}

// Passage is one list item or one paragraph of own text.
type Passage struct {
	// Text is the writer's words on one line, without the list marker.
	Text string
	// Details are the explanation lines and sub-points below a list item.
	Details []string
	// List numbers the lists of a mail from 1; 0 is a paragraph outside any list.
	List int
	// Rank is the item's place in its list: 1 is wanted most, equal ranks are
	// ties. 0 for a paragraph. Reversed lists and lists "utan inbördes
	// ordning" are already resolved.
	Rank int
	// Clause tells that the item is part of a sentence that words put in an
	// order, "i andra hand vill vi lära oss Koha", its verb included.
	Clause bool
	// Line is the number in Message.Lines, from 1, of the line on which the
	// passage begins.
	Line int
	// By is the address of the original author where the passage stands in
	// mail that the sender forwarded, or her display name in lower case where
	// the client gives no address; "" for the sender's own words.
	By string
}

// Origin tells a person's mail from a machine's.
type Origin string

// The origins of a mail. See RFC 3834 for automatic answers and RFC 3464 for
// delivery reports.
const (
	Person    Origin = "person"
	AutoReply Origin = "autoreply"
	Bounce    Origin = "bounce"
	Bulk      Origin = "bulk" // newsletters and notifications from systems
)

// Defect is one thing wrong with a mail, in a few words fit for an editor or a
// developer, for example "charset iso-8859-99 unknown: read as windows-1252".
type Defect string

// Doubt is a reason why a mail may mean something else than what was read. Its
// value is kept with stored mails.
type Doubt string

// The doubts that a mail can leave.
const (
	// AnswersInQuote: the sender wrote between the lines of the mail she
	// answers, so that what she answers decides what her words mean.
	AnswersInQuote Doubt = "answers-in-quote"
	// ListAttached: an attached file that may hold the list could not be read.
	ListAttached Doubt = "list-attached"
	// FormsDiffer: the plain text and the HTML of one mail list different things.
	FormsDiffer Doubt = "forms-differ"
)

// doubt notes a reason to look at m.
func (m *Message) doubt(d Doubt) {
	if !slices.Contains(m.Doubts, d) {
		m.Doubts = append(m.Doubts, d)
	}
}

// Line is one line of a mail as its reader sees it.
type Line struct {
	Text string // with its list marker and, as "> ", the depth of quoting
	Role Role
	Why  Reason // what decided the role; "" where nothing spoke against the sender's own words
}

// Role is what a line is in its mail.
type Role string

// The roles of lines.
const (
	RoleUnknown   Role = ""
	RoleOwn       Role = "own"       // the sender's words
	RoleItem      Role = "item"      // the first line of one of her list items
	RoleForward   Role = "forward"   // words of a colleague that the sender passes on
	RoleQuote     Role = "quote"     // earlier mail
	RoleBoundary  Role = "boundary"  // what a mail program writes where another mail begins
	RoleSignature Role = "signature" // who and where the writer is, and everything a system adds below
	RoleBanner    Role = "banner"    // a warning that a mail system put on top
)

// Reason is what decided the role of a line.
type Reason string

// The reasons for roles.
const (
	ByMarkup      Reason = "markup"       // the mail program marks it so
	ByPrefix      Reason = "prefix"       // quoted with ">"
	ByPosition    Reason = "position"     // below the start of another mail
	ByAttribution Reason = "attribution"  // says who wrote the mail below, and when
	ByHeader      Reason = "header"       // header of the mail below
	ByAnnounced   Reason = "announcement" // announces a forwarded mail
	ByAttachment  Reason = "attachment"   // stands in an attachment
	ByLabel       Reason = "label"        // labelled as the sender's answer
	ByColour      Reason = "colour"       // in the colour of the sender's answers
	BySigned      Reason = "signed"       // below the quoted mail's end and above the sender's name
	ByLack        Reason = "lack"         // kept, for the mail says nothing else
	ByClosing     Reason = "closing"      // closing words
	ByName        Reason = "name"         // the writer's name
	ByDelimiter   Reason = "delimiter"    // line above a signature
	ByPhone       Reason = "phone"        // added by a phone or program
	ByContact     Reason = "contact"      // how to reach the writer
	ByPlace       Reason = "place"        // below the start of the signature
	ByNotice      Reason = "notice"       // notice that a system adds
	ByWarning     Reason = "warning"      // warning that a mail system adds
	BySignOff     Reason = "sign-off"     // ends with a sign-off, which is cut
)
