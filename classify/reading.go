package classify

import (
	"slices"
	"strings"
	"unicode"
)

// Read decides what a mail is, which wishes and offers it holds, and how its
// wishes are ranked. The subject counts where the body is silent.
//
// A list item is a wish unless its lead-in, its own words or the mail as a
// whole say otherwise. In running text a wish is what stands beside a wish cue
// or, in a mail without any, a question or a few words that name a topic.
func (c *Classifier) Read(subject string, passages []Passage) Reading {
	genre := genreOf(subject, passages)
	if genre.machine() {
		return Reading{Kind: KindOther}
	}
	var findings []finding
	for _, voice := range voices(passages) {
		v := voiceReader{c: c, offering: offerLeads.in(lex(subject))}
		findings = append(findings, v.read(voice)...)
	}
	if len(findings) == 0 {
		findings = c.readSubject(subject)
	}
	return genre.reading(findings)
}

// finding is a possible wish or offer.
type finding struct {
	text    string
	details []string
	rank    int
	by      string
	offer   bool
	proof   proof
	result  Result
}

// proof says how sure it is that a finding is one.
type proof int

const (
	bare     proof = iota // a few words that name a topic
	implied               // a difficulty, or a question that others ask
	question              // a question of the writer's own
	stated                // stands beside a cue, or in a list
)

// names tells whether the finding names something that the topics file knows.
func (f finding) names() bool {
	return len(f.result.Topics) > 0 || len(f.result.Outside) > 0
}

// voices parts a mail's passages by the one who wrote them.
func voices(passages []Passage) [][]Passage {
	var all [][]Passage
	for i, p := range passages {
		if i == 0 || p.By != passages[i-1].By {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], p)
	}
	return all
}

// readSubject finds the wish of a mail whose body has none: "Önskemål: mer om Koha".
func (c *Classifier) readSubject(subject string) []finding {
	cl := lex(subject)
	for i, l := range cl {
		if !strings.HasPrefix(l.key, "onskemal") {
			continue
		}
		rest := trim(cl[i+1:])
		for len(rest) > 0 && (rest[0].key == "om" || rest[0].key == "gallande") {
			rest = trim(rest[1:])
		}
		f := finding{text: textOf(subject, rest), rank: 1, proof: bare}
		f.result = c.Classify(f.text)
		if f.names() {
			return []finding{f}
		}
		return nil
	}
	return nil
}

// genre counts the signs that a mail is no wish mail.
type genre struct {
	machines, patrons, support int
}

// machineSigns is how many signs of a newsletter, advertisement or
// notification it takes: colleagues too write "klicka här".
const machineSigns = 2

func genreOf(subject string, passages []Passage) genre {
	var g genre
	seen := map[*cue]bool{}
	count := func(table cueTable, cl clause) (n int) {
		for i := range table {
			if c := table[i : i+1]; !seen[&table[i]] && c.in(cl) {
				seen[&table[i]] = true
				n++
			}
		}
		return n
	}
	texts := []string{subject}
	for _, p := range passages {
		texts = append(texts, p.Text)
		texts = append(texts, p.Details...)
	}
	for _, text := range texts {
		for _, s := range sentences(text, lex(text)) {
			g.machines += count(machines, s)
			g.patrons += count(patrons, s)
			g.support += count(support, s)
		}
	}
	return g
}

func (g genre) machine() bool { return g.machines >= machineSigns }

// reading weighs the findings against the signs that the mail is about
// something else, and puts together what remains.
func (g genre) reading(findings []finding) Reading {
	if g.patrons+g.support > 0 {
		findings = slices.DeleteFunc(findings, func(f finding) bool { return f.proof < stated || !f.names() })
		if len(findings) < g.patrons+g.support {
			return Reading{Kind: KindOther}
		}
	}
	r := Reading{Kind: KindOther}
	for _, f := range findings {
		if f.offer {
			r.Offers = append(r.Offers, Offer{Text: f.text, By: f.by, Result: f.result})
		} else {
			r.Wishes = append(r.Wishes, Wish{Text: f.text, Rank: f.rank, By: f.by, Result: f.result})
		}
	}
	switch {
	case len(r.Wishes) > 0 && len(r.Offers) > 0:
		r.Kind = KindWishOffer
	case len(r.Wishes) > 0:
		r.Kind = KindWish
	case len(r.Offers) > 0:
		r.Kind = KindOffer
	}
	return r
}

