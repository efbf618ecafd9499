// Command onskemal reads the wishes that library staff mail to Digiteket, and
// tells the editors what is wanted most.
//
// Each command is a file of its own: a constructor, its options and a run
// function that knows nothing of the command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

// Exit statuses, for scripts and cron. The help text explains them.
const (
	exitOK          = 0
	exitError       = 1
	exitUsage       = 2
	exitQuarantined = 3
	exitUnreachable = 4
	exitRefused     = 5
	exitNoDatabase  = 10
	exitLocked      = 11
	exitCondition   = 20
)

// errQuarantined ends a run that did its work, but could not read every mail.
var errQuarantined = errors.New("could not be read and wait in quarantine; 'onskemal report' lists them")

// usageError is a mistake on the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the first signal asks the run to end, a second one kills it
	status := run(ctx, os.Args[1:], environment{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now})
	stop()
	os.Exit(status)
}

// environment is what the commands share: where they read and write, and the time.
type environment struct {
	in  io.Reader
	out io.Writer // data
	err io.Writer // messages
	now func() time.Time
}

// interruptible is r until ctx is cancelled. A read that waits for a terminal
// then ends; what it waits for is left to the end of the process.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	return out
}

func run(ctx context.Context, args []string, env environment) (status int) {
	root := newRootCommand(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	if ctx.Err() != nil { // whatever failed after that failed because of it
		fmt.Fprintln(env.err, "onskemal: interrupted")
		return exitError
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(env.err, "onskemal: %s\n", strings.TrimRight(line, "\n"))
	}
	return exitStatus(err)
}

func exitStatus(err error) int {
	var usage usageError
	var unread ingest.FileError
	var conditions conditionsError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, mailbox.ErrLoginRefused):
		return exitRefused
	case errors.Is(err, mailbox.ErrUnreachable), errors.Is(err, mailbox.ErrNotFetched):
		return exitUnreachable
	case errors.Is(err, store.ErrNoDatabase):
		return exitNoDatabase
	case errors.Is(err, store.ErrLocked):
		return exitLocked
	case errors.As(err, &conditions):
		return exitCondition
	case errors.As(err, &unread): // outweighs what was quarantined
		return exitError
	case errors.Is(err, errQuarantined), errors.Is(err, errUnreadable):
		return exitQuarantined
	default:
		return exitError
	}
}
