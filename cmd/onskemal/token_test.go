package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// tokenServer gives out access tokens, and tells a mail server whose they are.
type tokenServer struct {
	url string

	mu      sync.Mutex
	given   int             // tokens so far
	good    map[string]bool // tokens that are accepted
	expires int             // seconds a new token is good for
	refuse  bool            // every request
	asked   []string        // grant types
	refresh string          // the refresh token that is good, once
}

func newTokenServer(t *testing.T) *tokenServer {
	t.Helper()
	a := &tokenServer{good: map[string]bool{}, expires: 3600, refresh: "första"}
	mux := http.NewServeMux()
	mux.HandleFunc("/token", a.token)
	mux.HandleFunc("/introspect", a.introspect)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	a.url = server.URL
	return a
}

func (a *tokenServer) token(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	grant := r.FormValue("grant_type")
	a.asked = append(a.asked, grant)
	w.Header().Set("Content-Type", "application/json")
	if a.refuse || grant == "refresh_token" && r.FormValue("refresh_token") != a.refresh {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintln(w, `{"error":"invalid_grant","error_description":"hemligt-svar"}`)
		return
	}
	a.given++
	token := fmt.Sprintf("hemlig-nyckel-%d", a.given)
	a.good[token] = true
	answer := map[string]any{"access_token": token, "token_type": "Bearer", "expires_in": a.expires}
	if grant == "refresh_token" {
		a.refresh = fmt.Sprintf("hemlig-förnyelse-%d", a.given)
		answer["refresh_token"] = a.refresh
	}
	json.NewEncoder(w).Encode(answer)
}

func (a *tokenServer) introspect(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]any{"active": a.good[r.FormValue("token")], "email": "kontakt"})
}

// grants returns the grant types asked for since the last call.
func (a *tokenServer) grants() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	asked := strings.Join(slices.Compact(a.asked), " ") // the library tries two ways to send the secret
	a.asked = nil
	return asked
}

func (a *tokenServer) set(change func(*tokenServer)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change(a)
}

// Access tokens through a real server: asked for once, kept for the owner's
// eyes, replaced before they end, and forgotten when refused, but for the
// refresh token, since the one in the file may be void.
func TestPollWithTokens(t *testing.T) {
	for _, auth := range []string{"xoauth2", "oauthbearer"} {
		for _, grant := range []string{"client_credentials", "refresh_token"} {
			t.Run(auth+" "+grant, func(t *testing.T) { pollWithTokens(t, auth, grant) })
		}
	}
}

func pollWithTokens(t *testing.T, auth, grant string) {
	authority := newTokenServer(t)
	server := mailboxtest.DovecotWithTokens(t, map[string][]byte{"1.mail": fmt.Appendf(nil, pollMail, 1)}, authority.url+"/introspect?token=")
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	secret := fmt.Sprintf("client_secret_file = %q", write("secret", "hemligt-klient\n"))
	if grant == "refresh_token" {
		secret += fmt.Sprintf("\nrefresh_token_file = %q", write("refresh", "första\n"))
	}
	config := write("onskemal.toml", fmt.Sprintf(`db = "o.db"
[[mailbox]]
name = "kontakt"
host = %q
tls = "none"
user = %q
auth = %q
[mailbox.oauth2]
token_url = "%s/token"
client_id = "onskemal"
scopes = ["https://outlook.office365.com/.default"]
%s
`, server.Addr, server.User, auth, authority.url, secret))
	poll := func(wantStatus int, wantGrants, says string, args ...string) {
		t.Helper()
		var out, messages buffer
		env := environment{in: strings.NewReader(""), out: &out, err: &messages, now: time.Now}
		status := run(context.Background(), append([]string{"--config", config, "poll"}, args...), env)
		if grants := authority.grants(); status != wantStatus || grants != wantGrants || !strings.Contains(messages.String(), says) {
			t.Errorf("exit status %d, grants %q, messages %q; want %d, %q, %q", status, grants, messages.String(), wantStatus, wantGrants, says)
		}
		if strings.Contains(messages.String(), "hemlig") {
			t.Errorf("a secret in %q", messages.String())
		}
	}
	poll(exitOK, grant, "")
	poll(exitOK, "", "") // the kept token is good
	kept := filepath.Join(dir, "o.db.token-kontakt")
	if info, err := os.Stat(kept); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("kept token: %v, %v", info, err)
	}

	authority.set(func(a *tokenServer) { clear(a.good); a.refuse = true })
	poll(exitRefused, "", "login refused")
	if text, err := os.ReadFile(kept); err != nil || strings.Contains(string(text), "hemlig-nyckel") {
		t.Errorf("the refused token is still kept, or nothing is: %q, %v", text, err)
	}
	poll(exitRefused, "", "left alone until")
	poll(exitRefused, grant, "check client_id", "--now")
	authority.set(func(a *tokenServer) { a.refuse, a.expires = false, 60 })
	poll(exitOK, grant, "", "--now")
	poll(exitOK, grant, "") // a minute is too little to begin with
}

