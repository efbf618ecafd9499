package classify

// praise is what a wish "would be".
const praise = "bra|toppen|kul|fint|roligt|kanon|guld|perfekt|önskvärt|intressant|värdefullt|tacksamma|tacksam|jättebra|suveränt|skönt|underbart|fantastiskt|grymt|härligt|schysst|nice|finemang|jättekul|spännande|användbart|guldvärt"

// wishCues stand before what the writer wants, or, when nothing follows them,
// after it ("Excel skulle vi behöva").
var wishCues = compileCues(wishRows)

var wishRows = []cueRow{
	// Swedish
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
	{"tar jag|vi gärna", "Då tar vi gärna en om Koha"},
	{"det|detta|den|så ~ är|blir|bli|får ~ bli? vårt|mitt|våra|mina önskemål|förslag|önskan", "Så det blir vårt önskemål"},
	{"^ ~ snälla|please? ~ gör|skriv|ordna|fixa en|ett|något|någon|lite", "Snälla gör en kurs i Koha"},
	{"hoppas ~ på", "Vi hoppas på en kurs om Koha"},
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
	{"tänkt|tänker|tänka|planerar|planerat|funderat ~ er? ~ på? ~ att? ~ göra|ha|ta ~ upp?", "tänkt göra Koha"},
	{"både|dels ~ på|om|med|i? ~ att?", "både på att använda Koha"},
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
	{"et|en|litt|lidt|noget|flere? ~ hjelp|hjælp|kurs|kursus ~ til|i|om|med|for|på", "hjælp til Koha"},
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
	{"som det nu heter", "Excel som det nu heter"},
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
	{"^ finns|klart|avklarat|gjort ~ redan? $", "finns redan"},
}

// needed undoes a decline: "inte bara Excel", "inte minst GDPR".
var needed = compileCues(neededRows)

var neededRows = []cueRow{
	{"inte|ej bara|minst|endast|enbart / inte ~ helt? ~ dumt|fel", "inte bara Excel"},
	{"kan|förstår|fattar|vet|vågar|hinner|klarar|lär|får|når|hittar|funkar|fungerar|går ~ inte|ej|ingen|inget", "vi kan inte Excel"},
	{"ingen av oss|mig|personalen|kollegorna|kollegerna", "ingen av oss kan Excel"},
	{"not|ikke only|just|bare|kun", "not only Excel"},
}

// offerCues stand before what the writer can teach others, or after it ("det
// berättar jag gärna om").
var offerCues = compileCues(offerRows)

