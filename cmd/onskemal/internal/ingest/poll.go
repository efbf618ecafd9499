package ingest

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// headerBatch is how many mails are asked for and settled together. Servers drop
// connections over long command lines; 500 UIDs stay far below the shortest
// known limit (16 KB, Courier).
const headerBatch = 500

// Folder is what [Pipeline.Poll] polls.
type Folder struct {
	Mailbox string // the name in the configuration
	Account string // user@host:port
	Name    string // on the server, such as INBOX
}

// Poll makes one pass over a folder: it looks at the headers of what the ledger
// does not know, and stores the mails with the subject. Every mail is settled on
// its own, so that whatever breaks the pass loses nothing and repeats nothing.
func (p *Pipeline) Poll(ctx context.Context, client *mailbox.Client, folder Folder) (Summary, error) {
	summary, err := p.poll(ctx, client, folder)
	return summary, errors.Join(err, p.Ended(ctx, folder, err))
}

// Ended notes for the status how a poll ended; failure is nil when it reached
// the last mail. Poll does so itself: this is for a poll that could not begin.
func (p *Pipeline) Ended(ctx context.Context, folder Folder, failure error) error {
	if p.DryRun {
		return nil
	}
	return p.Store.Polled(context.WithoutCancel(ctx), folder.Mailbox, folder.Account, folder.Name, p.Now(), failure)
}

func (p *Pipeline) poll(ctx context.Context, client *mailbox.Client, folder Folder) (Summary, error) {
	validity, err := client.Examine(folder.Name)
	if err != nil {
		return Summary{}, err
	}
	box, err := p.mailbox(ctx, folder, validity)
	if err != nil {
		return Summary{}, err
	}
	return p.pass(ctx, client, box)
}

func (p *Pipeline) mailbox(ctx context.Context, folder Folder, validity uint32) (store.Mailbox, error) {
	if p.DryRun {
		return p.Store.FindMailbox(ctx, folder.Account, folder.Name, validity)
	}
	return p.Store.Mailbox(ctx, folder.Mailbox, folder.Account, folder.Name, validity)
}

func (p *Pipeline) pass(ctx context.Context, client *mailbox.Client, box store.Mailbox) (Summary, error) {
	var summary Summary
	uids, err := client.UIDs()
	if err != nil {
		return summary, err
	}
	seen, err := p.Store.Seen(ctx, box, p.Reader.rule)
	if err != nil {
		return summary, err
	}
	todo := slices.DeleteFunc(uids, func(uid uint32) bool { return seen[uid] })
	for batch := range slices.Chunk(todo, headerBatch) {
		if err := p.batch(ctx, client, box, batch, &summary); err != nil {
			return summary, err
		}
	}
	return summary, nil
}

// batch settles some mails: first those with other subjects, all at once, then
// those with the subject, one by one.
func (p *Pipeline) batch(ctx context.Context, client *mailbox.Client, box store.Mailbox, uids []uint32, summary *Summary) error {
	var matched []mailbox.Header
	var skipped []uint32
	answered := 0
	err := client.Headers(uids, func(h mailbox.Header) error {
		answered++
		if p.Reader.hasSubject(h.Raw) {
			matched = append(matched, h)
		} else {
			skipped = append(skipped, h.UID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	summary.Seen += len(uids)
	summary.Failed += len(uids) - answered // the server left them out: next time
	summary.Matched += len(matched)
	summary.OtherSubject += len(skipped)
	if !p.DryRun {
		if err := p.Store.Skip(ctx, box, p.Reader.rule, skipped); err != nil {
			return err
		}
	}
	for _, h := range matched {
		if err := p.fetch(ctx, client, box, h, summary); err != nil {
			return err
		}
	}
	return nil
}

func (p *Pipeline) fetch(ctx context.Context, client *mailbox.Client, box store.Mailbox, h mailbox.Header, summary *Summary) error {
	raw, err := client.Message(h.UID, maxMessage)
	if errors.Is(err, mailbox.ErrNotFetched) {
		summary.Failed++
		p.Log.Info("mail not fetched, the next poll tries again", "uid", h.UID, "reason", err)
		return nil
	}
	if err != nil && !errors.Is(err, mailbox.ErrTooLarge) {
		return err
	}
	mail, failure := p.Reader.Read(raw) // which finds a mail cut short at the limit too large
	in := incoming{raw: raw, received: cmp.Or(h.InternalDate, received(mail, p.Now())), at: &store.UID{Mailbox: box, UID: h.UID}}
	return p.keep(ctx, in, mail, failure, summary)
}
