package report

import (
	"fmt"
	"io"
	"math/big"
	"strings"
	"time"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/digiteket/onskemal/store"
)

// WriteText renders the report for a terminal, in Swedish and without colour.
func WriteText(w io.Writer, r Report) error {
	p := &textPage{printer: message.NewPrinter(language.Swedish)}
	p.head(r)
	p.topics(r)
	p.outside(r)
	p.offers(r.Offers)
	p.list("Att granska: önskemål som inget ämne täcker", r.Review)
	p.doubtful(r.Doubtful)
	p.wishless(r.Wishless)
	p.list("Inte digitalt", r.Analog)
	p.quarantine(r)
	_, err := io.WriteString(w, p.String())
	return err
}

// shownPerGroup keeps a popular group from filling the page.
const shownPerGroup = 5

// textPage is a report on its way to the terminal.
type textPage struct {
	strings.Builder
	printer *message.Printer
}

func (p *textPage) linef(format string, args ...any) { p.printer.Fprintf(p, format+"\n", args...) }

func (p *textPage) head(r Report) {
	p.linef("Önskemål vecka %s (%s)", r.Week, dates(r.Week))
	p.linef("%s med önskemål, varav %s den här veckan · %s · %s",
		count(r.Mails, "mejl", "mejl"), count(r.NewMails, "nytt", "nya"),
		count(r.People, "person", "personer"), count(r.Workplaces, "arbetsplats", "arbetsplatser"))
}

func (p *textPage) topics(r Report) {
	p.linef("\nDet här vill man lära sig")
	if len(r.Topics) == 0 {
		p.linef("  Inga önskemål ännu.")
		return
	}
	p.table("Ämne", r.Method, r.Topics)
	p.linef("Pers: personer. Arb: deras arbetsplatser. 1:a: så många sätter det främst. Nya: personer den här veckan.")
	if len(r.Unwanted) > 0 {
		names := make([]string, len(r.Unwanted))
		for i, topic := range r.Unwanted {
			names[i] = topic.Name
		}
		p.linef("Ingen har bett om: %s", strings.Join(names, "; "))
	}
}

func (p *textPage) outside(r Report) {
	if len(r.Outside) == 0 {
		return
	}
	p.linef("\nUtanför önskelistan")
	rows := make([]Row, len(r.Outside))
	for i, group := range r.Outside {
		rows[i] = group.Row
	}
	p.table("Område", r.Method, rows)
	for _, group := range r.Outside {
		p.linef("%s:", Printable(group.Name))
		for i, wish := range group.Wishes {
			if i == shownPerGroup {
				p.linef("  … och %d till", len(group.Wishes)-i)
				break
			}
			p.linef("  – %s", Printable(wish))
		}
	}
}

func (p *textPage) offers(offers []Offer) {
	if len(offers) == 0 {
		return
	}
	p.linef("\nErbjudanden om att dela kunskap (%d)", len(offers))
	for _, offer := range offers {
		var about []string
		if len(offer.Topics) > 0 {
			about = append(about, strings.Join(offer.Topics, ", "))
		}
		if offer.Workplace != "" {
			about = append(about, offer.Workplace)
		}
		if offer.New {
			about = append(about, "ny")
		}
		p.linef("  – %s", Printable(offer.Text))
		if len(about) > 0 {
			p.linef("    (%s)", Printable(strings.Join(about, " · ")))
		}
	}
}

func (p *textPage) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.linef("\n%s (%d)", title, len(lines))
	for _, line := range lines {
		p.linef("  – %s", Printable(line))
	}
}

func (p *textPage) wishless(received []time.Time) {
	if len(received) == 0 {
		return
	}
	times := make([]string, len(received))
	for i, t := range received {
		times[i] = minute(t)
	}
	p.linef("\nAtt granska: veckans mejl utan önskemål eller erbjudande (%d)", len(received))
	p.linef("  kom %s", strings.Join(times, ", "))
}

