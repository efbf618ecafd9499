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

// unorderedWords say that the items of a list are wanted equally.
var unorderedWords = []string{
	"utan inbördes ordning", "utan inbördes rangordning", "utan särskild ordning", "utan ordning", "utan rangordning", "utan prioritering", "utan prioritetsordning", "ingen särskild ordning", "i ingen ordning", "i ingen särskild", "ingen prioritering", "ingen prioritetsordning", "ingen rangordning", "ingen inbördes ordning",
	"inte i någon särskild ordning", "inte i någon ordning", "inte i prioriterad ordning", "inte rangordnad", "inte rangordnat", "inte prioriterat", "inte prioriterad", "ej prioriterad", "ej i prioritetsordning", "ej rangordnad", "oprioriterad", "oprioriterat", "orangordna", "i slumpvis ordning", "i slumpmässig ordning", "i valfri ordning", "i bokstavsordning", "i alfabetisk ordning", "huller om buller", "utan rang", "lika viktiga alla", "lika viktigt alltihop", "kan inte rangordna", "går inte att rangordna", "ordningen spelar ingen roll", "strunta i ordningen", "inte så noga med ordningen", "inte noga med ordningen", "ordningen är slumpmässig", "ordningen har ingen betydelse", "ordningen saknar betydelse",
	"alla lika viktiga", "alla tre lika", "alla fyra lika", "alla fem lika", "alla är lika", "allt är lika", "allt lika viktigt", "båda lika", "alla lika", "lika mycket allihop", "jämbördiga", "likvärdig", "inte i nån ordning", "inte i nån särskild", "inte i någon särskild", "utan prio", "ingen prio", "ingen ordning", "hipp som happ", "som de dyker upp", "i den ordning jag kom på", "i den ordning vi kom på", "i den ordning de kom", "spelar ingen roll vilken ordning", "oavsett ordning", "kan inte välja ordning", "helt oordnat", "alle er like viktige", "alle er lige vigtige", "equally important",
	"i tilfeldig rekkefølge", "i tilfældig rækkefølge", "i vilkårlig rækkefølge", "i vilkårlig rekkefølge", "uprioritert", "uprioriteret", "ikke i prioritert rekkefølge", "ikke i prioriteret rækkefølge", "uten prioritering",
	"satunnaisessa järjestyksessä", "ei tärkeysjärjestyksessä",
	"rekkefølgen har ingen betydning", "rækkefølgen er ligegyldig", "in no particular order", "order does not matter", "order doesn't matter", "in no special order", "in any order", "not in order", "in random order", "all equally important",
}

// reversedWords say that the last item of a list is wanted most.
var reversedWords = []string{
	"står sist är det", "kommer sist är det", "helst sist", "mest angelägna sist", "mest angeläget sist", "högst prio sist", "högst prioriterat sist", "högst prioritet sist",
	"omvänd ordning", "omvänd prioritet", "omvänd rangordning", "i omvänd", "bakvänd ordning", "baklänges", "bakifrån", "nerifrån", "nedifrån", "underifrån", "i stigande ordning", "stigande angelägenhet", "stigande prioritet", "stigande viktighet", "minst viktigt först", "minst viktigt överst", "från minst till mest", "minst viktiga först", "minst viktigast först", "ju högre siffra", "ju längre ner desto viktigare", "läs uppåt",
	"omvendt rekkefølge", "omvendt rækkefølge", "motsatt rekkefølge", "nedenfra",
	"tärkein viimeisenä", "käänteisessä järjestyksessä",
	"most important last", "in reverse order", "reverse order", "least important first", "from least to most", "the last one is the most", "from the bottom up", "read from the bottom",
}

