package mailparse

import (
	"slices"
	"strings"
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
		if !slices.Contains(mostWords, strings.ToLower(last)) {
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
	ranks := make([]mark, len(f.found))
	words := make([]string, len(f.found))
	lacks := map[int]bool{} // lists with an item that has none
	for i, e := range f.found {
		ranks[i], words[i] = rankBehind(e.Text)
		if ranks[i].style == noMark {
			lacks[e.List] = true
		}
	}
	for i := range f.found {
		if e := &f.found[i]; e.List > 0 && !lacks[e.List] {
			e.mark, e.Text = ranks[i], words[i]
		}
	}
}

// rankBehind reads the rank that ends an item.
func rankBehind(text string) (mark, string) {
	const longest = 20
	from := max(0, len(text)-longest)
	tail := strings.TrimRight(text[from:], ".) ")
	at := strings.LastIndexAny(tail, "(,-:")
	if at < 0 {
		return mark{}, text
	}
	m, rest, ok := priorityMark(strings.TrimSpace(tail[at+1:]))
	words := strings.TrimRight(text[:from+at], " ,(-–")
	if !ok || rest != "" || words == "" || m.style != markPriority {
		return mark{}, text
	}
	return m, words
}
