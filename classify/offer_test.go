package classify

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadOffers(t *testing.T) {
	for _, tt := range []struct {
		name, mail string
		want       []string
	}{
		// Lists.
		{"known and taught", "Det här behärskar vi och lär gärna ut:\n1. Koha från grunden\n2. Att starta ett makerspace", []string{"offer", "+ Koha från grunden", "+ Att starta ett makerspace"}},
		{"for others to take", "Följande går bra att låna av oss:\n1. Mallar i Canva\n2. En film om Legimus", []string{"offer", "+ Mallar i Canva", "+ En film om Legimus"}},
		{"done, and for others", "Det här har vi redan gjort och ni får gärna ta del av det:\n1. en handbok om Koha\n2. bokprat på TikTok", []string{"offer", "+ en handbok om Koha", "+ bokprat på TikTok"}},
		{"counted", "Jag kan bidra med tre saker:\n1. Koha\n2. Scratch\n3. Canva", []string{"offer", "+ Koha", "+ Scratch", "+ Canva"}},
		{"counted, and then offered", "Två saker vi är stolta över och gärna berättar om:\n1. poddstudion\n2. sagostunder på nätet", []string{"offer", "+ poddstudion", "+ sagostunder på nätet"}},
		{"strengths and weaknesses", "Våra styrkor:\n1. Koha\nVåra svagheter:\n1. GDPR", []string{"wish+offer", "1 GDPR", "+ Koha"}},
		{"weak, then strong", "Här är vi svaga:\n1. Trello\n2. GDPR\n\nHär är vi starka och visar gärna:\n1. Discord", []string{"wish+offer", "1 Trello", "2 GDPR", "+ Discord"}},
		{"not able", "Det här kan vi inte:\n1. Koha\n2. Canva", []string{"wish", "1 Koha", "2 Canva"}},
		{"not able, with an adverb", "Sådant jag aldrig förstår:\n1. Koha\n2. Canva", []string{"wish", "1 Koha", "2 Canva"}},

		// Sentences.
		{"pronoun for it", "Jag har byggt en chattbot och visar den gärna.", []string{"offer", "+ en chattbot"}},
		{"could show", "Det jag skulle kunna visa andra är hur man kör skärplottern och hur man klipper film.", []string{"offer", "+ hur man kör skärplottern", "+ hur man klipper film"}},
		{"two verbs of sharing", "Vi kan berätta om vårt arbete med GDPR och visa våra mallar i Teams.", []string{"offer", "+ arbete med GDPR", "+ våra mallar i Teams"}},
		{"something I gladly do", "Hur man gör podd med barn är något jag gärna skriver om.", []string{"offer", "+ Hur man gör podd med barn"}},
		{"leave in a relative clause", "Vi har filmat tio bokprat som barnen gjort och som ni får lägga ut.", []string{"offer", "+ tio bokprat som barnen gjort"}},
		{"leave for ours", "Ni kan få våra mallar i Canva.", []string{"offer", "+ mallar i Canva"}},
		{"after a call", "Mejla så skickar jag vår plan för Instagram.", []string{"offer", "+ vår plan för Instagram"}},
		{"curious ones", "Är ni nyfikna på hur vi jobbar med Wikipedia kommer jag gärna.", []string{"offer", "+ hur vi jobbar med Wikipedia"}},
		{"ask us", "Fråga gärna oss om digitala bokcirklar.", []string{"offer", "+ digitala bokcirklar"}},
		{"in return", "Vi kan i gengäld bjuda på en film om Koha.", []string{"offer", "+ en film om Koha"}},
		{"for lending", "Vi har en utställning om källkritik att låna ut.", []string{"offer", "+ en utställning om källkritik"}},
		{"on the web", "Vår lathund för Biblio ligger öppen på nätet.", []string{"offer", "+ Vår lathund för Biblio"}},
		{"for whom", "Jag kan visa hur man söker i Libris för den som behöver.", []string{"offer", "+ hur man söker i Libris"}},
		{"count on me", "Jag har jobbat med Wikipedia i tio år, så där kan ni räkna med mig.", []string{"offer", "+ Wikipedia i tio år"}},
		{"labels in a row", "Vill ha: Koha. Kan ge: en mall för bokprat på TikTok.", []string{"wish+offer", "1 Koha", "+ en mall för bokprat på TikTok"}},
		{"two labels in a sentence", "Kan: Linux på publika datorer. Vill kunna: Trello", []string{"wish+offer", "1 Trello", "+ Linux på publika datorer"}},
		{"somebody else", "Vår kollega har gjort en film om källkritik. Han delar den gärna.", []string{"offer", "+ en film om källkritik"}},
		{"named in front", "Moodle har jag jobbat med länge och berättar gärna om det.", []string{"offer", "+ Moodle"}},
		{"courses that one gives", "På lördagar håller jag datakurser på arabiska. Hör av er om ni vill veta mer.", []string{"offer", "+ datakurser på arabiska"}},
		{"attached", "Jag bifogar riktlinjer för Instagram. De är fria att använda.", []string{"offer", "+ riktlinjer för Instagram"}},
		{"the only thing", "Det enda jag kan erbjuda är en genomgång av Koha.", []string{"offer", "+ en genomgång av Koha"}},
		{"gladly spread", "Vi har en lathund för Kivra som vi gärna sprider.", []string{"offer", "+ en lathund för Kivra"}},
		{"if anyone cares", "Jag har satt upp tre Koha-servrar och delar med mig om någon är intresserad.", []string{"offer", "+ tre Koha-servrar"}},
		{"want to share", "Vi vill dela med oss av våra filmade bokprat.", []string{"offer", "+ filmade bokprat"}},
		{"speciality", "Min specialitet är tillgängliga pdf:er.", []string{"offer", "+ tillgängliga pdf:er"}},
		{"beside a wish", "Vi vill ha en kurs i Koha och kan ställa upp med exempel.", []string{"wish+offer", "1 Koha", "+ exempel"}},
		{"no wishes, but able", "Inga egna önskemål men jag kan programmera i Scratch och har lett grupper. Hör av er!", []string{"offer", "+ programmera i Scratch"}},
		{"what we can", "Koha kan alla. Vad vi däremot kan är att sända sagostunder.", []string{"offer", "+ sända sagostunder"}},

		{"in exchange", "Jag kan i utbyte lära ut InDesign.", []string{"offer", "+ InDesign"}},
		{"imagine showing", "Däremot kan vi tänka oss att visa hur man bygger en poddstudio.", []string{"offer", "+ hur man bygger en poddstudio"}},
		{"several workshops", "Min syster skulle kunna hålla workshops i Scratch.", []string{"offer", "+ workshops i Scratch"}},
		{"long practice", "Vi har lång vana av bokcirklar på nätet.", []string{"offer", "+ bokcirklar på nätet"}},
		{"a thing of one's own", "Vi har en liten handbok i Canva som vi bjuder på.", []string{"offer", "+ en liten handbok i Canva"}},
		{"what we have run", "Vi kan bidra med ett program för Digitala veckan som vi kört tre år i rad.", []string{"offer", "+ ett program för Digitala veckan"}},
		{"how often", "Vi har hållit språkcafé över Zoom varje tisdag sedan i höstas. Jag berättar gärna hur vi gör.", []string{"offer", "+ språkcafé över Zoom"}},
		{"responsible for", "Sedan 2015 ansvarar jag för regionens kurser i Libris. Materialet får ni gärna använda.", []string{"offer", "+ regionens kurser i Libris"}},
		{"one thing to teach", "En sak jag vill lära mig: Git. En sak jag kan lära ut: Excel för nybörjare.", []string{"wish+offer", "1 Git", "+ Excel för nybörjare"}},
		{"nothing lacking", "Jag har inget jag saknar. Men vi har hållit kurser i Scratch och berättar gärna om dem.", []string{"offer", "+ kurser i Scratch"}},
		{"gladly write", "Jag har skrivit en uppsats om BookTok och skulle gladeligen skriva en artikel om det.", []string{"offer", "+ en uppsats om BookTok"}},

		// What looks like an offer.
		{"nothing to give", "Jag kan tyvärr inte bidra med något, men jag vill gärna lära mig Scratch.", []string{"wish", "1 Scratch"}},
		{"pictures that all may use", "Vi vill veta var man hittar bilder som alla får använda.", []string{"wish", "1 var man hittar bilder som alla får använda"}},
		{"be able to show", "Jag vill kunna berätta för andra hur algoritmer funkar.", []string{"wish", "1 berätta för andra hur algoritmer funkar"}},
		{"who can tell", "Finns det någon som kan berätta om Koha?", []string{"wish", "1 Koha"}},
		{"somebody may tell", "Kan någon berätta hur man söker i Koha?", []string{"wish", "1 hur man söker i Koha"}},
		{"a little", "Besökarna undrar hur man använder Kivra. Jag kan visa lite.", []string{"wish", "1 hur man använder Kivra"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, brief(Default().Read("Önskemål", mail(tt.mail)))); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.mail, diff)
			}
		})
	}
}

