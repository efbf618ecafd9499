package mailbox

import (
	"bytes"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// tailSize is how many of the last received bytes are kept, in which the
// server's parting words are found.
const tailSize = 1024

// conn is a connection as the IMAP client sees it: after TLS, in clear text.
//
// The library waits for ever for an answer to begin, then no longer than 30
// seconds for all of it, and clears deadlines that others set. Here its
// deadlines are ignored and replaced by one rule: while an answer is expected,
// bytes must move at least every idle.
type conn struct {
	net.Conn          // the stream in clear
	raw      net.Conn // what carries it; closing it ends every Read and Write at once
	idle     time.Duration

	guard guard       // of what is received; used by the reader alone
	list  atomic.Bool // a list of UIDs is awaited, which may be long

	mu    sync.Mutex
	watch *time.Timer   // runs while an answer is expected
	tail  []byte        // last received bytes, at most tailSize
	err   error         // why the connection broke; nil while it works
	gone  chan struct{} // closed when it breaks
}

func newConn(stream, raw net.Conn, idle time.Duration) *conn {
	c := &conn{Conn: stream, raw: raw, idle: idle, gone: make(chan struct{})}
	c.mu.Lock() // so that even a watch of no time at all finds itself set
	defer c.mu.Unlock()
	c.watch = time.AfterFunc(idle, func() {
		c.fail(fmt.Errorf("the server stopped answering for %v", idle))
	})
	c.watch.Stop()
	return c
}

func (c *conn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.moved(p[:n])
	c.guard.longest = maxLine
	if c.list.Load() {
		c.guard.longest = maxList
	}
	if tooLong := c.guard.follow(p[:n]); tooLong != nil {
		c.fail(tooLong)
		return 0, tooLong
	}
	if err != nil {
		c.fail(err)
	}
	return n, err
}

func (c *conn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.moved(nil)
	if err != nil {
		c.fail(err)
	}
	return n, err
}

// Close closes what carries the stream, without the farewell of TLS, which
// could wait for a peer that no longer listens.
func (c *conn) Close() error {
	c.rest()
	return c.raw.Close()
}

func (c *conn) SetDeadline(time.Time) error      { return nil }
func (c *conn) SetReadDeadline(time.Time) error  { return nil }
func (c *conn) SetWriteDeadline(time.Time) error { return nil }

// expect starts the watch for silence.
func (c *conn) expect() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.watch.Reset(c.idle)
}

// rest ends the watch: until the next expect, the server owes nothing.
func (c *conn) rest() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.watch.Stop()
}

// moved notes that bytes went over the wire, and which were received.
func (c *conn) moved(received []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.watch.Stop() { // it was running
		c.watch.Reset(c.idle)
	}
	received = received[max(0, len(received)-tailSize):]
	keep := min(len(c.tail), tailSize-len(received))
	c.tail = append(c.tail[:0], c.tail[len(c.tail)-keep:]...)
	c.tail = append(c.tail, received...)
}

// fail gives the connection up. The first reason is kept.
func (c *conn) fail(err error) {
	c.mu.Lock()
	if c.err == nil {
		c.err = err
		close(c.gone)
	}
	c.mu.Unlock()
	_ = c.Close()
}

func (c *conn) failed() bool { return c.reason() != nil }

// reason is why the connection broke, nil while it works.
func (c *conn) reason() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// bye is the text of the BYE that the server ended the connection with, if any
// (RFC 9051 section 7.1.5). The library drops it.
func (c *conn) bye() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var text string
	for line := range bytes.Lines(c.tail) {
		if said, ok := bytes.CutPrefix(line, []byte("* BYE ")); ok {
			text = strings.TrimSpace(string(said))
		}
	}
	return text
}
