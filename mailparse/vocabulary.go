package mailparse

// The words by which mail clients and people mark what is not their own text,
// in Swedish, Norwegian, Danish, Finnish and English. All rows are lower case
// and are compared with folded text; each has its specimen in
// vocabulary_test.go.

// headerField is one field of the header block that a client puts above the
// mail it quotes.
type headerField int

const (
	fieldFrom headerField = iota + 1
	fieldDate
	fieldTo
	fieldCopy
	fieldSubject
	fieldOther
)

// headerNames are the labels of such a block, without the colon.
var headerNames = map[string]headerField{
	"från": fieldFrom, "fra": fieldFrom, "lähettäjä": fieldFrom, "from": fieldFrom,
	"skickat": fieldDate, "datum": fieldDate, "sendt": fieldDate, "dato": fieldDate,
	"lähetetty": fieldDate, "päivämäärä": fieldDate, "päiväys": fieldDate, "sent": fieldDate, "date": fieldDate,
	"till": fieldTo, "til": fieldTo, "vastaanottaja": fieldTo, "to": fieldTo,
	"kopia": fieldCopy, "kopi": fieldCopy, "kopio": fieldCopy, "cc": fieldCopy, "hemlig kopia": fieldCopy, "bcc": fieldCopy,
	"ämne": fieldSubject, "ärende": fieldSubject, "emne": fieldSubject, "aihe": fieldSubject, "subject": fieldSubject,
	"svara till": fieldOther, "svar til": fieldOther, "reply-to": fieldOther, "eftersänt från": fieldOther,
	"prioritet": fieldOther, "importance": fieldOther, "bifogade filer": fieldOther, "attachments": fieldOther,
	"organisation": fieldOther, "organization": fieldOther,
	// Mail from the rest of Europe, and programs set to its languages.
	"von": fieldFrom, "gesendet": fieldDate, "an": fieldTo, "betreff": fieldSubject, // de
	"de": fieldFrom, "envoyé": fieldDate, "à": fieldTo, "objet": fieldSubject, // fr
	"enviado": fieldDate, "fecha": fieldDate, "para": fieldTo, "asunto": fieldSubject, "assunto": fieldSubject, "data": fieldDate, // es, pt
	"da": fieldFrom, "inviato": fieldDate, "a": fieldTo, "oggetto": fieldSubject, "risposta": fieldOther, // it
	"van": fieldFrom, "verzonden": fieldDate, "aan": fieldTo, "onderwerp": fieldSubject, // nl
	"od": fieldFrom, "wysłano": fieldDate, "do": fieldTo, "temat": fieldSubject, // pl
}

// originalMarkers announce earlier mail; a reply has them, and so have the
// forwards of some clients.
var originalMarkers = []string{
	"ursprungligt meddelande", "originalmeddelande", "ursprungligt mejl",
	"opprinnelig melding", "oprindelig meddelelse", "original besked", "original meddelelse",
	"alkuperäinen viesti",
	"original message", "reply message", "original appointment",
	"ursprüngliche nachricht", "message d'origine", "message original", "mensaje original", "messaggio originale", "mensagem original", "oorspronkelijk bericht", "wiadomość oryginalna",
}

// forwardMarkers announce mail that the sender passes on.
var forwardMarkers = []string{
	"vidarebefordrat meddelande", "vidarebefordrat mejl", "vidarebefordrat brev", "vidarebefordrat e-postmeddelande",
	"början på vidarebefordrat brev", "början på vidarebefordrat mejl",
	"videresendt melding", "videresendt meddelelse", "videresendt e-post", "videresendt besked",
	"start på videresendt besked", "start på videresendt melding", "begynnelse på videresendt melding", "videresendt mail",
	"välitetty viesti", "edelleenlähetetty viesti", "välitetty viesti alkaa",
	"forwarded message", "begin forwarded message",
}

// attributionVerbs stand in the line above a quote: "Den … skrev Anna:".
var attributionVerbs = []string{
	"skrev", "kirjoitti", "wrote", "writes",
	// Library staff also get mail from the rest of Europe.
	"schrieb", "schreef", "geschreven", "a écrit", "escribió", "escreveu", "ha scritto", "napisał", "napisała", "написал", "написала", "пишет", "пише",
}

// pronouns after the verb make a sentence of an attribution: "Den 5 maj 2020
// skrev vi till kommunen:".
var pronouns = []string{
	"jag", "vi", "du", "ni", "han", "hon", "hen", "de", "dom", "man", "det",
	"jeg", "dere", "hun", "i", "minä", "me", "we", "you", "he", "she", "they",
}

