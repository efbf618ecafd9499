package classify

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Edit is a change of a topics file: [AddKeyword], [MergeTopics], [SplitTopic] or
// [RetireTopic]. Comments, blank lines and the order of the file stay.
type Edit func(*document) error

// Apply makes an edit of a topics file and loads what comes of it. The file must
// be right before, and an edit after which it would not be is refused. name is used
// in errors.
func Apply(name string, data []byte, edit Edit) (edited []byte, after *Classifier, err error) {
	before, err := Load(name, data)
	if err != nil {
		return nil, nil, err
	}
	d := newDocument(before, data)
	if err := edit(d); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	edited = d.bytes()
	if after, err = Load(name, edited); err != nil {
		return nil, nil, fmt.Errorf("nothing is changed, for the topics file would be wrong:\n%w", err)
	}
	return edited, after, nil
}

// AddKeyword adds a line, as a topics file has it, to the keywords of a topic, by
// its id, or of a group outside the list, by its name.
func AddKeyword(to, line string) Edit {
	return func(d *document) error {
		terms, err := parseTerms(line)
		switch {
		case err != nil:
			return err
		case len(terms) == 0:
			return errors.New("no keyword given")
		case strings.Contains(line, blockQuote) || strings.ContainsFunc(line, unicode.IsControl):
			return fmt.Errorf("%q is no keyword: write words on one line", line)
		}
		t, err := d.group(to)
		if err != nil {
			return err
		}
		for _, coming := range terms {
			if err := d.c.clash(coming, to); err != nil {
				return err
			}
		}
		return d.appendKeywords(t, []string{line})
	}
}

// clash tells with which keyword of the file a new one of a group would be mixed
// up.
func (c *Classifier) clash(coming term, group string) error {
	for _, t := range c.terms {
		if !t.subject() || coming.blocker || t.key() != coming.key() || t.distinct() && coming.distinct() {
			continue
		}
		in := c.groupName(t)
		switch {
		case in == group:
			return fmt.Errorf("%q is a keyword of %s already (line %d)", t.keyword, in, t.line)
		case t.distinct():
			return fmt.Errorf("%q is a keyword of %s too (line %d): give this one a weight or a condition, such as | normal", t.keyword, in, t.line)
		default:
			return fmt.Errorf("%q is a keyword of %s (line %d): give it a weight or a condition there first, such as | normal, and then here", t.keyword, in, t.line)
		}
	}
	return nil
}

// MergeTopics moves the keywords of a topic to another one and makes it a former
// topic since a day (2026-11-22). Rules that name it name the other one; those that
// told the two apart go, and so do keywords that say the same twice, and those that
// say "never here" of a keyword of the other topic.
func MergeTopics(from, into, date string) Edit {
	return func(d *document) error {
		source, err := d.topic(from)
		if err != nil {
			return err
		}
		target, err := d.topic(into)
		if err != nil {
			return err
		}
		if from == into {
			return fmt.Errorf("%s cannot be merged with itself", from)
		}
		if err := d.moveKeywords(source, target, d.c.topics[d.c.topicIndex(from)].Name); err != nil {
			return err
		}
		d.mergeInRules(from, into)
		d.cease(source, date, into)
		return nil
	}
}

// SplitTopic moves keywords of a topic to a new one behind it, which has its
// DigComp competences.
func SplitTopic(from, id, name string, keywords []string) Edit {
	return func(d *document) error {
		source, err := d.topic(from)
		if err != nil {
			return err
		}
		if strings.ContainsFunc(name, unicode.IsControl) {
			return fmt.Errorf("%q is no name: write it on one line", name)
		}
		if slices.ContainsFunc(d.c.topics, func(t Topic) bool { return strings.EqualFold(t.Name, name) }) {
			return fmt.Errorf("there is a topic with the name %q: choose another", name)
		}
		moved, err := d.cutKeywords(source, keywords)
		if err != nil {
			return fmt.Errorf("%s: %w", from, err)
		}
		lines := []string{"", "[[topic]]", "id = " + tomlString(id), "name = " + tomlString(name)}
		if k, ok := source.key("digcomp"); ok {
			lines = append(lines, d.texts(k)...)
		}
		end := d.line(source.end())
		end.after = append(end.after, slices.Concat(lines, keywordBlock(moved))...)
		return nil
	}
}

