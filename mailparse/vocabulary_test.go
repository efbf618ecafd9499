package mailparse

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Every row of a table has a specimen here, and every specimen is read as
// what it is.
func TestVocabulary(t *testing.T) {
	check := func(name string, rows []string, specimens string, recognised func(specimen string) bool) {
		t.Helper()
		lines := strings.Split(strings.TrimSpace(specimens), "\n")
		for _, row := range rows {
			if row != fold(row) {
				t.Errorf("%s: %q is not folded", name, row)
			}
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(fold(l), row) }) {
				t.Errorf("%s: %q has no specimen", name, row)
			}
		}
		for _, l := range lines {
			if !recognised(l) {
				t.Errorf("%s: %q is not recognised", name, l)
			}
		}
	}
	check("headerNames", slices.Collect(maps.Keys(headerNames)), headerNamesSpecimens, func(s string) bool {
		_, value, ok := headerLine(s)
		return ok && value == "Anna Ek"
	})
	check("originalMarkers", originalMarkers, originalMarkersSpecimens, func(s string) bool { return separator(s) == headerBlock })
	check("forwardMarkers", forwardMarkers, forwardMarkersSpecimens, func(s string) bool { return separator(s) == forwardMark })
	check("attributionVerbs", attributionVerbs, attributionVerbsSpecimens, func(s string) bool {
		return boundaryAt([]line{{text: s}}, 0).kind == attribution
	})
	check("pronouns", pronouns, pronounsSpecimens, func(s string) bool {
		return boundaryAt([]line{{text: s}}, 0).kind == noBoundary
	})
	check("forwardWords", forwardWords, forwardWordsSpecimens, func(s string) bool { return containsAny(fold(s), forwardWords) })
	check("answerLabels", answerLabels, answerLabelsSpecimens, func(s string) bool {
		l, ok := (&splitter{m: &Message{}}).answer(line{text: s})
		return ok && l.text == "Koha"
	})
	check("colourWords", colourWords, colourWordsSpecimens, func(s string) bool { return containsAny(fold(s), colourWords) })
	check("closings", closings, closingsSpecimens, isClosing)
	check("goodbyeWords", goodbyeWords, goodbyeWordsSpecimens, isGoodbye)
	check("goodTimes", goodTimes, goodTimesSpecimens, isGoodbye)
	check("bareClosings", bareClosings, bareClosingsSpecimens, isClosing)
	check("mobileSignatures", mobileSignatures, mobileSignaturesSpecimens, isMobile)
	check("banners", banners, bannersSpecimens, func(s string) bool { return bannerLines([]line{{text: s}}) == 1 })
	check("bannerAdvice", bannerAdvice, bannerAdviceSpecimens, func(s string) bool {
		return bannerLines([]line{{text: "OBS! Extern avsändare"}, {text: s}}) == 2
	})
	check("disclaimers", disclaimers, disclaimersSpecimens, isDisclaimer)
	check("contactWords", contactWords, contactWordsSpecimens, isContact)
	check("postscripts", postscripts, postscriptsSpecimens, startsPostscript)
	check("unordered", nil, unorderedSpecimens, func(s string) bool { return orderOf(s) == unordered })
	check("reversed", nil, reversedSpecimens, func(s string) bool { return orderOf(s) == reversed })
	check("determiners", determiners, determinerSpecimens, func(s string) bool { return leadingLabel(s).colon })
	check("levels", slices.Collect(maps.Keys(levels)), levelSpecimens, func(s string) bool {
		m, words := placeBehind(s)
		return m.style == markPriority && words == "Koha"
	})
	for _, phrase := range placePhrases {
		if !slices.ContainsFunc(strings.Split(fold(ordinalsSpecimens), "\n"), func(l string) bool { return phraseIn(phrase.words, l) }) {
			t.Errorf("placePhrases: %q has no specimen", phrase.words)
		}
	}
	check("words of order", orderVocabulary(), unorderedSpecimens+reversedSpecimens+inOrderSpecimens, func(string) bool { return true })
	check("lesserWords", lesserWords, lesserSpecimens, leadsOn)
	check("othersWords", othersWords, othersSpecimens, func(s string) bool { return !leadsOn(s) })
	check("askingVerbs", askingVerbs, askingSpecimens, asking)
	check("courtesies", courtesies, courtesySpecimens, courteous)
	check("shortWords", slices.Concat(shortWords, conditionWords), conditionSpecimens, func(s string) bool {
		o := leadingLabel(s)
		return o.colon && o.rank == rankLast && s[o.end:] == " Koha"
	})
	check("inOrder", nil, inOrderSpecimens, func(s string) bool { return orderOf(s) == inOrder })
	check("sharedPlace", sharedPlace, sharedPlaceSpecimens, func(s string) bool { return containsAny(fold(s), sharedPlace) })
	check("clauseWords", clauseWords, clauseWordsSpecimens, func(s string) bool { return chunk{text: s}.pointKind() != noPoint })
	check("weekdays", weekdays, weekdaysSpecimens, isHours)
	check("hoursWords", hoursWords, hoursWordsSpecimens, isHours)
	check("quantityWords", quantityWords, quantityWordsSpecimens, isAmount)
	check("letterWords", letterWords, letterWordsSpecimens, func(s string) bool { return chunk{text: s}.pointKind() != point })
	var words []string
	for _, o := range ordinals {
		words = append(words, o.words)
	}
	check("ordinals", words, ordinalsSpecimens, func(s string) bool {
		label := s[:strings.LastIndexByte(s, ':')]
		found := ordinalsIn(s, 0)
		return len(found) == 1 && found[0].start == 0 && found[0].end == len(label)+1
	})
}

// phraseIn reports a specimen of one of placePhrases.
func phraseIn(phrase, specimen string) bool {
	for _, p := range places {
		for sign, words := range map[string][]string{"%": p.ordinals, "#": p.cardinals, "@": p.nouns} {
			for _, w := range words {
				if strings.Contains(phrase, sign) && strings.Contains(" "+specimen, " "+strings.Replace(phrase, sign, w, 1)+": ") {
					return true
				}
			}
		}
	}
	return false
}

const determinerSpecimens = `
Min etta: Koha
Mitt första val: Koha
Vår tvåa: Koha
Vårt första önskemål: Koha
Den första: Koha
Det viktigaste: Koha
Som nummer ett: Koha
Allra viktigast: Koha
Absolut viktigast: Koha
Mit største ønske: Koha
Vores største ønske: Koha
My first choice: Koha
Our second choice: Koha
The third: Koha
`

const levelSpecimens = `
Koha (hög prio)
Koha (mellan)
Koha, medel
Koha – medium
Koha (låg)
Koha (høy prioritet)
Koha (høj prioritet)
Koha (middels)
Koha (lav)
Koha (high)
Koha [low]
`

// orderVocabulary returns the words of orderSayings, stems without their star.
func orderVocabulary() []string {
	var words []string
	for _, s := range orderSayings {
		for _, w := range slices.Concat(s.steps...) {
			if w != "." {
				words = append(words, strings.TrimSuffix(w, "*"))
			}
		}
	}
	return words
}