// forwardWords are how people say that the list below is a colleague's.
var forwardWords = []string{
	"vidarebefordra", "skickar vidare", "sänder vidare", "se nedan", "nedanstående", "här under", "här nedanför", "mejlet nedan", "listan nedan",
	"videresend", "sender videre", "se nedenfor", "se under",
	"välitän", "alla oleva",
	"forwarding", "passing on", "see below", "below is",
}

// answerLabels set answers off from the questions between which they are
// written.
var answerLabels = []string{
	"svar", "mitt svar", "mina svar", "vårt svar", "våra svar", "mit svar", "vores svar",
	"vastaus", "answer", "my answer", "our answer", "reply",
}

// colourWords announce answers that stand out in the quoted mail.
var colourWords = []string{
	"i blått", "med blått", "blå text", "i rött", "med rött", "röd text", "i grönt", "med grönt", "grön text", "i lila", "med lila", "lila text", "i färg", "annan färg", "färgad", "färgat",
	"svarar nedan", "svar nedan", "svaren nedan", "svarar i mejlet", "svarar i mailet", "svar i mejlet", "svar i mailet", "svarar i texten", "svar i texten", "svaren i texten", "svarar direkt i", "svarat nedan", "mina svar", "våra svar", "svarar inne i", "mellan raderna",
	"svarer nedenfor", "svar nedenfor", "med blått", "med rødt", "i blåt", "vastaukset alla", "vastaan alle",
	"in blue", "in red", "in green", "answers below", "my answers", "our answers", "inline",
}

// closings are the phrases that end a letter. What follows on the line is at
// most a name.
var closings = []string{
	"med vänlig hälsning", "med vänliga hälsningar", "med vänligahälsningar", "med bästa hälsning", "med bästa hälsningar",
	"med varm hälsning", "med varma hälsningar", "med hälsning", "med hälsningar", "med utmärkt högaktning", "högaktningsfullt",
	"vänlig hälsning", "vänliga hälsningar", "bästa hälsningar", "varma hälsningar", "soliga hälsningar", "hjärtliga hälsningar",
	"många hälsningar", "glada hälsningar", "hälsning", "hälsningar", "hälsar", "hälsn", "med vänlig hälsn", "vänl hälsn",
	"mvh", "m.v.h", "m v h", "vh", "bh", "v.h",
	"med vennlig hilsen", "med venlig hilsen", "vennlig hilsen", "venlig hilsen", "vennligst hilsen", "beste hilsen", "bedste hilsner",
	"mange hilsner", "de bedste hilsner", "hilsen", "hilsner", "dbh", "kh", "kærlig hilsen",
	"ystävällisin terveisin", "parhain terveisin", "terveisin", "terveiset",
	"best regards", "kind regards", "warm regards", "regards", "best wishes", "all the best", "sincerely", "yours sincerely", "cheers", "br",
}

// bareClosings end a letter only when they are alone on their line; else they
// are words like others.
var bareClosings = []string{
	"vänligen", "tack", "tack på förhand", "tack för ordet", "tack och hej", "tack så mycket", "tackar", "på förhand tack",
	"ha det", "ha det bra", "ha det gott", "ha det så gott", "ha det fint", "hej så länge", "hejdå", "hej då", "hörs", "vi hörs",
	"allt gott", "kram", "kramar", "puss", "puss och kram", "peace", "bästa",
	"ha det godt", "tak", "tusen takk", "takk", "på forhånd tak", "mange tak", "takk på forhånd",
	"kiitos", "kiitos etukäteen",
	"thanks", "thank you", "many thanks", "thanks in advance", "best", "love",
}

// goodbyeWords begin wishes for a good time, of which goodTimes are the times.
var goodbyeWords = []string{
	"ha", "trevlig", "skön", "glad", "god", "gott", "fin", "fortsatt", "riktigt",
	"hav", "rigtig", "riktig", "hyvää", "mukavaa", "have", "happy", "merry",
}

var goodTimes = []string{
	"dag", "helg", "vecka", "kväll", "eftermiddag", "fredag", "sommar", "jul", "höst", "vår", "vinter", "påsk", "midsommar", "år", "lov", "semester", "fortsättning",
	"weekend", "uke", "sommer", "påske", "ferie", "viikonloppua", "päivää", "kesää", "joulua", "day", "week", "summer", "christmas",
}

