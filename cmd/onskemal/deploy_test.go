package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unit is a systemd unit: its settings by section and name, in order.
type unit map[string]map[string][]string

func readUnits(t *testing.T, pattern string) map[string]unit {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d units, %v", pattern, len(names), err)
	}
	units := make(map[string]unit)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		u, section := unit{}, ""
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			switch key, value, ok := strings.Cut(line, "="); {
			case line == "" || strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "["):
				section = strings.Trim(line, "[]")
				u[section] = make(map[string][]string)
			case !ok || section == "":
				t.Errorf("%s: %q is no setting", name, line)
			default:
				u[section][key] = append(u[section][key], value)
			}
		}
		units[filepath.Base(name)] = u
	}
	return units
}

// sandbox are the settings that make an examination by systemd content.
var sandbox = []string{
	"CapabilityBoundingSet", "DynamicUser", "LockPersonality", "MemoryDenyWriteExecute", "MemoryMax", "NoNewPrivileges",
	"PrivateDevices", "PrivateTmp", "PrivateUsers", "ProtectHome", "ProtectSystem", "RestrictNamespaces", "RestrictSUIDSGID",
	"StateDirectory", "StateDirectoryMode", "SystemCallFilter", "TasksMax", "UMask", "User",
}

// The units run commands that exist, on the files of the example configuration, in
// one sandbox.
func TestUnits(t *testing.T) {
	s, err := loadSettings("deploy/onskemal.toml", "")
	if err != nil {
		t.Fatal(err)
	}
	services := readUnits(t, "deploy/*.service")
	for name, u := range services {
		service := u["Service"]
		for _, command := range service["ExecStart"] {
			checkDeployedCommand(t, name, command)
		}
		for _, key := range sandbox {
			if !slices.Equal(service[key], services["onskemal.service"]["Service"][key]) || len(service[key]) == 0 {
				t.Errorf("%s: %s = %q, elsewhere %q", name, key, service[key], services["onskemal.service"]["Service"][key])
			}
		}
		if state := "/var/lib/" + service["StateDirectory"][0]; filepath.Dir(s.DB) != state {
			t.Errorf("%s: it may write %s, and the database is %s", name, state, s.DB)
		}
		asks := !strings.Contains(service["ExecStart"][0], " report ")
		if asks {
			m := s.Mailboxes[0]
			if want := m.credentialName() + ":" + m.PasswordFile; !slices.Equal(service["LoadCredential"], []string{want}) {
				t.Errorf("%s: LoadCredential %q, want %q", name, service["LoadCredential"], want)
			}
		}
		if online := !slices.Contains(service["PrivateNetwork"], "yes"); online != asks {
			t.Errorf("%s: reaches the network: %v", name, online)
		}
	}
	for name, u := range readUnits(t, "deploy/*.timer") {
		if started := strings.TrimSuffix(name, ".timer") + ".service"; services[started] == nil || len(u["Timer"]["OnCalendar"]) != 1 {
			t.Errorf("%s: starts %s at %q", name, started, u["Timer"]["OnCalendar"])
		}
	}
}

// checkDeployedCommand checks a command of ours that a service manager or cron
// runs.
func checkDeployedCommand(t *testing.T, where, command string) {
	t.Helper()
	words := shellWords(t, command)
	if !slices.Equal(words[:3], []string{"/usr/bin/onskemal", "--config", "/etc/onskemal/onskemal.toml"}) {
		t.Errorf("%s: %q begins otherwise than the others", where, command)
	}
	checkInvocation(t, where, words[1:])
}

// systemd finds nothing to say against the units, and their sandbox tight.
func TestUnitsBySystemd(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("systemd-analyze is not here: what it says of the units is not known")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var files []string
	for _, pattern := range []string{"deploy/*.service", "deploy/*.timer"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, filepath.Base(name)) // where the program is one that is there
			if err := os.WriteFile(file, bytes.ReplaceAll(text, []byte("=/usr/bin/onskemal "), []byte("="+self+" ")), 0o644); err != nil {
				t.Fatal(err)
			}
			files = append(files, file)
		}
	}
	if out, err := exec.Command("systemd-analyze", append([]string{"verify", "--man=no"}, files...)...).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	for _, file := range files {
		if filepath.Ext(file) != ".service" {
			continue
		}
		// The scale ends with 10, for no protection at all: times ten here.
		if out, err := exec.Command("systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=15", file).CombinedOutput(); err != nil {
			t.Errorf("systemd-analyze security: %v\n%s", err, out)
		}
	}
}

// The cron table has six fields before each command, and commands that exist.
func TestCronTable(t *testing.T) {
	text, err := os.ReadFile("deploy/cron")
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`^[\d*/]+ [\d*/]+ [\d*/]+ [\d*/]+ [\d*/]+  onskemal  (/usr/bin/onskemal [^|%]+)( \| /usr/sbin/sendmail -t)?\n$`)
	commands := 0
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") || line == "\n" || line == "MAILTO=root\n" {
			continue
		}
		found := row.FindStringSubmatch(line)
		if found == nil {
			t.Errorf("%q is no row of a cron table", line)
			continue
		}
		commands++
		checkDeployedCommand(t, "cron", found[1])
	}
	if commands < 4 {
		t.Errorf("%d commands", commands)
	}
}
