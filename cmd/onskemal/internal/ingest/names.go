package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/digiteket/onskemal/classify"
)

// hiddenName stands for the sender's name in what is stored. Only while her mail
// is read is it known what she is called.
const hiddenName = "[namn]"

// withoutName is what was read, with the sender's full name taken out of its
// texts. A single word is left: it may be any word ("Bo").
func withoutName(read classify.Reading, name string) classify.Reading {
	if family, given, found := strings.Cut(name, ","); found {
		name = given + " " + family
	}
	words := strings.Fields(name)
	if len(words) < 2 {
		return read
	}
	name = strings.Join(words, " ")
	read.Wishes, read.Offers = slices.Clone(read.Wishes), slices.Clone(read.Offers)
	for i := range read.Wishes {
		w := &read.Wishes[i]
		w.Text, w.Why = hideName(w.Text, w.Why, name)
	}
	for i := range read.Offers {
		o := &read.Offers[i]
		o.Text, o.Why = hideName(o.Text, o.Why, name)
	}
	return read
}

// hideName replaces the name where it stands as words of its own, and moves the
// hits, which are in order, along with their words. A name that is part of a hit
// is left, or the hit would lose its words.
func hideName(text string, hits []classify.Hit, name string) (string, []classify.Hit) {
	var hidden strings.Builder
	hits = slices.Clone(hits)
	done, end := 0, 0     // how much of text is done, in bytes and in characters
	next, hitsEnd := 0, 0 // the first hit beyond the name, and where those before it end
	shift := 0            // how far hits have moved
	for i := indexWords(text, name, 0); i >= 0; i = indexWords(text, name, done) {
		start := end + utf8.RuneCountInString(text[done:i])
		end = start + utf8.RuneCountInString(name)
		for ; next < len(hits) && hits[next].Start < end; next++ {
			hitsEnd = max(hitsEnd, hits[next].End)
			move(&hits[next], shift)
		}
		hidden.WriteString(text[done:i])
		if hitsEnd > start {
			hidden.WriteString(name)
		} else {
			hidden.WriteString(hiddenName)
			shift += len(hiddenName) - (end - start)
		}
		done = i + len(name)
	}
	for ; next < len(hits); next++ {
		move(&hits[next], shift)
	}
	return hidden.String() + text[done:], hits
}

func move(hit *classify.Hit, by int) {
	hit.Start += by
	hit.End += by
}

// indexWords finds words from a byte of text on, -1 for nowhere.
func indexWords(text, words string, from int) int {
	for {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
		from = i + len(words)
	}
}
