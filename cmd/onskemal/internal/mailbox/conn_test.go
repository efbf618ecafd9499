package mailbox

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// pipe is a conn with an idle timeout of a minute, and the server at its other end.
func pipe(t *testing.T) (c *conn, server net.Conn) {
	client, server := net.Pipe()
	c = newConn(client, client, time.Minute)
	t.Cleanup(func() { c.Close(); server.Close() })
	return c, server
}

func TestSilenceEndsConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, _ := pipe(t)
		c.expect()
		start := time.Now()
		_, err := c.Read(make([]byte, 1))
		if err == nil || c.reason().Error() != "the server stopped answering for 1m0s" {
			t.Errorf("Read: %v, reason %v", err, c.reason())
		}
		if waited := time.Since(start); waited != time.Minute {
			t.Errorf("waited %v, want a minute", waited)
		}
	})
}

func TestStuckWriteEndsConnection(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, _ := pipe(t)
		c.expect()
		if _, err := c.Write([]byte("T1 NOOP\r\n")); err == nil || !c.failed() {
			t.Errorf("Write: %v, reason %v", err, c.reason())
		}
	})
}

func TestSlowAnswerIsAwaited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, server := pipe(t)
		go func() {
			defer server.Close()
			for range 10 {
				time.Sleep(59 * time.Second)
				server.Write([]byte("."))
			}
		}()
		c.expect()
		c.SetReadDeadline(time.Now()) // the library's idea of how long an answer may take
		got, err := io.ReadAll(c)
		if len(got) != 10 || err != nil || !errors.Is(c.reason(), io.EOF) {
			t.Errorf("ReadAll = %q, %v, reason %v", got, err, c.reason())
		}
	})
}

func TestCallerMayTakeItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, server := pipe(t)
		c.expect()
		go server.Write([]byte("* OK\r\n"))
		if _, err := c.Read(make([]byte, 100)); err != nil {
			t.Fatal(err)
		}
		c.rest()
		go io.Copy(io.Discard, c) // the library always reads
		go server.Write([]byte("* 3 EXISTS\r\n"))
		time.Sleep(time.Hour)
		if c.failed() {
			t.Errorf("connection broke: %v", c.reason())
		}
	})
}

// TestTailIsClearText guards the order of the layers: below TLS, parting words
// could not be read.
func TestTailIsClearText(t *testing.T) {
	server := mailboxtest.Dovecot(t, nil)
	for mode, host := range map[TLSMode]string{
		NoTLS:       server.Addr,
		StartTLS:    server.Addr,
		ImplicitTLS: server.TLSAddr,
	} {
		c, err := Dial(t.Context(), Account{
			Host: host, TLS: mode, CAFile: server.CAFile, User: server.User,
			Password: func(context.Context) (string, error) { return server.Password, nil },
		})
		if err != nil {
			t.Fatal(err)
		}
		c.Close()
		if got := c.conn.bye(); got != "Logging out" {
			t.Errorf("%s: server's last words %q", mode, got)
		}
	}
}

func TestBye(t *testing.T) {
	long := strings.Repeat("x", 3*tailSize)
	for _, test := range []struct {
		chunks []string
		want   string
	}{
		{[]string{"* OK hello\r\n"}, ""},
		{[]string{"* BYE see you\r\n"}, "see you"},
		{[]string{"* OK hello\r\n* B", "YE see ", "you\r\n"}, "see you"},
		{[]string{"* BYE see you"}, "see you"},
		{[]string{"* OK * BYE no\r\n"}, ""},
		{[]string{long + "\r\n* BYE see you\r\n"}, "see you"},
		{[]string{long, "\r\n* BYE see you\r\n"}, "see you"},
		{[]string{"* BYE not yet\r\n", long}, ""},
	} {
		c, _ := pipe(t)
		for _, chunk := range test.chunks {
			c.moved([]byte(chunk))
		}
		if got := c.bye(); got != test.want || len(c.tail) > tailSize {
			t.Errorf("bye after %.40q = %q, want %q; %d bytes kept", test.chunks, got, test.want, len(c.tail))
		}
	}
}