const lesserSpecimens = `
Kul att ha:
Kul om vi får:
Bra att ha:
Roligt om vi får:
Det vore kul med:
Det här också:
Och även:
Dessutom:
Utöver det:
Övrigt:
Övriga saker:
Fler saker:
Några fler önskemål:
Ytterligare önskningar:
Bonus:
Extra:
Om tid finns:
Om det finns tid:
Om ni hinner:
I mån av tid:
Mindre viktiga:
Inte lika bråttom:
Lägre prio:
Sådant som kan vänta:
På sikt:
Till sist:
Sedan:
Därefter:
I andra hand:
Önskvärt:
Fortsättning:
Gjerne også:
Gerne også:
Hvis tid:
I tillegg:
Desuden:
Mindre vigtigt:
Nice to have:
Also:
If time allows:
Less important:
Later:
`

const othersSpecimens = `
Kollegan vill också ha:
Barnavdelningen vill också ha:
Filialen vill också ha:
Och hennes övriga:
Och deras övriga:
Vi erbjuder också:
Vi kan också dela med oss av:
Vi kan också bidra med:
My colleague also wants:
`

const askingSpecimens = `
vi vill ha Koha
vi skulle vilja ha Koha
vi sku ta Koha
vi önskar oss Koha
Koha önskas
vi behöver Koha
Koha behövs
Koha vore bra
vi saknar Koha
vi efterlyser Koha
Koha efterfrågas
vi ønsker Koha
vi vil ha Koha
vi trenger Koha
vi mangler Koha
we want Koha
we would take Koha
we need Koha
we like Koha
toivomme Kohaa
haluaisimme Kohaa
`

const courtesySpecimens = `
vill jag tacka för kursen
vill jag säga att det var bra
vill jag berätta vilka vi är
vill jag presentera mig
vill jag hälsa från alla
vill jag påpeka en sak
vill jag nämna att vi flyttar
vill jag passa på att fråga
vil jeg takke for kurset
vil jeg si takk for kurset
vil jeg sige det
vil jeg si det
I would like to thank you
I would like to say hello
`

const conditionSpecimens = `
Om det finns tid över: Koha
Ifall det finns plats kvar: Koha
Skulle det finnas utrymme: Koha
Om det även blir rum till det: Koha
Om pengar finns: Koha
Om ni hinner: Koha
Bara om tid finns: Koha
Om ni också orkar det: Koha
Skulle det bli plats: Koha
Om det är så att tiden finns: Koha
Hvis det er plads: Koha
Dersom det blir plass: Koha
If there is time: Koha
Om tid ges: Koha
`

const headerNamesSpecimens = `
Von: Anna Ek
Gesendet: Anna Ek
An: Anna Ek
Betreff: Anna Ek
De: Anna Ek
Envoyé: Anna Ek
À: Anna Ek
Objet: Anna Ek
Enviado: Anna Ek
Fecha: Anna Ek
Para: Anna Ek
Asunto: Anna Ek
Assunto: Anna Ek
Data: Anna Ek
Da: Anna Ek
Inviato: Anna Ek
A: Anna Ek
Oggetto: Anna Ek
Risposta: Anna Ek
Van: Anna Ek
Verzonden: Anna Ek
Aan: Anna Ek
Onderwerp: Anna Ek
Od: Anna Ek
Wysłano: Anna Ek
Do: Anna Ek
Temat: Anna Ek
Från: Anna Ek
Fra: Anna Ek
Lähettäjä: Anna Ek
From: Anna Ek
Skickat: Anna Ek
Datum: Anna Ek
Sendt: Anna Ek
Dato: Anna Ek
Lähetetty: Anna Ek
Päivämäärä: Anna Ek
Päiväys: Anna Ek
Sent: Anna Ek
Date: Anna Ek
Till: Anna Ek
Til: Anna Ek
Vastaanottaja: Anna Ek
To: Anna Ek
Kopia: Anna Ek
Kopi: Anna Ek
Kopio: Anna Ek
Cc: Anna Ek
Hemlig kopia: Anna Ek
Bcc: Anna Ek
Ämne: Anna Ek
Ärende: Anna Ek
Emne: Anna Ek
Aihe: Anna Ek
Subject: Anna Ek
Svara till: Anna Ek
Svar til: Anna Ek
Reply-to: Anna Ek
Eftersänt från: Anna Ek
Prioritet: Anna Ek
Importance: Anna Ek
Bifogade filer: Anna Ek
Attachments: Anna Ek
Organisation: Anna Ek
Organization: Anna Ek
`

const originalMarkersSpecimens = `
-----Ursprüngliche Nachricht-----
----- Message d'origine -----
-------- Message original --------
-----Mensaje original-----
-----Messaggio originale-----
-----Mensagem original-----
-----Oorspronkelijk bericht-----
-----Wiadomość oryginalna-----
-----Ursprungligt meddelande-----
-----Originalmeddelande-----
-----Ursprungligt mejl-----
-----Opprinnelig melding-----
-----Oprindelig meddelelse-----
-----Original besked-----
-----Original meddelelse-----
-----Alkuperäinen viesti-----
-----Original message-----
-----Reply message-----
-----Original appointment-----
`

const forwardMarkersSpecimens = `
---------- Vidarebefordrat meddelande ---------
---------- Vidarebefordrat mejl ---------
---------- Vidarebefordrat brev ---------
---------- Vidarebefordrat e-postmeddelande ---------
---------- Början på vidarebefordrat brev ---------
---------- Början på vidarebefordrat mejl ---------
---------- Videresendt melding ---------
---------- Videresendt meddelelse ---------
---------- Videresendt e-post ---------
---------- Videresendt besked ---------
---------- Start på videresendt besked ---------
---------- Start på videresendt melding ---------
---------- Begynnelse på videresendt melding ---------
---------- Videresendt mail ---------
---------- Välitetty viesti ---------
---------- Edelleenlähetetty viesti ---------
---------- Välitetty viesti alkaa ---------
---------- Forwarded message ---------
---------- Begin forwarded message ---------
`

const attributionVerbsSpecimens = `
30 серп. 2016 р. 20:45 "Олена" <olena@bibl.example> пише:
Op 2 feb. 2015 om 05:28 heeft Joost <joost@bieb.example> het volgende geschreven:
Den 2023-11-14 kl. 16:50, skrev Bo Ek:
Bo Ek <bo@ek.example> kirjoitti 28/10/2021 12.46:
On 14 Aug 2023, at 11:07, Bo Ek wrote:
Bo Ek <bo@ek.example> writes:
2023-11-14 16:50 Bo Ek <bo@ek.example> schrieb:
2023-11-14 16:50 Bo Ek <bo@ek.example> schreef:
2023-11-14 16:50 Bo Ek <bo@ek.example> a écrit:
2023-11-14 16:50 Bo Ek <bo@ek.example> escribió:
2023-11-14 16:50 Bo Ek <bo@ek.example> escreveu:
2023-11-14 16:50 Bo Ek <bo@ek.example> ha scritto:
2023-11-14 16:50 Bo Ek <bo@ek.example> napisał:
2023-11-14 16:50 Bo Ek <bo@ek.example> napisała:
2023-11-14 16:50 Bo Ek <bo@ek.example> написал:
2023-11-14 16:50 Bo Ek <bo@ek.example> написала:
2023-11-14 16:50 Bo Ek <bo@ek.example> пишет:
`

