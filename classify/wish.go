package classify

import "slices"

// wish reads what stands around a wish cue: the wish follows it, or stands
// before it ("Excel skulle vi behöva"), or in the sentence before ("det skulle
// vi behöva"), or in the next ("jag har ett önskemål").
func (v *voice) wish(cl clause, s segment) {
	after := cl[s.end:s.to]
	if s.start > s.begin && !subjects[cl[s.start-1].key] && s.end < s.to && wanting[cl[s.start].key] {
		after = cl[subjectEnd(cl, s.end):s.to] // "det vill våra barn lära sig"
	}
	if cl[s.end-1].key == "om" && whether(cl[s.end-1:s.to]) {
		after = cl[s.end-1 : s.to] // "vi undrar om man får"
	}
	if preferring[cl[s.start].key] && v.onlyHow(after) {
		return
	}
	what, lead := v.content(after), cl[s.start:s.to-len(withoutFrame(after))]
	if s.kind == nounSegment {
		what, lead = member(phrase(cl[s.start:s.to])), cl[s.start:s.end]
	}
	if countWords(what) == 0 && s.to < len(cl) && !cl[s.to-1].mark && !conjunctions[cl[s.to-1].key] {
		return // the next cue leads on to the wish: "vi skulle må bra av att lära oss Koha"
	}
	if pointsBack(cl, s, what) && v.confirm(false) || v.copes(what) && v.confirmBefore(cl[s.from:s.begin]) {
		return
	}
	if what = v.orBefore(what, cl, s); v.confirmed(what, after) {
		return
	}
	v.announced = countWords(what) == 0
	v.one = slices.ContainsFunc(lead, isSingular) || oneCourse(what)
	for _, l := range lead {
		v.count = max(v.count, counts[l.key])
	}
	v.taught = s.kind == nounSegment || learning.in(lead)
	v.wishes(what, orderOf(cl[s.from:s.end]), stated)
	if rest := v.behindTail(after, what); len(rest) > 0 {
		v.wishes(rest, noOrder, stated)
	}
}

// onlyHow tells whether what follows a cue only says how the wish before it is
// wanted: "gärna med exempel", "helst som korta filmer".
func (v *voice) onlyHow(cl clause) bool {
	if v.latest() != stated || len(cl) == 0 || !manners[cl[0].key] {
		return false
	}
	return cl[0].key == "som" || cl[0].key == "med" || !v.news(cl)
}

// copes tells whether a clause only says that the writer wants to manage what
// was told before it: "då vill jag kunna svara något vettigt".
func (v *voice) copes(cl clause) bool {
	return len(cl) > 0 && coping[cl[0].key] && (len(cl) == 1 || isSingular(cl[1]) || cl[1].key == "annat" || v.known(cl[1:]) < 0)
}

// confirmBefore makes sure of what the words before a cue name or, where they
// are none, of the finding in the sentence before.
func (v *voice) confirmBefore(cl clause) bool {
	if cl = trim(cl); len(cl) > 0 {
		v.hint(cl)
	}
	return v.confirm(false)
}

// courseWords is within how many words of a clause its course is named: "ett
// färdigt upplägg".
const courseWords = 4

// oneCourse tells whether a clause begins as the name of one course does,
// whatever "och" stands in it: "ett färdigt upplägg om TikTok och vad det gör".
func oneCourse(cl clause) bool {
	return len(cl) > 1 && isSingular(cl[0]) && courses.in(cl[1:min(len(cl), courseWords)])
}

func isSingular(l lexeme) bool { return singular[l.key] }

// orBefore returns what follows a cue or, where that names nothing to learn,
// what stands before the cue.
func (v *voice) orBefore(what, cl clause, s segment) clause {
	if cl[len(cl)-1].key != ":" && s.kind != nounSegment && !v.learnable(what) {
		if earlier := v.before(cl, s); countWords(what) == 0 || v.known(earlier) >= 0 || nounCues.at(earlier, 0) > 0 {
			return earlier
		}
	}
	if further := cl[s.from:s.begin]; countWords(what) > 0 && generic(what) && v.known(further) >= 0 {
		return v.core(further) // "vi brinner för Koha och skulle jubla om ni ordnade en kurs"
	}
	return what
}

