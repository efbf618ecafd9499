package ingest

import (
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
	for square, err := range ahead(values, func(i int) int { return i * i }) {
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

// No more is held than processors can work on, and nothing goes on when the loop
// has ended.
func TestAheadIsBounded(t *testing.T) {
	var begun, ended, taken atomic.Int64
	values := func(yield func(int, error) bool) {
		for i := range 1000 {
			if held := begun.Load() - taken.Load(); held > int64(runtime.GOMAXPROCS(0)) {
				t.Errorf("%d values are held", held)
			}
			begun.Add(1)
			if !yield(i, nil) {
				return
			}
		}
	}
	var first []int
	for value := range ahead(values, func(i int) int { ended.Add(1); return i }) {
		taken.Add(1)
		if first = append(first, value); len(first) == 3 {
			break
		}
	}
	if !slices.Equal(first, []int{0, 1, 2}) {
		t.Errorf("the first are %v", first)
	}
	if worked := ended.Load(); worked < 3 || worked > 3+int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d values were worked on for 3", worked)
	}
}