const pronounsSpecimens = `
Den 5 maj 2020 skrev jag till kommunen:
Den 5 maj 2020 skrev vi till kommunen:
Den 5 maj 2020 skrev du till kommunen:
Den 5 maj 2020 skrev ni till kommunen:
Den 5 maj 2020 skrev han till kommunen:
Den 5 maj 2020 skrev hon till kommunen:
Den 5 maj 2020 skrev hen till kommunen:
Den 5 maj 2020 skrev de till kommunen:
Den 5 maj 2020 skrev dom till kommunen:
Den 5 maj 2020 skrev man till kommunen:
Den 5 maj 2020 skrev det till kommunen:
Den 5 maj 2020 skrev jeg till kommunen:
Den 5 maj 2020 skrev dere till kommunen:
Den 5 maj 2020 skrev hun till kommunen:
Den 5 maj 2020 skrev i till kommunen:
12.5.2020 kirjoitti minä:
On 5 May 2020 wrote me:
On 5 May 2020 wrote we:
On 5 May 2020 wrote you:
On 5 May 2020 wrote he:
On 5 May 2020 wrote she:
On 5 May 2020 wrote they:
`

const forwardWordsSpecimens = `
Hej! Vidarebefordra från Bo.
Hej! Skickar vidare från Bo.
Hej! Sänder vidare från Bo.
Hej! Se nedan från Bo.
Hej! Nedanstående från Bo.
Hej! Här under från Bo.
Hej! Här nedanför från Bo.
Hej! Mejlet nedan från Bo.
Hej! Listan nedan från Bo.
Hej! Videresend från Bo.
Hej! Sender videre från Bo.
Hej! Se nedenfor från Bo.
Hej! Se under från Bo.
Hej! Välitän från Bo.
Hej! Alla oleva från Bo.
Hej! Forwarding från Bo.
Hej! Passing on från Bo.
Hej! See below från Bo.
Hej! Below is från Bo.
`

const closingsSpecimens = `
Med vänlig hälsning Anna
Med vänliga hälsningar Anna
Med vänligahälsningar Anna
Med bästa hälsning Anna
Med bästa hälsningar Anna
Med varm hälsning Anna
Med varma hälsningar Anna
Med hälsning Anna
Med hälsningar Anna
Med utmärkt högaktning Anna
Högaktningsfullt Anna
Vänlig hälsning Anna
Vänliga hälsningar Anna
Bästa hälsningar Anna
Varma hälsningar Anna
Soliga hälsningar Anna
Hjärtliga hälsningar Anna
Många hälsningar Anna
Glada hälsningar Anna
Hälsning Anna
Hälsningar Anna
Hälsar Anna
Hälsn Anna
Med vänlig hälsn Anna
Vänl hälsn Anna
Mvh Anna
M.v.h Anna
M v h Anna
Vh Anna
Bh Anna
V.h Anna
Med vennlig hilsen Anna
Med venlig hilsen Anna
Vennlig hilsen Anna
Venlig hilsen Anna
Vennligst hilsen Anna
Beste hilsen Anna
Bedste hilsner Anna
Mange hilsner Anna
De bedste hilsner Anna
Hilsen Anna
Hilsner Anna
Dbh Anna
Kh Anna
Kærlig hilsen Anna
Ystävällisin terveisin Anna
Parhain terveisin Anna
Terveisin Anna
Terveiset Anna
Best regards Anna
Kind regards Anna
Warm regards Anna
Regards Anna
Best wishes Anna
All the best Anna
Sincerely Anna
Yours sincerely Anna
Cheers Anna
Br Anna
`

const bareClosingsSpecimens = `
Vänligen!
Tack!
Tack på förhand!
Tack för ordet!
Tack och hej!
Tack så mycket!
Tackar!
På förhand tack!
Ha det!
Ha det bra!
Ha det gott!
Ha det så gott!
Ha det fint!
Hej så länge!
Hejdå!
Hej då!
Hörs!
Vi hörs!
Allt gott!
Kram!
Kramar!
Puss!
Puss och kram!
Peace!
Bästa!
Ha det godt!
Tak!
Tusen takk!
Takk!
På forhånd tak!
Mange tak!
Takk på forhånd!
Kiitos!
Kiitos etukäteen!
Thanks!
Thank you!
Many thanks!
Thanks in advance!
Best!
Love!
`

const mobileSignaturesSpecimens = `
Von meinem iPhone gesendet
Diese Nachricht wurde von meinem Android-Gerät gesendet.
Gesendet von Outlook für Android
Gesendet mit der GMX Mail App
Envoyé depuis mon téléphone
Envoyé de mon iPad
Verzonden met Outlook voor iOS
Verzonden vanaf mijn telefoon
Enviado desde mi iPhone
Inviato da Posta per Windows
從我的 iPhone 傳送
ᐧ
Skickat från min telefon
Skickat från outlook för iOS
Skickat från yahoo för iOS
Skickat från E-post för Windows
Skickat från mobilen för iOS
Skickat från en surfplatta
Skickat med Outlook
Skickat via Outlook
Skickades från Outlook
Skickat från mail för iOS
Skickat från proton för iOS
Hämta outlook för iOS
Skaffa outlook för iOS
Från min iphone för iOS
Från min ipad för iOS
Från min mobil för iOS
Från min telefon för iOS
Sendt fra min telefon
Sendt fra outlook för iOS
Sendt fra mail för iOS
Sendt fra yahoo för iOS
Sendt fra mobil för iOS
Sendt fra proton för iOS
Sendt via Outlook
Sendt med Outlook
Hent outlook för iOS
Få outlook för iOS
Lähetetty iPhonesta
Lähetetty iPadista
Lähetetty Android-puhelimesta
Lähetetty puhelimesta
Lähetetty Outlook for iOS:stä
Lähetetty Samsung-puhelimesta
Lähetetty Windows-puhelimesta
Hae outlook för iOS
Hanki outlook för iOS
Sent from Outlook
Sent via Outlook
Sent with Outlook
Sent by Outlook
From my iphone för iOS
Get outlook for för iOS
Get [Outlook for Android](https://aka.ms/x)
Get <Outlook for iOS>
Sent using Outlook
`

const goodbyeWordsSpecimens = `
Ha en fin dag!
Trevlig helg!
Skön sommar!
Glad påsk på er!
God jul och gott nytt år
Gott nytt år!
Fin helg!
Fortsatt trevlig dag!
Riktigt trevlig helg önskar Anna
Hav en dejlig dag!
Rigtig god weekend
Riktig god helg!
Hyvää viikonloppua!
Mukavaa kesää!
Have a nice day!
Happy Christmas
Merry Christmas to you all
`