var offerRows = []cueRow{
	{"dela|delar ~ med|gärna ~ mig|oss ~ av? ~ av? ~ kring|om?", "Vi delar gärna med oss av våra mallar"},
	{"delar jag|vi ~ gärna", "Den delar jag gärna"},
	{"kan|kunde ~ hjälpa ~ till ~ med? ~ att?", "Jag är expert på Excel och kan hjälpa till"},
	{"dela|delar ~ gärna? våra|mina|vår|min|mitt", "Vi delar gärna våra mallar"},
	{"jag|vi ~ kan ~ berätta|dela|bidra|hålla|lära|visa|prata|snacka|undervisa|förmedla|skriva|utbilda|bistå|tipsa ~ med|ut|om|er|andra|i? ~ om|för?", "Jag kan berätta om vår podd"},
	{"kan jag|vi ~ berätta|dela|bidra|hålla|lära|visa|prata|snacka|undervisa|förmedla|skriva|utbilda|bistå|tipsa ~ med|ut|om|er|andra|i? ~ mig|oss? ~ av|om|för?", "Klarspråk kan jag berätta om"},
	{"kan|skulle ~ kunna? ~ hålla|leda ~ en|ett ~ kurs|workshop|föreläsning|webbinarium", "Min kollega skulle kunna hålla en workshop"},
	{"vill|önskar ~ gärna ~ bidra|hjälpa|ställa|dela ~ med|till|upp? ~ med|mig|oss? ~ av?", "Jag vill gärna bidra"},
	{"kan ~ prata|snacka|tala|föreläsa ~ om", "Jag är tolk och kan prata om sagostunder"},
	{"kan ~ tänka? mig|oss? ~ att? ~ hålla|berätta|undervisa|leda|dela ~ med? ~ mig|oss? ~ av|om?", "Jag jobbar med Inkscape och kan tänka mig att hålla en kurs"},
	{"som andra|alla|fler|kollegor ~ får|kan|gärna", "en lathund som andra gärna får använda"},
	{"kan ~ gärna ~ berätta|dela|bidra|hålla|lära|visa|prata|snacka|undervisa|förmedla|skriva|utbilda|bistå|tipsa ~ med|ut|om|er|andra|i? ~ mig|oss? ~ av|om|för?", "Kan gärna berätta om vår podd"},
	{"berättar|visar|bidrar|håller|ställer|lär|undervisar|tipsar|hjälper ~ jag|vi? ~ gärna|upp ~ med|om|upp|er|till|andra|ut|i? ~ om|med|i?", "Vi berättar gärna om vår makerverkstad"},
	{"gärna ~ berättar|visar|delar|bidrar|håller|ställer|lär|undervisar|tipsar|hjälper ~ med|om|upp|er|ut|andra|i? ~ om|med|mig|oss? ~ av?", "Jag gärna visar hur vi filmar"},
	{"göra|gör ... ... åt|för er", "Det skulle jag kunna göra om till något för er"},
	{"bjuder|bjuda ~ på|er", "Vi bjuder på våra mallar"},
	{"bidra|bidrar ~ med|kring|inom", "Jag kan också bidra med ljudredigering"},
	{"jag|vi ~ kan? ~ erbjuda|erbjuder ~ mig|oss|er? ~ att? ~ hålla? / ^ ~ erbjuder|erbjuda ~ mig|oss|er|att|vi|jag", "Jag erbjuder mig att hålla en kurs i GIMP"},
	{"gör|skriver|filmar|ordnar|skickar|fixar vi|jag ~ gärna", "Vill ni ha en artikel så skriver vi gärna den"},
	{"ställer|ställa ~ upp ~ med|och|som", "Vi ställer upp med vår Canva-mall"},
	{"får|kan|är ni ~ gärna|välkomna ~ ha|få|använda|låna|länka|höra|ta|kopiera|att|om|den|det", "Mallarna får ni gärna använda"},
	{"som|den|det|dem|dom|de|materialet får|kan ni ~ få|ha|om|gärna|låna|använda", "en handbok, den får ni om ni vill"},
	{"som? ni gärna får|kan ~ länka|använda|låna|ta|kopiera|få? ~ till|av?", "en serie filmer som ni gärna får länka till"},
	{"som? ni ~ får|kan ~ gärna ~ få|ha|låna|använda|länka|kopiera|sprida|ta ~ av|till|om? ~ ni? ~ vill?", "ni får gärna använda våra filmer"},
	{"till ~ ert|er|eran förfogande", "Jag står till ert förfogande i frågor om Koha"},
	{"jag|vi ~ sitter|besitter|har ~ på? ... kompetens|kunskap|kunskaper|erfarenhet|expertis|erfarenheter ~ om|av|kring|i|inom|från", "Vi har lång erfarenhet av bokcirklar på nätet"},
	{"som föreläsare|kursledare|handledare|lärare|resurs", "Jag ställer upp som kursledare i Inkscape"},
	{"lär|lära gärna? ~ ut|er|andra ~ hur|om?", "Jag lär gärna ut Blender"},
	{"i|we|i'd|i'm|we'd|we're ~ can|could|would|am|are|be|happy|glad ~ to|happy|glad|able|be? ~ to|happy|glad|able? ~ to? ~ share|teach|offer|contribute|present|show|help ~ others|with|you?", "I would be happy to share our templates"},
	{"happy|glad|willing to ~ share|teach|offer|contribute|present|show|help|talk|tell ~ others|with|you|about?", "Happy to talk about our podcast"},
	{"i'd|we'd|i|we ~ love|like|want|happy ~ to? help|contribute|share|teach", "I'd love to help"},
	{"vil|vill|vi ~ gerne|gjerne ~ bidra|bidrage|dele|fortelle|fortælle ~ med|om?", "Vi vil gerne bidrage med et oplæg"},
	{"can|could|happy ~ to? write|talk|speak|tell ~ you? about", "I could write about podcasts"},
	{"i|we ~ offer", "We offer our slides about Git"},
	{"jeg|vi ~ kan|vil ... dele|fortelle|fortælle|bidra|bidrage|vise|holde|undervise ~ med|om|i|på|av?", "Vi kan gjerne fortelle om kodeklubben"},
	{"deler|forteller|fortæller|bidrar|bidrager|viser|holder ~ gerne|gjerne ~ med|om|i|av|ut?", "Jeg fortæller gerne om vores podcast"},
}

