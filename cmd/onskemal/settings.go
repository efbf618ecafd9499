package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
	"github.com/digiteket/onskemal/cmd/onskemal/internal/mailbox"
)

// settings is the configuration in effect. Its keys are those of onskemal.toml.
type settings struct {
	DB                 string            `toml:"db"`
	Topics             string            `toml:"topics"`     // "" = the built-in topics
	Courses            string            `toml:"courses"`    // the editors' table of courses, "" for none
	Workplaces         string            `toml:"workplaces"` // the editors' table of workplaces, "" for none
	RawRetentionDays   int               `toml:"raw_retention_days"`
	OfferRetentionDays int               `toml:"offer_retention_days"` // of the contacts of offers
	Mailboxes          []mailboxSettings `toml:"mailbox"`

	file string // where they come from, "" when there is no file
}

type mailboxSettings struct {
	Name            string          `toml:"name"`
	Host            string          `toml:"host"`
	TLS             mailbox.TLSMode `toml:"tls"`
	CAFile          string          `toml:"ca_file"`
	User            string          `toml:"user"`
	PasswordFile    string          `toml:"password_file"`
	PasswordCommand []string        `toml:"password_command"`
	Auth            mailbox.Auth    `toml:"auth"`
	TokenCommand    []string        `toml:"token_command"`
	OAuth2          *oauth2Settings `toml:"oauth2"`
	Folders         []string        `toml:"folders"`
	Subjects        []string        `toml:"subjects"`
	OfferSubjects   []string        `toml:"offer_subjects"` // further ones, under which offers arrive
}

// defaultSubjects is what the article asks for.
func defaultSubjects() []string { return []string{"Önskemål"} }

// loadSettings reads the configuration file, if there is one, and lets the
// environment and then the database's name, "" for none, override it.
func loadSettings(named, db string) (settings, error) {
	s := settings{DB: "onskemal.db", RawRetentionDays: 90, OfferRetentionDays: 730}
	db = cmp.Or(db, os.Getenv("ONSKEMAL_DB"))
	path, err := findConfig(named, db == "")
	if err != nil {
		return settings{}, err
	}
	if path != "" {
		if err := s.readFile(path); err != nil {
			return settings{}, err
		}
	}
	if err := s.readEnvironment(); err != nil {
		return settings{}, err
	}
	s.DB = cmp.Or(db, s.DB)
	for i := range s.Mailboxes {
		s.Mailboxes[i].fillIn()
	}
	return s, s.check()
}

// findConfig returns the first configuration file that exists, "" for none. One
// that was named must exist. A folder that this user cannot look into is another's, and
// matters only when the file is needed and stands nowhere else.
func findConfig(named string, needed bool) (string, error) {
	if named == "" {
		named = os.Getenv("ONSKEMAL_CONFIG")
	}
	if named != "" {
		if _, err := os.Stat(named); err != nil {
			return "", fmt.Errorf("configuration file: %w", err)
		}
		return named, nil
	}
	candidates := []string{"onskemal.toml"}
	if dir, err := os.UserConfigDir(); err == nil {
		candidates = append(candidates, filepath.Join(dir, "onskemal", "onskemal.toml"))
	}
	candidates = append(candidates, "/etc/onskemal/onskemal.toml")
	var closed error
	for _, path := range candidates {
		_, err := os.Stat(path)
		switch {
		case err == nil:
			return path, nil
		case errors.Is(err, fs.ErrPermission):
			closed = cmp.Or(closed, fmt.Errorf("configuration file: %w: name another one with --config, or the database with --db", err))
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("configuration file: %w", err)
		}
	}
	if needed {
		return "", closed
	}
	return "", nil
}

func (s *settings) readFile(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("configuration file: %w", err)
	}
	s.file = path
	if !utf8.Valid(text) {
		return fmt.Errorf("%s: not UTF-8 text: save it as such", path)
	}
	meta, err := toml.Decode(string(text), s)
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		// The library's message quotes the line, which may hold a password.
		return fmt.Errorf("%s line %d: not valid TOML: check quotes, brackets and the kind of value", path, syntax.Position.Line)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s.resolvePaths(filepath.Dir(path))
	var unknown []error
	known := "" // the last unknown table: its keys go without saying
	for _, key := range meta.Undecoded() {
		if known != "" && strings.HasPrefix(key.String(), known+".") {
			continue
		}
		known = key.String()
		unknown = append(unknown, fmt.Errorf("%s line %d: unknown key %q: correct it or take it out", path, lineOf(string(text), key), key))
	}
	return errors.Join(unknown...)
}

// resolvePaths makes the file's relative paths relative to the file's folder, so
// that cron and a person find the same database from wherever they start.
func (s *settings) resolvePaths(dir string) {
	resolve := func(path *string) {
		if *path != "" && !filepath.IsAbs(*path) {
			*path = filepath.Join(dir, *path)
		}
	}
	resolve(&s.DB)
	resolve(&s.Topics)
	resolve(&s.Courses)
	resolve(&s.Workplaces)
	for i := range s.Mailboxes {
		resolve(&s.Mailboxes[i].CAFile)
		resolve(&s.Mailboxes[i].PasswordFile)
		if o := s.Mailboxes[i].OAuth2; o != nil {
			resolve(&o.ClientSecretFile)
			resolve(&o.RefreshTokenFile)
		}
	}
}

// lineOf finds the line of a key, which the TOML library does not tell; 0 when
// the key is written in a way that hides it.
func lineOf(text string, key toml.Key) int {
	table, n := "", 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[] \t")
			if table == key.String() {
				return n
			}
			table += "."
			continue
		}
		name, _, _ := strings.Cut(line, "=")
		if table+strings.Trim(name, " \t\"'") == key.String() {
			return n
		}
	}
	return 0
}

