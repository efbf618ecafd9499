package classify

// teaching are the verbs for what Digiteket may do about a wish; verbParticles
// follow them.
const (
	teaching      = "göra|gör|gjorde|fixa|fixar|ordna|ordnar|visa|visar|lära|lär|förklara|förklarar|berätta|berättar|skriva|skriver|ta|tar|tog|erbjuda|hålla|håller|skapa|skapar|lägga|lägger|la|spela|producera|reda|reder|tipsa|satsa|satsar|prata|komma|samla|ställa|ställde|presentera|beskriva|beskriver|ge|ger|utbilda|köra|bjuda|guida|fördjupa|säga|säger|utveckla|hjälpa|hjälper|ha|hade|följa|följer|låta|tänka|prioritera|lyfta|fokusera|undervisa|ordnade|gav|skrev|visade|tala|talade|pratade"
	verbParticles = "in|fram|upp|ut|ihop|samman|med|om|oss|mig|på|er|till"
)

// visitors are those of whom a wish is only told, as alternatives of a pattern.
const visitors = "många|folk|alla|de|dom|besökare|besökarna|låntagare|låntagarna|eleverna|elever|studenter|studenterna|barnen|föräldrar|pensionärer|pappa|mamma|man|dam|herre|elev|student|flicka|pojke|tjej|kille|kvinna|tant|gubbe|förälder"

// wishCues stand before what the writer wants, or, when nothing follows them,
// after it ("Excel skulle vi behöva").
var wishCues = compileCues(wishRows)

