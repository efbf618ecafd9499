package classify

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// mail writes passages briefly: a line "1. text" is a list item of that rank,
// a blank line ends a list, every other line is a paragraph.
func mail(text string) []Passage {
	var passages []Passage
	list, inList := 0, false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		number, item, ok := strings.Cut(line, ". ")
		rank := strings.Index("0123456789", number)
		switch {
		case line == "":
			inList = false
		case ok && len(number) == 1 && rank > 0:
			if !inList {
				list++
			}
			inList = true
			passages = append(passages, Passage{Text: item, List: list, Rank: rank})
		default:
			inList = false
			passages = append(passages, Passage{Text: line})
		}
	}
	return passages
}

// brief writes a reading as its kind, "1 text" for each wish and "+ text" for
// each offer.
func brief(r Reading) []string {
	lines := []string{string(r.Kind)}
	for _, w := range r.Wishes {
		lines = append(lines, fmt.Sprintf("%d %s", w.Rank, w.Text))
	}
	for _, o := range r.Offers {
		lines = append(lines, "+ "+o.Text)
	}
	return lines
}

// Clauses that stand in an order come with their verbs.
func TestReadClauses(t *testing.T) {
	for _, tt := range []struct{ clause, want string }{
		{"vill jag lära mig Koha", "Koha"},
		{"Vi på biblioteket vill gärna ha en kurs i Koha", "Koha"},
		{"önskar vi en genomgång av Koha", "en genomgång av Koha"},
		{"vore vi tacksamma för en poddkurs", "en poddkurs"},
		{"skulle vi behöva lära oss Koha", "Koha"},
		{"vilja ha Koha", "Koha"},
		{"ha Koha", "Koha"},
		{"vore det bra med Koha", "Koha"},
		{"är Koha", "Koha"},
		{"är helt klart Koha", "Koha"},
		{"får bli Koha", "Koha"},
		{"Vi har funderat, så Koha får komma överst", "Koha"},
		{"Det som ligger främst hos oss är Koha", "Koha"},
		{"bara om det finns tid, Koha", "Koha"},
		{"kom Koha", "Koha"},
		{"Koha, där vi famlar", "Koha"},
		{"Koha, vi gissar oss fram", "Koha"},
		{"står Koha", "Koha"},
		{"även Koha", "Koha"},
		{"kommer Koha", "Koha"},
		{"sätter vi hur man ordnar en bokcirkel på nätet", "hur man ordnar en bokcirkel på nätet"},
		{"kan man tänka sig krypterad e-post", "krypterad e-post"},
		{"Jag vill lära mig Koha", "Koha"},
		{"vill ja lära mä Koha", "Koha"},
		{"sku vi behöva hjälp med Koha", "Koha"},
		{"är att förstå Koha", "förstå Koha"},
		{"behöver vi hjälp med Koha", "Koha"},
		{"skulle vi vilja veta hur man skyddar en dator", "hur man skyddar en dator"},
		{"hur vi når fler", "hur vi når fler"},
		{"appar som läser upp text", "appar som läser upp text"},
		{"Koha, fast det hinner vi inte", "Koha"},
		{"Koha, tack", "Koha"},
		{"Koha, för kollegorna använder det hela tiden", "Koha"},
		{"Koha, för vi har lovat barnen det", "Koha"},
		{"Koha, för det kan ingen", "Koha"},
		{"Koha, för mina vikarier undrar jämt hur man söker", "Koha"},
		{"Koha, alltså sökningen, för sekreteraren slutar i maj", "Koha, alltså sökningen"},
		{"Koha, vårt gamla program har lagts ner", "Koha"},
		{"Koha, för chefen har köpt det för hela budgeten", "Koha"},
		{"Koha, för kommunens it-avdelning tänker stänga det vi har", "Koha"},
		{"Koha, för den som aldrig har använt det", "Koha, för den som aldrig har använt det"},
		{"Koha, för vikarier som inte hinner läsa", "Koha, för vikarier som inte hinner läsa"},
		{"Koha, för oss som redan katalogiserar", "Koha, för oss som redan katalogiserar"},
		{"Koha, vi har läst grunderna", "Koha, vi har läst grunderna"},
		{"Koha, för där är vi svaga", "Koha"},
		{"Vi börjar med det som bränner: SharePoint", "SharePoint"},
		{"Koha, eftersom vi byter", "Koha, eftersom vi byter"},
		{"I would like to learn Koha", "Koha"},
		{"would be podcasts", "podcasts"},
		{"is Koha", "Koha"},
		{"we need training in Koha", "training in Koha"},
		{"vil vi gerne lære noget om Koha", "noget om Koha"},
		{"ønsker vi os et kursus i Koha", "Koha"},
		{"vil vi ha kurs i Koha", "kurs i Koha"},
		{"er Koha", "Koha"},
		{"skärmläsare, hur funkar de?", "skärmläsare, hur funkar de?"},
	} {
		r := Default().Read("Önskemål", []Passage{{Text: tt.clause, List: 1, Rank: 1, Clause: true}})
		if got := brief(r); len(got) != 2 || got[1] != "1 "+tt.want {
			t.Errorf("%q is read as %q, want %q", tt.clause, got, tt.want)
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, subject, mail string
		want                []string
	}{
		// Lists.
		{"list", "Önskemål", "Hej! Här är våra önskemål:\n1. Koha\n2. hur man filmar bokprat", []string{"wish", "1 Koha", "2 hur man filmar bokprat"}},
		{"list of unknown things", "Önskemål", "1. Bokbinderi\n2. Att hinna med", []string{"wish", "1 Bokbinderi", "2 Att hinna med"}},
		{"introduction repeats the list", "Önskemål", "Vi behöver lära oss mer om det digitala, så här kommer en lista.\n1. Trello\n2. Canva", []string{"wish", "1 Trello", "2 Canva"}},
		{"offers by lead", "Önskemål", "Det här kan jag bidra med:\n1. Bokcirklar över Zoom\n2. Scratch för nybörjare", []string{"offer", "+ Bokcirklar över Zoom", "+ Scratch för nybörjare"}},
		{"wishes, then offers", "Önskemål", "Vi önskar oss:\n1. GDPR i vardagen\n\nVi kan dela med oss av:\n1. Våra Canva-mallar", []string{"wish+offer", "1 GDPR i vardagen", "+ Våra Canva-mallar"}},
		{"offers, then wishes", "Önskemål", "Kan bjuda på:\n1. Git för nybörjare\n\nBehöver själv:\n1. Klarspråk på webben", []string{"wish+offer", "1 Klarspråk på webben", "+ Git för nybörjare"}},
		{"offers by subject", "Kan hjälpa till!", "Hej\n1. jag kan Inkscape och GIMP\n2. har hållit kurser i klarspråk\n3. kan tyvärr inget om podd", []string{"offer", "+ jag kan Inkscape och GIMP", "+ har hållit kurser i klarspråk"}},
		{"things known", "Önskemål", "Det här kan vi redan:\n1. Facebook\n2. Libris\n\nDet här behöver vi:\n1. Fria ljud", []string{"wish", "1 Fria ljud"}},
		{"declined items", "Önskemål", "1. Podd\n2. INTE MER GDPR\n3. Teams kan vi redan\n4. inget om AI tack", []string{"wish", "1 Podd"}},
		{"inability is a need", "Önskemål", "1. Excel, jag kan inte pivottabeller\n2. Zoom, förstår inte grupprum", []string{"wish", "1 Excel, jag kan inte pivottabeller", "2 Zoom, förstår inte grupprum"}},
		{"not only", "Önskemål", "1. Inte bara Facebook utan även TikTok", []string{"wish", "1 Inte bara Facebook utan även TikTok"}},
		{"one more after the list", "Önskemål", "1. Koha\n2. Trello\n\nOch så lite om klarspråk om ni hinner. Hälsningar Eva", []string{"wish", "1 Koha", "2 Trello", "3 lite om klarspråk"}},
		{"declined after the list", "Önskemål", "1. Koha\n2. Trello\n\nFler kurser om källkritik behöver vi däremot inte.", []string{"wish", "1 Koha", "2 Trello"}},
		{"two more after the list", "Önskemål", "1. Koha\n2. Podd\n\nOch så gärna Trello och Instagram.", []string{"wish", "1 Koha", "2 Podd", "3 Trello", "3 Instagram"}},
		{"news after the list", "Önskemål", "1. Koha\n2. Podd\n\nVi vill lära oss Trello.", []string{"wish", "1 Koha", "2 Podd", "1 Trello"}},
		{"nothing new after the list", "Önskemål", "1. Koha\n2. Podd\n\nVi behöver verkligen lära oss Koha!", []string{"wish", "1 Koha", "2 Podd"}},
		{"offer above the list", "Önskemål", "Jag kan bidra med en mall för bokpodd. Vi vill också lära oss massor! Våra önskemål:\n1. Koha\n2. Trello", []string{"wish+offer", "1 Koha", "2 Trello", "+ en mall för bokpodd"}},
		{"dividing is not sharing", "Önskemål", "Jag delar upp det så här:\n1. Koha\n2. Trello", []string{"wish", "1 Koha", "2 Trello"}},
		{"lending is no offer", "Önskemål", "Vi lånar ut fler läsplattor än böcker, så det här behövs:\n1. Koha\n2. Trello", []string{"wish", "1 Koha", "2 Trello"}},
		{"sharing wishes is no offer", "Önskemål", "Vi delar gärna med oss av våra önskemål, de är inte många.\n1. Koha\n2. Trello", []string{"wish", "1 Koha", "2 Trello"}},
		{"steps of a complaint", "Önskemål", "Jag kommer inte in på sidan. Jag har gjort så här:\n1. Tryckt på Logga in\n2. Bytt lösenord", []string{"other"}},

		{"refused items", "Önskemål", "1. Fria bilder\n2. Teams kan vi.\n3. Makerspace: nej.\n4. Open source - nej tack\n5. Vilka databaser har vi?", []string{"wish", "1 Fria bilder", "5 Vilka databaser har vi?"}},
		{"declined in part", "Önskemål", "1. inget krångligt men gärna hur man hjälper någon med BankID", []string{"wish", "1 inget krångligt men gärna hur man hjälper någon med BankID"}},
		{"labelled items", "Önskemål", "Vi blandar:\n1. Jag kan: visa hur vi gör podd\n2. Jag vill lära mig: Koha\n3. Har redan: Trello", []string{"wish+offer", "2 Koha", "+ visa hur vi gör podd"}},
		{"opening hours", "Önskemål", "Vi vill lära oss Koha.\nÖppettider:\n1. Måndag 13–18\n2. Torsdag 10–12", []string{"wish", "1 Koha"}},
		{"suggestions", "Förslag", "1. Inläsning av hyllor\n2. Koha", []string{"wish", "1 Inläsning av hyllor", "2 Koha"}},
		{"agenda", "Möte på tisdag", "Dagordning:\n1. Förra protokollet\n2. Julgranen", []string{"other"}},

		// Running text.
		{"would need", "Önskemål", "Hej, jag skulle behöva veta hur man förklarar reklam och youtubers för sexåringar. Mvh Åsa", []string{"wish", "1 hur man förklarar reklam och youtubers för sexåringar"}},
		{"course in", "Önskemål", "Vi önskar oss en kurs i Koha.", []string{"wish", "1 Koha"}},
		{"wish at the end", "Önskemål", "Klarspråk på webben skulle vi behöva lära oss!", []string{"wish", "1 Klarspråk på webben"}},
		{"would be great", "Önskemål", "Det vore toppen med något om högläsning på nätet", []string{"wish", "1 något om högläsning på nätet"}},
		{"one thing", "Önskemål", "Har egentligen bara en sak: tillgängliga affischer.", []string{"wish", "1 tillgängliga affischer"}},
		{"two wishes", "Önskemål", "Jag vill lära mig Trello och så hur man söker i Mediearkivet.", []string{"wish", "1 Trello", "1 hur man söker i Mediearkivet"}},
		{"two sentences", "Önskemål", "Vi vill gärna ha tips på digitala sagostunder. Vi skulle också vilja veta hur GDPR fungerar.", []string{"wish", "1 tips på digitala sagostunder", "1 hur GDPR fungerar"}},
		{"a difficulty, and last", "Önskemål", "Jag får frågor om hur man söker i Koha, och sist men inte minst: hur funkar Canva?", []string{"wish", "1 hur man söker i Koha", "2 hur funkar Canva"}},
		{"enumeration", "Önskemål", "Vi behöver kunna Mediearkivet, Instagram, Trello och Koha.", []string{"wish", "1 Mediearkivet", "1 Instagram", "1 Trello", "1 Koha"}},
		{"aspects", "Önskemål", "Jag skulle vilja veta mer om makerspace, öppettider, säkerhet och bemanning.", []string{"wish", "1 makerspace, öppettider, säkerhet och bemanning"}},
		{"jotted down", "Önskemål", "Kort från bussen: ljudböcker, Canva, dataskydd, gräddtårta, Wikipedia. Hej då", []string{"wish", "1 ljudböcker", "1 Canva", "1 dataskydd", "1 gräddtårta", "1 Wikipedia"}},
		{"jotted down, mostly unknown", "Önskemål", "Jag vill lära mig Canva, gräddtårta, brödbak, hundkojor.", []string{"wish", "1 Canva, gräddtårta, brödbak, hundkojor"}},
		{"jotted down behind a preposition", "Önskemål", "Jag vill nå ungdomar på Instagram, Facebook, Snapchat.", []string{"wish", "1 nå ungdomar på Instagram, Facebook, Snapchat"}},
		{"heading with its parts", "Önskemål", "Jag önskar en kurs i Teams: chatt, kalender, filer.", []string{"wish", "1 Teams: chatt, kalender, filer"}},
		{"strokes", "Önskemål", "Önskelista: Canva / upphovsrätt / kodning för mellanstadiet", []string{"wish", "1 Canva", "1 upphovsrätt", "1 kodning för mellanstadiet"}},
		{"either or", "Önskemål", "Vi vill ha en kurs i Teams/Zoom.", []string{"wish", "1 Teams/Zoom"}},
		{"in that order", "Önskemål", "Vi väljer öppen källkod, makerspace och sociala medier, i den ordningen.", []string{"wish", "1 öppen källkod", "2 makerspace", "3 sociala medier"}},
		{"falling order", "Önskemål", "Våra önskemål i fallande ordning: Koha, Instagram, dataskydd.", []string{"wish", "1 Koha", "2 Instagram", "3 dataskydd"}},
		{"most important first", "Önskemål", "Här kommer våra, viktigast först: Koha, Instagram, dataskydd.", []string{"wish", "1 Koha", "2 Instagram", "3 dataskydd"}},
		{"no order", "Önskemål", "Ingen särskild ordning: Koha, Instagram, dataskydd.", []string{"wish", "1 Koha", "1 Instagram", "1 dataskydd"}},
		{"no order above a list", "Önskemål", "Hej! Ingen särskild ordning:\n1. Koha\n2. Canva", []string{"wish", "1 Koha", "2 Canva"}},
		{"a colleague wants you to", "Önskemål", "Min kollega Ali, som sitter bredvid, vill att ni förklarar hur man spelar in en podd.", []string{"wish", "1 hur man spelar in en podd"}},
		{"agreed at a meeting", "Önskemål", "På mötet i måndags enades vi om en genomgång av fria bilder.", []string{"wish", "1 en genomgång av fria bilder"}},
		{"problem", "Önskemål", "Vi har ett problem: ingen här kan göra tillgängliga pdf:er.", []string{"wish", "1 göra tillgängliga pdf:er"}},
		{"nobody knows why", "Önskemål", "Koha tappar våra reservationer och ingen förstår varför.", []string{"wish", "1 Koha tappar våra reservationer"}},
		{"Norwegian", "Önskemål", "Ellers hadde det vært fint med et kurs i kildekritikk.", []string{"wish", "1 kildekritikk"}},
		{"Danish", "Önskemål", "Vi ville være glade for et kursus i Instagram.", []string{"wish", "1 Instagram"}},
		{"order in the lead of a list", "Önskemål", "Inte så noga med ordningen:\n1. Koha\n2. Canva", []string{"wish", "1 Koha", "2 Canva"}},
		{"number in a lead", "Önskemål", "Våra tre i rangordning: tillgänglighet, dataskydd, podd.", []string{"wish", "1 tillgänglighet", "2 dataskydd", "3 podd"}},
		{"agreed and want", "Önskemål", "Vi har röstat och vill ha dataskydd, sociala medier och makerspace, i nämnd ordning.", []string{"wish", "1 dataskydd", "2 sociala medier", "3 makerspace"}},
		{"courses in the following", "Önskemål", "Jag skulle vilja ha kurser i följande, ordnade efter angelägenhet: källkritik, Teams, TikTok.", []string{"wish", "1 källkritik", "2 Teams", "3 TikTok"}},
		{"invitation with an agenda", "Inbjudan: möte om önskemål", "Preliminärt program:\n1. Inledning\n2. GDPR\n3. Övriga frågor", []string{"other"}},
		{"advertisement with a list", "Vi möter era önskemål", "Boka en demo:\n1. GDPR-säkert\n2. Fungerar med Koha", []string{"other"}},
		{"order", "Önskemål", "I första hand vill vi ha en genomgång av Libris. I andra hand behöver vi hjälp med Facebook.", []string{"wish", "1 en genomgång av Libris", "2 Facebook"}},
		{"and then", "Önskemål", "Allra helst vill jag lära mig 3D-skrivaren. Och sen, om det blir tid, hur man gör en podd om böcker.", []string{"wish", "1 3D-skrivaren", "2 hur man gör en podd om böcker"}},
		{"reason is no wish", "Önskemål", "Vi skulle behöva lära oss Teams, för vi har möten varje dag.", []string{"wish", "1 Teams"}},
		{"because", "Önskemål", "Skulle vilja lära mig Canva eftersom chefen vill ha affischer.", []string{"wish", "1 Canva"}},
		{"declined sentence", "Önskemål", "Jag behöver inte mer om GDPR, det har vi haft. Men makerspace vill vi veta mer om.", []string{"wish", "1 makerspace"}},
		{"declined after but", "Önskemål", "Vi vill lära oss Trello men Teams kan vi redan.", []string{"wish", "1 Trello"}},
		{"declined at the end", "Önskemål", "Källkritik behöver vi inte mer av. Däremot önskar vi oss något om e-tjänster.", []string{"wish", "1 något om e-tjänster"}},
		{"question", "Önskemål", "Hur gör man en pdf tillgänglig på riktigt?", []string{"wish", "1 Hur gör man en pdf tillgänglig på riktigt"}},
		{"asked by others", "Önskemål", "Jobbar på gymnasiet. Eleverna frågar mig jämt om hur man skriver ett personligt brev. Hjälp!", []string{"wish", "1 hur man skriver ett personligt brev"}},
		{"difficulty", "Önskemål", "Hallå! Ingen här på jobbet förstår sig på upphovsrätt. Vi fattar inte vad som gäller för högläsning på nätet.", []string{"wish", "1 vad som gäller för högläsning på nätet"}},
		{"bare words", "Önskemål", "Word tack. Sidhuvud och mallar i Word.", []string{"wish", "1 Word tack. Sidhuvud och mallar i Word"}},
		{"bare, with a question", "Önskemål", "Koha, hur ni andra gör statistik i det", []string{"wish", "1 Koha, hur ni andra gör statistik i det"}},
		{"fourteen words", "kursönskemål", "tjena! skulle vilja kunna klippa film på mobilen. ha de /micke", []string{"wish", "1 klippa film på mobilen"}},
		{"without diacritics", "Onskemal", "Hej, vi skulle behova lara oss sokning i databaser", []string{"wish", "1 sokning i databaser"}},
		{"dialect", "Önskemål", "Hej, ja skulle vilja ha nåt om hur en lägger ut bilder på Instagram, de vore gött", []string{"wish", "1 nåt om hur en lägger ut bilder på Instagram"}},
		{"thanks in front", "Önskemål", "Tack för ett bra initiativ! Vi efterlyser en lathund för Legimus. Allt gott, Bo", []string{"wish", "1 en lathund för Legimus"}},
		{"can you make", "Önskemål", "Kan ni göra en kurs om bokcirklar på nätet?", []string{"wish", "1 bokcirklar på nätet"}},
		{"partly", "Önskemål", "Två saker: dels hur man gör webben tillgänglig, dels hur man sköter ett Instagramkonto.", []string{"wish", "1 hur man gör webben tillgänglig", "1 hur man sköter ett Instagramkonto"}},
		{"subject only", "Önskemål: mer om Koha", "", []string{"wish", "1 mer om Koha"}},
		{"subject with a greeting", "Önskemål om kurs i Trello", "Hej! Se ämnesraden. Mvh Pia", []string{"wish", "1 kurs i Trello"}},

		// As people write.
		{"long way to the wish", "Önskemål", "Hejsan, här på filialen är vi två stycken och vi har aldrig fått nån riktig utbildning. Det hade varit toppen att få lära sig hur man planerar inlägg på Facebook så att det inte blir samma folk som gillar varje gång. /Britta", []string{"wish", "1 hur man planerar inlägg på Facebook så att det inte blir samma folk som gillar varje gång"}},
		{"cleft", "Önskemål", "Det vi framför allt skulle behöva är kunskap om hur man gör webben tillgänglig.", []string{"wish", "1 hur man gör webben tillgänglig"}},
		{"take up", "Önskemål", "Skulle vilja att ni tog upp digital arkivering.", []string{"wish", "1 digital arkivering"}},
		{"could imagine", "Önskemål", "Jag undrar om ni kunde tänka er att göra något om sagostunder på Zoom?", []string{"wish", "1 något om sagostunder på Zoom"}},
		{"any chance", "Önskemål", "Finns det någon chans att ni kan göra en kurs om upphovsrätt för musik? Det är så krångligt.", []string{"wish", "1 upphovsrätt för musik"}},
		{"with a place before the colon", "Önskemål", "Önskemål från oss i Lillköping: källkritik för äldre, BankID-hjälp i disken och Instagram.", []string{"wish", "1 källkritik för äldre", "1 BankID-hjälp i disken", "1 Instagram"}},
		{"one course on two things", "Önskemål", "Vi skulle behöva en kurs i upphovsrätt och Instagram.", []string{"wish", "1 upphovsrätt och Instagram"}},
		{"two courses", "Önskemål", "Det borde finnas en kurs om hur man hjälper någon att skaffa BankID och en om hur man pratar om näthat med tonåringar.", []string{"wish", "1 hur man hjälper någon att skaffa BankID", "1 en om hur man pratar om näthat med tonåringar"}},
		{"order in other words", "Önskemål", "Det vi mest behöver är fortbildning kring Teams. Det näst viktigaste är hur man gör poddar om böcker. Sist på listan kommer Wikidata.", []string{"wish", "1 Teams", "2 hur man gör poddar om böcker", "3 Wikidata"}},
		{"label, order, label", "Önskemål", "Helst av allt: Trello. Går inte det: fria kartor.", []string{"wish", "1 Trello", "2 fria kartor"}},
		{"questions in a row", "Önskemål", "Önskemål: Hur man visar film lagligt på biblioteket. Hur man hittar fria noter.", []string{"wish", "1 Hur man visar film lagligt på biblioteket", "1 Hur man hittar fria noter"}},
		{"announced", "Önskemål", "Jag har bara ett önskemål. Digitala bokcirklar på Discord.", []string{"wish", "1 Digitala bokcirklar på Discord"}},
		{"announced, then told", "Önskemål", "Jag har två önskemål. Digitala bokcirklar. Trello. Annars har vi det bra här i skogen.", []string{"wish", "1 Digitala bokcirklar", "1 Trello"}},
		{"referred to", "Önskemål", "I Koha är mycket ett mysterium. Det skulle vi behöva en genomgång av.", []string{"wish", "1 I Koha"}},
		{"less of", "Önskemål", "vi vill ha mer makerspace å mindre gdpr", []string{"wish", "1 mer makerspace"}},
		{"for those who can", "Önskemål", "1. Källkritik för oss som redan gått grundkursen", []string{"wish", "1 Källkritik för oss som redan gått grundkursen"}},
		{"wish verbs in items", "Önskemål", "1. jag vill lära mig Trello\n2. gärna nåt om e-böcker", []string{"wish", "1 Trello", "2 nåt om e-böcker"}},
		{"English by a colleague", "Önskemål", "Hi, I'd appreciate a short course on how to search in Libris, and maybe something about copyright for pictures.", []string{"wish", "1 how to search in Libris", "1 something about copyright for pictures"}},
		{"a course on it", "Önskemål", "Jag har letat länge efter bilderböcker på romani på nätet. En kurs eller artikel om det vore fantastiskt!", []string{"wish", "1 bilderböcker på romani på nätet"}},
		{"count this as a wish", "Önskemål", "Har ni något om talböcker? Annars får ni räkna det här som ett önskemål.", []string{"wish", "1 Har ni något om talböcker"}},
		{"no more than a course", "Önskemål", "Vi är osäkra när besökare frågar om e-legitimation. Vi skulle därför uppskatta en introduktion.", []string{"wish", "1 e-legitimation"}},
		{"the basics of it", "Önskemål", "Är det möjligt att få en fortbildning i Libris? Vi behöver kunna grunderna.", []string{"wish", "1 Libris"}},
		{"you should", "Önskemål", "Jag tycker att ni ska ha en kurs om näthat. Mvh Lo", []string{"wish", "1 näthat"}},
		{"told, then a call", "Önskemål", "Vi kör bokcirklar via telefon för synskadade. Hör av er i så fall.", []string{"offer", "+ bokcirklar via telefon för synskadade"}},
		{"it is shared", "Önskemål", "Jag har tagit fram en modell för källkritik. Den delar jag gärna.", []string{"offer", "+ en modell för källkritik"}},
		{"numbers in words", "Önskemål", "Nummer ett: mer om Legimus! Nummer två: hur man gör podd. Nummer tre: vet ej.", []string{"wish", "1 Legimus", "2 hur man gör podd"}},
		{"priorities in one sentence", "Önskemål", "Prio ett är tillgänglighet på webben, prio två är Trello.", []string{"wish", "1 tillgänglighet på webben", "2 Trello"}},
		{"last but not least", "Önskemål", "Först vill vi ha hjälp med GDPR. Sen Trello. Sist men inte minst Canva.", []string{"wish", "1 GDPR", "2 Trello", "3 Canva"}},
		{"English list in words", "Önskemål", "Top of my list would be Koha, followed by something on copyright.", []string{"wish", "1 Koha", "2 something on copyright"}},
		{"asked, then wanted", "Önskemål", "Har någon gjort ett escape room om källkritik? Det vill jag veta allt om!", []string{"wish", "1 ett escape room om källkritik"}},
		{"not known, but wanted", "Önskemål", "Jag har ingen aning om hur man gör en podd om böcker, men jag vill lära mig!", []string{"wish", "1 hur man gör en podd om böcker"}},
		{"in the first place", "Önskemål", "För det första vill vi ha en kurs i SharePoint. För det andra vill vi ha en kurs om GDPR.", []string{"wish", "1 SharePoint", "2 GDPR"}},
		{"another", "Önskemål", "Ett önskemål är att ni lägger upp mer om Trello. Ett annat är digital högläsning.", []string{"wish", "1 Trello", "1 digital högläsning"}},
		{"logging in is a topic too", "Önskemål", "Kan ni göra en film om hur man hjälper besökare att logga in med BankID?", []string{"wish", "1 hur man hjälper besökare att logga in med BankID"}},
		{"have and lack", "Önskemål", "Kompetens jag har: Inkscape och Scratch. Kompetens jag saknar: allt om GDPR.", []string{"wish+offer", "1 GDPR", "+ Inkscape och Scratch"}},
		{"told, then for use", "Önskemål", "Vi har gjort en checklista för tillgängliga evenemang. Bifogar den, sprid den gärna!", []string{"offer", "+ en checklista för tillgängliga evenemang"}},
		{"expert", "Önskemål", "Om ni söker någon som kan Koha så finns jag här.", []string{"offer", "+ Koha"}},
		{"question for leave is no offer", "Önskemål", "1. Kan vi visa film från SVT i biblioteket?", []string{"wish", "1 Kan vi visa film från SVT i biblioteket?"}},
		{"invitation without offer", "Önskemål", "1. Koha\n2. Trello\n\nRing om ni undrar något.", []string{"wish", "1 Koha", "2 Trello"}},
		{"labelled offer and wish", "Önskemål", "Kompetens att dela: vi har arbetat mycket med digitala bokcirklar. Önskemål: vi behöver fortbildning om GDPR.", []string{"wish+offer", "1 GDPR", "+ digitala bokcirklar"}},
		{"outline of an offer", "Önskemål", "Jag håller gärna en kurs om fria bilder. Upplägg:\n1. Vad är fritt?\n2. Arkiven", []string{"offer", "+ en kurs om fria bilder"}},
		{"Danish offer", "Ønsker", "Vi har stor erfaring med makerspace og vil gerne bidrage med et oplæg om det.", []string{"offer", "+ makerspace"}},
		{"Norwegian offer and wish", "Ønsker", "Hei, vi har startet en bokpodkast og deler gjerne erfaringer. Selv trenger vi hjelp til Koha.", []string{"wish+offer", "1 Koha", "+ en bokpodkast"}},

		{"chatter before the colon", "Önskemål", "Jag har bara en sak i år, förra året blev det en hel roman av alltihop: att göra affischer i Canva.", []string{"wish", "1 göra affischer i Canva"}},
		{"one single thing", "Önskemål", "Efter mycket om och men har vi landat i en enda sak som alla kan enas om: bokcirklar på Discord.", []string{"wish", "1 bokcirklar på Discord"}},
		{"picked", "Önskemål", "Av alla era punkter väljer jag open source. Makerspace kan ni stryka.", []string{"wish", "1 open source"}},
		{"but above all", "Önskemål", "Vi vill gärna ha en handbok i Koha men framför allt en genomgång av GDPR.", []string{"wish", "2 en handbok i Koha", "1 en genomgång av GDPR"}},
		{"first, said last", "Önskemål", "Vi vill lära oss Trello. Allra helst vill vi lära oss Koha.", []string{"wish", "2 Trello", "1 Koha"}},
		{"order inside a clause", "Önskemål", "Högst upp på min lista ligger Koha, i mitten podd om böcker och längst ner GDPR.", []string{"wish", "1 Koha", "2 podd om böcker", "3 GDPR"}},
		{"enumeration after a long one", "Önskemål", "Vi vill lära oss vad som gäller när man vill visa film i väntrummet,Koha,Trello.", []string{"wish", "1 vad som gäller när man vill visa film i väntrummet", "1 Koha", "1 Trello"}},
		{"more of the same", "Önskemål", "Vi vill lära oss Koha, särskilt Instagramkopplingen", []string{"wish", "1 Koha, särskilt Instagramkopplingen"}},
		{"opinion before the wish", "Önskemål", "Jag tycker att sociala medier borde prioriteras.", []string{"wish", "1 sociala medier"}},
		{"condition before the wish", "Önskemål", "Om vi håller oss till ämnet så vore en kurs i Koha inte dumt.", []string{"wish", "1 Koha"}},
		{"nobody knows", "Önskemål", "Vi har fått en ny sal. Ingen av oss vet riktigt hur man filmar en författarkväll. Det blir vårt önskemål.", []string{"wish", "1 hur man filmar en författarkväll"}},
		{"learning verb at the end", "Önskemål", "Libris och Koha skulle jag behöva repetera.", []string{"wish", "1 Libris", "1 Koha"}},
		{"for the staff", "Önskemål", "Personalen efterfrågar fortbildning i Koha.", []string{"wish", "1 Koha"}},
		{"dialect with spoken words", "Önskemål", "He ja skull behöv lär mä ä hur man gör podd. Resten kan ja redan, allra minst behöv ja mer om GDPR.", []string{"wish", "1 ä hur man gör podd"}},
		{"typo in the cue", "Önskemål", "Jag skulel vilja lära mig Koha", []string{"wish", "1 Koha"}},
		{"thanks, then a wish", "Önskemål", "Tack för kursen i källkritik, den var toppen! Nu längtar vi efter en om Koha.", []string{"wish", "1 en om Koha"}},
		{"purpose is no offer", "Önskemål", "Vi behöver kunna Koha så att jag kan visa det för vikarierna.", []string{"wish", "1 Koha"}},
		{"label with an adverb behind", "Önskemål", "Jag vill lära mig Koha. PS. Glömde: Trello också!", []string{"wish", "1 Koha", "1 Trello också"}},
		{"mark inside parentheses", "Önskemål", "Vi behöver Photoshop (dyrt!) och Trello.", []string{"wish", "1 Photoshop (dyrt!)", "1 Trello"}},
		{"greeting without a comma", "Önskemål", "hej vill ha kurs i koha tack", []string{"wish", "1 koha"}},
		{"joke before the colon", "Önskemål", "Nej men skämt åsido: en kurs om Koha vore toppen.", []string{"wish", "1 en kurs om Koha"}},
		{"names of one topic", "Önskemål", "Vi önskar: Instagram, Facebook, Trello", []string{"wish", "1 Instagram", "1 Facebook", "1 Trello"}},
		{"wish behind a reason", "Önskemål", "Vi vill ha mer om GDPR eftersom det står i vår plan, samt tips på fria bilder.", []string{"wish", "1 GDPR", "1 tips på fria bilder"}},
		{"counted", "Önskemål", "På vår lista står två saker, nämligen podcast och bildredigering.", []string{"wish", "1 podcast", "1 bildredigering"}},
		{"not known, before the cue", "Önskemål", "Open source vet vi ingenting om och det vill vi gärna lära oss.", []string{"wish", "1 Open source"}},
		{"names of programs", "Önskemål", "Vi behöver lära oss SharePoint, OneDrive och Teams för vi byter i höst.", []string{"wish", "1 SharePoint", "1 OneDrive", "1 Teams"}},
		{"will you", "Önskemål", "Kommer ni att göra något om Koha? Det önskas av många.", []string{"wish", "1 något om Koha"}},
		{"even rather", "Önskemål", "Jag vill ha en kurs i Trello. Ännu hellre vill jag ha en kurs i Koha.", []string{"wish", "2 Trello", "1 Koha"}},
		{"questions in a row without a topic", "Önskemål", "Hur gör man en podd om böcker? Och vilka får lyssna på den?", []string{"wish", "1 Hur gör man en podd om böcker", "1 vilka får lyssna på den"}},
		{"guide to the unknown", "Önskemål", "En lathund för Bokhyllan. Mer än så behövs inte!", []string{"wish", "1 En lathund för Bokhyllan"}},
		{"site to be mended", "Önskemål", "Kan ni uppdatera kursen om Facebook?", []string{"other"}},
		{"a site of one's own", "Önskemål", "Kanske något om hur vi gör webbplatsen mer tillgänglig?", []string{"wish", "1 något om hur vi gör webbplatsen mer tillgänglig"}},
		{"researcher", "Fråga", "Jag skriver en uppsats om makerspace. Får jag intervjua någon av er?", []string{"other"}},

		// Sentences of many kinds.
		{"whoever wishes", "Önskemål", "Slutligen har fru Malm uttryckt önskemål om klarspråk.", []string{"wish", "1 klarspråk"}},
		{"cleft", "Önskemål", "Det som däremot tar emot är Koha.", []string{"wish", "1 Koha"}},
		{"cleft of a difficulty gives way", "Önskemål", "Det som ställer till det är Libris. Vi vill ha en kurs i dataskydd.", []string{"wish", "1 dataskydd"}},
		{"what spooks", "Önskemål", "Word kan alla. Det är Koha som spökar.", []string{"wish", "1 Koha"}},
		{"premise", "Önskemål", "Mitt önskemål är, om jag får drömma lite, att göra en podd om böcker.", []string{"wish", "1 göra en podd om böcker"}},
		{"premise first", "Önskemål", "Vi vill kunna Koha. Och om det inte är för mycket begärt, lite om Trello.", []string{"wish", "1 Koha", "1 lite om Trello"}},
		{"several questions", "Önskemål", "Vi vill veta hur man söker i Koha, hur man hittar fria bilder och vad GDPR kräver.", []string{"wish", "1 hur man söker i Koha", "1 hur man hittar fria bilder", "1 vad GDPR kräver"}},
		{"questions on one thing", "Önskemål", "Vi vill veta hur man lånar ut läsplattor och hur man laddar dem.", []string{"wish", "1 hur man lånar ut läsplattor och hur man laddar dem"}},
		{"inside a statement", "Önskemål", "Föreningarna hör av sig om var man hittar fria bilder.", []string{"wish", "1 var man hittar fria bilder"}},
		{"question, then the wish for it", "Önskemål", "De kör bokprat på TikTok. Hur gör man sånt? Det skulle jag vilja lära mig.", []string{"wish", "1 Hur gör man sånt"}},
		{"whether", "Önskemål", "Jag undrar om man får läsa högt på nätet.", []string{"wish", "1 om man får läsa högt på nätet"}},
		{"answer", "Sv: Önskemål", "Ja, Koha och Trello.", []string{"wish", "1 Koha", "1 Trello"}},
		{"instead", "Önskemål", "Jag vill inte ha mer om Facebook, däremot om dataskydd.", []string{"wish", "1 dataskydd"}},
		{"wants me to", "Önskemål", "Föräldrar vill att jag ska förklara Snapchat. Vi behöver Koha.", []string{"wish", "1 Koha"}},
		{"others in passing", "Önskemål", "Vi har besökare som vill ha hjälp med BankID. Vi önskar oss Koha.", []string{"wish", "1 Koha"}},
		{"wish beside trouble", "Önskemål", "Jag gick kursen om MIK och kunde inte logga in. Vi skulle vilja ha något om Koha.", []string{"wish", "1 något om Koha"}},
		{"our", "Önskemål", "Överst på vår lista står Koha.", []string{"wish", "1 Koha"}},
		{"one cue leads on to another", "Önskemål", "I min roll som webbredaktör skulle jag må bra av att lära mig dataskydd.", []string{"wish", "1 dataskydd"}},
		{"some course on it", "Önskemål", "Vi pratar om Koha och skulle jubla om ni ordnade en kurs.", []string{"wish", "1 Koha"}},
		{"a question of another kind", "Önskemål", "Hur får man igång en podd om böcker? Vi behöver också Koha.", []string{"wish", "1 Hur får man igång en podd om böcker", "1 Koha"}},
		{"conditions for an offer", "Önskemål", "Om andra bibliotek vill veta hur vi gör är det bara att höra av sig. Vi önskar oss Koha.", []string{"wish+offer", "1 Koha", "+ hur vi gör"}},
		{"will come later", "Sv: Önskemål", "Vi återkommer med våra önskemål om Koha efter mötet.", []string{"other"}},
		{"away, without headers", "Sv: Önskemål", "Jag är på semester och läser inte min mejl. Kontakta Eva vid akuta frågor om Koha.", []string{"other"}},

		// Other languages.
		{"English", "Önskemål", "Hi! I would really like to learn more about Koha. Best, Tom", []string{"wish", "1 Koha"}},
		{"English order", "Wishes", "Most of all we need a guide to Libby. After that, something about Instagram.", []string{"wish", "1 a guide to Libby", "2 something about Instagram"}},
		{"English offer", "Önskemål", "I'd be happy to share our Scratch lesson plans.", []string{"offer", "+ our Scratch lesson plans"}},
		{"Danish", "Ønsker", "Hej, jeg kunne godt tænke mig noget om podcast om bøger. Hilsen Lars", []string{"wish", "1 noget om podcast om bøger"}},
		{"Norwegian", "Ønsker", "Hei! Vi trenger et kurs i Koha. Hilsen Kari", []string{"wish", "1 Koha"}},
		{"Norwegian also", "Ønsker", "Vi vil gjerne lære mer om makerspace og også hvordan man bruker Instagram", []string{"wish", "1 makerspace", "1 hvordan man bruker Instagram"}},

		// Offers.
		{"tell about", "Önskemål", "Jag kan gärna berätta om hur vi startade en kodeklubb.", []string{"offer", "+ hur vi startade en kodeklubb"}},
		{"that I can share", "Önskemål", "Har drivit ett makerspace i tre år, det kan jag dela med mig av om ni vill.", []string{"offer", "+ ett makerspace i tre år"}},
		{"in the sentence before", "Hjälp", "Vi har i fyra år lett bokcirklar på Discord. Det berättar vi gärna mer om!", []string{"offer", "+ bokcirklar på Discord"}},
		{"get in touch", "Önskemål", "Hör av er om ni vill ha våra mallar för Canva.", []string{"offer", "+ mallar för Canva"}},
		{"may have", "Önskemål", "Jag har skrivit en handbok om Koha, den får ni om ni vill.", []string{"offer", "+ en handbok om Koha"}},
		{"hold a course", "Önskemål", "Jag håller gärna en kurs om klarspråk.", []string{"offer", "+ en kurs om klarspråk"}},
		{"offer and wish", "Önskemål", "Vi bjuder på våra filmade bokprat. Själva skulle vi vilja lära oss mer om GDPR.", []string{"wish+offer", "1 GDPR", "+ filmade bokprat"}},
		{"offer, but wish", "Önskemål", "Jag kan bidra med Inkscape men vill själv lära mig Trello.", []string{"wish+offer", "1 Trello", "+ Inkscape"}},
		{"no wishes of my own", "Önskemål", "Jag kan lära ut Scratch. Några egna önskemål har jag inte.", []string{"offer", "+ Scratch"}},

		// Other.
		{"empty", "Önskemål", ".", []string{"other"}},
		{"nothing", "Önskemål", "", []string{"other"}},
		{"thanks", "Sv: Önskemål", "Tack för kursen om källkritik, den var jättebra!", []string{"other"}},
		{"login", "Önskemål", "Hej, jag har glömt mitt lösenord och kommer inte in. Kan ni hjälpa mig?", []string{"other"}},
		{"certificate", "Önskemål", "Jag gick kursen om upphovsrätt i tisdags men fick inget intyg. Var hittar jag det?", []string{"other"}},
		{"patron", "Önskemål", "Hej! Kan ni köpa in nästa del i serien om häxorna? Och ha längre öppet på lördagar.", []string{"other"}},
		{"patron's list", "Önskemål", "Jag är låntagare hos er och önskar:\n1. längre öppettider\n2. att ni köper in fler mangaserier", []string{"other"}},
		{"patron who wants to borrow", "Önskemål", "Kan ni lägga undan boken om ubåtar? Jag vill gärna låna den på fredag.", []string{"other"}},
		{"patron who renews", "Önskemål", "Hej, jag skulle vilja förnya böckerna jag har hemma och reservera dem som kommer i maj.", []string{"other"}},
		{"patrons to be registered", "Önskemål", "Vi vill veta hur man registrerar nya låntagare i Quria.", []string{"wish", "1 hur man registrerar nya låntagare i Quria"}},
		{"patrons to be shown", "Önskemål", "Vi behöver lära oss visa låntagare på biblioteket hur e-tidningar i PressReader laddas ner.", []string{"wish", "1 visa låntagare på biblioteket hur e-tidningar i PressReader laddas ner"}},
		{"patrons of other libraries", "Önskemål", "Vi vill ha koll på fjärrlån i Libris, när låntagare på andra bibliotek vill låna hem böckerna.", []string{"wish", "1 fjärrlån i Libris, när låntagare på andra bibliotek vill låna hem böckerna"}},
		{"patrons to be lured", "Önskemål", "Vi skulle vilja göra boktips på film så bra att folk vill låna böckerna direkt.", []string{"wish", "1 göra boktips på film så bra att folk vill låna böckerna direkt"}},
		{"patrons who renew", "Önskemål", "Vi behöver hjälpa besökare som ska förnya böckerna i appen Arena.", []string{"wish", "1 hjälpa besökare som ska förnya böckerna i appen Arena"}},
		{"purchases in a system", "Önskemål", "Vi önskar oss en kurs i inköp och beställningar i Mikromarc.", []string{"wish", "1 inköp och beställningar i Mikromarc"}},
		{"what follows a course", "Önskemål", "Jag önskar en uppföljning av kursen om GDPR.", []string{"wish", "1 en uppföljning av kursen om GDPR"}},
		{"newsletter", "Höstens webbinarier, har du önskemål?", "Läs mer på vår webb.\n1. Anmäl dig till GDPR för alla\n2. Boka en demo av systemet\nKlicka här för att avregistrera dig.", []string{"other"}},
		{"notification", "Nytt ärende: Önskemål", "Ett ärende har registrerats. Ärendenummer: 2020-11. Svara inte på detta meddelande.", []string{"other"}},
		{"complaint", "Önskemål", "Det är under all kritik att filmerna laddar så långsamt. Jag är mycket besviken.", []string{"other"}},
		{"chat", "Sv: Önskemål", "Vad roligt att ni svarade så fort! Vi hörs efter semestern.", []string{"other"}},
		{"certificate asked for", "Önskemål", "Hej, jag undrar om kursintyget? Jag har inte fått det.", []string{"other"}},
		{"next part of a course", "Önskemål", "Hej! När kommer nästa del av kursen om MIK?", []string{"other"}},
		{"error in a course", "Önskemål", "Jag upptäckte ett stavfel i kursen om källkritik, modul 3.", []string{"other"}},
		{"seller", "Önskemål", "Vi är ett företag som säljer RFID-lösningar. Får vi komma och visa vår produkt? Vi bjuder på fika.", []string{"other"}},
		{"reminder", "Önskemål", "Hej alla! Glöm inte att skicka in era önskemål senast på fredag.", []string{"other"}},
		{"loans", "Önskemål", "Undrar om ni har deckare som ljudbok? Skulle vilja låna dem till helgen.", []string{"other"}},
		{"leave to use", "Önskemål", "Hej, får jag använda era bilder i min presentation?", []string{"other"}},
		{"leaving a course", "Önskemål", "Jag skulle vilja avanmäla mig från kursen i Koha.", []string{"other"}},
		{"vacancy", "Önskemål", "Vi söker sommarvikarier som gillar GDPR! Ansök senast 1 maj.", []string{"other"}},
		{"name below", "Önskemål", "Kan du ringa mig? /Chefen", []string{"other"}},
		{"season's greetings", "Önskemål", "Vi önskar er alla en glad sommar!", []string{"other"}},
		{"content", "Önskemål", "Vi saknar inget särskilt just nu. Fortsätt så!", []string{"other"}},
		{"meeting", "Önskemål", "Vi har önskemål om att byta dag för vårt möte. Går torsdag bra?", []string{"other"}},
		{"holidays", "Önskemål om sommarledighet", "Senast fredag vill jag veta:\n1. vilka veckor du vill vara ledig\n2. om du kan jobba i chatten", []string{"other"}},
		{"roster", "Önskemål om schema", "Lägg in era pass i Teams så behöver ni inte mejla.", []string{"other"}},
		{"holidays are over", "Önskemål", "Semestern är slut och vi har tänkt. Mer om Wikipedia, tack.", []string{"wish", "1 Mer om Wikipedia"}},
		{"writer for hire", "Önskemål om författarbesök", "Jag är författare till tre romaner och berättar gärna om min senaste bok på Zoom. Arvode enligt taxa.", []string{"other"}},
		{"visits by writers", "Önskemål", "Vi ordnar författarbesök och undrar hur man strömmar dem via Zoom.", []string{"wish", "1 hur man strömmar dem via Zoom"}},
		{"minutes", "Önskemål", "Minnesanteckningar från APT:\n1. Canva-licensen\n2. Ny kopiator", []string{"other"}},
		{"agreed at a meeting of the staff", "Önskemål", "På vårt APT landade vi i tre saker: Koha, GDPR och Canva.", []string{"wish", "1 Koha", "1 GDPR", "1 Canva"}},
		{"complaint in points", "Önskemål", "Webbinariet om upphovsrätt var en besvikelse:\n1. Frågor om Creative Commons viftades bort\n2. Bilden frös två gånger", []string{"other"}},
		{"complaint, then a wish", "Önskemål", "Inspelningen fungerade inte i går. Vi skulle behöva mer om upphovsrätt och Wikipedia.", []string{"wish", "1 upphovsrätt", "1 Wikipedia"}},
		{"bounce as text", "Önskemål", "Ditt meddelande kunde inte levereras till följande mottagare: eva@bib.example\n1. Koha\n2. GDPR", []string{"other"}},
		{"automatic answer as text", "Sv: Önskemål", "Detta är ett automatiskt svar. Jag är tillbaka i augusti. Frågor om Libris besvaras av Lisa.", []string{"other"}},
		{"receipt", "Sv: Önskemål", "Tack för ert mejl, vi har tagit emot era önskemål om Koha och återkommer inom kort.", []string{"other"}},
		{"is a course left", "Önskemål", "Är kursen om GDPR kvar? Jag får bara upp en tom sida, och behöver man göra om den?", []string{"other"}},
		{"certificate for the boss", "Önskemål", "När kommer kursintyget? Min chef vill ha intyget på fredag.", []string{"other"}},
		{"change of address", "Önskemål", "Jag vill att ni slutar skicka nyhetsbrev till min privata adress.", []string{"other"}},
		{"another date", "Önskemål", "Jag önskar byta dag för webbinariet om Koha.", []string{"other"}},
		{"patron who asks for books", "Önskemål", "Jag skulle önska att ni skaffade fler ljudböcker på arabiska.", []string{"other"}},
		{"no wishes, and praise", "Önskemål", "Inga önskemål, ni förtjänar en eloge! Den om Koha var bäst.", []string{"other"}},
		{"questionnaire", "Önskemål", "Vi skriver om makerspace. Kan ni svara på en enkät?", []string{"other"}},
		{"login of visitors", "Önskemål", "Vi vill kunna hjälpa besökare att logga in med BankID.", []string{"wish", "1 hjälpa besökare att logga in med BankID"}},
		{"old mails", "Önskemål", "Jag önskar en kurs i hur man sorterar gamla mejl.", []string{"wish", "1 hur man sorterar gamla mejl"}},
		{"how long data are kept", "Önskemål", "Vi vill veta hur länge uppgifter ligger kvar i Koha.", []string{"wish", "1 hur länge uppgifter ligger kvar i Koha"}},
		{"how to send wishes", "Önskemål", "Är det för sent att önska? Och ska man skicka ett mejl per person?", []string{"other"}},
		{"wrong place", "Önskemål", "Hej, jag vill ha en ny kontorsstol. Är det er jag ska fråga?", []string{"other"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := brief(Default().Read(tt.subject, mail(tt.mail)))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.mail, diff)
			}
		})
	}
}

