package ingest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/digiteket/onskemal/classify"
)

// meant is what the writer of a sample mail meant, as a person labelled it.
type meant struct {
	ID    string
	Kind  classify.Kind
	Items []struct {
		Text   string
		Rank   int
		Topics []string
	}
	Offers []struct{ Text string }

	// Of a mail that is given whole.
	FromName string `json:"from_name"`
	Subject  string
	Body     string
}

// TestSampleMails holds the reading of the project's own sample mails to floors:
// a change that reads them worse must say why.
func TestSampleMails(t *testing.T) {
	for folder, least := range map[string]floors{
		"mails": {kinds: 0.98, wishes: 0.98, order: 0.97, topics: 0.91, offers: 0.98},
		"more":  {kinds: 0.98, wishes: 0.97, order: 0.92, topics: 0.92, offers: 0.86},
	} {
		t.Run(folder, func(t *testing.T) {
			folder = filepath.Join("../../../../testdata", folder)
			checkFloors(t, truth(t, filepath.Join(folder, "truth.jsonl")), least, func(m meant) []byte {
				raw, err := os.ReadFile(filepath.Join(folder, m.ID+".eml"))
				if err != nil {
					t.Fatal(err)
				}
				return raw
			})
		})
	}
}

// TestProse does the same with mails in running prose.
func TestProse(t *testing.T) {
	least := floors{kinds: 0.96, wishes: 0.84, order: 0.69, topics: 0.83, offers: 0.80}
	checkFloors(t, truth(t, "../../../../testdata/prose.jsonl"), least, func(m meant) []byte {
		return fmt.Appendf(nil, "From: %s <%s@prosa.example>\nSubject: %s\nContent-Type: text/plain; charset=utf-8\n\n%s\n", m.FromName, strings.ToLower(m.ID), m.Subject, m.Body)
	})
}

// floors are the least F1 of what is read from mails; of the order, the least
// share of mails in which it is right.
type floors struct{ kinds, wishes, order, topics, offers float64 }

func checkFloors(t *testing.T, mails []meant, least floors, rawOf func(meant) []byte) {
	t.Helper()
	reader := newPipeline(t).Reader
	var kinds, wishes, ordered, topics, offers ratio
	for _, want := range mails {
		mail, err := reader.Read(rawOf(want))
		if err != nil {
			mail.Kind = classify.KindOther
		}
		kinds.add(mail.Kind == want.Kind, 1, 1)
		wantItems, wantOffers := want.texts()
		gotWishes, gotOffers := foundTexts(mail)
		found := match(wantItems, gotWishes)
		wishes.count(len(found), len(mail.Wishes), len(want.Items))
		inOrder := len(found) == len(want.Items)
		for i, j := range found {
			for k, l := range found {
				inOrder = inOrder && (want.Items[i].Rank < want.Items[k].Rank) == (mail.Wishes[j].Rank < mail.Wishes[l].Rank)
			}
		}
		if len(want.Items) > 1 {
			ordered.add(inOrder, 1, 1)
		}
		for i, item := range want.Items {
			var got []string
			if j, ok := found[i]; ok {
				got = mail.Wishes[j].Topics
			}
			topics.count(len(common(got, item.Topics)), len(got), len(item.Topics))
		}
		offers.count(len(match(wantOffers, gotOffers)), len(gotOffers), len(wantOffers))
		if len(found) < len(want.Items) || len(mail.Wishes) > len(want.Items) || mail.Kind != want.Kind || !inOrder {
			t.Logf("%s: kind %s, %d of %d wishes found, %d in all, in order: %v", want.ID, mail.Kind, len(found), len(want.Items), len(mail.Wishes), inOrder)
		}
	}
	floor := func(name string, r ratio, least float64) {
		t.Logf("%-7s F1 %.3f", name, r.f1())
		if r.f1() < least {
			t.Errorf("%s: F1 %.3f is below the floor %.2f", name, r.f1(), least)
		}
	}
	floor("kinds", kinds, least.kinds)
	floor("wishes", wishes, least.wishes)
	floor("order", ordered, least.order)
	floor("topics", topics, least.topics)
	floor("offers", offers, least.offers)
}

func truth(t *testing.T, path string) (all []meant) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var m meant
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	if err := lines.Err(); err != nil || len(all) == 0 {
		t.Fatalf("%d labelled mails, %v", len(all), err)
	}
	return all
}

// match pairs meant texts with found ones that share at least half of their
// words, by index.
func match(want, found []string) map[int]int {
	pairs, taken := make(map[int]int), make(map[int]bool)
	for i := range want {
		best, at := 0.5, -1
		for j := range found {
			if o := overlap(want[i], found[j]); o >= best && !taken[j] {
				best, at = o, j
			}
		}
		if at >= 0 {
			pairs[i], taken[at] = at, true
		}
	}
	return pairs
}

func (m meant) texts() (items, offers []string) {
	for _, item := range m.Items {
		items = append(items, item.Text)
	}
	for _, offer := range m.Offers {
		offers = append(offers, offer.Text)
	}
	return items, offers
}

func foundTexts(mail Mail) (wishes, offers []string) {
	for _, wish := range mail.Wishes {
		wishes = append(wishes, wish.Text)
	}
	for _, offer := range mail.Offers {
		offers = append(offers, offer.Text)
	}
	return wishes, offers
}

var word = regexp.MustCompile(`[\pL\pN_]+`)

// overlap is Jaccard's: shared words by all words.
func overlap(a, b string) float64 {
	words := func(s string) []string {
		all := word.FindAllString(strings.ToLower(s), -1)
		slices.Sort(all)
		return slices.Compact(all)
	}
	wa, wb := words(a), words(b)
	shared := len(common(wa, wb))
	return float64(shared) / float64(max(1, len(wa)+len(wb)-shared))
}

func common(a, b []string) (both []string) {
	for _, s := range a {
		if slices.Contains(b, s) {
			both = append(both, s)
		}
	}
	return both
}

// ratio is what precision and recall are made of.
type ratio struct{ right, found, meant int }

func (r *ratio) count(right, found, meant int) {
	r.right, r.found, r.meant = r.right+right, r.found+found, r.meant+meant
}

func (r *ratio) add(right bool, found, meant int) {
	if right {
		r.count(1, found, meant)
	} else {
		r.count(0, found, meant)
	}
}

func (r ratio) f1() float64 { return 2 * float64(r.right) / float64(max(1, r.found+r.meant)) }
