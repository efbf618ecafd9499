package mailparse

import (
	"regexp"
	"slices"
	"strconv"
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
		for i, r := range ranksOf(found, items, beside(found, start, end)) {
			found[items[i]].Rank = r
		}
		start = end
	}
}

// beside returns the paragraphs before and after the list found[start:end],
// nearest first. Words between two lists belong to the one above, except those
// that lead in to the one below.
func beside(found []entry, start, end int) []string {
	var texts []string
	for k := start - 1; k >= 0 && found[k].List == 0; k-- {
		texts = append(texts, found[k].Text)
	}
	for k := end; k < len(found) && found[k].List == 0 && !strings.HasSuffix(found[k].Text, ":"); k++ {
		texts = append(texts, found[k].Text)
	}
	return texts
}

// ranksOf ranks the items of one list; ranks are dense, so that 1, 1, 3 becomes
// 1, 1, 2.
func ranksOf(found []entry, items []int, texts []string) []int {
	marks := make([]mark, len(items))
	for i, k := range items {
		marks[i] = found[k].mark
	}
	var remarks []remark
	order := inOrder
	for _, text := range texts {
		words := orderTokens(text)
		if said, rest := remarksOn(words, marks); len(said) > 0 {
			remarks, words = append(remarks, said...), rest
		}
		if order == inOrder {
			order = orderIn(words)
		}
	}
	ranks := markedRanks(marks, order)
	if len(items) > mostRanked {
		return ranks
	}
	for k := 1; k < len(items); k++ {
		if ranks[k] > ranks[k-1] && containsAny(fold(found[items[k]].Text), sharedPlace) {
			remark{items: []int{k - 1, k}, saying: alike}.apply(ranks)
		}
	}
	for _, r := range remarks {
		r.apply(ranks)
	}
	promoted(found, items).apply(ranks)
	return ranks
}

// mostRanked is how many items a list has at most that anyone has ranked.
const mostRanked = 100

// promoted puts the item first that alone says so: "Koha (viktigast!)".
func promoted(found []entry, items []int) remark {
	r := remark{saying: most}
	for i, k := range items {
		text := strings.TrimRight(found[k].Text, "!.) ")
		last := strings.TrimLeft(text[strings.LastIndexByte(text, ' ')+1:], "(")
		if slices.Contains(topWords, strings.ToLower(last)) {
			r.items = append(r.items, i)
		}
	}
	if len(r.items) > 1 {
		return remark{}
	}
	return r
}

// markedRanks are the ranks that the markers of a list's items give them, or
// else their order.
func markedRanks(marks []mark, o order) []int {
	ranks := make([]int, len(marks))
	counted := !slices.ContainsFunc(marks, func(m mark) bool { return !m.style.counted() })
	for i, m := range marks {
		ranks[i] = i + 1
		if counted {
			ranks[i] = m.value
		}
	}
	switch countsDown := ranks[0] > ranks[len(ranks)-1]; {
	case o == unordered:
		clear(ranks)
	case o == reversed && !countsDown: // a countdown needs no words to say what its numbers do
		for i := range ranks {
			ranks[i] = -ranks[i]
		}
	}
	dense(ranks)
	return ranks
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
			marks, words := placesBehind(texts)
			if marks == nil && !items[0].mark.style.counted() {
				marks, words = votesBehind(texts)
			}
			for i := range marks {
				items[i].mark, items[i].Text = marks[i], words[i]
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

// votesBehind reads the votes that end every one of several items, "Koha (7 röster)":
// the more there are, the higher is its place.
func votesBehind(items []string) (marks []mark, words []string) {
	most := 0
	votes := make([]int, len(items))
	for i, item := range items {
		found := votesAtEnd.FindStringSubmatchIndex(item)
		if found == nil || len(items) == 1 {
			return nil, nil
		}
		votes[i], _ = strconv.Atoi(item[found[2]:found[3]]) // a few digits
		most = max(most, votes[i])
		words = append(words, item[:found[0]])
	}
	for _, n := range votes {
		marks = append(marks, mark{markPriority, most - n + 1})
	}
	return marks, words
}

// votesAtEnd are the votes behind an item, and how many.
var votesAtEnd = regexp.MustCompile(`(?i)\s*(?:\(|\[|[-–:=]\s*)(\d{1,3})\s*(?:poäng|p|prick(?:ar)?|röst(?:er)?|streck|kryss|st|pers|person(?:er)?|stemmer?|points?|votes?)[.!)\] ]*$`)

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
