// Package mailbox reads raw mail from an IMAP server: [Dial] an account,
// [Client.Examine] a folder, list its [Client.UIDs], look at the [Client.Headers]
// and fetch the wanted [Client.Messages], or one [Client.Message] alone.
//
// The package only reads. Folders are opened with EXAMINE and mail is fetched
// with BODY.PEEK; there is no command in it that flags, stores, copies, moves
// or deletes. It does not decode mail, does not choose among mails and keeps no
// state between connections: a UID that a server leaves out of an answer is
// simply still missing the next time.
//
// The only IMAP client it knows is go-imap's, whose hazards end here: answers
// that never come, literals cut short, and answers without the thing asked for.
package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
)

// Errors that callers tell apart, wrapped in one that names the host, the
// attempt and, where one is known, the remedy.
var (
	// ErrUnreachable says that there is no connection, or no longer one, or
	// that the server asks for less work: try later.
	ErrUnreachable = errors.New("mailbox unreachable")
	// ErrBusy is an ErrUnreachable of a server that asks for less work. The
	// connection may be sound, but is better left alone for a while.
	ErrBusy = fmt.Errorf("%w: server busy", ErrUnreachable)
	// ErrLoginRefused says that trying again with the same settings is useless.
	ErrLoginRefused = errors.New("login refused")
	// ErrNoFolder says that the account has no folder of that name.
	ErrNoFolder = errors.New("no such folder")
	// ErrNotFetched says that the server answered without sending the message,
	// or refused to. The message may exist all the same: ask again another time.
	ErrNotFetched = errors.New("not sent by the server")
	// ErrTooLarge says that the message is larger than the caller's limit.
	ErrTooLarge = errors.New("message larger than the limit")
)

// logoutPatience is how long a server may take to answer LOGOUT. Nothing
// depends on the answer.
const logoutPatience = 2 * time.Second

// Client is a connection to one account, logged in. Its methods are for one
// goroutine at a time; each fails with [ErrUnreachable] once the connection is
// gone, and with the context's error once the context given to [Dial] is done.
type Client struct {
	ctx     context.Context // bounds the connection, not one call
	account Account
	conn    *conn
	detach  func() bool // the connection from ctx
	imap    *imapclient.Client
	secrets []string // struck out of what the server says
	trips   int
	news    chan struct{}
}

// Trips is the number of commands sent so far, each a round trip to the server.
// Questions for capabilities that the IMAP library asks on its own do not count.
func (c *Client) Trips() int { return c.trips }

// Redial replaces the connection, which broke, by a new one to the same account,
// as [Dial] does. No folder is open on it.
func (c *Client) Redial() error {
	c.Close()
	fresh, err := Dial(c.ctx, c.account)
	if err != nil {
		return err
	}
	fresh.trips += c.trips
	*c = *fresh
	return nil
}

// Close takes leave of the server and closes the connection. The error is
// always nil: nothing is lost with a connection that fails while it is closed.
func (c *Client) Close() error {
	if !c.conn.failed() {
		impatient := time.AfterFunc(logoutPatience, func() { c.conn.Close() })
		_ = c.imap.Logout().Wait()
		impatient.Stop()
	}
	// The connection goes first. The library's own Close waits for its reader,
	// which may be waiting for an answer.
	c.detach()
	_ = c.conn.Close()
	_ = c.imap.Close()
	return nil
}

// command is called before each command. It counts the round trip and expects
// the server to say something until the returned function is called.
func (c *Client) command() (answered func()) {
	c.trips++
	c.conn.expect()
	return c.conn.rest
}
