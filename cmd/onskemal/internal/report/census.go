package report

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"github.com/digiteket/onskemal/store"
)

// census goes through the stock once and counts all that a report tells.
type census struct {
	opts       Options
	modifiers  set[string]
	weeks      []time.Time // when those of the trends begin
	deliveries []store.Delivery
	reopened   bool // a delivery during the period makes lists from before it say less now than they did then

	mails, newMails           int
	people, newPeople         set[int64]
	workplaces, newWorkplaces map[string]set[int64] // by name, their people
	unplaced, analog          int

	topics, outside tallies
	news            []statement         // of the period's lists: counted last, when what stood before has been copied
	byDomain        map[string][]Ballot // kept only to break the demand down

	mail []store.StoredWish // of the mail at hand
}

// tallies count the same people twice: as they stand at the end of the period,
// and as they stood when it began, by the same rules.
type tallies struct {
	now, before *Tally
	labels      map[string]*labelCount // by topic or group
}

func newTallies() tallies {
	return tallies{now: NewTally(), before: NewTally(), labels: make(map[string]*labelCount)}
}

// statement is what one list says of the topics, and of the groups outside.
type statement struct{ topics, groups Ballot }

// labelCount is what is told of one topic or group beside its demand.
type labelCount struct {
	newPeople set[int64]
	weeks     []set[int64] // who asked for it, by week of the trend
	quotes    []store.StoredWish
}

func (l *labelCount) trend() []int {
	trend := make([]int, len(l.weeks))
	for i, people := range l.weeks {
		trend[i] = len(people)
	}
	return trend
}

func newCensus(opts Options, deliveries []store.Delivery) *census {
	c := &census{
		opts: opts, modifiers: set[string]{}, weeks: opts.Period.weekStarts(trendWeeks), deliveries: deliveries,
		reopened: len(deliveredDuring(deliveries, opts.Period)) > 0,
		people:   set[int64]{}, newPeople: set[int64]{},
		workplaces: make(map[string]set[int64]), newWorkplaces: make(map[string]set[int64]),
		topics: newTallies(), outside: newTallies(), byDomain: make(map[string][]Ballot),
	}
	for _, topic := range opts.Topics {
		if topic.Modifier {
			c.modifiers.add(topic.ID)
		}
	}
	return c
}

// add takes the next wish. Those of one mail come together.
func (c *census) add(wish store.StoredWish) {
	wish.Topics = c.opts.currentAll(wish.Topics)
	if len(c.mail) > 0 && c.mail[0].Message != wish.Message {
		c.countMail()
	}
	c.mail = append(c.mail, wish)
}

// end comes after the last wish.
func (c *census) end() {
	if len(c.mail) > 0 {
		c.countMail()
	}
	c.outside.before = c.outside.now.clone()
	if !c.reopened {
		c.topics.before = c.topics.now.clone()
	}
	for _, said := range c.news {
		c.count(said)
	}
}

func (c *census) count(said statement) {
	c.topics.now.Add(said.topics)
	c.outside.now.Add(said.groups)
}

// countMail counts the mail at hand: one ballot of what each author says in it.
func (c *census) countMail() {
	c.mails++
	if c.isNew(c.mail[0]) {
		c.newMails++
	}
	for _, wish := range c.mail {
		c.countWish(wish)
	}
	slices.SortStableFunc(c.mail, func(a, b store.StoredWish) int { return cmp.Compare(a.Person, b.Person) })
	for begin, end := 0, 0; begin < len(c.mail); begin = end {
		for end = begin; end < len(c.mail) && c.mail[end].Person == c.mail[begin].Person; end++ {
		}
		c.countList(c.mail[begin:end])
	}
	c.mail = c.mail[:0]
}

func (c *census) isNew(wish store.StoredWish) bool { return !wish.Received.Before(c.opts.Period.Start) }

func (c *census) countWish(wish store.StoredWish) {
	switch {
	case len(wish.Topics)+len(wish.Outside) > 0:
	case wish.Analog:
		c.analog++
	case wish.Decided: // by an editor, who has found none either
	default:
		c.unplaced++
	}
	for _, topic := range c.open(wish, c.opts.Period.End) {
		c.topics.label(topic, len(c.weeks)).add(wish, c.isNew(wish), c.weeks)
	}
	for _, group := range c.groups(wish) {
		c.outside.label(group, len(c.weeks)).add(wish, c.isNew(wish), c.weeks)
	}
}

