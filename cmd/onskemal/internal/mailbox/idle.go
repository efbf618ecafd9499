package mailbox

import (
	"fmt"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// CanIdle tells whether the server can announce new mail (RFC 2177).
func (c *Client) CanIdle() bool { return c.imap.Caps().Has(imap.CapIdle) }

// Idle has the server announce what happens in the open folder. Until stop is
// called, the client must not be used otherwise; see [Client.News] and
// [Client.Gone].
//
// A connection can die without a sign. Stop finds that out: it waits for the
// server's answer, no longer than the account's idle timeout. Call it now and
// then; servers end an Idle of half an hour.
func (c *Client) Idle() (stop func() error, err error) {
	const doing = "wait for mail"
	c.trips++
	c.conn.expect()
	cmd, err := c.imap.Idle()
	c.conn.rest()
	if err != nil {
		return nil, c.failure(doing, err)
	}
	return func() error {
		c.conn.expect()
		defer c.conn.rest()
		err := cmd.Close()
		if err == nil {
			err = cmd.Wait()
		}
		if err != nil {
			return c.failure(doing, err)
		}
		if c.conn.failed() {
			return fmt.Errorf("%s: %s: %w", c.account.Host, doing, unreachable(c.ctx, c.conn.reason()))
		}
		return nil
	}, nil
}

// News is sent on when the server says that the open folder has more mail.
func (c *Client) News() <-chan struct{} { return c.news }

// Gone is closed when the connection breaks.
func (c *Client) Gone() <-chan struct{} { return c.conn.gone }

// listen makes news of what a server says unasked.
func (c *Client) listen() *imapclient.Options {
	c.news = make(chan struct{}, 1)
	return &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: func(data *imapclient.UnilateralDataMailbox) {
			if data.NumMessages == nil {
				return
			}
			select {
			case c.news <- struct{}{}:
			default: // it is known already
			}
		},
	}}
}
