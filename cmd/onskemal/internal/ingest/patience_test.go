package ingest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// A server that refuses or is busy is left alone, longer each time, until a
// poll goes well.
func TestRest(t *testing.T) {
	refused := fmt.Errorf("imap.example.se: %w: no", mailbox.ErrLoginRefused)
	busy := fmt.Errorf("imap.example.se: %w: no", mailbox.ErrBusy)
	for _, test := range []struct {
		name     string
		failures []error
		want     time.Duration
	}{
		{"in order", []error{nil}, 0},
		{"unreachable", []error{mailbox.ErrUnreachable}, 0},
		{"not sent", []error{mailbox.ErrNotFetched}, 0},
		{"refused", []error{refused}, time.Hour},
		{"refused again", []error{refused, refused}, 2 * time.Hour},
		{"refused for ever", []error{refused, refused, refused, refused, refused, refused, refused, refused}, 24 * time.Hour},
		{"busy", []error{busy}, 15 * time.Minute},
		{"busy again", []error{busy, busy, busy}, time.Hour},
		{"gone between", []error{refused, mailbox.ErrUnreachable, refused}, 2 * time.Hour},
		{"in order between", []error{refused, nil, refused}, time.Hour},
		{"in order at last", []error{refused, refused, nil}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPipeline(t)
			for _, failure := range test.failures {
				if err := p.Rest(t.Context(), "a@b", failure); err != nil {
					t.Fatal(err)
				}
			}
			p.Now = func() time.Time { return noon.Add(test.want - time.Second) }
			err := p.Resting(t.Context(), "a@b")
			if (err != nil) != (test.want > 0) || err != nil && !errors.As(err, new(RestingError)) {
				t.Errorf("a second before: %v", err)
			}
			if test.want > 0 && errors.Is(err, mailbox.ErrLoginRefused) == errors.Is(err, mailbox.ErrBusy) {
				t.Errorf("%v is not what the server said", err)
			}
			if err := p.Resting(t.Context(), "c@b"); err != nil {
				t.Errorf("another account: %v", err)
			}
			p.Now = func() time.Time { return noon.Add(test.want) }
			if err := p.Resting(t.Context(), "a@b"); err != nil {
				t.Errorf("after %v: %v", test.want, err)
			}
		})
	}
}

// The server's own number counts.
func TestRestAsTheServerSays(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"Request is throttled. Suggested Backoff Time: 2999100 milliseconds":         2999100 * time.Millisecond,
		"[LIMIT] Request is throttled. Suggested Backoff Time: 3000 milliseconds":    busyPause,
		"[UNAVAILABLE] Suggested Backoff Time: 99999999999999 milliseconds":          24 * time.Hour,
		"[UNAVAILABLE] Suggested Backoff Time: -5 milliseconds":                      busyPause,
		"[UNAVAILABLE] Suggested Backoff Time: 99999999999999999999999 milliseconds": busyPause,
		"[INUSE] Suggested Backoff Time: soon":                                       busyPause,
	} {
		server, p := newFake(t, wishMails(1)), newPipeline(t)
		server.Spoil(mailboxtest.Body, 1, "$ NO "+text)
		_, err := poll(t, t.Context(), p, server)
		if !errors.Is(err, mailbox.ErrBusy) {
			t.Errorf("%s: %v", text, err)
		}
		if err := p.Rest(t.Context(), "a@b", err); err != nil {
			t.Fatal(err)
		}
		if b, err := p.Store.Backoff(t.Context(), "a@b"); err != nil || !b.Until.Equal(noon.Add(want).Truncate(time.Second)) && b.Until.Sub(noon.Add(want)).Abs() > time.Second {
			t.Errorf("%s: until %v, want %v (%v)", text, b.Until, noon.Add(want), err)
		}
	}
}
