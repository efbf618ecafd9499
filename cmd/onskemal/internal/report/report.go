package report

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/digiteket/onskemal/store"
)

// Topic is one entry of the wish list, or a group outside it.
type Topic struct {
	ID       string
	Name     string
	DigComp  []string // ids of DigComp competences, "3.3", the main one first
	Modifier bool     // a level rather than a subject
}

// Options say what is reported, and in which light.
type Options struct {
	Period     Period
	Method     Method
	Topics     []Topic // the wish list
	Former     []Former
	Outside    []Topic // the groups outside it; those not named here are told by their ids
	Courses    []Course
	Workplaces Workplaces
	By         Grouping // NoGrouping: demand is not broken down
	Compare    bool     // tell the places by every method
	DerivedBy  string   // the rules of today
}

// Report is what the editors read: the demand at the end of a period, and what
// the period has changed.
type Report struct {
	Options

	Mails, NewMails           int // with wishes: in all, and received during the period
	People, NewPeople         int // new: who wrote during the period
	Workplaces, NewWorkplaces int

	Topics   []Row    // wanted, most first
	Answered []Answer // whose demand a course has closed, though it may have come anew
	Unwanted []Topic  // of the wish list, but nobody has asked for them
	Outside  []Row    // the groups outside the wish list, most wanted first
	Emerging []Word   // words of the period's unplaced wishes
	Others   []Ranks  // the topics' places by the methods other than the chosen one
	Coverage []Area   // the five areas of DigComp
	Groups   []Group  // the demand broken down, if asked for
	Small    Small    // what was too small to be broken down
	Supply   []Supply // offers set against demand
	Offers   []Offer  // newest first

	Review     Review
	Quarantine []store.Waiting
	Unsent     int // mails that the server lists and never sent

	Delivered []store.Delivery // the courses that have closed demand
	Basis     store.Basis
	ballots   *Tally // of the topics
}

// Row is a topic's or a group's place among the others.
type Row struct {
	Place  int // equal for a true tie
	Before int // its place when the period began, 0 if nobody wanted it then
	Name   string
	Demand
	New     int   // people who asked for it during the period
	Trend   []int // people who asked for it in each of the last weeks, the oldest first
	Range   Range // zero when the method gives none
	Tier    int   // from 1; 0 when the method gives none
	Quotes  []string
	Courses []Course
}

// trendWeeks is how many weeks a trend tells of.
const trendWeeks = 12

// Offer is one offer to share competence.
type Offer struct {
	Text      string
	Topics    []string // names
	Workplace string   // "" when naming it could single a person out
	New       bool     // received during the period
	State     store.OfferState
}

// Review is what waits for an editor's eye.
type Review struct {
	Unplaced      []string         // wishes of the period that no topic and no group covers
	UnplacedSoFar int              // as many in all
	Analog        []string         // wishes of the period for nothing digital
	AnalogSoFar   int              // as many in all
	Wishless      []time.Time      // when mails came in during the period in which no wish was found
	Doubtful      []store.Doubtful // mails of the period that may mean something else
}

// singledOut is the number of people below which a group could give one of them
// away.
const singledOut = 3

// Build puts a report together. Nothing in it depends on the order in which
// mails were stored.
func Build(ctx context.Context, s *store.Store, opts Options) (Report, error) {
	r := Report{Options: opts}
	err := s.Stock(ctx, opts.Period.End, func(stock *store.Stock) error { return r.read(ctx, stock) })
	return r, err
}

