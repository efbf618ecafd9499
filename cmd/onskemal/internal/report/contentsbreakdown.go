package report

import (
	"fmt"
	"strings"
)

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
