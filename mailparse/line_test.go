package mailparse

import (
	"fmt"
	"strings"
)

// notation writes lines for comparing: role, quote depth, list and level,
// marker, text, as in "quote >> 1.2 a) text".
func notation(lines []line) string {
	names := map[Role]string{RoleOwn: "own ", RoleQuote: "quote ", RoleForward: "forward ", RoleSignature: "signature ", RoleBanner: "banner "}
	var out []string
	for _, l := range lines {
		s := names[l.role]
		if l.quote > 0 {
			s += strings.Repeat(">", l.quote) + " "
		}
		if l.level > 0 {
			s += fmt.Sprintf("%d.%d ", l.list, l.level)
		}
		if l.marker != "" {
			s += l.marker + " "
		}
		out = append(out, strings.TrimRight(s+l.text, " "))
	}
	return strings.Join(out, "\n")
}