func (r *Report) read(ctx context.Context, stock *store.Stock) (err error) {
	r.Basis = stock.Basis(r.DerivedBy)
	if r.Quarantine, err = stock.Waiting(ctx); err != nil {
		return err
	}
	if r.Unsent, err = stock.Poisoned(ctx); err != nil {
		return err
	}
	deliveries, err := stock.Deliveries(ctx)
	if err != nil {
		return err
	}
	r.Delivered = r.followed(deliveries)
	c := newCensus(r.Options, r.Delivered)
	for wish, err := range stock.Wishes(ctx) {
		if err != nil {
			return err
		}
		c.add(wish)
	}
	c.end()
	r.count(c)
	if err := r.quote(ctx, stock, r.Topics, c.topics.labels); err != nil {
		return err
	}
	if err := r.quote(ctx, stock, r.Outside, c.outside.labels); err != nil {
		return err
	}
	if err := r.readReview(ctx, stock, c); err != nil {
		return err
	}
	return r.readOffers(ctx, stock, c)
}

// count fills in all that follows from the counting alone.
func (r *Report) count(c *census) {
	r.Mails, r.NewMails = c.mails, c.newMails
	r.People, r.NewPeople = len(c.people), len(c.newPeople)
	r.Workplaces, r.NewWorkplaces = len(c.workplaces), len(c.newWorkplaces)
	r.Topics = r.rows(c.topics, r.named())
	r.Outside = r.rows(c.outside, r.Options.Outside)
	for i := range r.Topics {
		row := &r.Topics[i]
		row.Courses = coursesFor(row.Topic, r.Courses)
	}
	r.Answered = answers(r.Delivered, r.Options.Topics)
	r.Unwanted = slices.DeleteFunc(r.withoutDemand(), func(t Topic) bool { return r.answered(t.ID) })
	r.Others = otherRanks(c.topics.now, r.Method)
	r.Coverage = coverage(c, r.Options)
	r.Groups, r.Small = breakDown(c, r.Options)
	r.ballots = c.topics.now
}

// withoutDemand are the topics of the wish list that nobody wants now.
func (r *Report) withoutDemand() []Topic {
	return slices.DeleteFunc(slices.Clone(r.Options.Topics), func(t Topic) bool {
		return slices.ContainsFunc(r.Topics, func(row Row) bool { return row.Topic == t.ID })
	})
}

// rows ranks what a pair of tallies counted.
func (r *Report) rows(t tallies, named []Topic) []Row {
	before := places(t.before.Demands(r.Method))
	now := t.now.Demands(r.Method)
	standing := places(now)
	rows := make([]Row, len(now))
	for i, demand := range now {
		id := demand.Topic
		rows[i] = Row{
			Place: standing[id], Before: before[id], Name: nameOf(named, id), Demand: demand,
			New: len(t.labels[id].newPeople), Trend: t.labels[id].trend(),
		}
	}
	if len(t.now.voters) >= enoughToTellChance {
		r.tellChance(rows, t.now)
	}
	return rows
}

// tellChance gives the rows, which come in order, their ranges and tiers, if the
// method knows any.
func (r *Report) tellChance(rows []Row, t *Tally) {
	byTopic, ok := t.Ranges(r.Method, uint64(r.Period.End.Unix()))
	if !ok {
		return
	}
	ranges := make([]Range, len(rows))
	for i := range rows {
		ranges[i] = byTopic[rows[i].Topic]
		rows[i].Range = ranges[i]
	}
	for i, tier := range Tiers(ranges) {
		rows[i].Tier = tier
	}
}

// enoughToTellChance is the number of people below which samples of them know
// less of chance than they seem to: a few who agree would be sure of everything.
const enoughToTellChance = 10

// places numbers demands that come in order; true ties share the better place.
func places(demands []Demand) map[string]int {
	places := make(map[string]int, len(demands))
	for i, demand := range demands {
		places[demand.Topic] = i + 1
		if i > 0 && compareDemand(demands[i-1], demand) == 0 {
			places[demand.Topic] = places[demands[i-1].Topic]
		}
	}
	return places
}

