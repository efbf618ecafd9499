package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
	"github.com/digiteket/onskemal/store"
)

type doctorOptions struct {
	json    bool
	offline bool
}

func newDoctorCommand(g *globals) *cobra.Command {
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Examine the installation, and say what to do",
		Long: `Doctor looks at all that a poll and a report need: the configuration, the secrets,
the topics and the editors' tables; the database, its key, its rights and the room
for it; the clock; the last polls and what waits for a person; and, unless --offline
is given, each mailbox: whether it lets us in, whether its folders are there, and how
many mails of the last week have the subject. It changes nothing in the database and
nothing in a mailbox, shows no secret, and leaves a server alone that a poll leaves
alone. Run it as the user who polls.

Each line is ok, a warning or a fault, with what to do. The exit status is 0 without
a fault, else 1; 4 or 5 if the mailbox alone is at fault.`,
		Example: "  onskemal doctor\n  onskemal doctor --offline --json",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDoctor(cmd.Context(), opts, g) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	cmd.Flags().BoolVar(&opts.offline, "offline", false, "leave the mailboxes out")
	return cmd
}

func runDoctor(ctx context.Context, opts doctorOptions, g *globals) error {
	e := examination{globals: g}
	err := e.run(ctx, opts.offline)
	if err == nil && opts.json {
		err = e.writeJSON(g.out)
	} else if err == nil {
		err = e.writeText(g.out)
	}
	return errors.Join(err, e.verdict())
}

// state is how a thing is.
type state string

const (
	fine    state = "ok"
	warning state = "warning" // it works, and somebody should look
	fault   state = "fault"   // it does not work, or gives away what it should not
)

// finding is what doctor says of one thing; its keys are part of the interface.
type finding struct {
	Check  string `json:"check"`
	State  state  `json:"state"`
	Found  string `json:"found"`
	Remedy string `json:"remedy,omitempty"` // where what was found does not say what to do

	cause error // of a fault
}

// examination goes from one thing to the next and keeps what it finds.
type examination struct {
	*globals
	settings settings
	db       *store.Store // nil when there is none that can be read
	foreign  bool         // the database is another user's
	findings []finding
}

func (e *examination) run(ctx context.Context, offline bool) (err error) {
	if !e.configuration() {
		return nil
	}
	e.secrets()
	topics := e.topics()
	if e.openDatabase() {
		defer func() { err = errors.Join(err, e.db.Close()) }()
	}
	e.rights()
	if e.db != nil {
		e.database(ctx, topics)
	}
	e.room()
	if !offline {
		e.mailboxes(ctx)
	}
	return ctx.Err()
}

func (e *examination) ok(check, format string, args ...any) {
	e.findings = append(e.findings, finding{Check: check, State: fine, Found: fmt.Sprintf(format, args...)})
}

func (e *examination) warn(check, remedy, format string, args ...any) {
	e.findings = append(e.findings, finding{Check: check, State: warning, Found: fmt.Sprintf(format, args...), Remedy: remedy})
}

// fault notes an error, whose message mostly holds the remedy.
func (e *examination) fault(check, remedy string, err error) {
	e.findings = append(e.findings, finding{Check: check, State: fault, Found: oneLine(err.Error()), Remedy: remedy, cause: err})
}

func (e *examination) count(s state) (n int) {
	for _, f := range e.findings {
		if f.State == s {
			n++
		}
	}
	return n
}

// faultsError ends an examination that found faults.
type faultsError struct {
	count int
	kind  error // what they are all due to, nil for nothing in particular
}

func (e faultsError) Error() string {
	if e.count == 1 {
		return "1 fault"
	}
	return fmt.Sprintf("%d faults", e.count)
}

func (e faultsError) Unwrap() error { return e.kind }

// verdict is an error that counts the faults, nil for none.
func (e *examination) verdict() error {
	n := e.count(fault)
	if n == 0 {
		return nil
	}
	for _, kind := range []error{mailbox.ErrLoginRefused, mailbox.ErrUnreachable} {
		if e.allDueTo(kind) {
			return faultsError{n, kind}
		}
	}
	return faultsError{n, nil}
}

func (e *examination) allDueTo(kind error) bool {
	for _, f := range e.findings {
		if f.State == fault && !errors.Is(f.cause, kind) {
			return false
		}
	}
	return true
}

func (e *examination) writeText(w io.Writer) error {
	var b strings.Builder
	for _, f := range e.findings {
		fmt.Fprintf(&b, "%-8s %-14s %s\n", f.State, f.Check, f.Found)
		if f.Remedy != "" {
			fmt.Fprintf(&b, "%-8s %-14s do: %s\n", "", "", f.Remedy)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (e *examination) writeJSON(w io.Writer) error {
	return writeJSON(w, struct {
		Faults   int       `json:"faults"`
		Warnings int       `json:"warnings"`
		Checks   []finding `json:"checks"`
	}{e.count(fault), e.count(warning), e.findings})
}
