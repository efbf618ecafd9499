package classify

import "strings"

// finiteVerbs are the common verbs in forms that can be the predicate of a
// clause, and are seldom anything else.
var finiteVerbs = foldedSet(`
	är e va vore blir blev har hade kan kunde ska skall skulle vill ville får fick måste bör borde vet visste går gick
	kommer kom ligger står stod sitter finns fanns saknar saknas tror trodde tycker tyckte tänker tänkte känns känner
	kändes verkar fungerar funkar gör gjorde säger sade tar tog ser såg ger gav heter hette händer hände byter bytte
	slutar slutade undrar undrade frågar frågade förstår förstod fattar fattade begriper hinner hann orkar jobbar jobbade
	arbetar använder använde brukar brukade hoppas önskar ringer ringde skriver skrev hör hörde hjälper gäller gällde
	räcker låter märker märkte börjar började vågar klarar strular krånglar köpte kostar kostade ställer håller höll la
	testade fastnar stannar gillar sökte letar pratar drömmer hamnar kollar behöver behövs nämns tas toppar nöjer innehåller tappade slipper byggde kör körde
	is are was were has have had does did can could will would might seems
	har kan kunne skulle vil ville blir bliver fikk ved gjør gør finnes findes mangler trenger bruker bruger`)

// subjects are pronouns that stand beside the verb they are subject of.
var subjects = foldedSet(`
	jag ja vi man ni du han hon hen de dom ingen folk någon
	we you they he she nobody
	jeg dere`)

// finite tells whether the word at i is the predicate of a clause.
func finite(cl clause, i int) bool {
	if finiteVerbs[cl[i].key] {
		return true
	}
	if !strings.HasSuffix(cl[i].key, "r") || isSmall(cl[i].key) || linksClauses(cl[i].key) {
		return false
	}
	if i > 0 && (subjects[cl[i-1].key] || cl[i-1].key == "som" || definite(cl[i-1].key) && !openNoun(cl[i-1].key)) {
		return true // "alla använder", "kunderna ringer"
	}
	if i > 1 && cl[i-2].key == "som" && (smallWords[cl[i-1].key] || cl[i-1].key == "redan") {
		return true // "den som redan katalogiserar"
	}
	inverted := cl[i].key != "når" && i+1 < len(cl) && subjects[cl[i+1].key] // "nu använder vi", but "bilder man får"
	return inverted && !(i+2 < len(cl) && finiteVerbs[cl[i+2].key])
}

// linksClauses tells whether a word begins a clause, or a phrase, though it
// ends as verbs do.
func linksClauses(key string) bool {
	return subordinators[key] || questionWords[key] || prepositions[key] || strings.HasSuffix(key, "for") || key == "over" || key == "efter" || key == "under"
}

// predicateWords is within how many words a clause comes to its predicate.
const predicateWords = 5

// predicates tells whether a clause of its own begins at i: one that has a
// predicate, and neither asks nor depends on another.
func predicates(cl clause, i int) bool {
	for ; i < len(cl) && (conjunctions[cl[i].key] || cl[i].key == "for"); i++ {
	}
	if i+1 < len(cl) && cl[i].key == "dar" && subjects[cl[i+1].key] {
		return false // "där de är", but "där är vi"
	}
	for j := i; j < min(len(cl), i+predicateWords); j++ {
		switch l := cl[j]; {
		case l.mark, questionWords[l.key], subordinators[l.key], conjunctions[l.key], l.key == "for":
			return false
		case finite(cl, j):
			return j > i || !asksLeave(cl, j)
		}
	}
	return false
}

// asksLeave tells whether a clause that begins at i asks what one may do: "får
// de läggas ut". What it asks of the reader is no such question.
func asksLeave(cl clause, i int) bool {
	if i+1 >= len(cl) || !modals[cl[i].key] {
		return false
	}
	next := cl[i+1].key
	return next != "ni" && next != "du" && (subjects[next] || pronouns[next])
}

// phraseEnd returns where the thing named at the beginning of a clause ends and
// talk about it begins: before its predicate ("Excel skulle hjälpa oss") or a
// clause added to it ("Excel, vi har aldrig lärt oss det"). Predicates of
// clauses inside the phrase ("hur man gör", "bilder som går att låna") belong
// to it.
func phraseEnd(cl clause) int {
	opened, waiting := 0, 0 // clauses inside the phrase, and those without predicate so far
	for i := 0; i < len(cl); i++ {
		if i > 0 && i+1 < len(cl) && cl[i].key == "om" && (cl[i+1].key == "ni" || cl[i+1].key == "du") {
			return i // "om ni vill"
		}
		if end := orderJoint(cl, i); end > i {
			i = end - 1
			continue
		}
		switch {
		case finite(cl, i) && (i == 0 && asksLeave(cl, 0) || i > 0 && cl[i-1].mark), opensClause(cl, i):
			opened++
			waiting++
		case i == 0 || waiting > 0:
		case opened > 0 && goesOn(cl, i):
			waiting++
		case adds(cl, i):
			return i
		}
		if i == 0 || !finite(cl, i) {
			continue
		}
		if waiting > 0 {
			waiting--
		} else if i < 2 || !subjects[cl[i-1].key] || cl[i-2].mark { // "musik man får spela"
			return withoutSubject(cl, i)
		}
	}
	return len(cl)
}

