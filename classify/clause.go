package classify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexeme is one word or punctuation mark of a text.
type lexeme struct {
	key        string // folded for comparison with the cue tables
	start, end int    // bytes in the text
	hash       uint32 // of the key
	mark       bool   // punctuation, not a word
	small      bool   // one of smallWords
}

// clause is a part of a text: a sentence or less.
type clause []lexeme

// stop is the key of every mark that ends a sentence.
const stop = "."

// fold makes words comparable with the cue tables whatever keyboard they were
// written on: lower case, and "skulle behova" like "skulle behöva". "å" alone
// stays: it is "och" or Norwegian "to", not the article "a"; and so do "här",
// "når", "vår", "våra" and "ändra", which are not "har", "när", "var", "vara" and
// "andra".
func fold(s string) string {
	switch s = strings.ToLower(s); s {
	case "å", "här", "når", "vår", "våra", "ändra":
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'å', 'ä', 'æ', 'à', 'á':
			return 'a'
		case 'ö', 'ø':
			return 'o'
		case 'é', 'è':
			return 'e'
		case 'ü':
			return 'u'
		case '’', '´', '`':
			return '\''
		}
		return r
	}, s)
}

// maxLexemes is how many words and marks are read of one passage. No honest
// one is longer.
const maxLexemes = 10_000

// bytesPerLexeme is about how long words and marks are, with the space between.
const bytesPerLexeme = 5

// lex cuts text into words and marks. A hyphen, point, colon or
// apostrophe between two letters belongs to its word: micro:bit, antagning.se.
func lex(text string) clause {
	lexemes := make(clause, 0, 1+min(len(text)/bytesPerLexeme, maxLexemes))
	for i := 0; i < len(text) && len(lexemes) < maxLexemes; {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isLetterLike(r):
			end := wordEnd(text, i)
			key := fold(text[i:end])
			if word, ok := corrected[key]; ok {
				key = word
			}
			lexemes = append(lexemes, lexeme{key: key, hash: hash(key), start: i, end: end, small: smallWords[key]})
			i = end
			continue
		case unicode.IsSpace(r):
		default:
			if n := smiley(text[i:]); n > 0 {
				size = n
			}
			key := markKey(r, size)
			lexemes = append(lexemes, lexeme{key: key, hash: hash(key), start: i, end: i + size, mark: true})
		}
		i += size
	}
	return lexemes
}

func isLetterLike(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd returns where the word that starts at i ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetterLike(r) {
			if !strings.ContainsRune("-.:'’´", r) {
				break
			}
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !isLetterLike(next) {
				break
			}
		}
		i += size
	}
	return i
}

// smiley returns the length of the typed smiley that s starts with, or 0.
func smiley(s string) int {
	for _, face := range []string{":-)", ":)", ";-)", ";)", ":-(", ":(", "=)"} {
		if strings.HasPrefix(s, face) {
			return len(face)
		}
	}
	return 0
}

// markKey gives marks that do the same work the same key. Smileys and pictures
// end a sentence as a full stop does.
func markKey(r rune, size int) string {
	switch {
	case size > utf8.RuneLen(r), strings.ContainsRune(".!?…", r), unicode.Is(unicode.So, r):
		return stop
	case strings.ContainsRune("-–—", r):
		return "-"
	case r == '+':
		return ","
	}
	return string(r)
}

// abbreviations keep their full stop from ending a sentence.
var abbreviations = map[string]bool{
	"t.ex": true, "tex": true, "ex": true, "bl.a": true, "bla": true, "dvs": true, "d.v.s": true, "osv": true,
	"o.s.v": true, "m.m": true, "mm": true, "mfl": true, "m.fl": true, "o.d": true, "ev": true, "kl": true,
	"nr": true, "ca": true, "resp": true, "inkl": true, "exkl": true, "pga": true, "p.g.a": true, "likn": true,
	"f.eks": true, "feks": true, "e.g": true, "i.e": true, "mr": true, "dr": true, "jfr": true, "avd": true,
}

