package classify

import (
	"bufio"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestCollisions goes through a Swedish dictionary for words that are taken for
// a keyword which they do not contain as a meaning: bankett for blankett,
// undantagen for antagen. Those that an editor has looked at and found
// harmless, or right, stand in testdata/collisions.txt; any other is to be
// blocked in the topics file (a "- word" line, the flags -först and -sist, or
// the list of words spelt right) or added there.
//
// It runs with $DICTIONARY, a dictionary of hunspell's (make collisions).
func TestCollisions(t *testing.T) {
	path := os.Getenv("DICTIONARY")
	if path == "" {
		t.Skip("no dictionary: run make collisions, with hunspell-sv installed")
	}
	words := dictionary(t, path)
	known := map[string]bool{}
	for _, w := range words {
		known[strings.ToLower(w)] = true
	}
	reviewed := reviewedCollisions(t)
	c := Default()
	found := map[string][]string{} // words by keyword
	for _, w := range words {
		for keyword := range c.collisions(w, known) {
			if !reviewed[keyword][w] {
				found[keyword] = append(found[keyword], w)
			}
		}
	}
	for _, keyword := range slices.Sorted(maps.Keys(found)) {
		t.Errorf("%s: %s", keyword, strings.Join(found[keyword], " "))
	}
	t.Logf("%d words, %d keywords with collisions that nobody has looked at", len(words), len(found))
}

// collisions returns the keywords that give a topic to a word of the
// dictionary though they are guessed, or stand in it beside what is no word.
func (c *Classifier) collisions(text string, known map[string]bool) map[string]bool {
	parts := split(text)
	v := c.matches(parts).judge(len(parts))
	topics, outside := v.assigned(), v.outsideGroups()
	found := map[string]bool{}
	for _, k := range v.kept {
		t := &v.terms[k.term]
		counts := t.role == roleTopic && slices.Contains(topics, t.group) || t.role == roleOutside && slices.Contains(outside, t.group)
		if counts && !k.meant(text, known) {
			found[t.keyword+" ("+c.groupName(*t)+")"] = true
		}
	}
	return found
}

// meant tells whether a word of the dictionary that matched has the keyword's
// meaning in it: as an inflection, or as a compound with another word.
func (m match) meant(text string, known map[string]bool) bool {
	letters := []rune(strings.ToLower(text))
	from, until := int(m.from)%(2*maxLetters), min(len(letters), int(m.until)%(2*maxLetters))
	switch m.kind {
	case kindTypo, kindPlain:
		return false
	case kindFirst:
		rest := string(letters[until:])
		return known[rest] || known[strings.TrimPrefix(rest, "s")]
	case kindLast:
		rest := string(letters[:from])
		return known[rest] || known[strings.TrimSuffix(rest, "s")] || known[rest+"a"] || known[rest+"e"]
	}
	return true
}

// dictionary reads the words of a hunspell dictionary, without their flags.
func dictionary(t *testing.T, path string) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var words []string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		word, _, _ := strings.Cut(lines.Text(), "/")
		if word != "" && !strings.ContainsAny(word, "!0123456789") {
			words = append(words, word)
		}
	}
	if err := lines.Err(); err != nil || len(words) == 0 {
		t.Fatalf("%s: %d words, %v", path, len(words), err)
	}
	return words
}

// reviewedCollisions reads "keyword (topic): word word" lines.
func reviewedCollisions(t *testing.T) map[string]map[string]bool {
	t.Helper()
	text, err := os.ReadFile("testdata/collisions.txt")
	if err != nil {
		t.Fatal(err)
	}
	reviewed := map[string]map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		keyword, words, ok := strings.Cut(line, "): ")
		if !ok {
			t.Fatal(fmt.Errorf("testdata/collisions.txt: %q is no line of it", line))
		}
		set := map[string]bool{}
		for _, w := range strings.Fields(words) {
			set[w] = true
		}
		reviewed[keyword+")"] = set
	}
	return reviewed
}