// RetireTopic makes a topic a former one since a day (2026-11-22). Its keywords go,
// or move to the group of its name outside the list, which is made if need be. So
// does what rules say of it.
func RetireTopic(id string, outside bool, date string) Edit {
	return func(d *document) error {
		source, err := d.topic(id)
		if err != nil {
			return err
		}
		if outside {
			if err := d.moveOutside(source, d.c.topics[d.c.topicIndex(id)].Name); err != nil {
				return err
			}
		}
		d.dropFromRules(id)
		d.cease(source, date)
		return nil
	}
}

// cease turns the table of a topic into that of a former one. Its keywords have
// been moved, or go.
func (d *document) cease(t table, date string, into ...string) {
	header := d.line(t.header)
	header.text = strings.Replace(header.text, "topic", "former", 1)
	named := t.header
	for _, k := range t.keys {
		if k.name == "id" || k.name == "name" {
			named = max(named, k.last)
		} else {
			d.remove(k)
		}
	}
	d.line(named).after = append([]string{"into = " + tomlStrings(into...), "date = " + tomlString(date)}, d.line(named).after...)
}

// moveKeywords puts the keywords of a topic at the end of another table's, under
// a comment with the topic's name.
func (d *document) moveKeywords(source, target table, name string) error {
	from, err := d.keywords(source)
	if err != nil {
		return err
	}
	into, err := d.keywords(target)
	if err != nil {
		return err
	}
	coming, there := termsOf(from), termsOf(into)
	for _, l := range into {
		kept := withoutTerms(l.text, func(t term) bool { return t.blocker && slices.ContainsFunc(coming, t.contradicts) })
		if kept != l.text {
			d.setKeyword(l, kept)
		}
	}
	var moved []string
	for _, l := range from {
		kept := withoutTerms(l.text, func(t term) bool {
			return slices.ContainsFunc(there, func(o term) bool { return o.covers(t) || t.blocker && t.contradicts(o) })
		})
		if l.holds() && (kept != "" || l.text == "") {
			moved = append(moved, kept)
		}
	}
	if len(moved) > 0 {
		moved = slices.Insert(moved, 0, "# Från ”"+name+"”")
	}
	return d.appendKeywords(target, moved)
}

// moveOutside makes the group of a topic's name outside the list, or adds the
// topic's keywords to it.
func (d *document) moveOutside(source table, name string) error {
	if d.c.outsideIndex(name) >= 0 {
		target, err := d.group(name)
		if err != nil {
			return err
		}
		return d.moveKeywords(source, target, name)
	}
	lines := []string{"", "[[outside]]"}
	for _, key := range []string{"name", "digcomp"} {
		if k, ok := source.key(key); ok {
			lines = append(lines, d.texts(k)...)
		}
	}
	keywords, err := d.keywords(source)
	if err != nil {
		return err
	}
	var texts []string
	for _, l := range keywords {
		if l.holds() {
			texts = append(texts, l.text)
		}
	}
	groups := slices.Concat(d.tables["topic"], d.tables["outside"])
	end := d.line(groups[len(groups)-1].end())
	end.after = append(end.after, slices.Concat(lines, keywordBlock(texts))...)
	return nil
}

// cutKeywords takes the lines with the keywords out of a table, with the synonyms
// that stand there.
func (d *document) cutKeywords(t table, keywords []string) ([]string, error) {
	lines, err := d.keywords(t)
	if err != nil {
		return nil, err
	}
	wanted := make(map[string]bool, len(keywords))
	for _, keyword := range keywords {
		wanted[keywordKey(keyword)] = true
	}
	found := make(map[string]bool, len(keywords))
	var cut []string
	for _, l := range lines {
		moves := false
		for _, t := range termsOf([]keywordLine{l}) {
			if key := t.key(); wanted[key] && !t.blocker {
				moves, found[key] = true, true
			}
		}
		if moves {
			cut = append(cut, l.text)
			d.setKeyword(l, "")
		}
	}
	for _, keyword := range keywords {
		if !found[keywordKey(keyword)] {
			return nil, fmt.Errorf("no keyword %q", keyword)
		}
	}
	return cut, nil
}

