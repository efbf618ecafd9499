package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/digiteket/onskemal/store"
)

// TestSuggest: words are ranked by people, their forms are one, and a pair stands
// for the words that stand in nothing else.
func TestSuggest(t *testing.T) {
	wish := func(person int64, workplace, text string, labels ...string) store.CountedItem {
		w := store.CountedItem{Workplace: workplace}
		w.Person, w.Text, w.Topics = person, text, labels
		return w
	}
	endings := func(word string) []string {
		return []string{word, strings.TrimSuffix(word, "ar"), strings.TrimSuffix(word, "s")}
	}
	got := Suggest([]store.CountedItem{
		wish(1, "a.example", "Copilot, tack! Och digitala skyltar"),
		wish(1, "a.example", "copilots nytta"),
		wish(2, "a.example", "Vad kan copilot göra?"),
		wish(2, "a.example", "digitala skylt"),
		wish(3, "c.example", "Copilot. Digitala arkiv hos oss, ring 08-123 456 78"),
	}, []store.CountedItem{
		wish(4, "d.example", "copilot och bilder", "mik", "juridik"),
		wish(5, "d.example", "copilot", "mik"),
		wish(5, "d.example", "copilot i Word", "mik"),
		wish(6, "d.example", "bilder", "juridik"),
	}, Workplaces{}, endings)
	want := []Suggestion{
		{Text: "copilot", People: 3, Workplaces: 2, Examples: []string{"Copilot, tack! Och digitala skyltar", "Vad kan copilot göra?"}, Beside: Beside{Label: "mik", People: 2, Of: 2}},
		{Text: "digitala", People: 3, Workplaces: 2, Examples: []string{"Copilot, tack! Och digitala skyltar", "digitala skylt"}},
		{Text: "digitala skylt", People: 2, Workplaces: 1, Examples: []string{"Copilot, tack! Och digitala skyltar", "digitala skylt"}},
	}
	if diff := cmp.Diff(want, got[:3]); diff != "" {
		t.Error(diff)
	}
	for _, s := range got[3:] {
		if s.People > 1 || strings.ContainsAny(s.Text, " 08") {
			t.Errorf("%+v", s)
		}
	}
}