const goodTimesSpecimens = `
Ha en bra dag
Ha en skön helg
Trevlig vecka!
Ha en fin kväll
Trevlig eftermiddag
Glad fredag!
Skön sommar
God jul!
Fin höst!
Ha en skön vår
Ha en bra vinter
Glad påsk
Glad midsommar allihop!
Gott nytt år
Ha ett skönt lov!
Trevlig semester!
God fortsättning!
God weekend!
Ha en fin uke!
God sommer!
God påske!
God ferie!
Hyvää viikonloppua
Hyvää päivää
Hyvää kesää
Hyvää joulua
Have a nice day
Have a great week
Have a lovely summer
Merry Christmas
`

const colourWordsSpecimens = `
Mina svar står i blått.
Svarar med blått inne i ert mejl.
Se blå text.
Svar i rött!
Jag skrev med rött.
Röd text är mina svar.
Har svarat i grönt.
Skriver med grönt.
Grön text = vi
Svar i lila.
Med lila nedan.
Lila text är Gun.
Kommentarer i färg.
Skriver i annan färg.
Färgad text är mitt svar.
Det färgat är mitt.
Jag svarar nedan.
Se mitt svar nedan.
Svaren nedan!
Jag svarar i mejlet.
Svarar i mailet direkt.
Se svar i mejlet.
Svar i mailet.
Svarar i texten.
Se svar i texten.
Svaren i texten är våra svar.
Jag svarar direkt i ert mejl.
Har svarat nedan.
Jag svarar inne i texten.
Se mellan raderna.
Jeg svarer nedenfor.
Se svar nedenfor.
Skriver med rødt.
Svarene står i blåt.
Vastaukset alla.
Vastaan alle.
Answers in blue.
See in red.
Mine are in green.
See answers below.
My answers are there.
Our answers follow.
Replying inline.
`

const bannerAdviceSpecimens = `
Öppna inga bilagor om du är osäker.
Öppna inte länkar som du inte väntar dig.
Var försiktig med länkar och filer.
Kontrollera avsändaren innan du svarar.
Är du säker på att du känner igen avsändaren?
Klikk ikke på lenker hvis du ikke kjenner avsenderen.
Klik ikke på links, medmindre du kender afsenderen.
Åpne ikke vedlegg du ikke venter.
Åbn ikke vedhæftede filer.
Älä avaa liitteitä.
Älä napsauta linkkejä.
Do not click links you did not expect.
Don't click on anything.
Do not open attachments unless you know the sender.
Make sure that you recognize the sender.
Make sure that you recognise the sender.
Check that the content is safe.
`

const bannersSpecimens = `
Du får inte ofta e-post från anna@vik.example.
Du får inte ofta mejl från anna@vik.example.
Vissa som har fått det här meddelandet får inte ofta e-post från anna@vik.example.
Läs om varför det här är viktigt anna@vik.example.
Detta mejl kommer från en extern avsändare anna@vik.example.
Det här mejlet kommer från en extern avsändare anna@vik.example.
Detta meddelande kommer från en extern anna@vik.example.
Extern avsändare anna@vik.example.
Externt mejl anna@vik.example.
Externt meddelande anna@vik.example.
Detta e-postmeddelande kommer från en avsändare utanför anna@vik.example.
Det här meddelandet har skickats från en avsändare utanför anna@vik.example.
Mejlet kommer från en avsändare utanför anna@vik.example.
Klicka inte på länkar anna@vik.example.
Öppna inte bilagor anna@vik.example.
Du får ikke ofte e-post fra anna@vik.example.
Du får ikke ofte mails fra anna@vik.example.
Ekstern avsender anna@vik.example.
Ekstern afsender anna@vik.example.
Denne e-posten kommer fra en ekstern anna@vik.example.
Denne mail kommer fra en ekstern anna@vik.example.
Et saa usein sähköpostia anna@vik.example.
Ulkoinen lähettäjä anna@vik.example.
You don't often get email from anna@vik.example.
You don’t often get email from anna@vik.example.
Some people who received this message don't often get email from anna@vik.example.
Learn why this is important anna@vik.example.
Caution: external anna@vik.example.
Caution: this email originated anna@vik.example.
This email originated from outside anna@vik.example.
This message originated from outside anna@vik.example.
[external] anna@vik.example.
External email anna@vik.example.
External sender anna@vik.example.
`

const disclaimersSpecimens = `
Obs! Tänk på miljön i Viks kommun.
Obs! Skriv inte ut i Viks kommun.
Obs! Skriver ut detta i Viks kommun.
Obs! Skriver ut det här i Viks kommun.
Obs! Skriv bara ut i Viks kommun.
Obs! Värnar om miljön i Viks kommun.
Obs! Måste du skriva ut i Viks kommun.
Obs! Allmän handling i Viks kommun.
Obs! Offentlig handling i Viks kommun.
Obs! Konfidentiell i Viks kommun.
Obs! Sekretessmeddelande i Viks kommun.
Obs! Skyddad enligt lag i Viks kommun.
Obs! Inte rätt mottagare i Viks kommun.
Obs! Fel mottagare i Viks kommun.
Obs! Avsedd adressat i Viks kommun.
Obs! Avsedda mottagare i Viks kommun.
Obs! Endast avsedd för i Viks kommun.
Obs! Endast avsett för i Viks kommun.
Obs! Behandlar personuppgifter i Viks kommun.
Obs! Behandlar dina personuppgifter i Viks kommun.
Obs! Behandling av personuppgifter i Viks kommun.
Obs! Behandlar vi dina personuppgifter i Viks kommun.
Obs! Personuppgiftsbehandling i Viks kommun.
Obs! Dataskyddsförordningen i Viks kommun.
Obs! Dina personuppgifter i Viks kommun.
Obs! Dina uppgifter i Viks kommun.
Obs! Personuppgiftsansvarig i Viks kommun.
Obs! E-post till och från i Viks kommun.
Obs! När du mejlar i Viks kommun.
Obs! Bevara miljön i Viks kommun.
Obs! Detta mejl och eventuella bilagor i Viks kommun.
Obs! Den här e-posten och eventuella bilagor i Viks kommun.
Obs! Följ oss på i Viks kommun.
Obs! Följ oss gärna i Viks kommun.
Obs! Tenk på miljøet i Viks kommun.
Obs! Tænk på miljøet i Viks kommun.
Obs! Taushetsbelagt i Viks kommun.
Obs! Fortrolig i Viks kommun.
Obs! Kun ment for i Viks kommun.
Obs! Kun beregnet i Viks kommun.
Obs! Behandler personopplysninger i Viks kommun.
Obs! Behandler personoplysninger i Viks kommun.
Obs! Behandler dine personopplysninger i Viks kommun.
Obs! Behandler dine personoplysninger i Viks kommun.
Obs! Luottamuksellinen i Viks kommun.
Obs! Ajattele ympäristöä i Viks kommun.
Obs! Tietosuoja i Viks kommun.
Obs! Think before you print i Viks kommun.
Obs! Consider the environment i Viks kommun.
Obs! Before printing i Viks kommun.
Obs! Confidential i Viks kommun.
Obs! Intended recipient i Viks kommun.
Obs! Intended solely i Viks kommun.
Obs! Privacy notice i Viks kommun.
Obs! Privacy policy i Viks kommun.
`

