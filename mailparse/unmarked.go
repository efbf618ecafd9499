package mailparse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostPoints is how long a list without markers is followed; the bound keeps
// the search linear.
const mostPoints = 30

// unmarkedLists gives bullets to lines that are a list without having any:
// several short ones below words that lead in to it or, where the mail has no
// other list, anywhere.
func unmarkedLists(in []chunk) []chunk {
	marked := slices.ContainsFunc(in, func(c chunk) bool { return c.mark.style != noMark })
	points := make([]pointKind, len(in))
	for i, c := range in {
		points[i] = c.pointKind()
	}
	for i := 0; i < len(in); {
		start, least, kind := i, 3, point
		if strings.HasSuffix(in[i].text, ":") && in[i].mark.style == noMark && in[i].level == 0 {
			start, least, kind = i+1, 2, pointBelow
		}
		asked := in[i].asksFor()
		if asked {
			start = i + 1
		}
		end, weakest, words := start, point, 0
		for end < min(len(in), start+mostPoints) && points[end] != noPoint && (end <= start+1 || in[end].gap == in[start+1].gap) {
			weakest = min(weakest, points[end])
			words += strings.Count(in[end].text, " ") + 1
			end++
		}
		listed := end-start >= least && weakest >= kind && (kind == pointBelow || asked || !marked && words >= 2*(end-start))
		if !listed && !rankedBehind(in[start:end]) {
			i++
			continue
		}
		for k := start; k < end; k++ {
			in[k].mark = mark{style: markBullet}
		}
		i = end
	}
	return in
}

// asksFor reports a line that leads in to points without a colon: "Jag önskar".
func (c chunk) asksFor() bool {
	const longest = 60
	last, _ := utf8.DecodeLastRuneInString(c.text)
	return c.mark.style == noMark && c.level == 0 && len(c.text) <= longest && unicode.IsLetter(last) && asking(c.text)
}

// rankedBehind reports points of which each ends in its place.
func rankedBehind(points []chunk) bool {
	texts := make([]string, len(points))
	for i, c := range points {
		texts[i] = c.text
	}
	marks, _ := placesBehind(texts)
	return len(marks) > 1
}

// pointKind tells whether a chunk may be one of several points without
// markers.
type pointKind int

const (
	noPoint    pointKind = iota
	pointBelow           // below words that lead in
	point                // anywhere
)

// pointKind reads a chunk. A point is short and no sentence of its own. One
// that nothing leads in to is also no sentence of the writer's about herself,
// no greeting, and no name and title as left over from a signature.
func (c chunk) pointKind() pointKind {
	const long, longest = 100, 180
	length := utf8.RuneCountInString(c.text)
	switch {
	case c.mark.style != noMark || c.level > 0 || length > longest:
		return noPoint
	case strings.HasSuffix(c.text, ":") || strings.HasSuffix(c.text, "!"):
		return noPoint
	case strings.HasSuffix(c.text, ".") && len(strings.Fields(c.text)) > 6 && !slices.Contains(clauseWords, firstWord(c.text)):
		return noPoint
	case isContact(c.text) || isAmount(c.text) || firstWord(c.text) == "kl" || startsPostscript(c.text):
		return noPoint
	case length > long || slices.Contains(letterWords, firstWord(c.text)) || strings.HasSuffix(c.text, ".") || strings.HasSuffix(c.text, ",") || len(ordinalsIn(c.text, 0)) > 0:
		return pointBelow
	}
	return point
}
