package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

// exportTables are the tables of an export as CSV. Lists stand in one cell.
var exportTables = []exportTable{
	{"schema_version", []string{"schema_version"}},
	{"person", []string{"id", "workplace", "same_as"}},
	{"message", []string{"id", "person", "received", "added", "kind", "derived_by", "doubts"}},
	{"wish", []string{"id", "message", "person", "position", "rank", "text", "scope", "decision", "topics", "outside", "why"}},
	{"offer", []string{"id", "message", "person", "position", "text", "decision", "topics", "why"}},
	{"offer_state", []string{"offer", "state", "set", "by"}},
	{"decision", []string{"id", "message", "person", "kind", "decided", "by", "replaced_by", "undone", "was", "is"}},
	{"quarantine", []string{"id", "received", "added", "reason"}},
	{"delivery", []string{"topic", "delivered", "recorded"}},
}

type exportTable struct {
	name    string // the objects' type, and the file's name
	columns []string
}

// exportCSV writes the tables of an export into a folder, which is made when it is
// not there. It is its owner's alone.
func exportCSV(ctx context.Context, db *store.Store, folder string) error {
	rows := make(map[string][][]string)
	err := db.Dump(ctx, func(r store.Record) error {
		name, row := csvRow(exportedOf(r))
		rows[name] = append(rows[name], row)
		return nil
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("folder for the tables: %w", err)
	}
	for _, table := range exportTables {
		err := writeFile(filepath.Join(folder, table.name+".csv"), forOwner, func(w io.Writer) error {
			return writeCSV(w, append([][]string{table.columns}, rows[table.name]...))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func writeCSV(w io.Writer, rows [][]string) error {
	_, err := io.WriteString(w, "\ufeff") // so that spreadsheets read UTF-8
	return errors.Join(err, csv.NewWriter(w).WriteAll(rows))
}

// csvRow is the row of an object, in the order of its table's columns.
func csvRow(object any) (table string, row []string) {
	switch o := object.(type) {
	case exportedSchema:
		return o.Type, cells(o.Version)
	case exportedPerson:
		return o.Type, cells(o.ID, o.Workplace, orNothing(o.SameAs))
	case exportedMessage:
		return o.Type, cells(o.ID, o.Person, o.Received, o.Added, o.Kind, o.DerivedBy, o.Doubts)
	case exportedWish:
		return o.Type, cells(o.ID, o.Message, o.Person, o.Position, o.Rank, o.Text, o.Scope, orNothing(o.Decision), o.Topics, o.Outside, found(o.Why))
	case exportedOffer:
		return o.Type, cells(o.ID, o.Message, o.Person, o.Position, o.Text, orNothing(o.Decision), o.Topics, found(o.Why))
	case exportedOfferStep:
		return o.Type, cells(o.Offer, o.State, o.Set, o.By)
	case exportedDecision:
		return o.Type, cells(o.ID, o.Message, o.Person, o.Kind, o.Decided, o.By, orNothing(o.ReplacedBy), orNothing(o.Undone), inCell(o.Was), inCell(o.Is))
	case exportedQuarantined:
		return o.Type, cells(o.ID, o.Received, o.Added, o.Reason)
	case exportedDelivery:
		return o.Type, cells(o.Topic, o.Delivered, o.Recorded)
	default:
		panic(fmt.Sprintf("row of %T", o))
	}
}

// orNothing is the value of a cell that may be empty.
func orNothing[T any](value *T) any {
	if value == nil {
		return ""
	}
	return *value
}

// inCell are items, as "text (label, label)".
func inCell(items []exportedItem) []string {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = fmt.Sprintf("%s (%s)", item.Text, strings.Join(append(slices.Clone(item.Topics), item.Outside...), ", "))
	}
	return lines
}

// found are the words that gave labels, as "word (label)".
func found(why []exportedReason) []string {
	words := make([]string, len(why))
	for i, w := range why {
		words[i] = fmt.Sprintf("%s (%s)", w.Found, w.Topic)
		if w.Negated {
			words[i] += " nekat"
		}
	}
	return words
}

func cells(values ...any) []string {
	row := make([]string, len(values))
	for i, value := range values {
		switch v := value.(type) {
		case int:
			row[i] = strconv.Itoa(v)
		case int64:
			row[i] = strconv.FormatInt(v, 10)
		case []string:
			row[i] = report.HarmlessCell(strings.Join(v, "; "))
		default:
			row[i] = report.HarmlessCell(fmt.Sprint(v))
		}
	}
	return row
}
