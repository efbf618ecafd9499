package mailparse

import (
	"strings"
	"testing"
)

// What people write, what they close with and what their employers put below
// are combined in every way: the first stays whole and alone.
func TestSignatureBelowEverything(t *testing.T) {
	for _, body := range signedBodies {
		for _, closing := range signedClosings {
			for _, signature := range signatures {
				mail := body + "\n\n" + closing + signature
				want := strings.ReplaceAll(strings.ReplaceAll(body, "\n\n", " // "), "\n", " / ")
				if got := own("Önskemål", mail); got != want {
					t.Errorf("mail\n%s\n\ngot %q\nwant %q", mail, got, want)
				}
			}
		}
	}
}

var signedBodies = []string{
	"Hej!\n\n1. Koha\n2. Canva\n3. GDPR på 5 minuter",
	"Hej!\n\nVi vill ha:\n- Koha\n- mer om e-tjänster och 1177\n\nDet vore toppen!",
	"Hej Digiteket\n\nJag skulle gärna lära mig hur man klipper ljud till en podd, och hur man får ut den.",
	"Önskemål från oss i Vik:\n\nKoha\nCanva\nPadlet",
	"Hej, önskar kurs i Word 365.",
	"Vi önskar:\n\na) Teams\nb) SharePoint\n\nHör av er om ni undrar något.",
	"Kan ni göra något om källkritik? Gärna korta filmer som www.svt.se gör.",
	"Prio 1: Koha\nPrio 2: Canva",
	"Hej!\n\nKoha\n\nVi byter i höst och ingen vet hur rapporterna ser ut.\n\nCanva\n\nTill affischerna.",
}

var signedClosings = []string{
	"Med vänlig hälsning\n\n", "Mvh\n", "Mvh,\n", "Hälsningar\n", "Vänliga hälsningar,\n", "Tack på förhand!\n\n", "Tack!\nHälsningar från\n", "Med vänliga hälsningar / Best regards\n\n", "/", "//", "Allt gott\n", "Hälsningar från Vik\n", "Trevlig helg!\n", "Ha en fin dag\n\n", "-- \n", "--\n", "___\n", "Ystävällisin terveisin\n", "Vänligen,\n",
	"Med vänlig hälsning från ett soligt Vik,\n", "Bästa hälsningar\n\n--\n", "Hälsn.\n", "Många hälsningar,\n\n",
}

// signatures are those of Anna Ek, as towns, schools, regions and phones write
// them.
var signatures = []string{
	"Anna",
	"Anna Ek",
	"Anna Ek, Viks bibliotek",
	"Anna Ek\nBibliotekarie",
	"Anna Ek\nBarnbibliotekarie\nViks bibliotek\n0980-319 230",
	"Anna Ek\n1:e bibliotekarie\n\nVIKS KOMMUN\nKultur- och fritidsförvaltningen\nStorgatan 12, 3 tr\n441 21 Vik\n\nTelefon: 0980-31 92 30\nMobil: 070-000 31 92\nE-post: anna.ek@vik.example\nwww.vik.example",
	"Anna Ek\nBibliotekschef\nTel 0980-319 230 | Vx 0980-310 00 | anna.ek@vik.example | Besöksadress: Torget 1",
	"Anna Ek\nSkolbibliotekarie 1-6\nVikaskolan\n\nJag arbetar måndag-onsdag.",
	"Anna Ek\nBibliotekarie\nViks stadsbibliotek\n\nÖppettider:\nMån-tors 10-19\nFre 10-17\nLör 11-15",
	"Anna Ek\nVik\n\nTänk på miljön innan du skriver ut detta mejl.",
	"Anna Ek\nViks kommun\n\nSå här behandlar vi dina personuppgifter: https://www.vik.example/gdpr\nE-post till och från kommunen är allmän handling.",
	"Anna Ek\nViks kommun\n\nViks kommun behandlar personuppgifter i enlighet med dataskyddsförordningen (GDPR). Läs mer om hur vi hanterar\ndina uppgifter på www.vik.example/personuppgifter.",
	"Anna Ek\n\nSkickat från min iPhone",
	"Skickat från min telefon\n\nAnna från mobilen\nSent from my phone, please excuse any typos.",
	"Anna Ek\n\nHämta Outlook för iOS<https://aka.ms/o0ukef>",
	"Anna Ek | bibliotekarie | Region Vik | 010-100 00 00",
	"Anna Ek (hon/henne)\nBibliotekarie, IKT-ansvarig\nFolkbiblioteken i Vik\nDirekt 0980-31 92 30\nFölj oss på Facebook och Instagram @viksbibliotek",
	"Anna Ek\nBibliotekspedagog\n*****************************\nViks kommun\nBildningsförvaltningen\n*****************************",
	"Anna Ek\nsjukhusbibliotekarie\n\nSjukhusbiblioteket, ingång 4, plan 2\nViks lasarett, 441 85 Vik\nSMS 070 - 000 31 92",
	"Anna Ek\nbibliotekarie\n[cid:image001.png@01DA1234.ABCD1234]",
	"Anna Ek\nKirjastonhoitaja / bibliotekarie\nViks bibliotek - Vikin kirjasto\nPB 12, 00100 Helsingfors\nPuh. 09 310 1000",
	"Anna Ek\nOmbud och kontaktperson för Digiteket i Vik\n\n\"En bok är en trädgård man bär i fickan\"",
	"Anna Ek * Viks bibliotek * 0980-319 230",
	"Anna Ek\nTelefontid 9.00–11.30\n0980/31 92 30",
}
