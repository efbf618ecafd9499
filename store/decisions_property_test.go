package store

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// editing is a database on which editors decide, take back, and have mails read
// anew, in any order.
type editing struct {
	s     *Store
	reads map[int64]Message // what the program reads, by the message
	given map[string]Placed // each wish and offer there has been, by its name
	gone  map[string]bool   // those that are there no more
}

var (
	authors = []string{"anna@nykulla.example", "bo@annan.example", "cia@tredje.example"}
	nouns   = []string{"Mikroskopi", "Zettelkasten", "Arkivlyft", "Brandskåp"}
)

// drawReading is what the program may read in a mail: wishes and offers of several
// people, the same words more than once, some within others.
func drawReading(t *rapid.T, sender string) (kind string, wishes []Wish, offers []Offer) {
	for i := range rapid.IntRange(0, 4).Draw(t, "items") {
		by := rapid.SampledFrom(authors).Draw(t, "by")
		text := fmt.Sprintf("%s hos %s", rapid.SampledFrom(nouns).Draw(t, "noun"), strings.ToUpper(by[:3]))
		if rapid.Bool().Draw(t, "longer") {
			text += " och mera"
		}
		if by == sender {
			by = ""
		}
		topics := rapid.SampledFrom([][]string{nil, {"juridik"}, {"guider", "juridik"}}).Draw(t, "topics")
		if rapid.IntRange(0, 3).Draw(t, "offer") == 0 {
			offers = append(offers, Offer{By: by, Text: text, Topics: topics})
		} else {
			wishes = append(wishes, Wish{By: by, Rank: i + 1, Text: text, Scope: "digital", Topics: topics})
		}
	}
	switch {
	case len(wishes) > 0 && len(offers) > 0:
		kind = "wish+offer"
	case len(wishes) > 0:
		kind = "wish"
	case len(offers) > 0:
		kind = "offer"
	default:
		kind = rapid.SampledFrom([]string{"other", "autoreply"}).Draw(t, "kind")
	}
	return kind, wishes, offers
}

func (e *editing) add(t *rapid.T, n int) {
	from := authors[n%len(authors)]
	m := Message{
		Raw: []byte(fmt.Sprintf("From: %s\n\n%d\n", from, n)), From: from, Text: fmt.Sprint("mejl ", n),
		Received: tuesday, Added: tuesday, DerivedBy: "v1",
	}
	m.Kind, m.Wishes, m.Offers = drawReading(t, from)
	if _, err := e.s.Add(t.Context(), m, nil); err != nil {
		t.Fatal(err)
	}
	e.reads[int64(n+1)] = m
}

func (e *editing) items(t *rapid.T, message int64) []Placed {
	items, err := e.s.Items(t.Context(), message)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func (e *editing) active(t *rapid.T) []Decision {
	all, err := e.s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(d Decision) bool { return !d.Counts() })
}

func (e *editing) anyMessage(t *rapid.T) int64 {
	return int64(rapid.IntRange(1, len(e.reads)).Draw(t, "message"))
}

func (e *editing) decide(t *rapid.T) {
	r := Ruling{Message: e.anyMessage(t), At: tuesday, By: "eva"}
	items := e.items(t, r.Message)
	kinds := []DecisionKind{Added, Seen, Duplicate}
	if len(items) > 0 {
		kinds = []DecisionKind{Accepted, Labelled, AsOffer, AsWish, AsAnalog, NotAWish, Split, Joined, Added, Seen, Duplicate}
	}
	r.Kind = rapid.SampledFrom(kinds).Draw(t, "kind")
	if r.Kind == Added {
		r.Is = []Item{{Text: rapid.SampledFrom(nouns).Draw(t, "added") + " tillagt", Scope: "digital"}}
	}
	if r.Kind != Added && !r.Kind.onMail() {
		p := rapid.SampledFrom(items).Draw(t, "on")
		r.On = []Placed{p}
		is := p.Item
		switch r.Kind {
		case Labelled:
			is.Topics = []string{"open-source"}
		case AsOffer:
			is = Item{Offer: true, Text: p.Text}
		case AsWish:
			is = Item{Text: p.Text, Scope: "digital"}
		case AsAnalog:
			is = Item{Text: p.Text, Scope: "analog"}
		}
		r.Is = []Item{is}
		switch r.Kind {
		case NotAWish:
			r.Is = nil
		case Split:
			words := strings.SplitN(p.Text, " ", 2)
			r.Is = []Item{{Offer: p.Offer, Text: words[0]}, {Offer: p.Offer, Text: words[len(words)-1]}}
		case Joined:
			for _, other := range items {
				if other.name() != p.name() && other.Person == p.Person && rapid.Bool().Draw(t, "join") {
					r.On, r.Is[0].Text = append(r.On, other), r.Is[0].Text+", "+other.Text
				}
			}
		}
	}
	if _, err := e.s.Decide(t.Context(), r); err != nil {
		t.Fatalf("%s on %v: %v", r.Kind, r.On, err)
	}
}

