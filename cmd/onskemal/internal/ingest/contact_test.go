package ingest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/classify"
)

// offered are the offers with their contacts, in the order of their words.
func offered(t *testing.T, p *Pipeline) []string {
	t.Helper()
	offers, err := p.Store.KeptOffers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, o := range offers {
		lines = append(lines, o.Text+": "+o.Contact.Text)
	}
	slices.Sort(lines)
	return lines
}

// Whose words they are can be asked: the sender, or the colleague whose mail she
// passes on, by what is known of her.
func TestKeepContacts(t *testing.T) {
	const offer = "Vi kan dela med oss av vår erfarenhet av "
	for name, c := range map[string]struct{ mail, want string }{
		"name and address": {"From: Anna Ek <Anna@Nykulla.example>\n\n" + offer + "Koha.", "Koha: Anna Ek <anna@nykulla.example>"},
		"an address alone": {"From: anna@nykulla.example\n\n" + offer + "Koha.", "Koha: anna@nykulla.example"},
		"nobody":           {"X-Mailer: x\n\n" + offer + "Koha.", "Koha: "},
		"a book of a name": {"From: " + strings.Repeat("A", 500) + " <a@x.example>\n\n" + offer + "Koha.", "Koha: " + strings.Repeat("A", 100) + "… <a@x.example>"},
		"a colleague": {
			"From: Bo Alm <bo@sjovik.example>\n\nVidarebefordrar.\n\nFrån: Anna Ek <anna@nykulla.example>\nSkickat: den 10 november 2026 09:00\nTill: Bo Alm <bo@sjovik.example>\nÄmne: Önskemål\n\n" + offer + "Koha.",
			"Koha: anna@nykulla.example",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPipeline(t)
			if summary := mustImport(t, p, write(t, "1.eml", []byte("Subject: Önskemål\nContent-Type: text/plain; charset=utf-8\n"+c.mail))); summary.New != 1 {
				t.Fatalf("%+v", summary)
			}
			for range 2 {
				if err := p.KeepContacts(t.Context(), time.Time{}); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff([]string{"vår erfarenhet av " + c.want}, offered(t, p)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// When subjects of offers are added, the mails that were passed over are looked at
// again, and what they name is offered.
func TestPollOfferSubjects(t *testing.T) {
	mails := wishMails(1)
	mails[2] = "From: p2@nykulla.example\nSubject: Inventera resurser\nMessage-ID: <2@nykulla.example>\n\n1. Koha\n2. Sagostunder\n"
	mails[3] = "From: p3@nykulla.example\nSubject: Lunch\nMessage-ID: <3@nykulla.example>\n\n1. Sill\n"
	p, server := newPipeline(t), newFake(t, mails)
	checkPoll(t, p, server, Summary{Seen: 3, Matched: 1, New: 1, OtherSubject: 2})

	before := p.Reader
	subjects := Subjects{Wishes: []string{"Önskemål"}, Offers: []string{"Inventera resurser"}}
	p.Reader = NewReader(subjects, subjects, classify.Default)
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 1, New: 1, OtherSubject: 1})
	checkPoll(t, p, server, Summary{})
	checkWishes(t, p, 1)
	if diff := cmp.Diff([]string{"Koha: ", "Sagostunder: "}, offered(t, p)); diff != "" {
		t.Error(diff)
	}
	if before.DerivedBy() == p.Reader.DerivedBy() {
		t.Errorf("both read by %q", before.DerivedBy())
	}

	// A mailbox that takes in none of them reads by the same rules.
	other := NewReader(Subjects{Wishes: []string{"Önskemål"}}, subjects, classify.Default)
	if other.DerivedBy() != p.Reader.DerivedBy() || other.rule != before.rule {
		t.Errorf("%q, rule %x", other.DerivedBy(), other.rule)
	}
}

// A subject that speaks of wishes and of offers says nothing by itself.
func TestReadBothSubjects(t *testing.T) {
	subjects := Subjects{Wishes: []string{"Önskemål"}, Offers: []string{"Erbjudande"}}
	r := NewReader(subjects, subjects, classify.Default)
	for subject, want := range map[string]classify.Kind{
		"Önskemål":                   classify.KindWish,
		"Önskemål och erbjudanden":   classify.KindWish,
		"Sv: Erbjudande från Nyby":   classify.KindOffer,
		"[alla] ERBJUDANDEN hösten":  classify.KindOffer,
		"Kursönskemål, ej erbjudade": classify.KindWish,
	} {
		mail, err := r.Read([]byte("Subject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n1. Koha\n2. Podd\n"))
		if err != nil || mail.Kind != want || !mail.SubjectMatch {
			t.Errorf("%q is %q, want %q; matches %v, %v", subject, mail.Kind, want, mail.SubjectMatch, err)
		}
	}
}
