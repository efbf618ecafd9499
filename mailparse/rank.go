package mailparse

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// rank gives the items of each list their ranks, by their markers or else by
// their order, as the words around the list say.
func rank(found []entry) {
	for start := 0; start < len(found); {
		if found[start].List == 0 {
			start++
			continue
		}
		end, items := start, []int{}
		for k := start; k < len(found) && (found[k].List == 0 || found[k].List == found[start].List); k++ {
			if found[k].List != 0 {
				items = append(items, k)
				end = k + 1
			}
		}
		rankItems(found, items, orderAround(found, start, end))
		tie(found, items, end)
		promote(found, items)
		start = end
	}
}

// promote puts the item first that alone says so: "Koha (viktigast!)".
func promote(found []entry, items []int) {
	most := -1
	for _, k := range items {
		text := strings.TrimRight(found[k].Text, "!.) ")
		last := strings.TrimLeft(text[strings.LastIndexByte(text, ' ')+1:], "(")
		if !slices.Contains(topWords, strings.ToLower(last)) {
			continue
		}
		if most >= 0 {
			return
		}
		most = k
	}
	if most < 0 {
		return
	}
	place := found[most].Rank
	for _, k := range items {
		if found[k].Rank < place {
			found[k].Rank++
		}
	}
	found[most].Rank = 1
}

// tie gives items the same rank that the writer calls equal, behind the item
// or below the list.
func tie(found []entry, items []int, end int) {
	const longest = 100 // items of a list that anyone has ranked
	if len(items) > longest {
		return
	}
	share := func(i, k int) {
		from, to := found[items[k]].Rank, found[items[i]].Rank
		if from <= to {
			return
		}
		for _, n := range items {
			switch r := &found[n].Rank; {
			case *r == from:
				*r = to
			case *r > from:
				*r--
			}
		}
	}
	for k := 1; k < len(items); k++ {
		if containsAny(fold(found[items[k]].Text), sharedPlace) {
			share(k-1, k)
		}
	}
	for k := end; k < len(found) && found[k].List == 0; k++ {
		if a, b := tiedPlaces(found[k].Text); a > 0 && b > 0 && max(a, b) <= len(items) {
			share(min(a, b)-1, max(a, b)-1)
		}
	}
}

// rankItems ranks the items of one list; ranks are dense, so that 1, 1, 3
// becomes 1, 1, 2.
func rankItems(found []entry, items []int, o order) {
	values := make([]int, len(items))
	counted := true
	for i, k := range items {
		values[i] = found[k].mark.value
		counted = counted && found[k].mark.style.counted()
	}
	if !counted {
		for i := range values {
			values[i] = i + 1
		}
	}
	// A countdown needs no words to say what its numbers do.
	if o == reversed && values[0] > values[len(values)-1] {
		o = inOrder
	}
	distinct := slices.Compact(slices.Sorted(slices.Values(values)))
	for i, k := range items {
		n, _ := slices.BinarySearch(distinct, values[i])
		switch o {
		case unordered:
			n = 0
		case reversed:
			n = len(distinct) - 1 - n
		}
		found[k].Rank = n + 1
	}
}

// ranksBehind takes the ranks of lists in which they stand behind every item:
// "Koha (prio 2)".
func (f *finder) ranksBehind() {
	for start := 0; start < len(f.found); {
		list := f.found[start].List
		end := start + 1
		for end < len(f.found) && f.found[end].List == list {
			end++
		}
		if items := f.found[start:end]; list > 0 {
			texts := make([]string, len(items))
			for i, e := range items {
				texts[i] = e.Text
			}
			if marks, words := placesBehind(texts); marks != nil {
				for i := range items {
					items[i].mark, items[i].Text = marks[i], words[i]
				}
			}
		}
		start = end
	}
}

// placesBehind reads the places that end every one of several items. Numbers
// without a word beside them are places only if they count the items.
func placesBehind(items []string) (marks []mark, words []string) {
	bare := false
	seen := map[int]bool{}
	for _, item := range items {
		m, rest := placeBehind(item)
		if m.style == noMark || m.value > len(items) && m.style == markNumber {
			return nil, nil
		}
		bare = bare || m.style == markNumber
		seen[m.value] = true
		marks, words = append(marks, mark{markPriority, m.value}), append(words, rest)
	}
	if bare && (!seen[1] || !seen[2]) {
		return nil, nil
	}
	return marks, words
}

// levels are priorities without a number: "Koha (hög prio)".
var levels = map[string]int{
	"hög": 1, "mellan": 2, "medel": 2, "medium": 2, "låg": 3, "høy": 1, "høj": 1, "middels": 2, "lav": 3, "high": 1, "low": 3,
}

// placeBehind reads the place that ends an item: "(prio 2)", "– nr 1", "[3]",
// "= 1", "i andra hand".
func placeBehind(text string) (mark, string) {
	const longest = 24
	from := max(0, len(text)-longest)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	tail := strings.TrimRight(text[from:], ".)]! ")
	if at := strings.LastIndexAny(tail, "([,-–:=|"); at >= 0 {
		place := strings.TrimLeft(tail[at:], "([,-–:=| ")
		if words := strings.TrimRight(text[:from+at], " ([,-–:=|"); place != "" && words != "" {
			m, rest, ok := priorityMark(place)
			switch {
			case ok && rest == "" && m.style == markPriority:
				return m, words
			case allDigits(place) && len(place) == 1 && !strings.HasSuffix(words, place):
				return mark{markNumber, int(place[0] - '0')}, words
			}
		}
	}
	if at := strings.LastIndexAny(tail, "([,-–:=|"); at >= 0 {
		level, _, _ := strings.Cut(fold(strings.TrimLeft(tail[at:], "([,-–:=| ")), " ")
		if words := strings.TrimRight(text[:from+at], " ([,-–:=|"); levels[level] > 0 && words != "" {
			return mark{markPriority, levels[level]}, words
		}
	}
	for _, o := range ordinalsIn(tail, 0) {
		if words := strings.TrimRight(text[:from+o.start], " ([,-–:=|"); o.end == len(tail) && o.rank != rankNext && o.rank != rankLast && words != "" {
			return mark{markPriority, o.rank}, words
		}
	}
	return mark{}, text
}
