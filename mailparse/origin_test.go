package mailparse

import (
	"slices"
	"strings"
	"testing"
)

func TestOrigin(t *testing.T) {
	const person = "From: Eva <eva@ekby.example>\nReturn-Path: <eva@ekby.example>\n"
	for _, c := range []struct {
		name, header string
		want         Origin
	}{
		{"person", person, Person},
		{"Auto-Submitted: no", person + "Auto-Submitted: no\n", Person},
		{"Exchange suppresses answers to people too", person + "X-Auto-Response-Suppress: All\n", Person},
		{"answer to an automatic answer", person + "Subject: Sv: Autosvar: Önskemål\n", Person},
		{"member of a list", person + "Precedence: list\nList-Id: <bibl.example>\nList-Post: <mailto:bibl@b.example>\nList-Unsubscribe: <mailto:x@b.example>\n", Person},
		{"bulk precedence alone", person + "Precedence: bulk\n", Person},
		{"subject about absence", person + "Subject: Önskemål om frånvarorapportering\n", Person},
		{"own subject about reporting", person + "Subject: Frånvarorapportering och andra önskemål\n", Person},
		{"answer on a list without posting address", person + "List-Id: <bibl.example>\nList-Unsubscribe: <mailto:x@b.example>\nIn-Reply-To: <1@b.example>\n", Person},
		{"announcement list, by precedence", person + "Precedence: list\n", Person},
		{"junk precedence alone", person + "Precedence: junk\n", Person},
		{"null path alone", "From: Eva <eva@ekby.example>\nReturn-Path: <>\n", Person},
		{"ordinary Exchange mail", person + "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\nX-MS-Has-Attach:\nThread-Topic: Önskemål\nIn-Reply-To: <1@b.example>\nReferences: <1@b.example>\n", Person},
		{"own subject about accepting", person + "Subject: Accepterat av alla: önskemål\n", Person},
		{"invitation", person + "Content-Type: text/calendar; method=REQUEST\n", Person},
		{"own subject about delivery", person + "Subject: Undeliverable books\n", Person},

		{"RFC 3834", person + "Auto-Submitted: auto-replied (vacation)\n", AutoReply},
		{"RFC 3834 with parameter", person + "Auto-Submitted: Auto-Replied; owner=x\n", AutoReply},
		{"generated answer", person + "Auto-Submitted: auto-generated\nIn-Reply-To: <a@b>\n", AutoReply},
		{"X-Autoreply", person + "X-Autoreply: yes\n", AutoReply},
		{"X-Autorespond", person + "X-Autorespond: 1\n", AutoReply},
		{"precedence", person + "Precedence: auto_reply\n", AutoReply},
		{"vacation", person + "Precedence: bulk\nSubject: Autosvar: Önskemål\n", AutoReply},

		{"vacation of Exchange", "From: Eva <eva@ekby.example>\nReturn-Path: <>\nX-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated\nIn-Reply-To: <1@b.example>\n", AutoReply},
		{"vacation that says so by its path only", "From: Eva <eva@ekby.example>\nReturn-Path: <>\nReferences: <1@b.example>\n", AutoReply},
		{"read receipt without keyword", person + "Content-Type: multipart/report; report-type=disposition-notification; boundary=a\nSubject: Läst: Önskemål\n", AutoReply},

		{"RFC 3464", "From: x@b.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=a\n", Bounce},
		{"report of no type", "From: x@b.example\nContent-Type: multipart/report; boundary=a\n", Bounce},
		{"Exim", "From: x@b.example\nX-Failed-Recipients: y@b.example\n", Bounce},
		{"Postfix", "From: MAILER-DAEMON@mx.b.example (Mail Delivery System)\n", Bounce},
		{"Exchange", "From: Microsoft Outlook <postmaster@b.example>\n", Bounce},
		{"null path", "From: it@b.example\nReturn-Path: <>\nSubject: Undelivered Mail Returned to Sender\n", Bounce},

		{"complaint", "From: x@b.example\nContent-Type: multipart/report; report-type=feedback-report; boundary=a\n", Bulk},
		{"notification", person + "Auto-Submitted: auto-notified\n", Bulk},
		{"calendar answer", person + "Content-Type: text/calendar; method=REPLY\nSubject: Önskemål\n", Bulk},
		{"calendar answer of Outlook", person + "Subject: Önskemål\n" + multipart("alternative", plainPart, "Content-Type: text/calendar; charset=utf-8; method=REPLY\n\nBEGIN:VCALENDAR"), Bulk},
		{"newsletter", "From: nytt@b.example\nList-Unsubscribe: <https://b.example/x>\n", Bulk},
		{"announcement list", "From: nytt@b.example\nList-Id: <n.b.example>\nList-Post: NO\n", Bulk},
		{"campaign", "From: nytt@b.example\nFeedback-ID: 1:2:3\n", Bulk},
		{"ticket system", "From: no-reply@b.example\nSubject: Nytt ärende: Önskemål\n", Bulk},
		{"generated", person + "Auto-Submitted: auto-generated\n", Bulk},
		{"read receipt", person + "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=disposition-notification; boundary=a\n", AutoReply},
	} {
		if got := originOfMail(c.header); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Each row of the tables of subjects has its specimen here.
func TestOriginBySubject(t *testing.T) {
	var specimens []string
	for _, c := range []struct {
		path     string
		subjects []string
		want     Origin
	}{
		{"<eva@ekby.example>", []string{
			"Autosvar: Önskemål", "Automatiskt svar: Önskemål", "Automatsvar", "Auto: Önskemål", "Frånvaro", "Frånvaromeddelande", "Frånvarande: Önskemål",
			"Ej på plats", "Inte på kontoret", "Semestersvar", "Jag har semester till den 3 augusti",
			"Automatisk svar: Hej", "Fraværsmelding", "Fravær", "Ikke til stede", "Ikke på kontoret", "Automatisk besvarelse",
			"Automaattinen vastaus: Hej", "Poissaoloilmoitus", "Poissa toimistosta", "Automaattivastaus",
			"Automatic reply: Hej", "Auto Reply", "Auto-reply: Hej", "Autoreply", "Auto Response", "Out of Office: Hej", "Out of the office", "Vacation reply",
		}, AutoReply},
		{"<>", []string{
			"Går inte att leverera: Önskemål", "Kunde inte levereras: Hej", "Kunde inte leverera", "Meddelandet kunde inte levereras", "Olevererat mejl", "Leveransrapport", "Leveransfel",
			"Kan ikke leveres: Hej", "Kunne ikke leveres", "Ikke levert: Hej", "Ikke leveret", "Uleverbar: Hej",
			"Ei voida toimittaa: Hej", "Toimitus epäonnistui", "Toimittamaton: Hej",
			"Undeliverable: Hej", "Undelivered Mail Returned to Sender", "Delivery Status Notification (Failure)", "Delivery Failure", "Delivery has failed", "Mail delivery failed",
			"Returned mail: see transcript", "failure notice", "Message undeliverable", "Warning: message delayed",
		}, Bounce},
		{"<eva@ekby.example>", []string{
			"Accepterat: Önskemål", "Accepterad: Möte", "Tackat ja: Möte", "Tackat nej: Önskemål", "Avböjt: Möte", "Avvisat: Möte", "Preliminärt: Möte", "Preliminärt accepterat: Möte",
			"Godtatt: Møte", "Avslått: Møte", "Foreløpig: Møte", "Foreløpig godtatt: Møte", "Accepteret: Møde", "Afvist: Møde", "Forelobig: Møde", "Foreløbigt accepteret: Møde",
			"Hyväksytty: Kokous", "Hylätty: Kokous", "Alustava: Kokous", "Alustavasti hyväksytty: Kokous",
			"Accepted: Önskemål", "Declined: Meeting", "Tentative: Meeting", "Tentatively Accepted: Meeting",
		}, Bulk},
	} {
		for _, subject := range c.subjects {
			specimens = append(specimens, foldCase(subject))
			header := "From: x@b.example\nReturn-Path: " + c.path + "\nSubject: " + subject + "\n"
			if got := originOfMail(header); got != c.want {
				t.Errorf("%q: %s, want %s", subject, got, c.want)
			}
		}
	}
	for _, phrase := range slices.Concat(autoReplySubjects, bounceSubjects, calendarSubjects) {
		if !slices.ContainsFunc(specimens, func(s string) bool { return strings.HasPrefix(s, phrase) }) {
			t.Errorf("%q has no specimen", phrase)
		}
	}
	for _, sender := range []string{"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e"} {
		if got := originOfMail("From: " + sender + "@b.example\n"); got != Bounce {
			t.Errorf("%s: %s, want %s", sender, got, Bounce)
		}
	}
	for _, field := range autoReplyFields {
		if got := originOfMail("From: eva@ekby.example\n" + field + ": yes\n"); got != AutoReply {
			t.Errorf("%s: %s, want %s", field, got, AutoReply)
		}
		if got := originOfMail("From: eva@ekby.example\n" + field + ": no\n"); got != Person {
			t.Errorf("%s: no: %s, want %s", field, got, Person)
		}
	}
	for _, sender := range systemSenders {
		if got := originOfMail("From: kommun." + sender + "@b.example\n"); got != Bulk {
			t.Errorf("%s: %s, want %s", sender, got, Bulk)
		}
	}
}

func originOfMail(header string) Origin {
	p := parser{limits: Limits{}.orDefault(), message: &Message{}}
	root := p.readPart([]byte(header+"\ntext\n"), place{kind: "text/plain"})
	p.readFields(root)
	return p.message.Origin
}