// Word processors number the items below two lead-ins as one list.
func TestReadOneListOfTwo(t *testing.T) {
	got := brief(Default().Read("Önskemål", []Passage{
		{Text: "Det här vill vi lära oss:"},
		{Text: "Koha", List: 1, Rank: 1},
		{Text: "Det här kan vi bjuda på:"},
		{Text: "Scratch", List: 1, Rank: 1},
		{Text: "Canva", List: 1, Rank: 2},
	}))
	if diff := cmp.Diff([]string{"wish+offer", "1 Koha", "+ Scratch", "+ Canva"}, got); diff != "" {
		t.Error(diff)
	}
}

// What the writer has done is an offer where the subject says so, even beside a
// wish.
func TestReadToldOffer(t *testing.T) {
	got := brief(Default().Read("Önskemål och erbjudande", mail("Jag har lett kurser i 3D-utskrift. Själv vill jag lära mig Trello.")))
	if diff := cmp.Diff([]string{"wish+offer", "1 Trello", "+ kurser i 3D-utskrift"}, got); diff != "" {
		t.Error(diff)
	}
}

// Under a subject that asks for offers, what a mail names is one, unless its words
// say otherwise.
func TestReadUnderOfferSubject(t *testing.T) {
	const subject = "Sv: Inventera resurser"
	for _, tt := range []struct {
		name, subject, mail string
		want                []string
	}{
		{"a list", subject, "Hej!\n1. Koha\n2. Det lokala föreningslivet\nHälsningar Eva", []string{"offer", "+ Koha", "+ Det lokala föreningslivet"}},
		{"headings of talks", subject, "1. Hur vi lockade pensionärer till surfplattekurser\n2. Hur man gör en podd", []string{"offer", "+ Hur vi lockade pensionärer till surfplattekurser", "+ Hur man gör en podd"}},
		{"a list with a wish in it", subject, "1. Hur man gör en podd\n2. vi vill gärna lära oss GDPR", []string{"wish+offer", "2 GDPR", "+ Hur man gör en podd"}},
		{"two lists", subject, "Vi kan:\n1. Koha\n2. Podd\n\nVi vill lära oss:\n1. GDPR", []string{"wish+offer", "1 GDPR", "+ Koha", "+ Podd"}},
		{"a single word", subject, "Makerspace", []string{"offer", "+ Makerspace"}},
		{"words with commas", subject, "Koha och Libris, 3D-skrivare.", []string{"offer", "+ Koha", "+ Libris", "+ 3D-skrivare"}},
		{"colleagues", subject, "Hos oss: Bo (Excel), Cia (sociala medier).", []string{"offer", "+ Bo (Excel)", "+ Cia (sociala medier)"}},
		{"what there is", subject, "På vårt bibliotek finns en poddstudio.", []string{"offer", "+ en poddstudio"}},
		{"what there is and is not", subject, "Vi har ett makerspace. Vi har ingen poddstudio.", []string{"offer", "+ ett makerspace"}},
		{"what was done", subject, "Jag har lett bokcirklar på nätet.", []string{"offer", "+ bokcirklar på nätet"}},
		{"an offer and a need", subject, "Vi har en lathund för Teams som ni får använda. Däremot skulle vi behöva hjälp med Excel.", []string{"wish+offer", "1 Excel", "+ en lathund för Teams"}},
		{"a wish alone", subject, "Vi har inget att erbjuda just nu men vill gärna ha en kurs i Teams.", []string{"wish", "1 Teams"}},
		{"a lead that says wishes", subject, "Önskemål: Koha och podd", []string{"wish", "1 Koha", "1 podd"}},
		{"a difficulty", subject, "Vi har svårt med Teams.", []string{"wish", "1 Teams"}},
		{"a question about a topic", subject, "Hur klipper man film i Clipchamp?", []string{"wish", "1 Hur klipper man film i Clipchamp"}},
		{"a question about the matter", subject, "Vad menar ni med resurser? Hur anmäler man sig?", []string{"other"}},
		{"thanks", subject, "Tack för mejlet om Teams. Vi var på mötet i Zoom igår.", []string{"other"}},
		{"the subject says it", "VB: Inventera resurser: Koha", "Mvh Eva", []string{"offer", "+ Koha"}},
		{"the subject offers", "Erbjudande: jag kan hålla kurs i Canva", "Mvh Eva", []string{"offer", "+ kurs i Canva"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, brief(Default().ReadOffers(tt.subject, mail(tt.mail)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
