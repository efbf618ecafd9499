package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

// onTerminal tells whether a person is likely to be watching.
func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// interactive tells whether somebody can be asked.
func (g *globals) interactive() bool {
	in, ok := g.in.(*os.File)
	return ok && term.IsTerminal(int(in.Fd()))
}

// ask puts a question to which "j" is the answer for yes.
func (g *globals) ask(ctx context.Context, question string) (yes bool, err error) {
	if _, err := fmt.Fprintf(g.err, "%s [j/N] ", question); err != nil {
		return false, err
	}
	answer, err := bufio.NewReader(interruptible(ctx, g.in)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "j", "ja":
		return true, nil
	}
	return false, nil
}

// writePrintable writes lines for a person, without what a mail may hold to fool a
// terminal.
func writePrintable(w io.Writer, text string) error {
	for line := range strings.Lines(text) {
		if _, err := fmt.Fprintln(w, report.Printable(strings.TrimSuffix(line, "\n"))); err != nil {
			return err
		}
	}
	return nil
}

// terminalOf is what w can show: as wide as its window and in colour, unless
// $NO_COLOR or a dumb terminal say otherwise. What is no terminal has no limit
// and no colour.
func terminalOf(w io.Writer) report.Terminal {
	if !onTerminal(w) {
		return report.Terminal{}
	}
	width, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		width = 80
	}
	return report.Terminal{Width: width, Colour: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}
