package main

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
)

// Whenever a poller or its server is killed, a later poll makes the database what
// it would have been.
func TestKilled(t *testing.T) {
	const killsEach = 20
	server := mailboxtest.Dovecot(t, samplesForServer(t))
	whole := newPoller(t, server)
	whole.finish(t)
	want, length := whole.stored(t), whole.relay.Passed()

	// A kill comes after so many bytes, and tells whether it was still running.
	ways := []struct {
		name      string
		databases int
		kill      func(t *testing.T, p *poller, after int) bool
	}{
		{"poller", 10, func(t *testing.T, p *poller, after int) bool {
			cmd := p.start(t)
			p.relay.After(after, func() { cmd.Process.Kill() })
			return cmd.Wait() != nil
		}},
		{"server", 3, func(t *testing.T, p *poller, after int) bool {
			p.relay.After(after, p.relay.Cut)
			cmd := p.start(t)
			err := cmd.Wait()
			if err != nil && cmd.ProcessState.ExitCode() != exitUnreachable {
				t.Errorf("%v, %s", err, cmd.Stderr)
			}
			return err != nil
		}},
	}
	for _, way := range ways {
		for n := range way.databases {
			t.Run(fmt.Sprintf("%s/%d", way.name, n), func(t *testing.T) {
				t.Parallel()
				points := rand.New(rand.NewPCG(uint64(n), 0))
				p := newPoller(t, server)
				killed := 0
				for range killsEach {
					// What was stored is not sent again, so the polls need to be
					// short for most of them to be killed.
					if way.kill(t, p, points.IntN(length*3/2/killsEach)) {
						killed++
					}
					p.relay.Mend()
				}
				if killed < killsEach/2 {
					t.Errorf("only %d polls of %d were killed", killed, killsEach)
				}
				p.finish(t)
				if got := p.stored(t); got != want {
					t.Errorf("%s\nnot\n%s", got, want)
				}
			})
		}
	}
}
