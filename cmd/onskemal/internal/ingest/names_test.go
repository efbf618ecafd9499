package ingest

import (
	"slices"
	"testing"

	"github.com/digiteket/onskemal/classify"
)

func TestWithoutName(t *testing.T) {
	check := func(name, text, want string) {
		t.Helper()
		read := classify.Reading{Wishes: []classify.Wish{{Text: text}}, Offers: []classify.Offer{{Text: text}}}
		got := withoutName(read, name)
		if got.Wishes[0].Text != want || got.Offers[0].Text != want {
			t.Errorf("%q in %q: wish %q, offer %q", name, text, got.Wishes[0].Text, got.Offers[0].Text)
		}
		if read.Wishes[0].Text != text || read.Offers[0].Text != text {
			t.Errorf("%q: what was read has changed", text)
		}
	}
	check("Anna Ek", "Teams, ring Anna Ek på 0980", "Teams, ring [namn] på 0980")
	check("Anna Ek", "Anna Ek", "[namn]")
	check("Anna Ek", "Anna Ek/Bo, Anna Ek", "[namn]/Bo, [namn]")
	check("Ek, Anna", "fråga Anna Ek", "fråga [namn]")
	check(" Åsa  Sjö ", "(Åsa Sjö)", "([namn])")
	check("Anna Ek", "Anna Ekström och HannAnna Ek", "Anna Ekström och HannAnna Ek")
	check("Anna Ek", "anna ek", "anna ek")
	check("Anna", "Anna kan Koha", "Anna kan Koha")
	check("", "Koha", "Koha")
}

// Hits, which stand between angle brackets here, stay on their words and keep
// them.
func TestHideNameKeepsHits(t *testing.T) {
	check := func(marked, want string) {
		t.Helper()
		text, hits := unmark(marked)
		if got := mark(hideName(text, hits, "Åsa Film-Ek")); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check("<Koha>, säger Åsa Film-Ek, och <film> och <ljud>", "<Koha>, säger [namn], och <film> och <ljud>")
	check("Åsa Film-Ek, Åsa Film-Ek, <film>", "[namn], [namn], <film>")
	check("Åsa <Film>-Ek kan <Koha>, fråga Åsa Film-Ek om <film>", "Åsa <Film>-Ek kan <Koha>, fråga [namn] om <film>")
	check("<fråga Åsa Film-Ek om film>, sedan <Koha>", "<fråga Åsa Film-Ek om film>, sedan <Koha>")
}

func unmark(marked string) (text string, hits []classify.Hit) {
	at := 0
	for _, r := range marked {
		switch r {
		case '<':
			hits = append(hits, classify.Hit{Start: at})
		case '>':
			hits[len(hits)-1].End = at
		default:
			text += string(r)
			at++
		}
	}
	return text, hits
}

func mark(text string, hits []classify.Hit) string {
	runes := []rune(text)
	for _, hit := range slices.Backward(hits) {
		runes = slices.Insert(runes, hit.End, '>')
		runes = slices.Insert(runes, hit.Start, '<')
	}
	return string(runes)
}
