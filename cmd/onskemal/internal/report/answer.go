package report

import (
	"slices"
	"time"

	"github.com/digiteket/onskemal/store"
)

// Answer is the last course that closed the demand for a topic.
type Answer struct {
	Topic Topic
	At    time.Time
}

// answers are the last deliveries of the topics of the wish list, in its order.
func answers(deliveries []store.Delivery, topics []Topic) []Answer {
	var found []Answer
	for _, topic := range topics {
		answer := Answer{Topic: topic}
		for _, d := range deliveries {
			if d.Topic == topic.ID && d.At.After(answer.At) {
				answer.At = d.At
			}
		}
		if !answer.At.IsZero() {
			found = append(found, answer)
		}
	}
	return found
}

func (r *Report) answered(topic string) bool {
	return slices.ContainsFunc(r.Answered, func(a Answer) bool { return a.Topic.ID == topic })
}

// deliveredDuring are the deliveries of a period, given those until its end.
func deliveredDuring(deliveries []store.Delivery, period Period) []store.Delivery {
	return slices.DeleteFunc(slices.Clone(deliveries), func(d store.Delivery) bool { return d.At.Before(period.Start) })
}
