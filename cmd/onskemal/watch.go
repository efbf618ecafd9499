package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// How long a watch waits before it connects again: doubled with each failure in
// a row, up to the interval of polling.
const firstPause = 5 * time.Second

// watch polls mailboxes for as long as the process runs: whenever a server
// announces mail, and at intervals whether it does or not.
type watch struct {
	*globals
	settings settings
	classify func() *classify.Classifier
	opts     pollOptions
	service  *service
	turn     sync.Mutex // one pass at a time holds the database
}

// run watches each mailbox until ctx is done, which is no error.
func (w *watch) run(ctx context.Context, boxes []mailboxSettings) error {
	w.service.ready(ctx)
	var all sync.WaitGroup
	for _, box := range boxes {
		all.Go(func() { w.mailbox(ctx, box) })
	}
	all.Wait()
	w.service.stopping()
	return nil
}

// mailbox watches one mailbox.
func (w *watch) mailbox(ctx context.Context, box mailboxSettings) {
	o := observer{watch: w, box: box}
	for failures := 0; ctx.Err() == nil; {
		if err := o.observe(ctx); err == nil {
			failures = 0
			continue
		}
		pause(ctx, jittered(min(w.opts.every, firstPause<<min(failures, 10))))
		failures++
	}
}

// observer watches one mailbox.
type observer struct {
	*watch
	box  mailboxSettings
	said string // the last failure, which is told once
}

// observe polls, and goes on polling over what the server announces, until that
// connection ends. It fails where the server had better be left alone for a
// while.
func (o *observer) observe(ctx context.Context) error {
	if err := o.poll(ctx, false); err != nil {
		return err
	}
	client, err := o.listen(ctx)
	if errors.Is(err, errCannotListen) {
		pause(ctx, jittered(o.opts.every))
		return nil
	}
	if err != nil {
		return o.told(ctx, err)
	}
	defer client.Close()
	for ctx.Err() == nil {
		stop, err := client.Idle()
		if err != nil {
			return o.told(ctx, err)
		}
		// Poll now, so that no mail comes unnoticed before the server announces it,
		// and whenever it does.
		err = o.poll(ctx, false)
		for err == nil && o.await(ctx, client) {
			err = o.poll(ctx, true)
		}
		if err != nil {
			return err
		}
		if err := stop(); err != nil { // a connection that is alive answers
			return o.told(ctx, err)
		}
	}
	return nil
}

// poll polls the mailbox once, as a poll from cron does, or because the server has
// announced mail. What went wrong with some mails is told; it fails where the server
// or the database cannot be used.
func (o *observer) poll(ctx context.Context, announced bool) error {
	o.turn.Lock()
	defer o.turn.Unlock()
	opts := o.opts
	opts.announced = announced
	err := withStore(ctx, o.settings, func(db *store.Store) error {
		return o.pollAll(ctx, db, o.settings, o.classify, opts, []mailboxSettings{o.box})
	})
	o.service.alive()
	_ = o.told(ctx, err)
	if exitStatus(err) == exitQuarantined || onlyNotSent(err) {
		return nil
	}
	return err
}

// onlyNotSent tells that a poll reached its end without some mails.
func onlyNotSent(err error) bool {
	return errors.Is(err, mailbox.ErrNotFetched) && !errors.Is(err, mailbox.ErrUnreachable)
}

// errCannotListen is of a server that announces no mail.
var errCannotListen = errors.New("the server announces no mail")

// listen opens a connection for the announcements of the first folder.
func (o *observer) listen(ctx context.Context) (*mailbox.Client, error) {
	client, err := mailbox.Dial(ctx, o.box.imapAccount())
	if err != nil {
		return nil, err
	}
	if !client.CanIdle() {
		client.Close()
		return nil, errCannotListen
	}
	if _, err := client.Examine(o.box.Folders[0]); err != nil {
		client.Close()
		return nil, err
	}
	return client, nil
}

// await returns true when the server announces mail, and false when it has not
// for a while, or the connection is gone.
func (o *observer) await(ctx context.Context, client *mailbox.Client) (announced bool) {
	timer := time.NewTimer(jittered(o.opts.every))
	defer timer.Stop()
	select {
	case <-client.News():
		return true
	case <-ctx.Done():
	case <-client.Gone():
	case <-timer.C:
	}
	return false
}

// told tells of a failure as the end of a command would, each once until
// another or none takes its place, and returns it.
func (o *observer) told(ctx context.Context, err error) error {
	text := ""
	if err != nil && ctx.Err() == nil {
		text = err.Error()
	}
	if text != o.said {
		for line := range strings.Lines(text) {
			fmt.Fprintf(o.err, "onskemal: %s\n", strings.TrimRight(line, "\n"))
		}
	}
	o.said = text
	return err
}

func pause(ctx context.Context, long time.Duration) {
	timer := time.NewTimer(long)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// jittered is d and up to a fifth more, so that many watches do not ask a server
// all at once.
func jittered(d time.Duration) time.Duration { return d + rand.N(d/5+1) }
