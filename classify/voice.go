package classify

import "slices"

// voice reads the passages of one writer.
type voice struct {
	results
	offering bool // the subject offers competence
	giving   bool // the subject asks for offers: what is named without more is one
	sharing  bool // it does, and may speak of wishes too
	asked    bool // the mail speaks of wishes
	findings []finding

	seen      map[string]bool // topics and outside groups found so far
	lists     map[int]listKind
	listed    bool   // a list of wishes has been read
	wished    bool   // a wish has been stated
	offered   bool   // an offer has been stated
	rank      int    // of the latest wish
	intro     bool   // the paragraph being read stands above a list of wishes, and may only offer
	invited   bool   // the writer offers help, without saying with what
	asking    bool   // the latest wish is worded as a question
	announced bool   // the sentence before said that a wish comes
	first     bool   // something was called first
	ordered   bool   // something has a place in an order
	inOrder   bool   // the writer says that her enumerations stand in order
	by        string // the writer
	text      string // the paragraph being read
	aside     bool   // the part being read is about the site, or about a library's books
	one       bool   // the cue announces one wish, whatever "och" stands in it
	count     int    // how many wishes the cue announces; 0 = it does not say
	taught    bool   // the cue tells that the wish is one to learn
	bareFrom  int    // where the latest bare wish of the paragraph begins; -1 = none
}

// listKind is what the items of a list are.
type listKind int

const (
	wishList listKind = iota
	offerList
	storyList // steps, things known already, things not wanted
)

func (v *voice) read(passages []passage) []finding {
	v.lists, v.inOrder = v.kindsOf(passages), slices.ContainsFunc(passages, saysInOrder)
	lastItem := -1
	for i, p := range passages {
		if p.List > 0 && v.lists[p.List] == wishList {
			lastItem = i
		}
	}
	for i, p := range passages {
		v.by = p.By
		v.intro = i < lastItem && !v.listed
		if p.List > 0 {
			v.item(p)
		} else {
			v.paragraph(p, i+1 < len(passages) && passages[i+1].List > 0)
		}
	}
	return v.best()
}

// best leaves out findings that surer ones make unlikely. What is stated
// decides; without it what the writer has done, if help is offered; then a
// question; then the rest.
func (v *voice) best() []finding {
	surest, known := bare, map[string]bool{}
	for _, f := range v.findings {
		if f.offer {
			surest = max(surest, implied) // beside an offer, a need is a wish
			continue
		}
		surest = max(surest, f.proof)
		for _, t := range f.about() {
			known[t] = known[t] || f.proof == stated
		}
	}
	if surest < stated && (v.invited || v.offering) && slices.ContainsFunc(v.findings, isTold) {
		return slices.DeleteFunc(v.findings, func(f finding) bool { return !isTold(f) })
	}
	return slices.DeleteFunc(v.findings, func(f finding) bool {
		news := f.proof == question && !slices.ContainsFunc(f.about(), func(t string) bool { return known[t] })
		if isTold(f) {
			return !v.sharing || v.offered
		}
		return f.proof < surest && !news
	})
}

func isTold(f finding) bool { return f.proof == told }

// confirm makes sure of the latest finding, to which "det skulle vi behöva"
// and "det berättar vi gärna om" refer.
func (v *voice) confirm(offer bool) bool {
	n := len(v.findings)
	if n == 0 || v.findings[n-1].proof == stated {
		return false
	}
	f := &v.findings[n-1]
	for i := n - 1; !f.asks && i >= 0 && v.findings[i].proof < stated; i-- {
		if v.findings[i].proof > f.proof {
			f = &v.findings[i]
		}
	}
	f.proof, f.offer = stated, offer
	v.note(*f)
	if !offer {
		f.rank = max(f.rank, 1)
	}
	return true
}

// latest is the proof of the latest finding; a mere mention where there is none.
func (v *voice) latest() proof {
	if n := len(v.findings); n > 0 {
		return v.findings[n-1].proof
	}
	return mentioned
}

