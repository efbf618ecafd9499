package mailparse

import (
	"strings"
	"testing"
)

// Mails as people and their programs write them, whole, with what their
// writers meant: the items as "list.rank text | detail". A body that begins
// with "<" is HTML.
func TestWrittenLists(t *testing.T) {
	right := 0
	for _, m := range writtenLists {
		lines := textLines(m.body, flow{})
		if strings.HasPrefix(m.body, "<") {
			lines = linesOfHTML(m.body)
		}
		_, passages := split(lines, &Message{From: "karin.holm@sundet.example", FromName: "Karin Holm", Subject: m.subject})
		var items []Passage
		for _, p := range passages {
			if p.List > 0 {
				items = append(items, p)
			}
		}
		if got, want := strings.TrimSpace(shape(items)), strings.TrimSpace(m.want); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", m.name, got, want)
			continue
		}
		right++
	}
	t.Logf("%d of %d", right, len(writtenLists))
}

const word = `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>`

var writtenLists = []struct{ name, subject, body, want string }{
	{"Word numbers", "Önskemål", `<div class=WordSection1><p class=MsoNormal>Hej!</p><p class=MsoNormal>Här är vår lista efter mötet i tisdags.</p>` +
		word + `1.<span>&nbsp;&nbsp; </span></span><![endif]>Söka bättre i Libris</p>` +
		word + `2.<span>&nbsp;&nbsp; </span></span><![endif]>Filma bokprat med mobilen</p>` +
		word + `3.<span>&nbsp;&nbsp; </span></span><![endif]>Mastodon</p><p class=MsoNormal>Med vänlig hälsning</p><p class=MsoNormal>Karin Holm</p><p class=MsoNormal>Tel 0123-456 78</p></div>`,
		"1.1 Söka bättre i Libris\n1.2 Filma bokprat med mobilen\n1.3 Mastodon"},
	{"Word bullets with sub-points", "Önskemål", `<div class=WordSection1>` +
		word + `<span style='font-family:Symbol'>·</span></span><![endif]>Mikromarc</p>` +
		`<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>statistik</p>` +
		`<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>inköp</p>` +
		word + `<span style='font-family:Symbol'>·</span></span><![endif]>Surfplattor för seniorer</p></div>`,
		"1.1 Mikromarc | statistik | inköp\n1.2 Surfplattor för seniorer"},
	{"OWA", "Önskemål", `<div class="elementToProof">Hej, tre saker:</div><ol start="1" data-editing-info="{}"><li><div role="presentation" class="elementToProof">Hantera hot i sociala medier</div></li><li><div role="presentation">Bygga en webbutställning</div></li><li><div role="presentation">Grunder i Python</div></li></ol><div>Hälsningar</div><div>Karin</div>`,
		"1.1 Hantera hot i sociala medier\n1.2 Bygga en webbutställning\n1.3 Grunder i Python"},
	{"OWA, plain", "Önskemål", "Hej\n\n  1.\nHantera hot i sociala medier\n  2.\nBygga en webbutställning\n\nHälsningar\nKarin",
		"1.1 Hantera hot i sociala medier\n1.2 Bygga en webbutställning"},
	{"Gmail, two lists", "Önskemål och annat", `<div dir="ltr"><div>Hej!</div><div><br></div><div>Önskas:</div><div><ul><li>Appar på andra språk</li><li>Kamishibai på skärm</li></ul><div>Kan visa andra:</div></div><div><ul><li>Vår lösning för digitala skyltar</li></ul></div></div>`,
		"1.1 Appar på andra språk\n1.2 Kamishibai på skärm\n2.1 Vår lösning för digitala skyltar"},
	{"GroupWise, letters", "Önskemål", "God morgon!\nBokbussens lista:\nA. Navigera i Lantmäteriets kartor\nB. Ta betalt med Swish\nC. Mobilt bredband när täckningen sviker\n\nKarin Holm\nBokbussen Sundet\n\n\n>>> Digiteket <kontakt@digiteket.se> 2020-04-16 08:12 >>>\nHej!\n1. Vad vill ni lära er?\n2. Vad kan ni?",
		"1.1 Navigera i Lantmäteriets kartor\n1.2 Ta betalt med Swish\n1.3 Mobilt bredband när täckningen sviker"},
	{"phone, no capitals", "önskemål", "hejsan. vi har pratat i fikarummet å kommit fram till\n1 qr-koder i hyllorna\n2 3d-modeller\n3 ljudbok på burk\nskickat från min iphone",
		"1.1 qr-koder i hyllorna\n1.2 3d-modeller\n1.3 ljudbok på burk"},
	{"phone, one line", "Önskemål", "Hej! 1) e-legitimation för nyanlända 2) digitala pennor 3) padlet. Tack på förhand! Karin",
		"1.1 e-legitimation för nyanlända\n1.2 digitala pennor\n1.3 padlet"},
	{"out of order", "Önskemål", "Hej,\n\nPrio 2: Podcast från grunden\nPrio 3: Windows 11\nPrio 1: Personuppgifter i lånesystemet\n\nmvh Karin",
		"1.2 Podcast från grunden\n1.3 Windows 11\n1.1 Personuppgifter i lånesystemet"},
	{"numbers against position", "Önskemål", "Vi numrerar efter hur viktigt det är:\n3. Virtuell verklighet\n1. Talböcker i mobilen\n2. Smarta klassrum",
		"1.3 Virtuell verklighet\n1.1 Talböcker i mobilen\n1.2 Smarta klassrum"},
	{"countdown in words", "Önskemål", "Hej!\n\nTredje plats: Excel på riktigt\nAndra plats: Discord\nFörsta plats: Vad som gäller vid direktsändning\n\nKarin",
		"1.3 Excel på riktigt\n1.2 Discord\n1.1 Vad som gäller vid direktsändning"},
	{"ties below", "Önskemål", "1. Bildbanker\n2. Syntolkning\n3. Wikidata\n\nTvåan och trean är lika viktiga för oss.\n\nKarin Holm",
		"1.1 Bildbanker\n1.2 Syntolkning\n1.2 Wikidata"},
	{"ties by number", "Önskemål", "1. Bildbanker\n2. Syntolkning\n2. Wikidata\n3. Outlook",
		"1.1 Bildbanker\n1.2 Syntolkning\n1.2 Wikidata\n1.3 Outlook"},
	{"reversed", "Önskemål", "Räknar nerifrån, det viktigaste sist:\n- Outlook\n- Syntolkning\n- Bildbanker",
		"1.3 Outlook\n1.2 Syntolkning\n1.1 Bildbanker"},
	{"no order", "Önskemål", "Vi lyckades inte enas om någon ordning, så ta dem som de kommer. Utan inbördes ordning alltså:\n\n* Outlook\n* Syntolkning\n* Bildbanker",
		"1.1 Outlook\n1.1 Syntolkning\n1.1 Bildbanker"},
	{"explanations", "Önskemål", "Hej!\n\n1. Sociala medier utan Facebook\nVi lämnar Facebook vid årsskiftet och vet inte vart vi ska ta vägen.\n\n2. E-arkiv\nAllt ligger på en hårddisk i Bertils skåp.\n\n3. Samarbetsytor\nVi är fyra filialer som aldrig ses.\n\nVänliga hälsningar\nKarin",
		"1.1 Sociala medier utan Facebook | Vi lämnar Facebook vid årsskiftet och vet inte vart vi ska ta vägen.\n1.2 E-arkiv | Allt ligger på en hårddisk i Bertils skåp.\n1.3 Samarbetsytor | Vi är fyra filialer som aldrig ses."},
	{"opening hours below", "Önskemål", "Hej\n\n- Släktforskning på nätet\n- Ljudböcker\n\nKarin Holm\nSundets bibliotek\nÖppettider:\nMån-tors 10-19\nFre 10-17\nLör 11-14",
		"1.1 Släktforskning på nätet\n1.2 Ljudböcker"},
	{"opening hours above", "Önskemål", "Hej! Ni når mig enklast när vi har öppet:\nTisdag 12-18\nTorsdag 10-16\n\nDet jag vill lära mig:\nSläktforskning på nätet\nLjudböcker\n\nKarin",
		"1.1 Släktforskning på nätet\n1.2 Ljudböcker"},
	{"signature as bullets", "Önskemål", "- Släktforskning på nätet\n- Ljudböcker\n\nMed vänlig hälsning\n\nKarin Holm\n* Bibliotekarie\n* Tel: 0123-456 78\n* www.sundet.example",
		"1.1 Släktforskning på nätet\n1.2 Ljudböcker"},
	{"answers labelled", "SV: Önskemål", "Se mina svar nedan.\n\n________________________________\nFrån: Digiteket <kontakt@digiteket.se>\nSkickat: den 4 maj 2020 09:00\nTill: Karin Holm\nÄmne: Önskemål\n\nHej Karin!\nVad vill ni ha hjälp med?\nSVAR: 1) Bildbanker 2) Syntolkning\nKan ni hjälpa andra?\nSVAR: Nej.\n",
		"1.1 Bildbanker\n1.2 Syntolkning"},
	{"answers between quoted lines", "Re: Önskemål", "Den 2020-05-04 kl. 09:00, skrev Digiteket:\n> Vad vill ni ha hjälp med?\n1. Bildbanker\n2. Syntolkning\n> Kan ni hjälpa andra?\nTyvärr inte.\n",
		"1.1 Bildbanker\n1.2 Syntolkning"},
	{"forwarded from two", "VB: Önskemål", "Hej, två svar till er.\n\nFrån: Lena By <lena@norr.example>\nSkickat: den 4 maj 2020 10:00\nTill: Karin Holm\nÄmne: SV: Önskemål?\n\nHej Karin!\n1. Canva\n2. Koha\n/Lena\n\nFrån: Olle Sten <olle@soder.example>\nSkickat: den 5 maj 2020 11:00\nTill: Karin Holm <karin.holm@sundet.example>\nÄmne: SV: Önskemål?\n\n1. Trello\n2. Kahoot\nOlle",
		"<lena@norr.example> 1.1 Canva\n<lena@norr.example> 1.2 Koha\n<olle@soder.example> 2.1 Trello\n<olle@soder.example> 2.2 Kahoot"},
	{"forwarded with the sender's question below", "VB: Önskemål", "Från: Lena By <lena@norr.example>\nSkickat: den 4 maj 2020 10:00\nTill: Karin Holm\nÄmne: SV: Önskemål?\n\n1. Canva\n2. Koha\n\nFrån: Karin Holm <karin.holm@sundet.example>\nSkickat: den 3 maj 2020 11:00\nTill: Lena By; Olle Sten\nÄmne: Önskemål?\n\nVad vill ni ha? Till exempel:\n- Makerspace\n- Juridik",
		"<lena@norr.example> 1.1 Canva\n<lena@norr.example> 1.2 Koha"},
	{"two people in one mail", "Önskemål", "Hej! Vi är två som svarar.\n\nKarin:\n1. Bildbanker\n2. Syntolkning\n\nOlle:\n1. Trello\n2. Kahoot\n3. Moodle",
		"1.1 Bildbanker\n1.2 Syntolkning\n2.1 Trello\n2.2 Kahoot\n2.3 Moodle"},
	{"ticked boxes", "Önskemål", "Kryssat i det vi vill ha:\n[x] Bildbanker\n[ ] Syntolkning\n[X] Trello\n[ ] Kahoot",
		"1.1 Bildbanker\n1.2 Trello"},
	{"boxes for bullets", "Önskemål", "Att göra-lista för er:\n☐ Bildbanker\n☐ Syntolkning",
		"1.1 Bildbanker\n1.2 Syntolkning"},
	{"no markers", "Önskemål", "Hej Digiteket!\n\nHär är vad vi skulle behöva fylla på med\n\nhur man läser av en mikrofilm digitalt\nkopiera kassettband till mp3\nredigera bilder utan Photoshop\n\nTack!\nKarin",
		"1.1 hur man läser av en mikrofilm digitalt\n1.2 kopiera kassettband till mp3\n1.3 redigera bilder utan Photoshop"},
	{"no markers, lead-in", "Önskemål", "Det vi mest behöver är:\n\nMikrofilm\n\nKassettband till mp3\n\nBildredigering\n\nVänliga hälsningar\nKarin Holm",
		"1.1 Mikrofilm\n1.2 Kassettband till mp3\n1.3 Bildredigering"},
	{"several a line", "Önskemål", "Vi vill ha 1. Mikrofilm 2. Kassettband\n3. Bildredigering 4. Drönare\nHälsningar Karin",
		"1.1 Mikrofilm\n1.2 Kassettband\n1.3 Bildredigering\n1.4 Drönare"},
	{"first hand", "Önskemål", "Hej! I första hand behöver vi hjälp med e-postetikett. I andra hand skulle vi vilja veta hur man skyddar en publik dator. Mvh Karin",
		"1.1 hjälp med e-postetikett\n1.2 hur man skyddar en publik dator"},
	{"above all", "Önskemål", "Vi vill gärna ha något om drönare men framför allt om publika datorer.",
		"1.2 något om drönare\n1.1 om publika datorer"},
	{"on my list", "Önskemål", "Överst på min lista står e-tidskrifter, därefter kommer fjärrlån i Libris och längst ner på min lista ligger emojier.",
		"1.1 e-tidskrifter\n1.2 fjärrlån i Libris\n1.3 emojier"},
	{"first, then, last", "Önskemål", "Hej!\nFörst vill vi lära oss Blender. Sen Audacity. Sist men inte minst: att våga.\n/Karin",
		"1.1 Blender\n1.2 Audacity\n1.3 att våga"},
	{"if time", "Önskemål", "Viktigast: Blender\nNäst viktigast: Audacity\nOm tid finns: Scratch",
		"1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"no capitals in words", "önskemål", "hej i första hand vill vi ha blender för alla. i andra hand audacity. hälsningar karin",
		"1.1 blender för alla\n1.2 audacity"},
	{"medals", "Önskemål", "Guld: Blender\nSilver: Audacity\nBrons: Scratch\n\nKram Karin",
		"1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"Danish", "Ønsker", "Kære alle\n\nFor det første vil vi gerne lære noget om ophavsret. For det andet ønsker vi os et kursus i Padlet.\n\nVenlig hilsen\nKarin",
		"1.1 noget om ophavsret\n1.2 et kursus i Padlet"},
	{"Danish list", "Ønsker", "Hej\n\nVores ønsker i prioriteret rækkefølge:\n1) Ophavsret\n2) Padlet\n3) Apps til børn\n\nDe bedste hilsner\nKarin Holm",
		"1.1 Ophavsret\n1.2 Padlet\n1.3 Apps til børn"},
	{"Norwegian", "Ønsker", "Hei!\n\nVi ønsker først og fremst opplæring i Koha, deretter noe om podkast og til slutt litt om memer.\n\nHilsen Karin",
		"1.1 opplæring i Koha\n1.2 noe om podkast\n1.3 litt om memer"},
	{"Norwegian, reversed", "Ønsker", "Viktigst sist:\n- memer\n- podkast\n- Koha\n\nMvh\nKarin",
		"1.3 memer\n1.2 podkast\n1.1 Koha"},
	{"English", "Wishes", "Hi,\n\nPriority 1: Zotero\nPriority 2: ORCID\nPriority 3: Overleaf\n\nKind regards\nKarin",
		"1.1 Zotero\n1.2 ORCID\n1.3 Overleaf"},
	{"English in words", "Wishes", "Dear Digiteket, above all we need training in Zotero. Secondly, we would like to know more about ORCID. Lastly, Overleaf.",
		"1.1 training in Zotero\n1.2 more about ORCID\n1.3 Overleaf"},
	{"English, no order", "Wishes", "In no particular order:\n* Zotero\n* ORCID",
		"1.1 Zotero\n1.1 ORCID"},
	{"Finland-Swedish", "Önskemål", "Hejssan!\n\nFrämst vill vi int ha nå mer teori utan praktiska saker:\na) skanna dia\nb) int tappa bort filer\nc) Suomi.fi för kunder\n\nMed hälsning från Nagu\nKarin",
		"1.1 skanna dia\n1.2 int tappa bort filer\n1.3 Suomi.fi för kunder"},
	{"Finnish", "Toiveet", "Hei!\n\nEnsisijaisesti toivomme koulutusta Kohasta, toissijaisesti Canvasta.\n\nTerveisin\nKarin",
		"1.1 koulutusta Kohasta\n1.2 Canvasta"},
	{"thumbs", "Önskemål", "👉 Blender\n👉 Audacity\n👉 Scratch",
		"1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"headings and points", "Önskemål", "Hög prioritet:\n- Blender\n- Audacity\nLåg prioritet:\n- Scratch\n\nKarin",
		"1.1 Blender\n1.1 Audacity\n1.2 Scratch"},
	{"interrupted", "Önskemål", "1. Blender\n2. Audacity\n\n(telefonen ringde, nu fortsätter jag)\n\n3. Scratch\n4. Krita",
		"1.1 Blender\n1.2 Audacity | (telefonen ringde, nu fortsätter jag)\n1.3 Scratch\n1.4 Krita"},
	{"wrapped by a program", "Önskemål", "Hej, det här har vi kommit fram till att vi skulle behöva på vårt bibliotek:\n\n1. Att kunna hjälpa besökare som har fått ny telefon och inte vet hur man\nflyttar över bilder\n2. En genomgång av vilka lagar som gäller när vi lägger ut bilder på barn\nfrån våra program\n\nKarin",
		"1.1 Att kunna hjälpa besökare som har fått ny telefon och inte vet hur man flyttar över bilder\n1.2 En genomgång av vilka lagar som gäller när vi lägger ut bilder på barn från våra program"},
	{"flowed bullets", "Önskemål", "  * Att kunna hjälpa besökare som har fått ny telefon och inte vet\n    hur man flyttar över bilder\n      o från Iphone\n      o från Android\n  * Lagar om bilder",
		"1.1 Att kunna hjälpa besökare som har fått ny telefon och inte vet hur man flyttar över bilder | från Iphone | från Android\n1.2 Lagar om bilder"},
	{"typed in divs", "Önskemål", `<div dir="ltr">Hej<div>1. Blender</div><div>2. Audacity</div><div><br></div><div>Karin</div></div>`,
		"1.1 Blender\n1.2 Audacity"},
	{"typed with br", "Önskemål", `<html><body>Hej<br><br>- Blender<br>- Audacity<br>- Scratch<br><br>Karin<br></body></html>`,
		"1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"table", "Önskemål", `<table><tr><td>1</td><td>Blender</td></tr><tr><td>2</td><td>Audacity</td></tr></table>`,
		"1.1 Blender\n1.2 Audacity"},
	{"list that starts anew in the markup", "Önskemål", `<ol><li>Blender</li></ol><p>Det är vårt absolut största behov.</p><ol start="2"><li>Audacity</li><li>Scratch</li></ol>`,
		"1.1 Blender | Det är vårt absolut största behov.\n1.2 Audacity\n1.3 Scratch"},
	{"an invoice", "Faktura", "Hej,\n\nfaktura för april:\n2 st bläckpatroner 399 kr\n1 st tangentbord 299 kr\n\nEkonomi", ""},
	{"a letter", "Önskemål", "Hej!\n\nVi är ett litet bibliotek med två anställda.\nVi har öppet tre dagar i veckan.\nVi skulle gärna lära oss mer om e-böcker.\n\nKarin", ""},
	{"arrows between", "Önskemål", "Min rangordning: Blender → Audacity → Scratch", "1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"stars in text", "Önskemål", "Det är *viktigt* att vi får lära oss om e-böcker, inte bara *ibland*.", ""},
	{"nested numbers", "Önskemål", "1. Makerspace\n  1.1 Lasercutter\n  1.2 Symaskin\n2. Poddar\n  2.1 Mikrofoner",
		"1.1 Makerspace | Lasercutter | Symaskin\n1.2 Poddar | Mikrofoner"},
	{"chatter after an inline list", "Önskemål", "Hej, kort svar: a) Blender, b) Audacity och c) Scratch. Det var nog allt från oss! Ha det fint. Karin",
		"1.1 Blender\n1.2 Audacity\n1.3 Scratch"},
	{"a question first", "Önskemål", "Får man önska fritt? Då vill jag ha:\n\n– Blender\n– Audacity, gärna med övningar\n– Scratch\n\nTack för allt ni gör!\nKarin",
		"1.1 Blender\n1.2 Audacity, gärna med övningar\n1.3 Scratch"},
	{"offers below", "Önskemål", "1. Blender\n2. Audacity\n\nDet här kan vi:\n1. Scratch\n2. Legorobotar", "1.1 Blender\n1.2 Audacity\n2.1 Scratch\n2.2 Legorobotar"},
}
