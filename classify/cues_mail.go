package classify

// machines are phrases of mail that no colleague wrote about her wishes:
// newsletters, offers for sale, notifications, invitations.
var machines = compileCues(machineRows)

var machineRows = []cueRow{
	{"avregistrera|avprenumerera|avanmäl|unsubscribe|prenumererar|prenumerera", "Klicka för att avregistrera dig"},
	{"view|visa ~ this|i ~ in|your? ~ browser|webbläsare|webbläsaren", "visa i webbläsaren"},
	{"boka ~ in? ~ en|ett|din|demo|tid? ~ demo|demonstration|möte|plats|analys|rådgivning|kostnadsfri", "Boka en demo"},
	{"kostnadsfri|kostnadsfritt|gratis ~ analys|demo|provperiod|test|rådgivning|offert|prova", "en kostnadsfri analys"},
	{"rabatt|rabattkod|kampanj|kampanjpris|erbjudandet|specialpris|moms|offert|inkl ~ moms? ~ gäller|ex?", "20 % rabatt"},
	{"automatiskt|automatgenererat ~ meddelande|mejl|mail|genererat|utskick|svar / autosvar", "detta är ett automatiskt meddelande"},
	{"svara|reply ~ inte|not|ej ~ på|to ~ detta|det|this", "Svara inte på detta mejl"},
	{"kan|går inte|ej att? besvaras|besvara", "Mejlet kan inte besvaras"},
	{"faktura|fakturan|förfallodag|förfallodatum|orderbekräftelse / att betala :", "Förfallodag: 12 maj"},
	{"ärendenummer|ärendenr / ärende ~ har|nr|registrerats|skapats", "Ärendenummer: 12"},
	{"har registrerats|inkommit ~ i?", "ett ärende har registrerats"},
	{"ej|inte tilldelad|tilldelat", "Handläggare: ej tilldelad"},
	{"handläggare|kategori|inkom|status :", "Handläggare: Eva"},
	{"granskat|analyserat|kollat|tittat|besökt ~ på? er|din|ert|eran ~ webbplats|hemsida|sajt|sida|webb", "Vi har granskat er webbplats"},
	{"ni|er|sajt|sida ~ syns|rankar|rankas|hamnar ~ inte|högre|på|högt?", "Ni syns inte på Google"},
	{"sökord|sökordet|sökorden|metabeskrivning*|laddtid*|garanterad*|webbplatsägare|länkbyte*|gästinlägg*|google-ranking|ranking|leads|konvertering*", "rätt sökord"},
	{"företag|bolag|leverantör ~ som|inom|av", "Vi är ett företag som säljer hyllor"},
	{"vår|våra|vårt ~ nya? ~ produkt|produkter|tjänst|tjänster|lösning|lösningar|boknings*|experter|konsulter", "får vi visa vår produkt"},
	{"ansök ~ senast|här|nu|idag / vi söker ... sommarvikarier|medarbetare|vikarier", "Ansök senast 1 maj"},
	{"annonsera|annons|annonsplats|mediapartner ~ i|hos|på?", "annonsera i vår tidning"},
	{"våra|nöjda|andra|kära|bästa ~ kunder|kund|företag / lanserar vi|nu / prova ~ gratis|kostnadsfritt", "våra kunder"},
	{"er|din|ditt|era ~ försäljning|omsättning|konvertering|synlighet|hemsida ~ ökar|öka|på?", "öka er försäljning"},
	{"öka|ökar|ökad ~ försäljning|försäljningen|trafik|trafiken|synlighet|synligheten", "öka försäljningen"},
	{"vi på ... hjälper|erbjuder|har|levererar", "Vi på Firma AB hjälper er"},
	{"anmäl ~ dig|er ~ här|nu|senast|till / anmälan ~ senast|görs|sker / inbjuder|bjuder ~ in? till", "Anmäl dig här"},
	{"läs ~ mer ~ på|här|om|$", "Läs mer på vår webb"},
	{"klicka ~ här|på", "Klicka här"},
	{"nyhetsbrev|nyhetsbrevet|newsletter ~ från|nr|v|vecka|april|maj|vår?", "nyhetsbrev från oss"},
	{"veckans|månadens|vårens|höstens ~ nyheter|nyhetsbrev|webbinarier|webbinarium|program|erbjudande|kurser", "Veckans nyheter"},
	{"förstasidan|topplacering|sökmotoroptimering|backlinks|seo-analys / sida 1", "förstasidan på Google"},
	{"beslutsfattare|inköpsansvarig|vd", "Hej beslutsfattare"},
	{"uppfyller|möter|tillgodoser|överträffar ~ alla? ~ era|dina|ert|er|kundens|kunders önskemål|behov", "Vi uppfyller era önskemål"},
	{"på|är semester|tjänsteresa|ledig|föräldraledig|sjukskriven|tjänstledig|frånvarande|bortrest", "Jag är på semester till maj"},
	{"läser|svarar|besvarar ... inte|ej|sporadiskt|när / åter|tillbaka ~ på? måndag|tisdag|onsdag|torsdag|fredag|den / är ~ åter|tillbaka ~ i|på|efter|igen", "Jag läser inte min mejl"},
	{"kontakta|ring|vänd ... ... vid ~ akuta|brådskande / vid akuta|brådskande ~ frågor|ärenden?", "Vid brådskande ärenden ring växeln"},
	{"kan|hjälper ~ hjälpa? er ~ att? ~ bli|nå|få|öka|synas / fler|nya följare|besökare|kunder", "Vi hjälper er att synas"},
	{"inbjudan|kallelse till|: / ^ ~ inbjudan|kallelse / välkommen|välkomna ~ till ~ möte|avstämning|uppstart|webbinarium", "Kallelse till möte"}, {"anslut ~ via|här|till / när : / mötes-id", "Anslut via länken"}, {"verifiera|bekräfta ~ ditt|din ~ konto|adress|identitet / inkorg ~ är full", "Verifiera ditt konto"},
	{"dagordning|dagordningen|agenda : / ^ ~ dagordning|agenda / preliminärt|preliminär program|dagordning|agenda / övriga frågor / föregående protokoll / minnesanteckningar|mötesanteckningar|protokoll från|fört / apt|arbetsplatsträff|arbetsplatsträffen", "Dagordning: 1. Inledning"},
	{"could|cannot|kunde|kan|gick not|inte|ikke ~ be? ~ att? delivered|levereras|leverera|leveres / mail system|delivery / user|recipient|address unknown|rejected|failed / unknown user|recipient|address / mailbox|inkorgen|postlådan ~ is|är? full / följande|following mottagare|recipients|adresser", "Your message could not be delivered: user unknown"},
	{"tack|tackar för ditt|ert ~ mejl|mail|meddelande|e-postmeddelande / har tagit|mottagit ~ emot? ditt|ert / svarar|återkommer ~ så ~ snart|fort / svarar|återkommer ~ inom", "Tack för ditt mejl, vi svarar så snart vi kan"},
	{"limited time / special offer / click here / free trial / book a demo", "click here"},
}

