package report

import (
	"fmt"
	"io"
	"strings"
)

// Workplace is what the editors' table says of a domain.
type Workplace struct {
	Name         string
	Municipality string
	Region       string
}

// Workplaces are the workplaces by the domain of their addresses. A domain
// that is not named is looked for without its first part: bib.nykulla.example is
// in the row of nykulla.example.
type Workplaces map[string]Workplace

// ReadWorkplaces reads the editors' table of workplaces: CSV with the columns
// domän, arbetsplats, kommun and region, of which all but the first may be empty.
// name is used in errors.
func ReadWorkplaces(name string, r io.Reader) (Workplaces, error) {
	rows, err := readEditorsTable(name, r, "domän", "arbetsplats", "kommun", "region")
	if err != nil {
		return nil, err
	}
	workplaces := make(Workplaces, len(rows))
	for _, row := range rows {
		domain := strings.ToLower(strings.TrimPrefix(row.cells["domän"], "@"))
		if domain == "" || strings.ContainsAny(domain, " @/") {
			return nil, fmt.Errorf("%s rad %d: ”%s” är ingen domän; skriv det som står efter @ i adresserna", name, row.line, row.cells["domän"])
		}
		if _, twice := workplaces[domain]; twice {
			return nil, fmt.Errorf("%s rad %d: %s står redan på en rad ovanför; ta bort den ena", name, row.line, domain)
		}
		workplaces[domain] = Workplace{Name: row.cells["arbetsplats"], Municipality: row.cells["kommun"], Region: row.cells["region"]}
	}
	return workplaces, nil
}

func (w Workplaces) of(domain string) Workplace {
	for rest, found := domain, true; found; _, rest, found = strings.Cut(rest, ".") {
		if workplace, known := w[rest]; known {
			return workplace
		}
	}
	return Workplace{}
}

// Name is what a workplace is called: by the table, or else its domain. A provider
// of private mail is nobody's workplace, unless the table says so.
func (w Workplaces) Name(domain string) string {
	if name := w.of(domain).Name; name != "" {
		return name
	}
	if isMailProvider(domain) {
		return ""
	}
	return domain
}

// Region is the region of a workplace, "" where the table does not say.
func (w Workplaces) Region(domain string) string { return w.of(domain).Region }

// isMailProvider knows the domains under which private people have their mail.
func isMailProvider(domain string) bool {
	name, _, _ := strings.Cut(domain, ".")
	switch name {
	case "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "icloud", "me", "mac", "yahoo", "proton", "protonmail", "pm",
		"telia", "bredband", "comhem", "tele2", "spray", "home", "bahnhof", "fastmail", "gmx":
		return true
	}
	return false
}
