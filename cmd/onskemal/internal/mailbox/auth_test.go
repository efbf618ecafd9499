package mailbox_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// Whatever a server repeats of how a client logs in, whole or in part, no error
// holds the secret.
func TestSecretQuotedBack(t *testing.T) {
	token := "ya29." + strings.Repeat("hemlig-nyckel_", 12) + "slut"
	encoded := func(response string) string { return base64.StdEncoding.EncodeToString([]byte(response)) }
	xoauth2 := encoded("user=kontakt\x01auth=Bearer " + token + "\x01\x01")
	bearer := encoded("n,a=kontakt,\x01auth=Bearer " + token + "\x01\x01")
	for name, test := range map[string]struct {
		auth   mailbox.Auth
		secret string
		says   string // what the server answers with
		forms  []string
	}{
		"XOAUTH2":              {mailbox.XOAuth2Auth, token, "$ BAD unknown: AUTHENTICATE XOAUTH2 " + xoauth2, []string{token, xoauth2}},
		"XOAUTH2, cut short":   {mailbox.XOAuth2Auth, token, "$ BAD unknown: \"AUTHENTICATE XOAUTH2 " + xoauth2[:90] + "...\"", []string{token, xoauth2}},
		"XOAUTH2, at the end":  {mailbox.XOAuth2Auth, token, "* BYE unknown: AUTHENTICATE XOAUTH2 " + xoauth2 + "\r\nEND", []string{token, xoauth2}},
		"OAUTHBEARER":          {mailbox.OAuthBearerAuth, token, "$ NO invalid response (" + bearer + ")", []string{token, bearer}},
		"decoded":              {mailbox.OAuthBearerAuth, token, "$ NO no account for auth=Bearer " + token, []string{token, bearer}},
		"decoded, cut short":   {mailbox.OAuthBearerAuth, token, "$ NO no account for auth=Bearer " + token[:60] + "…", []string{token, bearer}},
		"password":             {mailbox.PasswordAuth, "hemligt", "$ BAD unknown: LOGIN kontakt hemligt", []string{"hemligt"}},
		"password with quotes": {mailbox.PasswordAuth, `hem"ligt\x`, `$ BAD unknown: LOGIN kontakt "hem\"ligt\\x"`, []string{`ligt`}},
	} {
		t.Run(name, func(t *testing.T) {
			server := script{
				"greeting":     "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER] hello\r\n",
				"AUTHENTICATE": test.says + "\r\n",
				"LOGIN":        test.says + "\r\n",
			}.serve(t)
			server.account.Auth, server.account.Password = test.auth, password(test.secret)
			_, err := mailbox.Dial(t.Context(), server.account)
			if err == nil || !strings.Contains(err.Error(), "[password]") {
				t.Fatalf("Dial: %v, want it to quote the server", err)
			}
			for _, form := range test.forms {
				for start := 0; start+16 <= max(len(form), 16); start++ {
					if piece := form[start:min(start+16, len(form))]; strings.Contains(err.Error(), piece) {
						t.Fatalf("Dial: %v: there is %q", err, piece)
					}
				}
			}
		})
	}
}
