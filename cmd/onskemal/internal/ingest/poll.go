package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// headerBatch is how many mails are looked at and settled together: what package
// mailbox asks a server for at once.
const headerBatch = 500

// Folder is what [Pipeline.Poll] polls.
type Folder struct {
	Mailbox string // the name in the configuration
	Account string // user@host:port
	Name    string // on the server, such as INBOX
}

// maxRedials is how often a poll connects anew. A mail over which the server ends
// the connection costs two, where it is asked for among others and then alone, and a
// server that ends every connection is left alone.
const maxRedials = 3

// Poll makes one pass over a folder: it looks at the headers of what the ledger
// does not know, and stores the mails with the subject. Every mail is settled on
// its own, so that whatever breaks the pass loses nothing and repeats nothing.
//
// A mail that the server does not send counts as Failed, and the others are
// settled all the same; in the end the error wraps [mailbox.ErrNotFetched].
func (p *Pipeline) Poll(ctx context.Context, client *mailbox.Client, folder Folder) (Summary, error) {
	pass := pass{Pipeline: p, client: client, folder: folder}
	err := pass.run(ctx)
	return pass.summary, errors.Join(err, p.Ended(ctx, folder, err))
}

// Ended notes for the status how a poll ended; failure is nil when it reached
// the last mail. Poll does so itself: this is for a poll that could not begin.
// That somebody interrupted it says nothing of the mailbox and is not noted.
func (p *Pipeline) Ended(ctx context.Context, folder Folder, failure error) error {
	interrupted := failure != nil && errors.Is(ctx.Err(), context.Canceled)
	if p.DryRun || interrupted {
		return nil
	}
	return p.Store.Polled(context.WithoutCancel(ctx), folder.Mailbox, folder.Account, folder.Name, p.Now(), failure)
}

// pass is one poll of one folder.
type pass struct {
	*Pipeline
	client   *mailbox.Client
	folder   Folder
	opened   mailbox.Opened // what the server said when it opened the folder last
	box      store.Mailbox
	redials  int
	failures map[uint32]store.Failure // of earlier polls, by UID
	total    int                      // mails to settle
	summary  Summary                  // of the mails that are settled or given up
}

func (p *pass) run(ctx context.Context) error {
	if err := p.open(); err != nil {
		if err := p.goOn(err); err != nil { // the folder before may have ended the connection
			return err
		}
	}
	var err error
	if p.box, err = p.mailbox(ctx); err != nil {
		return err
	}
	if same, err := p.unchanged(ctx); same || err != nil {
		return err
	}
	return p.list(ctx)
}

// list has the server list the mails, and settles those that the ledger does not
// know.
func (p *pass) list(ctx context.Context) error {
	said, at := extent(p.opened), p.Now()
	uids, err := p.client.UIDs()
	if err != nil {
		return err
	}
	whole := listsAll(said, uids)
	todo, waiting, err := p.todo(ctx, uids)
	if err != nil {
		return err
	}
	if err := p.settle(ctx, todo); err != nil {
		return err
	}
	if p.summary.Failed > 0 {
		return fmt.Errorf("%d mails %w; a later poll asks again", p.summary.Failed, mailbox.ErrNotFetched)
	}
	if !whole || waiting > 0 || p.DryRun {
		return nil
	}
	return p.Store.SetSettled(ctx, p.box, p.Reader.rule, said, at)
}

// open opens the folder, where UIDs must mean what they meant before.
func (p *pass) open() error {
	opened, err := p.client.Examine(p.folder.Name)
	if err != nil {
		return err
	}
	if before := p.opened.UIDValidity; before != 0 && before != opened.UIDValidity {
		return fmt.Errorf("folder %q: UIDVALIDITY changed during the poll; the next poll starts anew", p.folder.Name)
	}
	p.opened = opened
	return nil
}

// goOn returns nil when the pass can go on after an error: at once where the
// server only refused something, else over a new connection.
func (p *pass) goOn(err error) error {
	lost := errors.Is(err, mailbox.ErrUnreachable) && !errors.Is(err, mailbox.ErrBusy)
	switch {
	case errors.Is(err, mailbox.ErrNotFetched):
		return nil
	case !lost, p.redials == maxRedials:
		return err
	}
	p.redials++
	p.Log.Info("connection lost, connecting again", "reason", err)
	if err := p.client.Redial(); err != nil {
		return err
	}
	return p.open()
}

func (p *pass) mailbox(ctx context.Context) (store.Mailbox, error) {
	if p.DryRun {
		return p.Store.FindMailbox(ctx, p.folder.Account, p.folder.Name, p.opened.UIDValidity)
	}
	return p.Store.Mailbox(ctx, p.folder.Mailbox, p.folder.Account, p.folder.Name, p.opened.UIDValidity)
}

