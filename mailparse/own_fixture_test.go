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

// remains returns what is left of a plain body, as different programs see it:
// the own text alone, with the signature, with what of it stands above its
// delimiter, and with the quotes that own text follows or that are all there is.
func remains(body, subject string) []string {
	m := &Message{Subject: subject}
	split(textLines(body, flow{}), m)
	own := RoleOwn
	if !slices.ContainsFunc(m.Lines, func(l Line) bool { return l.Role == RoleOwn }) {
		own = RoleForward
	}
	for i := range m.Lines {
		if m.Lines[i].Role == RoleItem { // as much her own
			m.Lines[i].Role = RoleOwn
		}
	}
	last, delimiter := -1, len(m.Lines)
	for i, l := range m.Lines {
		switch {
		case l.Role == own:
			last = i
		case l.Role == RoleSignature && (l.Text == "--" || l.Why == ByPhone):
			delimiter = min(delimiter, i)
		}
	}
	join := func(keep func(i int, r Role) bool) string {
		var kept []string
		for i, l := range m.Lines {
			if l.Role == own || keep(i, l.Role) {
				kept = append(kept, l.Text)
			}
		}
		return withoutQuoting(strings.Join(kept, " "))
	}
	quote := func(i int, r Role) bool { return r == RoleQuote && (i < last || last < 0) }
	signature := func(i int, r Role) bool { return r == RoleSignature }
	above := func(i int, r Role) bool { return r == RoleSignature && i < delimiter }
	return []string{
		join(func(int, Role) bool { return false }), join(signature), join(above),
		join(quote), join(func(i int, r Role) bool { return quote(i, r) || signature(i, r) }),
	}
}

// withoutQuoting is text in which quotes and their depth do not show.
func withoutQuoting(text string) string { return fold(strings.ReplaceAll(text, ">", " ")) }

// Replies that Discourse's email_reply_trimmer is tested with. It keeps
// closings and cuts what stands below "--", and it keeps quotes that nothing
// follows; languages outside ours are not read.
func TestReplyTrimmerFixtures(t *testing.T) {
	const floor = 62
	dir := shared(t, "fixtures/email_reply_trimmer")
	files, err := filepath.Glob(filepath.Join(dir, "emails", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no mails in %s: %v", dir, err)
	}
	right := 0
	for _, file := range files {
		name := filepath.Base(file)
		want := withoutQuoting(readFile(t, dir, "trimmed", name))
		if got := remains(readFile(t, file), "Re: x"); slices.Contains(got, want) {
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
		want := withoutQuoting(readFile(t, strings.TrimSuffix(file, ".txt")+".expected"))
		if got := remains(readFile(t, file), "Sv: x"); !slices.Contains(got, want) {
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
		m := &Message{Subject: subject, From: "sender@example.org"}
		_, passages := split(textLines(clean(readFile(t, file)), flow{}), m)
		var text []string
		for _, p := range passages {
			if p.By == want.From.Address || p.By == fold(want.From.Name) {
				text = append(text, p.Text)
			}
		}
		body := strings.Join(text, " ")
		found := strings.HasPrefix(body, want.BodyStarts) && strings.Contains(body, want.BodyEnds)
		if reply {
			found = !slices.ContainsFunc(passages, func(p Passage) bool { return p.By != "" })
		}
		if found {
			right++
		} else {
			t.Logf("%s: not read", filepath.Base(file))
		}
	}
	const floor = 92
	t.Logf("%d of %d", right, len(files))
	if right < floor {
		t.Errorf("%d of %d forwards are read right, want at least %d", right, len(files), floor)
	}
}
