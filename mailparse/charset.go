package mailparse

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// charsetAliases are labels met in mail that neither the WHATWG nor the IANA
// index knows, in the form that [canonicalCharset] gives them.
var charsetAliases = map[string]string{
	"cp-1252":      "windows-1252",
	"cp-850":       "ibm850",
	"cp850":        "ibm850",
	"ansi":         "windows-1252",
	"iso8859-1":    "iso-8859-1",
	"iso-8859-8-i": "iso-8859-8",
	"iso-latin-1":  "iso-8859-1",
	"latin-1":      "iso-8859-1",
	"utf-8-mac":    "utf-8",
	"utf8mb4":      "utf-8",
	"cp-65001":     "utf-8",
	"cp65001":      "utf-8",
	// Labels that say only that nobody knew.
	"unknown-8bit": "",
	"x-unknown":    "",
	"unknown":      "",
	"default":      "",
	"none":         "",
	"binary":       "",
	"8bit":         "",
	"us-ascii":     "",
	"ascii":        "",
}

// decodeText turns text labelled with a charset into valid UTF-8. The label is
// believed only where the bytes do not speak for themselves: text with 8-bit
// characters that is valid UTF-8 is UTF-8 (162 of 163 unlabelled mails were),
// and bytes that fit nothing else are windows-1252, of which iso-8859-1 and
// us-ascii are treated as subsets, as WHATWG does. The returned defect is "" or
// says what was wrong with the label.
func decodeText(b []byte, label string) (string, Defect) {
	name := canonicalCharset(label)
	if s, ok := decodeBOM(b); ok {
		return s, ""
	}
	if name == "utf-7" {
		return decodeUTF7(b), ""
	}
	enc, known := encodingNamed(name)
	if enc == nil || !isASCII(b) && utf8.Valid(b) {
		text, valid := decodeUTF8(b)
		switch {
		case !known && !isASCII(b):
			return text, Defect(fmt.Sprintf("charset %s unknown: read as utf-8 or windows-1252", printable(label)))
		case !valid && name == "utf-8":
			return text, "invalid utf-8: some characters read as windows-1252"
		}
		return text, ""
	}
	// A decoder of x/text replaces what it cannot map; it does not fail.
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		s, _ := decodeUTF8(b)
		return s, Defect(fmt.Sprintf("charset %s: %v", printable(label), err))
	}
	return string(text), ""
}

// canonicalCharset is a charset label as the tables spell it, without an RFC
// 2231 language.
func canonicalCharset(label string) string {
	label, _, _ = strings.Cut(label, "*")
	label = strings.ToLower(strings.Trim(label, " \t\"'"))
	label = strings.ReplaceAll(label, "_", "-")
	if alias, ok := charsetAliases[label]; ok {
		return alias
	}
	return label
}

// encodingNamed returns the encoding of a canonical label, nil for UTF-8 and
// for labels that say nothing, and whether the label is known.
func encodingNamed(name string) (enc encoding.Encoding, known bool) {
	if name == "" || name == "utf-8" || name == "utf8" {
		return nil, true
	}
	if enc, err := htmlindex.Get(name); err == nil {
		switch enc {
		case unicode.UTF8:
			return nil, true
		case encoding.Replacement: // WHATWG's word for "not safe in a browser"
			return nil, false
		}
		return enc, true
	}
	if enc, err := ianaindex.MIME.Encoding(name); err == nil && enc != nil {
		return enc, true
	}
	return nil, false
}

// decodeBOM reads text that starts with a byte order mark, which is a surer
// sign than any label.
func decodeBOM(b []byte) (string, bool) {
	var enc encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		s, _ := decodeUTF8(b[3:])
		return s, true
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		enc = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	default:
		return "", false
	}
	text, err := enc.NewDecoder().Bytes(b)
	return string(text), err == nil
}

