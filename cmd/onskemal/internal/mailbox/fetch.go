package mailbox

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

const (
	// maxUIDs is more messages than any folder holds. It keeps an absurd answer
	// such as "1:4294967295" from being written out in memory.
	maxUIDs = 10_000_000

	// batchSize is how many headers are asked for at once.
	// QUIRK: Courier drops the connection at a command line over 16 KB.
	batchSize = 500

	// maxHeader is how much is kept of one mail's header fields, in bytes. A
	// batch of the longest fits in memory; honest ones have some 200 bytes.
	maxHeader = 64 << 10
)

// Header is what a mail is chosen by.
type Header struct {
	UID          uint32
	Size         int64     // of the whole mail in bytes, as the server believes; not always exact
	InternalDate time.Time // when the server received the mail; zero when it does not say

	// Raw is the mail's Subject, From, Date and Message-ID fields as they were
	// sent, without any decoding, of which at most 64 KiB are kept.
	Raw []byte
	Cut bool // the fields are longer than that
}

// UIDs lists the messages of the open folder, ascending, each once.
func (c *Client) UIDs() ([]uint32, error) { return c.search(&imap.SearchCriteria{}) }

// UIDsSince is [Client.UIDs] of the messages that reached the folder on that day
// or later, by the server's calendar.
func (c *Client) UIDsSince(day time.Time) ([]uint32, error) {
	return c.search(&imap.SearchCriteria{Since: day})
}

func (c *Client) search(criteria *imap.SearchCriteria) ([]uint32, error) {
	const doing = "list messages"
	defer c.command()()
	c.conn.list.Store(true)
	defer c.conn.list.Store(false)
	options := imap.SearchOptions{
		ReturnAll: c.imap.Caps().Has(imap.CapESearch), // in ranges: a few bytes instead of six a message
	}
	data, err := c.imap.UIDSearch(criteria, &options).Wait()
	if err != nil {
		return nil, c.failure(doing, err)
	}
	if data.All == nil {
		return nil, nil
	}
	set, ok := data.All.(imap.UIDSet)
	if !ok {
		return nil, fmt.Errorf("%s: %s: the server answers without UIDs", c.account.Host, doing)
	}
	uids, err := expand(set)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", c.account.Host, doing, err)
	}
	return uids, nil
}

// expand writes out a set, which the library keeps in order and without overlap.
func expand(set imap.UIDSet) ([]uint32, error) {
	var uids []uint32
	for _, r := range set {
		if r.Start == 0 || r.Stop < r.Start {
			return nil, fmt.Errorf("the server sends UIDs %d:%d, which cannot be", r.Start, r.Stop)
		}
		if uint64(len(uids))+uint64(r.Stop-r.Start) >= maxUIDs {
			return nil, fmt.Errorf("the server lists more than %d messages", maxUIDs)
		}
		for n := range uint32(r.Stop-r.Start) + 1 {
			uids = append(uids, uint32(r.Start)+n)
		}
	}
	return uids, nil
}

// Headers calls yield for each of the messages, in the server's order, and
// stops at its first error. A message that the server leaves out or cuts short
// is not yielded: nothing is known of it, not even that it is gone.
//
// Messages are asked for in batches, ascending UIDs taking the least room. A
// batch is yielded once the server has finished it, so that yield may use the
// client. When Headers fails, everything yielded before is sound; the error wraps
// [ErrNotFetched] when the server refuses a batch, which another one may not be.
func (c *Client) Headers(uids []uint32, yield func(Header) error) error {
	section := &imap.FetchItemBodySection{
		Specifier:    imap.PartSpecifierHeader,
		HeaderFields: []string{"SUBJECT", "FROM", "DATE", "MESSAGE-ID"},
		Peek:         true,
	}
	options := &imap.FetchOptions{
		UID:          true,
		RFC822Size:   true,
		InternalDate: true,
		BodySection:  []*imap.FetchItemBodySection{section},
	}
	for batch := range slices.Chunk(uids, batchSize) {
		headers, err := c.fetch(batch, options, maxHeader)
		if err != nil {
			return c.fetchFailure(fmt.Sprintf("fetch headers of UID %d to %d", batch[0], batch[len(batch)-1]), err)
		}
		for _, h := range headers {
			if err := yield(h); err != nil {
				return err
			}
		}
	}
	return nil
}

