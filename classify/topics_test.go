package classify

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLoadErrors: each mistake is named with its line and a remedy.
func TestLoadErrors(t *testing.T) {
	const topic = "[[topic]]\nid = \"a\"\nname = \"A\"\n"
	check := func(name, file string, want ...string) {
		t.Helper()
		_, err := Load("t.toml", []byte(file))
		if err == nil {
			t.Errorf("%s: no error", name)
			return
		}
		for _, w := range want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: error %q lacks %q", name, err, w)
			}
		}
	}
	keywords := func(lines string) string { return topic + "keywords = '''\n" + lines + "\n'''\n" }
	other := "[[topic]]\nid = \"b\"\nname = \"B\"\nkeywords = '''\n"

	check("empty", "", "t.toml rad 1", "[[topic]]")
	check("broken TOML", topic+"keywords = '''\nord\n", "t.toml rad", "giltig TOML")
	check("unknown key", topic+"keywrods = '''\nord\n'''\n", "rad 4", "keywrods")
	check("unknown table", topic+"[[temat]]\nid = \"b\"\n", "rad 4", "temat")
	check("unknown list", topic+"[words]\nanalogt = '''\nbok\n'''\n", "rad 5", "analogt", "digital")
	check("bad id", "[[topic]]\nid = \"Läs\"\nname = \"A\"\n", "rad 2", "Läs")
	check("missing id", "[[topic]]\nname = \"A\"\n", "rad 1", "id")
	check("duplicate id", topic+topic, "rad 5", "finns redan")
	check("missing name", "[[topic]]\nid = \"a\"\n", "rad 1", "namn")
	check("bad DigComp", topic+"digcomp = [\"9.1\"]\n", "rad 4", "9.1")
	check("bad DigComp of a group", topic+"[[outside]]\nname = \"AI\"\ndigcomp = [\"3\"]\nkeywords = \"x\"\n", "rad 6", "”3” är ingen kompetens")
	check("unknown flag", keywords("bok\nlag | ord sav"), "rad 6", "sav", "svag")
	check("bad weight", keywords("bok | 7"), "rad 5", "7", "vikt")
	check("short keyword", keywords("ai"), "rad 5", "ai", "| ord")
	check("flags alone", keywords("| ord"), "rad 5", "nyckelord")
	check("no word", keywords("bok + | ord"), "rad 5", "efter +")
	check("empty synonym", keywords("bok = -"), "rad 5", "=")
	check("twice in a topic", keywords("bok\nläsa\nBok"), "rad 7", "rad 5", "Bok")
	check("in two topics", keywords("bok")+other+"bok | svag\n'''\n", "rad 11", "rad 5", "”a”", "vikt")
	check("inside and outside", keywords("bok")+"[[outside]]\nname = \"U\"\nkeywords = '''\nbok\n'''\n", "rad 10", "rad 5")
	check("outside without name", topic+"[[outside]]\nkeywords = ''\n", "rad 4", "namn")
	check("outside twice", topic+"[[outside]]\nname = \"U\"\n[[outside]]\nname = \"U\"\n", "rad 7", "finns redan")
	check("unknown topic in rule", topic+"[[rule]]\nwhen = [\"a\"]\norder = [\"a\", \"x\"]\n", "rad 6", "”x”")
	check("rule without effect", topic+"[[rule]]\nwhen = [\"a\"]\n", "rad 4", "följd")
	former := func(table string) string { return topic + "[[former]]\n" + table }
	check("bad former id", former("id = \"Å\"\nname = \"B\"\n"), "rad 5", "”Å”")
	check("former id in use", former("id = \"a\"\nname = \"B\"\n"), "rad 5", "”a”", "rad 2", "annat id")
	check("former twice", former("id = \"b\"\nname = \"B\"\n[[former]]\nid = \"b\"\nname = \"C\"\n"), "rad 8", "”b”", "finns redan")
	check("former without name", former("id = \"b\"\n"), "rad 4", "”b” saknar namn")
	check("former into nothing", former("id = \"b\"\nname = \"B\"\ninto = [\"a\", \"x\"]\n"), "rad 7", "”x”, som inte finns")
	check("former into itself", former("id = \"b\"\nname = \"B\"\ninto = [\"b\"]\n"), "rad 7", "sig självt")
	check("former in a ring", former("id = \"b\"\nname = \"B\"\ninto = [\"c\"]\n[[former]]\nid = \"c\"\nname = \"C\"\ninto = [\"b\"]\n"), "rad 7", "rad 11", "sig självt")
	check("former of no day", former("id = \"b\"\nname = \"B\"\ndate = \"i går\"\n"), "rad 7", "”i går” är ingen dag")
	check("a rule for a former topic", former("id = \"b\"\nname = \"B\"\n[[rule]]\nwhen = [\"b\"]\ndrop = [\"a\"]\n"), "rad 8", "”b”")
	check("very many", keywords(strings.Repeat("ai\n", 50)), "rad 24", "30 fel till")
	check("several at once", keywords("ai\nbok | sav"), "rad 5", "rad 6")
}

