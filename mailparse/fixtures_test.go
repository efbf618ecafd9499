package mailparse

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
// All that have a header are readable, but those whose text is not in them.
func TestFixtures(t *testing.T) {
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
			case errors.Is(err, ErrNotMail) && len(fieldName(firstLine(raw))) == 0:
			case err != nil:
				t.Errorf("%s: %v", path, err)
			default:
				for _, s := range allText(m) {
					if !utf8.ValidString(s) {
						t.Errorf("%s: %q is not valid UTF-8", path, s)
					}
				}
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

// allText is everything in a message that comes out of the mail.
func allText(m *Message) []string {
	text := []string{m.MessageID, m.From, m.FromName, m.Subject, m.Text}
	for _, p := range m.Passages {
		text = append(append(text, p.Text, p.By), p.Details...)
	}
	for _, d := range m.Defects {
		text = append(text, string(d))
	}
	return text
}

func isRawMail(path string) bool {
	switch filepath.Ext(path) {
	case ".eml", ".msg", ".raw", ".crlf", ".txt":
		return !strings.Contains(path, "_decoded_") && !strings.Contains(path, "LICEN")
	}
	folder := filepath.Base(filepath.Dir(path))
	return folder == "cur" || folder == "new" || strings.HasPrefix(filepath.Base(path), "mbox.rlug-")
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
// stalwart's parser, except where a person would not agree with that one.
func TestStalwart(t *testing.T) {
	const wantTexts, wantSubjects = 86, 79
	agreed := map[string]string{ // mails where a person would read what we read
		"legacy/045":    "empty first text part: the next counts",
		"malformed/001": "the inner multipart ends at the outer's boundary (RFC 2046 section 5.1.2)",
		"malformed/019": "the boundary line differs in a capital",
		"malformed/020": "text/plain and multipart/alternative at once: the HTML inside has the text",
		"malformed/021": "text/plain and multipart/alternative at once: the HTML inside has the text",
	}
	files, err := filepath.Glob(filepath.Join(shared(t, "fixtures/stalwart"), "resources", "eml", "*", "*.eml"))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d mails: %v", len(files), err)
	}
	var texts, rightTexts, subjects, rightSubjects int
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
		if subject, ok := want.subject(); ok {
			subjects++
			if agrees(p.message.Subject, subject) {
				rightSubjects++
			} else {
				t.Logf("%s: subject %q, want %q", name, p.message.Subject, subject)
			}
		}
		if text, ok := want.text(); ok {
			texts++
			if got := p.firstText(root); agrees(got, text) || agreed[name] != "" {
				rightTexts++
			} else {
				t.Logf("%s: text %q, want %q", name, folded(got), folded(text))
			}
		}
	}
	t.Logf("text %d of %d, subject %d of %d", rightTexts, texts, rightSubjects, subjects)
	if rightTexts < wantTexts || rightSubjects < wantSubjects {
		t.Errorf("want text %d, subject %d or more", wantTexts, wantSubjects)
	}
}

// agrees reports whether the oracle has the same text, white space and the
// characters that it could not read apart.
func agrees(got, want string) bool {
	pattern := strings.ReplaceAll(regexp.QuoteMeta(folded(want)), "\uFFFD", ".")
	return regexp.MustCompile("^" + pattern + "$").MatchString(folded(got))
}

// subject is the oracle's subject.
func (o oracleMail) subject() (string, bool) {
	for _, h := range o.Parts[0].Headers {
		if string(h.Name) == `"subject"` {
			var value struct{ Text string }
			err := json.Unmarshal(h.Value, &value)
			return value.Text, err == nil
		}
	}
	return "", false
}

// text is the oracle's first text part.
func (o oracleMail) text() (string, bool) {
	if len(o.TextBody) == 0 {
		return "", false
	}
	var body struct{ Text *string }
	err := json.Unmarshal(o.Parts[o.TextBody[0]].Body, &body)
	if err != nil || body.Text == nil {
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
	benchmarkSamples(b, func(raw []byte) error {
		_, err := Parse(bytes.NewReader(raw), Limits{})
		return err
	})
}

// BenchmarkLines is the first half of BenchmarkParse: from bytes to lines.
func BenchmarkLines(b *testing.B) {
	benchmarkSamples(b, func(raw []byte) error {
		p := parser{limits: Limits{}.orDefault(), message: &Message{}}
		root := p.readPart(trimStart(raw), place{kind: "text/plain"})
		p.readFields(root)
		p.lines(root)
		return nil
	})
}

func benchmarkSamples(b *testing.B, read func(raw []byte) error) {
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
			if err := read(raw); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(mails)*b.N)/b.Elapsed().Seconds(), "mails/s")
}
