package review

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
)

// Keys that have no sign.
const (
	keyEnter  = '\r'
	keyCtrlC  = 0x03
	keyCtrlD  = 0x04
	keyEscape = 0x1b
)

// errCancelled says that the editor left a question without an answer.
var errCancelled = errors.New("cancelled")

// screen is a terminal in raw mode: one key or one line at a time.
type screen struct {
	in    io.Reader
	out   io.Writer
	width int // in characters
}

// newScreen reads no further than asked for, since a key that is typed ahead may
// be for the next question.
func newScreen(in io.Reader, out io.Writer, width int) *screen {
	return &screen{in: oneByteReader{in}, out: lineEnds{out}, width: width}
}

// key waits for a key. Arrows and the like, which send an escape sequence, are
// left out.
func (s *screen) key() (rune, error) {
	escaped := ""
	for {
		r, err := s.rune()
		if err != nil {
			return 0, err
		}
		switch {
		case r == keyEscape:
			escaped = string(r)
		case escaped == string(rune(keyEscape)) && (r == '[' || r == 'O'):
			escaped += string(r)
		case len(escaped) > 1:
			if r >= '@' && r <= '~' { // the end of the sequence (ECMA-48, 5.4)
				escaped = ""
			}
		default:
			return r, nil
		}
	}
}

func (s *screen) rune() (rune, error) {
	var read []byte
	for len(read) < utf8.UTFMax {
		b := make([]byte, 1)
		if _, err := io.ReadFull(s.in, b); err != nil {
			return 0, err
		}
		if read = append(read, b[0]); utf8.FullRune(read) {
			break
		}
	}
	r, _ := utf8.DecodeRune(read)
	return r, nil
}

// line asks for a line. Tab completes what stands after the last comma to one of
// the words, or shows those that it may become. Ctrl-C and Ctrl-D give
// errCancelled.
func (s *screen) line(question string, words []string) (string, error) {
	s.print("%s\n", question)
	t := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{s.in, s.out}, "> ")
	t.AutoCompleteCallback = func(line string, position int, key rune) (string, int, bool) {
		if key != '\t' || position != len([]rune(line)) {
			return "", 0, false
		}
		completed, may := complete(line, words)
		if len(may) > 1 {
			fmt.Fprintln(t, s.wrapped(may))
		}
		return completed, len([]rune(completed)), true
	}
	text, err := t.ReadLine()
	switch {
	case errors.Is(err, term.ErrPasteIndicator):
		err = nil
	case errors.Is(err, io.EOF):
		s.print("\n")
		return "", errCancelled
	}
	return strings.TrimSpace(text), err
}

// wrapped puts words side by side, in as many lines as they need.
func (s *screen) wrapped(words []string) string {
	var lines []string
	for _, word := range words {
		last := len(lines) - 1
		if last >= 0 && utf8.RuneCountInString(lines[last])+2+utf8.RuneCountInString(word) < s.width {
			lines[last] += "  " + word
		} else {
			lines = append(lines, word)
		}
	}
	return strings.Join(lines, "\n")
}

// complete lengthens the word after the last comma as far as the words agree that
// begin so, in whatever case, and tells which these are.
func complete(line string, words []string) (completed string, may []string) {
	head, last := "", strings.TrimSpace(line)
	if comma := strings.LastIndexByte(line, ','); comma >= 0 {
		head, last = line[:comma+1]+" ", strings.TrimSpace(line[comma+1:])
	}
	for _, word := range words {
		if strings.HasPrefix(strings.ToLower(word), strings.ToLower(last)) {
			may = append(may, word)
		}
	}
	if len(may) == 0 {
		return line, nil
	}
	common := may[0]
	for _, word := range may[1:] {
		for !strings.HasPrefix(strings.ToLower(word), strings.ToLower(common)) {
			_, size := utf8.DecodeLastRuneInString(common)
			common = common[:len(common)-size]
		}
	}
	return head + common, may
}

// print shows text; what a mail may hold to fool a terminal does not get there.
func (s *screen) print(format string, args ...any) {
	for line := range strings.Lines(fmt.Sprintf(format, args...)) {
		text, ended := strings.CutSuffix(line, "\n")
		fmt.Fprint(s.out, report.Printable(text))
		if ended {
			fmt.Fprintln(s.out)
		}
	}
}

// oneByteReader reads a byte at a time, whatever it is asked for.
type oneByteReader struct{ io.Reader }

func (r oneByteReader) Read(p []byte) (int, error) { return r.Reader.Read(p[:min(1, len(p))]) }

// lineEnds begins lines at the left, which a terminal in raw mode does not.
type lineEnds struct{ io.Writer }

func (w lineEnds) Write(p []byte) (int, error) {
	text := bytes.ReplaceAll(bytes.ReplaceAll(p, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	if _, err := w.Writer.Write(text); err != nil {
		return 0, err
	}
	return len(p), nil
}