const contactWordsSpecimens = `
Tel 0980-319 245, Vik
Tfn 0980-319 245, Vik
Telefon 0980-319 245, Vik
Telefontid 0980-319 245, Vik
Växel 0980-319 245, Vik
Vx 0980-319 245, Vik
Vxl 0980-319 245, Vik
Dir 0980-319 245, Vik
Direkt 0980-319 245, Vik
Direktnr 0980-319 245, Vik
Mobil 0980-319 245, Vik
Mob 0980-319 245, Vik
Sms 0980-319 245, Vik
Fax 0980-319 245, Vik
E-post 0980-319 245, Vik
Epost 0980-319 245, Vik
Mejl 0980-319 245, Vik
Mail 0980-319 245, Vik
E-mail 0980-319 245, Vik
Webb 0980-319 245, Vik
Webbplats 0980-319 245, Vik
Hemsida 0980-319 245, Vik
Www 0980-319 245, Vik
Adress 0980-319 245, Vik
Besök 0980-319 245, Vik
Besöksadress 0980-319 245, Vik
Postadress 0980-319 245, Vik
Leveransadress 0980-319 245, Vik
Box 0980-319 245, Vik
Öppet 0980-319 245, Vik
Öppettider 0980-319 245, Vik
Org.nr 0980-319 245, Vik
Orgnr 0980-319 245, Vik
Bankgiro 0980-319 245, Vik
Pgp 0980-319 245, Vik
Tlf 0980-319 245, Vik
Tlf. 0980-319 245, Vik
Mobiltelefon 0980-319 245, Vik
Besøksadresse 0980-319 245, Vik
Besøgsadresse 0980-319 245, Vik
Postadresse 0980-319 245, Vik
Åpningstider 0980-319 245, Vik
Åbningstider 0980-319 245, Vik
Sentralbord 0980-319 245, Vik
Direkte 0980-319 245, Vik
Puh 0980-319 245, Vik
Puh. 0980-319 245, Vik
Puhelin 0980-319 245, Vik
Gsm 0980-319 245, Vik
Sähköposti 0980-319 245, Vik
Käyntiosoite 0980-319 245, Vik
Postiosoite 0980-319 245, Vik
Phone 0980-319 245, Vik
Tel. 0980-319 245, Vik
Mobile 0980-319 245, Vik
Cell 0980-319 245, Vik
Address 0980-319 245, Vik
Web 0980-319 245, Vik
Website 0980-319 245, Vik
Opening 0980-319 245, Vik
`

const postscriptsSpecimens = `
Ps, gärna Canva också
P.s, gärna Canva också
P.s. gärna Canva också
Pps, gärna Canva också
Ps: gärna Canva också
P.p.s, gärna Canva också
P.p.s. gärna Canva också
Förresten, gärna Canva också
Glömde, gärna Canva också
Jag glömde, gärna Canva också
Just det, gärna Canva också
Tillägg, gärna Canva också
Efterskrift, gärna Canva också
En sak till, gärna Canva också
Glemte, gärna Canva också
Jeg glemte, gärna Canva också
Forresten, gärna Canva också
En ting til, gärna Canva också
Ai niin, gärna Canva också
Unohdin, gärna Canva också
I forgot, gärna Canva också
One more thing, gärna Canva också
By the way, gärna Canva också
`

const unorderedSpecimens = `
Det är inte så noga med ordningen.
Inte noga med ordningen!
Ordningen har ingen betydelse.
Ordningen saknar betydelse.
Alla punkter är lika viktiga.
Rekkefølgen har ingen betydning.
Rækkefølgen er ligegyldig.
The order does not matter.
The order doesn't matter.
Här kommer de, utan inbördes ordning.
Här kommer de, utan inbördes rangordning.
Här kommer de, utan särskild ordning.
Här kommer de, utan ordning.
Här kommer de, utan rangordning.
Här kommer de, utan prioritering.
Här kommer de, utan prioritetsordning.
Här kommer de, ingen särskild ordning.
Här kommer de, i ingen ordning.
Här kommer de, i ingen särskild.
Här kommer de, ingen prioritering.
Här kommer de, ingen prioritetsordning.
Här kommer de, ingen rangordning.
Här kommer de, ingen inbördes ordning.
Här kommer de, inte i någon särskild ordning.
Här kommer de, inte i någon ordning.
Här kommer de, inte i prioriterad ordning.
Här kommer de, inte rangordnad.
Här kommer de, inte rangordnat.
Här kommer de, inte prioriterat.
Här kommer de, inte prioriterad.
Här kommer de, ej prioriterad.
Här kommer de, ej i prioritetsordning.
Här kommer de, ej rangordnad.
Här kommer de, oprioriterad.
Här kommer de, oprioriterat.
Här kommer de, orangordna.
Här kommer de, i slumpvis ordning.
Här kommer de, i slumpmässig ordning.
Här kommer de, i valfri ordning.
Här kommer de, i bokstavsordning.
Här kommer de, i alfabetisk ordning.
Här kommer de, huller om buller.
Här kommer de, utan rang.
Här kommer de, lika viktiga alla.
Här kommer de, lika viktigt alltihop.
Här kommer de, kan inte rangordna.
Här kommer de, går inte att rangordna.
Här kommer de, ordningen spelar ingen roll.
Här kommer de, strunta i ordningen.
Här kommer de, ordningen är slumpmässig.
Här kommer de, alla lika viktiga.
Här kommer de, alla tre lika.
Här kommer de, alla fyra lika.
Här kommer de, alla fem lika.
Här kommer de, alla är lika.
Här kommer de, allt är lika.
Här kommer de, allt lika viktigt.
Här kommer de, båda lika.
Här kommer de, alla lika.
Här kommer de, lika mycket allihop.
Här kommer de, jämbördiga.
Här kommer de, likvärdiga.
Här kommer de, inte i nån ordning.
Här kommer de, inte i nån särskild.
Här kommer de, inte i någon särskild.
Här kommer de, utan prio.
Här kommer de, ingen prio.
Här kommer de, ingen ordning.
Här kommer de, hipp som happ.
Här kommer de, som de dyker upp.
Här kommer de, i den ordning jag kom på.
Här kommer de, i den ordning vi kom på.
Här kommer de, i den ordning de kom.
Här kommer de, spelar ingen roll vilken ordning.
Här kommer de, oavsett ordning.
Här kommer de, kan inte välja ordning.
Här kommer de, helt oordnat.
Listan är oordnad.
Här kommer de, alle er like viktige.
Här kommer de, alle er lige vigtige.
Här kommer de, equally important.
Här kommer de, i tilfeldig rekkefølge.
Här kommer de, i tilfældig rækkefølge.
Här kommer de, i vilkårlig rækkefølge.
Här kommer de, i vilkårlig rekkefølge.
Här kommer de, uprioritert.
Här kommer de, uprioriteret.
Här kommer de, ikke i prioritert rekkefølge.
Här kommer de, ikke i prioriteret rækkefølge.
Här kommer de, uten prioritering.
Här kommer de, satunnaisessa järjestyksessä.
Här kommer de, ei tärkeysjärjestyksessä.
Här kommer de, in no particular order.
Här kommer de, in no special order.
Här kommer de, in any order.
Här kommer de, not in order.
Här kommer de, in random order.
Här kommer de, all equally important.
Samtliga är lika angelägna.
Alle er lige vigtige, begge to.
Begge er like viktige.
Vi vill ha alla lika gärna.
Alla har samma prio.
Alla har samma prioritet.
Alla har samma rang.
Samtliga har samma vikt.
All have the same priority.
Inget är prioriterat.
Inga är rangordnade.
Uden prioritering.
Listed without order.
The order doesn't matter.
Ordningsföljden är godtycklig.
I godtycklig ordning.
Siffrorna betyder ingenting.
Numreringen är slumpartad.
Numren saknar betydelse.
The numbers do not mean anything.
Rekkefølgen er likegyldig.
The order is random.
In alphabetical order.
Ingen turordning.
`

