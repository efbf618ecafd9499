package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/digiteket/onskemal/mailparse"
	"github.com/digiteket/onskemal/store"
)

// ErrNoMail is for a path that holds nothing that could be read as mail.
var ErrNoMail = errors.New("no mail")

// FileError is for a file that could not be read as mail. It says nothing of
// the other files, which are read.
type FileError struct{ Err error }

func (e FileError) Error() string { return e.Err.Error() }
func (e FileError) Unwrap() error { return e.Err }

// Import stores the mails with the subject that a path holds: an .eml file, an
// mbox file, a Maildir, or a folder with .eml files and Maildirs at any depth.
// With all set, the subject does not matter. Files that cannot be read are
// passed by, and each is a [FileError] in the joined error.
func (p *Pipeline) Import(ctx context.Context, path string, all bool) (Summary, error) {
	var summary Summary
	var unread, failed error
	mails := func(yield func(fileMail, error) bool) {
		unread = eachMail(path, func(name string, raw []byte, modified time.Time) error {
			if !yield(fileMail{name: name, raw: raw, modified: modified}, ctx.Err()) {
				return fs.SkipAll
			}
			return nil
		})
	}
	read := p.Reader.readOurs
	if all {
		read = p.Reader.Read
	}
	reading := func(m fileMail) fileMail {
		m.mail, m.failure = read(m.raw)
		return m
	}
	for batch, err := range batches(ahead(mails, fileMail.size, reading), fileMail.size) {
		if err == nil && batch[0].name == path && errors.Is(batch[0].failure, mailparse.ErrNotMail) {
			err = FileError{fmt.Errorf("%s: %w in it: %w", path, ErrNoMail, batch[0].failure)}
		}
		if err == nil {
			err = p.takeFiles(ctx, batch, all, &summary)
		}
		if err != nil {
			failed = err
			break
		}
	}
	err := errors.Join(unread, failed)
	if err == nil && summary.Seen == 0 {
		err = FileError{fmt.Errorf("%s: %w in it: expected an .eml file, an mbox file, a Maildir or a folder of .eml files", path, ErrNoMail)}
	}
	return summary, err
}

// fileMail is one mail from a file. name is the path of its file, or says which mail
// of an mbox it is.
type fileMail struct {
	name     string
	raw      []byte
	modified time.Time
	mail     Mail
	failure  error // it could not be read
}

func (m fileMail) size() int { return len(m.raw) }

// takeFiles stores some mails in one transaction.
func (p *Pipeline) takeFiles(ctx context.Context, mails []fileMail, all bool, summary *Summary) error {
	var taken Summary
	err := p.inBatch(ctx, func(b *store.Batch) error {
		for _, m := range mails {
			if err := p.takeFile(ctx, b, m, all, &taken); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		summary.Add(taken)
	}
	return err
}

// takeFile stores one mail, if it has the subject or all are wanted.
func (p *Pipeline) takeFile(ctx context.Context, to keeper, m fileMail, all bool, summary *Summary) error {
	summary.Seen++
	switch {
	case all || m.mail.Message == nil:
	case m.mail.Own:
		summary.Ignored++
		return nil
	case !m.mail.SubjectMatch:
		summary.OtherSubject++
		return nil
	}
	summary.Matched++
	in := incoming{raw: m.raw, received: p.delivered(m.mail, m.modified)}
	return p.keep(ctx, to, in, m.mail, m.failure, summary)
}

// oldest is a time before which nobody mailed a library. Dates below it come
// from clocks that were never set.
var oldest = time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC)

// delivered is when a mail from a file was received, or the time of the file
// where the mail says what cannot be: a day of slack is for clocks and zones.
func (p *Pipeline) delivered(mail Mail, modified time.Time) time.Time {
	t := received(mail, modified)
	if t.Before(oldest) || t.After(p.Now().AddDate(0, 0, 1)) {
		return modified
	}
	return t
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

// ReadMail reads one mail as it is, and of a mail that is too large only so much
// that it is seen to be.
func ReadMail(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, maxMessage+1)) }

// visit takes one mail, as [fileMail] has it.
type visit func(name string, raw []byte, modified time.Time) error

// eachMail visits the mails that a path holds, in a fixed order, and returns
// what could not be read. An error of visit ends it; [fs.SkipAll] is none.
func eachMail(path string, visit visit) error {
	w := walk{visit: visit, entered: make(map[string]bool)}
	err := w.path(path)
	if errors.Is(err, fs.SkipAll) {
		err = nil
	}
	return errors.Join(append(w.unread, err)...)
}

// walk goes through files and folders, and follows symbolic links.
type walk struct {
	visit   visit
	entered map[string]bool // real paths of folders: links may lead back to them
	unread  []error
}

// passBy notes what cannot be read. The walk goes on.
func (w *walk) passBy(err error) { w.unread = append(w.unread, FileError{err}) }

func (w *walk) path(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.passBy(err)
		return nil
	case info.IsDir():
		return w.folder(path)
	default:
		return w.file(path)
	}
}