// mobileSignatures begin the line that a phone or a mail program adds.
var mobileSignatures = []string{
	"skickat från min", "skickat från outlook", "skickat från yahoo", "skickat från e-post för", "skickat från mobilen", "skickat från en",
	"skickat med", "skickat via", "skickades från", "skickat från mail", "skickat från proton", "hämta outlook", "skaffa outlook",
	"från min iphone", "från min ipad", "från min mobil", "från min telefon",
	"sendt fra min", "sendt fra outlook", "sendt fra mail", "sendt fra yahoo", "sendt fra mobil", "sendt fra proton", "sendt via", "sendt med", "hent outlook", "få outlook",
	"lähetetty iphone", "lähetetty ipad", "lähetetty android", "lähetetty puhelimes", "lähetetty outlook", "lähetetty samsung", "lähetetty windows", "hae outlook", "hanki outlook",
	"sent from", "sent via", "sent with", "sent by", "from my iphone", "get outlook for", "get [outlook", "get <outlook", "sent using",
	"von meinem", "diese nachricht wurde von meinem", "gesendet von", "gesendet mit", "envoyé depuis", "envoyé de mon", "verzonden met", "verzonden vanaf", "enviado desde", "inviato da", "從我的",
	"ᐧ", // the mark of a program that tells when a mail is opened
}

// banners are put on top of a mail by the receiver's or sender's system.
var banners = []string{
	"du får inte ofta e-post från", "du får inte ofta mejl från", "vissa som har fått det här meddelandet får inte ofta e-post från", "läs om varför det här är viktigt",
	"detta mejl kommer från en extern avsändare", "det här mejlet kommer från en extern avsändare", "detta meddelande kommer från en extern", "extern avsändare", "externt mejl", "externt meddelande",
	"detta e-postmeddelande kommer från en avsändare utanför", "det här meddelandet har skickats från en avsändare utanför", "mejlet kommer från en avsändare utanför",
	"klicka inte på länkar", "öppna inte bilagor",
	"du får ikke ofte e-post fra", "du får ikke ofte mails fra", "ekstern avsender", "ekstern afsender", "denne e-posten kommer fra en ekstern", "denne mail kommer fra en ekstern",
	"et saa usein sähköpostia", "ulkoinen lähettäjä",
	"you don't often get email from", "you don’t often get email from", "some people who received this message don't often get email from", "learn why this is important",
	"caution: external", "caution: this email originated", "this email originated from outside", "this message originated from outside", "[external]", "external email", "external sender",
}

// bannerAdvice is what a warning goes on to say.
var bannerAdvice = []string{
	"öppna inga bilagor", "öppna inte länk", "var försiktig med länkar", "kontrollera avsändaren", "känner igen avsändaren",
	"klikk ikke på", "klik ikke på", "åpne ikke vedlegg", "åbn ikke vedhæft", "kjenner avsenderen", "kender afsenderen", "älä avaa", "älä napsauta",
	"do not click", "don't click", "do not open", "recognize the sender", "recognise the sender", "content is safe",
}

// disclaimers are the notices below a signature: secrecy, personal data, the
// environment. A paragraph that contains one is no wish.
var disclaimers = []string{
	"tänk på miljön", "skriv inte ut", "skriver ut detta", "skriver ut det här", "skriv bara ut", "värnar om miljön", "måste du skriva ut",
	"allmän handling", "offentlig handling", "konfidentiell", "sekretessmeddelande", "skyddad enligt lag", "inte rätt mottagare", "fel mottagare", "avsedd adressat", "avsedda mottagare", "endast avsedd för", "endast avsett för",
	"behandlar personuppgifter", "behandlar dina personuppgifter", "behandling av personuppgifter", "behandlar vi dina personuppgifter", "personuppgiftsbehandling", "dataskyddsförordningen", "dina personuppgifter", "dina uppgifter", "personuppgiftsansvarig", "e-post till och från", "när du mejlar",
	"bevara miljön", "detta mejl och eventuella bilagor", "den här e-posten och eventuella bilagor", "följ oss på", "följ oss gärna",
	"tenk på miljøet", "tænk på miljøet", "taushetsbelagt", "fortrolig", "kun ment for", "kun beregnet", "behandler personopplysninger", "behandler personoplysninger", "behandler dine personopplysninger", "behandler dine personoplysninger",
	"luottamuksellinen", "ajattele ympäristöä", "tietosuoja",
	"think before you print", "consider the environment", "before printing", "confidential", "intended recipient", "intended solely", "privacy notice", "privacy policy",
}

// contactWords begin or fill the lines that say where the sender is to be
// found; a digit, an address or a web page beside them proves it.
var contactWords = []string{
	"tel", "tfn", "telefon", "telefontid", "växel", "vx", "vxl", "dir", "direkt", "direktnr", "mobil", "mob", "sms", "fax", "e-post", "epost", "mejl", "mail", "e-mail", "webb", "webbplats", "hemsida", "www",
	"adress", "besök", "besöksadress", "postadress", "leveransadress", "box", "öppet", "öppettider", "org.nr", "orgnr", "bankgiro", "pgp",
	"tlf", "tlf.", "mobiltelefon", "besøksadresse", "besøgsadresse", "postadresse", "åpningstider", "åbningstider", "sentralbord", "direkte",
	"puh", "puh.", "puhelin", "gsm", "sähköposti", "käyntiosoite", "postiosoite",
	"phone", "tel.", "mobile", "cell", "address", "web", "website", "opening",
}

