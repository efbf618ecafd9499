package classify

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
)

// The topics file
//
// A topics file is TOML, written by editors. It has one table a topic in the
// order of the published wish list, one a group outside it, rules for texts
// that touch several topics, and lists of words with other meanings.
//
//	version = "2026-11-22"                    # optional, for the editors; stored results carry a hash of the file
//
//	[[topic]]
//	id = "juridik"                            # stable, used in stored results
//	name = "Juridiska aspekter"               # for reports
//	description = "Saker som upphovsrätt …"   # optional: the list's own words
//	digcomp = ["3.3", "4.2"]                  # optional: DigComp competences, the main one first
//	modifier = false                          # true: a level, not a subject; listed last, beside at most three subjects
//	keywords = '''
//	upphovsrätt = copyright                   # "=": other words for the same thing, counted once
//	GDPR = dataskyddsförordningen
//	DOS-lagen         | 0.9                   # weight: svag (0.3), normal (0.7), stark (1), or a number up to 2
//	lag               | ord svag              # several flags
//	får man           | leder                 # puts its topic first
//	samtycke          | -sist                 # not as the last part of a compound
//	bilder            + samtycke publicera    # only with one of these words near (six words before or after)
//	licens            ! program LibreOffice   # not with one of these words near
//	- kulturpolitik                           # never a hit in this topic, nor are the words inside it
//	'''
//
//	[[outside]]
//	name = "AI"                               # digital, recognised, but not on the wish list
//	digcomp = ["5.3"]                         # as above
//	keywords = '''
//	ChatGPT
//	'''
//
//	[[former]]                                # a topic that is no more; its id is never given to another
//	id = "filmvisning"
//	name = "Filmvisning"
//	into = ["juridik"]                        # the topics it went into, or [] for one that was retired
//	date = "2026-11-22"                       # optional
//
//	[[rule]]                                  # rules are applied in order
//	when  = ["open-source", "guider"]         # when these topics are all found …
//	words = '''                               # … and, optionally, one of these words
//	uppgradera
//	'''
//	order = ["open-source", "guider"]         # they come in this order
//	drop  = ["malgrupper"]                    # and these are not counted
//
//	[words]                                   # each a block with one word or phrase a line
//	digital      = '''…'''                    # makes a wish digital, without a topic
//	analog       = '''…'''                    # makes a wish analog, when nothing else is digital
//	ignore       = '''…'''                    # means nothing here, nor do the words inside it ("Google Maps")
//	negation     = '''…'''                    # what follows is not wanted ("inte mer om"); with the flag
//	                                          # bakåt, what precedes it in the clause ("har vi nog av | bakåt")
//	need         = '''…'''                    # looks like a negation and is a need ("kan inte", "inte bara")
//	negation_end = '''…'''                    # ends a negation ("däremot"), as do . ! ? ; and a new line, and
//	                                          # a comma that no keyword follows
//	correct      = '''…'''                    # spelt right: never taken for a typing error of a keyword
//
// A keyword is a word or phrase in its dictionary form. It also matches
//
//   - its inflections (skrivarna); for one with capitals, a name, only the
//     endings of names (Kohas, GDPR:n)
//   - with hyphens or spaces or neither: 3D-skrivare, 3 D skrivare, 3Dskrivare;
//     before a hyphen (GDPR-frågor), and in "bild-, video- och textarkiv"
//   - as the first part of a compound from five letters (upphovsrättsfrågor), as
//     the last part from six (skoldatabas); the last word of a phrase may begin
//     a compound (öppna källkodslösningar)
//   - with a common small word inside a phrase (ladda upp sina betyg)
//   - from eight letters with one typing error, from fourteen with two: a letter
//     missing, doubled, swapped or of a near key, not the last two; and without
//     dots and rings from seven (kallkritik)
//
// Letters' case means nothing. The longest match wins, phrases before words: a
// word inside a longer hit, of whatever topic, is not counted again; a phrase
// inside a longer one is, if its topic is another.
//
// The flags besides weights:
//
//	ord     the whole word only, inflected or before a hyphen (MIK, MIK-kurs); demanded for keywords under three letters
//	exakt   the very word, neither inflected nor in compounds
//	-först  not as the first part of a compound
//	-sist   not as the last part of a compound
//	leder   puts its topic before the others
//	bakåt   (negation) see above
//
// A word after + or ! matches its inflections, and words that begin so with a
// star (film*); + and ! come after the flags. A keyword may stand in several
// topics, or twice in one, when each of the lines has a weight or a condition;
// the heaviest that holds is counted.
// A comment begins with "# ", so that #boktok may be a keyword.
//
// Weak (svag) keywords alone give a topic only to texts of at most three words.
type topicsFile struct {
	Version string
	Topic   []topicTable
	Outside []outsideTable
	Former  []formerTable
	Rule    []ruleTable
	Words   map[string]string
}

