package mailbox

import (
	"bufio"
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// TLSMode is how a connection is secured.
type TLSMode string

// The ways of securing a connection. None of them falls back to another.
const (
	ImplicitTLS TLSMode = "implicit" // TLS from the first byte, usually port 993
	StartTLS    TLSMode = "starttls" // the STARTTLS command, usually port 143
	NoTLS       TLSMode = "none"     // clear text; only to the machine itself
)

// defaultIdleTimeout suits servers that think for a while about large folders.
const defaultIdleTimeout = time.Minute

// Account says where a mailbox is and how to log in to it.
type Account struct {
	Host   string  // host:port
	TLS    TLSMode // "" is ImplicitTLS
	CAFile string  // PEM certificates trusted besides the system's; "" for none
	User   string

	Auth Auth // "" is PasswordAuth

	// Password is called once a connection, when that is known to be safe for
	// what it returns, the password or the access token, which is never part of
	// an error.
	Password func(ctx context.Context) (string, error)

	// IdleTimeout is the longest silence of a server that owes an answer; 0 is
	// one minute. A slow answer may take any time, as long as bytes keep coming.
	IdleTimeout time.Duration
}

// Dial connects to an account's server and logs in. The context bounds the
// whole life of the connection: when it is done, every call on the client
// returns at once.
//
// TLS is at least version 1.2 with a verified certificate. Without TLS, Dial
// talks to the machine itself only. The error wraps [ErrUnreachable],
// [ErrLoginRefused] or the context's; any other is a mistake in the account.
func Dial(ctx context.Context, a Account) (*Client, error) {
	a.TLS = cmp.Or(a.TLS, ImplicitTLS)
	a.Auth = cmp.Or(a.Auth, PasswordAuth)
	a.IdleTimeout = cmp.Or(a.IdleTimeout, defaultIdleTimeout)
	config, err := a.tlsConfig()
	if err != nil {
		return nil, err
	}
	c, err := connect(ctx, a, config)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.Host, unreachable(ctx, err))
	}
	if err := c.login(a); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// tlsConfig checks the account's settings and returns how to do TLS.
func (a Account) tlsConfig() (*tls.Config, error) {
	host, _, err := net.SplitHostPort(a.Host)
	if err != nil {
		return nil, fmt.Errorf("mail server %q: write it as host:port", a.Host)
	}
	switch a.TLS {
	case ImplicitTLS, StartTLS:
	case NoTLS:
		if !loopback(host) {
			return nil, fmt.Errorf("%s: without TLS the password could be read on the way: set tls to %q or %q", a.Host, ImplicitTLS, StartTLS)
		}
	default:
		return nil, fmt.Errorf("%s: unknown tls %q: use %q, %q or %q", a.Host, a.TLS, ImplicitTLS, StartTLS, NoTLS)
	}
	config := &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12}
	if a.CAFile != "" {
		config.RootCAs, err = trusted(a.CAFile)
	}
	return config, err
}

// loopback tells whether a host is this machine, without asking a name server.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// trusted is the system's certificate authorities and those of a PEM file.
func trusted(caFile string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(caFile)
	if err != nil {
		return nil, fmt.Errorf("read CA certificates: %w", err)
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("read CA certificates: no PEM certificate in %s", caFile)
	}
	return pool, nil
}

// connect reaches the server and secures the connection, each step within the
// idle timeout.
func connect(ctx context.Context, a Account, config *tls.Config) (*Client, error) {
	dialer := net.Dialer{Timeout: a.IdleTimeout}
	raw, err := dialer.DialContext(ctx, "tcp", a.Host)
	if err != nil {
		return nil, err
	}
	c := &Client{ctx: ctx, account: a}
	c.detach = context.AfterFunc(ctx, func() { raw.Close() })
	stream := raw
	if a.TLS != NoTLS {
		raw.SetDeadline(time.Now().Add(a.IdleTimeout))
		stream, err = secure(ctx, raw, a.TLS, config)
		if err != nil {
			c.detach()
			raw.Close()
			return nil, err
		}
		raw.SetDeadline(time.Time{})
	}
	c.conn = newConn(stream, raw, a.IdleTimeout)
	c.imap = imapclient.New(c.conn, c.listen())
	return c, nil
}

