package report

import "math/big"

// fraction names an exact number of a [fractions] table. The zero value is 0.
type fraction int32

// fractions keeps each number that lists give once: millions of wishes share a
// few hundred places. Besides the exact value it holds a float64, which decides
// most comparisons.
type fractions struct {
	exact  []*big.Rat
	float  []float64
	named  map[string]fraction
	places map[placeKey]fraction
}

// placeKey says where a wish stands: so many before it, so many tied with it, and
// so many topics that share what it is worth.
type placeKey struct{ before, tied, topics int }

func newFractions() *fractions {
	return &fractions{
		exact: []*big.Rat{new(big.Rat)}, float: []float64{0},
		named: make(map[string]fraction), places: make(map[placeKey]fraction),
	}
}

func (f *fractions) of(r *big.Rat) fraction {
	if r.Sign() == 0 {
		return 0
	}
	name := r.String()
	if known, ok := f.named[name]; ok {
		return known
	}
	id := fraction(len(f.exact))
	value, _ := r.Float64()
	f.exact, f.float = append(f.exact, r), append(f.float, value)
	f.named[name] = id
	return id
}

// place is the mean of 1/(before+1) … 1/(before+tied), shared among the topics.
func (f *fractions) place(before, tied, topics int) fraction {
	key := placeKey{before, tied, topics}
	if known, ok := f.places[key]; ok {
		return known
	}
	sum := new(big.Rat)
	for i := 1; i <= tied; i++ {
		sum.Add(sum, big.NewRat(1, int64(before+i)))
	}
	id := f.of(sum.Mul(sum, big.NewRat(1, int64(tied*topics))))
	f.places[key] = id
	return id
}

func (f *fractions) plus(a, b fraction) fraction {
	if a == 0 {
		return b
	}
	return f.of(new(big.Rat).Add(f.exact[a], f.exact[b]))
}

// closeEnough is far above the error of a float64 in [0, 1] and far below the
// difference of most numbers that are not equal; the exact values decide the rest.
const closeEnough = 1e-12

func (f *fractions) less(a, b fraction) bool {
	if a == b {
		return false
	}
	if difference := f.float[b] - f.float[a]; difference > closeEnough || difference < -closeEnough {
		return difference > 0
	}
	return f.exact[a].Cmp(f.exact[b]) < 0
}

func (f *fractions) larger(a, b fraction) fraction {
	if f.less(a, b) {
		return b
	}
	return a
}
