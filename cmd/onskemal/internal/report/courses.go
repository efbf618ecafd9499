package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Course is a course that exists, as the editors' table has it.
type Course struct {
	Title   string
	Topic   string // id
	Level   int    // 1 grundläggande, 2 bred, 3 utvecklad (Digiteket's own levels); 0 when the table does not say
	DigComp []string
}

// ReadCourses reads the editors' table of courses: CSV with the columns titel,
// ämne (a topic's id or name), nivå (1, 2, 3 or nothing) and digcomp (such as
// "3.3 4.2", or nothing). A course of a former topic is one of what the topic has
// become. name is used in errors.
func ReadCourses(name string, r io.Reader, opts Options) ([]Course, error) {
	rows, err := readEditorsTable(name, r, "titel", "ämne")
	if err != nil {
		return nil, err
	}
	courses := make([]Course, len(rows))
	for i, row := range rows {
		if courses[i], err = courseOf(row, opts); err != nil {
			return nil, fmt.Errorf("%s rad %d: %w", name, row.line, err)
		}
	}
	return courses, nil
}

func courseOf(row editorsRow, opts Options) (Course, error) {
	course := Course{Title: row.cells["titel"]}
	named := row.cells["ämne"]
	topics := opts.named()
	i := slices.IndexFunc(topics, func(t Topic) bool { return t.ID == named || strings.EqualFold(t.Name, named) })
	if i < 0 {
		return Course{}, fmt.Errorf("”%s” är inget ämne; skriv ämnets id eller namn ('onskemal topics list' visar dem)", named)
	}
	course.Topic = opts.current(topics[i].ID)
	if level := row.cells["nivå"]; level != "" {
		number, err := strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(strings.ToLower(level), "nivå")))
		if err != nil || number < 1 || number > 3 {
			return Course{}, fmt.Errorf("”%s” är ingen nivå; skriv 1, 2 eller 3, eller ingenting", level)
		}
		course.Level = number
	}
	for _, id := range strings.FieldsFunc(row.cells["digcomp"], func(r rune) bool { return strings.ContainsRune(" ,;", r) }) {
		if _, known := competenceName(id); !known {
			return Course{}, fmt.Errorf("”%s” är ingen kompetens i DigComp; skriv till exempel 3.3", id)
		}
		course.DigComp = append(course.DigComp, id)
	}
	return course, nil
}

func coursesFor(topic string, courses []Course) []Course {
	var found []Course
	for _, course := range courses {
		if course.Topic == topic {
			found = append(found, course)
		}
	}
	return found
}
