package classify

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// specimenTopics is a topics file for the tests of matching, so that they do
// not depend on the words that editors choose.
const specimenTopics = `
[[topic]]
id = "juridik"
name = "Juridik"
keywords = '''
upphovsrätt = copyright
GDPR = dataskydd
tillgänglighetsdirektivet
lag      | ord svag
får man  | leder
samtycke | -sist
bilder   + publicera vis*
'''

[[topic]]
id = "makerspace"
name = "Makerspace"
keywords = '''
makerspace
3D-skrivare
micro:bit
skriva ut i 3D
robot
'''

[[topic]]
id = "mik"
name = "MIK"
keywords = '''
MIK                | ord
medie- och informationskunnighet
källkritik
nyheter            | svag
söka information
'''

[[topic]]
id = "sociala-medier"
name = "Sociala medier"
keywords = '''
sociala medier
Instagram
Insta
bildspråk          | -först
licens             ! program
blogg              | svag
blogg              | stark + starta
'''

[[topic]]
id = "open-source"
name = "Open source"
keywords = '''
öppen källkod
Koha               | stark
'''

[[topic]]
id = "guider"
name = "Guider"
keywords = '''
Koha               + uppgradera rapport*
e-bok
Legimus
databas
'''

[[topic]]
id = "fria-resurser"
name = "Fria resurser"
keywords = '''
bildarkiv
videoarkiv
textarkiv
gratis             | svag
'''

[[topic]]
id = "tillganglighet"
name = "Tillgänglighet"
keywords = '''
tillgänglighet
syntolka           | exakt
'''

[[topic]]
id = "lasframjande"
name = "Läsfrämjande"
keywords = '''
läsning            | -sist
boktips
- korrekturläsning
'''

[[topic]]
id = "samarbete"
name = "Samarbete"
keywords = '''
Teams
Google             | svag
Google Drive
'''

[[topic]]
id = "malgrupper"
name = "Målgrupper"
keywords = '''
barnverksamhet
ungdomsverksamhet
teckenspråk
rom                | ord
'''

[[topic]]
id = "fordjupning"
name = "Fördjupning"
modifier = true
keywords = '''
avancerad
nivå 2
'''

[[outside]]
name = "AI"
keywords = '''
AI                 | ord
ChatGPT
'''

[[outside]]
name = "Kartor"
keywords = '''
Google Maps
'''

[[rule]]
when = ["guider", "open-source"]
order = ["open-source", "guider"]

[[rule]]
when = ["tillganglighet", "malgrupper"]
words = '''
teckentolkad
'''
drop = ["malgrupper"]

[words]
digital = '''
digital
dator
'''
analog = '''
bokvagn
ergonomi
'''
ignore = '''
Teamsters
'''
negation = '''
behöver inte
inte mer om
ingen mer
inte
har vi nog av      | bakåt
'''
need = '''
kan inte
inte bara
förstår inte
'''
negation_end = '''
men
däremot
utan
'''
correct = '''
mäktiga
'''
`

