package report

import "regexp"

// identifying are the shapes of what points to one person. Each stands for the
// word that replaces it.
var identifying = []struct {
	pattern *regexp.Regexp
	word    string
}{
	{regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)+`), "[e-post]"},
	{regexp.MustCompile(`\b(?:19|20)?\d{6}[-+]\d{4}\b`), "[personnummer]"},
	{regexp.MustCompile(`(?:\+\d{2}|\b0)[\d\s()–-]{6,15}\d\b`), "[telefon]"},
}

// anonymise takes addresses, personal numbers and phone numbers out of a wish.
func anonymise(text string) string {
	for _, id := range identifying {
		text = id.pattern.ReplaceAllString(text, id.word)
	}
	return text
}
