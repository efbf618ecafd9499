package ingest

import (
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// Glance is what a folder got since some day, by the header fields alone. What the
// mailbox itself sent is left out.
type Glance struct {
	Mails    int
	Matching int       // of these, with the subject
	Latest   time.Time // when the last one came, by the server's clock; zero for none
}

// Glance looks at a folder without taking anything in.
func (r Reader) Glance(client *mailbox.Client, folder string, since time.Time) (Glance, error) {
	if _, err := client.Examine(folder); err != nil {
		return Glance{}, err
	}
	uids, err := client.UIDsSince(since)
	if err != nil {
		return Glance{}, err
	}
	var g Glance
	err = client.Headers(uids, func(h mailbox.Header) error {
		judged := r.judge(h.Raw)
		if judged.Own {
			return nil
		}
		g.Mails++
		if judged.SubjectMatch {
			g.Matching++
		}
		if h.InternalDate.After(g.Latest) {
			g.Latest = h.InternalDate
		}
		return nil
	})
	return g, err
}
