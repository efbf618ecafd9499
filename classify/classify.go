// Package classify decides what a mail's words mean: which passages are wishes
// and which are offers, which of Digiteket's topics each belongs to, and why.
//
// Most callers need [Default] or [Load] and then [Classifier.Read] for a mail
// or [Classifier.Classify] for a single wish. It knows words, not mail syntax:
// list markers, ranks and quotes are read elsewhere. It is pure: the same topics
// file and the same text give the same answer.
package classify

// Algorithm numbers the way texts are matched. It is raised whenever the same
// topics file would give another answer, so that stored results can be told
// apart and derived anew.
const Algorithm = 3

// Scope says whether a wish is for digital skills at all. The article asks for
// digital ones only ("vi gör inte fortbildning som rör analoga system").
type Scope string

// The scopes of a wish.
const (
	Digital Scope = "digital"
	Analog  Scope = "analog"
	Unclear Scope = "unclear" // nothing in the text tells
)

// Result is what one text is about.
type Result struct {
	Topics  []string // ids, most fitting first; at most three and then "fordjupning"
	Outside []string // names of groups outside the wish list, such as "AI"
	Scope   Scope
	Why     []Hit // the words that decided, by position
}

// Hit is one place where a keyword was found. Start and End count characters
// (code points), not bytes, in the classified text; End is exclusive.
type Hit struct {
	Topic   string // topic id or name of the outside group
	Keyword string // as written in the topics file
	Found   string // the text that matched
	Start   int
	End     int
	Negated bool // "inte mer om GDPR": found, but not wanted
}

// Kind is what a mail is.
type Kind string

// The kinds of mail.
const (
	KindWish      Kind = "wish"
	KindOffer     Kind = "offer"
	KindWishOffer Kind = "wish+offer"
	KindOther     Kind = "other"
)

// Passage is one list item or paragraph of a mail.
type Passage struct {
	Text    string   // the writer's words, without list marker
	Details []string // explanation lines and sub-points of a list item
	List    int      // number of the list in the mail; 0 = a paragraph
	Rank    int      // place in the list, 1 = wanted most; 0 = a paragraph
	Clause  bool     // part of a sentence in prose, its verb included
	By      string   // original author of forwarded words, "" = the sender
}

// Reading is a mail's meaning.
type Reading struct {
	Kind   Kind
	Wishes []Wish // in the order of the mail
	Offers []Offer
}

// Wish is one thing that the writer wants to learn.
type Wish struct {
	Text string // the writer's words
	Rank int    // 1 = wanted most; equal ranks are ties
	By   string // original author, "" = the sender
	Result
}

// Offer is competence that the writer offers to share.
type Offer struct {
	Text string
	By   string
	Result
}
