package mailparse

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
)

// An attached file is read when an editor would open it for its list, and
// when what it says can be told from a document that lies beside the list:
//
//   - It says something that the mail, or a file before it, does not say
//     already. Many people paste their list and attach it.
//   - It is short, as a list is. Beside a list, in the mail or another file, or
//     more than a few sentences it must be no longer than a page or two; where
//     the mail says only "se bifogad fil" it may be a longer one.
//
// Any other file that may hold a list leaves the doubt [ListAttached]: minutes
// and policies are not poured into the wishes, and no list is lost unseen.
var (
	besideList = extent{lines: 150, text: 6_000}
	insteadOf  = extent{lines: 600, text: 24_000}
)

// fewWords are as many as people write around an attached list.
const fewWords = 60

// extent is how long a file may be: lines with text, and bytes of it.
type extent struct{ lines, text int }

func (e extent) holds(lines []line) bool {
	count, size := 0, 0
	for _, l := range lines {
		if l.text != "" {
			count++
			size += len(l.text)
		}
	}
	return count <= e.lines && size <= e.text
}

// files returns the parts of a mail that are not shown as its text, those of
// mails within it left out.
func files(n *part) (found []*part) {
	switch {
	case isMail(n.kind), n.kind == "multipart/encrypted":
	case strings.HasPrefix(n.kind, "multipart/"):
		for _, child := range n.children {
			found = append(found, files(child)...)
		}
	case n.isFile():
		found = append(found, n)
	}
	return found
}

// isFile reports a part that is not shown as text.
func (n *part) isFile() bool { return n.isAttachment() || !isReadable(n.kind) }

// mostFiles is how many files of a mail are opened.
const mostFiles = 10

// attached reads the files of a mail whose text is body.
func (p *parser) attached(mail *part, body []line) (lines []line) {
	r := &fileReader{parser: p, body: body, documents: map[string]bool{}}
	all := files(mail)
	for _, n := range all {
		if n.format() != nil {
			r.documents[n.stem()] = true
		}
	}
	for _, n := range all {
		lines = append(lines, r.lines(n)...)
	}
	return lines
}

// fileReader reads the files of one mail.
type fileReader struct {
	*parser
	body      []line
	documents map[string]bool // names, without their endings, of files that can be read
	opened    int
	said      *sayings // nil until needed
}

// lines reads one file, if it is to be read.
func (r *fileReader) lines(n *part) []line {
	format := n.format()
	switch {
	case format == nil && n.extension() == ".pdf" && r.documents[n.stem()]: // a copy for those without Word
		r.leaveOut(n, "")
		return nil
	case format == nil:
		r.skip(n)
		return nil
	case r.opened >= mostFiles:
		r.notRead(n, ": one of too many")
		return nil
	}
	r.opened++
	lines, err := format(r.parser, n)
	if r.said == nil && err == nil && !blank(lines) {
		r.said = r.sayings(r.body)
	}
	switch {
	case err != nil:
		r.notRead(n, ": "+err.Error())
	case blank(lines):
	case !r.said.limit.holds(lines):
		r.notRead(n, ": too long for a list")
	case r.said.add(lines):
		return inFile(lines, n.label())
	}
	return nil
}

// inFile says of lines, and of a blank one above them, in which file they
// stand.
func inFile(lines []line, name string) []line {
	lines = slices.Insert(lines, 0, line{})
	for i := range lines {
		lines[i].attached = name
	}
	return lines
}

// leaveOut notes that a file was not read.
func (p *parser) leaveOut(n *part, why string) {
	p.defect(Defect(fmt.Sprintf("attachment %s not read%s", n.label(), why)))
}

// notRead notes that a file which may hold the list was not read.
func (p *parser) notRead(n *part, why string) {
	p.leaveOut(n, why)
	p.doubt(ListAttached)
}

// skip notes what a part that is not read would have told.
func (p *parser) skip(n *part) {
	family, _, _ := strings.Cut(n.kind, "/")
	switch {
	case n.isDecoration():
	case family == "image" && !n.isAttachment():
		p.pictures++
		if len(n.body) > photographShown {
			p.doubt(ListAttached)
		}
	case family == "image" && len(n.body) <= photographAttached, family == "audio", family == "video", family == "font":
		p.leaveOut(n, "")
	case n.kind == "application/pkcs7-mime" || n.kind == "application/x-pkcs7-mime":
		p.cannotRead("encrypted or signed (S/MIME)")
	case n.kind == "message/external-body": // a file that lies elsewhere
		p.notRead(n, "")
	case n.kind == "application/ms-tnef" || strings.EqualFold(n.fileName(), "winmail.dat"):
		p.cannotRead("packed by Outlook (winmail.dat)")
		p.doubt(ListAttached)
	case n.isAttachment() || n.fileName() != "":
		p.notRead(n, "")
	default:
		p.cannotRead(printable(n.kind))
		p.doubt(ListAttached)
	}
}

// A larger picture, in bytes as transferred, may be the photograph of a list.
// Smaller ones are logos; those shown within the text are also banners.
const (
	photographAttached = 64 << 10
	photographShown    = 256 << 10
)

