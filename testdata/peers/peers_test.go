// Package peers compares mailparse with other readers of mail, on the same
// mails in the same run. It is a module of its own, so that none of them
// becomes a dependency of the project.
package peers

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"github.com/digiteket/onskemal/mailparse"
)

// folder holds the mails that are read, from the folder of this package.
const folder = "../../../shared/corpus"

// A run is short and repeated, and the best one counts: the others tell more
// of what else the machine had to do.
const (
	runs   = 5
	runFor = 500 * time.Millisecond
)

// TestPeers prints how fast each reads the mails on one core. It never fails
// for a figure. Ours finds own text and lists besides; the others stop at the
// decoded parts.
func TestPeers(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	mails, size := readMails(t)
	peers := []struct {
		name string
		rate func() (float64, error) // mails a second
	}{
		{"mailparse", func() (float64, error) { return rate(mails, parseOurs) }},
		{"enmime v2", func() (float64, error) { return rate(mails, parseEnmime) }},
		{"Python email", pythonRate},
	}
	best := make([]float64, len(peers))
	for range runs {
		for i, peer := range peers {
			got, err := peer.rate()
			if err != nil {
				t.Logf("%s cannot be had: %v", peer.name, err)
				continue
			}
			best[i] = max(best[i], got)
		}
	}
	for i, peer := range peers {
		if best[i] > 0 {
			t.Logf("%-12s %7.0f mails/s %7.1f MB/s  ours is %5.2f times as fast", peer.name, best[i], best[i]*size/1e6, best[0]/best[i])
		}
	}
}

// readMails returns the mails and their mean size in bytes.
func readMails(t *testing.T) (mails [][]byte, size float64) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.eml"))
	if err != nil || len(files) == 0 {
		t.Skipf("no mails in %s", folder)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		mails, size = append(mails, raw), size+float64(len(raw))
	}
	return mails, size / float64(len(mails))
}

// rate reads the mails over and over and returns how many it read a second.
func rate(mails [][]byte, parse func([]byte) error) (float64, error) {
	start, read := time.Now(), 0
	for time.Since(start) < runFor {
		for _, raw := range mails {
			if err := parse(raw); err != nil {
				return 0, err
			}
		}
		read += len(mails)
	}
	return float64(read) / time.Since(start).Seconds(), nil
}

func parseOurs(raw []byte) error {
	_, err := mailparse.Parse(bytes.NewReader(raw), mailparse.Limits{})
	return err
}

func parseEnmime(raw []byte) error {
	_, err := enmime.ReadEnvelope(bytes.NewReader(raw))
	return err
}

// pythonRate lets Python's standard library read the mails.
func pythonRate() (float64, error) {
	out, err := exec.Command("python3", "peers.py", folder, strconv.FormatFloat(runFor.Seconds(), 'f', -1, 64)).Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}
