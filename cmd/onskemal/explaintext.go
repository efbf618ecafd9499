package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

// text is for an editor, in Swedish.
func (e explanation) text() string {
	var b strings.Builder
	e.Mail.writeText(&b, e.whole)
	for _, item := range e.Items {
		fmt.Fprintln(&b)
		item.writeText(&b)
	}
	if e.whole && len(e.Items) == 0 {
		fmt.Fprintln(&b, "\nInget önskemål och inget erbjudande räknas i mejlet.")
	}
	if len(e.Mail.Mentioned) > 0 {
		fmt.Fprintln(&b, "\nNämns i mejlet, men inte i något önskemål eller erbjudande:")
	}
	for _, y := range e.Mail.Mentioned {
		fmt.Fprintf(&b, "  %s: %s\n", y.named(), y.words())
	}
	if len(e.Mail.decisions) > 0 {
		fmt.Fprintln(&b, "\nRedaktionens beslut")
	}
	for _, d := range e.Mail.decisions {
		for line := range strings.Lines(decisionText(d)) {
			fmt.Fprintf(&b, "  %s\n", strings.TrimSuffix(line, "\n"))
		}
	}
	e.Mail.writeToday(&b)
	if !e.whole {
		fmt.Fprintf(&b, "\nHela mejlet: onskemal explain mail:%d\n", e.Mail.Number)
	}
	return b.String()
}

func (m explainedMail) writeText(b *strings.Builder, whole bool) {
	fmt.Fprintf(b, "Mejl %d, kom %s: %s\n", m.Number, report.Minute(m.Received), kindInSwedish(m.Kind))
	switch {
	case m.KeptUntil == nil:
		fmt.Fprintln(b, "  Mejlet är borttaget. Kvar är det som lästes i det.")
	case m.Unreadable != "":
		fmt.Fprintf(b, "  Mejlet går inte att läsa längre: %s\n", m.Unreadable)
	default:
		fmt.Fprintf(b, "  från %s, ämne ”%s”; sparas till %s\n", cmp.Or(m.From, "okänd avsändare"), m.Subject, day(*m.KeptUntil))
	}
	for _, doubt := range m.Doubts {
		fmt.Fprintf(b, "  att granska: %s\n", report.DoubtInWords(doubt))
	}
	if whole && len(m.Lines) > 0 {
		fmt.Fprintln(b, "\nSå togs raderna:")
		for _, line := range m.Lines {
			fmt.Fprintln(b, line)
		}
	}
}

// writeToday tells whether today's program and topics read the mail otherwise.
func (m explainedMail) writeToday(b *strings.Builder) {
	switch {
	case m.Unreadable != "":
	case m.Differs != nil:
		fmt.Fprintln(b, "\nMed dagens regler skulle programmet läsa mejlet annorlunda ('onskemal reclassify' gör det):")
		if m.Differs.KindBefore != m.Differs.KindAfter {
			fmt.Fprintf(b, "  %s i stället för %s\n", kindInSwedish(m.Differs.KindAfter), kindInSwedish(m.Differs.KindBefore))
		}
		for _, line := range m.Differs.change.Removed {
			fmt.Fprintf(b, "  − %s\n", lineInSwedish(line))
		}
		for _, line := range m.Differs.change.Added {
			fmt.Fprintf(b, "  + %s\n", lineInSwedish(line))
		}
	default:
		fmt.Fprintln(b, "\nDagens regler läser mejlet likadant.")
	}
	fmt.Fprintf(b, "  läst med %s\n", m.ReadBy)
	if m.Today != m.ReadBy {
		fmt.Fprintf(b, "  i dag    %s\n", m.Today)
	}
}

func (i explainedItem) writeText(b *strings.Builder) {
	if i.Offer {
		fmt.Fprintf(b, "Erbjudande %d: ”%s”\n", i.Number, i.Text)
	} else {
		fmt.Fprintf(b, "Önskemål %d: ”%s”\n", i.Number, i.Text)
	}
	if i.source != "" {
		fmt.Fprintf(b, "  rad %d i mejlet: %s\n", i.Line, strings.TrimSpace(i.source))
	}
	switch {
	case i.By != "":
		fmt.Fprintf(b, "  skrivet av %s, som avsändaren har skickat vidare\n", i.By)
	case i.others:
		fmt.Fprintln(b, "  skrivet av någon annan, som avsändaren har skickat vidare")
	}
	if !i.Offer {
		fmt.Fprintf(b, "  plats %d%s\n", i.Rank, rankInWords(i.RankBy))
	}
	fmt.Fprintf(b, "  räknas som: %s\n", i.counted())
	if i.Decision != 0 {
		fmt.Fprintf(b, "  så har redaktionen bestämt (beslut %d)\n", i.Decision)
	}
	if i.Uptake != nil {
		i.Uptake.writeText(b)
	}
	i.writeReasons(b)
	i.writeLacking(b)
}

