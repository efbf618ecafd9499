package ingest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

// wishMails are mails of one wish each, by UID; no two are the same.
func wishMails(uids ...uint32) map[uint32]string {
	mails := make(map[uint32]string)
	for _, uid := range uids {
		mails[uid] = fmt.Sprintf("From: p%d@nykulla.example\nSubject: Önskemål\nMessage-ID: <%d@nykulla.example>\n\n1. Teams\n", uid, uid)
	}
	return mails
}

func newFake(t *testing.T, mails map[uint32]string) *mailboxtest.Fake {
	t.Helper()
	server := mailboxtest.NewFake(t)
	server.Fill(1, mails)
	return server
}

// poll is one poll over a connection of its own. However it ends, every mail is
// in one class of its summary.
func poll(t *testing.T, ctx context.Context, p *Pipeline, server *mailboxtest.Fake) (Summary, error) {
	t.Helper()
	client, err := mailbox.Dial(ctx, mailbox.Account{
		Host: server.Addr, TLS: mailbox.NoTLS, User: "kontakt", IdleTimeout: 10 * time.Second,
		Password: func(context.Context) (string, error) { return "hemligt", nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	s, err := p.Poll(ctx, client, Folder{Mailbox: "kontakt", Account: "kontakt@fake", Name: "INBOX"})
	if s.Matched != s.New+s.Known+s.Quarantined || s.Seen != s.Matched+s.OtherSubject+s.Ignored+s.Failed {
		t.Errorf("the classes do not add up: %+v", s)
	}
	return s, err
}

// checkPoll polls to the end, with nothing left to ask for again.
func checkPoll(t *testing.T, p *Pipeline, server *mailboxtest.Fake, want Summary) {
	t.Helper()
	got, err := poll(t, t.Context(), p, server)
	if err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("summary (-want +got):\n%s", diff)
	}
}

func checkWishes(t *testing.T, p *Pipeline, want int) {
	t.Helper()
	status, err := p.Store.Status(t.Context())
	if err != nil || status.Wishes != int64(want) {
		t.Errorf("%d wishes in the store, want %d (%v)", status.Wishes, want, err)
	}
}

// noted is what the status says of the mailbox.
func noted(t *testing.T, p *Pipeline) store.MailboxStatus {
	t.Helper()
	status, err := p.Store.Status(t.Context())
	if err != nil || len(status.Mailboxes) != 1 {
		t.Fatalf("status of mailboxes %+v, %v", status.Mailboxes, err)
	}
	return status.Mailboxes[0]
}

// fetched are the sets of UIDs, one a command, of which each section was asked for.
func fetched(server *mailboxtest.Fake) (headers, bodies []string) {
	for _, command := range server.Commands() {
		set, isFetch := strings.CutPrefix(command, "UID FETCH ")
		set, _, _ = strings.Cut(set, " ")
		switch {
		case strings.Contains(command, "HEADER.FIELDS"):
			headers = append(headers, set)
		case isFetch:
			bodies = append(bodies, set)
		}
	}
	return headers, bodies
}

// checkBodies checks of which sets of mails the bodies were asked for.
func checkBodies(t *testing.T, server *mailboxtest.Fake, want ...string) {
	t.Helper()
	server.Wait()
	if _, bodies := fetched(server); !slices.Equal(bodies, want) {
		t.Errorf("bodies of %q asked for, want %q", bodies, want)
	}
}

// A mail that the server does not deliver waits for the next poll, alone.
func TestPollWithoutOneMail(t *testing.T) {
	for name, test := range map[string]struct {
		section mailboxtest.Section
		answer  string
	}{
		"header refused":        {mailboxtest.Header, "$ NO The requested message could not be converted"},
		"header not understood": {mailboxtest.Header, "$ BAD Command Error. 12"},
		"header dropped":        {mailboxtest.Header, mailboxtest.Drop},
		"body refused":          {mailboxtest.Body, "$ NO [SERVERBUG] Internal error occurred"},
		"body not understood":   {mailboxtest.Body, "$ BAD Command Error. 12"},
		"body left out":         {mailboxtest.Body, "$ OK done"},
		"body empty":            {mailboxtest.Body, ""},
		"body dropped":          {mailboxtest.Body, mailboxtest.Drop},
	} {
		for _, bad := range []uint32{1, 4} {
			t.Run(fmt.Sprint(name, " ", bad), func(t *testing.T) {
				server, p := newFake(t, wishMails(1, 2, 3, 4)), newPipeline(t)
				server.Spoil(test.section, bad, test.answer)
				for _, want := range []Summary{{Seen: 4, Matched: 3, New: 3, Failed: 1}, {Seen: 1, Failed: 1}} {
					got, err := poll(t, t.Context(), p, server)
					const says = "1 mails not sent by the server; a later poll asks again"
					if !errors.Is(err, mailbox.ErrNotFetched) || err.Error() != says || noted(t, p).Error != says {
						t.Errorf("poll: %v; noted %q", err, noted(t, p).Error)
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Error(diff)
					}
				}
				server.Heal()
				checkPoll(t, p, server, Summary{Seen: 1, Matched: 1, New: 1})
				checkWishes(t, p, 4)
				if at := noted(t, p); at.Error != "" || at.OKAt == nil || at.Ledger != 4 {
					t.Errorf("noted %+v", at)
				}
			})
		}
	}
}

// What an answer leaves out is asked for again, whatever else is in it.
func TestPollHeadersLeftOut(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3, 4)), newPipeline(t)
	server.Spoil(mailboxtest.Header, 3, "$ OK done")
	got, err := poll(t, t.Context(), p, server)
	if want := (Summary{Seen: 4, Matched: 2, New: 2, Failed: 2}); got != want || !errors.Is(err, mailbox.ErrNotFetched) {
		t.Errorf("poll: %+v, %v", got, err)
	}
	server.Heal()
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 2})
}

