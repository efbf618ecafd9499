package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// benchTable is what `make bench` prints, and writes as JSON.
type benchTable struct {
	Go    string     `json:"go"`
	OS    string     `json:"os"`
	Cores int        `json:"cores"`
	Rows  []benchRow `json:"rows"`
}

// benchRow is a job, with our figure and others' for the same mails.
type benchRow struct {
	Job   string      `json:"job"`
	Size  int         `json:"size,omitempty"` // of what the job is named for: mails or wishes
	Unit  string      `json:"unit"`           // of the figures; of what is told a second, more is better, else less
	Ours  float64     `json:"ours"`
	Aim   string      `json:"aim,omitempty"`
	Peers []benchPeer `json:"peers,omitempty"`
}

// benchPeer is another program's figure.
type benchPeer struct {
	Name    string  `json:"name"`
	Figure  float64 `json:"figure,omitempty"`
	Ratio   float64 `json:"ratio,omitempty"`   // how many times better ours is
	Missing string  `json:"missing,omitempty"` // why there is no figure
}

// beside adds another program's figure.
func (r *benchRow) beside(name string, figure float64, missing error) {
	p := benchPeer{Name: name}
	switch {
	case missing != nil:
		p.Missing = missing.Error()
	case strings.HasSuffix(r.Unit, "/s"):
		p.Figure, p.Ratio = figure, r.Ours/figure
	default:
		p.Figure, p.Ratio = figure, figure/r.Ours
	}
	r.Peers = append(r.Peers, p)
}

func newBenchTable() *benchTable {
	return &benchTable{Go: runtime.Version(), OS: runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU()}
}

// write prints a line a row; behind another program's figure stands how many
// times better ours is.
func (t *benchTable) write(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s, %s, %d cores\n\njob\tsize\tonskemal\taim\tothers (ours is so many times better)\n", t.Go, t.OS, t.Cores)
	for _, r := range t.Rows {
		size := ""
		if r.Size > 0 {
			size = fmt.Sprint(r.Size)
		}
		var peers []string
		for _, p := range r.Peers {
			if p.Missing != "" {
				peers = append(peers, fmt.Sprintf("%s – (%.80s)", p.Name, p.Missing))
				continue
			}
			peers = append(peers, fmt.Sprintf("%s %s (%.3g ×)", p.Name, figureText(p.Figure, r.Unit), p.Ratio))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.Job, size, figureText(r.Ours, r.Unit), r.Aim, strings.Join(peers, " · "))
	}
	return w.Flush()
}

// figureText writes three digits, and all of those before the point.
func figureText(figure float64, unit string) string {
	digits := utf8.RuneCountInString(fmt.Sprintf("%.0f", figure))
	decimals := max(0, 3-digits)
	if figure == float64(int(figure)) {
		decimals = 0
	}
	return fmt.Sprintf("%.*f %s", decimals, figure, unit)
}

func (t *benchTable) save(file string) error {
	text, err := json.MarshalIndent(t, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}