// decodeUTF8 reads UTF-8 and takes each byte that is not part of a valid
// sequence as windows-1252, so that a footer in another charset costs nothing.
func decodeUTF8(b []byte) (text string, valid bool) {
	if utf8.Valid(b) {
		return string(b), true
	}
	var out strings.Builder
	out.Grow(len(b) + len(b)/8)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(b[0])
		}
		out.WriteRune(r)
		b = b[size:]
	}
	return out.String(), false
}

// decodeUTF7 reads RFC 2152: "+" starts UTF-16 in base64 without padding, "-"
// or any other character ends it. What cannot be decoded stays as it is.
func decodeUTF7(b []byte) string {
	var out strings.Builder
	for {
		plain, rest, found := bytes.Cut(b, []byte("+"))
		text, _ := decodeUTF8(plain)
		out.WriteString(text)
		if !found {
			return out.String()
		}
		n := 0
		for n < len(rest) && base64Value[rest[n]] >= 0 {
			n++
		}
		units := make([]byte, base64.RawStdEncoding.DecodedLen(n))
		used, err := base64.RawStdEncoding.Decode(units, rest[:n])
		switch {
		case n == 0 || err != nil && used == 0:
			out.WriteByte('+')
			out.Write(rest[:n])
		default:
			for i := 0; i+1 < used; {
				r, w := rune(units[i])<<8|rune(units[i+1]), 2
				if utf16.IsSurrogate(r) && i+3 < used {
					r, w = utf16.DecodeRune(r, rune(units[i+2])<<8|rune(units[i+3])), 4
				}
				out.WriteRune(r)
				i += w
			}
		}
		b = rest[n:]
		if n > 0 && len(b) > 0 && b[0] == '-' {
			b = b[1:]
		} else if n == 0 && len(b) > 0 && b[0] == '-' { // "+-" is a plus sign
			b = b[1:]
		}
	}
}

// clean makes decoded text fit for reading: valid UTF-8 in normal form C, line
// breaks and tabs as the only control characters, and none of the invisible
// characters that would come between a word and its match.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.ContainsFunc(s, isUnwanted) {
		s = strings.Map(func(r rune) rune {
			if isUnwanted(r) {
				return -1
			}
			return r
		}, s)
	}
	return norm.NFC.String(s)
}

// isPlain reports printable text without a letter from where combining
// characters begin, which is in normal form C. Most lines are so.
func isPlain(s string) bool {
	const combining = '\u0300'
	for _, r := range s {
		if r >= combining || isUnwanted(r) {
			return false
		}
	}
	return true
}

// isUnwanted reports invisible characters: controls except line breaks and
// tabs, soft hyphens, zero-width spaces, byte order marks and direction marks.
// Joiners stay, since scripts and emoji need them.
func isUnwanted(r rune) bool {
	switch {
	case r == '\n', r == '\r', r == '\t', r == '\f', r == '\v':
		return false
	case r < ' ', r >= 0x7F && r < 0xA0:
		return true
	}
	switch r {
	case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF':
		return true
	}
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// mojibake maps the UTF-8 of Nordic letters read as windows-1252 or iso-8859-1
// back to the letters. None of the left-hand pairs occurs in honest text.
var mojibake = strings.NewReplacer(
	"Ã¥", "å", "Ã¤", "ä", "Ã¶", "ö", "Ã©", "é", "Ã¸", "ø", "Ã¦", "æ", "Ã¼", "ü",
	"Ã…", "Å", "Ã„", "Ä", "Ã–", "Ö", "Ã‰", "É", "Ã˜", "Ø", "Ã†", "Æ",
	"Ã\u0085", "Å", "Ã\u0084", "Ä", "Ã\u0096", "Ö", "Ã\u0089", "É",
	"â€“", "–", "â€”", "—", "â€¢", "•", "â€™", "’", "â€œ", "“", "â€\u009d", "”",
)

// repairMojibake undoes a charset that some system on the way got wrong once
// too often.
func repairMojibake(s string) string {
	if !strings.Contains(s, "Ã") && !strings.Contains(s, "â€") {
		return s
	}
	return norm.NFC.String(mojibake.Replace(s))
}

func isASCII[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// printable is a name from a mail, short enough and safe for a defect.
func printable(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(clean(s)), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
