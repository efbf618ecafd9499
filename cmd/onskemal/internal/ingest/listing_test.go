package ingest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/store"
)

// checkListed polls, and checks whether that lists the folder.
func checkListed(t *testing.T, p *Pipeline, server *mailboxtest.Fake, want Summary, listed bool) {
	t.Helper()
	server.Wait()
	server.Commands()
	checkPoll(t, p, server, want)
	server.Wait()
	commands := server.Commands()
	is := slices.ContainsFunc(commands, func(c string) bool { return strings.HasPrefix(c, "UID SEARCH") })
	if is != listed {
		t.Errorf("folder listed: %v, want %v: %q", is, listed, commands)
	}
	if !listed && len(commands) != 3 {
		t.Errorf("%d round trips: %q", len(commands), commands)
	}
}

// A folder all of whose mails are dealt with is not listed again while the server
// says that it is as it was; the poll is a good one all the same.
func TestPollUnchanged(t *testing.T) {
	for name, mails := range map[string]map[uint32]string{"some": wishMails(1, 2, 9), "none": nil} {
		t.Run(name, func(t *testing.T) {
			server, p := newFake(t, mails), newPipeline(t)
			now := noon
			p.Now = func() time.Time { return now }
			checkListed(t, p, server, Summary{Seen: len(mails), Matched: len(mails), New: len(mails)}, true)
			for range 2 {
				now = now.Add(time.Hour)
				checkListed(t, p, server, Summary{}, false)
				if at := noted(t, p); at.OKAt == nil || *at.OKAt != now.Format(time.RFC3339) || at.Error != "" {
					t.Errorf("noted %+v", at)
				}
			}
			p.DryRun = true
			checkListed(t, p, server, Summary{}, false)
			p.DryRun = false
			server.Fill(1, wishMails(1, 2, 9, 10))
			checkListed(t, p, server, Summary{Seen: 4 - len(mails), Matched: 4 - len(mails), New: 4 - len(mails)}, true)
			checkListed(t, p, server, Summary{}, false)
		})
	}
}

// A folder is listed when the server says anything else of it than before, when it
// has not been for long, and when the answer could be another one.
func TestPollChanged(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*mailboxtest.Fake, *Pipeline)
		want   Summary
	}{
		"arrived":               {func(f *mailboxtest.Fake, _ *Pipeline) { f.Fill(1, wishMails(1, 2, 3, 4)) }, Summary{Seen: 1, Matched: 1, New: 1}},
		"arrived, and one gone": {func(f *mailboxtest.Fake, _ *Pipeline) { f.Fill(1, wishMails(1, 3, 4)) }, Summary{Seen: 1, Matched: 1, New: 1}},
		"arrived and gone":      {func(f *mailboxtest.Fake, _ *Pipeline) { f.Fill(1, wishMails(4)); f.Fill(1, wishMails(1, 2, 3)) }, Summary{}},
		"gone":                  {func(f *mailboxtest.Fake, _ *Pipeline) { f.Fill(1, wishMails(1, 2)) }, Summary{}},
		"next UID rewound": {func(f *mailboxtest.Fake, _ *Pipeline) {
			f.Fill(1, wishMails(1, 2, 7))
			f.Claim(3, "UIDNEXT 3", "HIGHESTMODSEQ 8")
		}, Summary{Seen: 1, Matched: 1, New: 1}},
		"next UID rewound and reached again": {func(f *mailboxtest.Fake, _ *Pipeline) {
			f.Fill(1, wishMails(1, 2, 7))
			f.Claim(3, "UIDNEXT 9", "HIGHESTMODSEQ 9")
		}, Summary{Seen: 1, Matched: 1, New: 1}},
		"flagged":              {func(f *mailboxtest.Fake, _ *Pipeline) { f.Claim(3, "UIDNEXT 9", "HIGHESTMODSEQ 9") }, Summary{}},
		"no number of changes": {func(f *mailboxtest.Fake, _ *Pipeline) { f.Claim(3, "UIDNEXT 9") }, Summary{}},
		"no next UID":          {func(f *mailboxtest.Fake, _ *Pipeline) { f.Claim(3, "HIGHESTMODSEQ 8") }, Summary{}},
		"new UIDs":             {func(f *mailboxtest.Fake, _ *Pipeline) { f.Fill(2, wishMails(1, 2, 3)) }, Summary{Seen: 3, Matched: 3, Known: 3}},
		"announced":            {func(_ *mailboxtest.Fake, p *Pipeline) { p.Announced = true }, Summary{}},
		"a day later":          {func(_ *mailboxtest.Fake, p *Pipeline) { p.Now = func() time.Time { return noon.Add(maxUnlisted) } }, Summary{}},
		"clock put back":       {func(_ *mailboxtest.Fake, p *Pipeline) { p.Now = func() time.Time { return noon.Add(-time.Hour) } }, Summary{}},
		"other subjects": {func(_ *mailboxtest.Fake, p *Pipeline) {
			fika := Subjects{Wishes: []string{"Fika"}}
			p.Reader = NewReader(fika, fika, p.Reader.Classifier)
		}, Summary{}},
	} {
		t.Run(name, func(t *testing.T) {
			server, p := newFake(t, wishMails(1, 2, 3)), newPipeline(t)
			server.Claim(3, "UIDNEXT 9", "HIGHESTMODSEQ 8")
			checkListed(t, p, server, Summary{Seen: 3, Matched: 3, New: 3}, true)
			checkListed(t, p, server, Summary{}, false)
			if strings.HasPrefix(name, "arrived") || name == "gone" || name == "new UIDs" {
				server.Heal() // it tells the truth
			}
			test.change(server, p)
			checkListed(t, p, server, test.want, true)
		})
	}
}

