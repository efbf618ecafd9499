package classify

// praise is what a wish "would be".
const praise = "bra|toppen|kul|fint|roligt|kanon|guld|perfekt|önskvärt|intressant|värdefullt|tacksamma|tacksam|jättebra|suveränt|skönt|underbart|fantastiskt|grymt|härligt|schysst|nice|finemang|jättekul|spännande|användbart|guldvärt"

// wishCues stand before what the writer wants, or, when nothing follows them,
// after it ("Excel skulle vi behöva").
var wishCues = compileCues(wishRows)

var wishRows = []cueRow{
	// Swedish
	{"^ vi|jag|alla|personalen på|från|i|vid ... önskar|behöver|vill|ville|efterfrågar|efterlyser|saknar", "Vi på Rosenfors stadsbibliotek önskar kurser i Koha"},
	{"är jag|vi ~ ute efter / jag|vi är ~ ute efter", "Nu är jag ute efter något om podd"},
	{"jag|vi gärna ~ ser|tar", "Du kan väl hälsa att jag gärna ser en kurs om Koha"},
	{"^ ~ kan|kunde|går|skulle man|vi|jag|det ~ att? ~ få|ha|gå / är|vore det ~ möjligt ~ att ~ få|ha|gå", "Kan man få en kurs i Koha"},
	{"finns ~ det|någon ~ någon? ~ chans|möjlighet|tanke|plan|planer ~ på|till|att? ~ att? ~ ni? ~ kan|kunde|skulle? ~ kunna? ~ göra|få|ha|ta?", "Finns det någon chans att ni kan göra en kurs om Koha"},
	{"vad sägs|tror ~ ni? ~ om", "Vad sägs om en kurs i Koha"},
	{"många|flera|alla|ha ~ skulle? ~ ha|har? ~ nytta|behov|glädje av", "Många skulle ha nytta av en kurs i Koha"},
	{"skulle ~ gärna ~ se|ha|få|gå|höra", "Jag skulle gärna se nåt om Koha"},
	{"skulle ~ behöva|vilja|önska|uppskatta|gilla|värdesätta", "Vi skulle verkligen behöva en kurs i Koha"},
	{"skulle|hade jag|vi|man ~ behöva|behövt|vilja|önska|önskat|uppskatta|uppskattat", "Helst skulle vi vilja lära oss Canva"},
	{"har ~ länge? ~ velat|önskat|saknat|funderat|undrat|drömt ~ om|över|på?", "Vi har länge velat förstå Wikidata"},
	{"hade ~ behövt|velat|önskat|uppskattat", "Vi hade gärna velat ha en lathund för Libris"},
	{"jag|vi|man|personalen|kollegorna|biblioteket|alla|många|flera ~ som? ~ behöver|behövde", "Här behöver man kunna Excel. Vi behöver podd"},
	{"behöver|behövde jag|vi|man|personalen", "Nu behöver vi lära oss filma"},
	{"^ ~ behöver|behövs", "Behöver tips på fria bilder"},
	{"det behövs|saknas", "Det behövs något om klarspråk"},
	{"behov|behovet av|är|finns", "Vi har stort behov av en kurs i Teams"},
	{"jag|vi|man|personalen|kollegorna|biblioteket|alla|undertecknad|undertecknade ~ önskar", "Vi önskar en introduktion till Arduino"},
	{"önskar|önska jag|vi|mig|oss|man", "I första hand önskar vi hjälp med GDPR"},
	{"^ ~ önskar|önskas|önskan|önskemål ~ :?", "Önskas: mer om e-böcker"},
	{"skulle|hade ~ behövas|behövts|önskas|uppskattas ~ är|vore?", "En sak som skulle behövas är skrivarhjälp"},
	{"ett|en annat|annan|tredje ~ är|vore", "Ett annat är Koha"},
	{"skulle|hade|would|could ~ må|mått|benefit bra|from ~ av? / would ~ welcome / would ~ like|love", "Vi skulle må bra av en kurs i Koha"},
	{"personal*|kolleg*|medarbetar*|barnbibliotekari* ~ behöver|önskar|saknar|efterlyser|efterfrågar", "Personalgruppen efterfrågar en kurs i Koha"},
	{"^ det gäller ~ alltså|främst?", "Det gäller alltså Koha"},
	{"han|hon|hen|kollega|kollegor|medarbetare ... vill|önskar ~ ha|lära|gå|få|veta|kunna", "Min kollega Ali vill ha en kurs i Koha"},
	{"borde|bör|måste ~ prioriteras|lyftas|komma|finnas|finns", "Jag tycker att Koha borde prioriteras"},
	{"kommer|tänker ni ~ att? ~ göra|skapa|ta|ha ~ upp|fram?", "Kommer ni att göra något om Koha"},
	{"rösta|röstar|röst ~ på", "Jag vill rösta på Koha"},
	{"har ni ~ lust|möjlighet|tid|planer ~ att|på ~ att? ~ göra|ta|ordna|skapa ~ upp|fram?", "Har ni lust att göra något om Koha"},
	{"får ni ~ gärna ~ göra|ta|fördjupa|prata|skriva|berätta ~ er|upp|fram? ~ i|om?", "För min del får ni gärna fördjupa er i Koha"},
	{"tar jag|vi gärna", "Då tar vi gärna en om Koha"},
	{"det|detta|den|så ~ är|blir|bli|får ~ bli? vårt|mitt|våra|mina önskemål|förslag|önskan", "Så det blir vårt önskemål"},
	{"^ ~ snälla|please? ~ gör|skriv|ordna|fixa en|ett|något|någon|lite", "Snälla gör en kurs i Koha"},
	{"hoppas ~ på", "Vi hoppas på en kurs om Koha"},
	{"och|så vill|önskar|behöver ~ ha|lära|få|kunna|veta", "Vi har röstat och vill ha Koha"},
	{"vill|ville|önskar|tycker|föreslår ~ att ni|digiteket ~ ska|skulle|borde|kan? ~ visar|visa|förklarar|förklara|gör|göra|tar|ta|skriver|skriva|berättar|berätta|lär|lära|ordnar|ordna|har|ha ~ upp|fram|ut|oss|om?", "Min kollega Siv vill att ni visar hur man delar kalendrar"},
	{"enades|enats|kom ~ vi|fram|överens? ~ vi|till|överens|om? ~ till|om", "På mötet enades vi om en kurs i Koha"},
	{"ber|bad|tjatar|tjatade|ropar|skriker ~ om|efter en|ett|mer|mera|fler|tips|hjälp|kurs|kurser", "Barnavdelningen ber om en kurs i Koha"},
	{"önskas", "Fler kurser om podd önskas"},
	{"fick jag|vi ~ önska|välja|bestämma / om jag|vi ~ fick|får ~ önska|välja|bestämma ~ fritt?", "Om jag fick önska så vore det Koha"},
	{"någon ~ borde|måste|kunde ~ göra|skriva|hålla|ordna ~ om?", "Någon borde göra en kurs om Koha"},
	{"får ~ jag|vi? ~ önska|önskar ~ fritt?", "Om jag får önska fritt: en kurs i Photoshop"},
	{"jag|vi|man|personalen|kollegorna|hela ~ vill|ville", "Vi vill gärna veta hur man strömmar"},
	{"vill|ville jag|vi|man", "Allra helst vill jag lära mig micro:bit"},
	{"^ ~ vill ~ ha|veta|lära|kunna|få|bli|förstå|se", "Vill gärna veta mer om Wikipedia"},
	{"vill ~ lära", "Min kollega och jag vill lära oss redigera ljud"},
	{"få lära|veta|höra|prova|testa", "Roligt att få lära sig mer om Scratch"},
	{"lära mig|oss|sig", "Dags att lära oss Canva"},
	{"min|mitt|mina|vår|vårt|våra ~ enda|första|andra|största|främsta|högsta? önskemål|önskan|önskning|önskningar|fråga|frågor|förslag|behov|önskelista ~ är|gäller|handlar|rör|vore|:?", "Mitt största önskemål är en kurs om källkritik"},
	{"räkna|se|ta|betrakta det|detta|den ~ här? ~ som ett|en|mitt|vårt önskemål|önskan", "Räkna det här som ett önskemål"},
	{"ett|ännu|några|två|tre|följande|som ~ önskemål|önskan ~ om? / ^ ~ önskemål|önskemålet|önskan ~ är|gäller|vore|om|:?", "Önskemål från vårt bibliotek: mer om Biblio"},
	{"vore|varit|vara|va ~ det? ~ " + praise + " ~ med|me|om|att|för|på|i?", "Det vore toppen med en kurs i Trello"},
	{"är|vi ~ tacksam|tacksamma för|om", "Är tacksam för tips om fria kartor"},
	{"hade suttit fint|bra / skulle ~ sitta fint|bra", "En kurs i Excel skulle sitta fint"},
	{"jag|vi ~ saknar|efterlyser|efterfrågar", "Vi saknar något om tillgängliga pdf:er"},
	{"saknar|efterlyser|efterfrågar jag|vi", "Framför allt saknar jag en guide till Quria"},
	{"^ ~ saknar|efterlyser|efterlyses|efterfrågas", "Efterlyser en guide till Libris"},
	{"kan|kunde|skulle ~ någon|ni ~ berätta|förklara|visa|lära|förtydliga|tipsa ~ mig|oss|ut? ~ om|för?", "Kan någon förklara hur man bygger en skaparverkstad"},
	{"det|vad ~ som? ~ vi|jag|ni|man|alla ... ... är", "Det vi pratar om hela tiden är skärmläsare"},
	{"inte ~ helt? ~ dumt|fel ~ med|att|om?", "Inte helt fel med en kurs i Koha"},
	{"kan|kunde|skulle ni ~ inte? ~ göra|fixa|ordna|visa|lära|förklara|berätta|skriva|ta|erbjuda ~ fram|upp|ut?", "Kan ni göra en kurs om poddar"},
	{"ni ~ borde|ska|skulle ~ kunna? ~ göra|ha|ta|satsa ~ upp|fram|på?", "Jag tycker att ni ska ha en kurs om Koha"},
	{"ni ~ borde|får|ska|kunde|kan ~ gärna ~ göra|ha|lära|ta|visa|förklara|skriva|erbjuda ~ upp|fram?", "Ni får gärna göra en film om Legimus"},
	{"gör|skriv|visa|förklara|ta gärna|upp", "Gör gärna en guide till PressReader"},
	{"ge|lär|visa|hjälp oss|mig", "Lär oss hur man gör en enkät"},
	{"det borde finnas", "Det borde finnas en kurs i Sway"},
	{"undrar|undra ~ om ni|du ~ kan|kunde|skulle|vill|har ~ tänka|möjlighet? ~ er? ~ att? ~ göra|skapa|ordna|visa|ta ~ fram|upp?", "Jag undrar om ni skulle kunna tänka er att göra något om Canva"},
	{"ni ~ tog|tar|gör|gjorde|hade ~ upp|fram? ~ frågan|temat|ämnet? ~ om?", "Bra om ni tog upp frågan om lån av läsplattor"},
	{"det|vad som ... ... är|vore", "Det som skulle underlätta vår vardag är delade filer"},
	{"handlar ~ det ~ om", "För vår del handlar det mest om Koha"},
	{"could use", "We could use some training in Koha"},
	{"skulle gjerne|gerne ~ hatt|haft|ha|have|lært|visst|vite", "Jeg skulle gjerne hatt et kurs i Koha"},
	{"undrar|undra|funderar|fundera ~ ofta|mycket|över|på|kring?", "Jag undrar hur man hittar fria noter"},
	{"jag|vi|är|finns|stort|mycket|väldigt ~ sugen|sugna|nyfiken|nyfikna|intresserad|intresserade|intresse av|på|för / ^ ~ sugen|sugna|nyfiken|nyfikna|intresserad|intresserade av|på|för", "Vi är nyfikna på VR"},
	{"drömmer ~ om / drömmen ~ är|vore", "Jag drömmer om en kurs i Blender"},
	{"längtar ~ efter", "Vi längtar efter en genomgång av Alma"},
	{"ser ~ fram emot / ser ~ gärna", "Vi ser gärna en kurs om bokcirklar på nätet"},
	{"tar|tager ~ gärna ~ emot ~ tips|råd|idéer|förslag|hjälp ~ om|på?", "Vi tar gärna emot tips om digitala sagostunder"},
	{"en|två|tre|fyra|fem|några|par|följande ~ enda? ~ sak|saker|grej|grejer|fråga|frågor|önskan|önskemål|önskningar|förslag|ting|ämnen|områden ~ :?", "Jag har en sak: tillgängliga affischer"},
	{"jag|vi ~ väljer|valde|röstar|plockar|prickar|kryssar ~ på|ut|för|in? / väljer|valde|röstar|plockar|prickar|kryssar jag|vi ~ på|ut|för|in?", "Av era punkter väljer jag Koha"},
	{"överst|högst ~ upp? på? ~ min|vår? ~ listan|önskelistan|lista|önskelista? ~ står|ligger|är|kommer|hamnar", "Överst på listan står Koha. Högst står Koha"},
	{"känns|är|vore ~ mest ~ angeläget|akut|aktuellt|viktigast|viktigt|relevant", "Mest akut är GDPR. GDPR känns mest angeläget"},
	{"^ ~ det? ~ viktigast|viktigaste|angelägnast|störst|akut ~ är|vore|för? ~ oss|mig|behovet|just?", "Viktigast för oss är e-tjänster"},
	// English
	{"i|we|staff|colleagues ~ need|want|wish|like|love|appreciate|miss ~ for|is|to?", "We would really like a course on podcasts"},
	{"i'd|we'd ~ need|want|wish|like|love|appreciate", "I'd love to learn Blender"},
	{"could|can|would you ~ please? teach|explain|show|do|make|offer|cover|give", "Could you make something about Zotero"},
	{"would be ~ great|good|nice|helpful|useful|lovely|wonderful ~ to|if|with|on|about|for?", "It would be great to have a guide to Koha"},
	{"please make|do|create|offer|add|explain", "Please make a course about Koha"},
	{"what|all|thing i|we ... ... is", "What I miss on Digiteket is a guide to Koha"},
	{"what|all i|we ~ need|want|miss ~ is?", "What we need is a guide to Libby"},
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
	{"hadde|havde|ville|kunne det ~ vært|været|være ~ fint|bra|rart|godt|nyttig|nyttigt|hyggelig|dejligt ~ med|å|at|om", "Ellers hadde det vært fint med et kurs i Koha"},
	{"det|ville|kunne|hadde|havde ~ vært|været|være ~ fint|bra|rart|godt|nyttig|nyttigt|hyggelig|dejligt ~ med|å|at|om", "Det kunne også være rart med noget om GDPR"},
	{"kunne|kan ~ tenke|tænke meg|mig|oss|os", "Jeg kunne tenke meg noe om Koha"},
	{"vi|jeg? ~ ville|vil|er ~ være|bli|blive? ~ glad|glade|takknemlig|taknemmelig|taknemmelige for|om|over", "Vi ville være glade for et kursus i Koha"},
}

