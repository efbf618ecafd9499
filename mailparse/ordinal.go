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
	either                   // at the start of a clause, or at its end: "Koha etta, Canva tvåa"
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
	lower := strings.Map(lower, text)
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
		if !ok && lower[i] == '(' {
			o, ok = bracketed(lower, i)
		}
		if n := len(found); !ok && start && n > 0 {
			o, ok = elliptical(lower, i, found[n-1].rank+1)
		}
		if n := len(found); !ok && start && n > 0 && found[n-1].colon {
			o, ok = labelBehind(text, lower, found[n-1].end, i)
		}
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
			slices.Contains(ties, word)
		i = end + 1
	}
	return found
}

// labelBehind reads the label of the sentence at i as a place, where the one
// before it, at from, was labelled with one: "Överst: Koha. Botten: Canva".
func labelBehind(text, lower string, from, i int) (ranked, bool) {
	const longest = 4 // words
	if i-from > farthest {
		return ranked{}, false
	}
	if body := strings.TrimSpace(text[from:i]); sentenceEnd(body, 0) < len(body) || !strings.ContainsAny(body[max(0, len(body)-1):], ".!?") {
		return ranked{}, false // sentences without a label stand between
	}
	end := i
	for n := 0; n < longest; n++ {
		word := wordAt(lower[end:])
		if word == "" || slices.Contains(plainLabels, word) || n == 0 && slices.Contains(ties, word) {
			break
		}
		if end += len(word); strings.HasPrefix(lower[end:], ": ") {
			return ranked{ordinal: ordinal{words: lower[i:end], rank: rankNext, position: label}, start: i, end: end + 1, colon: true, first: true}, true
		}
		end += len(lower[end:]) - len(strings.TrimLeft(lower[end:], " "))
	}
	return ranked{}, false
}

// bracketed reads "(prio 1)", which stands behind what it ranks.
func bracketed(lower string, i int) (ranked, bool) {
	o, ok := ordinalAt(lower, i+1, true)
	if !ok || !strings.HasSuffix(lower[i:o.end], ")") && !strings.HasPrefix(lower[o.end:], ")") {
		return ranked{}, false
	}
	if lower[o.end-1] != ')' {
		o.end++
	}
	o.start, o.first, o.behind = i, false, true
	return o, true
}

