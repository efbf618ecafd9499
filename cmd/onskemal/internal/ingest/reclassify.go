package ingest

import (
	"context"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/digiteket/onskemal/store"
)

// Change is what reading a message anew has changed.
type Change struct {
	Message  int64
	Received time.Time
	Kind     [2]string // before and after
	Removed  []Line    // what was read before and is not now
	Added    []Line    // what is read now and was not before
	Decided  bool      // an editor has decided on something in it, which counts as decided
}

// Line is a wish or an offer as it was read.
type Line struct {
	Offer   bool
	Rank    int // of a wish
	Text    string
	Topics  []string
	Outside []string
	Scope   string // of a wish
}

// Anew counts what [Pipeline.Reclassify] did.
type Anew struct {
	Messages   int // read anew
	Changed    int // of these, read differently now
	Unreadable int // beside them: the reader cannot read these, so they stay as they were read before
}

// Reclassify reads every message anew that was read by something else than the
// reader, and tells what changes: from its bytes, or when these are gone, the
// topics of its kept wishes. A message that the reader cannot read stays as it was
// read before. They are stored in the order of their ids, a batch of them in one
// transaction, so that a run that is broken off goes on where it was; a second run has
// none left. Told is what has been stored, since whoever is told may be slow, and editors
// wait for the transaction. Nothing is stored in a dry run.
func (p *Pipeline) Reclassify(ctx context.Context, tell func(Change, Anew) error) (Anew, error) {
	var sum Anew
	by := p.Reader.DerivedBy()
	size := func(m store.Stored) int { return len(m.Raw) }
	for batch, err := range batches(ahead(p.Store.Stale(ctx, by), size, p.readAnew), rereading.size) {
		if err != nil {
			return sum, err
		}
		err := p.inBatch(ctx, func(b *store.Batch) error {
			for _, anew := range batch {
				if err := p.storeAnew(ctx, b, anew, by); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return sum, err
		}
		for _, anew := range batch {
			sum.add(anew)
			if err := tell(anew.change, sum); err != nil {
				return sum, err
			}
		}
	}
	return sum, nil
}

func (a *Anew) add(r rereading) {
	if r.unreadable != nil {
		a.Unreadable++
	} else {
		a.Messages++
	}
	if !r.change.None() {
		a.Changed++
	}
}

// rereading is a stored message as the reader reads it.
type rereading struct {
	stored     store.Stored
	change     Change
	unreadable error         // then it stays as it was read before
	row        store.Message // of one whose bytes are kept
	labelled   store.Stored  // of one whose bytes are gone
}

func (r rereading) size() int { return len(r.stored.Raw) }

func (p *Pipeline) readAnew(old store.Stored) rereading {
	anew := rereading{stored: old, labelled: old}
	if old.Raw == nil {
		anew.labelled = p.labelled(old)
		anew.change = changeOf(old, old.Kind, anew.labelled.Wishes, anew.labelled.Offers)
		return anew
	}
	mail, err := p.Reader.Read(old.Raw)
	if err != nil {
		anew.unreadable = err
		return anew
	}
	anew.row = p.row(incoming{raw: old.Raw, received: old.Received}, mail)
	anew.change = changeOf(old, anew.row.Kind, anew.row.Wishes, anew.row.Offers)
	return anew
}

// storeAnew stores what was read anew. Of a message that cannot be read it records
// that the reader can do no better: only another one tries again.
func (p *Pipeline) storeAnew(ctx context.Context, b *store.Batch, anew rereading, by string) error {
	if anew.unreadable != nil {
		p.Log.Warn("message stays as it was read before", "message", anew.stored.ID, "reason", reason(anew.unreadable))
	}
	switch {
	case p.DryRun:
		return nil
	case anew.unreadable != nil || anew.stored.Raw == nil:
		return b.Relabel(ctx, anew.labelled, by)
	default:
		return b.Rederive(ctx, anew.stored.ID, anew.row)
	}
}

// labelled finds the topics of kept wishes and offers.
func (p *Pipeline) labelled(old store.Stored) store.Stored {
	anew := old
	anew.Wishes, anew.Offers = slices.Clone(old.Wishes), slices.Clone(old.Offers)
	for i := range anew.Wishes {
		if wish := &anew.Wishes[i]; !restsOnMore(wish.Text, wish.Why) {
			result := p.Reader.Classifier().Classify(wish.Text)
			wish.Topics, wish.Outside, wish.Scope, wish.Why = result.Topics, result.Outside, string(result.Scope), reasonRows(result.Why)
		}
	}
	for i := range anew.Offers {
		if offer := &anew.Offers[i]; !restsOnMore(offer.Text, offer.Why) {
			result := p.Reader.Classifier().Classify(offer.Text)
			offer.Topics, offer.Why = result.Topics, reasonRows(result.Why)
		}
	}
	return anew
}

// restsOnMore tells that the topics of a text rest on explanation lines, which are
// not kept: without them it could only be read worse.
func restsOnMore(text string, why []store.Reason) bool {
	length := utf8.RuneCountInString(text)
	return slices.ContainsFunc(why, func(r store.Reason) bool { return r.End > length })
}

func changeOf(old store.Stored, kind string, wishes []store.Wish, offers []store.Offer) Change {
	before, after := lines(old.Wishes, old.Offers), lines(wishes, offers)
	return Change{
		Message: old.ID, Received: old.Received, Kind: [2]string{old.Kind, kind},
		Removed: without(before, after), Added: without(after, before), Decided: old.Decided,
	}
}

// None tells that the message is read as it was before.
func (c Change) None() bool {
	return c.Kind[0] == c.Kind[1] && len(c.Removed) == 0 && len(c.Added) == 0
}

func lines(wishes []store.Wish, offers []store.Offer) []Line {
	var all []Line
	for _, w := range wishes {
		all = append(all, Line{Rank: w.Rank, Text: w.Text, Topics: w.Topics, Outside: w.Outside, Scope: w.Scope})
	}
	for _, o := range offers {
		all = append(all, Line{Offer: true, Text: o.Text, Topics: o.Topics})
	}
	return all
}

// without is a list without the lines of another, each taken away once.
func without(list, other []Line) []Line {
	left := slices.Clone(other)
	var rest []Line
	for _, line := range list {
		if i := slices.IndexFunc(left, line.same); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			rest = append(rest, line)
		}
	}
	return rest
}

func (l Line) same(other Line) bool {
	return l.Offer == other.Offer && l.Rank == other.Rank && l.Text == other.Text && l.Scope == other.Scope &&
		slices.Equal(l.Topics, other.Topics) && slices.Equal(l.Outside, other.Outside)
}
