package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/store"
)

// openDatabase opens the database for a look, and tries whether it could be
// written.
func (e *examination) openDatabase() bool {
	const check = "database"
	if err := writable(e.settings.DB); err != nil {
		e.fault(check, "give this user write access to the database and its folder", err)
	}
	db, err := store.Inspect(e.settings.DB)
	switch {
	case errors.Is(err, store.ErrNoDatabase):
		e.warn(check, "run 'onskemal poll' or 'onskemal import', or name the database with --db", "%s: none yet", e.settings.DB)
		return false
	case err != nil:
		e.fault(check, "", err)
		return false
	}
	e.db = db
	if info, err := os.Stat(db.Path()); err == nil && ownedByAnother(info) {
		e.foreign = true
		e.warn(check, "run doctor as the user who polls: what it says of rights is for this one", "%s is another user's", db.Path())
	}
	return true
}

// writable tries whether a database could be written, as SQLite does: the file
// itself, and others beside it.
func writable(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		err = file.Close()
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	folder := nearestFolder(filepath.Dir(path))
	probe, err := os.CreateTemp(folder, ".onskemal.*")
	if err != nil {
		return fmt.Errorf("folder %s: %w", folder, err)
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// nearestFolder is the folder, or the first above it that is there: a poll makes
// the others.
func nearestFolder(folder string) string {
	for {
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder) {
			return folder
		}
		folder = filepath.Dir(folder)
	}
}

const restoreBackup = "restore the backup: 'onskemal restore FILE --force'"

// database looks into the database, which is there. What its mails are read by is
// compared with topics that are of use only.
func (e *examination) database(ctx context.Context, topics bool) {
	const check = "database"
	h, err := e.db.Health(ctx, e.now().Add(clockTolerance))
	if err != nil {
		e.fault(check, "", err)
		return
	}
	switch {
	case h.Damage != nil:
		e.fault(check, restoreBackup, fmt.Errorf("%s is damaged: %s", e.db.Path(), strings.Join(h.Damage, "; ")))
		return
	case h.Dangling > 0:
		e.fault(check, restoreBackup, fmt.Errorf("%s: rows that refer to what is not there: %d", e.db.Path(), h.Dangling))
	default:
		e.ok(check, "%s, whole", e.db.Path())
	}
	e.lock()
	if h.Schema != h.Newest {
		e.warn("schema", "make a backup; the next poll brings it up to date", "%d, this program's is %d: what is stored was not looked at", h.Schema, h.Newest)
		return
	}
	e.ok("schema", "%d", h.Schema)
	e.key(ctx)
	e.clock(h)
	if topics {
		e.contents(ctx)
	}
}

func (e *examination) lock() {
	held, err := store.Busy(e.db.Path())
	switch {
	case err != nil:
		e.fault("lock", "give this user write access to the database and its folder", err)
	case held:
		e.ok("lock", "held by a run at this moment")
	default:
		e.ok("lock", "free")
	}
}

func (e *examination) key(ctx context.Context) {
	if err := e.db.CheckKey(ctx); err != nil {
		e.fault("key", "", err)
		return
	}
	e.ok("key", "fits the database")
}

// clockTolerance is how far clocks may be apart.
const clockTolerance = 5 * time.Minute

func (e *examination) clock(h store.Health) {
	const check, remedy = "clock", "set the clock, and have it kept (NTP)"
	now := e.now()
	switch {
	case h.Latest.Sub(now) > clockTolerance:
		e.fault(check, remedy, fmt.Errorf("it is %s here, and the last run was at %s", now.UTC().Format(time.RFC3339), h.Latest.Format(time.RFC3339)))
	case h.Ahead > 0:
		e.warn(check, "compare this clock with the mail server's; imported files may be dated wrong", "it is %s here; messages that were received later: %d", now.UTC().Format(time.RFC3339), h.Ahead)
	default:
		e.ok(check, "%s, later than all that is stored", now.UTC().Format(time.RFC3339))
	}
}

// contents tells what waits for a person, and how the polls go.
func (e *examination) contents(ctx context.Context) {
	status, err := statusOf(ctx, e.db, e.settings, e.now())
	if err != nil {
		e.fault("database", "", err)
		return
	}
	if status.Stale > 0 {
		e.warn("readings", "'onskemal reclassify', with --dry-run first", "messages that another program or other topics have read: %d", status.Stale)
	} else {
		e.ok("readings", "all by this program and these topics")
	}
	if status.Quarantine > 0 {
		e.warn("quarantine", "'onskemal quarantine list' shows them", "mails that could not be read: %d", status.Quarantine)
	} else {
		e.ok("quarantine", "empty")
	}
	for _, m := range e.settings.Mailboxes {
		for _, folder := range m.folders() {
			e.polls(folder, status.mailbox(folder))
		}
	}
}

// How old the last good poll may be before somebody should look, and before
// something is wrong.
const (
	oldPoll  = 24 * time.Hour
	lostPoll = 7 * 24 * time.Hour
)

// polls tells how the polling of a folder goes.
func (e *examination) polls(folder ingest.Folder, box mailboxReport) {
	const check, remedy = "poll", "see that cron or the service runs 'onskemal poll', and what it says"
	at := fmt.Sprintf("mailbox %q, folder %s", folder.Mailbox, folder.Name)
	if box.OKAt == nil {
		e.warn(check, remedy, "%s: never polled to the end%s", at, lastError(box))
		return
	}
	last, err := time.Parse(time.RFC3339, *box.OKAt)
	if err != nil {
		e.fault(check, "", fmt.Errorf("%s: %w", at, err))
		return
	}
	switch age := e.now().Sub(last).Round(time.Minute); {
	case age > lostPoll:
		e.fault(check, remedy, fmt.Errorf("%s: last good poll %v ago, %s%s", at, age, *box.OKAt, lastError(box)))
	case age > oldPoll:
		e.warn(check, remedy, "%s: last good poll %v ago, %s%s", at, age, *box.OKAt, lastError(box))
	case box.Error != "":
		e.warn(check, "the next poll tries again", "%s: last good poll %s%s", at, *box.OKAt, lastError(box))
	default:
		e.ok(check, "%s: last good poll %s", at, *box.OKAt)
	}
	if box.Failing > 0 {
		e.warn(check, "'onskemal status' shows which; open them in the mailbox", "%s: mails that the server lists and does not send: %d", at, box.Failing)
	}
}

func lastError(box mailboxReport) string {
	if box.Error == "" {
		return ""
	}
	return "; the last one failed: " + oneLine(box.Error)
}
