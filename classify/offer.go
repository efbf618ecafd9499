package classify

import "slices"

// offer reads what stands around an offer cue. What is offered follows it,
// unless that is a mere "det" or says less than what stands before.
func (v *voice) offer(cl clause, s segment) {
	v.announced = false
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
	if v.offered && len(v.about(what)) == 0 && !asks(what) {
		v.invited = true // how the offer above may be given
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
			return phrase(cl)
		}
		cl = cl[end:]
	}
}

// addOffer adds an offer, unless it is the one just made, or one of wishes
// ("vi delar med oss av våra önskemål").
func (v *voice) addOffer(cl clause, p proof) {
	text := textOf(v.text, cl)
	if n := len(v.findings); n > 0 && v.findings[n-1].offer && v.findings[n-1].text == text || slices.ContainsFunc(cl, isWishWord) {
		return
	}
	v.add(finding{text: text, offer: true, proof: p})
}
