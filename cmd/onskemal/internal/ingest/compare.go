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
// as [Pipeline.Reclassify] would: from its own words, and where its mail has lines
// that explain wishes, from the mail. A wish that an editor has decided on, and one
// that cannot be read anew, keeps its labels, which only follow former topics. That
// other topics may find other wishes in a mail is not told.
func (p *Pipeline) Compare(ctx context.Context, after *classify.Classifier, tell func(Compared) error) error {
	c := comparison{Pipeline: p, readers: [2]Reader{p.Reader, p.Reader}}
	c.readers[1].Classifier = func() *classify.Classifier { return after }
	return p.Store.EachWish(ctx, func(wish store.CountedWish) error {
		labels, err := c.labels(ctx, wish)
		if err != nil {
			return err
		}
		return tell(Compared{wish, labels[0], labels[1]})
	})
}

// comparison reads wishes by two topics files, and remembers the last mail.
type comparison struct {
	*Pipeline
	readers   [2]Reader
	message   int64
	explained bool // its list items have explanation lines
	wishes    [2][]classify.Wish
}

func (c *comparison) labels(ctx context.Context, wish store.CountedWish) (labels [2]Labels, err error) {
	if wish.Decision != 0 {
		return c.kept(wish), nil
	}
	if c.message != wish.Message {
		if err := c.read(ctx, wish.Message); err != nil {
			return labels, err
		}
	}
	for i, reader := range c.readers {
		var result classify.Result
		var found bool
		if c.explained {
			result, found = resultIn(c.wishes[i], wish)
		} else {
			result, found = reader.Classifier().Classify(wish.Text), !restsOnMore(wish.Text, wish.Why)
		}
		if !found {
			return c.kept(wish), nil
		}
		labels[i] = Labels{result.Topics, result.Outside}
	}
	return labels, nil
}

// kept are the labels that a wish is stored with, as they count by each file.
func (c *comparison) kept(wish store.CountedWish) (labels [2]Labels) {
	for i, reader := range c.readers {
		labels[i].Outside = wish.Outside
		for _, topic := range wish.Topics {
			if into, ok := reader.Classifier().Current(topic); ok {
				topic = into
			}
			if !slices.Contains(labels[i].Topics, topic) {
				labels[i].Topics = append(labels[i].Topics, topic)
			}
		}
	}
	return labels
}

// read reads a mail anew, if it says more of its wishes than is kept of them.
func (c *comparison) read(ctx context.Context, message int64) error {
	stored, err := c.Store.Message(ctx, message)
	if err != nil {
		return err
	}
	c.message, c.explained = message, stored.Raw != nil && hasExplanations(stored.Raw)
	for i := range c.wishes {
		c.wishes[i] = nil
		if !c.explained {
			continue
		}
		if mail, err := c.readers[i].Read(stored.Raw); err == nil { // what cannot be read any more stays as it is
			c.wishes[i] = withoutName(mail.Reading, mail.FromName).Wishes
		}
	}
	return nil
}

// resultIn is what a wish is about as it is read in its mail by now, if it still is.
func resultIn(wishes []classify.Wish, wish store.CountedWish) (r classify.Result, found bool) {
	i := slices.IndexFunc(wishes, func(w classify.Wish) bool { return w.Rank == wish.Rank && w.Text == wish.Text })
	if i < 0 {
		return classify.Result{}, false
	}
	return wishes[i].Result, true
}
