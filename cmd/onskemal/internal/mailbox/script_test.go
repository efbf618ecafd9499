package mailbox_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// script is what a server answers to each command, and under "greeting" what it
// greets with. $ stands for the command's tag, END closes the connection. The
// server is silent on a command that is neither in the script nor in polite.
type script map[string]string

// polite answers everything that a test is not about.
var polite = script{
	"greeting":   "* OK [CAPABILITY IMAP4rev1] hello\r\n",
	"LOGIN":      "$ OK [CAPABILITY IMAP4rev1] welcome\r\n",
	"EXAMINE":    "* OK [UIDVALIDITY 7] uids valid\r\n$ OK [READ-ONLY] open\r\n",
	"LIST":       "$ OK\r\n",
	"UID SEARCH": "* SEARCH 10 11\r\n$ OK\r\n",
	"UID FETCH":  "$ OK\r\n",
	"LOGOUT":     "* BYE see you\r\n$ OK bye\r\nEND",
}

// scripted is a server that plays a script for one connection.
type scripted struct {
	account  mailbox.Account
	commands chan string // received commands without tags, closed at the end of the connection
}

func (s script) serve(t *testing.T) scripted {
	t.Helper()
	lines := maps.Clone(polite)
	maps.Copy(lines, s)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	commands := make(chan string, 100)
	go func() {
		defer close(commands)
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		lines.play(conn, commands)
		// Closing at once would be a reset where the client has said more.
		conn.(*net.TCPConn).CloseWrite()
		io.Copy(io.Discard, conn)
	}()
	return scripted{
		mailbox.Account{
			Host:        l.Addr().String(),
			TLS:         mailbox.NoTLS,
			User:        "kontakt",
			Password:    password("hemligt"),
			IdleTimeout: 10 * time.Second, // so that a script with a hole ends
		},
		commands,
	}
}

func (s script) play(conn net.Conn, commands chan<- string) {
	answer, tag := s["greeting"], ""
	r := bufio.NewReader(conn)
	for {
		text, ended := strings.CutSuffix(strings.ReplaceAll(answer, "$", tag), "END")
		if _, err := io.WriteString(conn, text); err != nil || ended {
			return
		}
		line, err := r.ReadString('\n')
		if err != nil {
			return
		}
		var command string
		tag, command, _ = strings.Cut(strings.TrimSpace(line), " ")
		commands <- command
		name, _, _ := strings.Cut(strings.TrimPrefix(command, "UID "), " ")
		if strings.HasPrefix(command, "UID ") {
			name = "UID " + name
		}
		answer = s[name]
	}
}

// open dials the server and opens its INBOX.
func (s scripted) open(t *testing.T) *mailbox.Client {
	t.Helper()
	c := dial(t, s.account)
	examine(t, c)
	return c
}

// received is all that the client sent; it waits for the connection's end.
func (s scripted) received() (commands []string) {
	for command := range s.commands {
		commands = append(commands, command)
	}
	return commands
}

func TestLoginHazards(t *testing.T) {
	for name, test := range map[string]struct {
		script script
		want   error
		says   string
	}{
		"turned away":         {script{"greeting": "* BYE [ALERT] too many\x1b connections\r\nEND"}, mailbox.ErrUnreachable, `too many  connections"`},
		"closed at once":      {script{"greeting": "END"}, mailbox.ErrUnreachable, "closed the connection"},
		"not IMAP":            {script{"greeting": "220 smtp.example.se ESMTP\r\n"}, mailbox.ErrUnreachable, "answer not understood"},
		"no capabilities":     {script{"greeting": "* OK hello\r\n", "CAPABILITY": "$ BAD what?\r\n"}, mailbox.ErrUnreachable, "no list of capabilities"},
		"login disabled":      {script{"greeting": "* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hello\r\n"}, mailbox.ErrLoginRefused, `set tls to "implicit"`},
		"refused":             {script{"LOGIN": "$ NO Login failed\r\n"}, mailbox.ErrLoginRefused, `"NO Login failed"`},
		"repeats the command": {script{"LOGIN": "$ BAD unknown: LOGIN kontakt hemligt\r\n"}, mailbox.ErrLoginRefused, "kontakt [password]"},
		"repeats and ends":    {script{"LOGIN": "* BYE unknown: LOGIN kontakt hemligt\r\nEND"}, mailbox.ErrUnreachable, "kontakt [password]"},
		"busy":                {script{"LOGIN": "$ NO [unavailable] try later\r\n"}, mailbox.ErrUnreachable, "try later"},
		"throttled":           {script{"LOGIN": "$ BAD Request is throttled. Suggested Backoff Time: 299910 milliseconds\r\n"}, mailbox.ErrUnreachable, "299910"},
	} {
		t.Run(name, func(t *testing.T) {
			server := test.script.serve(t)
			c, err := mailbox.Dial(t.Context(), server.account)
			checkRefusal(t, c, err, test.want, server.account.Host, test.says)
		})
	}
}