var wishRows = []cueRow{
	// Wanting, needing and lacking, whoever does, but not the reader.
	{"-ni|du önskar|önska|önskas|önskat|önskade|behöver|behövs|behövde|behövt|behöva|behövas|krävs|saknar|saknas|saknat|saknade -ni|du", "Barnavdelningen önskar kurser i Koha"},
	{"-ni|du efterlyser|efterlyses|efterlyst|efterfrågar|efterfrågas|efterfrågat|uppskatta|uppskattar|uppskattas|uppskattat|välkomna|välkomnar|välkomnas|värdesätta|gilla|yrkar|äskar|föreslår|föreslå -ni|du", "Därnäst skulle arbetsgruppen välkomna en handledning i Zotero"},
	{"-ni|du|god|" + visitors + " vill|ville|velat|vilja -ni|du|de|dom|säga|tacka|bidra|hjälpa|att", "Min kollega Ali vill ha en kurs i Koha"},
	{"-ni|du drömmer|drömt|dröm|drömmen|längtar|längtat|hoppas|hoppats|väntar|röstar|rösta|röst|röstade|röstat|anhåller|ber|be|bad|tjatar|tjatade|ropar|ropade|ropades|skriker|suktar|siktar ~ om|efter|på|för", "Barnavdelningen tjatar om en kurs i Koha"},
	{"-ni|du|" + visitors + " undrar|undra|undrade|undrat|funderar|fundera|funderat|funderade|klurar|grubblar ~ ofta|mycket|över|på|kring|om?", "Jag undrar hur man hittar fria noter"},
	{"-ni|du vill|ville|vilja ~ att -jag|vi|man", "Vi vill att ni visar Koha"},
	{"få|får|fick|fått|ta|tar|ha ~ bättre|lite? ~ ordning|koll|grepp|kläm|rätsida|tag|styr|klarhet ~ på|i|om", "Vi måste få ordning på OneDrive"},
	{"sugen|sugna|road|roade|nyfiken|nyfikna|intresserad|intresserade|intresse|intresset|ute ~ av|på|för|efter", "Vi är nyfikna på VR"},
	{"vore|är|skulle|hade|blir ... tacksam|tacksamma|glad|glada|jätteglad|lycklig|överlycklig ~ för|av|över|om", "Själv skulle jag bli glad av en guide till Libris"},
	{"behov|behovet|önskan|önskemål|önskemålet|önskningar|nytta|glädje|hjälp|intresse ~ av|om|är|gäller|blir|vore|handlar|rör|skulle|: ~ väl|nog? ~ vara|på? -era|er|ert", "Det finns stort behov av en kurs i Teams"},
	{"må|mått|mår bra|gott av?", "Klarspråk skulle vi må bra av"},
	{"måste|borde ~ kunna|lära", "Då måste vi själva kunna Koha"},
	{"toppar|leder ~ min|vår? ~ listan|önskelistan", "Koha toppar listan"},
	{"få lära|veta|höra|prova|testa|se", "Roligt att få veta mer om Scratch"},
	{"lära mig|oss|sig|er|mej", "Dags att lära oss Canva"},
	{"bli bättre|duktigare|säkrare|vassare på|i|med", "Vi måste bli bättre på Koha"},
	{"gärna|helst|hellre ~ ser|sett|ta|tar|ha|få|se|gå|lära|veta|läsa / ser|tar|tager|går|läser ~ jag|vi? ~ gärna|helst|hellre|emot ~ emot?", "Du kan väl hälsa att jag gärna ser en kurs om Koha"},
	{"ser ~ fram emot", "Vi ser fram emot en kurs i Koha"},
	{"^ ~ gärna|hellre|helst ~ då?", "Hellre Koha"},
	// What would be.
	{"hade|skulle|kunde ~ det? ~ varit|vara|va|bli ... med|me|om|att|kring / vore ~ det? ~ därför? ... med|me|om|att|kring", "Det vore toppen med en kurs i Trello"},
	{"skulle|hade göra|gjort ~ susen|nytta|skillnad|underverk / vore -svårt / hade|skulle|kunde ~ suttit|sitta|sitter fint|bra / hade|skulle varit|vara", "En kurs i Excel skulle sitta fint"},
	{"inte ~ helt? ~ dumt|fel ~ med|att|om?", "Inte helt fel med en kurs i Koha"},
	{"borde|bör|måste ~ prioriteras|lyftas|komma|finnas|finns / det borde finnas", "Jag tycker att Koha borde prioriteras"},
	{"vad sägs|tror ~ ni? ~ om", "Vad sägs om en kurs i Koha"},
	// Asking Digiteket.
	{"kan|kunde|skulle|får|kommer|borde|bör|vill|hade|tänker inte? ni|någon|man ~ av? er? ~ inte? ~ kunna|kunnat|tänka? ~ er? ~ att? ~ " + teaching + " ~ " + verbParticles + "? ~ " + verbParticles + "?", "Kan ni göra en kurs om poddar"},
	{"ni|någon|digiteket ~ ville|borde|bör|kommer|ska|skulle|kan|kunde|får -inte|jag|vi ~ gärna? ~ kunna|tänka? ~ er? ~ att? ~ " + teaching + " ~ " + verbParticles + "?", "Jag tycker att ni ska ha en kurs om Koha"},
	{"hoppas ~ på|att|ni", "Jag hoppas ni tar upp Koha"},
	{"om|att ni ~ " + teaching + " ~ " + verbParticles + "?", "Bra om ni tog upp frågan om lån av läsplattor"},
	{"har ni ~ lust|möjlighet|tid|planer|funderat|tänkt ~ att|på ~ att? ~ göra|ta|ordna|skapa ~ upp|fram?", "Har ni lust att göra något om Koha"},
	{"varför finns|har det|ni ~ ingen|inget|inga|ingenting|inte ... om|i|på|kring|för", "Varför finns det inget om Koha"},
	{"varför gör|ordnar|har ni ~ inte ~ en|ett|något / varför inte ~ göra|ordna|ha|ta|skapa ~ upp? ~ en|ett|något?", "Varför inte göra en serie om Koha"},
	{"^ snälla|please|kanske|så|då? snälla? gör|skriv|visa|förklara|ordna|fixa|tipsa|satsa|lär|låt|ge|hjälp|berätta|ta|spela|håll|skapa|producera|lägg ~ in? ~ gärna|oss|mig|upp|om|en|ett|något|någon|lite|på / :|så gör|skriv|visa|ordna|fixa|skapa|håll|producera ~ gärna|en|ett|något|någon|lite", "Snälla gör en kurs i Koha. Ett förslag: gör en film om Koha"},
	{"vi är ~ några|många|flera|två|tre|fyra som / är vi ~ några|många|flera|två|tre|fyra som", "Sedan är vi några som vill lära oss Koha"},
	{"är|vore vad jag|vi / är|vore det|vad|något|sådant som|jag|vi ~ skulle? ~ behövs|behöver|behöva|saknas|saknar|efterfrågas|efterfrågar|hjälpa|underlätta|lyfta|önskar|vill", "Koha är vad jag brinner för"},
	{"lär|ge|hjälp oss|mig", "Ni som kan allt, lär oss Koha"},
	{"^ ~ börja ~ med|gärna / börjar ni ~ med", "Börja med Koha. Om jag får bestämma börjar ni med Koha"},
	{"^ ~ kan|kunde|går|skulle man|vi|jag|det ~ att? ~ få|ha|gå / hade|skulle de|det ~ gått|gå ~ att|å ~ få|ha / är|vore det ~ möjligt ~ att ~ få|ha|gå", "Kan man få en kurs i Koha"},
	{"finns|är ~ det|någon ~ någon? ~ någon|chans|möjlighet|tanke|plan|planer ~ på|till|som|att? ~ att? ~ ni? ~ kan|kunde|skulle? ~ kunna? ~ göra|få|ha|ta|lära|visa?", "Finns det någon chans att ni kan göra en kurs om Koha"},
	// Choosing and listing.
	{"min|mitt|mina|vår|vårt|våra ~ enda|första|andra|största|främsta|högsta? önskemål|önskan|önskning|önskningar|förslag|behov|önskelista ~ är|gäller|handlar|rör|vore|stavas|heter|:?", "Mitt största önskemål är en kurs om källkritik"},
	{"ett|ännu|några|två|tre|följande|som|uttryckt ~ önskemål|önskan ~ om? / ^ ~ önskemål|önskemålet|önskan|önskas ~ är|gäller|vore|om|:?", "Önskemål från vårt bibliotek: mer om Biblio"},
	{"en|två|tre|fyra|fem|några|par|följande ~ enda? ~ sak|saker|grej|grejer|fråga|frågor|önskan|önskemål|önskningar|förslag|ting|ämnen|områden ~ :?", "Jag har en sak: tillgängliga affischer"},
	{"jag|vi ~ väljer|valde|plockar|prickar|kryssar ~ på|ut|för|in? / väljer|valde|plockar|prickar|kryssar jag|vi ~ på|ut|för|in?", "Av era punkter väljer jag Koha"},
	{"listan|önskelistan|lista|önskelista ~ står|ligger|är|kommer|hamnar|blir|finns|vill|sätter ~ jag|vi? ~ lägga|sätta|ha?", "Överst på listan står Koha"},
	{"min|mitt|mina|vår|vårt|våra ... dröm|önskedröm|drömkurs|förhoppning|fundering|huvudvärk|svaghet|akilleshäl ~ är|gäller|handlar|rör|vore|:?", "Min stora dröm är en podd"},
	{"räkna|se|ta|betrakta det|detta|den ~ här? ~ som ett|en|mitt|vårt önskemål|önskan", "Räkna det här som ett önskemål"},
	{"^ det gäller ~ alltså|främst?", "Det gäller alltså Koha"},
	{"enades|enats|kom|överens|landat|landade ~ vi|fram|överens? ~ vi|till|överens|om? ~ i|till|om|:", "På mötet enades vi om en kurs i Koha"},
	{"ett|en annat|annan|tredje ~ är|vore", "Ett annat är Koha"},
	{"handlar ~ det ~ om", "För vår del handlar det mest om Koha"},
	{"om jag|vi ~ fick|får|måste ~ önska|välja|bestämma ~ fritt? / fick jag|vi ~ önska|välja|bestämma / får ~ jag|vi? ~ önska|önskar ~ fritt?", "Om jag fick önska så vore det Koha"},
	{"räcker ~ det ~ med en|ett", "För oss räcker det med en film om Koha"},
	{"så|då är|blir|vore jag|vi ~ nöjd|nöjda|glad|glada ~ med|för|över|om", "Går inte det så är jag nöjd med Koha"},
	{"så|då|och det får|blir|är ~ bli? ~ mitt|vårt ~ önskemål|önskan|förslag / så|då får|blir|är det ~ bli?", "Ska man önska något så får det bli Koha. Koha kan ingen, så det får bli mitt önskemål"},
	{"känns|är|vore ~ mest ~ angeläget|akut|aktuellt|viktigast|viktigt|relevant", "Mest akut är GDPR. GDPR känns mest angeläget"},
	{"^ ~ det? ~ viktigast|viktigaste|angelägnast|störst|akut ~ är|vore|för? ~ oss|mig|behovet|just? / mest akuta|angelägna|brådskande", "Viktigast för oss är e-tjänster"},
	// English
	{"i|we|staff|colleagues ~ need|want|wish|like|love|appreciate|miss ~ for|is|to?", "We would really like a course on podcasts"},
	{"i'd|we'd ~ need|want|wish|like|love|appreciate", "I'd love to learn Blender"},
	{"could|can|would you ~ please? teach|explain|show|do|make|offer|cover|give", "Could you make something about Zotero"},
	{"would be ~ great|good|nice|helpful|useful|lovely|wonderful ~ to|if|with|on|about|for?", "It would be great to have a guide to Koha"},
	{"please make|do|create|offer|add|explain", "Please make a course about Koha"},
	{"what|all|thing i|we ... ... is", "What I miss on Digiteket is a guide to Koha"},
	{"top of my|our ~ list|wishlist ~ would|is? ~ be?", "Top of my list would be Koha"},
	{"looking|hoping|wishing for", "We are looking for tips on streaming"},
	{"interested in", "I am interested in open source"},
	{"my|our|one|a ~ own? ~ wish|wishes|request|suggestion ~ is|are|would|:? ~ be?", "My wish is a course in Python"},
	// Danish and Norwegian
	{"jeg|vi ~ ønsker|mangler|savner|trenger|ønske|trenge|behøver", "Vi trenger et kurs i podkast"},
	{"ønsker|trenger|mangler|savner jeg|vi|meg|mig|oss|os", "Først og fremst ønsker vi oss tips til Instagram"},
	{"skulle|kunne ~ trenge|trengt|ønske|ønsket|tænke|bruge|ville ~ mig|os|meg|oss?", "Jeg kunne godt tænke mig noget om GDPR"},
	{"vil|ville|kunne|skulle jeg|vi ~ gerne|gjerne|godt ~ have|ha|lære|vide|vite?", "Desuden vil jeg gerne lære om Koha"},
	{"har brug|behov|bruk for", "Vi har brug for hjælp til Teams"},
	{"jeg|vi ~ vil|ville ~ gerne|gjerne|have|ha|lære|vide|vite", "Vi vil gjerne lære mer om Koha"},
	{"er det ~ mulig|muligt ~ å|at ~ få / i|dere ~ skulle|burde|bør|kunne ~ lave|lage|gjøre|gøre", "Er det mulig å få et kurs i Koha. I skulle lave noget om Koha"},
	{"kan|kunne dere|i ~ lage|lave|vise|forklare", "Kan dere lage et kurs om Canva"},
	{"^ ~ ønsker|trenger|savner|ønskes", "Ønsker mer om kildekritikk"},
	{"det|ville|kunne|hadde|havde ~ vært|været|være ~ fint|bra|rart|godt|nyttig|nyttigt|hyggelig|dejligt ~ med|å|at|om", "Det kunne også være rart med noget om GDPR"},
	{"kunne|kan ~ tenke|tænke meg|mig|oss|os", "Jeg kunne tenke meg noe om Koha"},
	{"vi|jeg? ~ ville|vil ~ være|bli|blive? ~ glad|glade|takknemlig|taknemmelig|taknemmelige for|om|over", "Vi ville være glade for et kursus i Koha"},
}

