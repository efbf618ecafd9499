package review

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

// InSwedish says why something waits.
func (e Entry) InSwedish() string {
	switch e.Reason {
	case NoTopic:
		return "inget ämne"
	case NearMiss:
		return "osäkert"
	case NoWishes:
		return "inget önskemål i mejlet"
	}
	words := make([]string, len(e.Doubts))
	for i, doubt := range e.Doubts {
		words[i] = report.DoubtInWords(doubt)
	}
	return strings.Join(words, "; ")
}

// Told says in Swedish what a ruling does.
func Told(r store.Ruling) string {
	switch r.Kind {
	case store.Seen:
		return "Mejlet är läst som det är menat"
	case store.Duplicate:
		return "Mejlet räknas inte, det är en kopia"
	case store.NotAWish:
		return "Det räknas inte"
	}
	told := make([]string, len(r.Is))
	for i, item := range r.Is {
		told[i] = fmt.Sprintf("”%s” → %s", item.Text, Labels(item))
	}
	return strings.Join(told, "\n")
}

// Labels says in Swedish what an item counts as.
func Labels(item store.Item) string {
	var labels []string
	if item.Offer {
		labels = append(labels, "erbjudande")
	}
	labels = append(labels, item.Topics...)
	for _, group := range item.Outside {
		labels = append(labels, group+" (utanför listan)")
	}
	switch {
	case len(item.Topics)+len(item.Outside) > 0:
	case item.Scope == "analog":
		labels = append(labels, "inget digitalt")
	default:
		labels = append(labels, "inget ämne")
	}
	return strings.Join(labels, ", ")
}

// choices are the keys that mean something for an entry.
func choices(e Entry) string {
	if e.Wish == nil {
		return "[Enter] läst rätt  [ö]nskemålen ett och ett  [l]ägg till önskemål  [k]opia av ett annat mejl\n" +
			"[m]ejlet  [h]oppa över  [å]ngra  [q] sluta"
	}
	turn := "[e]rbjudande"
	if e.Wish.Offer {
		turn = "[e] önskemål"
	}
	return "[Enter] stämmer  [ä]mnen  " + turn + "  [a]nalogt  [i]nget önskemål  [d]ela  [s]lå ihop\n" +
		"[m]ejlet  [h]oppa över  [å]ngra  [q] sluta"
}

// show tells what is to be decided on.
func (s *Session) show(ctx context.Context, e Entry) error {
	s.screen.print("\n── %d kvar · mejl %d, kom %s", len(s.queue), e.Message, report.StartOfDay(e.Received).Format(time.DateOnly))
	if why := e.InSwedish(); why != "" {
		s.screen.print(" · %s", why)
	}
	s.screen.print("\n\n")
	if e.Wish == nil {
		return s.showItems(ctx, e.Message)
	}
	p := e.Wish
	s.screen.print("  ”%s”\n", p.Text)
	kind := fmt.Sprintf("önskemål %d, plats %d", p.ID, p.Rank)
	if p.Offer {
		kind = fmt.Sprintf("erbjudande %d", p.ID)
	}
	s.screen.print("  %s → %s\n", kind, Labels(p.Item))
	for _, why := range p.Why {
		negated := ""
		if why.Negated {
			negated = ", men nekat"
		}
		s.screen.print("    för att det står ”%s” (%s%s)\n", why.Found, why.Label, negated)
	}
	for _, near := range e.Near {
		s.screen.print("    nära: %s, för att det står ”%s”\n", near.Label, near.Hits[0].Found)
	}
	return nil
}

// showItems lists what counts in a mail.
func (s *Session) showItems(ctx context.Context, message int64) error {
	items, err := s.DB.Items(ctx, message)
	for _, p := range items {
		place := fmt.Sprintf("%d.", p.Rank)
		if p.Offer {
			place = "–"
		}
		s.screen.print("  %s ”%s” → %s\n", place, p.Text, Labels(p.Item))
	}
	return err
}

// showMail shows the mail's own text, or when that is gone, what counts in it.
func (s *Session) showMail(ctx context.Context, e Entry) error {
	text, err := s.Mail(ctx, e.Message)
	if err != nil {
		return err
	}
	if text == "" {
		s.screen.print("Mejlets text finns inte kvar. Det här lästes i det:\n")
		return s.showItems(ctx, e.Message)
	}
	for line := range strings.Lines(text) {
		s.screen.print("  │ %s", line)
	}
	s.screen.print("\n")
	return nil
}
