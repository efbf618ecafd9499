package classify

import "strings"

// publishedList is the wish list of the article "Digiteket behöver er hjälp!",
// which writers paste into their mails.
var publishedList = []string{
	"Att arbeta digitalt gentemot de prioriterade målgrupperna: barn och unga, personer med funktionsnedsättning, personer med annat modersmål än svenska, samt de nationella minoriteterna",
	"Fördjupningar i redan existerande ämne, det vill säga kursinnehåll som kan passa in på vad vi kallar nivå två eller tre: för användare som redan har en bred allmänkompetens men behöver spetskunskap",
	"Biblioteket som makerspace. Erfarenheter och konkreta tips om hur man går tillväga för att skapa ett på sitt bibliotek",
	"Juridiska/digitala aspekter på biblioteksverksamhet. Saker som upphovsrätt, GDPR, artikel 11, artikel 13 och tillgänglighetsdirektivet",
	"Digitalt läsfrämjande – erfarenheter, metoder, tips och tricks",
	"Bibliotek på sociala medier: Vad och hur gör man för att nå fram?",
	"Att samarbeta i Microsoft teams och i Googlemiljön eller till exempel Slack eller Trello",
	"Open source på bibliotek",
	"Guider till program och tjänster som används på olika bibliotek, till exempel databaser",
	"Best practice och lyckade exempel på MIK-aktiviteter",
	"Sammanställningar av fria resurser i form av bild-, video- och textarkiv",
	"Hur bör man tänka kring tillgänglighet när man bedriver digital biblioteksverksamhet",
	"Hur kan biblioteket verka demokratifrämjande vad gäller digital tillgänglighet, MIK och så vidare",
	"Hur man bäst handleder någon som ska ansöka till universitet: laddar upp betyg, CV, registrerar sig och så vidare",
}

// published are the words of each topic of the list.
var published = wordsOf(publishedList)

// pastedShare is how much of a topic a line has to repeat, and how much of the
// list a mail, to be a paste.
const pastedShare = 0.8

func wordsOf(texts []string) []map[string]bool {
	var sets []map[string]bool
	for _, text := range texts {
		sets = append(sets, keys(text))
	}
	return sets
}

// keys is the set of a text's words.
func keys(text string) map[string]bool {
	set := map[string]bool{}
	for _, l := range lex(text) {
		if !l.mark {
			set[l.key] = true
		}
	}
	return set
}

// publishedTopic returns which published topic a passage repeats, or -1, and
// whether the writer added anything to it: a mark or a comment.
func publishedTopic(p Passage) (topic int, marked bool) {
	words := keys(p.Text)
	for i, topic := range published {
		common := 0
		for w := range topic {
			if words[w] {
				common++
			}
		}
		if float64(common) >= pastedShare*float64(len(topic)) {
			return i, common < len(words) || len(p.Details) > 0 || strings.ContainsAny(p.Text, "!*✓✔☑✅☒")
		}
	}
	return -1, false
}

// withoutPaste drops the published list from a mail, since a paste says
// nothing of what its writer wants. Topics picked from it stay, as wishes
// without order: those marked in a full paste, or all of a partial one.
func withoutPaste(passages []Passage) []Passage {
	topics, marks := make([]int, len(passages)), make([]bool, len(passages))
	pasted, marked, latest, sorted := 0, 0, -1, true
	for i, p := range passages {
		topics[i], marks[i] = publishedTopic(p)
		if topics[i] < 0 {
			continue
		}
		pasted++
		if marks[i] {
			marked++
		}
		sorted = sorted && topics[i] > latest
		latest = topics[i]
	}
	full := float64(pasted) >= pastedShare*float64(len(published))
	if pasted < 2 || !sorted {
		return passages
	}
	picked := !full || marked > 0 && marked < pasted
	var rest []Passage
	for i, p := range passages {
		switch {
		case topics[i] < 0:
			rest = append(rest, p)
		case picked && (!full || marks[i]):
			if p.List > 0 {
				p.Rank = 1
			}
			rest = append(rest, p)
		}
	}
	return rest
}
