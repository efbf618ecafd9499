package mailparse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// shared returns a folder of mails that are not part of the project, kept
// beside its checkout. Where it is missing the test is skipped, but not in CI.
func shared(t testing.TB, folder string) string {
	t.Helper()
	path := filepath.Join("..", "..", "shared", folder)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("mails missing: %v", err)
		}
		t.Skipf("mails missing: %v", err)
	}
	return path
}

// TestFixtures reads the raw mails of other projects, hostile and odd ones.
// All that have a header must be readable, with the exceptions named.
func TestFixtures(t *testing.T) {
	unreadable := map[string]string{
		"001.eml":          "multipart of nothing",
		"005.eml":          "boundary that ends another",
		"007.eml":          "multipart of nothing",
		"header-only.raw":  "header only",
		"chardet-fail.raw": "binary",
	}
	mails := 0
	for _, set := range []string{"stalwart", "mime4j", "enmime", "python_email"} {
		err := filepath.WalkDir(shared(t, filepath.Join("fixtures", set)), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !isRawMail(path) {
				return err
			}
			mails++
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			m, err := Parse(bytes.NewReader(raw), Limits{})
			switch {
			case errors.Is(err, ErrNotMail) && fieldName(firstLine(raw)) == "":
			case errors.Is(err, ErrUnreadable) && unreadable[strings.Replace(filepath.Base(path), ".crlf", "", 1)] != "":
			case err != nil:
				t.Errorf("%s: %v", path, err)
			case !utf8.ValidString(m.Subject + m.From + m.FromName + m.MessageID + m.Text):
				t.Errorf("%s: invalid UTF-8", path)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if mails < 300 {
		t.Errorf("%d mails read, want 300 or more", mails)
	}
}

func isRawMail(path string) bool {
	switch filepath.Ext(path) {
	case ".eml", ".msg", ".raw", ".crlf", ".txt":
		return !strings.Contains(path, "_decoded_") && !strings.Contains(path, "LICEN")
	}
	return false
}

func firstLine(raw []byte) []byte {
	line, _, _ := bytes.Cut(raw, []byte("\n"))
	return line
}

// oracleMail is how stalwart's parser reads a mail.
type oracleMail struct {
	TextBody []int `json:"text_body"`
	Parts    []struct {
		Headers []struct {
			Name  json.RawMessage
			Value json.RawMessage
		}
		Body json.RawMessage
	}
}

// TestStalwart compares subjects and first text parts with those of
// stalwart's parser, except where that one gives up on a character.
func TestStalwart(t *testing.T) {
	ours := map[string]string{ // mails where we read more, or another part
		"malformed/005": "boundary that ends another",
		"malformed/001": "multipart of nothing",
		"malformed/019": "boundary guessed",
		"legacy/045":    "empty first text part: the next counts for us",
		"malformed/020": "two types of one part: the last counts for us",
		"malformed/021": "two types of one part: the last counts for us",
	}
	files, err := filepath.Glob(filepath.Join(shared(t, "fixtures/stalwart"), "resources", "eml", "*", "*.eml"))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d mails: %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), ".eml")
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := os.ReadFile(strings.TrimSuffix(file, ".eml") + ".json")
		if err != nil {
			continue
		}
		var want oracleMail
		if err := json.Unmarshal(answer, &want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		root := p.readPart(trimStart(raw), place{kind: "text/plain"})
		p.readFields(root)
		if subject, ok := want.subject(); ok && p.message.Subject != folded(subject) {
			t.Errorf("%s: subject %q, want %q", name, p.message.Subject, subject)
		}
		if text, ok := want.text(); ok && ours[name] == "" {
			if got := folded(p.firstText(root)); got != folded(text) {
				t.Errorf("%s: text %q, want %q", name, got, folded(text))
			}
		}
	}
}

// subject is the oracle's subject, unless it lost characters.
func (o oracleMail) subject() (string, bool) {
	for _, h := range o.Parts[0].Headers {
		if string(h.Name) == `"subject"` {
			var value struct{ Text string }
			err := json.Unmarshal(h.Value, &value)
			return value.Text, err == nil && !strings.Contains(value.Text, "\uFFFD")
		}
	}
	return "", false
}

// text is the oracle's first text/plain part, unless it lost characters.
func (o oracleMail) text() (string, bool) {
	if len(o.TextBody) == 0 {
		return "", false
	}
	var body struct{ Text *string }
	err := json.Unmarshal(o.Parts[o.TextBody[0]].Body, &body)
	if err != nil || body.Text == nil || strings.Contains(*body.Text, "\uFFFD") {
		return "", false
	}
	return *body.Text, true
}

// firstText is the text of the first text/plain part.
func (p *parser) firstText(n *part) string {
	if n.kind == "text/plain" {
		text, _ := decodeText(p.transferred(n), n.params["charset"])
		return clean(text)
	}
	for _, child := range n.children {
		if text := p.firstText(child); text != "" && !isMail(n.kind) {
			return text
		}
	}
	return ""
}

// folded is s with all white space alike.
func folded(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// TestCorpus reads the sample mails: all must have text, a sender and a date,
// and no defects.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "corpus"), "*.eml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d mails: %v", len(files), err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Parse(bytes.NewReader(raw), Limits{})
		if err != nil || m.From == "" || m.Date.IsZero() || len(m.Defects) > 0 {
			t.Errorf("%s: from %q, date %v, defects %q, error %v", filepath.Base(file), m.From, m.Date, m.Defects, err)
		}
	}
}

// BenchmarkParse reads the sample mails over and over.
func BenchmarkParse(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(shared(b, "corpus"), "*.eml"))
	if err != nil || len(files) == 0 {
		b.Fatalf("%d mails: %v", len(files), err)
	}
	var mails [][]byte
	var size int64
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		mails, size = append(mails, raw), size+int64(len(raw))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, raw := range mails {
			if _, err := Parse(bytes.NewReader(raw), Limits{}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(mails)*b.N)/b.Elapsed().Seconds(), "mails/s")
}
