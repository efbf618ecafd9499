package main

import (
	"context"
	"net"
	"os"
	"strconv"
	"sync/atomic"
	"time"
)

// service tells the service manager how the process is doing (sd_notify(3)).
// Without one, it tells nobody.
type service struct {
	socket   string        // $NOTIFY_SOCKET, "" for none
	period   time.Duration // within which a sign of life is due; 0 for none
	patience time.Duration // after which silence of the program is its end
	last     atomic.Int64  // when the program was last seen alive, Unix nanoseconds
}

// newService reads what the manager wants from the environment. patience is
// how long an honest wait may be.
func newService(patience time.Duration) *service {
	s := &service{socket: os.Getenv("NOTIFY_SOCKET"), patience: patience}
	if µs, err := strconv.ParseInt(os.Getenv("WATCHDOG_USEC"), 10, 64); err == nil && µs > 0 {
		s.period = time.Duration(µs) * time.Microsecond
	}
	return s
}

// ready says that the service is up, and from then on that it is alive, until
// ctx is done or the program has not been for too long.
func (s *service) ready(ctx context.Context) {
	s.alive()
	s.say("READY=1")
	if s.period == 0 || s.socket == "" {
		return
	}
	go func() {
		ticker := time.NewTicker(s.period / 2)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			if time.Since(time.Unix(0, s.last.Load())) < s.patience {
				s.say("WATCHDOG=1")
			}
		}
	}()
}

// alive notes that the program does its work.
func (s *service) alive() { s.last.Store(time.Now().UnixNano()) }

func (s *service) stopping() { s.say("STOPPING=1") }

// say sends a message. A manager that does not listen is no concern of the
// program's.
func (s *service) say(message string) {
	if s.socket == "" {
		return
	}
	conn, err := net.DialUnix("unixgram", nil, &net.UnixAddr{Name: s.socket, Net: "unixgram"})
	if err != nil {
		return
	}
	defer conn.Close()
	_ = conn.SetWriteDeadline(time.Now().Add(time.Second)) // its queue may be full
	_, _ = conn.Write([]byte(message))
}
