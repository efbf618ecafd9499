package report

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/digiteket/onskemal/store"
)

// BenchmarkReport shows how the time of a report grows with the wishes: five
// from each person, spread over two years.
func BenchmarkReport(b *testing.B) {
	for _, wishes := range []int{1_000, 5_000, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(wishes), func(b *testing.B) {
			s := stocked(b, wishes)
			opts := Options{Period: Week{2026, 47}.Period(), Method: Harmonic, Topics: benchTopics(), DerivedBy: "test"}
			var largest uint64
			b.ResetTimer()
			for range b.N {
				r, err := Build(context.Background(), s, opts)
				if err != nil {
					b.Fatal(err)
				}
				if err := r.Write(io.Discard, Text, Output{}); err != nil {
					b.Fatal(err)
				}
				var memory runtime.MemStats
				runtime.ReadMemStats(&memory)
				largest = max(largest, memory.Sys)
			}
			b.ReportMetric(float64(largest)/(1<<20), "MB-from-system")
			b.ReportMetric(float64(wishes)*float64(b.N)/b.Elapsed().Seconds(), "wishes/s")
		})
	}
}

func benchTopics() []Topic {
	topics := make([]Topic, 14)
	for i := range topics {
		topics[i] = Topic{ID: fmt.Sprint("topic", i), Name: fmt.Sprint("Ämne nummer ", i), DigComp: []string{fmt.Sprintf("%d.1", 1+i%5), "2.3"}}
	}
	return topics
}

// stocked is a database of so many wishes, the same for each run, written past
// the store, which takes one mail at a time.
func stocked(b *testing.B, wishes int) *store.Store {
	b.Helper()
	file := filepath.Join(b.TempDir(), "bench.db")
	s, err := store.Open(context.Background(), file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	db, err := sql.Open("sqlite", file)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	fill(b, tx, wishes)
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return s
}

func fill(b *testing.B, tx *sql.Tx, wishes int) {
	random := rand.New(rand.NewPCG(1, uint64(wishes)))
	insert := func(into string, values ...any) {
		marks := "?"
		for range len(values) - 1 {
			marks += ", ?"
		}
		if _, err := tx.Exec("INSERT INTO "+into+" VALUES ("+marks+")", values...); err != nil {
			b.Fatal(err)
		}
	}
	people := wishes / 5
	for person := 1; person <= people; person++ {
		insert("person (id, hash, workplace)", person, fmt.Append(nil, "person ", person), fmt.Sprintf("kommun%d.example", random.IntN(290)))
	}
	first := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for wish, message := 1, 1; wish <= wishes; message++ {
		person := 1 + random.IntN(people)
		received := first.Add(time.Duration(random.IntN(2*365*24)) * time.Hour).Format(time.RFC3339)
		insert("message (id, digest, person_id, received_at, added_at, kind, content, derived_by)",
			message, fmt.Append(nil, "message ", message), person, received, received, "wish", fmt.Append(nil, message), "test")
		for position := 1; position <= 1+random.IntN(5) && wish <= wishes; position++ {
			insert("wish (id, message_id, person_id, position, rank, text, scope, why)",
				wish, message, person, position, position, fmt.Sprint("Hur gör man med sak nummer ", random.IntN(1000)), "digital", "[]")
			switch chance := random.IntN(100); {
			case chance < 3: // no label
			case chance < 20:
				insert("wish_label (wish_id, position, outside, label)", wish, 1, 1, fmt.Sprint("Grupp ", random.IntN(11)))
			default:
				topic := random.IntN(14)
				insert("wish_label (wish_id, position, outside, label)", wish, 1, 0, fmt.Sprint("topic", topic))
				if chance < 45 {
					insert("wish_label (wish_id, position, outside, label)", wish, 2, 0, fmt.Sprint("topic", (topic+1+random.IntN(13))%14))
				}
			}
			wish++
		}
	}
}