// isDecoration reports parts that carry nothing the writer wrote: cryptographic
// signatures, invitations, visiting cards, delivery reports, what Macs note
// about a file beside it.
func (n *part) isDecoration() bool {
	switch n.kind {
	case "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
		"application/pgp-keys", "application/pgp-encrypted", "text/calendar", "application/ics",
		"application/applefile", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers",
		"message/delivery-status", "message/disposition-notification":
		return true
	}
	return slices.Contains([]string{".ics", ".vcf", ".p7s", ".asc", ".sig"}, n.extension())
}

// label is the name of a file, or its type if it has none, fit for a defect.
func (n *part) label() string { return printable(cmp.Or(n.fileName(), n.kind)) }

// sayings are what a mail and the files read so far say.
type sayings struct {
	words string // folded
	limit extent // for files beside it
}

// sayings reads what the sender says in the text of her mail.
func (p *parser) sayings(body []line) *sayings {
	header := *p.message
	text, passages := split(slices.Clone(body), &header)
	s := &sayings{words: fold(text[:min(len(text), insteadOf.text)]), limit: insteadOf}
	listed := slices.ContainsFunc(passages, func(p Passage) bool { return p.List > 0 })
	if listed || len(strings.Fields(text)) > fewWords {
		s.limit = besideList
	}
	return s
}

// add takes what a file says. It returns false if all of its items, or of its
// paragraphs where it lists nothing, are there already.
func (s *sayings) add(lines []line) bool {
	text, passages := split(slices.Clone(lines), &Message{})
	listed := slices.ContainsFunc(passages, func(p Passage) bool { return p.List > 0 })
	isNew := slices.ContainsFunc(passages, func(p Passage) bool {
		return (p.List > 0 || !listed) && !s.hold(p.Text)
	})
	s.words += " " + fold(text)
	if listed {
		s.limit = besideList
	}
	return isNew
}

// hold reports whether the words of text were said.
func (s *sayings) hold(text string) bool {
	text = strings.Trim(fold(text), ".,;:!? ")
	return text == "" || wordIndex(s.words, text) >= 0
}

// fileFormat reads a file of one kind. It fails if there may be a list in the
// file that it cannot read.
type fileFormat func(*parser, *part) ([]line, error)

// formatsByName are the formats of the endings of file names; nil for text
// that holds no list in words.
var formatsByName = map[string]fileFormat{
	".txt": plainFile, ".text": plainFile, ".md": plainFile, ".markdown": plainFile,
	".htm": htmlFile, ".html": htmlFile,
	".docx": documentFile, ".docm": documentFile, ".dotx": documentFile, ".odt": documentFile, ".ott": documentFile,
	".csv": nil, ".tsv": nil, ".rtf": nil, ".log": nil, ".xml": nil, ".json": nil, ".ics": nil, ".vcf": nil,
}

// formatsByType are the formats of files whose names tell nothing.
var formatsByType = map[string]fileFormat{
	"text/plain": plainFile, "text/markdown": plainFile, "text/html": htmlFile,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": documentFile,
	"application/vnd.ms-word.document.macroenabled.12":                        documentFile,
	odtType: documentFile,
}

// format returns what reads a file; nil for formats that are not read. The
// name comes first, since the type is often that of any file.
func (n *part) format() fileFormat {
	if format, ok := formatsByName[n.extension()]; ok {
		return format
	}
	if format, ok := formatsByType[n.kind]; ok {
		return format
	}
	const enough = 64 // bytes of the transferred file
	start, _ := decodeTransfer(n.body[:min(len(n.body), enough)], n.header.Get("Content-Transfer-Encoding"))
	if bytes.HasPrefix(start, []byte(zipStart)) {
		return documentFile
	}
	return nil
}

// extension is the ending of the file name in lower case, with its dot.
func (n *part) extension() string { return strings.ToLower(path.Ext(n.fileName())) }

// stem is the file name in lower case, without its ending.
func (n *part) stem() string {
	return strings.TrimSuffix(strings.ToLower(n.fileName()), n.extension())
}

func plainFile(p *parser, n *part) ([]line, error) { return p.textFile(n, "text/plain") }

func htmlFile(p *parser, n *part) ([]line, error) { return p.textFile(n, "text/html") }

// textFile reads a file of text, whatever the type of the part.
func (p *parser) textFile(n *part, kind string) ([]line, error) {
	if len(n.body) > p.limits.Text-p.text {
		return nil, errTooBig
	}
	file := *n
	file.kind = kind
	lines, ok := p.readText(&file)
	if !ok {
		return nil, errDamaged
	}
	return lines, nil
}

// documentFile reads a document of a word processor.
func documentFile(p *parser, n *part) ([]line, error) {
	k, err := p.openPack(p.transferred(n))
	if err != nil {
		return nil, err
	}
	read := readODT
	if k.files[docxIndex] != nil {
		read = readDocx
	}
	source, err := read(k)
	if err != nil {
		return nil, err
	}
	return p.htmlLines(source), nil
}
