package mailparse

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestZZDump(t *testing.T) {
	out := os.Getenv("ZZDUMP")
	if out == "" {
		t.Skip("throwaway")
	}
	f, _ := os.Create(out)
	files, _ := filepath.Glob("../../shared/corpus/*.eml")
	enc := json.NewEncoder(f)
	enc.SetEscapeHTML(false)
	for _, name := range files {
		r, _ := os.Open(name)
		m, err := Parse(r, Limits{})
		r.Close()
		if err != nil {
			t.Log(name, err)
			continue
		}
		enc.Encode(map[string]any{"file": filepath.Base(name), "text": m.Text, "passages": m.Passages})
	}
	f.Close()
}
