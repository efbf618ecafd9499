package mailboxtest

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// Section is what a FETCH asks for.
type Section string

// The sections that are asked for.
const (
	Header Section = "BODY[HEADER.FIELDS (SUBJECT FROM DATE MESSAGE-ID)]"
	Body   Section = "BODY[]<0>"
)

// Drop ends the connection in the middle of the section. See [Fake.Spoil].
const Drop = "END"

// Fake is an IMAP server with one folder, which misbehaves as no real one does
// on request. It speaks no TLS, and lets everybody in.
type Fake struct {
	Addr string // host:port

	mu       sync.Mutex
	validity uint32
	mails    map[uint32]string // by UID
	next     uint32            // UID
	claim    string            // what it says of the folder that is opened; "" for the truth
	hidden   map[uint32]bool
	spoilt   map[place]string
	notice   func(command string)
	commands []string
	clients  int
	idle     map[net.Conn]bool // on which a client listens; nil where the server announces nothing
	moved    *sync.Cond        // a client has gone, or listens
}

type place struct {
	section Section
	uid     uint32
}

// NewFake starts a server with an empty folder.
func NewFake(t testing.TB) *Fake {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(t, err)
	t.Cleanup(func() { l.Close() })
	f := &Fake{
		Addr:   l.Addr().String(),
		hidden: make(map[uint32]bool),
		spoilt: make(map[place]string),
		notice: func(string) {},
	}
	f.moved = sync.NewCond(&f.mu)
	f.Fill(1, nil)
	go func() {
		for conn, err := l.Accept(); err == nil; conn, err = l.Accept() {
			f.count(1)
			go func() {
				defer f.count(-1)
				f.serve(conn)
			}()
		}
	}()
	return f
}

func (f *Fake) count(clients int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.clients += clients
	f.moved.Broadcast()
}

// Fill gives the folder a UIDVALIDITY and its mails by UID, instead of those
// before.
func (f *Fake) Fill(validity uint32, mails map[uint32]string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if validity != f.validity {
		f.validity, f.next = validity, 1
	}
	f.mails = make(map[uint32]string)
	for uid, mail := range mails {
		f.mails[uid] = strings.ReplaceAll(mail, "\n", "\r\n")
		f.next = max(f.next, uid+1)
	}
}

// Claim has the server say of the folder, when it opens it, that it holds so many
// mails, with response codes such as "UIDNEXT 4", instead of the truth.
func (f *Fake) Claim(messages int, codes ...string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.claim = claim(messages, codes...)
}

func claim(messages int, codes ...string) string {
	said := fmt.Sprintf("* %d EXISTS\r\n", messages)
	for _, code := range codes {
		said += fmt.Sprintf("* OK [%s] so\r\n", code)
	}
	return said
}

// Hide leaves mails out of the answer to SEARCH.
func (f *Fake) Hide(uids ...uint32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, uid := range uids {
		f.hidden[uid] = true
	}
}

// Spoil has the server send something else as the section of a mail: the given
// content; [Drop]; or, after "$ ", a status that ends the whole answer.
func (f *Fake) Spoil(section Section, uid uint32, answer string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.spoilt[place{section, uid}] = answer
}

// Heal ends all that Claim, Hide, Spoil and Notice began.
func (f *Fake) Heal() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.claim = ""
	clear(f.hidden)
	clear(f.spoilt)
	f.notice = func(string) {}
}

// Notice calls a function on each command, before it is answered.
func (f *Fake) Notice(notice func(command string)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.notice = notice
}

// Commands returns the commands, without tags, that came since the last call.
func (f *Fake) Commands() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	commands := f.commands
	f.commands = nil
	return commands
}

// Wait waits until all clients have gone: what they said late has come by then.
func (f *Fake) Wait() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.clients > 0 {
		f.moved.Wait()
	}
}

// Listened lets clients listen for what it announces (RFC 2177).
func (f *Fake) Listened() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.idle = make(map[net.Conn]bool)
}

// Announce waits until a client listens, and tells it how many mails there are.
func (f *Fake) Announce() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for len(f.idle) == 0 {
		f.moved.Wait()
	}
	for conn := range f.idle {
		fmt.Fprintf(conn, "* %d EXISTS\r\n", len(f.mails))
	}
}

