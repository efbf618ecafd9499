package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
	"github.com/digiteket/onskemal/testdata"
)

// The demo's own names. The password guards nothing: the server lives for
// seconds, on the loopback interface, with sample mails only.
const (
	demoDB       = "onskemal-demo.db"
	demoUser     = "kontakt@digiteket.example"
	demoPassword = "demo"
)

func newDemoCommand(g *globals) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Poll a mailbox of sample mails and print the report",
		Long: `Demo starts an IMAP server in this process, fills a mailbox with sample mails,
polls it over TCP as poll would, and prints the report. The database stays, as
` + demoDB + ` in the current folder unless --db names another.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), g) },
	}
}

func runDemo(ctx context.Context, g *globals) error {
	s := settings{DB: demoDB, RawRetentionDays: 90, OfferRetentionDays: 730, Topics: g.topics}
	if len(g.dbs) > 0 {
		s.DB = cmp.Or(g.dbs[0], s.DB)
	}
	c, err := s.classifier()
	if err != nil {
		return err
	}
	server, err := startDemoServer(g.now())
	if err != nil {
		return fmt.Errorf("demo server: %w", err)
	}
	defer server.Close()
	return withStore(ctx, s, func(db *store.Store) error {
		if err := refuseRealMail(ctx, db); err != nil {
			return err
		}
		pipeline := g.pipeline(db, s.reader(c, s.subjects()), false)
		summary, err := pollDemo(ctx, pipeline, server)
		if err != nil {
			return err
		}
		fmt.Fprintf(g.out, "A mailbox with sample mails at %s was polled:\n", server.addr)
		if err := printSummary(g.out, summary, 0, false); err != nil {
			return err
		}
		fmt.Fprintln(g.out)
		opts, err := reportOptionsOf(s, c())
		if err != nil {
			return err
		}
		opts.Period = report.WeekOf(g.now()).Period()
		r, err := report.Build(ctx, db, opts)
		if err != nil {
			return err
		}
		if err := r.Write(g.out, report.Text, report.Output{Terminal: terminalOf(g.out)}); err != nil {
			return err
		}
		fmt.Fprintf(g.out, `
The database is %[1]s. Try on it:
  onskemal report --db %[1]s --json
  onskemal report --db %[1]s --method mentions
  onskemal status --db %[1]s
`, s.DB)
		return nil
	})
}

// refuseRealMail keeps the samples out of a database that is in use.
func refuseRealMail(ctx context.Context, db *store.Store) error {
	status, err := db.Status(ctx)
	if err != nil {
		return err
	}
	demos := 0
	for _, box := range status.Mailboxes {
		if box.Account == demoUser {
			demos++
		}
	}
	if len(status.Mailboxes) > demos || len(status.Messages) > 0 && demos == 0 {
		return fmt.Errorf("%s holds other mail than the demo's: name another file with --db", db.Path())
	}
	return nil
}

func pollDemo(ctx context.Context, pipeline *ingest.Pipeline, server *demoServer) (summary ingest.Summary, err error) {
	client, err := mailbox.Dial(ctx, mailbox.Account{
		Host: server.addr, TLS: mailbox.NoTLS, User: demoUser,
		Password: func(context.Context) (string, error) { return demoPassword, nil },
	})
	if err != nil {
		return summary, err
	}
	defer func() { err = errors.Join(err, client.Close()) }()
	// The server's port changes from run to run; the mailbox stays the same.
	return pipeline.Poll(ctx, client, ingest.Folder{Mailbox: "demo", Account: demoUser, Name: "INBOX"})
}

// demoServer is an IMAP server with one mailbox of sample mails.
type demoServer struct {
	*imapserver.Server
	addr string
}

func startDemoServer(now time.Time) (*demoServer, error) {
	user := imapmemserver.NewUser(demoUser, demoPassword)
	if err := user.Create("INBOX", nil); err != nil {
		return nil, err
	}
	if err := deliverSamples(user, now); err != nil {
		return nil, err
	}
	memory := imapmemserver.New()
	memory.AddUser(user)
	server := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return memory.NewSession(), nil, nil
		},
		Caps:         imap.CapSet{imap.CapIMAP4rev1: {}},
		InsecureAuth: true, // on the loopback interface
		Logger:       log.New(io.Discard, "", 0),
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go server.Serve(listener) // until the server is closed
	return &demoServer{Server: server, addr: listener.Addr().String()}, nil
}

// deliverSamples spreads the sample mails over the weeks until now.
func deliverSamples(user *imapmemserver.User, now time.Time) error {
	const apart = 15 * time.Hour
	names, err := fs.Glob(testdata.Mails, "mails/*.eml")
	if err != nil {
		return err
	}
	for i, name := range names {
		file, err := testdata.Mails.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return err
		}
		delivered := now.Add(-time.Duration(len(names)-1-i) * apart)
		mail := literal{file, info.Size()}
		if _, err := user.Append("INBOX", mail, &imap.AppendOptions{Time: delivered}); err != nil {
			return fmt.Errorf("deliver %s: %w", name, err)
		}
	}
	return nil
}

// literal is a file as IMAP takes it.
type literal struct {
	fs.File
	size int64
}

func (l literal) Size() int64 { return l.size }