// patrons are phrases of a library's user, whose mail went astray.
var patrons = compileCues(patronRows)

var patronRows = []cueRow{
	{"jag ~ är ~ låntagare|besökare|pensionär", "jag är låntagare hos er"},
	{"^ ~ låntagare ~ på|hos|i", "låntagare på Lillbiblioteket"},
	{"mitt|mina ~ lån|lånekort|bibliotekskort|reservation|reservationer|böcker", "förnya mina lån"},
	{"boken|böckerna|ljudboken|filmen|e-boken ~ jag|som ~ lånade|lånat|reserverat|reserverade|beställt|har", "boken jag lånade"},
	{"har ~ haft? ~ lånekort", "jag har lånekort sedan länge"},
	{"ni ~ köpa|köper|beställa|beställer|ta|tar ~ in|hem / kan|kunde|borde|bör biblioteket ~ köpa|beställa|ta ~ in|hem / ni ~ köper|köpa|skaffa|skaffar|skaffade / köp|beställ|ta ~ hem|in", "kan ni köpa in fler deckare"},
	{"inköpsförslag|förseningsavgift|förseningsavgifter / önskemål|önskan|förslag|förslaget ~ om|på|till inköp", "ett inköpsförslag"},
	{"öppettider|öppettiderna|öppnar|öppna|stänger|öppet ~ ni? ~ tidigare|längre|senare|på|kvällar|helger|söndagar|lördagar", "öppet längre på lördagar"},
	{"vilka|era|bibliotekets öppettider / anmäla mig|oss", "vilka öppettider har ni"},
	{"längre|generösare|fler|bättre|förlänga|förlänger|utöka|utökade ~ öppettider|öppettiderna", "längre öppettider"},
	{"jag|kan|kunna|gärna|snälla ~ reservera|låna|lånar|förnya ~ boken|om|böckerna|följande|dessa|filmen / ^ ~ reservera|förnya ~ boken|böckerna|följande|dessa|filmen", "reservera boken åt mig"},
	{"har ni ~ boken|böckerna|romanen|serien|filmen", "har ni boken inne"},
	{"författare|titel|isbn :", "Författare: Lagerlöf"},
	{"av ~ författaren", "allt av författaren"},
	{"i er|eran ~ app|katalog|samling|bibliotekskatalog", "den saknas i er katalog"},
	{"när|hur ~ länge? ~ öppnar|stänger|är|har ~ ni ~ öppet?", "när öppnar ni efter påsk"},
	{"^ ~ kan man|jag|en ... ... hos er", "kan man skriva ut hos er"},
	{"jag|skulle ... låna|reservera dem|den|det|hem", "jag vill låna dem till helgen"},
	{"my ~ loans|loan / my library card", "renew my loans"},
}

