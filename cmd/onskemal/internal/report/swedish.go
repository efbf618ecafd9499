package report

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/digiteket/onskemal/store"
)

// decimal writes an exact number the Swedish way, rounded for the eye, halves away
// from zero: with a comma, and with a space that does not break between thousands.
func decimal(r *big.Rat, digits int) string {
	rounded, _ := new(big.Rat).SetString(r.FloatString(digits))
	value, _ := rounded.Float64()
	return message.NewPrinter(language.Swedish).Sprint(
		number.Decimal(value, number.MinFractionDigits(digits), number.MaxFractionDigits(digits)))
}

// whole writes a whole number likewise.
func whole(n int) string { return message.NewPrinter(language.Swedish).Sprint(number.Decimal(n)) }

func count(n int, one, many string) string {
	if n == 1 {
		return whole(n) + " " + one
	}
	return whole(n) + " " + many
}

// percent is a share in whole percents, with a space that does not break.
func percent(part *big.Rat, of int) string {
	return decimal(new(big.Rat).Mul(part, big.NewRat(100, int64(of))), 0) + "\u00a0%"
}

// listed joins names as a sentence does: "a, b och c".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " och " + names[len(names)-1]
}

// Minute writes a time as an editor's clock shows it.
func Minute(t time.Time) string { return t.In(stockholm()).Format("2006-01-02 15:04") }

// dates writes a period's days: "16–22 november 2026", "28 december 2026–3 januari
// 2027".
func (p Period) dates() string {
	first, last := p.Start.In(stockholm()), p.End.Add(-time.Nanosecond).In(stockholm())
	if first.Format(time.DateOnly) == last.Format(time.DateOnly) {
		return inWords(last)
	}
	from := fmt.Sprint(first.Day())
	if first.Month() != last.Month() || first.Year() != last.Year() {
		from += " " + months()[first.Month()-1]
	}
	if first.Year() != last.Year() {
		from += fmt.Sprintf(" %d", first.Year())
	}
	return from + "–" + inWords(last)
}

func inWords(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), months()[t.Month()-1], t.Year())
}

// weekNames names the last so many weeks until the period's end, the oldest
// first: "v. 47".
func (p Period) weekNames(count int) []string {
	names := make([]string, count)
	for i, start := range p.weekStarts(count) {
		names[i] = fmt.Sprintf("v.\u00a0%d", WeekOf(start).Number)
	}
	return names
}

func months() [12]string {
	return [12]string{
		"januari", "februari", "mars", "april", "maj", "juni",
		"juli", "augusti", "september", "oktober", "november", "december",
	}
}

// inSwedish names a method as an editor would.
func (m Method) inSwedish() string {
	switch m {
	case Harmonic:
		return "poäng"
	case Mentions:
		return "antal personer"
	case First:
		return "förstaval"
	case BordaAvg:
		return "Borda"
	case Schulze:
		return "Schulze"
	}
	return string(m)
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
	return doubt
}

func capital(s string) string {
	for i, r := range s {
		if i == 0 {
			return strings.ToUpper(string(r)) + s[len(string(r)):]
		}
	}
	return s
}
