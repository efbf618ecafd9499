package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox/mailboxtest"
	"github.com/digiteket/onskemal/mailparse"
)

// benchSizes are the sizes of the jobs, by what BENCH is set to. The small ones
// are for the counts alone.
var benchSizes = map[string]struct {
	imports []int // mails
	first   int   // mails of a mailbox that is polled for the first time, beside others
	nothing []int // mails of a mailbox with nothing new
	parse   int   // mails
	wishes  []int // about so many
}{
	"short":   {[]int{200}, 100, []int{100}, 200, []int{200}},
	"full":    {[]int{10_000, 100_000}, 10_000, []int{1_000, 100_000}, 10_000, []int{1_000, 10_000, 100_000}},
	"million": {[]int{10_000, 1_000_000}, 1_000, []int{10_000, 100_000, 1_000_000}, 1_000, []int{1_000, 10_000, 100_000, 1_000_000}},
}

// patientPeers is how many mails others are given at most: more take them hours.
const patientPeers = 100_000

// TestBench does the program's jobs, and has others do them with the same mails,
// and prints one table; `make bench` asks for it. It fails when a count is
// another than it must be, and never for a figure.
func TestBench(t *testing.T) {
	form := os.Getenv("BENCH")
	sizes, asked := benchSizes[form]
	if !asked {
		t.Skip("figures: run make bench")
	}
	b := &bench{
		T:         t,
		installed: os.Getenv("PEERS"),
		program:   builtProgram(t, "-trimpath", "-ldflags=-s -w"),
		table:     newBenchTable(),
	}
	b.processStart()
	for _, mails := range sizes.imports {
		b.imports(mails)
	}
	t.Run("polls", func(t *testing.T) { // which need a Dovecot
		b := &bench{t, b.program, b.installed, b.table}
		b.firstPoll(sizes.first)
		for _, mails := range sizes.nothing {
			b.nothingNew(newPeerServer(t, newBenchMails(t, mails, 20)), mails, nil)
		}
	})
	for _, wishes := range sizes.wishes {
		b.stock(wishes)
	}
	b.parsing(sizes.parse)
	b.size()
	if err := b.table.write(os.Stdout); err != nil {
		t.Fatal(err)
	}
	if file := os.Getenv("BENCH_JSON"); file != "" {
		if err := b.table.save(file); err != nil {
			t.Fatal(err)
		}
	}
}

// bench does the jobs.
type bench struct {
	*testing.T
	program   string // ours, as it is installed
	installed string // folder of the mail readers
	table     *benchTable
}

// add adds a row, and shows how far the bench has come.
func (b *bench) add(r benchRow) {
	b.Logf("%s %d: %s", r.Job, r.Size, figureText(r.Ours, r.Unit))
	b.table.Rows = append(b.table.Rows, r)
}

// contender is a program at a job.
type contender struct {
	name string
	run  func() (used, error)
}

// race adds a row for the time of a job and, where there is an aim for it, one for
// the memory that ours takes at most.
func (b *bench) race(job string, size int, aim, memoryAim string, ours func() (used, error), others ...contender) {
	b.Helper()
	our, err := median(ours)
	if err != nil {
		b.Fatalf("%s: %v", job, err)
	}
	row := benchRow{Job: job, Size: size, Unit: "s", Ours: our.time.Seconds(), Aim: aim}
	for _, other := range others {
		their, err := median(other.run)
		row.beside(other.name, their.time.Seconds(), err)
	}
	b.add(row)
	if memoryAim != "" {
		b.add(benchRow{Job: job + ", memory", Size: size, Unit: "MB", Ours: megabytes(our.memory), Aim: memoryAim})
	}
}

// enough ends what is repeated for the sake of the median.
const enough = 20 * time.Second

// median runs something three times, or less often what takes long, and returns
// the median time, with the memory of that run.
func median(run func() (used, error)) (used, error) {
	var all []used
	for start := time.Now(); len(all) < 3 && (len(all) == 0 || time.Since(start) < enough); {
		one, err := run()
		if err != nil {
			return used{}, err
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b used) int { return int(a.time - b.time) })
	return all[len(all)/2], nil
}

// home is a folder where our program runs, with settings and a database.
type home struct {
	*bench
	dir string
}

