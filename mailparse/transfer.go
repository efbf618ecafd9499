package mailparse

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
)

// decodeTransfer undoes a Content-Transfer-Encoding (RFC 2045 section 6). It
// gives what can be had of damaged data: the decoders of the standard library
// stop at the first bad byte, which loses the rest of a letter.
func decodeTransfer(b []byte, name string) ([]byte, Defect) {
	// QUIRK: "quoted-printable;" and "7-bit" occur.
	name, _, _ = strings.Cut(strings.ToLower(name), ";")
	switch name = strings.Trim(name, " \t\"'"); name {
	case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "7 bit", "8 bit":
		return b, ""
	case "quoted-printable", "quotedprintable", "quoted-printeable", "qp":
		return decodeQP(b), ""
	case "base64", "base-64", "b64":
		return decodeBase64(b)
	}
	return b, Defect(fmt.Sprintf("transfer encoding %s unknown: read as it is", printable(name)))
}

// decodeQP reads quoted-printable. A sequence that is none stays as it is.
func decodeQP(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		i := bytes.IndexByte(b, '=')
		if i < 0 {
			return append(out, b...)
		}
		out = append(out, b[:i]...)
		b = b[i+1:]
		if v, ok := hexByte(b); ok {
			out = append(out, v)
			b = b[2:]
			continue
		}
		// A soft line break may have gained trailing space on the way.
		rest := bytes.TrimLeft(b, " \t")
		switch {
		case len(rest) == 0:
			return out
		case rest[0] == '\n':
			b = rest[1:]
		case rest[0] == '\r':
			b = bytes.TrimPrefix(rest[1:], []byte("\n"))
		default:
			out = append(out, '=')
		}
	}
	return out
}

// hexByte reads two hexadecimal digits at the start of b.
func hexByte(b []byte) (byte, bool) {
	if len(b) < 2 {
		return 0, false
	}
	hi, lo := hexValue(b[0]), hexValue(b[1])
	return byte(hi<<4 | lo&0xF), hi >= 0 && lo >= 0
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// base64Value is the value of each base64 digit, -1 for all other bytes.
var base64Value = func() (v [256]int8) {
	for i := range v {
		v[i] = -1
	}
	for i, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" {
		v[c] = int8(i)
	}
	return v
}()

// decodeBase64 reads base64 that may be several encodings one after another,
// lack its padding, or hold stray bytes, which RFC 2045 section 6.8 tells
// readers to skip. Mailing lists append their footer unencoded: a line that is
// no base64 below the end of the data is kept as it stands. The same goes for a
// body that was never encoded.
func decodeBase64(b []byte) ([]byte, Defect) {
	if out, ok := decodeCleanBase64(b); ok {
		return out, ""
	}
	out := make([]byte, 0, base64.StdEncoding.DecodedLen(len(b)))
	var (
		bits, n  uint32 // digits collected of the current group of four
		width    int    // length of the previous line
		ended    bool   // padding or a short line was met
		anything bool
		defect   Defect
	)
	for line := range bytes.Lines(b) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		if (ended || !anything) && isProse(line) {
			out = append(append(out, line...), '\n')
			defect = "text outside base64 kept"
			continue
		}
		for _, c := range line {
			v := base64Value[c]
			switch {
			case v >= 0:
				bits, n = bits<<6|uint32(v), n+1
				if n == 4 {
					out = append(out, byte(bits>>16), byte(bits>>8), byte(bits))
					bits, n = 0, 0
				}
			case c == '=':
				out = flushBase64(out, bits, n)
				bits, n, ended = 0, 0, true
			default:
				defect = "stray bytes in base64 skipped"
			}
		}
		ended = ended || anything && len(line) < width
		anything, width = true, len(line)
	}
	return flushBase64(out, bits, n), defect
}

// decodeCleanBase64 is the fast way for data without faults.
func decodeCleanBase64(b []byte) ([]byte, bool) {
	out := make([]byte, base64.StdEncoding.DecodedLen(len(b)))
	n, err := base64.StdEncoding.Decode(out, bytes.TrimRight(b, " \t\r\n"))
	return out[:n], err == nil
}

// flushBase64 adds the bytes of an incomplete group of n digits.
func flushBase64(out []byte, bits, n uint32) []byte {
	switch n {
	case 2:
		return append(out, byte(bits>>4))
	case 3:
		return append(out, byte(bits>>10), byte(bits>>2))
	}
	return out
}

// isProse reports a line that cannot be base64: inner white space, or mostly
// other characters.
func isProse(line []byte) bool {
	other := 0
	for _, c := range line {
		if c == ' ' || c == '\t' {
			return true
		}
		if base64Value[c] < 0 && c != '=' {
			other++
		}
	}
	return other*2 > len(line)
}
