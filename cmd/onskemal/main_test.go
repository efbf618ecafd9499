package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"
)

// terminal is an input that says nothing. The first Read tells that somebody
// waits for it.
type terminal struct{ waited func() }

func (t terminal) Read([]byte) (int, error) {
	t.waited()
	select {}
}

func TestInterruptedWhileWaiting(t *testing.T) {
	for _, args := range [][]string{{"classify"}, {"parse", "-"}} {
		ctx, interrupt := context.WithCancel(context.Background())
		var out, messages bytes.Buffer
		env := environment{in: terminal{interrupt}, out: &out, err: &messages, now: time.Now}
		args = append([]string{"--db", filepath.Join(t.TempDir(), "x.db")}, args...)
		if status := run(ctx, args, env); status != exitError || messages.String() != "onskemal: interrupted\n" || out.Len() > 0 {
			t.Errorf("%q: exit status %d, output %q, messages %q", args, status, &out, &messages)
		}
	}
}
