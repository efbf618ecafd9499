package report

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/store"
)

// mail is a mail of the test's week, W47 of 2026, or of so many days before it.
func mail(from string, daysBefore int, wishes ...store.Wish) store.Message {
	for i := range wishes {
		if wishes[i].Rank == 0 {
			wishes[i].Rank = i + 1
		}
		if wishes[i].Scope == "" {
			wishes[i].Scope = "digital"
		}
	}
	return store.Message{
		From: from, Received: time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC).AddDate(0, 0, -daysBefore), Kind: "wish", Wishes: wishes, DerivedBy: "test",
	}
}

func wants(text string, topics ...string) store.Wish { return store.Wish{Text: text, Topics: topics} }

// reported is the report of the mails for the test's week.
func reported(t *testing.T, opts Options, mails ...store.Message) *Report {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i, m := range mails {
		m.Raw = fmt.Append(nil, "mail ", i)
		if _, err := s.Add(context.Background(), m, nil); err != nil {
			t.Fatal(err)
		}
	}
	opts.Period, opts.Method, opts.DerivedBy = Week{2026, 47}.Period(), Harmonic, "test"
	if opts.Topics == nil {
		opts.Topics = wishList
	}
	r, err := Build(context.Background(), s, opts)
	if err != nil {
		t.Fatal(err)
	}
	return &r
}

func TestWhatChanged(t *testing.T) {
	law, teams, maker := wants("GDPR", "juridik"), wants("Teams", "samarbete"), wants("3D", "makerspace")
	for _, test := range []struct {
		want  string
		mails []store.Message
	}{
		{"Det har inte kommit några önskemål ännu.", nil},
		{"De första önskemålen har kommit, och mest önskat är Juridik.", []store.Message{mail("a@x.example", 0, law)}},
		{"De första önskemålen har kommit, och mest önskat är sådant som inget ämne täcker.", []store.Message{mail("a@x.example", 0, wants("vet inte"))}},
		{"Inga nya önskemål har kommit, så listan är oförändrad.", []store.Message{mail("a@x.example", 7, law)}},
		{"Ordningen är densamma som när perioden började, med Juridik först.", []store.Message{mail("a@x.example", 7, law), mail("b@x.example", 0, law)}},
		{"Nytt är Makerspace (1 person, 1 arbetsplats).", []store.Message{mail("a@x.example", 7, law, teams), mail("b@x.example", 0, law, teams, maker)}},
		{"Upp har gått Samarbete i Teams från plats 2 till 1.", []store.Message{mail("a@x.example", 7, law, teams), mail("b@x.example", 0, teams)}},
		{"Upp har gått Samarbete i Teams från plats 2 till 1; nytt är Makerspace (1 person, 1 arbetsplats).",
			[]store.Message{mail("a@x.example", 7, law, teams), mail("b@x.example", 0, teams, maker)}},
	} {
		check(t, "sentence", reported(t, Options{}, test.mails...).whatChanged(), test.want)
	}
}

// A topic that one workplace asks for is marked as such.
func TestConcentration(t *testing.T) {
	row := func(people, workplaces, largest int) string {
		note, _ := Row{Name: "Juridik", Demand: Demand{People: people, Workplaces: workplaces, Largest: largest}}.concentration()
		return note
	}
	check(t, "two people", row(2, 1, 2), "")
	check(t, "spread", row(10, 8, 3), "")
	check(t, "few", row(3, 2, 2), "Juridik: 1 arbetsplats står för 2 av 3 personer.")
	check(t, "many", row(20, 5, 12), "Juridik: 1 arbetsplats står för 60\u00a0% av personerna.")
	check(t, "unknown", row(5, 0, 0), "")
}

func TestQuotesAreAnonymous(t *testing.T) {
	r := reported(t, Options{Workplaces: Workplaces{"x.example": {Name: "Sagolunds bibliotek", Municipality: "Sagolund"}}},
		mail("a@x.example", 3, wants("Teams i Sagolund", "samarbete")),
		mail("b@x.example", 2, wants("Teams, ring 070-123 45 67", "samarbete")),
		mail("c@norrkullakommun.example", 1, wants("Teams på Norrkullabiblioteket "+strings.Repeat("och ", 60), "samarbete")),
		mail("d@z.example", 9, wants("Teams igen", "samarbete")),
	)
	want := []string{"Teams på [arbetsplatsen] " + strings.TrimSpace(strings.Repeat("och ", 33)) + " …", "Teams, ring [telefon]"}
	if diff := cmp.Diff(want, r.Topics[0].Quotes); diff != "" {
		t.Error(diff)
	}
}

