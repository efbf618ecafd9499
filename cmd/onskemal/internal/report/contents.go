package report

import (
	"fmt"
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
	if r.Basis.Keys > 1 {
		say("Databaserna har %d olika nycklar: den som har skrivit till flera av dem räknas en gång för varje nyckel.", r.Basis.Keys)
	}
	if r.People < smallSample {
		say("Underlaget är litet (%s): läs ordningen med försiktighet.", count(r.People, "person", "personer"))
	}
	return section
}