// Mails with another subject are looked at again by another rule, and by the first
// one when that comes back.
func TestPollChangedSubjects(t *testing.T) {
	server, p := newFake(t, map[uint32]string{1: "Subject: Fika\n\nBulle\n", 2: wishMails(2)[2]}), newPipeline(t)
	wish, fika := p.Reader, Subjects{Wishes: []string{"Fika"}}
	checkListed(t, p, server, Summary{Seen: 2, Matched: 1, New: 1, OtherSubject: 1}, true)
	p.Reader = NewReader(Subjects{Wishes: []string{"Kurs"}}, fika, wish.Classifier)
	checkListed(t, p, server, Summary{Seen: 1, OtherSubject: 1}, true)
	checkListed(t, p, server, Summary{}, false)
	p.Reader = wish
	checkListed(t, p, server, Summary{Seen: 1, OtherSubject: 1}, true)
	p.Reader = NewReader(fika, fika, wish.Classifier)
	checkListed(t, p, server, Summary{Seen: 1, Matched: 1, New: 1}, true)
	checkListed(t, p, server, Summary{}, false)
}

// A server that takes UIDs back and gives them again, until all that it says is what
// it said before, hides a mail for a day at most.
func TestPollFindsHiddenByCount(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2, 3)), newPipeline(t)
	server.Claim(3, "UIDNEXT 9")
	checkListed(t, p, server, Summary{Seen: 3, Matched: 3, New: 3}, true)
	server.Fill(1, wishMails(1, 2, 7))
	checkListed(t, p, server, Summary{}, false)
	p.Now = func() time.Time { return noon.Add(maxUnlisted - time.Second) }
	checkListed(t, p, server, Summary{}, false)
	p.Now = func() time.Time { return noon.Add(maxUnlisted) }
	checkListed(t, p, server, Summary{Seen: 1, Matched: 1, New: 1}, true)
}

