package classify

import (
	"slices"
	"strings"
)

// paragraph reads running text. The last sentence of a lead only says what the
// list below it is.
func (v *voice) paragraph(p passage, lead bool) {
	v.text, v.bareFrom = p.Text, -1
	all := p.sentences
	if lead && len(all) > 0 {
		all = all[:len(all)-1]
	}
	for _, s := range all {
		if s[0].key == "/" {
			continue // "/Eva"
		}
		n := len(v.findings)
		v.asking = n > 0 && v.findings[n-1].asks
		parts := contrasts(withoutGreeting(s))
		for i, part := range parts {
			v.aside = (support.in(part) || patrons.in(part)) && !wants(part)
			v.announced = v.announced || i > 0 && declined(parts[i-1])
			v.part(v.afterPremise(part))
		}
	}
}

// afterPremise drops a premise that names nothing known from the beginning of a
// sentence: "och om det inte är för mycket begärt, lite om Koha".
func (v *voice) afterPremise(cl clause) clause {
	start := cl
	for len(start) > 1 && conjunctions[start[0].key] {
		start = start[1:]
	}
	if len(start) == 0 {
		return cl
	}
	rest := withoutPremise(start)
	if countWords(rest) == 0 || len(rest) == len(start) || v.known(start[:len(start)-len(rest)]) >= 0 {
		return cl
	}
	return trim(rest)
}

// wants tells whether a part speaks of a wish, and does not only wonder.
func wants(cl clause) bool {
	start, _, ok := wishCues.find(cl, 0)
	return ok && !strings.HasPrefix(cl[start].key, "undra") && !strings.HasPrefix(cl[start].key, "funder")
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
// a cue follows, and before "utan", "i stället" or "däremot" after something
// declined.
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
		case "men", "but", "medan":
			if needed.at(s, i+1) < 0 && !saysMore(s, i) && (hasCue(s[i+1:]) || orderCue(s[i+1:]) > 0) {
				cut(i)
			}
		case "utan", "istallet", "stallet", "daremot", "hellre", "snarare":
			if i+1 < len(s) && s[i+1].key != "att" && s[i+1].key != "bara" && declines.in(s[from:i]) {
				cut(i)
			}
		}
	}
	cut(len(s))
	return parts
}

// saysMore tells whether a conjunction at i adds to what a relative clause says
// of someone: "för den som kan Koha men vill lära sig mer".
func saysMore(s clause, i int) bool {
	if i+2 < len(s) && s[i+1].key == "inte" && supine(s[i+2].key) {
		return true // "det jag letat efter men inte hittat"
	}
	return i+1 < len(s) && finite(s, i+1) && slices.ContainsFunc(s[:i], func(l lexeme) bool { return l.key == "som" })
}

func hasCue(cl clause) bool {
	return wishCues.in(cl) || nounCues.in(cl) || offerCues.in(cl) || needCues.in(cl) || declines.in(cl) || experiences.at(cl, 0) > 0
}

// part reads a part of a sentence that does not turn.
func (v *voice) part(cl clause) {
	v.one, v.taught, v.count = false, false, 0
	if label, rest, ok := labelled(cl); ok && leadOffers(label) {
		end := earliest(rest, wishCues)
		if _, _, further := labelled(rest[end:]); !further {
			end = len(rest)
		}
		v.addOffer(v.experience(trim(rest[:end])), stated)
		if end < len(rest) {
			v.part(rest[end:]) // "Jag kan: Koha. Jag vill lära mig: Trello"
		}
		return
	}
	segments := segmentsOf(cl)
	from, to := cleft(cl)
	if from == 0 {
		from, to = itCleft(cl)
	}
	if from == 0 {
		from, to = wouldBe(cl)
	}
	if from > 0 && !declined(cl) && !offersBefore(segments, from) {
		segments = slices.DeleteFunc(segments, func(s segment) bool { return s.begin <= to && to < len(cl) || s.begin <= from })
		if len(segments) > 0 {
			to = min(to, segments[0].begin)
		}
		v.cleft(slices.Concat(cl[:from], cl[to:]), cl[from:to])
	} else if len(segments) == 0 {
		v.withoutCue(cl)
		return
	}
	for _, s := range segments {
		from := s.from
		if cl[s.begin].key == "sa" {
			from = s.begin // "Koha kan vi redan så gör en kurs i Libris"
		}
		if start, _, ok := decline(cl[:s.to], from); ok {
			s.to = clauseEdge(cl, start)
			if s.to < s.end { // the edge may be the cue's own colon
				continue
			}
		}
		switch {
		case s.offers():
			v.offer(cl, s)
		case !v.intro:
			v.wish(cl, s)
		}
	}
}

// offersBefore tells whether a part offers something before at: "det jag kan
// bidra med är Koha".
func offersBefore(segments []segment, at int) bool {
	return slices.ContainsFunc(segments, func(s segment) bool { return s.offers() && s.start < at })
}

// cleft reads what a cleft sentence puts in front of others.
func (v *voice) cleft(lead, cl clause) {
	if v.intro {
		return
	}
	what := v.content(cl)
	if experiences.in(lead) {
		v.addOffer(what, told) // "det jag är bra på är Koha"
		return
	}
	if i := slices.IndexFunc(what, isQuestion); i > 0 && what[0].key == "att" {
		what = what[i:] // "det pinsamma är att vi inte vet hur man gör"
	}
	v.taught = len(what) > 0 && (isQuestion(what[0]) || what[0].key == "nar" || wishCues.in(lead) || needCues.in(lead))
	v.announced, v.one = len(what) == 0, oneCourse(what)
	p := stated
	if needCues.in(lead) && !wishCues.in(lead) && !alsoCues.in(lead) {
		p = implied // "det som ställer till det är Koha"
	}
	v.wishes(what, orderOf(lead), p)
}

