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

// publishedIn are the topics of the list by their words.
var publishedIn = func() map[string][]int {
	topics := map[string][]int{}
	for i, words := range published {
		for w := range words {
			topics[w] = append(topics[w], i)
		}
	}
	return topics
}()

// pastedShare is how much of a topic a line has to repeat, and how much of the
// list a mail, to be a paste.
const pastedShare = 0.8

func wordsOf(texts []string) []map[string]bool {
	var sets []map[string]bool
	for _, text := range texts {
		sets = append(sets, keys(lex(text)))
	}
	return sets
}

// keys is the set of a text's words.
func keys(cl clause) map[string]bool {
	set := map[string]bool{}
	for _, l := range cl {
		if !l.mark {
			set[l.key] = true
		}
	}
	return set
}

// pasted is a passage that repeats a topic of the published list.
type pasted struct {
	topic   int  // -1: the passage is something else
	marked  bool // the writer added something to it that does not say no
	refused bool // what the writer added says no
}

func pastedTopic(p passage) pasted {
	if !mayBePasted(p.words) {
		return pasted{topic: -1}
	}
	words := keys(p.words)
	for i, topic := range published {
		common := 0
		for w := range topic {
			if words[w] {
				common++
			}
		}
		if float64(common) < pastedShare*float64(len(topic)) {
			continue
		}
		added := comment(p.words, topic)
		if len(added) > 0 && refused(added) {
			return pasted{topic: i, refused: true}
		}
		marked := common < len(words) || len(p.Details) > 0 || strings.ContainsAny(p.Text, "!*✓✔☑✅☒")
		return pasted{topic: i, marked: marked}
	}
	return pasted{topic: -1}
}

// mayBePasted tells whether a passage has enough words of some topic, if each of
// them stands there once.
func mayBePasted(cl clause) bool {
	common := make([]int, len(published))
	for _, l := range cl {
		for _, topic := range publishedIn[l.key] {
			common[topic]++
		}
	}
	for topic, words := range common {
		if float64(words) >= pastedShare*float64(len(published[topic])) {
			return true
		}
	}
	return false
}

// comment returns what follows the words of a topic.
func comment(cl clause, topic map[string]bool) clause {
	for i := len(cl); i > 0; i-- {
		if topic[cl[i-1].key] {
			return cl[i:]
		}
	}
	return cl
}

// withoutPaste drops the published list from a mail, since a paste says
// nothing of what its writer wants. Topics picked from it stay, as wishes
// without order: those marked, or, where none is, all of a partial paste.
func withoutPaste(passages []passage) []passage {
	lines := make([]pasted, len(passages))
	found, marked, latest, sorted := 0, 0, -1, true
	for i, p := range passages {
		lines[i] = pastedTopic(p)
		if lines[i].topic < 0 {
			continue
		}
		found++
		if lines[i].marked {
			marked++
		}
		sorted = sorted && lines[i].topic > latest
		latest = lines[i].topic
	}
	if found < 2 || !sorted {
		return passages
	}
	full := float64(found) >= pastedShare*float64(len(published))
	someMarked := marked > 0 && marked < found
	var rest []passage
	for i, p := range passages {
		switch {
		case lines[i].topic < 0:
			rest = append(rest, p)
		case lines[i].refused, full && !someMarked, someMarked && !lines[i].marked:
		default:
			if p.List > 0 {
				p.Rank = 1
			}
			rest = append(rest, p)
		}
	}
	return rest
}