// voiceReader reads the passages of one writer.
type voiceReader struct {
	c        *Classifier
	offering bool // the subject offers competence
	findings []finding

	lists     map[int]listKind
	listed    bool   // a list of wishes has been read
	rank      int    // of the latest wish
	announced bool   // the sentence before said that a wish comes
	ordered   bool   // something was called first, or stood in a list
	by        string // the writer
	text      string // the paragraph being read
	previous  clause // the latest sentence without wish or offer
	before    string // the paragraph of previous
}

// listKind is what the items of a list are.
type listKind int

const (
	wishList listKind = iota
	offerList
	storyList // steps, things known already, things not wanted
)

func (v *voiceReader) read(passages []Passage) []finding {
	v.lists = v.kindsOf(passages)
	for i, p := range passages {
		v.by = p.By
		switch {
		case p.List > 0:
			v.item(p)
		case v.listed || !v.introduces(passages[i:]):
			v.paragraph(p.Text)
		}
	}
	return v.best()
}

// introduces tells whether a list of wishes follows: the text above it is an
// introduction, which repeats what the list says.
func (v *voiceReader) introduces(passages []Passage) bool {
	return slices.ContainsFunc(passages, func(p Passage) bool { return p.List > 0 && v.lists[p.List] == wishList })
}

// best leaves out findings that surer ones make unlikely. What is stated
// decides; without it a question; without that the rest.
func (v *voiceReader) best() []finding {
	surest := bare
	for _, f := range v.findings {
		surest = max(surest, f.proof)
	}
	return slices.DeleteFunc(v.findings, func(f finding) bool { return f.proof < surest })
}

// kindsOf decides what each list is from the paragraph above it and, where
// that says nothing, from its items.
func (v *voiceReader) kindsOf(passages []Passage) map[int]listKind {
	kinds := map[int]listKind{}
	for i, p := range passages {
		if _, known := kinds[p.List]; p.List == 0 || known {
			continue
		}
		lead := ""
		if i > 0 && passages[i-1].List == 0 {
			lead = passages[i-1].Text
		}
		kind, plain := leadKind(lead)
		if !plain && (v.offering || tellsExperience(passages, p.List)) {
			kind = offerList
		}
		kinds[p.List] = kind
	}
	return kinds
}

// leadKind reads the last clause above a list. It is plain when it has a cue.
func leadKind(lead string) (kind listKind, plain bool) {
	all := sentences(lead, lex(lead))
	if len(all) == 0 {
		return wishList, false
	}
	parts := contrasts(all[len(all)-1])
	last := parts[len(parts)-1]
	switch {
	case doneLeads.in(last), declined(last):
		return storyList, true
	case wishCues.in(last):
		return wishList, true
	case offerCues.in(last), offerLeads.in(last):
		return offerList, true
	}
	return wishList, false
}

// tellsExperience tells whether at least half of a list's items say what the
// writer can or has done.
func tellsExperience(passages []Passage, list int) bool {
	items, told := 0, 0
	for _, p := range passages {
		if p.List != list {
			continue
		}
		items++
		if cl := lex(p.Text); experiences.at(cl, 0) > 0 || offerCues.at(cl, 0) > 0 {
			told++
		}
	}
	return items > 0 && 2*told >= items
}

// item reads a list item: a wish or an offer whatever it is about.
func (v *voiceReader) item(p Passage) {
	kind := v.lists[p.List]
	cl := lex(p.Text)
	if kind == storyList || !hasLetter(p.Text) || declined(cl) || kind == offerList && unable.in(cl) {
		return
	}
	f := finding{text: strings.TrimSpace(p.Text), details: p.Details, rank: p.Rank, proof: stated}
	if kind == offerList || offerCues.at(cl, 0) > 0 {
		f.offer = true
	} else {
		f.text = textOf(p.Text, withoutCue(cl))
		v.listed, v.ordered, v.rank = true, true, p.Rank
	}
	v.add(f)
}

// withoutCue drops the wish cue that an item begins with: "önskar vi en kurs".
func withoutCue(cl clause) clause {
	if end := wishCues.at(cl, 0); end > 0 && end < len(cl) {
		return trim(cl[end:])
	}
	return cl
}