// opensClause tells whether a clause inside the phrase begins at i. "Vad som"
// begins one, "att visa" none.
func opensClause(cl clause, i int) bool {
	switch key := cl[i].key; {
	case key == "som":
		return i == 0 || !questionWords[cl[i-1].key]
	case key == "dar":
		return i > 0
	case key == "om", key == "sa", key == "når":
		return i+1 < len(cl) && (subjects[cl[i+1].key] || pronouns[cl[i+1].key])
	case key == "att", key == "at", key == "that":
		return i > 0 && cl[i-1].key == "sa" || !infinitive(cl, i+1)
	case subordinators[key]:
		return true
	default:
		return questionWords[key]
	}
}

// adds tells whether a clause of its own is added at i, behind a mark or
// conjunction. "För" is mostly a preposition.
func adds(cl clause, i int) bool {
	if i+1 >= len(cl) || orderJoint(cl, i) > i || !predicates(cl, i+1) {
		return false
	}
	switch key := cl[i].key; key {
	case ",", "-", "(":
		return true
	case "for":
		next := cl[i+1].key
		return subjects[next] || pronouns[next] || next == "här" || next == "dar" || definite(next) && !conditional(cl, i+2)
	default:
		return conjunctions[key] && (!andWords[key] || ownSubject(cl, i+1))
	}
}

// reasons tells whether the mark at i begins a clause that says why: ", för
// kunderna ringer", but not ", för den som redan kan".
func reasons(cl clause, i int) bool { return i+1 < len(cl) && cl[i+1].key == "for" && adds(cl, i) }

// ownSubject tells whether a clause after "och" has another subject than the
// one before, or none: "Libris och Koha skulle vi" has not.
func ownSubject(cl clause, i int) bool {
	for i+1 < len(cl) && openers[cl[i].key] {
		i++
	}
	if definite(cl[i].key) && i+1 < len(cl) && finite(cl, i+1) && !conditional(cl, i+1) {
		return true // "och chefen nöjer sig"
	}
	return subjects[cl[i].key] || pronouns[cl[i].key] || cl[i].key == "dar" || cl[i].key == "här" || finite(cl, i)
}

// inverted tells whether a main clause begins at i with its predicate, as it
// does behind another clause: "vill vi".
func inverted(cl clause, i int) bool {
	return i > 0 && i+1 < len(cl) && finite(cl, i) && (subjects[cl[i+1].key] || cl[i+1].key == "det")
}

// goesOn tells whether a conjunction at i adds another predicate to the same
// subject, or to one of two words: "vad man får och inte får göra", "när halva
// gruppen är här och andra halvan är hemma".
func goesOn(cl clause, i int) bool {
	if cl[i].key == "men" && i+2 < len(cl) {
		return finite(cl, i+1) && !subjects[cl[i+2].key] && cl[i+2].key != "det"
	}
	if !andWords[cl[i].key] {
		return false
	}
	if i+3 < len(cl) && !openers[cl[i+1].key] && !definite(cl[i+1].key) && strings.HasSuffix(cl[i+2].key, "n") && finite(cl, i+3) && !conditional(cl, i+3) {
		return true
	}
	for i++; i < len(cl) && smallWords[cl[i].key] && !finite(cl, i); i++ {
	}
	return i < len(cl) && finite(cl, i)
}

// supine tells whether a word looks like a verb behind "har": "hittat", "lärt".
func supine(key string) bool {
	return strings.HasSuffix(key, "at") || strings.HasSuffix(key, "tt") || strings.HasSuffix(key, "rt")
}

// openNoun tells whether a word that looks like a noun with its article may as
// well be an adjective in the plural: "vana", but not "kunderna".
func openNoun(key string) bool { return strings.HasSuffix(key, "na") && !strings.HasSuffix(key, "rna") }

// definite tells whether a word looks like a noun with its article.
func definite(key string) bool {
	const shortest = 4 // bytes
	return len(key) >= shortest && !indefinite[key] && (strings.HasSuffix(key, "en") || strings.HasSuffix(key, "et") || strings.HasSuffix(key, "na"))
}

// conditional tells whether the word at i says what would be.
func conditional(cl clause, i int) bool {
	return i < len(cl) && (cl[i].key == "vore" || cl[i].key == "skulle" || cl[i].key == "hade")
}

// hasPredicate tells whether any word of a clause is a predicate.
func hasPredicate(cl clause) bool {
	return predicateIn(cl, 0, len(cl))
}

// predicateIn tells whether any of the words from from up to to is a predicate.
func predicateIn(cl clause, from, to int) bool {
	for i := from; i < to; i++ {
		if finite(cl, i) {
			return true
		}
	}
	return false
}

// withoutSubject returns the index of the pronoun before a predicate, or the
// predicate's.
func withoutSubject(cl clause, i int) int {
	for i > 0 && (subjects[cl[i-1].key] || cl[i-1].key == "det") {
		i--
	}
	return i
}

// infinitive tells whether the word at i is one: "att visa", "att få".
func infinitive(cl clause, i int) bool {
	if i >= len(cl) || pronouns[cl[i].key] || subjects[cl[i].key] {
		return false
	}
	switch key := cl[i].key; key {
	case "fa", "se", "ha", "ga", "na", "bli", "sta", "be", "le", "inte", "kunna":
		return true
	default:
		return strings.HasSuffix(key, "a")
	}
}
