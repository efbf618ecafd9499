package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

// onTerminal tells whether a person is likely to be watching.
func onTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
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
