package mailparse

import "testing"

func TestDecodeTransfer(t *testing.T) {
	for _, c := range []struct{ name, encoding, in, want string }{
		{"none", "", "hej=20", "hej=20"},
		{"misspelt 7bit", "7-bit", "hej=20", "hej=20"},
		{"unknown", "x-uuencode", "#:&5J", "#:&5J"},

		{"quoted-printable", "quoted-printable", "h=C3=A4r=20=\r\nd=c3=a4r", "h\xc3\xa4r d\xc3\xa4r"},
		{"with parameter", "Quoted-Printable;", "=41", "A"},
		{"no sequence", "quoted-printable", "1+1=2 =XY =4", "1+1=2 =XY =4"},
		{"soft break with space", "quoted-printable", "ett= \r\n ord", "ett ord"},
		{"soft break at the end", "quoted-printable", "slut=", "slut"},
		{"NUL and controls", "quoted-printable", "a\x00b\x07c=41", "a\x00b\x07cA"},

		{"base64", "base64", "aGVqIGFs\r\nbGE=\r\n", "hej alla"},
		{"misspelt base64", "base-64", "aGVq", "hej"},
		{"no padding", "base64", "aGVqIGFsbGE", "hej alla"},
		{"too much padding", "base64", "aGVqIGFsbGE====", "hej alla"},
		{"stray bytes", "base64", "aGVq*IGFs\x00bGE=", "hej alla"},
		{"two in a row", "base64", "aGVqIA==\r\nYWxsYQ==\r\n", "hej alla"},
		{"footer", "base64", "aGVqIGFs\nbGE=\n\n____________\nEkby lista\n", "hej alla____________\nEkby lista\n"},
		{"footer below data without padding", "base64", "aGVqIGFs\nbGEh\naGVq\nSkickat till Ekby lista\n", "hej alla!hejSkickat till Ekby lista\n"},
		{"never encoded", "base64", "Vi vill ha Teams\noch Zoom\n", "Vi vill ha Teams\noch Zoom\n"},
		{"nothing", "base64", "", ""},
	} {
		if got, _ := decodeTransfer([]byte(c.in), c.encoding); string(got) != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