// elliptical reads "och på tredje Koha", where the second place stood before.
func elliptical(lower string, i, rank int) (ranked, bool) {
	word := wordAt(lower[i:])
	at := i + len(word) + 1
	if word != "på" && !slices.Contains(determiners, word) || at >= len(lower) || rank <= 1 {
		return ranked{}, false
	}
	for _, o := range ordinalRows[wordAt(lower[at:])] {
		if end := at + len(o.words); o.rank == rank && o.position == label && strings.HasPrefix(lower[at:], o.words+" ") {
			return ranked{ordinal: o, start: i, end: end, first: true}, true
		}
	}
	return ranked{}, false
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

// ordinalRows are all ordinals by their first word, longer ones first.
var ordinalRows = func() map[string][]ordinal {
	rows := map[string][]ordinal{}
	add := func(o ordinal) {
		first, _, _ := strings.Cut(o.words, " ")
		rows[first] = append(rows[first], o)
	}
	for _, o := range ordinals {
		add(o)
	}
	for _, phrase := range placePhrases {
		for _, place := range places {
			for sign, words := range map[string][]string{"%": place.ordinals, "#": place.cardinals, "@": place.nouns} {
				if !strings.Contains(phrase.words, sign) {
					continue
				}
				for _, w := range words {
					add(ordinal{strings.Replace(phrase.words, sign, w, 1), place.rank, phrase.position})
				}
			}
		}
	}
	for _, same := range rows {
		slices.SortStableFunc(same, func(a, b ordinal) int { return len(b.words) - len(a.words) })
	}
	return rows
}()

// ordinalAt reads the longest ordinal at lower[i:], perhaps behind a
// determiner.
func ordinalAt(lower string, i int, start bool) (ranked, bool) {
	if r, ok := plainOrdinal(lower, i, start); ok {
		return r, true
	}
	if word := wordAt(lower[i:]); start && slices.Contains(determiners, word) && strings.HasPrefix(lower[i+len(word):], " ") {
		if r, ok := plainOrdinal(lower, i+len(word)+1, true); ok {
			r.start = i
			return r, true
		}
	}
	if r, ok := nextBest(lower, i, start); ok {
		return r, true
	}
	return condition(lower, i, start)
}

// nextBest reads "näst" and any superlative, "den näst tyngsta är".
func nextBest(lower string, i int, start bool) (ranked, bool) {
	word := wordAt(lower[i:])
	if start && slices.Contains(determiners, word) && strings.HasPrefix(lower[i+len(word):], " näst ") {
		r, ok := nextBest(lower, i+len(word)+1, start)
		r.start = i
		return r, ok
	}
	rest, ok := strings.CutPrefix(lower[i:], "näst ")
	best := wordAt(rest)
	if !start || !ok || !strings.HasSuffix(best, "st") && !strings.HasSuffix(best, "sta") && !strings.HasSuffix(best, "ste") {
		return ranked{}, false
	}
	r := ranked{ordinal: ordinal{words: "näst", rank: 2, position: clause}, start: i, end: i + len("näst ") + len(best), first: true}
	if colon := labelEnd(lower[r.end:]); colon > 0 {
		r.end, r.colon = r.end+colon, true
	}
	return r, true
}

// condition reads "om det blir tid över", which ranks what follows last.
func condition(lower string, i int, start bool) (ranked, bool) {
	if !start || !slices.Contains(ifWords, wordAt(lower[i:])) {
		return ranked{}, false
	}
	r := ranked{ordinal: ordinal{words: "om", rank: rankLast, position: clause}, start: i, first: true}
	const longest = 20 // words of a condition; each clause of a long text may begin one
	short := false
	at := i
	for n := 0; n < longest && at < len(lower); n++ {
		word := wordAt(lower[at:])
		end := at + len(word)
		switch {
		case slices.Contains(shortWords, word):
			short = true
		case !slices.Contains(conditionWords, word):
			return r, short
		}
		r.end = end
		if colon, sign := labelEnd(lower[end:]), setOff(lower[end:]); short && colon+sign > 0 {
			r.end, r.colon = end+max(colon, sign), colon > 0
			return r, true
		}
		if at = end + 1; end < len(lower) && lower[end] != ' ' {
			break
		}
	}
	return r, short
}

// wordAt returns the word that text begins with; the colon of "1:a" belongs to
// it.
func wordAt(text string) string {
	end := 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !wordRune(r) && (r != ':' || end == 0 || end+1 == len(text) || !wordByte(text[end+1])) {
			break
		}
		end += size
	}
	return text[:end]
}

// wordByte reports an ASCII letter.
func wordByte(b byte) bool { return 'a' <= b && b <= 'z' }

// plainOrdinal reads the longest row at lower[i:].
func plainOrdinal(lower string, i int, start bool) (ranked, bool) {
	for _, o := range ordinalRows[wordAt(lower[i:])] {
		rest, ok := strings.CutPrefix(lower[i:], o.words)
		if !ok || !start && o.position > either {
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
		case !start && o.position == either && sign == 0 && rest != "":
			continue
		case colon > 0:
			r.end += colon
			r.colon = true
		case sign > 0 || rest == "":
			r.end += sign
			r.behind = !start
		case o.position == request && slices.Contains(askingVerbs, firstWord(rest)):
		case o.position >= label || o.position == either:
			adverbs, ok := beforeCopula(rest)
			if !ok && o.position >= label {
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
	const farthest = 6 // words
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
		if between == "" && !o.behind && !prev.behind {
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
