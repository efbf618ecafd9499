package mailparse

import (
	"slices"
	"strings"
	"unicode"
)

// isContact reports a line that says how or where someone is to be reached, or
// several such things with signs between.
func isContact(text string) bool {
	const longest = 200
	if text == "" || len(text) > longest {
		return false
	}
	if !strings.ContainsAny(text, "0123456789@") && !strings.Contains(text, "www.") && !strings.Contains(text, "http") {
		return false
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == '|' || r == '·' || r == '•' || r == ';' })
	contacts := 0
	for _, field := range fields {
		if isContactField(fold(field)) {
			contacts++
		}
	}
	return contacts > 0 && contacts*2 >= len(fields)
}

// isContactField reports one address, number, place or time, folded.
func isContactField(text string) bool {
	if isHours(text) {
		return true
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ':' || r == ',' })
	labelled := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(contactWords, w) })
	links := 0
	for _, w := range words {
		if strings.Contains(w, "www.") || strings.Contains(w, "http") || address(w) != "" {
			links++
		}
	}
	const few = 4 // words around an address that are no sentence
	if links > 0 {
		return len(words)-links <= few || labelled && len(words) <= 10
	}
	digits := 0
	for i := 0; i < len(text); i++ {
		if isDigit(text[i]) {
			digits++
		}
	}
	switch {
	case digits == 0:
		return false
	case digits >= 6 && digits*3 >= len(text):
		return true
	case digits >= 3 && labelled && len(words) <= 12:
		return true
	}
	return postalCode(words)
}

// isHours reports a line of opening hours: a day, times, and hardly a word
// besides.
func isHours(text string) bool {
	const longest = 60
	if len(text) > longest || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	days := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case slices.Contains(weekdays, w):
			days++
		case !slices.Contains(hoursWords, w):
			return false
		}
	}
	return days > 0
}

// postalCode reports a Swedish or Finnish postal code and town: "441 21
// Lövhagen", "00100 Helsinki".
func postalCode(words []string) bool {
	if len(words) > 12 {
		return false
	}
	for i, w := range words {
		switch {
		case len(w) == 3 && allDigits(w) && i+2 < len(words) && len(words[i+1]) == 2 && allDigits(words[i+1]) && !allDigits(words[i+2]):
			return true
		case len(w) == 5 && allDigits(w) && i+1 < len(words):
			return true
		}
	}
	return false
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
