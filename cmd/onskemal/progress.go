package main

import (
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
)

// progress is one line on a terminal that tells how far a run has come.
type progress struct {
	w    io.Writer
	next time.Time // before which nothing is shown, so that the eye can follow
	long int       // characters on the line
}

const (
	progressPause = 100 * time.Millisecond
	maxNameShown  = 30 // characters, so that the line fits every terminal
)

// progress is shown to somebody who waits at a terminal and is not told in
// another way.
func (g *globals) progress() *progress {
	if g.verbose || !onTerminal(g.err) {
		return &progress{w: io.Discard}
	}
	return &progress{w: g.err}
}

// ofPoll shows how far a poll has come.
func (p *progress) ofPoll(folder ingest.Folder, done ingest.Summary, todo int) {
	name := []rune(folder.Mailbox + " " + folder.Name)
	p.show("%s: %d of %d looked at, %d matched", string(name[:min(len(name), maxNameShown)]), done.Seen, todo, done.Matched)
}

func (p *progress) show(format string, args ...any) {
	now := time.Now()
	if now.Before(p.next) {
		return
	}
	p.next = now.Add(progressPause)
	line := fmt.Sprintf(format, args...)
	fmt.Fprintf(p.w, "\r%-*s", p.long, line)
	p.long = utf8.RuneCountInString(line)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.long > 0 {
		fmt.Fprintf(p.w, "\r%*s\r", p.long, "")
		p.long = 0
	}
}