// astray are phrases of other mail with the word "önskemål" that is meant for
// somebody else: about holidays and rosters, and from those who sell visits.
var astray = compileCues(astrayRows)

var astrayRows = []cueRow{
	{"önskemål|önskemålen|önskningar|önskan ~ om|kring|gällande|inför|till|för ~ *semester|semestern|*ledighet|*schema|schemat|arbetstid*|arbetspass|*datum|lokal|lokaler|mat|kost|specialkost|rum", "Önskemål om sommarsemester"},
	{"vara|är ~ ledig|lediga / semester*|sommarsemester* ... vecka|v|veckor|perioden", "vilka veckor du vill vara ledig"},
	{"är ~ författare|illustratör|föreläsare|musiker|trollkarl|skådespelare", "jag är författare till fyra deckare"},
	{"arvode|arvodet|gage|gaget ~ enligt|är|på|tillkommer|efter|utgår|ligger", "arvode enligt överenskommelse"},
	{"eget förlag / mitt|min skrivande|författarskap|utställning|föreställning / min|mina ~ nya|senaste|nyutkomna|första|egna|egen bok|roman|böcker|romaner|diktsamling|deckare|barnbok|barnböcker|pjäs", "min senaste roman"},
}

// support are phrases of questions, trouble and opinions about the site and
// its courses, and of thanks.
var support = compileCues(supportRows)

var supportRows = []cueRow{
	{"kommer|går|kan|lyckas|får ~ inte|ej ~ att? ~ in|logga|inloggad|åt", "jag kommer inte in"},
	{"komma in", "jag vill bara komma in"},
	{"jag|vi ... logga|loggar|loggade in|ut", "när jag loggar in"},
	{"inloggning*|inlogg|inlogget -i|med", "inloggningen strular"},
	{"glömt|glömde|återställa|nytt|byta ~ mitt? ~ lösenord|lösenordet", "jag har glömt mitt lösenord"},
	{"-på|av|efter|till|liknande kursen|kurserna ~ om|i|på|som", "få kursen om GDPR som pdf"},
	{"använda|låna|dela|sprida|visa era|ert|eran", "får jag använda era bilder"},
	{"anmälan|anmälningslänk|anmälningslänken|anmälningar ~ öppnar|till|stänger|är", "när anmälan öppnar till webbinariet"},
	{"när|hur ... kommer ~ del|nästa|fortsättningen", "När kommer del två"},
	{"mitt|nytt|mina|avsluta|radera ~ konto|kontot|konton|profil|passerkort|prenumeration", "mitt konto är borta"},
	{"kontot ~ finns|är|har|funkar", "kontot finns inte"},
	{"diplom|diplomet|kursintyg|kursintyget|intyg|intyget|kursbevis", "jag får inget kursintyg"},
	{"kursen|filmen|filmerna|länken|länkarna|sidan|quizet|testet|modulen|webbplatsen|videon ~ ... fungerar|funkar|laddar|startar|hackar|ligger|är|öppnas|går ~ inte|ej|nere|trasig|död", "filmen i kursen funkar inte"},
	{"ljudet|bilden|chatten|inspelningen|sändningen|länken|länkarna ... försvann|försvinner|hackade|frös|bröts|avstängd|funkade|fungerade|leder", "ljudet försvann"},
	{"ert|webbinariet|webbinarium|föreläsningen|sändningen ~ webbinarium? ... måndags|tisdags|onsdags|torsdags|fredags|igår", "Vid webbinariet i torsdags"},
	{"tom|blank|vit sida / felet ~ finns|är|ligger|kvarstår / förväntar mig", "jag får bara upp en tom sida"},
	{"är|kostar kursen|kurserna ~ öppen|öppna|gratis|kvar|något|obligatorisk / kursen|kurserna är|kostar ~ öppen|öppna|gratis|kvar|något|stängd|obligatorisk", "om kurserna är öppna för alla"},
	{"byta|flytta|ändra|avboka ~ om|min|dag|tid|plats|datum -på|om ~ tid|plats|anmälan?", "flytta min plats till den 12:e"},
	{"min|mitt|ny|fel ~ privata|nya|gamla? ~ adress|mejl|mejladress|e-post|e-postadress|mailadress", "till min privata adress"},
	{"kunna|få|går ~ att? logga in -med|på|till|i", "kunna logga in"},
	{"felmeddelande|felmeddelandet|buggar|bugg|felanmälan|driftstörning", "jag får ett felmeddelande"},
	{"under all kritik", "det är under all kritik"},
	{"fler|nya tillfällen / fick ~ ingen|inte ~ plats / spelas det in / för sent att / mejl|mail per person|bibliotek", "jag fick inte plats på webbinariet"},
	{"klagomål|besvikelse|undermålig|undermåligt|synpunkt|synpunkter|missnöjd|besviken|besvikna|upprörd|kritik", "en synpunkt på sajten"},
	{"gick|gått|gjorde|genomfört|avslutat ~ er|digitekets|kursen|kurserna|en|två|klart", "jag gick kursen igår"},
	{"när|hur ... kommer|startar|börjar|släpps|öppnar|lång ~ ... kurs|kursen|kurserna", "när startar kursen"},
	{"-upp er|eran|den kurs ~ om|i|som", "en fråga om er kurs om källkritik"},
	{"i|på kursen", "i kursen om upphovsrätt"},
	{"är det ~ er|ni|rätt ~ jag|som|man|adress", "är det er jag ska vända mig till"},
	{"vänligen|snälla|var ~ återkom|åtgärda|fixa|kontakta / kan|kunde ni|du|någon ~ återkomma|kontakta|ringa", "vänligen återkom"},
	{"passar ~ det|torsdag|fredag|måndag|tisdag|onsdag|tiden / när passar", "passar det med ett möte på torsdag"},
	{"skriver|skriva ... uppsats|examensarbete|examensuppsats|masteruppsats|c-uppsats / intervjua ~ er|dig|någon / svara|svarar ~ på ~ en|min|vår|några|mina ~ enkät|undersökning", "jag skriver en uppsats"},
	{"hittar ~ den|det|dem ~ inte|ej / var ~ ligger|hittar|finns ~ jag? ~ den|kursen|länken|inspelningen", "jag hittar den inte"},
	{"delta|närvara ~ på|i|vid ~ mötet / skicka ~ anteckningar|påminnelse|påminnelsen|underlag|underlaget|protokoll|protokollet", "jag kan inte delta på mötet"},
	{"rätta till|åtgärda", "det måste ni rätta till"},
	{"log in / login|certificate / sign in / password reset / my account", "I cannot log in"},
	{"logge|logget|kurset|kursbevis ~ inn|ind?", "jeg kan ikke logge inn"},
}

