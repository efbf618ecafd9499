package classify

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

const editable = `# Våra ämnen
version = "1"

# Om lagen
[[topic]]
id = "juridik" # stabilt
# namnet
name = "Juridik"
description = "Lagen"
digcomp = ["3.3", "4.2"]
keywords = '''
# Upphovsrätt
upphovsrätt = copyright | stark # från listan
film | 0.6

GDPR
- kulturpolitik
bild = foto = film på nätet | 0.5
'''

[[topic]]
id = "film"
name = "Filmvisning"
digcomp = ["3.1"]
keywords = '''visa film
# Bio
film | 0.6
kulturpolitik # alltid
foto = fotografi | 0.5
- GDPR'''

# AI
[[outside]]
name = "AI"
keywords = '''
ChatGPT
'''

# Film och lag
[[rule]]
when = ["film", "juridik"]
words = '''
bio
'''
drop = ["juridik"]

# Tre ämnen
[[rule]]
words = '''
duk
'''
order = ["motet", "film"]

[[rule]]
when = [ # båda
  "motet",
  "film",
]
drop = ["motet"]

[[topic]]
id = "motet"
name = "Möten"
keywords = '''
zoom
'''

[words]
ignore = '''
Google Maps
'''
`

func edited(t *testing.T, file string, edit Edit) (string, *Classifier) {
	t.Helper()
	text, c, err := Apply("t.toml", []byte(file), edit)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), c
}