func TestPasswordStaysHere(t *testing.T) {
	for name, test := range map[string]struct {
		tls    mailbox.TLSMode
		script script
		says   string
	}{
		"login disabled":         {mailbox.NoTLS, script{"greeting": "* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hello\r\n"}, "no password without TLS"},
		"STARTTLS stripped":      {mailbox.StartTLS, script{"STARTTLS": "$ BAD unknown command\r\n"}, "no STARTTLS"},
		"STARTTLS not answered":  {mailbox.StartTLS, script{"STARTTLS": "$ OK\rEND"}, "closed the connection"},
		"STARTTLS and no TLS":    {mailbox.StartTLS, script{"STARTTLS": "$ OK go on\r\nEND"}, "closed the connection"},
		"logged in before TLS":   {mailbox.StartTLS, script{"greeting": "* PREAUTH welcome\r\n", "STARTTLS": "$ BAD no need\r\n"}, "PREAUTH"},
		"commands put in before": {mailbox.StartTLS, script{"STARTTLS": "$ OK go on\r\n* OK [CAPABILITY IMAP4rev1] trust me\r\n"}, "clear text"},
		"talks without end":      {mailbox.StartTLS, script{"greeting": "* OK " + strings.Repeat("hello ", 10_000) + "\r\n"}, "closed the connection"},
	} {
		t.Run(name, func(t *testing.T) {
			server := test.script.serve(t)
			server.account.TLS = test.tls
			server.account.Password = func(context.Context) (string, error) {
				t.Error("password asked for")
				return "hemligt", nil
			}
			c, err := mailbox.Dial(t.Context(), server.account)
			checkRefusal(t, c, err, nil, test.says)
			for _, command := range server.received() {
				if strings.Contains(command, "hemligt") {
					t.Errorf("client sent %q", command)
				}
			}
		})
	}
}

func TestPasswordFails(t *testing.T) {
	broken := errors.New("pass: no such entry")
	for name, test := range map[string]struct {
		password func(context.Context) (string, error)
		says     string
	}{
		"error": {func(context.Context) (string, error) { return "", broken }, "password of kontakt: pass: no such entry"},
		"empty": {password(""), "password of kontakt: empty"},
	} {
		t.Run(name, func(t *testing.T) {
			server := script{}.serve(t)
			server.account.Password = test.password
			c, err := mailbox.Dial(t.Context(), server.account)
			checkRefusal(t, c, err, nil, test.says)
			if got := server.received(); !slices.Equal(got, []string{"LOGOUT"}) {
				t.Errorf("client sent %q", got)
			}
		})
	}
}

func TestAlreadyLoggedIn(t *testing.T) {
	server := script{"greeting": "* PREAUTH [CAPABILITY IMAP4rev1] welcome back\r\n"}.serve(t)
	server.open(t).Close()
	if got := server.received(); !slices.Equal(got, []string{"EXAMINE INBOX", "LOGOUT"}) {
		t.Errorf("client sent %q", got)
	}
}

