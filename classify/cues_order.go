package classify

// Order cues tell the rank of a wish in running text.
var (
	firstCues = compileCues(firstRows)
	nextCues  = compileCues(nextRows)
	alsoCues  = compileCues(alsoRows)
	thenCues  = compileCues(thenRows)

	descendingCues = compileCues(descendingRows)
)

// firstRows: what is wanted most.
var firstRows = []cueRow{
	{"^ ~ det? första|etta ... : / ^ ~ ett :", "Etta på listan: Koha"},
	{"nummer|nr|prio|punkt|prioritet|fråga|önskemål ett|1 ~ är? ~ :?", "Nummer ett: Koha"},
	{"för det första", "för det första Koha"},
	{"i första hand", "i första hand Koha"},
	{"bara|only ~ får|kan|fick|can ~ välja|önska|choose ~ en|ett|one", "om jag bara får välja en sak blir det Koha"},
	{"-näst allra? helst ~ av? ~ allt? / -näst allra|absolut mest", "helst av allt Koha"},
	{"först|främst ~ och|av? ~ främst|allt?", "först och främst Koha"},
	{"^ ~ högst upp / ^ ~ i topp|toppen", "högst upp Koha. I topp Koha"},
	{"börjar ni ~ med / ^ flest ~ röster? ~ fick|får", "börjar ni med Koha. Flest röster fick Koha"},
	{"ännu hellre / ^ förstahandsval|förstaval", "ännu hellre Koha"},
	{"^ ~ det? ~ viktigast|viktigaste|högst|överst ~ av? ~ allt|är|på|vore?", "viktigast av allt är Koha"},
	{"framför allt", "framför allt Koha"},
	{"most of all", "most of all Koha"},
	{"first of? all?", "first of all Koha"},
	{"-näst aller? helst|først ~ og? ~ fremst|fremmest?", "først og fremst Koha"},
	{"i første omgang|rekke|række", "i første omgang Koha"},
}

// nextRows: what is wanted less than what came before, whatever that was.
var nextRows = []cueRow{
	{"nummer|nr|prio|punkt|prioritet|fråga|önskemål två|tre|fyra|fem|2|3|4|5 ~ är? ~ :?", "Nummer två: Koha"},
	{"mitt|vårt|min|vår andra|tredje|fjärde|femte ~ önskemål|önskan?", "Mitt andra önskemål är Koha"},
	{"^ ~ det? andra|tredje|fjärde|femte|sista|tvåa|trea|femma ... : / ^ ~ två|tre|fyra|fem :", "Det andra: Koha"},
	{"i nödfall / i värsta fall", "i nödfall Koha"},
	{"för det andra|tredje|fjärde|femte", "för det andra Koha"},
	{"i andra|tredje|fjärde|sista hand", "i andra hand Koha"},
	{"på andra|tredje|fjärde|sista plats", "på andra plats Koha"},
	{"^ ~ det? ~ näst|andra viktigaste|viktigast|bästa ~ är|vore?", "det näst viktigaste är Koha"},
	{"^ ~ sist|längst|nederst|näst ~ ner|ned|sist? ~ på ~ min|vår? ~ listan|önskelistan|lista|önskelista ~ kommer|är|står|finns?", "sist på listan kommer Koha"},
	{"^ ~ längst ner|ned / ^ ~ i mitten / ^ andrahandsval|tredjehandsval|andraval", "längst ner Koha"},
	{"strax|precis|tätt under|efter|bakom|därunder|därefter", "strax under hamnar Koha"},
	{"näst flest ~ röster? ~ fick|får / därefter|därnäst|näst", "därefter Koha"},
	{"^ ~ och? ~ till sist|slut", "till sist Koha"},
	{"^ ~ och? ~ sist|slutligen|avslutningsvis ~ men? ~ inte? ~ minst?", "sist men inte minst Koha"},
	{"^ ~ minst|mindre|näst|lite viktigt|viktig|viktigare|viktigast|angeläget|prioriterat", "minst viktigt: Koha"},
	{"^ ~ går|funkar ~ inte|ej ~ det / ^ ~ om ~ det? ~ inte|ej ~ det? ~ går|funkar", "går inte det Koha. Om det inte går Koha"},
	{"^ ~ hvis i|dere|det ~ har|er|finnes|findes ~ tid|plass|plads", "hvis I har tid Koha"},
	{"^ ~ och? ~ om det ~ finns|blir|fanns ~ tid|pengar|plats|utrymme ~ över|kvar?", "om det finns tid Koha"},
	{"^ ~ och? ~ om ni ~ hinner|orkar|har ~ tid?", "om ni hinner Koha"},
	{"^ ~ och? ~ blir|finns|skulle|är det ~ finnas|bli? ~ tid|plats|pengar|utrymme ~ över|kvar? ~ så? ~ är?", "blir det tid över så Koha"},
	{"^ ~ och? ~ i mån av tid / ^ ~ om tid ~ finns|ges|medges", "i mån av tid Koha"},
	{"number|no two|three|2|3", "number two Koha"},
	{"^ ~ if ~ there ~ is|are? ~ time|room|space", "if there is time Koha"},
	{"second|secondly|third|thirdly|lastly|finally", "secondly Koha"},
	{"followed by / tätt? följt av", "Koha, followed by Trello. Koha följt av Trello"},
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
	{"också|även|vidare|dessutom|därtill|därutöver|ytterligare|tillika", "dessutom Koha"},
	{"^ ~ och|o|å så|sen", "och så Koha"},
	{"^ ~ sen|sedan|sist|slutligen|plus|ps|p.s|samt", "sen Koha"},
	{"^ ~ till sist|slut", "till sist Koha"},
	{"en|ett annan|annat ~ sak|önskemål|önskan|grej|fråga / en|ett ~ sak|önskemål|önskan|grej till", "en sak till: Koha. en annan sak är Koha"},
	{"om ~ ni|det ~ hinner|orkar|finns ~ tid?", "Koha om ni hinner"},
	{"^ ~ glömde|glömt ~ nästan? ~ :|jag|att / kom ~ på", "Glömde: Koha"},
	{"also|additionally|besides|another", "also Koha"},
	{"også|desuten|desuden|dessuten / i tillegg", "også Koha"},
}

