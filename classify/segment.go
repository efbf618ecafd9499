package classify

import (
	"slices"
	"strings"
)

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

// offers tells whether the cue is one of offers.
func (s segment) offers() bool { return s.kind == offerSegment || s.kind == handoutSegment }

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
		own = own || s.offers() && cl[i].key == "som" && i+1 < len(cl) && cl[i+1].key == "ni" // "en film som barnen gjort och som ni får visa"
		if !own || begin < from || relative(cl, i) && !(s.offers() && firstPerson[cl[i].key]) || s.kind == wishSegment && conditions.at(cl[begin:], 0) >= s.end-begin {
			continue // in the last case it is in a condition: "om ni behöver hjälp"
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
	wish, noun := wishCues.at(cl, i), nounCues.at(cl, i)
	if end := offerCues.at(cl, i); end > i && end >= wish && permissions.at(cl, i) < 0 {
		return segment{kind: offerSegment, start: i, end: end}
	}
	if wish <= i && noun > i && !wishCues.in(cl[i:noun]) && !owns(cl[i:noun]) {
		return segment{kind: nounSegment, start: i, end: noun}
	}
	return segment{kind: wishSegment, start: i, end: wish}
}

// owns tells whether a clause begins with what the writer has: "vi har en
// lathund för Koha" wishes for none.
func owns(cl clause) bool { return len(cl) > 1 && firstPerson[cl[0].key] && cl[1].key == "har" }

// clauseWords is how far back from a cue its clause may begin.
const clauseWords = 12

// clauseBegin returns where the clause of the cue at i begins: after a mark or
// conjunction, or with the predicate that follows another clause ("när det är
// klart vill vi"). A cue inside a question or a relative clause ("vad
// biblioteket kan bidra med") is not the writer's own, nor is what "och" adds
// there.
func clauseBegin(cl clause, i int) (begin int, own bool) {
	begin = -1
	predicate := -1 // of a clause behind another
	for j := i; j > max(0, i-clauseWords); j-- {
		before := cl[j-1].key
		if predicate < 0 && inverted(cl, j) {
			predicate = j
		}
		switch {
		case (cl[j].key == "sa" || cl[j].key == "da") && j+1 < len(cl) && finite(cl, j+1):
			return j, true // "om vi får önska så vill vi"
		case cl[j].key == "om" && j+1 < len(cl) && (cl[j+1].key == "ni" || cl[j+1].key == "du"):
			return j, true // "vi undrar om ni kunde"
		case j == i && j > 1 && relativeHeads[before] && copulas[cl[j-2].key] && firstPerson[cl[j].key]:
			return j, true // "hur man söker är något vi gärna visar"
		case (before == "sen" || before == "sedan") && j > 1 && subjects[cl[j-2].key]: // "som vi sedan vill"
		case cl[j-1].mark, conjunctions[before] && j < i:
			return behindPremise(cl, max(begin, j), predicate), true
		case conjunctions[before]:
			begin = j // the cue follows directly, without a subject of its own
		case (subordinators[before] || questionWords[before]) && (begin < 0 || hasPredicate(cl[j:begin]) || predicateIn(cl, j+1, begin)):
			if before == "vad" && j > 1 && copulas[cl[j-2].key] {
				return 0, true // "Koha är vad vi önskar"
			}
			return max(begin, j, predicate), predicate >= 0 || before == "att" && (j < 2 || cl[j-2].key != "sa" && (cl[j-2].key != "for" || subjects[cl[j].key])) || before == "som" && firstPerson[cl[j].key] && !(j > 1 && conjunctions[cl[j-2].key])
		}
	}
	if i <= clauseWords {
		return behindPremise(cl, max(begin, 0), predicate), true
	}
	return max(begin, 0), begin >= 0
}

// behindPremise moves the beginning of a clause behind the premise that it
// begins with, to its predicate: "om vi får önska vill vi".
func behindPremise(cl clause, begin, predicate int) int {
	if predicate > begin && (premises[cl[begin].key] || finite(cl, begin)) {
		return predicate
	}
	return begin
}

// relative tells whether the cue at i says something of others: "besökare som
// vill ha hjälp". "En sak som behövs" says it of the thing.
func relative(cl clause, i int) bool {
	return i > 1 && cl[i-1].key == "som" && !relativeHeads[cl[i-2].key]
}

// cleftWords is how much may be said of a thing before it is named.
const cleftWords = 20

// cleft returns what a cleft sentence puts in front of others, as a part of cl:
// "det vi bråkar om är Koha", "det mest akuta är Koha", "svårast är Koha".
func cleft(cl clause) (from, to int) {
	head := 0
	for head < len(cl)-1 && (openers[cl[head].key] || conjunctions[cl[head].key] || cl[head].key == "allra") {
		head++
	}
	for i := head; i < min(len(cl)-1, head+predicateWords); i++ {
		if cl[i].key == "att" {
			head = i + 1 // "jag tycker att det viktigaste är Koha"
		}
	}
	told := superlative(cl[head].key) // who or what it is said of
	if !told && !relativeHeads[cl[head].key] && !singular[cl[head].key] {
		return 0, 0
	}
	for i := head + 1; i+1 < min(len(cl), head+cleftWords); i++ {
		switch key := cl[i].key; {
		case cl[i].mark && (!told || singular[cl[head].key] && adds(cl, i)):
			return 0, 0
		case copulas[key] && told && !subjects[cl[i-1].key] && (key != "var" || questionWords[cl[i+1].key]):
			return i + 1, len(cl)
		case singular[cl[head].key] && (key == "de" || superlative(key)): // "en kurs i de enklaste"
		case key == "som", key == "mest", subjects[key], superlative(key):
			told = true
		}
	}
	return 0, 0
}

// superlative tells whether a word looks like a superlative: "viktigast",
// "största", but not "podcast".
func superlative(key string) bool {
	return len(key) > 5 && !strings.HasSuffix(key, "cast") &&
		(strings.HasSuffix(key, "ast") || strings.HasSuffix(key, "aste") || strings.HasSuffix(key, "sta"))
}

// itCleft returns what stands between "det är" and "som", or the subject, of a
// part that tells of a wish or need: "det är Koha som strular".
func itCleft(cl clause) (from, to int) {
	for i := 0; i+3 < min(len(cl), clauseWords); i++ {
		det, is := cl[i].key, cl[i+1].key
		if !(det == "det" && copulas[is] || copulas[det] && is == "det") || det == "var" || is == "var" {
			continue
		}
		for j := len(cl) - 2; j > i+2; j-- {
			rest := cl[j+1:]
			if cl[j].key == "som" && !visitorWords[cl[j-1].key] && (wishCues.in(rest) || needCues.in(rest)) {
				return i + 2, j
			}
		}
	}
	return 0, 0
}

// wouldBe returns what stands between the verbs of a part that says what would
// be good: "däremot hade en introduktion till Koha varit grymt".
func wouldBe(cl clause) (from, to int) {
	for i := 0; i+3 < min(len(cl), clauseWords); i++ {
		if !(cl[i].key == "hade" || cl[i].key == "skulle") || isSmall(cl[i+1].key) && !isSingular(cl[i+1]) || i > 0 && (pronouns[cl[i-1].key] || !isSmall(cl[i-1].key)) && !cl[i-1].mark {
			continue
		}
		for j := i + 2; j+1 < len(cl) && !cl[j].mark; j++ {
			if key := cl[j].key; key == "varit" || key == "vara" || key == "sitta" || key == "suttit" || key == "passa" || key == "passat" {
				return i + 1, j
			}
		}
	}
	return 0, 0
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
