package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What has one of the shapes, and is hidden, has one of its signs: texts without
// them need not be searched.
func TestSigns(t *testing.T) {
	for _, id := range identifying {
		rapid.Check(t, func(t *rapid.T) {
			text := rapid.StringMatching(id.pattern.String()).Draw(t, "text")
			match := id.pattern.FindString(text)
			if match != "" && id.check(match) && !strings.ContainsAny(match, id.signs) {
				t.Fatalf("%q is hidden, and has none of %q", match, id.signs)
			}
		})
	}
}

func TestAnonymise(t *testing.T) {
	for text, want := range map[string]string{
		"skriv till anna.ek@nykulla.example, tack": "skriv till [e-post], tack",
		"anna.ek@intern kan":                       "[e-post] kan",
		"(anna_ek+kurs@bib.nykulla.example)":       "([e-post])",
		"anna.ek(a)nykulla.example":                "[e-post]",
		"anna.ek [at] nykulla.example.":            "[e-post].",
		"anna.ek (snabel-a) nykulla (punkt) se":    "[e-post]",

		"låntagare 19850412-1234 kommer inte in": "låntagare [personnummer] kommer inte in",
		"850412-1234 och 850412+1234":            "[personnummer] och [personnummer]",
		"850412‑1234, 850412 – 1234":             "[personnummer], [personnummer]",
		"198504121230 eller 8504121230":          "[personnummer] eller [personnummer]",
		"19850412 1230":                          "[personnummer]",
		"8504721237":                             "[personnummer]", // a coordination number
		"nummer 8504121234":                      "nummer 8504121234",
		"nummer 198599121230":                    "nummer 198599121230",
		"nummer 8500121237":                      "nummer 8500121237",

		"ring mig på 070-123 45 67 om GDPR":     "ring mig på [telefon] om GDPR",
		"direkt +46 980-31 92 14":               "direkt [telefon]",
		"+46 (0)70-123 45 67":                   "[telefon]",
		"0046 70 123 45 67":                     "[telefon]",
		"070/123 45 67":                         "[telefon]",
		"070.123.45.67":                         "[telefon]",
		"+46.70.123.45.67":                      "[telefon]",
		"070‑123‑45‑67":                         "[telefon]", // hyphens that do not break
		"070 − 123 45 67":                       "[telefon]",
		"070\u00a0123\u202f45\u00a067":          "[telefon]",
		"0701234567":                            "[telefon]",
		"08-12 34 56, rum 3":                    "[telefon], rum 3",
		"0480-12345/070-1234567":                "[telefon]",
		"ring 3 070-123 45 67":                  "ring 3 [telefon]",
		"Kalmar 2026 0480-123 45 eller 08-1234": "Kalmar 2026 [telefon] eller 08-1234",
	} {
		check(t, text, HideNumbers(text), want)
	}
	for _, text := range []string{
		"20 12 deltagare, artikel 13 och vecka 47", "Windows 10, Dewey 025.04 och 2016/679", "Dewey 025.04 025.06",
		"ISBN och 3D-skrivare, Office 365 från 201", "1177 dygnet runt, 24-7, 1990–2026", "Office 2019-2021-2024",
		"ISBN 978-91-7000-150-5", "ISBN 9789170001505", "ISBN: 0306406152", "ISBN-10 0-306-40615-7", "978-0-306-40615-7",
		"kl 09.30-10.15", "kl 0930–1015", "kl 09:30-10:15", "den 01-02-2026 eller 01.02.2026", "2026-02-14 0830-1015",
		"kurs (a) Excel, (b) Word", "@digiteket", "C++ 11", "mellan 100 000 och 250 000 000 kronor", "0-5 år, 00-talet",
	} {
		check(t, text, HideNumbers(text), text)
	}
}
