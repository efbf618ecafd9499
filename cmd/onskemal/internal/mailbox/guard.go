package mailbox

import (
	"bytes"
	"fmt"
	"strconv"
)

// The longest lines of an answer, in bytes, literals not counted. The library
// keeps a whole quoted string in memory, several times over, and knows no
// bound. Only a list of UIDs is long in honest answers: that of two million
// messages where the server knows no ranges.
const (
	maxLine = 1 << 20
	maxList = 16 << 20
)

// guard follows an IMAP stream and finds lines that are too long. Literals,
// which are announced by their size at the end of a line and may be of any
// (RFC 9051 section 4.3), are passed over: they are read in pieces.
type guard struct {
	longest int
	line    int    // bytes of the current line so far
	end     []byte // its last bytes, enough for a literal's size
	literal int64  // bytes of a literal still to come
}

// sizeLength is how long the announcement of a literal is at most: "{",
// twenty digits, "+}" and "\r".
const sizeLength = 24

// follow takes the next bytes of the stream.
func (g *guard) follow(p []byte) error {
	for len(p) > 0 {
		if g.literal > 0 {
			n := min(g.literal, int64(len(p)))
			g.literal -= n
			p = p[n:]
			continue
		}
		text, rest, ended := bytes.Cut(p, []byte("\n"))
		if g.line += len(text); g.line > g.longest {
			return fmt.Errorf("the server sends a line of more than %d bytes", g.longest)
		}
		g.end = append(g.end, text[max(0, len(text)-sizeLength):]...)
		g.end = g.end[max(0, len(g.end)-sizeLength):]
		if ended {
			g.literal = announced(g.end)
			g.end = g.end[:0]
			if g.literal == 0 {
				g.line = 0
			}
		}
		p = rest
	}
	return nil
}

// announced is the size of the literal that a line ends with the announcement
// of; 0 for none.
func announced(line []byte) int64 {
	line = bytes.TrimSuffix(line, []byte("\r"))
	line, ok := bytes.CutSuffix(line, []byte("}"))
	if !ok {
		return 0
	}
	line = bytes.TrimSuffix(line, []byte("+"))
	size, err := strconv.ParseInt(string(line[bytes.LastIndexByte(line, '{')+1:]), 10, 64)
	if err != nil || size < 0 {
		return 0
	}
	return size
}