// A kept token is used for what it was got for and nothing else.
func TestKeptTokenIsForItsSettings(t *testing.T) {
	for name, change := range map[string]func(o *oauth2Settings){
		"nothing":        nil,
		"account":        func(o *oauth2Settings) { o.account = "annan@imap.example.se:993" },
		"token server":   func(o *oauth2Settings) { o.TokenURL += "?tenant=annan" },
		"client":         func(o *oauth2Settings) { o.ClientID = "annan" },
		"scopes":         func(o *oauth2Settings) { o.Scopes = []string{"annat"} },
		"agreement":      func(o *oauth2Settings) { o.RefreshTokenFile += "-2" },
		"database moved": func(o *oauth2Settings) { o.cache += "-2" },
	} {
		t.Run(name, func(t *testing.T) {
			authority := newTokenServer(t)
			dir := t.TempDir()
			for file, token := range map[string]string{"refresh": "första", "refresh-2": "ny"} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(token), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			o := oauth2Settings{
				TokenURL: authority.url + "/token", ClientID: "onskemal", RefreshTokenFile: filepath.Join(dir, "refresh"),
				cache: tokenFile(filepath.Join(dir, "o.db"), "kontakt"), account: "kontakt@imap.example.se:993",
			}
			get := func(want string) {
				t.Helper()
				if _, err := o.accessToken(t.Context()); err != nil {
					t.Fatal(err)
				}
				if asked := authority.grants(); asked != want {
					t.Errorf("asked for %q, want %q", asked, want)
				}
			}
			get("refresh_token")
			get("")
			if change == nil {
				return
			}
			change(&o)
			fresh, err := secretFile("refresh_token_file", o.RefreshTokenFile)
			if err != nil {
				t.Fatal(err)
			}
			authority.set(func(a *tokenServer) { a.refresh = fresh }) // only the one in the file is good now
			get("refresh_token")
			get("")
		})
	}
}

// Every mailbox keeps its token in a file of its own, beside the database.
func TestTokenFiles(t *testing.T) {
	files := make(map[string]string)
	for _, name := range []string{"kontakt", "Kontakt", "Ö", "Ä", "ö", "a b", "a-b", "a/b", "../o", "%C3%96"} {
		file := tokenFile("/var/o.db", name)
		if other, ok := files[file]; ok || filepath.Dir(file) != "/var" {
			t.Errorf("%q is kept in %s, as is %q", name, file, other)
		}
		files[file] = name
	}
}

func TestAuthSettings(t *testing.T) {
	box := "[[mailbox]]\nname = \"kontakt\"\nhost = \"imap.example.se:993\"\nuser = \"kontakt\"\n"
	for text, says := range map[string]string{
		"auth = \"ntlm\"\n":    "choose password, xoauth2 or oauthbearer",
		"auth = \"xoauth2\"\n": "give either token_command or [mailbox.oauth2]",
		"auth = \"xoauth2\"\ntoken_command = [\"x\"]\n[mailbox.oauth2]\ntoken_url = \"https://a.example\"\n": "give either token_command",
		"token_command = [\"x\"]\n": "are for auth",
		"auth = \"xoauth2\"\n[mailbox.oauth2]\ntoken_url = \"http://a.example\"\nclient_id = \"x\"\nclient_secret_file = \"y\"\n": "write it as https://",
		"auth = \"xoauth2\"\n[mailbox.oauth2]\ntoken_url = \"https://a.example\"\nclient_secret_file = \"y\"\n":                   "client_id is missing",
		"auth = \"xoauth2\"\n[mailbox.oauth2]\ntoken_url = \"https://a.example\"\nclient_id = \"x\"\n":                            "client_secret_file or refresh_token_file is missing",
		"auth = \"xoauth2\"\n[mailbox.oauth2]\ntokenurl = \"https://a.example\"\n":                                                "unknown key",
	} {
		file := filepath.Join(t.TempDir(), "onskemal.toml")
		if err := os.WriteFile(file, []byte(box+text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := loadSettings(file, ""); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", text, err, says)
		}
	}
}

// A token command is asked each time; what it prints is the token.
func TestTokenCommand(t *testing.T) {
	authority := newTokenServer(t)
	authority.set(func(a *tokenServer) { a.good["nyckel-ur-kommando"] = true })
	server := mailboxtest.DovecotWithTokens(t, map[string][]byte{"1.mail": fmt.Appendf(nil, pollMail, 1)}, authority.url+"/introspect?token=")
	db := filepath.Join(t.TempDir(), "o.db")
	for token, want := range map[string]int{"nyckel-ur-kommando": exitOK, "fel-nyckel": exitRefused} {
		config := filepath.Join(t.TempDir(), "onskemal.toml")
		text := fmt.Sprintf("db = %q\n[[mailbox]]\nname = \"kontakt\"\nhost = %q\ntls = \"none\"\nuser = %q\nauth = \"xoauth2\"\ntoken_command = [\"echo\", %q]\n", db, server.Addr, server.User, token)
		if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, messages buffer
		env := environment{in: strings.NewReader(""), out: &out, err: &messages, now: time.Now}
		if status := run(context.Background(), []string{"--config", config, "poll", "--now"}, env); status != want || strings.Contains(messages.String(), token) {
			t.Errorf("%s: exit status %d, messages %q", token, status, messages.String())
		}
	}
}
