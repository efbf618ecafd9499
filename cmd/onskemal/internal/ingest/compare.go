package ingest

import (
	"context"
	"slices"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// Compared is a stored wish as two topics files see it.
type Compared struct {
	store.CountedWish
	Before, After Labels
}

// Labels are the topics of a wish, and the groups outside the wish list.
type Labels struct {
	Topics, Outside []string
}

// Same tells whether two wishes have the same labels in the same order.
func (l Labels) Same(other Labels) bool {
	return slices.Equal(l.Topics, other.Topics) && slices.Equal(l.Outside, other.Outside)
}

// None tells that a wish has no label at all.
func (l Labels) None() bool { return len(l.Topics)+len(l.Outside) == 0 }

// Compare finds the labels of every stored wish by the topics in use and by others,
// as [Pipeline.Reclassify] would: from its mail, or when the bytes of that are gone,
// from its own words. A wish that an editor has decided on, and one that cannot be
// read anew, has its own labels twice. That other topics may find other wishes in a
// mail is not told.
func (p *Pipeline) Compare(ctx context.Context, after *classify.Classifier, tell func(Compared) error) error {
	before := mailReader{p, p.Reader, 0, nil}
	other := mailReader{p, p.Reader, 0, nil}
	other.reader.Classifier = func() *classify.Classifier { return after }
	return p.Store.EachWish(ctx, func(wish store.CountedWish) error {
		compared := Compared{wish, Labels{wish.Topics, wish.Outside}, Labels{wish.Topics, wish.Outside}}
		if wish.Decision == 0 {
			old, found, err := before.labels(ctx, wish)
			if err != nil {
				return err
			}
			new, still, err := other.labels(ctx, wish)
			if err != nil {
				return err
			}
			if found && still {
				compared.Before, compared.After = old, new
			}
		}
		return tell(compared)
	})
}

// mailReader reads the mails of wishes, and remembers the last one.
type mailReader struct {
	*Pipeline
	reader  Reader
	message int64
	wishes  []classify.Wish // of that message; nil when its bytes are gone
}

// labels are those of a wish; not found when it is read otherwise by now, or rests
// on what is not kept.
func (m *mailReader) labels(ctx context.Context, wish store.CountedWish) (l Labels, found bool, err error) {
	if m.message != wish.Message {
		if err := m.read(ctx, wish.Message); err != nil {
			return Labels{}, false, err
		}
	}
	if m.wishes == nil {
		result := m.reader.Classifier().Classify(wish.Text)
		return Labels{result.Topics, result.Outside}, !restsOnMore(wish.Text, wish.Why), nil
	}
	i := slices.IndexFunc(m.wishes, func(w classify.Wish) bool { return w.Rank == wish.Rank && w.Text == wish.Text })
	if i < 0 {
		return Labels{}, false, nil
	}
	return Labels{m.wishes[i].Topics, m.wishes[i].Outside}, true, nil
}

func (m *mailReader) read(ctx context.Context, message int64) error {
	stored, err := m.Store.Message(ctx, message)
	if err != nil {
		return err
	}
	m.message, m.wishes = message, nil
	if stored.Raw == nil {
		return nil
	}
	if mail, err := m.reader.Read(stored.Raw); err == nil { // what cannot be read any more stays as it is
		m.wishes = append([]classify.Wish{}, withoutName(mail.Reading, mail.FromName).Wishes...)
	}
	return nil
}