// ordinals are the words that rank.
var ordinals = []ordinal{
	{"i första hand", 1, anywhere}, {"i första rummet", 1, anywhere}, {"i främsta rummet", 1, anywhere}, {"för det första", 1, clause},
	{"först och främst", 1, anywhere}, {"allra helst", 1, anywhere}, {"allra mest", 1, anywhere}, {"helst av allt", 1, anywhere}, {"mest av allt", 1, anywhere},
	{"framför allt", 1, clause}, {"framförallt", 1, clause}, {"främst av allt", 1, clause}, {"främst", 1, anywhere}, {"allra först", 1, clause},
	{"den första", 1, label}, {"delad etta", 1, label}, {"helst", 1, request}, {"mitt största önskemål", 1, clause}, {"vårt största önskemål", 1, clause}, {"det största behovet", 1, clause}, {"vårt största behov", 1, clause}, {"mitt förstahandsval", 1, clause}, {"vårt förstahandsval", 1, clause}, {"om vi får två", 2, label}, {"om jag får två", 2, label}, {"det första", 1, label}, {"det viktigaste", 1, label}, {"viktigast", 1, label}, {"första", 1, label}, {"först", 1, request}, {"hög prioritet", 1, clause}, {"hög prio", 1, clause}, {"etta", 1, clause}, {"min etta", 1, clause}, {"förstahandsval", 1, clause}, {"förstahandsvalet", 1, clause}, {"förstaval", 1, clause}, {"mitt förstaval", 1, clause}, {"vår etta", 1, clause}, {"guldet", 1, label}, {"mitt första önskemål", 1, clause}, {"vårt första önskemål", 1, clause}, {"första önskemålet", 1, clause}, {"min första önskan", 1, clause}, {"första prioritet", 1, clause}, {"första prio", 1, clause}, {"högsta prioritet", 1, clause}, {"allra viktigast", 1, clause}, {"viktigast av allt", 1, clause}, {"ett", 1, label}, {"ettan", 1, clause}, {"guld", 1, label}, {"viktigast för oss", 1, clause}, {"viktigast för mig", 1, clause}, {"mest", 1, clause}, {"högst upp på listan", 1, clause}, {"överst på listan", 1, clause}, {"om jag bara får välja en sak", 1, clause}, {"om vi bara får välja en sak", 1, clause},
	{"nummer ett", 1, clause}, {"nr 1", 1, clause}, {"prio 1", 1, clause}, {"prio ett", 1, clause}, {"prioritet 1", 1, clause}, {"överst", 1, label}, {"högst upp", 1, label}, {"på första plats", 1, clause},
	{"i andra hand", 2, anywhere}, {"den andra", 2, label}, {"delad tvåa", 2, label}, {"mitt andrahandsval", 2, clause}, {"vårt andrahandsval", 2, clause}, {"andrahandsval", 2, clause}, {"andrahandsvalet", 2, clause}, {"andraval", 2, clause}, {"mitt andraval", 2, clause}, {"min tvåa", 2, clause}, {"vår tvåa", 2, clause}, {"silvret", 2, label}, {"för det andra", 2, clause}, {"näst viktigast", 2, clause}, {"därnäst", 2, clause}, {"det andra", 2, label}, {"andra", 2, label}, {"tvåa", 2, clause}, {"två", 2, label}, {"tvåan", 2, clause}, {"silver", 2, label}, {"näst mest", 2, clause}, {"näst viktigaste", 2, label}, {"det näst viktigaste", 2, label}, {"på delad andra plats", 2, clause},
	{"mitt andra önskemål", 2, clause}, {"vårt andra önskemål", 2, clause}, {"andra önskemålet", 2, clause}, {"min andra önskan", 2, clause}, {"andra prioritet", 2, clause}, {"andra prio", 2, clause}, {"näst högst", 2, clause}, {"nummer två", 2, clause}, {"nr 2", 2, clause}, {"prio 2", 2, clause}, {"prio två", 2, clause}, {"prioritet 2", 2, clause}, {"på andra plats", 2, clause},
	{"i tredje hand", 3, anywhere}, {"den tredje", 3, label}, {"delad trea", 3, label}, {"för det tredje", 3, clause}, {"det tredje", 3, label}, {"tredje", 3, label}, {"trea", 3, clause}, {"tredjehandsval", 3, clause}, {"mitt tredjehandsval", 3, clause}, {"vårt tredjehandsval", 3, clause}, {"tredjehandsvalet", 3, clause}, {"tredjeval", 3, clause}, {"min trea", 3, clause}, {"vår trea", 3, clause}, {"bronset", 3, label}, {"tre", 3, label}, {"trean", 3, clause}, {"brons", 3, label}, {"mitt tredje önskemål", 3, clause}, {"vårt tredje önskemål", 3, clause}, {"tredje önskemålet", 3, clause}, {"tredje prioritet", 3, clause}, {"nummer tre", 3, clause}, {"nr 3", 3, clause}, {"prio 3", 3, clause}, {"prio tre", 3, clause}, {"prioritet 3", 3, clause}, {"på tredje plats", 3, clause},
	{"i fjärde hand", 4, anywhere}, {"för det fjärde", 4, clause}, {"det fjärde", 4, label}, {"fjärde", 4, label}, {"fyra", 4, label}, {"fjärdehandsval", 4, clause}, {"mitt fjärdehandsval", 4, clause}, {"fyran", 4, clause}, {"min fyra", 4, clause}, {"vår fyra", 4, clause}, {"nummer fyra", 4, clause}, {"nr 4", 4, clause}, {"prio 4", 4, clause},
	{"i femte hand", 5, anywhere}, {"för det femte", 5, clause}, {"femma", 5, clause}, {"min femma", 5, clause}, {"vår femma", 5, clause}, {"fem", 5, label}, {"nummer fem", 5, clause}, {"nr 5", 5, clause}, {"prio 5", 5, clause},
	{"därefter", rankNext, clause}, {"sedan", rankNext, clause}, {"sen", rankNext, clause}, {"näst efter det", rankNext, clause}, {"efter det", rankNext, clause}, {"sedan kommer", rankNext, clause}, {"sen kommer", rankNext, clause}, {"sedan följer", rankNext, clause}, {"annars", rankNext, clause}, {"i mitten", rankNext, clause}, {"om det finns rum", rankLast, clause}, {"i andra rummet", 2, anywhere}, {"går inte det", rankNext, label}, {"går det inte", rankNext, label},
	{"i sista hand", rankLast, anywhere}, {"den sista", rankLast, label}, {"sist men inte minst", rankLast, clause}, {"sist och slutligen", rankLast, clause}, {"allra sist", rankLast, clause}, {"till sist", rankLast, clause}, {"till slut", rankLast, clause}, {"slutligen", rankLast, clause}, {"sist av allt", rankLast, clause}, {"längst ner på listan", rankLast, clause}, {"längst ned på listan", rankLast, clause}, {"längst ner", rankLast, clause}, {"bubblare", rankLast, label}, {"minst", rankLast, label}, {"fjärde och sista", rankLast, label}, {"tredje och sista", rankLast, label}, {"sist på listan", rankLast, clause}, {"sist kommer", rankLast, clause}, {"om tid finns", rankLast, clause}, {"om ni hinner", rankLast, clause}, {"om det blir tid", rankLast, clause}, {"minst viktigt", rankLast, label}, {"minst viktig", rankLast, label}, {"minst angeläget", rankLast, label}, {"mindre viktigt", rankNext, label}, {"låg prioritet", rankNext, label}, {"låg prio", rankNext, label}, {"medelhög prioritet", rankNext, label}, {"hög", 1, label}, {"mellan", rankNext, label}, {"medel", rankNext, label}, {"låg", rankNext, label}, {"lägre prioritet", rankNext, label}, {"lägre prio", rankNext, label}, {"lite viktigare", rankNext, label}, {"ännu viktigare", rankNext, label}, {"viktigare", rankNext, label}, {"viktigt", rankNext, label}, {"absolut viktigast", 1, clause}, {"avslutningsvis", rankLast, clause}, {"sist", rankLast, clause},
	{"i mån av tid", rankLast, clause}, {"om det finns tid", rankLast, clause}, {"om det blir tid över", rankLast, clause}, {"om det blir pengar över", rankLast, clause}, {"om det finns utrymme", rankLast, clause},

	{"i første omgang", 1, anywhere}, {"i første rekke", 1, anywhere}, {"i første række", 1, anywhere}, {"for det første", 1, clause}, {"først og fremmest", 1, anywhere}, {"først og fremst", 1, anywhere}, {"aller helst", 1, anywhere}, {"allerhelst", 1, anywhere}, {"mest af alt", 1, anywhere}, {"mest av alt", 1, anywhere}, {"det første", 1, label}, {"den første", 1, label}, {"på første plass", 1, clause}, {"på førstepladsen", 1, clause}, {"mit største ønske", 1, clause}, {"vores største ønske", 1, clause}, {"vårt største ønske", 1, clause}, {"viktigst", 1, label}, {"vigtigst", 1, label}, {"nummer én", 1, clause}, {"nummer en", 1, clause},
	{"i anden række", 2, anywhere}, {"i andre rekke", 2, anywhere}, {"for det andet", 2, clause}, {"for det andre", 2, clause}, {"det andet", 2, label}, {"det næstvigtigste", 2, label}, {"det nest viktigste", 2, label}, {"den anden", 2, label}, {"den andre", 2, label}, {"på andre plass", 2, clause}, {"på andenpladsen", 2, clause}, {"det andre", 2, label}, {"nummer to", 2, clause},
	{"i tredje række", 3, anywhere}, {"i tredje rekke", 3, anywhere}, {"for det tredje", 3, clause}, {"på tredje plass", 3, clause}, {"på tredjepladsen", 3, clause},
	{"dernæst", rankNext, clause}, {"deretter", rankNext, clause}, {"derefter", rankNext, clause}, {"og så", rankNext, label},
	{"høj prioritet", 1, clause}, {"høy prioritet", 1, clause}, {"lav prioritet", rankNext, label}, {"til sidst", rankLast, clause}, {"til slutt", rankLast, clause}, {"sidst men ikke mindst", rankLast, clause}, {"sist men ikke minst", rankLast, clause}, {"endelig", rankLast, label},

	{"ensisijaisesti", 1, anywhere}, {"ennen kaikkea", 1, clause}, {"ensiksi", 1, clause}, {"ensinnäkin", 1, clause}, {"toissijaisesti", 2, anywhere}, {"toiseksi", 2, clause}, {"kolmanneksi", 3, clause}, {"lopuksi", rankLast, clause}, {"viimeiseksi", rankLast, clause},

	{"first of all", 1, anywhere}, {"first and foremost", 1, anywhere}, {"most of all", 1, anywhere}, {"above all", 1, clause}, {"firstly", 1, clause}, {"my first choice", 1, clause}, {"our first choice", 1, clause}, {"the first", 1, label}, {"number one", 1, clause}, {"first", 1, request}, {"top of my list", 1, clause}, {"in the first place", 1, anywhere},
	{"secondly", 2, clause}, {"my second choice", 2, clause}, {"our second choice", 2, clause}, {"the second", 2, label}, {"number two", 2, clause}, {"second", 2, label}, {"a close second", 2, clause}, {"in the second place", 2, anywhere},
	{"thirdly", 3, clause}, {"my third choice", 3, clause}, {"our third choice", 3, clause}, {"the third", 3, label}, {"number three", 3, clause}, {"a distant third", 3, clause}, {"third", 3, label},
	{"high priority", 1, clause}, {"medium priority", rankNext, label}, {"low priority", rankNext, label}, {"after that", rankNext, clause}, {"next", rankNext, label}, {"then", rankNext, clause},
	{"last but not least", rankLast, clause}, {"finally", rankLast, clause}, {"lastly", rankLast, clause},
}