// handoutCues ask others to get in touch about something. It is an offer where
// it can be learnt; "ring om ni undrar något" is none.
var handoutCues = compileCues(handoutRows)

var handoutRows = []cueRow{
	{"hör|hörs|ring|mejla|maila|kontakta|ropa ~ av|gärna|mig|oss|er ~ er|av? ~ om|ifall|så ni|du|jag|berättar|vill", "Hör av er om ni vill ha våra mallar"},
	{"om|ifall ni|någon|du ~ vill|skulle|önskar ~ vilja? ~ ha|veta|höra|få|låna ~ någon? ~ mer? ~ som|om? / om|ifall ni|någon|du ~ behöver|söker ~ någon? ~ som? ~ kan?", "om ni vill ha någon som kan berätta om podd"},
	{"om ~ det ~ är|finns? någon ~ som? ~ vill ~ veta|höra ~ mer? ~ om?", "Om det är någon som vill veta hur vi byggde vår app"},
}

// offerLeads announce a list of offers, beside offerCues.
var offerLeads = compileCues(offerLeadRows)

var offerLeadRows = []cueRow{
	{"kan|kunde ~ jag|vi ~ bidra|hjälpa|dela|bjuda|erbjuda|lära|ställa|visa", "Det här kan jag bidra med:"},
	{"kan ~ bidra|bjuda|dela|erbjuda|lära|ställa|visa|hålla", "Kan bjuda på:"},
	{"vi|jag ~ erbjuder|bjuder|bidrar|delar", "Vi erbjuder:"},
	{"erbjudande|erbjudanden|erbjuder|erbjudes", "Erbjudanden från oss:"},
	{"blygsamheten|skryta|skryt", "Nu lägger jag blygsamheten åt sidan:"},
	{"kunskap|kompetens|erfarenhet|kompetenser att|vi|jag|som|dela ~ kan|dela|har|med", "Kompetens vi kan dela med oss av:"},
	{"jag|vi ~ kan|behärskar :? $", "Jag kan:"},
	{"what|things|this we|i ~ can|could ~ offer|share|teach", "What we can offer:"},
	{"vi|jeg ~ kan ~ bidra|bidrage|tilby|tilbyde|dele", "Vi kan tilby:"},
}

// doneLeads announce a list of what is known, not wanted, or told as a story.
var doneLeads = compileCues(doneLeadRows)

var doneLeadRows = []cueRow{
	{"jag|vi ~ har ~ gjort|provat|testat|försökt|prövat|klickat|gått", "Jag har gjort så här:"},
	{"gjorde|gör ~ jag|vi? ~ så ~ här|:", "Så här gör jag: Jag gör så här:"},
	{"kan ~ vi|jag|alla ~ redan", "Det här kan vi redan:"},
	{"har ~ vi|jag? ~ redan", "Det här har vi redan:"},
	{"vi|jag ~ redan ~ kan|har|gått|haft", "Kurser vi redan gått:"},
	{"kurser|utbildningar ~ jag|vi|som ~ gått|har|gjort", "Kurser jag gått:"},
	{"behöver|önskar|vill ~ vi|jag? ~ inte|ej", "Detta behöver vi inte:"},
	{"steg|stegen ~ :", "I tre steg:"},
	{"öppettider|öppethållande|telefontider|telefontid|besöksadress", "Öppettider:"},
	{"already ~ know|have|done", "We already know:"},
	{"not ~ need|want", "We do not need:"},
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
	{"uppdatera|rätta|korrigera|gör ~ kurserna|kursen|sidan|sajten|webbplatsen|filmerna|filmen", "uppdatera kursen om Facebook"},
	{"nytt|mitt ~ konto|passerkort|lösenord", "ett nytt passerkort"},
	{"^ ~ tacka|säga|avanmäla|avboka|passa|framföra|påpeka|anmäla|avsluta|boka|klaga|bidra|dela", "passa på att tacka"},
}

// courses are words for teaching, whatever it is about.
var courses = compileCues(courseRows)

var courseRows = []cueRow{
	{"kurs*|grundkurs*|nybörjarkurs*|utbildning*|fortbildning*|introduktion*|genomgång*|överblick|översikt|grunderna|lathund*|guide*|film|artikel|workshop*|tips|råd|hjälp|stöd", "en introduktion"},
	{"course|introduction|overview|tutorial|training|help|kursus|innføring|oversikt", "an introduction"},
}

// Order cues tell the rank of a wish in running text.
var (
	firstCues = compileCues(firstRows)
	nextCues  = compileCues(nextRows)
	alsoCues  = compileCues(alsoRows)
	thenCues  = compileCues(thenRows)
)

