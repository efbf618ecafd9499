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

// rankedProse makes list items of sentences that words put in an order: "i
// första hand X, i andra hand Y", "Etta: X", "främst X, därefter Y och sist
// Z". An item is the clause without the ordinal and without "vill vi ha".
func rankedProse(in []chunk) []chunk {
	var out []chunk
	for i := 0; i < len(in); {
		end := i
		for end < len(in) && in[end].mark.style == noMark && in[end].level == 0 {
			end++
		}
		if end == i {
			out = append(out, in[i])
			i++
			continue
		}
		out = append(out, rankRun(in[i:end])...)
		i = end
	}
	return out
}

// rankHeadings makes markers of lines that only rank what is below them, "I
// första hand:" and "I andra hand:", where there are two or more.
func rankHeadings(in []chunk) []chunk {
	var at, values []int
	for i, c := range in {
		value, ok := headingRank(c)
		if !ok || i+1 == len(in) {
			continue
		}
		if value == rankNext || value == rankLast {
			value = 1
			if n := len(values); n > 0 {
				value = values[n-1] + 1
			}
		}
		at, values = append(at, i), append(values, value)
	}
	if len(at) < 2 || values[0] != 1 {
		return in
	}
	for k, i := range at {
		in[i].mark, in[i].text = mark{markPriority, values[k]}, ""
	}
	return in
}

// headingRank returns the rank of a chunk that is an ordinal and a colon.
func headingRank(c chunk) (rank int, ok bool) {
	const longest = 80
	if c.mark.style != noMark || c.level > 0 || len(c.text) > longest || !strings.HasSuffix(c.text, ":") {
		return 0, false
	}
	found := ordinalsIn(c.text, 0)
	if len(found) != 1 || found[0].start != 0 || found[0].end != len(c.text) {
		return 0, false
	}
	return found[0].rank, true
}

// rankRun does this for paragraphs without a marked item between them.
func rankRun(in []chunk) []chunk {
	var all []ranked
	for i, c := range in {
		all = append(all, ordinalsIn(c.text, i)...)
	}
	var out []chunk
	done := 0 // chunks that are written
	for len(all) > 0 {
		n := sequence(in, all)
		if n == 0 {
			all = all[1:]
			continue
		}
		seq := all[:n]
		all = all[n:]
		if seq[0].chunk < done {
			continue
		}
		out = append(out, in[done:seq[0].chunk]...)
		out = append(out, itemsOf(in, seq)...)
		done = seq[n-1].chunk + 1
	}
	return append(out, in[done:]...)
}

// sequence returns how many of the ordinals, from the first on, rank the
// items of one list; 0 when the first does not begin one.
func sequence(in []chunk, all []ranked) int {
	start := all[0]
	if !begins(in[start.chunk].text, start) {
		return 0
	}
	if start.rank == rankLast {
		return upwards(all)
	}
	n, value := 1, max(start.rank, 1)
	for n < len(all) && all[n].chunk <= all[n-1].chunk+2 {
		next := all[n]
		if next.rank != rankNext && next.rank != rankLast && next.rank <= value {
			break
		}
		value++
		n++
		if next.rank == rankLast {
			break
		}
	}
	if n == 1 && start.rank == 1 && !promotes(in[start.chunk].text, start) {
		return 0
	}
	return n
}

// promotes reports an ordinal that puts what follows before what its sentence
// began with: "vi vill ha Koha men framför allt Canva".
func promotes(text string, o ranked) bool {
	before := text[sentenceStart(text, o.start):o.start]
	clause, ok := strings.CutSuffix(strings.TrimRight(before, " ,"), " men")
	return ok && slices.ContainsFunc(strings.Fields(strings.ToLower(clause)), func(w string) bool {
		return slices.Contains(askingVerbs, w)
	})
}

// askingVerbs are those of wantVerbs that cannot stand in a sentence without
// a wish.
var askingVerbs = []string{
	"vill", "skulle", "önskar", "behöver", "saknar", "efterlyser", "ønsker", "trenger", "mangler", "want", "need",
}

// upwards returns how many labels lead from the least to the most wanted:
// "Minst viktigt: … Lite viktigare: … Viktigast: …".
func upwards(all []ranked) int {
	for n, o := range all {
		switch {
		case !o.colon || n > 0 && (o.chunk > all[n-1].chunk+2 || o.rank == rankLast):
			return 0
		case o.rank == 1:
			return n + 1
		}
	}
	return 0
}

