package mailbox

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/emersion/go-imap/v2"
)

// Reasons for a broken connection that have a remedy of their own.
var (
	errNoStartTLS = errors.New("no STARTTLS")
	errNoTLS      = errors.New("the server stopped answering before TLS began")
)

// failure makes the caller's error of what the library returned for a command:
// the server's refusal, after which the connection goes on working, or the end
// of the connection.
func (c *Client) failure(doing string, err error) error {
	status, answered := answer(err)
	switch {
	case refused(err):
		return fmt.Errorf("%s: %s: %s", c.account.Host, doing, c.said(err))
	case answered && busy(status):
		return fmt.Errorf("%s: %s: %w: %s: try later", c.account.Host, doing, busyError{suggestedPause(status.Text)}, c.said(err))
	}
	return fmt.Errorf("%s: %s: %w", c.account.Host, doing, unreachable(c.ctx, c.ending(err)))
}

// fetchFailure is failure for FETCH, where a refusal means the messages asked
// for, not the folder.
func (c *Client) fetchFailure(doing string, err error) error {
	if refused(err) {
		return fmt.Errorf("%s: %s: %w: %s", c.account.Host, doing, ErrNotFetched, c.said(err))
	}
	return c.failure(doing, err)
}

// ending is why the connection is of no use any more, in the best words known.
func (c *Client) ending(err error) error {
	if status, ok := answer(err); ok {
		return errors.New(c.said(status))
	}
	if bye := c.conn.bye(); bye != "" {
		return fmt.Errorf("the server says %q", c.clean(bye))
	}
	if reason := c.conn.reason(); reason != nil {
		return reason
	}
	return fmt.Errorf("answer not understood: %s", c.clean(err.Error()))
}

// unreachable says that the mailbox cannot be reached and what to do about it.
// Once the context is done, that is the reason, whatever else broke after it.
func unreachable(ctx context.Context, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return ctx.Err()
	case ctx.Err() != nil:
		return fmt.Errorf("%w: %w", ErrUnreachable, ctx.Err())
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("the server closed the connection")
	case errors.Is(err, os.ErrDeadlineExceeded): // while TLS was starting
		err = errNoTLS
	}
	return fmt.Errorf("%w: %v: %s", ErrUnreachable, err, remedy(err))
}

// remedy is what the owner of the account can do about a broken connection.
func remedy(err error) string {
	var (
		unknownCA x509.UnknownAuthorityError
		wrongName x509.HostnameError
		invalid   x509.CertificateInvalidError
		notTLS    tls.RecordHeaderError
		dns       *net.DNSError
		dial      *net.OpError
	)
	switch {
	case errors.As(err, &unknownCA):
		return "set ca_file to the certificate of the authority that the server uses"
	case errors.As(err, &wrongName):
		return "set host to a name in the server's certificate"
	case errors.As(err, &invalid):
		return "the server's certificate must be renewed"
	case errors.As(err, &notTLS):
		return fmt.Sprintf("the port does not begin with TLS, try tls = %q", StartTLS)
	case errors.Is(err, errNoStartTLS):
		return fmt.Sprintf("try tls = %q", ImplicitTLS)
	case errors.Is(err, errNoTLS):
		return "check that tls and the port of host belong together, or try later"
	case errors.As(err, &dns):
		return "check the spelling of host"
	case errors.As(err, &dial) && dial.Op == "dial":
		return "check host and port, or try later"
	}
	return "try later"
}

// answer is the status response of the server in an error, if there is one.
func answer(err error) (*imap.Error, bool) {
	return errors.AsType[*imap.Error](err)
}

// refused tells that the server said no to the command itself, which it would
// say again: not that it ends the connection or is too busy.
func refused(err error) bool {
	status, ok := answer(err)
	return ok && status.Type != imap.StatusResponseTypeBye && !busy(status)
}

// busy tells that a server wants to be left alone for a while (RFC 9051 section
// 7.1 and RFC 9208).
func busy(status *imap.Error) bool {
	codes := []imap.ResponseCode{
		imap.ResponseCodeUnavailable,
		imap.ResponseCodeInUse,
		imap.ResponseCodeLimit,
		imap.ResponseCodeOverQuota,
	}
	code := imap.ResponseCode(strings.ToUpper(string(status.Code)))
	// QUIRK: Exchange has no code for "Request is throttled. Suggested Backoff Time: …".
	return slices.Contains(codes, code) || strings.Contains(strings.ToLower(status.Text), "throttled")
}

// busyError is an [ErrBusy] of a server that may say for how long.
type busyError struct{ pause time.Duration }

func (e busyError) Error() string { return ErrBusy.Error() }
func (e busyError) Unwrap() error { return ErrBusy }

// Pause is how long a server asks to be left alone in an error that wraps
// [ErrBusy]; 0 when it does not say.
func Pause(err error) time.Duration {
	busy, _ := errors.AsType[busyError](err)
	return busy.pause
}

// maxPause bounds what a server can ask for.
const maxPause = 24 * time.Hour

// suggestedPause reads "Suggested Backoff Time: 299910 milliseconds", as
// Exchange says it.
func suggestedPause(text string) time.Duration {
	_, after, ok := strings.Cut(strings.ToLower(text), "backoff time:")
	number, unit, _ := strings.Cut(strings.TrimSpace(after), " ")
	milliseconds, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil || milliseconds < 0 || !strings.HasPrefix(unit, "millisecond") {
		return 0
	}
	return time.Duration(min(milliseconds, maxPause.Milliseconds())) * time.Millisecond
}

// said quotes a status response of the server.
func (c *Client) said(status error) string {
	return fmt.Sprintf("the server says %q", c.clean(strings.TrimPrefix(status.Error(), "imap: ")))
}

// clean makes words of the server fit to print, and strikes out the password,
// which some servers repeat.
func (c *Client) clean(text string) string {
	for _, secret := range c.secrets {
		text = strike(text, secret)
	}
	return printable(text)
}

// tellingPiece is how long a piece of a secret is that gives it away, in bytes.
// Shorter ones are words of any language.
const tellingPiece = 16

// strike takes a secret out of a text, and the pieces of a long one, such as a
// token, which servers quote up to some length.
func strike(text, secret string) string {
	const struck = "[password]"
	text = strings.ReplaceAll(text, secret, struck)
	words := strings.FieldsFunc(text, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`"'<>()[],;:=`, r) })
	for _, word := range words {
		word = strings.TrimRight(word, ".…")
		if len(word) >= tellingPiece && strings.Contains(secret, word) {
			text = strings.ReplaceAll(text, word, struck)
		}
	}
	return text
}

// maxSaid is how much of a server's text an error quotes, in characters.
const maxSaid = 200

// printable makes a server's text one short line without control characters.
func printable(text string) string {
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "?"))
	text = strings.TrimSpace(text)
	if r := []rune(text); len(r) > maxSaid {
		text = string(r[:maxSaid]) + "…"
	}
	return text
}