func (e *editing) setState(t *rapid.T) {
	offers := slices.DeleteFunc(e.items(t, e.anyMessage(t)), func(p Placed) bool { return !p.Offer })
	if len(offers) == 0 {
		return
	}
	step := OfferStep{rapid.SampledFrom([]OfferState{OfferNew, OfferContacted, OfferUsed}).Draw(t, "state"), tuesday, "eva"}
	if err := e.s.SetOfferState(t.Context(), rapid.SampledFrom(offers).Draw(t, "offer").ID, step); err != nil {
		t.Fatal(err)
	}
}

func (e *editing) undo(t *rapid.T) {
	id := int64(0)
	active := e.active(t)
	if len(active) == 0 {
		return
	}
	if rapid.Bool().Draw(t, "not the last") {
		id = rapid.SampledFrom(active).Draw(t, "decision").ID
	}
	if _, err := e.s.Undo(t.Context(), id, tuesday); err != nil {
		t.Fatal(err)
	}
}

func (e *editing) readAnew(t *rapid.T) {
	id := e.anyMessage(t)
	m := e.reads[id]
	m.Kind, m.Wishes, m.Offers = drawReading(t, m.From)
	if err := rederiveAlone(t.Context(), e.s, id, m); err != nil {
		t.Fatal(err)
	}
	e.reads[id] = m
}

// check looks for what must hold after each step.
func (e *editing) check(t *rapid.T) {
	hidden := make(map[int64]bool)
	active := e.active(t)
	for _, d := range active {
		hidden[d.Message] = hidden[d.Message] || d.Kind == Duplicate
	}
	var inOrder []int64
	for message := range e.reads {
		items := e.items(t, message)
		for _, d := range active {
			var is []Item
			for _, p := range items {
				if p.Decision == d.ID {
					is = append(is, p.Item)
				}
			}
			slices.SortStableFunc(is, offersLast)
			want := slices.Clone(d.Is)
			slices.SortStableFunc(want, offersLast)
			if d.Message == message && !hidden[message] && !slices.EqualFunc(is, want, Item.Says) {
				t.Fatalf("decision %d does not count: %v instead of %v", d.ID, is, want)
			}
		}
		e.checkPositions(t, message, items)
	}
	e.checkNumbers(t)
	err := e.s.Stock(t.Context(), tuesday.AddDate(1, 0, 0), func(stock *Stock) error {
		for w, err := range stock.Wishes(t.Context()) {
			if err != nil {
				return err
			}
			inOrder = append(inOrder, w.ID)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	e.checkStock(t, inOrder)
	if err := indexFault(e.s); err != nil {
		t.Fatalf("search index: %v", err)
	}
	var undone int
	err = e.s.db.Get(&undone, `SELECT count(*) FROM offer_state JOIN decision ON decision.id = decision_id WHERE undone_at IS NOT NULL`)
	if err != nil || undone != 0 {
		t.Fatalf("%d states that were undone count, %v", undone, err)
	}
	var broken int
	if err := e.s.db.Get(&broken, `SELECT count(*) FROM pragma_foreign_key_check`); err != nil || broken != 0 {
		t.Fatalf("%d broken references, %v", broken, err)
	}
}

func offersLast(a, b Item) int {
	switch {
	case a.Offer == b.Offer:
		return 0
	case a.Offer:
		return 1
	default:
		return -1
	}
}

// checkPositions tells that positions count from 1, without gaps.
func (e *editing) checkPositions(t *rapid.T, message int64, items []Placed) {
	position := map[bool]int{}
	for _, p := range items {
		position[p.Offer]++
		if p.Position != position[p.Offer] {
			t.Fatalf("%s of message %d stands at %d, not %d", p.name(), message, p.Position, position[p.Offer])
		}
	}
}

// checkNumbers tells that no number is given twice, and that of the offers only those
// come back that say what they said.
func (e *editing) checkNumbers(t *rapid.T) {
	current := make(map[string]bool)
	for message := range e.reads {
		for _, p := range e.items(t, message) {
			current[p.name()] = true
			of, given := e.given[p.name()]
			cameBack := e.gone[p.name()]
			if given && of.Message != message || cameBack && !(p.Offer && p.words() == of.words()) {
				t.Fatalf("%s was given before", p.name())
			}
			e.given[p.name()] = p
		}
	}
	for name := range e.given {
		e.gone[name] = !current[name]
	}
}

// checkStock tells that reports get each wish once, those of a mail together and in
// their order.
func (e *editing) checkStock(t *rapid.T, got []int64) {
	var want [][]int64
	for message := range e.reads {
		var ids []int64
		for _, p := range e.items(t, message) {
			if !p.Offer {
				ids = append(ids, p.ID)
			}
		}
		if len(ids) > 0 {
			want = append(want, ids)
		}
	}
	left := got
	for len(left) > 0 {
		at := slices.IndexFunc(want, func(ids []int64) bool { return ids[0] == left[0] })
		if at < 0 || len(left) < len(want[at]) || !slices.Equal(want[at], left[:len(want[at])]) {
			t.Fatalf("reports get the wishes %v, where mails hold %v", got, want)
		}
		left = left[len(want[at]):]
		want = slices.Delete(want, at, at+1)
	}
	if len(want) > 0 {
		t.Fatalf("reports do not get the wishes %v", want)
	}
}

// Whatever editors decide and undo, and whatever reads the mails meanwhile: what was
// decided counts, what is undone leaves no trace in what counts, and a person who is
// forgotten leaves none at all.
func TestAnyOrderOfDecisions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp("", "onskemal-")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(folder)
		s, err := Open(t.Context(), folder+"/onskemal.db")
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		e := &editing{s: s, reads: map[int64]Message{}, given: map[string]Placed{}, gone: map[string]bool{}}
		for n := range rapid.IntRange(1, 3).Draw(t, "mails") {
			e.add(t, n)
		}
		t.Repeat(map[string]func(*rapid.T){"decide": e.decide, "undo": e.undo, "set state": e.setState, "read anew": e.readAnew, "": e.check})
		if rapid.Bool().Draw(t, "undo all") {
			e.undoAll(t)
		}
		e.forget(t)
	})
}

