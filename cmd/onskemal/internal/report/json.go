package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"

	"github.com/digiteket/onskemal/store"
)

// schemaVersion is raised when a key of the JSON report changes its meaning or
// goes away.
const schemaVersion = 2

type jsonReport struct {
	SchemaVersion int            `json:"schema_version"`
	Period        jsonPeriod     `json:"period"`
	Method        Method         `json:"method"`
	Changed       string         `json:"changed"` // in Swedish
	Stock         jsonCounts     `json:"stock"`   // at the end of the period
	New           jsonCounts     `json:"new"`     // during it
	Topics        []jsonRow      `json:"topics"`
	Answered      []jsonDelivery `json:"answered"` // the last course for each topic that has had one
	Unwanted      []string       `json:"unwanted"` // ids
	Outside       []jsonRow      `json:"outside"`
	Emerging      []jsonWord     `json:"emerging"`
	Supply        []jsonSupply   `json:"supply"`
	Offers        []jsonOffer    `json:"offers"`
	Areas         []jsonArea     `json:"areas"`
	By            string         `json:"by,omitempty"`
	Groups        []jsonGroup    `json:"groups,omitempty"`
	Methods       []jsonMethod   `json:"methods"`
	Review        jsonReview     `json:"review"`
	Quarantine    []jsonMail     `json:"quarantine"`
	Unsent        int            `json:"unsent"`
	Delivered     []jsonDelivery `json:"delivered"`
	Basis         jsonBasis      `json:"basis"`
}

type jsonPeriod struct {
	Name  string    `json:"name"`
	Start time.Time `json:"start"`
	End   time.Time `json:"end"` // the first moment after it
}

type jsonCounts struct {
	Mails      int `json:"mails"`
	People     int `json:"people"`
	Workplaces int `json:"workplaces"`
}

type jsonRow struct {
	Place        int          `json:"place"`
	Before       int          `json:"before"` // 0: nobody wanted it when the period began
	ID           string       `json:"id"`
	Name         string       `json:"name"`
	Score        jsonFraction `json:"score"`
	Points       jsonFraction `json:"points"`
	People       int          `json:"people"`
	Workplaces   int          `json:"workplaces"`
	Largest      int          `json:"largest_workplace"` // its people
	FirstChoices jsonFraction `json:"first_choices"`
	New          int          `json:"new"`
	Weeks        []int        `json:"weeks,omitempty"` // people of each of the last twelve, the oldest first
	Range        *jsonRange   `json:"range,omitempty"`
	Tier         int          `json:"tier,omitempty"`
	Quotes       []string     `json:"quotes,omitempty"`
	Courses      []jsonCourse `json:"courses,omitempty"`
}

// jsonFraction is a number exactly ("9/4") and for reading (2.25).
type jsonFraction struct {
	Exact string  `json:"exact"`
	Value float64 `json:"value"`
}

type jsonRange struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

type jsonCourse struct {
	Title   string   `json:"title"`
	Level   int      `json:"level,omitempty"`
	DigComp []string `json:"digcomp,omitempty"`
}

type jsonWord struct {
	Text       string `json:"text"`
	People     int    `json:"people"`
	Before     int    `json:"before"`
	Workplaces int    `json:"workplaces"`
	Example    string `json:"example"`
}

type jsonSupply struct {
	Topic  string `json:"topic"`
	Place  int    `json:"place"`
	People int    `json:"people"`
	Offers int    `json:"offers"`
}

type jsonOffer struct {
	Text      string   `json:"text"`
	Topics    []string `json:"topics"`
	Workplace string   `json:"workplace,omitempty"`
	New       bool     `json:"new"`
	State     string   `json:"state"`
}

type jsonArea struct {
	jsonCompetence
	Competences []jsonCompetence `json:"competences"`
}

type jsonCompetence struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Points  jsonFraction `json:"points"`
	People  int          `json:"people"`
	Courses int          `json:"courses"`
}

type jsonGroup struct {
	Kind       string         `json:"kind"` // "named", "unknown" or "merged"
	Name       string         `json:"name"` // "" unless named
	Merged     int            `json:"merged,omitempty"`
	People     int            `json:"people"`
	Workplaces int            `json:"workplaces"`
	Topics     []jsonGroupRow `json:"topics"`
}

// jsonGroupRow is what is counted of a topic within a group.
type jsonGroupRow struct {
	Place        int          `json:"place"`
	ID           string       `json:"id"`
	Name         string       `json:"name"`
	Score        jsonFraction `json:"score"`
	Points       jsonFraction `json:"points"`
	People       int          `json:"people"`
	Workplaces   int          `json:"workplaces"`
	FirstChoices jsonFraction `json:"first_choices"`
}

type jsonMethod struct {
	Method Method         `json:"method"`
	Places map[string]int `json:"places"`
}

type jsonReview struct {
	Unplaced      []string    `json:"unplaced"`
	UnplacedSoFar int         `json:"unplaced_so_far"`
	Analog        []string    `json:"analog"`
	AnalogSoFar   int         `json:"analog_so_far"`
	Wishless      []time.Time `json:"wishless"`
	Doubtful      []jsonDoubt `json:"doubtful"`
}

type jsonMail struct {
	Received time.Time `json:"received"`
	Reason   string    `json:"reason"`
}

type jsonDoubt struct {
	Received time.Time `json:"received"`
	Doubts   []string  `json:"doubts"`
}

type jsonDelivery struct {
	Topic string    `json:"topic"`
	At    time.Time `json:"at"`
}

type jsonBasis struct {
	Rules      string     `json:"rules"`
	Messages   int        `json:"messages"`
	OtherRules int        `json:"other_rules"`
	Last       *time.Time `json:"last,omitempty"`
	Keys       int        `json:"keys,omitempty"` // of several databases, unless they have one
}

