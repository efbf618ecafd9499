package mailbox_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"maps"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// wiretap is a connection with a copy of all that the peer sent, as it stood on
// the wire.
type wiretap struct {
	net.Conn
	wire *bytes.Buffer
}

func (w wiretap) Read(p []byte) (int, error) {
	n, err := w.Conn.Read(p)
	w.wire.Write(p[:n])
	return n, err
}

// tapped is a server of one connection, and after it what the client said: on the
// wire, and to somebody with the server's key.
type tapped struct {
	addr  string
	wire  bytes.Buffer
	clear bytes.Buffer
	done  sync.WaitGroup
}

// serveTLS answers everything politely, over TLS with the certificate.
func serveTLS(t *testing.T, mode mailbox.TLSMode, certificate tls.Certificate) *tapped {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s := &tapped{addr: l.Addr().String()}
	s.done.Go(func() {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		raw := wiretap{conn, &s.wire}
		lines := maps.Clone(polite)
		lines["CAPABILITY"] = "* CAPABILITY IMAP4rev1\r\n$ OK\r\n"
		if mode == mailbox.StartTLS {
			io.WriteString(raw, polite["greeting"])
			if _, err := io.ReadFull(raw, make([]byte, len("S1 STARTTLS\r\n"))); err != nil {
				return
			}
			io.WriteString(raw, "S1 OK go on\r\n")
			lines["greeting"] = "" // there is none after STARTTLS
		}
		secured := tls.Server(raw, &tls.Config{Certificates: []tls.Certificate{certificate}})
		lines.play(wiretap{secured, &s.clear}, make(chan string, 100))
	})
	return s
}

// No certificate that cannot be trusted gets to see the password, whichever way
// TLS begins; the one that can be does, so that the trace would show it.
func TestPasswordNeedsGoodCertificate(t *testing.T) {
	soon := time.Now().Add(time.Hour)
	for name, test := range map[string]struct {
		ip       string
		notAfter time.Time
		stranger bool   // signed by somebody else
		says     string // of the error, "" for none
	}{
		"good":              {"127.0.0.1", soon, false, ""},
		"wrong name":        {"192.0.2.1", soon, false, "set host to a name in the server's certificate"},
		"unknown authority": {"127.0.0.1", soon, true, "set ca_file"},
		"expired":           {"127.0.0.1", time.Now().Add(-time.Hour), false, "must be renewed"},
	} {
		for _, mode := range []mailbox.TLSMode{mailbox.ImplicitTLS, mailbox.StartTLS} {
			t.Run(name+", "+string(mode), func(t *testing.T) {
				certificate, caFile := mailboxtest.Certificate(t, test.ip, test.notAfter)
				if test.stranger {
					caFile = mailboxtest.CA(t)
				}
				server, asked := serveTLS(t, mode, certificate), false
				c, err := mailbox.Dial(t.Context(), mailbox.Account{
					Host: server.addr, TLS: mode, CAFile: caFile, User: "kontakt", IdleTimeout: 10 * time.Second,
					Password: func(context.Context) (string, error) {
						asked = true
						return "hemligt", nil
					},
				})
				good := test.says == ""
				switch {
				case !good:
					checkRefusal(t, c, err, mailbox.ErrUnreachable, server.addr, test.says)
				case err != nil:
					t.Fatal(err)
				default:
					c.Close()
				}
				server.done.Wait()
				if wire := server.wire.String(); wire == "" || strings.Contains(wire, "hemligt") {
					t.Errorf("on the wire %q", wire)
				}
				read := server.clear.String()
				if good != strings.Contains(read, `LOGIN "kontakt" "hemligt"`) || good != (read != "") || good != asked {
					t.Errorf("password asked for: %t; the server could read %q", asked, read)
				}
			})
		}
	}
}
