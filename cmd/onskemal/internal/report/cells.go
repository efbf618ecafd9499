package report

import (
	"fmt"
	"math/big"
	"strings"
)

func integer(n int) Cell {
	value := float64(n)
	return Cell{Text: whole(n), Number: &value}
}

func exact(r *big.Rat, digits int) Cell {
	value, _ := r.Float64()
	return Cell{Text: decimal(r, digits), Number: &value}
}

// change tells how a place has changed, in signs and in words.
func change(place, before int) Cell {
	switch {
	case before == 0:
		return Cell{Text: "ny"}
	case place < before:
		return Cell{Text: fmt.Sprintf("▲%d", before-place), Spoken: fmt.Sprintf("upp %d", before-place)}
	case place > before:
		return Cell{Text: fmt.Sprintf("▼%d", place-before), Spoken: fmt.Sprintf("ner %d", place-before)}
	default:
		return Cell{Text: "=", Spoken: "oförändrad"}
	}
}

func trendInWords(trend []int) string {
	words := make([]string, len(trend))
	for i, people := range trend {
		words[i] = fmt.Sprint(people)
	}
	return strings.Join(words, " ")
}