// changes are the lines that an edit took away and put in, in order.
func changes(before, after string) (changed []string) {
	old, new := strings.Split(before, "\n"), strings.Split(after, "\n")
	// The longest common subsequence, by the book.
	length := make([][]int, len(old)+1)
	for i := range length {
		length[i] = make([]int, len(new)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(new) - 1; j >= 0; j-- {
			if old[i] == new[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(old) || j < len(new) {
		switch {
		case i < len(old) && j < len(new) && old[i] == new[j]:
			i, j = i+1, j+1
		case i < len(old) && (j == len(new) || length[i+1][j] >= length[i][j+1]):
			changed = append(changed, "- "+old[i])
			i++
		default:
			changed = append(changed, "+ "+new[j])
			j++
		}
	}
	return changed
}

func checkChanges(t *testing.T, before, after string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, changes(before, after)); diff != "" {
		t.Errorf("changed lines (-want +got):\n%s", diff)
	}
}

func TestAddKeyword(t *testing.T) {
	after, c := edited(t, editable, AddKeyword("AI", "copilot | svag"))
	checkChanges(t, editable, after, "+ copilot | svag")
	if got := c.Keywords("AI"); !slices.Equal(got, []string{"ChatGPT", "copilot"}) {
		t.Error(got)
	}
	after, c = edited(t, editable, AddKeyword("film", "bio = biograf"))
	checkChanges(t, editable, after, "- - GDPR'''", "+ - GDPR", "+ bio = biograf", "+ '''")
	if got := c.Keywords("film"); !slices.Equal(got[len(got)-2:], []string{"bio", "biograf"}) {
		t.Error(got)
	}
	const short = "[[topic]]\nid = \"a\"\nname = \"A\"\n"
	after, _ = edited(t, short+"digcomp = [\"1.1\"]", AddKeyword("a", "bok"))
	checkChanges(t, short+"digcomp = [\"1.1\"]", after, "+ keywords = '''", "+ bok", "+ '''", "+ ")
	after, _ = edited(t, short+"keywords = '''läsa'''\n[words]\n", AddKeyword("a", "bok"))
	checkChanges(t, short+"keywords = '''läsa'''\n[words]\n", after, "- keywords = '''läsa'''", "+ keywords = '''läsa", "+ bok", "+ '''")
	windows := strings.ReplaceAll("\ufeff"+editable, "\n", "\r\n")
	after, _ = edited(t, windows, AddKeyword("AI", "copilot"))
	checkChanges(t, windows, after, "+ copilot\r")
}

func TestMergeTopics(t *testing.T) {
	after, c := edited(t, editable, MergeTopics("film", "juridik", "2026-11-22"))
	checkChanges(t, editable, after,
		"- - kulturpolitik", // film has it as a keyword
		"+ # Från ”Filmvisning”",
		"+ visa film",
		"+ # Bio", // film and foto stand there already, GDPR is a keyword there
		"+ kulturpolitik # alltid",
		"+ fotografi | 0.5",
		"- [[topic]]",
		"+ [[former]]",
		`- digcomp = ["3.1"]`,
		"- keywords = '''visa film",
		"- # Bio",
		"- film | 0.6",
		"- kulturpolitik # alltid",
		"- foto = fotografi | 0.5",
		"- - GDPR'''",
		`+ into = ["juridik"]`,
		`+ date = "2026-11-22"`,
		"- [[rule]]", `- when = ["film", "juridik"]`, "- words = '''", "- bio", "- '''", `- drop = ["juridik"]`,
		`- order = ["motet", "film"]`, `+ order = ["motet", "juridik"]`,
		`-   "film",`, `+   "juridik",`,
	)
	if diff := cmp.Diff([]Former{{ID: "film", Name: "Filmvisning", Date: "2026-11-22", Into: []string{"juridik"}}}, c.Former()); diff != "" {
		t.Error(diff)
	}
	want := []string{"upphovsrätt", "copyright", "film", "GDPR", "bild", "foto", "film på nätet", "visa film", "kulturpolitik", "fotografi"}
	if diff := cmp.Diff(want, c.Keywords("juridik")); diff != "" {
		t.Error(diff)
	}

	// A topic that went into one that is merged in its turn goes on with it.
	_, c = edited(t, after, MergeTopics("juridik", "motet", "2026-11-23"))
	if topic, _ := c.Current("film"); topic != "motet" {
		t.Errorf("film is now %q", topic)
	}
}

func TestSplitTopic(t *testing.T) {
	after, c := edited(t, editable, SplitTopic("juridik", "bilder", `Bilder och "foto"`, []string{"Foto", "film"}))
	checkChanges(t, editable, after,
		"- film | 0.6", // what stands behind it moves, and the new topic comes before it
		"+ '''",
		"+ ",
		"+ [[topic]]",
		`+ id = "bilder"`,
		`+ name = "Bilder och \"foto\""`,
		`+ digcomp = ["3.3", "4.2"]`,
		"+ keywords = '''",
		"+ film | 0.6",
	)
	want := []Topic{
		{ID: "juridik", Name: "Juridik", Description: "Lagen", DigComp: []string{"3.3", "4.2"}},
		{ID: "bilder", Name: `Bilder och "foto"`, DigComp: []string{"3.3", "4.2"}},
		{ID: "film", Name: "Filmvisning", DigComp: []string{"3.1"}},
		{ID: "motet", Name: "Möten"},
	}
	if diff := cmp.Diff(want, c.Topics()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"film", "bild", "foto", "film på nätet"}, c.Keywords("bilder")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"upphovsrätt", "copyright", "GDPR"}, c.Keywords("juridik")); diff != "" {
		t.Error(diff)
	}
	after, _ = edited(t, editable, SplitTopic("film", "bio", "Bio", []string{"visa film"}))
	checkChanges(t, editable, after, "- keywords = '''visa film", "+ keywords = '''",
		"+ [[topic]]", `+ id = "bio"`, `+ name = "Bio"`, `+ digcomp = ["3.1"]`, "+ keywords = '''", "+ visa film", "+ '''", "+ ")
}

func TestRetireTopic(t *testing.T) {
	gone := []string{
		"- [[topic]]", "+ [[former]]", `- digcomp = ["3.1"]`,
		"- keywords = '''visa film", "- # Bio", "- film | 0.6", "- kulturpolitik # alltid", "- foto = fotografi | 0.5", "- - GDPR'''",
		"+ into = []", `+ date = "2026-11-22"`,
	}
	rules := []string{
		"- [[rule]]", `- when = ["film", "juridik"]`, "- words = '''", "- bio", "- '''", `- drop = ["juridik"]`,
		"- [[rule]]", "- words = '''", "- duk", "- '''", `- order = ["motet", "film"]`,
		"- [[rule]]", "- when = [ # båda", `-   "motet",`, `-   "film",`, "- ]", `- drop = ["motet"]`, "- ",
	}
	after, c := edited(t, editable, RetireTopic("film", false, "2026-11-22"))
	checkChanges(t, editable, after, slices.Concat(gone, rules)...)
	if diff := cmp.Diff([]Former{{ID: "film", Name: "Filmvisning", Date: "2026-11-22"}}, c.Former()); diff != "" {
		t.Error(diff)
	}

	_, c = edited(t, editable, RetireTopic("film", true, "2026-11-22"))
	if diff := cmp.Diff([]Group{{Name: "AI"}, {Name: "Filmvisning", DigComp: []string{"3.1"}}}, c.Outside()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"visa film", "film", "kulturpolitik", "foto", "fotografi"}, c.Keywords("Filmvisning")); diff != "" {
		t.Error(diff)
	}
	_, c = edited(t, strings.Replace(editable, `"AI"`, `"Möten"`, 1), RetireTopic("motet", true, "2026-11-22"))
	if diff := cmp.Diff([]string{"ChatGPT", "zoom"}, c.Keywords("Möten")); diff != "" {
		t.Error(diff)
	}

	// What a rule says of other topics stays.
	after, c = edited(t, strings.Replace(editable, `order = ["motet", "film"]`, `order = ["motet", "film", "juridik"]`, 1), RetireTopic("film", false, "2026-11-22"))
	if !strings.Contains(after, "duk\n'''\norder = [\"motet\", \"juridik\"]\n") || len(c.rules) != 1 {
		t.Errorf("%d rules left of\n%s", len(c.rules), after)
	}
}