// newHome makes one. It polls the server, unless that is "".
func (b *bench) newHome(server, user, password string) home {
	b.Helper()
	h := home{b, b.TempDir()}
	settings := "db = \"onskemal.db\"\n"
	if server != "" {
		settings += fmt.Sprintf("[[mailbox]]\nname = \"k\"\nhost = %q\ntls = \"none\"\nuser = %q\npassword_command = [\"echo\", %q]\n", server, user, password)
	}
	if err := os.WriteFile(filepath.Join(h.dir, "settings"), []byte(settings), 0o600); err != nil {
		b.Fatal(err)
	}
	return h
}

// run runs our program. That a mail is in quarantine is fine: one of the samples
// cannot be read.
func (h home) run(args ...string) (used, string, error) {
	cmd := exec.Command(h.program, append([]string{"--config", "settings"}, args...)...)
	cmd.Dir = h.dir
	return timed(cmd, exitQuarantined)
}

// mustRun is run for what is not measured.
func (h home) mustRun(args ...string) string {
	h.Helper()
	_, out, err := h.run(args...)
	if err != nil {
		h.Fatalf("onskemal %v: %v", args, err)
	}
	return out
}

// status asks for what is stored.
func (h home) status() (s statusReport) {
	h.Helper()
	if err := json.Unmarshal([]byte(h.mustRun("status", "--json")), &s); err != nil {
		h.Fatal(err)
	}
	return s
}

// checkSummary checks what an import or a poll of mails that are all new says.
func (b *bench) checkSummary(said string, mails benchMails) {
	b.Helper()
	var got ingest.Summary
	_, err := fmt.Sscanf(said, "%d seen, %d matched: %d new, %d already known, %d quarantined; %d other subject",
		&got.Seen, &got.Matched, &got.New, &got.Known, &got.Quarantined, &got.OtherSubject)
	n := mails.matching()
	want := ingest.Summary{Seen: mails.mails, Matched: n, New: n - got.Quarantined, Quarantined: got.Quarantined, OtherSubject: mails.mails - n}
	if err != nil || got != want || got.Quarantined > n/20 {
		b.Errorf("%q, %v, want %+v", said, err, want)
	}
}

// imports takes a Maildir in, of which one mail in five has the subject.
func (b *bench) imports(mails int) {
	all := newBenchMails(b.T, mails, 5)
	maildir := all.maildir(b.T)
	defer os.RemoveAll(maildir)
	var others []contender
	if mails <= patientPeers {
		others = []contender{
			{"notmuch new", func() (used, error) { return notmuchNew(b.T, maildir, all) }},
			{"Python email alone", func() (used, error) {
				took, _, err := pythonReader.read(b.T, b.installed, maildir, all)
				return took, err
			}},
		}
	}
	b.race("import a Maildir", mails, "faster than notmuch, ≥ 8 × Python", "≤ 150 MB", func() (used, error) {
		took, said, err := b.newHome("", "", "").run("--verbose", "import", maildir)
		if err == nil {
			b.checkSummary(said, all)
		}
		return took, err
	}, others...)
}

// firstPoll takes what is for us from a new mailbox, where others copy all mails,
// and polls it again.
func (b *bench) firstPoll(mails int) {
	all := newBenchMails(b.T, mails, 20)
	s := newPeerServer(b.T, all)
	var first, again []contender
	for _, f := range fetchers {
		var folder *unprivileged // where it has been
		first = append(first, contender{f.name, func() (used, error) {
			fresh := newUnprivileged(b.T)
			took, err := f.fetch(b.T, fresh, s, false)
			if err != nil {
				return used{}, err
			}
			if got, err := f.fetched(fresh.dir); got != mails {
				b.Errorf("%s: %d of %d mails, %v", f.name, got, mails, err)
			}
			folder = fresh
			return took, nil
		}})
		again = append(again, contender{f.name, func() (used, error) {
			if folder == nil {
				return used{}, errors.New("there was no first time")
			}
			return f.fetch(b.T, folder, s, true)
		}})
	}
	b.race("first poll", mails, "faster than mbsync, ≥ 20 × getmail and fetchmail", "", func() (used, error) {
		took, said, err := b.newHome(s.Addr, s.User, s.Password).run("--verbose", "poll")
		if err == nil {
			b.checkSummary(said, all)
		}
		return took, err
	}, first...)
	b.nothingNew(s, mails, again)
}

