package mailbox

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Examine opens a folder read-only and returns its UIDVALIDITY: UIDs mean the
// same messages for as long as that number stays the same (RFC 9051 section
// 2.3.1.1). It is never 0. For a folder that does not exist the error wraps
// [ErrNoFolder] and lists the folders with the most similar names.
func (c *Client) Examine(folder string) (uidValidity uint32, err error) {
	doing := fmt.Sprintf("open folder %q", folder)
	answered := c.command()
	data, err := c.imap.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
	answered()
	if refused(err) {
		if names := c.folders(); len(names) > 0 && !slices.Contains(names, folder) {
			return 0, fmt.Errorf("%s: %w: %q; there are %s", c.account.Host, ErrNoFolder, folder, quoted(nearest(folder, names)))
		}
	}
	if err != nil {
		return 0, c.failure(doing, err)
	}
	if data.UIDValidity == 0 {
		return 0, fmt.Errorf("%s: %s: the server gives no UIDVALIDITY, so its messages cannot be told apart", c.account.Host, doing)
	}
	return data.UIDValidity, nil
}

// folders lists the folders that can hold mail; nil when the server won't say.
func (c *Client) folders() []string {
	defer c.command()()
	list, err := c.imap.List("", "*", nil).Collect()
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range list {
		if !slices.Contains(f.Attrs, imap.MailboxAttrNoSelect) {
			names = append(names, f.Mailbox)
		}
	}
	return names
}

// maxSuggested is how many folders an error suggests.
const maxSuggested = 5

// nearest returns the names most like the wanted one, most like it first.
func nearest(wanted string, names []string) []string {
	distance := func(name string) int {
		return editDistance([]rune(strings.ToLower(wanted)), []rune(strings.ToLower(name)))
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(distance(a), distance(b)), strings.Compare(a, b))
	})
	return names[:min(len(names), maxSuggested)]
}

// editDistance is Levenshtein's: how many characters to insert, delete or
// replace to make b of a.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1) // distances from a's beginning so far to b's beginnings
	for j := range row {
		row[j] = j
	}
	for i, ca := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, cb := range b {
			replaced := diagonal
			if ca != cb {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func quoted(names []string) string {
	var q []string
	for _, name := range names {
		q = append(q, fmt.Sprintf("%q", name))
	}
	return strings.Join(q, ", ")
}
