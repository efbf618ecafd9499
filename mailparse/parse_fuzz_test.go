package mailparse

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzParse checks what Parse promises of every input: it ends without panic,
// its text is valid UTF-8 in normal form C on clean lines, whoever reads a
// passage reads words of the mail, lists are in order, and the memory taken is
// linear.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"From: Eva <eva@ekby.example>\nSubject: =?utf-8?Q?=C3=96nskem=C3=A5l?=\n\n1. Teams\n2. Zoom\n\nMvh Eva\n-- \nEkby bibliotek\n",
		"From: eva@ekby.example\n" + multipart("alternative", plainPart, htmlPart),
		"From: eva@ekby.example\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<ol start=3D2 type=3Da><li>h=E4r<ul><li>d=E4r</ol><blockquote type=3Dcite>g=E5r",
		"From: eva@ekby.example\nContent-Type: text/html\n\n<p class=MsoNormal style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Teams</p><div style='border-top:solid'>Från: x<br>Skickat: y<br>Ämne: z</div>q",
		"From: eva@ekby.example\nContent-Type: text/html\n\n<table><tr><td>1<td>Teams<tr><td>x<td>y</table><style>p{margin:0}</style><p>a<p>b<div id=appendonsend></div><hr>",
		"From: eva@ekby.example\nContent-Type: text/plain; format=flowed; delsp=yes\nContent-Transfer-Encoding: base64\n\nVmkgdmlsbCAKaGEgVGVhbXMK\n",
		"From: eva@ekby.example\nContent-Type: message/rfc822\n\nSubject: x\n\n> a\n>> b\n",
		"Content-Type: multipart/mixed; boundary=a=b\n\n--a=b\n\nx\n--a=b\nskr\xe4p\n\ny",
		"Subject: lists of markers\n\n2)\n0)\n2)A",
		"Subject: =?utf-7?Q?+ANY-?= =?x?B?!!?=\nDate: x\nFrom: <\n\n\xff\xfeh\x00",
	} {
		f.Add([]byte(seed))
	}
	rule := NewSubjectRule([]string{"Önskemål"})
	f.Fuzz(func(t *testing.T, raw []byte) {
		var m *Message
		var err error
		checkMemory(t, len(raw), func() { m, err = Parse(bytes.NewReader(raw), Limits{}) })
		if m == nil {
			if err == nil {
				t.Fatal("neither message nor error")
			}
			return
		}
		for _, s := range allText(m) {
			if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
				t.Errorf("%q is not valid UTF-8 in normal form C", s)
			}
		}
		checkPassages(t, m)
		rule.Match(m.Subject)
	})
}

// checkPassages checks that passages are single lines, that their words stand
// in the mail, that lists are numbered from 1, and that their items have ranks.
func checkPassages(t *testing.T, m *Message) {
	t.Helper()
	var text strings.Builder
	for _, l := range m.Lines {
		text.WriteString(l.Text + "\n")
	}
	// Words that are divided at the end of a line are joined.
	mail := text.String() + strings.ReplaceAll(text.String(), "-\n", "-")
	lists := map[int]bool{}
	for _, p := range m.Passages {
		lists[p.List] = true
		if (p.Rank >= 1) != (p.List >= 1) || p.List < 0 {
			t.Errorf("passage %q: list %d, rank %d", p.Text, p.List, p.Rank)
		}
		for _, text := range append([]string{p.Text}, p.Details...) {
			if strings.ContainsAny(text, "\r\n") {
				t.Errorf("passage %q is not a line", text)
			}
			for word := range strings.FieldsSeq(text) {
				if !strings.Contains(mail, word) {
					t.Errorf("passage %q: %q does not stand in the mail %q", text, word, mail)
				}
			}
		}
	}
	delete(lists, 0)
	for i := range len(lists) {
		if !lists[i+1] {
			t.Errorf("%d lists, but none with number %d", len(lists), i+1)
		}
	}
}

// checkMemory checks that reading an input of a size allocates no more than
// some times as much.
func checkMemory(t *testing.T, size int, read func()) {
	t.Helper()
	const besides, times = 2 << 20, 3000
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	read()
	runtime.ReadMemStats(&after)
	if got, most := after.TotalAlloc-before.TotalAlloc, uint64(besides+times*size); got > most {
		t.Errorf("%d bytes allocated for %d, want %d at most", got, size, most)
	}
}

// FuzzHTML checks that any HTML becomes clean lines, and that lines are items
// of lists or not.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		`<ol start=2 type=a><li>h&auml;r<ul><li value=7>d&#228;r</ol><blockquote type=cite>g&aring;r`,
		`<p class=MsoNormal style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>Teams</p>`,
		`<div style='border-top:solid'>Från: x<br>Skickat: y<br>Ämne: z</div>q<div id=divRplyFwdMsg>r</div>`,
		`<table><tr><td>1<td>Teams<tr><td>x<td>y</table><style>p{margin:0}</style><p>a<p>b<div id=appendonsend></div><hr>`,
		`<div class=gmail_quote><div class=gmail_attr>x</div><blockquote class=gmail_quote>y</blockquote></div><pre>a` + "\n" + ` b</pre>`,
		`<ul style='list-style:none inside'><li style='list-style-type:"(1) "'><li hidden>x<li style="display:block"><ol reversed><li>y`,
		`o&#776;&shy;<b>&#8203;</b>&#xFEFF;<![if !x]>&nbsp;<![endif]><xml>z</xml></p></li></td><svg><title>`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		var lines []line
		checkMemory(t, len(source), func() { lines = p.htmlLines(strings.ToValidUTF8(source, "")) })
		for i, l := range lines {
			if !utf8.ValidString(l.text) || !norm.NFC.IsNormalString(l.text) || strings.ContainsFunc(l.text, isUnwanted) || strings.ContainsAny(l.text, "\r\n") {
				t.Errorf("line %q is not clean", l.text)
			}
			if (l.level > 0) != (l.list > 0) || l.list > p.lists || l.marker != "" && l.level == 0 {
				t.Errorf("line %+v is half an item", l)
			}
			if l.text == "" && (i == 0 || i == len(lines)-1) {
				t.Error("blank line at the end")
			}
		}
	})
}

// FuzzDecodeHeader checks that any header value becomes one clean line.
func FuzzDecodeHeader(f *testing.F) {
	for _, seed := range []string{"=?utf-8?Q?=C3=96l?=", "=?utf-8?B?w5Y=?= =?utf-8?B?bA==?=", "=?x?q?\xe5?=", "=?utf-7?q?+AOU-?=", "=?=?=?", "a\r\n b"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got := decodeHeader(raw)
		if !utf8.ValidString(got) || bytes.ContainsAny([]byte(got), "\r\n\x00\x1b") {
			t.Errorf("decodeHeader(%q) = %q", raw, got)
		}
	})
}
