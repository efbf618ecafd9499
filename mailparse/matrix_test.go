package mailparse

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Every marker in every kind of letter, with items that look like something
// else, whole and broken by a program: what comes back is what was written.
func TestListMatrix(t *testing.T) {
	for marker, mark := range matrixMarkers {
		for letter, frame := range matrixLetters {
			for i := range matrixItems {
				items := []string{matrixItems[i], matrixItems[(i+7)%len(matrixItems)], matrixItems[(i+17)%len(matrixItems)]}
				for _, width := range []int{0, 66, 72, 78} {
					var list, want []string
					for k, item := range items {
						list = append(list, wrapped(mark(k+1)+item, width, "   "))
						want = append(want, fmt.Sprintf("1.%d %s", k+1, item))
					}
					gap := []string{"\n", "\n\n"}[i%2]
					body := wrapped(fmt.Sprintf(frame, "\x00"), width, "")
					body = strings.Replace(body, "\x00", strings.Join(list, gap), 1)
					if got := lists(body); got != strings.Join(want, "\n") {
						t.Fatalf("%q, %s, width %d:\n%s\ngot\n%s", marker, letter, width, body, got)
					}
				}
			}
		}
	}
}

// wrapped breaks each line of a text as a mail program does.
func wrapped(text string, width int, hang string) string {
	if width == 0 {
		return text
	}
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		used := 0
		for k, word := range strings.Split(line, " ") {
			n := utf8.RuneCountInString(word)
			switch {
			case k > 0 && used+1+n > width:
				b.WriteString("\n" + hang)
				used = len(hang)
			case k > 0:
				b.WriteByte(' ')
				used++
			}
			b.WriteString(word)
			used += n
		}
	}
	return b.String()
}

var matrixMarkers = map[string]func(n int) string{
	"1. ": func(n int) string { return fmt.Sprintf("%d. ", n) }, "1) ": func(n int) string { return fmt.Sprintf("%d) ", n) },
	"(1) ": func(n int) string { return fmt.Sprintf("(%d) ", n) }, "1: ": func(n int) string { return fmt.Sprintf("%d: ", n) },
	"1 - ": func(n int) string { return fmt.Sprintf("%d - ", n) }, "#1 ": func(n int) string { return fmt.Sprintf("#%d ", n) },
	"1️⃣ ": func(n int) string { return fmt.Sprintf("%d\ufe0f\u20e3 ", n) },
	"a) ":  func(n int) string { return fmt.Sprintf("%c) ", 'a'+n-1) }, "A. ": func(n int) string { return fmt.Sprintf("%c. ", 'A'+n-1) },
	"- ": func(int) string { return "- " }, "* ": func(int) string { return "* " }, "• ": func(int) string { return "• " },
	"– ": func(int) string { return "– " }, "→ ": func(int) string { return "→ " },
	"Prio 1: ":        func(n int) string { return fmt.Sprintf("Prio %d: ", n) },
	"Prio 1 - ":       func(n int) string { return fmt.Sprintf("Prio %d - ", n) },
	"Ett: ":           func(n int) string { return []string{"Ett: ", "Två: ", "Tre: "}[n-1] },
	"Första: ":        func(n int) string { return []string{"Första: ", "Andra: ", "Tredje: "}[n-1] },
	"Etta: ":          func(n int) string { return []string{"Etta: ", "Tvåa: ", "Trea: "}[n-1] },
	"I första hand: ": func(n int) string { return []string{"I första hand: ", "I andra hand: ", "I tredje hand: "}[n-1] },
}

var matrixLetters = map[string]string{
	"alone":     "%s",
	"short":     "hej\n%s\nmvh anna",
	"led in":    "Vi vill ha:\n%s\n\nTack!\nAnna",
	"announced": "Hej, hur går det? Vi önskar oss följande:\n\n%s\n\nDet var allt för den här gången.\n\nHälsningar från Vik",
	"long":      "Hej Digiteket!\n\nTack för att ni frågar. Vi har pratat om det på vårt möte och kommit fram till att det här är det som vi helst vill ha hjälp med:\n\n%s\n\nMed vänlig hälsning\nAnna Ek\nViks bibliotek\nTel 0123-456 78",
}

