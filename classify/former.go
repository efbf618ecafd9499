package classify

import (
	"slices"
	"strings"
	"time"
)

// Former is a topic that is no more: merged with another, split up or retired.
// What was stored under its id stays readable by its name.
type Former struct {
	ID   string
	Name string
	Date string   // when it ceased, as 2026-11-22; may be empty
	Into []string // ids of the topics of today that it went into; empty when it was retired
}

// Former are the topics that are no more, in the order of the file.
func (c *Classifier) Former() []Former { return slices.Clone(c.former) }

// Current is the id of the topic that stands for an id today: the topic itself, or
// the only one that a former topic went into. There is none for an id that is
// unknown or retired, or that went into several.
func (c *Classifier) Current(id string) (topic string, ok bool) {
	if c.topicIndex(id) >= 0 {
		return id, true
	}
	for _, f := range c.former {
		if f.ID == id && len(f.Into) == 1 {
			return f.Into[0], true
		}
	}
	return "", false
}

func (c *Classifier) isFormer(id string) bool {
	return slices.ContainsFunc(c.former, func(f Former) bool { return f.ID == id })
}

// former reads the topics that are no more. Those that went into another former
// one went on with it.
func (l *loader) former(tables []formerTable) {
	byID := make(map[string]formerTable, len(tables))
	for i, t := range tables {
		at := func(key string) int { return l.lines.key("former", i, key) }
		switch other, twice := byID[t.ID]; {
		case !topicID.MatchString(t.ID):
			l.fail(at("id"), "det tidigare ämnet behöver ett id av a–z, siffror och bindestreck, inte ”%s”", t.ID)
		case l.c.topicIndex(t.ID) >= 0:
			l.fail(at("id"), "”%s” är ett tidigare ämne, och dess id får inte användas igen; ge ämnet på rad %d ett annat id",
				t.ID, l.lines.key("topic", l.c.topicIndex(t.ID), "id"))
		case twice:
			l.fail(at("id"), "det tidigare ämnet ”%s” (”%s”) finns redan; ta bort det ena", t.ID, other.Name)
		}
		if strings.TrimSpace(t.Name) == "" {
			l.fail(at("name"), "det tidigare ämnet ”%s” saknar namn; lägg till name = \"…\"", t.ID)
		}
		if _, err := time.Parse(time.DateOnly, t.Date); t.Date != "" && err != nil {
			l.fail(at("date"), "”%s” är ingen dag; skriv till exempel \"2026-11-22\"", t.Date)
		}
		byID[t.ID] = t
	}
	for i, t := range tables {
		line := l.lines.key("former", i, "into")
		into, wrong := l.into(t, byID)
		for _, problem := range wrong {
			l.fail(line, "%s", problem)
		}
		l.c.former = append(l.c.former, Former{ID: t.ID, Name: t.Name, Date: t.Date, Into: into})
	}
}

// into follows a former topic, through other former ones, to the topics of today,
// and tells what is wrong on its own line.
func (l *loader) into(t formerTable, byID map[string]formerTable) (topics, wrong []string) {
	seen := map[string]bool{t.ID: true}
	follow := slices.Clone(t.Into)
	for i := 0; i < len(follow); i++ {
		id, own := follow[i], i < len(t.Into)
		former, gone := byID[id]
		switch {
		case id == t.ID:
			return nil, []string{"”" + t.ID + "” har gått upp i sig självt; skriv det ämne som finns idag, eller into = []"}
		case seen[id]:
		case l.c.topicIndex(id) >= 0:
			topics = append(topics, id)
		case gone:
			follow = append(follow, former.Into...)
		case own:
			wrong = append(wrong, "”"+t.ID+"” har gått upp i ämnet ”"+id+"”, som inte finns; rätta till ett id ur filen")
		}
		seen[id] = true
	}
	return topics, wrong
}