// keywordKey is what keywords have in common that are the same.
func keywordKey(keyword string) string { return join(split(keyword), " ") }

func (t term) key() string { return join(t.parts, " ") }

// termsOf are the keywords of lines that have been loaded.
func termsOf(lines []keywordLine) []term {
	var all []term
	for _, l := range lines {
		terms, _ := parseTerms(l.text) // right, or the file would not have been loaded
		all = append(all, terms...)
	}
	return all
}

// contradicts tells whether one of two keywords blocks the other.
func (t term) contradicts(o term) bool { return t.blocker != o.blocker && t.key() == o.key() }

// covers tells whether a keyword finds all that another one finds, and weighs as
// much.
func (t term) covers(o term) bool {
	unconditional := len(t.with)+len(t.sans) == 0
	return t.key() == o.key() && t.blocker == o.blocker && t.weight >= o.weight &&
		t.wholeWord == o.wholeWord && t.exact == o.exact && t.notFirst == o.notFirst && t.notLast == o.notLast && t.leads == o.leads &&
		(unconditional || slices.Equal(t.with, o.with) && slices.Equal(t.sans, o.sans))
}

// withoutTerms is a line of keywords without some of its synonyms. Of a line that
// has none left only the comment stays.
func withoutTerms(line string, drop func(term) bool) string {
	terms, _ := parseTerms(line)
	var kept []string
	for _, t := range terms {
		if !drop(t) {
			kept = append(kept, t.keyword)
		}
	}
	if len(kept) == len(terms) {
		return line
	}
	body := withoutComment(line)
	comment := line[len(body):]
	if len(kept) == 0 {
		return comment
	}
	_, sections := cutSections(body)
	text := strings.Join(kept, " = ")
	if terms[0].blocker {
		text = "- " + text
	}
	if sections != "" {
		text += " " + sections
	} else if comment != "" {
		text += " "
	}
	return text + comment
}

// mergeInRules lets the rules name another topic. One that told the two apart has
// nothing to tell apart any more.
func (d *document) mergeInRules(from, into string) {
	a, b := d.c.topicIndex(from), d.c.topicIndex(into)
	for i, t := range d.tables["rule"] {
		switch r := d.c.rules[i]; {
		case !r.names(a):
		case r.names(b):
			d.removeRule(t)
		default:
			for _, name := range []string{"when", "order", "drop"} {
				if k, ok := t.key(name); ok {
					d.renameInArray(k, from, into)
				}
			}
		}
	}
}

// dropFromRules takes a topic out of the rules. One that needs the topic can hold
// no more, and one that is left without effect has none.
func (d *document) dropFromRules(id string) {
	a := d.c.topicIndex(id)
	for i, t := range d.tables["rule"] {
		r := d.c.rules[i]
		if !r.names(a) {
			continue
		}
		others := func(topics []int) int {
			return len(slices.DeleteFunc(slices.Clone(topics), func(topic int) bool { return topic == a }))
		}
		if slices.Contains(r.when, a) || others(r.order) < 2 && others(r.drop) == 0 {
			d.removeRule(t)
			continue
		}
		for key, topics := range map[string][]int{"order": r.order, "drop": r.drop} {
			k, ok := t.key(key)
			switch {
			case !ok || !slices.Contains(topics, a):
			case others(topics) == 0:
				d.remove(k)
			default:
				d.removeFromArray(k, id)
			}
		}
	}
}

// names tells whether a rule is about a topic.
func (r rule) names(topic int) bool {
	return slices.Contains(r.when, topic) || slices.Contains(r.order, topic) || slices.Contains(r.drop, topic)
}