// Message fetches one whole mail of at most limit bytes. The error wraps
// [ErrTooLarge], which comes with the mail's first limit+1 bytes, or
// [ErrNotFetched] when the server sends nothing or refuses.
func (c *Client) Message(uid uint32, limit int64) ([]byte, error) {
	doing := fmt.Sprintf("fetch UID %d", uid)
	found, err := c.fetch([]uint32{uid}, wholeMail(limit), limit+1)
	switch {
	case err != nil:
		return nil, c.fetchFailure(doing, err)
	// QUIRK: iCloud and Exchange at times send an empty mail for one that is not.
	case len(found) == 0 || len(found[0].Raw) == 0:
		return nil, fmt.Errorf("%s: %s: %w", c.account.Host, doing, ErrNotFetched)
	case int64(len(found[0].Raw)) > limit:
		return found[0].Raw, fmt.Errorf("%s: %s: %w of %d bytes", c.account.Host, doing, ErrTooLarge, limit)
	}
	return found[0].Raw, nil
}

// Messages fetches several whole mails at once, and returns those of at most limit
// bytes that the server sent, by UID. Of the others nothing is known: ask for each
// with [Client.Message]. When Messages fails, the mails that it returns are sound.
func (c *Client) Messages(uids []uint32, limit int64) (map[uint32][]byte, error) {
	found, err := c.fetch(uids, wholeMail(limit), limit+1)
	mails := make(map[uint32][]byte, len(found))
	for _, mail := range found {
		if size := int64(len(mail.Raw)); size > 0 && size <= limit {
			mails[mail.UID] = mail.Raw
		}
	}
	if err != nil {
		return mails, c.fetchFailure(fmt.Sprintf("fetch UID %d to %d", uids[0], uids[len(uids)-1]), err)
	}
	return mails, nil
}

// wholeMail asks for mails of at most limit bytes.
func wholeMail(limit int64) *imap.FetchOptions {
	section := &imap.FetchItemBodySection{
		Peek: true,
		// One byte more than allowed tells a mail of the limit's size from a
		// larger one. RFC822.SIZE would not: some servers estimate it.
		Partial: &imap.SectionPartial{Size: limit + 1},
	}
	return &imap.FetchOptions{UID: true, BodySection: []*imap.FetchItemBodySection{section}}
}

// fetch asks for one section, the only one in options, of each message. It
// returns the messages whose section arrived, with at most keep bytes of it as
// Raw, also when it fails. The error is the library's.
func (c *Client) fetch(uids []uint32, options *imap.FetchOptions, keep int64) ([]Header, error) {
	var set imap.UIDSet
	for _, uid := range uids {
		set.AddNum(imap.UID(uid))
	}
	defer c.command()()
	cmd := c.imap.Fetch(set, options)
	var found []Header
	for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
		h, err := readMessage(msg, options.BodySection[0], keep)
		if err != nil {
			// The connection has ended. Closing cmd would read the literal once
			// more, in a race with the library's own last read.
			return found, err
		}
		if h.Raw != nil {
			found = append(found, h)
		}
	}
	return found, cmd.Close()
}

// readMessage reads what an answer says of one message. Raw is nil when the
// section is not in it.
func readMessage(msg *imapclient.FetchMessageData, section *imap.FetchItemBodySection, keep int64) (h Header, err error) {
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch item := item.(type) {
		case imapclient.FetchItemDataUID:
			h.UID = uint32(item.UID)
		case imapclient.FetchItemDataRFC822Size:
			h.Size = item.Size
		case imapclient.FetchItemDataInternalDate:
			h.InternalDate = item.Time
		case imapclient.FetchItemDataBodySection:
			if item.Literal == nil || !item.MatchCommand(section) {
				continue
			}
			if h.Raw, err = readLiteral(item.Literal, keep); err != nil {
				return Header{}, err
			}
			h.Cut = item.Literal.Size() > keep
		}
	}
	return h, nil
}

// readLiteral reads all of a literal and keeps its first bytes.
func readLiteral(literal imap.LiteralReader, keep int64) (kept []byte, err error) {
	kept = make([]byte, min(literal.Size(), keep))
	if _, err := io.ReadFull(literal, kept); err != nil {
		return nil, err
	}
	rest, err := io.Copy(io.Discard, literal)
	if err == nil && int64(len(kept))+rest < literal.Size() {
		err = io.ErrUnexpectedEOF // which the library takes for a clean end
	}
	return kept, err
}
