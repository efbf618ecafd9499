package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/digiteket/onskemal/mailparse"
)

// ErrNoMail is for a path that holds nothing that could be read as mail.
var ErrNoMail = errors.New("no mail")

// Import stores the mails with the subject that a path holds: an .eml file, an
// mbox file, a Maildir, or a folder with .eml files at any depth. With all set,
// the subject does not matter.
func (p *Pipeline) Import(ctx context.Context, path string, all bool) (Summary, error) {
	var summary Summary
	found := false
	err := eachMail(path, func(name string, raw []byte, modified time.Time) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		mail, failure := p.Reader.Read(raw)
		if errors.Is(failure, mailparse.ErrNotMail) && name == path {
			return fmt.Errorf("%s: %w in it: %w", path, ErrNoMail, failure)
		}
		found = true
		summary.Seen++
		if !all && failure == nil && !mail.SubjectMatch {
			summary.OtherSubject++
			return nil
		}
		summary.Matched++
		in := incoming{raw: raw, received: received(mail, modified)}
		return p.keep(ctx, in, mail, failure, &summary)
	})
	if err == nil && !found {
		err = fmt.Errorf("%s: %w in it: expected an .eml file, an mbox file, a Maildir or a folder of .eml files", path, ErrNoMail)
	}
	return summary, err
}

// received is when the mail reached its mailbox, which a file does not say: the
// time of the last delivery, else of writing, else of the file.
func received(mail Mail, modified time.Time) time.Time {
	if mail.Message == nil {
		return modified
	}
	for _, t := range []time.Time{mail.Received, mail.Date} {
		if !t.IsZero() {
			return t
		}
	}
	return modified
}

// visit takes one mail; name is the path of its file, or says which mail of an
// mbox it is.
type visit func(name string, raw []byte, modified time.Time) error

// eachMail visits the mails that a path holds, in a fixed order. Of a mail
// longer than maxMessage only so much is read that it is seen to be.
func eachMail(path string, visit visit) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return eachInFile(path, visit)
	}
	if isMaildir(path) {
		return eachInMaildir(path, visit)
	}
	return filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != path && isMaildir(name):
			return errors.Join(eachInMaildir(name, visit), fs.SkipDir)
		case entry.Type().IsRegular() && strings.EqualFold(filepath.Ext(name), ".eml"):
			return eachInFile(name, visit)
		default:
			return nil
		}
	})
}

func isMaildir(path string) bool {
	for _, sub := range []string{"cur", "new"} {
		if info, err := os.Stat(filepath.Join(path, sub)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// eachInMaildir visits what is delivered; tmp holds deliveries under way.
func eachInMaildir(path string, visit visit) error {
	var names []string
	for _, sub := range []string{"cur", "new"} {
		entries, err := os.ReadDir(filepath.Join(path, sub))
		if err != nil {
			return err
		}
		for _, entry := range entries {
			if entry.Type().IsRegular() && !strings.HasPrefix(entry.Name(), ".") {
				names = append(names, filepath.Join(path, sub, entry.Name()))
			}
		}
	}
	// By delivery: Maildir names begin with the time.
	slices.SortStableFunc(names, func(a, b string) int { return strings.Compare(filepath.Base(a), filepath.Base(b)) })
	for _, name := range names {
		if err := eachInFile(name, visit); err != nil {
			return err
		}
	}
	return nil
}

// eachInFile visits the one mail of a file, or the many of an mbox.
func eachInFile(name string, visit visit) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	r := bufio.NewReaderSize(file, 64<<10)
	if start, _ := r.Peek(5); string(start) == "From " {
		n := 0
		return eachInMbox(r, func(raw []byte) error {
			n++
			return visit(fmt.Sprintf("%s, mail %d", name, n), raw, info.ModTime())
		})
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return visit(name, raw, info.ModTime())
}

// eachInMbox cuts an mbox file at its "From " lines (RFC 4155) and takes the
// quoting ">" off lines of mail that look like one.
func eachInMbox(r *bufio.Reader, visit func(raw []byte) error) error {
	var mail []byte
	inMail, afterBlank := false, true
	for {
		text, err := readLine(r)
		if len(text) > 0 {
			if afterBlank && bytes.HasPrefix(text, []byte("From ")) {
				if inMail {
					if err := visit(mail); err != nil {
						return err
					}
				}
				mail, inMail = nil, true
			} else if len(mail) <= maxMessage {
				mail = append(mail, unquoteFrom(text)...)
			}
			afterBlank = len(bytes.TrimRight(text, "\r\n")) == 0
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("read mbox: %w", err)
		}
	}
	return visit(mail)
}

// readLine reads up to and with the next line end, and keeps no more of it
// than a mail may have.
func readLine(r *bufio.Reader) ([]byte, error) {
	var text []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(text) <= maxMessage {
			text = append(text, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, err
		}
	}
}

func unquoteFrom(text []byte) []byte {
	if bytes.HasPrefix(text, []byte(">")) && bytes.HasPrefix(bytes.TrimLeft(text, ">"), []byte("From ")) {
		return text[1:]
	}
	return text
}
