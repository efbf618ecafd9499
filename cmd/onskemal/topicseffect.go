package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

// effect is what a change of the topics file does to what is stored. Its keys are
// part of the interface.
type effect struct {
	Does       string         `json:"does"` // in Swedish
	Written    bool           `json:"written"`
	Wishes     int            `json:"wishes"`
	Changed    int            `json:"changed"`    // of these, get other topics
	Renamed    int            `json:"renamed"`    // of the changed, only follow a topic into another one
	People     int            `json:"people"`     // who wrote the changed ones
	Workplaces int            `json:"workplaces"` // of these people, as far as they are known
	Labels     []labelEffect  `json:"labels"`     // of those whose numbers change
	Examples   []wishEffect   `json:"examples"`
	Offers     int            `json:"offers"`
	NewTopics  []offerEffect  `json:"offers_changed"` // of these, get other topics
	Deliveries []jsonDelivery `json:"deliveries"`     // that are another topic's then
	Decided    int            `json:"decided"`        // wishes that editors have decided on
	F1Before   float64        `json:"f1_before"`
	F1After    float64        `json:"f1_after"`

	noDatabase bool
}

// labelEffect is of a topic, of a group outside the list, or of the wishes that
// have neither.
type labelEffect struct {
	Label        string `json:"label"` // id or name; "" for neither
	Outside      bool   `json:"outside"`
	WishesBefore int    `json:"wishes_before"`
	WishesAfter  int    `json:"wishes_after"`
	PeopleBefore int    `json:"people_before"`
	PeopleAfter  int    `json:"people_after"`
}

type wishEffect struct {
	Wish          int64    `json:"wish"`
	Text          string   `json:"text"`
	TopicsBefore  []string `json:"topics_before"`
	OutsideBefore []string `json:"outside_before"`
	TopicsAfter   []string `json:"topics_after"`
	OutsideAfter  []string `json:"outside_after"`
}

type offerEffect struct {
	Offer        int64    `json:"offer"`
	Text         string   `json:"text"`
	TopicsBefore []string `json:"topics_before"`
	TopicsAfter  []string `json:"topics_after"`
}

type jsonDelivery struct {
	Topic string `json:"topic"`
	Into  string `json:"into"`
	Date  string `json:"date"`
}

// effectExamples are shown at most.
const effectExamples = 8

// effectOf compares what two topics files make of what is stored. Without a
// database there is nothing to compare.
func (g *globals) effectOf(ctx context.Context, s settings, before, after *classify.Classifier) (effect, error) {
	db, err := store.OpenExisting(ctx, s.DB)
	if errors.Is(err, store.ErrNoDatabase) {
		return effect{noDatabase: true, Labels: []labelEffect{}, Examples: []wishEffect{}, NewTopics: []offerEffect{}, Deliveries: []jsonDelivery{}}, nil
	}
	if err != nil {
		return effect{}, err
	}
	e, err := g.compare(ctx, s, db, before, after)
	return e, errors.Join(err, db.Close())
}

func (g *globals) compare(ctx context.Context, s settings, db *store.Store, before, after *classify.Classifier) (effect, error) {
	opts, err := reportOptionsOf(s, before)
	if err != nil {
		return effect{}, err
	}
	count := newEffectCount(after, opts.Workplaces)
	pipeline := g.pipeline(db, s.reader(func() *classify.Classifier { return before }, s.subjects()), true)
	line := g.progress()
	err = pipeline.Compare(ctx, after, func(c ingest.Compared) error {
		line.show("%d wishes compared", count.wishes)
		count.add(c)
		return ctx.Err()
	})
	line.clear()
	if err != nil {
		return effect{}, err
	}
	e := count.effect(before)
	if e.Deliveries, err = deliveriesMoved(ctx, db, g.now(), after); err != nil {
		return effect{}, err
	}
	wishes, err := decided(ctx, db)
	if err != nil {
		return effect{}, err
	}
	e.Decided, e.F1Before, e.F1After = len(wishes), before.Evaluate(wishes).All.F1(), after.Evaluate(wishes).All.F1()
	return e, nil
}

