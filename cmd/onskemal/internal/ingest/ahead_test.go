package ingest

import (
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func oneByte(int) int { return 1 }

// What is worked out comes in the order of the values, an error in its place.
func TestAheadKeepsOrder(t *testing.T) {
	failure := errors.New("failure")
	values := func(yield func(int, error) bool) {
		for i := range 100 {
			var err error
			if i == 50 {
				err = failure
			}
			if !yield(i, err) {
				return
			}
		}
	}
	var got []int
	for square, err := range ahead(values, oneByte, func(i int) int { return i * i }) {
		if errors.Is(err, failure) {
			square = -1
		}
		got = append(got, square)
	}
	var want []int
	for i := range 100 {
		want = append(want, i*i)
	}
	want[50] = -1
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A batch is held at most, of large values no more than processors can work on, and
// nothing goes on when the loop has ended.
func TestAheadIsBounded(t *testing.T) {
	for _, c := range []struct{ size, most int }{
		{1, BatchSize},
		{batchBytes / 50, max(50, runtime.GOMAXPROCS(0))},
		{batchBytes + 1, runtime.GOMAXPROCS(0)},
	} {
		var begun, ended, taken, held atomic.Int64
		values := func(yield func(int, error) bool) {
			for i := range 3 * BatchSize {
				held.Store(max(held.Load(), begun.Add(1)-1-taken.Load()))
				if !yield(i, nil) {
					return
				}
			}
		}
		var first []int
		size := func(int) int { return c.size }
		for value := range ahead(values, size, func(i int) int { ended.Add(1); return i }) {
			taken.Add(1)
			if first = append(first, value); len(first) == 3 {
				break
			}
		}
		if !slices.Equal(first, []int{0, 1, 2}) {
			t.Errorf("of %d bytes: the first are %v", c.size, first)
		}
		if got := int(held.Load()); got != c.most {
			t.Errorf("of %d bytes: %d values are held, want %d", c.size, got, c.most)
		}
		if worked := int(ended.Load()); worked < 3 || worked > 3+c.most {
			t.Errorf("of %d bytes: %d values were worked on for 3", c.size, worked)
		}
	}
}

// Values come in batches of so many, or so many bytes, and an error comes after those
// before it.
func TestBatches(t *testing.T) {
	failure := errors.New("failure")
	values := func(n, failing int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for i := range n {
				var err error
				if i == failing {
					err = failure
				}
				if !yield(i, err) {
					return
				}
			}
		}
	}
	for _, c := range []struct {
		n, failing, size int
		want             []int // lengths
		err              error
	}{
		{2*BatchSize + 1, -1, 1, []int{BatchSize, BatchSize, 1}, nil},
		{BatchSize, -1, 1, []int{BatchSize}, nil},
		{0, -1, 1, nil, nil},
		{5, -1, batchBytes / 2, []int{2, 2, 1}, nil},
		{3, -1, 2 * batchBytes, []int{1, 1, 1}, nil},
		{5, 3, 1, []int{3}, failure},
		{5, 0, 1, nil, failure},
	} {
		var got []int
		var failed error
		next := 0
		for batch, err := range batches(values(c.n, c.failing), func(int) int { return c.size }) {
			if failed = err; err != nil {
				continue
			}
			got = append(got, len(batch))
			for _, value := range batch {
				if value != next {
					t.Errorf("%+v: %d comes for %d", c, value, next)
				}
				next++
			}
		}
		if !slices.Equal(got, c.want) || !errors.Is(failed, c.err) {
			t.Errorf("%+v: batches of %v, %v", c, got, failed)
		}
	}
}
