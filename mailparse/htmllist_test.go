package mailparse

import "testing"

// wordMark is the marker that Word writes out before an item, in a font.
func wordMark(font, sign string) string {
	return `<![if !supportLists]><span style='font-family:` + font + `;mso-fareast-font-family:` + font + `'><span style='mso-list:Ignore'>` + sign +
		`<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`
}

// wordItemHTML is one paragraph of a Word list, with the marker written out.
func wordItemHTML(class, list, mark, text string) string {
	return `<p class=` + class + ` style='text-indent:-18.0pt;mso-list:` + list + `'>` + mark + text + `<o:p></o:p></p>` + "\r\n"
}

// Each case is the markup that a mail program makes of a list.
func TestHTMLListsOfClients(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{
			"Gmail on the web",
			`<div dir="ltr">Hej!<div><ol><li>Bildspel</li><li style="margin-left:15px">Lånedatorer</li></ol><div>Hälsningar</div></div></div>`,
			"Hej!\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer\n\nHälsningar",
		},
		{
			"Gmail, going on after a paragraph",
			`<ol><li>Bildspel<br></li></ol><div>Och om tiden räcker:</div><ol start="2"><li>Lånedatorer</li><li><b>Skrivare</b> och kopiatorer</li></ol>`,
			"1.1 1. Bildspel\n\nOch om tiden räcker:\n\n2.1 2. Lånedatorer\n2.1 3. Skrivare och kopiatorer",
		},
		{
			"pasted from an assistant",
			"<ol>\n<li>\n<p><strong>Bildspel</strong></p>\n</li>\n<li>\n<p>Lånedatorer</p>\n<ul>\n<li>\n<p>inloggning</p>\n</li>\n</ul>\n</li>\n</ol>",
			"1.1 1. Bildspel\n1.1 2. Lånedatorer\n2.2 • inloggning",
		},
		{
			"Outlook through Exchange",
			`<ol style="margin-top:0cm" start="1" type="1"><li class="MsoListParagraph" style="margin-left:0cm;mso-list:l0 level1 lfo1"><span style="mso-fareast-language:SV">Bildspel<o:p></o:p></span></li>` +
				`<li class="MsoListParagraph" style="margin-left:0cm;mso-list:l0 level1 lfo1">Lånedatorer<o:p></o:p></li></ol>` +
				`<p class="MsoNormal">Sedan:<o:p></o:p></p><ol style="margin-top:0cm" start="3" type="1"><li class="MsoNormal" style="mso-list:l0 level1 lfo1">Skrivare<o:p></o:p></li></ol>`,
			"1.1 1. Bildspel\n1.1 2. Lånedatorer\n\nSedan:\n\n2.1 3. Skrivare",
		},
		{
			"Outlook through Exchange, two levels",
			`<ul style="margin-top:0cm" type="disc"><li class="MsoListParagraph" style="mso-list:l1 level1 lfo2">Möten<o:p></o:p></li><ul style="margin-top:0cm" type="circle"><li class="MsoListParagraph" style="mso-list:l1 level2 lfo2">med bild<o:p></o:p></li></ul></ul>`,
			"1.1 • Möten\n2.2 • med bild",
		},
		{
			"Word paragraphs, numbers",
			wordItemHTML("MsoListParagraphCxSpFirst", "l0 level1 lfo1", wordMark("Calibri", "1."), "Bildspel") + wordItemHTML("MsoListParagraphCxSpMiddle", "l0 level1 lfo1", wordMark("Calibri", "2."), "Lånedatorer") + wordItemHTML("MsoListParagraphCxSpLast", "l0 level1 lfo1", wordMark("Calibri", "3."), "Skrivare"),
			"1.1 1. Bildspel\n1.1 2. Lånedatorer\n1.1 3. Skrivare",
		},
		{
			"Word paragraphs, parentheses",
			wordItemHTML("MsoNormal", "l0 level1 lfo1", wordMark("Calibri", "1)"), "Bildspel") + wordItemHTML("MsoNormal", "l0 level1 lfo1", wordMark("Calibri", "2)"), "Lånedatorer"),
			"1.1 1) Bildspel\n1.1 2) Lånedatorer",
		},
		{
			"Word paragraphs, letters and roman numbers below",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "a."), "Bildspel") + wordItemHTML("MsoListParagraph", "l0 level2 lfo1", wordMark("Calibri", "i."), "för barn") + wordItemHTML("MsoListParagraph", "l0 level2 lfo1", wordMark("Calibri", "ii."), "för vuxna") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "b."), "Lånedatorer"),
			"1.1 a. Bildspel\n2.2 i. för barn\n2.2 ii. för vuxna\n1.1 b. Lånedatorer",
		},
		{
			"Word paragraphs, a single roman number",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "i)"), "Bildspel") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "I."), "Lånedatorer"),
			"1.1 i) Bildspel\n1.1 I. Lånedatorer",
		},
		{
			"Word paragraphs, signs of symbol fonts",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Symbol", "·"), "Bildspel") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Symbol", "\uF0B7"), "Lånedatorer") +
				wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Wingdings", "§"), "Skrivare") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Wingdings", "\uF0A7"), "Kopiatorer") +
				wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Wingdings", "Ø"), "Skanner") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Wingdings", "ü"), "Projektor") +
				wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark(`"Courier New"`, "o"), "Högtalare"),
			"1.1 • Bildspel\n1.1 • Lånedatorer\n1.1 • Skrivare\n1.1 • Kopiatorer\n1.1 • Skanner\n1.1 • Projektor\n1.1 • Högtalare",
		},
		{
			"Word paragraphs, pictures",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Symbol", `<img width=11 height=11 src="cid:1" alt="*">`), "Bildspel") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Symbol", ""), "Lånedatorer"),
			"1.1 • Bildspel\n1.1 • Lånedatorer",
		},
		{
			"Word paragraphs, dashes",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "-"), "Bildspel") + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "–"), "Lånedatorer"),
			"1.1 - Bildspel\n1.1 – Lånedatorer",
		},
		{
			"Word paragraphs, quoted attributes and comments",
			`<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">1.<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span><!--[endif]--><span lang="EN-US">Bildspel<o:p></o:p></span></p>`,
			"1.1 1. Bildspel",
		},
		{
			"Word paragraphs, style rewritten and condition lost",
			`<p class="x_MsoListParagraph" style="text-indent:-18pt; mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span style="font:7pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span>Bildspel</p>`,
			"1.1 1. Bildspel",
		},
		{
			"Word paragraphs, marker as plain text",
			`<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Bildspel</p>`,
			"·   Bildspel",
		},
		{
			"Word paragraphs, second paragraph of an item",
			wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "1."), "Bildspel") + `<p class=MsoListParagraph>gärna för barn</p>` + wordItemHTML("MsoListParagraph", "l0 level1 lfo1", wordMark("Calibri", "2."), "Lånedatorer"),
			"1.1 1. Bildspel\ngärna för barn\n1.1 2. Lånedatorer",
		},
		{
			"new Outlook",
			`<ol start="1" data-editing-info="{&quot;applyListStyleFromLevel&quot;:true}" style="margin-top: 0px; margin-bottom: 0px; list-style-type: decimal;"><li style="font-family: Aptos, Arial; font-size: 12pt; color: rgb(0, 0, 0);"><div role="presentation" class="elementToProof">Bildspel</div></li><li style="font-family: Aptos"><div role="presentation" class="elementToProof">Lånedatorer</div></li></ol>`,
			"1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"new Outlook, spans",
			`<ol style="list-style-type: decimal;"><li><span style="font-size: 12pt;">Bildspel</span></li><li><span>Lånedatorer&nbsp;</span></li></ol>`,
			"1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"new Outlook, nested beside the item",
			`<ul style="list-style-type: disc;"><li><div role="presentation">Bildspel</div></li><ul style="list-style-type: circle;"><li><div role="presentation">för barn</div></li></ul><li><div role="presentation">Lånedatorer</div></li></ul>`,
			"1.1 • Bildspel\n2.2 • för barn\n1.1 • Lånedatorer",
		},
		{
			"new Outlook, nested list in an item without marker",
			`<ul style="list-style-type: disc;"><li>Bildspel</li><li style="display: block;"><ul style="list-style-type: circle;"><li>för barn</li></ul></li><li>Lånedatorer</li></ul>`,
			"1.1 • Bildspel\n2.2 • för barn\n1.1 • Lånedatorer",
		},
		{
			"new Outlook, numbers nested in an item without number",
			`<ol><li>Bildspel</li><li style="display: block;"><ol style="list-style-type: lower-alpha;"><li>för barn</li></ol></li><li>Lånedatorer</li></ol>`,
			"1.1 1. Bildspel\n2.2 a. för barn\n1.1 2. Lånedatorer",
		},
		{
			"new Outlook, markers in the style",
			`<ol data-editing-info="{&quot;orderedStyleType&quot;:3}"><li style="list-style-type: &quot;1) &quot;;"><div>Bildspel</div></li><li style="list-style-type: &quot;2) &quot;;"><div>Lånedatorer</div></li></ol>` +
				`<ul><li style='list-style-type: "- ";'>Skrivare</li><li style='list-style-type:"→ "'>Skanner</li></ul>`,
			"1.1 1) Bildspel\n1.1 2) Lånedatorer\n\n2.1 - Skrivare\n2.1 → Skanner",
		},
		{
			"Outlook for Mac",
			`<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span lang="SV" style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span></span><![endif]><span lang="SV">Bildspel<o:p></o:p></span></p>` +
				`<ul style="margin-top:0cm" type="disc"><li class="MsoListParagraph" style="margin-left:0cm;mso-list:l1 level1 lfo2"><span lang="SV">Lånedatorer<o:p></o:p></span></li></ul>`,
			"1.1 • Bildspel\n\n2.1 • Lånedatorer",
		},
		{
			"Apple Mail",
			`<html><head></head><body style="overflow-wrap: break-word;">Hej<div><br></div><div><ol class="MailOutline" style="caret-color: rgb(0, 0, 0);"><li class=""><span class="" style="font-size: 14px;">Bildspel</span></li><li class="">Lånedatorer</li></ol></div></body></html>`,
			"Hej\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"Apple Mail, typed",
			`<div class="">1. Bildspel</div><div class=""><br class=""></div><div class="">2. Lånedatorer</div>`,
			"1. Bildspel\n\n2. Lånedatorer",
		},
		{
			"iPhone, typed",
			`<html><head></head><body dir="auto">1) Bildspel<div>2) Lånedatorer</div><div>- Skrivare<br><br><div dir="ltr">Skickat från min iPhone</div></div></body></html>`,
			"1) Bildspel\n2) Lånedatorer\n- Skrivare\n\nSkickat från min iPhone",
		},
		{
			"Thunderbird",
			"<body>\n    <p>Hej,</p>\n    <ol>\n      <li>Bildspel med ljud och\n        film</li>\n      <li>Lånedatorer\n        <ul>\n          <li>inloggning</li>\n        </ul>\n      </li>\n    </ol>\n  </body>",
			"Hej,\n\n1.1 1. Bildspel med ljud och film\n1.1 2. Lånedatorer\n2.2 • inloggning",
		},
		{
			"Yahoo",
			`<div class="ydp1a2byahoo-style-wrap" style="font-size:13px;"><div dir="ltr" data-setdir="false">Hej</div><div dir="ltr" data-setdir="false"><ul><li>Bildspel</li><li><span>Lånedatorer</span><br></li></ul></div></div>`,
			"Hej\n\n1.1 • Bildspel\n1.1 • Lånedatorer",
		},
		{
			"Zimbra",
			`<div style="font-family: arial; font-size: 12pt"><div>Hej</div><ol><li><p style="margin: 0px;">Bildspel</p></li><li><p style="margin: 0px;" data-mce-style="margin: 0px;">Lånedatorer</p></li></ol></div>`,
			"Hej\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"Lotus Notes, lists as indents",
			`<font size=2 face="sans-serif">Hej</font>` + "\n<ul>\n<ul><font size=2 face=\"sans-serif\">1. Bildspel</font>\n<br><font size=2>2. Lånedatorer</font></ul></ul>\n" + `<br><font size=2>Hälsningar</font>`,
			"Hej\n\n1. Bildspel\n2. Lånedatorer\n\n\nHälsningar",
		},
		{
			"OX App Suite",
			`<p>Hej</p><ol style='padding-left: 20px;'><li>Bildspel</li><li>Lånedatorer</li></ol>`,
			"Hej\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{"RainLoop", "<ul> <li>Bildspel</li> <li>Lånedatorer</li> </ul>", "1.1 • Bildspel\n1.1 • Lånedatorer"},
		{"Mailspring", `<ol><li><div>Bildspel</div></li><li><div>Lånedatorer</div></li></ol>`, "1.1 1. Bildspel\n1.1 2. Lånedatorer"},
		{
			"GroupWise",
			`<BODY style="MARGIN: 4px 4px 1px; FONT: 10pt Tahoma"><DIV>Hej</DIV><OL dir=ltr style="MARGIN-RIGHT: 0px"><LI><DIV>Bildspel</DIV><LI><DIV>Lånedatorer</DIV></LI></OL><DIV>&nbsp;</DIV></BODY>`,
			"Hej\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"list of indents in a blockquote",
			`<blockquote style="margin-right: 0px" dir="ltr"><p>1. Bildspel</p></blockquote>`,
			"> 1. Bildspel",
		},

		{
			"table, number and text columns",
			`<table border=1 cellspacing=0><tbody><tr><td width=40><p class=MsoNormal>1<o:p></o:p></p></td><td><p class=MsoNormal>Bildspel<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>2<o:p></o:p></p></td><td><p class=MsoNormal>Lånedatorer<o:p></o:p></p></td></tr></tbody></table>`,
			"1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"table with a header row",
			`<table><thead><tr><th>Nr</th><th>Önskemål</th></tr></thead><tbody><tr><td>1)</td><td>Bildspel</td></tr><tr><td>2)</td><td>Lånedatorer</td></tr></tbody></table>`,
			"Nr\tÖnskemål\n\n1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},
		{
			"table with the ranks last",
			`<table><tr><td><b>Önskemål</b></td><td>Vem</td><td>Prio:</td></tr><tr><td>Bildspel</td><td>alla</td><td>2</td></tr><tr><td>Lånedatorer</td><td></td><td>1</td></tr></table>`,
			"Önskemål\tVem\tPrio:\n\n1.1 2. Bildspel\n1.1 alla\n1.1 1. Lånedatorer",
		},
		{
			"table with numbers that are no ranks",
			`<table><tr><th>Kurs</th><th>Deltagare</th></tr><tr><td>Bildspel</td><td>5</td></tr><tr><td>Lånedatorer</td><td>12</td></tr></table>`,
			"Kurs\tDeltagare\n\nBildspel\t5\nLånedatorer\t12",
		},
		{
			"table of one column",
			`<table><tr><td>Bildspel</td></tr><tr><td>Lånedatorer</td></tr></table>`,
			"Bildspel\nLånedatorer",
		},
		{
			"table, priority in words",
			`<table><tr><td>Prio 1:</td><td>Bildspel</td></tr><tr><td>Prio 2:</td><td>Lånedatorer</td></tr></table>`,
			"Prio 1:\tBildspel\nPrio 2:\tLånedatorer",
		},
		{
			"spreadsheet cells",
			`<table border="0" cellpadding="0" style="border-collapse:collapse;width:200pt"><colgroup><col width="64"><col width="200"></colgroup><tbody><tr height="19"><td align="right" height="19">1</td><td>Bildspel</td></tr><tr height="19"><td align="right">2</td><td>Lånedatorer</td></tr></tbody></table>`,
			"1.1 1. Bildspel\n1.1 2. Lånedatorer",
		},

		{"letters", `<ol type=a><li>Bildspel<li>Lånedatorer</ol>`, "1.1 a. Bildspel\n1.1 b. Lånedatorer"},
		{"capitals", `<ol type="A" start="3"><li>Bildspel</li></ol>`, "1.1 C. Bildspel"},
		{"roman", `<ol type='i'><li>Bildspel<li>Lånedatorer</ol>`, "1.1 i. Bildspel\n1.1 ii. Lånedatorer"},
		{"capital roman", `<OL TYPE=I><LI>Bildspel<LI VALUE=5>Lånedatorer<LI>Skrivare</OL>`, "1.1 I. Bildspel\n1.1 V. Lånedatorer\n1.1 VI. Skrivare"},
		{"type of one item", `<ol><li type="A">Bildspel</li><li>Lånedatorer</li></ol>`, "1.1 A. Bildspel\n1.1 2. Lånedatorer"},
		{"list style in short", `<ol style="list-style: upper-roman inside"><li>Bildspel</li></ol>`, "1.1 I. Bildspel"},
		{"position before style", `<ol style="list-style: inside lower-alpha"><li>Bildspel</li></ol>`, "1.1 a. Bildspel"},
		{"reversed from a number", `<ol reversed start=5><li>Bildspel<li>Lånedatorer</ol>`, "1.1 5. Bildspel\n1.1 4. Lånedatorer"},
		{"item and its number", `<ol start="4"><li value="7">Bildspel</li><li>Lånedatorer</li></ol>`, "1.1 7. Bildspel\n1.1 8. Lånedatorer"},
		{"bold numbers typed in paragraphs", `<p><b>1. </b>Bildspel</p><p><b>2.</b> Lånedatorer</p>`, "1. Bildspel\n\n2. Lånedatorer"},
		{"typed with breaks", `Hej!<br>1. Bildspel<br>&nbsp;&nbsp; a) barn<br>2. Lånedatorer`, "Hej!\n1. Bildspel\na) barn\n2. Lånedatorer"},
		{"typed inside items", `<ul><li>1. Bildspel</li><li>2. Lånedatorer</li></ul>`, "1.1 • 1. Bildspel\n1.1 • 2. Lånedatorer"},
		{"definitions", `<dl><dt>Bildspel</dt><dd>för barn</dd></dl>`, "Bildspel\nför barn"},
		{"boxes to tick", `<ul style="list-style: none"><li><input type="checkbox"> Bildspel</li><li>☐ Lånedatorer</li></ul>`, "1.1 Bildspel\n1.1 ☐ Lånedatorer"},
	} {
		if got := notation(linesOfHTML(c.html)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