func specimen(t testing.TB) *Classifier {
	t.Helper()
	c, err := Load("specimen.toml", []byte(specimenTopics))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestMatching holds one or more texts for each step of matching.
func TestMatching(t *testing.T) {
	c := specimen(t)
	check := func(text string, want ...string) {
		t.Helper()
		if got := c.Classify(text); !slices.Equal(got.Topics, want) {
			t.Errorf("%q: topics %q, want %q; why %+v", text, got.Topics, want, got.Why)
		}
	}
	t.Run("case, form and dashes", func(t *testing.T) {
		check("KÄLLKRITIK", "mik")
		check("ka\u0308llkritik", "mik")
		check("käll\u00adkritik", "mik")
		check("3D‑skrivare", "makerspace")
		check("Micro:bit i femman", "makerspace")
		check("MICRO:BIT", "makerspace")
		check("Önskemål:GDPR", "juridik")
		check("GDPR.Ja", "juridik")
		check("Allt om GDPR.Sedan fika", "juridik")
		check("något om gdpr.därefter fika", "juridik")
		check("/GDPR/", "juridik")
	})
	t.Run("inflection", func(t *testing.T) {
		check("3D-skrivarna", "makerspace")
		check("makerspacets öppettider", "makerspace")
		check("robotarnas batterier", "makerspace")
		check("e-böckerna", "guider")
		check("databaserna", "guider")
		check("GDPR:s krav", "juridik")
		check("avancerade frågor", "fordjupning")
		check("öppna källkoden", "open-source")
	})
	t.Run("hyphen parts", func(t *testing.T) {
		check("en GDPR-utbildning för oss", "juridik")
		check("MIK-aktiviteter", "mik")
		check("gamla cd-rom")
		check("syntolka-projektet")
	})
	t.Run("joined and split writing", func(t *testing.T) {
		check("3Dskrivare", "makerspace")
		check("3 D skrivare", "makerspace")
		check("upphovs rätt", "juridik")
		check("öppen käll kod", "open-source")
		check("ebok", "guider")
		check("googledrive", "samarbete")
	})
	t.Run("coordination", func(t *testing.T) {
		check("bild-, video- och textarkiv", "fria-resurser")
		check("barn- och ungdomsverksamhet", "malgrupper")
		check("medie- och informationskunnighet", "mik")
	})
	t.Run("phrases", func(t *testing.T) {
		check("öppna källkodslösningar", "open-source")
		check("sociala medie-kanaler", "sociala-medier")
		check("de söker information", "mik")
		check("skriva ut från datorn")
		check("skriva ut i 3D", "makerspace")
		check("skriva ut lite mer i 3D")
		check("skriva ut bra i 3D", "makerspace")
		check("på sociala. Medier ute på stan")
		check("mer om öppen, källkod")
		check("hitta hit med Google Maps och se oss i kartan")
	})
	t.Run("compounds", func(t *testing.T) {
		check("upphovsrättsfrågor", "juridik")
		check("skoldatabasen", "guider")
		check("samtyckesblanketter", "juridik")
		check("alla våra bildsamtycken")
		check("våra föreläsningar")
		check("läsningsstunder", "lasframjande")
		check("bildspråksövningar")
		check("korrekturläsningskurs")
		check("teamsters i facket")
		check("robotisk dans på genomslagen")
		check("instansen")
		check("romansviter")
	})
	t.Run("typing errors", func(t *testing.T) {
		check("instgram", "sociala-medier")
		check("tilgängligheten", "tillganglighet")
		check("tillganglighet", "tillganglighet")
		check("kallkritik", "mik")
		check("sosiala medier", "sociala-medier")
		check("GPDR", "juridik")
		check("upphovrätten", "juridik")
		check("läkning av sår")
	})
	t.Run("context", func(t *testing.T) {
		check("bilder i tidningen")
		check("bilder som vi vill publicera", "juridik")
		check("visning av bilder", "juridik")
		check("licens för musiken", "sociala-medier")
		check("licens för programmet")
	})
	t.Run("the heaviest line", func(t *testing.T) {
		check("de prövar blogg och nu databas med mera", "guider")
		check("de startar blogg och nu databas med mera", "sociala-medier", "guider")
	})
	t.Run("weak words", func(t *testing.T) {
		check("nyheter", "mik")
		check("det senaste och alla nyheter från oss")
		check("lag", "juridik")
	})
	t.Run("negation", func(t *testing.T) {
		check("vi behöver inte mer om GDPR, däremot källkritik", "mik")
		check("inte bara GDPR", "juridik")
		check("jag kan inte GDPR", "juridik")
		check("ingen mer Teamskurs tack")
		check("Inte mer om Teams. Källkritik!", "mik")
		check("Inte mer om Teams, GDPR och Koha")
		check("Inte mer om Teams, ge oss källkritik", "mik")
		check("Teams har vi nog av, men gärna källkritik", "mik")
	})
	t.Run("order and rules", func(t *testing.T) {
		check("Legimus, får man låna ut?", "juridik", "guider")
		check("avancerad källkritik", "mik", "fordjupning")
		check("Koha", "open-source")
		check("uppgradera Koha", "open-source", "guider")
		check("tillgänglighet och teckenspråk", "tillganglighet", "malgrupper")
		check("tillgänglighet med teckenspråk, teckentolkad sändning", "tillganglighet")
		check("GDPR, källkritik, Instagram och Legimus på nivå 2", "juridik", "mik", "sociala-medier", "fordjupning")
	})
}

func TestDetails(t *testing.T) {
	c := specimen(t)
	check := func(text, detail string, want ...string) {
		t.Helper()
		if got := c.Classify(text, detail); !slices.Equal(got.Topics, want) {
			t.Errorf("%q, %q: topics %q, want %q", text, detail, got.Topics, want)
		}
	}
	check("Boktips i film", "vad säger upphovsrätten om musik?", "lasframjande", "juridik")
	check("Upphovsrätt är alltid svårt att förstå", "mest vid boktips", "juridik", "lasframjande")
	check("Boktips i film", "vilken musik får man ha?", "juridik", "lasframjande")
	check("Boktips i film", "gärna gratis och med nyheter", "lasframjande")
	check("Något om hur vi ska jobba vidare", "gärna gratis och med nyheter")

	why := c.Classify("Boktips i film", "vad säger upphovsrätten om musik?").Why
	want := Hit{Topic: "juridik", Keyword: "upphovsrätt", Found: "upphovsrätten", Start: 25, End: 38}
	if last := why[len(why)-1]; last != want {
		t.Errorf("got  %+v\nwant %+v", last, want)
	}
}

func TestScopeAndOutside(t *testing.T) {
	c := specimen(t)
	for _, test := range []struct {
		text    string
		scope   Scope
		outside []string
	}{
		{"källkritik", Digital, nil},
		{"allt om ChatGPT", Digital, []string{"AI"}},
		{"lära mig datorn", Digital, nil},
		{"ergonomi vid bokvagnen", Analog, nil},
		{"ergonomi vid datorn", Digital, nil},
		{"något roligt", Unclear, nil},
		{"inte AI", Unclear, nil},
	} {
		got := c.Classify(test.text)
		if got.Scope != test.scope || !slices.Equal(got.Outside, test.outside) {
			t.Errorf("%q: scope %s outside %q, want %s %q", test.text, got.Scope, got.Outside, test.scope, test.outside)
		}
	}
}

func TestWhy(t *testing.T) {
	got := specimen(t).Classify("Inte mer om ChatGPT, däremot GDPR-frågor").Why
	want := []Hit{
		{Topic: "AI", Keyword: "ChatGPT", Found: "ChatGPT", Start: 12, End: 19, Negated: true},
		{Topic: "juridik", Keyword: "GDPR", Found: "GDPR-frågor", Start: 29, End: 40},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// TestKeywordsFindThemselves: each keyword of the built-in file, written alone
// or with a word that it demands, in capitals or before a hyphen, is found in
// its own topic or group.
func TestKeywordsFindThemselves(t *testing.T) {
	c := Default()
	check := func(k term, text string) {
		t.Helper()
		m := c.matches(split(text))
		if !slices.ContainsFunc(m.resolve(), func(f match) bool {
			found := m.terms[f.term]
			return found.role == k.role && found.group == k.group
		}) {
			t.Errorf("line %d: %q is not found in %s", k.line, text, c.groupName(k))
		}
	}
	for _, k := range c.terms {
		if !k.subject() {
			continue
		}
		company := ""
		for _, w := range k.with {
			if !slices.ContainsFunc(k.sans, func(s contextWord) bool { return s.word == w.word }) {
				company = " ... " + w.word
				break
			}
		}
		check(k, k.keyword+company)
		check(k, strings.ToUpper(k.keyword)+company)
		if !k.exact {
			check(k, k.keyword+"-xyz"+company)
		}
	}
}

func TestBuiltInTopics(t *testing.T) {
	c := Default()
	if n := len(c.Topics()); n != 14 {
		t.Errorf("%d topics, the published list has 14", n)
	}
	if len(c.outside) == 0 {
		t.Error("no groups outside the list")
	}
	if !strings.HasPrefix(c.Version(), "sha256:") {
		t.Errorf("version %q", c.Version())
	}
}

// TestTraps measures the built-in file on wishes that mislead naive matching.
func TestTraps(t *testing.T) {
	const floor = 0.9
	data := shared(t, "lexicon/traps.jsonl")
	right, n := 0, 0
	for line := range strings.Lines(data) {
		var trap struct {
			Text   string
			Topics []string
		}
		if err := json.Unmarshal([]byte(line), &trap); err != nil {
			t.Fatal(err)
		}
		n++
		if got := Default().Classify(trap.Text); slices.Equal(got.Topics, trap.Topics) {
			right++
		} else {
			t.Logf("%q: %q, meant %q", trap.Text, got.Topics, trap.Topics)
		}
	}
	if share := float64(right) / float64(n); share < floor {
		t.Errorf("%d of %d right, want %.0f %%", right, n, 100*floor)
	}
}

// shared reads a file of the shared material beside the repository.
func shared(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "shared", name))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("shared material is absent: ", err)
	}
	return string(data)
}

