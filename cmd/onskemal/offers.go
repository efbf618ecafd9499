package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type offersOptions struct {
	topic string
	state string
	gaps  bool
	json  bool
}

func newOffersCommand(g *globals) *cobra.Command {
	var opts offersOptions
	cmd := &cobra.Command{
		Use:   "offers",
		Short: "Print who offers to share what, and what has come of it",
		Long: `Offers prints, in Swedish, what people have offered to share, the newest first: its
number, the words, when it came, the topics, the workplace and its region (of the
editors' table), name and address, and what editors have done with it. Name and
address are kept for offer_retention_days and stand in no report or export.

With --gaps it prints what is wanted today and how much of it is offered.`,
		Example: "  onskemal offers --topic juridik --state new\n  onskemal offers set 12 contacted\n  onskemal offers --gaps",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runOffers(cmd.Context(), opts, g) },
	}
	cmd.Flags().StringVar(&opts.topic, "topic", "", "only offers of this `TOPIC`")
	cmd.Flags().StringVar(&opts.state, "state", "", "only offers in this `STATE`: "+joined(offerStates))
	cmd.Flags().BoolVar(&opts.gaps, "gaps", false, "set the offers against what is wanted")
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON, one object a line")
	cmd.AddCommand(newOffersSetCommand(g))
	return cmd
}

func newOffersSetCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "set ID STATE",
		Short: "Record what has become of an offer",
		Long: `Set records the state of an offer, with the time and the user: new, contacted, used
or declined (or in Swedish: ny, kontaktad, använd, avböjd). The states before are
kept, too. It is a decision as those of review: the offer stays as it is, whatever
later versions read in its mail, until 'onskemal review undo' takes the decision back,
and with it the state.`,
		Example: "  onskemal offers set 12 contacted",
		Args:    usage(cobra.ExactArgs(2)),
		RunE:    func(cmd *cobra.Command, args []string) error { return runOffersSet(cmd.Context(), args[0], args[1], g) },
	}
}

// offerStates are all states, in the order in which an offer goes through them.
var offerStates = []store.OfferState{store.OfferNew, store.OfferContacted, store.OfferUsed, store.OfferDeclined}

// offerStateNamed finds a state by its name in either language.
func offerStateNamed(name string) (store.OfferState, error) {
	var known []string
	for _, state := range offerStates {
		words := []string{string(state), report.OfferStateInWords(state)}
		if slices.Contains(words, strings.ToLower(name)) {
			return state, nil
		}
		known = append(known, words...)
	}
	return "", unknownName("state", name, known, "choose one of "+joined(offerStates))
}

// listedOffer is the JSON of offers; its keys are part of the interface.
type listedOffer struct {
	ID           int64            `json:"id"`
	Text         string           `json:"text"`
	Topics       []string         `json:"topics"`
	State        store.OfferState `json:"state"`
	Received     time.Time        `json:"received"`
	Workplace    string           `json:"workplace"` // "" of a private address
	Region       string           `json:"region"`
	Contact      string           `json:"contact"`       // "" when none is kept, or not any more
	ContactUntil *time.Time       `json:"contact_until"` // null likewise
	History      []offerStep      `json:"history"`       // the states that editors gave it, the oldest first

	names []string // of the topics
}

type offerStep struct {
	State store.OfferState `json:"state"`
	At    time.Time        `json:"at"`
	By    string           `json:"by"`
}

// suppliedTopic is the JSON of offers --gaps; likewise.
type suppliedTopic struct {
	Topic  string `json:"topic"`
	Name   string `json:"name"`
	Place  int    `json:"place"` // 0: nobody wants it
	People int    `json:"people"`
	Offers int    `json:"offers"`
}

func runOffers(ctx context.Context, opts offersOptions, g *globals) error {
	if opts.gaps && opts.topic+opts.state != "" {
		return usageError{errors.New("--gaps tells of all topics: leave out --topic and --state")}
	}
	var state store.OfferState
	if opts.state != "" {
		var err error
		if state, err = offerStateNamed(opts.state); err != nil {
			return err
		}
	}
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		known, err := reportOptionsOf(s, c)
		if err != nil {
			return err
		}
		if opts.gaps {
			return writeGaps(ctx, db, known, opts, g)
		}
		offers, err := db.KeptOffers(ctx)
		if err != nil {
			return err
		}
		listed := make([]listedOffer, len(offers))
		for i, o := range offers {
			listed[i] = listedOfferOf(o, known, s.offerRetention())
		}
		if listed, err = chosenOffers(listed, opts.topic, state, c); err != nil {
			return err
		}
		return writeOffers(g.out, listed, opts.json)
	})
}

