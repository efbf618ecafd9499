package mailparse

import "strings"

// account is what each line of a mail was taken for, for people who want to
// see why a mail was read as it was.
type account []Line

// newAccount numbers the lines and opens the account of them: all are own
// text until something speaks against it.
func newAccount(lines []line) account {
	a := make(account, len(lines))
	for i := range lines {
		lines[i].number = i + 1
		a[i] = Line{Text: lines[i].String(), Role: RoleOwn}
		if lines[i].text == "" {
			a[i] = Line{}
		}
	}
	return a
}

// note enters what l is and why. Lines without text or number are no account's.
func (a account) note(l line, role Role, why Reason) {
	if l.number > 0 && l.number <= len(a) && l.text != "" {
		entry := &a[l.number-1]
		entry.Role, entry.Why = role, why
	}
}

// item enters that a list item begins on a line, unless the line is somebody
// else's: forwarded items stay marked as such.
func (a account) item(number int) {
	if number > 0 && number <= len(a) && a[number-1].Role == RoleOwn {
		a[number-1].Role = RoleItem
	}
}

// of is the entry for l.
func (a account) of(l line) Line {
	if l.number == 0 || l.number > len(a) {
		return Line{}
	}
	return a[l.number-1]
}

// addedByProgram reports lines that nobody typed, though they stand among a
// person's own.
func (l Line) addedByProgram() bool {
	return l.Why == ByPhone || l.Why == ByWarning || l.Why == ByNotice
}

// String is the line as a reader of the mail sees it.
func (l line) String() string {
	text := strings.Repeat("> ", min(l.quote, 8))
	if l.level > 1 {
		text += strings.Repeat("  ", min(l.level-1, 8))
	}
	if l.marker != "" {
		text += l.marker + " "
	}
	return text + l.text
}