// begins reports whether an ordinal is the first of a list: a first one that
// is a label or said of something wanted, or a second one with a sentence
// before it.
func begins(text string, o ranked) bool {
	from := sentenceStart(text, o.start)
	sentence := text[from:min(len(text), o.end+farthest)]
	sentence = sentence[:sentenceEnd(sentence, o.end-from)]
	if slices.Contains(courtesies, firstWantedWord(text[o.end:])) {
		return false
	}
	switch {
	case o.rank == 2 && o.position < label:
		return o.start > 0 && (wanting(sentence) || wanting(text[sentenceStart(text, max(0, from-2)):from]))
	case o.rank == rankLast:
		return o.colon
	case o.rank != 1:
		return false
	case o.colon || o.position == label || wanting(sentence):
		return true
	}
	return o.first && !slices.Contains(otherVerbs, firstWord(text[o.end:]))
}

// courtesies are what a letter begins with: "först vill jag tacka".
var courtesies = []string{
	"tacka", "säga", "berätta", "presentera", "hälsa", "påpeka", "nämna", "passa",
	"takke", "takk", "sige", "si", "thank", "say",
}

// firstWantedWord returns the first word behind "vill jag bara".
func firstWantedWord(text string) string {
	for w := range strings.FieldsSeq(strings.ToLower(text[:min(len(text), farthest)])) {
		w = strings.Trim(w, ",.:;!")
		if w != "bara" && !slices.Contains(wantPronouns, w) && !slices.Contains(wantVerbs, w) && !slices.Contains(wantWords, w) {
			return w
		}
	}
	return ""
}

// otherVerbs after "i första hand" say what the writer does, not what she
// wants.
var otherVerbs = []string{
	"jobbar", "arbetar", "är", "har", "sitter", "riktar", "vänder", "tack", "och", "jag", "vi",
	"jobber", "arbejder", "er", "i", "we", "thanks", "thank",
}

