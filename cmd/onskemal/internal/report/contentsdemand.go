package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

func (r *Report) demandSection() Section {
	section := Section{ID: "behov", Title: "Det här vill man lära sig"}
	switch {
	case r.Mails == 0:
		section.Blocks = []Block{Paragraph("Inga önskemål ännu.")}
		return section
	case len(r.Topics) == 0:
		section.Blocks = append(section.Blocks, Paragraph("Inga öppna önskemål om ämnena på listan."))
	default:
		section.Blocks = append(section.Blocks,
			r.demandTable("Ämnena på önskelistan, det mest önskade först", "Ämne", r.Topics, true), Paragraph(r.legend()))
	}
	section.Blocks = append(section.Blocks, concentrations(r.Topics)...)
	if len(r.Answered) > 0 {
		names := make([]string, len(r.Answered))
		for i, answer := range r.Answered {
			names[i] = fmt.Sprintf("%s (%s)", answer.Topic.Name, StartOfDay(answer.At).Format(time.DateOnly))
		}
		section.Blocks = append(section.Blocks, Paragraph("Kurser har besvarat behovet av: "+strings.Join(names, "; ")+". Det som önskats sedan dess räknas."))
	}
	if len(r.Unwanted) > 0 {
		names := make([]string, len(r.Unwanted))
		for i, topic := range r.Unwanted {
			names[i] = topic.Name
		}
		section.Blocks = append(section.Blocks, Paragraph("Ingen har bett om: "+strings.Join(names, "; ")+"."))
	}
	return section
}

func (r *Report) legend() string {
	legend := "Ändr: ändring sedan perioden började, räknat med dagens regler. Pers: personer. Arb: deras arbetsplatser. " +
		"1:a: de som sätter det främst. Nya: personer under perioden."
	if uncertain(r.Topics) || uncertain(r.Outside) {
		legend += " Slump: var ämnet kunde ha hamnat om andra liknande personer hade skrivit; inom en grupp mellan två linjer går ordningen inte att skilja från slumpen."
	}
	return legend
}

func uncertain(rows []Row) bool { return len(rows) > 0 && rows[0].Tier > 0 }

// demandTable is the table of the topics or of the groups outside the list, whose
// courses nobody has counted.
func (r *Report) demandTable(caption, what string, rows []Row, courses bool) Table {
	table := Table{Caption: caption}
	add := func(c Column) { table.Columns = append(table.Columns, c) }
	add(Column{Name: "Pl", Meaning: "Plats", Numeric: true})
	add(Column{Name: "Ändr", Meaning: "Ändring sedan perioden började"})
	add(Column{Name: what, Head: true})
	add(Column{Name: "Poäng", Numeric: true, Bar: true})
	if r.Method.apart() {
		add(Column{Name: r.Method.inSwedish(), Meaning: "Det som listan är ordnad efter", Numeric: true})
	}
	add(Column{Name: "Pers", Meaning: "Personer", Numeric: true})
	add(Column{Name: "Arb", Meaning: "Arbetsplatser", Numeric: true, Minor: true})
	add(Column{Name: "1:a", Meaning: "De som sätter det främst", Numeric: true, Minor: true})
	add(Column{Name: "Nya", Meaning: "Personer under perioden", Numeric: true, Minor: true})
	if uncertain(rows) {
		add(Column{Name: "Slump", Meaning: "Platser som slumpen kunde ha gett", Numeric: true, Minor: true})
	}
	if courses && len(r.Courses) > 0 {
		add(Column{Name: "Kurs", Minor: true})
	}
	add(Column{Name: "12 veckor", Meaning: "Personer per vecka de senaste tolv veckorna", Rich: true, Weeks: r.Period.weekNames(trendWeeks)})
	for i, row := range rows {
		table.Rows = append(table.Rows, Line{Cells: r.demandCells(row, courses), Apart: i > 0 && row.Tier != rows[i-1].Tier})
	}
	return table
}

// apart tells whether a method's scores need a column of their own.
func (m Method) apart() bool { return m == BordaAvg || m == Schulze }

func (r *Report) demandCells(row Row, courses bool) []Cell {
	cells := []Cell{integer(row.Place), change(row.Place, row.Before), {Text: row.Name}, exact(row.Points, 2)}
	if r.Method.apart() {
		cells = append(cells, exact(row.Score, 1))
	}
	cells = append(cells, integer(row.People), integer(row.Workplaces), r.firstChoices(row), integer(row.New))
	if row.Tier > 0 {
		cells = append(cells, Cell{Text: row.Range.inSwedish()})
	}
	if courses && len(r.Courses) > 0 {
		cells = append(cells, Cell{Text: row.courses()})
	}
	return append(cells, Cell{Text: trendInWords(row.Trend), Trend: row.Trend})
}

// enoughForPercent is the number of people below which a percentage says more
// than is known.
const enoughForPercent = 10

func (r *Report) firstChoices(row Row) Cell {
	cell := exact(row.FirstChoices, 1)
	if r.People >= enoughForPercent {
		cell.Text = percent(row.FirstChoices, r.People)
	}
	return cell
}

func (r Range) inSwedish() string {
	if r.Low == r.High {
		return fmt.Sprint(r.Low)
	}
	return fmt.Sprintf("%d–%d", r.Low, r.High)
}

// courses says whether there is a course, and on which levels.
func (row Row) courses() string {
	var levels []string
	for _, course := range row.Courses {
		if level := fmt.Sprint(course.Level); course.Level > 0 && !slices.Contains(levels, level) {
			levels = append(levels, level)
		}
	}
	slices.Sort(levels)
	switch {
	case len(row.Courses) == 0:
		return "saknas"
	case len(levels) == 0:
		return "finns"
	default:
		return "finns (nivå " + listed(levels) + ")"
	}
}

func concentrations(rows []Row) []Block {
	var notes []Block
	for _, row := range rows {
		if note, concentrated := row.concentration(); concentrated {
			notes = append(notes, Paragraph(note))
		}
	}
	return notes
}

// concentration warns of a topic that one workplace asks for.
func (row Row) concentration() (note string, concentrated bool) {
	if row.People < singledOut || row.Workplaces == 0 || row.Largest*2 < row.People {
		return "", false
	}
	share := fmt.Sprintf("%d av %d personer", row.Largest, row.People)
	if row.People >= enoughForPercent {
		share = percent(big.NewRat(int64(row.Largest), 1), row.People) + " av personerna"
	}
	return fmt.Sprintf("%s: 1 arbetsplats står för %s.", row.Name, share), true
}

func (r *Report) outsideSection() Section {
	section := Section{ID: "utanfor", Title: "Utanför önskelistan"}
	if len(r.Outside) > 0 {
		section.Blocks = append(section.Blocks,
			r.demandTable("Digitalt som inte hör till önskelistans ämnen, det mest önskade först", "Område", r.Outside, false))
		section.Blocks = append(section.Blocks, concentrations(r.Outside)...)
		if len(r.Topics) == 0 {
			section.Blocks = append(section.Blocks, Paragraph(r.legend()))
		}
	}
	return section
}