// Where a mail ends the connection and connecting again has its limit, the mail
// is found in a few polls, each of which settles some of the others; then come the rest.
func TestPollIsolatesMail(t *testing.T) {
	const total = headerBatch + 10
	mails := make(map[uint32]string)
	for uid := range uint32(total) {
		mails[uid+1] = fmt.Sprintf("From: p%d@x.example\nSubject: Fika\n\nBulle\n", uid)
	}
	for _, bad := range []uint32{1, headerBatch / 2, total} {
		server, p := newFake(t, mails), newPipeline(t)
		server.Spoil(mailboxtest.Header, bad, mailboxtest.Drop)
		var all Summary
		for polls := 0; all.Failed == 0 && polls < 4; polls++ {
			s, err := poll(t, t.Context(), p, server)
			if s.Seen == 0 || err == nil {
				t.Errorf("UID %d: poll %+v, %v", bad, s, err)
			}
			all.Add(s)
		}
		server.Heal()
		rest, err := poll(t, t.Context(), p, server)
		if all.Add(rest); err != nil {
			t.Errorf("UID %d: the rest: %v", bad, err)
		}
		if want := (Summary{Seen: total + 1, OtherSubject: total, Failed: 1}); all != want {
			t.Errorf("UID %d: polls %+v, want %+v", bad, all, want)
		}
	}
}

// A server that ends every connection is left alone soon.
func TestPollGivesUpServer(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3, 4, 5, 6)), newPipeline(t)
	for uid := range uint32(6) {
		server.Spoil(mailboxtest.Body, uid+1, mailboxtest.Drop)
	}
	got, err := poll(t, t.Context(), p, server)
	if want := (Summary{Seen: maxRedials, Failed: maxRedials}); got != want || !errors.Is(err, mailbox.ErrUnreachable) {
		t.Errorf("poll: %+v, %v", got, err)
	}
	checkBodies(t, server, "1:6", "1", "2", "3")
	if at := noted(t, p); !strings.Contains(at.Error, "closed the connection") || at.Ledger != 0 {
		t.Errorf("noted %+v", at)
	}
}

// A server that asks for rest gets it.
func TestPollLeavesBusyServer(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3)), newPipeline(t)
	server.Spoil(mailboxtest.Body, 2, "$ NO [LIMIT] Request is throttled")
	got, err := poll(t, t.Context(), p, server)
	if want := (Summary{Seen: 1, Matched: 1, New: 1}); got != want || !errors.Is(err, mailbox.ErrBusy) {
		t.Errorf("poll: %+v, %v", got, err)
	}
	checkBodies(t, server, "1:3")
	server.Heal()
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 2})
}