// wanting reports a word by which people ask for something.
func wanting(text string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !wordRune(r) && r != '\'' && r != '’' }) {
		if slices.Contains(wantVerbs, w) || slices.Contains(wantWords, w) {
			return true
		}
	}
	return false
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
		// A capital begins a sentence where the writer left out the full stop.
		capital := lower[i] != text[i] && i > 0
		if o, ok := ordinalAt(lower, i, start); ok || capital && ordinalLabelAt(lower, i, &o) {
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

// ordinalLabelAt reads a label that a capital marks as the start of a clause.
func ordinalLabelAt(lower string, i int, o *ranked) bool {
	r, ok := ordinalAt(lower, i, true)
	*o = r
	return ok && r.colon
}

// addingWords only say that there is more.
var addingWords = []string{"även", "också", "gärna", "dessutom", "også", "gerne", "gjerne", "also", "maybe", "kanske"}

// ties join clauses.
var ties = []string{"och", "samt", "men", "så", "sen", "og", "and", "but", "then", "ja", "ja,"}

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
		case o.position >= label && !slices.Contains(copulas, firstWord(rest)) && !(o.position == request && slices.Contains(askingVerbs, firstWord(rest))):
			continue
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

// itemsOf writes the chunks that hold a sequence anew: what is said before
// it, one item an ordinal, what is said between and after.
func itemsOf(in []chunk, seq []ranked) []chunk {
	w := proseList{in: in}
	if seq[0].behind {
		w.before(seq)
	} else {
		first := w.lead(seq[0])
		w.after(seq, first)
	}
	return w.out
}

// proseList writes the items of a sentence or several.
type proseList struct {
	in, out []chunk
}

func (w *proseList) paragraph(text string, gap bool) {
	if text = strings.TrimSpace(text); text != "" {
		w.out = append(w.out, chunk{text: text, gap: gap})
	}
}

func (w *proseList) item(value int, text string) {
	if text = wanted(text); text != "" {
		w.out = append(w.out, chunk{mark: mark{markPriority, value}, text: text, gap: len(w.out) == 0})
	}
}

// before writes items that stand before their ordinals: "Koha i första hand,
// Canva i andra hand".
func (w *proseList) before(seq []ranked) {
	text := w.in[seq[0].chunk].text
	from := sentenceStart(text, seq[0].start)
	w.paragraph(text[:from], true)
	values := valuesOf(seq, 1)
	for k, o := range seq {
		if k > 0 && o.chunk > seq[k-1].chunk {
			w.paragraph(text[from:], false)
			w.skipped(seq[k-1].chunk, o.chunk)
			text, from = w.in[o.chunk].text, 0
		}
		w.item(values[k], text[from:o.start])
		from = o.end
	}
	_, rest := firstSentence(text[from:])
	w.paragraph(rest, true)
}

// lead writes what stands before the first ordinal and returns the value of
// the item behind it. An item stands before it where that is a second one, or
// one that is wanted more.
func (w *proseList) lead(o ranked) int {
	text := w.in[o.chunk].text
	from := sentenceStart(text, o.start)
	switch {
	case o.rank == 2:
		if strings.Trim(text[from:o.start], " ,") == "" {
			from = sentenceStart(text, max(0, from-2))
		}
		w.paragraph(text[:from], true)
		w.item(1, text[from:o.start])
		return 2
	case o.rank == 1 && promotes(text, o):
		// "Vi vill ha Koha men framför allt Canva."
		w.paragraph(text[:from], true)
		w.item(2, text[from:o.start])
	case o.first && slices.Contains(ties, strings.ToLower(strings.TrimSpace(text[from:o.start]))):
		w.paragraph(trimItem(text[:from]), true)
	case o.first:
		w.paragraph(trimItem(text[:o.start]), true)
	default:
		w.paragraph(text[:from], true)
	}
	return 1
}

// after writes items that stand behind their ordinals, the first one of value
// first.
func (w *proseList) after(seq []ranked, first int) {
	values := valuesOf(seq, first)
	for k, o := range seq {
		text, last := w.in[o.chunk].text, k+1 == len(seq)
		end := len(text)
		if !last && seq[k+1].chunk == o.chunk {
			end = seq[k+1].start
		}
		body, rest := firstSentence(text[o.end:end])
		w.item(values[k], body)
		w.paragraph(trimTie(rest), last)
		if !last && seq[k+1].chunk > o.chunk {
			next := seq[k+1]
			w.skipped(o.chunk, next.chunk)
			w.paragraph(trimTie(w.in[next.chunk].text[:next.start]), false)
		}
	}
}

// skipped writes the paragraphs between two chunks that hold ordinals.
func (w *proseList) skipped(from, to int) {
	for _, c := range w.in[from+1 : to] {
		w.paragraph(c.text, false)
	}
}

// valuesOf returns the places that a sequence counts, from first on.
func valuesOf(seq []ranked, first int) []int {
	values := make([]int, len(seq))
	for k, o := range seq {
		switch {
		case seq[0].rank == rankLast:
			values[k] = len(seq) - k
		case k == 0:
			values[k] = first
		case o.rank != rankNext && o.rank != rankLast:
			values[k] = o.rank
		default:
			values[k] = values[k-1] + 1
		}
	}
	return values
}

// trimTie removes a word that only ties a sentence to the next item.
func trimTie(text string) string {
	text = trimItem(text)
	if slices.Contains(ties, strings.ToLower(text)) {
		return ""
	}
	return text
}

// farthest is how far from an ordinal its sentence is looked for, in bytes.
const farthest = 1000

// sentenceStart returns the offset of the sentence that text[at] is in.
func sentenceStart(text string, at int) int {
	for i := at; i > max(1, at-farthest); i-- {
		if text[i-1] != ' ' {
			continue
		}
		body := strings.TrimRight(text[max(0, i-16):i-1], ")\"")
		next, _ := utf8.DecodeRuneInString(text[i:])
		last, _ := utf8.DecodeLastRuneInString(body)
		if strings.ContainsRune(".!?", last) && stops(body[:len(body)-1], next) {
			return i
		}
	}
	if at <= farthest {
		return 0
	}
	return at
}

// wanted returns the shortest clause that still says what is wanted: without
// "vill vi gärna lära oss" before it.
func wanted(text string) string {
	text = strings.Trim(text, " ,;:=–-")
	words := strings.Fields(text)
	i := 0
	word := func() string {
		if i >= len(words) {
			return ""
		}
		return strings.ToLower(strings.Trim(words[i], ",:"))
	}
	skip := func(set []string) bool {
		n := i
		for slices.Contains(set, word()) {
			i++
		}
		return i > n
	}
	skip(ties)
	skip(addingWords)
	if word() == "på" || word() == "on" || word() == "av" {
		for n := i; n < min(len(words), i+4); n++ {
			if w := strings.ToLower(strings.Trim(words[n], ",:")); w == "lista" || w == "listan" || w == "list" || w == "listen" {
				i = n + 1
				break
			}
		}
	}
	at := i
	if slices.Contains(wantPronouns, word()) {
		i++
	}
	if !skip(wantVerbs) {
		i = at
	} else {
		skip(wantPronouns)
		skip(wantWords)
		skip(wantVerbs)
		skip(wantWords)
	}
	if i == len(words) {
		return ""
	}
	return trimStop(trimItem(cutAside(strings.Join(words[i:], " "))))
}

// cutAside removes a clause that only comments on what is wanted.
func cutAside(text string) string {
	for _, aside := range []string{", though ", ", although ", ", fast ", ", selv om ", ", det är ", ", det e ", ", det vore ", ", det er "} {
		text, _, _ = strings.Cut(text, aside)
	}
	return text
}

func firstWord(text string) string {
	text = strings.TrimLeft(text, " ,:;")
	end := strings.IndexFunc(text, func(r rune) bool { return !wordRune(r) })
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end])
}