// quote gives each row its quotes, but for those that say no more than its name
// or the quote before.
func (r *Report) quote(ctx context.Context, stock *store.Stock, rows []Row, labels map[string]*labelCount) error {
	for i := range rows {
		row := &rows[i]
		candidates := labels[row.Topic].quotes
		ids := make([]int64, len(candidates))
		for j, candidate := range candidates {
			ids[j] = candidate.ID
		}
		texts, err := stock.Texts(ctx, ids)
		if err != nil {
			return err
		}
		for _, candidate := range candidates {
			quote := shorten(r.anonymise(texts[candidate.ID], candidate.Workplace))
			if !strings.EqualFold(quote, row.Name) && !slices.Contains(row.Quotes, quote) {
				row.Quotes = append(row.Quotes, quote)
			}
		}
	}
	return nil
}

func (r *Report) readReview(ctx context.Context, stock *store.Stock, c *census) (err error) {
	r.Review.UnplacedSoFar, r.Review.AnalogSoFar = c.unplaced, c.analog
	if r.Review.Wishless, err = stock.WithoutWishes(ctx, r.Period.Start); err != nil {
		return err
	}
	if r.Review.Doubtful, err = stock.Doubtful(ctx, r.Period.Start); err != nil {
		return err
	}
	unplaced, err := stock.Unplaced(ctx, r.Period.Start.AddDate(0, 0, -7*trendWeeks))
	if err != nil {
		return err
	}
	for _, wish := range unplaced {
		switch {
		case wish.Received.Before(r.Period.Start):
		case wish.Scope == "analog":
			r.Review.Analog = append(r.Review.Analog, r.anonymise(wish.Text, wish.Workplace))
		case wish.Decided:
		default:
			r.Review.Unplaced = append(r.Review.Unplaced, r.anonymise(wish.Text, wish.Workplace))
		}
	}
	r.Emerging = r.emerging(unplaced)
	return nil
}

func (r *Report) readOffers(ctx context.Context, stock *store.Stock, c *census) error {
	offers, err := stock.Offers(ctx)
	if err != nil {
		return err
	}
	offered := make(map[string]int)
	for _, o := range offers {
		offer := Offer{Text: r.anonymise(o.Text, o.Workplace), New: !o.Received.Before(r.Period.Start), State: o.State}
		if name := r.Options.Workplaces.Name(o.Workplace); len(c.workplaces[name]) >= singledOut {
			offer.Workplace = name
		}
		for _, id := range r.currentAll(o.Topics) {
			offer.Topics = append(offer.Topics, nameOf(r.named(), id))
			if o.State != store.OfferDeclined {
				offered[id]++
			}
		}
		r.Offers = append(r.Offers, offer)
	}
	r.Supply = supply(r.Topics, r.named(), offered)
	return nil
}

// Supply is what is offered of one topic, beside what is wanted.
type Supply struct {
	ID     string
	Topic  string // name
	Place  int    // among the topics, 0 when nobody wants it
	People int    // who want it
	Offers int    // that are not declined
}

// supply lists the wanted topics in order, then those that are only offered.
func supply(rows []Row, topics []Topic, offered map[string]int) []Supply {
	var lines []Supply
	wanted := set[string]{}
	for _, row := range rows {
		wanted.add(row.Topic)
		lines = append(lines, Supply{ID: row.Topic, Topic: row.Name, Place: row.Place, People: row.People, Offers: offered[row.Topic]})
	}
	for _, id := range slices.Sorted(maps.Keys(offered)) {
		if !wanted[id] {
			lines = append(lines, Supply{ID: id, Topic: nameOf(topics, id), Offers: offered[id]})
		}
	}
	return lines
}

// Ranks are the topics in the order of one method.
type Ranks struct {
	Method Method
	Places map[string]int // by topic
}

func otherRanks(t *Tally, chosen Method) []Ranks {
	var others []Ranks
	counts := t.count()
	for _, method := range Methods {
		if method != chosen {
			others = append(others, Ranks{Method: method, Places: places(t.ranked(counts, method))})
		}
	}
	return others
}

// nameOf falls back to the id of a topic that the topics file does not know.
func nameOf(topics []Topic, id string) string {
	for _, topic := range topics {
		if topic.ID == id {
			return topic.Name
		}
	}
	return id
}