// withoutCue reads a part that has no cue: one that goes on with the order of
// wishes begun, a question, a difficulty, or bare words.
func (v *voice) withoutCue(cl clause) {
	if v.intro || declined(cl) && questionCues.at(cl, 0) < 0 || pleasantries.in(cl) {
		return
	}
	if what, o, labelled := v.afterOrder(cl); o != noOrder && (v.wished || o == firstOrder || labelled) {
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
	if v.listed || v.offered && invitations.in(cl) {
		return
	}
	if yes[cl[0].key] && len(cl) > 2 && cl[1].mark {
		v.named(content(cl[2:]), stated) // an answer
		return
	}
	if v.announced && !firstPerson[cl[0].key] {
		n := len(v.findings)
		v.wishes(content(cl), noOrder, stated)
		v.announced = len(v.findings) > n
		return
	}
	if label, rest, ok := labelled(cl); ok && v.known(label) < 0 && asks(rest) && v.known(rest) >= 0 {
		v.wishes(phrase(rest), noOrder, stated) // "om ni får slut på idéer: hur man söker i Koha"
		return
	}
	v.hint(cl)
}

// hint reads a clause that only suggests a wish or an offer.
func (v *voice) hint(cl clause) {
	if questionCues.at(cl, 0) > 0 && !v.gives(cl) {
		v.question(cl)
		return
	}
	if needCues.in(cl) {
		v.need(cl)
		return
	}
	if what := v.experience(cl); experiences.in(cl) && len(v.about(what)) > 0 {
		v.addOffer(what, told)
		return
	}
	cl = v.afterLead(cl)
	if v.gives(cl) {
		v.addOffers(v.given(cl))
		return
	}
	p := bare
	if firstPerson[cl[0].key] || requests.in(cl) || countWords(cl) > bareWords || v.tells(cl) {
		p = mentioned
	}
	what := v.core(cl)
	if len(what) > 0 && isQuestion(what[0]) {
		p = implied // a question inside the statement
	}
	v.named(what, p)
}

// tells tells whether a clause says something of what it names: "chefen är på
// semester".
func (v *voice) tells(cl clause) bool {
	end := phraseEnd(cl)
	return end > 0 && end < len(cl) && finite(cl, end) && v.known(cl) < end
}

// question reads a question. One that goes on from a wish worded as a question
// is a wish too: "och hur långt får man gå". One that names nothing known is
// kept for a sentence that refers to it.
func (v *voice) question(cl clause) {
	what := phrase(cl)
	follows := v.asking && v.latest() == stated
	switch {
	case follows && andWords[cl[0].key]:
		v.taught = true
		v.wishes(what, noOrder, stated)
	case follows && disjoint(v.about(cl), v.findings[len(v.findings)-1].about()):
		v.named(what, stated)
	case !v.asking && asks(what) && v.known(what) < 0:
		v.taught = true
		v.wishes(what, noOrder, mentioned)
	default:
		v.taught = v.asking && v.latest() == question && asks(what)
		v.named(what, question)
	}
}

// need reads a clause that tells of a need: what is needed follows its cue, or
// is what the clause names.
func (v *voice) need(cl clause) {
	start, end, _ := needCues.find(cl, 0)
	if s, e, inner := needCues.find(cl, end); inner && cl[end-1].key == ":" {
		start, end = s, e // "Vi har ett problem: ingen kan Koha"
	}
	what := content(cl[end:])
	v.taught = len(what) > 0 && isQuestion(what[0])
	if countWords(what) == 0 || v.taught && countWords(what) == 1 {
		what = antecedent(cl[:start]) // "Arena strular och ingen förstår varför"
	}
	if v.known(what) < 0 && v.known(cl) >= 0 {
		what = v.core(cl)
	}
	p := implied
	if firstPerson[cl[0].key] && start <= maxGap && asks(what) {
		p = question // "jag har ingen aning om hur man gör"
	}
	v.named(what, p)
}

// bareWords is how long a clause without any cue is at most.
const bareWords = 20

// bareBytes is how long a wish made of several such clauses is at most.
const bareBytes = 200

// named adds a wish that has no cue beside it, if it names something known. A
// few words more on the same thing belong to it: "Excel tack. Pivottabeller".
func (v *voice) named(cl clause, p proof) {
	about := v.about(cl)
	if len(about) == 0 && !v.taught || p == bare && !v.asked {
		return
	}
	n := len(v.findings)
	if p == bare && v.bareFrom >= 0 && cl[len(cl)-1].end-v.bareFrom <= bareBytes {
		if latest := &v.findings[n-1]; !disjoint(about, latest.about()) {
			latest.text = v.text[v.bareFrom:cl[len(cl)-1].end]
			latest.result = v.classify(latest.text)
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
		if !one.listed && !v.learnable(one.clause) || p == stated && v.repeats(one.clause) {
			continue
		}
		if rank == 0 || one.order != noOrder {
			rank = v.place(one.order)
		}
		v.add(finding{text: textOf(v.text, one.clause), rank: rank, asks: questionCues.at(one.clause, 0) > 0, proof: p})
	}
}

// repeats tells whether a clause is the latest finding over again.
func (v *voice) repeats(cl clause) bool {
	n := len(v.findings)
	return n > 0 && v.findings[n-1].proof == stated && v.findings[n-1].text == textOf(v.text, cl)
}
