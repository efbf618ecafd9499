package mailparse

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// own returns the own text of a typed mail from Anna on one line, blank lines
// as "//".
func own(subject, mail string) string {
	text, _ := split(textLines(mail, flow{}), anna(subject))
	text = strings.ReplaceAll(text, "\n\n", " // ")
	return strings.ReplaceAll(text, "\n", " / ")
}

// Every client's line or block above a quote is cut with the quote.
func TestQuotes(t *testing.T) {
	check := func(boundary string) {
		t.Helper()
		if got := own("Sv: Önskemål", "Jag vill ha Koha.\n\n"+boundary); got != "Jag vill ha Koha." {
			t.Errorf("%s\ngot %q", boundary, got)
		}
	}
	quote := "\n\n> Hej!\n> Har ni önskemål?\n"
	plain := "\n\nHej!\nHar ni önskemål?\n"
	for _, below := range []string{quote, plain} {
		check("Den mån 7 aug. 2023 kl 13:05 skrev Bo Ek <\nbo@ek.example>:" + below)
		check("fre 4 aug. 2023 kl. 10:03 skrev Bo Ek <bo@ek.example>:" + below)
		check("Den 21.04.2016 17:48 skrev \"Bo Ek\" <bo@bibliotek.ekby.example\n>:" + below)
		check("Den fredag 4 augusti 2023 kl. 13:21:19 CEST, Bo Ek <bo@ek.example> skrev:  " + below)
		check("Den fre 28 feb. 2025 10:15Bo Ek <bo@ek.example> skrev:" + below)
		check("Den 2023-11-14 kl. 16:50, skrev Bo Ek:" + below)
		check("2023-11-14 16:50 skrev bo@ek.example:" + below)
		check("26 aug. 2026 kl. 10:03 skrev Bo Ek <bo@ek.example>:" + below)
		check("Den 28/10/2021 12:46 skrev \"Bo Ek\" <bo@ek.example> följande:" + below)
		check("Bo Ek <bo@ek.example> skrev:" + below)
		check("2016-10-24 15:36 GMT+02:00 Bo Ek <bo@ek.example>:" + below)
		check("tir. 10. mar. 2020 kl. 14:28 skrev Bo Ek <bo@ek.example>:" + below)
		check("Den man. 14. okt. 2019 kl. 16.13 skrev Bo Ek <bo@ek.example>:" + below)
		check("D. 28/10/2021 12.46 skrev \"Bo Ek\" <bo@ek.example>:" + below)
		check("Bo Ek <bo@ek.example> skrev følgende den 28.10.2021 kl. 12:46:" + below)
		check("ke 27. lokak. 2021 klo 9.31 Bo Ek (bo@ek.example) kirjoitti:" + below)
		check("Bo Ek <bo@ek.example> kirjoitti 28/10/2021 12.46:" + below)
		check("On Mon, 14 Aug 2023 at 11:07, Bo Ek <bo@ek.example>\nwrote:" + below)
		check("On 14 Aug 2023, at 11:07, Bo Ek wrote:" + below)
		check(">>> Bo Ek <bo@ek.example> 2020-04-17 14:40 >>>" + below)
		check("________________________________\nFrån: Bo Ek\nSkickat: den 20 april 2020 13:05:44\nTill: Anna Ek\nÄmne: Önskemål" + below)
		check("Från: Bo Ek <bo@ek.example>\nSkickat: den 20 april 2020\nTill: Anna Ek\nÄmne: Önskemål" + below)
		check("Från: Bo Ek [mailto:bo@ek.example] För Bibblan\nSkickat: torsdag, maj 2, 2019 11:54 fm\n\nTill: Anna Ek; Gun Is;\n  Per Al\nÄmne: Önskemål" + below)
		check("*Från:* Bo Ek <bo@ek.example>\n*Skickat:* den 14 augusti 2023 10:51\n*Till:* Anna Ek" + below)
		check("-----Ursprungligt meddelande-----\nFrån: Bo Ek\nSkickat: den 20 april 2020 13:05\nTill: Anna\nÄmne: x" + below)
		check("----Ursprungligt meddelande----\nFrån: bo@ek.example\nDatum: 2020-04-20\nTill: anna@vik.example\nÄrende: x" + below)
		check("-------- Originalmeddelande --------\nFrån: Bo Ek <bo@ek.example>\nDatum: 2020-04-20 13:05 (GMT+01:00)\nTill: anna@vik.example" + below)
		check("Fra: Bo Ek <bo@ek.example>\nSendt: mandag 20. april 2020 13.05\nTil: Anna Ek\nEmne: x" + below)
		check("Lähettäjä: Bo Ek <bo@ek.example>\nLähetetty: 20. huhtikuuta 2020 13:05\nVastaanottaja: Anna\nAihe: x" + below)
		check("From: Bo Ek <bo@ek.example>\nSent: Monday, April 20, 2020 1:05 PM\nTo: Anna Ek\nSubject: x" + below)
		check("-----Original Message-----\nFrom: Bo Ek\nSent: 20 April 2020 13:05\nTo: Anna" + below)
	}
	check("Bo Ek skrev:" + quote)
	check("N. N. wrote:" + quote)
	check("> Hej!\n> Har ni önskemål?")
}