// labelWords may stand between an ordinal and its colon: "Etta på min lista:".
var labelWords = []string{
	"och", "viktigaste", "viktigast", "på", "min", "vår", "mitt", "vårt", "listan", "lista", "önskemål", "önskan", "prio", "prioritet", "om", "ni", "vi", "jag", "orkar", "hinner", "kan", "det", "blir", "finns", "tid", "pengar", "roligast", "ändå", "men", "plats", "över", "är", "blev", "kommer", "hand", "valet", "val", "vill", "lära", "mig", "oss", "för", "en", "sak", "till", "just", "nu", "tror", "nog",
	"og", "for", "os", "meg", "viktigste", "vigtigste", "ønske", "på", "listen", "hvis", "tid",
	"my", "list", "priority", "wish", "choice", "is", "the", "on", "and", "if", "there", "time",
}

// wantVerbs, wantPronouns and wantWords make up the phrases by which people
// say that they want what follows: "skulle vi gärna vilja lära oss".
var wantVerbs = []string{
	"vill", "skulle", "sku", "skull", "önskar", "önskas", "behöver", "behövs", "vore", "hade", "saknar", "efterlyser", "vilja", "behöva", "är", "blir", "kommer", "står", "ligger", "gäller", "hoppas", "efterfrågas", "efterfrågar", "finns",
	"ønsker", "vil", "ville", "trenger", "mangler", "gerne", "er", "kunne",
	"haluaisin", "haluaisimme", "toivon", "toivomme", "tarvitsen", "tarvitsemme", "olisi",
	"want", "would", "need", "like", "i'd", "i’d", "we'd", "we’d", "is", "wish", "comes",
}

var wantPronouns = []string{
	"jag", "ja", "vi", "man", "det", "jeg", "i", "we", "it", "mig", "oss", "os",
}

var wantWords = []string{
	"vilja", "ha", "få", "lära", "mig", "mej", "mä", "oss", "veta", "kunna", "gärna", "helst", "också", "även", "behöva", "varit", "bra", "kul", "roligt", "fint", "toppen", "nytta", "glädje", "behov", "av", "tacksam", "tacksamma", "för", "med", "att", "själv", "önska", "se", "lite", "då", "vara", "nog", "jag", "vi", "verkligen",
	"gjerne", "lære", "meg", "mig", "os", "lidt", "vite", "vide", "at", "have", "høre", "gerne", "også", "å",
	"oppia", "lisää",
	"to", "learn", "know", "be", "like", "love", "about", "really", "also",
}

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
