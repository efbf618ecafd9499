package classify

import "slices"

// orderedClause is one of several wishes in a clause.
type orderedClause struct {
	clause
	order  order
	listed bool // it is one of a list jotted down, of which most are known
}

// maxClause is how many words and marks a clause may have to be split: a
// longer one is no enumeration.
const maxClause = 120

// nameWords is how many words a name with a question after it is shorter than:
// "Trello, hur ni andra använder det" is one wish.
const nameWords = 3

// split cuts a clause at the joints between wishes. Each must be one by
// itself. The order is the first one's.
func (v *voice) split(cl clause, o order) []orderedClause {
	if len(cl) > maxClause {
		return []orderedClause{{clause: cl, order: o}}
	}
	var all []orderedClause
	several := joints.in(cl)
	from := 0
	for i := 1; i+1 < len(cl); i++ {
		end := joints.at(cl, i)
		if next := afterJoint(cl, i); end < 0 && next > i && v.leadsOn(cl[from:i], cl[next:], several || cl[i].key != ",") {
			end = next
		}
		if n := orderJoint(cl, i); n > end {
			end = n
		}
		if end <= i || end == len(cl) || cl[end].mark {
			continue
		}
		end = len(cl) - len(withoutInfinitive(cl[end:]))
		left, right := member(cl[from:i]), member(cl[end:])
		if !v.learnable(left) || !v.learnable(right) || orderJoint(cl, i) < 0 && !beginsWish(right) && v.sameAs(left, right) {
			continue
		}
		if firstWords[cl[i-1].key] {
			o = firstOrder // "Koha först, sen Trello"
		}
		all = v.appendMembers(all, left, o)
		from, i, o = end, end, orderOf(trim(cl[i:end]))
	}
	return v.appendMembers(all, member(cl[from:]), o)
}

// sameAs tells whether what the second clause is about the first is about too.
func (v *voice) sameAs(a, b clause) bool {
	first := v.about(a)
	return !slices.ContainsFunc(v.about(b), func(t string) bool { return !slices.Contains(first, t) })
}

// afterJoint returns the end of the comma or conjunction at i and of what
// belongs to it, or i: ", och kanske också".
func afterJoint(cl clause, i int) int {
	end := i
	for end < len(cl)-1 && (andWords[cl[end].key] || cl[end].key == "," || cl[end].key == "liksom" || end > i && openers[cl[end].key]) {
		end++
	}
	return end
}

// leadsOn tells whether what follows a joint is a wish of its own: it is built
// as the one before ("hur man …, hur man …") and names something, or begins a
// wish about something else.
func (v *voice) leadsOn(before, after clause, several bool) bool {
	about := v.about(after)
	if rest := withoutInfinitive(after); len(rest) < len(after) && asks(rest) {
		return len(about) > 0
	}
	if oneCourse(before) && asks(after) {
		return false // "en kurs om Koha och hur man söker i det"
	}
	if asks(after) && slices.ContainsFunc(before, isQuestion) || after[0].key == "att" {
		return len(about) > 0 && len(v.about(before)) > 0 && !pointsAt(after)
	}
	return beginsWish(after) && several && (len(before) >= nameWords || !asks(after)) && disjoint(v.about(before), about)
}

// withoutInfinitive drops the verb of learning that one of several wishes
// begins with: "förstå hur man gör".
func withoutInfinitive(cl clause) clause {
	if end := frames.at(cl, 0); end > 0 && end < len(cl) && infinitive(cl, 0) && !prepositions[cl[0].key] && !elaborators[cl[0].key] {
		return cl[end:]
	}
	return cl
}

// asks tells whether a clause begins as an indirect question does: "om vilka
// krav som gäller".
func asks(cl clause) bool {
	for len(cl) > 1 && prepositions[cl[0].key] && !whether(cl) {
		cl = cl[1:]
	}
	return len(cl) > 0 && (questionWords[cl[0].key] || whether(cl))
}

// pointsAt tells whether a clause has a word for something named before: "hur
// man lånar dem", but not "hur man hjälper dem som inte ser".
func pointsAt(cl clause) bool {
	for i, l := range cl {
		if backward[l.key] && (i+1 == len(cl) || cl[i+1].key != "som" && cl[i+1].key != "här" && cl[i+1].key != "dar") {
			return true
		}
	}
	return false
}

// orderJoint returns the end of the words at i that lead over to a wish of
// lower rank, or -1: ", i andra hand", "och längst ner".
func orderJoint(cl clause, i int) int {
	if cl[i].key == "prio" {
		return nextCues.at(cl, i) // "prio ett Koha prio två Trello"
	}
	if cl[i].key != "," && !andWords[cl[i].key] {
		return -1
	}
	rest := cl[i+1:]
	end := max(nextCues.at(rest, 0), thenCues.at(rest, 0))
	if andWords[cl[i].key] {
		end = max(end, firstCues.at(rest, 0))
	}
	if end > 0 {
		if end < len(rest) && rest[end].key == ":" {
			end++
		}
		return i + 1 + max(end, placeVerbs.at(rest, end))
	}
	return -1
}

// member cuts one of several wishes down to itself.
func member(cl clause) clause {
	return withoutEnds(withoutTail(cl), func(key string) bool { return openers[key] })
}