// nounCues begin a wish that has no verb. Their words belong to the wish.
var nounCues = compileCues(nounRows)

var nounRows = []cueRow{
	{"^ ~ mer|mera|fler|något|nånting|någonting|lite|allt om|av|kring|kurser", "Mer om GDPR"},
	{"^ ~ hjälp|stöd|tips|råd|idéer med|på|om|kring|för|i", "Tips på hur man filmar med mobilen"},
	{"^ ~ en|ett|någon? ~ kurs|artikel|kurser eller|och artikel|artiklar|kurs|kurser|guide om|i|på", "En kurs eller artikel om Koha"},
	{"^ ~ en|ett|någon? ~ kurs|kurser|utbildning|fortbildning|webbinarium|workshop|genomgång|introduktion|grundkurs i|om|på|för|kring|av|till", "Kurs i Excel, tack"},
	{"^ ~ en|ett|någon ~ lathund|guide|checklista|manual|handbok|film|föreläsning om|i|på|för|till|kring", "En lathund för Koha"},
	{"^ ~ en|ett om", "en om Koha"},
	{"^ ~ et|en|noe|noen|noget|nogle ~ kort|enkel|enkelt|lite|lille|god? ~ kurs|kursus|veiledning|vejledning|innføring|indføring|introduksjon|introduktion|oplæg|tips ~ om|i|til|på", "et kurs i Koha"},
	{"^ ~ something|more|anything on|about", "Something about GDPR please"},
}