// sentences cuts lexemes at the marks that end a sentence, which are left out.
// The text tells capital letters after a number: "klass 6. Vi" is two
// sentences, "den 6. maj" is one.
func sentences(text string, lexemes clause) []clause {
	var all []clause
	from := 0
	for i, t := range lexemes {
		if t.key != stop || !endsSentence(text, lexemes, i) {
			continue
		}
		if i > from {
			all = append(all, lexemes[from:i])
		}
		from = i + 1
	}
	if from < len(lexemes) {
		all = append(all, lexemes[from:])
	}
	return all
}

func endsSentence(text string, lexemes clause, i int) bool {
	if i+1 < len(lexemes) && lexemes[i+1].key == ")" {
		return false
	}
	if i == 0 || i+1 == len(lexemes) || text[lexemes[i].start] != '.' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[lexemes[i+1].start:])
	if unicode.IsUpper(next) {
		return !abbreviations[lexemes[i-1].key] || lexemes[i-1].key == "mm" || lexemes[i-1].key == "osv"
	}
	return !abbreviations[lexemes[i-1].key] && !isNumber(lexemes[i-1].key)
}

func isNumber(key string) bool {
	return strings.Trim(key, "0123456789") == ""
}

// trim drops marks from both ends.
func trim(lexemes clause) clause {
	for len(lexemes) > 0 && lexemes[0].mark && lexemes[0].key != "(" {
		lexemes = lexemes[1:]
	}
	for n := len(lexemes); n > 0 && lexemes[n-1].mark && lexemes[n-1].key != ")"; n = len(lexemes) {
		lexemes = lexemes[:n-1]
	}
	return lexemes
}

// countWords counts the lexemes that are not marks.
func countWords(lexemes clause) int {
	n := 0
	for _, t := range lexemes {
		if !t.mark {
			n++
		}
	}
	return n
}

// textOf returns the part of text that lexemes cover, on one line.
func textOf(text string, lexemes clause) string {
	if len(lexemes) == 0 {
		return ""
	}
	return strings.TrimSpace(text[lexemes[0].start:lexemes[len(lexemes)-1].end])
}

// declined tells whether the clause as a whole is not wanted.
func declined(cl clause) bool {
	start, _, ok := decline(cl, 0)
	return ok && lastMark(cl, start+1) < 0
}

// decline finds the first decline that is not undone, as "inte bara" is, and
// tells something else than for whom the wish is ("för oss som redan kan").
func decline(cl clause, from int) (start, end int, ok bool) {
	for {
		start, end, ok = declines.find(cl, from)
		if !ok || needed.at(cl, start) < 0 && !(start > 0 && cl[start-1].key == "som") {
			return start, end, ok
		}
		from = end
	}
}

// lastMark returns the index of the last mark before i, or -1.
func lastMark(cl clause, i int) int {
	for i--; i >= 0; i-- {
		if cl[i].mark {
			return i
		}
	}
	return -1
}

// content cuts what follows a cue down to the thing itself.
func content(cl clause) clause {
	cl = withoutFrame(cl)
	return phrase(cl[afterColon(cl, 0):])
}

// premiseWords is how long a premise is at most.
const premiseWords = 8

// withoutPremise drops a clause that says when what follows it holds: "om det
// blir tid, Koha".
func withoutPremise(cl clause) clause {
	if cl[0].key == "bara" && len(cl) > 1 && premises[cl[1].key] {
		return withoutPremise(cl[1:])
	}
	if !premises[cl[0].key] {
		return cl
	}
	for i := 2; i < min(len(cl), premiseWords); i++ {
		if cl[i].key == "," {
			return cl[i+1:]
		}
	}
	return cl
}

// phrase cuts a clause that begins with the thing itself down to it.
func phrase(cl clause) clause {
	cl = withoutTail(cl)
	return withoutEnds(trim(cl[:phraseEnd(cl)]), func(key string) bool { return conjunctions[key] })
}

