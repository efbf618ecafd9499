package ingest

import (
	"iter"
	"runtime"
)

// BatchSize is how many mails go into one transaction, and how many are worked on
// ahead of the one that is waited for; of large ones fewer, of batchBytes together.
// At 20, 200 and 1000 an import takes three quarters of what it takes at 1; ahead are
// enough to keep all processors at work while a batch is stored.
const (
	BatchSize  = 200
	batchBytes = 4 << 20
)

// ahead yields what work makes of each value, in their order. All processors work on
// the values that come next, up to a batch of them, while one is yielded; none is
// worked on any more when it ends. An error among the values is yielded in its place.
// size is that of a value in bytes.
func ahead[In, Out any](values iter.Seq2[In, error], size func(In) int, work func(In) Out) iter.Seq2[Out, error] {
	type result struct {
		out Out
		err error
	}
	type task struct {
		size int
		done chan result
	}
	return func(yield func(Out, error) bool) {
		var underWay []task
		held := 0 // bytes
		defer func() {
			for _, t := range underWay {
				<-t.done
			}
		}()
		yieldFirst := func() bool {
			first := underWay[0]
			result := <-first.done
			underWay, held = underWay[1:], held-first.size
			return yield(result.out, result.err)
		}
		for value, err := range values {
			t := task{size(value), make(chan result, 1)}
			for len(underWay) == BatchSize || held+t.size > batchBytes && len(underWay) >= runtime.GOMAXPROCS(0) {
				if !yieldFirst() {
					return
				}
			}
			underWay, held = append(underWay, t), held+t.size
			if err != nil {
				t.done <- result{err: err}
				continue
			}
			go func() { t.done <- result{out: work(value)} }()
		}
		for len(underWay) > 0 {
			if !yieldFirst() {
				return
			}
		}
	}
}

// batches yields values by the batch, in their order. An error among them comes after
// those before it, and ends it.
func batches[V any](values iter.Seq2[V, error], size func(V) int) iter.Seq2[[]V, error] {
	return func(yield func([]V, error) bool) {
		var batch []V
		held := 0 // bytes
		for value, err := range values {
			if err != nil {
				if len(batch) == 0 || yield(batch, nil) {
					yield(nil, err)
				}
				return
			}
			batch, held = append(batch, value), held+size(value)
			if len(batch) == BatchSize || held >= batchBytes {
				if !yield(batch, nil) {
					return
				}
				batch, held = nil, 0
			}
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}
}