// kindsOf decides what each list is from the paragraph above it and, where
// that says nothing, from its items.
func (v *voice) kindsOf(passages []passage) map[int]listKind {
	kinds, told := map[int]listKind{}, experienceShare(passages)
	var known map[int]bool
	if !v.asked {
		known = v.knownLists(passages)
	}
	for i, p := range passages {
		if _, known := kinds[p.List]; p.List == 0 || known {
			continue
		}
		var lead []clause
		if i > 0 && passages[i-1].List == 0 {
			lead = passages[i-1].sentences
		}
		kind, plain := leadKind(lead)
		switch {
		case plain:
		case v.offering || told[p.List] >= 0.5:
			kind = offerList
		case !v.asked && !known[p.List]:
			kind = storyList // an agenda, an order
		}
		kinds[p.List] = kind
	}
	return kinds
}

// knownLists are the lists that have an item about something known.
func (v *voice) knownLists(passages []passage) map[int]bool {
	known := map[int]bool{}
	for _, p := range passages {
		if p.List > 0 && !known[p.List] {
			known[p.List] = len(finding{result: v.classify(p.Text, p.Details...)}.about()) > 0
		}
	}
	return known
}

// leadKind reads the last clause above a list. It is plain when a cue tells.
func leadKind(lead []clause) (kind listKind, plain bool) {
	if len(lead) == 0 {
		return wishList, false
	}
	parts := contrasts(lead[len(lead)-1])
	if len(parts) == 0 {
		return wishList, false
	}
	last := parts[len(parts)-1]
	switch {
	case leadOffers(last):
		return offerList, true
	case doneLeads.in(last), declined(last):
		return storyList, true
	case wishCues.in(last), needCues.in(last), unable.in(last):
		return wishList, true
	case slices.ContainsFunc(lead, hasOffer):
		return storyList, true // what the offer above consists of
	}
	return wishList, false
}

// hasOffer tells whether a sentence offers something.
func hasOffer(s clause) bool {
	return slices.ContainsFunc(segmentsOf(s), func(g segment) bool { return g.kind == offerSegment })
}

// experienceShare is how many of each list's items, 0 to 1, say what the
// writer can or has done.
func experienceShare(passages []passage) map[int]float64 {
	items, told := map[int]float64{}, map[int]float64{}
	for _, p := range passages {
		if p.List == 0 {
			continue
		}
		items[p.List]++
		if experiences.at(p.words, 0) > 0 || offersItself(p.words) {
			told[p.List]++
		}
	}
	for list := range told {
		told[list] /= items[list]
	}
	return told
}

// item reads a list item: a wish or an offer whatever it is about.
func (v *voice) item(p passage) {
	v.text = p.Text
	kind, cl := v.itemKind(p)
	if kind == storyList || !hasLetter(p.Text) || refused(cl) || kind == offerList && unable.in(cl) {
		return
	}
	if p.Clause && kind == wishList {
		whole := cl
		if cl = v.clauseWish(whole); declines.in(whole) && !v.learnable(cl) {
			return // "finns det en del annat, men det klarar vi oss utan"
		}
	}
	f := finding{text: textOf(p.Text, cl), details: p.Details, rank: p.Rank, proof: stated, item: true}
	v.aside = false
	if kind == offerList {
		f.offer = true
	} else {
		f.text = textOf(p.Text, withoutWishCue(cl))
		v.listed, v.ordered, v.rank = true, true, p.Rank
	}
	v.add(f)
}

// itemKind decides what a list item is and which of its words say it. Its own
// label ("Jag kan:") or cue outranks what the list is.
func (v *voice) itemKind(p passage) (listKind, clause) {
	cl := p.words
	if label, rest, ok := labelled(cl); ok {
		if kind, plain := leadKind(sentences(p.Text, label)); plain && len(v.about(label)) == 0 {
			return kind, rest
		}
	}
	switch {
	case offersItself(cl):
		return offerList, cl
	case v.lists[p.List] == offerList && wishCueAt(cl) > 0:
		return wishList, cl
	}
	return v.lists[p.List], cl
}

