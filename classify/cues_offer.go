package classify

// sharing are the verbs for passing on what one knows.
const sharing = "berätta|dela|bidra|hålla|lära|visa|prata|snacka|undervisa|förmedla|skriva|utbilda|bistå|tipsa|leda|föreläsa|handleda|medverka|demonstrera"

// givesAway are the verbs for what the writer gladly does.
const givesAway = "berättar|visar|bidrar|håller|lär|undervisar|skriver|delar|sprider|lånar|lägger|skickar|filmar|ordnar"

// offerCues stand before what the writer can teach others, or after it ("det
// berättar jag gärna om").
var offerCues = compileCues(offerRows)

var offerRows = []cueRow{
	{"äran|nöjet|glädjen att ~ erbjuda|dela|bidra ~ med?", "Vi har äran att erbjuda en kurs i Koha"},
	{"delar jag|vi ~ gärna / så skickar|mejlar|delar|visar|berättar|lånar|bjuder jag|vi ~ över|ut|om|med|på? / den|det|dem|dom delar|skickar|lånar|lägger jag|vi ~ över|ut|med|upp? ~ om|med?", "Den delar jag gärna. Den skickar vi över om ni vill"},
	{"vil|vill|vi ~ gerne|gjerne ~ bidra|bidrage|dele|fortelle|fortælle ~ med|om?", "Vi vil gerne bidrage med et oplæg"},
	{"dela|delar ~ med|gärna ~ mig|oss ~ av? ~ av? ~ kring|om?", "Vi delar gärna med oss av våra mallar"},
	{"kan|kunde|skulle ~ hjälpa ~ till ~ med? ~ att?", "Jag är expert på Excel och kan hjälpa till"},
	{"dela|delar ~ gärna? våra|mina|vår|min|mitt", "Vi delar gärna våra mallar"},
	{"jag|vi ~ kan ~ " + sharing + " ~ med|ut|om|er|andra|i? ~ om|för? / jag|vi skulle kunna ~ " + sharing + " ~ med|ut|om|er|andra|i? ~ om|för?", "Jag kan berätta om vår podd. Det jag skulle kunna visa är Koha"},
	{"kan jag|vi ... " + sharing + " ~ med|ut|om|er|andra|i? ~ mig|oss? ~ av|om|för?", "Klarspråk kan jag berätta om"},
	{"kan|skulle ~ kunna? ~ hålla|leda ~ en|ett ~ kurs|workshop|föreläsning|webbinarium / -ni|man|någon kan|skulle ~ kunna? ~ hålla|leda -i|på / jag|vi|och kan|skulle ~ kunna? ~ göra|filma|ordna|ta ~ fram? ~ en|ett ~ kort? kurs|workshop|film|artikel|guide|webbinarium", "Min kollega skulle kunna hålla en workshop"},
	{"kan ~ prata|snacka|tala|föreläsa ~ om -för", "Jag är tolk och kan prata om sagostunder"},
	{"-man|ni|du|de|dom kan ~ tänka? mig|oss? ~ att? ~ skriva|prata|hålla|berätta|undervisa|leda|dela ~ med? ~ mig|oss? ~ av|om? / kan|skulle ~ kunna? ~ tänka mig|oss ~ att? ~ " + sharing + " ~ med? ~ mig|oss? ~ av|om?", "Jag jobbar med Inkscape och kan tänka mig att hålla en kurs"},
	{"jag|vi ~ sprider|lånar gärna ~ ut|med? / välkomna|välkommen att ta del av / är ~ fri|fritt|fria att / ligger ~ öppet|öppen|öppna|fritt|fri|fria ~ på|att|för|ute? / får|kan ~ användas|spridas|lånas|delas|kopieras ~ fritt|av", "Vi lånar gärna ut vårt material"},
	{"som andra|alla|fler|kollegor ~ får|kan|gärna", "en lathund som andra gärna får använda"},
	{"berättar|visar|delar|lånar|sprider den|det|dem|dom ~ gärna / jag|vi ~ gärna ~ " + givesAway + " ~ med|om|ut|upp? ~ om|i|av? / jag|vi ~ " + givesAway + " gärna ~ med|om|ut|upp|över? ~ om|i|av? / berättar|visar|bidrar|håller|ställer|lär|undervisar|tipsar|hjälper ~ jag|vi? ~ gärna|upp ~ med|om|upp|er|till|andra|ut|i? ~ om|med|i?", "Vi berättar gärna om vår makerverkstad"},
	{"-ni|man|de|dom|som kan -ni|någon|nån|man|du ... dela|bidra|erbjuda|berätta ~ med? ~ om?", "Vi i Nyby kan som tack dela våra mallar"},
	{"göra|gör ... ... åt|för er", "Det skulle jag kunna göra om till något för er"},
	{"bjuder|bjuda ~ på|er", "Vi bjuder på våra mallar"},
	{"bidra|bidrar ~ med|kring|inom", "Jag kan också bidra med ljudredigering"},
	{"jag|vi ~ kan? ~ erbjuda|erbjuder ~ mig|oss|er? ~ att? ~ hålla? / ^ ~ erbjuder|erbjuda ~ mig|oss|er|att|vi|jag", "Jag erbjuder mig att hålla en kurs i GIMP"},
	{"gör|skriver|filmar|ordnar|skickar|fixar|lägger vi|jag ~ gärna ~ ut|upp?", "Vill ni ha en artikel så skriver vi gärna den"},
	{"min|vår ~ specialitet|styrka|kompetens är / skulle|vill ~ gärna? ~ bidra|medverka|dela ~ med ~ mig|oss? ~ av? ~ av? / skulle ~ gärna|gladeligen|möjligen ~ hålla|undervisa|föreläsa|skriva|berätta|visa", "Jag skulle gärna hålla en kurs"},
	{"kan|skulle? ~ ställer|ställa ~ upp ~ med|och|som|på", "Vi ställer upp med vår Canva-mall"},
	{"vad|det|allt jag|vi -inte ~ kan ~ är ~ att?", "Vad jag däremot kan är Koha"},
	{"får|kan|är ni ~ gärna|välkomna ~ ha|få|använda|låna|länka|höra|ta|kopiera|att|om|den|det", "Mallarna får ni gärna använda"},
	{"som|den|det|dem|dom|de|materialet får|kan ni gärna? ~ få|ha|låna|använda|kopiera|sprida / som|den|det|dem|dom|de|materialet får|kan ni ~ om|gärna", "en handbok, den får ni om ni vill"},
	{"som? ni gärna får|kan ~ länka|använda|låna|ta|kopiera|få? ~ till|av?", "en serie filmer som ni gärna får länka till"},
	{"som? ni ~ får ~ få|ha|låna|använda|länka|kopiera|sprida|ta|lägga|dela ~ del? ~ av|till|om|ut|upp? ~ ni? ~ vill? / som? ni ~ kan gärna ~ få|ha|låna|använda|länka|kopiera|sprida|ta ~ av|till|om?", "ni får gärna använda våra filmer"},
	{"att ~ låna|dela|bjuda ~ ut|med|på ~ mig|oss? ~ av? $ / ni får|kan ~ få|ta|låna|använda|ladda ~ våra|vår|vårt|mina|min|mitt / till ~ ert|er|eran förfogande", "Jag står till ert förfogande i frågor om Koha"},
	{"jag|vi ~ sitter|besitter|har ~ på? ... kompetens|kunskap|kunskaper|erfarenhet|expertis|erfarenheter|vana ~ om|av|kring|i|inom|från / har jag|vi ... kunskap|kunskaper|erfarenhet|vana ~ om|av|kring|i|inom|från ~ att?", "Vi har lång erfarenhet av bokcirklar på nätet"},
	{"i|we|i'd|i'm|we'd|we're ~ can|could|would|am|are|be|happy|glad ~ to|happy|glad|able|be? ~ to|happy|glad|able? ~ to? ~ share|teach|offer|contribute|present|show|help ~ others|with|you?", "I would be happy to share our templates"},
	{"happy|glad|willing to ~ share|teach|offer|contribute|present|show|help|talk|tell ~ others|with|you|about?", "Happy to talk about our podcast"},
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
	{"^ ~ är ni|någon|du ~ intresserade|intresserad|nyfikna|nyfiken|sugna|sugen ~ av|på", "Är ni intresserade av hur vi jobbar med Wikipedia"},
	{"^ ~ fråga ~ gärna ~ mig|oss ~ om", "Fråga gärna oss om bokcirklar"},
	{"^ ~ behöver|söker|vill|skulle ni ~ behöva|vilja? ~ ha? ~ någon ~ som? ~ kan? / ^ ~ vill|behöver ni|någon ~ ha|låna|se", "Behöver ni någon som kan Koha"},
	{"^ ~ om|ifall ... vill|behöver ~ veta|höra|se|lära / om|ifall ~ andra|fler ... vill ~ veta|höra|se|lära", "Om andra bibliotek vill veta hur vi gör"},
	{"om ~ det ~ är|finns? någon ~ som? ~ vill ~ veta|höra ~ mer? ~ om?", "Om det är någon som vill veta hur vi byggde vår app"},
}

