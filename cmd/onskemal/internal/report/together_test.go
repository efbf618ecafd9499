package report

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// The mails of one database, dealt out to several with the same key, make the same
// report, byte for byte, in every format.
func TestTogetherMakesTheSameReport(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			whole := stockOf(t)
			parts := []*store.Store{sharingKey(t, whole), sharingKey(t, whole), sharingKey(t, whole)}
			dealOut(t, rand.New(rand.NewPCG(seed, 0)), whole, parts)
			all, err := store.Together(t.Context(), parts...)
			if err != nil {
				t.Fatal(err)
			}
			defer all.Close()
			for _, by := range []Grouping{NoGrouping, ByWorkplace} {
				want, got := reportFrom(t, whole, Options{By: by, Compare: true}), reportFrom(t, all, Options{By: by, Compare: true})
				for _, format := range Formats {
					if !bytes.Equal(written(t, got, format), written(t, want, format)) {
						t.Errorf("%s is another report", format)
					}
				}
				if want.People < enoughToTellChance || len(want.Offers)*len(want.Quarantine)*len(want.Review.Doubtful)*len(want.Delivered) == 0 {
					t.Errorf("the report says too little to tell: %+v", want)
				}
			}
		})
	}
}

func written(t *testing.T, r *Report, format Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b, format, Output{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sharingKey is an empty store with the key of another.
func sharingKey(t *testing.T, other *store.Store) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "part.db")
	key, err := os.ReadFile(other.Path() + ".key")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".key", key, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// dealOut stores random mails in a whole and each in one of its parts, a few in
// two; with what waits in quarantine, and deliveries.
func dealOut(t *testing.T, random *rand.Rand, whole *store.Store, parts []*store.Store) {
	t.Helper()
	one := func(choices ...string) string { return choices[random.IntN(len(choices))] }
	person := func() string { return fmt.Sprintf("p%d@w%d.example", random.IntN(30), random.IntN(6)) }
	holders := func() []*store.Store {
		some := []*store.Store{whole, parts[random.IntN(len(parts))]}
		if random.IntN(5) == 0 {
			some = append(some, parts[random.IntN(len(parts))])
		}
		return some
	}
	for i := range 60 {
		m := store.Message{
			Raw: fmt.Appendf(nil, "mail %d", i), Text: fmt.Sprint("mail ", i), From: person(), Kind: one("wish", "wish+offer", "other", "bounce"),
			Received: time.Date(2026, 11, 1+random.IntN(24), random.IntN(24), 0, 0, 0, time.UTC), DerivedBy: one("test", "other"),
		}
		for rank := range random.IntN(4) {
			w := store.Wish{Rank: 1 + rank/2, Text: fmt.Sprint(one("koha", "excel", "surdeg"), i), Scope: one("digital", "digital", "analog", "unclear")}
			if random.IntN(4) == 0 {
				w.By = person()
			}
			if random.IntN(3) > 0 {
				w.Topics = []string{one("samarbete", "juridik", "makerspace")}
			}
			if random.IntN(3) == 0 {
				w.Outside = []string{one("AI", "Spel")}
			}
			m.Wishes = append(m.Wishes, w)
		}
		if strings.Contains(m.Kind, "offer") {
			m.Offers = []store.Offer{{Text: fmt.Sprint("kan visa ", i), Topics: []string{one("samarbete", "juridik", "fordjupning")}}}
		}
		if random.IntN(3) == 0 {
			m.Doubts = []string{one("forms-differ", "list-attached")}
		}
		for _, s := range holders() {
			if _, err := s.Add(t.Context(), m, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range 5 {
		q := store.Quarantined{Raw: fmt.Append(nil, i), Received: time.Date(2026, 11, 17+i, 12, 0, 0, 0, time.UTC), Reason: one("krypterat", "för stort")}
		d := store.Delivery{Topic: one("samarbete", "juridik"), At: time.Date(2026, 11, 1+random.IntN(20), 0, 0, 0, 0, time.UTC)}
		for _, s := range holders() {
			_, err := s.Quarantine(t.Context(), q, nil)
			if err := errors.Join(err, s.Deliver(t.Context(), d, d.At)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Who wrote under two keys counts twice, and the report says so.
func TestKeysAreTold(t *testing.T) {
	law := wants("GDPR", "juridik")
	one, other := stockOf(t, mail("a@x.example", 0, law)), stockOf(t, mail("b@x.example", 0, law), mail("a@x.example", 1, law))
	all, err := store.Together(t.Context(), one, other)
	if err != nil {
		t.Fatal(err)
	}
	defer all.Close()
	r := reportFrom(t, all, Options{})
	check(t, "mails and people", fmt.Sprint(r.Mails, r.People), "2 2") // "mail 0" is in both
	check(t, "told", strings.Contains(pageText(t, r), "Databaserna har 2 olika nycklar"), true)
	check(t, "told of one", strings.Contains(pageText(t, reportFrom(t, one, Options{})), "nycklar"), false)
}