// refused tells whether a list item says that it is not wanted, in all of its
// clauses.
func refused(cl clause) bool {
	cl = trim(cl)
	answer := cl[lastMark(cl, len(cl))+1:]
	if refusals.at(answer, 0) > 0 && !questionWords[answer[0].key] {
		return true
	}
	for i, l := range cl {
		if (l.key == "men" || l.key == "but") && i > 0 {
			return declined(cl[:i]) && declined(cl[i+1:])
		}
	}
	return declined(cl)
}

// offersItself tells whether an item says that the writer offers it: "vi delar
// gärna våra mallar" does, "dela filer" does not.
func offersItself(cl clause) bool {
	end := offerCues.at(cl, 0)
	return end > 0 && permissions.at(cl, 0) < 0 && slices.ContainsFunc(cl[:end], func(l lexeme) bool { return firstPerson[l.key] || l.key == "garna" })
}

// leadWords is how many words may stand before the cue of a clause that has a
// place in an order: "vi på biblioteket vill".
const leadWords = 5

// clauseWish cuts a clause that has a place in an order down to the wish.
func (v *voice) clauseWish(cl clause) clause {
	cl = v.afterPremise(cl)
	what := cl
	start, end, ok := wishCues.find(cl, 0)
	if at, _, behind := placesBehind.find(cl, 1); behind {
		from := at
		for from > 0 && !cl[from-1].mark && cl[from-1].key != "att" {
			from--
		}
		what = withoutFrame(cl[from:at])
	} else if ok && start <= leadWords && lastMark(cl, start) < 0 && !slices.ContainsFunc(cl[:start], dependent) {
		what = withoutFrame(cl[end:])
	} else if end := placeVerbs.at(cl, 0); end > 0 {
		what = cl[end:]
	} else if from, to := cleft(cl); from > 0 {
		what = cl[from:to]
	}
	what = v.afterLead(what)
	if start, _, ok := asides.find(what, 0); ok {
		what = trim(what[:start])
	}
	for i := 1; i < len(what); i++ {
		if isComma(what[i]) && adds(what, i) && v.learnable(what[:i]) && (reasons(what, i) || !saysWhat(what[i:])) {
			what = what[:i] // "Koha, vi gissar oss fram", but not "Koha, vi har läst grunderna"
		}
	}
	if countWords(what) == 0 {
		return cl
	}
	return what
}

// saysWhat tells whether a clause behind a wish says more of it, and not only
// why: its level, or a question.
func saysWhat(cl clause) bool { return levels.in(cl) || slices.ContainsFunc(cl, isQuestion) }

// dependent tells whether a word begins a clause inside another.
func dependent(l lexeme) bool {
	return l.key != "att" && (questionWords[l.key] || subordinators[l.key])
}

// withoutWishCue drops the wish cue that an item begins with: "önskar vi en
// kurs", "jag vill lära mig".
func withoutWishCue(cl clause) clause {
	if end := wishCueAt(cl); end > 0 {
		if rest := withoutFrame(cl[end:]); countWords(rest) > 0 {
			return rest
		}
	}
	return cl
}

// wishCueAt returns the end of the wish cue that a clause begins with, or 0.
func wishCueAt(cl clause) int {
	start, end, ok := wishCues.find(cl, 0)
	if !ok || start > 1 || start == 1 && !firstPerson[cl[0].key] {
		return 0
	}
	return end
}

// note remembers that something is stated.
func (v *voice) note(f finding) {
	v.wished = v.wished || f.proof == stated && !f.offer
	v.offered = v.offered || f.proof == stated && f.offer
}

func (v *voice) add(f finding) {
	if f.text == "" {
		return
	}
	f.by = v.by
	if v.aside {
		f.proof = min(f.proof, question)
	}
	v.bareFrom = -1
	f.result = v.classify(f.text, f.details...)
	v.note(f)
	v.findings = append(v.findings, f)
	for _, t := range f.about() {
		v.seen[t] = true
	}
}