func TestReadKeepsAuthors(t *testing.T) {
	r := Default().Read("VB: Önskemål", []Passage{
		{Text: "Själv vill jag gärna lära mig Trello."},
		{Text: "Koha", List: 1, Rank: 1, By: "ulla@biblioteket.example"},
		{Text: "Podd om böcker", List: 1, Rank: 2, By: "ulla@biblioteket.example"},
	})
	got := brief(r)
	for i, w := range r.Wishes {
		got[i+1] += " " + w.By
	}
	want := []string{"wish", "1 Trello ", "1 Koha ulla@biblioteket.example", "2 Podd om böcker ulla@biblioteket.example"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What the sender says of her colleague, whose list she passes on, is no wish.
func TestReadCoverNote(t *testing.T) {
	got := brief(Default().Read("VB: Önskemål", []Passage{
		{Text: "Ulla bad mig skicka vidare, hon förstår sig inte på Outlook och vågar inte mejla själv."},
		{Text: "Koha", List: 1, Rank: 1, By: "ulla@biblioteket.example"},
	}))
	if diff := cmp.Diff([]string{"wish", "1 Koha"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadPaste(t *testing.T) {
	const openSource, reading = 7, 4
	for _, tt := range []struct {
		name   string
		topics []int  // of the published list
		marked int    // which of them gets the mark, counted from 0
		mark   string // what the writer adds to it
		want   []string
	}{
		{"all", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, 0, "", []string{"other"}},
		{"all but one", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 0, "", []string{"other"}},
		{"one marked", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, openSource, " JA TACK", []string{"wish", "1 Open source på bibliotek JA TACK"}},
		{"some", []int{reading, openSource}, 0, "", []string{"wish", "1 " + publishedList[reading], "1 Open source på bibliotek"}},
		{"refused", []int{reading, openSource}, 0, " --> kan vi", []string{"wish", "1 Open source på bibliotek"}},
		{"refused in a full paste", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, openSource, " - nej tack", []string{"other"}},
		{"in an order of one's own", []int{openSource, reading}, 0, "", []string{"wish", "1 Open source på bibliotek", "2 " + publishedList[reading]}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var passages []Passage
			for i, topic := range tt.topics {
				p := Passage{Text: publishedList[topic], List: 1, Rank: i + 1}
				if i == tt.marked {
					p.Text += tt.mark
				}
				passages = append(passages, p)
			}
			if diff := cmp.Diff(tt.want, brief(Default().Read("Önskemål", passages))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A mail of very many sentences on one thing is not one wish that grows with
// each of them.
func TestReadBoundsBareWishes(t *testing.T) {
	text := strings.Repeat("Koha och Libris. ", 500)
	for _, w := range Default().Read("Önskemål", []Passage{{Text: text}}).Wishes {
		if len(w.Text) > bareBytes {
			t.Fatalf("a wish has %d bytes", len(w.Text))
		}
	}
}

// FuzzRead checks that whatever is read are words of the mail, in valid
// UTF-8, with a rank.
func FuzzRead(f *testing.F) {
	f.Add("Önskemål", "Vi vill lära oss Koha, Trello och Excel, men inte GDPR.", "Det kan jag dela med mig av")
	f.Add("Önskemål: Koha", "", "inget om AI, tack")
	f.Add("Önskemål", "Har någon gjort en podd om källkritik? Det vill jag veta allt om!", "Jag har lett bokcirklar")
	f.Add("Önskemål", "Våra önskemål: inget mer om GDPR", "Önskan: Teams kan vi redan")
	f.Add("Önskemål", "är vi är gärna tre som så vore vi gärna glad med", "")
	f.Add("", "\xff, och så :-) t.ex", "- ~ ...")
	f.Fuzz(func(t *testing.T, subject, paragraph, item string) {
		r := Default().Read(subject, []Passage{{Text: paragraph}, {Text: item, List: 1, Rank: 1}})
		source := []string{subject, paragraph, item}
		for _, w := range r.Wishes {
			if w.Rank < 1 {
				t.Errorf("%q has rank %d", w.Text, w.Rank)
			}
			checkWords(t, source, w.Text)
		}
		for _, o := range r.Offers {
			checkWords(t, source, o.Text)
		}
	})
}

func checkWords(t *testing.T, source []string, text string) {
	t.Helper()
	if text == "" || !slices.ContainsFunc(source, func(s string) bool { return strings.Contains(s, text) }) {
		t.Errorf("%q is not in the mail", text)
	}
	if utf8.ValidString(strings.Join(source, " ")) && !utf8.ValidString(text) {
		t.Errorf("%q is not valid UTF-8", text)
	}
}
