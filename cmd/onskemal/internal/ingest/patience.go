package ingest

import (
	"time"

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
