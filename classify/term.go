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
	group   int      // which topic, outside group or rule; see role
	concept int      // the line's number: its synonyms count once
	line    int      // in the topics file
	keyword string   // as written
	words   []string // lower case, split at spaces and hyphens
	names   []bool   // which of them are written with capitals
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
	rest, blocker := strings.CutPrefix(line, "- ")
	var names, flags, with, sans []string
	section := &names
	for _, field := range strings.Fields(rest) {
		switch field {
		case "|":
			section = &flags
		case "+":
			section = &with
		case "!":
			section = &sans
		default:
			*section = append(*section, field)
		}
	}
	if len(names) == 0 {
		if line != "" {
			return nil, fmt.Errorf("raden har inget nyckelord; skriv det före | och +")
		}
		return nil, nil
	}
	pattern := term{weight: normalWeight, blocker: blocker, with: contextWords(with), sans: contextWords(sans)}
	for _, flag := range flags {
		if err := pattern.setFlag(flag); err != nil {
			return nil, err
		}
	}
	var terms []term
	for name := range strings.SplitSeq(strings.Join(names, " "), " = ") {
		t := pattern
		t.keyword = strings.TrimSpace(name)
		for _, p := range split(t.keyword) {
			t.words, t.names = append(t.words, p.word), append(t.names, p.capital)
		}
		t.phrase = strings.Contains(t.keyword, " ")
		letters := utf8.RuneCountInString(strings.Join(t.words, ""))
		switch {
		case letters == 0:
			return nil, fmt.Errorf("”%s” är inget ord; skriv ett nyckelord på var sida om =", t.keyword)
		case letters < 3 && !t.wholeWord && !t.exact:
			return nil, fmt.Errorf("”%s” är för kort för att sökas inuti ord; lägg till | ord", t.keyword)
		}
		terms = append(terms, t)
	}
	return terms, nil
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

func contextWords(fields []string) []contextWord {
	var words []contextWord
	for _, f := range fields {
		word, prefix := strings.CutSuffix(strings.Trim(f, ",;"), "*")
		if word = strings.ReplaceAll(strings.ToLower(word), "-", ""); word != "" {
			words = append(words, contextWord{word: word, prefix: prefix})
		}
	}
	return words
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
