package mailparse

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzParse checks what Parse promises of every input: it ends without panic,
// its text is valid UTF-8 in normal form C on clean lines, and passages are
// single lines.
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
		"Subject: =?utf-7?Q?+ANY-?= =?x?B?!!?=\nDate: x\nFrom: <\n\n\xff\xfeh\x00",
	} {
		f.Add([]byte(seed))
	}
	rule := NewSubjectRule([]string{"Önskemål"})
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := Parse(bytes.NewReader(raw), Limits{})
		if m == nil {
			if err == nil {
				t.Fatal("neither message nor error")
			}
			return
		}
		for _, s := range []string{m.MessageID, m.From, m.FromName, m.Subject, m.Text} {
			if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
				t.Errorf("%q is not valid UTF-8 in normal form C", s)
			}
		}
		for _, p := range m.Passages {
			if bytes.ContainsAny([]byte(p.Text), "\r\n") || !utf8.ValidString(p.Text) {
				t.Errorf("passage %q is not a line", p.Text)
			}
		}
		rule.Match(m.Subject)
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
