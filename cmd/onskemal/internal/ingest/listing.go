package ingest

import (
	"context"
	"slices"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// maxUnlisted is how long a folder is not listed because the server says that it
// is as it was. A server that takes back UIDs which it has given, or counts wrong,
// may say so of one that has new mail: that is found then.
const maxUnlisted = 24 * time.Hour

// unchanged tells that the folder is as it was when all that the server listed had
// been dealt with, so that listing it would show nothing new: a poll then costs the
// same in a folder of any size.
func (p *pass) unchanged(ctx context.Context) (bool, error) {
	if p.Announced {
		return false, nil
	}
	now := extent(p.opened)
	before, listed, err := p.Store.Settled(ctx, p.box, p.Reader.rule)
	age := p.Now().Sub(listed)
	same := err == nil && before == now && age >= 0 && age < maxUnlisted
	if same {
		p.Log.Info("folder as it was, not listed", "folder", p.folder.Name, "messages", now.Messages, "last listed", listed)
	}
	return same, err
}

// listsAll tells that the UIDs, ascending, are all of a folder, and that its extent
// would tell of another: some servers leave out mails of an answer, some have given
// out UIDs beyond what they call the next one, and some name none.
func listsAll(e store.Extent, uids []uint32) bool {
	return uint64(e.Messages) == uint64(len(uids)) && (len(uids) == 0 || uids[len(uids)-1] < e.UIDNext)
}

func extent(o mailbox.Opened) store.Extent {
	return store.Extent{Messages: o.Messages, UIDNext: o.UIDNext, ModSeq: o.ModSeq}
}

// todo is what the server lists and the ledger does not know, without what was
// asked for in vain and is to be left alone for a while: so many are waiting.
func (p *pass) todo(ctx context.Context, uids []uint32) (todo []uint32, waiting int, err error) {
	seen, err := p.Store.Seen(ctx, p.box, p.Reader.rule)
	if err != nil {
		return nil, 0, err
	}
	if p.failures, err = p.Store.Failures(ctx, p.box); err != nil {
		return nil, 0, err
	}
	unseen := unseen(uids, seen)
	now := p.Now()
	todo = slices.DeleteFunc(unseen, func(uid uint32) bool { return p.failures[uid].NextTry.After(now) })
	return todo, len(unseen) - len(todo), nil
}

// unseen takes out of UIDs those of the ledger's runs; both are ascending.
func unseen(uids []uint32, seen []store.Run) []uint32 {
	return slices.DeleteFunc(uids, func(uid uint32) bool {
		for len(seen) > 0 && seen[0].Last < uid {
			seen = seen[1:]
		}
		return len(seen) > 0 && seen[0].First <= uid
	})
}
