package classify

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The weights of keywords; see the topics file.
const (
	weakWeight   = 0.3
	normalWeight = 0.7
	strongWeight = 1.0
	maxWeight    = 2.0
)

// term is one keyword, or one word or phrase of another list.
type term struct {
	role    role
	group   int    // which topic, outside group or rule; see role
	concept int    // the line's number: its synonyms count once
	line    int    // in the topics file
	keyword string // as written
	parts   []part // its words
	weight  float64

	phrase     bool // several words
	weighted   bool // the line states a weight
	wholeWord  bool
	exact      bool
	notFirst   bool
	notLast    bool
	leads      bool
	backwards  bool
	blocker    bool
	with, sans []contextWord // one of with must be near, none of sans
}

// contextWord is a word after + or ! on a keyword's line.
type contextWord struct {
	word   string // lower case, without hyphens
	prefix bool   // matches words that begin so
	id     wordID // of the word, unless a prefix
}

// compounds says whether the keyword may be part of a longer word.
func (t term) compounds() bool { return !t.wholeWord && !t.exact }

// subject says whether the term tells what a text is about.
func (t term) subject() bool { return t.role == roleTopic || t.role == roleOutside }

// consumes says whether the words of the term cannot be part of another one.
func (t term) consumes() bool {
	switch t.role {
	case roleTopic, roleOutside, roleDigital, roleAnalog, roleIgnore:
		return true
	}
	return false
}

func (t term) weak() bool { return t.weight <= weakWeight }

// distinct says whether the line tells how it differs from others with the
// same keyword.
func (t term) distinct() bool { return t.weighted || len(t.with) > 0 || len(t.sans) > 0 }

// asBlocker turns a keyword of a topic or an outside group into a blocker there.
func (t term) asBlocker() term {
	switch t.role {
	case roleTopic:
		t.role = roleBlock
	case roleOutside:
		t.role, t.group = roleBlock, -1-t.group
	}
	return t
}

// blocks says whether the blocker t concerns o's group.
func (t term) blocks(o term) bool {
	return o.role == roleTopic && t.group == o.group || o.role == roleOutside && t.group == -1-o.group
}

// parseTerms reads one line of a block: a keyword and its synonyms.
func parseTerms(line string) ([]term, error) {
	line = strings.TrimSpace(withoutComment(line))
	if line == "" {
		return nil, nil
	}
	rest, blocker := strings.CutPrefix(line, "- ")
	names, sections := cutSections(rest)
	pattern := term{weight: normalWeight, blocker: blocker}
	if err := pattern.setSections(sections); err != nil {
		return nil, err
	}
	terms := make([]term, 0, 1+strings.Count(names, " = "))
	for name := range strings.SplitSeq(names, " = ") {
		t := pattern
		t.keyword = strings.TrimSpace(name)
		t.parts = split(t.keyword)
		t.phrase = strings.Contains(t.keyword, " ")
		letters := 0
		for _, p := range t.parts {
			letters += utf8.RuneCountInString(p.word)
		}
		switch {
		case letters == 0:
			return nil, fmt.Errorf("”%s” är inget ord; skriv nyckelordet först på raden, och ett på var sida om =", t.keyword)
		case letters < 3 && t.compounds():
			return nil, fmt.Errorf("”%s” är för kort för att sökas inuti ord; lägg till | ord", t.keyword)
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// cutSections cuts a line before the first "|", "+" or "!" that stands alone.
func cutSections(s string) (names, sections string) {
	for i := range len(s) {
		if strings.IndexByte("|+!", s[i]) >= 0 && (i == 0 || s[i-1] == ' ') && (i+1 == len(s) || s[i+1] == ' ') {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// setSections reads what follows the keywords: "| flags", "+ words", "! words".
func (t *term) setSections(sections string) error {
	section, empty := "", false
	for _, field := range strings.Fields(sections) {
		switch {
		case field == "|" || field == "+" || field == "!":
			if empty {
				return emptySection(section)
			}
			section, empty = field, field != "|"
			continue
		case section == "|":
			if err := t.setFlag(field); err != nil {
				return err
			}
		case section == "+":
			t.with = append(t.with, newContextWord(field))
		case section == "!":
			t.sans = append(t.sans, newContextWord(field))
		}
		empty = false
	}
	if empty {
		return emptySection(section)
	}
	return nil
}

func emptySection(section string) error {
	return fmt.Errorf("inget står efter %s; skriv ett ord där eller ta bort tecknet", section)
}

func (t *term) setFlag(flag string) error {
	switch flag {
	case "svag":
		t.weight, t.weighted = weakWeight, true
	case "normal":
		t.weight, t.weighted = normalWeight, true
	case "stark":
		t.weight, t.weighted = strongWeight, true
	case "ord":
		t.wholeWord = true
	case "exakt":
		t.exact = true
	case "-först":
		t.notFirst = true
	case "-sist":
		t.notLast = true
	case "leder":
		t.leads = true
	case "bakåt":
		t.backwards = true
	default:
		w, err := strconv.ParseFloat(strings.ReplaceAll(flag, ",", "."), 64)
		if err != nil || !(w > 0 && w <= maxWeight) {
			return fmt.Errorf("okänd flagga ”%s”; det finns ord, exakt, svag, normal, stark, -först, -sist, leder, bakåt och en vikt från 0,1 till %g", flag, maxWeight)
		}
		t.weight, t.weighted = w, true
	}
	return nil
}

func newContextWord(field string) contextWord {
	word, prefix := strings.CutSuffix(strings.TrimRight(field, ",;"), "*")
	return contextWord{word: strings.ReplaceAll(strings.ToLower(word), "-", ""), prefix: prefix}
}

// withoutComment removes a comment: "#" at the line's start or after a space,
// and followed by a space or the line's end.
func withoutComment(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] == '#' &&
			(i == 0 || line[i-1] == ' ' || line[i-1] == '\t') &&
			(i+1 == len(line) || strings.IndexByte(" \t\n", line[i+1]) >= 0) {
			return line[:i]
		}
	}
	return line
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