// WriteJSON renders the report for programs, as report.schema.json describes it.
// Texts are as people wrote them, but for what would name somebody.
func WriteJSON(w io.Writer, r *Report) error {
	out := jsonReport{
		SchemaVersion: schemaVersion, Period: jsonPeriod{r.Period.Name, r.Period.Start, r.Period.End}, Method: r.Method, Changed: r.whatChanged(),
		Stock:   jsonCounts{r.Mails, r.People, r.Workplaces},
		New:     jsonCounts{r.NewMails, r.NewPeople, r.NewWorkplaces},
		Topics:  each(r.Topics, jsonRowOf),
		Outside: each(r.Outside, jsonRowOf), Answered: each(r.Answered, func(a Answer) jsonDelivery { return jsonDelivery{a.Topic.ID, a.At} }),
		Unwanted: each(r.Unwanted, func(t Topic) string { return t.ID }),
		Emerging: each(r.Emerging, func(w Word) jsonWord { return jsonWord(w) }),
		Supply:   each(r.Supply, func(s Supply) jsonSupply { return jsonSupply{s.Topic, s.Place, s.People, s.Offers} }),
		Offers: each(r.Offers, func(o Offer) jsonOffer {
			return jsonOffer{Text: o.Text, Topics: append([]string{}, o.Topics...), Workplace: o.Workplace, New: o.New, State: string(o.State)}
		}),
		Areas: each(r.Coverage, jsonAreaOf), By: string(r.By), Groups: r.jsonGroups(),
		Methods: each(r.Others, func(m Ranks) jsonMethod { return jsonMethod(m) }),
		Review: jsonReview{
			Unplaced: append([]string{}, r.Review.Unplaced...), UnplacedSoFar: r.Review.UnplacedSoFar,
			Analog: append([]string{}, r.Review.Analog...), AnalogSoFar: r.Review.AnalogSoFar,
			Wishless: append([]time.Time{}, r.Review.Wishless...),
			Doubtful: each(r.Review.Doubtful, func(d store.Doubtful) jsonDoubt { return jsonDoubt(d) }),
		},
		Quarantine: each(r.Quarantine, func(m store.Waiting) jsonMail { return jsonMail(m) }),
		Unsent:     r.Unsent,
		Delivered:  each(r.Delivered, func(d store.Delivery) jsonDelivery { return jsonDelivery(d) }),
		Basis:      jsonBasis{Rules: r.DerivedBy, Messages: r.Basis.Messages, OtherRules: r.Basis.OtherRules},
	}
	if !r.Basis.Last.IsZero() {
		out.Basis.Last = &r.Basis.Last
	}
	if r.Basis.Keys > 1 {
		out.Basis.Keys = r.Basis.Keys
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(b.String()))
	return err
}

// escaped writes as \u009b and so on what JSON lets stand and a terminal may obey.
func escaped(document string) string {
	var b strings.Builder
	for _, r := range document {
		if unprintable(r) && r != '\n' {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// each converts a list; it is never null in JSON.
func each[From, To any](list []From, convert func(From) To) []To {
	converted := make([]To, len(list))
	for i, entry := range list {
		converted[i] = convert(entry)
	}
	return converted
}

func jsonRowOf(row Row) jsonRow {
	out := jsonRow{
		Place: row.Place, Before: row.Before, ID: row.Topic, Name: row.Name,
		Score: jsonFractionOf(row.Score), Points: jsonFractionOf(row.Points), FirstChoices: jsonFractionOf(row.FirstChoices),
		People: row.People, Workplaces: row.Workplaces, Largest: row.Largest, New: row.New, Weeks: row.Trend,
		Tier: row.Tier, Quotes: row.Quotes,
		Courses: each(row.Courses, func(c Course) jsonCourse { return jsonCourse{c.Title, c.Level, c.DigComp} }),
	}
	if row.Range != (Range{}) {
		out.Range = &jsonRange{row.Range.Low, row.Range.High}
	}
	return out
}

func jsonAreaOf(a Area) jsonArea {
	return jsonArea{
		jsonCompetence: jsonCompetenceOf(Competence{a.ID, a.Name, a.Demanded}),
		Competences:    each(a.Competences, jsonCompetenceOf),
	}
}

func jsonCompetenceOf(c Competence) jsonCompetence {
	return jsonCompetence{ID: c.ID, Name: c.Name, Points: jsonFractionOf(c.Points), People: c.People, Courses: c.Courses}
}

func (r *Report) jsonGroups() []jsonGroup {
	groups := each(r.Groups, jsonGroupOf)
	if r.Small.Merged != nil {
		merged := jsonGroupOf(*r.Small.Merged)
		merged.Kind, merged.Merged = "merged", r.Small.Groups
		groups = append(groups, merged)
	}
	return groups
}

func jsonGroupOf(g Group) jsonGroup {
	kind := "named"
	if g.Name == "" {
		kind = "unknown"
	}
	return jsonGroup{Kind: kind, Name: g.Name, People: g.People, Workplaces: g.Workplaces, Topics: each(g.Rows, jsonGroupRowOf)}
}

func jsonGroupRowOf(row Row) jsonGroupRow {
	return jsonGroupRow{
		Place: row.Place, ID: row.Topic, Name: row.Name, Score: jsonFractionOf(row.Score), Points: jsonFractionOf(row.Points),
		People: row.People, Workplaces: row.Workplaces, FirstChoices: jsonFractionOf(row.FirstChoices),
	}
}

func jsonFractionOf(r *big.Rat) jsonFraction {
	value, _ := r.Float64()
	return jsonFraction{Exact: r.RatString(), Value: value}
}