// What does not come among others is asked for alone, and nothing else again; what
// did not come before is asked for alone and last.
func TestPollAsksAlone(t *testing.T) {
	for name, test := range map[string]struct {
		answer string
		first  []string // sets of mails whose bodies are asked for
	}{
		"refused":  {"$ NO [SERVERBUG] Internal error", []string{"1:5", "3", "4", "5"}},
		"left out": {"$ OK done", []string{"1:5", "3", "4", "5"}},
		"empty":    {"", []string{"1:5", "3"}},
		"dropped":  {mailboxtest.Drop, []string{"1:5", "3", "4", "5"}},
		"larger than it can be": {
			"Subject: Önskemål\r\n\r\n1. Teams\r\n" + strings.Repeat("x", maxTogetherBytes), []string{"1:5", "3"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			server, p := newFake(t, wishMails(1, 2, 3, 4, 5)), newPipeline(t)
			server.Spoil(mailboxtest.Body, 3, test.answer)
			got, _ := poll(t, t.Context(), p, server)
			want := Summary{Seen: 5, Matched: 4, New: 4, Failed: 1}
			if strings.HasPrefix(name, "larger") {
				want = Summary{Seen: 5, Matched: 5, New: 5}
			}
			if got != want {
				t.Errorf("first poll %+v, want %+v", got, want)
			}
			checkBodies(t, server, test.first...)
			if got.Failed == 0 {
				return
			}
			server.Fill(1, wishMails(1, 2, 3, 4, 5, 6, 7))
			got, _ = poll(t, t.Context(), p, server)
			if want := (Summary{Seen: 3, Matched: 2, New: 2, Failed: 1}); got != want {
				t.Errorf("second poll %+v, want %+v", got, want)
			}
			checkBodies(t, server, "6:7", "3")
		})
	}
}

// Mails are fetched together as long as they are few and small.
func TestTogether(t *testing.T) {
	sizes := func(all ...int64) (mails []mailbox.Header) {
		for _, size := range all {
			mails = append(mails, mailbox.Header{Size: size})
		}
		return mails
	}
	for name, test := range map[string]struct {
		mails []mailbox.Header
		want  []int // mails in each group
	}{
		"none":          {nil, nil},
		"few":           {sizes(1, 2, 3), []int{3}},
		"many":          {sizes(make([]int64, 2*maxTogether+1)...), []int{maxTogether, maxTogether, 1}},
		"large":         {sizes(maxTogetherBytes, maxTogetherBytes, 1), []int{1, 1, 1}},
		"one too large": {sizes(1, 50<<20, 1, 1), []int{1, 1, 2}},
		"just fit":      {sizes(maxTogetherBytes/2, maxTogetherBytes/2, maxTogetherBytes/2), []int{2, 1}},
	} {
		var got []int
		for _, group := range together(test.mails) {
			got = append(got, len(group))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: groups of %v, want %v", name, got, test.want)
		}
	}
}