// folder visits the deliveries of a Maildir, the .eml files, and the folders
// below, among which are the folders of a Maildir (".Arkiv").
func (w *walk) folder(path string) error {
	real, err := realPath(path)
	if err != nil {
		w.passBy(err)
		return nil
	}
	if w.entered[real] {
		return nil
	}
	w.entered[real] = true
	found, err := os.ReadDir(path)
	if err != nil {
		w.passBy(err)
	}
	if isMaildir(path) {
		if err := w.deliveries(path); err != nil {
			return err
		}
		found = slices.DeleteFunc(found, func(e os.DirEntry) bool { return slices.Contains([]string{"cur", "new", "tmp"}, e.Name()) })
	}
	for _, entry := range found {
		name := filepath.Join(path, entry.Name())
		isMail := strings.EqualFold(filepath.Ext(name), ".eml") && isFile(name)
		if isMail || isFolder(name) {
			if err := w.path(name); err != nil {
				return err
			}
		}
	}
	return nil
}

func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

func isMaildir(path string) bool {
	return isFolder(filepath.Join(path, "cur")) && isFolder(filepath.Join(path, "new"))
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// isFile holds for what cannot be found, too: reading it tells why.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// deliveries visits the mails of a Maildir; its tmp holds deliveries under way.
func (w *walk) deliveries(path string) error {
	var names nameList // in the Maildir
	for _, sub := range []string{"cur", "new"} {
		for entry, err := range entries(filepath.Join(path, sub)) {
			switch {
			case err != nil:
				w.passBy(err)
			case strings.HasPrefix(entry.Name(), "."):
			case entry.Type().IsRegular() || isFile(filepath.Join(path, sub, entry.Name())):
				names.add(filepath.Join(sub, entry.Name()))
			}
		}
	}
	// By delivery: Maildir names begin with the time.
	for name := range names.sorted(len("cur/")) {
		if err := w.file(filepath.Join(path, name)); err != nil {
			return err
		}
	}
	return nil
}

// nameList is names one behind the other. As so many strings, those of a Maildir of a
// million mails take 50 MB more.
type nameList struct {
	text   []byte
	starts []int // in text, where each ends with a zero byte, which no name of a file has
}

func (l *nameList) add(name string) {
	l.starts = append(l.starts, len(l.text))
	l.text = append(append(l.text, name...), 0)
}

// sorted yields the names in the order of what stands behind the first skip bytes.
func (l *nameList) sorted(skip int) iter.Seq[string] {
	name := func(start int) []byte {
		return l.text[start : start+bytes.IndexByte(l.text[start:], 0)]
	}
	slices.SortStableFunc(l.starts, func(a, b int) int { return bytes.Compare(name(a)[skip:], name(b)[skip:]) })
	return func(yield func(string) bool) {
		for _, start := range l.starts {
			if !yield(string(name(start))) {
				return
			}
		}
	}
}

// entries yields what a folder holds, in no order and a part at a time, since a Maildir
// may hold millions. An error is the last thing it yields.
func entries(folder string) iter.Seq2[os.DirEntry, error] {
	return func(yield func(os.DirEntry, error) bool) {
		opened, err := os.Open(folder)
		if err != nil {
			yield(nil, err)
			return
		}
		defer opened.Close()
		for {
			part, err := opened.ReadDir(1000)
			for _, entry := range part {
				if !yield(entry, nil) {
					return
				}
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// file visits the one mail of a file, or the many of an mbox.
func (w *walk) file(name string) error {
	file, err := os.Open(name)
	if err != nil {
		w.passBy(err)
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		w.passBy(err)
		return nil
	}
	r := bufio.NewReaderSize(file, 64<<10)
	if start, _ := r.Peek(5); string(start) == "From " {
		return w.mbox(name, r, info.ModTime())
	}
	raw, err := ReadMail(r)
	if err != nil {
		w.passBy(err)
		return nil
	}
	return w.visit(name, raw, info.ModTime())
}

func (w *walk) mbox(name string, r *bufio.Reader, modified time.Time) error {
	n := 0
	for raw, err := range mboxMails(r) {
		if err != nil {
			w.passBy(err)
			return nil
		}
		n++
		if err := w.visit(fmt.Sprintf("%s, mail %d", name, n), raw, modified); err != nil {
			return err
		}
	}
	return nil
}

// mboxMails cuts an mbox file at its "From " lines and takes the quoting ">" off
// lines of mail that look like one. An error of r is the last thing it yields.
func mboxMails(r *bufio.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var mail []byte
		first, afterBlank := true, true
		for {
			text, err := readLine(r)
			switch {
			case first:
				first = false
			case afterBlank && fromLine.Match(text):
				if !yield(mail, nil) {
					return
				}
				mail = nil
			case len(mail) <= maxMessage:
				mail = append(mail, unquoteFrom(text)...)
			}
			afterBlank = len(bytes.TrimRight(text, "\r\n")) == 0
			if errors.Is(err, io.EOF) {
				yield(mail, nil)
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// fromLine is the line before each mail of an mbox: sender and time as RFC 4155
// has them. A sentence that begins with "From" is none.
//
// QUIRK: the date is written in more ways than asctime's, Thunderbird has "-" as
// the sender, and newer ones write nothing at all after "From ".
var fromLine = regexp.MustCompile(`^From (?:\s*$` +
	`|.*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:\d\d? +)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.*\b(?:19|20)\d\d\b` +
	`|(?:-|\S+@\S+) .*\b(?:19|20)\d\d\b)`)

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
