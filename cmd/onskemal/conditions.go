package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// measure is a number of the status that a monitor can set a limit to.
type measure struct {
	name string
	age  bool // the number is a [time.Duration], and its limits are written so
	of   func(statusReport) int64
	says string // what it is the number of
}

// never is an age beyond all limits.
const never = math.MaxInt64

// measures are all that --fail-if knows.
var measures = []measure{
	{"poll-age", true, func(r statusReport) int64 { return r.pollAge() }, "since the last good poll of every mailbox"},
	{"quarantine", false, func(r statusReport) int64 { return r.Quarantine }, "mails in quarantine"},
	{"review", false, func(r statusReport) int64 { return int64(r.Review) }, "wishes without topic and mails that wait for an editor"},
	{"failing", false, func(r statusReport) int64 { return int64(r.Failing) }, "mails not sent by the server"},
	{"poison", false, func(r statusReport) int64 { return int64(r.Poison) }, "mails given up but for a weekly poll"},
	{"stale", false, func(r statusReport) int64 { return int64(r.Stale) }, "messages read by another program or other topics"},
}

// condition holds when a measure is above a limit.
type condition struct {
	measure
	text  string // as it was given
	limit int64
}

// conditionsError ends a status of which conditions hold, a line each.
type conditionsError struct{ error }

// parseCondition reads "poll-age>1h" or "quarantine>0".
func parseCondition(text string) (condition, error) {
	name, limit, ok := strings.Cut(text, ">")
	if !ok {
		return condition{}, fmt.Errorf("condition %q: write it as quarantine>0 or poll-age>1h", text)
	}
	c := condition{text: text}
	for _, m := range measures {
		if m.name == strings.TrimSpace(name) {
			c.measure = m
		}
	}
	if c.name == "" {
		return condition{}, fmt.Errorf("condition %q: there is nothing of that name; choose one of %s", text, strings.Join(measureNames(), ", "))
	}
	var err error
	c.limit, err = c.parseLimit(strings.TrimSpace(limit))
	return c, err
}

func measureNames() []string {
	var names []string
	for _, m := range measures {
		names = append(names, m.name)
	}
	return names
}

func (c condition) parseLimit(limit string) (int64, error) {
	if c.age {
		d, err := time.ParseDuration(limit)
		if err != nil || d < 0 {
			return 0, fmt.Errorf("condition %q: %q is no time: write it as 90m or 26h", c.text, limit)
		}
		return int64(d), nil
	}
	n, err := strconv.ParseInt(limit, 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("condition %q: %q is no number from 0 up", c.text, limit)
	}
	return n, nil
}

func parseConditions(texts []string) ([]condition, error) {
	conditions := make([]condition, len(texts))
	for i, text := range texts {
		var err error
		if conditions[i], err = parseCondition(text); err != nil {
			return nil, usageError{fmt.Errorf("--fail-if: %w", err)}
		}
	}
	return conditions, nil
}

// failing is an error that names those of the conditions which hold.
func failing(conditions []condition, r statusReport) error {
	var hold []error
	for _, c := range conditions {
		if n := c.of(r); n > c.limit {
			hold = append(hold, fmt.Errorf("%s: %s", c.text, c.tell(n)))
		}
	}
	if hold == nil {
		return nil
	}
	return conditionsError{errors.Join(hold...)}
}

// tell puts the number into words.
func (m measure) tell(n int64) string {
	switch {
	case m.age && n == never:
		return "never a good poll of every mailbox"
	case m.age:
		return fmt.Sprintf("%v %s", time.Duration(n).Round(time.Second), m.says)
	}
	return fmt.Sprintf("%s: %d", m.says, n)
}