func TestHideWorkplace(t *testing.T) {
	for text, want := range map[string]string{
		"Norrkullas webb, norrkullabiblioteket": "[arbetsplatsen] webb, [arbetsplatsen]",
		"NORRKULLA":                             "[arbetsplatsen]",
		"bibliotek i kommunen":                  "bibliotek i kommunen",
	} {
		check(t, text, hideWorkplace(text, "bibliotek.norrkullakommun.example"), want)
	}
	check(t, "marks", hideWorkplace("vi i Åhult", "ahult.example"), "vi i [arbetsplatsen]")
	check(t, "a provider", hideWorkplace("Outlook och Gmail", "outlook.com"), "Outlook och Gmail")
	check(t, "an abbreviation", hideWorkplace("kb och IT", "it.kb.example"), "kb och IT")
}

// Words emerge when several people at several workplaces use them, and did not
// before.
func TestEmerging(t *testing.T) {
	strange := func(text string) store.Wish { return wants(text) }
	r := reported(t, Options{},
		mail("a@x.example", 30, strange("blandat om rutiner")), mail("b@y.example", 40, strange("blandat om rutiner igen")),
		mail("c@z.example", 50, strange("blandat rutiner")), mail("z@z.example", 60, strange("blandat rutiner")),
		mail("d@x.example", 0, strange("kvantdatorer på blandat vis")), mail("e@y.example", 0, strange("vad är kvantdatorer")),
		mail("f@y.example", 0, strange("Kvantdatorer blandat"), strange("kvantdatorer igen")),
		mail("g@x.example", 0, strange("robotar")), mail("h@x.example", 0, strange("robotar")), mail("i@x.example", 0, strange("robotar")),
		mail("j@x.example", 0, store.Wish{Text: "hyllor", Scope: "analog"}), mail("k@y.example", 0, store.Wish{Text: "hyllor", Scope: "analog"}),
		mail("l@z.example", 0, store.Wish{Text: "hyllor", Scope: "analog"}),
	)
	if diff := cmp.Diff([]Word{{"kvantdatorer", 3, 0, 2, "Kvantdatorer blandat"}}, r.Emerging); diff != "" {
		t.Error(diff)
	}
}

