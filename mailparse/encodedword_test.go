package mailparse

import "testing"

func TestDecodeHeader(t *testing.T) {
	for raw, want := range map[string]string{
		"Önskemål":                                         "Önskemål",
		"=?utf-8?B?w5Zuc2tlbcOlbA==?=":                     "Önskemål",
		"=?iso-8859-1?Q?=D6nskem=E5l?=":                    "Önskemål",
		"=?ISO-8859-15?q?=d6nskem=e5l?=":                   "Önskemål",
		"=?Windows-1252?Q?=D6nskem=E5l_=96_hej?=":          "Önskemål – hej",
		"=?macintosh?Q?=85nskem=8Cl?=":                     "Önskemål",
		"=?utf-8?Q?O=CC=88nskema=CC=8Al?=":                 "Önskemål", // decomposed
		"=?utf-8?B?w5Zuc2s=?=\r\n =?utf-8?B?ZW3DpWw=?=":    "Önskemål",
		"=?utf-8?B?w5Zuc2tlbcM=?= =?utf-8?B?pWw=?=":        "Önskemål", // å split in two
		"=?utf-8?Q?=C3=96nskem=C3?=\r\n\t=?utf-8?Q?=A5l?=": "Önskemål",
		"=?utf-8?Q?=C3=96nskem?= =?iso-8859-1?Q?=E5l?=":    "Önskemål",
		"=?utf-8*sv?Q?=C3=96nskem=C3=A5l?=":                "Önskemål", // RFC 2231 language
		"Sv: =?utf-8?Q?=C3=96nskem=C3=A5l?= fr Ekby":       "Sv: Önskemål fr Ekby",
		"=?utf-8?Q?a?= b =?utf-8?Q?c?=":                    "a b c",
		"\xd6nskem\xe5l":                                   "Önskemål", // raw latin-1
		"=?unknown-8bit?Q?=D6nskem=E5l?=":                  "Önskemål",
		"=?x-nonsense?Q?=D6nskem=E5l?= =?utf-8?Q?=C3=A5?=": "Önskemålå",
		"=?utf-7?Q?+ANY-nskem+AOU-l?=":                     "Önskemål",
		"=?us-ascii?Q?=C3=96nskem=C3=A5l?=":                "Önskemål",
		"=?utf-8?B?w5Zuc2tlbcOlbA?=":                       "Önskemål",          // no padding
		"=?utf-8?B?w5Zuc2*tlbcOlbA==?=":                    "Önskemål",          // stray byte
		"=?utf-8?Q?Önskemål från oss?=":                    "Önskemål från oss", // raw inside
		"=?utf-8?Q?\xd6nskem\xe5l?=":                       "Önskemål",
		"=?utf-8?Z?abc?=":                                  "=?utf-8?Z?abc?=",
		"=?utf-8?Q?utan slut":                              "=?utf-8?Q?utan slut",
		"=?broken":                                         "=?broken",
		"=?":                                               "=?",
		"två\r\n rader\tmed   luft":                        "två rader med luft",
		"a\x00b\x1b[31mc\u202Ed":                           "ab[31mcd",
		"":                                                 "",
	} {
		if got := decodeHeader([]byte(raw)); got != want {
			t.Errorf("decodeHeader(%q) = %q, want %q", raw, got, want)
		}
	}
}