// nothingNew polls a mailbox where everything is known.
func (b *bench) nothingNew(s peerServer, mails int, others []contender) {
	relay := mailboxtest.NewRelay(b.T, s.Addr)
	h := b.newHome(relay.Addr, s.User, s.Password)
	h.mustRun("poll")
	before := relay.RoundTrips()
	said := h.mustRun("--verbose", "poll")
	if line, _, _ := strings.Cut(said, "\n"); line != nothingNew {
		b.Errorf("%q, want %q", line, nothingNew)
	}
	b.add(benchRow{Job: "poll, nothing new, round trips", Size: mails, Unit: "trips", Ours: float64(relay.RoundTrips() - before), Aim: "≤ 6"})
	b.race("poll, nothing new", mails, "≤ 0.1 s", "constant", func() (used, error) {
		took, _, err := h.run("poll")
		return took, err
	}, others...)
	late := newBenchMails(b.T, mails+100, 1)
	b.race("poll, one new mail", mails, "", "≤ 150 MB", func() (used, error) {
		s.Add(late.name(mails), late.mail(mails))
		mails++
		took, said, err := h.run("--verbose", "poll")
		if err == nil && !strings.HasPrefix(said, "1 seen, 1 matched") {
			b.Errorf("%q, want one new mail", said)
		}
		return took, err
	})
}

// stock stores about so many wishes, makes a report of them, and reads all anew.
func (b *bench) stock(wishes int) {
	const perMail = 2.7 // by the samples, roughly
	all := newBenchMails(b.T, int(float64(wishes)/perMail), 1)
	maildir := all.maildir(b.T)
	defer os.RemoveAll(maildir)
	h := b.newHome("", "", "")
	took, said, err := h.run("--verbose", "import", maildir)
	if err != nil {
		b.Fatal(err)
	}
	b.checkSummary(said, all)
	stored, kept := h.status(), b.kept(h)
	wishes = int(stored.Wishes)
	b.add(benchRow{Job: "mails stored a second", Size: kept, Unit: "mails/s", Ours: float64(kept) / took.time.Seconds()})
	b.add(benchRow{Job: "rows of wishes written a second", Size: wishes, Unit: "wishes/s", Ours: float64(wishes) / took.time.Seconds()})
	b.add(benchRow{Job: "database a stored mail", Size: kept, Unit: "KB", Ours: float64(stored.Bytes) / 1024 / float64(kept)})
	b.add(benchRow{Job: "database a stored mail, without the raw one", Size: kept, Unit: "KB", Ours: float64(stored.Bytes-stored.RawBytes) / 1024 / float64(kept)})
	b.race("status", wishes, "≤ 0.03 s", "", func() (used, error) {
		took, _, err := h.run("status")
		return took, err
	})
	b.race("report", wishes, "near-linear", "–", func() (used, error) {
		took, _, err := h.run("report", "--week", "2026-W40", "-o", os.DevNull)
		return took, err
	})
	b.besideWriter(h, wishes)
	kept = b.kept(h)
	topics := filepath.Join(h.dir, "topics.toml")
	named := regexp.MustCompile(`(?m)^version = "`).ReplaceAll(classify.BuiltIn(), []byte(`version = "anew `))
	if err := os.WriteFile(topics, named, 0o600); err != nil {
		b.Fatal(err)
	}
	args := [][]string{{"--topics", topics, "reclassify", "--json"}, {"reclassify", "--json"}}
	b.race("reclassify", wishes, "near-linear, on all cores", "–", func() (used, error) {
		took, said, err := h.run(args[0]...)
		args[0], args[1] = args[1], args[0]
		var sum jsonAnew
		if err == nil {
			if err := json.Unmarshal([]byte(said), &sum); err != nil || sum.Messages != kept || sum.Changed != 0 {
				b.Errorf("reclassify: %.200s, %v, want %d messages and no change", said, err, kept)
			}
		}
		return took, err
	})
}

// besideWriter makes reports for as long as an import goes on.
func (b *bench) besideWriter(h home, wishes int) {
	const mails = 2_000
	more := newBenchMails(b.T, mails, 1).maildir(b.T)
	var writing atomic.Bool
	writing.Store(true)
	imported := make(chan used)
	go func() {
		defer close(imported)
		took, _, err := h.run("import", more)
		writing.Store(false)
		if err != nil {
			b.Errorf("import beside reports: %v", err)
		}
		imported <- took
	}()
	var reports []time.Duration
	for writing.Load() {
		took, _, err := h.run("report", "--week", "2026-W40", "-o", os.DevNull)
		if err != nil {
			b.Errorf("report beside an import: %v", err)
		}
		reports = append(reports, took.time)
	}
	took := <-imported
	slices.Sort(reports)
	b.add(benchRow{Job: "report beside an import", Size: wishes, Unit: "s", Ours: reports[len(reports)/2].Seconds()})
	b.add(benchRow{Job: "import of 2,000 mails beside reports", Size: wishes, Unit: "mails/s", Ours: mails / took.time.Seconds()})
}