// withoutFrame drops the words between a cue and the thing itself: "en kurs i".
func withoutFrame(cl clause) clause {
	for len(cl) > 0 && !questionWords[cl[0].key] {
		if rest := withoutPremise(cl); len(rest) < len(cl) {
			cl = rest
			continue
		}
		end := max(frames.at(cl, 0), wishCues.at(cl, 0))
		if end > 1 && whether(cl[end-1:]) {
			end--
		}
		if end <= 1 && whether(cl) {
			break
		}
		if end <= 0 && len(cl) > 2 && infinitive(cl, 1) && learning.at(cl, 1) > 1 && frames.at(cl, 1) > 1 {
			cl = cl[1:] // "vill Karin lära sig Koha"
			continue
		}
		if end <= 0 || end == 1 && cl[0].key == "att" && len(cl) > 2 && !infinitive(cl, 1) {
			break
		}
		cl = cl[end:]
	}
	return cl
}

// whether tells whether a clause is an indirect question: "om man får filma".
func whether(cl clause) bool {
	return len(cl) > 2 && cl[0].key == "om" && (subjects[cl[1].key] || cl[1].key == "det") && cl[1].key != "ni" && cl[1].key != "du" && finite(cl, 2)
}

// colonWords is how many words may stand between a cue and the colon before
// the wish: "önskemål från oss i Nyby:".
const colonWords = 8

// afterColon returns the index after a colon close to i, or i.
func afterColon(cl clause, i int) int {
	for j := i; j < min(len(cl), i+colonWords); j++ {
		if cl[j].key == ":" && j+1 < len(cl) {
			return j + 1
		}
		if cl[j].mark {
			break
		}
	}
	return i
}

func withoutTail(cl clause) clause {
	if start, _, ok := tails.find(cl, 0); ok {
		cl = cl[:start]
	}
	return withoutEnds(trim(cl), func(key string) bool { return conjunctions[key] })
}

// withoutEnds drops the words at either end for which drop holds, and marks.
func withoutEnds(cl clause, drop func(key string) bool) clause {
	for len(cl) > 0 && drop(cl[0].key) {
		cl = trim(cl[1:])
	}
	for len(cl) > 0 && drop(cl[len(cl)-1].key) {
		cl = trim(cl[:len(cl)-1])
	}
	return cl
}

// antecedent cuts what stands before a cue down to what the cue's "det" or
// "som" stands for.
func antecedent(cl clause) clause {
	cl = withoutTail(cl)
	for n := len(cl); n > 0 && (isSmall(cl[n-1].key) || cl[n-1].mark); n = len(cl) {
		cl = cl[:n-1]
	}
	if start, end, ok := needCues.find(cl, 1); ok && end == len(cl) {
		return trim(cl[:start])
	}
	return cl
}

func isSmall(key string) bool { return smallWords[key] || pronouns[key] || conjunctions[key] }

// experience cuts "jag har i sex år lett bokcirklar" down to what was led.
func experience(cl clause) clause {
	cl = cl[max(0, len(cl)-maxClause):]
	for from := 0; from < len(cl); {
		start, end, ok := experiences.find(cl, from)
		if !ok || countWords(antecedent(cl[end:])) == 0 {
			break
		}
		cl, from = cl[start:], end-start
	}
	if end := experiences.at(cl, 0); end > 0 {
		cl = cl[end:]
		if end := durations.at(cl, 0); end > 0 {
			cl = cl[end:]
		}
		cl = withoutLead(cl)
	}
	return antecedent(cl)
}

// withoutLead drops the small words that an offer begins with.
func withoutLead(cl clause) clause {
	for len(cl) > 0 && (isSmall(cl[0].key) || prepositions[cl[0].key]) && !questionWords[cl[0].key] {
		cl = trim(cl[1:])
	}
	return cl
}
