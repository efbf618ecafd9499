// Package review is the editors' part: what waits for an eye, least sure first,
// and what an editor can make of it.
//
// [Queue] lists what waits; the functions that return a [store.Ruling] say what an
// editor's choice means; a [Session] walks through the queue at a terminal.
package review

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// Reason is why something waits for an eye.
type Reason string

// The reasons, the least sure first.
const (
	NoTopic  Reason = "no-topic"  // a wish that no topic and no group covers, though it may be digital
	NearMiss Reason = "near-miss" // a wish that hardly has its topics, or hardly lacks another
	Doubtful Reason = "doubtful"  // a mail that may mean something else than what was read
	NoWishes Reason = "no-wishes" // a mail with the subject and neither wish nor offer
)

// Entry is a wish or a mail that waits for an eye.
type Entry struct {
	Reason   Reason
	Wish     *store.Placed        // nil where the mail as a whole waits
	Near     []classify.Candidate // of a wish: what was found for topics that it does not have
	Message  int64
	Received time.Time
	Doubts   []string // of a mail, as the parser names them
	strength float64  // of the weakest label of a wish
}

// sameMail tells whether two entries are of the same mail as a whole.
func (e Entry) sameMail(other Entry) bool {
	return e.Wish == nil && other.Wish == nil && e.Message == other.Message
}

// A wish is a near miss when the strength of a label is no further than this from
// what suffices (0.55): about one labelled wish in fifty of the sample mails.
const (
	hardlyEnough = 0.6
	hardlyLacks  = 0.45
)

// Queue lists all that waits and that no editor has decided on: by reason, then
// what hangs on least, then the newest.
func Queue(ctx context.Context, db *store.Store, c *classify.Classifier) ([]Entry, error) {
	wishes, err := db.Undecided(ctx)
	if err != nil {
		return nil, err
	}
	mails, err := db.Unsettled(ctx)
	if err != nil {
		return nil, err
	}
	var queue []Entry
	for _, wish := range wishes {
		if entry, waits := entryOf(wish, c); waits {
			queue = append(queue, entry)
		}
	}
	for _, mail := range mails {
		entry := Entry{Reason: Doubtful, Message: mail.Message, Received: mail.Received, Doubts: mail.Doubts}
		if len(mail.Doubts) == 0 {
			entry.Reason = NoWishes
		}
		queue = append(queue, entry)
	}
	order := []Reason{NoTopic, NearMiss, Doubtful, NoWishes}
	slices.SortStableFunc(queue, func(a, b Entry) int {
		return cmp.Or(
			cmp.Compare(slices.Index(order, a.Reason), slices.Index(order, b.Reason)),
			cmp.Compare(a.strength, b.strength), b.Received.Compare(a.Received))
	})
	return queue, nil
}

// entryOf tells whether a wish waits, and why.
func entryOf(wish store.Placed, c *classify.Classifier) (entry Entry, waits bool) {
	entry = Entry{Wish: &wish, Message: wish.Message, Received: wish.Received}
	hardly := false
	for _, candidate := range c.Candidates(wish.Text) {
		has := slices.Contains(wish.Topics, candidate.Label) || slices.Contains(wish.Outside, candidate.Label)
		switch {
		case has && !candidate.Outside:
			hardly = hardly || candidate.Strength < hardlyEnough
			entry.strength = cmp.Or(min(entry.strength, candidate.Strength), candidate.Strength)
		case !has && candidate.Lack == classify.TooWeak:
			hardly = hardly || candidate.Strength >= hardlyLacks
			entry.Near = append(entry.Near, candidate)
		case !has && candidate.Lack != classify.Unwanted:
			entry.Near = append(entry.Near, candidate)
		}
	}
	switch {
	case len(wish.Topics)+len(wish.Outside) > 0 && hardly:
		entry.Reason = NearMiss
		return entry, true
	case len(wish.Topics)+len(wish.Outside) == 0 && wish.Scope != string(classify.Analog):
		entry.Reason = NoTopic
		return entry, true
	}
	return entry, false
}
