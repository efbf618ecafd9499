package ingest

import (
	"context"
	"time"

	"github.com/digiteket/onskemal/mailparse"
)

// KeepContacts keeps name and address of those who have offered something since a
// time, so that they can be asked when the mail itself is gone.
func (p *Pipeline) KeepContacts(ctx context.Context, since time.Time) error {
	for m, err := range p.Store.Contactless(ctx, since) {
		if err != nil {
			return err
		}
		mail, _ := p.Reader.Read(m.Raw) // what cannot be read gives no contact
		if err := p.Store.KeepContacts(ctx, m.Message, contacts(mail.Message)); err != nil {
			return err
		}
	}
	return nil
}

// contacts are name and address of the sender of a mail, and what is known of those
// whose words it passes on, by their addresses.
func contacts(m *mailparse.Message) map[string]string {
	if m == nil {
		return nil
	}
	contacts := make(map[string]string)
	for _, p := range m.Passages {
		contacts[p.By] = p.By
	}
	contacts[m.From] = contact(m.FromName, m.From)
	return contacts
}

// longestName bounds a name, in characters: a header field may hold a book.
const longestName = 100

func contact(name, address string) string {
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName]) + "…"
	}
	switch {
	case address == "" || name == address:
		return address
	case name == "":
		return address
	default:
		return name + " <" + address + ">"
	}
}
