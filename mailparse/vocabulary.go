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
}

// originalMarkers announce earlier mail; a reply has them, and so have the
// forwards of some clients.
var originalMarkers = []string{
	"ursprungligt meddelande", "originalmeddelande", "ursprungligt mejl",
	"opprinnelig melding", "oprindelig meddelelse", "original besked", "original meddelelse",
	"alkuperäinen viesti",
	"original message", "reply message", "original appointment",
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
	"schrieb", "schreef", "a écrit", "escribió", "escreveu", "ha scritto", "napisał", "napisała", "написал", "написала", "пишет",
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

// mobileSignatures begin the line that a phone or a mail program adds.
var mobileSignatures = []string{
	"skickat från min", "skickat från outlook", "skickat från yahoo", "skickat från e-post för", "skickat från mobilen", "skickat från en",
	"skickat med", "skickat via", "skickades från", "skickat från mail", "skickat från proton", "hämta outlook", "skaffa outlook",
	"från min iphone", "från min ipad", "från min mobil", "från min telefon",
	"sendt fra min", "sendt fra outlook", "sendt fra mail", "sendt fra yahoo", "sendt fra mobil", "sendt fra proton", "sendt via", "sendt med", "hent outlook", "få outlook",
	"lähetetty iphone", "lähetetty ipad", "lähetetty android", "lähetetty puhelimes", "lähetetty outlook", "lähetetty samsung", "lähetetty windows", "hae outlook", "hanki outlook",
	"sent from", "sent via", "sent with", "sent by", "from my iphone", "get outlook for", "get [outlook", "get <outlook", "sent using",
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

// titleWords end or make up the lines that say what the sender is and where.
var titleWords = []string{
	"bibliotekarie", "bibliotekarien", "biblioteksassistent", "bibliotekschef", "biblioteket", "bibliotek", "bibliotekets", "folkbibliotek", "kommunbibliotek", "stadsbibliotek", "skolbibliotek", "barnbibliotekarie", "skolbibliotekarie",
	"assistent", "bibl.ass", "chef", "enhetschef", "avdelningschef", "kulturchef", "samordnare", "utvecklare", "biblioteksutvecklare", "pedagog", "bibliotekspedagog", "kommunikatör", "handläggare", "strateg", "administratör", "webbredaktör", "redaktör", "vaktmästare", "tekniker", "it-ansvarig", "it-samordnare", "chaufför", "vikarie", "systembibliotekarie",
	"kommun", "region", "förvaltning", "förvaltningen", "kulturförvaltningen", "kultur", "fritid", "avdelningen", "enheten", "filialen", "filial", "högskola", "universitet", "skola",
	"bibliotekar", "bibliotekleder", "bibliotekskonsulent", "biblioteksleder", "kommune", "kulturhus",
	"kirjastonhoitaja", "kirjasto", "kirjastonjohtaja", "informaatikko",
	"librarian", "library", "assistant", "manager",
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
	"inte i någon särskild ordning", "inte i någon ordning", "inte i prioriterad ordning", "inte rangordnad", "inte rangordnat", "inte prioriterat", "inte prioriterad", "ej prioriterad", "ej i prioritetsordning", "ej rangordnad", "oprioriterad", "oprioriterat", "orangordna", "i slumpvis ordning", "i slumpmässig ordning", "i valfri ordning", "i bokstavsordning", "i alfabetisk ordning", "huller om buller", "utan rang", "alla är lika viktiga", "allt är lika viktigt", "lika viktiga alla", "lika viktigt alltihop", "kan inte rangordna", "går inte att rangordna", "ordningen spelar ingen roll", "strunta i ordningen", "ordningen är slumpmässig",
	"i tilfeldig rekkefølge", "i tilfældig rækkefølge", "i vilkårlig rækkefølge", "i vilkårlig rekkefølge", "uprioritert", "uprioriteret", "ikke i prioritert rekkefølge", "ikke i prioriteret rækkefølge", "uten prioritering",
	"satunnaisessa järjestyksessä", "ei tärkeysjärjestyksessä",
	"in no particular order", "in no special order", "in any order", "not in order", "in random order", "all equally important",
}

// reversedWords say that the last item of a list is wanted most.
var reversedWords = []string{
	"viktigast sist", "viktigaste sist", "viktigaste är sist", "viktigaste står sist", "viktigaste kommer sist", "viktigaste kommer jag på sist", "viktigast längst ner", "viktigast längst ned", "viktigaste längst ner", "viktigaste längst ned", "viktigast nederst", "viktigaste nederst", "sista är viktigast", "sist är viktigast", "sista är det viktigaste", "sista punkten är viktigast", "sista punkten är den viktigaste", "nedersta är viktigast", "står sist är det", "kommer sist är det", "det bästa sist", "bästa kommer sist", "helst sist", "mest angelägna sist", "mest angeläget sist", "högst prio sist", "högst prioriterat sist", "högst prioritet sist",
	"omvänd ordning", "omvänd prioritet", "omvänd rangordning", "i omvänd", "bakvänd ordning", "baklänges", "bakifrån", "nerifrån", "nedifrån", "underifrån", "i stigande ordning", "stigande angelägenhet", "stigande prioritet", "stigande viktighet", "minst viktigt först", "minst viktiga först", "minst viktigast först", "ju högre siffra", "ju längre ner desto viktigare", "läs uppåt",
	"viktigst sist", "viktigste sist", "viktigste til sidst", "vigtigst sidst", "vigtigste sidst", "vigtigste til sidst", "omvendt rekkefølge", "omvendt rækkefølge", "motsatt rekkefølge", "nedenfra",
	"tärkein viimeisenä", "käänteisessä järjestyksessä",
	"most important last", "in reverse order", "reverse order", "least important first", "the last one is the most", "from the bottom up", "read from the bottom",
}