const reversedSpecimens = `
Minst viktigt överst.
Listan går från minst till mest angeläget.
From least to most important:
Viktigast kommer sist!
Nederst ligger det viktigaste.
Det viktigaste har jag satt längst ner.
Här kommer de, viktigast sist.
Här kommer de, viktigaste sist.
Här kommer de, viktigaste är sist.
Här kommer de, viktigaste står sist.
Här kommer de, viktigaste kommer sist.
Här kommer de, viktigaste kommer jag på sist.
Här kommer de, viktigast längst ner.
Här kommer de, viktigast längst ned.
Här kommer de, viktigaste längst ner.
Här kommer de, viktigaste längst ned.
Här kommer de, viktigast nederst.
Här kommer de, viktigaste nederst.
Här kommer de, sista är viktigast.
Här kommer de, sist är viktigast.
Här kommer de, sista är det viktigaste.
Här kommer de, sista punkten är viktigast.
Här kommer de, sista punkten är den viktigaste.
Här kommer de, nedersta är viktigast.
Det som står sist är det viktigaste.
Den som kommer sist är den vi helst vill ha.
Här kommer de, det bästa sist.
Här kommer de, bästa kommer sist.
Här kommer de, helst sist.
Här kommer de, mest angelägna sist.
Här kommer de, mest angeläget sist.
Här kommer de, högst prio sist.
Här kommer de, högst prioriterat sist.
Här kommer de, högst prioritet sist.
Här kommer de, omvänd ordning.
Här kommer de, omvänd prioritet.
Här kommer de, omvänd rangordning.
Här kommer de, i omvänd.
Här kommer de, bakvänd ordning.
Här kommer de, baklänges.
Här kommer de, bakifrån.
Här kommer de, nerifrån.
Här kommer de, nedifrån.
Här kommer de, underifrån.
Här kommer de, i stigande ordning.
Här kommer de, stigande angelägenhet.
Här kommer de, stigande prioritet.
Här kommer de, stigande viktighet.
Här kommer de, minst viktigt först.
Här kommer de, minst viktiga först.
Här kommer de, minst viktigast först.
Här kommer de, ju högre siffra.
Här kommer de, ju längre ner desto viktigare.
Här kommer de, läs uppåt.
Här kommer de, viktigst sist.
Här kommer de, viktigste sist.
Här kommer de, viktigste til sidst.
Här kommer de, vigtigst sidst.
Här kommer de, vigtigste sidst.
Här kommer de, vigtigste til sidst.
Här kommer de, omvendt rekkefølge.
Här kommer de, omvendt rækkefølge.
Här kommer de, motsatt rekkefølge.
Här kommer de, nedenfra.
Här kommer de, tärkein viimeisenä.
Här kommer de, käänteisessä järjestyksessä.
Här kommer de, most important last.
Angelägnast sist.
Det angelägnaste sist.
Det viktigaste underst.
Stigande skala.
Minst viktigt först.
Mindst vigtigt først.
Minst viktig øverst.
1 är minst viktig.
Ettan är minst viktig.
Etta är minst viktig.
Ju längre ned desto viktigare.
Ju högre nummer desto viktigare.
Les oppover.
Fra minst til mest.
Här kommer de, in reverse order.
Här kommer de, reverse order.
Här kommer de, least important first.
Här kommer de, the last one is the most.
Här kommer de, from the bottom up.
Här kommer de, read from the bottom.
`

const clauseWordsSpecimens = `
Hur man spelar in en podd för ungdomar.
Vad man spelar in en podd för ungdomar.
Vilka man spelar in en podd för ungdomar.
Vilken man spelar in en podd för ungdomar.
Att man spelar in en podd för ungdomar.
När man spelar in en podd för ungdomar.
Varför man spelar in en podd för ungdomar.
Var man spelar in en podd för ungdomar.
Hvordan man spelar in en podd för ungdomar.
Hva man spelar in en podd för ungdomar.
Hvad man spelar in en podd för ungdomar.
Hvilke man spelar in en podd för ungdomar.
At man spelar in en podd för ungdomar.
Å man spelar in en podd för ungdomar.
Miten man spelar in en podd för ungdomar.
Mitä man spelar in en podd för ungdomar.
How man spelar in en podd för ungdomar.
What man spelar in en podd för ungdomar.
Which man spelar in en podd för ungdomar.
Why man spelar in en podd för ungdomar.
`

const weekdaysSpecimens = `
Måndag 10–18
Måndagar 10–18
Mån 10–18
Må 10–18
Tisdag 10–18
Tisdagar 10–18
Tis 10–18
Ti 10–18
Onsdag 10–18
Onsdagar 10–18
Ons 10–18
On 10–18
Torsdag 10–18
Torsdagar 10–18
Tors 10–18
Tor 10–18
To 10–18
Fredag 10–18
Fredagar 10–18
Fre 10–18
Fr 10–18
Lördag 10–18
Lördagar 10–18
Lör 10–18
Lö 10–18
Söndag 10–18
Söndagar 10–18
Sön 10–18
Sö 10–18
Vardag 10–18
Vardagar 10–18
Helg 10–18
Helger 10–18
Mandag 10–18
Man 10–18
Tirsdag 10–18
Tir 10–18
Onsdag 10–18
Torsdag 10–18
Fredag 10–18
Lørdag 10–18
Lør 10–18
Søndag 10–18
Søn 10–18
Maanantai 10–18
Ma 10–18
Tiistai 10–18
Keskiviikko 10–18
Ke 10–18
Torstai 10–18
Perjantai 10–18
Pe 10–18
Lauantai 10–18
La 10–18
Sunnuntai 10–18
Su 10–18
Monday 10–18
Mon 10–18
Tuesday 10–18
Tue 10–18
Wednesday 10–18
Wed 10–18
Thursday 10–18
Thu 10–18
Friday 10–18
Fri 10–18
Saturday 10–18
Sat 10–18
Sunday 10–18
Sun 10–18
`

const hoursWordsSpecimens = `
Fredag 10–18 kl 19
Fredag 10–18 klo 19
Fredag 10–18 och 19
Fredag 10–18 till 19
Fredag 10–18 stängt 19
Fredag 10–18 öppet 19
Fredag 10–18 öppettider 19
Fredag 10–18 samt 19
Fredag 10–18 jämna 19
Fredag 10–18 udda 19
Fredag 10–18 veckor 19
Fredag 10–18 utom 19
Fredag 10–18 meröppet 19
Fredag 10–18 og 19
Fredag 10–18 til 19
Fredag 10–18 lukket 19
Fredag 10–18 stengt 19
Fredag 10–18 åpent 19
Fredag 10–18 åbent 19
Fredag 10–18 ja 19
Fredag 10–18 suljettu 19
Fredag 10–18 and 19
Fredag 10–18 closed 19
Fredag 10–18 open 19
Fredag 10–18 am 19
Fredag 10–18 pm 19
`

