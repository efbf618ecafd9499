package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/digiteket/onskemal/store"
)

// When everybody who wrote is forgotten, one after the other, and the mails come
// once more, nothing is held.
func TestForgetEverybody(t *testing.T) {
	const mails = "../../../../testdata/mails"
	ctx, p := context.Background(), newPipeline(t)
	if _, err := p.Import(ctx, mails, false); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(mails + "/*.eml")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d mails, %v", len(names), err)
	}
	forgotten := 0
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		mail, _ := p.Reader.Read(raw)
		for _, person := range writersOf(mail) {
			switch _, err := p.Store.Forget(ctx, person, p.Reader); {
			case err == nil:
				forgotten++
			case !errors.Is(err, store.ErrUnknownPerson):
				t.Fatal(err)
			}
		}
	}
	if forgotten < 35 {
		t.Errorf("only %d people were known", forgotten)
	}
	for _, when := range []string{"forgotten", "come again"} {
		status, err := p.Store.Status(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if status.Persons+status.Wishes+status.Offers+status.RawBytes != 0 || len(status.Messages)+len(status.Quarantine) != 0 {
			t.Errorf("%s: %+v", when, status)
		}
		if summary, err := p.Import(ctx, mails, false); err != nil || summary.New+summary.Quarantined != 0 || summary.Known != summary.Matched {
			t.Errorf("%s: %+v, %v", when, summary, err)
		}
	}
}

// A poll brings nobody back, nor when the server forgets its UIDs.
func TestPollAfterForget(t *testing.T) {
	p, server := newPipeline(t), newFake(t, wishMails(1, 2, 3))
	checkPoll(t, p, server, Summary{Seen: 3, Matched: 3, New: 3})
	if _, err := p.Store.Forget(t.Context(), "p2@nykulla.example", p.Reader); err != nil {
		t.Fatal(err)
	}
	checkPoll(t, p, server, Summary{})
	server.Fill(2, wishMails(1, 2, 3, 4))
	checkPoll(t, p, server, Summary{Seen: 4, Matched: 4, New: 1, Known: 3})
	checkPoll(t, p, server, Summary{})
	checkWishes(t, p, 3)
	if _, err := p.Store.Held(t.Context(), "p2@nykulla.example", p.Reader); !errors.Is(err, store.ErrUnknownPerson) {
		t.Errorf("she is back: %v", err)
	}
}

// writersOf are those whose words a mail holds.
func writersOf(mail Mail) []string {
	writers := []string{mail.From}
	for _, w := range mail.Wishes {
		writers = append(writers, w.By)
	}
	for _, o := range mail.Offers {
		writers = append(writers, o.By)
	}
	return writers
}

func TestMentions(t *testing.T) {
	const (
		header = "From: Bo <bo@annan.example>\nSubject: VB\n"
		base64 = "Content-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\nRnLDpW46IEFubmEgRWsgPEFubmFATnlrdWxsYS5leGFtcGxlPgoxLiBLb2hhCg==\n"
		quoted = "Content-Transfer-Encoding: quoted-printable\n\n> Från: anna=40nykul=\nla.example\n"
	)
	for mail, want := range map[string]bool{
		header + "\nKoha": false,
		header + "Cc: \"Ek\" <ANNA@nykulla.example>\n\nKoha": true,
		header + base64: true,
		header + quoted: true,
		header + "Cc: anna@nykulla.example.org\n\nKoha": true, // once too often does no harm
		header + "Cc: susanna@nykulla.example\n\nKoha":  false,
		header + "Cc: anna@nykulla.examples\n\nKoha":    false,
		header + "\nskriv till anna@nykulla.example.":   true,
		header + "\nanna på nykulla.example":            false,
		"":                                              false,
	} {
		if got := (Reader{}).Mentions([]byte(mail), "anna@nykulla.example"); got != want {
			t.Errorf("%q mentions her: %v", mail, got)
		}
	}
}

func TestSender(t *testing.T) {
	for mail, want := range map[string]string{
		"From: Anna Ek <Anna@Nykulla.example>\nSubject: x\n\ny": "anna@nykulla.example",
		"Subject: x\n\ny": "",
		"":                "",
	} {
		if got := (Reader{}).Sender([]byte(mail)); got != want {
			t.Errorf("%q is from %q, want %q", mail, got, want)
		}
	}
}
