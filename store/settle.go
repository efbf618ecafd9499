package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jmoiron/sqlx"
)

// What counts in a message is what the program reads there, with the editors'
// decisions in the place of what they are about.

// readingOf is what the program reads in a message: its kind, and its items.
func readingOf(ctx context.Context, db sqlx.QueryerContext, message int64) (kind string, items []Item, err error) {
	var kept struct {
		Kind  string `db:"kind"`
		Items string `db:"items"`
	}
	err = sqlx.GetContext(ctx, db, &kept, `SELECT kind, items FROM reading WHERE message_id = ?`, message)
	if err == nil {
		err = json.Unmarshal([]byte(kept.Items), &items)
		return kept.Kind, items, err
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return "", nil, err
	}
	if err := sqlx.GetContext(ctx, db, &kind, `SELECT kind FROM message WHERE id = ?`, message); err != nil {
		return "", nil, err
	}
	placed, err := itemsIn(ctx, db, message)
	for _, p := range placed {
		items = append(items, p.Item)
	}
	return kind, items, err
}

// keepReading sets aside what the program reads in a message before the first
// decision changes what counts there.
func keepReading(ctx context.Context, tx *transaction, message int64) error {
	kind, items, err := readingOf(ctx, tx, message)
	if err != nil {
		return err
	}
	return setReading(ctx, tx, message, kind, items)
}

func setReading(ctx context.Context, tx *transaction, message int64, kind string, items []Item) error {
	text, err := itemsJSON(items)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx,
		`INSERT INTO reading (message_id, kind, items) VALUES (?, ?, ?)
		 ON CONFLICT (message_id) DO UPDATE SET kind = excluded.kind, items = excluded.items`, message, kind, text)
	return err
}

// settle lets count in a message what its reading and the decisions say.
func settle(ctx context.Context, tx *transaction, message int64) error {
	kind, reading, err := readingOf(ctx, tx, message)
	if err != nil {
		return err
	}
	return settleAs(ctx, tx, message, kind, reading)
}