// weekdays begin the lines that say when a library is open; hoursWords may
// stand beside them.
var weekdays = []string{
	"måndag", "måndagar", "mån", "må", "tisdag", "tisdagar", "tis", "ti", "onsdag", "onsdagar", "ons", "on", "torsdag", "torsdagar", "tors", "tor", "to", "fredag", "fredagar", "fre", "fr",
	"lördag", "lördagar", "lör", "lö", "söndag", "söndagar", "sön", "sö", "vardag", "vardagar", "helg", "helger",
	"mandag", "man", "tirsdag", "tir", "onsdag", "torsdag", "fredag", "lørdag", "lør", "søndag", "søn",
	"maanantai", "ma", "tiistai", "keskiviikko", "ke", "torstai", "perjantai", "pe", "lauantai", "la", "sunnuntai", "su",
	"monday", "mon", "tuesday", "tue", "wednesday", "wed", "thursday", "thu", "friday", "fri", "saturday", "sat", "sunday", "sun",
}

var hoursWords = []string{
	"kl", "klo", "och", "till", "stängt", "öppet", "öppettider", "samt", "jämna", "udda", "veckor", "utom", "meröppet",
	"og", "til", "lukket", "stengt", "åpent", "åbent", "ja", "suljettu", "and", "closed", "open", "am", "pm",
}

// postscripts begin words that follow the signature and still are the
// sender's.
var postscripts = []string{
	"ps", "p.s", "p.s.", "pps", "ps:", "p.p.s", "p.p.s.",
	"förresten", "glömde", "jag glömde", "just det", "tillägg", "efterskrift", "en sak till",
	"glemte", "jeg glemte", "forresten", "en ting til",
	"ai niin", "unohdin",
	"i forgot", "one more thing", "by the way",
}

// The words of which orderSayings are made.
var (
	noWords     = []string{"utan", "ingen", "inget", "inga", "inte", "ej", "oavsett", "strunta", "ikke", "uten", "uden", "ei", "no", "not", "without", "doesn't"}
	orderWords  = []string{"ordning", "ordningen", "rangordn*", "prioriter*", "prioritetsordn*", "turordn*", "inbördes", "särskild", "rang", "prio", "rekkefølge", "rækkefølge", "järjesty*", "tärkeysjärjesty*", "order"}
	theOrder    = []string{"ordningen", "ordningsföljden", "numren", "siffrorna", "numreringen", "rekkefølgen", "rækkefølgen", "order", "numbers"}
	noMatter    = []string{"ingen", "inget", "ingenting", "inte", "saknar", "slump*", "godtycklig", "ligegyldig", "likegyldig", "not", "doesn't", "random"}
	anyWords    = []string{"slump*", "valfri", "godtycklig", "bokstavs*", "alfabetisk", "tilfeldig", "tilfældig", "vilkårlig", "satunnai*", "any", "random", "alphabetical"}
	allWords    = []string{"alla", "allt", "alltihop", "allihop", "samtliga", "båda", "alle", "begge", "all"}
	equalWords  = []string{"lika", "like", "lige", "equally"}
	wantedWords = []string{"viktig*", "vigtig*", "angeläg*", "mycket", "gärna", "important", "."}
	priority    = []string{"prio", "prioritet", "rang", "vikt", "priority"}
	topWords    = []string{"viktigast", "viktigaste", "viktigst", "viktigste", "vigtigst", "vigtigste", "angelägnast", "angelägnaste"}
	mostWords   = append([]string{"bästa", "helst", "mest", "högst", "most", "tärkein"}, topWords...)
	lastWords   = []string{"sist", "sista", "sidst", "nederst", "nedersta", "underst", "last", "viimeis*"}
	leastWords  = []string{"minst", "mindst", "least"}
	firstWords  = []string{"först", "överst", "først", "øverst", "first"}
	turned      = []string{"omvänd", "bakvänd", "stigande", "omvendt", "motsatt", "käänteis*", "reverse"}
	scale       = append([]string{"prioritet", "angelägenhet", "viktighet", "skala"}, orderWords...)
)

