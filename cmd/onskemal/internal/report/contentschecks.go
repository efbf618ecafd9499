package report

import (
	"fmt"
	"slices"
	"strings"
)

// reviewShown keeps a long queue from filling the page.
const reviewShown = 20

func (r *Report) reviewSection() Section {
	section := Section{ID: "granska", Title: "Att granska"}
	add := func(title string, items []Item) {
		if len(items) == 0 {
			return
		}
		list := List{Title: fmt.Sprintf("%s (%d)", title, len(items)), Items: items}
		if more := len(items) - reviewShown; more > 0 {
			list.Items = append(slices.Clone(items[:reviewShown]), Item{Text: fmt.Sprintf("… och %d till", more)})
			list.All = items
		}
		section.Blocks = append(section.Blocks, list)
	}
	add("Periodens önskemål som inget ämne täcker", itemsOf(r.Review.Unplaced))
	var doubtful []Item
	for _, mail := range r.Review.Doubtful {
		words := make([]string, len(mail.Doubts))
		for i, doubt := range mail.Doubts {
			words[i] = DoubtInWords(doubt)
		}
		doubtful = append(doubtful, Item{Text: "kom " + Minute(mail.Received) + ": " + strings.Join(words, "; ")})
	}
	add("Periodens mejl som kan betyda något annat", doubtful)
	var wishless []Item
	for _, received := range r.Review.Wishless {
		wishless = append(wishless, Item{Text: "kom " + Minute(received)})
	}
	add("Periodens mejl utan önskemål eller erbjudande", wishless)
	add("Periodens önskemål om annat än digitalt", itemsOf(r.Review.Analog))
	if older := r.Review.UnplacedSoFar - len(r.Review.Unplaced); older > 0 {
		section.Blocks = append(section.Blocks, Paragraph(fmt.Sprintf("Från tidigare: %s som inget ämne täcker.", count(older, "önskemål", "önskemål"))))
	}
	if len(section.Blocks) > 0 {
		section.Blocks = append(section.Blocks, Paragraph("Kommandot ”onskemal review” går igenom dem, ett i taget."))
	}
	return section
}

func itemsOf(texts []string) []Item {
	var items []Item
	for _, text := range texts {
		items = append(items, Item{Text: text})
	}
	return items
}

func (r *Report) quarantineSection() Section {
	section := Section{ID: "karantan", Title: "Karantän"}
	if r.Unsent > 0 {
		section.Blocks = append(section.Blocks, Paragraph(fmt.Sprintf(
			"Servern lämnar inte ut %s, hur ofta programmet än frågar. Titta efter i brevlådan.", count(r.Unsent, "mejl", "mejl"))))
	}
	if len(r.Quarantine) == 0 {
		section.Blocks = append(section.Blocks, Paragraph("Inget mejl väntar."))
		return section
	}
	list := List{Title: fmt.Sprintf("%s kunde inte läsas", count(len(r.Quarantine), "mejl", "mejl"))}
	for _, mail := range r.Quarantine {
		list.Items = append(list.Items, Item{Text: Minute(mail.Received) + ": " + mail.Reason})
	}
	section.Blocks = append(section.Blocks, list)
	return section
}

func (r *Report) methodsSection() Section {
	section := Section{ID: "metoder", Title: "Håller ordningen?"}
	if len(r.Topics) < 2 {
		return section
	}
	section.Blocks = append(section.Blocks, Paragraph(r.robustness()))
	if r.Compare {
		section.Blocks = append(section.Blocks, r.comparison())
	}
	return section
}

// robustness says whether the other methods put the same topics on top.
func (r *Report) robustness() string {
	top := r.Topics[:min(len(r.Topics), wantedMost)]
	var differing []string
	agreeing := 1 // the chosen method agrees with itself
	for _, other := range r.Others {
		row, fell := farthestFallen(top, other)
		if !fell {
			agreeing++
			continue
		}
		differing = append(differing, fmt.Sprintf("%s %d → %d med %s", row.Name, row.Place, other.Places[row.Topic], other.Method.inSwedish()))
	}
	text := fmt.Sprintf("Topp %d är samma ämnen i %d av %d metoder", len(top), agreeing, len(r.Others)+1)
	if len(differing) > 0 {
		text += " (avviker: " + strings.Join(differing, "; ") + ")"
	}
	return text + "."
}

// farthestFallen is the topic of the top that another method puts farthest below
// it.
func farthestFallen(top []Row, other Ranks) (farthest Row, fell bool) {
	worst := len(top)
	for _, row := range top {
		if place := other.Places[row.Topic]; place > worst {
			farthest, fell, worst = row, true, place
		}
	}
	return farthest, fell
}

// comparison shows the places by all methods side by side.
func (r *Report) comparison() Table {
	table := Table{
		Caption: "Ämnenas plats med olika sätt att räkna",
		Columns: []Column{{Name: "Ämne", Head: true}, {Name: r.Method.inSwedish(), Numeric: true}},
	}
	for _, other := range r.Others {
		table.Columns = append(table.Columns, Column{Name: other.Method.inSwedish(), Numeric: true})
	}
	for _, row := range r.Topics {
		cells := []Cell{{Text: row.Name}, integer(row.Place)}
		for _, other := range r.Others {
			cells = append(cells, integer(other.Places[row.Topic]))
		}
		table.Rows = append(table.Rows, Line{Cells: cells})
	}
	return table
}