// firstRows: what is wanted most.
var firstRows = []cueRow{
	{"^ ~ det? första|etta|ett ... :", "Etta på listan: Koha"},
	{"nummer|nr|prio|punkt|prioritet ett|1 ~ är? ~ :?", "Nummer ett: Koha"},
	{"för det första", "för det första Koha"},
	{"i första hand", "i första hand Koha"},
	{"bara|only ~ får|kan|fick|can ~ välja|önska|choose ~ en|ett|one", "om jag bara får välja en sak blir det Koha"},
	{"allra? helst ~ av? ~ allt?", "helst av allt Koha"},
	{"först|främst ~ och|av? ~ främst|allt?", "först och främst Koha"},
	{"^ ~ högst upp / ^ ~ i topp|toppen", "högst upp Koha. I topp Koha"},
	{"ännu hellre / ^ förstahandsval|förstaval", "ännu hellre Koha"},
	{"^ ~ det? ~ viktigast|viktigaste|högst|överst ~ av? ~ allt|är|på|vore?", "viktigast av allt är Koha"},
	{"framför allt", "framför allt Koha"},
	{"most of all", "most of all Koha"},
	{"first of? all?", "first of all Koha"},
	{"aller? helst|først ~ og? ~ fremst|fremmest?", "først og fremst Koha"},
	{"i første omgang|rekke|række", "i første omgang Koha"},
}

// nextRows: what is wanted less than what came before, whatever that was.
var nextRows = []cueRow{
	{"nummer|nr|prio|punkt|prioritet två|tre|fyra|fem|2|3|4|5 ~ är? ~ :?", "Nummer två: Koha"},
	{"mitt|vårt|min|vår andra|tredje|fjärde|femte ~ önskemål|önskan?", "Mitt andra önskemål är Koha"},
	{"^ ~ det? andra|tredje|fjärde|femte|sista|två|tre|fyra|fem|tvåa|trea|femma ... :", "Det andra: Koha"},
	{"för det andra|tredje|fjärde|femte", "för det andra Koha"},
	{"i andra|tredje|fjärde|sista hand", "i andra hand Koha"},
	{"på andra|tredje|fjärde|sista plats", "på andra plats Koha"},
	{"^ ~ det? ~ näst|andra viktigaste|viktigast|bästa ~ är|vore?", "det näst viktigaste är Koha"},
	{"^ ~ sist|längst|nederst|näst ~ ner|ned|sist? ~ på ~ min|vår? ~ listan|önskelistan|lista|önskelista ~ kommer|är|står|finns?", "sist på listan kommer Koha"},
	{"^ ~ längst ner|ned / ^ ~ i mitten / ^ andrahandsval|tredjehandsval|andraval", "längst ner Koha"},
	{"därefter|därnäst|näst", "därefter Koha"},
	{"^ ~ och? ~ till sist|slut", "till sist Koha"},
	{"^ ~ och? ~ sist|slutligen|avslutningsvis ~ men? ~ inte? ~ minst?", "sist men inte minst Koha"},
	{"^ ~ minst|mindre|näst|lite viktigt|viktig|viktigare|viktigast|angeläget|prioriterat", "minst viktigt: Koha"},
	{"^ ~ går|funkar ~ inte|ej ~ det / ^ ~ om ~ det? ~ inte|ej ~ det? ~ går|funkar", "går inte det Koha. Om det inte går Koha"},
	{"^ ~ hvis i|dere|det ~ har|er|finnes|findes ~ tid|plass|plads", "hvis I har tid Koha"},
	{"^ ~ och? ~ om det ~ finns|blir|fanns ~ tid|pengar|plats|utrymme ~ över|kvar?", "om det finns tid Koha"},
	{"^ ~ och? ~ om ni ~ hinner|orkar|har ~ tid?", "om ni hinner Koha"},
	{"^ ~ och? ~ i mån av tid / ^ ~ om tid ~ finns|ges|medges", "i mån av tid Koha"},
	{"number|no two|three|2|3", "number two Koha"},
	{"^ ~ if ~ there ~ is|are? ~ time|room|space", "if there is time Koha"},
	{"second|secondly|third|thirdly|lastly|finally", "secondly Koha"},
	{"followed by", "Koha, followed by Trello"},
	{"after that", "after that Koha"},
	{"deretter|derefter|dernæst / til sist|slutt|slut", "deretter Koha"},
	{"i anden|andre|annen|tredje rekke|række|omgang", "i anden række Koha"},
}

