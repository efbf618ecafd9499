package report

import (
	"context"
	"strconv"
	"time"

	"github.com/digiteket/onskemal/store"
)

// Topic is one entry of the wish list.
type Topic struct {
	ID       string
	Name     string
	Modifier bool // a level rather than a subject
}

// Report is what the editors read: the demand at the end of a week.
type Report struct {
	Week   Week
	Method Method

	Mails      int // with wishes, in all
	People     int
	Workplaces int
	NewMails   int // with wishes, received during the week

	Topics     []Row            // wanted, most first
	Unwanted   []Topic          // of the wish list, but nobody has asked for them
	Outside    []Group          // most wanted first
	Offers     []Offer          // newest first
	Review     []string         // wishes that no topic and no group covers
	Analog     []string         // wishes for nothing digital
	Wishless   []time.Time      // when mails came in during the week in which no wish was found
	Doubtful   []store.Doubtful // mails of the week that may mean something else
	Quarantine []store.Waiting
	Unsent     int // mails that the server lists and never sent
}

// Row is a topic's or a group's place among the others.
type Row struct {
	Place int // equal for a true tie
	Name  string
	Demand
	New int // people who asked for it during the week
}

// Group is what is wanted outside the wish list under one name.
type Group struct {
	Row
	Wishes []string
}

// Offer is one offer to share competence.
type Offer struct {
	Text      string
	Topics    []string // names
	Workplace string
	New       bool // received during the week
}

// Build counts the demand at the end of a week. Nothing in the report depends on
// the order in which mails were stored.
func Build(ctx context.Context, s *store.Store, topics []Topic, week Week, method Method) (Report, error) {
	wishes, err := s.Wishes(ctx, week.End())
	if err != nil {
		return Report{}, err
	}
	offers, err := s.Offers(ctx, week.End())
	if err != nil {
		return Report{}, err
	}
	waiting, err := s.Waiting(ctx)
	if err != nil {
		return Report{}, err
	}
	wishless, err := s.WithoutWishes(ctx, week.Start(), week.End())
	if err != nil {
		return Report{}, err
	}
	doubtful, err := s.Doubtful(ctx, week.Start(), week.End())
	if err != nil {
		return Report{}, err
	}
	unsent, err := s.Poisoned(ctx)
	if err != nil {
		return Report{}, err
	}
	r := Report{Unsent: unsent, Week: week, Method: method, Quarantine: waiting, Wishless: wishless, Doubtful: doubtful}
	r.countStock(wishes)
	r.sortOut(wishes)
	r.addOffers(offers, topics)
	if err := r.rankTopics(wishes, topics); err != nil {
		return Report{}, err
	}
	return r, r.rankOutside(wishes, topics)
}

func (r *Report) countStock(wishes []store.StoredWish) {
	mails, newMails, people, workplaces := set[int64]{}, set[int64]{}, set[int64]{}, set[string]{}
	for _, w := range wishes {
		mails.add(w.Message)
		people.add(w.Person)
		if w.Workplace != "" {
			workplaces.add(w.Workplace)
		}
		if r.isNew(w.Received) {
			newMails.add(w.Message)
		}
	}
	r.Mails, r.NewMails, r.People, r.Workplaces = len(mails), len(newMails), len(people), len(workplaces)
}

func (r *Report) isNew(received time.Time) bool { return !received.Before(r.Week.Start()) }

// sortOut lists the wishes that no topic and no group covers.
func (r *Report) sortOut(wishes []store.StoredWish) {
	for _, w := range wishes {
		switch {
		case len(w.Topics)+len(w.Outside) > 0:
		case w.Scope == "analog":
			r.Analog = append(r.Analog, anonymise(w.Text))
		default:
			r.Review = append(r.Review, anonymise(w.Text))
		}
	}
}

func (r *Report) addOffers(offers []store.StoredOffer, topics []Topic) {
	for _, o := range offers {
		offer := Offer{Text: anonymise(o.Text), Workplace: o.Workplace, New: r.isNew(o.Received)}
		for _, id := range o.Topics {
			offer.Topics = append(offer.Topics, nameOf(topics, id))
		}
		r.Offers = append(r.Offers, offer)
	}
}

func (r *Report) rankTopics(wishes []store.StoredWish, topics []Topic) error {
	labels := func(w store.StoredWish) []string { return w.Topics }
	rows, err := r.rank(wishes, labels)
	if err != nil {
		return err
	}
	wanted := set[string]{}
	for i := range rows {
		rows[i].Name = nameOf(topics, rows[i].Topic)
		wanted.add(rows[i].Topic)
	}
	r.Topics = rows
	for _, topic := range topics {
		if !wanted[topic.ID] {
			r.Unwanted = append(r.Unwanted, topic)
		}
	}
	return nil
}

// rankOutside ranks what is named by wishes that have no subject on the wish
// list. A wish with one is counted there, whatever else it names.
func (r *Report) rankOutside(wishes []store.StoredWish, topics []Topic) error {
	modifiers := set[string]{}
	for _, topic := range topics {
		if topic.Modifier {
			modifiers.add(topic.ID)
		}
	}
	labels := func(w store.StoredWish) []string {
		for _, id := range w.Topics {
			if !modifiers[id] {
				return nil
			}
		}
		return w.Outside
	}
	rows, err := r.rank(wishes, labels)
	if err != nil {
		return err
	}
	texts := make(map[string][]string)
	for _, w := range wishes {
		for _, name := range labels(w) {
			texts[name] = append(texts[name], anonymise(w.Text))
		}
	}
	for _, row := range rows {
		row.Name = row.Topic
		r.Outside = append(r.Outside, Group{Row: row, Wishes: texts[row.Topic]})
	}
	return nil
}

// rank counts the wishes by the labels that the function picks.
func (r *Report) rank(wishes []store.StoredWish, labels func(store.StoredWish) []string) ([]Row, error) {
	demands, err := Count(nil, ballotsOf(wishes, labels), r.Method)
	if err != nil {
		return nil, err
	}
	newPeople := make(map[string]set[int64])
	for _, w := range wishes {
		for _, label := range labels(w) {
			if newPeople[label] == nil {
				newPeople[label] = set[int64]{}
			}
			if r.isNew(w.Received) {
				newPeople[label].add(w.Person)
			}
		}
	}
	rows := make([]Row, len(demands))
	for i, d := range demands {
		rows[i] = Row{Place: i + 1, Demand: d, New: len(newPeople[d.Topic])}
		if i > 0 && compareDemand(demands[i-1], d) == 0 {
			rows[i].Place = rows[i-1].Place
		}
	}
	return rows, nil
}

// ballotsOf makes one ballot of what each author says in each message.
func ballotsOf(wishes []store.StoredWish, labels func(store.StoredWish) []string) []Ballot {
	type list struct{ message, person int64 }
	index := make(map[list]int)
	var ballots []Ballot
	for _, w := range wishes {
		key := list{w.Message, w.Person}
		i, ok := index[key]
		if !ok {
			i = len(ballots)
			index[key] = i
			ballots = append(ballots, Ballot{Person: strconv.FormatInt(w.Person, 10), Workplace: w.Workplace})
		}
		ballots[i].Wishes = append(ballots[i].Wishes, Wish{Rank: w.Rank, Topics: labels(w)})
	}
	return ballots
}

// nameOf falls back to the id of a topic that the topics file no longer has.
func nameOf(topics []Topic, id string) string {
	for _, topic := range topics {
		if topic.ID == id {
			return topic.Name
		}
	}
	return id
}

type set[T comparable] map[T]bool

func (s set[T]) add(v T) { s[v] = true }
