package mailparse

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Documents of word processors are zip files of XML files: Office Open XML
// (ECMA-376) and OpenDocument (ISO 26300).

var (
	errDamaged     = errors.New("damaged or encrypted")
	errTooBig      = errors.New("more text than the limit")
	errNotDocument = errors.New("no document of a known kind")
)

// Bounds for documents. Word's own stay far below.
const (
	maxPacked   = 5000 // files in a package
	maxElements = 256  // elements inside one another
)

// zipStart is what zip files begin with, and zipEntry each file in the index
// at their end.
const (
	zipStart = "PK\x03\x04"
	zipEntry = "PK\x01\x02"
)

// pack is an opened package. What is unpacked counts as text of the mail.
type pack struct {
	*parser
	files map[string]*zip.File
}

// openPack reads the index of a package.
func (p *parser) openPack(content []byte) (*pack, error) {
	if bytes.Count(content, []byte(zipEntry)) > maxPacked {
		return nil, errTooBig
	}
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, errDamaged
	}
	k := &pack{parser: p, files: map[string]*zip.File{}}
	for _, f := range z.File {
		k.files[f.Name] = f
	}
	return k, nil
}

// read calls visit for the outermost element of an XML file in the package. A
// file that is not there has none.
func (k *pack) read(name string, visit func(x *xmlReader, e xml.StartElement)) error {
	f := k.files[name]
	if f == nil {
		return nil
	}
	content, err := f.Open()
	if err != nil {
		return errDamaged
	}
	defer content.Close()
	x := &xmlReader{decoder: xml.NewDecoder(&metered{content, k.parser})}
	x.each(func(e xml.StartElement) { visit(x, e) })
	if x.err != nil && !errors.Is(x.err, errTooBig) {
		return errDamaged
	}
	return x.err
}

// start returns the first bytes of a short file in the package.
func (k *pack) start(name string) string {
	const most = 200
	f := k.files[name]
	if f == nil {
		return ""
	}
	content, err := f.Open()
	if err != nil {
		return ""
	}
	defer content.Close()
	b, _ := io.ReadAll(io.LimitReader(content, most))
	return string(b)
}

// metered reads until the text of the mail has reached its limit.
type metered struct {
	io.Reader
	*parser
}

func (m *metered) Read(b []byte) (int, error) {
	left := m.limits.Text - m.text
	if left <= 0 {
		return 0, errTooBig
	}
	n, err := m.Reader.Read(b[:min(len(b), left)])
	m.text += n
	return n, err
}

// xmlReader walks an XML file element by element. After an error it finds no
// more elements.
type xmlReader struct {
	decoder *xml.Decoder
	depth   int // of the current element
	err     error
}

// next reads a token; nil at the end.
func (x *xmlReader) next() xml.Token {
	if x.err != nil {
		return nil
	}
	t, err := x.decoder.Token()
	switch t.(type) {
	case xml.StartElement:
		x.depth++
	case xml.EndElement:
		x.depth--
	}
	switch {
	case err == io.EOF:
		return nil
	case err == nil && x.depth > maxElements:
		err = errDamaged
	}
	if err != nil {
		x.err = err
		return nil
	}
	return t
}

// each calls visit for every element in the current one, which it leaves.
// visit may read the element with each or text; the rest of it is skipped.
func (x *xmlReader) each(visit func(xml.StartElement)) { x.mixed(visit, func(string) {}) }

// mixed is each for content that has text beside the elements.
func (x *xmlReader) mixed(visit func(xml.StartElement), write func(string)) {
	inside := x.depth
	for {
		switch t := x.next().(type) {
		case nil:
			return
		case xml.EndElement:
			return
		case xml.CharData:
			write(string(t))
		case xml.StartElement:
			visit(t)
			for x.depth > inside && x.next() != nil {
			}
		}
	}
}

// text returns the text in the current element, which it leaves.
func (x *xmlReader) text() string {
	var s strings.Builder
	x.mixed(func(xml.StartElement) {}, func(text string) { s.WriteString(text) })
	return s.String()
}

// xmlAttr is an attribute of an element, by its name without namespace: strict
// and transitional documents have different ones.
func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// xmlInt is an attribute that is a whole number within sane bounds; nil for
// none.
func xmlInt(e xml.StartElement, name string) *int {
	const most = 10_000
	i, err := strconv.Atoi(xmlAttr(e, name))
	if err != nil || i < -most || i > most {
		return nil
	}
	return &i
}
