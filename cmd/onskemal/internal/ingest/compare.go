package ingest

import (
	"context"
	"slices"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// Compared is a stored wish or offer as two topics files see it.
type Compared struct {
	store.CountedItem
	Before, After Labels
}

// Labels are the topics of a wish or an offer, and a wish's groups outside the list.
type Labels struct {
	Topics, Outside []string
}

// Same tells whether two wishes have the same labels in the same order.
func (l Labels) Same(other Labels) bool {
	return slices.Equal(l.Topics, other.Topics) && slices.Equal(l.Outside, other.Outside)
}

// None tells that a wish has no label at all.
func (l Labels) None() bool { return len(l.Topics)+len(l.Outside) == 0 }

// Compare finds the labels of every stored wish, and then offer, by the topics in use
// and by others, as [Pipeline.Reclassify] would: from its own words, and where its mail
// has lines that explain wishes, from the mail. One that an editor has decided on, and
// one that cannot be read anew, keeps its labels, which only follow former topics. That
// other topics may find other wishes or offers in a mail is not told.
func (p *Pipeline) Compare(ctx context.Context, after *classify.Classifier, tell func(Compared) error) error {
	c := comparison{Pipeline: p, readers: [2]Reader{p.Reader, p.Reader}}
	c.readers[1].Classifier, c.readers[1].Topics = func() *classify.Classifier { return after }, nil
	each := func(item store.CountedItem) error {
		labels, err := c.labels(ctx, item)
		if err != nil {
			return err
		}
		return tell(Compared{item, labels[0], labels[1]})
	}
	if err := p.Store.EachWish(ctx, each); err != nil {
		return err
	}
	return p.Store.EachOffer(ctx, each)
}

// comparison reads wishes and offers by two topics files, and remembers the last mail.
type comparison struct {
	*Pipeline
	readers   [2]Reader
	message   int64
	explained bool // its list items have explanation lines
	readings  [2]classify.Reading
}

func (c *comparison) labels(ctx context.Context, item store.CountedItem) (labels [2]Labels, err error) {
	if item.Decision != 0 {
		return c.kept(item), nil
	}
	if c.message != item.Message {
		if err := c.read(ctx, item.Message); err != nil {
			return labels, err
		}
	}
	for i, reader := range c.readers {
		var result classify.Result
		var found bool
		if c.explained {
			result, found = resultIn(c.readings[i], item)
		} else {
			result, found = reader.Classifier().Classify(item.Text), !restsOnMore(item.Text, item.Why)
		}
		if !found {
			return c.kept(item), nil
		}
		labels[i].Topics = result.Topics
		if !item.Offer {
			labels[i].Outside = result.Outside
		}
	}
	return labels, nil
}

// kept are the labels that a wish or an offer is stored with, as they count by each
// file.
func (c *comparison) kept(item store.CountedItem) (labels [2]Labels) {
	for i, reader := range c.readers {
		labels[i].Outside = item.Outside
		for _, topic := range item.Topics {
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
	for i := range c.readings {
		c.readings[i] = classify.Reading{}
		if !c.explained {
			continue
		}
		if mail, err := c.readers[i].Read(stored.Raw); err == nil { // what cannot be read any more stays as it is
			c.readings[i] = withoutName(mail.Reading, mail.FromName)
		}
	}
	return nil
}

// resultIn is what a wish or an offer is about as it is read in its mail by now, if it
// still is.
func resultIn(reading classify.Reading, item store.CountedItem) (r classify.Result, found bool) {
	for _, w := range reading.Wishes {
		if !item.Offer && w.Rank == item.Rank && w.Text == item.Text {
			return w.Result, true
		}
	}
	for _, o := range reading.Offers {
		if item.Offer && o.Text == item.Text {
			return o.Result, true
		}
	}
	return classify.Result{}, false
}
