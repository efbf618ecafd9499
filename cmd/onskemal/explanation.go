package main

import (
	"math"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/store"
)

// explanation is the JSON of explain; its keys are part of the interface.
type explanation struct {
	Mail  explainedMail   `json:"mail"`
	Items []explainedItem `json:"items"` // the one asked for, or all of the mail

	whole bool // the mail is asked for
}

type explainedMail struct {
	Number     int64          `json:"number"`
	Received   time.Time      `json:"received"`
	Kind       string         `json:"kind"`
	From       string         `json:"from"`       // "" when the mail is not kept any more
	Subject    string         `json:"subject"`    // likewise
	KeptUntil  *time.Time     `json:"kept_until"` // null when it is not kept any more
	Doubts     []string       `json:"doubts"`
	ReadBy     string         `json:"read_by"`
	Today      string         `json:"today"`                // what would read it today
	Differs    *explainedDiff `json:"differs"`              // null when it would be read as it was
	Unreadable string         `json:"unreadable,omitempty"` // why it cannot be read any more
	Lines      []readLine     `json:"lines"`                // of a mail that is asked for and kept
	Mentioned  []candidate    `json:"mentioned"`            // found in such a mail for none of its wishes and offers
	Decisions  []decisionLine `json:"decisions"`            // on what is asked for

	decisions []store.Decision
}

// explainedDiff is what reading the mail anew would change; what editors decided
// stays.
type explainedDiff struct {
	KindBefore string     `json:"kind_before"`
	KindAfter  string     `json:"kind_after"`
	Removed    []jsonLine `json:"removed"`
	Added      []jsonLine `json:"added"`

	change ingest.Change
}

type explainedItem struct {
	Offer  bool              `json:"offer"`
	Number int64             `json:"number"`
	Rank   int               `json:"rank,omitempty"`
	RankBy ingest.RankReason `json:"rank_by,omitempty"`
	Line   int               `json:"line,omitempty"` // of the mail, from 1
	By     string            `json:"by,omitempty"`   // author of forwarded words
	Text   string            `json:"text"`
	classification
	Decision   int64       `json:"decision,omitempty"`
	Uptake     *uptake     `json:"uptake,omitempty"`  // of an offer
	Partial    bool        `json:"partial,omitempty"` // the words behind it are not all kept, so that candidates lack some
	Candidates []candidate `json:"candidates"`        // by today's topics

	source string // the line of the mail
	others bool   // somebody else than the sender wrote it
}

// uptake is what has come of an offer, and whom to ask.
type uptake struct {
	State        store.OfferState `json:"state"`
	History      []offerStep      `json:"history"`       // the states that editors gave it, the oldest first
	Contact      string           `json:"contact"`       // "" when none is kept, or not any more
	ContactUntil *time.Time       `json:"contact_until"` // null likewise
}

// candidate is a topic or group for which something was found.
type candidate struct {
	Label    string          `json:"label"`
	Name     string          `json:"name"`
	Outside  bool            `json:"outside"`
	Lack     classify.Lack   `json:"lack,omitempty"` // why what was found does not suffice
	Strength float64         `json:"strength"`
	Score    float64         `json:"score"`
	Hits     []weighedReason `json:"hits"`
}

type weighedReason struct {
	reason
	Weight float64 `json:"weight"`
}

// explainer puts together what is kept of a message and how it is read today.
type explainer struct {
	c              *classify.Classifier
	account        store.Account
	today          ingest.Today
	derivedBy      string
	retention      time.Duration
	offerRetention time.Duration
}

func (x explainer) explanation(kind reference, id int64) explanation {
	e := explanation{Mail: x.mail(), Items: []explainedItem{}, whole: kind == mailReference}
	concerned := x.account.Decisions
	if !e.whole {
		e.Mail.Lines = []readLine{}
	}
	for _, p := range x.account.Items {
		if e.whole || isNamed(p, kind, id) {
			e.Items = append(e.Items, x.item(p))
			if !e.whole {
				concerned = leadingTo(x.account.Decisions, p.Decision)
			}
		}
	}
	if e.whole && x.today.Message != nil {
		e.Mail.Mentioned = x.mentioned(e.Items)
	}
	e.Mail.decisions = concerned
	for _, d := range concerned {
		e.Mail.Decisions = append(e.Mail.Decisions, decisionLineOf(d))
	}
	return e
}

// leadingTo are a decision and those that it has replaced, step by step.
func leadingTo(decisions []store.Decision, id int64) []store.Decision {
	later := map[int64]bool{id: id != 0}
	var concerned []store.Decision
	for _, d := range slices.Backward(decisions) {
		if later[d.ID] || d.Replaced != 0 && later[d.Replaced] {
			later[d.ID] = true
			concerned = append(concerned, d)
		}
	}
	slices.Reverse(concerned)
	return concerned
}

