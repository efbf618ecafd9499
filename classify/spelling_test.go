package classify

import (
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is remembered of words changes no reading, also while several texts are
// read at once and more words come than are remembered.
func TestSpellings(t *testing.T) {
	texts := []string{"upphovsrättsfrågor", "GPDR", "gpdr", "bild-, video- och textarkiv", "upphovs rätt", "tillganglighet i skoldatabaser", "pdf:erna"}
	want := map[string]Result{}
	for _, text := range texts {
		fresh, err := Load("topics.toml", builtIn)
		if err != nil {
			t.Fatal(err)
		}
		want[text] = fresh.Classify(text)
	}
	c, err := Load("topics.toml", builtIn)
	if err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	for reader := range 4 {
		readers.Go(func() {
			for n := range mostSpellings / 2 {
				c.Classify(fmt.Sprintf("ord%dx%d", reader, n))
			}
			for _, text := range texts {
				if diff := cmp.Diff(want[text], c.Classify(text)); diff != "" {
					t.Errorf("%s: %s", text, diff)
				}
			}
		})
	}
	readers.Wait()
	if n := len(c.words().spellings.of); n > mostSpellings {
		t.Errorf("%d words are remembered, want %d at most", n, mostSpellings)
	}
}