// kept is how many mails a database holds.
func (b *bench) kept(h home) (mails int) {
	for _, n := range h.status().Messages {
		mails += int(n)
	}
	return mails
}

// parsing reads mails with the subject on one core, in this process.
func (b *bench) parsing(mails int) {
	all := newBenchMails(b.T, mails, 1)
	maildir := all.maildir(b.T)
	defer os.RemoveAll(maildir)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var others []contender
	for _, r := range mailReaders {
		others = append(others, contender{r.name + ", parsing alone", func() (used, error) {
			_, got, err := r.read(b.T, b.installed, maildir, all)
			return used{time: time.Duration(got.Seconds * float64(time.Second))}, err
		}})
	}
	b.pace("parse on one core", all, "≥ 8 × enmime", func(raw []byte) {
		if m, err := mailparse.Parse(bytes.NewReader(raw), mailparse.Limits{}); m == nil {
			b.Errorf("parse: %v", err)
		}
	}, others...)
	subjects := ingest.Subjects{Wishes: defaultSubjects()}
	reader := ingest.NewReader(subjects, subjects, classify.Default)
	read := func(raw []byte) {
		if mail, err := reader.Read(raw); err == nil && !mail.SubjectMatch {
			b.Errorf("a mail has not the subject, but %q", mail.Subject)
		}
	}
	times := b.pace("parse and classify on one core", all, "≥ 3000, ≥ 8 × enmime", read, others...)
	b.add(benchRow{Job: "parse and classify, 99 of 100 mails take less", Size: mails, Unit: "ms", Ours: milliseconds(times[len(times)*99/100]), Aim: "< 20 ms"})
	b.add(benchRow{Job: "parse and classify, the worst mail", Size: mails, Unit: "ms", Ours: milliseconds(times[len(times)-1]), Aim: "≤ 1000 ms"})
	for _, hostile := range hostileMails() {
		raw := hostile.mail(mails * 2_600) // up to the limit of 25 MB
		start := time.Now()
		read(raw)
		b.add(benchRow{Job: "parse and classify, hostile: " + hostile.name, Size: len(raw), Unit: "ms", Ours: milliseconds(time.Since(start)), Aim: "≤ 1000 ms"})
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// pace adds a row for how many mails are read a second, and returns the times of
// the single mails, the shortest first.
func (b *bench) pace(job string, mails benchMails, aim string, read func(raw []byte), others ...contender) []time.Duration {
	b.Helper()
	var times []time.Duration
	our, err := median(func() (used, error) {
		times = times[:0]
		var sum time.Duration
		for _, raw := range mails.all() {
			start := time.Now()
			read(raw)
			took := time.Since(start)
			times, sum = append(times, took), sum+took
		}
		return used{time: sum}, nil
	})
	if err != nil {
		b.Fatal(err)
	}
	row := benchRow{Job: job, Size: mails.mails, Unit: "mails/s", Ours: float64(mails.mails) / our.time.Seconds(), Aim: aim}
	for _, other := range others {
		their, err := median(other.run)
		row.beside(other.name, float64(mails.mails)/their.time.Seconds(), err)
	}
	b.add(row)
	slices.Sort(times)
	return times
}

// processStart starts the program.
func (b *bench) processStart() {
	h := b.newHome("", "", "")
	b.race("version", 0, "≤ 0.03 s", "", func() (used, error) {
		took, said, err := h.run("version")
		if err == nil && !strings.HasPrefix(said, "onskemal ") {
			b.Errorf("version says %q", said)
		}
		return took, err
	})
}

// size weighs the program, and what it is made of.
func (b *bench) size() {
	info, err := os.Stat(b.program)
	if err != nil {
		b.Fatal(err)
	}
	b.add(benchRow{Job: "program file", Unit: "MB", Ours: megabytes(info.Size())})
	costs := moduleCosts(b.T, builtProgram(b.T, "-trimpath"), info.Size())
	names := slices.SortedFunc(maps.Keys(costs), func(a, c string) int { return int(costs[c].bytes - costs[a].bytes) })
	for _, name := range names {
		if size := megabytes(costs[name].bytes); size >= 0.05 {
			b.add(benchRow{Job: "program file: " + name, Unit: "MB", Ours: size})
		}
		if ms := costs[name].start; ms >= 0.1 {
			b.add(benchRow{Job: "version: " + name, Unit: "ms", Ours: ms})
		}
	}
}