// nounCues begin a wish that has no verb. Their words belong to the wish.
var nounCues = compileCues(nounRows)

var nounRows = []cueRow{
	{"^ ~ mer|mera|fler|något|nånting|någonting|lite om|av|kring|kurser", "Mer om GDPR"},
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
	{"ingen|nobody ... vet|kan|förstår|fattar|begriper|visste|kunde|förstod|knows|understands ~ riktigt? / ingen ... ... satt sig in i", "Ingen av oss vet riktigt hur man gör"},
	{"förstår|fattar|vet|kan|hinner|vågar|klarar|begriper|hajar|kommer|visste|förstod|kunde ~ inte|ej|inget|ingenting|knappt ~ riktigt|alls|med|på|ihop|om?", "Jag fattar inte Google Drive"},
	{"har ~ jag|vi ~ aldrig ~ begripit|förstått|fattat|lärt|kunnat", "Pivottabeller har jag aldrig förstått"},
	{"är ~ helt? ~ vilse|vilsen|vilsna|lost|borta ~ i|på|bland?", "I Koha är vi helt vilse"},
	{"vet|förstår|fattar|begriper ingen|aldrig", "Här vet ingen hur man söker i Artikelsök"},
	{"osäker|osäkra|vilsen|vilsna|dålig|dåliga|ovan|ovana ~ på|kring|i|med|vid", "Vi är osäkra på vad som gäller för GDPR"},
	{"svårt|besvärligt|knepigt|krångligt ~ att|med", "Det är svårt att hitta fria bilder"},
	{"letat|letar|sökt ~ efter", "Jag har letat efter digitala resurser på romani"},
	{"ingen aning|koll ~ om|på", "Jag har ingen aning om Koha"},
	{"är|känns|var ~ svårt|svåra|knepigt|krångligt|besvärligt $", "Koha är svårt"},
	{"problem|problemet|bekymmer|bekymret|utmaning|utmaningen|svårighet|svårigheten ~ är? :", "Vi har ett problem: tillgängliga pdf:er"},
	{"problem|strul|bekymmer|kämpar|brottas|sliter|strever ~ med", "Vi kämpar med Teams"},
	{"frågar|frågor ... om|kring", "Folk frågar jämt om BankID"},
	{"hjälp ~ med|att|på", "Vi får fixa hjälp med skanning"},
	{"don't|can't|cannot|never ~ know|understand|manage|figure ~ out?", "I don't understand Alma"},
	{"ask|asks|asking|asked ~ me|us? ~ about", "Students keep asking me about copyright"},
	{"struggle|struggling|trouble with", "We struggle with Zoom"},
	{"forstår|vet|ved|kan ~ ikke", "Vi forstår ikke Teams"},
}

