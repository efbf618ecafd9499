package mailparse

import (
	"slices"
	"strings"
	"testing"
)

// linesOfHTML reads HTML as [parser.textPart] does.
func linesOfHTML(source string) []line {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	return p.htmlLines(source)
}

func TestHTMLLists(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"ordered", `<ol><li>Teams<li>Zoom</ol>`, "1.1 1. Teams\n1.1 2. Zoom"},
		{"start", `<ol start="3"><li>Teams</li><li>Zoom</li></ol>`, "1.1 3. Teams\n1.1 4. Zoom"},
		{"split by text", `<ol><li>Teams</li></ol>och sedan<ol start=2><li>Zoom</li></ol>`, "1.1 1. Teams\n\noch sedan\n\n2.1 2. Zoom"},
		{"value", `<ol><li value=5>Teams</li><li>Zoom</li></ol>`, "1.1 5. Teams\n1.1 6. Zoom"},
		{"reversed", `<ol reversed><li>Teams<li>Zoom<li>Padlet</ol>`, "1.1 3. Teams\n1.1 2. Zoom\n1.1 1. Padlet"},
		{"hostile start", `<ol start="99999999999999999999"><li value="-3x">Teams</ol>`, "1.1 1. Teams"},
		{"letters", `<ol type="a"><li>Teams<li>Zoom</ol>`, "1.1 a. Teams\n1.1 b. Zoom"},
		{"capitals", `<ol style="list-style-type: upper-alpha"><li>Teams</ol>`, "1.1 A. Teams"},
		{"roman", `<ol type=i start=4><li>Teams<li>Zoom</ol>`, "1.1 iv. Teams\n1.1 v. Zoom"},
		{"capital roman", `<ol type=I start=9><li>Teams</ol>`, "1.1 IX. Teams"},
		{"bullets", `<ul type="circle"><li>Teams<li>Zoom</ul>`, "1.1 • Teams\n1.1 • Zoom"},
		{"no marker", `<ul style="list-style: none"><li>Teams</ul>`, "1.1 Teams"},
		{"string markers of Outlook on the web", `<ol><li style='list-style-type: "(1) "'>Teams</li><li style='list-style-type:"(2) "'>Zoom</li></ol>`, "1.1 (1) Teams\n1.1 (2) Zoom"},
		{"div in item, Outlook on the web", `<ol start="1" data-editing-info="{}"><li style="font-family:Aptos"><div role="presentation" class="elementToProof">Teams</div></li><li><div>Zoom</div></li></ol>`, "1.1 1. Teams\n1.1 2. Zoom"},
		{"p in item, Zimbra and pasted text", "<ol>\n<li>\n<p style=\"margin: 0px;\">Teams</p>\n</li>\n<li><p>Zoom</p></li></ol>", "1.1 1. Teams\n1.1 2. Zoom"},
		{"span in item", `<ul><li><span>Teams</span></li></ul>`, "1.1 • Teams"},
		{"nested in item", `<ol><li>Möten<ul><li>Teams</li><li>Zoom</li></ul></li><li>Bild</li></ol>`, "1.1 1. Möten\n2.2 • Teams\n2.2 • Zoom\n1.1 2. Bild"},
		{"nested beside items", `<ul><li>Möten</li><ul><li>Teams</li></ul><li>Bild</li></ul>`, "1.1 • Möten\n2.2 • Teams\n1.1 • Bild"},
		{"list as indent", `<ul><ul><li>Teams</li></ul></ul>`, "1.1 • Teams"},
		{"item of a nested list only", `<ol><li><ol type="a"><li>Teams</li></ol></li></ol>`, "2.2 a. Teams"},
		{"Lotus indent", `<ul><font size=2>Teams<br>Zoom</font></ul>`, "Teams\nZoom"},
		{"second line of an item", `<ol><li>Teams<br>helst på distans</li><li><p>Zoom</p><p>och Meet</p></li></ol>`, "1.1 1. Teams\n1.1 helst på distans\n1.1 2. Zoom\n1.1 och Meet"},
		{"break before text", `<ol><li><br>Teams</li></ol>`, "1.1 1. Teams"},
		{"empty item counts", `<ol><li>Teams</li><li></li><li>Zoom</li></ol>efter`, "1.1 1. Teams\n1.1 3. Zoom\n\nefter"},
		{"item without list", `<div><li>Teams</li><li>Zoom</li></div>`, "1.1 • Teams\n1.1 • Zoom"},
		{"Apple Mail", `<ol class="" style="caret-color: rgb(0, 0, 0);"><li class=""><span class="">Teams</span></li></ol>`, "1.1 1. Teams"},
		{"Exchange", `<ol style="margin-top:0in" start="2" type="1"><li class="MsoListParagraph" style="margin-left:0in;mso-list:l0 level1 lfo1">Teams<o:p></o:p></li></ol>`, "1.1 2. Teams"},
		{
			"Word numbers",
			`<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span></span><![endif]>Teams<o:p></o:p></p>` +
				`<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span><!--[endif]-->Zoom</p>`,
			"1.1 1. Teams\n2.2 a) Zoom",
		},
		{
			"Word bullets",
			`<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Teams</p>` +
				`<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>` + "\uF0B7" + `</span>Zoom</p>` +
				`<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>o </span>Meet</p>` +
				`<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>§</span>Slack</p>`,
			"1.1 • Teams\n1.1 • Zoom\n1.1 • Meet\n1.1 • Slack",
		},
		{"Word dash, perhaps a name", `<p class=MsoNormal style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>-&nbsp;</span>Anna</p>`, "1.1 - Anna"},
		{"Word marker alone", `<p><span style='mso-list:Ignore'>2)&nbsp; </span>Teams</p>`, "1.1 2) Teams"},
		{"two Word lists", `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Teams</p><p style='mso-list:l3 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Zoom</p>`, "1.1 1. Teams\n\n2.1 1. Zoom"},
		{"table with numbers", `<table><tr><th>Prio</th><th>Vad</th></tr><tr><td>1</td><td>Teams</td></tr><tr><td><p>2.</p></td><td><p>Zoom</p></td></tr></table>`, "Prio\tVad\n\n1.1 1. Teams\n1.1 2. Zoom"},
		{"table with remark", `<table><tr><td>1</td><td>Teams</td><td>helst i höst</td></tr></table>`, "1.1 1. Teams\n1.1 helst i höst"},
		{"list in a table", `<table><tr><td><ol><li>Teams</li></ol></td><td>rutan</td></tr></table>`, "1.1 1. Teams\n\nrutan"},
	} {
		if got := notation(linesOfHTML(c.html)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestHTMLText(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"white space", "<p>Hej\n  alla <b>goda</b>\tvänner</p>", "Hej alla goda vänner"},
		{"inline tags join", "Tea<b>ms</b> <i>och</i><u> Zoom</u>", "Teams och Zoom"},
		{"non-breaking spaces", "Teams&nbsp;och&nbsp;Zoom&nbsp;", "Teams och Zoom"},
		{"breaks", "Hej<br>Teams<br><br>Zoom<br><br><br><br>Mvh", "Hej\nTeams\n\nZoom\n\n\nMvh"},
		{"break at the end of a block", "<div>Hej<br></div><div>Teams</div>", "Hej\nTeams"},
		{"empty block", "<div>Hej</div><div><br></div><div></div><div>Teams</div>", "Hej\n\nTeams"},
		{"paragraphs", "<p>Hej</p><p>Teams</p>", "Hej\n\nTeams"},
		{"paragraphs without margin", `<p style="margin: 0px">Hej</p><p style="margin-top:0;margin-bottom:0">Teams</p>`, "Hej\nTeams"},
		{"Word paragraphs", `<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; margin-bottom:.0001pt;} --></style><p class=MsoNormal>Hej<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Teams</p>`, "Hej\n\nTeams"},
		{"Word paragraphs with margin", `<style>p.MsoNormal {margin-top:0cm; margin-bottom:8.0pt;}</style><p class=MsoNormal>Hej</p><p class=MsoNormal>Teams</p>`, "Hej\n\nTeams"},
		{"Word paragraphs without style sheet", `<p class=MsoNormal>Hej</p><p class=MsoNormal>Teams</p>`, "Hej\nTeams"},
		{"Outlook on the web", `<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style><p>Hej</p><p>Teams</p>`, "Hej\nTeams"},
		{"heading and rule", "<h2>Önskemål</h2>Teams<hr>Zoom", "Önskemål\n\nTeams\n\nZoom"},
		{"preformatted", "<pre>Hej\n  1. Teams\n\n  2. Zoom</pre>", "Hej\n1. Teams\n\n2. Zoom"},
		{"white-space style", `<div style="white-space: pre-wrap">Hej` + "\n" + `Teams</div>`, "Hej\nTeams"},
		{"invisible", `<title>T</title><script>s()</script><div style="display: none">förhandsvisning</div><span style="mso-hide:all">x</span><p hidden>y</p><!-- z -->Teams`, "Teams"},
		{"closed at once", `<title/><xml/>Teams<script src="x"/><o:p/> och<br/>Zoom`, "Teams och\nZoom"},
		{"stray ends", `</p></div>Tea</b>ms</li></td></table><span>och</p></div> Zoom`, "Teamsoch Zoom"},
		{"misnested", `<b><div>Teams</b></div><span><p>Zoom</span> och Meet</p>`, "Teams\n\nZoom och Meet"},
		{"pictures", `Teams<img src="cid:1" alt="logotyp"> och Zoom`, "Teams och Zoom"},
		{"picture inside the source", `Teams<img src="data:image/png;base64,` + strings.Repeat("A", 20<<10) + `"> och Zoom`, "Teams och Zoom"},
		{"layout table", `<table><tr><td>Hej<br>Teams</td><td>Meny</td></tr></table>`, "Hej\nTeams\nMeny"},
		{"two short cells", `<table><tr><td>Prio 1</td><td>Teams</td></tr><tr><td>Prio 2</td><td>Zoom</td></tr></table>`, "Prio 1\tTeams\nPrio 2\tZoom"},
		{"unclosed", "<div><b>Hej<p>Teams<table><tr><td>Zoom", "Hej\n\nTeams\nZoom"},
		{"entities", "b&aring;de &lt;b&gt; &amp; &#8211;", "både <b> & –"},
		{"quote signs", "&gt; gammalt<br>nytt<br>&gt;&gt; äldre", "> gammalt\nnytt\n>> äldre"},
		{"GroupWise", "&gt;&gt;&gt; Anna &lt;a@b.example&gt; 2020-04-16 09:02 &gt;&gt;&gt;", ">>> Anna <a@b.example> 2020-04-16 09:02 >>>"},
		{"nothing", "<html><body><div><br></div>&nbsp;</body></html>", ""},
	} {
		if got := notation(linesOfHTML(c.html)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestHTMLRoles(t *testing.T) {
	const attribution = "Den ons 15 apr. 2020 kl 08:31 skrev Bo &lt;bo@b.example&gt;:"
	const header = "<b>Från:</b> Bo<br><b>Skickat:</b> den 15 april 2020<br><b>Till:</b> Eva<br><b>Ämne:</b> Kurs"
	for _, c := range []struct{ name, html, want string }{
		{
			"Gmail",
			`<div dir="ltr">Teams</div><br><div class="gmail_quote"><div class="gmail_attr">` + attribution + `<br></div><blockquote class="gmail_quote" style="margin:0">Vad vill ni?</blockquote></div>`,
			"Teams\n\nquote Den ons 15 apr. 2020 kl 08:31 skrev Bo <bo@b.example>:\nquote\nquote > Vad vill ni?",
		},
		{
			"answers between Gmail quotes",
			`<div class="gmail_quote"><div class="gmail_attr">Bo skrev:</div><blockquote class="gmail_quote">Vad?</blockquote><div>Teams</div><blockquote class="gmail_quote">Mer?</blockquote><div>Zoom</div></div>`,
			"quote Bo skrev:\nquote\nquote > Vad?\n\nTeams\n\nquote > Mer?\n\nZoom",
		},
		{
			"Gmail forward",
			`<div>Från kollegan</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Från: Bo<br></div>Teams</div>`,
			"Från kollegan\nforward ---------- Forwarded message ---------\nforward Från: Bo\nforward Teams",
		},
		{"Gmail quote around the whole mail", `<div class="gmail_quote"><div>Teams</div></div>`, "Teams"},
		{"Gmail indent", `<blockquote style="margin:0 0 0 40px;border:none;padding:0px">Teams</blockquote>`, "Teams"},
		{"own blockquote", `Så här: <blockquote>Teams</blockquote>`, "Så här:\n\n> Teams"},
		{"Apple Mail", `Teams<br><blockquote type="cite"><div>15 apr. 2020 kl. 08:31 skrev Bo:</div>Vad vill ni?</blockquote>`, "Teams\n\nquote > 15 apr. 2020 kl. 08:31 skrev Bo:\nquote > Vad vill ni?"},
		{"Apple forward", `Se nedan<br>Vidarebefordrat brev:<br><blockquote type="cite">` + header + `<br><br>Teams</blockquote>`, "Se nedan\nVidarebefordrat brev:\n\nforward > Från: Bo\nforward > Skickat: den 15 april 2020\nforward > Till: Eva\nforward > Ämne: Kurs\nforward >\nforward > Teams"},
		{"forward from a phone", `Vidarebefordrat brev:<blockquote type="cite">` + header + `<br><br></blockquote><blockquote type="cite">Teams</blockquote>`, "Vidarebefordrat brev:\n\nforward > Från: Bo\nforward > Skickat: den 15 april 2020\nforward > Till: Eva\nforward > Ämne: Kurs\nforward >\nforward > Teams"},
		{"Thunderbird", `<p>Teams</p><div class="moz-cite-prefix">Den 2020-04-15 kl. 08:31, skrev Bo:<br></div><blockquote type="cite" cite="mid:1">Vad?</blockquote>`, "Teams\n\nquote Den 2020-04-15 kl. 08:31, skrev Bo:\nquote\nquote > Vad?"},
		{"Thunderbird forward", `Se här<div class="moz-forward-container">-------- Vidarebefordrat meddelande --------<br>Teams</div>`, "Se här\nforward -------- Vidarebefordrat meddelande --------\nforward Teams"},
		{"Outlook", `<div>Teams</div><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'><p class=MsoNormal>` + header + `</p></div></div><p class=MsoNormal>Vad?</p>`, "Teams\nquote Från: Bo\nquote Skickat: den 15 april 2020\nquote Till: Eva\nquote Ämne: Kurs\nquote Vad?"},
		{"Outlook, rewritten by the web", `<div>Teams</div><div style="border-width:1pt medium medium; border-style:solid none none"><p>` + header + `</p></div><p class=MsoNormal>Vad?</p>`, "Teams\n\nquote Från: Bo\nquote Skickat: den 15 april 2020\nquote Till: Eva\nquote Ämne: Kurs\nquote\nquote Vad?"},
		{"rule around everything", `<div style='border-top:solid red 1pt'>Teams<div>` + header + `</div></div>`, "Teams\nFrån: Bo\nSkickat: den 15 april 2020\nTill: Eva\nÄmne: Kurs"},
		{"rule above own text", `<div>Teams</div><div style='border-top:solid #E1E1E1 1.0pt'>Zoom</div>`, "Teams\nZoom"},
		{"Outlook on the web", `<div>Teams</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">` + header + `</div><div>Vad?</div>`, "Teams\n\nquote Från: Bo\nquote Skickat: den 15 april 2020\nquote Till: Eva\nquote Ämne: Kurs\nquote Vad?"},
		{"Outlook on the web, new mail", `<div>Teams</div><div id="appendonsend"></div><div>Zoom</div>`, "Teams\nZoom"},
		{"inner mark of Outlook", `<div>Teams</div><div id="x_divRplyFwdMsg">Zoom</div>`, "Teams\nZoom"},
		{"Outlook for Mac", `Teams<span id="OLK_SRC_BODY_SECTION"><div>Vad?</div></span>`, "Teams\nquote Vad?"},
		{"Outlook on phones", `Teams<div id="mail-editor-reference-message-container"><div>Vad?</div></div>`, "Teams\nquote Vad?"},
		{"Yahoo", `Teams<div id="yahoo_quoted_4711" class="yahoo_quoted">Vad?</div>`, "Teams\nquote Vad?"},
		{"Proton", `Teams<div class="protonmail_quote">Vad?</div>`, "Teams\nquote Vad?"},
		{"Zimbra", `<div>Teams</div><hr id="zwchr" data-marker="__DIVIDER__"><div>Vad?</div>`, "Teams\n\nquote Vad?"},
		{"Zimbra before version 8", `<div>Teams</div><hr id="zwchr"><div>Vad?</div>`, "Teams\n\nquote Vad?"},
		{"Zimbra signature", `<div>Teams</div><div data-marker="__SIG_PRE__">Eva<br>Ekby bibliotek</div>`, "Teams\nsignature Eva\nsignature Ekby bibliotek"},
		{"Gmail signature", `Teams<br><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Eva<br>Ekby bibliotek</div>`, "Teams\nsignature --\nsignature Eva\nsignature Ekby bibliotek"},
		{"Outlook signature", `Teams<div id="Signature">Eva</div>`, "Teams\nsignature Eva"},
		{"list in the signature", `<div id="Signature">Eva<ol><li>Teams</li></ol></div>`, "Eva\n\n1.1 1. Teams"},
		{"Thunderbird signature", `Teams<pre class="moz-signature">-- ` + "\n" + `Eva</pre>`, "Teams\n\nsignature --\nsignature Eva"},
		{"signature of quoted mail", `Teams<div class="yahoo_quoted">Vad?<div id="Signature">Bo</div></div>`, "Teams\nquote Vad?\nquote Bo"},
	} {
		if got := notation(linesOfHTML(c.html)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// Each row of the tables of marks has its specimen here.
func TestHTMLMarks(t *testing.T) {
	for class, want := range classRoles {
		lines := linesOfHTML(`<div>Teams</div><div class="x ` + strings.ToUpper(class) + `">Vad vill ni?</div>`)
		if got := lines[len(lines)-1].role; got != want {
			t.Errorf("class %s: role %v, want %v", class, got, want)
		}
	}
	for id, want := range idRoles {
		lines := linesOfHTML(`<div>Teams</div><div id="` + id + `_12">Vad vill ni?</div><div id="x_` + id + `">Zoom</div>`)
		if got := lines[len(lines)-2].role; got != want {
			t.Errorf("id %s: role %v, want %v", id, got, want)
		}
		if got := lines[len(lines)-1].role; got != RoleUnknown {
			t.Errorf("id x_%s: role %v", id, got)
		}
	}
}

func TestHTMLTooDeep(t *testing.T) {
	source := strings.Repeat("<div>", 600) + "Teams<br>och Zoom" + strings.Repeat("</div>", 600)
	if got, want := notation(linesOfHTML(source)), "Teams\noch Zoom"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHTMLTooLong(t *testing.T) {
	picture := `<img src="data:image/png;base64,` + strings.Repeat("A", 9<<20) + `">`
	for _, c := range []struct {
		name, html, want string
		defect           Defect
	}{
		{"pictures", "Teams" + picture + "<br>Zoom", "Teams\nZoom", ""},
		{"attribute", "Teams<p id=" + strings.Repeat("A", 9<<20) + ">Zoom", "Teams", "html too long: the rest not read"},
		{"tags", "Teams" + strings.Repeat("<b></b>", 200_000) + "<br>Zoom", "Teams", "html too long: the rest not read"},
		{"lines", strings.Repeat("Teams<br>", 30_000), strings.TrimSpace(strings.Repeat("Teams\n", maxLines)), tooManyLines},
	} {
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		if got := notation(p.htmlLines(c.html)); got != c.want {
			t.Errorf("%s: got %d bytes, want %d", c.name, len(got), len(c.want))
		}
		if got := p.message.Defects; c.defect == "" && len(got) > 0 || c.defect != "" && !slices.Contains(got, c.defect) {
			t.Errorf("%s: defects %q, want %q", c.name, got, c.defect)
		}
	}
}

func TestHTMLColour(t *testing.T) {
	for source, want := range map[string]string{
		`<span style="Color: #0070C0">Teams</span>`:         "#0070c0",
		`<font color="Blue">Teams</font>`:                   "blue",
		`<font color=red style="color:green">Teams</font>`:  "red",
		`<p style="color:black">Teams</p>`:                  "",
		`<p>Teams <span style="color:red">Zoom</span></p>`:  "",
		`<p style="color:red">Teams <b>och</b> Zoom</p>`:    "red",
		`<div style="background-color:red">Teams</div>Zoom`: "",
	} {
		if lines := linesOfHTML(source); lines[0].colour != want {
			t.Errorf("%s: %q, want %q", source, lines[0].colour, want)
		}
	}
}

func TestMarkers(t *testing.T) {
	for n, want := range map[int]string{1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 0: "0", -2: "-2"} {
		if got := letters(n); got != want {
			t.Errorf("letters(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 1990: "mcmxc", 0: "0", 4000: "4000"} {
		if got := roman(n); got != want {
			t.Errorf("roman(%d) = %q, want %q", n, got, want)
		}
	}
}