// needCues are signs of a need in clauses without a plain wish: trust them
// only when the words after them name something that can be learnt.
var needCues = compileCues(needRows)

var needRows = []cueRow{
	{"osäker|osäkra|vilsen|vilsna|dålig|dåliga|ovan|ovana ~ på|kring|i|med|vid", "Vi är osäkra på vad som gäller för GDPR"},
	{"ingen|nobody ... vet|kan|förstår|fattar|begriper|visste|kunde|förstod|knows|understands ~ riktigt? / ingen ... ... satt sig in i", "Ingen av oss vet riktigt hur man gör"},
	{"förstår|fattar|vet|kan|hinner|vågar|klarar|begriper|hajar|kommer|visste|förstod|kunde ~ inte|ej|inget|ingenting|knappt ~ riktigt|alls|med|på|ihop|om?", "Jag fattar inte Google Drive"},
	{"är ~ helt? ~ vilse|vilsen|vilsna|lost|borta ~ i|på|bland?", "I Koha är vi helt vilse"},
	{"svårt|svåra|besvärligt|knepigt|krångligt|djungel|virrvarr|famlar|famla|förvirring|förvirrade|handfallen|handfallna|rådlösa|rådlös|ställd|ställda|blanka|svettas|spökar|krånglar|strular / ställer till / tunt|ont|dåligt ~ med|om / går|gå|gick ~ bet ~ på? / kör|kört fast / ligger|är efter / står ~ oss|mig|sig slätt", "Vi famlar när det gäller Koha"},
	{"hittar|hittat ~ inget|inte|ingenting|knappt|aldrig ~ något? ~ om|på|kring", "Jag hittar inget om Koha"},
	{"letat|letar|sökt ~ efter", "Jag har letat efter digitala resurser på romani"},
	{"kan|vet|förstår ~ jag|vi? ~ alldeles? för lite|dåligt ~ om?", "Om Koha vet vi för lite"},
	{"ingen aning|koll ~ om|på", "Jag har ingen aning om Koha"},
	{"drar|drog|gruvar sig för|inför / undviker|undvek", "Personalen drar sig för att hjälpa till med BankID"},
	{"problem|strul|bekymmer|kämpar|brottas|sliter|strever ~ med", "Vi kämpar med Teams"},
	{"frågar|frågade|frågor ... om|kring|efter", "Folk frågar jämt om BankID"},
	{"hjälp|hjälpa|hjälper ~ oss|mig? ~ med|att|på", "Vi får fixa hjälp med skanning"},
	{"don't|can't|cannot|never ~ know|understand|manage|figure ~ out?", "I don't understand Alma"},
	{"ask|asks|asking|asked ~ me|us? ~ about", "Students keep asking me about copyright"},
	{"struggle|struggling|trouble with", "We struggle with Zoom"},
	{"forstår|vet|ved|kan ~ ikke", "Vi forstår ikke Teams"},
}