// unable makes a clause among offers none.
var unable = compileCues(unableRows)

var unableRows = []cueRow{
	{"kan|vet|har ~ inte|ej|inget|ingenting|ingen", "kan tyvärr inget om podd"},
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
	{"^ ~ can|may|should we|i|one", "Can we show films online"},
	{"^ ~ hvordan|hvorledes|hva|hvad|hvilke|hvor|må", "Hvordan lager man podkast"},
}

// frames are the words between a wish cue and the thing wished for.
var frames = compileCues(frameRows)

var frameRows = []cueRow{
	{"lära|utveckla|fördjupa|förkovra|utbilda|fortbilda|vidareutbilda mig|oss|sig|er ~ mer|mera? ~ om|i|kring|inom?", "lära oss mer om Koha"},
	{"lära ~ mig|oss|sig?", "lära ut Koha"},
	{"veta|höra|läsa|kunna|förstå|lära|vill ~ mer|mera|lite? ~ om|kring|i?", "veta mer om Koha"},
	{"bli ~ bättre|duktigare|säkrare|haj|vassare ~ både? ~ på|i|med", "bli bättre på Koha"},
	{"bli", "bli"},
	{"få|ha|se|prova|testa|gå", "få ha Koha"},
	{"ett|en|lite|mer|någon? ~ hjälp|stöd|handledning|kunskap|kunskaper|fortbildning|kompetens|kompetensutveckling|kompetenshöjning ~ med|i|om|kring|att|på|av|för", "hjälp med Koha"},
	{"en|fler|några|någon|ett|lite|kort|liten|enkel|riktig|bra|ny? ~ film|artikel|kurs|kurser|grundkurs|onlinekurs|webbkurs|utbildning|utbildningar|fortbildning|webbinarium|workshop ~ i|om|på|kring|där|inom|till|för", "en kort kurs i Koha"},
	{"mer|mera om|av|kring", "mer om Koha"},
	{"stor? ~ nytta|glädje|behov av", "nytta av Koha"},
	{"om|med|att|på|i|av|för|är|vore|blir|till|från|kring", "om Koha"},
	{"gärna|alla|så|verkligen|också|även|själv|själva|mig|oss|sig|egentligen|bara|helt|enkelt|mest|helst|främst|framför|allt|allra|dessutom|nog|ju|väl|då|nu|absolut|kanske|faktiskt|alltså|det|detta|följande|dels|jag|vi|att|ni|tänkte|skulle|vill|typ|däremot|nämligen|såklart|givetvis|kunna|vilja", "gärna verkligen Koha"},
	{"så|då blir|vore|är|tar|väljer ~ det|jag|vi", "så vore det Koha"},
	{"i stället|ställe", "i stället Koha"},
	{"det|de|den? här|där ~ med", "det här med Koha"},
	{"om? ni|du ~ kan|kunde|skulle|vill|ville ~ kunna? ~ göra|ta|ordna|fixa|förklara|berätta|visa ~ fram|upp|om?", "om ni kunde förklara Koha"},
	{"som ... ... är|vore", "som vi verkligen saknar är Koha"},
	{"gå|komma|jobba ~ vidare ~ med|i|inom|på", "gå vidare med Koha"},
	{"att? ~ någon ~ kan|kunde|skulle ~ kunna? ~ förklara|visa|berätta ~ för? ~ mig|oss?", "någon kunde förklara för mig"},
	{"ni|du ~ skapar|gör|gjorde|skapade|tog|tar|lägger|ordnar|fixar|har|håller|ger ~ fram|upp|ut?", "ni tar fram Koha"},
	{"ni|du ~ satsar|fokuserar|tittar ~ på", "ni satsar på Koha"},
	{"att? vi|jag ~ behöver|vill|önskar|måste|borde", "att vi behöver Koha"},
	{"punkten|punkterna|ämnet|förslaget|kursen ~ om", "punkten om Koha"},
	{"tänkt|tänker|tänka|planerar|planerat|funderat ~ er? ~ på? ~ att? ~ göra|ha|ta ~ upp?", "tänkt göra Koha"},
	{"både|dels ~ på|om|med|i? ~ att?", "både på att använda Koha"},
	{"om? ~ det ~ går ~ att ~ få|ha", "det går att få Koha"},
	{"öva|träna|repetera|fräscha ~ upp|på?", "öva på Koha"},
	{"en|ett|två|tre|fyra|några|par ~ enda? sak|saker|grej|grejer|ting|önskemål|önskan|ämnen|områden|förslag", "två saker: Koha"},
	{":?", ": Koha"},
	{",", ", Koha"},
	{"t.ex|tex|exempelvis|såsom|bl.a|t / till exempel / bland annat / t|bl ex|a", "till exempel Koha"},
	{"-", "- Koha"},
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
	{"tack|tackar|mvh|hälsningar|vänligen", "Excel tack"},
	{",|-|(? om ~ ni|det|tid|möjligt|du ~ hinner|orkar|vill|kan|finns|går|tid|har|möjligt", "Excel om ni hinner"},
	{",|- ~ gärna", "Excel, gärna kort"},
	{",|- för|ty|eftersom|då|så|fast jag|vi|man|det|här|att|hon|han|alla|ingen|mer", "Excel, för det kan ingen här"},
	{"eftersom|därför|emedan", "Excel eftersom vi byter system"},
	{",|-|och ~ det|den|de|detta|sånt ~ är|vore|har|hade|skulle|kan|blir|behövs|behöver|saknas|får|vet|ni|finns|fattas", "Excel, det är svårt"},
	{",|- ~ jag|vi|ingen|alla|folk|hon|han ~ har|är|kan|vet|får|fick|fattar|förstår|tycker|tror|kommer|jobbar|använder|gör", "Excel, vi har aldrig lärt oss"},
	{",|- ~ har|hade|gjort|är|tycker|tror|känns|fattar|kan ~ inte|aldrig|själv|det|gjort|alltid|jag|vi|att|som", "Excel, har aldrig lärt mig"},
	{"- ~ något som", "Excel - något som aldrig funkar"},
	{",|-? så ~ är|finns|hör|ring|säg|ropa|mejla|kan|ställer|hjälper $ / ,|-? så ~ är|finns|hör|ring|säg|ropa|mejla|kan|ställer|hjälper ~ det|av|mig|bara|till|jag|vi", "Excel så är det bara att ropa"},
	{",|-? så att jag|vi ~ kan|slipper", "Excel så att vi slipper fråga"},
	{", som|vilket|vilka", "Excel, som vi aldrig lärt oss"},
	{",|- kostade|kostar|tog|blev|gick", "infoskärmar, kostade 900 kr styck"},
	{",|- finns|har|fins det|ni|i|dere ~ något|någon|noget|noe", "Excel, finns det något"},
	{"för vi|jag|ingen|det ~ byter|bytte|har|är|ska|måste|får|vet|kan", "Excel för vi byter i höst"},
	{":|,|- allt ~ sånt|sådant|detta|det", "Excel: allt sånt"},
	{"innan|before jag|vi|i|we", "Excel innan vi byter system"},
	{",|-? hvis|om det|dere|i ~ er|har ~ plass|plads|tid", "Excel hvis det er plass"},
	{"som det nu heter", "Excel som det nu heter"},
	{",|-|(? i|in|utan ~ den|denna|just|precis|exakt|nämnd|fallande|prioriterad|inbördes|särskild|that|this ~ ordning|ordningen|rangordning|rekkefølgen|rækkefølge|order )? $", "Excel och Word, i den ordningen"},
	{"för ~ mig|oss ~ själv|själva $", "Excel för oss själva"},
	{"vore|hade|skulle ~ vara|varit? ~ " + praise, "Excel skulle vara bra"},
	{"skulle|hade ~ göra|gjort|bli|blivit|hjälpa|hjälpt|underlätta|underlättat|passa|behövas|uppskattas|uppskattats", "Excel skulle göra livet enklare"},
	{",|- inte|ej|ingen|not|ikke", "Excel, inte Word"},
	{",? because|since|as|though|although ~ i|we|the|our|it|my|nobody|they", "Excel because we need it"},
	{",|-? and ~ honestly|nobody|they|i|we ~ don't|do|can't|have|has|knows", "Excel, and honestly I don't know how"},
	{",|-? if ~ you|possible|there", "Excel if you can"},
	{"please|thanks|thank", "Excel please"},
	{",|- ~ fordi|for|da ~ jeg|vi|det|den", "Excel, fordi vi mangler det"},
	{"takk|tak|hilsen", "Excel takk"},
}