// settle takes the mails in batches. A batch whose headers do not come is halved
// until the mail that is to blame stands alone. The halves wait behind all other
// batches, but over the last connection its mails are asked for at once, each alone. So
// however early the pass ends, it has settled something. Mails that did not come in an
// earlier poll are the last, and asked for alone.
func (p *pass) settle(ctx context.Context, uids []uint32) error {
	p.total = len(uids)
	var fresh, suspect []uint32
	for _, uid := range uids {
		if p.failures[uid].Attempts > 0 {
			suspect = append(suspect, uid)
		} else {
			fresh = append(fresh, uid)
		}
	}
	batches := append(slices.Collect(slices.Chunk(fresh, headerBatch)), alone(suspect)...)
	for len(batches) > 0 {
		batch := batches[0]
		batches = batches[1:]
		headers, err := p.headers(batch)
		if err == nil {
			if err := p.batch(ctx, batch, headers); err != nil {
				return err
			}
			continue
		}
		half := len(batch) / 2
		if half == 0 {
			if err := p.blame(ctx, batch[0], err); err != nil {
				return err
			}
			continue
		}
		if err := p.goOn(err); err != nil {
			return err
		}
		if p.redials == maxRedials {
			batches = append(alone(batch), batches...)
		} else {
			batches = append(batches, batch[:half], batch[half:])
		}
	}
	return nil
}

func (p *pass) headers(uids []uint32) (map[uint32]mailbox.Header, error) {
	headers := make(map[uint32]mailbox.Header, len(uids))
	err := p.client.Headers(uids, func(h mailbox.Header) error {
		headers[h.UID] = h
		return nil
	})
	return headers, err
}

// batch settles some mails: first those that are not read, all at once, then
// those with the subject.
func (p *pass) batch(ctx context.Context, uids []uint32, headers map[uint32]mailbox.Header) error {
	var wanted []mailbox.Header
	skipped := map[store.Verdict][]uint32{}
	for _, uid := range uids {
		h, answered := headers[uid]
		judged := p.Reader.judge(h.Raw)
		switch {
		case !answered:
			if err := p.giveUp(ctx, uid, mailbox.ErrNotFetched); err != nil {
				return err
			}
		case !h.InternalDate.IsZero() && h.InternalDate.Before(p.Since):
			skipped[store.OldMail] = append(skipped[store.OldMail], uid)
		case judged.Own:
			skipped[store.OwnMail] = append(skipped[store.OwnMail], uid)
		case undecided(h) || judged.SubjectMatch:
			wanted = append(wanted, h)
		default:
			skipped[store.OtherSubject] = append(skipped[store.OtherSubject], uid)
		}
	}
	for verdict, uids := range skipped {
		if err := p.skip(ctx, verdict, uids...); err != nil {
			return err
		}
	}
	p.tell()
	return p.takeGroups(ctx, together(wanted))
}

func (p *pass) tell() {
	if p.Progress != nil {
		p.Progress(p.folder, p.summary, p.total)
	}
}

// undecided tells that only the whole mail shows whether it has the subject.
//
// QUIRK: Exchange and iCloud at times send no header fields of a mail that has
// them, and Cyrus none that come after a thousand lines.
func undecided(h mailbox.Header) bool {
	return h.Cut || !hasSubject(h.Raw)
}

func hasSubject(header []byte) bool {
	for line := range bytes.Lines(header) {
		if name, _, isField := bytes.Cut(line, []byte(":")); isField && bytes.EqualFold(name, []byte("Subject")) {
			return true
		}
	}
	return false
}

// skip settles mails that are not read.
func (p *pass) skip(ctx context.Context, verdict store.Verdict, uids ...uint32) error {
	if !p.DryRun {
		if err := p.Store.Skip(ctx, p.box, verdict, p.Reader.rule, uids); err != nil {
			return err
		}
	}
	p.summary.Seen += len(uids)
	if verdict == store.OtherSubject {
		p.summary.OtherSubject += len(uids)
	} else {
		p.summary.Ignored += len(uids)
	}
	return nil
}

// blame leaves the mail that was asked for when something went wrong to a later
// poll, and tells whether the pass can go on. A server that is busy or begins
// new UIDs, and a run that is interrupted, say nothing about the mail.
func (p *pass) blame(ctx context.Context, uid uint32, err error) error {
	end := p.goOn(err)
	lost := errors.Is(end, mailbox.ErrUnreachable) && !errors.Is(end, mailbox.ErrBusy) && ctx.Err() == nil
	if end != nil && !lost {
		return end
	}
	return errors.Join(end, p.giveUp(ctx, uid, err))
}

// giveUp leaves a mail to a later poll.
func (p *pass) giveUp(ctx context.Context, uid uint32, reason error) error {
	p.summary.Seen++
	p.summary.Failed++
	failure := failedAgain(p.failures[uid], p.Now(), reason)
	p.Log.Info("mail not fetched, a later poll asks again", "uid", uid, "attempts", failure.Attempts, "not before", failure.NextTry, "reason", reason)
	if p.DryRun {
		return nil
	}
	return p.Store.Fail(ctx, store.UID{Mailbox: p.box, UID: uid}, failure)
}