// orderSayings tell the order of a list; the first that fits does.
var orderSayings = []orderSaying{
	{inOrder, 2, [][]string{leastWords, mostWords, lastWords}}, // "minst viktigast sist"
	{reversed, 4, [][]string{mostWords, lastWords}}, {reversed, 4, [][]string{lastWords, mostWords}},
	{reversed, 3, [][]string{mostWords, {"längst"}, {"ner", "ned"}}},
	{reversed, 2, [][]string{leastWords, firstWords}}, {reversed, 2, [][]string{leastWords, {"till", "til", "to"}, mostWords}},
	{reversed, 2, [][]string{{"1", "ettan", "etta"}, leastWords}},
	{reversed, 0, [][]string{turned, scale}}, {reversed, 0, [][]string{{"i"}, turned}},
	{reversed, 2, [][]string{{"ju"}, {"ner", "ned", "siffra", "nummer"}}},
	{reversed, 0, [][]string{{"baklänges", "bakifrån", "nerifrån", "nedifrån", "underifrån", "nedenfra"}}},
	{reversed, 0, [][]string{{"läs", "les"}, {"uppåt", "oppover"}}}, {reversed, 1, [][]string{{"from"}, {"bottom"}}},

	{unordered, 2, [][]string{noWords, orderWords}}, {unordered, 2, [][]string{theOrder, noMatter}}, {unordered, 0, [][]string{anyWords, orderWords}},
	{unordered, 3, [][]string{allWords, equalWords, wantedWords}}, {unordered, 0, [][]string{equalWords, wantedWords, allWords}}, {unordered, 2, [][]string{allWords, {"samma", "same"}, priority}},
	{unordered, 0, [][]string{{"oprioriter*", "orangordn*", "oordnad", "oordnat", "uprioriter*", "jämbördig*", "likvärdig*", "bokstavsordning"}}},
	{unordered, 2, [][]string{noWords, {"noga"}, orderWords}},
	{unordered, 0, [][]string{{"equally"}, {"important"}}},
	{unordered, 0, [][]string{{"huller"}, {"om"}, {"buller"}}}, {unordered, 0, [][]string{{"hipp"}, {"som"}, {"happ"}}},
	{unordered, 2, [][]string{{"som", "ordning"}, {"jag", "vi", "de"}, {"kom", "kommer", "dyker"}}},
}

// plainLabels are labels that rank nothing.
var plainLabels = []string{
	"anledning", "anledningen", "motivering", "orsak", "orsaken", "skäl", "skälet", "bakgrund", "kommentar", "förklaring", "exempel", "exempelvis", "obs", "ps", "tel", "telefon", "mobil", "mejl", "e-post", "fråga", "svar", "erbjuder", "kan", "bidra", "erbjudande", "kunskap", "kompetens",
	"begrunnelse", "begrundelse", "grund", "reason", "note", "example", "offer",
}

// tallyWords speak of signs that are the more the more an item is wanted.
var tallyWords = []string{"stjärn", "plus", "utropsteck", "poäng", "hjärt", "flest", "star"}

// The words of which remarks on single items of a list are made.
var (
	pointWords     = []string{"punkt", "punkten", "punkterna", "rad", "raden", "raderna", "önskemålet", "saken", "sak", "punkt", "punktet", "point", "item"}
	topPlaces      = []string{"första", "översta", "første", "øverste", "first", "top"}
	lastPlaces     = []string{"sista", "nedersta", "understa", "siste", "sidste", "nederste", "last"}
	restWords      = []string{"resten", "övriga", "rest"}
	theyWords      = []string{"de", "dom", "the"}
	alikeWords     = []string{"lika", "samma", "delar", "delad", "delat", "byta", "kvittar", "jämbördig*", "likvärdig*", "stucket", "like", "lige", "equal", "equally"}
	laterWords     = []string{"vänta", "minst", "mindre", "vente", "wait", "least"}
	favouriteWords = []string{"etta", "ettan", "favorit", "förstahandsval", "favourite"}
)

// lesserWords head a list that goes on with the one above.
var lesserWords = []string{
	"kul att ha", "kul om", "bra att ha", "roligt om", "vore kul", "också", "även", "dessutom", "utöver", "övrigt", "övriga", "fler saker", "fler önskemål", "ytterligare", "bonus", "extra", "om tid", "om det finns tid", "om ni hinner", "i mån av tid", "mindre viktig", "inte lika", "lägre prio", "kan vänta", "på sikt", "till sist", "sedan", "därefter", "i andra hand", "önskvärt", "fortsätt",
	"gjerne også", "gerne også", "hvis tid", "i tillegg", "desuden", "mindre vigtig",
	"nice to have", "also", "if time", "less important", "later",
}

// othersWords in such a heading make it that of somebody else's list.
var othersWords = []string{"kolleg", "avdelning", "filial", "hennes", "deras", "erbjud", "dela med", "bidra", "colleague"}