// declines make their clause something that the writer does not want. Not
// being able ("kan inte", "förstår inte") is a need and does not stand here.
var declines = compileCues(declineRows)

var declineRows = []cueRow{
	{"behöver|behövs|behövde|vill|önskar|orkar ~ jag|vi|ni|man? ~ absolut? inte|ej|ingen|inga|inget|ingenting", "GDPR behöver vi inte"},
	{"inte|ej|ingen|inga|inget ~ behöver|behövs|vill|önskar|intresserad|intresserade|intresse|sugen|sugna", "jag är inte intresserad av AI"},
	{"behöver ~ ... ingen|inte", "en kurs till om Teams behöver däremot ingen"},
	{"inte|ej|ingen|inga|inget|aldrig ~ mer|mera|fler|flera|en|till|nytt|ett", "inte mer om GDPR"},
	{"^ ~ inte|ej|inget|ingen|inga|ingenting ~ om|på|i|av|kring|med|som", "inget om AI tack"},
	{"^ inte|ej|inget|ingen|inga", "inte Excel"},
	{"slipper|slippa|slipp|undanbedes|undanber|avstår|avböjer ~ jag|vi|gärna|från|mig|oss?", "Makerspace slipper vi gärna"},
	{"kan|har|gör|behärskar|klarar ~ jag|vi|alla|de ~ redan|bra|fint|utantill|haft|gått", "Teams kan vi redan"},
	{"jag|vi|alla ~ redan ~ kan|har|gör|haft|gått", "vi har redan haft Teams"},
	{"redan ~ kan|bra|koll|gått|haft|duktiga", "där är vi redan duktiga"},
	{"och|å|men|, mindre / ^ mindre", "makerspace och mindre GDPR"},
	{"trött|trötta|less|utled|mätt|mätta på|av", "vi är trötta på GDPR"},
	{"nog|tillräckligt|färdigpratat|mättade ~ av|med|om", "vi har fått nog av GDPR"},
	{"räcker|duger ~ det? ~ med|nu|gott|bra|så", "GDPR räcker det med nu"},
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
	{"^ nej|nä|nix|nope|no|nei ~ tack|thanks|takk? $", "nej tack"},
	{"^ ej|inte|ikke|not ~ aktuellt|intressant|intresserad|intresserade|relevant|prioriterat|nu|aktuelt ~ för|for|just? ~ oss|mig|nu? $", "ej aktuellt för oss"},
	{"^ ... finns|har|är redan $ / ^ klart|avklarat|gjort|finns $", "källkritik finns redan"},
}