func (e *editing) undoAll(t *rapid.T) {
	for len(e.active(t)) > 0 {
		if _, err := e.s.Undo(t.Context(), 0, tuesday); err != nil {
			t.Fatal(err)
		}
	}
	for id, m := range e.reads {
		account, err := e.s.Account(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if account.Counts != m.Kind {
			t.Errorf("message %d counts as %q, read as %q", id, account.Counts, m.Kind)
		}
		var items []Item
		for _, p := range account.Items {
			items = append(items, p.Item)
		}
		wishes, offers := wishesAndOffers(items)
		ignore := []cmp.Option{cmpopts.IgnoreFields(Wish{}, "By"), cmpopts.IgnoreFields(Offer{}, "By"), cmpopts.EquateEmpty()}
		if diff := cmp.Diff(m.Wishes, wishes, ignore...) + cmp.Diff(m.Offers, offers, ignore...); diff != "" {
			t.Fatalf("message %d does not count as it is read (-read +counts):\n%s", id, diff)
		}
	}
}

func (e *editing) forget(t *rapid.T) {
	who := rapid.SampledFrom(authors).Draw(t, "forgotten")
	others := e.textsOfOthers(t, who)
	if _, err := e.s.Forget(t.Context(), who, headerReader{}); err != nil && !strings.Contains(err.Error(), ErrUnknownPerson.Error()) {
		t.Fatal(err)
	}
	for _, suffix := range []string{"", "-wal"} {
		held, err := os.ReadFile(e.s.Path() + suffix)
		if err == nil && bytes.Contains(held, []byte("hos "+strings.ToUpper(who[:3]))) {
			t.Fatalf("the words of %s are still in the file", who)
		}
	}
	if diff := cmp.Diff(others, e.textsOfOthers(t, who)); diff != "" {
		t.Fatalf("others' wishes (-before +after):\n%s", diff)
	}
	if err := indexFault(e.s); err != nil {
		t.Fatalf("search index: %v", err)
	}
}

func (e *editing) textsOfOthers(t *rapid.T, who string) (texts []string) {
	hash := personHash(e.s.key, who)
	err := e.s.db.Select(&texts, `SELECT text FROM wish JOIN person ON person.id = person_id WHERE hash <> ?1
		UNION ALL SELECT text FROM offer JOIN person ON person.id = person_id WHERE hash <> ?1 ORDER BY text`, hash)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