func (c *census) addPerson(workplaces map[string]set[int64], wish store.StoredWish) {
	name := c.opts.Workplaces.Name(wish.Workplace)
	if name == "" {
		return
	}
	if workplaces[name] == nil {
		workplaces[name] = set[int64]{}
	}
	workplaces[name].add(wish.Person)
}

func (t tallies) label(name string, weeks int) *labelCount {
	if t.labels[name] == nil {
		l := &labelCount{newPeople: set[int64]{}, weeks: make([]set[int64], weeks)}
		for i := range l.weeks {
			l.weeks[i] = set[int64]{}
		}
		t.labels[name] = l
	}
	return t.labels[name]
}

// open are the topics of a wish whose demand no delivery before a time has
// closed.
func (c *census) open(wish store.StoredWish, at time.Time) []string {
	if len(c.deliveries) == 0 {
		return wish.Topics
	}
	return slices.DeleteFunc(slices.Clone(wish.Topics), func(topic string) bool {
		return slices.ContainsFunc(c.deliveries, func(d store.Delivery) bool {
			return d.Topic == topic && d.At.Before(at) && wish.Received.Before(d.At)
		})
	})
}

// groups are what a wish names outside the wish list. One that has a subject on
// the list is counted there, whatever else it names.
func (c *census) groups(wish store.StoredWish) []string {
	for _, topic := range wish.Topics {
		if !c.modifiers[topic] {
			return nil
		}
	}
	return wish.Outside
}

// countList counts one author's wishes in one mail.
func (c *census) countList(list []store.StoredWish) {
	c.people.add(list[0].Person)
	c.addPerson(c.workplaces, list[0])
	said := statement{topics: c.ballot(list, c.opts.Period.End), groups: c.groupBallot(list)}
	if c.isNew(list[0]) {
		c.newPeople.add(list[0].Person)
		c.addPerson(c.newWorkplaces, list[0])
		c.news = append(c.news, said)
	} else {
		c.count(said)
		if c.reopened {
			c.topics.before.Add(c.ballot(list, c.opts.Period.Start))
		}
	}
	if c.opts.By != NoGrouping {
		domain := list[0].Workplace
		c.byDomain[domain] = append(c.byDomain[domain], said.topics)
	}
}

// ballot is a list with the topics that were open at a time.
func (c *census) ballot(list []store.StoredWish, at time.Time) Ballot {
	ballot := c.newBallot(list)
	for i, wish := range list {
		open := c.open(wish, at)
		ballot.Wishes[i] = Wish{Rank: wish.Rank, Topics: open, Closed: len(wish.Topics) - len(open)}
	}
	return ballot
}

func (c *census) groupBallot(list []store.StoredWish) Ballot {
	ballot := c.newBallot(list)
	for i, wish := range list {
		ballot.Wishes[i] = Wish{Rank: wish.Rank, Topics: c.groups(wish)}
	}
	return ballot
}

func (c *census) newBallot(list []store.StoredWish) Ballot {
	return Ballot{Person: list[0].Person, Workplace: c.opts.Workplaces.Name(list[0].Workplace), Wishes: make([]Wish, len(list))}
}

func (l *labelCount) add(wish store.StoredWish, isNew bool, weekStarts []time.Time) {
	if isNew {
		l.newPeople.add(wish.Person)
	}
	for i, start := range slices.Backward(weekStarts) {
		if !wish.Received.Before(start) {
			l.weeks[i].add(wish.Person)
			break
		}
	}
	l.offerQuote(wish)
}

// quotesPerTopic are shown at most, from different workplaces.
const quotesPerTopic = 2

// offerQuote keeps the newest wishes of different workplaces.
func (l *labelCount) offerQuote(wish store.StoredWish) {
	if same := slices.IndexFunc(l.quotes, func(q store.StoredWish) bool { return q.Workplace == wish.Workplace }); same >= 0 {
		if newestFirst(wish, l.quotes[same]) > 0 {
			return
		}
		l.quotes[same] = wish
	} else {
		l.quotes = append(l.quotes, wish)
	}
	slices.SortFunc(l.quotes, newestFirst)
	l.quotes = l.quotes[:min(len(l.quotes), quotesPerTopic)]
}

func newestFirst(a, b store.StoredWish) int {
	return cmp.Or(b.Received.Compare(a.Received), bytes.Compare(a.Digest[:], b.Digest[:]), cmp.Compare(a.ID, b.ID))
}