// reread is settle for a message in which the program now reads something else.
func reread(ctx context.Context, tx *transaction, message int64, kind string, items []Item) error {
	text, err := itemsJSON(items)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE reading SET kind = ?, items = ? WHERE message_id = ?`, kind, text, message); err != nil {
		return err
	}
	return settleAs(ctx, tx, message, kind, items)
}

func settleAs(ctx context.Context, tx *transaction, message int64, kind string, reading []Item) error {
	decisions, err := activeDecisions(ctx, tx, message)
	if err != nil {
		return err
	}
	found := match(reading, decisions)
	if err := followAuthors(ctx, tx, reading, decisions, found); err != nil {
		return err
	}
	items := apply(reading, decisions, found)
	if len(decisions) > 0 {
		kind = kindOf(kind, items)
	}
	if _, err := tx.ExecContext(ctx, `UPDATE message SET kind = ? WHERE id = ?`, kind, message); err != nil {
		return err
	}
	if err := replaceItems(ctx, tx, message, items); err != nil {
		return err
	}
	return dropContacts(ctx, tx, message)
}

// followAuthors ascribes decisions, and those before them that they replaced, to those
// who, as it is read today, wrote what they are about.
func followAuthors(ctx context.Context, tx *transaction, reading []Item, decisions []Decision, found [][]int) error {
	for i, places := range found {
		if len(places) == 0 || reading[places[0]].Person == decisions[i].person {
			continue
		}
		_, err := tx.ExecContext(ctx,
			`WITH RECURSIVE before (id) AS (SELECT ?1 UNION SELECT decision.id FROM before JOIN decision ON replaced_by = before.id)
			 UPDATE decision SET person_id = ?2 WHERE id IN before`, decisions[i].ID, reading[places[0]].Person)
		if err != nil {
			return err
		}
	}
	return nil
}

// kindOf is the kind of a message with the items: a machine's answer stays one
// until somebody finds something in it.
func kindOf(read string, items []decided) string {
	offers := slices.ContainsFunc(items, func(d decided) bool { return d.Offer })
	wishes := slices.ContainsFunc(items, func(d decided) bool { return !d.Offer })
	switch {
	case wishes && offers:
		return "wish+offer"
	case wishes:
		return "wish"
	case offers:
		return "offer"
	case slices.Contains([]string{"wish", "wish+offer", "offer"}, read):
		return "other"
	default:
		return read
	}
}

// decided is an item that counts, and the decision it rests on.
type decided struct {
	Item
	by *int64 // nil for none
}

// apply puts decisions in the place of what they are about, which match has found.
// What they decide has the rank and the author of what it replaces, as these are
// read today. What the program no longer reads at all stays where it can: at the
// end.
func apply(reading []Item, decisions []Decision, found [][]int) []decided {
	if slices.ContainsFunc(decisions, func(d Decision) bool { return d.Kind == Duplicate }) {
		return nil
	}
	replaced := make(map[int]bool)
	at := make(map[int][]*Decision)
	var homeless []*Decision
	for i, places := range found {
		for _, place := range places {
			replaced[place] = true
		}
		if len(places) == 0 {
			homeless = append(homeless, &decisions[i])
		} else {
			at[places[0]] = append(at[places[0]], &decisions[i])
		}
	}
	var items []decided
	for i, item := range reading {
		if !replaced[i] {
			items = append(items, decided{Item: item})
		}
		for _, d := range at[i] {
			for _, is := range d.Is {
				is.Person = item.Person
				if !item.Offer && !is.Offer {
					is.Rank = item.Rank
				}
				items = append(items, decided{is, &d.ID})
			}
		}
	}
	for _, d := range homeless {
		for _, is := range d.Is {
			is.Person = d.person
			items = append(items, decided{is, &d.ID})
		}
	}
	return items
}

// match finds in a reading what each of the decisions is about, by the places of
// the items there. The same words of the same person go before the same words of
// another, and these before words that hold the others. A decision is about one
// person's words: where they are several people's by now, those of the others count as
// they are read.
func match(reading []Item, decisions []Decision) [][]int {
	m := matching{reading: reading, taken: make([]bool, len(reading)), places: make([][]int, len(decisions))}
	for i, d := range decisions {
		for _, item := range d.about() {
			m.wanted = append(m.wanted, wanted{item, i})
		}
	}
	m.take(true, func(was, now Item) bool { return was.words() == now.words() && was.Person == now.Person })
	m.take(true, func(was, now Item) bool { return was.words() == now.words() })
	m.take(false, func(was, now Item) bool { return overlap(was.words(), now.words()) })
	for i, places := range m.places {
		slices.Sort(places)
		m.places[i] = ofOnePerson(reading, places, decisions[i].person)
	}
	return m.places
}

// ofOnePerson are those of the places that are a person's, or if none is, that of the
// first one.
func ofOnePerson(reading []Item, places []int, person int64) []int {
	if len(places) == 0 {
		return nil
	}
	if !slices.ContainsFunc(places, func(place int) bool { return reading[place].Person == person }) {
		person = reading[places[0]].Person
	}
	return slices.DeleteFunc(places, func(place int) bool { return reading[place].Person != person })
}

// about is what a decision speaks of: what was read, or where nothing was, what an
// editor added.
func (d Decision) about() []Item {
	if len(d.Was) == 0 {
		return d.Is
	}
	return d.Was
}

type matching struct {
	reading []Item
	taken   []bool   // by the place in the reading
	wanted  []wanted // and not yet found
	places  [][]int  // by the decision
}

type wanted struct {
	Item
	decision int
}

// take gives to what is wanted the free items that are alike, or only the first.
func (m *matching) take(one bool, alike func(was, now Item) bool) {
	m.wanted = slices.DeleteFunc(m.wanted, func(w wanted) bool {
		found := false
		for place, now := range m.reading {
			if found && one {
				break
			}
			if !m.taken[place] && alike(w.Item, now) {
				m.taken[place], found = true, true
				m.places[w.decision] = append(m.places[w.decision], place)
			}
		}
		return found
	})
}

// overlap tells whether what is read now is a part of what was read, or holds it
// and little else.
func overlap(was, now string) bool {
	return strings.Contains(was, now) || strings.Contains(now, was) && 2*len(was) >= len(now)
}

// replaceItems makes items what counts in a message. A wish or offer that says the
// same as before, or part of it, keeps its number; so does an offer that said the same
// at any time before.
func replaceItems(ctx context.Context, tx *transaction, message int64, items []decided) error {
	old, err := itemsIn(ctx, tx, message)
	if err != nil {
		return err
	}
	kept := continued(old, items)
	for i, p := range old {
		if slices.Contains(kept, i) {
			continue
		}
		if err := deleteItem(ctx, tx, p); err != nil {
			return err
		}
	}
	// Out of the way of the new positions, which are positive.
	for _, table := range []string{"wish", "offer"} {
		if _, err := tx.ExecContext(ctx, `UPDATE `+table+` SET position = -position WHERE message_id = ?`, message); err != nil {
			return err
		}
	}
	places := placesIn(message)
	scatters := scatters(old, kept, items)
	for i, item := range items {
		at := places(item.Item, item.by)
		at.scattered = scatters && !item.Offer
		if kept[i] < 0 {
			err = insertAgain(ctx, tx, item.Item, at)
		} else {
			err = updateItem(ctx, tx, old[kept[i]].ID, item.Item, at)
		}
		if err != nil {
			return fmt.Errorf("item %d: %w", i+1, err)
		}
	}
	return nil
}

// insertAgain inserts an item, an offer that was there before as the same one.
func insertAgain(ctx context.Context, tx *transaction, item Item, at place) (err error) {
	if !item.Offer {
		return insertItem(ctx, tx, item, at)
	}
	if at.number, err = formerOffer(ctx, tx, at.message, item); err != nil {
		return err
	}
	if err := insertItem(ctx, tx, item, at); err != nil || at.number == 0 {
		return err
	}
	return restoreStates(ctx, tx, at.number)
}

// scatters tells whether the wishes will not be stored one after the other: reports
// read them as they are stored. New ones come after all that there is.
func scatters(old []Placed, kept []int, items []decided) bool {
	before, first := int64(0), true
	for i, item := range items {
		if item.Offer {
			continue
		}
		id := int64(0) // new
		if kept[i] >= 0 {
			id = old[kept[i]].ID
		}
		inOrder := id == 0 && before == 0 || id != 0 && before != 0 && id == before+1
		if !first && !inOrder {
			return true
		}
		before, first = id, false
	}
	return false
}

// continued finds for each item which of the old ones it continues, -1 for none.
func continued(old []Placed, items []decided) []int {
	from := slices.Repeat([]int{-1}, len(items))
	for _, alike := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		overlap,
	} {
		for i, item := range items {
			if from[i] >= 0 {
				continue
			}
			for j, p := range old {
				if p.Offer == item.Offer && alike(p.words(), item.words()) && !slices.Contains(from, j) {
					from[i] = j
					break
				}
			}
		}
	}
	return from
}