// thenRows: as nextRows, but only after something was called first.
var thenRows = []cueRow{
	{"^ ~ och? ~ sen|sedan|senare ~ kommer|följer?", "och sen Koha"},
	{"^ ~ annars|alternativt", "annars Koha"},
	{"^ ~ and? then|next", "and then Koha"},
	{"^ ~ og? så|sidan|siden", "og så Koha"},
}

// alsoRows: one more wish.
var alsoRows = []cueRow{
	{"också|även|dessutom|därtill|därutöver|ytterligare|tillika", "dessutom Koha"},
	{"^ ~ och|o|å så|sen", "och så Koha"},
	{"^ ~ sen|sedan|sist|slutligen|plus|ps|p.s|samt", "sen Koha"},
	{"^ ~ till sist|slut", "till sist Koha"},
	{"en|ett ~ sak|önskemål|önskan|grej till", "en sak till: Koha"},
	{"om ~ ni|det ~ hinner|orkar|finns ~ tid?", "Koha om ni hinner"},
	{"glömde|glömt / kom ~ på", "jag glömde Koha"},
	{"also|additionally|besides|another", "also Koha"},
	{"også|desuten|desuden|dessuten / i tillegg", "også Koha"},
}

// joints stand between two wishes of one clause.
var joints = compileCues(jointRows)

var jointRows = []cueRow{
	{",? och|o|å|& så|också|även|dels|gärna|dessutom|likaså|sist|sen|sedan", "Koha och så Trello"},
	{",? samt ~ även|också?", "Koha samt Trello"},
	{",? dels", "Koha, dels Trello"},
	{", därefter|sedan|sen|därnäst|dessutom|även|plus|gärna", "Koha, därefter Trello"},
	{", prio|nummer|punkt|prioritet två|tre|fyra|2|3|4 ~ är?", "Koha, prio två är Trello"},
	{", followed by", "Koha, followed by Trello"},
	{"plus", "Koha plus Trello"},
	{",? and ~ also|then|finally", "Koha and also Trello"},
	{"as well as", "Koha as well as Trello"},
	{",? og ~ også|så|dernæst|deretter|gjerne|gerne", "Koha og også Trello"},
}

// machines are phrases of mail that no colleague wrote: newsletters, offers
// for sale, notifications.
var machines = compileCues(machineRows)

