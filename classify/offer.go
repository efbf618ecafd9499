package classify

import (
	"slices"
	"strings"
)

// offer reads what stands around an offer cue. What is offered follows it,
// unless that is a mere "det" or says less than what stands before.
func (v *voice) offer(cl clause, s segment) {
	v.announced = false
	if cl[s.begin].key == "ingen" && s.begin < s.start {
		return // "ingen här kan skriva dem"
	}
	before, after := cl[s.from:s.start], cl[s.end:s.to]
	if n := len(v.findings); n > 0 && s.from > 0 && !v.findings[n-1].offer {
		before = cl[s.begin:s.start] // what stands further back is a wish
	}
	if cl[s.end-1].key == "om" && offerTails.at(cl, s.end-1) > 0 {
		after = cl[s.end-1 : s.to] // "dela med mig om någon vill"
	}
	what := offered(after)
	cleft := len(what) > 0 && len(behindCopula(after)) < len(after)
	if !cleft && (len(v.about(what)) == 0 || refersBack(after)) {
		earlier := v.offeredBefore(before)
		back := refersBack(before) || refersBack(after) || v.latest() == told
		switch {
		case len(earlier) > 0 && !conditions.in(before) && (len(what) == 0 || len(v.about(earlier)) > 0):
			what = earlier
		case back || len(what) == 0:
			v.invited = true
			if back || len(after) == 0 {
				v.confirm(true)
			}
			return
		}
	}
	if s.kind == handoutSegment && len(v.about(what)) == 0 && !questionWords[what[0].key] {
		v.invited = true
		return
	}
	if v.offered && (len(v.about(what)) == 0 || generic(what)) && !asks(what) {
		v.invited = true // how the offer above may be given
		return
	}
	v.addOffers(what)
}

// offeredBefore returns what stands before an offer cue, if more than "det" or
// "han" does.
func (v *voice) offeredBefore(cl clause) clause {
	cl = withoutEnds(cl, func(key string) bool { return key == "som" })
	what := v.experience(cl)
	switch {
	case experiences.in(cl) || v.known(cl) < 0:
	case owns(cl):
		what = antecedent(cl[2:])
	default:
		what = v.core(cl)
	}
	if !slices.ContainsFunc(what, isContent) {
		return nil
	}
	return what
}

// addOffers adds the offers that a clause names.
func (v *voice) addOffers(cl clause) {
	for i := 1; i < len(cl); i++ {
		if end := offerJoints.at(cl, i); end > i && end < len(cl) {
			v.addOffers(trim(cl[:i]))
			v.addOffers(cl[end:])
			return
		}
	}
	for _, one := range v.split(cl, noOrder) {
		v.addOffer(one.clause, stated)
	}
}

// gives tells whether a clause without any cue offers what it names, in a mail
// that is to offer something: "en poddstudio", "hur man klipper film", but not
// "hur klipper man film?"
func (v *voice) gives(cl clause) bool {
	asked := strings.HasPrefix(strings.TrimLeft(v.text[cl[len(cl)-1].end:], " "), "?")
	return v.giving && !asked && (!firstPerson[cl[0].key] || owns(cl)) && !requests.in(cl) && !lacks.in(cl) && len(v.about(cl)) > 0
}

// given is what such a clause names: "vi har en poddstudio".
func (v *voice) given(cl clause) clause {
	if owns(cl) {
		return phrase(cl[2:])
	}
	return v.core(cl)
}

// isContent tells whether a word stands for a thing, and not for what was
// named before.
func isContent(l lexeme) bool { return !l.mark && !isSmall(l.key) && !subjects[l.key] }

// offered cuts what follows an offer cue down to the thing itself.
func offered(cl clause) clause {
	if offerTails.at(cl, 0) > 0 {
		return nil
	}
	for {
		cl = withoutLead(behindCopula(cl))
		end := max(offerCues.at(cl, 0), handoutCues.at(cl, 0))
		if end <= 0 {
			return phrase(withoutOfferTail(cl))
		}
		cl = cl[end:]
	}
}

func withoutOfferTail(cl clause) clause {
	if start, _, ok := offerTails.find(cl, 1); ok {
		return cl[:start]
	}
	return cl
}

// experience cuts what stands before an offer cue, or tells of what the writer
// has done, down to the latest of it that is about something known.
func (v *voice) experience(cl clause) clause {
	cl = withoutOfferTail(cl)
	cl = cl[max(0, len(cl)-maxClause):]
	what := experience(cl)
	for rest := cl; len(v.about(what)) == 0; what = experience(rest) {
		last := 0
		for start, end, ok := experiences.find(rest, 0); ok; start, end, ok = experiences.find(rest, end) {
			last = start
		}
		rest = rest[:last]
		if !hasPredicate(rest) && v.known(rest) >= 0 {
			return antecedent(rest) // "Moodle har jag jobbat med"
		}
		if !experiences.in(rest) {
			return experience(cl)
		}
	}
	return what
}

// copulaWords is how many words may stand between an offer cue and "är": "det
// jag kan visa för andra är Koha".
const copulaWords = 3

// behindCopula drops the copula that a cleft offer begins with, and what stands
// before it.
func behindCopula(cl clause) clause {
	for i := 0; i+1 < min(len(cl), copulaWords) && !questionWords[cl[i].key]; i++ {
		if copulas[cl[i].key] && cl[i+1].key != "det" {
			return cl[i+1:]
		}
	}
	return cl
}

// addOffer adds an offer, unless it is in the one just made, or one of wishes
// ("vi delar med oss av våra önskemål").
func (v *voice) addOffer(cl clause, p proof) {
	text := textOf(v.text, cl)
	if n := len(v.findings); n > 0 && v.findings[n-1].offer && strings.Contains(v.findings[n-1].text, text) || slices.ContainsFunc(cl, isWishWord) || !slices.ContainsFunc(cl, func(l lexeme) bool { return isContent(l) && !isSingular(l) }) {
		return
	}
	v.add(finding{text: text, offer: true, proof: p})
}

// leadOffers tells whether the clause above a list offers what it holds. It
// does not where it first speaks of wishes, or of what the writer cannot do.
func leadOffers(cl clause) bool {
	if unable.in(cl) || slices.ContainsFunc(cl, isWishWord) {
		return false
	}
	offer, wish := earliest(cl, offerCues, offerLeads), earliest(cl, wishCues)
	if wish < len(cl) && (counts[cl[wish].key] > 0 || isSingular(cl[wish])) {
		wish += 1 + earliest(cl[wish+1:], wishCues) // "två saker vi gärna visar"
	}
	return offer < wish || offer < len(cl) && offer == wish && offerCues.at(cl, offer) > wishCues.at(cl, wish)
}

// earliest returns where the first cue of any of the tables begins, or the
// clause's length.
func earliest(cl clause, tables ...*cueTable) int {
	first := len(cl)
	for _, t := range tables {
		if start, _, ok := t.find(cl, 0); ok {
			first = min(first, start)
		}
	}
	return first
}
