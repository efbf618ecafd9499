package classify

import "slices"

// paragraph reads running text. The last sentence of a lead only says what the
// list below it is.
func (v *voice) paragraph(text string, lead bool) {
	v.text, v.bareFrom = text, -1
	all := sentences(text, lex(text))
	if lead && len(all) > 0 {
		all = all[:len(all)-1]
	}
	for _, s := range all {
		if s[0].key == "/" {
			continue // "/Eva"
		}
		n := len(v.findings)
		v.asking = n > 0 && v.findings[n-1].asks
		for _, part := range contrasts(withoutGreeting(s)) {
			v.part(part)
		}
	}
}

// greetingWords is how long a greeting is at most.
const greetingWords = 4

// withoutGreeting drops "Hej på er," from a sentence, and "Hej" before a cue.
func withoutGreeting(s clause) clause {
	end := greetings.at(s, 0)
	for i := end; end > 0 && i < min(len(s), end+greetingWords); i++ {
		if s[i].mark {
			return s[i+1:]
		}
	}
	if end > 0 && wishCues.at(s[end:], 0) > 0 {
		return s[end:]
	}
	return s
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
			if needed.at(s, i+1) < 0 && (hasCue(s[i+1:]) || orderCue(s[i+1:]) > 0) {
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
	return wishCues.in(cl) || nounCues.in(cl) || offerCues.in(cl) || needCues.in(cl) || declines.in(cl)
}

// segment is a cue in a part of a sentence, with what stands around it.
type segment struct {
	kind       segmentKind
	start, end int // the cue
	begin      int // where the cue's clause begins
	from, to   int // what may belong to the cue: up to the cues before and after
}

type segmentKind int

const (
	wishSegment segmentKind = iota
	nounSegment             // a wish that the cue's words belong to
	offerSegment
	handoutSegment // an offer if it names something known
)

// part reads a part of a sentence that does not turn.
func (v *voice) part(cl clause) {
	v.one, v.taught, v.count = false, false, 0
	if label, rest, ok := labelled(cl); ok && offerLeads.in(label) && !wishCues.in(label) {
		v.addOffer(experience(rest), stated)
		return
	}
	segments := segmentsOf(cl)
	if len(segments) == 0 {
		v.withoutCue(cl)
		return
	}
	for _, s := range segments {
		if start, _, ok := decline(cl[:s.to], s.from); ok {
			s.to = clauseEdge(cl, start)
			if s.to <= s.start {
				continue
			}
		}
		switch {
		case s.kind == offerSegment, s.kind == handoutSegment:
			v.offer(cl, s)
		case !v.intro:
			v.wish(cl, s)
		}
	}
}

// labelled parts a clause at its first colon.
func labelled(cl clause) (label, rest clause, ok bool) {
	i := slices.IndexFunc(cl, func(l lexeme) bool { return l.key == ":" })
	if i < 0 || i+1 == len(cl) {
		return nil, nil, false
	}
	return cl[:i], cl[i+1:], true
}

// segmentsOf finds the cues of a part. A cue after the first counts only
// where a new clause begins, an offer only in a clause of the writer's own.
func segmentsOf(cl clause) []segment {
	var all []segment
	from := 0
	for i := 0; i < len(cl); i++ {
		s := cueAt(cl, i)
		if s.end <= i {
			continue
		}
		begin, own := clauseBegin(cl, i)
		if !own && (len(all) > 0 || s.kind == offerSegment || s.kind == handoutSegment) || begin < from {
			continue
		}
		if n := len(all); n > 0 {
			all[n-1].to = begin
		}
		s.begin, s.from, s.to = begin, from, len(cl)
		all = append(all, s)
		from, i = s.end, s.end-1
	}
	return all
}

// cueAt returns the cue that begins at i, without its surroundings; its end is
// not after i where there is none.
func cueAt(cl clause, i int) segment {
	if end := handoutCues.at(cl, i); end > i {
		return segment{kind: handoutSegment, start: i, end: end}
	}
	if end := offerCues.at(cl, i); end > i && permissions.at(cl, i) < 0 {
		return segment{kind: offerSegment, start: i, end: end}
	}
	wish, noun := wishCues.at(cl, i), nounCues.at(cl, i)
	if wish <= i && noun > i && !wishCues.in(cl[i:noun]) {
		return segment{kind: nounSegment, start: i, end: noun}
	}
	return segment{kind: wishSegment, start: i, end: wish}
}

// clauseWords is how far back from a cue its clause may begin.
const clauseWords = 12

// clauseBegin returns where the clause of the cue at i begins: after a mark or
// conjunction. A cue inside a question or a relative clause ("vad biblioteket
// kan bidra med") is not the writer's own.
func clauseBegin(cl clause, i int) (begin int, own bool) {
	for j := i; j >= max(0, i-clauseWords); j-- {
		if j == 0 || cl[j-1].mark || conjunctions[cl[j-1].key] {
			return j, true
		}
		if key := cl[j-1].key; subordinators[key] || questionWords[key] {
			return j, key == "som" && firstPerson[cl[j].key]
		}
	}
	return i, false
}

// clauseEdge returns the index of the mark or conjunction that begins the
// clause of a decline, or -1.
func clauseEdge(cl clause, decline int) int {
	for i := decline; i >= max(0, decline-1); i-- {
		if conjunctions[cl[i].key] {
			return i
		}
	}
	return lastMark(cl, decline)
}

// wish reads what stands around a wish cue: the wish follows it, or stands
// before it ("Excel skulle vi behöva"), or in the sentence before ("det skulle
// vi behöva"), or in the next ("jag har ett önskemål").
func (v *voice) wish(cl clause, s segment) {
	before, after := cl[s.from:s.start], cl[s.end:s.to]
	what, lead := v.content(after), cl[s.start:s.to-len(withoutFrame(after))]
	if s.kind == nounSegment {
		what, lead = member(cl[s.start:s.to]), cl[s.start:s.end]
	}
	if pointsBack(cl, s, what) && v.confirm(false) {
		return
	}
	if countWords(what) == 0 && cl[len(cl)-1].key != ":" {
		what = v.afterLead(antecedent(before))
	}
	if generic(what) && v.latest() >= implied && (v.confirm(false) || countWords(what) > 0) {
		return
	}
	v.announced = countWords(what) == 0
	v.one = slices.ContainsFunc(lead, func(l lexeme) bool { return singular[l.key] })
	for _, l := range lead {
		v.count = max(v.count, counts[l.key])
	}
	v.taught = s.kind == nounSegment || learning.in(lead)
	v.wishes(what, orderOf(cl[s.from:s.end]), stated)
	if rest := v.behindTail(after, what); len(rest) > 0 {
		v.wishes(rest, noOrder, stated)
	}
}

// behindTail finds a further wish behind the chatter after the first one:
// "Koha, för det kan ingen här, samt tips på fria bilder".
func (v *voice) behindTail(cl, what clause) clause {
	if len(what) == 0 || len(cl) > maxClause {
		return nil
	}
	for i := range cl {
		if cl[i].start < what[len(what)-1].end {
			continue
		}
		if end := joints.at(cl, i); end > i && end < len(cl) && !openers[cl[end-1].key] && beginsWish(cl[end:]) && v.news(cl[end:]) {
			return member(cl[end:])
		}
	}
	return nil
}

// labelWords is how many words a heading of a wish has at most: "Instagram:
// hur man svarar på kritik".
const labelWords = 6

// afterLead drops chatter before a colon: many words, or words that name nothing
// known.
func (v *voice) afterLead(cl clause) clause {
	label, rest, ok := labelled(cl)
	heading := countWords(label) <= labelWords && len(v.about(label)) > 0 && !descendingCues.in(label)
	if !ok || heading || endsInOrder(label) {
		return cl
	}
	return rest
}

// content cuts what follows a wish cue down to the thing itself. A heading that
// names something known belongs to it: "Teams: chatt och filer".
func (v *voice) content(cl clause) clause {
	return withoutTail(v.afterLead(withoutFrame(v.afterLead(cl))))
}

// endsInOrder tells whether a clause ends in words that lead over to a wish of
// lower rank: "Koha, och sist men inte minst".
func endsInOrder(cl clause) bool {
	for i := max(1, len(cl)-orderWords); i < len(cl); i++ {
		if orderJoint(cl, i) == len(cl) {
			return true
		}
	}
	return false
}

// pointsBack tells whether the wish is what an earlier sentence names: "kan man
// få en kurs i det", "en kurs om det vore bra", "det skulle vi behöva en
// genomgång av".
func pointsBack(cl clause, s segment, what clause) bool {
	if s.kind == nounSegment {
		what = antecedent(cl[s.end:s.to])
	}
	if countWords(what) == 0 && slices.ContainsFunc(cl[s.start:s.to], isAnaphor) {
		return true
	}
	return refersBack(cl[s.from:s.start]) && (countWords(what) == 0 || dangling(what))
}

// generic tells whether a clause does not say what the teaching is about: "en
// introduktion".
func generic(cl clause) bool {
	return !slices.ContainsFunc(cl, func(l lexeme) bool {
		return !l.mark && !isSmall(l.key) && !singular[l.key] && courses.at(clause{l}, 0) < 0
	})
}

// dangling tells whether a clause ends in a preposition.
func dangling(cl clause) bool { return len(cl) > 0 && prepositions[cl[len(cl)-1].key] }

// offer reads what stands around an offer cue. What is offered follows it,
// unless that is a mere "det" or says less than what stands before.
func (v *voice) offer(cl clause, s segment) {
	before, after := cl[s.from:s.start], cl[s.end:s.to]
	what := offered(after)
	if len(v.about(what)) == 0 || refersBack(after) {
		earlier := experience(before)
		switch {
		case len(earlier) > 0 && !conditions.in(before) && (len(what) == 0 || len(v.about(earlier)) > 0):
			what = earlier
		case len(what) == 0 || refersBack(before) || refersBack(after) || v.latest() == told:
			v.invited = true
			v.confirm(true)
			return
		}
	}
	if s.kind == handoutSegment && len(v.about(what)) == 0 && !questionWords[what[0].key] {
		v.invited = true
		return
	}
	v.addOffer(what, stated)
}

// offered cuts what follows an offer cue down to the thing itself.
func offered(cl clause) clause {
	for {
		cl = withoutLead(cl)
		end := max(offerCues.at(cl, 0), handoutCues.at(cl, 0))
		if end <= 0 {
			return withoutTail(cl)
		}
		cl = cl[end:]
	}
}

// refersBack tells whether a clause begins with a word for an earlier sentence.
func refersBack(cl clause) bool { return len(cl) > 0 && isAnaphor(cl[0]) }

func isAnaphor(l lexeme) bool { return anaphors[l.key] }

// addOffer adds an offer, unless it is the one just made, or one of wishes
// ("vi delar med oss av våra önskemål").
func (v *voice) addOffer(cl clause, p proof) {
	text := textOf(v.text, cl)
	if n := len(v.findings); n > 0 && v.findings[n-1].offer && v.findings[n-1].text == text || slices.ContainsFunc(cl, isWishWord) {
		return
	}
	v.add(finding{text: text, offer: true, proof: p})
}

// withoutCue reads a part that has no cue: one that goes on with the order of
// wishes begun, a question, a difficulty, or bare words.
func (v *voice) withoutCue(cl clause) {
	if v.intro || declined(cl) || pleasantries.in(cl) {
		return
	}
	if what, o, labelled := afterOrder(cl); o != noOrder && (v.rank > 0 || o == firstOrder || labelled) {
		switch {
		case declined(what), pleasantries.in(what):
		case labelled && !v.listed:
			v.add(finding{text: textOf(v.text, what), rank: v.place(o), proof: stated})
		case len(what) > 0:
			v.wishes(what, o, stated)
		}
		return
	}
	if invitations.in(cl) {
		v.invited = true
	}
	if v.listed {
		return
	}
	if v.announced && !firstPerson[cl[0].key] {
		n := len(v.findings)
		v.wishes(content(cl), noOrder, stated)
		v.announced = len(v.findings) > n
		return
	}
	v.hint(cl)
}

// hint reads a clause that only suggests a wish or an offer.
func (v *voice) hint(cl clause) {
	if questionCues.at(cl, 0) > 0 {
		p := question
		if v.asking && v.latest() == stated && disjoint(v.about(cl), v.findings[len(v.findings)-1].about()) {
			p = stated
		}
		what := withoutTail(cl)
		v.taught = v.asking && v.latest() == question && len(what) > 0 && questionWords[what[0].key]
		v.named(what, p)
		return
	}
	if start, end, ok := needCues.find(cl, 0); ok {
		if s, e, inner := needCues.find(cl, end); inner && cl[end-1].key == ":" {
			start, end = s, e // "Vi har ett problem: ingen kan Koha"
		}
		what := content(cl[end:])
		v.taught = len(what) > 0 && questionWords[what[0].key]
		if countWords(what) == 0 || v.taught && countWords(what) == 1 {
			what = content(antecedent(cl[:start])) // "Arena strular och ingen förstår varför"
		}
		v.named(what, implied)
		return
	}
	if what := experience(cl); experiences.in(cl) && len(v.about(what)) > 0 {
		v.addOffer(what, told)
		return
	}
	cl = v.afterLead(cl)
	p := bare
	if firstPerson[cl[0].key] || requests.in(cl) {
		p = mentioned
	}
	v.named(withoutTail(cl), p)
}

// bareWords is how long a clause without any cue is at most.
const bareWords = 20

// named adds a wish that has no cue beside it, if it names something known. A
// few words more on the same thing belong to it: "Excel tack. Pivottabeller".
func (v *voice) named(cl clause, p proof) {
	about := v.about(cl)
	if len(about) == 0 && !v.taught || p == bare && (!v.asked || countWords(cl) > bareWords) {
		return
	}
	n := len(v.findings)
	if p == bare && v.bareFrom >= 0 {
		if latest := &v.findings[n-1]; !disjoint(about, latest.about()) {
			latest.text = v.text[v.bareFrom:cl[len(cl)-1].end]
			latest.result = v.c.Classify(latest.text)
			return
		}
	}
	v.wishes(cl, noOrder, p)
	if p == bare && len(v.findings) == n+1 {
		v.bareFrom = cl[0].start
	}
}

// wishes adds the wishes that a clause names. Below a list, a wish without any
// word of order is one only if it brings up something new.
func (v *voice) wishes(what clause, o order, p proof) {
	if v.listed && o == noOrder && !v.news(what) {
		return
	}
	rank := 0
	for _, one := range v.split(what, o) {
		if !one.listed && !v.learnable(one.clause) {
			continue
		}
		if rank == 0 || one.order != noOrder {
			rank = v.place(one.order)
		}
		v.add(finding{text: textOf(v.text, one.clause), rank: rank, asks: questionCues.at(one.clause, 0) > 0, proof: p})
	}
}

// news tells whether a clause is about something known that nothing so far is
// about.
func (v *voice) news(cl clause) bool {
	about := v.about(cl)
	return len(about) > 0 && !slices.ContainsFunc(about, func(t string) bool { return v.seen[t] })
}

// learnable tells whether a clause is something that Digiteket could teach.
func (v *voice) learnable(cl clause) bool {
	if countWords(cl) == 0 || trouble.in(cl) {
		return false
	}
	return v.taught || learning.in(cl) || len(v.about(cl)) > 0
}

// about names the topics and outside groups of a clause.
func (v *voice) about(cl clause) []string {
	return finding{result: v.c.Classify(textOf(v.text, cl))}.about()
}

// disjoint tells whether two clauses are about different known things.
func disjoint(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(t string) bool { return slices.Contains(b, t) })
}
