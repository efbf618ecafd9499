package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestWriteCSV(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	r.Courses = []Course{{Title: "Makerspace; från början", Topic: "makerspace"}}
	r.Topics[0].Range, r.Topics[0].Tier = Range{1, 2}, 1
	var b bytes.Buffer
	if err := WriteCSV(&b, r, ""); err != nil {
		t.Fatal(err)
	}
	check(t, "the table", b.String(), `period,start,end,method,list,place,before,id,name,score,points,people,workplaces,largest_workplace,first_choices,new,low,high,tier,courses
2026-W47,2026-11-16,2026-11-22,harmonic,ämne,1,1,samarbete,Samarbete i Teams,1.5000,1.5000,2,1,2,1,1,1,2,1,
2026-W47,2026-11-16,2026-11-22,harmonic,ämne,2,2,juridik,Juridik,0.3333,0.3333,1,1,1,0,0,,,,
2026-W47,2026-11-16,2026-11-22,harmonic,ämne,3,3,fordjupning,Fördjupning,0.2500,0.2500,1,1,1,0,0,,,,
2026-W47,2026-11-16,2026-11-22,harmonic,ämne,,,makerspace,Makerspace,0,0,0,0,0,0,0,,,,Makerspace; från början
2026-W47,2026-11-16,2026-11-22,harmonic,utanför,1,1,AI,AI,1.2500,1.2500,2,1,2,1,1,,,,
`)
}

// The Swedish dialect says the same, as a Swedish Excel reads it.
func TestWriteCSVForExcel(t *testing.T) {
	r := build(t, filled(t, 0, 1, 2, 3, 4, 5, 6))
	var plain, excel bytes.Buffer
	if err := WriteCSV(&plain, r, RFC4180); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(&excel, r, ExcelSV); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(excel.String(), "\ufeff")
	check(t, "byte order mark", marked, true)
	check(t, "lines that end with CRLF", strings.Count(text, "\r\n"), strings.Count(text, "\n"))
	want, got := readCSV(t, &plain, ','), readCSV(t, strings.NewReader(text), ';')
	check(t, "points", got[1][10], "1,5000")
	for _, record := range want[1:] {
		for _, number := range []int{9, 10, 14} {
			record[number] = strings.Replace(record[number], ".", ",", 1)
		}
	}
	check(t, "the records", fmt.Sprint(got), fmt.Sprint(want))
}

func readCSV(t *testing.T, from io.Reader, comma rune) [][]string {
	t.Helper()
	r := csv.NewReader(from)
	r.Comma = comma
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func TestHarmlessCell(t *testing.T) {
	for text, want := range map[string]string{
		"Excel":                       "Excel",
		"":                            "",
		"Word-mallar":                 "Word-mallar",
		"a+b@c=d":                     "a+b@c=d",
		"=1+1":                        "'=1+1",
		"+46":                         "'+46",
		"-1":                          "'-1",
		"@SUM(A1)":                    "'@SUM(A1)",
		"  =1":                        "'  =1",
		"\u00a0\u200b=1":              "'\u00a0\u200b=1",
		"＝1":                          "'＝1",
		"\u3000＠A1":                   "'\u3000＠A1",
		"\t=1":                        "'�=1",
		"\rx":                         "'�x",
		"a;=1":                        "a;'=1",
		"a, -1":                       "a,' -1",
		"a\n=1":                       "a�'=1",
		`a"=1`:                        `a"'=1`,
		"=HYPERLINK(\"x\";\"klick\")": "'=HYPERLINK(\"x\";\"klick\")",
	} {
		check(t, text, HarmlessCell(text), want)
	}
}