var machineRows = []cueRow{
	{"avregistrera|avprenumerera|avanmäl|unsubscribe|prenumererar|prenumerera", "Klicka för att avregistrera dig"},
	{"view|visa ~ this|i ~ in|your? ~ browser|webbläsare|webbläsaren", "visa i webbläsaren"},
	{"boka ~ en|ett|din|demo|tid? ~ demo|demonstration|möte|plats|analys|rådgivning|kostnadsfri", "Boka en demo"},
	{"kostnadsfri|kostnadsfritt|gratis ~ analys|demo|provperiod|test|rådgivning|offert|prova", "en kostnadsfri analys"},
	{"rabatt|rabattkod|kampanj|kampanjpris|erbjudandet|specialpris|moms|offert|inkl ~ moms? ~ gäller|ex?", "20 % rabatt"},
	{"automatiskt|automatgenererat ~ meddelande|mejl|mail|genererat|utskick", "detta är ett automatiskt meddelande"},
	{"svara|reply ~ inte|not|ej ~ på|to ~ detta|det|this", "Svara inte på detta mejl"},
	{"kan|går inte|ej att? besvaras|besvara", "Mejlet kan inte besvaras"},
	{"faktura|fakturan|förfallodag|förfallodatum|orderbekräftelse / att betala :", "Förfallodag: 12 maj"},
	{"ärendenummer|ärendenr / ärende ~ har|nr|registrerats|skapats", "Ärendenummer: 12"},
	{"har registrerats|inkommit ~ i?", "ett ärende har registrerats"},
	{"ej|inte tilldelad|tilldelat", "Handläggare: ej tilldelad"},
	{"handläggare|kategori|inkom|status :", "Handläggare: Eva"},
	{"granskat|analyserat|kollat|tittat|besökt ~ på? er|din|ert|eran ~ webbplats|hemsida|sajt|sida|webb", "Vi har granskat er webbplats"},
	{"ni|er|sajt|sida ~ syns|rankar|rankas|hamnar ~ inte|högre|på|högt?", "Ni syns inte på Google"},
	{"sökord|sökordet|sökorden|metabeskrivning*|laddtid*|länkbyte*|gästinlägg*|google-ranking|ranking|leads|konvertering*", "rätt sökord"},
	{"företag|bolag|leverantör ~ som|inom|av", "Vi är ett företag som säljer hyllor"},
	{"vår|våra|vårt ~ nya? ~ produkt|produkter|tjänst|tjänster|lösning|lösningar|boknings*|experter|konsulter", "får vi visa vår produkt"},
	{"ansök ~ senast|här|nu|idag / vi söker ... sommarvikarier|medarbetare|vikarier", "Ansök senast 1 maj"},
	{"annonsera|annons|annonsplats|mediapartner ~ i|hos|på?", "annonsera i vår tidning"},
	{"våra|nöjda|andra ~ kunder|företag", "våra kunder"},
	{"er|din|ditt|era ~ försäljning|omsättning|konvertering|synlighet|hemsida ~ ökar|öka|på?", "öka er försäljning"},
	{"öka|ökar|ökad ~ försäljning|försäljningen|trafik|trafiken|synlighet|synligheten", "öka försäljningen"},
	{"vi på ... hjälper|erbjuder|har|levererar", "Vi på Firma AB hjälper er"},
	{"anmäl ~ dig|er ~ här|nu|senast|till", "Anmäl dig här"},
	{"läs ~ mer ~ på|här|om|$", "Läs mer på vår webb"},
	{"klicka ~ här|på", "Klicka här"},
	{"nyhetsbrev|nyhetsbrevet|newsletter ~ från|nr|v|vecka|april|maj|vår?", "nyhetsbrev från oss"},
	{"veckans|månadens|vårens|höstens ~ nyheter|nyhetsbrev|webbinarier|webbinarium|program|erbjudande|kurser", "Veckans nyheter"},
	{"förstasidan|topplacering|sökmotoroptimering|backlinks|seo-analys / sida 1", "förstasidan på Google"},
	{"beslutsfattare|inköpsansvarig|vd", "Hej beslutsfattare"},
	{"limited time / special offer / click here / free trial / book a demo", "click here"},
}

// patrons are phrases of a library's user, whose mail went astray.
var patrons = compileCues(patronRows)

var patronRows = []cueRow{
	{"jag ~ är ~ låntagare|besökare|pensionär", "jag är låntagare hos er"},
	{"låntagare ~ på|hos|i", "låntagare på Lillbiblioteket"},
	{"mitt|mina ~ lån|lånekort|bibliotekskort|reservation|reservationer|böcker", "förnya mina lån"},
	{"boken|böckerna|ljudboken|filmen|e-boken ~ jag|som ~ lånade|lånat|reserverat|reserverade|beställt|har", "boken jag lånade"},
	{"har ~ haft? ~ lånekort", "jag har lånekort sedan länge"},
	{"ni|biblioteket|bibliotek ~ köpa|köper|beställa|beställer|ta|tar ~ in|hem / köp|beställ|ta ~ hem|in", "kan ni köpa in fler deckare"},
	{"inköpsförslag|inköp|förseningsavgift|förseningsavgifter", "ett inköpsförslag"},
	{"öppettider|öppettiderna|öppnar|öppna|stänger|öppet ~ ni? ~ tidigare|längre|senare|på|kvällar|helger|söndagar|lördagar", "öppet längre på lördagar"},
	{"längre|generösare|fler|bättre|förlänga|förlänger|utöka|utökade ~ öppettider|öppettiderna", "längre öppettider"},
	{"reservera|låna|lånar|förnya ~ boken|om|böckerna|följande|dessa|filmen", "reservera boken åt mig"},
	{"har ni ~ boken|böckerna|romanen|serien|filmen", "har ni boken inne"},
	{"författare|titel|isbn :", "Författare: Lagerlöf"},
	{"av ~ författaren", "allt av författaren"},
	{"i er|eran ~ app|katalog|samling|bibliotekskatalog", "den saknas i er katalog"},
	{"när|hur ~ länge? ~ öppnar|stänger|är|har ~ ni ~ öppet?", "när öppnar ni efter påsk"},
	{"^ ~ kan man|jag|en ... ... hos er", "kan man skriva ut hos er"},
	{"låna|reservera dem|den|det|hem", "jag vill låna dem till helgen"},
	{"my ~ loans|loan / my library card", "renew my loans"},
}

// support are phrases of questions, trouble and opinions about the site and
// its courses, and of thanks.
var support = compileCues(supportRows)