// unable makes a clause among offers none.
var unable = compileCues(unableRows)

var unableRows = []cueRow{
	{"kan|vet|har ~ inte|ej|inget|ingenting|ingen / inte|ej|aldrig ~ kan|behärskar|klarar|vet|förstår", "kan tyvärr inget om podd"},
	{"not|ikke|ikkje|cannot|can't", "I cannot do podcasts"},
}

// questionCues begin a question that is itself a wish to know.
var questionCues = compileCues(questionRows)

var questionRows = []cueRow{
	{"^ ~ och|men|sen|så|o|å|ja? ~ hur|vad|vilka|vilken|vilket|varför", "Hur gör man en pdf tillgänglig"},
	{"^ ~ och|men|sen|så? ~ får|måste|kan|bör man|vi|jag|en", "Får man visa film på biblioteket"},
	{"^ ~ har ni ~ något|någonting|nånting|någon|några|tips|material", "Har ni något om poddar"},
	{"^ ~ finns|går det", "Finns det fria noter på nätet"},
	{"^ ~ var|vart hittar|finns|kan", "Var hittar man fria ljud"},
	{"^ ~ and|but|so? how|what|which|where|why", "How do we caption videos"},
	{"^ ~ hvordan|hvorledes|hva|hvad|hvilke|hvor|må", "Hvordan lager man podkast"},
}

// frames are the words between a wish cue and the thing wished for.
var frames = compileCues(frameRows)

var frameRows = []cueRow{
	{"veta|höra|läsa|kunna|förstå|lära|vill ~ mer|mera|lite? ~ om|kring|i?", "veta mer om Koha"},
	{"få|ha|se|prova|testa|gå|fått|sett|haft / få ~ bättre? ordning|koll|grepp|kläm|rätsida|klarhet på|i|om", "få ha Koha. få klarhet i Koha"},
	{"ett|en|lite|mer|någon? ~ hjälp|stöd|kunskap|kunskaper|fortbildning|kompetens|kompetensutveckling|kompetenshöjning ~ med|i|om|kring|att|på|av|för|avseende|gällande|rörande", "hjälp med Koha"},
	{"en|fler|några|någon|ett|lite|kort|liten|enkel|riktig|bra|ny? ~ film|artikel|kurs|kurser|grundkurs|onlinekurs|webbkurs|utbildning|utbildningar|fortbildning|webbinarium|workshop|serie ~ i|om|på|kring|där|inom|till|för|avseende|gällande / en|ett ~ kort|liten|enkel? ~ kurs|utbildning|workshop där ~ man|vi ~ får|kan", "en kort kurs i Koha"},
	{"mer|mera om|av|kring", "mer om Koha"},
	{"om|med|att|på|i|av|för|är|vore|blir|stavas|heter|till|från|kring|avseende|gällande", "om Koha"},
	{"där? man|vi ~ får|kan ~ lära ~ sig|oss? / slå ett slag för", "där man får lära sig Koha. slå ett slag för Koha"},
	{"förstå mig|sig|oss på", "förstå mig på Koha"},
	{"något|nåt ~ *igt|*elt|kort|bra om|kring", "något lättfattligt om Koha"},
	{"just|gärna|alla|allihop|allesammans|alle|sammen|så|verkligen|därför|dock|också|även|själv|själva|mig|oss|sig|egentligen|bara|helt|enkelt|mest|helst|främst|framför|allt|allra|dessutom|nog|ju|väl|då|nu|absolut|kanske|faktiskt|alltså|det|detta|följande|dels|jag|vi|hon|han|att|ni|vara|tänkte|skulle|vill|typ|däremot|nämligen|såklart|givetvis|kunna|vilja", "gärna verkligen Koha"},
	{"lite? över|ska|skall", "över Koha"},
	{"i stället|ställe|synnerhet|alla|första ~ fall|hand?", "i alla fall Koha"},
	{"kommer|sätter|placerar|ligger|står|hamnar ~ vi|jag?", "kommer Koha"},
	{"ni|du ~ " + teaching + " ~ " + verbParticles + "?", "ni förklarar Koha"},
	{"stärka|stärkas|utbildas|fortbildas|vässa ~ upp? ~ mina|våra? ~ kunskaper? ~ i|inom|om", "stärka upp mina kunskaper i Koha"},
	{"tänka sig|mig|oss / och det är", "tänka sig Koha. och det är Koha"},
	{"om|ifall|att? ~ det|ni ~ finns|fanns|planerar|har|kommer|blir ~ någon|något|någonting|en ~ liknande|kurs|utbildning|material|*igt|*elt? ~ om|i|på?", "om det finns någon kurs om Koha"},
	{"det|de|den? här|där ~ med", "det här med Koha"},
	{"gå|komma|jobba ~ vidare ~ med|i|inom|på", "gå vidare med Koha"},
	{"punkten|punkterna|ämnet|förslaget|kursen|frågan|frågor ~ om", "punkten om Koha"},
	{"tänkt|tänker|tänka|planerar|planerat|funderat ~ er? ~ på? ~ att? ~ göra|ha|ta ~ upp?", "tänkt göra Koha"},
	{"både|dels ~ på|om|med|i? ~ att?", "både på att använda Koha"},
	{"om? ~ det ~ går ~ att ~ få|ha", "det går att få Koha"},
	{"öva|träna|repetera|fräscha ~ upp|på?", "öva på Koha"},
	{",", ", Koha"},
	{"t.ex|tex|exempelvis|såsom|bl.a|t / till exempel / bland annat / t|bl ex|a", "till exempel Koha"},
	{"to? learn|know|hear|read|understand|find|see|have|get|be ~ more|better|out|able|taught|some|a? ~ about|on|at|how?", "to learn more about Koha"},
	{"a|an|some|short|more ~ course|courses|training|class|workshop|lesson|help ~ on|in|about|with|to|for", "a course on Koha"},
	{"to|is|are|was|be|if|that|for|please|also|really|most|of|all|help|with|about|more|some|you|had|could|there", "to is Koha"},
	{"lære|vite|vide|høre ~ mer|mere|mig|meg|os|oss? ~ mer|mere|om?", "lære mer om Koha"},
	{"et|en|litt|lidt|noget|flere? ~ kort|enkel|lille? ~ hjelp|hjælp|kurs|kursus|innføring|indføring|veiledning|vejledning|opplæring|oplæg ~ til|i|om|med|for|på", "hjælp til Koha"},
	{"at|gerne|gjerne|også|os|meg|ha|have|få|noen|er|godt|virkelig|meget", "gerne at Koha"},
}