// Each area tells what is wanted, on the list and outside it, beside the courses.
func TestCoverage(t *testing.T) {
	topics := []Topic{{ID: "juridik", DigComp: []string{"3.3", "4.2"}}, {ID: "samarbete", DigComp: []string{"2.4"}}}
	r := reported(t, Options{
		Topics: topics, Outside: []Topic{{ID: "Lösenord", DigComp: []string{"4.1"}}},
		Courses: []Course{{Topic: "juridik"}, {Topic: "samarbete", DigComp: []string{"2.4", "5.1"}}},
	},
		mail("a@x.example", 0, wants("GDPR", "juridik"), store.Wish{Text: "lösenord", Outside: []string{"Lösenord"}}),
		mail("b@x.example", 0, wants("GDPR", "juridik")),
	)
	var got []string
	for _, area := range r.Coverage {
		for _, line := range append([]Competence{{area.ID, "", area.Demanded}}, area.Competences...) {
			if line.People > 0 || line.Courses > 0 {
				got = append(got, fmt.Sprint(line.ID, " ", line.Points.RatString(), " ", line.People, " ", line.Courses))
			}
		}
	}
	want := []string{"2 0 0 1", "2.4 0 0 1", "3 1 2 1", "3.3 1 2 1", "4 3/2 2 1", "4.1 1/2 1 0", "4.2 1 2 1", "5 0 0 1", "5.1 0 0 1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Nobody is told of in a group of fewer than three.
func TestBreakDown(t *testing.T) {
	workplaces := Workplaces{"a.example": {Region: "Norr"}, "b.example": {Region: "Norr"}, "c.example": {Region: "Syd"}, "d.example": {Region: "Väst"}}
	var mails []store.Message
	for _, from := range []string{"1@a.example", "2@a.example", "3@b.example", "4@c.example", "5@d.example", "6@nowhere.example"} {
		mails = append(mails, mail(from, 0, wants("Teams", "samarbete")))
	}
	mails = append(mails, mail("1@a.example", 0, wants("GDPR", "juridik")))
	r := reported(t, Options{By: ByRegion, Workplaces: workplaces}, mails...)
	var got []string
	for _, group := range r.Groups {
		got = append(got, fmt.Sprint(group.Name, " ", group.People, " ", group.Workplaces, " ", group.Rows[0].Name, " ", len(group.Rows)))
	}
	if diff := cmp.Diff([]string{"Norr 3 2 Samarbete i Teams 2"}, got); diff != "" {
		t.Error(diff)
	}
	check(t, "small", fmt.Sprint(r.Small.Groups, r.Small.People, r.Small.Merged.People), "3 3 3")
	r = reported(t, Options{By: ByWorkplace, Workplaces: workplaces}, mails[:4]...)
	check(t, "all small", fmt.Sprint(len(r.Groups), r.Small.Groups, r.Small.Merged.People), "0 3 4")
	r = reported(t, Options{By: ByRegion, Workplaces: workplaces}, mails[:4]...)
	check(t, "too few even together", fmt.Sprint(len(r.Groups), r.Small.People, r.Small.Merged), "1 1 <nil>")
}

func TestReadTables(t *testing.T) {
	for given, want := range map[string]string{
		"":                            "t.csv: filen är tom",
		"titel\nTeams":                "t.csv rad 1: kolumnen ”ämne” saknas",
		"titel;ämne\nTeams;musik":     "t.csv rad 2: ”musik” är inget ämne",
		"titel;ämne;nivå\nT;mik;4":    "t.csv rad 2: ”4” är ingen nivå",
		"titel;ämne\n\nT;mik;1;2":     "t.csv rad 3: raden har 4 celler, men första raden namnger 2 kolumner",
		"titel;ämne;digcomp\nT;mik;9": "t.csv rad 2: ”9” är ingen kompetens i DigComp",
		"titel;ämne\nT\"\n;\"mik":     "t.csv rad 2: citattecknen går inte ihop",
		"titel;\xe4mne\n":             "t.csv: filen är inte UTF-8; spara den som ”CSV UTF-8”",
	} {
		_, err := ReadCourses("t.csv", strings.NewReader(given), []Topic{{ID: "mik", Name: "MIK"}})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", given, err, want)
		}
	}
	courses, err := ReadCourses("t.csv", strings.NewReader("\ufeffÄmne,Titel,Nivå,DigComp,Länk\r\nmik,\"Källkritik, enkelt\",Nivå 2,\"1.2, 2.5\",x\r\n"), []Topic{{ID: "mik", Name: "MIK"}})
	if diff := cmp.Diff([]Course{{"Källkritik, enkelt", "mik", 2, []string{"1.2", "2.5"}}}, courses); diff != "" || err != nil {
		t.Error(diff, err)
	}
	for given, want := range map[string]string{
		"domän;arbetsplats;kommun;region\na b;X;Y;Z":            "w.csv rad 2: ”a b” är ingen domän",
		"domän;arbetsplats;kommun;region\nx.se;;;\n@X.se;X;Y;Z": "w.csv rad 3: x.se står redan på en rad ovanför",
	} {
		_, err := ReadWorkplaces("w.csv", strings.NewReader(given))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", given, err, want)
		}
	}
	workplaces, err := ReadWorkplaces("w.csv", strings.NewReader("domän;arbetsplats;kommun;region\nx.example;Xköping;;\n"))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "a domain below", workplaces.Name("bib.x.example"), "Xköping")
	check(t, "another", workplaces.Name("y.example"), "y.example")
}

func TestSwedishNumbers(t *testing.T) {
	check(t, "grouped", whole(1234567), "1\u00a0234\u00a0567")
	check(t, "half up", percent(1, 8), "13\u00a0%")
	check(t, "one", count(1, "person", "personer"), "1 person")
	check(t, "listed", listed([]string{"a", "b", "c"}), "a, b och c")
}