// TestEditRefused: what an edit cannot do is told, with a remedy.
func TestEditRefused(t *testing.T) {
	check := func(name, file string, edit Edit, want string) {
		t.Helper()
		if _, _, err := Apply("t.toml", []byte(file), edit); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	check("a file that is wrong", "[[topic]]", AddKeyword("a", "bok"), "t.toml rad 1")
	check("a keyword that is there", editable, AddKeyword("juridik", "skydd = gdpr"), `"GDPR" is a keyword of juridik already (line 16)`)
	check("a keyword of another topic", editable, AddKeyword("motet", "gdpr | svag"), `"GDPR" is a keyword of juridik (line 16): give it a weight`)
	check("a keyword of another topic with a weight", editable, AddKeyword("motet", "Film"), `"film" is a keyword of juridik too (line 14): give this one a weight`)
	check("a bad flag", editable, AddKeyword("motet", "skype | sav"), "okänd flagga ”sav”")
	check("no keyword", editable, AddKeyword("motet", "# skype"), "no keyword given")
	check("several lines", editable, AddKeyword("motet", "skype\nteams"), "on one line")
	check("quotes", editable, AddKeyword("motet", "skype'''"), "on one line")
	check("unknown topic", editable, AddKeyword("mötet", "skype"), `no topic "mötet"`)
	check("another way to write keywords", "[[topic]]\nid = \"a\"\nname = \"A\"\nkeywords = \"bok\"\n", AddKeyword("a", "läsa"), "line 4: put the keywords between lines with '''")
	check("another way to write topics", `topic = [{id = "a", name = "A", keywords = "bok"}]`, AddKeyword("a", "läsa"), "not written as a table")
	check("merge into itself", editable, MergeTopics("film", "film", "2026-11-22"), "with itself")
	check("merge into nothing", editable, MergeTopics("film", "flim", "2026-11-22"), `no topic "flim"`)
	check("split into a topic that is there", editable, SplitTopic("juridik", "film", "Ny", []string{"GDPR"}), "”film” finns redan")
	check("split into a name that is there", editable, SplitTopic("juridik", "ny", "möten", []string{"GDPR"}), `a topic with the name "möten"`)
	check("split without keyword", editable, SplitTopic("juridik", "ny", "Ny", []string{"GDRP"}), `no keyword "GDRP"`)
	check("split off what is blocked", editable, SplitTopic("juridik", "ny", "Ny", []string{"kulturpolitik"}), `no keyword "kulturpolitik"`)
	check("split into a bad id", editable, SplitTopic("juridik", "Ny", "Ny", []string{"GDPR"}), "id av a–z")
	check("split into no name", editable, SplitTopic("juridik", "ny", " ", []string{"GDPR"}), "saknar namn")
	retired, _ := edited(t, editable, RetireTopic("film", false, "2026-11-22"))
	check("an id once more", retired, SplitTopic("juridik", "film", "Ny", []string{"GDPR"}), "dess id får inte användas igen")
	check("the last topic", "[[topic]]\nid = \"a\"\nname = \"A\"\n", RetireTopic("a", false, "2026-11-22"), "inget ämne")
}

// TestEditBuiltIn: the built-in file can be edited in every way, with all its rules.
func TestEditBuiltIn(t *testing.T) {
	topics := Default().Topics()
	for i, topic := range topics[:4] {
		into := topics[(i+1)%len(topics)].ID
		_, merged := edited(t, string(builtIn), MergeTopics(topic.ID, into, "2026-11-22"))
		there := merged.Keywords(into)
		for _, keyword := range slices.Concat(Default().Keywords(topic.ID), Default().Keywords(into)) {
			if !slices.Contains(there, keyword) {
				t.Errorf("%s merged into %s lacks %q", topic.ID, into, keyword)
			}
		}
		edited(t, string(builtIn), RetireTopic(topic.ID, true, "2026-11-22"))
		edited(t, string(builtIn), SplitTopic(topic.ID, "nytt", "Nytt", Default().Keywords(topic.ID)[:1]))
	}
}

// TestEditsKeepTheRest: whatever the file, an edit gives the keywords meant, and
// leaves every line alone that is not the edited topic's or a rule's that names it.
func TestEditsKeepTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := randomFile(t)
		before, err := Load("t.toml", []byte(file.text))
		if err != nil {
			t.Fatalf("the file is wrong: %v\n%s", err, file.text)
		}
		from := rapid.IntRange(0, file.topics-1).Draw(t, "from")
		into := (from + rapid.IntRange(1, file.topics-1).Draw(t, "into")) % file.topics
		a, b := fmt.Sprint("t", from), fmt.Sprint("t", into)
		keywords := func(c *Classifier, name string) []string { return slices.Sorted(slices.Values(c.Keywords(name))) }
		ours, theirs := keywords(before, a), keywords(before, b)
		want := map[string][]string{}
		for i := range file.topics {
			want[fmt.Sprint("t", i)] = keywords(before, fmt.Sprint("t", i))
		}
		var edit Edit
		kept := func(line string) bool { return true }
		mine := func(line string) bool {
			return !strings.Contains(line, a+"'") && !strings.Contains(line, `"`+a+`"`) && !strings.Contains(line, "ord"+a) && !strings.HasPrefix(line, "gemensamt")
		}
		switch rapid.SampledFrom([]string{"add", "merge", "split", "retire", "outside"}).Draw(t, "edit") {
		case "add":
			edit, want[a] = AddKeyword(a, "helt nytt ord"), slices.Sorted(slices.Values(append(ours, "helt nytt ord")))
		case "merge":
			edit, kept = MergeTopics(a, b, "2026-11-22"), mine
			want[b] = slices.Compact(slices.Sorted(slices.Values(slices.Concat(ours, theirs))))
			delete(want, a)
		case "split":
			if len(ours) == 0 {
				t.Skip("no keyword to split off")
			}
			moved := rapid.SampledFrom(ours).Draw(t, "moved")
			edit, kept = SplitTopic(a, "new", "New", []string{moved}), mine
			want["new"] = []string{moved}
			want[a] = slices.DeleteFunc(slices.Clone(ours), func(k string) bool { return k == moved })
		case "retire":
			edit, kept = RetireTopic(a, false, "2026-11-22"), mine
			delete(want, a)
		case "outside":
			edit, kept = RetireTopic(a, true, "2026-11-22"), mine
			want["Name "+a] = ours
			delete(want, a)
		}
		text, after, err := Apply("t.toml", []byte(file.text), edit)
		if err != nil {
			t.Fatalf("%v\n%s", err, file.text)
		}
		got := map[string][]string{}
		for name := range want {
			got[name] = keywords(after, name)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("keywords (-want +got):\n%s\n%s\nbecame\n%s", diff, file.text, text)
		}
		rest := strings.Split(string(text), "\n")
		for _, line := range strings.Split(file.text, "\n") {
			if bare := strings.TrimSpace(line); bare == "" || bare == "'''" || strings.HasPrefix(bare, "[[") || strings.HasPrefix(bare, "keywords") || strings.HasPrefix(bare, "when") || !kept(line) {
				continue
			}
			i := slices.Index(rest, line)
			if i < 0 {
				t.Fatalf("line %q is lost or has another place:\n%s\nbecame\n%s", line, file.text, text)
			}
			rest = rest[i+1:]
		}
	})
}