// needed undoes a decline: "inte bara Excel", "inte minst GDPR".
var needed = compileCues(neededRows)

var neededRows = []cueRow{
	{"inte|ej bara|minst|endast|enbart / inte ~ helt? ~ dumt|fel", "inte bara Excel"},
	{"kan|förstår|fattar|vet|vågar|hinner|klarar|lär|får|når|hittar|funkar|fungerar|går ~ inte|ej|ingen|inget", "vi kan inte Excel"},
	{"ingen av oss|mig|personalen|kollegorna|kollegerna", "ingen av oss kan Excel"},
	{"not|ikke only|just|bare|kun", "not only Excel"},
	{"inte|ej|ingen ... ordning|ordningen|rangordning|prioritering|prioritetsordning|prioordning", "ingen särskild ordning"},
}

// learning are words of a wish to learn, whatever it is about.
var learning = compileCues(learningRows)

var learningRows = []cueRow{
	{"kurs*|grundkurs*|utbildning*|fortbildning*|webbinar*|webinar*|workshop*|studiecirk*|lathund*|guide*|genomgång*|introduktion*|handledning*|handbok*|checklist*|vägledning*|upplägg|fördjupning*", "en lathund för Sierra"},
	{"material|öva|träna|repetera|behärska|lära|lär|kunskap*|kompetens*|kunna|förstå|tips|råd|exempel|grunder|grunderna|nybörjar*", "lära oss rita"},
	{"vad ~ som|man|vi ~ får|gäller|bör|ska|kan", "vad man får rita"},
	{"ta|tar|tog|tagit ~ upp", "ta upp hyllmärkning"},
	{"mer|mera|något om", "mer om hyllmärkning"},
	{"hur|veta|metoder|inspiration|erfarenheter|idéer", "hur man ritar"},
	{"digital*|webb*|online|internet|nätet|app|appar|appen|program|programmet", "digital arbetsledning"},
	{"course*|training|tutorial*|learn*|how|guide*|tips|ideas", "how to draw"},
	{"kursus|lære|hvordan|opplæring|tips|vide|vite", "hvordan man tegner"},
}

