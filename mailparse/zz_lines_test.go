package mailparse

import (
	"bytes"
	"fmt"
	"os"
	"testing"
)

func TestZZLines(t *testing.T) {
	name := os.Getenv("ZZLINES")
	if name == "" {
		t.Skip("throwaway")
	}
	raw, _ := os.ReadFile("../../shared/corpus/" + name + ".eml")
	p := &parser{limits: Limits{}.orDefault(), message: &Message{}}
	root := p.readPart(trimStart(bytes.TrimSpace(raw)), place{kind: "text/plain"})
	p.readFields(root)
	lines := p.lines(root)
	for _, l := range lines {
		fmt.Printf("q%d r%d l%d/%d in%d %q %s\n", l.quote, l.role, l.level, l.list, l.indent, l.marker, l.text)
	}
	text, ps := split(lines, p.message)
	fmt.Println("-----\n" + text)
	for _, p := range ps {
		fmt.Printf("%d.%d %s | %q by %s\n", p.List, p.Rank, p.Text, p.Details, p.By)
	}
}