// Words that resemble a boundary stay.
func TestNotQuotes(t *testing.T) {
	check := func(mail string) {
		t.Helper()
		want := strings.ReplaceAll(strings.ReplaceAll(mail, "\n\n", " // "), "\n", " / ")
		if got := own("Önskemål", mail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check("Från: torget\nTill: skolan\nså går bussen.")
	check("Ämne: Koha\nTill: oss alla här")
	check("Den 5 maj skrev vi till kommunen:\n\n1. Koha\n2. Canva")
	check("Den 5 maj 2020 skrev vi till kommunen:\n\n1. Koha\n2. Canva")
	check("Gunilla skrev:\n- Koha\n- Canva")
	check("1. Koha\n------\n2. Canva")
	check("1. Koha\n--\n2. Canva")
	check("Jag fick ett ursprungligt meddelande från er.")
	check("Klockan 10:30 skrev jag en lista:\n\nKoha\nCanva")
}

// Answers between and below quoted lines are own words.
func TestAnswersInQuotes(t *testing.T) {
	check := func(mail, want string) {
		t.Helper()
		if got := own("Sv: Önskemål", mail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check("Hej!\n\nDen 2023-11-14 kl. 16:50, skrev Bo Ek:\n> Vad vill ni?\n\nKoha.\n\n> Något mer?\n\nJa, Canva.", "Hej! // Koha. // Ja, Canva.")
	check("Hej, svarar nedan.\n\nAnna Ek\nViks bibliotek\n\nDen 2023-11-14 kl. 16:50, skrev Bo Ek:\n> Vad vill ni?\n\nKoha\n\n> Något mer?\n\nCanva\n\nMvh\nAnna", "Hej, svarar nedan. // Koha // Canva")
	check("> Vad vill ni lära er?\n1. Koha\n2. Canva\n> Vad kan ni?\nIngenting.", "1. Koha / 2. Canva // Ingenting.")
}

func TestForwardedLists(t *testing.T) {
	check := func(subject, mail, want string) {
		t.Helper()
		_, passages := split(textLines(mail, flow{}), anna(subject))
		if got := strings.TrimSpace(shape(passages)); got != strings.ReplaceAll(want, "; ", "\n") {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	const outlook = "Från: Bo Ek <Bo@Ek.example>\nSkickat: den 20 april 2020 15:47\nTill: Anna Ek\nÄmne: Önskemål\n\n"
	check("VB: Önskemål", "Från Bo.\n\n"+outlook+"1. Koha\n2. Canva\n\nHälsningar Bo", "- Från Bo.; <bo@ek.example> 1.1 Koha; <bo@ek.example> 1.2 Canva")
	check("VB: Önskemål", outlook+"1. Koha\n2. Canva", "<bo@ek.example> 1.1 Koha; <bo@ek.example> 1.2 Canva")
	check("Önskemål", outlook+"1. Koha\n2. Canva", "<bo@ek.example> 1.1 Koha; <bo@ek.example> 1.2 Canva")
	check("Önskemål", "Skickar vidare från Bo.\n\n"+outlook+"1. Koha", "- Skickar vidare från Bo.; <bo@ek.example> 1.1 Koha")
	check("Sv: Önskemål", "Vi vill ha Koha.\n\n"+outlook+"1. Canva", "- Vi vill ha Koha.")
	check("Önskemål", "Vi vill ha Koha.\n\n"+outlook+"1. Canva", "- Vi vill ha Koha.")
	check("VB: Önskemål", "Vill ha Koha.\n\nFrån: Digiteket <kontakt@digiteket.se>\nSkickat: den 20 april 2020\nTill: Anna\nÄmne: Hej\n\n- Makerspace\n- Juridik", "- Vill ha Koha.")
	check("VB: Önskemål", "Från: Digiteket\nSkickat: den 20 april 2020\nTill: Anna\nÄmne: Hej\n\n- Makerspace", "")
	check("VB: Önskemål", "Från två.\n\n"+outlook+"1. Koha\n\nFrån: Per Al <per@al.example>\nSkickat: den 21 april 2020 09:00\nTill: Anna\nÄmne: Önskemål\n\n1. Canva\n2. Podd",
		"- Från två.; <bo@ek.example> 1.1 Koha; <per@al.example> 2.1 Canva; <per@al.example> 2.2 Podd")
	check("Fwd: Önskemål", "---------- Forwarded message ---------\nFrån: Bo Ek <bo@ek.example>\nDate: mån 20 apr. 2020 kl 15:47\nSubject: Önskemål\nTo: Anna <anna@vik.example>\n\n1. Koha\n\nDen fre 17 apr. 2020 kl 10:00 skrev Digiteket <kontakt@digiteket.se>:\n\n> 1. Makerspace\n",
		"<bo@ek.example> 1.1 Koha")
	check("VB: Önskemål", "Från: Bo Ek <bo@ek.example>\nSkickat: den 20 april 2020\nTill: Anna\nÄmne: SV: Önskemål\n\n1. Koha\n\nFrån: Regionen <info@region.example>\nSkickat: den 17 april 2020\nTill: Bo\nÄmne: Önskemål\n\n1. Makerspace",
		"<bo@ek.example> 1.1 Koha")
	check("Vb: Önskemål", "Vidarebefordrat mejl:\n\n> Från: Bo Ek <bo@ek.example>\n> Ämne: Önskemål\n> Datum: 20 april 2020 14:25:08 CEST\n> Till: anna@vik.example\n>\n> - Koha\n> - Canva\n\nSamma gäller mig.",
		"<bo@ek.example> 1.1 Koha; <bo@ek.example> 1.2 Canva; - Samma gäller mig.")
	check("VB: Önskemål", "Från: Anna Ek <anna.ek@vik.example>\nSkickat: den 20 april 2020\nTill: fel@adress.example\nÄmne: Önskemål\n\n1. Koha", "1.1 Koha")
	check("VB: Önskemål", "Från: Bo Ek\nSkickat: den 20 april 2020\nTill: Anna\nÄmne: Önskemål\n\n1. Koha", "<bo ek> 1.1 Koha")
}

func TestSignatures(t *testing.T) {
	check := func(signature string) {
		t.Helper()
		if got := own("Önskemål", "Hej!\n\n1. Koha\n2. Canva\n"+signature); got != "Hej! // 1. Koha / 2. Canva" {
			t.Errorf("%s\ngot %q", signature, got)
		}
	}
	check("/Jossan, bibl.ass")
	check("//Lovisa")
	check("/ Anna")
	check("Anna")
	check("A.E.")
	check("AE")
	check("Anna Ek")
	check("Mvh Anna")
	check("mvh/Anna")
	check("M.v.h. Anna")
	check("Vh Anna")
	check("Hälsar Anna")
	check("Hälsningar från oss alla sex\ngm Anna")
	check("Varma hälsningar från ett regnigt Vik,\nAnna")
	check("Ha det gott, Anna")
	check("Kram, Anna")
	check("Tack!\nAnna")
	check("Tack på förhand!\n\nAnna Ek\nVik")
	check("\nMvh Anna\n\n* Tänk på miljön innan du skriver ut mejlet\n* Följ oss på Instagram")
	check("Vänligen\nAnna")
	check("Kh Anna")
	check("Med venlig hilsen\nAnna")
	check("Terveisin\nAnna Ek")
	check("Best regards,\nAnna")
	check("-- \nAnna Ek\nbibliotekarie")
	check("--\nDetta är ett mejl från Viks bibliotek där vi alltid har roligt på jobbet")
	check("\nSkickat från min iPhone")
	check("Anna\n\nSkickat från Outlook för iOS<https://aka.ms/o0ukef>")
	check("\nHämta Outlook för Android<https://aka.ms/x>")
	check("\nSendt fra min iPad")
	check("\nLähetetty iPhonesta")
	check("\nSent from my Galaxy")
	check("\nMed vänlig hälsning\n\nAnna Ek\nBibliotekarie, digital samordnare\nViks bibliotek\nKulturförvaltningen\nStorgatan 1, 3 tr\n670 41 Vik\nTel 0980-319 230 · Mob 070-174 06 02\nÖppet: mån-tors 10-18, fre 10-15\nwww.vik.example\n\nSå här behandlar vi dina personuppgifter: vik.example/gdpr\nTänk på miljön innan du skriver ut!")
	check("\nAnna Ek | Bibliotekarie\nVik · Box 3, 441 21 Vik\n\nDen här e-posten och eventuella bilagor kan innehålla information som är skyddad enligt lag.")
	check("\nViks bibliotek\nTel 0980-319 230\nanna.ek@vik.example")
	check("\nAnna Ek\nViks bibliotek\n_______________________\nViks kommun\n670 41 Vik\nTelefon: 0980-319 230")
	check("\nMvh\nAnna\n\n- tel 0980-319 230\n- e-post anna.ek@vik.example")

	keep := func(mail, want string) {
		t.Helper()
		if got := own("Önskemål", mail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	keep("Vi vill ha Koha och sist Canva. Mvh Anna", "Vi vill ha Koha och sist Canva.")
	keep("Vi vill ha Koha. Det var allt! /A", "Vi vill ha Koha. Det var allt!")
	keep("Vi vill ha Koha. Ring om ni undrar. Anna", "Vi vill ha Koha. Ring om ni undrar.")
	keep("Tack på förhand, mvh Anna (låntagare)", "Tack på förhand")
	keep("Vi vill ha Koha.\n\nMvh Anna\n\nPS. Gärna Canva också.", "Vi vill ha Koha. // PS. Gärna Canva också.")
	keep("Vi vill ha Koha.\nMvh\nAnna\nPS: Canva vore kul", "Vi vill ha Koha. / PS: Canva vore kul")
	keep("Koha!\n\nMvh Anna\nTel 0980-319 230\n\nGlömde: Canva!", "Koha! // Glömde: Canva!")
	keep("Här kommer listan.\n\nMvh Anna\n\n1. Koha\n2. Canva", "Här kommer listan. // 1. Koha / 2. Canva")
	keep("Tack\n\nVi vill gärna lära oss mer om hur man använder Koha till vardags.", "Vi vill gärna lära oss mer om hur man använder Koha till vardags.")
	keep("Ulrika:\n- Koha\nAnna:\n- Canva", "Ulrika: / - Koha / Anna: / - Canva")
	keep("Mvh Anna", "Mvh Anna")
	keep("God dag,\nnedan min lista:\n\n- Koha\n- Canva", "God dag, / nedan min lista: // - Koha / - Canva")
	keep("Du får inte ofta e-post från bo@ek.example. Läs om varför det här är viktigt\n\nKoha.", "Koha.")
	keep("[EXTERN AVSÄNDARE] Klicka inte på länkar.\n\nKoha.", "Koha.")
}

// A warning on top goes; what the writer put right below it stays.
func TestBanners(t *testing.T) {
	check := func(mail, want string) {
		t.Helper()
		if got := own("Önskemål", mail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check("Du får inte ofta e-post från bo@ek.example. Läs om varför det här är viktigt\nHej!\nVi vill ha Koha.", "Hej! / Vi vill ha Koha.")
	check("Du får inte ofta e-post från bo@ek.example. Läs om varför det\nhär är viktigt<https://aka.ms/x>\n1. Koha\n2. Canva", "1. Koha / 2. Canva")
	check("CAUTION: This email originated from outside of the\norganization. Do not click links or open attachments unless you\nrecognize the sender and know the content is safe.\n\nKoha.", "Koha.")
	check("VARNING: Extern avsändare. Klicka inte på länkar\noch öppna inga bilagor om du inte litar på den.\nKoha!", "Koha!")
	check("Önskemål:\n1. Vad betyder extern avsändare i Outlook?\n2. Koha", "Önskemål: / 1. Vad betyder extern avsändare i Outlook? / 2. Koha")
}

// A mail that holds nothing but a colleague's words passes them on, whatever
// the program calls it; thanks above a quote are an answer.
func TestNothingButQuote(t *testing.T) {
	check := func(mail, want string) {
		t.Helper()
		if got := own("Sv: Önskemål", mail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	const bo = "Från: Bo Ek <bo@ek.example>\nSkickat: den 20 april 2020 13:05\nTill: Anna Ek\nÄmne: Önskemål\n\n"
	check(bo+"1. Koha\n2. Canva", "1. Koha / 2. Canva")
	check("Skickat från min iPhone\n\n"+bo+"1. Koha", "1. Koha")
	check("Den 2023-11-14 kl. 16:50, skrev Bo Ek:\n> 1. Koha\n>\n> Den 2023-11-13 kl. 10:00 skrev Digiteket:\n>> 1. Makerspace", "1. Koha")
	check("Tack!\n\n"+bo+"1. Koha", "Tack!")
	check("Mvh Anna\n\n"+bo+"1. Koha", "Mvh Anna")
	check("Från: Digiteket <kontakt@digiteket.se>\nSkickat: den 20 april 2020 13:05\nTill: Anna Ek\nÄmne: x\n\n1. Koha", "")
	check("> 1. Koha", "")
}

// Outlook marks neither the end of a quote nor what is written below it.
func TestAnswersBelow(t *testing.T) {
	check := func(mail, want string, doubts ...Doubt) {
		t.Helper()
		m := anna("Sv: Önskemål")
		text, _ := split(textLines(mail, flow{}), m)
		if text = strings.ReplaceAll(text, "\n", " / "); text != want {
			t.Errorf("got %q, want %q", text, want)
		}
		if !slices.Equal(m.Doubts, doubts) {
			t.Errorf("doubts %q, want %q", m.Doubts, doubts)
		}
	}
	const head = "Från: Digiteket <kontakt@digiteket.se>\nSkickat: den 20 april 2020 13:05\nTill: Anna Ek\nÄmne: Önskemål\n\n"
	check("Hej, se svar nedan.\n\n"+head+"Vad vill ni lära er?\n\nHälsningar\nDigiteket\n\n1. Koha\n2. Canva\n\nMvh\nAnna Ek", "Hej, se svar nedan. /  / 1. Koha / 2. Canva", AnswersInQuote)
	check("Ja tack.\n\n"+head+"Vad vill ni lära er?\n\nHälsningar\nDigiteket", "Ja tack.")
	check("Ja tack.\n\n"+head+"Vad vill ni lära er?\n\nDigiteket\n\nFrån: Anna Ek <anna@vik.example>\nSkickat: den 19 april 2020 13:05\nTill: Digiteket\nÄmne: Önskemål\n\n1. Koha\n\nAnna", "Ja tack.")
	check("Hej!\n\nDen 2023-11-14 kl. 16:50, skrev Bo Ek:\n> Vad vill ni?\n\nKoha.\n\n> Något mer?\n\nCanva.", "Hej! /  / Koha. /  / Canva.", AnswersInQuote)
	check("Den 2023-11-14 kl. 16:50, skrev Bo Ek:\n> Vad vill ni?\n\nKoha.", "Koha.")
	check("Hej!\n\n"+head+"Vad vill ni?\nSVAR: Koha.\nNågot mer?", "Hej! /  / Koha.", AnswersInQuote)
}

// Every line of a mail is accounted for, with the reason.
func TestAccount(t *testing.T) {
	m := anna("Sv: Önskemål")
	split(textLines("[EXTERN AVSÄNDARE]\n\nVi vill ha Koha. Mvh Anna\n\nSkickat från min iPhone\nTel 0980-319 230\n\nDen 2023-11-14 kl. 16:50, skrev Digiteket:\n> Vad vill ni?", flow{}), m)
	want := []Line{
		{"[EXTERN AVSÄNDARE]", RoleBanner, ByWarning}, {},
		{"Vi vill ha Koha. Mvh Anna", RoleOwn, BySignOff}, {},
		{"Skickat från min iPhone", RoleSignature, ByPhone},
		{"Tel 0980-319 230", RoleSignature, ByContact}, {},
		{"Den 2023-11-14 kl. 16:50, skrev Digiteket:", RoleBoundary, ByAttribution},
		{"> Vad vill ni?", RoleQuote, ByPosition},
	}
	if diff := cmp.Diff(want, m.Lines); diff != "" {
		t.Error(diff)
	}
}

// A one-item Word list may be a sign-off.
func TestWordSignOff(t *testing.T) {
	lines := []line{{text: "Vi vill ha Koha."}, {text: ""}, {text: "Anna", marker: "-", level: 1, list: 1}}
	if text, _ := split(lines, anna("Önskemål")); text != "Vi vill ha Koha." {
		t.Errorf("got %q", text)
	}
}

// Points that begin with ">" are no quote where the mail answers none.
func TestOwnBullets(t *testing.T) {
	if got, want := lists("Hej,\n\nönskemål från oss:\n\n> Koha\n> Canva\n\nAnna"), "1.1 Koha\n1.2 Canva"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := lists("Hej, klistrar in från chatten.\n\n> koha för alla\n> canva\n\nAnna"), "1.1 koha för alla\n1.2 canva"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := lists("Hej,\n\n> Mastodon för bibliotek\n> söka i Svenska tidningar så att man hittar något\n> gemensam kalender\n\nTack!\nAnna"), "1.1 Mastodon för bibliotek\n1.2 söka i Svenska tidningar så att man hittar något\n1.3 gemensam kalender"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := lists("Hej, vi vill ha Koha.\n\n> Digiteket har nu funnits lite över ett halvår och genomslaget har\n> varit fantastiskt. Berätta vad ni vill lära er.\n\nAnna"); got != "" {
		t.Errorf("wrapped quote: got %q", got)
	}
}

// What the markup knows is not guessed at.
func TestStructuralLists(t *testing.T) {
	check := func(lines []line, want string) {
		t.Helper()
		_, passages := split(lines, anna("Önskemål"))
		if got := strings.TrimSpace(shape(passages)); got != strings.ReplaceAll(want, "; ", "\n") {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	item := func(marker string, level, list int, text string) line {
		return line{text: text, marker: marker, level: level, list: list}
	}
	check([]line{item("1.", 1, 1, "Koha"), item("2.", 1, 1, "Canva")}, "1.1 Koha; 1.2 Canva")
	check([]line{item("1.", 1, 1, "Koha"), item("•", 2, 2, "rapporter"), item("2.", 1, 1, "Canva")}, "1.1 Koha | rapporter; 1.2 Canva")
	check([]line{item("1.", 1, 1, "Koha"), {text: "Vi byter i höst."}, item("2.", 1, 2, "Canva")}, "1.1 Koha | Vi byter i höst.; 1.2 Canva")
	check([]line{item("1.", 1, 1, "Koha"), {text: "Vi byter i höst.", level: 1, list: 1}, item("2.", 1, 1, "Canva")}, "1.1 Koha | Vi byter i höst.; 1.2 Canva")
	check([]line{{text: "Vi vill ha:"}, item("•", 1, 1, "Koha"), {text: "Vi kan:"}, item("•", 1, 2, "Canva")}, "- Vi vill ha:; 1.1 Koha; - Vi kan:; 2.1 Canva")
	check([]line{item("1.", 1, 1, "Koha"), {}, item("1.", 1, 2, "Canva"), item("2.", 1, 2, "Podd")}, "1.1 Koha; 2.1 Canva; 2.2 Podd")
	check([]line{{text: "Helt utan inbördes ordning."}, item("1.", 1, 1, "Koha"), item("2.", 1, 1, "Canva")}, "- Helt utan inbördes ordning.; 1.1 Koha; 1.1 Canva")
	check([]line{{text: "Sett i bifogat mejl", from: ""}, {text: "1. Koha", from: "bo@ek.example"}}, "- Sett i bifogat mejl; <bo@ek.example> 1.1 Koha")
}

// An attached file is the sender's own words, whatever stands above it.
func TestAttachedFiles(t *testing.T) {
	inFile := func(texts ...string) (lines []line) {
		for _, text := range texts {
			lines = append(lines, line{text: text, attached: "lista.docx"})
		}
		return lines
	}
	check := func(body []line, file []line, want string) {
		t.Helper()
		m := anna("Sv: Önskemål")
		_, passages := split(append(body, file...), m)
		if got := strings.TrimSpace(shape(passages)); got != strings.ReplaceAll(want, "; ", "\n") {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	list := inFile("1. Koha", "2. Canva")
	check([]line{{text: "Se bilagan."}, {}, {text: "Mvh"}, {text: "Anna"}}, list, "- Se bilagan.; 1.1 Koha; 1.2 Canva")
	check(textLines("Se bilagan.\n\nDen 2023-11-14 kl. 16:50, skrev Bo Ek:\n> Vad vill ni?", flow{}), list, "- Se bilagan.; 1.1 Koha; 1.2 Canva")
	check(textLines("-- \nAnna", flow{}), list, "1.1 Koha; 1.2 Canva")
	check(nil, inFile("Från: Bo Ek <bo@ek.example>", "Skickat: 2020-04-20", "", "1. Koha", "2. Canva"), "- Från: Bo Ek <bo@ek.example>; - Skickat: 2020-04-20; 1.1 Koha; 1.2 Canva")
	for i := range list {
		list[i].from = "bo@ek.example"
	}
	check([]line{{text: "Från Bo."}}, list, "- Från Bo.; <bo@ek.example> 1.1 Koha; <bo@ek.example> 1.2 Canva")
}

func FuzzSplit(f *testing.F) {
	f.Add("Hej!\n1. Koha\n2) Canva\n\nMvh Anna\n-- \ntel 08-1", "Önskemål")
	f.Add("Från: Bo <b@e.example>\nSkickat: 2020-01-01\n\n> 1. Koha\n>> - x", "VB: Önskemål")
	f.Add("Jag vill i första hand ha Koha, i andra hand Canva. 1) a 2) b /A", "Sv: x")
	f.Add(">>> a@b.example 2020 >>>\no a\no b\n1️⃣ x\nPrio 1:\n- a", "")
	f.Fuzz(func(t *testing.T, mail, subject string) {
		mail, subject = strings.ToValidUTF8(mail, "?"), strings.ToValidUTF8(subject, "?")
		text, passages := split(textLines(mail, flow{}), anna(subject))
		if !utf8.ValidString(text) {
			t.Errorf("own text is no UTF-8: %q", text)
		}
		for _, p := range passages {
			if strings.TrimSpace(p.Text) == "" || strings.ContainsAny(p.Text, "\n\r") || !utf8.ValidString(p.Text) {
				t.Errorf("passage %q", p.Text)
			}
			if (p.List == 0) != (p.Rank == 0) {
				t.Errorf("list %d has rank %d", p.List, p.Rank)
			}
		}
	})
}

// Outlook's users answer in colour between the lines of the mail.
func TestAnswersInColour(t *testing.T) {
	check := func(lead, style, quoted, want string) {
		t.Helper()
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		m := anna("SV: Önskemål")
		text, _ := split(p.htmlLines(`<p class=MsoNormal>`+style+lead+`</span></p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>Från:</b> Digiteket &lt;kontakt@digiteket.se&gt;<br><b>Skickat:</b> den 20 april 2020 13:05<br><b>Till:</b> Anna Ek<br><b>Ämne:</b> Önskemål</p></div>
<p class=MsoNormal>Hej Anna!</p>`+quoted), m)
		if text = strings.Join(strings.Fields(text), " "); text != want {
			t.Errorf("got %q, want %q", text, want)
		}
		if doubted := slices.Contains(m.Doubts, AnswersInQuote); doubted != (want != lead) {
			t.Errorf("doubts: %q", m.Doubts)
		}
	}
	const (
		blue = `<span style="color:#0070C0">`
		red  = `<span style='color:red'>`
		none = `<span>`
	)
	question := `<p class=MsoNormal>Vad vill ni lära er?</p>`
	more := `<p class=MsoNormal>Vad kan ni dela med er av?</p>`
	check("Se mina svar i blått.", none, question+`<p>`+blue+`Koha och Canva.</span></p>`+more+`<p>`+blue+`Ingenting.</span></p>`, "Se mina svar i blått. Koha och Canva. Ingenting.")
	check("Hej, kommentarer följer.", blue, question+`<p>`+blue+`Koha.</span></p>`+more, "Hej, kommentarer följer. Koha.")
	check("Svarar nedan!", none, question+`<p>`+red+`Koha.</span></p>`+more, "Svarar nedan! Koha.")
	check("Tack för påminnelsen.", none, question+`<p>`+red+`Sista dagen är på fredag!</span></p>`+more, "Tack för påminnelsen.")
	check("Svarar nedan.", none, `<p>`+blue+`Vad vill ni?</span></p><p>`+blue+`Vad kan ni?</span></p>`, "Svarar nedan.")
}
