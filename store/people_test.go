package store

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	annaAtHome = "anna@hemma.example"
	bo         = "bo@sjovik.example"
)

// twoAddresses holds a mail from each of Anna's addresses, and one from Bo that
// names the second one.
func twoAddresses(t *testing.T) *Store {
	t.Helper()
	s := newStore(t)
	for _, m := range []Message{
		{Raw: mailOf(anna, "1@nykulla.example", "jobbet"), From: anna, Wishes: []Wish{wishFor("Zettelkasten", "")}},
		{Raw: mailOf(annaAtHome, "2@hemma.example", "hemma"), From: annaAtHome, Wishes: []Wish{wishFor("Mikroskopi", "")}, Offers: []Offer{{Text: "Sagostund"}}},
		{Raw: mailOf(bo, "3@sjovik.example", "Kopia: "+annaAtHome), From: bo, Wishes: []Wish{wishFor("Koha", "")}, Offers: []Offer{{Text: "Poddar"}}},
	} {
		m.Received, m.Added, m.Kind, m.DerivedBy = tuesday, tuesday, "wish", "test"
		mustAdd(t, s, m, nil)
	}
	return s
}

// whose says who wants and offers what, and where they count: "1@nykulla.example: Teams".
func whose(t *testing.T, s *Store) (all []string) {
	t.Helper()
	wishes, texts := wishesBefore(t, s, tuesday.AddDate(1, 0, 0))
	for _, w := range wishes {
		all = append(all, texts[w.ID]+" "+string(rune('0'+w.Person))+" "+w.Workplace)
	}
	for _, o := range keptOffers(t, s) {
		all = append(all, o.Text+" "+string(rune('0'+o.Person))+" "+o.Workplace)
	}
	slices.Sort(all)
	return all
}

func mustMerge(t *testing.T, s *Store, first, second string) (workplace string, merged bool) {
	t.Helper()
	workplace, merged, err := s.MergePeople(t.Context(), first, second)
	if err != nil {
		t.Fatal(err)
	}
	return workplace, merged
}

