package ingest

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/digiteket/onskemal/mailparse"
	"github.com/digiteket/onskemal/store"
)

// Today is how a stored message is read today.
type Today struct {
	Mail              // as it is stored, without the sender's name; no Message when the bytes are gone
	Change     Change // what reading it anew would change
	Unreadable string // why it cannot be read any more, for an editor; "" when it can
}

// Today reads a stored message as [Pipeline.Reclassify] would, and stores nothing.
func (p *Pipeline) Today(stored store.Stored) (today Today, err error) {
	anew := p.readAnew(stored)
	if anew.unreadable != nil {
		return Today{Unreadable: reason(anew.unreadable)}, nil
	}
	today.Change = anew.change
	if stored.Raw != nil {
		today.Mail, err = p.Reader.Read(stored.Raw)
		today.Reading = withoutName(today.Reading, today.FromName)
	}
	return today, err
}

// RankReason is what gave a wish its rank.
type RankReason string

// The reasons for ranks.
const (
	RankUnknown   RankReason = ""
	RankByNumber  RankReason = "number"    // the writer's own
	RankByOrder   RankReason = "order"     // of the items of the list
	RankUnordered RankReason = "unordered" // all items of the list tie on the first place
	RankByWords   RankReason = "words"     // in or around the list, or in the text
	RankInProse   RankReason = "prose"     // ties on the first place, since no words say otherwise
)

// Source is where a wish or an offer stands in its mail.
type Source struct {
	Line    int      // in Lines, from 1; 0 where it is not found
	Details []string // explanation lines of the list item
	By      string   // the original author of forwarded words, "" = the sender
	RankBy  RankReason
}

// Source finds a wish of a rank, or an offer, by its words.
func (m Mail) Source(text string, rank int) Source {
	if m.Message == nil {
		return Source{}
	}
	at := slices.IndexFunc(m.Passages, func(p mailparse.Passage) bool { return p.Text == text && (p.Rank == rank || p.List == 0) })
	if at < 0 {
		at = slices.IndexFunc(m.Passages, func(p mailparse.Passage) bool { return strings.Contains(p.Text, text) })
	}
	if at < 0 {
		return Source{}
	}
	p := m.Passages[at]
	source := Source{Line: p.Line, By: p.By, RankBy: m.rankReason(p, rank)}
	if p.Text == text {
		source.Details = p.Details
	}
	return source
}

// rankReason tells why a wish in a passage has its rank, as far as can be seen.
func (m Mail) rankReason(p mailparse.Passage, rank int) RankReason {
	if p.List == 0 {
		if rank == 1 {
			return RankInProse
		}
		return RankByWords
	}
	var ranks, numbers, places []int
	for _, item := range m.Passages {
		if item.List == p.List {
			ranks, numbers, places = append(ranks, item.Rank), append(numbers, m.number(item)), append(places, len(places))
		}
	}
	switch {
	case p.Rank != rank:
		return RankByWords
	case !slices.Contains(numbers, 0) && sameOrder(numbers, ranks):
		return RankByNumber
	case len(ranks) > 1 && slices.Max(ranks) == 1:
		return RankUnordered
	case sameOrder(places, ranks):
		return RankByOrder
	}
	return RankByWords
}

// sameOrder tells whether each number stands to the next as those of another list do.
func sameOrder(a, b []int) bool {
	for i := 1; i < len(a); i++ {
		if cmp.Compare(a[i-1], a[i]) != cmp.Compare(b[i-1], b[i]) {
			return false
		}
	}
	return true
}

var leadingNumber = regexp.MustCompile(`^[^\pL\d]*(\d{1,3})`)

// number is the one before a list item, 0 for none.
func (m Mail) number(p mailparse.Passage) int {
	if p.Line == 0 {
		return 0
	}
	found := leadingNumber.FindStringSubmatch(m.Lines[p.Line-1].Text)
	if found == nil || strings.HasPrefix(p.Text, found[1]) {
		return 0
	}
	n, _ := strconv.Atoi(found[1]) // three digits
	return n
}