var supportRows = []cueRow{
	{"kommer|går|kan|lyckas|får ~ inte|ej ~ att? ~ in|logga|inloggad|åt", "jag kommer inte in"},
	{"komma in", "jag vill bara komma in"},
	{"jag|vi ... logga|loggar|loggade in|ut", "när jag loggar in"},
	{"inloggning*|inlogg|inlogget", "inloggningen strular"},
	{"glömt|glömde|återställa|nytt|byta ~ mitt? ~ lösenord|lösenordet", "jag har glömt mitt lösenord"},
	{"kursen|kurserna ~ om|i|på|som", "få kursen om GDPR som pdf"},
	{"använda|låna|dela|sprida|visa era|ert|eran", "får jag använda era bilder"},
	{"anmälan|anmälningslänk|anmälningslänken|anmälningar ~ öppnar|till|stänger|är", "när anmälan öppnar till webbinariet"},
	{"när|hur ... kommer ~ del|nästa|fortsättningen", "När kommer del två"},
	{"mitt|nytt|mina|avsluta|radera ~ konto|kontot|konton|profil|passerkort", "mitt konto är borta"},
	{"kontot ~ finns|är|har|funkar", "kontot finns inte"},
	{"diplom|diplomet|kursintyg|kursintyget|intyg|intyget|kursbevis", "jag får inget kursintyg"},
	{"kursen|filmen|filmerna|länken|länkarna|sidan|quizet|testet|modulen|webbplatsen|videon ~ ... fungerar|funkar|laddar|startar|hackar|ligger|är|öppnas|går ~ inte|ej|nere|trasig|död", "filmen i kursen funkar inte"},
	{"felmeddelande|felmeddelandet|buggar|bugg|felanmälan|driftstörning", "jag får ett felmeddelande"},
	{"under all kritik", "det är under all kritik"},
	{"klagomål|synpunkt|synpunkter|missnöjd|besviken|besvikna|upprörd|kritik", "en synpunkt på sajten"},
	{"gick|gått|gjorde|genomfört|avslutat ~ er|kursen|kurserna|en|två|klart", "jag gick kursen igår"},
	{"när|hur ... kommer|startar|börjar|släpps|öppnar|lång ~ ... kurs|kursen|kurserna", "när startar kursen"},
	{"er|eran|den kurs ~ om|i|som", "en fråga om er kurs om källkritik"},
	{"i|på kursen", "i kursen om upphovsrätt"},
	{"är det ~ er|ni|rätt ~ jag|som|man|adress", "är det er jag ska vända mig till"},
	{"vänligen|snälla|var ~ återkom|åtgärda|fixa|kontakta", "vänligen återkom"},
	{"passar ~ det|torsdag|fredag|måndag|tisdag|onsdag|tiden / när passar", "passar det med ett möte på torsdag"},
	{"skriver|skriva ... uppsats|examensarbete|examensuppsats|masteruppsats|c-uppsats / intervjua ~ er|dig|någon", "jag skriver en uppsats"},
	{"rätta till|åtgärda", "det måste ni rätta till"},
	{"log in / login|certificate / sign in / password reset / my account", "I cannot log in"},
	{"logge|logget|kurset|kursbevis ~ inn|ind?", "jeg kan ikke logge inn"},
}

// thanks are polite words about the site and its courses: such a mail wants
// something only if it says so.
var thanks = compileCues(thanksRows)

var thanksRows = []cueRow{
	{"tack ~ för ~ svar|svaret|hjälpen|kursen|en|er|den|ert|fina|jättebra|kurserna|senast ~ kurs|kursen|sist?", "tack för kursen om GDPR"},
	{"kursen|kurserna|filmen|artikeln ... var|är ~ mycket|så|väldigt|jätte? ~ toppen|bra|jättebra|rolig|intressant|givande|lärorik", "kursen i MIK var toppen"},
}

// experiences begin the part of an offer that names what the writer has done:
// "Jag har i sex år lett bokcirklar" offers "bokcirklar".
var experiences = compileCues(experienceRows)

