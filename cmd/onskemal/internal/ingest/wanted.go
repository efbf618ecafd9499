package ingest

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// So many mails, and of so many bytes together, are fetched at once: each alone takes
// a round trip.
const (
	maxTogether      = 50
	maxTogetherBytes = 1 << 20
)

// together groups mails that may be fetched at once.
func together(mails []mailbox.Header) (groups [][]mailbox.Header) {
	size := int64(0)
	for _, h := range mails {
		last := len(groups) - 1
		if size += h.Size; last >= 0 && size <= maxTogetherBytes && len(groups[last]) < maxTogether {
			groups[last] = append(groups[last], h)
		} else {
			groups, size = append(groups, []mailbox.Header{h}), h.Size
		}
	}
	return groups
}

// alone asks for each by itself.
func alone[T any](all []T) [][]T { return slices.Collect(slices.Chunk(all, 1)) }

// takeGroups settles mails with the subject, which are fetched in groups. What does not come in a group
// is asked for alone, behind all others: only then is it known what is to blame.
func (p *pass) takeGroups(ctx context.Context, groups [][]mailbox.Header) error {
	for len(groups) > 0 {
		group := groups[0]
		groups = groups[1:]
		raw, failure := p.fetch(group)
		if err := p.takeGroup(ctx, group, raw); err != nil {
			return err
		}
		if len(group) > 1 {
			missing := slices.DeleteFunc(group, func(h mailbox.Header) bool { return raw[h.UID] != nil })
			groups = append(groups, alone(missing)...)
		}
		if errors.Is(failure, mailbox.ErrUnreachable) { // so that each connection more settles a mail, or blames one
			groups = alone(slices.Concat(groups...))
		}
		var err error
		switch {
		case failure != nil && len(group) == 1:
			err = p.blame(ctx, group[0].UID, failure)
		case failure != nil:
			err = p.goOn(failure)
		}
		if err != nil {
			return err
		}
		p.tell()
	}
	return nil
}

// fetch returns the mails that come, by UID, and what kept others from coming. A mail
// that is asked for alone has come, or there is a failure.
func (p *pass) fetch(group []mailbox.Header) (map[uint32][]byte, error) {
	if len(group) > 1 {
		uids := make([]uint32, len(group))
		for i, h := range group {
			uids[i] = h.UID
		}
		return p.client.Messages(uids, maxTogetherBytes)
	}
	uid := group[0].UID
	raw, err := p.client.Message(uid, maxMessage)
	if err != nil && !errors.Is(err, mailbox.ErrTooLarge) {
		return nil, err
	}
	return map[uint32][]byte{uid: raw}, nil
}

// arrival is a mail with the subject that was fetched and read.
type arrival struct {
	header mailbox.Header
	raw    []byte
	mail   Mail
	unread error
}

func (a arrival) size() int { return len(a.raw) }

// takeGroup settles those of a group that have come, one by one. All processors read
// the next ones while one is stored.
func (p *pass) takeGroup(ctx context.Context, group []mailbox.Header, raw map[uint32][]byte) error {
	arrivals := func(yield func(arrival, error) bool) {
		for _, h := range group {
			if raw[h.UID] != nil && !yield(arrival{header: h, raw: raw[h.UID]}, nil) {
				return
			}
		}
	}
	for a := range ahead(arrivals, arrival.size, p.read) {
		if err := p.take(ctx, a); err != nil {
			return err
		}
		p.tell()
	}
	return nil
}

func (p *pass) read(a arrival) arrival {
	a.mail, a.unread = p.Reader.Read(a.raw) // which finds a mail cut short at the limit too large
	return a
}

// take settles one mail with the subject.
func (p *pass) take(ctx context.Context, a arrival) error {
	h := a.header
	if undecided(h) && a.mail.Message != nil {
		switch {
		case a.mail.Own:
			return p.skip(ctx, store.OwnMail, h.UID)
		case !a.mail.SubjectMatch:
			return p.skip(ctx, store.OtherSubject, h.UID)
		}
	}
	in := incoming{raw: a.raw, received: cmp.Or(h.InternalDate, p.delivered(a.mail, p.Now())), at: &store.UID{Mailbox: p.box, UID: h.UID}}
	if err := p.keep(ctx, p.Store, in, a.mail, a.unread, &p.summary); err != nil {
		return err
	}
	p.summary.Seen++
	p.summary.Matched++
	return nil
}