// tails begin the chatter after a wish.
var tails = compileCues(tailRows)

var tailRows = []cueRow{
	{",|-? så ~ är|finns|hör|ring|säg|ropa|mejla|kan|ställer|hjälper $ / ,|-? så ~ är|finns|hör|ring|säg|ropa|mejla|kan|ställer|hjälper ~ det|av|mig|bara|till|jag|vi", "Excel så är det bara att ropa"},
	{",|-? så att jag|vi|man ~ kan|slipper / så jag|vi|man ~ slipper", "Excel så att vi slipper fråga"},
	{"någon gång|dag $ / på gång $ / på er sida|sajt|webbplats|hemsida", "Excel någon gång. En kurs i Excel på er sida"},
	{"tack|tackar|mvh|hälsningar|vänligen", "Excel tack"},
	{",|-|(? om ~ ni|tid|möjligt|du ~ hinner|orkar|vill|kan|finns|går|tid|har|möjligt / ,|-|(? om ~ det ~ går|är|finns|blir ~ tid|möjligt|möjlighet|plats|utrymme / ,|-|(? om det ~ går|finns|är )? $", "Excel om ni hinner"},
	{",|- ~ gärna|helst", "Excel, helst kort"},
	{"eftersom|därför|emedan", "Excel eftersom vi byter system"},
	{"- ~ något som / siden|ettersom", "Excel - något som aldrig funkar. Excel siden vi mangler det"},
	{", som|vilket / , där jag|vi|ingen", "Excel, som vi aldrig lärt oss"},
	{",|- kostade|kostar|tog|blev|gick", "infoskärmar, kostade 900 kr styck"},
	{":|,|- allt ~ sånt|sådant|detta|det", "Excel: allt sånt"},
	{"av samma skäl|anledning", "Excel av samma skäl"},
	{",? också|även något|nåt|någonting", "Excel också något vi talat om"},
	{"snarare än / -mer|fler|längre|större än en|ett|någon|om|i|på / , annars|men är|finns|får|kan|klarar", "Excel än en i Word. Excel, annars är vi nöjda"},
	{"innan|before jag|vi|i|we", "Excel innan vi byter system"},
	{",|-? hvis|om det|dere|i ~ er|har ~ plass|plads|tid", "Excel hvis det er plass"},
	{"som det nu heter", "Excel som det nu heter"},
	{",|-|(? i|in|utan ~ den|denna|just|precis|exakt|nämnd|fallande|prioriterad|inbördes|särskild|that|this ~ ordning|ordningen|rangordning|rekkefølgen|rækkefølge|order )? $", "Excel och Word, i den ordningen"},
	{"för ~ mig|oss ~ själv|själva $", "Excel för oss själva"},
	{",|- inte|ej|ingen|not|ikke|mindre / inte ~ helt? ~ dumt|fel", "Excel, inte Word"},
	{",? because|since|as|though|although ~ i|we|the|our|it|my|nobody|they", "Excel because we need it"},
	{",|-? if ~ you|possible|there", "Excel if you can"},
	{"please|thanks|thank", "Excel please"},
	{",|- ~ fordi|for|da ~ jeg|vi|det|den", "Excel, fordi vi mangler det"},
	{"takk|tak|hilsen", "Excel takk"},
}