const quantityWordsSpecimens = `
2 st papper
2 stk papper
2 styck papper
2 kr papper
2 kronor papper
2 kroner papper
2 ex papper
2 kg papper
2 h papper
2 tim papper
2 min papper
2 timmar papper
2 minuter papper
2 kl papper
2 kpl papper
`

const answerLabelsSpecimens = `
SVAR: Koha
>> Mitt svar: Koha
Mina svar: Koha
[Vårt svar] Koha
Våra svar: Koha
Mit svar: Koha
Vores svar: Koha
Vastaus: Koha
Answer: Koha
My answer: Koha
Our answer: Koha
Reply: Koha
`

const ordinalsSpecimens = `
Guldet går till: Koha
Guldet till: Koha
Guld till: Koha
Silvret går till: Koha
Silvret till: Koha
Silver till: Koha
Bronset går till: Koha
Bronset till: Koha
Brons till: Koha
Kan vänta: Koha
Kan gott vänta: Koha
Får vänta: Koha
Mindre bråttom: Koha
Inte lika bråttom: Koha
Mest bråttom: Koha
Mest akut: Koha
Akut: Koha
Bråttom: Koha
Förstahandsval: Koha
Förstahandsvalet: Koha
Förstaval: Koha
Mitt förstaval: Koha
Vår etta: Koha
Guldet: Koha
Andrahandsval: Koha
Andrahandsvalet: Koha
Andraval: Koha
Mitt andraval: Koha
Min tvåa: Koha
Vår tvåa: Koha
Silvret: Koha
Tredjehandsval: Koha
Mitt tredjehandsval: Koha
Vårt tredjehandsval: Koha
Tredjehandsvalet: Koha
Tredjeval: Koha
Min trea: Koha
Vår trea: Koha
Bronset: Koha
Fjärdehandsval: Koha
Mitt fjärdehandsval: Koha
Fyran: Koha
Min fyra: Koha
Vår fyra: Koha
Min femma: Koha
Vår femma: Koha
Den första: Koha
Delad etta: Koha
Helst: Koha
Mitt förstahandsval: Koha
Vårt förstahandsval: Koha
Om vi får två: Koha
Om jag får två: Koha
Den andra: Koha
Delad tvåa: Koha
Mitt andrahandsval: Koha
Vårt andrahandsval: Koha
Den tredje: Koha
Delad trea: Koha
Den sista: Koha
Den første: Koha
På første plass: Koha
På førstepladsen: Koha
Den anden: Koha
Den andre: Koha
På andre plass: Koha
På andenpladsen: Koha
På tredje plass: Koha
På tredjepladsen: Koha
My first choice: Koha
Our first choice: Koha
The first: Koha
My second choice: Koha
Our second choice: Koha
The second: Koha
My third choice: Koha
Our third choice: Koha
The third: Koha
Mitt största önskemål: Koha
Vårt största önskemål: Koha
Det största behovet: Koha
Vårt största behov: Koha
Mit største ønske: Koha
Vores største ønske: Koha
Vårt største ønske: Koha
Det näst viktigaste: Koha
Det næstvigtigste: Koha
Det nest viktigste: Koha
Annars: Koha
Hög: Koha
Mellan: Koha
Medel: Koha
Låg: Koha
High priority: Koha
Medium priority: Koha
Low priority: Koha
Høj prioritet: Koha
Høy prioritet: Koha
Lav prioritet: Koha
Hög prioritet: Koha
Hög prio: Koha
Låg prioritet: Koha
Låg prio: Koha
Medelhög prioritet: Koha
I mitten: Koha
Om det finns rum: Koha
I andra rummet: Koha
I första hand: Koha
I första rummet: Koha
I främsta rummet: Koha
För det första: Koha
Först och främst: Koha
Allra helst: Koha
Allra mest: Koha
Helst av allt: Koha
Mest av allt: Koha
Framför allt: Koha
Framförallt: Koha
Främst av allt: Koha
Främst: Koha
Allra först: Koha
Det första: Koha
Det viktigaste: Koha
Viktigast: Koha
Första: Koha
Först: Koha
Etta: Koha
Min etta: Koha
Mitt första önskemål: Koha
Vårt första önskemål: Koha
Första önskemålet: Koha
Min första önskan: Koha
Första prioritet: Koha
Första prio: Koha
Högsta prioritet: Koha
Allra viktigast: Koha
Viktigast av allt: Koha
Ett: Koha
Ettan: Koha
Guld: Koha
Viktigast för oss: Koha
Viktigast för mig: Koha
Mest: Koha
Högst upp på listan: Koha
Överst på listan: Koha
Om jag bara får välja en sak: Koha
Om vi bara får välja en sak: Koha
Nummer ett: Koha
Nr 1: Koha
Prio 1: Koha
Prio ett: Koha
Prioritet 1: Koha
Överst: Koha
Högst upp: Koha
På första plats: Koha
I andra hand: Koha
För det andra: Koha
Näst viktigast: Koha
Därnäst: Koha
Det andra: Koha
Andra: Koha
Tvåa: Koha
Två: Koha
Tvåan: Koha
Silver: Koha
Näst mest: Koha
Näst viktigaste: Koha
På delad andra plats: Koha
Mitt andra önskemål: Koha
Vårt andra önskemål: Koha
Andra önskemålet: Koha
Min andra önskan: Koha
Andra prioritet: Koha
Andra prio: Koha
Näst högst: Koha
Nummer två: Koha
Nr 2: Koha
Prio 2: Koha
Prio två: Koha
Prioritet 2: Koha
På andra plats: Koha
I tredje hand: Koha
För det tredje: Koha
Det tredje: Koha
Tredje: Koha
Trea: Koha
Tre: Koha
Trean: Koha
Brons: Koha
Mitt tredje önskemål: Koha
Vårt tredje önskemål: Koha
Tredje önskemålet: Koha
Tredje prioritet: Koha
Nummer tre: Koha
Nr 3: Koha
Prio 3: Koha
Prio tre: Koha
Prioritet 3: Koha
På tredje plats: Koha
I fjärde hand: Koha
För det fjärde: Koha
Det fjärde: Koha
Fjärde: Koha
Fyra: Koha
Nummer fyra: Koha
Nr 4: Koha
Prio 4: Koha
I femte hand: Koha
För det femte: Koha
Femma: Koha
Fem: Koha
Nummer fem: Koha
Nr 5: Koha
Prio 5: Koha
Därefter: Koha
Sedan: Koha
Sen: Koha
Näst efter det: Koha
Efter det: Koha
Sedan kommer: Koha
Sen kommer: Koha
Sedan följer: Koha
Går inte det: Koha
Går det inte: Koha
I sista hand: Koha
Sist men inte minst: Koha
Sist och slutligen: Koha
Allra sist: Koha
Till sist: Koha
Till slut: Koha
Slutligen: Koha
Sist av allt: Koha
Längst ner på listan: Koha
Längst ned på listan: Koha
Längst ner: Koha
Bubblare: Koha
Minst: Koha
Fjärde och sista: Koha
Tredje och sista: Koha
Sist på listan: Koha
Sist kommer: Koha
Om tid finns: Koha
Om ni hinner: Koha
Om det blir tid: Koha
Minst viktigt: Koha
Minst viktig: Koha
Minst angeläget: Koha
Mindre viktigt: Koha
Lägre prioritet: Koha
Lägre prio: Koha
Lite viktigare: Koha
Ännu viktigare: Koha
Viktigare: Koha
Viktigt: Koha
Absolut viktigast: Koha
Avslutningsvis: Koha
Sist: Koha
I mån av tid: Koha
Om det finns tid: Koha
Om det blir tid över: Koha
Om det blir pengar över: Koha
Om det finns utrymme: Koha
I første omgang: Koha
I første rekke: Koha
I første række: Koha
For det første: Koha
Først og fremmest: Koha
Først og fremst: Koha
Aller helst: Koha
Allerhelst: Koha
Mest af alt: Koha
Mest av alt: Koha
Det første: Koha
Viktigst: Koha
Vigtigst: Koha
Nummer én: Koha
Nummer en: Koha
I anden række: Koha
I andre rekke: Koha
For det andet: Koha
For det andre: Koha
Det andet: Koha
Det andre: Koha
Nummer to: Koha
I tredje række: Koha
I tredje rekke: Koha
For det tredje: Koha
Dernæst: Koha
Deretter: Koha
Derefter: Koha
Og så: Koha
Til sidst: Koha
Til slutt: Koha
Sidst men ikke mindst: Koha
Sist men ikke minst: Koha
Endelig: Koha
Ensisijaisesti: Koha
Ennen kaikkea: Koha
Ensiksi: Koha
Ensinnäkin: Koha
Toissijaisesti: Koha
Toiseksi: Koha
Kolmanneksi: Koha
Lopuksi: Koha
Viimeiseksi: Koha
First of all: Koha
First and foremost: Koha
Most of all: Koha
Above all: Koha
Firstly: Koha
Number one: Koha
First: Koha
Top of my list: Koha
In the first place: Koha
Secondly: Koha
Number two: Koha
Second: Koha
A close second: Koha
In the second place: Koha
Thirdly: Koha
Number three: Koha
A distant third: Koha
Third: Koha
After that: Koha
Next: Koha
Then: Koha
Last but not least: Koha
Finally: Koha
Lastly: Koha
Viktigaste önskemålet: Koha
Kommer först: Koha
Bäst vore: Koha
Näst bäst: Koha
Vi börjar med: Koha
Jag börjar med: Koha
Störst behov har vi av: Koha
Högst prioritet: Koha
Högst: Koha
Först ut: Koha
Måste ha: Koha
Bör ha: Koha
Bra att ha: Koha
Kul att ha: Koha
Trevligt att ha: Koha
Prioriterat: Koha
I nödfall: Koha
I värsta fall: Koha
Högst prio: Koha
Lägst prioritet: Koha
Lägst prio: Koha
Min största önskan: Koha
Näst högsta prioritet: Koha
Näst högsta prio: Koha
Reserv: Koha
Lägsta prioritet: Koha
Lägsta prio: Koha
Mindst vigtigt: Koha
Top priority: Koha
I första omgang: Koha
Vår tredje önskan: Koha
På femte plads: Koha
På andraplatsen: Koha
På tredjeplassen: Koha
Førsteprioritet: Koha
1:a hand: Koha
2:a val: Koha
Andra valet: Koha
3rd choice: Koha
2nd priority: Koha
First wish: Koha
Andre ønske: Koha
Tredje plass: Koha
Anden plads: Koha
Number one: Koha
Priority 2: Koha
Prio nr 3: Koha
Plats 4: Koha
Som nummer två: Koha
Absolut viktigast: Koha
Ensimmäinen: Koha
Ensimmäiseksi: Koha
På førsteplass: Koha
På andraplats: Koha
Nummer et: Koha
`