// ordinals are the words that rank, besides those made of places.
var ordinals = []ordinal{
	{"i främsta rummet", 1, anywhere}, {"först och främst", 1, anywhere}, {"allra helst", 1, anywhere}, {"allra mest", 1, anywhere}, {"helst av allt", 1, anywhere}, {"mest av allt", 1, anywhere}, {"främst av allt", 1, clause}, {"främst", 1, anywhere},
	{"framför allt", 1, clause}, {"framförallt", 1, clause}, {"allra först", 1, clause}, {"helst", 1, request}, {"kommer först", 1, anywhere}, {"vi börjar med", 1, clause}, {"jag börjar med", 1, clause}, {"störst behov har vi av", 1, clause}, {"först", 1, request}, {"mest", 1, clause},
	{"viktigast", 1, either}, {"viktigaste", 1, label}, {"bäst vore", 1, clause}, {"allra viktigast", 1, clause}, {"absolut viktigast", 1, clause}, {"viktigast av allt", 1, clause}, {"viktigast för oss", 1, clause}, {"viktigast för mig", 1, clause}, {"viktigaste önskemålet", 1, clause},
	{"största önskemål", 1, clause}, {"största önskan", 1, clause}, {"största behov", 1, clause}, {"största behovet", 1, clause},
	{"högst prioritet", 1, clause}, {"högst prio", 1, clause}, {"högsta prioritet", 1, clause}, {"högsta prio", 1, clause}, {"hög prioritet", 1, clause}, {"hög prio", 1, clause}, {"hög", 1, label}, {"högst upp", 1, label}, {"högst", 1, label}, {"först ut", 1, label}, {"måste ha", 1, label}, {"bör ha", rankNext, label}, {"bra att ha", rankNext, label}, {"kul att ha", rankNext, label}, {"trevligt att ha", rankNext, label}, {"prioriterat", 1, label}, {"överst", 1, label}, {"guld", 1, label}, {"guldet", 1, label},
	{"om jag bara får välja en sak", 1, clause}, {"om vi bara får välja en sak", 1, clause},
	{"näst bäst", 2, clause}, {"näst viktigast", 2, clause}, {"näst viktigaste", 2, label}, {"näst mest", 2, clause}, {"näst högst", 2, clause}, {"näst högsta prioritet", 2, clause}, {"näst högsta prio", 2, clause}, {"därnäst", 2, clause}, {"silver", 2, label}, {"silvret", 2, label}, {"om vi får två", 2, label}, {"om jag får två", 2, label},
	{"brons", 3, label}, {"bronset", 3, label}, {"ett", 1, label}, {"två", 2, label}, {"tre", 3, label}, {"fyra", 4, label}, {"fem", 5, label},
	{"därefter", rankNext, clause}, {"sedan", rankNext, clause}, {"sen", rankNext, clause}, {"näst efter det", rankNext, clause}, {"efter det", rankNext, clause}, {"sedan kommer", rankNext, clause}, {"sen kommer", rankNext, clause}, {"sedan följer", rankNext, clause}, {"annars", rankNext, clause}, {"i mitten", rankNext, clause}, {"går inte det", rankNext, label}, {"går det inte", rankNext, label},
	{"mindre viktigt", rankNext, label}, {"medelhög prioritet", rankNext, label}, {"låg prioritet", rankNext, label}, {"låg prio", rankNext, label}, {"lägre prioritet", rankNext, label}, {"lägre prio", rankNext, label}, {"mellan", rankNext, label}, {"medel", rankNext, label}, {"låg", rankNext, label}, {"lite viktigare", rankNext, label}, {"ännu viktigare", rankNext, label}, {"viktigare", rankNext, label}, {"viktigt", rankNext, label},
	{"sist", rankLast, clause}, {"sist men inte minst", rankLast, clause}, {"sist och slutligen", rankLast, clause}, {"allra sist", rankLast, clause}, {"till sist", rankLast, clause}, {"till slut", rankLast, clause}, {"slutligen", rankLast, clause}, {"sist av allt", rankLast, clause}, {"sist kommer", rankLast, clause}, {"längst ner", rankLast, clause}, {"längst ned", rankLast, clause}, {"avslutningsvis", rankLast, clause},
	{"guldet går till", 1, clause}, {"guldet till", 1, clause}, {"guld till", 1, clause}, {"silvret går till", 2, clause}, {"silvret till", 2, clause}, {"silver till", 2, clause}, {"bronset går till", 3, clause}, {"bronset till", 3, clause}, {"brons till", 3, clause},
	{"kan vänta", rankLast, label}, {"kan gott vänta", rankLast, label}, {"får vänta", rankLast, label}, {"mindre bråttom", rankNext, label}, {"inte lika bråttom", rankNext, label}, {"mest bråttom", 1, label}, {"mest akut", 1, label}, {"akut", 1, label}, {"bråttom", 1, label},
	{"bubblare", rankLast, label}, {"reserv", rankLast, label}, {"minst", rankLast, label}, {"fjärde och sista", rankLast, label}, {"tredje och sista", rankLast, label}, {"minst viktigt", rankLast, label}, {"minst viktig", rankLast, label}, {"minst angeläget", rankLast, label}, {"lägst prioritet", rankLast, label}, {"lägst prio", rankLast, label}, {"lägsta prioritet", rankLast, label}, {"lägsta prio", rankLast, label},
	{"i mån av tid", rankLast, clause}, {"i nödfall", rankNext, clause}, {"i värsta fall", rankNext, clause},

	{"først og fremmest", 1, anywhere}, {"først og fremst", 1, anywhere}, {"aller helst", 1, anywhere}, {"allerhelst", 1, anywhere}, {"mest af alt", 1, anywhere}, {"mest av alt", 1, anywhere}, {"først", 1, request}, {"største ønske", 1, clause}, {"viktigst", 1, label}, {"vigtigst", 1, label}, {"høj prioritet", 1, clause}, {"høy prioritet", 1, clause},
	{"næstvigtigst", 2, label}, {"næstvigtigste", 2, label}, {"nest viktigst", 2, label}, {"nest viktigste", 2, label},
	{"dernæst", rankNext, clause}, {"deretter", rankNext, clause}, {"derefter", rankNext, clause}, {"og så", rankNext, label}, {"lav prioritet", rankNext, label},
	{"til sidst", rankLast, clause}, {"til slutt", rankLast, clause}, {"sidst men ikke mindst", rankLast, clause}, {"sist men ikke minst", rankLast, clause}, {"mindst vigtigt", rankLast, label}, {"endelig", rankLast, label},

	{"ensisijaisesti", 1, anywhere}, {"ennen kaikkea", 1, clause}, {"ensiksi", 1, clause}, {"ensimmäiseksi", 1, clause}, {"ensinnäkin", 1, clause}, {"toissijaisesti", 2, anywhere}, {"toiseksi", 2, clause}, {"kolmanneksi", 3, clause}, {"lopuksi", rankLast, clause}, {"viimeiseksi", rankLast, clause},

	{"first of all", 1, anywhere}, {"first and foremost", 1, anywhere}, {"most of all", 1, anywhere}, {"above all", 1, clause}, {"firstly", 1, clause}, {"first", 1, request}, {"top of my list", 1, clause}, {"top priority", 1, clause}, {"high priority", 1, clause},
	{"secondly", 2, clause}, {"a close second", 2, clause}, {"thirdly", 3, clause}, {"a distant third", 3, clause},
	{"medium priority", rankNext, label}, {"after that", rankNext, clause}, {"next", rankNext, label}, {"then", rankNext, clause},
	{"low priority", rankLast, label}, {"last but not least", rankLast, clause}, {"finally", rankLast, clause}, {"lastly", rankLast, clause},
}