// secure starts TLS on a fresh connection.
func secure(ctx context.Context, raw net.Conn, mode TLSMode, config *tls.Config) (net.Conn, error) {
	if mode == StartTLS {
		if err := startTLS(raw); err != nil {
			return nil, err
		}
	}
	stream := tls.Client(raw, config)
	if err := stream.HandshakeContext(ctx); err != nil {
		return nil, err
	}
	if mode == StartTLS {
		return greeted{stream, io.MultiReader(strings.NewReader("* OK TLS started\r\n"), stream)}, nil
	}
	return stream, nil
}

// maxPreamble bounds what a server may say before TLS, in bytes.
const maxPreamble = 8 << 10

// startTLS has the server change to TLS (RFC 9051 section 6.2.1). What it said
// in clear text is not believed: neither its capabilities, nor PREAUTH, nor
// anything sent along with the answer, which others could have put there.
//
// It does without the IMAP library, whose own STARTTLS waits for ever when the
// connection ends within the answer and keeps the decrypted stream to itself.
func startTLS(conn net.Conn) error {
	r := bufio.NewReader(io.LimitReader(conn, maxPreamble))
	greeting, err := r.ReadString('\n')
	if err != nil {
		return err
	}
	if !hasPrefixFold(greeting, "* OK") {
		return fmt.Errorf("the server greets with %q", printable(greeting))
	}
	if _, err := io.WriteString(conn, "S1 STARTTLS\r\n"); err != nil {
		return err
	}
	var answer string
	for !hasPrefixFold(answer, "S1 ") {
		if answer, err = r.ReadString('\n'); err != nil {
			return err
		}
	}
	if !hasPrefixFold(answer, "S1 OK") {
		return fmt.Errorf("%w: the server answers %q", errNoStartTLS, printable(answer))
	}
	if r.Buffered() > 0 {
		return errors.New("the server sent clear text after its answer to STARTTLS")
	}
	return nil
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// greeted is a stream whose greeting was already read: the IMAP client, which
// cannot start without one, is given a bare one.
type greeted struct {
	net.Conn
	r io.Reader
}

func (g greeted) Read(p []byte) (int, error) { return g.r.Read(p) }

// login waits for the greeting and proves who we are.
func (c *Client) login(a Account) error {
	doing := "log in as " + a.User
	c.conn.expect()
	err := c.imap.WaitGreeting()
	var caps imap.CapSet
	if err == nil {
		caps = c.imap.Caps()
	}
	c.conn.rest()
	switch {
	case err != nil:
		return c.failure("greeting", err)
	case caps == nil:
		return c.failure("greeting", errors.New("no list of capabilities"))
	case c.imap.State() == imap.ConnStateAuthenticated: // PREAUTH
		return nil
	case a.Auth != PasswordAuth:
	case caps.Has(imap.CapLoginDisabled) && a.TLS == NoTLS:
		return fmt.Errorf("%s: %s: %w: the server takes no password without TLS: set tls to %q or %q", a.Host, doing, ErrLoginRefused, ImplicitTLS, StartTLS)
	case caps.Has(imap.CapLoginDisabled):
		return fmt.Errorf("%s: %s: %w: the server takes no passwords: ask its administrator how programs log in", a.Host, doing, ErrLoginRefused)
	}

	password, err := a.Password(c.ctx)
	if err != nil {
		return fmt.Errorf("%s: password of %s: %w", a.Host, a.User, err)
	}
	if password == "" { // some servers take it for a guest and let it in
		return fmt.Errorf("%s: password of %s: empty", a.Host, a.User)
	}
	if a.Auth != PasswordAuth {
		return c.authenticate(a, password, doing)
	}
	c.secrets = []string{password, strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(password)} // the second as it is sent
	defer c.command()()
	err = c.imap.Login(a.User, password).Wait()
	if refused(err) {
		return fmt.Errorf("%s: %s: %w: %s: check user and password", a.Host, doing, ErrLoginRefused, c.said(err))
	}
	if err != nil {
		return c.failure(doing, err)
	}
	return nil
}
