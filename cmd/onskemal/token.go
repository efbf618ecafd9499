package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// oauth2Settings say where access tokens come from (RFC 6749). With a refresh
// token they are a person's, without one the program's own (client
// credentials).
type oauth2Settings struct {
	TokenURL         string   `toml:"token_url"`
	ClientID         string   `toml:"client_id"`
	ClientSecretFile string   `toml:"client_secret_file"`
	RefreshTokenFile string   `toml:"refresh_token_file"`
	Scopes           []string `toml:"scopes"`

	cache   string // file in which the current token is kept, 0600
	account string // whose mailbox it opens: user@host:port
}

// keptToken is a token on disk, and which settings it was got with.
type keptToken struct {
	GotWith string `json:"got_with"`
	oauth2.Token
}

// tokenMargin is how long before its end a token is replaced.
const tokenMargin = 5 * time.Minute

// tokenPatience bounds the wait for a token.
const tokenPatience = time.Minute

// authProblem tells what is wrong with how a mailbox logs in; "" for nothing.
func (m mailboxSettings) authProblem() string {
	switch m.Auth {
	case mailbox.PasswordAuth:
		if m.OAuth2 != nil || len(m.TokenCommand) > 0 {
			return `oauth2 and token_command are for auth = "xoauth2" or "oauthbearer"`
		}
		return ""
	case mailbox.XOAuth2Auth, mailbox.OAuthBearerAuth:
	default:
		return fmt.Sprintf("auth %q: choose password, xoauth2 or oauthbearer", m.Auth)
	}
	if (m.OAuth2 == nil) == (len(m.TokenCommand) == 0) {
		return fmt.Sprintf("auth %q needs a token: give either token_command or [mailbox.oauth2]", m.Auth)
	}
	if m.OAuth2 == nil {
		return ""
	}
	target, err := url.Parse(m.OAuth2.TokenURL)
	switch {
	case err != nil || target.Host == "" || target.Scheme != "https" && !(target.Scheme == "http" && isLoopback(target.Hostname())):
		return fmt.Sprintf("oauth2: token_url %q: write it as https://…", m.OAuth2.TokenURL)
	case m.OAuth2.ClientID == "":
		return "oauth2: client_id is missing"
	case m.OAuth2.ClientSecretFile == "" && m.OAuth2.RefreshTokenFile == "":
		return "oauth2: client_secret_file or refresh_token_file is missing"
	}
	return ""
}

func isLoopback(host string) bool { return host == "localhost" || host == "127.0.0.1" || host == "::1" }

// secret is what a mailbox logs in with: its password or an access token.
func (m mailboxSettings) secret(ctx context.Context) (string, error) {
	switch {
	case m.Auth == mailbox.PasswordAuth:
		return m.password(ctx)
	case len(m.TokenCommand) > 0:
		return secretCommand(ctx, "token_command", m.TokenCommand)
	}
	return m.OAuth2.accessToken(ctx)
}

// accessToken is the kept token while it is good for some minutes more, else a
// new one, which is kept.
func (o *oauth2Settings) accessToken(ctx context.Context) (string, error) {
	clientSecret, refresh, err := o.secrets()
	if err != nil {
		return "", err
	}
	kept, err := o.readToken(refresh)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, tokenPatience)
	defer cancel()
	// The token server may replace the refresh token with each answer.
	source := o.source(ctx, clientSecret, cmp.Or(kept.RefreshToken, refresh))
	token, err := oauth2.ReuseTokenSourceWithExpiry(&kept.Token, source, tokenMargin).Token()
	if err != nil {
		return "", fmt.Errorf("access token from %s: %w", o.TokenURL, tokenFailure(err))
	}
	if token.AccessToken == kept.AccessToken {
		return token.AccessToken, nil
	}
	if token.RefreshToken == "" {
		token.RefreshToken = kept.RefreshToken // it stays good
	}
	return token.AccessToken, writeToken(o.cache, keptToken{o.fingerprint(refresh), *token})
}