func TestLoadAllows(t *testing.T) {
	check := func(name, file string) {
		t.Helper()
		if _, err := Load("t.toml", []byte(file)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	const head = "[[topic]]\nid = \"a\"\nname = \"A\"\nkeywords = '''\n"
	check("windows lines and a mark", "\ufeff"+strings.ReplaceAll(head+"bok\n'''\n", "\n", "\r\n"))
	check("a condition each", head+"bok | svag\nbok + läsa\n'''\n[[topic]]\nid = \"b\"\nname = \"B\"\nkeywords = '''\nbok ! läsa\n'''\n")
	check("hashtag and comments", head+"# allt\n#boktok # en tagg\n\n'''\n")
	check("decimal comma", head+"bok | 0,9\n'''\n")
	check("no keyword yet", "[[topic]]\nid = \"a\"\nname = \"A\"\n")
}

// TestFormer: a former topic is followed to what it has become.
func TestFormer(t *testing.T) {
	c, err := Load("t.toml", []byte(`
[[former]]
id = "old"
name = "Old"
into = ["older"]
[[topic]]
id = "a"
name = "A"
[[former]]
id = "older"
name = "Older"
into = ["a"]
date = "2026-11-22"
[[topic]]
id = "b"
name = "B"
[[former]]
id = "split"
name = "Split"
into = ["older", "b", "a"]
[[former]]
id = "retired"
name = "Retired"
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []Former{
		{ID: "old", Name: "Old", Into: []string{"a"}},
		{ID: "older", Name: "Older", Into: []string{"a"}, Date: "2026-11-22"},
		{ID: "split", Name: "Split", Into: []string{"b", "a"}},
		{ID: "retired", Name: "Retired"},
	}
	if diff := cmp.Diff(want, c.Former()); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[string]string{"a": "a", "old": "a", "older": "a", "split": "", "retired": "", "none": ""} {
		if got, ok := c.Current(id); got != want || ok != (want != "") {
			t.Errorf("%s is now %q, %v; want %q", id, got, ok, want)
		}
	}
}

func TestVersion(t *testing.T) {
	version := func(file string) string {
		c, err := Load("t.toml", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		return c.Version()
	}
	const file = "[[topic]]\nid = \"a\"\nname = \"A\"\nkeywords = '''\nbok\n'''\n"
	if version(file) != version("# ny kommentar\r\n\n"+strings.ReplaceAll(file, "bok\n", "bok   # papper\n\n")) {
		t.Error("comments and space change the version")
	}
	if version(file) == version(strings.Replace(file, "bok", "böcker", 1)) {
		t.Error("a new keyword does not change the version")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load("topics.toml", builtIn); err != nil {
			b.Fatal(err)
		}
	}
}
