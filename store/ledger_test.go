package store

import (
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// ledger is what the ledger of a mailbox says, row by row.
func ledger(t rapid.TB, s *Store, box Mailbox) (rows []ledgerRow) {
	t.Helper()
	err := s.db.Select(&rows, `SELECT first, last, verdict, rule FROM seen WHERE mailbox_id = ? AND generation = ? ORDER BY first`, box.ID, box.Generation)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// In whatever order mails are settled, and settled again by another rule, the ledger
// says of each UID what was said of it last, and of no other anything.
func TestLedger(t *testing.T) {
	type entry struct {
		verdict Verdict
		rule    uint32
	}
	s, ctx := newStore(t), t.Context()
	generation := uint32(0)
	rapid.Check(t, func(t *rapid.T) {
		generation++
		box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", generation)
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[uint32]entry)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			uids := rapid.SliceOfN(rapid.Uint32Range(1, 15), 0, 10).Draw(t, "uids")
			e := entry{rapid.SampledFrom([]Verdict{OtherSubject, OwnMail}).Draw(t, "verdict"), rapid.Uint32Range(1, 2).Draw(t, "rule")}
			if err := s.Skip(ctx, box, e.verdict, e.rule, uids); err != nil {
				t.Fatal(err)
			}
			for _, uid := range uids {
				want[uid] = e
			}
		}
		got := make(map[uint32]entry)
		for _, row := range ledger(t, s, box) {
			for uid := row.First; uid <= row.Last; uid++ {
				if _, twice := got[uid]; twice {
					t.Fatalf("UID %d stands in two rows", uid)
				}
				got[uid] = entry{row.Verdict, row.Rule}
			}
		}
		if !maps.Equal(got, want) {
			t.Fatalf("ledger %v, want %v", got, want)
		}
		seen, err := s.Seen(ctx, box, 1)
		if err != nil {
			t.Fatal(err)
		}
		for uid := range uint32(17) {
			e, settled := want[uid]
			wanted := settled && (e.verdict != OtherSubject || e.rule == 1)
			if is := slices.ContainsFunc(seen, func(r Run) bool { return r.First <= uid && uid <= r.Last }); is != wanted {
				t.Fatalf("UID %d is seen: %v, want %v", uid, is, wanted)
			}
		}
	})
}

// A mailbox that is polled in order takes few rows, also up to the last UID that
// there can be, and when another rule looks at all of it again.
func TestLedgerIsCompact(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	const last = 1<<32 - 1
	for rule := range uint32(3) {
		for first := range uint32(10) {
			var uids []uint32
			for n := range uint32(500) {
				uids = append(uids, last-5000+500*first+n+1)
			}
			if err := s.Skip(ctx, box, OtherSubject, rule, uids); err != nil {
				t.Fatal(err)
			}
		}
		if rows := ledger(t, s, box); len(rows) != 1 || rows[0] != (ledgerRow{Run{last - 4999, last}, OtherSubject, rule}) {
			t.Errorf("rule %d: ledger %v", rule, rows)
		}
	}
	for uid := range uint32(20) {
		mustAdd(t, s, message(raw), &UID{box, uid + 1})
	}
	want := []ledgerRow{{Run{1, 1}, verdictStored, 0}, {Run{2, 20}, verdictKnown, 0}, {Run{last - 4999, last}, OtherSubject, 2}}
	if rows := ledger(t, s, box); !slices.Equal(rows, want) {
		t.Errorf("ledger %v, want %v", rows, want)
	}
}

// What was noted of a folder stands until something else is noted of it, and speaks
// of no other folder, generation or rule.
func TestSettled(t *testing.T) {
	s, ctx := newStore(t), t.Context()
	box, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 7)
	if err != nil {
		t.Fatal(err)
	}
	other, err := s.Mailbox(ctx, "kontakt", "u@h:993", "Arkiv", 7)
	if err != nil {
		t.Fatal(err)
	}
	check := func(box Mailbox, rule uint32, want Extent, listed time.Time) {
		t.Helper()
		if got, at, err := s.Settled(ctx, box, rule); err != nil || got != want || !at.Equal(listed) {
			t.Errorf("%+v at %v, %v, want %+v at %v", got, at, err, want, listed)
		}
	}
	check(box, 1, Extent{}, time.Time{})
	extents := []Extent{{Messages: 3, UIDNext: 9}, {Messages: 1<<32 - 1, UIDNext: 1<<32 - 1, ModSeq: 1<<64 - 1}}
	for i, e := range extents {
		at := tuesday.Add(time.Duration(i) * time.Hour)
		if err := s.SetSettled(ctx, box, 1, e, at); err != nil {
			t.Fatal(err)
		}
		check(box, 1, e, at)
	}
	check(box, 2, Extent{}, time.Time{})
	check(other, 1, Extent{}, time.Time{})
	check(Mailbox{}, 1, Extent{}, time.Time{})
	next, err := s.Mailbox(ctx, "kontakt", "u@h:993", "INBOX", 8)
	if err != nil {
		t.Fatal(err)
	}
	check(next, 1, Extent{}, time.Time{})
}
