package mailparse

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSubjectRule(t *testing.T) {
	rule := NewSubjectRule([]string{"Önskemål"})
	for subject, want := range map[string]bool{
		"Önskemål":                            true,
		"önskemål från oss i Ekby":            true,
		"ÖNSKEMÅL!!":                          true,
		"Våra önskemålen i ordning":           true,
		"Önskemålet":                          true,
		"Önskemåls":                           true,
		"Kursönskemål inför hösten":           true,
		"Önskemålslista":                      true,
		"Önskemålen från 4B":                  true,
		norm.NFD.String("Önskemål"):           true,
		"Onskemal":                            true,
		"ONSKEMAL fran biblioteket":           true,
		"Oenskemaal":                          true,
		"Ønskemål":                            true,
		"Önske mål":                           true,
		"Sv: Önskemål":                        true,
		"SV: VB: Re: Önskemål":                true,
		"Re[2]: Önskemål":                     true,
		"[Biblioteksutskick] Önskemål":        true,
		"Fwd: [ärende 12] Sv: önskemål":       true,
		"Autosvar: Re: Önskemål":              true,
		"Ã–nskemÃ¥l":                          true,
		"Ã\u0096nskemÃ¥l":                     true,
		"?nskem?l":                            true,
		"??nskem??l":                          true,
		"\uFFFDnskem\uFFFDl":                  true,
		"XXnskemXXl":                          true,
		"XnskemXl":                            true,
		"__nskem__l":                          true,
		"nskeml":                              true,
		"&Ouml;nskem&aring;l":                 true,
		"Re: =D6nskem=E5l":                    true,
		"%C3%96nskem%C3%A5l":                  true,
		"%D6nskem%E5l":                        true,
		"Önskmål":                             true,
		"Önskemåll":                           true,
		"Öönskemål":                           true,
		"Önksemål":                            true,
		"Önskemåö":                            true,
		"Önskmålen":                           true,
		"":                                    false,
		"Önska":                               false,
		"Önskar mer om makerspace":            false,
		"Jag önskar en kurs":                  false,
		"Önskelista":                          false,
		"Mål och önskningar":                  false,
		"Tack!":                               false,
		"Digiteket behöver er hjälp!":         false,
		"Sv: Digiteket behöver er hjälp!":     false,
		"Kompetens att dela":                  false,
		"[Önskemål] Nyhetsbrev":               false,
		"Frågor om nskem":                     false,
		"Människemöten på biblioteket":        false,
		"Rabatt 50 % =) på alla kurser & mer": false,
	} {
		if got := rule.Match(subject); got != want {
			t.Errorf("Match(%q) = %v, want %v", subject, got, want)
		}
	}
}

func TestSubjectRuleWords(t *testing.T) {
	rule := NewSubjectRule([]string{"kurs", " ", "Digital kompetens"})
	for subject, want := range map[string]bool{
		"Fortbildningskurser":       true,
		"digital kompetens 2020":    true,
		"kur":                       false, // too short for typing errors
		"Digitalt":                  false,
		"hopp":                      false,
		"Digital kompetenss i höst": true,
	} {
		if got := rule.Match(subject); got != want {
			t.Errorf("Match(%q) = %v, want %v", subject, got, want)
		}
	}
	if (SubjectRule{}).Match("Önskemål") {
		t.Error("the zero rule matches")
	}
}

func TestCutPrefixes(t *testing.T) {
	for subject, want := range map[string]string{
		"sv: re: vb: fw: fwd: ang: vs: vl: videresend: aw: antw: wg: tr: ynt: hej": "hej",
		"re[3]: (hej)":         "(hej)",
		"re (2) : hej":         "hej",
		"[lista] [extern] hej": "hej",
		"svar: hej":            "svar: hej",
		"angående: hej":        "angående: hej",
		"[utan slut hej":       "[utan slut hej",
		"re:":                  "",
	} {
		if got := cutPrefixes(subject); got != want {
			t.Errorf("cutPrefixes(%q) = %q, want %q", subject, got, want)
		}
	}
}

func TestOneEdit(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"onskemal", "onskemal", true}, {"onskemal", "onskmal", true}, {"onskemal", "onskemall", true}, {"onskemal", "onsgemal", true},
		{"onskemal", "onksemal", true}, {"onskemal", "onskml", false}, {"onskemal", "nokskemal", false}, {"", "a", true}, {"", "ab", false},
	} {
		if got := oneEdit(c.a, c.b); got != c.want {
			t.Errorf("oneEdit(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