// declines make their clause something that the writer does not want. Not
// being able ("kan inte", "förstår inte") is a need and does not stand here.
var declines = compileCues(declineRows)

var declineRows = []cueRow{
	{"behöver|behövs|behövde|vill|önskar|saknar|orkar ~ jag|vi|ni|man? ~ absolut? inte|ej|ingen|inga|inget|ingenting", "GDPR behöver vi inte"},
	{"inte|ej|ingen|inga|inget|ingenting ~ behöver|behövs|vill|önskar|saknar|saknas|intresserad|intresserade|intresse|sugen|sugna", "jag är inte intresserad av AI"},
	{"minst ~ av? allt? ~ vill|behöver|önskar ~ jag|vi? / inte längre ~ så? intressant|aktuell|aktuellt|aktuella|relevant|viktigt", "det jag allra minst vill ha är en ny app. Koha är inte längre intressant"},
	{"behöver ~ ... ingen|inte", "en kurs till om Teams behöver däremot ingen"},
	{"ingen|inga|inget|ikke|inte ~ egna|eget|något|några? ~ önskemål|ønsker|ønske / inget|ingenting ~ att ~ önska", "Vi har inga egna önskemål"},
	{"återkommer|återkomma|hör|hörs ~ av? ~ oss|mig? ~ med|när|efter|senare", "vi återkommer med våra önskemål"},
	{"tillgodosett|tillgodosedd|tillgodosedda|täckt|uppfyllt|täckta", "behovet av Excel är täckt"},
	{"-vore|kunde|borde|ni inte|ej|ingen|inga|inget|aldrig ~ mer|mera|fler|flera|en|till|nytt|ett", "inte mer om GDPR"},
	{"^ ~ inte|ej|inget|ingen|inga|ingenting ~ om|på|i|av|kring|med|som", "inget om AI tack"},
	{"^ inte|ej|inget|ingen|inga", "inte Excel"},
	{"-man|jag|vi|att slipper|slippa|slipp|slippe|undanbedes|undanber|avstår|avböjer ~ jag|vi|gärna|från|mig|oss?", "Makerspace slipper vi gärna"},
	{"kan|har|gör|behärskar|klarar ~ jag|vi|alla|de ~ redan|bra|fint|utantill|haft|gått", "Teams kan vi redan"},
	{"jag|vi|alla ~ redan ~ kan|har|gör|haft|gått", "vi har redan haft Teams"},
	{"redan ~ kan|bra|koll|gått|haft|duktiga", "där är vi redan duktiga"},
	{"och|å|men|, mindre / ^ mindre", "makerspace och mindre GDPR"},
	{"trött|trötta|less|utled|mätt|mätta på|av", "vi är trötta på GDPR"},
	{"nog|tillräckligt|färdigpratat|mättade ~ av|med|om", "vi har fått nog av GDPR"},
	{"räcker|duger ~ det? ~ med|nu|gott|bra|så -en|ett", "GDPR räcker det med nu"},
	{"nej tack ~ till?", "nej tack till Facebook"},
	{"ointresserade|ointresserad|ointressant", "vi är ointresserade av VR"},
	{"hoppa|hoppar ~ gärna? ~ över / strunta|struntar|skippa|skippar|stryk|slopa", "hoppa över Excel"},
	{"kan|får ni ~ gott? ~ stryka|skippa|hoppa|glömma|slopa", "makerspace kan ni stryka"},
	{"kan|klarar vi|jag ~ oss|mig? ~ vara|klara|leva? ~ oss|mig? ~ utan", "Instagram kan vi vara utan"},
	{"don't|not|no|do ~ not? ~ need|want|more|interested|require", "we don't need more GDPR"},
	{"already|enough ~ know|have|had|of|do", "we already know Excel"},
	{"ikke|ingen|intet|ikkje ~ mer|mere|brug|bruk|behov|behøver|trenger|interesseret|interessert|flere", "ikke mere om GDPR"},
	{"trenger|behøver|ønsker|mangler vi|jeg ikke|ingen", "Excel trenger vi ikke"},
}

// refusals are answers to the name of a thing, in a list item or beside a line
// of the published list, that say it is not wanted.
var refusals = compileCues(refusalRows)

var refusalRows = []cueRow{
	{"^ ... kan|har|behärskar vi|jag|alla ~ redan? $", "Teams kan vi"},
	{"^ vet ~ inte|ej ~ än|ännu? $", "vet inte än"},
	{"^ nej|nä|nix|nope|no|nei ~ tack|thanks|takk? $", "nej tack"},
	{"^ ej|inte|ikke|not ~ aktuellt|intressant|intresserad|intresserade|relevant|prioriterat|nu|aktuelt ~ för|for|just? ~ oss|mig|nu? $", "ej aktuellt för oss"},
	{"^ ... finns|har|är redan $ / ^ klart|avklarat|gjort|finns $", "källkritik finns redan"},
}

