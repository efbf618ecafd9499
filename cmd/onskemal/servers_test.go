package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// What must hold with every server is tested here on three that differ.
var realServers = []struct {
	name  string
	start func(testing.TB, map[string][]byte) *mailboxtest.Server
}{
	{"Dovecot", mailboxtest.Dovecot},
	{"Cyrus", mailboxtest.Cyrus},
	{"Courier", mailboxtest.Courier},
}

// onEachServer runs a test on an empty mailbox of each server.
func onEachServer(t *testing.T, test func(t *testing.T, server *mailboxtest.Server)) {
	for _, real := range realServers {
		t.Run(real.name, func(t *testing.T) {
			t.Parallel()
			test(t, real.start(t, nil))
		})
	}
}

// wishMail is a mail with a wish of its own.
func wishMail(n int) []byte {
	return fmt.Appendf(nil, "From: a%d@nykulla.example\nSubject: =?UTF-8?Q?=C3=96nskem=C3=A5l?=\nMessage-ID: <%[1]d@nykulla.example>\n\n1. Poddar om ämne%02[1]d\n", n)
}

// otherMail is a mail that is not for us.
func otherMail(n int) []byte {
	return fmt.Appendf(nil, "From: a%d@nykulla.example\nSubject: Fika\nMessage-ID: <%[1]d@nykulla.example>\n\n1. Bullar\n", n)
}

// checkWishes checks that exactly the wishes of these mails are stored.
func checkWishes(t *testing.T, p *poller, mails ...int) {
	t.Helper()
	var want []string
	for _, n := range mails {
		want = append(want, fmt.Sprintf("Poddar om ämne%02d", n))
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, p.wishes(t)); diff != "" {
		t.Errorf("wishes (-want +got):\n%s", diff)
	}
}

// checkSummary polls to the end.
func checkSummary(t *testing.T, p *poller, want string) {
	t.Helper()
	if got := p.finish(t); got != want {
		t.Errorf("poll: %q, want %q", got, want)
	}
}

const nothingNew = "0 seen, 0 matched: 0 new, 0 already known, 0 quarantined; 0 other subject"

// reading are the lines that a client may say which does nothing but read: none
// opens the mailbox for writing, fetches without PEEK, or changes anything.
var reading = regexp.MustCompile(`^(\w+ CAPABILITY` +
	`|\w+ LOGIN "kontakt" ("hemligt"|\{\d+\+?\})|hemligt-ö` +
	`|\w+ EXAMINE "?INBOX"?` +
	`|\w+ UID SEARCH( RETURN \(ALL\))? ALL` +
	`|\w+ UID FETCH [\d:,]+ \(( ?(UID|RFC822\.SIZE|INTERNALDATE|BODY\.PEEK\[HEADER\.FIELDS \([^)]*\)\]|BODY\.PEEK\[\]<0\.\d+>))+\)` +
	`|\w+ LOGOUT)$`)

// The first poll stores what has the subject, the second finds nothing new, and
// to everybody else the mailbox is what it was.
func TestPollOnlyReads(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		for n := range 20 {
			server.Add(fmt.Sprintf("%02d.wish", n), wishMail(n))
			server.Add(fmt.Sprintf("%02d.other", n), otherMail(n))
		}
		other := server.Session()
		validity := other.UIDValidity("INBOX")
		other.Do(`STORE 1:10 +FLAGS (\Seen)`)
		other.Do(`STORE 11:12 +FLAGS (\Flagged \Answered)`)
		other.Do(`STORE 13:14 +FLAGS (\Deleted)`)
		other.Close()
		server.Add("99.wish", wishMail(99)) // which nobody has seen, and is \Recent
		flags := flagsOf(server)
		if len(flags) != 41 {
			t.Fatalf("flags of %d mails: %v", len(flags), flags)
		}

		p := newPoller(t, server)
		checkSummary(t, p, "41 seen, 21 matched: 21 new, 0 already known, 0 quarantined; 20 other subject")
		checkSummary(t, p, nothingNew)

		if diff := cmp.Diff(flags, flagsOf(server)); diff != "" {
			t.Errorf("flags (-before +after):\n%s", diff)
		}
		other = server.Session()
		defer other.Close()
		if now := other.UIDValidity("INBOX"); now != validity {
			t.Errorf("UIDVALIDITY %s, was %s", now, validity)
		}
		heard := strings.TrimSpace(p.relay.Heard())
		for line := range strings.SplitSeq(heard, "\r\n") {
			if !reading.MatchString(line) {
				t.Errorf("client said %q", line)
			}
		}
		if fetches := strings.Count(heard, " UID FETCH "); fetches != 1+1 {
			t.Errorf("%d fetches among what the client said:\n%s", fetches, heard)
		}
	})
}

