package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/report"
	"github.com/digiteket/onskemal/store"
)

type exportOptions struct {
	json   bool
	csv    string
	output string
}

func newExportCommand(g *globals) *cobra.Command {
	var opts exportOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write everything that is stored as JSON Lines or CSV, without addresses",
		Long: `Export writes everything that is stored, as it stands at one moment: as JSON Lines,
one object a line, whose "type" is schema_version (the first line), person, message,
wish, offer, offer_state, decision, quarantine or delivery; or with --csv as a folder
of tables, one a type. The same database gives the same bytes.

Persons are numbers. Left out are the raw mails, their subjects and Message-IDs,
the hashes, the contacts of offers and the ledger; out of the texts are taken addresses, phone numbers and
personal numbers. What is left may still tell who wrote: keep it as you keep the
database.`,
		Example: "  onskemal export -o onskemal.jsonl\n  onskemal export --csv tabeller",
		Args:    usage(cobra.NoArgs),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runExport(cmd.Context(), opts, g) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&opts.json, "json", false, "JSON Lines, which is the default")
	flags.StringVar(&opts.csv, "csv", "", "write CSV tables into this `FOLDER`")
	flags.StringVarP(&opts.output, "output", "o", "", "`FILE` to write instead of standard output; it is replaced as a whole or not at all")
	return cmd
}

func runExport(ctx context.Context, opts exportOptions, g *globals) error {
	if opts.csv != "" && (opts.json || opts.output != "") {
		return usageError{errors.New("--csv writes a folder: leave out --json and --output")}
	}
	return g.withDatabase(ctx, func(_ settings, db *store.Store) error {
		write := func(w io.Writer) error { return exportJSON(ctx, db, w) }
		switch {
		case opts.csv != "":
			return exportCSV(ctx, db, opts.csv)
		case opts.output != "":
			return writeFile(opts.output, forOwner, write)
		default:
			return write(g.out)
		}
	})
}

func exportJSON(ctx context.Context, db *store.Store, w io.Writer) error {
	buffered := bufio.NewWriter(w)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	err := db.Dump(ctx, func(r store.Record) error { return encoder.Encode(exportedOf(r)) })
	return errors.Join(err, buffered.Flush())
}

// The objects of an export; their keys are part of the interface.
type (
	exportedSchema struct {
		Type    string `json:"type"`
		Version int64  `json:"schema_version"`
	}
	exportedPerson struct {
		Type      string `json:"type"`
		ID        int64  `json:"id"`
		Workplace string `json:"workplace"`
		SameAs    *int64 `json:"same_as"` // the person as whom she counts, null for herself
	}
	exportedMessage struct {
		Type      string   `json:"type"`
		ID        int64    `json:"id"`
		Person    int64    `json:"person"`
		Received  string   `json:"received"`
		Added     string   `json:"added"`
		Kind      string   `json:"kind"`
		DerivedBy string   `json:"derived_by"`
		Doubts    []string `json:"doubts"`
	}
	exportedWish struct {
		Type     string           `json:"type"`
		ID       int64            `json:"id"`
		Message  int64            `json:"message"`
		Person   int64            `json:"person"` // the author
		Position int              `json:"position"`
		Rank     int              `json:"rank"`
		Text     string           `json:"text"`
		Scope    string           `json:"scope"`
		Decision *int64           `json:"decision"` // of an editor, on which it rests
		Topics   []string         `json:"topics"`
		Outside  []string         `json:"outside"`
		Why      []exportedReason `json:"why"`
	}
	exportedOffer struct {
		Type     string           `json:"type"`
		ID       int64            `json:"id"`
		Message  int64            `json:"message"`
		Person   int64            `json:"person"`
		Position int              `json:"position"`
		Text     string           `json:"text"`
		Decision *int64           `json:"decision"`
		Topics   []string         `json:"topics"`
		Why      []exportedReason `json:"why"`
	}
	exportedOfferStep struct {
		Type  string `json:"type"`
		Offer int64  `json:"offer"`
		State string `json:"state"`
		Set   string `json:"set"`
		By    string `json:"by"` // user of the operating system
	}
	// exportedReason has no places: what is taken out of the text would move them.
	exportedReason struct {
		Topic   string `json:"topic"`
		Keyword string `json:"keyword"`
		Found   string `json:"found"`
		Negated bool   `json:"negated,omitempty"`
	}
	exportedDecision struct {
		Type       string         `json:"type"`
		ID         int64          `json:"id"`
		Message    int64          `json:"message"`
		Person     int64          `json:"person"` // the author of what was decided on
		Kind       string         `json:"kind"`
		Decided    string         `json:"decided"`
		By         string         `json:"by"` // user of the operating system
		ReplacedBy *int64         `json:"replaced_by"`
		Undone     *string        `json:"undone"`
		Was        []exportedItem `json:"was"` // what the program read then
		Is         []exportedItem `json:"is"`  // what counts instead
	}
	exportedItem struct {
		Offer   bool     `json:"offer"`
		Rank    int      `json:"rank,omitempty"`
		Text    string   `json:"text"`
		Scope   string   `json:"scope,omitempty"`
		Topics  []string `json:"topics"`
		Outside []string `json:"outside"`
	}
	exportedQuarantined struct {
		Type     string `json:"type"`
		ID       int64  `json:"id"`
		Received string `json:"received"`
		Added    string `json:"added"`
		Reason   string `json:"reason"`
	}
	exportedDelivery struct {
		Type      string `json:"type"`
		Topic     string `json:"topic"`
		Delivered string `json:"delivered"`
		Recorded  string `json:"recorded"`
	}
)

