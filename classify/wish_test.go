package classify

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// How wishes are worded in running text.
func TestReadWishes(t *testing.T) {
	for _, tt := range []struct {
		name, mail string
		want       []string
	}{
		// Where a wish ends.
		{"manner added", "Vi vill ha en kurs i Trello, helst före sommaren.", []string{"1 Trello"}},
		{"purpose added", "Vi behöver lära oss Libris så vi slipper ringa grannkommunen.", []string{"1 Libris"}},
		{"place on the site", "Jag saknar en film om Padlet på er webbplats.", []string{"1 Padlet"}},
		{"clause inside", "Vi vill veta hur man leder ett möte i Teams när halva gruppen sitter i bilen.", []string{"1 hur man leder ett möte i Teams när halva gruppen sitter i bilen"}},
		{"two subjects inside", "Vi vill veta hur man håller bokcirkel på Zoom när ena halvan är här och andra halvan är hemma.", []string{"1 hur man håller bokcirkel på Zoom när ena halvan är här och andra halvan är hemma"}},
		{"place inside", "Vi vill nå unga som aldrig läser, där de är på nätet, att börja läsa på skärm.", []string{"1 nå unga som aldrig läser, där de är på nätet", "1 att börja läsa på skärm"}},
		{"said another way", "Vi skulle vilja ha något om deepfakes, alltså hur man avslöjar filmer som är falska.", []string{"1 något om deepfakes, alltså hur man avslöjar filmer som är falska"}},
		{"more of the question", "Vi kan för lite om hur unga pratar på TikTok, vilka ord de använder och vad de menar.", []string{"1 hur unga pratar på TikTok, vilka ord de använder och vad de menar"}},
		{"kind of teaching", "Jag undrar om det finns något enkelt om Mentimeter.", []string{"1 Mentimeter"}},

		{"aside about the place", "Vi önskar oss en kurs i Pressreader, där vi bara kan det enklaste.", []string{"1 Pressreader"}},
		{"two relative clauses", "Vi vill veta vad man får göra med bilder som folk skickat in och som vi sedan vill visa på Instagram.", []string{"1 vad man får göra med bilder som folk skickat in och som vi sedan vill visa på Instagram"}},
		{"readers who know", "Vi vill ha en kurs i Libris för den som redan katalogiserar ibland men vill förstå mer.", []string{"1 Libris för den som redan katalogiserar ibland men vill förstå mer"}},
		{"nothing but pronouns", "Hur hjälper man någon med BankID? Folk frågar och jag vill kunna ge dem det.", []string{"1 Hur hjälper man någon med BankID"}},

		// What only says how, or asks to manage what others want.
		{"manner in a sentence of its own", "Vi vill ha en genomgång av Koha. Gärna med bilder ur vardagen.", []string{"1 en genomgång av Koha"}},
		{"form in a sentence of its own", "Vi önskar oss en guide till Kivra. Helst som korta filmer.", []string{"1 en guide till Kivra"}},
		{"time in a sentence of its own", "Jag vill lära mig Padlet. Gärna före jul.", []string{"1 Padlet"}},
		{"gladly something else", "Jag vill lära mig Padlet. Gärna också om Koha.", []string{"1 Padlet", "1 Koha"}},
		{"one course on two things", "Det jag letar efter är ett färdigt upplägg om Snapchat och vad det gör med vänskapen.", []string{"1 ett färdigt upplägg om Snapchat och vad det gör med vänskapen"}},
		{"one course with a question in it", "Vi vill ha en lathund om GDPR och hur länge man sparar bilder.", []string{"1 en lathund om GDPR och hur länge man sparar bilder"}},
		{"two courses", "Vi vill ha en lathund om GDPR och en kurs om Koha.", []string{"1 en lathund om GDPR", "1 en kurs om Koha"}},
		{"others ask for something", "Eleverna frågar jämt efter noter på nätet, och då vill jag kunna svara något vettigt.", []string{"1 noter på nätet"}},
		{"others ask about something", "Folk frågar jämt om Kivra. Det vill vi klara av.", []string{"1 Kivra"}},
		{"answers to what is known", "Jag vill kunna svara på frågor om Kivra.", []string{"1 svara på frågor om Kivra"}},
		{"wanted by others", "Koha vill hela personalen lära sig. Chefen vill ha det på fredag.", []string{"1 Koha"}},
		{"wanted by the boss", "Min chef vill ha något om Trello.", []string{"1 något om Trello"}},
		{"said of the boss", "Vi behöver GDPR. Chefen är på semester.", []string{"1 GDPR"}},
		{"gratefully", "Vi tar tacksamt emot det mesta, till exempel Koha, Canva och Trello.", []string{"1 Koha", "1 Canva", "1 Trello"}},
		{"dream", "Vår stora dröm är en podd om böcker.", []string{"1 en podd om böcker"}},
		{"rather seen", "Själv hade jag hellre sett en kurs i Photoshop.", []string{"1 Photoshop"}},
		{"second place is no other seat", "På andra plats kommer Libris, utseendet har bytts sen jag lärde mig den.", []string{"1 Libris"}},

		{"course in the middle", "Däremot hade en introduktion till Koha varit välkommen.", []string{"1 en introduktion till Koha"}},
		{"course in a question", "Skulle en kväll om GDPR vara möjlig?", []string{"1 en kväll om GDPR"}},
		{"need by another name", "Vårt största behov just nu stavas upphovsrätt.", []string{"1 upphovsrätt"}},
		{"what they do there", "Det vore kul med en kurs där man får bygga en chattbot.", []string{"1 bygga en chattbot"}},
		{"those who hesitate", "Kollegerna drar sig för att hjälpa till med BankID. Där behövs fortbildning.", []string{"1 hjälpa till med BankID"}},
		{"those who avoid it", "Vi undviker helst GDPR.", []string{"1 GDPR"}},
		{"nobody understands", "Ingen förstår hur man tar ut listor ur Koha. Kan ni hjälpa till där?", []string{"1 hur man tar ut listor ur Koha"}},
		{"nobody at all", "Ingen kan Koha.", []string{"1 Koha"}},
		{"nobody wants it", "Ingen vill ha mer om Koha. Vi önskar oss Trello.", []string{"1 Trello"}},
		{"what would help", "En lathund för Teams är det som skulle hjälpa oss.", []string{"1 En lathund för Teams"}},
		{"voted for", "Vi röstade för en kurs i Koha.", []string{"1 Koha"}},
		{"all about it", "Allt om e-böcker, tack.", []string{"1 Allt om e-böcker"}},

		// Wishes said in a roundabout way.
		{"why is there nothing", "Varför finns det inget hos er om Sierra?", []string{"1 Sierra"}},
		{"have you considered", "Har ni tänkt på att göra något om BookTok?", []string{"1 något om BookTok"}},
		{"request after a colon", "Ett tips: gör en film om Canva.", []string{"1 Canva"}},
		{"request after so", "Kahoot kan jag redan så gör gärna en kurs i Padlet.", []string{"1 Padlet"}},
		{"on its place", "Kanske vore det därför på sin plats med en kurs i källkritik.", []string{"1 källkritik"}},
		{"wish behind its object", "En kurs i de allra enklaste e-tjänsterna vore lämplig, helst kort.", []string{"1 En kurs i de allra enklaste e-tjänsterna"}},
		{"pleased with", "Går det inte så är vi glada för en liten Koha-kurs.", []string{"1 en liten Koha-kurs"}},
		{"the thing named before", "Ingen har visat oss Zotero, så det får bli vårt önskemål.", []string{"1 Zotero"}},
		{"sought and not found", "Något jag sökt men inte hittat är hur man textar filmer.", []string{"1 hur man textar filmer"}},
		{"one more thing", "Vi önskar en kurs i Koha. En annan fråga som kommer jämt är Legimus.", []string{"1 Koha", "1 Legimus"}},
		{"own ignorance", "Jag har ingen aning om hur man söker i Libris. Jag vill gärna veta mer om podd också.", []string{"1 hur man söker i Libris", "1 podd"}},
		{"need beside an offer", "Själv går jag bet på GDPR. Vi delar gärna med oss av våra Canva-mallar.", []string{"1 GDPR", "+ Canva-mallar"}},
		{"more and less", "Mer Koha, mindre Facebook.", []string{"1 Mer Koha"}},
		{"several verbs", "Jag vill kunna använda Trello, få koll på GDPR och förstå mig på Koha.", []string{"1 använda Trello", "1 GDPR", "1 förstå mig på Koha"}},
		{"why not", "Varför inte göra en film om fria ljudböcker?", []string{"1 fria ljudböcker"}},
		{"would help", "Ett material om Koha skulle göra susen.", []string{"1 Ett material om Koha"}},
		{"one rather than another", "Jag skulle hellre se en kurs i Inkscape än en i Photoshop.", []string{"1 Inkscape"}},
		{"otherwise content", "Vi skulle bli glada för en lathund till Polyglutt, annars är vi nöjda.", []string{"1 en lathund till Polyglutt"}},
		{"question to the reader", "Borde inte ni ha något om Legimus?", []string{"1 något om Legimus"}},
		{"question after and", "Vi vill veta hur man söker i Libris och om det finns fria alternativ till Zoom.", []string{"1 hur man söker i Libris", "1 om det finns fria alternativ till Zoom"}},
		{"a name as subject", "Hos oss vill Birgit lära sig Koha medan jag själv är mer intresserad av podd.", []string{"1 Koha", "1 podd"}},
		{"course in which", "Därför önskar vi oss en kurs där man får lära sig Trello.", []string{"1 Trello"}},
		{"if only there were", "Jag önskar att det fanns en kurs om hur man spelar in en podd.", []string{"1 hur man spelar in en podd"}},
		{"speaking up for", "Jag skulle vilja slå ett slag för lättläst på nätet.", []string{"1 lättläst på nätet"}},
		{"under way", "Jag undrar om ni har något om Mikromarc på gång.", []string{"1 Mikromarc"}},
		{"is enough", "För oss räcker det med en kort film om Libby.", []string{"1 Libby"}},
		{"several of us", "Vi önskar oss Koha. Sedan är vi några som vill lära oss mer om Wikidata.", []string{"1 Koha", "1 Wikidata"}},
		{"rather than more", "Vi ser gärna en kurs i Inkscape snarare än fler om Canva.", []string{"1 Inkscape"}},
		{"a course this autumn", "Vi vill lära oss använda Kahoot. Kan ni ordna en kurs i höst?", []string{"1 använda Kahoot"}},
		{"thanks for ideas", "Jag är road av Scratch och tar gärna emot idéer.", []string{"1 Scratch"}},

		// What is only told of.
		{"visitors", "En pappa ville visa sin son BookBites. Vi önskar oss en kurs i Koha.", []string{"1 Koha"}},
		{"visitors ask", "Många undrar var man laddar ner Biblio. Vi skulle behöva en kurs i Koha.", []string{"1 Koha"}},
		{"many visitors", "Det är många som behöver hjälp. Vi önskar en kurs i BankID.", []string{"1 BankID"}},
		{"what the site gave", "Vi har haft stor nytta av era kurser om källkritik. Nu vill vi lära oss Koha.", []string{"1 Koha"}},
		{"good will", "Jag är ingen programmerare utan barnbibliotekarie med god vilja. Vi vill ha en kurs i Scratch.", []string{"1 Scratch"}},
		{"the site's own", "Vi vill ha en kurs i de nya e-tjänsterna, de ni har är lite väl enkla.", []string{"1 nya e-tjänsterna"}},
		{"no longer wanted", "Vi vill ha en kurs i Libris. Kurser i Koha är inte längre aktuella.", []string{"1 Libris"}},
		{"wanted least", "Det vi allra minst vill ha är Facebook. Vi önskar en kurs i podd.", []string{"1 podd"}},

		{"decline behind a colon", "Önskan: Teams kan vi redan", []string{}},
		{"decline behind a colon, then a sentence", "Våra önskemål: inget mer om GDPR. Vi vill lära oss Koha.", []string{"1 Koha"}},
		{"nothing behind a premise", "om det finns, . }", []string{}},

		// Orders.
		{"begin with", "Om jag får råda börjar ni med Koha, sen tar ni Trello och sist Canva.", []string{"1 Koha", "2 Trello", "3 Canva"}},
		{"second said first", "Det jag vill ha näst mest är en kurs i Libris. Men allra mest vill jag lära mig Koha.", []string{"2 Libris", "1 Koha"}},
		{"most of all later", "Vad är Arduino? Men det viktigaste, det som jag brinner för, är hur man når unga på TikTok.", []string{"2 Vad är Arduino", "1 hur man når unga på TikTok"}},
		{"votes", "Flest röster fick Koha. Näst flest fick Trello.", []string{"1 Koha", "2 Trello"}},
		{"next below", "Högst upp står Koha. Strax under hamnar Trello.", []string{"1 Koha", "2 Trello"}},
		{"third in the same sentence", "Vi vill lära oss Koha. Därefter kommer Trello och på tredje plats Canva.", []string{"1 Koha", "2 Trello", "3 Canva"}},
		{"numbers without marks", "prio ett är koha prio två libris prio tre trello", []string{"1 koha", "2 libris", "3 trello"}},
		{"first said behind", "Vi vill lära oss Koha först, sen Trello och sist Canva.", []string{"1 Koha", "2 Trello", "3 Canva"}},
		{"second most", "Helst vill vi ha en kurs i Koha. Näst helst Trello.", []string{"1 Koha", "2 Trello"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := brief(Default().Read("Önskemål", mail(tt.mail)))
			if diff := cmp.Diff(tt.want, got[1:]); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.mail, diff)
			}
		})
	}
}
