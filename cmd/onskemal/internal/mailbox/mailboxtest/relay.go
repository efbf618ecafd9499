package mailboxtest

import (
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// Relay stands between a client and its server, and knows at which byte of what
// the server says something is to happen. It keeps what the client says.
type Relay struct {
	Addr string // host:port

	mu     sync.Mutex
	passed int // bytes from the server, of all connections
	at     int
	act    func()
	cut    bool
	conns  []net.Conn
	heard  []*said // by clients, one a connection
}

// said collects what one peer says.
type said struct {
	mu       sync.Mutex
	text     strings.Builder
	answered bool // by the other one
	turns    int  // how often it spoke after an answer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answered {
		s.answered = false
		s.turns++
	}
	return s.text.Write(p)
}

func (s *said) answer() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answered = true
}

// NewRelay starts a relay to the server at the address.
func NewRelay(t testing.TB, server string) *Relay {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	t.Cleanup(func() { l.Close() })
	r := &Relay{Addr: l.Addr().String()}
	go func() {
		for {
			client, err := l.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				go r.serve(client, server)
			}
		}
	}()
	return r
}

// Passed returns how many bytes the server has said, or since the last After or Mend.
func (r *Relay) Passed() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.passed
}

// Heard returns what clients have said to the server, one connection after the
// other.
func (r *Relay) Heard() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var all strings.Builder
	for _, one := range r.heard {
		one.mu.Lock()
		all.WriteString(one.text.String())
		one.mu.Unlock()
	}
	return all.String()
}

// RoundTrips returns how often clients have waited for the server before they went
// on, its greetings included.
func (r *Relay) RoundTrips() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	trips := 0
	for _, one := range r.heard {
		one.mu.Lock()
		trips += one.turns
		one.mu.Unlock()
	}
	return trips
}

// After lets n bytes more pass and then acts, once. What the server said beyond
// them waits until the act has returned.
func (r *Relay) After(n int, act func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passed, r.at, r.act = 0, n, act
}

// Cut ends every connection as a server does that loses its power, and takes no
// more until Mend. It is for After to call.
func (r *Relay) Cut() {
	r.cut = true
	for _, conn := range r.conns {
		conn.Close()
	}
	r.conns = nil
}

// Mend takes connections again, and forgets what After arranged.
func (r *Relay) Mend() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passed, r.act, r.cut = 0, nil, false
}

func (r *Relay) serve(client net.Conn, server string) {
	defer client.Close()
	upstream, err := net.Dial("tcp", server)
	if err != nil {
		return
	}
	defer upstream.Close()
	heard, ok := r.join(client, upstream)
	if !ok {
		return
	}
	go func() {
		io.Copy(io.MultiWriter(heard, upstream), client)
		upstream.Close()
	}()
	buf := make([]byte, 4096)
	for {
		n, err := upstream.Read(buf)
		heard.answer()
		if !r.pass(client, buf[:n]) || err != nil {
			return
		}
	}
}

// join returns where to note what the client says, and whether connections are
// taken at the moment.
func (r *Relay) join(conns ...net.Conn) (*said, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	heard := &said{}
	r.heard = append(r.heard, heard)
	r.conns = append(r.conns, conns...)
	return heard, !r.cut
}

// pass hands on what the server said, in two parts where the act comes between.
func (r *Relay) pass(client net.Conn, said []byte) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.act != nil && r.passed+len(said) > r.at {
		before := r.at - r.passed
		if _, err := client.Write(said[:before]); err != nil {
			return false
		}
		r.passed, said = r.at, said[before:]
		act := r.act
		r.act = nil
		act()
	}
	r.passed += len(said)
	_, err := client.Write(said)
	return err == nil && !r.cut
}
