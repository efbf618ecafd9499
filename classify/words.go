package classify

import "strings"

// The classes of small words that reading clauses needs, in Swedish, English,
// Danish and Norwegian. All are folded, as the words of a clause are.
var (
	// spoken are the forms that people write as they speak, folded. A
	// pattern with the written word finds them too.
	spoken = map[string][]string{
		"jag": {"ja"}, "mig": {"mej", "ma"}, "sig": {"sej", "sa"}, "ar": {"e"}, "och": {"å", "o"}, "det": {"de", "da", "he"},
		"inte": {"int", "ente"}, "inget": {"inge"}, "nagot": {"nat", "na"}, "nagon": {"nan"}, "nagra": {"nara"},
		"skulle": {"skull", "sku"}, "behover": {"behov"}, "lara": {"lar"}, "med": {"me"},
	}

	// corrected are the words without which no wish is seen, by the ways in
	// which fingers slip: two letters swapped, or one left out.
	corrected = slips("skulle", "behover", "behova", "onskar", "onskemal", "garna", "would", "could")

	// smallWords are what "~" in a pattern runs over: adverbs, auxiliaries,
	// and what else may stand between the words of a phrase.
	smallWords = foldedSet(`
		gärna verkligen också även därtill nalta egentligen nog väl ju själv själva mest helst främst bara så då nu därför allra först dels absolut
		definitivt personligen alltid fortfarande länge ofta ibland ändå kanske möjligen möjligtvis eventuellt dessutom gladeligen särskilt
		framförallt faktiskt iaf rent mer inte minst jätte jättegärna snälla hemskt väldigt enormt stort sett mycket lite lätt bättre däremot
		alltså just liksom typ tyvärr dessvärre gratis alla tacksamt varmt utbyte
		skulle skull kunna vilja vill ha har hade
		jag vi man oss vårt mitt bibliotek biblioteket i på hos än
		really also short quick little just would very much greatly definitely personally still all at the maybe perhaps
		gerne gjerne godt virkelig meget også ville vil heller veldig kunne`)

	// teachingWords are what Digiteket may do about a wish, and no wish alone.
	teachingWords = foldedSet(strings.ReplaceAll(teaching+"|"+verbParticles, "|", " "))

	// visitorWords are those whose wants are only told of.
	visitorWords = foldedSet(strings.ReplaceAll(visitors, "|", " "))

	// conjunctions join clauses.
	conjunctions = foldedSet(`och o å men samt sen sedan fast utan eller därför dels & plus so and but og`)

	// andWords join the members of an enumeration.
	andWords = foldedSet(`och o å samt eller & and or og`)

	// subordinators begin a clause inside another.
	subordinators = foldedSet(`som vars att när eftersom ifall medan innan that which who when because at fordi der`)

	// questionWords begin a question.
	questionWords = foldedSet(`
		hur vad vilka vilken vilket var varför vem
		how what which where why
		hvordan hva hvad hvilke hvor`)

	// pronouns stand for someone, or for what was said before.
	pronouns = foldedSet(`
		jag mig vi oss man du ni er det den de dem detta dessa sånt följande som mina alla våra vara sån sådan sådana såna
		i you it this that which we us me
		dere dette`)

	// firstPerson words begin statements about the writer.
	firstPerson = foldedSet(`jag vi we i i'm i've we've jeg`)

	// anaphors point back to the thing before them.
	anaphors = foldedSet(`som den det dem dom de detta sådant sånt that this it det dette`)

	// backward words stand for something named before.
	backward = foldedSet(`den de dem dom detta them`)

	// yes words accept what is asked or proposed.
	yes = foldedSet(`ja jo japp yes absolut`)

	// modals begin questions about what one may do.
	modals = foldedSet(`får kan måste bör ska can may should must må`)

	// relativeHeads stand for the thing that a cleft sentence is about.
	relativeHeads = foldedSet(`det de vad allt något nåt någonting sak saker grej grejer ämne område hva hvad what thing`)

	// copulas join a thing and what is said of it.
	copulas = foldedSet(`är e ä var vore vara blir is er gäller stavas heter`)

	// premises begin a clause that says when another holds.
	premises = foldedSet(`om ifall när eftersom hvis if`)

	// singular words announce one wish, whatever "och" stands in it.
	singular = foldedSet(`en ett någon nån något nåt a an one et noe noget`)

	// openers are adverbs that a wish without verb may begin with.
	openers = foldedSet(`
		gärna däremot dessutom också även och så sen sedan helst kanske möjligen sist först typ desuden også
		maybe perhaps also`)

	// wishNouns are the words for "önskemål" in other languages, and the list of them.
	wishNouns = foldedSet(`önskelista ønske ønsker ønskeliste wish wishes wishlist`)

	// wanting are the verbs whose subject wants what their object is.
	wanting = foldedSet(`vill ville önskar behöver behövde saknar saknade efterlyser efterfrågar uppskattar gillar`)

	// possessives begin the name of somebody near the writer: "min chef".
	possessives = foldedSet(`min mitt mina vår vårt våra`)

	// indefinite words end as nouns with their article do.
	indefinite = foldedSet(`egen eget liten litet öppen öppet vuxen vuxet vilken vilket ingen inget mycket sedan utan innan medan igen även`)

	// counts announce how many wishes follow.
	counts = map[string]int{"tva": 2, "tre": 3, "fyra": 4, "fem": 5, "two": 2, "three": 3, "four": 4, "to": 2, "fire": 4}

	// firstWords stand behind the wish that they call the first of several.
	firstWords = foldedSet(`först överst främst first først`)

	// elaborators begin words that say more of the thing before them.
	elaborators = foldedSet(`steg speciellt särskilt inklusive framförallt främst typ dvs alltså exempelvis t.ex tex t bl.a especially including især særlig`)

	// coping are verbs for managing what others ask or what goes wrong.
	coping = foldedSet(`svara hantera klara bemöta lösa`)

	// preferring begin sentences that say how a wish is wanted, or one more.
	preferring = foldedSet(`gärna helst hellre`)

	// manners begin words that say how something is wanted, not what.
	manners = foldedSet(`med i som på under utan via från till för före innan`)

	// prepositions stand between an offer cue and the offer.
	prepositions = foldedSet(`om med av på i kring about with on`)
)

func foldedSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[fold(w)] = true
	}
	return set
}

// slips maps each word with two neighbouring letters swapped, or one left out,
// to the word. The first letter is taken to be right, and what is a word by
// itself is left alone.
func slips(words ...string) map[string]string {
	all := map[string]string{}
	for _, w := range words {
		for i := 1; i < len(w); i++ {
			all[w[:i]+w[i+1:]] = w
			if i+1 < len(w) {
				all[w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:]] = w
			}
		}
	}
	for _, w := range []string{"behov", "skull", "onska", "oskar", "garn", "cold"} {
		delete(all, w)
	}
	for _, w := range words {
		delete(all, w)
	}
	return all
}
