package classify

import (
	"cmp"
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed topics.toml
var builtIn []byte

// BuiltIn is the built-in topics file, for an installation to begin its own with.
func BuiltIn() []byte { return slices.Clone(builtIn) }

// Default is the classifier with the built-in topics. It panics when the
// built-in file is broken, which the tests rule out.
func Default() *Classifier { return loadBuiltIn() }

var loadBuiltIn = sync.OnceValue(func() *Classifier {
	c, err := Load("topics.toml", builtIn)
	if err != nil {
		panic(err)
	}
	return c
})

// DefaultVersion is the [Version] of the built-in topics, without loading them.
func DefaultVersion() string { return builtInVersion() }

var builtInVersion = sync.OnceValue(func() string { return Version(builtIn) })

// Classifier knows the topics and the words that tell them. It does not change
// once loaded, but for the words that it remembers, and may be used concurrently.
type Classifier struct {
	version  string
	topics   []Topic
	outside  []Group
	former   []Former
	rules    []rule
	terms    []term
	concepts int
	words    func() *vocabulary // of the terms, made when a text is first read
}

func (c *Classifier) vocabulary() *vocabulary {
	v := newVocabulary(len(c.terms))
	for i := range c.terms {
		v.add(i, &c.terms[i])
	}
	v.indexTypos()
	v.sort()
	return v
}

// Version is the [Version] of the topics file.
func (c *Classifier) Version() string { return c.version }

// Topics are the topics in the order of the file.
func (c *Classifier) Topics() []Topic { return slices.Clone(c.topics) }

// Outside are the groups outside the wish list, in the order of the file.
func (c *Classifier) Outside() []Group { return slices.Clone(c.outside) }

// Keywords are the keywords of a topic, by its id, or of a group outside the
// list, by its name, as written in the file and in its order.
func (c *Classifier) Keywords(name string) []string {
	var keywords []string
	for _, t := range c.terms {
		if t.subject() && c.groupName(t) == name {
			keywords = append(keywords, t.keyword)
		}
	}
	return keywords
}

// Classify decides what a text is about. Details are explanation lines: they
// count, but less than the text. Positions in the result refer to the text and
// the details joined by newlines.
func (c *Classifier) Classify(text string, details ...string) Result {
	v, all := c.weigh(text, details)
	topics, outside := v.assigned(), v.outsideGroups()
	return Result{
		Topics:  c.ids(topics),
		Outside: c.names(outside),
		Scope:   v.scope(topics, outside),
		Why:     v.why(all, topics, outside),
	}
}

// weigh finds what speaks for each topic and group; positions refer to all.
func (c *Classifier) weigh(text string, details []string) (v *verdict, all []rune) {
	joined := strings.Join(append([]string{text}, details...), "\n")
	parts := split(joined)
	end := utf8.RuneCountInString(text)
	own := sort.Search(len(parts), func(i int) bool { return parts[i].start >= end })
	return c.matches(parts).judge(own), []rune(joined)
}

func (c *Classifier) ids(topics []int) []string {
	var ids []string
	for _, t := range topics {
		ids = append(ids, c.topics[t].ID)
	}
	return ids
}

func (c *Classifier) names(groups []int) []string {
	var names []string
	for _, g := range groups {
		names = append(names, c.outside[g].Name)
	}
	return names
}

// why lists the matches behind a verdict, and those that were found but not
// wanted.
func (v *verdict) why(text []rune, topics, outside []int) []Hit {
	var hits []Hit
	for i, k := range v.kept {
		t := &v.terms[k.term]
		wanted := t.role == roleTopic && slices.Contains(topics, t.group) ||
			t.role == roleOutside && slices.Contains(outside, t.group)
		if !t.subject() || !wanted && !v.negated[i] {
			continue
		}
		hits = append(hits, v.hit(i, text))
	}
	slices.SortStableFunc(hits, Hit.compare)
	return slices.CompactFunc(hits, func(a, b Hit) bool { return a.Topic == b.Topic && a.Start == b.Start && a.End == b.End })
}

// hit tells of the kept match i.
func (v *verdict) hit(i int, text []rune) Hit {
	t := &v.terms[v.kept[i].term]
	start, end := v.written(v.kept[i])
	return Hit{Topic: v.groupName(*t), Keyword: t.keyword, Found: string(text[start:end]), Start: start, End: end, Negated: v.negated[i]}
}

// compare orders hits by their place in the text.
func (h Hit) compare(o Hit) int {
	return cmp.Or(cmp.Compare(h.Start, o.Start), cmp.Compare(h.End, o.End), cmp.Compare(h.Topic, o.Topic))
}

// written gives the whole written words of a match in code points: the editor
// sees GDPR-utbildning, not only GDPR.
func (m *matcher) written(k match) (start, end int) {
	first, last := k.first, k.last
	for first > 0 && m.parts[first].before == gapHyphen {
		first--
	}
	for m.gapAfter(last) == gapHyphen {
		last++
	}
	return m.parts[first].start, m.parts[last].end
}

func (c *Classifier) topicIndex(id string) int {
	return slices.IndexFunc(c.topics, func(t Topic) bool { return t.ID == id })
}

func (c *Classifier) outsideIndex(name string) int {
	return slices.IndexFunc(c.outside, func(g Group) bool { return g.Name == name })
}

// groupName is the topic's id or the outside group's name.
func (c *Classifier) groupName(t term) string {
	if t.role == roleOutside {
		return c.outside[t.group].Name
	}
	return c.topics[t.group].ID
}