// A poll with nothing new lists no mails, where the server says when there are some,
// which Courier does not; what comes is found all the same, also when as much goes.
func TestPollUnchanged(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		for n := range 3 {
			server.Add(fmt.Sprintf("%d.wish", n), wishMail(n))
		}
		session := server.Session()
		defer session.Close()
		session.Do("SELECT INBOX") // so that it keeps its UIDVALIDITY
		p := newPoller(t, server)
		listed := func(want string) int {
			t.Helper()
			lists, trips := strings.Count(p.relay.Heard(), " UID SEARCH "), p.relay.RoundTrips()
			checkSummary(t, p, want)
			if trips = p.relay.RoundTrips() - trips; want == nothingNew && trips > 6 {
				t.Errorf("%d round trips for nothing", trips)
			}
			return strings.Count(p.relay.Heard(), " UID SEARCH ") - lists
		}
		each := 0 // lists with nothing new
		if server.Name == "Courier" {
			each = 1
		}
		if n := listed("3 seen, 3 matched: 3 new, 0 already known, 0 quarantined; 0 other subject"); n != 1 {
			t.Errorf("listed %d times at first", n)
		}
		for range 2 {
			if n := listed(nothingNew); n != each {
				t.Errorf("listed %d times for nothing", n)
			}
		}

		session.Do(`STORE 1 +FLAGS.SILENT (\Deleted)`)
		session.Do("EXPUNGE")
		if err := session.Append("INBOX", wishMail(4)); err != nil {
			t.Fatal(err)
		}
		if n := listed("1 seen, 1 matched: 1 new, 0 already known, 0 quarantined; 0 other subject"); n != 1 {
			t.Errorf("listed %d times for one mail", n)
		}
		if n := listed(nothingNew); n != each {
			t.Errorf("listed %d times for nothing", n)
		}
		checkWishes(t, p, 0, 1, 2, 4)
	})
}

// flagsOf asks for the flags in the INBOX over a connection of its own.
func flagsOf(server *mailboxtest.Server) map[uint32]string {
	session := server.Session()
	defer session.Close()
	return session.Flags("INBOX")
}

// A mailbox that was never opened for writing may get new UIDs at each poll:
// Courier's does.
func TestPollNeverOpened(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		server.Add("1.wish", wishMail(1))
		server.Add("2.wish", wishMail(2))
		p := newPoller(t, server)
		p.finish(t)
		for range 2 {
			if got := p.finish(t); !strings.Contains(got, ": 0 new, ") {
				t.Errorf("poll: %q", got)
			}
		}
		checkWishes(t, p, 1, 2)
	})
}

// A folder that is deleted, made again and filled in another order gives the UIDs
// new meanings, and a new UIDVALIDITY.
func TestPollNewUIDValidity(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		folder := server.Prefix + "Arkiv"
		session := server.Session()
		defer session.Close()
		fill := func(mails ...int) {
			for _, n := range mails {
				if err := session.Append(folder, wishMail(n)); err != nil {
					t.Fatal(err)
				}
			}
		}
		session.Do("CREATE %q", folder)
		fill(1, 2, 3)
		p := newPoller(t, server, folder)
		validity := session.UIDValidity(folder)
		checkSummary(t, p, "3 seen, 3 matched: 3 new, 0 already known, 0 quarantined; 0 other subject")

		recreate(session, folder, validity)
		fill(3, 4, 2, 1)
		checkSummary(t, p, "4 seen, 4 matched: 1 new, 3 already known, 0 quarantined; 0 other subject")
		checkSummary(t, p, nothingNew)
		checkWishes(t, p, 1, 2, 3, 4)
	})
}

// recreate makes a folder anew. Where UIDVALIDITY is the time in seconds, that
// takes until the next.
func recreate(session *mailboxtest.Session, folder, validity string) {
	for fresh := validity; fresh == validity; time.Sleep(50 * time.Millisecond) {
		session.Do("SELECT INBOX") // deleting an open folder is not everywhere allowed
		session.Do("DELETE %q", folder)
		session.Do("CREATE %q", folder)
		fresh = session.UIDValidity(folder)
	}
}

