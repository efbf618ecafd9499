package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ordinal is one row of the table of words that rank what follows them.
type ordinal struct {
	words    string
	rank     int
	position position
}

// Ranks that are relative to the item before.
const (
	rankNext = 0
	rankLast = 99
)

// position is where in a sentence an ordinal ranks.
type position int

const (
	anywhere position = iota // "vi vill främst ha"
	clause                   // at the start of a clause: ", därefter"
	label                    // there, and set off: "Etta: …", "ett, …"
	request                  // there, and set off or said of a wish: "först vill vi …"
)

// ranked is an ordinal that was found.
type ranked struct {
	ordinal
	chunk      int
	start, end int  // bytes in the chunk's text, with the sign behind
	colon      bool // the words are a label that ends in a colon
	first      bool // they begin their clause
	behind     bool // they stand behind what they rank: "Koha i första hand, …"
}

// ordinalsIn finds the ordinals of one paragraph.
func ordinalsIn(text string, index int) []ranked {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return nil // a letter whose cases differ in length: offsets would not hold
	}
	var found []ranked
	start := true // at the start of a clause
	for i := 0; i < len(lower); {
		end := strings.IndexByte(lower[i:], ' ')
		if end < 0 {
			end = len(lower)
		} else {
			end += i
		}
		o, ok := ordinalAt(lower, i, start)
		if capital := lower[i:end] != text[i:end]; !ok && capital && i > 0 {
			// The writer left out the full stop before a label.
			o, ok = ordinalAt(lower, i, true)
			ok = ok && o.colon
		}
		if ok {
			o.chunk = index
			found = mergeOrdinal(found, o, text)
			i = o.end
			start = true
			for i < len(lower) && lower[i] == ' ' {
				i++
			}
			continue
		}
		word := lower[i:end]
		start = word != "" && (strings.ContainsAny(word[len(word)-1:], ".,;:!?)-") || strings.HasSuffix(word, "–")) ||
			start && slices.Contains(ties, word) || slices.Contains(ties, word)
		i = end + 1
	}
	return found
}

// leadingLabel reads the ordinal that a line begins with, past a word such as
// "och".
func leadingLabel(text string) ranked {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return ranked{}
	}
	at := 0
	if word, _, ok := strings.Cut(lower, " "); ok && slices.Contains(ties, word) {
		at = len(word) + 1
	}
	o, _ := ordinalAt(lower, at, true)
	return o
}

// ties join clauses.
var ties = []string{"och", "å", "o", "samt", "men", "så", "sen", "og", "and", "but", "then", "ja", "ja,"}

// byInitial are the ordinals by their first byte, longer ones first.
var byInitial = func() (table [256][]ordinal) {
	for _, o := range ordinals {
		table[o.words[0]] = append(table[o.words[0]], o)
	}
	for _, rows := range table {
		slices.SortStableFunc(rows, func(a, b ordinal) int { return len(b.words) - len(a.words) })
	}
	return table
}()

// ordinalAt reads the longest ordinal at lower[i:].
func ordinalAt(lower string, i int, start bool) (ranked, bool) {
	if i == len(lower) {
		return ranked{}, false
	}
	for _, o := range byInitial[lower[i]] {
		rest, ok := strings.CutPrefix(lower[i:], o.words)
		if !ok || !start && o.position != anywhere {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(rest); wordRune(next) {
			continue
		}
		r := ranked{ordinal: o, start: i, end: i + len(o.words), first: start}
		if list := onList(rest); list > 0 {
			r.end += list
			rest = rest[list:]
		}
		switch colon, sign := labelEnd(rest), setOff(rest); {
		case colon > 0:
			r.end += colon
			r.colon = true
		case sign > 0 || rest == "":
			r.end += sign
			r.behind = !start
		case o.position == request && slices.Contains(askingVerbs, firstWord(rest)):
		case o.position >= label:
			adverbs, ok := beforeCopula(rest)
			if !ok {
				continue
			}
			r.end += adverbs
		case o.rank == rankNext && !canRank(rest):
			continue
		}
		return r, true
	}
	return ranked{}, false
}

// onList returns the length of " på min lista" behind "högst upp".
func onList(rest string) int {
	for _, list := range []string{" på min lista", " på vår lista", " på listan", " på min önskelista", " på vår önskelista", " på önskelistan", " on my list", " on our list", " på listen", " på min liste"} {
		after, ok := strings.CutPrefix(rest, list)
		if next, _ := utf8.DecodeRuneInString(after); ok && !wordRune(next) {
			return len(list)
		}
	}
	return 0
}

// copulas may stand for the colon of a label: "det viktigaste är …".
var copulas = []string{
	"är", "blir", "vore", "handlar", "gäller", "ligger", "hamnar", "står", "kommer", "sätter",
	"er", "bliver", "blir", "ligger", "on", "is", "would", "comes",
}

// beforeCopula returns the length of words such as " för oss just nu" that a
// copula follows; it fails where none does.
func beforeCopula(rest string) (length int, ok bool) {
	const farthest = 4 // words
	for range farthest {
		after := strings.TrimLeft(rest[length:], " ")
		word, _, _ := strings.Cut(after, " ")
		switch {
		case slices.Contains(copulas, word):
			return length, true
		case !slices.Contains(labelWords, word):
			return 0, false
		}
		length = len(rest) - len(after) + len(word)
	}
	return 0, false
}

// canRank reports whether words after "sedan" can be what it ranks: "sedan
// 2014", "sen dess" and "annars är allt bra" are none.
func canRank(rest string) bool {
	word := firstWord(rest)
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsDigit(first) && !slices.Contains(unranked, word)
}

// unranked words after "sedan" make a time of it, and a sentence after
// "annars".
var unranked = []string{"är", "blir", "går", "har", "kan", "får", "hade", "inget", "inte", "dess", "länge", "i", "på", "förra", "starten", "start", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "hösten", "våren"}

// labelEnd returns the length of the rest of a label that ends in a colon:
// " på min lista:", ", om ni orkar:"; 0 when there is none.
func labelEnd(rest string) int {
	const longest = 48
	at := strings.IndexAny(rest[:min(len(rest), longest)], ":=")
	if at < 0 || strings.ContainsAny(rest[:at], ".!?;") {
		return 0
	}
	words := strings.Fields(strings.ReplaceAll(rest[:at], ",", " "))
	for _, w := range words {
		if !slices.Contains(labelWords, w) {
			return 0
		}
	}
	return at + 1
}

// setOff returns the length of a sign that sets an ordinal off: ", " or " – ".
func setOff(rest string) int {
	trimmed := strings.TrimLeft(rest, " ")
	for _, sign := range []string{",", ")", "–", "-", ".", ";"} {
		after, ok := strings.CutPrefix(trimmed, sign)
		if ok && (after == "" || after[0] == ' ') {
			return len(rest) - len(after)
		}
	}
	return 0
}

// mergeOrdinal appends an ordinal, or makes one of it and the one just before
// ("och sen, om det finns tid, …").
func mergeOrdinal(found []ranked, o ranked, text string) []ranked {
	if n := len(found); n > 0 {
		prev := &found[n-1]
		between := strings.Trim(text[prev.end:o.start], " ,;–-")
		if between == "" && !o.behind {
			prev.end, prev.colon = o.end, o.colon
			if prev.rank == rankNext {
				prev.rank = o.rank
			}
			return found
		}
	}
	return append(found, o)
}

func firstWord(text string) string {
	text = strings.TrimLeft(text, " ,:;")
	end := strings.IndexFunc(text, func(r rune) bool { return !wordRune(r) })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end])
}
