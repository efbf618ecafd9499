package report

import (
	"context"
	"fmt"
	"math/big"
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

func withRaw(m store.Message, raw string) store.Message {
	m.Raw = []byte(raw)
	return m
}

// stockOf is a store with the mails.
func stockOf(t *testing.T, mails ...store.Message) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for i, m := range mails {
		if _, err := s.Add(context.Background(), withRaw(m, fmt.Sprint("mail ", i)), nil); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// reported is the report of the mails for the test's week.
func reported(t *testing.T, opts Options, mails ...store.Message) *Report {
	t.Helper()
	return reportFrom(t, stockOf(t, mails...), opts)
}

// pageText is what a report says in a wide terminal.
func pageText(t *testing.T, r *Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b, Text, Output{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func reportFrom(t *testing.T, s *store.Store, opts Options) *Report {
	t.Helper()
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
	const hidden = "[arbetsplatsen]"
	for text, want := range map[string]string{
		"Norrkullas webb, norrkullabiblioteket": hidden + " webb, " + hidden,
		"NORRKULLA":                             hidden,
		"bibliotek i kommunen":                  "bibliotek i kommunen",
	} {
		check(t, text, hideWorkplace(text, "bibliotek.norrkullakommun.example"), want)
	}
	check(t, "a provider", hideWorkplace("Outlook och Gmail", "outlook.com"), "Outlook och Gmail")
	check(t, "an abbreviation", hideWorkplace("kb och it", "it.kb.example"), "kb och it")
	check(t, "a table's name", hideWorkplace("Sagolund och dess bibliotek", "x.example", "Sagolunds bibliotek"), hidden+" och dess bibliotek")
	check(t, "a word like a short name", hideWorkplace("Ale har ale", "ale.example"), hidden+" har ale")
}

// Names of municipalities and regions whose letters look like what many names
// begin or end with.
func TestHideWorkplaceByDomain(t *testing.T) {
	for domain, name := range map[string]string{
		"gotland.se": "Gotland", "landskrona.se": "Landskrona", "regionhalland.se": "Halland", "ale.se": "Ale", "are.se": "Åre", "eda.se": "Eda",
		"lund.se": "Lund", "malmo.se": "Malmö", "stadsbiblioteket.goteborg.se": "Göteborg", "stockholm.se": "Stockholm", "bibliotek.karlstad.se": "Karlstad",
		"kristianstad.se": "Kristianstad", "halmstad.se": "Halmstad", "ystad.se": "Ystad", "laholm.se": "Laholm", "boras.se": "Borås", "regionuppsala.se": "Uppsala",
		"folkbiblioteketmora.se": "Mora", "kulturnatet.solna.se": "Solna", "skovde.se": "Skövde", "smedjebackenbibliotek.se": "Smedjebacken",
		"vasteraskommun.se": "Västerås", "ostersund.se": "Östersund", "skolbibliotek.habo.se": "Habo",
	} {
		for _, form := range []string{name, name + "s"} {
			if got := hideWorkplace("hos oss i "+form+" nu", domain); got != "hos oss i [arbetsplatsen] nu" {
				t.Errorf("%s: %q", domain, got)
			}
		}
	}
	check(t, "two parts", hideWorkplace("Upplands-Bro", "upplands-bro.se"), "[arbetsplatsen]-[arbetsplatsen]")
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

// Where there is nothing to compare with, the numbers of people and workplaces
// decide; two domains of one workplace, and a name that was taken out, are neither.
func TestEmergingWithoutHistory(t *testing.T) {
	workplaces := Workplaces{"y.example": {Name: "Y"}}
	r := reported(t, Options{Workplaces: workplaces},
		mail("a@y.example", 0, wants("flugbindning med [namn]")), mail("b@bib.y.example", 0, wants("flugbindning [namn] keramik")), mail("c@gmail.com", 0, wants("flugbindning [namn] keramik")),
		mail("d@z.example", 0, wants("keramik [namn]")),
	)
	if diff := cmp.Diff([]string{"keramik 3 2"}, each(r.Emerging, func(w Word) string { return fmt.Sprint(w.Text, " ", w.People, " ", w.Workplaces) })); diff != "" {
		t.Error(diff)
	}
}

// A topic and a group may have one name, and are counted apart.
func TestTopicNamedAsAGroup(t *testing.T) {
	r := reported(t, Options{Topics: []Topic{{ID: "Spel", Name: "Spel"}}},
		mail("a@x.example", 0, wants("brädspel", "Spel")), mail("b@y.example", 0, store.Wish{Text: "Minecraft", Outside: []string{"Spel"}}),
		mail("c@z.example", 0, store.Wish{Text: "Fortnite", Outside: []string{"Spel"}}))
	check(t, "the topic", fmt.Sprint(r.Topics[0].New, r.Topics[0].Quotes), "1 [brädspel]")
	check(t, "the group", r.Outside[0].New, 2)
}

// What a course has answered is said to be so, not that nobody has asked; a topic
// does not climb because another was answered.
func TestAnswered(t *testing.T) {
	s := stockOf(t, mail("a@x.example", 20, wants("3D", "makerspace")), mail("b@y.example", 20, wants("Teams", "samarbete"), wants("GDPR", "juridik")))
	deliver := func(topic string, daysBefore int) {
		t.Helper()
		d := store.Delivery{Topic: topic, At: time.Date(2026, 11, 18, 0, 0, 0, 0, stockholm()).AddDate(0, 0, -daysBefore)}
		if err := s.Deliver(t.Context(), d, d.At); err != nil {
			t.Fatal(err)
		}
	}
	deliver("makerspace", 10)
	r := reportFrom(t, s, Options{})
	check(t, "unwanted", fmt.Sprint(each(r.Unwanted, func(t Topic) string { return t.ID })), "[fordjupning]")
	check(t, "answered before", r.Answered[0].Topic.ID, "makerspace")
	check(t, "said", strings.Contains(pageText(t, r), "Kurser har besvarat behovet av: Makerspace (2026-11-08)."), true)
	check(t, "unchanged", r.whatChanged(), "Inga nya önskemål har kommit, så listan är oförändrad.")
	deliver("samarbete", 0)
	r = reportFrom(t, s, Options{})
	check(t, "no climbing", r.whatChanged(), "En kurs har kommit för Samarbete i Teams, vars behov räknas på nytt.")
	if _, err := s.Add(t.Context(), withRaw(mail("c@z.example", 0, wants("3D igen", "makerspace")), "new"), nil); err != nil {
		t.Fatal(err)
	}
	r = reportFrom(t, s, Options{})
	check(t, "wanted again", r.whatChanged(), "Åter önskat är Makerspace (1 person, 1 arbetsplats); en kurs har kommit för Samarbete i Teams, vars behov räknas på nytt.")
}

// Ten people are enough to tell chance among what they want, not among what two
// of them do.
func TestChanceNeedsPeople(t *testing.T) {
	var mails []store.Message
	for i := range 10 {
		wish := wants("Teams", "samarbete")
		if i < 2 {
			wish = store.Wish{Text: "ChatGPT", Outside: []string{"AI"}}
		}
		mails = append(mails, mail(fmt.Sprint(i, "@x.example"), 0, wish, wants("GDPR", "juridik")))
	}
	r := reported(t, Options{}, mails...)
	check(t, "topics", r.Topics[0].Tier, 1)
	check(t, "groups", r.Outside[0].Tier, 0)
	check(t, "percent", strings.Contains(pageText(t, r), "Slump"), true)
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
		_, err := ReadCourses("t.csv", strings.NewReader(given), Options{Topics: []Topic{{ID: "mik", Name: "MIK"}}})
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", given, err, want)
		}
	}
	courses, err := ReadCourses("t.csv", strings.NewReader("\ufeffÄmne,Titel,Nivå,DigComp,Länk\r\nmik,\"Källkritik, enkelt\",Nivå 2,\"1.2, 2.5\",x\r\n"), Options{Topics: []Topic{{ID: "mik", Name: "MIK"}}})
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
	check(t, "half up", percent(big.NewRat(1, 1), 8), "13\u00a0%")
	check(t, "one", count(1, "person", "personer"), "1 person")
	check(t, "listed", listed([]string{"a", "b", "c"}), "a, b och c")
}
