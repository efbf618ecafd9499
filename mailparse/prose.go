package mailparse

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// rankedProse makes list items of sentences that words put in an order: "i
// första hand X, i andra hand Y", "Etta: X", "främst X, därefter Y och sist
// Z". An item is the clause without the ordinal.
func rankedProse(in []chunk) []chunk {
	var marks []mark
	for _, c := range in {
		if c.mark.style != noMark {
			marks = append(marks, c.mark)
		}
	}
	out := make([]chunk, 0, len(in))
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
		out = append(out, rankRun(in[i:end], marks)...)
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

// headingRank returns the rank of a chunk that is an ordinal and nothing else.
func headingRank(c chunk) (rank int, ok bool) {
	const longest = 80
	if c.mark.style != noMark || c.level > 0 || len(c.text) > longest {
		return 0, false
	}
	if _, ok := ordinalAt(strings.Map(lower, c.text), 0, true); !ok && !strings.HasPrefix(c.text, "(") {
		return 0, false
	}
	found := ordinalsIn(c.text, 0)
	if len(found) != 1 || found[0].start != 0 || found[0].end != len(c.text) {
		return 0, false
	}
	return found[0].rank, true
}

// rankRun does this for paragraphs without a marked item between them. Those
// that only remark on the marked items of the mail have none of their own.
func rankRun(in []chunk, marks []mark) []chunk {
	var all []ranked
	for i, c := range in {
		found := ordinalsIn(c.text, i)
		if len(found) > 0 && len(marks) > 0 {
			if remarks, _ := remarksOn(orderTokens(c.text), marks); len(remarks) > 0 {
				continue
			}
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		return in
	}
	var out []chunk
	done := 0 // chunks that are written
	for len(all) > 0 {
		n := sequence(in, all)
		if n == 0 {
			// What ranks nothing begins no list with those that go on from it.
			first := all[0]
			all = all[1:]
			for len(all) > 0 && first.rank == 1 && all[0].rank != 1 && all[0].chunk == first.chunk {
				all = all[1:]
			}
			continue
		}
		seq := all[:n]
		all = all[n:]
		if seq[0].chunk < done {
			continue
		}
		start := seq[0].chunk
		if start > done && secondOf(in, seq[0]) {
			start--
		}
		out = append(out, in[done:start]...)
		out = append(out, itemsOf(in, seq)...)
		done = seq[n-1].chunk + 1
	}
	return append(out, in[done:]...)
}

// sequence returns how many of the ordinals, from the first on, rank the
// items of one list; 0 when the first does not begin one.
func sequence(in []chunk, all []ranked) int {
	start := all[0]
	if n := countdown(all); n > 0 {
		return n
	}
	// "Koha kommer först, sedan Canva": the second proves the first.
	goesOn := start.behind && start.rank == 1 && len(all) > 1 && all[1].chunk == start.chunk && (all[1].first || all[1].behind && all[1].rank == 2)
	if !goesOn && !secondOf(in, start) && !begins(in[start.chunk].text, start) {
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

// secondOf reports an ordinal that begins a paragraph with the second item,
// where the one above asks for the first: "Vi vill ha Koha.\n\nI andra hand …".
func secondOf(in []chunk, o ranked) bool {
	if o.rank != 2 || o.chunk == 0 || o.position >= label || trimTie(in[o.chunk].text[:o.start]) != "" {
		return false
	}
	above := in[o.chunk-1].text
	return asking(above[sentenceStart(above, len(above)):])
}

// countdown returns how many ordinals count down to the first place: "på
// tredje plats Koha, på andra plats Canva och på första plats podd".
func countdown(all []ranked) int {
	for n, o := range all {
		switch {
		case n > 0 && (o.rank != all[n-1].rank-1 || o.chunk > all[n-1].chunk+2), n == 0 && (o.rank < 2 || o.rank == rankLast || !o.first):
			return 0
		case o.rank == 1:
			return n + 1
		}
	}
	return 0
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
	if courteous(text[o.end:]) {
		return false
	}
	switch {
	case o.rank == 2 && o.position == anywhere:
		return o.start > 0 && (asking(sentence) || asking(text[sentenceStart(text, max(0, from-2)):from]))
	case o.rank == 2 && o.position < label:
		return o.start > 0
	case o.rank == rankLast:
		return o.colon
	case o.rank != 1:
		return false
	case o.colon || o.position == label || asking(sentence):
		return true
	case o.first && (o.position == clause || o.position == either):
		_, is := beforeCopula(text[o.end:])
		return is || !slices.Contains(otherVerbs, firstWord(text[o.end:]))
	}
	return o.first && !slices.Contains(otherVerbs, firstWord(text[o.end:]))
}

// itemsOf writes the chunks that hold a sequence anew: what is said before
// it, one item an ordinal, what is said between and after.
func itemsOf(in []chunk, seq []ranked) []chunk {
	w := proseList{in: in}
	switch {
	case seq[0].behind && len(seq) > 1 && seq[1].first && seq[1].chunk == seq[0].chunk:
		// "Koha kommer först, sedan Canva och sist podd."
		text := in[seq[0].chunk].text
		from := behindStart(text, seq[0].start)
		w.paragraph(text[:from], true)
		w.item(1, text[from:seq[0].start])
		w.after(seq[1:], 2)
	case seq[0].behind:
		w.before(seq)
	case countdown(seq) > 0:
		text := in[seq[0].chunk].text
		w.paragraph(trimItem(text[:seq[0].start]), true)
		w.after(seq, seq[0].rank)
	default:
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
	if text = trimClause(text); text != "" {
		w.out = append(w.out, chunk{mark: mark{markPriority, value}, text: text, clause: true, gap: len(w.out) == 0})
	}
}

// before writes items that stand before their ordinals: "Koha i första hand,
// Canva i andra hand".
func (w *proseList) before(seq []ranked) {
	text := w.in[seq[0].chunk].text
	from := behindStart(text, seq[0].start)
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
	case secondOf(w.in, o):
		above := w.in[o.chunk-1].text
		from = sentenceStart(above, len(above))
		w.paragraph(above[:from], true)
		w.item(1, above[from:])
		return 2
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

// trimClause removes what ties a clause to its neighbours.
func trimClause(text string) string {
	text = trimStop(trimItem(strings.Trim(text, " ,;:=–-!")))
	for _, verb := range []string{" är", " e", " er", " is", " kommer", " blir"} {
		text = strings.TrimSuffix(text, verb)
	}
	for {
		word, rest, _ := strings.Cut(text, " ")
		if !slices.Contains(ties, strings.ToLower(strings.TrimRight(word, ","))) {
			return text
		}
		text = strings.TrimSpace(rest)
	}
}

// trimTie removes a word that only ties a sentence to the next item.
func trimTie(text string) string {
	text = trimItem(text)
	if slices.Contains(ties, strings.ToLower(text)) {
		return ""
	}
	return text
}

// behindStart returns the offset of the item that ends at text[at].
func behindStart(text string, at int) int {
	from := sentenceStart(text, at)
	return from + leadEnd(text[from:at])
}

// farthest is how far from an ordinal its sentence is looked for, in bytes.
const farthest = 1000

// sentenceStart returns the offset of the sentence that text[at] is in.
func sentenceStart(text string, at int) int {
	for i := at; i > max(1, at-farthest); i-- {
		if text[i-1] != ' ' || strings.IndexByte(".!?)\"", text[i-2]) < 0 {
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