// deliveriesMoved are the deliveries that are another topic's by other topics.
func deliveriesMoved(ctx context.Context, db *store.Store, now time.Time, after *classify.Classifier) ([]jsonDelivery, error) {
	moved := []jsonDelivery{}
	err := db.Stock(ctx, now.AddDate(100, 0, 0), func(stock *store.Stock) error {
		deliveries, err := stock.Deliveries(ctx)
		for _, d := range deliveries {
			if into, ok := after.Current(d.Topic); ok && into != d.Topic {
				moved = append(moved, jsonDelivery{d.Topic, into, report.StartOfDay(d.At).Format(time.DateOnly)})
			}
		}
		return err
	})
	return moved, err
}

// effectCount counts wishes and people as they are compared.
type effectCount struct {
	after      *classify.Classifier
	places     report.Workplaces
	wishes     int
	changed    int
	renamed    int
	people     map[int64]bool
	workplaces map[string]bool
	labels     map[labelled]*labelCount
	examples   []ingest.Compared // of the changed
	followers  []ingest.Compared // of the renamed, which tell less
	offers     int
	newTopics  []offerEffect
}

// labelled is a topic, a group outside the list, or neither.
type labelled struct {
	label   string
	outside bool
}

type labelCount struct {
	wishes [2]int // before and after
	people [2]map[int64]bool
}

func newEffectCount(after *classify.Classifier, places report.Workplaces) *effectCount {
	return &effectCount{
		after: after, places: places, people: make(map[int64]bool), workplaces: make(map[string]bool), labels: make(map[labelled]*labelCount),
	}
}

func (n *effectCount) add(c ingest.Compared) {
	if c.Offer {
		n.addOffer(c)
		return
	}
	n.wishes++
	for i, labels := range []ingest.Labels{c.Before, c.After} {
		for _, topic := range labels.Topics {
			n.label(labelled{topic, false}, i, c.Person)
		}
		for _, group := range labels.Outside {
			n.label(labelled{group, true}, i, c.Person)
		}
		if labels.None() {
			n.label(labelled{}, i, c.Person)
		}
	}
	if c.Before.Same(c.After) {
		return
	}
	n.changed++
	n.people[c.Person] = true
	if name := n.places.Name(c.Workplace); name != "" {
		n.workplaces[name] = true
	}
	if n.follows(c) {
		n.renamed++
		if len(n.followers) < effectExamples {
			n.followers = append(n.followers, c)
		}
	} else if len(n.examples) < effectExamples {
		n.examples = append(n.examples, c)
	}
}

func (n *effectCount) addOffer(c ingest.Compared) {
	n.offers++
	if !c.Before.Same(c.After) {
		n.newTopics = append(n.newTopics, offerEffect{
			c.ID, report.HideNumbers(c.Text), append([]string{}, c.Before.Topics...), append([]string{}, c.After.Topics...),
		})
	}
}

func (n *effectCount) label(l labelled, when int, person int64) {
	if n.labels[l] == nil {
		n.labels[l] = &labelCount{people: [2]map[int64]bool{{}, {}}}
	}
	n.labels[l].wishes[when]++
	n.labels[l].people[when][person] = true
}

// follows tells whether a wish only follows its topic into the one that this went
// into.
func (n *effectCount) follows(c ingest.Compared) bool {
	var topics []string
	for _, topic := range c.Before.Topics {
		into, ok := n.after.Current(topic)
		if !ok {
			return false
		}
		if !slices.Contains(topics, into) {
			topics = append(topics, into)
		}
	}
	return c.After.Same(ingest.Labels{Topics: topics, Outside: c.Before.Outside})
}

// effect is what was counted, the labels in the order of the topics files.
func (n *effectCount) effect(before *classify.Classifier) effect {
	e := effect{
		Wishes: n.wishes, Changed: n.changed, Renamed: n.renamed, People: len(n.people), Workplaces: len(n.workplaces),
		Labels: []labelEffect{}, Examples: []wishEffect{}, Offers: n.offers, NewTopics: append([]offerEffect{}, n.newTopics...),
	}
	for _, l := range labelsInOrder(before, n.after) {
		c := n.labels[l]
		if c == nil {
			continue
		}
		row := labelEffect{l.label, l.outside, c.wishes[0], c.wishes[1], len(c.people[0]), len(c.people[1])}
		if row.WishesBefore != row.WishesAfter || row.PeopleBefore != row.PeopleAfter {
			e.Labels = append(e.Labels, row)
		}
	}
	shown := slices.Concat(n.examples, n.followers)
	for _, c := range shown[:min(len(shown), effectExamples)] {
		e.Examples = append(e.Examples, wishEffect{
			Wish: c.ID, Text: report.HideNumbers(c.Text),
			TopicsBefore: append([]string{}, c.Before.Topics...), OutsideBefore: append([]string{}, c.Before.Outside...),
			TopicsAfter: append([]string{}, c.After.Topics...), OutsideAfter: append([]string{}, c.After.Outside...),
		})
	}
	return e
}

