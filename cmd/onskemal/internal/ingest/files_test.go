package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// tree makes files in a new folder: the path of each and what it holds. What
// begins with "-> " is a symbolic link.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, content := range files {
		path = filepath.Join(dir, path)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if target, isLink := strings.CutPrefix(content, "-> "); isLink {
			err = errors.Join(err, os.Symlink(target, path))
		} else {
			err = errors.Join(err, os.WriteFile(path, []byte(content), 0o600))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestEachMail(t *testing.T) {
	check := func(name string, files map[string]string, want ...string) {
		t.Helper()
		dir := tree(t, files)
		var got []string
		err := eachMail(dir, func(_ string, raw []byte, _ time.Time) error {
			got = append(got, string(raw))
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	check("by name", map[string]string{"b.eml": "b", "a.EML": "a", "c.txt": "c"}, "a", "b")
	check("at any depth", map[string]string{"2021/11/a.eml": "a", "b.eml": "b"}, "a", "b")
	check("Maildir by time", map[string]string{"new/1.host": "1", "cur/2.host:2,S": "2", "cur/0.host:2,": "0", "tmp/3.host": "3", "cur/.nfs": "x"}, "0", "1", "2")
	check("folders of a Maildir", map[string]string{
		"new/1.host": "1", "cur/2.host:2,S": "2", ".Arkiv/cur/3.host": "3", ".Arkiv/new/4.host": "4", ".Arkiv.2025/cur/5.host": "5", ".Arkiv.2025/new/6.host": "6",
	}, "1", "2", "3", "4", "5", "6")
	check("Maildir below a folder", map[string]string{"kontakt/new/1.host": "1", "kontakt/cur/2.host": "2"}, "1", "2")
	check("linked file", map[string]string{"a.eml": "-> mail", "mail": "a"}, "a")
	check("linked delivery", map[string]string{"cur/1.host": "-> ../mail", "new/2.host": "2", "mail": "1"}, "1", "2")
	check("linked folder", map[string]string{"in": "-> .mails", ".mails/a.eml": "a"}, "a")
	check("links in a circle", map[string]string{"a/up": "-> ..", "a/a.eml": "a", "b": "-> a"}, "a")
	check("folder with the name of a mail", map[string]string{"x.eml/a.eml": "a"}, "a")
}

// A file that cannot be read keeps no other from being read.
func TestEachMailPassesBy(t *testing.T) {
	dir := tree(t, map[string]string{"a.eml": "a", "b.eml": "-> nowhere", "c/cur/1.host": "-> renamed:2,S", "c/new/2.host": "2", "d.eml": "d"})
	var got []string
	err := eachMail(dir, func(_ string, raw []byte, _ time.Time) error {
		got = append(got, string(raw))
		return nil
	})
	if diff := cmp.Diff([]string{"a", "2", "d"}, got); diff != "" {
		t.Error(diff)
	}
	var unread FileError
	if !errors.As(err, &unread) || !errors.Is(err, fs.ErrNotExist) || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("two files cannot be read, but %v", err)
	}
}

func TestEachMailEndsWithVisit(t *testing.T) {
	stop := errors.New("stop")
	for name, files := range map[string]map[string]string{
		"folder":  {"a.eml": "a", "b.eml": "b"},
		"Maildir": {"cur/1": "a", "new/2": "b"},
		"mbox":    {"box.eml": "From - Tue Nov 17 09:30:00 2026\na\n\nFrom - Tue Nov 17 09:30:00 2026\nb\n"},
	} {
		visited := 0
		err := eachMail(tree(t, files), func(string, []byte, time.Time) error {
			visited++
			return stop
		})
		if visited != 1 || !errors.Is(err, stop) {
			t.Errorf("%s: %d visits, %v", name, visited, err)
		}
	}
}

func TestMboxMails(t *testing.T) {
	check := func(name, mbox string, want ...string) {
		t.Helper()
		var got []string
		err := eachMail(write(t, "box", []byte(mbox)), func(_ string, raw []byte, _ time.Time) error {
			got = append(got, string(raw))
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	const a, b = "From a@x.example Tue Nov 17 09:30:00 2026", "From b@x.example Tue Nov 17 10:30:00 2026"
	check("one", a+"\nX: 1\n\nhej\n", "X: 1\n\nhej\n")
	check("two", a+"\nX: 1\n\nhej\n\n"+b+"\nX: 2\n\nhej\n", "X: 1\n\nhej\n\n", "X: 2\n\nhej\n")
	check("CRLF", a+"\r\nX: 1\r\n\r\nhej\r\n\r\n"+b+"\r\nX: 2\r\n\r\n", "X: 1\r\n\r\nhej\r\n\r\n", "X: 2\r\n\r\n")
	check("From in the middle of a paragraph", a+"\nX: 1\n\nhej\n"+b+"\n", "X: 1\n\nhej\n"+b+"\n")
	check("quoted From", a+"\nX: 1\n\n>From b\n>>From c\n> From d\n", "X: 1\n\nFrom b\n>From c\n> From d\n")
	check("no line end at the end", a+"\nX: 1\n\nhej", "X: 1\n\nhej")
	check("empty mail", a+"\n", "")
	check("first line of another form", "From a\nX: 1\n\nhej\n", "X: 1\n\nhej\n")
}

func TestFromLine(t *testing.T) {
	for line, want := range map[string]bool{
		"From anna@nykulla.example Tue Nov 17 09:30:00 2026":          true,
		"From anna@nykulla.example  Sun Nov  1 09:30 2026":            true,
		"From MAILER-DAEMON Tue Nov 17 09:30:00 2026":                 true,
		"From 1784000000000000000@xxx Tue Nov 17 09:30:00 +0000 2026": true,
		"From ???@??? Tue Nov 17 09:30:00 2026":                       true,
		"From anna@nykulla.example Tue Nov 17 09:30:00 CET 2026":      true,
		"From anna@nykulla.example Tue, 17 Nov 2026 09:30:00 +0100":   true,
		"From - Tue Nov 17 09:30:00 2026":                             true,
		"From - 2026-11-17T09:30:00Z":                                 true,
		"From anna@nykulla.example 2026-11-17 09:30":                  true,
		"From ":                                            true,
		"From \r\n":                                        true,
		"From the start we also wanted:":                   false,
		"From now on until 2026 we want Teams":             false,
		"From Monday in November 2026 we need Koha":        false,
		"From anna@nykulla.example we heard about Teams":   false,
		">From - Tue Nov 17 09:30:00 2026":                 false,
		"From: Anna <a@x.example>, Tue Nov 17 09:30:00 26": false,
	} {
		if got := fromLine.MatchString(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

func TestReceived(t *testing.T) {
	file := noon.Add(time.Hour)
	check := func(name, headers string, want time.Time) {
		t.Helper()
		p := newPipeline(t)
		mail, err := p.Reader.Read([]byte(headers + "\nhej\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.delivered(mail, file); !got.Equal(want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	const date = "Date: Mon, 2 Nov 2026 08:00:00 +0100\n"
	check("last delivery", "Received: from a by b; Tue, 17 Nov 2026 12:00:00 +0000\nReceived: from c by a; Mon, 16 Nov 2026 12:00:00 +0000\n"+date, noon)
	check("folded, with a comment", "Received: from a\n by b;\n Tue, 17 Nov 2026 13:00:00 +0100 (CET)\n", noon)
	check("written", date, time.Date(2026, 11, 2, 7, 0, 0, 0, time.UTC))
	check("unreadable", "Received: igår\nDate: snart\n", file)
	check("nothing", "X: 1\n", file)
	check("a clock never set", "Date: Thu, 1 Jan 1970 00:00:00 +0000\n", file)
	check("a clock ahead by hours", "Date: Wed, 18 Nov 2026 11:00:00 +0000\n", noon.Add(23*time.Hour))
	check("a clock ahead by years", "Date: Tue, 17 Nov 2099 12:00:00 +0000\n", file)
}

// As in a poll, only mail with the subject goes to quarantine.
func TestImportOtherSubjectUnreadable(t *testing.T) {
	const encrypted = "Content-Type: application/pkcs7-mime\n\nMIAG"
	for raw, want := range map[string]Summary{
		"Subject: Lunch\n" + encrypted:                                    {Seen: 1, OtherSubject: 1},
		"Subject: Bilder\n\n" + strings.Repeat("önskemål ", maxMessage/9): {Seen: 1, OtherSubject: 1},
		"Subject: Önskemål\n" + encrypted:                                 {Seen: 1, Matched: 1, Quarantined: 1},
	} {
		if diff := cmp.Diff(want, mustImport(t, newPipeline(t), write(t, "mail.eml", []byte(raw)))); diff != "" {
			t.Errorf("%.20q: %s", raw, diff)
		}
	}
}

func TestImportGoesOn(t *testing.T) {
	dir := tree(t, map[string]string{"a.eml": "-> nowhere", "b.eml": wishMail})
	p := newPipeline(t)
	got, err := p.Import(context.Background(), dir, false)
	var unread FileError
	if !errors.As(err, &unread) || got.New != 1 {
		t.Errorf("summary %+v, %v", got, err)
	}
	if _, err := p.Import(context.Background(), write(t, "picture.eml", []byte("\x89PNG")), false); !errors.As(err, &unread) || !errors.Is(err, ErrNoMail) {
		t.Errorf("a picture: %v", err)
	}
}
