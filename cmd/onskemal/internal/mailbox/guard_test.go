package mailbox

import (
	"fmt"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, test := range []struct {
		stream string
		fails  bool
	}{
		{"* OK hello\r\n* SEARCH 1 2 3\r\n", false},
		{"* 1 FETCH (BODY[] {100}\r\n" + long + ")\r\nT1 OK\r\n", false},
		{"* 1 FETCH (BODY[] {100+}\r\n" + long + " BODY[1] {100}\r\n" + long + ")\r\n", false},
		{"* 1 FETCH (BODY[] {3}\r\n{9}\r\n)\r\n* 2 FETCH\r\n", false},
		{"* OK {}\r\n* OK {x}\r\n* OK {-5}\r\n* OK }\r\n", false},
		{"* OK \"" + long + "\"\r\n", true},
		{"* 1 FETCH (BODY[] {100}\r\n" + long + long + ")\r\n", true},
		{"* 1 FETCH ({1}\r\nx" + strings.Repeat("{1}\r\nx", 30) + ")\r\n", true}, // one line, however many literals
		{"* OK " + long, true},
		{"* OK {99999999999999999999}\r\n" + long + "\r\n", true},
	} {
		for _, size := range []int{1, 2, 3, 7, 1000} {
			g, failed := guard{longest: 80}, false
			for rest := []byte(test.stream); len(rest) > 0 && !failed; {
				n := min(size, len(rest))
				failed = g.follow(rest[:n]) != nil
				rest = rest[n:]
			}
			if failed != test.fails {
				t.Errorf("%.60q in pieces of %d: failed %v, want %v", test.stream, size, failed, test.fails)
			}
		}
	}
}

// Wherever a stream is cut, a literal is passed over exactly.
func TestGuardCounts(t *testing.T) {
	for size := range 300 {
		stream := fmt.Sprintf("* 1 FETCH (UID 1 BODY[] {%d}\r\n%s)\r\n", size, strings.Repeat("\n", size))
		for cut := range len(stream) {
			g := guard{longest: 80}
			if err := g.follow([]byte(stream[:cut])); err != nil {
				t.Fatal(err)
			}
			if err := g.follow([]byte(stream[cut:])); err != nil || g.line != 0 || g.literal != 0 {
				t.Fatalf("size %d cut at %d: %v, %d of a line, %d of a literal", size, cut, err, g.line, g.literal)
			}
		}
	}
}