// listen has a client listen until it says that it is done.
func (f *Fake) listen(conn net.Conn, lines *bufio.Scanner) {
	f.mu.Lock()
	f.idle[conn] = true
	io.WriteString(conn, "+ listen\r\n")
	f.moved.Broadcast()
	f.mu.Unlock()
	lines.Scan()
	f.mu.Lock()
	delete(f.idle, conn)
	f.mu.Unlock()
}

func (f *Fake) capabilities() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.idle != nil {
		return "[CAPABILITY IMAP4rev1 IDLE]"
	}
	return "[CAPABILITY IMAP4rev1]"
}

func (f *Fake) serve(conn net.Conn) {
	defer conn.Close()
	fmt.Fprintf(conn, "* OK %s hello\r\n", f.capabilities())
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		tag, command, _ := strings.Cut(lines.Text(), " ")
		if command == "IDLE" {
			f.listen(conn, lines)
		}
		answer, dropped := strings.CutSuffix(f.answer(tag, command), Drop)
		if _, err := io.WriteString(conn, answer); err != nil || dropped {
			return
		}
	}
}

func (f *Fake) answer(tag, command string) string {
	f.mu.Lock()
	f.commands = append(f.commands, command)
	notice := f.notice
	f.mu.Unlock()
	notice(command) // which may use the server
	can := f.capabilities()

	f.mu.Lock()
	defer f.mu.Unlock()
	words := strings.Fields(strings.TrimPrefix(command, "UID "))
	switch words[0] {
	case "LOGIN":
		return tag + " OK " + can + " welcome\r\n"
	case "IDLE":
		return tag + " OK\r\n"
	case "EXAMINE":
		said := cmp.Or(f.claim, claim(len(f.mails), fmt.Sprintf("UIDNEXT %d", f.next)))
		return fmt.Sprintf("%s* OK [UIDVALIDITY %d] valid\r\n%s OK [READ-ONLY] open\r\n", said, f.validity, tag)
	case "SEARCH":
		return "* SEARCH" + f.list() + "\r\n" + tag + " OK\r\n"
	case "FETCH":
		if strings.Contains(command, "HEADER.FIELDS") {
			return f.fetch(tag, words[1], Header)
		}
		return f.fetch(tag, words[1], Body)
	case "LOGOUT":
		return "* BYE\r\n" + tag + " OK\r\n" + Drop
	default:
		return tag + " BAD\r\n"
	}
}

func (f *Fake) list() string {
	var list strings.Builder
	for _, uid := range slices.Sorted(maps.Keys(f.mails)) {
		if !f.hidden[uid] {
			fmt.Fprintf(&list, " %d", uid)
		}
	}
	return list.String()
}

func (f *Fake) fetch(tag, set string, section Section) string {
	var answer strings.Builder
	for _, uid := range f.members(set) {
		content := f.mails[uid]
		if section == Header {
			content, _, _ = strings.Cut(content, "\r\n\r\n")
			content += "\r\n\r\n"
		}
		if spoilt, ok := f.spoilt[place{section, uid}]; ok {
			if status, ok := strings.CutPrefix(spoilt, "$ "); ok {
				return answer.String() + tag + " " + status + "\r\n"
			}
			content = spoilt
		}
		size := len(content)
		if content == Drop {
			size += 100
		}
		fmt.Fprintf(&answer, "* %d FETCH (UID %d INTERNALDATE \"17-Nov-2026 12:00:00 +0000\" %s {%d}\r\n%s", uid, uid, section, size, content)
		if content == Drop {
			return answer.String()
		}
		answer.WriteString(")\r\n")
	}
	return answer.String() + tag + " OK\r\n"
}

// members lists the mails that a UID set such as "1:3,7" names.
func (f *Fake) members(set string) []uint32 {
	var uids []uint32
	for part := range strings.SplitSeq(set, ",") {
		first, last, isRange := strings.Cut(part, ":")
		if !isRange {
			last = first
		}
		for _, uid := range slices.Sorted(maps.Keys(f.mails)) {
			if number(first) <= uid && uid <= number(last) {
				uids = append(uids, uid)
			}
		}
	}
	return uids
}

func number(s string) uint32 {
	n, _ := strconv.ParseUint(s, 10, 32) // 0 is no UID
	return uint32(n)
}