// A pass that did not deal with all that the folder held when it was opened does not
// keep the next from listing it, though the server says the same.
func TestPollNotSettled(t *testing.T) {
	type change func(*mailboxtest.Fake)
	atSearch := func(f *mailboxtest.Fake, do func()) {
		f.Notice(func(command string) {
			if strings.HasPrefix(command, "UID SEARCH") {
				do()
			}
		})
	}
	for name, test := range map[string]struct {
		change change // before the first poll
		again  change // before the second
		first  Summary
		second Summary
	}{
		"left out of the list": {
			change: func(f *mailboxtest.Fake) { f.Hide(2) },
			first:  Summary{Seen: 2, Matched: 2, New: 2}, second: Summary{Seen: 1, Matched: 1, New: 1},
		},
		"left out of the list, and another came": {
			change: func(f *mailboxtest.Fake) {
				f.Hide(2)
				atSearch(f, func() { f.Fill(1, wishMails(1, 2, 3, 4)) })
			},
			first: Summary{Seen: 3, Matched: 3, New: 3}, second: Summary{Seen: 1, Matched: 1, New: 1},
		},
		"came before the list": {
			change: func(f *mailboxtest.Fake) { atSearch(f, func() { f.Fill(1, wishMails(1, 2, 3, 4)) }) },
			first:  Summary{Seen: 4, Matched: 4, New: 4},
		},
		"came and went before the list": {
			change: func(f *mailboxtest.Fake) { atSearch(f, func() { f.Fill(1, wishMails(2, 3, 4)) }) },
			first:  Summary{Seen: 3, Matched: 3, New: 3},
		},
		"came after the list": {
			change: func(f *mailboxtest.Fake) {
				f.Notice(func(command string) {
					if strings.HasPrefix(command, "UID FETCH") {
						f.Fill(1, wishMails(1, 2, 3, 4))
					}
				})
			},
			first: Summary{Seen: 3, Matched: 3, New: 3}, second: Summary{Seen: 1, Matched: 1, New: 1},
		},
		"next UID too low": {
			change: func(f *mailboxtest.Fake) { f.Claim(3, "UIDNEXT 3") },
			again:  func(f *mailboxtest.Fake) { f.Claim(3, "UIDNEXT 3") },
			first:  Summary{Seen: 3, Matched: 3, New: 3},
		},
		"next UID 0": {
			change: func(f *mailboxtest.Fake) { f.Claim(3, "UIDNEXT 0") },
			again:  func(f *mailboxtest.Fake) { f.Claim(3, "UIDNEXT 0") },
			first:  Summary{Seen: 3, Matched: 3, New: 3},
		},
		"more than are listed": {
			change: func(f *mailboxtest.Fake) { f.Claim(4, "UIDNEXT 9") },
			again:  func(f *mailboxtest.Fake) { f.Claim(4, "UIDNEXT 9") },
			first:  Summary{Seen: 3, Matched: 3, New: 3},
		},
		"not sent": {
			change: func(f *mailboxtest.Fake) { f.Spoil(mailboxtest.Body, 2, "$ NO no") },
			first:  Summary{Seen: 3, Matched: 2, New: 2, Failed: 1}, second: Summary{Seen: 1, Matched: 1, New: 1},
		},
		"header not sent": {
			change: func(f *mailboxtest.Fake) { f.Spoil(mailboxtest.Header, 2, "$ NO no") },
			first:  Summary{Seen: 3, Matched: 2, New: 2, Failed: 1}, second: Summary{Seen: 1, Matched: 1, New: 1},
		},
		"busy": {
			change: func(f *mailboxtest.Fake) { f.Spoil(mailboxtest.Body, 2, "$ NO [LIMIT] throttled") },
			first:  Summary{Seen: 1, Matched: 1, New: 1}, second: Summary{Seen: 2, Matched: 2, New: 2},
		},
	} {
		t.Run(name, func(t *testing.T) {
			server, p := newFake(t, wishMails(1, 2, 3)), newPipeline(t)
			test.change(server)
			if got, _ := poll(t, t.Context(), p, server); got != test.first {
				t.Errorf("first poll %+v, want %+v", got, test.first)
			}
			server.Heal()
			if test.again != nil {
				test.again(server)
			}
			checkListed(t, p, server, test.second, true)
			if test.again == nil {
				checkListed(t, p, server, Summary{}, false)
			}
		})
	}
}