const letterWordsSpecimens = `
Hej Koha i Vik
Hejsan Koha i Vik
Hejhej Koha i Vik
Hallå Koha i Vik
Tja Koha i Vik
Tjena Koha i Vik
Tjo Koha i Vik
God Koha i Vik
Goddag Koha i Vik
Kära Koha i Vik
Bästa Koha i Vik
Jag Koha i Vik
Vi Koha i Vik
Tack Koha i Vik
Mvh Koha i Vik
Ha Koha i Vik
Det Koha i Vik
Detta Koha i Vik
Här Koha i Vik
Kan Koha i Vik
Ni Koha i Vik
Du Koha i Vik
Och Koha i Vik
Men Koha i Vik
Så Koha i Vik
Min Koha i Vik
Mitt Koha i Vik
Mina Koha i Vik
Vår Koha i Vik
Vårt Koha i Vik
Våra Koha i Vik
Vill Koha i Vik
Ring Koha i Vik
Se Koha i Vik
Såg Koha i Vik
Läste Koha i Vik
Jobbar Koha i Vik
Önskar Koha i Vik
Skulle Koha i Vik
Tacksam Koha i Vik
Hoppas Koha i Vik
Förlåt Koha i Vik
Skriver Koha i Vik
Med Koha i Vik
Hei Koha i Vik
Kjære Koha i Vik
Kære Koha i Vik
Jeg Koha i Vik
Takk Koha i Vik
Tak Koha i Vik
Dette Koha i Vik
Her Koha i Vik
Mange Koha i Vik
Moi Koha i Vik
Kiitos Koha i Vik
Minä Koha i Vik
Hello Koha i Vik
Hi Koha i Vik
Dear Koha i Vik
I Koha i Vik
We Koha i Vik
Thanks Koha i Vik
This Koha i Vik
Please Koha i Vik
My Koha i Vik
Our Koha i Vik
`

const inOrderSpecimens = `
Minst viktigast sist.
Viktigast först, minst viktigt sist.
I prioritetsordning.
I fallande ordning.
Sist men inte minst vill jag tacka.
Alla är lika nyfikna.
Alla bibliotek har samma problem.
Det är inte lätt att få ordning på mapparna.
Den första är lika viktig som alla andra tillsammans.
Punkt 1 är viktigast.
Det är inte bara jag som vill detta.
Vi prioriterar Koha.
`

const sharedPlaceSpecimens = `
Canva (delad etta)
Canva (delad tvåa)
Canva (delad trea)
Canva (delad förstaplats)
Canva (delad första)
Canva (delad andra)
Canva (delat första)
Canva (samma prio)
Canva (lika viktig som)
Canva (lika viktigt som)
Canva (lika viktiga som)
Canva (delt førsteplass)
Canva (delt førsteplads)
Canva (lige så vigtig)
Canva (like viktig)
Canva (jaettu)
Canva (tied with)
Canva (tied for)
Canva (shared first)
Canva (equally important)
`