// confirmed tells whether what follows a cue stands for an earlier finding,
// which it makes sure of: "hjälp oss att reda ut den", "en introduktion, tack".
func (v *voice) confirmed(what, after clause) bool {
	if !v.learnable(what) && pointsAt(after) && v.confirm(false) {
		return true
	}
	return generic(what) && v.latest() >= implied && (v.confirm(false) || countWords(what) > 0)
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

// before returns what a cue's clause names before the cue, or what the clauses
// before it name.
func (v *voice) before(cl clause, s segment) clause {
	if s.begin > s.from && cl[s.begin-1].key == "som" && v.known(cl[s.from:s.begin-1]) >= 0 {
		return v.core(cl[s.from : s.begin-1]) // "Koha är något som vi behöver"
	}
	from := s.from
	if from > 0 || hasPredicate(cl[:s.begin]) {
		from = s.begin // what stands further back belongs to something else
	}
	if wantedBy(cl, s) {
		return nil
	}
	earlier := cl[from:s.start]
	if further := cl[s.from:from]; s.from == 0 && len(further) > 0 && (refersBack(earlier) || len(earlier) == 0 && slices.ContainsFunc(cl[s.start:s.end], isAnaphor)) && (v.known(further) >= 0 || asks(trim(further))) {
		earlier = further // "Koha kan ingen och det vill vi lära oss"
	}
	if from > 0 || v.known(earlier) >= 0 {
		return v.core(v.afterLead(earlier))
	}
	return v.afterLead(antecedent(cl[:s.start]))
}

// wantedBy tells whether what stands before a wish cue is who wants something,
// not what: "chefen vill ha det", but not "Koha vill vi ha", "Koha behövs".
func wantedBy(cl clause, s segment) bool {
	return s.start > 0 && wanting[cl[s.start].key] && s.end < len(cl) && subjectEnd(cl, s.start+1) == s.start+1
}

// subjectEnd returns where the subject ends that begins at i, behind its verb:
// a pronoun, "våra barn", "hela personalen"; i if none does.
func subjectEnd(cl clause, i int) int {
	switch key := cl[i].key; {
	case subjects[key], definite(key):
		return i + 1
	case possessives[key] || key == "hela" || key == "alla":
		return min(i+2, len(cl))
	}
	return i
}

// core cuts a statement down to the phrase in it that names something known: a
// question inside it ("vi undrar hur man söker i Koha"), what follows the
// predicate ("vi famlar när det gäller Koha"), or what stands before it ("Koha
// är ett område där vi är vilse").
func (v *voice) core(cl clause) clause {
	cl = withoutEnds(cl, func(key string) bool { return conjunctions[key] })
	if len(cl) > 0 && isQuestion(cl[0]) {
		return phrase(cl)
	}
	if i := slices.IndexFunc(cl, isQuestion); i > 1 && hasPredicate(cl[:i]) && v.known(cl[i:]) >= 0 {
		return phrase(cl[i:])
	}
	from := 0
	for i, known := 2, v.known(cl); i <= known; i++ {
		switch key := cl[i].key; {
		case cl[0].key == "ingen" && i-2 <= from && supine(cl[i-1].key), finite(cl, i-1), cl[i-1].mark && from > 0, key != "som" && subordinators[cl[i-1].key] && !infinitive(cl, i):
			from = i
		}
	}
	if from == 0 {
		return phrase(cl)
	}
	return phrase(withoutFrame(withoutLead(cl[from:])))
}

func isQuestion(l lexeme) bool { return questionWords[l.key] }

// known returns the index of the first word that is about something known, or
// -1.
func (v *voice) known(cl clause) int {
	text := textOf(v.text, cl)
	start := -1
	for _, hit := range v.classify(text).Why {
		if !hit.Negated && (start < 0 || hit.Start < start) {
			start = hit.Start
		}
	}
	if start < 0 {
		return -1
	}
	n := 0 // characters
	for at := range text {
		if n == start {
			return slices.IndexFunc(cl, func(l lexeme) bool { return l.end > cl[0].start+at })
		}
		n++
	}
	return -1
}

// labelWords is how many words a heading of a wish has at most: "Instagram:
// hur man svarar på kritik".
const labelWords = 6

// afterLead drops chatter before a colon: many words, or words that name nothing
// known.
func (v *voice) afterLead(cl clause) clause {
	if i := exampleAt(cl); i > 0 && v.known(cl[:i]) < 0 {
		return cl[i:]
	}
	label, rest, ok := labelled(cl)
	heading := countWords(label) <= labelWords && len(v.about(label)) > 0 && !descendingCues.in(label)
	if !ok || heading || endsInOrder(label) {
		return cl
	}
	return rest
}

// exampleAt returns where words for an example begin near a clause's beginning,
// or 0: "det mesta, t.ex. Koha".
func exampleAt(cl clause) int {
	for i := 1; i < min(len(cl)-1, colonWords); i++ {
		example := cl[i].key == "till" && cl[i+1].key == "exempel"
		if (example || elaborators[cl[i].key]) && frames.at(cl, i) > i {
			return i
		}
	}
	return 0
}

// content cuts what follows a wish cue down to the thing itself. A heading that
// names something known belongs to it: "Teams: chatt och filer".
func (v *voice) content(cl clause) clause {
	return phrase(v.afterLead(withoutFrame(v.afterLead(cl))))
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
		what = phrase(cl[s.end:s.to])
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
		return !l.mark && !isSmall(l.key) && !singular[l.key] && l.key != "att" && l.key != "fa" && courses.at(clause{l}, 0) < 0
	})
}

// dangling tells whether a clause ends in a preposition.
func dangling(cl clause) bool { return len(cl) > 0 && prepositions[cl[len(cl)-1].key] }

// refersBack tells whether a clause begins with a word for an earlier sentence.
func refersBack(cl clause) bool { return len(cl) > 0 && isAnaphor(cl[0]) }

func isAnaphor(l lexeme) bool { return anaphors[l.key] }

// news tells whether a clause is about something known that nothing so far is
// about.
func (v *voice) news(cl clause) bool {
	about := v.about(cl)
	return len(about) > 0 && !slices.ContainsFunc(about, func(t string) bool { return v.seen[t] })
}

// learnable tells whether a clause is something that Digiteket could teach.
func (v *voice) learnable(cl clause) bool {
	if trouble.in(cl) || !slices.ContainsFunc(cl, func(l lexeme) bool {
		return !l.mark && !isSmall(l.key) && !copulas[l.key] && !singular[l.key] && !teachingWords[l.key]
	}) {
		return false
	}
	return v.taught || learning.in(cl) || len(v.about(cl)) > 0
}

// about names the topics and outside groups of a clause.
func (v *voice) about(cl clause) []string {
	return finding{result: v.classify(textOf(v.text, cl))}.about()
}

// disjoint tells whether two clauses are about different known things.
func disjoint(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(t string) bool { return slices.Contains(b, t) })
}
