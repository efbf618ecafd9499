package main

import (
	"context"
	"fmt"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// mailboxes logs in to each mailbox and looks at what came lately.
func (e *examination) mailboxes(ctx context.Context) {
	const check = "login"
	for _, m := range e.settings.Mailboxes {
		if err := e.resting(ctx, m); err != nil {
			e.fault(check, "", fmt.Errorf("mailbox %q: %w", m.Name, err))
			continue
		}
		if m.OAuth2 != nil && e.foreign { // a new token would become this user's
			e.warn(check, "run doctor as the user who polls", "mailbox %q: not tried, since its token is another user's", m.Name)
			continue
		}
		client, err := mailbox.Dial(ctx, m.imapAccount())
		if err != nil {
			e.fault(check, "", fmt.Errorf("mailbox %q: %w", m.Name, err))
			continue
		}
		e.ok(check, "mailbox %q: %s lets %s in", m.Name, m.Host, m.User)
		for _, folder := range m.Folders {
			e.folder(client, m, folder)
		}
		client.Close()
	}
}

// resting is an error for a server that a poll would leave alone now. Another
// login that it refuses could have it lock the account.
func (e *examination) resting(ctx context.Context, m mailboxSettings) error {
	if e.db == nil {
		return nil
	}
	b, err := e.db.Backoff(ctx, m.account())
	if err != nil || !b.Until.After(e.now()) {
		return nil // a database that cannot be read is told of elsewhere
	}
	return ingest.RestingError{Backoff: b}
}

// folder looks at what came into a folder in the last week.
func (e *examination) folder(client *mailbox.Client, m mailboxSettings, folder string) {
	const check, week = "folder", 7 * 24 * time.Hour
	since := e.now().Add(-week)
	reader := e.settings.reader(nil, m.subjects()) // which takes nothing in
	glance, err := reader.Glance(client, folder, since)
	if err != nil {
		e.fault(check, "", fmt.Errorf("mailbox %q: %w", m.Name, err))
		return
	}
	found := fmt.Sprintf("mailbox %q, folder %s: %d mails since %s, %d with the subject",
		m.Name, folder, glance.Mails, since.Format(time.DateOnly), glance.Matching)
	if glance.Mails > 0 && glance.Matching == 0 {
		e.warn(check, "if there are wishes among them, look at subjects in the configuration", "%s", found)
	} else {
		e.ok(check, "%s", found)
	}
	if ahead := glance.Latest.Sub(e.now()); ahead > clockTolerance {
		e.warn("clock", "compare this clock with the mail server's", "mailbox %q, folder %s: the server says that a mail comes in %v", m.Name, folder, ahead.Round(time.Minute))
	}
}
