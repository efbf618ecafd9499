package main

import (
	"fmt"
	"strings"

	"github.com/digiteket/onskemal/classify"
)

const listsTopics = "'onskemal topics list' prints them"

// topicNamed finds a topic by its id or name.
func topicNamed(c *classify.Classifier, name string) (id string, err error) {
	id, found := findTopic(c, name)
	if found {
		return id, nil
	}
	if gone := formerTopic(c, name); gone != nil {
		return "", gone
	}
	return "", unknownName("topic", name, topicNames(c), listsTopics)
}

// groupNamed finds a topic by its id or name, or a group outside the list by its
// name.
func groupNamed(c *classify.Classifier, name string) (group string, err error) {
	if id, found := findTopic(c, name); found {
		return id, nil
	}
	for _, g := range c.Outside() {
		if strings.EqualFold(g.Name, name) {
			return g.Name, nil
		}
	}
	if gone := formerTopic(c, name); gone != nil {
		return "", gone
	}
	return "", unknownName("topic or group", name, labelNames(c), listsTopics)
}

func findTopic(c *classify.Classifier, name string) (id string, found bool) {
	for _, t := range c.Topics() {
		if strings.EqualFold(t.ID, name) || strings.EqualFold(t.Name, name) {
			return t.ID, true
		}
	}
	return "", false
}

// formerTopic tells what has become of a topic that is no more.
func formerTopic(c *classify.Classifier, name string) error {
	for _, f := range c.Former() {
		switch {
		case !strings.EqualFold(f.ID, name) && !strings.EqualFold(f.Name, name):
		case len(f.Into) == 0:
			return usageError{fmt.Errorf("%s is a topic no more: it was retired", f.ID)}
		default:
			return usageError{fmt.Errorf("%s is a topic no more: it went into %s", f.ID, strings.Join(f.Into, " and "))}
		}
	}
	return nil
}

func topicNames(c *classify.Classifier) []string {
	var names []string
	for _, t := range c.Topics() {
		names = append(names, t.ID)
	}
	for _, t := range c.Topics() {
		names = append(names, t.Name)
	}
	return names
}

// labelNames are what topics and groups may be called.
func labelNames(c *classify.Classifier) []string {
	names := topicNames(c)
	for _, g := range c.Outside() {
		names = append(names, g.Name)
	}
	return names
}