// A mail that is to be left alone for a while is asked for when that is over.
func TestPollWaitingMail(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2)), newPipeline(t)
	now := noon
	p.Now = func() time.Time { return now }
	server.Spoil(mailboxtest.Body, 2, "$ NO no")
	for range 3 {
		if _, err := poll(t, t.Context(), p, server); !errors.Is(err, mailbox.ErrNotFetched) {
			t.Error(err)
		}
	}
	server.Heal()
	checkListed(t, p, server, Summary{}, true)
	checkListed(t, p, server, Summary{}, true)
	now = now.Add(time.Hour)
	checkListed(t, p, server, Summary{Seen: 1, Matched: 1, New: 1}, true)
	checkListed(t, p, server, Summary{}, false)
}

// A dry run deals with nothing; the day from which mail is taken in settles what it
// leaves out for good, so that it need not be looked at again without it.
func TestPollUnchangedSince(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2)), newPipeline(t) // received on 17 November
	p.DryRun = true
	checkListed(t, p, server, Summary{Seen: 2, Matched: 2, New: 2}, true)
	p.DryRun, p.Since = false, time.Date(2026, 11, 18, 0, 0, 0, 0, time.UTC)
	checkListed(t, p, server, Summary{Seen: 2, Ignored: 2}, true)
	p.Since = time.Time{}
	checkListed(t, p, server, Summary{}, false)
}

// Nothing new is found without the topics, which take longer to load than all that a
// poll then does, also while a mail waits in quarantine.
func TestPollUnchangedWithoutTopics(t *testing.T) {
	mails := wishMails(1)
	mails[2] = "Subject: Önskemål\nContent-Type: application/pkcs7-mime\n\nMIAG\n"
	server, p := newFake(t, mails), newPipeline(t)
	p.Reader.Topics = classify.DefaultVersion
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 1, Quarantined: 1})
	p.Reader.Classifier = func() *classify.Classifier {
		t.Error("the topics are loaded")
		return classify.Default()
	}
	checkListed(t, p, server, Summary{}, false)
	if freed, err := p.Retry(t.Context()); freed != 0 || err != nil {
		t.Errorf("%d freed, %v", freed, err)
	}
}

// What is known of one folder says nothing of another.
func TestPollUnchangedOfSeveral(t *testing.T) {
	server, p := newFake(t, wishMails(1, 2)), newPipeline(t)
	client, err := mailbox.Dial(t.Context(), mailbox.Account{
		Host: server.Addr, TLS: mailbox.NoTLS, User: "kontakt",
		Password: func(context.Context) (string, error) { return "hemligt", nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for i, want := range []int{2, 2, 0, 0} {
		folder := Folder{Mailbox: "kontakt", Account: "kontakt@fake", Name: fmt.Sprint("folder ", i%2)}
		server.Commands()
		got, err := p.Poll(t.Context(), client, folder)
		if err != nil || got.Seen != want {
			t.Errorf("poll %d: %+v, %v", i, got, err)
		}
		if commands := server.Commands(); (len(commands) > 1) != (want > 0) {
			t.Errorf("poll %d: %q", i, commands)
		}
	}
}

// A database that comes from a backup asks for what the lost one had, and one whose
// mails were taken out of it asks for nothing.
func TestPollUnchangedRestored(t *testing.T) {
	ctx, server, p := t.Context(), newFake(t, wishMails(1, 2)), newPipeline(t)
	backup := filepath.Join(t.TempDir(), "backup.db")
	checkPoll(t, p, server, Summary{Seen: 2, Matched: 2, New: 2})
	if err := p.Store.Backup(ctx, backup, false); err != nil {
		t.Fatal(err)
	}
	server.Fill(1, wishMails(1, 2, 3))
	checkPoll(t, p, server, Summary{Seen: 1, Matched: 1, New: 1})
	if _, err := p.Store.Forget(ctx, "p2@nykulla.example", p.Reader); err != nil {
		t.Fatal(err)
	}
	checkListed(t, p, server, Summary{}, false)

	restored, err := store.Open(ctx, backup)
	if err != nil {
		t.Fatal(err)
	}
	defer restored.Close()
	p.Store = restored
	checkListed(t, p, server, Summary{Seen: 1, Matched: 1, New: 1}, true)
	checkListed(t, p, server, Summary{}, false)
	checkWishes(t, p, 3)
}
