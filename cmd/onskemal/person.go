package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type personOptions struct {
	json bool
}

func newPersonCommand(g *globals) *cobra.Command {
	var opts personOptions
	cmd := &cobra.Command{
		Use:   "person ADDRESS",
		Short: "Print all that is held on a person, for one who asks (GDPR, article 15)",
		Long: `Person prints, in Swedish, all that the database holds on the person with an
address: the mails and until when they are kept, the wishes and offers with their
topics and why they have them, also those that somebody else passed on, the mails
in quarantine, and in which form the address is kept. Of a mail that somebody else
sent, only what is the person's is told. Exit status 1 says that nothing is held.

A colleague whose forwarded list came without an address is known by her name:
ask for that, too.`,
		Example: "  onskemal person anna@nykulla.example\n  onskemal person 'Anna Ek <anna@nykulla.example>' --json",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPerson(cmd.Context(), addressIn(args[0]), opts, g)
		},
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "print JSON")
	return cmd
}

// heldPerson is the JSON of person; its keys are part of the interface.
type heldPerson struct {
	AddressKeptAs string            `json:"address_kept_as"`
	Hash          string            `json:"hash"` // "" when the address stands in the quarantine only
	Workplace     string            `json:"workplace"`
	Merged        []heldAddress     `json:"merged"` // other addresses that editors let count as the same person
	Messages      []heldMessage     `json:"messages"`
	Quarantine    []heldQuarantined `json:"quarantine"`
}

type heldAddress struct {
	Hash      string `json:"hash"`
	Workplace string `json:"workplace"`
}

type heldMessage struct {
	Received  time.Time      `json:"received"`
	Added     time.Time      `json:"added"`
	Kind      string         `json:"kind"`
	DerivedBy string         `json:"derived_by"`
	Sent      bool           `json:"sent"`       // else somebody else sent it, and only what is the person's is told
	KeptUntil *time.Time     `json:"kept_until"` // the bytes, the subject and the Message-ID; null when they are gone
	RawBytes  int            `json:"raw_bytes"`
	Subject   string         `json:"subject"`
	MessageID string         `json:"message_id"`
	Text      string         `json:"text"` // the sender's own words, while the bytes are kept
	Doubts    []string       `json:"doubts"`
	Wishes    []parsedWish   `json:"wishes"`
	Offers    []heldOffer    `json:"offers"`
	Former    []formerOffer  `json:"former_offers"`
	Contacts  []heldContact  `json:"contacts"`  // kept for the offers
	Decisions []heldDecision `json:"decisions"` // of editors, on these
	Others    int            `json:"others"`    // wishes and offers of other people in the same mail
}

type heldOffer struct {
	parsedOffer
	History []heldState `json:"history"` // the states that editors gave it, the oldest first
}

// formerOffer is an offer that does not count now, of which no words are kept.
type formerOffer struct {
	History []heldState `json:"history"`
}

type heldState struct {
	State store.OfferState `json:"state"`
	At    time.Time        `json:"at"`
}

type heldContact struct {
	Contact   string    `json:"contact"`
	KeptUntil time.Time `json:"kept_until"`
}

type heldDecision struct {
	Decided time.Time      `json:"decided"`
	Kind    string         `json:"kind"`
	Was     []exportedItem `json:"was"`    // what the program read
	Is      []exportedItem `json:"is"`     // what counts instead
	Counts  bool           `json:"counts"` // else it was replaced or undone
}

type heldQuarantined struct {
	Received time.Time `json:"received"`
	Reason   string    `json:"reason"`
}

func runPerson(ctx context.Context, address string, opts personOptions, g *globals) error {
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		reader := s.reader(func() *classify.Classifier { return c }, s.subjects())
		held, err := db.Held(ctx, address, reader)
		if err != nil {
			return aboutPerson(err)
		}
		person := heldPersonOf(held, reader, s)
		if opts.json {
			return writeJSON(g.out, person)
		}
		return writePrintable(g.out, person.text())
	})
}

// addressIn is the address in "Name <address>", or all of the text.
func addressIn(text string) string {
	if open := strings.LastIndexByte(text, '<'); open >= 0 {
		text, _, _ = strings.Cut(text[open+1:], ">")
	}
	return strings.TrimSpace(text)
}