// offerLeads announce a list of offers, beside offerCues.
var offerLeads = compileCues(offerLeadRows)

var offerLeadRows = []cueRow{
	{"kan|kunde ~ jag|vi ~ bidra|hjälpa|dela|bjuda|erbjuda|lära|ställa|visa|ge", "Det här kan jag bidra med:"},
	{"kan ~ bidra|bjuda|dela|erbjuda|lära|ställa|visa|hålla -mig|oss / något|saker|sådant|sånt ~ att ~ bidra|bjuda|dela|erbjuda|lära|visa|ge", "Kan bjuda på:"},
	{"vi|jag ~ erbjuder|bjuder|bidrar|delar -upp|in|på / gärna ~ visar|berättar|delar|lär|ger|lånar|håller / låna|få|hämta ~ av|hos|från oss|mig", "Vi erbjuder:"},
	{"erbjudande|erbjudanden|erbjuder|erbjudes", "Erbjudanden från oss:"},
	{"blygsamheten|skryta|skryt", "Nu lägger jag blygsamheten åt sidan:"},
	{"^ min|mina|vår|våra ~ kunskap|kunskaper|kompetens|kompetenser|specialitet|styrkor :? $ / ^ ~ kan ~ ge|hjälpa / kunskap|kompetens|erfarenhet|kompetenser att|vi|jag|som|dela ~ kan|dela|har|med", "Kompetens vi kan dela med oss av:"},
	{"jag|vi ~ kan|behärskar :? $ / ^ kan|behärskar :? $ / jag|vi ~ kan och|eller", "Jag kan:"},
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
	{"steg|stegen|program|programmet|hålltider ~ :", "I tre steg:"},
	{"öppettider|öppethållande|telefontider|telefontid|besöksadress", "Öppettider:"},
	{"already ~ know|have|done", "We already know:"},
	{"not ~ need|want", "We do not need:"},
}

