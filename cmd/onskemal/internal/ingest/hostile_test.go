package ingest

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/classify"
)

// hostileMail is a mail made to take time: a start, and what is written below it
// again and again, perhaps with a word that is another each time.
type hostileMail struct{ name, start, unit string }

// anotherWord stands in a unit for a word that no other unit has.
const anotherWord = "%s"

// mail is the mail, not longer than size bytes.
func (h hostileMail) mail(size int) []byte {
	mail := []byte(h.start)
	for n := 1; ; n++ {
		unit := strings.ReplaceAll(h.unit, anotherWord, strangeWord(n))
		if len(mail)+len(unit) > size {
			return mail
		}
		mail = append(mail, unit...)
	}
}

// strangeWord is one of many words of eight letters that hardly any keyword
// resembles; the same number gives the same word.
func strangeWord(n int) string {
	const letters = "adegiklmnoprstuv"
	random := rand.New(rand.NewPCG(8, uint64(n)))
	word := make([]byte, 8)
	for i := range word {
		word[i] = letters[random.IntN(len(letters))]
	}
	return string(word)
}

func hostileMails() []hostileMail {
	const (
		header = "From: a@b.example\nSubject: Önskemål\n"
		plain  = header + "Content-Type: text/plain; charset=utf-8\n\n"
		html   = header + "Content-Type: text/html; charset=utf-8\n\n"
	)
	enumeration := strings.Repeat(", Excel och "+anotherWord, 25)
	mails := []hostileMail{
		{"items", plain, "1. Excel\n"},
		{"different items", plain, "- upphovsrätt " + anotherWord + "\n"},
		{"items of unknown words", plain, "- " + anotherWord + "\n"},
		{"long items", plain, "- " + strings.Repeat("upphovsrätt Excel Teams ", 20) + "\n"},
		{"explanations", plain + "1. Excel\n", "   - upphovsrätt\n"},
		{"labelled items", plain, "- Jag kan: Excel, vi vill lära oss Teams\n"},
		{"lists", plain, "Vi vill:\n- Excel\n\n"},
		{"HTML items", html + "<ol>", "<li>upphovsrätt"},
		{"HTML lines", html, "Vi vill lära oss Excel<br>"},
		{"paragraphs", plain, "Vi vill lära oss Excel.\n\n"},
		{"pasted topics", plain, "Open source på bibliotek\n\n"},
		{"mails inside one another", plain, "-----Ursprungligt meddelande-----\nFrån: a@b.example\nÄmne: Önskemål\n\nVi vill lära oss Excel\n"},
		{"answers in quotes", plain, "> Excel\nTeams\n"},
		{"signatures", plain, "Excel\n\nMvh\nEva\n\n"},
		{"long enumerations", plain, "Vi vill lära oss Excel" + enumeration + ". "},
		{"long offers", plain, "Vi kan visa Excel" + strings.ReplaceAll(enumeration, ", ", " samt ") + ". "},
		{"long experience", plain, "Vi har jobbat med " + strings.Repeat("har jobbat med Excel ", 35) + ". "},
		{"long subject", header[:len(header)-1] + " ", "Excel, "},
	}
	for _, unit := range []string{
		"ord ", "upphovsrätt ", "Excel, ", "Excel: ", "(Excel) ", "Excel; ", "Excel. ", "Excel och ", anotherWord + " ", anotherWord + ", ", "upphovrsätt ",
		"vi ", "att ", "som ", "det är ", "om ", "gärna ", "helst av allt ", "prio 1 ", ", sen Excel ", "först Excel sedan ",
		"vi vill lära oss Excel och ", "vi kan visa Excel och ", "jag har jobbat med Excel ", "inte mer om Excel, ", "tack för mejlet, ", "Klicka här ",
		"Vi vill lära oss Excel. ", "Vi vill lära oss " + anotherWord + " i Excel. ", "Hur gör man i Excel? ", "Vi visar gärna Excel. ", "Jag har Excel. ",
		"hur man " + anotherWord + " Excel, ", "bild-, video- och ", "ladda upp sina ", "sociala en ", "upp hovs rätt ",
		"a-", "a.b:", "1 2 3 ", "GPDR ", ":) ", "!", "a\u0301\u0316", "a\u200b",
	} {
		mails = append(mails, hostileMail{fmt.Sprintf("one line of %q", unit), plain, unit})
	}
	return mails
}

// Reading a mail twice as long takes about twice as much: here by the bytes that it
// allocates, of which there is a share in every step that is taken for each word.
func TestHostileGrowth(t *testing.T) {
	const size = 16 << 10
	reader := hostileReader()
	for _, h := range hostileMails() {
		once, twice := allocated(t, reader, h.mail(size)), allocated(t, reader, h.mail(2*size))
		if twice > 3*once {
			t.Errorf("%s: %d KB allocated for %d KB of mail, %d KB for twice as much", h.name, once>>10, size>>10, twice>>10)
		}
	}
}

func hostileReader() Reader {
	subjects := Subjects{Wishes: []string{"Önskemål"}}
	return NewReader(subjects, subjects, classify.Default)
}

// allocated is the number of bytes that reading a mail allocates in all.
func allocated(t *testing.T, r Reader, raw []byte) int {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := r.Read(raw); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// BenchmarkHostile reads and classifies the worst mails of the greatest size
// allowed. None should take a second.
func BenchmarkHostile(b *testing.B) {
	reader := hostileReader()
	for _, h := range hostileMails() {
		b.Run(h.name, func(b *testing.B) {
			raw := h.mail(maxMessage)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := reader.Read(raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