// places are the words for a place in an order: as ordinal numbers, as
// cardinal numbers and as nouns.
var places = []struct {
	rank                       int
	ordinals, cardinals, nouns []string
}{
	{1, []string{"första", "1:a", "1a", "første", "first", "1st", "ensimmäinen"}, []string{"1", "ett", "en", "én", "et", "one", "yksi"}, []string{"etta", "ettan", "1:an"}},
	{2, []string{"andra", "2:a", "2a", "andre", "anden", "andet", "second", "2nd", "toinen"}, []string{"2", "två", "to", "two", "kaksi"}, []string{"tvåa", "tvåan", "2:an"}},
	{3, []string{"tredje", "3:e", "3e", "third", "3rd", "kolmas"}, []string{"3", "tre", "three", "kolme"}, []string{"trea", "trean", "3:an"}},
	{4, []string{"fjärde", "4:e", "fjerde", "fourth", "4th", "neljäs"}, []string{"4", "fyra", "fire", "four", "neljä"}, []string{"fyran", "4:an"}},
	{5, []string{"femte", "5:e", "fifth", "5th", "viides"}, []string{"5", "fem", "five", "viisi"}, []string{"femma", "femman", "5:an"}},
	{rankLast, []string{"sista", "siste", "sidste"}, nil, nil},
}