// experiences begin the part of an offer that names what the writer has done:
// "Jag har i sex år lett bokcirklar" offers "bokcirklar".
var experiences = compileCues(experienceRows)

var experienceRows = []cueRow{
	{"har ... ... *at|*it|översatt|lett|kört|gjort|byggt|haft|skött|satt|spelat ~ in|fram|upp|om|ihop|länge|mycket|själv?", "Jag har i sex år lett bokcirklar"},
	{"jag|vi|och ~ har ~ ett|en|flera|några|massor ... koncept|material|modell|metod|studiematerial ~ för|om|i|på?", "vi har ett koncept för digitala författarsamtal"},
	{"gör|spelar|producerar|ordnar|arrangerar ~ in? egna|eget|egen", "vi gör egna poddar sedan 2016"},
	{"är ... fantastisk|fantastiska|grym|grymma|suverän|suveräna|duktig|haj|bra|expert på", "Min kollega är fantastisk på 3D-utskrifter"},
	{"hållit ~ på ~ med / jag|vi ~ bifogar", "Vi har hållit på med poddar"},
	{"jag|vi ... byggde|gjorde|startade|körde|ledde|höll|skrev|utvecklade|satte|drev ~ i|upp|igång|med?", "vi byggde en appverkstad"},
	{"jobbar|arbetar|undervisar|handleder|ansvarar|ansvarat ... med|i|på|som|om|för / jag|vi ... sköter|skött ~ om? / håller|leder|ger jag|vi / jag|vi ~ håller|leder / håller ~ på ~ med", "jag jobbar till vardags med Koha"},
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

// invitations ask for a call, or say that there is something to give. They
// offer what the writer has told of, unless the mail is about wishes.
var invitations = compileCues(invitationRows)

var invitationRows = []cueRow{
	{"hör|hörs|ring|ringa|mejla|maila|kontakta|intervjua|ropa ~ av|mig|oss|er|bara|gärna?", "det är bara att ringa"},
	{"om|ifall ni ~ vill|behöver|söker|letar", "om ni vill"},
	{"ni ~ letar|söker|efterlyser|behöver ~ efter? ~ folk|kompetens|personer|någon|expertis|er|dem|dig", "såg att ni söker folk"},
	{"fritt fram / varsågod|varsågoda", "det är fritt fram"},
	{"säg ~ till|bara / räkna med mig|oss / göra nytta / behöver|söker|letar ni ~ efter? folk|kompetens|någon", "säg bara till"},
	{"ta|använd|låna|kopiera|sprid den|dem|det|dom", "använd dem gärna"},
	{"get in touch / contact me|us", "get in touch"},
}

// offerTails begin the words behind an offer that say for whom or when it is.
var offerTails = compileCues(offerTailRows)

var offerTailRows = []cueRow{
	{",? för|till den|dem|dom|de|er|alla|andra som ~ vill|önskar|behöver", "hur man klipper film för den som vill"},
	{", som jag|vi ~ har ~ kört|gjort|haft|satt|byggt|tagit|*at / som jag|vi ~ kört|gjort|haft|byggt|tagit / varje måndag|tisdag|onsdag|torsdag|fredag|lördag|vecka|månad|termin|år", "ett program som vi kört tre år i rad"},
	{", så ~ där|då|om|är|det|kan|finns|bara|säg", "Wikipedia i tio år, så där kan ni räkna med mig"},
	{",? ifall|om|när ni|du|någon|nån|det ~ är|vill|tycker|passar|behövs|finns|behöver", "en kort artikel ifall ni tycker att det passar"},
}

// offerJoints stand between two offers of one clause.
var offerJoints = compileCues(offerJointRows)

var offerJointRows = []cueRow{
	{"och|samt|eller ~ " + sharing + " ~ med|ut|om|i? ~ om|för?", "hur vi startade kodklubben och visa våra mallar"},
}

// permissions begin a question for leave, which looks like an offer.
var permissions = compileCues(permissionRows)

var permissionRows = []cueRow{
	{"^ kan|får|can|may|må|kunne|could jag|vi|we|i|man|jeg", "kan vi visa film"},
}

// lacks tell what the writer has not got.
var lacks = compileCues(lackRows)

var lackRows = []cueRow{
	{"jag|vi har ~ tyvärr? ~ ingen|inget|inga|inte|ej", "Vi har ingen poddstudio"},
}

// conditions begin a clause that says when the writer helps, not with what.
var conditions = compileCues(conditionRows)

var conditionRows = []cueRow{
	{"^ ~ om|ifall|vill|behöver|önskar ni|du|någon / ^ ~ om ~ det ~ finns|är|behövs / finns ~ det ~ intresse", "vill ni ha hjälp så ställer jag upp"},
	{"^ ~ om|ifall ... ... vill|behöver|önskar|söker|undrar|frågar", "om andra bibliotek vill veta mer"},
	{"^ if you|anyone", "if you need help, I can teach"},
}
