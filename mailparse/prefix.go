package mailparse

import (
	"slices"
	"strings"
)

// IsForward reports a subject that says that mail is passed on: "VB: …".
func IsForward(subject string) bool { return forwardPrefix(subject) }

// replyPrefix and forwardPrefix read the outermost prefix of a subject. "VS:"
// is a forward in Norwegian and a reply in Finnish, so it is neither.
func replyPrefix(subject string) bool {
	return slices.Contains([]string{"sv", "re", "ang", "aw", "antw"}, outerPrefix(subject))
}

func forwardPrefix(subject string) bool {
	return slices.Contains([]string{"vb", "fw", "fwd", "videresend", "videresendt", "vl", "wg"}, outerPrefix(subject))
}

// outerPrefix returns the first prefix of a subject, folded, without counter:
// "sv" of "[extern] SV[2]: Önskemål".
func outerPrefix(subject string) string {
	subject = fold(subject)
	for strings.HasPrefix(subject, "[") {
		_, rest, ok := strings.Cut(subject, "]")
		if !ok {
			break
		}
		subject = strings.TrimSpace(rest)
	}
	before, _, ok := strings.Cut(subject, ":")
	if !ok {
		return ""
	}
	return strings.TrimRight(before, "0123456789[]() ")
}
