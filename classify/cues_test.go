package classify

import "testing"

// TestCueSpecimens reads the specimen of every row of every table.
func TestCueSpecimens(t *testing.T) {
	for _, table := range cueTables {
		t.Run(table.name, func(t *testing.T) {
			for _, row := range table.rows {
				if !specimenMatches(row) {
					t.Errorf("pattern %q is not found in its specimen %q", row.pattern, row.specimen)
				}
			}
		})
	}
}

func specimenMatches(row cueRow) bool {
	table := compileCues([]cueRow{row})
	for _, s := range sentences(row.specimen, lex(row.specimen)) {
		if table.in(s) {
			return true
		}
	}
	return false
}

var cueTables = []struct {
	name string
	rows []cueRow
}{
	{"wish", wishRows}, {"noun", nounRows}, {"need", needRows}, {"question", questionRows},
	{"frame", frameRows}, {"tail", tailRows}, {"decline", declineRows}, {"needed", neededRows},
	{"offer", offerRows}, {"handout", handoutRows}, {"offer lead", offerLeadRows}, {"done lead", doneLeadRows},
	{"learning", learningRows}, {"level", levelRows}, {"first", firstRows}, {"next", nextRows}, {"then", thenRows},
	{"also", alsoRows}, {"place verb", placeVerbRows}, {"place behind", placeBehindRows}, {"aside", asideRows}, {"descending", descendingRows}, {"joint", jointRows}, {"machine", machineRows}, {"patron", patronRows}, {"astray", astrayRows},
	{"support", supportRows}, {"trouble", troubleRows}, {"course", courseRows}, {"unable", unableRows}, {"refusal", refusalRows}, {"thanks", thanksRows}, {"offer tail", offerTailRows}, {"offer joint", offerJointRows}, {"condition", conditionRows}, {"duration", durationRows}, {"invitation", invitationRows}, {"permission", permissionRows}, {"lack", lackRows}, {"request", requestRows}, {"experience", experienceRows}, {"greeting", greetingRows}, {"pleasantry", pleasantryRows},
}

func TestCueMatch(t *testing.T) {
	for _, tt := range []struct {
		pattern, clause string
		want            bool
	}{
		{"behöver", "Vi BEHOVER hjälp", true},
		{"kurs*", "en kursdag", true},
		{"jag|vi vill", "vi vill", true},
		{"jag vill", "vi vill", false},
		{"vill gärna? veta", "vill veta", true},
		{"vill ~ veta", "vill verkligen gärna veta", true},
		{"vill ~ veta", "vill katten veta", false},
		{"vill ... veta", "vill katten veta", true},
		{"vill ... veta", "vill, om ni veta", false},
		{"^ vill", "vi vill", false},
		{"veta $", "vill veta mer", false},
		{"veta $", "vill veta", true},
		{"-ni vill", "jag vill", true},
		{"-ni vill", "ni vill", false},
		{"vill -ni", "vill jag", true},
		{"vill -ni", "vill ni", false},
	} {
		if got := compileCues([]cueRow{{pattern: tt.pattern}}).in(lex(tt.clause)); got != tt.want {
			t.Errorf("%q in %q: %v, want %v", tt.pattern, tt.clause, got, tt.want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, tt := range []struct{ typed, want string }{
		{"skulel", "skulle"}, {"behver", "behover"}, {"önksar", "onskar"}, {"wuold", "would"},
		{"behov", "behov"}, {"Oskar", "oskar"}, {"garn", "garn"}, {"kulle", "kulle"},
	} {
		if got := lex(tt.typed)[0].key; got != tt.want {
			t.Errorf("%q is read as %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Hej! Vi vill lära oss Koha. Tack", []string{"Hej", "Vi vill lära oss Koha", "Tack"}},
		{"system, t.ex. Koha och bl.a. Libris", []string{"system, t.ex. Koha och bl.a. Libris"}},
		{"klass 6. Vi vill", []string{"klass 6", "Vi vill"}},
		{"den 6. maj", []string{"den 6. maj"}},
		{"antagning.se och micro:bit", []string{"antagning.se och micro:bit"}},
		{"kul :-) Excel", []string{"kul", "Excel"}},
		{"", nil},
	} {
		var got []string
		for _, s := range sentences(tt.text, lex(tt.text)) {
			got = append(got, textOf(tt.text, s))
		}
		if len(got) != len(tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
			}
		}
	}
}