var experienceRows = []cueRow{
	{"har ... *at|*it|lett|kört|gjort|byggt|haft|skött|spelat ~ in|fram|upp|om|ihop|länge|mycket|själv?", "Jag har i sex år lett bokcirklar"},
	{"jag|vi ~ har ~ ett|en|flera|några|massor ... koncept|material|mall|mallar|lathundar|modell|metod|studiematerial|handbok|kurs ~ för|om|i|på?", "vi har ett koncept för digitala författarsamtal"},
	{"gör|spelar|producerar|ordnar|arrangerar ~ in? egna|eget|egen", "vi gör egna poddar sedan 2016"},
	{"är ... fantastisk|fantastiska|grym|grymma|suverän|suveräna|duktig|haj|bra|expert på", "Min kollega är fantastisk på 3D-utskrifter"},
	{"hållit ~ på ~ med", "Vi har hållit på med poddar"},
	{"jag|vi ... byggde|gjorde|startade|körde|ledde|höll|skrev|utvecklade|satte|drev ~ i|upp|igång|med?", "vi byggde en appverkstad"},
	{"jobbar|arbetar|håller|leder|driver|kör|undervisar|handleder ... med|i|på|som|om", "jag jobbar till vardags med Koha"},
	{"är|rätt|ganska ~ bra|duktig|duktiga|haj|vass|vana|van|expert ~ på|i|med|vid", "jag är ganska bra på pivottabeller"},
	{"^ ~ jag|vi ~ kan|behärskar ... om", "jag kan en massa om GIMP"},
	{"^ ~ jag|vi ~ kan|behärskar", "jag kan GIMP"},
	{"jag|vi|bibliotek|biblioteket ~ driver|kör|arrangerar|ordnar|ger ~ tillsammans?", "Vi kör bokcirklar via telefon"},
	{"i|we|i've|we've ~ have|been|run|built|made|taught|led|worked|running|teaching ~ with|on|for|in?", "we have built a podcast studio"},
	{"experience ~ in|with|of|from", "ten years of experience in running coding clubs"},
	{"har ... erfaring|erfaringer|erfarenhet|erfarenheter ~ med|av|i|som|fra|från", "Vi har stor erfaring med makerspace"},
	{"jeg|vi ~ har ... startet|bygget|lavet|laget|kørt|drevet|undervist|jobbet|arbejdet ~ med|i?", "vi har lavet podcast"},
}

// durations say how long the writer has done it.
var durations = compileCues(durationRows)

var durationRows = []cueRow{
	{"i|sedan|sen|under|for ... år|åren|years|månader", "i sex år"},
	{"dagligen|länge|ofta", "dagligen"},
}

// requests ask Digiteket for something, seldom for knowledge.
var requests = compileCues(requestRows)

var requestRows = []cueRow{
	{"^ ~ kan|kunde|skulle|har|är|vill|får|kommer|can|could|do|are ni|du|you", "kan ni skicka en faktura"},
}

// invitations ask for a call, or say that there is something to give. They
// offer what the writer has told of, unless the mail is about wishes.
var invitations = compileCues(invitationRows)

var invitationRows = []cueRow{
	{"hör|hörs|ring|ringa|mejla|maila|kontakta|intervjua|ropa ~ av|mig|oss|er|bara|gärna?", "det är bara att ringa"},
	{"om|ifall ni ~ vill|behöver|söker|letar", "om ni vill"},
	{"ni ~ letar|söker|efterlyser|behöver ~ efter? ~ folk|kompetens|personer|någon|expertis|er|dem|dig", "såg att ni söker folk"},
	{"fritt fram / varsågod|varsågoda", "det är fritt fram"},
	{"säg ~ till|bara", "säg bara till"},
	{"ta|använd|låna|kopiera|sprid den|dem|det|dom", "använd dem gärna"},
	{"get in touch / contact me|us", "get in touch"},
}

// permissions begin a question for leave, which looks like an offer.
var permissions = compileCues(permissionRows)

var permissionRows = []cueRow{
	{"^ kan|får|can|may|må|kunne|could jag|vi|we|i|man|jeg", "kan vi visa film"},
}

// opinions stand before what the writer thinks.
var opinions = compileCues(opinionRows)

var opinionRows = []cueRow{
	{"^ ... tycker|anser|tror|tänker|känner ~ att|:", "Jag själv tycker att Koha borde prioriteras"},
	{"^ om ... ... ... så|då vore|skulle|är|blir", "om vi håller oss till ämnet så vore Koha bra"},
}

// conditions begin a clause that says when the writer helps, not with what.
var conditions = compileCues(conditionRows)

var conditionRows = []cueRow{
	{"^ ~ om|ifall|vill|behöver|önskar ni|du|någon / ^ ~ om ~ det ~ finns|är|behövs / finns ~ det ~ intresse", "vill ni ha hjälp så ställer jag upp"},
	{"^ if you|anyone", "if you need help, I can teach"},
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