var matrixItems = []string{
	"3D-skrivare för nybörjare", "Windows 11", "Teams: chatt och filer", "käll- och nätkritik", "surfplattor (3 st)", "Canva, Padlet och Kahoot", "Hur gör man en podd?", "e-böcker på andra språk, t.ex. arabiska och somaliska", "1177 Vårdguiden", "GDPR (art. 6)", "AI / maskininlärning", "hur man söker i KB:s tidningar",
	"Första hjälpen på nätet", "Andra språk än svenska", "Två-faktorinloggning", "Sista ansökningsdag till högskolan", "Mest lästa: hur räknar man?", "Office 365 - vad ingår?", "att våga", "Prioritera bland mejlen", "Nummer och sifferkoll i Excel", "Koha. Vi byter i höst.", "Jag vill kunna Photoshop", "Det där med molnet", "Vi behöver hjälp med vår Facebooksida", "podd - film - blogg", "en kurs i Book-IT, helst 2 timmar, på en tisdag", "datorer från 2010", "§ 12 i upphovsrättslagen", "C++ för barn", "a-ö om juridik", "i-Pad kontra Android", "o-nödiga mejl", "Tack-kort i Canva", "hälsningskort digitalt", "Tel- och bredbandsfrågor", "Med mobilen ut i naturen", "sedan tidigare kända problem med RFID", "Överst i sökträffarna: SEO",
	"Hur vi kan använda bibliotekets sociala medier för att nå unga vuxna som inte kommer hit längre och inte läser affischer",
	"Att lära äldre använda bank-id, swish och andra appar på ett sätt som gör att de vågar göra det hemma också utan hjälp",
	"Windows 11 på publika datorer, med allt vad det innebär av utloggning, minnen, skrivare, 12 olika lösenord och uppdateringar",
	"mer om AI - vad det är, vad det inte är, och vad vi ska svara när någon frågar om deras jobb finns kvar om 5 år eller 10 år",
}

// Every first place with every second and third one, in one sentence and in
// several: each gives a list of three.
func TestWordedMatrix(t *testing.T) {
	for _, first := range matrixFirsts {
		for _, second := range matrixSeconds {
			for _, third := range matrixThirds {
				for _, body := range []string{
					first + " poddar, " + second + " filmer och " + third + " bloggar.",
					"Hej! " + first + " poddar, " + second + " filmer, " + third + " bloggar. Hälsningar Anna",
					first + " poddar. " + capital(second) + " filmer. " + capital(third) + " bloggar.",
					"Hej!\n\n" + first + " poddar.\n\n" + capital(second) + " filmer.\n\nOch " + third + " bloggar.\n\nMvh Anna",
				} {
					got := strings.Split(lists(body), "\n")
					ok := len(got) == 3
					for i, item := range []string{"poddar", "filmer", "bloggar"} {
						ok = ok && strings.HasPrefix(got[i], fmt.Sprintf("1.%d ", i+1)) && strings.HasSuffix(got[i], item)
					}
					if !ok {
						t.Errorf("%s\ngot %q", body, got)
					}
				}
			}
		}
	}
}

// capital returns words as they begin a sentence.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

var matrixFirsts = []string{
	"I första hand vill vi ha", "I första hand behöver vi", "Först och främst skulle vi behöva", "Helst vill jag lära mig", "Allra helst skulle vi vilja ha", "Främst önskar vi", "Vi vill främst ha", "Vi skulle i första hand vilja lära oss", "Mest av allt saknar vi", "Viktigast är", "Det viktigaste för oss är", "Viktigast just nu är", "Ettan är", "Min etta är", "För det första", "För det första behöver vi", "På första plats kommer", "På första plats sätter jag", "Överst på listan står", "Högst upp på vår lista ligger", "Nummer ett är", "Prio 1 är", "Etta:", "Första prioritet är", "Vårt första önskemål är", "Mitt förstahandsval är", "Störst behov har vi av", "Vi börjar med", "Det första vi vill lära oss är", "Först vill vi lära oss",
}

var matrixSeconds = []string{
	"i andra hand", "i andra hand vill vi ha", "sedan", "sen", "därefter", "därefter kommer", "på andra plats", "på andra plats kommer", "näst viktigast är", "tvåa är", "för det andra", "därnäst", "efter det", "nummer två är", "sedan kommer", "sedan skulle vi vilja ha", "i andra hand skulle det vara bra med", "prio 2 är",
}

var matrixThirds = []string{"i tredje hand", "sist", "till sist", "slutligen", "sist men inte minst", "på tredje plats", "trea är", "om det finns tid", "i mån av tid", "allra sist", "i sista hand", "därefter"}
