package mailparse

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// SubjectRule tells the subjects that announce a wish mail. A subject matches
// if it holds one of the rule's words: in any case or inflection, in a compound
// ("kursönskemål", "önskemålslista"), without or with decomposed diacritics,
// damaged by a system on the way ("Ã–nskemÃ¥l", "?nskem?l"), or with one typing
// error. Prefixes such as "Sv:" and tags in brackets do not count.
//
// It matches decoded subjects: those of a [Message] or of [decodeHeader].
// The zero SubjectRule matches nothing.
type SubjectRule struct {
	words []subjectWord
}

// subjectWord is one word of a rule.
type subjectWord struct {
	folded  string         // for comparing
	damaged *regexp.Regexp // finds the word with its diacritics lost
}

// NewSubjectRule returns a rule for words such as "Önskemål". Blank words are
// left out.
func NewSubjectRule(words []string) SubjectRule {
	var rule SubjectRule
	for _, word := range words {
		word = strings.ToLower(norm.NFC.String(strings.TrimSpace(word)))
		if word != "" {
			rule.words = append(rule.words, subjectWord{foldLetters(word), damagedForm(word)})
		}
	}
	return rule
}

// Match reports whether the decoded subject announces a wish mail.
func (r SubjectRule) Match(subject string) bool {
	folded := foldSubject(subject)
	for _, word := range r.words {
		if strings.Contains(folded, word.folded) || word.damaged.MatchString(folded) || word.mistyped(folded) {
			return true
		}
	}
	return false
}

// foldSubject is a subject in the form in which subjects are compared: damage
// undone, lower case, without prefixes and diacritics.
func foldSubject(subject string) string {
	s := subject
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	if escapedByte.MatchString(s) {
		s = unescapeBytes(s)
	}
	return foldLetters(cutPrefixes(strings.ToLower(norm.NFC.String(repairMojibake(s)))))
}

// foldCase is s in lower case and without diacritics.
func foldCase(s string) string { return foldLetters(strings.ToLower(s)) }

// subjectPrefix is what mail programs and lists put before a subject: "Re:", "Sv[2]:",
// "[tag]". Lower case.
var subjectPrefix = regexp.MustCompile(`^(?:\[[^\]]*\]|(?:sv|re|vb|fw|fwd|ang|vs|vl|videresend|aw|antw|wg|tr|ynt)(?:\s?[\[(]?\d{1,3}[\])]?)?\s?:)\s*`)

// cutPrefixes removes all prefixes, however many.
func cutPrefixes(s string) string {
	for {
		s = strings.TrimSpace(s)
		end := len(subjectPrefix.FindString(s))
		if end == 0 {
			return s
		}
		s = s[end:]
	}
}

// foldLetters removes diacritics, of the letters that Unicode does not
// decompose as well.
func foldLetters(s string) string {
	if isASCII(s) {
		return s
	}
	var out strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ø':
			out.WriteByte('o')
		case r == 'æ':
			out.WriteByte('a')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// escapedByte finds what is left of an encoded word whose frame is lost, or of
// a mailto link: "=D6nskem=E5l", "%C3%96nskem%C3%A5l".
var escapedByte = regexp.MustCompile(`[=%][89A-Fa-f][0-9A-Fa-f]`)

func unescapeBytes(s string) string {
	text, _ := decodeText(decodeQP([]byte(strings.ReplaceAll(s, "%", "="))), "")
	return clean(text)
}

// damagedForm matches a folded subject that holds the word with each letter
// outside ASCII replaced: by one mark for each of its bytes (question marks,
// U+FFFD, underscores, or the "X" that Cyrus imapd writes), by two letters
// ("aa", "oe"), or by nothing at all.
func damagedForm(word string) *regexp.Regexp {
	ascii := 0
	for _, r := range word {
		if r < utf8.RuneSelf {
			ascii++
		}
	}
	// A word of few other letters would match anywhere without the damaged ones.
	optional := ""
	if ascii >= 5 {
		optional = "?"
	}
	var pattern strings.Builder
	for _, r := range word {
		if r < utf8.RuneSelf {
			pattern.WriteString(regexp.QuoteMeta(string(r)))
			continue
		}
		base := regexp.QuoteMeta(foldLetters(string(r)))
		pattern.WriteString("(?:" + base + `|oe|ae|aa|\?{1,2}|\x{FFFD}{1,2}|_{1,2}|x{1,2})` + optional)
	}
	return regexp.MustCompile(pattern.String())
}

// endings are the inflections with which a mistyped word is compared, folded.
var endings = []string{"", "en", "et", "ena", "ens", "ets", "s", "er"}

// mistyped reports whether a word of the folded subject differs from w, in
// some inflection, by one typing error: a letter left out, added, replaced, or
// two exchanged. The error may be a space in the middle. Short words are not
// compared: one letter makes another word of them.
func (w subjectWord) mistyped(folded string) bool {
	const shortest = 6
	if len(w.folded) < shortest {
		return false
	}
	words := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, word := range words {
		for _, ending := range endings {
			form := w.folded + ending
			if oneEdit(word, form) || i > 0 && words[i-1]+word == form {
				return true
			}
		}
	}
	return false
}

// oneEdit reports whether a and b are at most one edit apart (optimal string
// alignment distance 1).
func oneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) <= 1 && len(y) <= 1 {
		return true
	}
	return len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
}
