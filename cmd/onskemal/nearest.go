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

// distance counts the letters that must be put in, taken out, changed or swapped
// with the next to turn a into b (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	steps := make([][]int, len(x)+1)
	for i := range steps {
		steps[i] = make([]int, len(y)+1)
		steps[i][0] = i
	}
	for j := range steps[0] {
		steps[0][j] = j
	}
	for i := range x {
		for j := range y {
			changed := steps[i][j]
			if x[i] != y[j] {
				changed++
			}
			least := min(changed, steps[i][j+1]+1, steps[i+1][j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				least = min(least, steps[i-1][j-1]+1)
			}
			steps[i+1][j+1] = least
		}
	}
	return steps[len(x)][len(y)]
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