func (v *voiceReader) add(f finding) {
	if f.text == "" {
		return
	}
	f.by = v.by
	f.result = v.c.Classify(f.text, f.details...)
	v.findings = append(v.findings, f)
}

// declined tells whether the clause as a whole is not wanted.
func declined(cl clause) bool {
	start, _, ok := decline(cl, 0)
	return ok && lastMark(cl, start) < 0
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

// paragraph reads running text.
func (v *voiceReader) paragraph(text string) {
	v.text = text
	for _, s := range sentences(text, lex(text)) {
		found := len(v.findings)
		for _, part := range contrasts(s) {
			v.part(part)
		}
		if !slices.ContainsFunc(v.findings[found:], func(f finding) bool { return f.proof == stated }) {
			v.previous, v.before = s, text
		}
	}
}

// contrasts cuts a sentence where it turns: at a semicolon, before "men" when
// a cue follows, and before "utan" after something declined.
func contrasts(s clause) []clause {
	var parts []clause
	from := 0
	cut := func(i int) {
		if part := trim(s[from:i]); len(part) > 0 {
			parts = append(parts, part)
		}
		from = i + 1
	}
	for i, l := range s {
		switch l.key {
		case ";":
			cut(i)
		case "men", "but":
			if hasCue(s[i+1:]) {
				cut(i)
			}
		case "utan", "istallet":
			if i+1 < len(s) && s[i+1].key != "att" && declines.in(s[from:i]) {
				cut(i)
			}
		}
	}
	cut(len(s))
	return parts
}

func hasCue(cl clause) bool {
	return wishCues.in(cl) || nounCues.in(cl) || offerCues.in(cl) || declines.in(cl)
}

// segment is a cue in a part of a sentence, with what stands around it.
type segment struct {
	offer      bool
	keep       bool // the cue's words belong to the wish
	begin      int  // of the cue's clause
	start, end int  // of the cue
}

// part reads a part of a sentence that does not turn.
func (v *voiceReader) part(cl clause) {
	segments := segmentsOf(cl)
	if len(segments) == 0 {
		v.withoutCue(cl)
		return
	}
	for i, s := range segments {
		from, to := 0, len(cl)
		if i > 0 {
			from = segments[i-1].end
		}
		if i+1 < len(segments) {
			to = segments[i+1].begin
		}
		if start, _, ok := decline(cl[:to], from); ok {
			mark := lastMark(cl, start)
			if mark <= s.start {
				continue
			}
			to = mark
		}
		if s.offer {
			v.offer(cl[from:s.begin], cl[s.end:to])
		} else {
			v.wish(cl, s, from, to)
		}
	}
}

// segmentsOf finds the cues of a part. A cue after the first counts only
// where a new clause begins.
func segmentsOf(cl clause) []segment {
	var all []segment
	for i := 0; i < len(cl); i++ {
		s := segment{start: i}
		offer, wish, noun := offerCues.at(cl, i), wishCues.at(cl, i), nounCues.at(cl, i)
		switch {
		case offer > i:
			s.offer, s.end = true, offer
		case wish > i && wish >= noun:
			s.end = wish
		case noun > i:
			s.keep, s.end = true, noun
		default:
			continue
		}
		var fresh bool
		s.begin, fresh = clauseBegin(cl, i)
		if len(all) == 0 && !s.offer {
			fresh = true
		}
		if !fresh || len(all) > 0 && s.begin < all[len(all)-1].end {
			continue
		}
		all = append(all, s)
		i = s.end - 1
	}
	return all
}

// clauseBegin steps back from a cue over the small words that belong to it,
// to right after a mark or conjunction. Where it finds none, as within "vad
// biblioteket kan bidra med", the cue stands inside another clause.
func clauseBegin(cl clause, i int) (begin int, ok bool) {
	for j := i; j >= 0 && i-j <= 2*maxGap; j-- {
		if j == 0 || cl[j-1].mark || conjunctions[cl[j-1].key] {
			return j, true
		}
		if !isSmall(cl[j-1].key) {
			break
		}
	}
	return i, anaphors[cl[i].key]
}

// content cuts what follows a cue down to the thing itself.
func content(cl clause) clause {
	i := 0
	for i < len(cl) && !questionWords[cl[i].key] {
		end := frames.at(cl, i)
		if end <= i {
			break
		}
		i = end
	}
	return withoutTail(cl[i:])
}

func withoutTail(cl clause) clause {
	if start, _, ok := tails.find(cl, 0); ok {
		cl = cl[:start]
	}
	return withoutEnds(trim(cl), func(key string) bool { return conjunctions[key] && key != "att" })
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
	return cl
}

func isSmall(key string) bool { return smallWords[key] || pronouns[key] || conjunctions[key] }

// wish reads the clause of a wish cue.
func (v *voiceReader) wish(cl clause, s segment, from, to int) {
	after := cl[s.end:to]
	if s.keep {
		after = cl[s.start:to]
	}
	what := content(after)
	if s.keep {
		what = withoutTail(after)
	}
	if countWords(what) == 0 && !endsInColon(cl) {
		what = antecedent(cl[from:s.begin])
	}
	v.announced = countWords(what) == 0
	v.wishes(what, orderOf(cl[from:max(s.end, s.begin)]), stated)
}

func endsInColon(cl clause) bool { return len(cl) > 0 && cl[len(cl)-1].key == ":" }

// order is the place that a clause gives its wish.
type order int

const (
	noOrder order = iota
	first
	next
	then // next, when something was called first
	also
)

func orderOf(cl clause) order {
	switch {
	case firstCues.in(cl):
		return first
	case nextCues.in(cl):
		return next
	case thenCues.in(cl):
		return then
	case alsoCues.in(cl):
		return also
	}
	return noOrder
}

// place turns an order into a rank.
func (v *voiceReader) place(o order) int {
	switch {
	case o == first:
		v.rank, v.ordered = 1, true
	case o == next, v.ordered && (o == then || o == also):
		v.rank++
		v.ordered = true
	case v.listed:
		return 1
	}
	v.rank = max(v.rank, 1)
	return v.rank
}

// wishes adds the wishes that a clause names.
func (v *voiceReader) wishes(what clause, o order, p proof) {
	if v.listed && o == noOrder {
		return
	}
	for _, one := range v.split(what, o) {
		if !v.learnable(one.clause) {
			continue
		}
		v.add(finding{text: textOf(v.text, one.clause), rank: v.place(one.order), proof: p})
	}
}

// ordered is one wish of several in a clause.
type orderedClause struct {
	clause
	order order
}

// split cuts a clause at the joints between wishes. Each must be one by itself.
func (v *voiceReader) split(cl clause, o order) []orderedClause {
	all := []orderedClause{{cl, o}}
	from := 0
	for i := 1; i+1 < len(cl); i++ {
		end := joints.at(cl, i)
		if end < 0 && andWords[cl[i].key] && beginsWish(cl[i+1:]) {
			if v.disjoint(withoutTail(cl[from:i]), withoutTail(cl[i+1:])) {
				end = i + 1
			}
		}
		if end <= i || end == len(cl) || cl[end].mark {
			continue
		}
		left, right := withoutTail(cl[from:i]), withoutTail(cl[end:])
		if !v.learnable(left) || !v.learnable(right) {
			continue
		}
		all[len(all)-1].clause = left
		all = append(all, orderedClause{right, orderOf(cl[i:end])})
		from, i = end, end
	}
	var split []orderedClause
	for _, one := range all {
		for j, member := range v.members(one.clause) {
			if j > 0 {
				one.order = noOrder
			}
			split = append(split, orderedClause{member, one.order})
		}
	}
	return split
}

// memberWords is how long a member of an enumeration of wishes is at most.
const memberWords = 4

// members cuts an enumeration whose members are each about something else:
// "databaserna, Instagram och kalkylblad". Aspects of one thing stay together.
func (v *voiceReader) members(cl clause) []clause {
	whole := []clause{cl}
	cuts := coordinations(cl)
	if len(cuts) == 0 {
		return whole
	}
	var members []clause
	from := 0
	for _, c := range append(cuts, cut{len(cl), len(cl)}) {
		members = append(members, trim(cl[from:c.start]))
		from = c.end
	}
	for i, m := range members {
		if n := countWords(m); n == 0 || n > memberWords {
			return whole
		}
		if i > 0 && !v.disjoint(members[i-1], m) {
			return whole
		}
	}
	return members
}

// cut is a place where a clause is cut in two, leaving out what lies between.
type cut struct{ start, end int }

// coordinations finds the commas and conjunctions between the members of a
// clause.
func coordinations(cl clause) []cut {
	var cuts []cut
	for i := 1; i+1 < len(cl); i++ {
		end := i
		if cl[end].key == "," {
			end++
		}
		if end < len(cl) && andWords[cl[end].key] {
			end++
		}
		if end > i && end < len(cl) {
			cuts = append(cuts, cut{i, end})
			i = end
		}
	}
	return cuts
}

// beginsWish tells whether a clause begins as a wish of its own does.
func beginsWish(cl clause) bool {
	return questionWords[cl[0].key] || cl[0].key == "att" || nounCues.at(cl, 0) > 0
}

// disjoint tells whether two clauses are about different known things.
func (v *voiceReader) disjoint(a, b clause) bool {
	about := func(cl clause) []string {
		r := v.c.Classify(textOf(v.text, cl))
		return append(slices.Clone(r.Topics), r.Outside...)
	}
	x, y := about(a), about(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(t string) bool { return slices.Contains(y, t) })
}

// learnable tells whether a clause is something that Digiteket could teach.
func (v *voiceReader) learnable(cl clause) bool {
	if countWords(cl) == 0 || trouble.in(cl) {
		return false
	}
	return learning.in(cl) || finding{result: v.c.Classify(textOf(v.text, cl))}.names()
}

// withoutCue reads a part that has no cue: one that goes on with the order of
// wishes begun, a question, a difficulty, or bare words.
func (v *voiceReader) withoutCue(cl clause) {
	if declines.in(cl) || pleasantries.in(cl) {
		return
	}
	if o := orderOf(cl); o != noOrder && (v.rank > 0 || o == first) {
		if what, ok := afterOrder(cl); ok {
			v.wishes(what, o, stated)
		}
		return
	}
	if v.listed {
		return
	}
	if v.announced {
		v.wishes(content(cl), noOrder, stated)
		return
	}
	switch start, end, needs := needCues.find(cl, 0); {
	case questionCues.at(cl, 0) > 0:
		v.named(withoutTail(cl), question)
	case needs:
		what := cl[end:]
		if start > 0 && countWords(content(what)) == 0 {
			what = cl[:start]
		}
		v.named(content(what), implied)
	default:
		v.named(withoutTail(cl), bare)
	}
}

// afterOrder returns what follows the order cues that a clause begins with.
func afterOrder(cl clause) (clause, bool) {
	end := 0
	for _, table := range []cueTable{alsoCues, thenCues, firstCues, nextCues} {
		if start, stop, ok := table.find(cl[end:], 0); ok && start <= maxGap {
			end += stop
			for end < len(cl) && cl[end].mark {
				end++
			}
		}
	}
	return content(cl[end:]), end > 0
}

// named adds a wish that has no cue beside it, if it names something known.
func (v *voiceReader) named(cl clause, p proof) {
	f := finding{text: textOf(v.text, cl), result: v.c.Classify(textOf(v.text, cl))}
	if f.names() && !(p == bare && countWords(cl) > bareWords) {
		v.wishes(cl, noOrder, p)
	}
}

// bareWords is how long a clause without any cue is at most.
const bareWords = 20

// offer reads the clauses around an offer cue.
func (v *voiceReader) offer(before, after clause) {
	text, what := v.text, withoutLead(withoutTail(after))
	if len(what) == 0 {
		what = experience(before)
	}
	if len(what) == 0 {
		text, what = v.before, experience(v.previous)
	}
	f := finding{text: textOf(text, what), rank: 0, offer: true, proof: stated}
	for _, other := range v.findings {
		if other.offer && other.text == f.text {
			return
		}
	}
	v.add(f)
}

// experience cuts "jag har i sex år lett bokcirklar" down to what was led.
func experience(cl clause) clause {
	if _, end, ok := experiences.find(cl, 0); ok {
		cl = cl[end:]
	}
	return antecedent(cl)
}

// withoutLead drops the small words that an offer begins with.
func withoutLead(cl clause) clause {
	for len(cl) > 0 && (isSmall(cl[0].key) || prepositions[cl[0].key]) {
		cl = trim(cl[1:])
	}
	return cl
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