type topicTable struct {
	ID          string
	Name        string
	Description string
	DigComp     []string
	Modifier    bool
	Keywords    string
}

type outsideTable struct {
	Name     string
	DigComp  []string
	Keywords string
}

type formerTable struct {
	ID   string
	Name string
	Into []string
	Date string
}

type ruleTable struct {
	When  []string
	Words string
	Order []string
	Drop  []string
}

// Group is what is recognised outside the wish list under one name.
type Group struct {
	Name    string
	DigComp []string // as of a [Topic]
}

// Topic is one topic of the file, as reports need it.
type Topic struct {
	ID          string
	Name        string
	Description string   // the published wish list's own words; may be empty
	DigComp     []string // ids of DigComp 2.2 competences, "3.3", the main one first
	Modifier    bool     // a level rather than a subject
}

var (
	topicID = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

	// digComp are the 21 competences of DigComp 2.2 (unchanged in 3.0).
	digComp = strings.Fields(`1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4`)

	wordRoles = map[string]role{
		"digital":      roleDigital,
		"analog":       roleAnalog,
		"ignore":       roleIgnore,
		"negation":     roleNegation,
		"need":         roleNeed,
		"negation_end": roleNegationEnd,
		"correct":      roleCorrect,
	}
)

// role is what finding a term means.
type role int

const (
	roleTopic   role = iota // group is an index of topics
	roleOutside             // group is an index of outside
	roleDigital
	roleAnalog
	roleIgnore
	roleBlock // group is an index of topics, or -1-index of outside: never a hit there
	roleRule  // group is an index of rules
	roleNegation
	roleNeed
	roleNegationEnd
	roleCorrect
)

// rule is a ruleTable with topics by index.
type rule struct {
	when, order, drop []int
	words             bool // one of the rule's words must be in the text
}

// loader turns a topics file into a Classifier and collects what is wrong.
type loader struct {
	name  string
	lines lineIndex
	c     *Classifier
	errs  []error
}

// maxErrors is how many problems of a topics file are told at once.
const maxErrors = 20