// appendMembers appends the members of a clause, the first with the order o.
func (v *voice) appendMembers(all []orderedClause, cl clause, o order) []orderedClause {
	if v.one {
		return append(all, orderedClause{clause: cl, order: o})
	}
	members, listed := v.members(cl)
	for _, m := range members {
		all = append(all, orderedClause{m, o, listed})
		o = noOrder
		if v.inOrder {
			o = nextOrder
		}
	}
	return all
}

// memberWords is how long a member of an enumeration of wishes is at most. The
// first of three or more may be longer.
const memberWords = 6

// members cuts an enumeration whose members are each about something else:
// "databaserna, Instagram och kalkylblad". Aspects of one thing stay together.
// They are listed when they are jotted down as a list, in which not all need
// be known.
func (v *voice) members(cl clause) (members []clause, listed bool) {
	whole := []clause{cl}
	cuts := coordinations(cl)
	comma := func(c cut) bool { return isComma(cl[c.start]) }
	if len(cuts) == 0 || asks(cl) && !slices.ContainsFunc(cuts, comma) {
		return whole, false // "hur man gör affischer och skyltar"
	}
	from := 0
	for _, c := range append(cuts, cut{len(cl), len(cl)}) {
		members = append(members, trim(cl[from:c.start]))
		from = c.end
	}
	if len(members) == v.count && slices.ContainsFunc(members, func(m clause) bool { return v.learnable(m) }) {
		return members, true
	}
	nameless := func(m clause) bool { return countWords(m) != 1 || len(v.about(m)) == 0 }
	if len(members) > 2 && !slices.ContainsFunc(members, nameless) {
		return members, false // "Canva, Padlet och Mentimeter"
	}
	jotted := len(members) > 2 && !slices.ContainsFunc(cl, func(l lexeme) bool { return andWords[l.key] })
	if jotted && v.various(members) {
		return members, true
	}
	for i, m := range members {
		long := countWords(m) > memberWords && !(i == 0 && len(members) > 2)
		if long || len(m) == 0 || len(members) == 2 && i == 1 && hangs(members[0], m) || elaborators[m[0].key] || i > 0 && !v.apart(members[i-1], m, jotted) {
			return whole, false
		}
	}
	return members, false
}

// hangs tells whether the second of two members belongs to the preposition in
// the first: "källkritik på TikTok och YouTube".
func hangs(a, b clause) bool {
	return countWords(b) <= jottedWords && slices.ContainsFunc(a[1:], isPreposition) && !slices.ContainsFunc(b, isPreposition)
}

// jottedWords is how long a name is at most in words jotted down with commas.
const jottedWords = 2

// jottedMemberWords is how long they are where only half of them are known.
const jottedMemberWords = 4

// various tells whether members jotted down with commas are a list: all short,
// half of them at least about something known, not all about the same. What
// hangs on a preposition of the first alone ("tips på poddar, bloggar") is none.
func (v *voice) various(members []clause) bool {
	if slices.ContainsFunc(members[0], isPreposition) && !slices.ContainsFunc(slices.Concat(members[1:]...), isPreposition) {
		return false
	}
	known, topics := 0, map[string]bool{}
	for _, m := range members {
		if n := countWords(m); n == 0 || n > jottedMemberWords || elaborators[m[0].key] || generic(m) || slices.ContainsFunc(m, isColon) {
			return false
		}
		about := v.about(m)
		if len(about) > 0 {
			known++
		}
		for _, t := range about {
			topics[t] = true
		}
	}
	return 2*known >= len(members) && len(topics) > 1
}

func isPreposition(l lexeme) bool { return prepositions[l.key] }

func isComma(l lexeme) bool { return l.key == "," }

func isColon(l lexeme) bool { return l.key == ":" }

// apart tells whether neighbours in an enumeration are wishes of their own:
// about different things, or names of known things jotted down ("Scratch,
// micro:bit, Blender").
func (v *voice) apart(a, b clause, jotted bool) bool {
	first, second := v.about(a), v.about(b)
	if jotted && max(countWords(a), countWords(b)) <= jottedWords && a[0].key != b[0].key {
		return len(first) > 0 && len(second) > 0
	}
	return disjoint(first, second)
}

// cut is a place where a clause is cut in two, leaving out what lies between.
type cut struct{ start, end int }

// coordinations finds the commas and conjunctions between the members of a
// clause.
func coordinations(cl clause) []cut {
	var cuts []cut
	for i := 1; i+1 < len(cl); i++ {
		end := i
		if cl[end].key == "," || parted(cl, i) {
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

// parted tells whether cl[i] is a stroke between two members, not inside a
// word: "Koha / Trello".
func parted(cl clause, i int) bool {
	stroke := cl[i].key == "/" || cl[i].key == "|"
	return stroke && cl[i-1].end < cl[i].start && cl[i].end < cl[i+1].start
}

// beginsWish tells whether a clause begins as a wish of its own does.
func beginsWish(cl clause) bool {
	if prepositions[cl[0].key] {
		return true
	}
	for len(cl) > 1 && openers[cl[0].key] {
		cl = cl[1:]
	}
	return questionWords[cl[0].key] || singular[cl[0].key] || cl[0].key == "lite" || cl[0].key == "att" || nounCues.at(cl, 0) > 0
}