// secrets reads the files that are named; "" for one that is not.
func (o *oauth2Settings) secrets() (clientSecret, refresh string, err error) {
	if o.ClientSecretFile != "" {
		if clientSecret, err = secretFile("client_secret_file", o.ClientSecretFile); err != nil {
			return "", "", err
		}
	}
	if o.RefreshTokenFile != "" {
		refresh, err = secretFile("refresh_token_file", o.RefreshTokenFile)
	}
	return clientSecret, refresh, err
}

// source is where new tokens come from.
func (o *oauth2Settings) source(ctx context.Context, clientSecret, refresh string) oauth2.TokenSource {
	if o.RefreshTokenFile == "" {
		config := clientcredentials.Config{ClientID: o.ClientID, ClientSecret: clientSecret, TokenURL: o.TokenURL, Scopes: o.Scopes}
		return config.TokenSource(ctx)
	}
	config := oauth2.Config{ClientID: o.ClientID, ClientSecret: clientSecret, Endpoint: oauth2.Endpoint{TokenURL: o.TokenURL}, Scopes: o.Scopes}
	return config.TokenSource(ctx, &oauth2.Token{RefreshToken: refresh})
}

// tokenFailure tells a token server that refuses from one that cannot be
// reached, in short: the library quotes the whole answer.
func tokenFailure(err error) error {
	answer, ok := errors.AsType[*oauth2.RetrieveError](err)
	if !ok || answer.Response == nil {
		return fmt.Errorf("%w: %w", mailbox.ErrUnreachable, err)
	}
	kind, remedy := mailbox.ErrLoginRefused, "check client_id, the secret and scopes"
	if answer.Response.StatusCode >= 500 {
		kind, remedy = mailbox.ErrUnreachable, "try later"
	}
	return fmt.Errorf("%w: the server answers %q %s: %s", kind, answer.Response.Status, answer.ErrorCode, remedy)
}

// forgetToken drops the kept access token, which a mail server has refused. The
// refresh token beside it stays: a token server may have put it in the place of
// the one in the file, which is void then.
func (m mailboxSettings) forgetToken() error {
	if m.OAuth2 == nil {
		return nil
	}
	kept, err := loadToken(m.OAuth2.cache)
	if err != nil || kept.AccessToken == "" {
		return err
	}
	kept.AccessToken = ""
	return writeToken(m.OAuth2.cache, kept)
}

// fingerprint is that of the settings which a token is got with. One that was
// got with others is for another mailbox, from another server, or of a person
// who has agreed anew since.
func (o *oauth2Settings) fingerprint(refresh string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []string{o.account, o.TokenURL, o.ClientID, strings.Join(o.Scopes, " "), refresh}))
	return hex.EncodeToString(sum[:8])
}

// readToken reads the token that is kept for these settings; empty for none.
func (o *oauth2Settings) readToken(refresh string) (keptToken, error) {
	kept, err := loadToken(o.cache)
	if err != nil || kept.GotWith != o.fingerprint(refresh) {
		return keptToken{}, err
	}
	return kept, nil
}

// loadToken reads a kept token; empty for none, and for one that is no token.
func loadToken(path string) (keptToken, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return keptToken{}, nil
	}
	if err != nil {
		return keptToken{}, fmt.Errorf("kept access token: %w", err)
	}
	var token keptToken
	if json.Unmarshal(text, &token) != nil {
		return keptToken{}, nil
	}
	return token, nil
}

// writeToken keeps a token for later processes, for the owner's eyes only.
func writeToken(path string, token keptToken) error {
	text, err := json.Marshal(token)
	if err != nil {
		return fmt.Errorf("keep the access token: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)) // 0600
	if err != nil {
		return fmt.Errorf("keep the access token: %w", err)
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		os.Remove(file.Name())
		return fmt.Errorf("keep the access token: %w", err)
	}
	return nil
}

// tokenFile is where a mailbox's token is kept, beside the database: one file a
// name, whatever letters are in it.
func tokenFile(db, name string) string { return db + ".token-" + url.PathEscape(name) }