func (s *settings) readEnvironment() error {
	if topics := os.Getenv("ONSKEMAL_TOPICS"); topics != "" {
		s.Topics = topics
	}
	return errors.Join(
		readDays("ONSKEMAL_RAW_RETENTION_DAYS", &s.RawRetentionDays),
		readDays("ONSKEMAL_OFFER_RETENTION_DAYS", &s.OfferRetentionDays),
	)
}

func readDays(variable string, days *int) error {
	text := os.Getenv(variable)
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return fmt.Errorf("$%s: %q is not a number of days", variable, text)
	}
	*days = n
	return nil
}

func (m *mailboxSettings) fillIn() {
	if m.TLS == "" {
		m.TLS = mailbox.ImplicitTLS
	}
	if m.Auth == "" {
		m.Auth = mailbox.PasswordAuth
	}
	if len(m.Folders) == 0 {
		m.Folders = []string{"INBOX"}
	}
	if len(m.Subjects) == 0 {
		m.Subjects = defaultSubjects()
	}
}

func (s *settings) check() error {
	var wrong []error
	fail := func(format string, args ...any) {
		wrong = append(wrong, fmt.Errorf("%s: %s", s.source(), fmt.Sprintf(format, args...)))
	}
	if s.RawRetentionDays < 1 {
		fail("raw_retention_days: %d is not a number of days from 1 up", s.RawRetentionDays)
	}
	if s.OfferRetentionDays < 1 {
		fail("offer_retention_days: %d is not a number of days from 1 up", s.OfferRetentionDays)
	}
	names, accounts := make(map[string]bool), make(map[string]bool)
	for i, m := range s.Mailboxes {
		at := fmt.Sprintf("mailbox %d", i+1)
		if m.Name != "" {
			at = fmt.Sprintf("mailbox %q", m.Name)
		}
		if m.Name == "" || names[m.Name] {
			fail("%s: give it a name of its own", at)
		}
		names[m.Name] = true
		if host, port, err := net.SplitHostPort(m.Host); err != nil || host == "" || port == "" {
			fail("%s: host %q: write it as imap.example.se:993", at, m.Host)
		}
		if m.User == "" {
			fail("%s: user is missing", at)
		}
		if !slices.Contains([]mailbox.TLSMode{mailbox.ImplicitTLS, mailbox.StartTLS, mailbox.NoTLS}, m.TLS) {
			fail("%s: tls %q: choose implicit, starttls or none", at, m.TLS)
		}
		if accounts[m.account()] {
			fail("%s: another mailbox has the same user and host: put the folders and subjects together", at)
		}
		accounts[m.account()] = true
		for _, subject := range slices.Concat(m.Subjects, m.OfferSubjects) {
			if strings.TrimSpace(subject) == "" {
				fail("%s: subjects: an empty subject would match no mail: take it out", at)
			}
		}
		for _, subject := range m.OfferSubjects {
			if slices.Contains(m.Subjects, subject) {
				fail("%s: %q is among the subjects and the offer_subjects: take it out of one", at, subject)
			}
		}
		if problem := m.authProblem(); problem != "" {
			fail("%s: %s", at, problem)
		}
	}
	return errors.Join(wrong...)
}

// source names where the settings come from, for messages.
func (s *settings) source() string {
	if s.file == "" {
		return "settings"
	}
	return s.file
}

// account names whose mailbox it is and where.
func (m mailboxSettings) account() string { return m.User + "@" + m.Host }

// mailboxes picks mailboxes by name, "" for all.
func (s *settings) mailboxes(name string) ([]mailboxSettings, error) {
	if len(s.Mailboxes) == 0 {
		return nil, errors.New("no mailbox in the configuration: add a [[mailbox]] to onskemal.toml (README, Configuration)")
	}
	if name == "" {
		return s.Mailboxes, nil
	}
	var names []string
	for _, m := range s.Mailboxes {
		if m.Name == name {
			return []mailboxSettings{m}, nil
		}
		names = append(names, m.Name)
	}
	return nil, usageError{fmt.Errorf("no mailbox %q in the configuration: there is %s", name, strings.Join(names, ", "))}
}

// addresses are those of the mailboxes, as far as their users are addresses.
func (s *settings) addresses() []string {
	var all []string
	for _, m := range s.Mailboxes {
		if strings.Contains(m.User, "@") {
			all = append(all, strings.ToLower(m.User))
		}
	}
	return all
}

// retention is how long raw mail is kept.
func (s *settings) retention() time.Duration {
	return time.Duration(s.RawRetentionDays) * 24 * time.Hour
}

// offerRetention is how long the contacts of offers are kept.
func (s *settings) offerRetention() time.Duration {
	return time.Duration(s.OfferRetentionDays) * 24 * time.Hour
}

func (m mailboxSettings) subjects() ingest.Subjects {
	return ingest.Subjects{Wishes: m.Subjects, Offers: m.OfferSubjects}
}

// subjects are those of all mailboxes, or the default.
func (s *settings) subjects() ingest.Subjects {
	var all ingest.Subjects
	for _, m := range s.Mailboxes {
		all.Wishes = append(all.Wishes, m.Subjects...)
		all.Offers = append(all.Offers, m.OfferSubjects...)
	}
	if len(all.Wishes) == 0 {
		all.Wishes = defaultSubjects()
	}
	for _, subjects := range []*[]string{&all.Wishes, &all.Offers} {
		slices.Sort(*subjects)
		*subjects = slices.Compact(*subjects)
	}
	return all
}