type writtenFile struct {
	text   string
	topics int
}

// randomFile writes topics t0, t1 … with keywords of their own (ordt0a) and shared
// ones, comments, blank lines, and rules, in several ways to write them.
func randomFile(t *rapid.T) writtenFile {
	var b strings.Builder
	comment := func(name string) {
		if rapid.Bool().Draw(t, "comment") {
			fmt.Fprintf(&b, "# om %s nr %d\n", name, b.Len())
		}
		b.WriteString(strings.Repeat("\n", rapid.IntRange(0, 2).Draw(t, "blank")))
	}
	topics := rapid.IntRange(2, 4).Draw(t, "topics")
	rules := rapid.IntRange(0, 3).Draw(t, "rules")
	rule := func() {
		one := rapid.IntRange(0, topics-1).Draw(t, "one")
		other := (one + rapid.IntRange(1, topics-1).Draw(t, "other")) % topics
		fmt.Fprintf(&b, "[[rule]]\nwhen = [\"t%d\", 't%d']\norder = ['t%d', \"t%d\"]\n", one, other, other, one)
	}
	comment("filen")
	for i := range topics {
		id := fmt.Sprint("t", i)
		fmt.Fprintf(&b, "[[topic]]\nid = \"%s\"\n", id)
		comment("namnet")
		fmt.Fprintf(&b, "name = 'Name %s'\n", id)
		count := rapid.IntRange(0, 3).Draw(t, "keywords")
		if count > 0 || rapid.Bool().Draw(t, "block") {
			b.WriteString("keywords = '''")
			if rapid.Bool().Draw(t, "open") {
				b.WriteString("\n")
			}
			for k := range count {
				fmt.Fprintf(&b, "ord%s%s | 0.5\n", id, strings.Repeat("x", k+1))
				fmt.Fprintf(&b, "\n#  i ord%s\n", id)
			}
			if rapid.Bool().Draw(t, "shared") {
				b.WriteString("gemensamt | 0.6\n")
			}
			b.WriteString(strings.Repeat(" ", rapid.IntRange(0, 2).Draw(t, "indent")) + "'''\n")
		}
		comment("det som följer")
		if rules > 0 && rapid.Bool().Draw(t, "rule here") {
			rules--
			rule()
			comment("regeln")
		}
	}
	fmt.Fprint(&b, "[[outside]]\nname = \"AI\"\nkeywords = '''\nChatGPT\n'''\n")
	for range rules {
		comment("regeln")
		rule()
	}
	text := b.String()
	if rapid.Bool().Draw(t, "no last end") {
		text = strings.TrimSuffix(text, "\n")
	}
	if rapid.Bool().Draw(t, "windows") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return writtenFile{text: text, topics: topics}
}