func (x explainer) mail() explainedMail {
	a := x.account
	m := explainedMail{
		Number: a.ID, Received: a.Received, Kind: a.Counts, Subject: a.Subject, Doubts: append([]string{}, a.Doubts...),
		ReadBy: a.DerivedBy, Today: x.derivedBy, Unreadable: x.today.Unreadable,
		Lines: []readLine{}, Mentioned: []candidate{}, Decisions: []decisionLine{},
	}
	if a.Raw != nil {
		until := a.Added.Add(x.retention)
		m.KeptUntil = &until
	}
	if x.today.Message != nil {
		m.From, m.Lines = x.today.From, linesOf(x.today.Mail)
	}
	if change := x.today.Change; x.today.Unreadable == "" && !change.None() {
		m.Differs = &explainedDiff{change.Kind[0], change.Kind[1], jsonLines(change.Removed), jsonLines(change.Added), change}
	}
	return m
}

func (x explainer) item(p store.Placed) explainedItem {
	source := x.today.Source(p.Text, p.Rank)
	i := explainedItem{
		Offer: p.Offer, Number: p.ID, Rank: p.Rank, Line: source.Line, By: source.By, Text: p.Text, Decision: p.Decision,
		classification: classification{
			Topics: append([]string{}, p.Topics...), Outside: append([]string{}, p.Outside...), Scope: p.Scope, Why: reasonsOf(p.Why),
		},
		Partial: source.Details == nil && restsOnMore(p), Candidates: []candidate{}, others: p.Person != x.account.Sender,
	}
	if p.Offer {
		known := x.account.Uptakes[p.ID]
		i.Uptake = &uptake{known.Latest(), offerSteps(known.Steps), known.Contact.Text, contactUntil(known.Contact, x.offerRetention)}
	} else {
		i.RankBy = source.RankBy
	}
	if source.Line > 0 {
		i.source = x.today.Lines[source.Line-1].Text
	}
	for _, found := range x.c.Candidates(p.Text, source.Details...) {
		if !p.Offer || !found.Outside { // offers have topics only
			i.Candidates = append(i.Candidates, x.candidate(found))
		}
	}
	return i
}

// mentioned are the topics and groups of which the mail's own text has words, and
// none of the items.
func (x explainer) mentioned(items []explainedItem) []candidate {
	mentioned := []candidate{}
	for _, found := range x.c.Candidates(x.today.Text) {
		if !slices.ContainsFunc(items, func(i explainedItem) bool { return i.speaksOf(found.Label) }) {
			mentioned = append(mentioned, x.candidate(found))
		}
	}
	return mentioned
}

func (i explainedItem) speaksOf(label string) bool {
	return slices.Contains(i.Topics, label) || slices.Contains(i.Outside, label) ||
		slices.ContainsFunc(i.Candidates, func(y candidate) bool { return y.Label == label })
}

// restsOnMore tells that words behind an item stand beyond its text, in explanation
// lines.
func restsOnMore(p store.Placed) bool {
	length := utf8.RuneCountInString(p.Text)
	return slices.ContainsFunc(p.Why, func(r store.Reason) bool { return r.End > length })
}

func (x explainer) candidate(found classify.Candidate) candidate {
	y := candidate{
		Label: found.Label, Name: found.Label, Outside: found.Outside, Lack: found.Lack,
		Strength: hundredths(found.Strength), Score: hundredths(found.Score), Hits: []weighedReason{},
	}
	if at := slices.IndexFunc(x.c.Topics(), func(t classify.Topic) bool { return t.ID == found.Label }); at >= 0 && !found.Outside {
		y.Name = x.c.Topics()[at].Name
	}
	for _, hit := range found.Hits {
		y.Hits = append(y.Hits, weighedReason{reason(hit.Hit), hundredths(hit.Weight)})
	}
	return y
}

func hundredths(x float64) float64 { return math.Round(100*x) / 100 }

// assigned are the labels that today's topics give an item.
func (i explainedItem) assigned() (topics, outside []string) {
	for _, y := range i.Candidates {
		switch {
		case y.Lack != "":
		case y.Outside:
			outside = append(outside, y.Label)
		default:
			topics = append(topics, y.Label)
		}
	}
	return topics, outside
}

// asToday tells whether today's topics give an item the labels that it has.
func (i explainedItem) asToday() bool {
	topics, outside := i.assigned()
	return slices.Equal(topics, i.Topics) && slices.Equal(outside, i.Outside)
}
