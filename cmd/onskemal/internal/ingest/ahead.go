package ingest

import (
	"iter"
	"runtime"
)

// ahead yields what work makes of each value, in their order. All processors work on
// the values that come next while one is yielded, so no more of them are held than
// that; none is worked on any more when it ends. An error among the values is yielded
// in its place.
func ahead[In, Out any](values iter.Seq2[In, error], work func(In) Out) iter.Seq2[Out, error] {
	type result struct {
		out Out
		err error
	}
	return func(yield func(Out, error) bool) {
		var underWay []chan result
		defer func() {
			for _, done := range underWay {
				<-done
			}
		}()
		yieldFirst := func() bool {
			first := <-underWay[0]
			underWay = underWay[1:]
			return yield(first.out, first.err)
		}
		for value, err := range values {
			if len(underWay) == runtime.GOMAXPROCS(0) && !yieldFirst() {
				return
			}
			done := make(chan result, 1)
			underWay = append(underWay, done)
			if err != nil {
				done <- result{err: err}
				continue
			}
			go func() { done <- result{out: work(value)} }()
		}
		for len(underWay) > 0 {
			if !yieldFirst() {
				return
			}
		}
	}
}
