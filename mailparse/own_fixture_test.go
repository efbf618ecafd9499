package mailparse

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func readFile(t *testing.T, name ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(name...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// ownLines returns what is left of a plain body: without a signature, with
// what is above its delimiter, and with all of it.
func ownLines(body, subject string) []string {
	m := &Message{Subject: subject}
	var kept, above, all []string
	for _, s := range cutQuotes(textLines(body, flow{}), m) {
		if s.by != "" {
			continue
		}
		kept = append(kept, render(cutSignature(s.lines, s.author)))
		all = append(all, render(s.lines))
		end := slices.IndexFunc(s.lines, func(l line) bool { return l.text == "--" || isMobile(l.text) })
		if end < 0 {
			end = len(s.lines)
		}
		above = append(above, render(s.lines[:end]))
	}
	return []string{fold(strings.Join(kept, " ")), fold(strings.Join(above, " ")), fold(strings.Join(all, " "))}
}

// Replies that Discourse's email_reply_trimmer is tested with. It keeps
// closings and cuts what stands below "--", and it keeps quotes that nothing
// follows; languages outside ours are not read.
func TestReplyTrimmerFixtures(t *testing.T) {
	const floor = 47
	dir := shared(t, "fixtures/email_reply_trimmer")
	files, err := filepath.Glob(filepath.Join(dir, "emails", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s: %v", dir, err)
	}
	right := 0
	for _, file := range files {
		name := filepath.Base(file)
		want := fold(readFile(t, dir, "trimmed", name))
		if got := ownLines(readFile(t, file), "Re: x"); slices.Contains(got, want) {
			right++
		} else {
			t.Logf("%s: got %.200q, want %.200q", name, got[0], want)
		}
	}
	t.Logf("%d of %d", right, len(files))
	if right < floor {
		t.Errorf("%d of %d replies are cut right, want at least %d", right, len(files), floor)
	}
}

func TestSwedishReplies(t *testing.T) {
	dir := shared(t, "fixtures/swedish_replies")
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s: %v", dir, err)
	}
	for _, file := range files {
		want := fold(readFile(t, strings.TrimSuffix(file, ".txt")+".expected"))
		if got := ownLines(readFile(t, file), "Sv: x"); !slices.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", filepath.Base(file), got, want)
		}
	}
}

// Forwarded mails as nine clients write them: the words of the original and
// whose they are.
func TestForwards(t *testing.T) {
	dir := shared(t, "fixtures/forwards")
	var want struct {
		From       struct{ Address, Name string }
		BodyStarts string `json:"body_starts"`
		BodyEnds   string `json:"body_ends"`
	}
	if err := json.Unmarshal([]byte(readFile(t, dir, "expected.json")), &want); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*_body*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s: %v", dir, err)
	}
	right := 0
	for _, file := range files {
		// Variant 4 of each client is a reply.
		reply := strings.HasSuffix(file, "_variant_4.txt")
		subject := "Fwd: x"
		if reply {
			subject = "Re: x"
		}
		sections := cutQuotes(textLines(readFile(t, file), flow{}), &Message{Subject: subject, From: "sender@example.org"})
		found := slices.ContainsFunc(sections, func(s section) bool {
			text := render(s.lines)
			return (s.by == want.From.Address || s.by == fold(want.From.Name)) &&
				strings.HasPrefix(text, want.BodyStarts) && strings.Contains(text, want.BodyEnds)
		})
		if reply {
			found = !slices.ContainsFunc(sections, func(s section) bool { return s.by != "" })
		}
		if found {
			right++
		} else {
			t.Logf("%s: not read", filepath.Base(file))
		}
	}
	const floor = 91
	t.Logf("%d of %d", right, len(files))
	if right < floor {
		t.Errorf("%d of %d forwards are read right, want at least %d", right, len(files), floor)
	}
}