// chosenOffers are the offers of a topic and in a state, "" for any.
func chosenOffers(offers []listedOffer, topic string, state store.OfferState, c *classify.Classifier) ([]listedOffer, error) {
	if topic != "" {
		id, err := topicNamed(c, topic)
		if err != nil {
			return nil, err
		}
		offers = slices.DeleteFunc(offers, func(o listedOffer) bool { return !slices.Contains(o.Topics, id) })
	}
	return slices.DeleteFunc(offers, func(o listedOffer) bool { return state != "" && o.State != state }), nil
}

func writeOffers(w io.Writer, offers []listedOffer, asJSON bool) error {
	if len(offers) == 0 && !asJSON {
		_, err := fmt.Fprintln(w, "Inga erbjudanden.")
		return err
	}
	for _, o := range offers {
		write := o.write
		if asJSON {
			write = func(w io.Writer) error { return writeJSONLine(w, o) }
		}
		if err := write(w); err != nil {
			return err
		}
	}
	return nil
}

func listedOfferOf(o store.KeptOffer, known report.Options, retention time.Duration) listedOffer {
	listed := listedOffer{
		ID: o.ID, Text: o.Text, Topics: []string{}, State: o.State, Received: o.Received,
		Workplace: known.Workplaces.Name(o.Workplace), Region: known.Workplaces.Region(o.Workplace),
		Contact: o.Contact.Text, History: offerSteps(o.Steps),
	}
	for _, t := range known.TopicsOf(o.Topics) {
		listed.Topics, listed.names = append(listed.Topics, t.ID), append(listed.names, t.Name)
	}
	listed.ContactUntil = contactUntil(o.Contact, retention)
	return listed
}

// contactUntil is until when a contact is kept; nil where there is none.
func contactUntil(c store.Contact, retention time.Duration) *time.Time {
	if c.Text == "" {
		return nil
	}
	until := c.Since.Add(retention)
	return &until
}

func offerSteps(steps []store.OfferStep) []offerStep {
	out := make([]offerStep, len(steps))
	for i, step := range steps {
		out[i] = offerStep(step)
	}
	return out
}

// write is for an editor.
func (o listedOffer) write(w io.Writer) error {
	about := append([]string{stateInWords(o.History), "kom " + day(o.Received)}, o.names...)
	for _, place := range []string{o.Workplace, o.Region} {
		if place != "" {
			about = append(about, place)
		}
	}
	for _, line := range []string{
		fmt.Sprintf("%d. %s", o.ID, o.Text),
		"   " + strings.Join(about, " · "),
		"   " + cmp.Or(o.Contact, "ingen kontakt sparad"),
	} {
		if _, err := fmt.Fprintln(w, report.Printable(line)); err != nil {
			return err
		}
	}
	return nil
}

// stateInWords is the last of the states that editors gave an offer, when and who.
func stateInWords(history []offerStep) string {
	if len(history) == 0 {
		return report.OfferStateInWords(store.OfferNew)
	}
	last := history[len(history)-1]
	return fmt.Sprintf("%s sedan %s (%s)", report.OfferStateInWords(last.State), day(last.At), last.By)
}

func writeGaps(ctx context.Context, db *store.Store, asked report.Options, opts offersOptions, g *globals) error {
	var err error
	if asked.Period, err = (report.PeriodText{}).Parse(g.now()); err != nil {
		return err
	}
	r, err := report.Build(ctx, db, asked)
	if err != nil {
		return err
	}
	if !opts.json {
		return report.WriteText(g.out, r.Gaps(), terminalOf(g.out))
	}
	for _, line := range r.Supply {
		if err := writeJSONLine(g.out, suppliedTopic{line.ID, line.Topic, line.Place, line.People, line.Offers}); err != nil {
			return err
		}
	}
	return nil
}

func runOffersSet(ctx context.Context, number, name string, g *globals) error {
	state, err := offerStateNamed(name)
	if err != nil {
		return err
	}
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		number = strings.TrimPrefix(number, string(offerReference)+":") // as explain and review name it
		id, err := strconv.ParseInt(number, 10, 64)
		if err == nil {
			err = db.SetOfferState(ctx, id, store.OfferStep{State: state, At: g.now(), By: editor()})
		} else {
			err = store.ErrUnknownItem
		}
		if errors.Is(err, store.ErrUnknownItem) {
			return unknownOffer(ctx, number, db)
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(g.out, "Erbjudande %d är nu %s.\n", id, report.OfferStateInWords(state))
		return err
	})
}

func unknownOffer(ctx context.Context, number string, db *store.Store) error {
	offers, err := db.KeptOffers(ctx)
	if err != nil {
		return err
	}
	known := make([]string, len(offers))
	for i, o := range offers {
		known[i] = strconv.FormatInt(o.ID, 10)
	}
	return unknownName("offer", number, known, "'onskemal offers' prints them")
}