func TestExamineHazards(t *testing.T) {
	const folders = `* LIST (\NoSelect) "/" Arkiv` + "\r\n" + `* LIST () "/" Arkiv/2020` + "\r\n" + `* LIST () "/" &ANY-nskem&AOU-l` + "\r\n" + `* LIST () "/" INBOX` + "\r\n$ OK\r\n"
	for name, test := range map[string]struct {
		script script
		want   error
		says   string
	}{
		"no UIDVALIDITY":   {script{"EXAMINE": "$ OK open\r\n"}, nil, "no UIDVALIDITY"},
		"UIDVALIDITY 0":    {script{"EXAMINE": "* OK [UIDVALIDITY 0] no\r\n$ OK open\r\n"}, nil, "no UIDVALIDITY"},
		"no folder":        {script{"EXAMINE": "$ NO no\r\n", "LIST": folders}, mailbox.ErrNoFolder, `"Onskemal"; there are "Önskemål", "INBOX", "Arkiv/2020"`},
		"folders unlisted": {script{"EXAMINE": "$ NO no such thing\r\n", "LIST": "$ NO not today\r\n"}, nil, `"NO no such thing"`},
		"gone after that":  {script{"EXAMINE": "$ NO no such thing\r\n", "LIST": "END"}, nil, `"NO no such thing"`},
		"folder forbidden": {script{"EXAMINE": "$ NO [NOPERM] no\r\n", "LIST": `* LIST () "/" Onskemal` + "\r\n$ OK\r\n"}, nil, `NOPERM`},
		"busy":             {script{"EXAMINE": "$ NO [INUSE] locked\r\n"}, mailbox.ErrUnreachable, "locked"},
		"half-way out":     {script{"EXAMINE": "* BYE going down\r\nEND"}, mailbox.ErrUnreachable, "going down"},
		"gone":             {script{"EXAMINE": "END"}, mailbox.ErrUnreachable, "closed the connection"},
	} {
		t.Run(name, func(t *testing.T) {
			c := dial(t, test.script.serve(t).account)
			_, err := c.Examine("Onskemal")
			checkFailure(t, err, test.want, test.says)
		})
	}
}

func TestFolderNameIsEncoded(t *testing.T) {
	server := script{}.serve(t)
	c := dial(t, server.account)
	if _, err := c.Examine("Önskemål"); err != nil {
		t.Error(err)
	}
	c.Close()
	if got := server.received(); !slices.Contains(got, `EXAMINE "&ANY-nskem&AOU-l"`) {
		t.Errorf("client sent %q", got)
	}
}

func TestUIDs(t *testing.T) {
	const esearch = "$ OK [CAPABILITY IMAP4rev1 ESEARCH] welcome\r\n"
	for name, test := range map[string]struct {
		script script
		want   []uint32
		says   string // of the error
	}{
		"none":                 {script{"UID SEARCH": "* SEARCH\r\n$ OK\r\n"}, nil, ""},
		"no answer":            {script{"UID SEARCH": "$ OK\r\n"}, nil, ""},
		"out of order, twice":  {script{"UID SEARCH": "* SEARCH 30 4 30 5 4294967295 1\r\n$ OK\r\n"}, []uint32{1, 4, 5, 30, 4294967295}, ""},
		"ranges":               {script{"LOGIN": esearch, "UID SEARCH": "* ESEARCH (TAG \"$\") UID ALL 8:7,1:3\r\n$ OK\r\n"}, []uint32{1, 2, 3, 7, 8}, ""},
		"no ranges":            {script{"LOGIN": esearch, "UID SEARCH": "* ESEARCH (TAG \"$\") UID\r\n$ OK\r\n"}, nil, ""},
		"zero":                 {script{"UID SEARCH": "* SEARCH 0 5\r\n$ OK\r\n"}, nil, "cannot be"},
		"more than can be":     {script{"LOGIN": esearch, "UID SEARCH": "* ESEARCH (TAG \"$\") UID ALL 1:4294967295\r\n$ OK\r\n"}, nil, "more than"},
		"everything from one":  {script{"LOGIN": esearch, "UID SEARCH": "* ESEARCH (TAG \"$\") UID ALL 1:*\r\n$ OK\r\n"}, nil, "dynamic"},
		"sequence numbers":     {script{"LOGIN": esearch, "UID SEARCH": "* ESEARCH (TAG \"$\") ALL 1:3\r\n$ OK\r\n"}, nil, "without UIDs"},
		"refused":              {script{"UID SEARCH": "$ NO not now\r\n"}, nil, "not now"},
		"the end in the midst": {script{"UID SEARCH": "* SEARCH 1 2 3END"}, nil, "closed the connection"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := test.script.serve(t).open(t).UIDs()
			if test.says == "" {
				if err != nil || !slices.Equal(got, test.want) {
					t.Errorf("UIDs = %v, %v, want %v", got, err, test.want)
				}
				return
			}
			checkFailure(t, err, nil, test.says)
		})
	}
}

