package mailbox

import (
	"encoding/base64"
	"errors"
	"fmt"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-sasl"
)

// Auth is how an account proves who it is.
type Auth string

// The ways of logging in. With the last two the secret is an OAuth 2.0 access
// token: Microsoft 365 takes XOAUTH2 only, Gmail both.
const (
	PasswordAuth    Auth = "password"
	XOAuth2Auth     Auth = "xoauth2"     // Google's and Microsoft's; no RFC
	OAuthBearerAuth Auth = "oauthbearer" // RFC 7628
)

// authenticate logs in with an access token.
func (c *Client) authenticate(a Account, token, doing string) error {
	mechanism := map[Auth]string{XOAuth2Auth: "XOAUTH2", OAuthBearerAuth: sasl.OAuthBearer}[a.Auth]
	if !c.imap.Caps().Has(imap.AuthCap(mechanism)) {
		return fmt.Errorf("%s: %s: %w: the server does not know %s: choose another auth", a.Host, doing, ErrLoginRefused, mechanism)
	}
	var client sasl.Client
	if a.Auth == XOAuth2Auth {
		client = &xoauth2{user: a.User, token: token}
	} else {
		client = sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: a.User, Token: token})
	}
	_, response, err := client.Start() // as the library does again
	if err != nil {
		return fmt.Errorf("%s: %s: %w", a.Host, doing, err)
	}
	c.secrets = []string{token, base64.StdEncoding.EncodeToString(response)}
	defer c.command()()
	err = c.imap.Authenticate(client)
	var bearer *sasl.OAuthBearerError
	switch {
	case err == nil:
		return nil
	case refused(err):
		return fmt.Errorf("%s: %s: %w: %s: the access token is not accepted", a.Host, doing, ErrLoginRefused, c.said(err))
	case errors.As(err, &bearer): // the exchange is left open; the caller closes the connection
		return fmt.Errorf("%s: %s: %w: the server says %q: the access token is not accepted", a.Host, doing, ErrLoginRefused, c.clean(bearer.Error()))
	}
	return c.failure(doing, err)
}

// xoauth2 is the client of a mechanism that go-sasl no longer has.
type xoauth2 struct{ user, token string }

func (x *xoauth2) Start() (mechanism string, response []byte, err error) {
	return "XOAUTH2", fmt.Appendf(nil, "user=%s\x01auth=Bearer %s\x01\x01", x.user, x.token), nil
}

// Next answers what a server says of a token that it refuses, after which it
// says so in the usual way.
//
// QUIRK: the answer should be empty, which the IMAP library sends as "=", which
// Dovecot does not understand.
func (x *xoauth2) Next([]byte) ([]byte, error) { return []byte("\x01"), nil }