// placePhrases are how a place is said: % stands for an ordinal number, # for
// a cardinal one, @ for a noun. A determiner may stand before each.
var placePhrases = []struct {
	words    string
	position position
}{
	{"i % hand", anywhere}, {"i % rummet", anywhere}, {"i % omgang", anywhere}, {"i % rekke", anywhere}, {"i % række", anywhere}, {"in the % place", anywhere},
	{"för det %", clause}, {"for det %", clause},
	{"på % plats", either}, {"på delad % plats", either}, {"på %plats", either}, {"på %platsen", either}, {"på % plass", either}, {"på %plass", either}, {"på %plassen", either}, {"på % plads", either}, {"på %pladsen", either},
	{"% hand", clause}, {"%handsval", clause}, {"%handsvalet", clause}, {"%val", clause}, {"% val", clause}, {"%prioritet", clause}, {"% prioritet", clause}, {"% prio", clause}, {"% plats", clause}, {"% plass", clause}, {"% plads", clause},
	{"% önskemål", clause}, {"% önskemålet", clause}, {"% önskan", clause}, {"% ønske", clause}, {"% choice", clause}, {"% priority", clause}, {"% wish", clause},
	{"%", label}, {"delad @", label}, {"@", either},
	{"nummer #", either}, {"nr #", either}, {"number #", either}, {"prio #", either}, {"prioritet #", either}, {"prio nr #", clause}, {"priority #", clause}, {"plats #", clause},
}

// shortWords are what there may be too little of for the last wish;
// conditionWords stand beside them: "om det blir tid över".
var (
	shortWords     = []string{"tid", "plats", "utrymme", "rum", "pengar", "hinner", "orkar", "tiden", "plass", "plads", "time"}
	conditionWords = []string{"om", "bara", "skulle", "ifall", "hvis", "dersom", "if", "det", "finns", "finnas", "blir", "bli", "ni", "är", "även", "också", "ges", "över", "kvar", "till", "er", "att", "there", "is", "så"}
)

// determiners may stand before what ranks: "mitt första önskemål".
var determiners = []string{
	"min", "mitt", "vår", "vårt", "den", "det", "som", "allra", "absolut",
	"mit", "vores", "my", "our", "the",
}

// labelWords may stand between an ordinal and its colon: "Etta på min lista:".
var labelWords = []string{
	"och", "viktigaste", "viktigast", "på", "min", "vår", "mitt", "vårt", "listan", "lista", "önskemål", "önskan", "prio", "prioritet", "om", "ni", "vi", "jag", "orkar", "hinner", "kan", "det", "blir", "finns", "tid", "pengar", "roligast", "ändå", "men", "plats", "över", "är", "blev", "kommer", "hand", "valet", "val", "vill", "lära", "mig", "oss", "för", "en", "sak", "till", "just", "nu", "tror", "nog",
	"og", "for", "os", "meg", "viktigste", "vigtigste", "ønske", "på", "listen", "hvis", "tid",
	"my", "list", "priority", "wish", "choice", "is", "the", "on", "and", "if", "there", "time",
}

// askingVerbs stand in sentences by which people ask for something. What they
// ask for is not decided here.
var askingVerbs = []string{
	"vill", "skulle", "sku", "önskar", "önskas", "behöver", "behövs", "vore", "saknar", "efterlyser", "efterfrågas", "vilja",
	"ønsker", "vil", "trenger", "mangler", "want", "would", "need", "like", "toivomme", "haluaisimme",
}

// otherVerbs after "i första hand" say what the writer does, not what she
// wants.
var otherVerbs = []string{
	"jobbar", "arbetar", "är", "har", "sitter", "riktar", "vänder", "tack", "och", "jag", "vi",
	"jobber", "arbejder", "er", "i", "we", "thanks", "thank",
}

// courtesies are what a letter begins with: "först vill jag tacka".
var courtesies = []string{
	"tacka", "säga", "berätta", "presentera", "hälsa", "påpeka", "nämna", "passa",
	"takke", "takk", "sige", "si", "thank", "say",
}

// ifWords begin a condition.
var ifWords = []string{"om", "ifall", "skulle", "bara", "hvis", "dersom", "if"}

// clauseWords begin a point that is a clause, though it ends in a full stop:
// "Hur man spelar in en podd."
var clauseWords = []string{
	"hur", "vad", "vilka", "vilken", "att", "när", "varför", "var",
	"hvordan", "hva", "hvad", "hvilke", "at", "å", "miten", "mitä",
	"how", "what", "which", "why",
}

// letterWords begin the lines of a letter, not the points of a list.
var letterWords = []string{
	"hej", "hejsan", "hejhej", "hallå", "tja", "tjena", "tjo", "god", "goddag", "kära", "bästa", "jag", "vi", "tack", "mvh", "ha", "det", "detta", "här", "kan", "ni", "du", "och", "men", "så", "min", "mitt", "mina", "vår", "vårt", "våra", "vill", "ring", "se", "såg", "läste", "jobbar", "önskar", "skulle", "tacksam", "hoppas", "förlåt", "skriver", "med",
	"hei", "kjære", "kære", "jeg", "takk", "tak", "dette", "her", "mange",
	"moi", "kiitos", "minä",
	"hello", "hi", "dear", "i", "we", "thanks", "this", "please", "my", "our",
}
