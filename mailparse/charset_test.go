package mailparse

import "testing"

func TestDecodeText(t *testing.T) {
	for _, c := range []struct {
		name, label, in, want string
		defect                bool
	}{
		{"utf-8", "utf-8", "önskemål", "önskemål", false},
		{"latin-1", "iso-8859-1", "\xf6nskem\xe5l", "önskemål", false},
		{"latin-9", "ISO-8859-15", "\xa4", "€", false},
		{"windows-1252 in latin-1", "iso-8859-1", "\x95 \x96 \x93", "• – “", false},
		{"no label", "", "\xf6nskem\xe5l", "önskemål", false},
		{"no label, utf-8", "", "önskemål", "önskemål", false},
		{"us-ascii", "us-ascii", "\xf6nskem\xe5l", "önskemål", false},
		{"utf-8 labelled latin-1", "iso-8859-1", "önskemål", "önskemål", false},
		{"latin-1 labelled utf-8", "utf-8", "\xf6nskem\xe5l", "önskemål", true},
		{"mixed", "utf-8", "önskem\xe5l", "önskemål", true},
		{"other names", "iso8859_1", "\xe5", "å", false},
		{"cp-1252", "cp-1252", "\xe5", "å", false},
		{"cp850", "cp850", "\x86", "å", false},
		{"macintosh", "macintosh", "\x8c", "å", false},
		{"quoted", `'utf-8'`, "å", "å", false},
		{"unknown", "x-klingon", "\xe5", "å", true},
		{"unknown, ascii", "x-klingon", "hej", "hej", false},
		{"cyrillic", "koi8-r", "\xd0\xd2\xc9", "при", false},
		{"japanese", "iso-2022-jp", "\x1b$B4A\x1b(B", "漢", false},
		{"utf-7", "utf-7", "1 +- +AOU-l +AOQA9g-!", "1 + ål äö!", false},
		{"utf-7 damaged", "utf-7", "+ +A +AOU", "+ +A å", false},
		{"utf-16 with mark", "utf-16", "\xff\xfeh\x00e\x00j\x00", "hej", false},
		{"utf-16 without label", "", "\xfe\xff\x00h\x00e\x00j", "hej", false},
		{"mark", "", "\xef\xbb\xbfhej", "hej", false},
	} {
		got, defect := decodeText([]byte(c.in), c.label)
		if got != c.want || (defect != "") != c.defect {
			t.Errorf("%s: got %q, defect %q; want %q, defect %v", c.name, got, defect, c.want, c.defect)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"o\u0308nskema\u030al":             "önskemål",
		"mjukt\u00ADstreck\u200B\uFEFF":    "mjuktstreck",
		"a\x00b\x1b[0m\u009bc":             "ab[0mc",
		"rad\r\nrad\ttabb":                 "rad\r\nrad\ttabb",
		"\u202Eomvänt\u202C \u2066x\u2069": "omvänt x",
		"\xff":                             "\uFFFD",
		"👩\u200D🏫":                         "👩\u200D🏫",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRepairMojibake(t *testing.T) {
	for in, want := range map[string]string{
		"Ã–nskemÃ¥l â€“ fÃ¶r Ã„lvsborg": "Önskemål – för Älvsborg",
		"Ã\u0096nskemÃ¥l":               "Önskemål",
		"São Paulo":                     "São Paulo",
		"hej":                           "hej",
	} {
		if got := repairMojibake(in); got != want {
			t.Errorf("repairMojibake(%q) = %q, want %q", in, got, want)
		}
	}
}