// A connection that one folder lost does not keep the next from being polled.
func TestPollAfterLostConnection(t *testing.T) {
	server, p := newFake(t, wishMails(1)), newPipeline(t)
	client, err := mailbox.Dial(t.Context(), mailbox.Account{
		Host: server.Addr, TLS: mailbox.NoTLS, User: "kontakt",
		Password: func(context.Context) (string, error) { return "hemligt", nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	server.Spoil(mailboxtest.Body, 1, mailboxtest.Drop)
	if _, err := client.Examine("INBOX"); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Message(1, maxMessage); !errors.Is(err, mailbox.ErrUnreachable) {
		t.Fatalf("connection not lost: %v", err)
	}
	server.Heal()
	got, err := p.Poll(t.Context(), client, Folder{Mailbox: "kontakt", Account: "kontakt@fake", Name: "Kurser"})
	if err != nil || got.New != 1 {
		t.Errorf("poll: %+v, %v", got, err)
	}
}

// Over a new connection, UIDs may mean other mails.
func TestPollNoticesResetWithinPoll(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3)), newPipeline(t)
	server.Spoil(mailboxtest.Body, 2, mailboxtest.Drop)
	examined := 0
	server.Notice(func(command string) {
		if strings.HasPrefix(command, "EXAMINE") {
			if examined++; examined == 2 {
				server.Fill(2, wishMails(3, 1, 2))
			}
		}
	})
	got, err := poll(t, t.Context(), p, server)
	if err == nil || !strings.Contains(err.Error(), "UIDVALIDITY changed") || got.Seen != 1 {
		t.Errorf("poll: %+v, %v", got, err)
	}
	server.Heal()
	checkPoll(t, p, server, Summary{Seen: 3, Matched: 3, New: 2, Known: 1})
}

// Where the header fields do not come, or not all of them, the mail decides.
func TestPollUndecidedHeader(t *testing.T) {
	const wish, other = "Subject: Önskemål\n\n1. Teams\n", "Subject: Fika\n\nBulle\n"
	const encrypted = "Subject: Fika\nContent-Type: application/pkcs7-mime\n\nMIAG"
	longFrom := "From: " + strings.Repeat("a", 70<<10) + "@x.example\n"
	isNew, isOther := Summary{Seen: 1, Matched: 1, New: 1}, Summary{Seen: 1, OtherSubject: 1}
	for name, test := range map[string]struct {
		mail, header string
		want         Summary
	}{
		"empty":                    {wish, "", isNew},
		"end of header only":       {wish, "\r\n", isNew},
		"cut":                      {longFrom + wish, longFrom + wish, isNew},
		"empty, other subject":     {other, "", isOther},
		"no subject":               {wish, "From: a@x.example\r\n\r\n", isNew},
		"no subject, and none":     {"From: a@x.example\n\nBulle\n", "From: a@x.example\r\n\r\n", isOther},
		"cut, other subject":       {longFrom + other, longFrom + other, isOther},
		"empty, private and other": {encrypted, "", isOther},
		"empty, no mail":           {"picture", "", Summary{Seen: 1, Matched: 1, Quarantined: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			server, p := newFake(t, map[uint32]string{1: test.mail}), newPipeline(t)
			server.Spoil(mailboxtest.Header, 1, test.header)
			checkPoll(t, p, server, test.want)
			checkPoll(t, p, server, Summary{})
		})
	}
}

// After a reset of UIDVALIDITY the same UIDs name other mails. Mails are known by
// their bytes: none is counted twice, and none is missed.
func TestPollAfterReset(t *testing.T) {
	mails := wishMails(1, 2, 3)
	mails[4] = "Subject: Fika\n\nBulle\n"
	server, p := newFake(t, mails), newPipeline(t)
	checkPoll(t, p, server, Summary{Seen: 4, Matched: 3, New: 3, OtherSubject: 1})
	server.Fill(2, map[uint32]string{1: mails[4], 2: mails[3], 3: wishMails(9)[9], 4: mails[1]})
	checkPoll(t, p, server, Summary{Seen: 4, Matched: 3, New: 1, Known: 2, OtherSubject: 1})
	checkPoll(t, p, server, Summary{})
	checkWishes(t, p, 4)
}

// A UID that an answer to SEARCH leaves out is not behind us, however high the
// others are.
func TestPollFindsLateUIDs(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3, 4294967295)), newPipeline(t)
	server.Hide(1, 3)
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 2})
	server.Hide(2)
	checkPoll(t, p, server, Summary{})
	server.Heal()
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 2})
	checkWishes(t, p, 4)
}

// The same mail in two places is one mail.
func TestPollSecondDelivery(t *testing.T) {
	mails := wishMails(1)
	mails[2] = mails[1]
	p := newPipeline(t)
	checkPoll(t, p, newFake(t, mails), Summary{Seen: 2, Matched: 2, New: 1, Known: 1})
	checkWishes(t, p, 1)
}

// A mail that cannot be read waits in quarantine, and the others are read.
func TestPollQuarantinesOneMail(t *testing.T) {
	mails := wishMails(1, 2, 3)
	mails[2] = "From: a@x.example\nSubject: Önskemål\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG\n"
	server, p := newFake(t, mails), newPipeline(t)
	checkPoll(t, p, server, Summary{Seen: 3, Matched: 3, New: 2, Quarantined: 1})
	checkPoll(t, p, server, Summary{})
	checkWishes(t, p, 2)
	if waiting := waiting(t, p); len(waiting) != 1 || !strings.Contains(waiting[0].Reason, "S/MIME") {
		t.Errorf("waiting %+v", waiting)
	}
}

