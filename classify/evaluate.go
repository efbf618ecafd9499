package classify

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Labelled is a wish and the topics that a person filed it under.
type Labelled struct {
	Text   string   `json:"text"`
	Topics []string `json:"topics"` // ids, most fitting first; none for a wish outside the list
}

// ReadLabelled reads JSON Lines: wishes, or mails with their wishes under
// "items". Other keys are ignored.
func ReadLabelled(r io.Reader) ([]Labelled, error) {
	const longest = 16 << 20 // bytes of a line
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	var wishes []Labelled
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var row struct {
			Labelled
			Items *[]Labelled `json:"items"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		switch {
		case row.Items != nil:
			wishes = append(wishes, *row.Items...)
		case row.Text == "":
			return nil, fmt.Errorf(`line %d: neither "text" nor "items"`, n)
		default:
			wishes = append(wishes, row.Labelled)
		}
	}
	return wishes, lines.Err()
}

// Evaluation says how well wishes are mapped to topics.
type Evaluation struct {
	Wishes int
	All    Counts            // over all topics, so that each label weighs the same: micro
	Topics map[string]Counts // by topic id
	First  int               // wishes whose first topic is right; none is a topic
	Exact  int               // wishes with exactly the topics meant
	Misses []Miss            // the others, in the order of the wishes
}

// Counts are of one topic's labels.
type Counts struct {
	Right int // meant and found
	Meant int
	Found int
}

// Miss is a wish that did not get the topics meant.
type Miss struct {
	Labelled
	Found []string
}

// Evaluate compares the topics found with those meant. A label of a former topic
// means what the topic has become; nothing, where that is no single topic.
func (c *Classifier) Evaluate(wishes []Labelled) Evaluation {
	e := Evaluation{Wishes: len(wishes), Topics: map[string]Counts{}}
	for _, w := range wishes {
		w.Topics = c.meant(w.Topics)
		found := c.Classify(w.Text).Topics
		exact := true
		for topic := range unionOf(w.Topics, found) {
			counts := Counts{}
			if slices.Contains(w.Topics, topic) {
				counts.Meant = 1
			}
			if slices.Contains(found, topic) {
				counts.Found = 1
			}
			counts.Right = counts.Meant * counts.Found
			exact = exact && counts.Right == 1
			e.All = e.All.plus(counts)
			e.Topics[topic] = e.Topics[topic].plus(counts)
		}
		if first(w.Topics) == first(found) {
			e.First++
		}
		if exact {
			e.Exact++
		} else {
			e.Misses = append(e.Misses, Miss{Labelled: w, Found: found})
		}
	}
	return e
}

func (c *Classifier) meant(labels []string) []string {
	var topics []string
	for _, id := range labels {
		topic, ok := c.Current(id)
		if !ok && c.isFormer(id) {
			continue
		}
		if topic = cmp.Or(topic, id); !slices.Contains(topics, topic) {
			topics = append(topics, topic)
		}
	}
	return topics
}

// Macro is the mean of the topics' F1, so that each topic weighs the same.
func (e Evaluation) Macro() float64 {
	if len(e.Topics) == 0 {
		return 1
	}
	sum := 0.0
	for _, id := range slices.Sorted(maps.Keys(e.Topics)) {
		sum += e.Topics[id].F1()
	}
	return sum / float64(len(e.Topics))
}

func (c Counts) plus(d Counts) Counts {
	return Counts{Right: c.Right + d.Right, Meant: c.Meant + d.Meant, Found: c.Found + d.Found}
}

// Precision is the share of the labels found that are right, 0 to 1.
func (c Counts) Precision() float64 { return ratio(c.Right, c.Found) }

// Recall is the share of the labels meant that are found, 0 to 1.
func (c Counts) Recall() float64 { return ratio(c.Right, c.Meant) }

// F1 is the harmonic mean of precision and recall, 0 to 1.
func (c Counts) F1() float64 { return ratio(2*c.Right, c.Meant+c.Found) }

// ratio is 1 where there was nothing to find.
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func unionOf(a, b []string) map[string]bool {
	union := map[string]bool{}
	for _, id := range slices.Concat(a, b) {
		union[id] = true
	}
	return union
}

func first(topics []string) string {
	if len(topics) == 0 {
		return ""
	}
	return topics[0]
}