// Mails that are deleted, moved away and moved back leave UIDs with holes, in
// another order than the mails' dates. Each mail is read once.
func TestPollSparseUIDs(t *testing.T) {
	onEachServer(t, func(t *testing.T, server *mailboxtest.Server) {
		session := server.Session()
		defer session.Close()
		var all []int
		for n := range 20 {
			all = append(all, n)
			if err := session.Append("INBOX", wishMail(n)); err != nil {
				t.Fatal(err)
			}
		}
		folder := server.Prefix + "Undan"
		session.Do("CREATE %q", folder)
		session.Do("SELECT INBOX")
		move := func(mails, to string) {
			session.Do("COPY %s %q", mails, to)
			session.Do(`STORE %s +FLAGS.SILENT (\Deleted)`, mails)
			session.Do("EXPUNGE")
		}
		move("2,4,7:9,13,19:20", folder) // numbers, not UIDs; the highest UID goes, too

		p := newPoller(t, server)
		checkSummary(t, p, "12 seen, 12 matched: 12 new, 0 already known, 0 quarantined; 0 other subject")
		checkWishes(t, p, 0, 2, 4, 5, 9, 10, 11, 13, 14, 15, 16, 17)

		move("1,12", folder) // which are known: they come back under other UIDs
		session.Do("SELECT %q", folder)
		for mails := len(all) - 12 + 2; mails > 0; mails-- {
			move(fmt.Sprint(mails), "INBOX") // the last first
		}
		if err := session.Append("INBOX", otherMail(1)); err != nil {
			t.Fatal(err)
		}
		checkSummary(t, p, "11 seen, 10 matched: 8 new, 2 already known, 0 quarantined; 1 other subject")
		checkSummary(t, p, nothingNew)
		checkWishes(t, p, all...)
	})
}

// uidFile holds a folder's UIDs among a server's files.
type uidFile struct {
	name string
	next *regexp.Regexp // its beginning, with the next UID after what is in parentheses
}

// rewind makes a server go back to a lower UID, as one whose files come from a
// backup may: it knows of no UID from there on. Nobody may be connected.
func (f uidFile) rewind(t *testing.T, maildir string, next int) {
	t.Helper()
	caches, err := filepath.Glob(filepath.Join(maildir, "dovecot.index*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, cache := range caches {
		if err := os.Remove(cache); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(maildir, f.name)
	list, err := os.ReadFile(file)
	if err != nil || !f.next.Match(list) {
		t.Fatalf("%s: %v, %.30q", file, err, list)
	}
	header, lines, _ := strings.Cut(string(list), "\n")
	kept := f.next.ReplaceAllString(header, fmt.Sprintf("${1}%d", next)) + "\n"
	for line := range strings.Lines(lines) {
		uid, _, _ := strings.Cut(line, " ")
		if n, err := strconv.Atoi(uid); err == nil && n < next {
			kept += line
		}
	}
	if err := os.WriteFile(file, []byte(kept), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A server that goes back to lower UIDs, as GMX did, does not hide what arrives
// then. Cyrus keeps its next UID where nobody else can change it.
func TestPollRewoundUIDs(t *testing.T) {
	for _, real := range []struct {
		name  string
		start func(testing.TB, map[string][]byte) *mailboxtest.Server
		uids  uidFile
	}{
		{"Dovecot", mailboxtest.Dovecot, uidFile{"dovecot-uidlist", regexp.MustCompile(`^(3 V\d+ N)\d+`)}},
		{"Courier", mailboxtest.Courier, uidFile{"courierimapuiddb", regexp.MustCompile(`^(1 \d+ )\d+`)}},
	} {
		t.Run(real.name, func(t *testing.T) {
			t.Parallel()
			server := real.start(t, map[string][]byte{"1.wish": wishMail(1), "2.wish": wishMail(2)})
			session := server.Session()
			validity := session.UIDValidity("INBOX")
			session.Close()
			p := newPoller(t, server)
			p.finish(t)

			real.uids.rewind(t, server.Maildir, 1000) // which is forward, so far
			server.Add("3.wish", wishMail(3))
			checkSummary(t, p, "1 seen, 1 matched: 1 new, 0 already known, 0 quarantined; 0 other subject")
			session = server.Session()
			session.Do("SELECT INBOX")
			session.Do(`STORE 3 +FLAGS.SILENT (\Deleted)`)
			session.Do("EXPUNGE")
			session.Close()

			real.uids.rewind(t, server.Maildir, 50)
			server.Add("4.wish", wishMail(4))
			checkSummary(t, p, "1 seen, 1 matched: 1 new, 0 already known, 0 quarantined; 0 other subject")
			checkWishes(t, p, 1, 2, 3, 4)

			session = server.Session()
			defer session.Close()
			if now := session.UIDValidity("INBOX"); now != validity {
				t.Errorf("UIDVALIDITY %s, was %s", now, validity)
			}
			if uids := slices.Sorted(maps.Keys(session.Flags("INBOX"))); !slices.Equal(uids, []uint32{1, 2, 50}) {
				t.Errorf("UIDs %v: they were not rewound", uids)
			}
		})
	}
}