// labelsInOrder are the labels of two topics files: topics, groups, neither.
func labelsInOrder(before, after *classify.Classifier) []labelled {
	var all []labelled
	add := func(l labelled) {
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	for _, c := range []*classify.Classifier{before, after} {
		for _, t := range c.Topics() {
			add(labelled{t.ID, false})
		}
	}
	for _, c := range []*classify.Classifier{before, after} {
		for _, group := range c.Outside() {
			add(labelled{group.Name, true})
		}
	}
	return append(all, labelled{})
}

// write tells an editor, in Swedish, what the change does.
func (e effect) write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintln(&b, report.Printable(e.Does))
	switch {
	case e.noDatabase:
		fmt.Fprintln(&b, "Det finns ingen databas att jämföra med.")
	case e.Changed == 0:
		fmt.Fprintf(&b, "Inget av de %d lagrade önskemålen ändras.\n", e.Wishes)
	default:
		e.writeNumbers(&b)
	}
	e.writeOffers(&b)
	for _, d := range e.Deliveries {
		fmt.Fprintf(&b, "Kursen %s för %s gäller därefter %s: äldre önskemål om %s räknas inte.\n", d.Date, d.Topic, d.Into, d.Into)
	}
	if e.Decided > 0 {
		fmt.Fprintf(&b, "Mot redaktionens egna beslut (%d önskemål): F1 %s före, %s efter.\n", e.Decided, comma(e.F1Before), comma(e.F1After))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (e effect) writeNumbers(b *strings.Builder) {
	fmt.Fprintf(b, "%d av %d önskemål ändras (personer: %d, arbetsplatser: %d).", e.Changed, e.Wishes, e.People, e.Workplaces)
	if e.Renamed > 0 {
		fmt.Fprintf(b, " %d av dem följer bara med sitt ämne.", e.Renamed)
	}
	width := 0
	for _, l := range e.Labels {
		width = max(width, utf8.RuneCountInString(l.name()))
	}
	fmt.Fprintf(b, "\n  %-*s  %15s  %15s\n", width, "", "önskemål", "personer")
	for _, l := range e.Labels {
		fmt.Fprintf(b, "  %-*s  %15s  %15s\n", width, l.name(),
			fmt.Sprintf("%d → %d", l.WishesBefore, l.WishesAfter), fmt.Sprintf("%d → %d", l.PeopleBefore, l.PeopleAfter))
	}
	for _, x := range e.Examples {
		fmt.Fprintf(b, "  – ”%s”\n    %s → %s\n", report.Printable(x.Text), inSwedish(x.TopicsBefore, x.OutsideBefore), inSwedish(x.TopicsAfter, x.OutsideAfter))
	}
	if left := e.Changed - len(e.Examples); left > 0 {
		fmt.Fprintf(b, "  … och %d till\n", left)
	}
}

func (e effect) writeOffers(b *strings.Builder) {
	if len(e.NewTopics) == 0 {
		return
	}
	fmt.Fprintf(b, "%d av %d erbjudanden ändras.\n", len(e.NewTopics), e.Offers)
	for _, x := range e.NewTopics[:min(len(e.NewTopics), effectExamples)] {
		fmt.Fprintf(b, "  – ”%s”\n    %s → %s\n", report.Printable(x.Text), inSwedish(x.TopicsBefore, nil), inSwedish(x.TopicsAfter, nil))
	}
	if left := len(e.NewTopics) - effectExamples; left > 0 {
		fmt.Fprintf(b, "  … och %d till\n", left)
	}
}

func (l labelEffect) name() string {
	if l.Outside {
		return report.Printable("utanför listan: " + l.Label)
	}
	return cmp.Or(l.Label, "inget ämne")
}

func inSwedish(topics, outside []string) string {
	return report.Printable(classification{Topics: topics, Outside: outside}.String())
}

// comma writes a figure between 0 and 1 the Swedish way.
func comma(figure float64) string { return strings.Replace(fmt.Sprintf("%.3f", figure), ".", ",", 1) }