func exportedOf(r store.Record) any {
	switch r := r.(type) {
	case store.DumpSchema:
		return exportedSchema{"schema_version", r.Version}
	case store.DumpPerson:
		return exportedPerson{"person", r.ID, r.Workplace, r.SameAs}
	case store.DumpMessage:
		return exportedMessage{"message", r.ID, r.Person, r.ReceivedAt, r.AddedAt, r.Kind, r.DerivedBy, r.Doubts}
	case store.DumpWish:
		return exportedWish{
			"wish", r.ID, r.Message, r.Person, r.Position, r.Rank, report.HideNumbers(r.Text), r.Scope, r.Decision, r.Topics, r.Outside, exportedReasons(r.Why),
		}
	case store.DumpOffer:
		return exportedOffer{"offer", r.ID, r.Message, r.Person, r.Position, report.HideNumbers(r.Text), r.Decision, r.Topics, exportedReasons(r.Why)}
	case store.DumpOfferStep:
		return exportedOfferStep{"offer_state", r.Offer, string(r.State), r.SetAt, r.SetBy}
	case store.DumpDecision:
		return exportedDecision{
			"decision", r.ID, r.Message, r.Person, string(r.Kind), r.DecidedAt, r.DecidedBy, r.ReplacedBy, r.UndoneAt, exportedItems(r.Was), exportedItems(r.Is),
		}
	case store.DumpQuarantined:
		return exportedQuarantined{"quarantine", r.ID, r.ReceivedAt, r.AddedAt, r.Reason}
	case store.DumpDelivery:
		return exportedDelivery{"delivery", r.Topic, r.DeliveredAt, r.RecordedAt}
	default: // a type without a case above; the tests meet all of them
		panic(fmt.Sprintf("export of %T", r))
	}
}

func exportedItems(items []store.Item) []exportedItem {
	exported := make([]exportedItem, len(items))
	for i, item := range items {
		exported[i] = exportedItem{
			item.Offer, item.Rank, report.HideNumbers(item.Text), item.Scope, append([]string{}, item.Topics...), append([]string{}, item.Outside...),
		}
	}
	return exported
}

func exportedReasons(why []store.Reason) []exportedReason {
	reasons := make([]exportedReason, len(why))
	for i, w := range why {
		reasons[i] = exportedReason{w.Label, w.Keyword, w.Found, w.Negated}
	}
	return reasons
}