// Two addresses count as one person, also in what comes later, until they are
// split, and then everything is as it was.
func TestMergePeople(t *testing.T) {
	s := twoAddresses(t)
	before := whose(t, s)
	reader, err := OpenExisting(t.Context(), s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if workplace, merged := mustMerge(t, reader, " ANNA@nykulla.example", annaAtHome); workplace != "nykulla.example" || !merged {
		t.Errorf("merged %v at %s", merged, workplace)
	}
	if workplace, merged := mustMerge(t, s, annaAtHome, anna); workplace != "nykulla.example" || merged {
		t.Errorf("again: %v at %s", merged, workplace)
	}
	mustAdd(t, s, Message{Raw: []byte("later"), From: annaAtHome, Received: tuesday, Added: tuesday, Kind: "wish", Wishes: []Wish{wishFor("Arkivlyft", "")}}, nil)
	want := []string{
		"Arkivlyft 1 nykulla.example", "Koha 3 sjovik.example", "Mikroskopi 1 nykulla.example",
		"Poddar 3 sjovik.example", "Sagostund 1 nykulla.example", "Zettelkasten 1 nykulla.example",
	}
	if diff := cmp.Diff(want, whose(t, s)); diff != "" {
		t.Error(diff)
	}
	var unplaced []UnplacedWish
	mustAdd(t, s, Message{Raw: []byte("unplaced"), From: annaAtHome, Received: tuesday, Added: tuesday, Kind: "wish", Wishes: []Wish{{Rank: 1, Text: "?", Scope: "unclear"}}}, nil)
	mustRead(t, s, tuesday.AddDate(1, 0, 0), func(stock *Stock) (err error) {
		unplaced, err = stock.Unplaced(t.Context(), tuesday)
		return err
	})
	if len(unplaced) != 1 || unplaced[0].Person != 1 || unplaced[0].Workplace != "nykulla.example" {
		t.Errorf("unplaced %+v", unplaced)
	}
	if status, err := s.Status(t.Context()); err != nil || status.Persons != 2 {
		t.Errorf("%d persons, %v", status.Persons, err)
	}
	if err := reader.SplitPerson(t.Context(), annaAtHome); err != nil {
		t.Fatal(err)
	}
	got := slices.DeleteFunc(whose(t, s), func(line string) bool { return strings.HasPrefix(line, "Arkivlyft") || strings.HasPrefix(line, "?") })
	if diff := cmp.Diff(before, got); diff != "" {
		t.Errorf("split: %s", diff)
	}
}

// Groups join as wholes, and whoever leaves one leaves the others together.
func TestMergeGroups(t *testing.T) {
	s := twoAddresses(t)
	dan := "dan@x.example"
	mustAdd(t, s, Message{Raw: []byte("dan"), From: dan, Received: tuesday, Added: tuesday, Kind: "wish", Wishes: []Wish{wishFor("Dans", "")}}, nil)
	persons := func() string {
		var all strings.Builder
		for _, line := range whose(t, s) {
			all.WriteString(strings.Fields(line)[1])
		}
		return all.String()
	}
	mustMerge(t, s, anna, annaAtHome)
	mustMerge(t, s, bo, dan)
	mustMerge(t, s, dan, annaAtHome) // the address before which others stand
	if got := persons(); got != "333333" {
		t.Errorf("all merged: %s", got)
	}
	if err := s.SplitPerson(t.Context(), bo); err != nil { // the one as whom all count
		t.Fatal(err)
	}
	if got := persons(); got != "131311" { // Dan, Koha, Mikroskopi, Poddar, Sagostund, Zettelkasten
		t.Errorf("without bo: %s", got)
	}
	for _, address := range []string{annaAtHome, dan} {
		if err := s.SplitPerson(t.Context(), address); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SplitPerson(t.Context(), anna); !errors.Is(err, ErrNotMerged) {
		t.Errorf("a person by herself: %v", err)
	}
}

func TestMergeRefuses(t *testing.T) {
	s := twoAddresses(t)
	for _, test := range []struct {
		first, second, words string
		want                 error
	}{
		{anna, "nobody@x.example", "the second address: ", ErrUnknownPerson},
		{"nobody@x.example", anna, "the first address: ", ErrUnknownPerson},
		{anna, "Anna@Nykulla.example ", "", ErrSameAddress},
	} {
		_, _, err := s.MergePeople(t.Context(), test.first, test.second)
		if !errors.Is(err, test.want) || !strings.HasPrefix(err.Error(), test.words) || strings.Contains(err.Error(), "@") {
			t.Errorf("%q and %q: %v", test.first, test.second, err)
		}
	}
	if err := s.SplitPerson(t.Context(), "nobody@x.example"); !errors.Is(err, ErrUnknownPerson) {
		t.Errorf("nobody: %v", err)
	}
}

// What is held on one address is told of both, and both are forgotten: what the
// second one was is known from her mails.
func TestForgetMerged(t *testing.T) {
	s, ctx := twoAddresses(t), context.Background()
	mustMerge(t, s, anna, annaAtHome)
	keepContacts(t, s, tuesday, map[string]string{annaAtHome: "Anna Ek <" + annaAtHome + ">", bo: "Bo, för " + annaAtHome})
	mustSet(t, s, 1, OfferUsed, tuesday)
	q := Quarantined{Raw: mailOf(annaAtHome, "", "oläsligt"), Received: tuesday, Added: tuesday, Reason: "krypterat"}
	if _, err := s.Quarantine(ctx, q, nil); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{anna, annaAtHome} {
		held, err := s.Held(ctx, address, headerReader{})
		if err != nil || len(held.Messages) != 2 || len(held.Merged) != 1 || held.Merged[0].Hash == held.Hash {
			t.Fatalf("held on %s: %+v, %v", address, held, err)
		}
		var offers []HeldOffer
		var contacts []Contact
		for _, m := range held.Messages {
			offers, contacts = append(offers, m.Offers...), append(contacts, m.Contacts...)
		}
		if len(offers) != 1 || offers[0].Steps[0].State != OfferUsed || !slices.Equal(contacts, []Contact{{"Anna Ek <" + annaAtHome + ">", tuesday}}) {
			t.Errorf("offers held on %s: %+v, %v", address, offers, contacts)
		}
	}
	gone, err := s.Forget(ctx, anna, headerReader{})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Forgotten{Messages: 2, Unlinked: 1, Wishes: 2, Offers: 1, Quarantined: 1, Addresses: 2}); gone != want {
		t.Errorf("forgotten %+v, want %+v", gone, want)
	}
	all := files(t, s.Path())
	for _, mark := range [][]byte{
		[]byte("nykulla"), []byte("hemma"), []byte("Zettelkasten"), []byte("Mikroskopi"), []byte("Sagostund"), []byte("Anna Ek"),
		personHash(s.key, anna), personHash(s.key, annaAtHome),
	} {
		if bytes.Contains(all, mark) {
			t.Errorf("%q is still in the files", mark)
		}
	}
	if diff := cmp.Diff([]string{"Koha 3 sjovik.example", "Poddar 3 sjovik.example"}, whose(t, s)); diff != "" {
		t.Error(diff)
	}
}

// The same words from either address may be the same mail; and a person of whom
// nothing is left when her mails are read anew stays merged.
func TestMergedLater(t *testing.T) {
	s := twoAddresses(t)
	mustMerge(t, s, anna, annaAtHome)
	for _, from := range []string{annaAtHome, anna, bo} {
		m := Message{Raw: []byte("same from " + from), MessageID: "same-" + from, From: from, Text: "samma ord", Received: tuesday, Added: tuesday, Kind: "other"}
		mustAdd(t, s, m, nil)
	}
	if got := doubtful(t, s); len(got) != 1 || !slices.Equal(got[0].Doubts, []string{PossibleDuplicate}) {
		t.Errorf("doubtful %+v", got)
	}
	for id := range int64(2) {
		m := Message{Raw: mailOf(bo, "", "läst om"), From: bo, Kind: "other", DerivedBy: "new"}
		if err := rederiveAlone(t.Context(), s, id+1, m); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.db.Exec(`DELETE FROM message WHERE id > 3`); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, s, Message{Raw: []byte("anew"), From: annaAtHome, Received: tuesday, Added: tuesday, Kind: "wish", Wishes: []Wish{wishFor("åter", "")}}, nil)
	if got := whose(t, s); !slices.Contains(got, "åter 1 nykulla.example") {
		t.Errorf("afterwards %v", got)
	}
}