// aboutPerson adds the remedy, and no address.
func aboutPerson(err error) error {
	if errors.Is(err, store.ErrUnknownPerson) {
		return fmt.Errorf("%w: nothing is held; check the spelling, and the person's other addresses", err)
	}
	return err
}

func heldPersonOf(held store.Held, reader ingest.Reader, s settings) heldPerson {
	p := heldPerson{
		AddressKeptAs: "HMAC-SHA256 under the installation's key", Hash: held.Hash, Workplace: held.Workplace,
		Merged: []heldAddress{}, Messages: []heldMessage{}, Quarantine: []heldQuarantined{},
	}
	for _, a := range held.Merged {
		p.Merged = append(p.Merged, heldAddress(a))
	}
	for _, m := range held.Messages {
		p.Messages = append(p.Messages, heldMessageOf(m, reader, s))
	}
	for _, q := range held.Quarantined {
		p.Quarantine = append(p.Quarantine, heldQuarantined(q))
	}
	return p
}

func heldMessageOf(m store.HeldMessage, reader ingest.Reader, s settings) heldMessage {
	out := heldMessage{
		Received: m.Received, Added: m.Added, Kind: m.Kind, DerivedBy: m.DerivedBy, Sent: m.Sent, RawBytes: len(m.Raw),
		Subject: m.Subject, MessageID: m.MessageID, Others: m.Others,
		Doubts: append([]string{}, m.Doubts...), Wishes: []parsedWish{}, Offers: []heldOffer{}, Former: []formerOffer{},
		Contacts: []heldContact{}, Decisions: []heldDecision{},
	}
	if m.Raw != nil {
		until := m.Added.Add(s.retention())
		out.KeptUntil = &until
		if mail, _ := reader.Read(m.Raw); mail.Message != nil { // it could be read once
			out.Text = mail.Text
		}
	}
	for _, w := range m.Wishes {
		out.Wishes = append(out.Wishes, parsedWish{Rank: w.Rank, Text: w.Text, classification: classification{
			Topics: append([]string{}, w.Topics...), Outside: append([]string{}, w.Outside...), Scope: w.Scope, Why: reasonsOf(w.Why),
		}})
	}
	for _, o := range m.Offers {
		offer := heldOffer{parsedOffer{Text: o.Text, Topics: append([]string{}, o.Topics...), Why: reasonsOf(o.Why)}, heldStates(o.Steps)}
		out.Offers = append(out.Offers, offer)
	}
	for _, steps := range m.Former {
		out.Former = append(out.Former, formerOffer{heldStates(steps)})
	}
	for _, contact := range m.Contacts {
		out.Contacts = append(out.Contacts, heldContact{contact.Text, contact.Since.Add(s.offerRetention())})
	}
	for _, d := range m.Decisions {
		out.Decisions = append(out.Decisions, heldDecision{d.At, string(d.Kind), exportedItems(d.Was), exportedItems(d.Is), d.Counts()})
	}
	return out
}

func heldStates(steps []store.OfferStep) []heldState {
	states := make([]heldState, len(steps))
	for i, step := range steps {
		states[i] = heldState{step.State, step.At}
	}
	return states
}

func reasonsOf(why []store.Reason) []reason {
	reasons := make([]reason, len(why))
	for i, w := range why {
		reasons[i] = reason{Topic: w.Label, Keyword: w.Keyword, Found: w.Found, Start: w.Start, End: w.End, Negated: w.Negated}
	}
	return reasons
}

// text is for the person who asked, in Swedish.
func (p heldPerson) text() string {
	var b strings.Builder
	fmt.Fprintln(&b, "Det här finns sparat om dig.")
	if p.Hash != "" {
		fmt.Fprintf(&b, "\nDin adress står i mejlen så länge de sparas, och vid dina erbjudanden. För övrigt sparas den bara som en kod (HMAC-SHA256 med installationens nyckel):\n  %s\n", p.Hash)
		if p.Workplace != "" {
			fmt.Fprintf(&b, "Din arbetsplats, adressens domän: %s\n", p.Workplace)
		}
		for _, a := range p.Merged {
			fmt.Fprintf(&b, "Redaktionen räknar också mejl från en annan adress som dina; de står med här nedan. Den adressens kod:\n  %s\n", a.Hash)
			if a.Workplace != "" {
				fmt.Fprintf(&b, "och domän: %s\n", a.Workplace)
			}
		}
		fmt.Fprintln(&b, "Koden, domänen, önskemålen och erbjudandena sparas tills du ber att de tas bort.")
	}
	for i, m := range p.Messages {
		fmt.Fprintf(&b, "\nMejl %d av %d, mottaget %s: %s\n", i+1, len(p.Messages), day(m.Received), kindInSwedish(m.Kind))
		m.writeText(&b)
	}
	for _, q := range p.Quarantine {
		fmt.Fprintf(&b, "\nMejl i karantän, mottaget %s: %s\n  Det sparas som det är tills det går att läsa.\n", day(q.Received), q.Reason)
	}
	return b.String()
}

