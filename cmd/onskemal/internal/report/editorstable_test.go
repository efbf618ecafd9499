package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A table is the same in all the ways that spreadsheets save it.
func TestEditorsTableAsSaved(t *testing.T) {
	want := []Course{{"Källkritik, enkelt", "mik", 2, []string{"1.2", "2.5"}}, {Title: "Utan nivå", Topic: "mik", DigComp: []string{"1.2"}}}
	semicolons := "titel;ämne;nivå;digcomp\nKällkritik, enkelt;MIK på nätet;2;1.2, 2.5\nUtan nivå;mik;;1.2\n"
	commas := "titel,ämne,nivå,digcomp\n\"Källkritik, enkelt\",MIK på nätet,2,\"1.2, 2.5\"\nUtan nivå,mik,,1.2\n"
	tabs := strings.ReplaceAll(semicolons, ";", "\t")
	for name, given := range map[string]string{
		"semicolons":                   semicolons,
		"commas":                       commas,
		"tabs":                         tabs,
		"carriage returns":             "\ufeff" + strings.ReplaceAll(semicolons, "\n", "\r\n"),
		"empty lines first":            "\r\n\n" + tabs,
		"Excel's line":                 "sep=;\r\n" + semicolons,
		"Excel's line, comma":          "\ufeffSEP=,\n" + commas,
		"Excel's line, tab":            "sep=\t\n" + tabs,
		"Excel's line, bar":            "sep=|\n" + strings.ReplaceAll(semicolons, ";", "|"),
		"Excel's line, in quotes":      "\"sep=;\"\n" + semicolons,
		"Excel's line, as LibreOffice": "sep=;;;\n" + semicolons,
		"a comma in a column's name":   strings.Replace(semicolons, "digcomp", "digcomp;länk, om den finns", 1),
		"letters put together":         strings.NewReplacer("ä", "a\u0308", "å", "a\u030a").Replace(semicolons),
	} {
		courses, err := ReadCourses("t.csv", strings.NewReader(given), Options{Topics: []Topic{{ID: "mik", Name: "MIK på nätet"}}})
		if diff := cmp.Diff(want, courses); diff != "" || err != nil {
			t.Errorf("%s: %v %s", name, err, diff)
		}
	}
}

// The lines of errors are those of the file, also below Excel's line.
func TestEditorsTableErrorLines(t *testing.T) {
	for given, want := range map[string]string{
		"":                              "t.csv: filen är tom",
		"sep=;\n":                       "t.csv: filen är tom",
		"sep=;\ntitel\n":                "t.csv rad 2: kolumnen ”ämne” saknas",
		"sep=x\ntitelxämne\n":           "t.csv rad 1: kolumnen ”titel” saknas",
		"sep=\t\ntitel\tämne\nT\tnoter": "t.csv rad 3: ”noter” är inget ämne",
	} {
		if _, err := ReadCourses("t.csv", strings.NewReader(given), Options{}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", given, err, want)
		}
	}
}