// trouble makes a wish one for help with the site.
var trouble = compileCues(troubleRows)

var troubleRows = []cueRow{
	{"få|kunna komma|logga in / ^ komma|logga in", "att få komma in"},
	{"uppdatera|rätta|korrigera|gör ~ kurserna|kursen|filmerna|filmen", "uppdatera kursen om Facebook"},
	{"nytt|mitt ~ konto|passerkort|lösenord", "ett nytt passerkort"},
	{"^ ~ tacka|säga|avanmäla|avboka|passa|framföra|påpeka|anmäla|avsluta|boka|klaga|bidra|dela", "passa på att tacka"},
}

// courses are words for teaching, whatever it is about.
var courses = compileCues(courseRows)

var courseRows = []cueRow{
	{"kurs*|grundkurs*|nybörjarkurs*|utbildning*|fortbildning*|introduktion*|genomgång*|överblick|översikt|grunderna|lathund*|guide*|film|artikel|workshop*|tips|råd|hjälp|stöd", "en introduktion"},
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

// opinions stand before what the writer thinks.
var opinions = compileCues(opinionRows)

var opinionRows = []cueRow{
	{"^ ... tycker|anser|tror|tänker|känner ~ att|:", "Jag själv tycker att Koha borde prioriteras"},
	{"^ om ... ... ... så|då vore|skulle|är|blir", "om vi håller oss till ämnet så vore Koha bra"},
}
