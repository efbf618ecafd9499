package report

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/digiteket/onskemal/store"
)

// Word is a word that came up in wishes that no topic and no group covers.
type Word struct {
	Text       string
	People     int // who wrote it during the period
	Before     int // who wrote it in the weeks before that
	Workplaces int // of those of the period
	Example    string
}

// A word is told of only when it comes from so many people and workplaces.
const (
	wordPeople     = 3
	wordWorkplaces = 2
	wordsShown     = 10
	wordDeviations = 0.3 // by which it must stand out, where there is anything to compare with
)

// emerging finds the words that set the period's wishes apart from those before
// it: by log-odds with an informative Dirichlet prior, in standard deviations
// (Monroe, Colaresi and Quinn 2008, "Fightin' Words"). People are counted, not
// occurrences, so that nobody can make a word emerge alone.
func (r *Report) emerging(wishes []store.UnplacedWish) []Word {
	now, before := newWordCount(), newWordCount()
	for _, wish := range wishes {
		switch text := r.anonymise(wish.Text, wish.Workplace); {
		case wish.Scope == "analog":
		case wish.Received.Before(r.Period.Start):
			before.add(wish.Person, r.Options.Workplaces.Name(wish.Workplace), text)
		default:
			now.add(wish.Person, r.Options.Workplaces.Name(wish.Workplace), text)
		}
	}
	var words []Word
	score := make(map[string]float64)
	for _, text := range slices.Sorted(maps.Keys(now.people)) {
		word := Word{
			Text: text, People: len(now.people[text]), Before: len(before.people[text]),
			Workplaces: len(now.workplaces[text]), Example: shorten(now.example[text]),
		}
		if before.sum > 0 {
			score[text] = logOdds(word.People, now.sum, word.Before, before.sum)
		}
		if word.People >= wordPeople && word.Workplaces >= wordWorkplaces && (before.sum == 0 || score[text] >= wordDeviations) {
			words = append(words, word)
		}
	}
	slices.SortStableFunc(words, func(a, b Word) int {
		return cmp.Or(cmp.Compare(score[b.Text], score[a.Text]), cmp.Compare(b.People, a.People))
	})
	return words[:min(len(words), wordsShown)]
}

// logOdds is how much more often something came now than before, in standard
// deviations; the prior is what both together say, worth as much as ten
// observations.
func logOdds(now, nowSum, before, beforeSum int) float64 {
	const weight = 10
	prior := weight * float64(now+before) / float64(nowSum+beforeSum)
	odds := func(times, sum int) float64 {
		return math.Log((float64(times) + prior) / (float64(sum-times) + weight - prior))
	}
	variance := 1/(float64(now)+prior) + 1/(float64(before)+prior)
	return (odds(now, nowSum) - odds(before, beforeSum)) / math.Sqrt(variance)
}

// wordCount counts who wrote each word.
type wordCount struct {
	people     map[string]set[int64]
	workplaces map[string]set[string]
	example    map[string]string
	sum        int // of the people over the words
	vocabulary
}

func newWordCount() *wordCount {
	return &wordCount{
		people: make(map[string]set[int64]), workplaces: make(map[string]set[string]),
		example: make(map[string]string), vocabulary: newVocabulary(),
	}
}

func (c *wordCount) add(person int64, workplace, text string) {
	for _, word := range slices.Concat(c.runs(text)...) {
		if c.people[word] == nil {
			c.people[word], c.workplaces[word], c.example[word] = set[int64]{}, set[string]{}, text
		}
		if !c.people[word][person] {
			c.sum++
		}
		c.people[word].add(person)
		if workplace != "" {
			c.workplaces[word].add(workplace)
		}
	}
}
