package ingest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// pauses are how long a mail that the server did not send is left alone: at
// first until the next poll, then longer and longer. After the last it is
// poison, which a person is told of, and is asked for at long intervals only,
// since servers are mended and moved.
var pauses = []time.Duration{0, 0, 15 * time.Minute, time.Hour, 6 * time.Hour, 24 * time.Hour}

const poisonPause = 7 * 24 * time.Hour

// failedAgain is what is noted of a mail that was not sent once more.
func failedAgain(before store.Failure, now time.Time, reason error) store.Failure {
	f := store.Failure{Attempts: before.Attempts + 1, Error: reason.Error()}
	pause := poisonPause
	if f.Attempts <= len(pauses) {
		pause = pauses[f.Attempts-1]
	} else {
		f.Poison = true
	}
	f.NextTry = now.Add(pause)
	return f
}

// How long an account is left alone: doubled with each attempt in a row, up to
// a limit. A server that is busy may say itself for how long.
const (
	busyPause    = 15 * time.Minute
	maxBusyPause = 6 * time.Hour

	// A refused login is asked again rarely: servers lock accounts and slow
	// everybody down from whom wrong passwords come.
	refusedPause    = time.Hour
	maxRefusedPause = 24 * time.Hour
)

// RestingError is of an account that is to be left alone.
type RestingError struct{ store.Backoff }

func (e RestingError) Error() string {
	return fmt.Sprintf("left alone until %s, since the last poll failed: %s; 'onskemal poll --now' asks at once",
		e.Until.UTC().Format(time.RFC3339), e.Reason)
}

// Unwrap is what the server said when it was asked last.
func (e RestingError) Unwrap() error {
	if e.Refused {
		return mailbox.ErrLoginRefused
	}
	return mailbox.ErrBusy
}

// Resting returns a [RestingError] while an account is to be left alone.
func (p *Pipeline) Resting(ctx context.Context, account string) error {
	b, err := p.Store.Backoff(ctx, account)
	if err == nil && b.Until.After(p.Now()) {
		err = RestingError{b}
	}
	return err
}

// Rest notes how a connection to an account ended: one that was refused, or
// whose server was busy, is to be left alone for a while.
func (p *Pipeline) Rest(ctx context.Context, account string, failure error) error {
	if p.DryRun || ctx.Err() != nil {
		return nil
	}
	refused, busy := errors.Is(failure, mailbox.ErrLoginRefused), errors.Is(failure, mailbox.ErrBusy)
	if !refused && !busy {
		if failure != nil { // that says nothing of the account
			return nil
		}
		return p.Store.ClearBackoff(ctx, account)
	}
	before, err := p.Store.Backoff(ctx, account)
	if err != nil {
		return err
	}
	b := store.Backoff{Attempts: before.Attempts + 1, Refused: refused, Reason: failure.Error()}
	pause := doubled(busyPause, maxBusyPause, b.Attempts)
	if refused {
		pause = doubled(refusedPause, maxRefusedPause, b.Attempts)
	}
	b.Until = p.Now().Add(max(pause, mailbox.Pause(failure)))
	return p.Store.SetBackoff(ctx, account, b)
}

// doubled is a pause after some attempts in a row.
func doubled(pause, most time.Duration, attempts int) time.Duration {
	for range attempts - 1 {
		if pause >= most {
			return most
		}
		pause *= 2
	}
	return pause
}