func (p *textPage) doubtful(mails []store.Doubtful) {
	if len(mails) == 0 {
		return
	}
	p.linef("\nAtt granska: veckans mejl som kan betyda något annat (%d)", len(mails))
	for _, mail := range mails {
		words := make([]string, len(mail.Doubts))
		for i, doubt := range mail.Doubts {
			words[i] = DoubtInWords(doubt)
		}
		p.linef("  – kom %s: %s", minute(mail.Received), strings.Join(words, "; "))
	}
}

// DoubtInWords tells an editor why she should look at a mail.
func DoubtInWords(doubt string) string {
	switch doubt {
	case "answers-in-quote":
		return "svar mellan raderna i det citerade mejlet"
	case "list-attached":
		return "listan kan finnas i en bilaga som inte lästes"
	case store.PossibleDuplicate:
		return "kan vara samma mejl som ett tidigare"
	case "forms-differ":
		return "mejlets text och HTML listar olika saker"
	}
	return Printable(doubt)
}

func (p *textPage) quarantine(r Report) {
	p.linef("")
	if r.Unsent > 0 {
		p.linef("Brevlådan: servern lämnar inte ut %s, hur ofta programmet än frågar. Titta efter i brevlådan.", count(r.Unsent, "mejl", "mejl"))
	}
	if len(r.Quarantine) == 0 {
		p.linef("Karantän: inget väntar.")
		return
	}
	p.linef("Karantän: %s kunde inte läsas", count(len(r.Quarantine), "mejl", "mejl"))
	for _, mail := range r.Quarantine {
		p.linef("  – %s: %s", minute(mail.Received), Printable(mail.Reason))
	}
}

func (p *textPage) table(label string, method Method, rows []Row) {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.Style().Options = table.Options{SeparateHeader: true}
	header := table.Row{"Pl", label, "Poäng", "Pers", "Arb", "1:a", "Nya"}
	if method != Harmonic {
		header = append(header, string(method))
	}
	t.AppendHeader(header)
	for _, row := range rows {
		cells := table.Row{
			row.Place, Printable(row.Name), p.decimal(row.Points, 2), row.People, row.Workplaces, p.decimal(row.FirstChoices, 1), row.New,
		}
		if method != Harmonic {
			cells = append(cells, p.decimal(row.Score, 2))
		}
		t.AppendRow(cells)
	}
	var columns []table.ColumnConfig
	for i := range header {
		if header[i] != label {
			columns = append(columns, table.ColumnConfig{Number: i + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
		}
	}
	t.SetColumnConfigs(columns)
	p.linef("%s", t.Render())
}

// decimal writes an exact number the Swedish way, rounded for the eye.
func (p *textPage) decimal(r *big.Rat, digits int) string {
	f, _ := r.Float64()
	return p.printer.Sprint(number.Decimal(f, number.MinFractionDigits(digits), number.MaxFractionDigits(digits)))
}

func minute(t time.Time) string { return t.In(stockholm()).Format("2006-01-02 15:04") }

func count(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Printable makes a line of text from a mail harmless in a terminal: control
// characters and marks that turn the writing direction become �.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// dates writes a week's days: "16–22 november 2026", "28 december 2026–3 januari 2027".
func dates(w Week) string {
	first, last := w.Start(), w.End().AddDate(0, 0, -1)
	from := fmt.Sprint(first.Day())
	if first.Month() != last.Month() {
		from += " " + months()[first.Month()-1]
	}
	if first.Year() != last.Year() {
		from += fmt.Sprintf(" %d", first.Year())
	}
	return fmt.Sprintf("%s–%d %s %d", from, last.Day(), months()[last.Month()-1], last.Year())
}

func months() [12]string {
	return [12]string{
		"januari", "februari", "mars", "april", "maj", "juni",
		"juli", "augusti", "september", "oktober", "november", "december",
	}
}
