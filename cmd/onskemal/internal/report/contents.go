package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// Page says the report in Swedish.
func (r *Report) Page() Page {
	page := Page{
		Title:   r.title(),
		Summary: []string{r.whatChanged(), r.figures()},
	}
	for _, section := range []Section{
		r.demandSection(), r.outsideSection(), r.emergingSection(), r.quotesSection(), r.offersSection(), r.coverageSection(),
		r.groupsSection(), r.reviewSection(), r.quarantineSection(), r.methodsSection(), r.basisSection(),
	} {
		if len(section.Blocks) > 0 {
			page.Sections = append(page.Sections, section)
		}
	}
	return page
}

func (r *Report) title() string { return "Önskemål " + r.Period.inSwedish() }

func (p Period) inSwedish() string {
	if _, err := ParseWeek(p.Name, p.Start); err == nil {
		return fmt.Sprintf("vecka %s (%s)", p.Name, p.dates())
	}
	return p.dates()
}

func (r *Report) figures() string {
	return fmt.Sprintf("%s från %s på %s under perioden. I allt: %s i %s från %s.",
		count(r.NewMails, "nytt mejl med önskemål", "nya mejl med önskemål"), count(r.NewPeople, "person", "personer"),
		count(r.NewWorkplaces, "arbetsplats", "arbetsplatser"),
		count(r.People, "person", "personer"), count(r.Mails, "mejl", "mejl"), count(r.Workplaces, "arbetsplats", "arbetsplatser"))
}

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
	table := Table{
		Caption: "Erbjudanden och behov, det mest önskade först",
		Columns: []Column{
			{Name: "Pl", Meaning: "Plats bland ämnena", Numeric: true}, {Name: "Ämne", Head: true},
			{Name: "Pers", Meaning: "Personer som vill ha det", Numeric: true}, {Name: "Erbjudanden", Numeric: true},
		},
	}
	var without []string
	for _, supply := range r.Supply {
		if supply.Offers > 0 {
			place := Cell{Text: "–", Spoken: "ingen"}
			if supply.Place > 0 {
				place = integer(supply.Place)
			}
			table.Rows = append(table.Rows, Line{Cells: []Cell{place, {Text: supply.Topic}, integer(supply.People), integer(supply.Offers)}})
		} else if supply.Place <= wantedMost {
			without = append(without, supply.Topic)
		}
	}
	if len(table.Rows) > 0 {
		section.Blocks = append(section.Blocks, table)
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
		list.Items = append(list.Items, Item{Text: offer.Text, Note: strings.Join(about, " · ")})
	}
	section.Blocks = append(section.Blocks, list)
	return section
}

func (r *Report) coverageSection() Section {
	section := Section{ID: "digcomp", Title: "Behovet efter DigComp"}
	if r.People == 0 {
		return section
	}
	table := Table{
		Caption: "Digitala kompetenser enligt DigComp, behov och kurser",
		Columns: []Column{
			{Name: "Nr"}, {Name: "Kompetens", Head: true}, {Name: "Poäng", Numeric: true, Bar: true},
			{Name: "Pers", Meaning: "Personer", Numeric: true},
		},
	}
	known := len(r.Courses) > 0
	if known {
		table.Columns = append(table.Columns, Column{Name: "Kurser", Numeric: true}, Column{Name: "Lucka"})
	}
	line := func(id, name string, d Demanded, apart bool) {
		cells := []Cell{{Text: id}, {Text: name}, exact(d.Points, 1), integer(d.People)}
		if known {
			gap := Cell{}
			if d.People > 0 && d.Courses == 0 {
				gap.Text = "saknas"
			}
			cells = append(cells, integer(d.Courses), gap)
		}
		table.Rows = append(table.Rows, Line{Cells: cells, Apart: apart})
	}
	for i, area := range r.Coverage {
		line(area.ID, area.Name, area.Demanded, i > 0)
		for _, competence := range area.Competences {
			if competence.People > 0 || competence.Courses > 0 {
				line(competence.ID, competence.Name, competence.Demanded, false)
			}
		}
	}
	section.Blocks = []Block{table, Paragraph("Ett ämnes poäng delas lika mellan de kompetenser som det hör till; områdena utanför önskelistan är med. " +
		"Kompetenser som ingen har bett om och ingen kurs ger står inte med.")}
	return section
}