// descendingRows: the members of an enumeration are in order.
var descendingRows = []cueRow{
	{"i just? den|denna|precis|exakt ordningen", "Koha, Trello och Canva, i den ordningen"},
	{"i den|denna|följande|nämnd ordning $ / i den|denna|följande|nämnd ordning : / i rangordning", "i följande ordning: Koha, Trello"},
	{"^ ~ i? fallande|prioriterad|prioritetsordning|prioriteringsordning|prioordning|prio-ordning|angelägenhetsordning ordning? / i fallande|prioriterad ordning / i prioritetsordning|prioriteringsordning|prioordning|angelägenhetsordning", "i fallande ordning: Koha, Trello"},
	{"viktigast|viktigaste|angelägnast|mest först / störst ~ behov först", "viktigast först: Koha, Trello"},
	{"rangordnat|rangordnade|prioriterat|prioriterade ~ så|enligt|såhär|följande|här|: / ordnat|ordnade|rangordnat|rangordnade ~ efter ~ angelägenhet|prioritet|vikt|behov / ^ rangordning :", "Prioriterat så: Koha, Trello"},
	{"i den rekkefølgen|rækkefølge|rekkefølge / i prioritert|prioriteret rekkefølge|rækkefølge", "Koha og Trello, i den rekkefølgen"},
	{"in that|this order / in order of priority|importance / most important first", "Koha and Trello, in that order"},
}

// placeVerbs stand between words of order and what has that place: "på tredje
// plats kommer Koha".
var placeVerbs = compileCues(placeVerbRows)

var placeVerbRows = []cueRow{
	{"är|vore|blir|får ~ bli? ~ helt|utan|solklart|tveklöst|onekligen ~ klart|enkelt|tvekan?", "får bli Koha. Är helt klart Koha"},
	{"får|ska|kan ~ bli", "får bli Koha"},
	{"är|vore|blir|blev|kommer|kom|hamnade|ligger|står|hamnar|gäller|handlar|följer|va ~ det|om? ~ att? ~ även|också?", "kommer Koha"},
	{"sätter|väljer|lägger|placerar|skriver|tar jag|vi|man|ni", "sätter vi Koha"},
	{"vil jeg|vi ~ ha|have", "vil vi ha Koha"},
	{"kan|kunde man|jag|vi ~ tänka ~ sig|mig|oss", "kan man tänka sig Koha"},
	{"vilja|kunna|behöva|önska ~ ha|få|se|höra|lära? ~ mig|oss|sig?", "vilja ha Koha"},
	{"ha", "ha Koha"},
	{"även|också|kanske|gärna|dessutom", "även Koha"},
	{"is|comes|would ~ be?", "would be Koha"},
	{"er|kommer|blir|bliver", "er Koha"},
}

// placesBehind stand behind what they put in its place.
var placesBehind = compileCues(placeBehindRows)

var placeBehindRows = []cueRow{
	{"-som får? står|kommer|kom|ligger|hamnar|hamnade|komma ~ allra? överst|högst|först|främst|sist ~ på? ~ listan|önskelistan? / toppar listan|önskelistan", "Koha kommer överst"},
}

// asides only comment on what they follow.
var asides = compileCues(asideRows)

var asideRows = []cueRow{
	{", tack|takk|tak|thanks|please $", "Koha, tack"},
	{", som|vilket|där", "Koha, som alla andra redan använder"},
	{", fast|though|although|selv", "Koha, fast det är svårt"},
	{", för där|det|här|just|vi|jag|då|nu", "Koha, för där är vi svaga"},
	{", men? det är|e|er|vore", "Koha, det är svårt"},
	{"också|även något|nåt|någonting", "Koha också något vi talat om"},
}
