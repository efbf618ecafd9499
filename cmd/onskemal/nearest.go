package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// nearest finds the known name that is meant by another one, if any is like it:
// in a third of its letters at most they may differ, or it is a beginning of the
// known one. Of two that are equally near the first is meant.
func nearest(name string, known []string) (found string, ok bool) {
	given := strings.ToLower(name)
	least := max(1, utf8.RuneCountInString(given)/3) + 1
	for _, candidate := range known {
		lower := strings.ToLower(candidate)
		n := distance(given, lower)
		if utf8.RuneCountInString(given) > 2 && strings.HasPrefix(lower, given) {
			n = min(n, 1)
		}
		if n < least {
			found, least, ok = candidate, n, true
		}
	}
	return found, ok
}

// distance counts the letters that must be put in, taken out or changed to turn a
// into b (Levenshtein).
func distance(a, b string) int {
	other := []rune(b)
	row := make([]int, len(other)+1)
	for j := range row {
		row[j] = j
	}
	i := 0
	for _, r := range a {
		i++
		diagonal := row[0]
		row[0] = i
		for j, o := range other {
			changed := diagonal
			if r != o {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(other)]
}

// unknownName says that nothing has a name, which known one may be meant, and
// what to do.
func unknownName(what, name string, known []string, remedy string) error {
	text := fmt.Sprintf("no %s %q", what, name)
	if near, ok := nearest(name, known); ok {
		text += fmt.Sprintf(", but there is %q", near)
	}
	return usageError{fmt.Errorf("%s; %s", text, remedy)}
}