func (r *Report) groupsSection() Section {
	section := Section{ID: "fordelning"}
	if r.By == NoGrouping {
		return section
	}
	section.Title = "Behovet per " + r.By.inSwedish()
	table := Table{
		Caption: fmt.Sprintf("De mest önskade ämnena per %s", r.By.inSwedish()),
		Columns: []Column{
			{Name: capital(r.By.inSwedish()), Head: true}, {Name: "Pers", Meaning: "Personer", Numeric: true},
			{Name: "Arb", Meaning: "Arbetsplatser", Numeric: true}, {Name: "Mest önskat"},
		},
	}
	for _, group := range r.Groups {
		table.Rows = append(table.Rows, group.line(group.Name))
	}
	if r.Small.Merged != nil {
		table.Rows = append(table.Rows, r.Small.Merged.line(fmt.Sprintf("Övriga (%d)", r.Small.Groups)))
	}
	if len(table.Rows) > 0 {
		section.Blocks = append(section.Blocks, table)
	}
	section.Blocks = append(section.Blocks, Paragraph(r.smallGroups()))
	return section
}

func (r *Report) smallGroups() string {
	rule := fmt.Sprintf("Färre än %d personer visas inte för sig, så att ingen pekas ut.", singledOut)
	if r.Small.Merged == nil && r.Small.People > 0 {
		rule += fmt.Sprintf(" %s är för få för att visas alls.", count(r.Small.People, "person", "personer"))
	}
	return rule
}

func (g Group) line(name string) Line {
	if name == "" {
		name = "okänt"
	}
	topics := make([]string, len(g.Rows))
	for i, row := range g.Rows {
		topics[i] = fmt.Sprintf("%d.\u00a0%s", row.Place, row.Name)
	}
	wanted := Cell{Text: strings.Join(topics, " · ")}
	if len(topics) == 0 {
		wanted = Cell{Text: "–", Spoken: "inget ämne på listan"}
	}
	return Line{Cells: []Cell{{Text: name}, integer(g.People), integer(g.Workplaces), wanted}}
}

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

// smallSample is the number of people below which a ranking is mostly chance.
const smallSample = 30

func (r *Report) basisSection() Section {
	section := Section{ID: "underlag", Title: "Underlag"}
	say := func(format string, args ...any) {
		section.Blocks = append(section.Blocks, Paragraph(fmt.Sprintf(format, args...)))
	}
	if r.Basis.Messages == 0 {
		say("Inga mejl har lästs. Regler: %s.", r.DerivedBy)
		return section
	}
	say("%s, det senaste kom %s. Ordnat efter %s. Regler: %s.",
		count(r.Basis.Messages, "läst mejl", "lästa mejl"), Minute(r.Basis.Last), r.Method.inSwedish(), r.DerivedBy)
	if r.Basis.OtherRules > 0 {
		say("%s med andra regler än dagens; ”onskemal reclassify” läser om.", count(r.Basis.OtherRules, "mejl är läst", "mejl är lästa"))
	}
	if r.People < smallSample {
		say("Underlaget är litet (%s): läs ordningen med försiktighet.", count(r.People, "person", "personer"))
	}
	return section
}

func (g Grouping) inSwedish() string {
	switch g {
	case ByRegion:
		return "region"
	case ByMunicipality:
		return "kommun"
	default:
		return "arbetsplats"
	}
}

func integer(n int) Cell {
	value := float64(n)
	return Cell{Text: whole(n), Number: &value}
}

func exact(r *big.Rat, digits int) Cell {
	value, _ := r.Float64()
	return Cell{Text: decimal(r, digits), Number: &value}
}

// change tells how a place has changed, in signs and in words.
func change(place, before int) Cell {
	switch {
	case before == 0:
		return Cell{Text: "ny"}
	case place < before:
		return Cell{Text: fmt.Sprintf("▲%d", before-place), Spoken: fmt.Sprintf("upp %d", before-place)}
	case place > before:
		return Cell{Text: fmt.Sprintf("▼%d", place-before), Spoken: fmt.Sprintf("ner %d", place-before)}
	default:
		return Cell{Text: "=", Spoken: "oförändrad"}
	}
}

func trendInWords(trend []int) string {
	words := make([]string, len(trend))
	for i, people := range trend {
		words[i] = fmt.Sprint(people)
	}
	return strings.Join(words, " ")
}

func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