// Load reads a topics file; name is used in errors. The error joins the
// problems found, each with file, line and remedy, in Swedish since editors
// read them.
func Load(name string, data []byte) (*Classifier, error) {
	text := plainText(data)
	var file topicsFile
	meta, err := toml.Decode(text, &file)
	if err != nil {
		var parse toml.ParseError
		if errors.As(err, &parse) {
			return nil, fmt.Errorf("%s rad %d: filen är inte giltig TOML (%s); kontrollera citattecken och att varje block med ''' är avslutat", name, parse.Position.Line, parse.Message)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l := &loader{name: name, lines: indexLines(text), c: &Classifier{version: Version(data), terms: make([]term, 0, strings.Count(text, "\n")+strings.Count(text, " = "))}}
	for _, key := range meta.Undecoded() {
		l.unknownKey(key.String())
	}
	l.topics(file.Topic)
	l.outside(file.Outside)
	l.former(file.Former)
	l.rules(file.Rule)
	l.words(file.Words)
	l.conflicts()
	if n := len(l.errs) - maxErrors; n > 0 {
		l.errs = append(l.errs[:maxErrors], fmt.Errorf("%s: och %d fel till", name, n))
	}
	if len(l.errs) > 0 {
		return nil, errors.Join(l.errs...)
	}
	l.c.words = sync.OnceValue(l.c.vocabulary)
	return l.c, nil
}

// plainText is what a topics file says, however it is written: its line ends, the
// composition of its letters and a mark at its beginning say nothing.
func plainText(data []byte) string {
	return norm.NFC.String(strings.TrimPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\ufeff"))
}

// Version identifies what a topics file says, right or wrong, "sha256:…", without
// loading it: comments, blank lines and space at line ends do not change it.
func Version(data []byte) string {
	var normal strings.Builder
	normal.Grow(len(data))
	for line := range strings.Lines(plainText(data)) {
		if line = strings.TrimSpace(withoutComment(line)); line != "" {
			normal.WriteString(line)
			normal.WriteByte('\n')
		}
	}
	sum := sha256.Sum256([]byte(normal.String()))
	return fmt.Sprintf("sha256:%x", sum[:6])
}

func (l *loader) fail(line int, format string, args ...any) {
	l.errs = append(l.errs, fmt.Errorf("%s rad %d: %s", l.name, line, fmt.Sprintf(format, args...)))
}

func (l *loader) unknownKey(path string) {
	for _, line := range l.lines.all(path) {
		l.fail(line, "okänd nyckel ”%s”; rätta stavningen eller ta bort raden", path)
	}
}

func (l *loader) topics(tables []topicTable) {
	if len(tables) == 0 {
		l.fail(1, "inget ämne; lägg till minst en [[topic]]")
	}
	for i, t := range tables {
		at := func(key string) int { return l.lines.key("topic", i, key) }
		if !topicID.MatchString(t.ID) {
			l.fail(at("id"), "ämnet behöver ett id av a–z, siffror och bindestreck, inte ”%s”", t.ID)
		} else if l.c.topicIndex(t.ID) >= 0 {
			l.fail(at("id"), "ämnet ”%s” finns redan; ge ett annat id eller slå ihop dem", t.ID)
		}
		if strings.TrimSpace(t.Name) == "" {
			l.fail(at("name"), "ämnet ”%s” saknar namn; lägg till name = \"…\"", t.ID)
		}
		l.checkDigComp(at("digcomp"), t.DigComp)
		l.c.topics = append(l.c.topics, Topic{ID: t.ID, Name: t.Name, Description: t.Description, DigComp: t.DigComp, Modifier: t.Modifier})
		l.block(t.Keywords, l.lines.block("topic", i, "keywords"), roleTopic, i)
	}
}

func (l *loader) checkDigComp(line int, ids []string) {
	for _, id := range ids {
		if !slices.Contains(digComp, id) {
			l.fail(line, "”%s” är ingen kompetens i DigComp; skriv till exempel \"3.3\"", id)
		}
	}
}

func (l *loader) outside(tables []outsideTable) {
	for i, t := range tables {
		line := l.lines.key("outside", i, "name")
		if strings.TrimSpace(t.Name) == "" {
			l.fail(line, "gruppen utanför listan saknar namn; lägg till name = \"…\"")
		} else if l.c.outsideIndex(t.Name) >= 0 {
			l.fail(line, "gruppen ”%s” finns redan; slå ihop dem", t.Name)
		}
		l.checkDigComp(l.lines.key("outside", i, "digcomp"), t.DigComp)
		l.c.outside = append(l.c.outside, Group{Name: t.Name, DigComp: t.DigComp})
		l.block(t.Keywords, l.lines.block("outside", i, "keywords"), roleOutside, i)
	}
}

func (l *loader) rules(tables []ruleTable) {
	for i, t := range tables {
		resolve := func(key string, ids []string) []int {
			var found []int
			for _, id := range ids {
				topic := l.c.topicIndex(id)
				if topic < 0 {
					l.fail(l.lines.key("rule", i, key), "regeln nämner ämnet ”%s”, som inte finns; rätta till ett id ur filen", id)
					continue
				}
				found = append(found, topic)
			}
			return found
		}
		r := rule{when: resolve("when", t.When), order: resolve("order", t.Order), drop: resolve("drop", t.Drop), words: t.Words != ""}
		if len(t.When) == 0 && !r.words || len(t.Order) == 0 && len(t.Drop) == 0 {
			l.fail(l.lines.key("rule", i, ""), "regeln behöver ett villkor (when eller words) och en följd (order eller drop)")
		}
		l.c.rules = append(l.c.rules, r)
		l.block(t.Words, l.lines.block("rule", i, "words"), roleRule, i)
	}
}

func (l *loader) words(lists map[string]string) {
	for _, name := range sortedKeys(lists) {
		role, ok := wordRoles[name]
		if !ok {
			l.fail(l.lines.key("words", 0, name), "okänd ordlista ”%s”; det finns %s", name, strings.Join(sortedKeys(wordRoles), ", "))
			continue
		}
		l.block(lists[name], l.lines.block("words", 0, name), role, 0)
	}
}

// block reads a block of term lines, the first of which stands on line first.
func (l *loader) block(block string, first int, r role, group int) {
	for i, text := range strings.Split(block, "\n") {
		terms, err := parseTerms(text)
		if err != nil {
			l.fail(first+i, "%v", err)
			continue
		}
		concept := l.c.concepts
		l.c.concepts++
		for _, t := range terms {
			t.role, t.group, t.concept, t.line = r, group, concept, first+i
			if t.blocker {
				t = t.asBlocker()
			}
			l.c.terms = append(l.c.terms, t)
		}
	}
}

// conflicts finds keywords that stand twice without saying how they differ.
// A keyword both inside and outside the list is as unclear as one in two topics.
func (l *loader) conflicts() {
	seen := make(map[string]*term, len(l.c.terms))
	for i := range l.c.terms {
		t := &l.c.terms[i]
		if !t.subject() {
			continue
		}
		key := t.key()
		other, ok := seen[key]
		if !ok {
			seen[key] = t
			continue
		}
		if t.distinct() && other.distinct() {
			continue
		}
		if t.role == other.role && t.group == other.group {
			l.fail(t.line, "nyckelordet ”%s” finns redan på rad %d; ta bort den ena raden eller ge båda vikt eller villkor", t.keyword, other.line)
		} else {
			l.fail(t.line, "nyckelordet ”%s” finns även i ”%s” på rad %d; ge båda raderna en vikt (| 0.7) eller ett villkor (+ ord), eller ta bort den ena", t.keyword, l.c.groupName(*other), other.line)
		}
	}
}