func TestHeaderHazards(t *testing.T) {
	const section = "BODY[HEADER.FIELDS (SUBJECT FROM DATE MESSAGE-ID)]"
	const ten = "* 1 FETCH (UID 10 RFC822.SIZE 99 INTERNALDATE \"14-Apr-2020 10:12:00 +0200\" " + section + " {13}\r\nSubject: a\r\n\r)\r\n"
	for name, test := range map[string]struct {
		answer string
		want   []uint32
		says   string // of the error
	}{
		"whole":                 {ten + "$ OK\r\n", []uint32{10}, ""},
		"other spelling":        {"* 1 FETCH (UID 10 BODY[HEADER.FIELDS (\"Subject\" \"From\" \"Date\" \"Message-Id\")] \"Subject: a\")\r\n$ OK\r\n", []uint32{10}, ""},
		"no such fields":        {"* 1 FETCH (UID 10 " + section + " {2}\r\n\r\n)\r\n$ OK\r\n", []uint32{10}, ""},
		"no fields at all":      {"* 1 FETCH (UID 10 " + section + " \"\")\r\n$ OK\r\n", []uint32{10}, ""},
		"new mail in between":   {"* 3 EXISTS\r\n" + ten + "* 1 EXPUNGE\r\n$ OK\r\n", []uint32{10}, ""},
		"nothing":               {"$ OK\r\n", nil, ""},
		"without a section":     {"* 1 FETCH (UID 10 RFC822.SIZE 99)\r\n$ OK\r\n", nil, ""},
		"section NIL":           {"* 1 FETCH (UID 10 " + section + " NIL)\r\n$ OK\r\n", nil, ""},
		"other section":         {"* 1 FETCH (UID 10 BODY[] {1}\r\na)\r\n$ OK\r\n", nil, ""},
		"without a UID":         {"* 1 FETCH (" + section + " {1}\r\na)\r\n$ OK\r\n", nil, ""},
		"UID not asked for":     {"* 1 FETCH (UID 12 " + section + " {1}\r\na)\r\n$ OK\r\n", nil, ""},
		"flags before the data": {"* 1 FETCH (UID 10 FLAGS (\\Seen))\r\n" + ten + "$ OK\r\n", nil, ""},
		"refused half-way":      {ten + "$ NO cannot read UID 11\r\n", nil, "cannot read UID 11"},
		"cut short":             {ten + "* 2 FETCH (UID 11 " + section + " {100}\r\nSubject: bEND", nil, "closed the connection"},
		"cut between":           {ten + "END", nil, "closed the connection"},
		"not understood":        {ten + "* 2 FETCH (UID 11 X-GM-MSGID 1)\r\n$ OK\r\n", nil, "X-GM-MSGID"},
	} {
		t.Run(name, func(t *testing.T) {
			c := script{"UID FETCH": test.answer}.serve(t).open(t)
			var got []uint32
			err := c.Headers([]uint32{10, 11}, func(h mailbox.Header) error {
				got = append(got, h.UID)
				return nil
			})
			if !slices.Equal(got, test.want) {
				t.Errorf("headers of %v, want %v", got, test.want)
			}
			if test.says != "" {
				checkFailure(t, err, nil, test.says)
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

// Of several mails those count that came whole, whatever comes after them.
func TestMessagesHazards(t *testing.T) {
	const limit = 20
	const ten, eleven = "* 1 FETCH (UID 10 BODY[]<0> {3}\r\nten)\r\n", "* 2 FETCH (UID 11 BODY[]<0> {6}\r\neleven)\r\n"
	for name, test := range map[string]struct {
		answer string
		want   map[uint32]string
		fails  error
		says   string
	}{
		"both":                 {ten + eleven + "$ OK\r\n", map[uint32]string{10: "ten", 11: "eleven"}, nil, ""},
		"in another order":     {eleven + ten + "$ OK\r\n", map[uint32]string{10: "ten", 11: "eleven"}, nil, ""},
		"one":                  {eleven + "$ OK\r\n", map[uint32]string{11: "eleven"}, nil, ""},
		"one that is empty":    {ten + "* 2 FETCH (UID 11 BODY[]<0> \"\")\r\n$ OK\r\n", map[uint32]string{10: "ten"}, nil, ""},
		"one that is NIL":      {ten + "* 2 FETCH (UID 11 BODY[]<0> NIL)\r\n$ OK\r\n", map[uint32]string{10: "ten"}, nil, ""},
		"one too large":        {ten + "* 2 FETCH (UID 11 BODY[]<0> {21}\r\n" + strings.Repeat("x", limit+1) + ")\r\n$ OK\r\n", map[uint32]string{10: "ten"}, nil, ""},
		"one not asked for":    {ten + "* 2 FETCH (UID 12 BODY[]<0> {1}\r\nx)\r\n$ OK\r\n", map[uint32]string{10: "ten"}, nil, ""},
		"one refused":          {ten + "$ NO [SERVERBUG] not that\r\n", map[uint32]string{10: "ten"}, mailbox.ErrNotFetched, "fetch UID 10 to 11"},
		"then busy":            {ten + "$ NO [LIMIT] rest\r\n", map[uint32]string{10: "ten"}, mailbox.ErrBusy, "rest"},
		"the end in the midst": {ten + "* 2 FETCH (UID 11 BODY[]<0> {6}\r\nelevEND", map[uint32]string{10: "ten"}, mailbox.ErrUnreachable, "closed the connection"},
		"the end between":      {ten + "END", map[uint32]string{10: "ten"}, mailbox.ErrUnreachable, "closed the connection"},
		"the end at once":      {"END", nil, mailbox.ErrUnreachable, "closed the connection"},
	} {
		t.Run(name, func(t *testing.T) {
			server := script{"UID FETCH": test.answer}.serve(t)
			c := server.open(t)
			mails, err := c.Messages([]uint32{10, 11}, limit)
			got := make(map[uint32]string)
			for uid, raw := range mails {
				got[uid] = string(raw)
			}
			if !maps.Equal(got, test.want) {
				t.Errorf("mails %v, want %v", got, test.want)
			}
			if test.fails != nil {
				checkFailure(t, err, test.fails, test.says)
			} else if err != nil {
				t.Error(err)
			}
			c.Close()
			if asked := server.received(); !slices.Contains(asked, "UID FETCH 10:11 (UID BODY.PEEK[]<0.21>)") {
				t.Errorf("client sent %q", asked)
			}
		})
	}
}

func TestHeader(t *testing.T) {
	c := script{"UID FETCH": "* 1 FETCH (UID 10 RFC822.SIZE 99 INTERNALDATE \"14-Apr-2020 10:12:00 +0200\" BODY[HEADER.FIELDS (SUBJECT FROM DATE MESSAGE-ID)] {12}\r\nSubject: \xe5\r\n)\r\n$ OK\r\n"}.serve(t).open(t)
	err := c.Headers([]uint32{10}, func(h mailbox.Header) error {
		if h.UID != 10 || h.Size != 99 || h.InternalDate.Unix() != 1586851920 || string(h.Raw) != "Subject: \xe5\r\n" || h.Cut {
			t.Errorf("header %+v", h)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestHugeHeaderIsCut(t *testing.T) {
	const size = 1 << 20
	huge := "Subject: a\r\n" + strings.Repeat("x", size-len("Subject: a\r\n"))
	c := script{"UID FETCH": fmt.Sprintf("* 1 FETCH (UID 10 BODY[HEADER.FIELDS (SUBJECT FROM DATE MESSAGE-ID)] {%d}\r\n%s)\r\n$ OK\r\n", size, huge)}.serve(t).open(t)
	err := c.Headers([]uint32{10}, func(h mailbox.Header) error {
		if len(h.Raw) != 64<<10 || !h.Cut || !strings.HasPrefix(huge, string(h.Raw)) {
			t.Errorf("%d bytes of header, cut %t", len(h.Raw), h.Cut)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestMessageHazards(t *testing.T) {
	for name, test := range map[string]struct {
		answer string
		want   error
		says   string
	}{
		"whole":            {"* 1 FETCH (UID 10 BODY[]<0> {4}\r\nmail)\r\n$ OK\r\n", nil, ""},
		"quoted":           {"* 1 FETCH (UID 10 BODY[]<0> \"mail\")\r\n$ OK\r\n", nil, ""},
		"nothing":          {"$ OK\r\n", mailbox.ErrNotFetched, ""},
		"empty":            {"* 1 FETCH (UID 10 BODY[]<0> \"\")\r\n$ OK\r\n", mailbox.ErrNotFetched, ""},
		"NIL":              {"* 1 FETCH (UID 10 BODY[]<0> NIL)\r\n$ OK\r\n", mailbox.ErrNotFetched, ""},
		"another message":  {"* 2 FETCH (UID 11 BODY[]<0> {4}\r\nmail)\r\n$ OK\r\n", mailbox.ErrNotFetched, ""},
		"from the middle":  {"* 1 FETCH (UID 10 BODY[]<2> {4}\r\nmail)\r\n$ OK\r\n", mailbox.ErrNotFetched, ""},
		"more than wanted": {"* 1 FETCH (UID 10 BODY[]<0> {1000}\r\n" + strings.Repeat("x", 1000) + ")\r\n$ OK\r\n", mailbox.ErrTooLarge, "of 100 bytes"},
		"cut short":        {"* 1 FETCH (UID 10 BODY[]<0> {9}\r\nmailEND", mailbox.ErrUnreachable, "closed the connection"},
		"cut after":        {"* 1 FETCH (UID 10 BODY[]<0> {4}\r\nmailEND", mailbox.ErrUnreachable, "closed the connection"},
		"BYE":              {"* 1 FETCH (UID 10 BODY[]<0> {4}\r\nmail)\r\n* BYE Connection closed. 14\r\nEND", mailbox.ErrUnreachable, `"Connection closed. 14"`},
		"refused":          {"$ NO [SERVERBUG] cannot\r\n", mailbox.ErrNotFetched, "SERVERBUG"},
		"not understood":   {"$ BAD Command Error. 12\r\n", mailbox.ErrNotFetched, "Command Error"},
		"busy":             {"$ NO [LIMIT] too many\r\n", mailbox.ErrBusy, "LIMIT"},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := script{"UID FETCH": test.answer}.serve(t).open(t).Message(10, 100)
			if test.want == nil && test.says == "" {
				if err != nil || string(raw) != "mail" {
					t.Errorf("Message = %q, %v", raw, err)
				}
				return
			}
			if raw != nil && !errors.Is(test.want, mailbox.ErrTooLarge) {
				t.Errorf("Message = %q along with an error", raw)
			}
			checkFailure(t, err, test.want, test.says)
		})
	}
}

func TestMessageCutAtEveryByte(t *testing.T) {
	const answer = "* 1 FETCH (UID 10 BODY[]<0> {4}\r\nmail)\r\n$ OK\r"
	for n := range len(answer) + 1 {
		raw, err := script{"UID FETCH": answer[:n] + "END"}.serve(t).open(t).Message(10, 100)
		if !errors.Is(err, mailbox.ErrUnreachable) && n < len(answer) {
			t.Errorf("cut after %q: %q, %v", answer[:n], raw, err)
		}
	}
}

func TestOnlyReads(t *testing.T) {
	server := script{}.serve(t)
	c := server.open(t)
	uids := listUIDs(t, c)
	c.Headers(uids, func(mailbox.Header) error { return nil })
	c.Message(10, 100)
	c.Close()
	want := []string{
		`LOGIN "kontakt" "hemligt"`,
		`EXAMINE INBOX`,
		`UID SEARCH ALL`,
		`UID FETCH 10:11`,
		`UID FETCH 10 (UID BODY.PEEK[]<0.101>)`,
		`LOGOUT`,
	}
	got := server.received()
	for i, command := range got {
		// Size and date come in any order.
		if strings.Contains(command, "HEADER") {
			got[i], _, _ = strings.Cut(command, " (")
			if !strings.HasSuffix(command, ` BODY.PEEK[HEADER.FIELDS ("SUBJECT" "FROM" "DATE" "MESSAGE-ID")])`) {
				t.Errorf("client sent %q", command)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("client sent %q, want %q", got, want)
	}
	if c.Trips() != len(want)-1 {
		t.Errorf("%d round trips, want %d", c.Trips(), len(want)-1)
	}
}

func TestSilence(t *testing.T) {
	for name, test := range map[string]script{
		"greeting":     {"greeting": ""},
		"half a line":  {"greeting": "* OK hel"},
		"capabilities": {"greeting": "* OK hello\r\n"},
		"login":        {"LOGIN": ""},
		"examine":      {"EXAMINE": "* OK [UIDVALIDITY 7] uids valid\r\n"},
		"search":       {"UID SEARCH": "* SEARCH 1 2"},
		"fetch":        {"UID FETCH": "* 1 FETCH (UID 10 BODY[]<0> {4}\r\nma"},
	} {
		t.Run(name, func(t *testing.T) {
			server := test.serve(t)
			server.account.IdleTimeout = 30 * time.Millisecond
			err := poll(t.Context(), server.account)
			checkFailure(t, err, mailbox.ErrUnreachable, "the server stopped answering for 30ms")
		})
	}
}

// poll does one of everything.
func poll(ctx context.Context, a mailbox.Account) error {
	c, err := mailbox.Dial(ctx, a)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.Examine("INBOX"); err != nil {
		return err
	}
	if _, err := c.UIDs(); err != nil {
		return err
	}
	_, err = c.Message(10, 100)
	return err
}

func TestCancel(t *testing.T) {
	for _, command := range []string{"LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH"} {
		t.Run(command, func(t *testing.T) {
			server := script{command: ""}.serve(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			done := make(chan error)
			go func() { done <- poll(ctx, server.account) }()
			for received := range server.commands {
				if strings.HasPrefix(received, command) {
					cancel()
				}
			}
			err := <-done
			checkFailure(t, err, context.Canceled, server.account.Host)
			if errors.Is(err, mailbox.ErrUnreachable) {
				t.Errorf("%v: blames the server", err)
			}
		})
	}
}

func TestCancelledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c, err := mailbox.Dial(ctx, script{}.serve(t).account)
	checkRefusal(t, c, err, context.Canceled)
}

func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(30*time.Millisecond))
	defer cancel()
	err := poll(ctx, script{"UID FETCH": ""}.serve(t).account)
	checkFailure(t, err, mailbox.ErrUnreachable, "deadline exceeded")
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want %v", err, context.DeadlineExceeded)
	}
}

func checkFailure(t *testing.T, err, want error, says string) {
	t.Helper()
	if err == nil || want != nil && !errors.Is(err, want) || !strings.Contains(err.Error(), says) {
		t.Errorf("got error %v, want %v saying %q", err, want, says)
	}
}

// A server that sends no end of a line costs the connection, not the memory.
func TestEndlessLines(t *testing.T) {
	const size = 60 << 20
	endless := strings.Repeat("x", size)
	for name, test := range map[string]script{
		"greeting":       {"greeting": "* OK [ALERT] " + endless + "\r\n"},
		"quoted subject": {"UID FETCH": "* 1 FETCH (UID 10 ENVELOPE (\"" + endless + "\"))\r\n$ OK\r\n"},
		"list of UIDs":   {"UID SEARCH": "* SEARCH" + strings.Repeat(" 1234567", size/8) + "\r\n$ OK\r\n"},
		"status":         {"EXAMINE": "$ NO " + endless + "\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			account := test.serve(t).account
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := readSome(t, account)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, mailbox.ErrUnreachable) || !strings.Contains(err.Error(), "sends a line of more than") {
				t.Errorf("error %.200v", err)
			}
			// The server makes copies too; without a bound the client makes nine.
			if used := after.TotalAlloc - before.TotalAlloc; used > 4*size {
				t.Errorf("%d MB allocated for a line of %d", used>>20, size>>20)
			}
		})
	}
}

// readSome does what a poll does, up to the first error.
func readSome(t *testing.T, account mailbox.Account) error {
	c, err := mailbox.Dial(t.Context(), account)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.Examine("INBOX"); err != nil {
		return err
	}
	uids, err := c.UIDs()
	if err != nil {
		return err
	}
	return c.Headers(uids, func(mailbox.Header) error { return nil })
}
