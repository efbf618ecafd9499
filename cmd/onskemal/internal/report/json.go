package report

import (
	"encoding/json"
	"io"
	"math/big"
	"time"
)

// schemaVersion is raised when a key of the JSON report changes its meaning or
// goes away.
const schemaVersion = 1

type jsonReport struct {
	SchemaVersion int         `json:"schema_version"`
	Week          string      `json:"week"`
	Method        Method      `json:"method"`
	Mails         int         `json:"mails"`
	NewMails      int         `json:"new_mails"`
	People        int         `json:"people"`
	Workplaces    int         `json:"workplaces"`
	Topics        []jsonRow   `json:"topics"`
	Unwanted      []string    `json:"unwanted"`
	Outside       []jsonRow   `json:"outside"`
	Offers        []jsonOffer `json:"offers"`
	Review        []string    `json:"review"`
	Analog        []string    `json:"analog"`
	Wishless      []time.Time `json:"wishless"`
	Doubtful      []jsonDoubt `json:"doubtful"`
	Quarantine    []jsonMail  `json:"quarantine"`
	Unsent        int         `json:"unsent"`
}

type jsonRow struct {
	Place        int          `json:"place"`
	ID           string       `json:"id,omitempty"`
	Name         string       `json:"name"`
	Score        jsonFraction `json:"score"`
	Points       jsonFraction `json:"points"`
	People       int          `json:"people"`
	Workplaces   int          `json:"workplaces"`
	FirstChoices jsonFraction `json:"first_choices"`
	New          int          `json:"new"`
	Wishes       []string     `json:"wishes,omitempty"`
}

// jsonFraction is a number exactly ("9/4") and for reading (2.25).
type jsonFraction struct {
	Exact string  `json:"exact"`
	Value float64 `json:"value"`
}

type jsonOffer struct {
	Text      string   `json:"text"`
	Topics    []string `json:"topics"`
	Workplace string   `json:"workplace"`
	New       bool     `json:"new"`
}

type jsonMail struct {
	Received time.Time `json:"received"`
	Reason   string    `json:"reason"`
}

type jsonDoubt struct {
	Received time.Time `json:"received"`
	Doubts   []string  `json:"doubts"`
}

// WriteJSON renders the report for programs.
func WriteJSON(w io.Writer, r Report) error {
	out := jsonReport{
		SchemaVersion: schemaVersion, Week: r.Week.String(), Method: r.Method,
		Mails: r.Mails, NewMails: r.NewMails, People: r.People, Workplaces: r.Workplaces,
		Topics: []jsonRow{}, Unwanted: []string{}, Outside: []jsonRow{}, Offers: []jsonOffer{},
		Review: append([]string{}, r.Review...), Analog: append([]string{}, r.Analog...), Wishless: append([]time.Time{}, r.Wishless...), Doubtful: []jsonDoubt{}, Quarantine: []jsonMail{}, Unsent: r.Unsent,
	}
	for _, row := range r.Topics {
		out.Topics = append(out.Topics, jsonRowOf(row, row.Topic, nil))
	}
	for _, topic := range r.Unwanted {
		out.Unwanted = append(out.Unwanted, topic.ID)
	}
	for _, group := range r.Outside {
		out.Outside = append(out.Outside, jsonRowOf(group.Row, "", group.Wishes))
	}
	for _, o := range r.Offers {
		out.Offers = append(out.Offers, jsonOffer{Text: o.Text, Topics: append([]string{}, o.Topics...), Workplace: o.Workplace, New: o.New})
	}
	for _, d := range r.Doubtful {
		out.Doubtful = append(out.Doubtful, jsonDoubt(d))
	}
	for _, q := range r.Quarantine {
		out.Quarantine = append(out.Quarantine, jsonMail(q))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func jsonRowOf(row Row, id string, wishes []string) jsonRow {
	return jsonRow{
		Place: row.Place, ID: id, Name: row.Name,
		Score: fraction(row.Score), Points: fraction(row.Points), FirstChoices: fraction(row.FirstChoices),
		People: row.People, Workplaces: row.Workplaces, New: row.New, Wishes: wishes,
	}
}

func fraction(r *big.Rat) jsonFraction {
	value, _ := r.Float64()
	return jsonFraction{Exact: r.RatString(), Value: value}
}