func FuzzClassify(f *testing.F) {
	for _, seed := range []string{
		"bild-, video- och textarkiv", "3 D skrivare", "inte mer om GDPR, däremot Teams", "ka\u0308llkritik",
		"\xff\xfe Koha", "e-böcker - - -", "GPDR", strings.Repeat("upphovsrätts", 20), "İnstagram ǅ",
	} {
		f.Add(seed, "detaljer om upphovsrätt")
	}
	classifiers := []*Classifier{Default(), specimen(f)}
	f.Fuzz(func(t *testing.T, text, detail string) {
		all := []rune(text + "\n" + detail)
		for _, c := range classifiers {
			r := c.Classify(text, detail)
			if len(r.Topics) > maxTopics+1 {
				t.Errorf("%d topics", len(r.Topics))
			}
			explained := map[string]bool{}
			for _, h := range r.Why {
				if h.Start < 0 || h.End > len(all) || h.Start >= h.End || string(all[h.Start:h.End]) != h.Found {
					t.Fatalf("hit %+v does not stand there in %q", h, string(all))
				}
				if !utf8.ValidString(h.Found) {
					t.Errorf("invalid UTF-8 in %+v", h)
				}
				explained[h.Topic] = explained[h.Topic] || !h.Negated
			}
			for _, topic := range slices.Concat(r.Topics, r.Outside) {
				if !explained[topic] {
					t.Errorf("%s is not explained in %q", topic, string(all))
				}
			}
		}
	})
}

func BenchmarkClassify(b *testing.B) {
	c := Default()
	for b.Loop() {
		c.Classify("Hur når vi fler på Instagram och Facebook, och får man lägga ut bilder på barnen från sagostunderna?")
	}
}
