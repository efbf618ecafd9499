package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/digiteket/onskemal/store"
)

func (r *Report) emergingSection() Section {
	section := Section{ID: "nya-ord", Title: "Ord på väg upp, utan ämne"}
	if len(r.Emerging) == 0 {
		return section
	}
	table := Table{
		Caption: "Ord i periodens önskemål som inget ämne och ingen grupp täcker",
		Columns: []Column{
			{Name: "Ord", Head: true}, {Name: "Pers", Meaning: "Personer under perioden", Numeric: true},
			{Name: "Förut", Meaning: "Personer under tolv veckor dessförinnan", Numeric: true},
			{Name: "Arb", Meaning: "Arbetsplatser", Numeric: true}, {Name: "Till exempel"},
		},
	}
	for _, word := range r.Emerging {
		table.Rows = append(table.Rows, Line{Cells: []Cell{
			{Text: word.Text}, integer(word.People), integer(word.Before), integer(word.Workplaces), {Text: word.Example},
		}})
	}
	section.Blocks = []Block{table}
	return section
}

func (r *Report) quotesSection() Section {
	section := Section{ID: "roster", Title: "Så skriver de"}
	for _, rows := range [][]Row{r.Topics, r.Outside} {
		for _, row := range rows {
			list := List{Title: row.Name}
			for _, quote := range row.Quotes {
				list.Items = append(list.Items, Item{Text: "”" + quote + "”"})
			}
			if len(list.Items) > 0 {
				section.Blocks = append(section.Blocks, list)
			}
		}
	}
	return section
}

// wantedMost is how many topics are asked about in the summaries of offers and
// methods.
const wantedMost = 5

func (r *Report) offersSection() Section {
	section := Section{ID: "erbjudanden", Title: "Erbjudanden om att dela kunskap"}
	if len(r.Offers) == 0 {
		return section
	}
	var offered []Supply
	var without []string
	for _, supply := range r.Supply {
		if supply.Offers > 0 {
			offered = append(offered, supply)
		} else if supply.Place <= wantedMost {
			without = append(without, supply.Topic)
		}
	}
	if len(offered) > 0 {
		section.Blocks = append(section.Blocks, supplyTable(offered))
	}
	if len(without) > 0 {
		section.Blocks = append(section.Blocks, Paragraph("Önskat men inte erbjudet: "+strings.Join(without, "; ")+"."))
	}
	list := List{Title: fmt.Sprintf("Alla erbjudanden (%d), de nyaste först", len(r.Offers))}
	for _, offer := range r.Offers {
		about := slices.Clone(offer.Topics)
		if offer.Workplace != "" {
			about = append(about, offer.Workplace)
		}
		if offer.New {
			about = append(about, "nytt")
		}
		if offer.State != store.OfferNew {
			about = append(about, OfferStateInWords(offer.State))
		}
		list.Items = append(list.Items, Item{Text: offer.Text, Note: strings.Join(about, " · ")})
	}
	section.Blocks = append(section.Blocks, list)
	return section
}

// Gaps is a page of its own on what is wanted and how much of it is offered.
func (r *Report) Gaps() Page {
	page := Page{Title: "Behov och erbjudanden " + r.Period.inSwedish()}
	if len(r.Supply) == 0 {
		page.Summary = []string{"Inga önskemål och inga erbjudanden ännu."}
		return page
	}
	wanted, gaps := 0, 0
	for _, supply := range r.Supply {
		if supply.Place > 0 {
			wanted++
			if supply.Offers == 0 {
				gaps++
			}
		}
	}
	page.Summary = []string{fmt.Sprintf("%s, av dem %d utan erbjudande.", count(wanted, "ämne är önskat", "ämnen är önskade"), gaps)}
	page.Sections = []Section{{ID: "erbjudanden", Title: "Det mest önskade först", Blocks: []Block{supplyTable(r.Supply)}}}
	return page
}

func supplyTable(lines []Supply) Table {
	table := Table{
		Caption: "Erbjudanden och behov, det mest önskade först",
		Columns: []Column{
			{Name: "Pl", Meaning: "Plats bland ämnena", Numeric: true}, {Name: "Ämne", Head: true},
			{Name: "Pers", Meaning: "Personer som vill ha det", Numeric: true}, {Name: "Erbjudanden", Numeric: true},
		},
	}
	for _, supply := range lines {
		place := Cell{Text: "–", Spoken: "ingen"}
		if supply.Place > 0 {
			place = integer(supply.Place)
		}
		table.Rows = append(table.Rows, Line{Cells: []Cell{place, {Text: supply.Topic}, integer(supply.People), integer(supply.Offers)}})
	}
	return table
}

// OfferStateInWords says in Swedish what has become of an offer.
func OfferStateInWords(state store.OfferState) string {
	switch state {
	case store.OfferContacted:
		return "kontaktad"
	case store.OfferUsed:
		return "använd"
	case store.OfferDeclined:
		return "avböjd"
	default:
		return "ny"
	}
}
