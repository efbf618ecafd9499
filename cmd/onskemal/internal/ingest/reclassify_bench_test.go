package ingest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/digiteket/onskemal/classify"
)

// BenchmarkReclassify reads the sample mails anew, many times each: from different
// senders, as so many mails.
func BenchmarkReclassify(b *testing.B) {
	for _, mails := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(mails), func(b *testing.B) {
			p := newPipeline(b)
			p.Reader.Classifier = classify.Default
			mustImport(b, p, copies(b, mails))
			stored, err := p.Store.CountStale(b.Context(), "nobody")
			if err != nil {
				b.Fatal(err)
			}
			runs := 0
			b.ResetTimer()
			for range b.N {
				runs++
				other, err := classify.Load("topics.toml", fmt.Appendf(classify.BuiltIn(), "\n[[topic]]\nid = 'new'\nname = 'New'\nkeywords = 'new%d'\n", runs))
				if err != nil {
					b.Fatal(err)
				}
				p.Reader.Classifier = func() *classify.Classifier { return other }
				sum, err := p.Reclassify(b.Context(), func(Change, Anew) error { return nil })
				if err != nil || sum.Messages != stored {
					b.Fatalf("%+v of %d, %v", sum, stored, err)
				}
			}
			b.ReportMetric(float64(stored*b.N)/b.Elapsed().Seconds(), "mails/s")
		})
	}
}

// copies is an mbox of the sample mails with the subject, copied until there are so
// many, each from another sender.
func copies(b *testing.B, mails int) (path string) {
	b.Helper()
	names, err := filepath.Glob("../../../../testdata/mails/*.eml")
	if err != nil || len(names) == 0 {
		b.Fatal(names, err)
	}
	path = filepath.Join(b.TempDir(), "copies.mbox")
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	for i := range mails {
		raw, err := os.ReadFile(names[i%len(names)])
		if err != nil {
			b.Fatal(err)
		}
		fmt.Fprintf(file, "From - Tue Nov 17 09:30:00 2026\nX-Copy: %d\n", i)
		if _, err := file.Write(append(bytes.ReplaceAll(raw, []byte("@"), fmt.Appendf(nil, "%d@", i)), "\n\n"...)); err != nil {
			b.Fatal(err)
		}
	}
	return path
}
