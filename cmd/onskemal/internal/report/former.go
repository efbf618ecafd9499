package report

import (
	"cmp"
	"slices"

	"github.com/digiteket/onskemal/store"
)

// Former is a topic that the wish list no longer has. What was read before may
// still be stored under its id.
type Former struct {
	ID   string
	Name string
	Into []string // ids of the topics that it went into; none for one that was retired
}

// current is the id under which a topic counts: its successor's, if it is a former
// one that went into a single topic.
func (o Options) current(id string) string {
	for _, f := range o.Former {
		if f.ID == id && len(f.Into) == 1 {
			return f.Into[0]
		}
	}
	return id
}

// currentAll are the ids under which the topics of one text count.
func (o Options) currentAll(ids []string) []string {
	if !slices.ContainsFunc(ids, func(id string) bool { return o.current(id) != id }) {
		return ids
	}
	var all []string
	for _, id := range ids {
		if id = o.current(id); !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// TopicsOf are the topics as which stored ids count, with their names.
func (o Options) TopicsOf(ids []string) []Topic {
	var topics []Topic
	for _, id := range o.currentAll(ids) {
		topics = append(topics, Topic{ID: id, Name: nameOf(o.named(), id)})
	}
	return topics
}

// followed are deliveries of the topics as they count, by topic, the oldest first.
func (o Options) followed(deliveries []store.Delivery) []store.Delivery {
	all := slices.Clone(deliveries)
	for i := range all {
		all[i].Topic = o.current(all[i].Topic)
	}
	slices.SortFunc(all, func(a, b store.Delivery) int { return cmp.Or(cmp.Compare(a.Topic, b.Topic), a.At.Compare(b.At)) })
	return slices.CompactFunc(all, func(a, b store.Delivery) bool { return a.Topic == b.Topic && a.At.Equal(b.At) })
}

// named are the topics that a stored id may name: those of the wish list, then
// those that it had.
func (o Options) named() []Topic {
	topics := slices.Clone(o.Topics)
	for _, f := range o.Former {
		topics = append(topics, Topic{ID: f.ID, Name: f.Name})
	}
	return topics
}