func (u uptake) writeText(b *strings.Builder) {
	fmt.Fprintf(b, "  läge: %s\n", stateInWords(u.History))
	if u.ContactUntil == nil {
		fmt.Fprintln(b, "  ingen kontakt sparad")
		return
	}
	fmt.Fprintf(b, "  kontakt: %s; sparas till %s\n", u.Contact, day(*u.ContactUntil))
}

// counted names what the item counts as.
func (i explainedItem) counted() string {
	var labels []string
	for _, topic := range i.Topics {
		labels = append(labels, i.named(topic, false))
	}
	for _, group := range i.Outside {
		labels = append(labels, i.named(group, true))
	}
	switch {
	case len(labels) > 0:
		return strings.Join(labels, "; ")
	case i.Scope == string(classify.Analog):
		return "inget digitalt"
	}
	return "inget ämne"
}

// named is a label with what it is called, where that is known.
func (i explainedItem) named(label string, outside bool) string {
	for _, y := range i.Candidates {
		if y.Label == label && y.Outside == outside {
			return y.named()
		}
	}
	return candidate{Label: label, Name: label, Outside: outside}.named()
}

// named is the label with what it is called.
func (y candidate) named() string {
	switch {
	case y.Outside:
		return y.Label + " (utanför listan)"
	case y.Name != y.Label:
		return fmt.Sprintf("%s (%s)", y.Name, y.Label)
	}
	return y.Label
}

func rankInWords(by ingest.RankReason) string {
	switch by {
	case ingest.RankByNumber:
		return ", skribentens eget nummer"
	case ingest.RankByOrder:
		return ", punktens plats i listan"
	case ingest.RankUnordered:
		return ", som hela listan delar: den är utan inbördes ordning"
	case ingest.RankByWords:
		return ", efter ord som säger ordningen"
	case ingest.RankInProse:
		return ", som önskemål i löpande text delar när inga ord säger annat"
	}
	return ""
}

// writeReasons tells what the topics rest on: by today's topics with the weights,
// where these give the same, else by the words that were found at the time.
func (i explainedItem) writeReasons(b *strings.Builder) {
	if !i.asToday() {
		i.writeStored(b)
		if i.Partial {
			fmt.Fprintln(b, "  Orden stod också i förklarande rader, som inte finns kvar.")
			return
		}
		if i.Decision != 0 {
			fmt.Fprintln(b, "  Programmet självt ger:")
		} else {
			fmt.Fprintln(b, "  Dagens ämnesfil ger i stället:")
		}
	}
	none := true
	for _, y := range i.Candidates {
		if y.Lack == "" {
			none = false
			fmt.Fprintf(b, "  %s, styrka %s:\n", y.named(), weighed(y.Strength))
			y.writeHits(b)
		}
	}
	if none {
		fmt.Fprintln(b, "  Inget ämne har ord som räcker.")
	}
}

// writeStored tells the words that gave an item its topics when it was read.
func (i explainedItem) writeStored(b *strings.Builder) {
	for _, why := range i.Why {
		if !why.Negated {
			fmt.Fprintf(b, "  %s: ”%s” (nyckelord ”%s”), när mejlet lästes\n", why.Topic, why.Found, why.Keyword)
		}
	}
}

// writeLacking tells what was found and did not suffice.
func (i explainedItem) writeLacking(b *strings.Builder) {
	for _, y := range i.Candidates {
		if y.Lack != "" {
			fmt.Fprintf(b, "  Inte %s: %s\n", y.named(), y.lackInWords())
			y.writeHits(b)
		}
	}
}

func (y candidate) writeHits(b *strings.Builder) {
	for _, hit := range y.Hits {
		fmt.Fprintf(b, "    ”%s”, nyckelord ”%s”", hit.Found, hit.Keyword)
		switch {
		case hit.Negated:
			fmt.Fprint(b, ", nekat")
		case hit.Weight == 0:
			fmt.Fprint(b, ", redan räknat")
		default:
			fmt.Fprintf(b, ", vikt %s", weighed(hit.Weight))
		}
		fmt.Fprintln(b)
	}
}

// words are those that were found.
func (y candidate) words() string {
	words := make([]string, len(y.Hits))
	for i, hit := range y.Hits {
		words[i] = "”" + hit.Found + "”"
	}
	return strings.Join(words, ", ")
}

func (y candidate) lackInWords() string {
	switch y.Lack {
	case classify.Unwanted:
		return "orden finns, men nekade"
	case classify.TooWeak:
		if y.Strength >= classify.SufficientStrength {
			return "bara svaga nyckelord"
		}
		return fmt.Sprintf("styrka %s, och det behövs %s", weighed(y.Strength), weighed(classify.SufficientStrength))
	case classify.Outweighed:
		return fmt.Sprintf("styrka %s, men ett annat ämne är mer än dubbelt så starkt", weighed(y.Strength))
	case classify.RuledOut:
		return "en regel i ämnesfilen låter ett annat ämne gå före"
	default:
		return "tre andra ämnen passar bättre"
	}
}

// weighed writes a weight or a strength the Swedish way.
func weighed(x float64) string { return strings.Replace(fmt.Sprintf("%.2f", x), ".", ",", 1) }
