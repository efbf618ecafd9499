package report

import (
	"encoding/csv"
	"io"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Dialect is a way to write CSV.
type Dialect string

// The dialects.
const (
	RFC4180 Dialect = "rfc4180"  // comma, decimal point, UTF-8; lines end with LF
	ExcelSV Dialect = "excel-sv" // as a Swedish Excel reads it: semicolon, decimal comma, byte order mark, CRLF
)

// Dialects are all dialects, the default first.
var Dialects = []Dialect{RFC4180, ExcelSV}

// WriteCSV writes a line for each topic of the wish list and for each group
// outside it, the most wanted first, so that reports of several periods can be
// put below one another. end is the period's last day; what is not known is
// empty; points and first choices are rounded to four decimals.
func WriteCSV(w io.Writer, r *Report, dialect Dialect) error {
	out := csv.NewWriter(w)
	if dialect == ExcelSV {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		out.Comma, out.UseCRLF = ';', true
	}
	records := [][]string{{
		"period", "start", "end", "method", "list", "place", "before", "id", "name", "score", "points", "people", "workplaces",
		"largest_workplace", "first_choices", "new", "low", "high", "tier", "courses",
	}}
	for _, row := range r.Topics {
		records = append(records, r.record("ämne", row, dialect))
	}
	for _, topic := range r.withoutDemand() {
		nothing := Demand{Topic: topic.ID, Score: new(big.Rat), Points: new(big.Rat), FirstChoices: new(big.Rat)}
		records = append(records, r.record("ämne", Row{Name: topic.Name, Demand: nothing, Courses: coursesFor(topic.ID, r.Courses)}, dialect))
	}
	for _, row := range r.Outside {
		records = append(records, r.record("utanför", row, dialect))
	}
	return out.WriteAll(records)
}

func (r *Report) record(list string, row Row, dialect Dialect) []string {
	titles := make([]string, len(row.Courses))
	for i, course := range row.Courses {
		titles[i] = course.Title
	}
	return []string{
		r.Period.Name, r.Period.Start.In(stockholm()).Format(time.DateOnly), r.Period.lastDay(), string(r.Method), list,
		known(row.Place), known(row.Before), HarmlessCell(row.Topic), HarmlessCell(row.Name),
		dialect.number(row.Score), dialect.number(row.Points), strconv.Itoa(row.People), strconv.Itoa(row.Workplaces),
		strconv.Itoa(row.Largest), dialect.number(row.FirstChoices), strconv.Itoa(row.New),
		known(row.Range.Low), known(row.Range.High), known(row.Tier), HarmlessCell(strings.Join(titles, "; ")),
	}
}

// known is a number from 1 on, or nothing.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (d Dialect) number(r *big.Rat) string {
	const digits = 4
	if r.IsInt() {
		return r.RatString()
	}
	text := r.FloatString(digits)
	if d == ExcelSV {
		return strings.Replace(text, ".", ",", 1)
	}
	return text
}

// formula is what makes a spreadsheet calculate, also in full width, and also
// where it takes another character than ours for the end of a cell.
var formula = regexp.MustCompile(`(^|[,;"\t\r\n])([\pZ\p{Cf}\s]*[=+\-@＝＋－＠\t\r])`)

// HarmlessCell is a text that no spreadsheet takes for a formula (CWE-1236).
func HarmlessCell(s string) string { return Printable(formula.ReplaceAllString(s, "$1'$2")) }