// thanks are polite words about the site and its courses: such a mail wants
// something only if it says so.
var thanks = compileCues(thanksRows)

var thanksRows = []cueRow{
	{"vilken|vilka ~ bra|fin|fina|jättebra|toppen|härlig ~ kurs|kurser|film|artikel", "Vilken bra kurs"},
	{"borde|ska|förtjänar ~ få|ha? ~ en|ett? ~ medalj|eloge|pris|guldstjärna|beröm / ni ~ gör|är ~ ett|så ~ bra|fantastiskt|fantastiska|jättebra|fint ~ jobb?", "ni borde få medalj"},
	{"tack ~ för ~ svar|svaret|hjälpen|kursen|en|er|den|ert|fina|jättebra|kurserna|senast ~ kurs|kursen|sist?", "tack för kursen om GDPR"},
	{"kursen|kurserna|filmen|artikeln ... var|är ~ mycket|så|väldigt|jätte? ~ toppen|bra|jättebra|rolig|intressant|givande|lärorik", "kursen i MIK var toppen"},
}

// requests ask Digiteket for something, seldom for knowledge.
var requests = compileCues(requestRows)

var requestRows = []cueRow{
	{"^ ~ kan|kunde|skulle|har|är|vill|får|kommer|can|could|do|are ni|du|you", "kan ni skicka en faktura"},
}

// greetings begin a mail; the sentence goes on after the comma.
var greetings = compileCues(greetingRows)

var greetingRows = []cueRow{
	{"^ hej|hejsan|hallå|tjena|tja|tjo|god|goddag|kära|bästa|ursäkta|jo|ja", "Hej på er, vi behöver Koha"},
	{"^ hello|hi|dear|hei|kære|kjære", "Dear all, we need Koha"},
}

// pleasantries begin sentences that say nothing about wishes.
var pleasantries = compileCues(pleasantryRows)

var pleasantryRows = []cueRow{
	{"^ hej|hejsan|hallå|tjena|tja|tjo|god|goddag|dear|hello|hi|kära|bästa|hei|salam", "Hej"},
	{"^ ~ tack|tackar|mvh|hälsningar|vänliga|med|allt|ha|lycka|trevlig|glad|kram|vi|keep|best|thanks|regards|kind|mange|takk|tak $", "Tack"},
	{"^ ~ tack|tackar ~ för|på|så", "Tack på förhand"},
	{"^ ~ med ~ vänlig|vänliga|bästa|varma hälsning|hälsningar", "Med vänlig hälsning"},
	{"^ ~ vet ~ ej|inte|ikke $", "vet ej"},
	{"^ ~ ha ~ det|en", "Ha en fin dag"},
}