// needed undoes a decline: "inte bara Excel", "inte minst GDPR".
var needed = compileCues(neededRows)

var neededRows = []cueRow{
	{"inte|ej bara|minst|endast|enbart / inte ~ helt? ~ dumt|fel", "inte bara Excel"},
	{"kan|förstår|fattar|vet|vågar|hinner|klarar|lär|får|når|hittar|funkar|fungerar|går ~ inte|ej|ingen|inget", "vi kan inte Excel"},
	{"ingen ... kan|vet|förstår|fattar|begriper|vågar|hinner|klarar|behärskar|visste|kunde|förstod / ingen av oss|mig|personalen|kollegorna|kollegerna", "ingen av oss kan Excel"},
	{"not|ikke only|just|bare|kun", "not only Excel"},
	{"inte|ej|ingen ... ordning|ordningen|rangordning|prioritering|prioritetsordning|prioordning", "ingen särskild ordning"},
}

// learning are words of a wish to learn, whatever it is about.
var learning = compileCues(learningRows)

var learningRows = []cueRow{
	{"kurs*|grundkurs*|serie|avsnitt|lektion*|utbildning*|fortbildning*|webbinar*|webinar*|workshop*|studiecirk*|lathund*|guide*|genomgång*|introduktion*|handledning*|handbok*|checklist*|vägledning*|upplägg|fördjupning*", "en lathund för Sierra"},
	{"material|öva|träna|repetera|behärska|lära|lär|kunskap*|kompetens*|kunna|förstå|tips|råd|exempel|grunder|grunderna|nybörjar*", "lära oss rita"},
	{"vad ~ som|man|vi ~ får|gäller|bör|ska|kan", "vad man får rita"},
	{"ta|tar|tog|tagit ~ upp", "ta upp hyllmärkning"},
	{"mer|mera|något om", "mer om hyllmärkning"},
	{"hur|veta|metoder|inspiration|erfarenheter|idéer", "hur man ritar"},
	{"digital*|webb*|online|internet|nätet|app|appar|appen|program|programmet", "digital arbetsledning"},
	{"course*|training|tutorial*|learn*|how|guide*|tips|ideas", "how to draw"},
	{"kursus|lære|hvordan|opplæring|tips|vide|vite", "hvordan man tegner"},
}

// levels tell what the writer knows already, or how far she wants to go.
var levels = compileCues(levelRows)

var levelRows = []cueRow{
	{"redan|grunderna|grundkurs*|grundnivå*|nivå*|steg|nybörjar*|fördjup*|avancera*|beyond|basics", "vi har läst grunderna"},
}

// trouble makes a wish one for help with the site.
var trouble = compileCues(troubleRows)

var troubleRows = []cueRow{
	{"få|kunna komma|logga in -med / ^ komma|logga in", "att få komma in"},
	{"uppdatera|rätta|korrigera|gör ~ kurserna|kursen|filmerna|filmen", "uppdatera kursen om Facebook"},
	{"nytt|mitt ~ konto|passerkort|lösenord / ^ ~ kunskap|kunskaper|kompetens|erfarenheter $", "ett nytt passerkort"},
	{"^ ~ finns er|ert|era|eran", "finns er kurs om Koha kvar"},
	{"^ ~ stämma|fråga|kolla|diskutera|svar|kontakt|besked / ^ får|kan man|jag|vi ~ bidra|hjälpa / ^ berätta|meddela att / ^ göra|avsluta|fortsätta ~ klart? ~ kursen", "stämma av med chefen"},
	{"^ ~ tacka|säga|avanmäla|avboka|passa|framföra|påpeka|anmäla|avsluta|klaga|bidra / ^ ~ dela med", "passa på att tacka"},
}

// courses are words for teaching, whatever it is about.
var courses = compileCues(courseRows)

var courseRows = []cueRow{
	{"kurs*|grundkurs*|nybörjarkurs*|utbildning*|fortbildning*|introduktion*|genomgång*|överblick|översikt|idéer|exempel|inspiration|höst|hösten|våren|sommar|år|framtiden|förteckning|sammanställning|samling|området|ämnet|grunderna|lathund*|guide*|*upplägg|film|artikel|workshop*|tips|råd|hjälp|stöd", "en introduktion"},
	{"course|introduction|overview|tutorial|training|help|kursus|innføring|oversikt", "an introduction"},
}

// joints stand between two wishes of one clause.
var joints = compileCues(jointRows)

var jointRows = []cueRow{
	{",? och|o|å|& så|också|även|dels|gärna|dessutom|likaså|sist|sen|sedan", "Koha och så Trello"},
	{",? samt ~ även|också?", "Koha samt Trello"},
	{",? dels", "Koha, dels Trello"},
	{", dessutom|även|plus|gärna", "Koha, dessutom Trello"},
	{"plus", "Koha plus Trello"},
	{",? and ~ also|then|finally", "Koha and also Trello"},
	{"as well as", "Koha as well as Trello"},
	{",? og ~ også|så|dernæst|deretter|gjerne|gerne", "Koha og også Trello"},
}
