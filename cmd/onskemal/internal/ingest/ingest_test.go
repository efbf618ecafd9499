package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

const wishMail = "From: anna@nykulla.example\nSubject: Önskemål\nMessage-ID: <1@nykulla.example>\n\n1. Teams\n2. Koha\n"

var noon = time.Date(2026, 11, 17, 12, 0, 0, 0, time.UTC)

func newPipeline(t testing.TB) *Pipeline {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &Pipeline{
		Store:  s,
		Reader: NewReader(Subjects{Wishes: []string{"Önskemål"}}, Subjects{Wishes: []string{"Önskemål"}}, classify.Default),
		Now:    func() time.Time { return noon },
		Log:    slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
}

func write(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func mustImport(t testing.TB, p *Pipeline, path string) Summary {
	t.Helper()
	summary, err := p.Import(context.Background(), path, false)
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// A fault of ours is one mail's misfortune, not the run's.
func TestReadSurvivesFaults(t *testing.T) {
	r := newPipeline(t).Reader
	r.Classifier = nil
	_, err := r.Read([]byte(wishMail))
	if err == nil || !strings.HasPrefix(err.Error(), "fault in the program: ") {
		t.Errorf("error %v", err)
	}
}

func TestReason(t *testing.T) {
	for want, raw := range map[string]string{
		"det är inget mejl":         "nothing",
		"mejlet är större än 25 MB": wishMail + strings.Repeat("x", maxMessage),
		"mejlet har ingen läsbar text (encrypted or signed (S/MIME))": "Subject: Önskemål\nContent-Type: application/pkcs7-mime\n\nMIAG",
	} {
		_, failure := newPipeline(t).Reader.Read([]byte(raw))
		if failure == nil || reason(failure) != want {
			t.Errorf("%v, want %q", failure, want)
		}
	}
	if got := reason(errors.New("fault in the program: x\nstack")); got != "fel i programmet (fault in the program: x)" {
		t.Errorf("a fault: %q", got)
	}
}

// What an older program could not read, this one tries once, and counts in the
// week when it came.
func TestRetry(t *testing.T) {
	p, ctx := newPipeline(t), context.Background()
	for _, raw := range []string{wishMail, "no mail at all"} {
		old := store.Quarantined{Raw: []byte(raw), Received: noon.AddDate(0, 0, -15), Added: noon, Reason: "fault", TriedBy: "older"}
		if _, err := p.Store.Quarantine(ctx, old, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []int{1, 0} {
		if freed, err := p.Retry(ctx); err != nil || freed != want {
			t.Errorf("freed %d, %v; want %d", freed, err, want)
		}
	}
	err := p.Store.Stock(ctx, noon, func(stock *store.Stock) error {
		wishes := 0
		for wish, err := range stock.Wishes(ctx) {
			if err != nil || wish.Received.Day() != 2 {
				t.Errorf("wish %+v, %v", wish, err)
			}
			wishes++
		}
		if wishes != 2 {
			t.Errorf("%d wishes", wishes)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if waiting := waiting(t, p); len(waiting) != 1 || waiting[0].Reason == "fault" {
		t.Errorf("waiting %+v", waiting)
	}
}

// waiting are the mails in quarantine.
func waiting(t *testing.T, p *Pipeline) (waiting []store.Waiting) {
	t.Helper()
	err := p.Store.Stock(t.Context(), noon.AddDate(100, 0, 0), func(stock *store.Stock) (err error) {
		waiting, err = stock.Waiting(t.Context())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return waiting
}

// What is stored for good does not hold the sender's name.
func TestNameIsNotStored(t *testing.T) {
	p := newPipeline(t)
	mail := "From: Anna Ek <anna@nykulla.example>\nSubject: Önskemål\n\n1. Teams, ring Anna Ek om det\n2. Koha\n"
	mustImport(t, p, write(t, "mail.eml", []byte(mail)))
	err := p.Store.Stock(t.Context(), noon.AddDate(100, 0, 0), func(stock *store.Stock) error {
		texts, err := stock.Texts(t.Context(), []int64{1, 2})
		if diff := cmp.Diff(map[int64]string{1: "Teams, ring [namn] om det", 2: "Koha"}, texts); diff != "" {
			t.Error(diff)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportTooLarge(t *testing.T) {
	p := newPipeline(t)
	huge := append([]byte(wishMail), bytes.Repeat([]byte("önskemål "), maxMessage/9)...)
	got := mustImport(t, p, write(t, "huge.eml", huge))
	if diff := cmp.Diff(Summary{Seen: 1, Matched: 1, Quarantined: 1}, got); diff != "" {
		t.Error(diff)
	}
	if waiting := waiting(t, p); len(waiting) != 1 {
		t.Fatalf("waiting %v", waiting)
	}
}

func TestImportStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := newPipeline(t).Import(ctx, write(t, "mail.eml", []byte(wishMail)), false)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled import: %v", err)
	}
}

// BenchmarkImport takes the sample mails from files to the store.
func BenchmarkImport(b *testing.B) {
	names, err := filepath.Glob("../../../../../shared/corpus/*.eml")
	if err != nil || len(names) == 0 {
		b.Skip("the shared sample mails are not here")
	}
	size := int64(0)
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.SetBytes(size)
	for b.Loop() {
		p := newPipeline(b)
		if got := mustImport(b, p, filepath.Dir(names[0])); got.New == 0 {
			b.Fatalf("summary %+v", got)
		}
	}
	b.ReportMetric(float64(len(names)*b.N)/b.Elapsed().Seconds(), "mails/s")
}

// BenchmarkPollNothingNew connects to a Dovecot with 2,000 mails, all of them
// dealt with, and polls it.
func BenchmarkPollNothingNew(b *testing.B) {
	mails := make(map[string][]byte)
	for i := range 2000 {
		mails[fmt.Sprint(i, ".eml")] = fmt.Appendf(nil, "From: p%d@x.example\nSubject: Fika\n\nBulle\n", i)
	}
	server := mailboxtest.Dovecot(b, mails)
	p, ctx := newPipeline(b), context.Background()
	poll := func() Summary {
		client, err := mailbox.Dial(ctx, mailbox.Account{
			Host: server.TLSAddr, CAFile: server.CAFile, User: server.User,
			Password: func(context.Context) (string, error) { return server.Password, nil },
		})
		if err != nil {
			b.Fatal(err)
		}
		defer client.Close()
		summary, err := p.Poll(ctx, client, Folder{Mailbox: "k", Account: "k", Name: "INBOX"})
		if err != nil {
			b.Fatal(err)
		}
		return summary
	}
	if first := poll(); first.OtherSubject != len(mails) {
		b.Fatalf("first poll: %+v", first)
	}
	b.ReportAllocs()
	for b.Loop() {
		if again := poll(); again.Seen != 0 {
			b.Fatalf("nothing is new, but %+v", again)
		}
	}
}
