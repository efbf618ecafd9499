package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// makes runs make in the project's folder, which stays as it is: all that is made
// goes to out.
func makes(t *testing.T, out string, args ...string) {
	t.Helper()
	if _, err := os.Stat("../../Makefile"); err != nil { // a look also has the test run again when it has changed
		t.Fatal(err)
	}
	cmd := exec.Command("make", append([]string{"-C", "../..", "OUT=" + out}, args...)...)
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "MAKE") { // of the make that runs the tests
			cmd.Env = append(cmd.Env, variable)
		}
	}
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("make %s: %v\n%s", strings.Join(args, " "), err, said)
	}
}

// needed skips a test that needs programs which are not here, but not in CI.
func needed(t *testing.T, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skipf("%s is not here: nothing can be packed", program)
		}
	}
}

// output runs a program that must succeed.
func output(t *testing.T, dir, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// only finds the one file that a pattern fits.
func only(t *testing.T, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) != 1 {
		t.Fatalf("%s: %q, %v", pattern, names, err)
	}
	return names[0]
}

func sameBytes(t *testing.T, a, b string) {
	t.Helper()
	one, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(b)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(a) != filepath.Base(b) || !bytes.Equal(one, other) {
		t.Errorf("%s of %d bytes and %s of %d are not the same", a, len(one), b, len(other))
	}
}

// The package holds what it should, owned by root, under the modes of such files;
// its program runs, and a second package is the same byte for byte.
func TestDebianPackage(t *testing.T) {
	needed(t, "make", "dpkg-deb", "gzip")
	if out, err := exec.Command("go", "mod", "download", "-modfile=deploy/nfpm/go.mod").CombinedOutput(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("nfpm: %v\n%s", err, out)
		}
		t.Skipf("nfpm cannot be had: no package is made: %s", out)
	}
	dir := t.TempDir()
	for _, out := range []string{"one", "other"} {
		makes(t, filepath.Join(dir, out), "deb", "VERSION=v1.2.3-4-gabc")
	}
	deb := only(t, dir+"/one/dist/onskemal_1.2.3+4+gabc_*.deb")
	sameBytes(t, deb, only(t, dir+"/other/dist/onskemal_*.deb"))

	var files []string
	for line := range strings.Lines(output(t, dir, "dpkg-deb", "-c", deb)) {
		fields := strings.Fields(line)
		mode, owner, name := fields[0], fields[1], strings.TrimPrefix(fields[5], ".")
		want := "-rw-r--r--"
		switch {
		case strings.HasSuffix(name, "/"):
			want = "drwxr-xr-x"
		case name == "/usr/bin/onskemal":
			want = "-rwxr-xr-x"
		}
		if mode != want || owner != "root/root" {
			t.Errorf("%s: %s %s, want %s root/root", name, mode, owner, want)
		}
		files = append(files, name)
	}
	for _, want := range []string{
		"/usr/bin/onskemal",
		"/usr/lib/systemd/system/onskemal.service",
		"/usr/lib/systemd/system/onskemal-poll.timer",
		"/usr/share/bash-completion/completions/onskemal",
		"/usr/share/doc/onskemal/copyright",
		"/usr/share/doc/onskemal/README.md",
		"/usr/share/doc/onskemal/examples/cron",
		"/usr/share/doc/onskemal/examples/onskemal.toml",
		"/usr/share/fish/vendor_completions.d/onskemal.fish",
		"/usr/share/man/man1/onskemal.1.gz",
		"/usr/share/man/man1/onskemal-topics-deliver.1.gz",
		"/usr/share/zsh/vendor-completions/_onskemal",
	} {
		if !slices.Contains(files, want) {
			t.Errorf("%s is not in the package, which has\n%s", want, strings.Join(files, "\n"))
		}
	}
	for _, file := range files {
		if !strings.HasPrefix("/usr/", file) && !strings.HasPrefix(file, "/usr/") { // a configuration, for one
			t.Errorf("%s is in the package", file)
		}
	}

	root := filepath.Join(dir, "root")
	output(t, dir, "dpkg-deb", "-x", deb, root)
	if version := output(t, root, "usr/bin/onskemal", "version"); !strings.HasPrefix(version, "onskemal v1.2.3-4-gabc, ") {
		t.Errorf("version %q", version)
	}
	shown := output(t, root, "usr/bin/onskemal", "--config", "usr/share/doc/onskemal/examples/onskemal.toml", "config", "show")
	if !strings.Contains(shown, `db = "/var/lib/onskemal/onskemal.db"`) {
		t.Errorf("the example configuration reads\n%s", shown)
	}
	if page := output(t, root, "gzip", "-dc", "usr/share/man/man1/onskemal.1.gz"); !strings.Contains(page, `"onskemal v1.2.3-4-gabc"`) {
		t.Errorf("the man page is %.300s", page)
	}
}

// Elsewhere than in /usr, the units run the program that was installed there.
func TestInstall(t *testing.T) {
	needed(t, "make", "gzip")
	dir := t.TempDir()
	root := filepath.Join(dir, "root")
	makes(t, filepath.Join(dir, "out"), "install", "DESTDIR="+root, "PREFIX=/opt/onskemal")
	for name, u := range readUnits(t, root+"/opt/onskemal/lib/systemd/system/*.service") {
		program, _, _ := strings.Cut(u["Service"]["ExecStart"][0], " ")
		if info, err := os.Stat(filepath.Join(root, program)); err != nil || info.Mode().Perm() != 0o755 {
			t.Errorf("%s runs %s: %v", name, program, err)
		}
	}
	if left, _ := filepath.Glob(root + "/opt/onskemal/*/*/*/*.orig"); len(left) > 0 {
		t.Errorf("left over: %q", left)
	}
}

// The archives fit their sums, and are the same byte for byte when made again.
func TestDist(t *testing.T) {
	needed(t, "make", "gzip", "tar", "sha256sum")
	if runtime.GOOS != "linux" {
		t.Skip("the archives want GNU tar")
	}
	dir, target := t.TempDir(), runtime.GOOS+"-"+runtime.GOARCH
	for _, out := range []string{"one", "other"} {
		makes(t, filepath.Join(dir, out), "dist", "VERSION=v1.2.3", "TARGETS="+target)
	}
	archive := filepath.Join(dir, "one", "dist", "onskemal-v1.2.3-"+target+".tar.gz")
	sameBytes(t, archive, filepath.Join(dir, "other", "dist", filepath.Base(archive)))
	if checked := output(t, filepath.Dir(archive), "sha256sum", "-c", "SHA256SUMS"); checked != filepath.Base(archive)+": OK\n" {
		t.Errorf("sums: %s", checked)
	}
	output(t, dir, "tar", "-xzf", archive)
	folder := filepath.Join(dir, "onskemal-v1.2.3")
	if version := output(t, folder, "./onskemal", "version"); !strings.HasPrefix(version, "onskemal v1.2.3, ") {
		t.Errorf("version %q", version)
	}
	for _, want := range []string{"README.md", "LICENSE", "man/onskemal.1", "completions/_onskemal", "examples/onskemal.service", "examples/cron"} {
		if _, err := os.Stat(filepath.Join(folder, want)); err != nil {
			t.Error(err)
		}
	}
}
