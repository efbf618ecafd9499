package mailparse

import "strings"

// decodeHeader turns a raw header value into one line of text: folding undone,
// encoded words (RFC 2047) decoded one by one, so that a bad one does not spoil
// its neighbours, and bytes outside ASCII read as UTF-8 or windows-1252. It
// takes the value as fetched from a server; [SubjectRule] expects its result.
func decodeHeader(raw []byte) string {
	var out strings.Builder
	var run encodedRun // words that may share a character
	rest := string(raw)
	for {
		start := strings.Index(rest, "=?")
		if start < 0 {
			break
		}
		word, end, ok := cutEncodedWord(rest[start:])
		if !ok { // a stray "=?"
			start += len("=?")
			out.WriteString(run.flush() + unlabelled(rest[:start]))
			rest = rest[start:]
			continue
		}
		// White space between encoded words is not part of the text (section 6.2).
		if between := rest[:start]; strings.TrimSpace(between) != "" || run.empty() {
			out.WriteString(run.flush() + unlabelled(between))
		}
		if !run.takes(word) {
			out.WriteString(run.flush())
		}
		run.add(word)
		rest = rest[start+end:]
	}
	out.WriteString(run.flush() + unlabelled(rest))
	return strings.Join(strings.Fields(clean(out.String())), " ")
}

// unlabelled decodes text of which no charset is known.
func unlabelled(s string) string {
	if isASCII(s) {
		return s
	}
	text, _ := decodeText([]byte(s), "")
	return text
}

// encodedWord is =?charset?encoding?text?=.
type encodedWord struct {
	charset string
	text    []byte // transfer encoding undone
}

// maxEncodedWord bounds the search for the end of an encoded word, in bytes.
const maxEncodedWord = 8 << 10

// cutEncodedWord reads the encoded word at the start of s and returns its
// length. QUIRK: raw spaces and 8-bit characters inside the text occur, and so
// do words longer than the 75 bytes of section 2.
func cutEncodedWord(s string) (w encodedWord, end int, ok bool) {
	charset, rest, found := strings.Cut(s[2:min(len(s), maxEncodedWord)], "?")
	if !found || charset == "" || strings.ContainsAny(charset, " \t\r\n=") {
		return w, 0, false
	}
	if len(rest) < 2 || rest[1] != '?' {
		return w, 0, false
	}
	encoding, rest := rest[0], rest[2:]
	text, _, found := strings.Cut(rest, "?=")
	if !found {
		return w, 0, false
	}
	w.charset = canonicalCharset(charset)
	switch encoding {
	case 'q', 'Q':
		w.text = decodeQP([]byte(strings.ReplaceAll(text, "_", " ")))
	case 'b', 'B':
		w.text, _ = decodeBase64([]byte(text))
	default:
		return w, 0, false
	}
	return w, len("=?") + len(charset) + len("?q?") + len(text) + len("?="), true
}

// encodedRun collects neighbouring words of one charset. QUIRK: mailers split a
// multi-byte character over two words, against section 5.
type encodedRun struct {
	charset string
	text    []byte
	words   int
}

func (r *encodedRun) empty() bool { return r.words == 0 }

func (r *encodedRun) takes(w encodedWord) bool { return r.empty() || r.charset == w.charset }

func (r *encodedRun) add(w encodedWord) {
	r.charset, r.text, r.words = w.charset, append(r.text, w.text...), r.words+1
}

// flush returns the text of the run and starts a new one.
func (r *encodedRun) flush() string {
	if r.empty() {
		return ""
	}
	text, _ := decodeText(r.text, r.charset)
	*r = encodedRun{}
	return text
}
