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
		return "osäkert ämne"
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

// choice is a key that means something, in a word or two and in a sentence.
type choice struct{ key, short, long string }

// choices are the keys that mean something for an entry.
func choices(e Entry) []choice {
	var all []choice
	switch {
	case e.Wish != nil:
		all = []choice{
			{"Enter", "[Enter] stämmer", "Det räknas så som det står här."},
			{"ä", "[ä]ndra ämnen", "Det har andra ämnen, eller inget."},
			{"e", "[e]rbjudande", "Skribenten erbjuder det, och önskar sig det inte."},
			{"a", "[a]nalogt", "Det gäller inget digitalt."},
			{"i", "[i]nget önskemål", "Det är varken önskemål eller erbjudande och räknas inte."},
			{"d", "[d]ela", "Det är flera, som du delar upp."},
			{"s", "[s]lå ihop", "Det hör ihop med ett annat i samma mejl."},
		}
		if e.Wish.Offer {
			all[2] = choice{"e", "[e] önskemål", "Skribenten önskar sig det, och erbjuder det inte."}
		}
	case e.Reason == NoWishes:
		all = []choice{
			{"Enter", "[Enter] inget önskemål", "Det stämmer att mejlet inte har något önskemål."},
			{"l", "[l]ägg till önskemål", "Det finns ett önskemål, som du skriver av."},
			{"k", "[k]opia av ett annat mejl", "Mejlet har kommit en gång till."},
		}
	default:
		all = []choice{
			{"Enter", "[Enter] läst rätt", "Det som står här är det som mejlet säger."},
			{"ö", "[ö]nskemålen ett och ett", "Du går igenom det som lästes."},
			{"l", "[l]ägg till önskemål", "Det finns ett till, som du skriver av."},
			{"k", "[k]opia av ett annat mejl", "Mejlet har kommit en gång till: inget i det räknas."},
		}
	}
	return append(all,
		choice{"m", "[m]ejlet", "Visa vad som står i mejlet."},
		choice{"h", "[h]oppa över", "Låt det vara: det kommer igen nästa gång."},
		choice{"å", "[å]ngra", "Ta tillbaka ditt senaste beslut."},
		choice{"q", "[q] sluta", "Allt är sparat."},
		choice{"?", "[?] hjälp", "Visa det här."},
	)
}

// help tells what each key does.
func (s *Session) help(e Entry) {
	for _, c := range choices(e) {
		s.screen.print("  %-5s  %s\n", c.key, c.long)
	}
}

// show tells what is to be decided on.
func (s *Session) show(ctx context.Context, e Entry) error {
	s.screen.print("\n── %d kvar · mejl %d, kom %s", len(s.queue), e.Message, report.StartOfDay(e.Received).Format(time.DateOnly))
	if why := e.InSwedish(); why != "" {
		s.screen.print(" · %s", why)
	}
	s.screen.print("\n\n")
	switch {
	case e.Reason == NoWishes && e.Wish == nil:
		return s.showMail(ctx, e)
	case e.Wish == nil:
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
		s.screen.print("    %s%s, för att det står ”%s”\n", s.named(why.Label), negated, why.Found)
	}
	for _, near := range e.Near {
		s.screen.print("    nästan %s, för att det står ”%s”\n", s.named(near.Label), near.Hits[0].Found)
	}
	return nil
}

// named is a topic with what it is called; a group outside the list is called what it
// is.
func (s *Session) named(label string) string {
	for _, t := range s.Classifier.Topics() {
		if t.ID == label {
			return fmt.Sprintf("%s (%s)", t.Name, t.ID)
		}
	}
	return label
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
	switch {
	case text != "":
	case e.Wish == nil && e.Reason == NoWishes:
		s.screen.print("  Mejlets text finns inte kvar, och inget önskemål lästes i det.\n")
		return nil
	default:
		s.screen.print("Mejlets text finns inte kvar. Det här lästes i det:\n")
		return s.showItems(ctx, e.Message)
	}
	for line := range strings.Lines(text) {
		s.screen.print("  │ %s", line)
	}
	s.screen.print("\n")
	return nil
}
