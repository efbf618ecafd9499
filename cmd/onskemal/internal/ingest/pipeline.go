package ingest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/digiteket/onskemal/mailparse"
	"github.com/digiteket/onskemal/store"
)

// Pipeline takes mails to the store.
type Pipeline struct {
	Store  *store.Store
	Reader Reader
	Now    func() time.Time
	Log    *slog.Logger
	// DryRun reads and counts like any run, and stores nothing.
	DryRun bool
	// Announced lists folders also where the server says that they are as they were:
	// it has announced something else.
	Announced bool
	// Since leaves out mail that reached a mailbox before; zero for none.
	Since time.Time
	// Progress, unless nil, is called while a poll goes on: with what it has done
	// of the mails that it is to look at.
	Progress func(folder Folder, done Summary, todo int)
}

// Summary counts what a run did with the mails it saw. Every mail is in exactly
// one of New, Known, Quarantined, OtherSubject, Ignored and Failed.
type Summary struct {
	Seen         int // mails looked at
	Matched      int // of these, with the subject
	New          int // of the matched: stored for the first time
	Known        int // of the matched: stored before
	Quarantined  int // of the matched: could not be read
	OtherSubject int
	Ignored      int // sent by the mailbox itself, or too old
	Failed       int // not fetched; the next run tries again
}

// Add counts another run's mails in.
func (s *Summary) Add(other Summary) {
	s.Seen += other.Seen
	s.Matched += other.Matched
	s.New += other.New
	s.Known += other.Known
	s.Quarantined += other.Quarantined
	s.OtherSubject += other.OtherSubject
	s.Ignored += other.Ignored
	s.Failed += other.Failed
}

// incoming is one mail on its way in.
type incoming struct {
	raw      []byte
	received time.Time
	at       *store.UID // nil for mail from files
}

// keeper takes mails in: a [store.Store] each in a transaction of its own, a
// [store.Batch] all in one.
type keeper interface {
	Add(context.Context, store.Message, *store.UID) (added bool, err error)
	Quarantine(context.Context, store.Quarantined, *store.UID) (added bool, err error)
}

// inBatch lets f store in one transaction; in a dry run there is none.
func (p *Pipeline) inBatch(ctx context.Context, f func(*store.Batch) error) error {
	if p.DryRun {
		return f(nil)
	}
	return p.Store.Batch(ctx, f)
}

// keep stores a mail that has the subject, or puts it into quarantine when it
// could not be read. Only a failing store is an error.
func (p *Pipeline) keep(ctx context.Context, to keeper, in incoming, mail Mail, failure error, summary *Summary) error {
	var added bool
	var err error
	switch {
	case p.DryRun:
		var known bool
		known, err = p.Store.Known(ctx, in.raw)
		added = !known
	case failure != nil:
		added, err = to.Quarantine(ctx, p.quarantined(in, failure), in.at)
	default:
		added, err = to.Add(ctx, p.row(in, mail), in.at)
	}
	if err != nil {
		return err
	}
	switch {
	case !added:
		summary.Known++
	case failure != nil:
		summary.Quarantined++
		p.Log.Info("mail put into quarantine", "received", in.received, "reason", failure)
	default:
		summary.New++
	}
	return nil
}

func (p *Pipeline) row(in incoming, mail Mail) store.Message {
	reading := withoutName(mail.Reading, mail.FromName)
	return store.Message{
		Raw:       in.raw,
		MessageID: mail.MessageID,
		Subject:   mail.Subject,
		Text:      mail.Text,
		From:      mail.From,
		Received:  in.received,
		Added:     p.Now(),
		Kind:      string(mail.Kind),
		DerivedBy: p.Reader.DerivedBy(),
		Wishes:    wishRows(reading.Wishes),
		Offers:    offerRows(reading.Offers),
		Doubts:    doubts(mail.Message),
	}
}

// doubts are the reasons to look at a mail, if it is a person's.
func doubts(m *mailparse.Message) (codes []string) {
	if m.Origin != mailparse.Person {
		return nil
	}
	for _, d := range m.Doubts {
		codes = append(codes, string(d))
	}
	return codes
}

func (p *Pipeline) quarantined(in incoming, failure error) store.Quarantined {
	return store.Quarantined{Raw: in.raw, Received: in.received, Added: p.Now(), Reason: reason(failure), TriedBy: p.Reader.DerivedBy()}
}

// reason tells an editor, in Swedish and in one line that names no person, why a
// mail could not be read. What the parser says in English stands in brackets;
// the stack of a fault is left to the log.
func reason(failure error) string {
	line, _, _ := strings.Cut(failure.Error(), "\n")
	switch {
	case errors.Is(failure, mailparse.ErrTooLarge):
		return fmt.Sprintf("mejlet är större än %d MB", maxMessage>>20)
	case errors.Is(failure, mailparse.ErrNotMail):
		return "det är inget mejl"
	case errors.Is(failure, mailparse.ErrUnreadable):
		return fmt.Sprintf("mejlet har ingen läsbar text (%s)", strings.TrimPrefix(line, mailparse.ErrUnreadable.Error()+": "))
	default:
		return fmt.Sprintf("fel i programmet (%s)", line)
	}
}

// Retry reads the mails in quarantine that an older program could not read.
// It counts those that are readable now.
func (p *Pipeline) Retry(ctx context.Context) (freed int, err error) {
	if waiting, err := p.Store.HasQuarantine(ctx); err != nil || p.DryRun || !waiting {
		return 0, err
	}
	return p.retry(ctx, p.Reader.DerivedBy())
}

// RetryAll is [Pipeline.Retry] for every mail in quarantine.
func (p *Pipeline) RetryAll(ctx context.Context) (freed int, err error) { return p.retry(ctx, "") }

func (p *Pipeline) retry(ctx context.Context, notBy string) (freed int, err error) {
	for q, err := range p.Store.Untried(ctx, notBy) {
		if err != nil {
			return freed, err
		}
		in := incoming{raw: q.Raw, received: q.Received}
		mail, failure := p.Reader.Read(q.Raw)
		if failure != nil {
			if err := p.Store.StillUnreadable(ctx, p.quarantined(in, failure)); err != nil {
				return freed, err
			}
			continue
		}
		if _, err := p.Store.Add(ctx, p.row(in, mail), nil); err != nil {
			return freed, err
		}
		freed++
	}
	return freed, nil
}