// A poll that is interrupted at any command leaves exactly the rest to the next.
func TestPollResumes(t *testing.T) {
	mails := wishMails(1, 2, 3)
	mails[4] = "Subject: Fika\n\nBulle\n"
	for _, at := range []string{"EXAMINE", "UID SEARCH", "UID FETCH 1:4", "UID FETCH 1:3", "mail 2", "mail 3"} {
		t.Run(at, func(t *testing.T) {
			server, p := newFake(t, mails), newPipeline(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			server.Notice(func(command string) {
				if strings.HasPrefix(command, at) {
					cancel()
				}
			})
			p.Progress = func(_ Folder, done Summary, _ int) {
				if at == fmt.Sprint("mail ", done.Seen) {
					cancel()
				}
			}
			first, err := poll(t, ctx, p, server)
			if !errors.Is(err, context.Canceled) || first.Failed != 0 {
				t.Errorf("interrupted poll: %+v, %v", first, err)
			}
			if status, err := p.Store.Status(t.Context()); err != nil || slices.ContainsFunc(status.Mailboxes, func(m store.MailboxStatus) bool { return m.Error != "" }) {
				t.Errorf("noted %+v, %v", status.Mailboxes, err)
			}
			server.Wait()
			server.Heal()
			server.Commands()
			second, err := poll(t, t.Context(), p, server)
			if err != nil || second.Known != 0 {
				t.Errorf("second poll: %+v, %v", second, err)
			}
			checkBodies(t, server, []string{"1:3", "2:3", "3"}[first.New])
			first.Add(second)
			if want := (Summary{Seen: 4, Matched: 3, New: 3, OtherSubject: 1}); first != want {
				t.Errorf("both polls: %+v, want %+v", first, want)
			}
			checkWishes(t, p, 3)
		})
	}
}

// A dry run counts like any, and leaves no trace.
func TestPollDry(t *testing.T) {
	mails := wishMails(1, 2)
	mails[3] = "Subject: Fika\n\nBulle\n"
	server, p := newFake(t, mails), newPipeline(t)
	server.Spoil(mailboxtest.Header, 2, "")
	p.DryRun = true
	for range 2 {
		checkPoll(t, p, server, Summary{Seen: 3, Matched: 2, New: 2, OtherSubject: 1})
	}
	checkWishes(t, p, 0)
}

// A mail that is never sent is asked for at longer and longer intervals, and
// then counted as poison; the others are not kept waiting. Once it is sent,
// nothing is left of all that.
func TestPollPatience(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2)), newPipeline(t)
	now := noon
	p.Now = func() time.Time { return now }
	server.Spoil(mailboxtest.Body, 2, mailboxtest.Drop)
	asked := func() bool {
		t.Helper()
		s, err := poll(t, t.Context(), p, server)
		if (err != nil) != (s.Failed > 0) {
			t.Errorf("%+v, %v", s, err)
		}
		return s.Failed > 0
	}
	if !asked() {
		t.Error("not asked for at first")
	}
	for _, pause := range pauses {
		if pause > 0 {
			now = now.Add(pause - time.Minute)
			if asked() {
				t.Errorf("asked for within %v", pause)
			}
			now = now.Add(time.Minute)
		}
		if at := noted(t, p); len(at.Failures) != 1 || at.Failures[0].Poison || at.Ledger != 1 {
			t.Errorf("before the pause of %v noted %+v", pause, at)
		}
		if !asked() {
			t.Errorf("not asked for after %v", pause)
		}
	}
	if at := noted(t, p); len(at.Failures) != 1 || !at.Failures[0].Poison {
		t.Errorf("noted %+v", at)
	}
	var n int
	err := p.Store.Stock(t.Context(), noon, func(stock *store.Stock) (err error) {
		n, err = stock.Poisoned(t.Context())
		return err
	})
	if n != 1 || err != nil {
		t.Errorf("%d poisoned, %v", n, err)
	}
	now = now.Add(poisonPause)
	server.Heal()
	checkPoll(t, p, server, Summary{Seen: 1, Matched: 1, New: 1})
	if at := noted(t, p); len(at.Failures) != 0 || at.Ledger != 2 {
		t.Errorf("noted %+v", at)
	}
}