func (m heldMessage) writeText(b *strings.Builder) {
	switch {
	case !m.Sent:
		fmt.Fprintln(b, "  Någon annan skickade mejlet. Det här i det är ditt.")
	case m.KeptUntil == nil:
		fmt.Fprintln(b, "  Du skickade det. Mejlet, ämnesraden och Message-ID är borttagna.")
	default:
		fmt.Fprintf(b, "  Du skickade det. Hela mejlet (%d byte), ämnesraden och Message-ID sparas till %s.\n", m.RawBytes, day(*m.KeptUntil))
		fmt.Fprintf(b, "  Ämne: ”%s”\n  Message-ID: %s\n  Egen text:\n", m.Subject, m.MessageID)
		for line := range strings.Lines(m.Text) {
			fmt.Fprintf(b, "    | %s\n", strings.TrimRight(line, "\n"))
		}
	}
	for _, w := range m.Wishes {
		fmt.Fprintf(b, "  %d. %s\n     %s\n", w.Rank, w.Text, w.classification)
	}
	for _, o := range m.Offers {
		fmt.Fprintf(b, "  erbjuder: %s\n     %s\n", o.Text, classification{Topics: o.Topics, Why: o.Why})
		writeStates(b, o.History)
	}
	for _, o := range m.Former {
		fmt.Fprintln(b, "  Ett erbjudande som inte räknas nu. Av orden finns här bara en kod (SHA-256), som det känns igen på.")
		writeStates(b, o.History)
	}
	for _, c := range m.Contacts {
		fmt.Fprintf(b, "  Namn och adress, för att kunna svara på erbjudandet, sparas till %s: %s\n", day(c.KeptUntil), c.Contact)
	}
	for _, d := range m.Decisions {
		fmt.Fprintf(b, "  Redaktionen har beslutat %s: det lästes som %s och är %s.\n", day(d.Decided), inWords(d.Was), inWords(d.Is))
	}
	if m.Sent && m.Others > 0 {
		fmt.Fprintf(b, "  I mejlet finns också sådant som andra har önskat eller erbjudit: %d.\n", m.Others)
	}
	for _, d := range m.Doubts {
		fmt.Fprintf(b, "  att granska: %s\n", report.DoubtInWords(d))
	}
	fmt.Fprintf(b, "  Läst med %s.\n", m.DerivedBy)
}

func writeStates(b *strings.Builder, states []heldState) {
	for _, state := range states {
		fmt.Fprintf(b, "     Redaktionen har antecknat %s: %s.\n", day(state.At), report.OfferStateInWords(state.State))
	}
}

// inWords quotes what was read or decided.
func inWords(items []exportedItem) string {
	if len(items) == 0 {
		return "ingenting"
	}
	words := make([]string, len(items))
	for i, item := range items {
		words[i] = fmt.Sprintf("”%s” (%s)", item.Text, cmp.Or(strings.Join(append(slices.Clone(item.Topics), item.Outside...), ", "), "inget ämne"))
	}
	return strings.Join(words, " och ")
}

func day(t time.Time) string { return report.StartOfDay(t).Format(time.DateOnly) }

func kindInSwedish(kind string) string {
	switch kind {
	case string(classify.KindWish):
		return "önskemål"
	case string(classify.KindOffer):
		return "erbjudande"
	case string(classify.KindWishOffer):
		return "önskemål och erbjudande"
	case string(classify.KindOther):
		return "varken önskemål eller erbjudande"
	default: // a machine's
		return "automatiskt svar"
	}
}
