package classify

import (
	"strings"
	"testing"
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