// Mails that each break the connection hold the others back for a few polls
// only.
func TestPollPastManyBadMails(t *testing.T) {
	const bad = 3 * maxRedials
	uids := make([]uint32, bad+1)
	for i := range uids {
		uids[i] = uint32(i + 1)
	}
	server, p := newFake(t, wishMails(uids...)), newPipeline(t)
	for _, uid := range uids[:bad] {
		server.Spoil(mailboxtest.Body, uid, mailboxtest.Drop)
	}
	for range 9 {
		if _, err := poll(t, t.Context(), p, server); err == nil {
			break
		}
	}
	checkWishes(t, p, 1)
	server.Heal()
	p.Now = func() time.Time { return noon.AddDate(0, 1, 0) }
	checkPoll(t, p, server, Summary{Seen: bad, Matched: bad, New: bad})
}

// What the mailbox itself sent holds no wishes, though it quotes some; what it
// passes on counts. Mail from before the beginning is left out for good.
// Mails that break the connection, one at the head of each group or batch, keep the
// others waiting for some polls only.
func TestPollPastMailsThatBreakConnections(t *testing.T) {
	const bad = maxRedials + 1
	for section, apart := range map[mailboxtest.Section]int{mailboxtest.Body: maxTogether, mailboxtest.Header: headerBatch} {
		t.Run(string(section), func(t *testing.T) {
			mails := map[uint32]string{}
			for i := range uint32(bad * apart) {
				mails[i+1] = "Subject: Fika\n\nBulle\n"
				if section == mailboxtest.Body {
					mails[i+1] = wishMails(i + 1)[i+1]
				}
			}
			server, p := newFake(t, mails), newPipeline(t)
			for i := range bad {
				server.Spoil(section, uint32(i*apart+1), mailboxtest.Drop)
			}
			var all Summary
			for day := range 4 * bad {
				p.Now = func() time.Time { return noon.AddDate(0, 0, day) }
				s, _ := poll(t, t.Context(), p, server) // which says what did not come
				s.Seen, s.Failed = s.Seen-s.Failed, 0
				all.Add(s)
			}
			want := Summary{Seen: bad*apart - bad, OtherSubject: bad*apart - bad}
			if section == mailboxtest.Body {
				want = Summary{Seen: want.Seen, Matched: want.Seen, New: want.Seen}
			}
			if all != want {
				t.Errorf("%+v, want %+v", all, want)
			}
		})
	}
}

func TestPollIgnores(t *testing.T) {
	server, p := newFake(t, map[uint32]string{
		1: "From: Digiteket <Kontakt@digiteket.se>\nSubject: Sv: Önskemål\n\nTack! Vi noterar:\n\n1. Teams\n",
		2: "From: kontakt@digiteket.se\nSubject: VB: Önskemål\n\nFrån: Bo Ek <bo@ek.example>\nSkickat: den 20 april 2020\nTill: Digiteket\nÄmne: Önskemål\n\n1. Koha\n",
		3: "From: anna@nykulla.example\nSubject: Önskemål\n\n1. Zoom\n",
		4: "From: anna@nykulla.example\nSubject: Fika\n\nBulle\n",
	}), newPipeline(t)
	p.Reader.Own = []string{"kontakt@digiteket.se"}
	p.DryRun = true
	checkPoll(t, p, server, Summary{Seen: 4, Matched: 2, New: 2, OtherSubject: 1, Ignored: 1})
	p.DryRun = false
	checkPoll(t, p, server, Summary{Seen: 4, Matched: 2, New: 2, OtherSubject: 1, Ignored: 1})
	checkPoll(t, p, server, Summary{})
	checkWishes(t, p, 2)

	server, p = newFake(t, wishMails(1, 2)), newPipeline(t) // received on 17 November
	p.Since = time.Date(2026, 11, 18, 0, 0, 0, 0, time.UTC)
	checkPoll(t, p, server, Summary{Seen: 2, Ignored: 2})
	p.Since = time.Time{}
	checkPoll(t, p, server, Summary{})
	server.Fill(1, wishMails(1, 2, 3))
	checkPoll(t, p, server, Summary{Seen: 1, Matched: 1, New: 1})
}
