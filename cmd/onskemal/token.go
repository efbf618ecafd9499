package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
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

	cache string // file in which the current token is kept, 0600
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
	kept, err := readToken(o.cache)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, tokenPatience)
	defer cancel()
	source, err := o.source(ctx, kept)
	if err != nil {
		return "", err
	}
	token, err := oauth2.ReuseTokenSourceWithExpiry(kept, source, tokenMargin).Token()
	if err != nil {
		return "", fmt.Errorf("access token from %s: %w", o.TokenURL, tokenFailure(err))
	}
	if kept != nil && token.AccessToken == kept.AccessToken {
		return token.AccessToken, nil
	}
	if token.RefreshToken == "" && kept != nil {
		token.RefreshToken = kept.RefreshToken // it stays good
	}
	return token.AccessToken, writeToken(o.cache, token)
}

// source is where new tokens come from. A server may replace the refresh token
// with each answer, so that the kept one goes before the file's.
func (o *oauth2Settings) source(ctx context.Context, kept *oauth2.Token) (oauth2.TokenSource, error) {
	var clientSecret string
	var err error
	if o.ClientSecretFile != "" {
		if clientSecret, err = secretFile("client_secret_file", o.ClientSecretFile); err != nil {
			return nil, err
		}
	}
	if o.RefreshTokenFile == "" {
		config := clientcredentials.Config{ClientID: o.ClientID, ClientSecret: clientSecret, TokenURL: o.TokenURL, Scopes: o.Scopes}
		return config.TokenSource(ctx), nil
	}
	refresh, err := secretFile("refresh_token_file", o.RefreshTokenFile)
	if err != nil {
		return nil, err
	}
	if kept != nil && kept.RefreshToken != "" {
		refresh = kept.RefreshToken
	}
	config := oauth2.Config{ClientID: o.ClientID, ClientSecret: clientSecret, Endpoint: oauth2.Endpoint{TokenURL: o.TokenURL}, Scopes: o.Scopes}
	return config.TokenSource(ctx, &oauth2.Token{RefreshToken: refresh}), nil
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

// forgetToken drops the kept token, which a server has refused.
func (m mailboxSettings) forgetToken() {
	if m.OAuth2 != nil {
		_ = os.Remove(m.OAuth2.cache)
	}
}

// readToken reads a kept token; nil for none, and for one that is no token.
func readToken(path string) (*oauth2.Token, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("kept access token: %w", err)
	}
	var token oauth2.Token
	if json.Unmarshal(text, &token) != nil {
		return nil, nil
	}
	return &token, nil
}

// writeToken keeps a token for later processes, for the owner's eyes only.
func writeToken(path string, token *oauth2.Token) error {
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

// tokenFile is where a mailbox's token is kept, beside the database.
func tokenFile(db, name string) string {
	return db + ".token-" + regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(name), "-")
}
