package report

import (
	"cmp"
	"maps"
	"slices"
)

// Grouping is what the demand is broken down by.
type Grouping string

// The groupings.
const (
	NoGrouping     Grouping = ""
	ByRegion       Grouping = "region"
	ByMunicipality Grouping = "municipality"
	ByWorkplace    Grouping = "workplace"
)

// Groupings are all but the first.
var Groupings = []Grouping{ByRegion, ByMunicipality, ByWorkplace}

// Group is the demand of one region, municipality or workplace.
type Group struct {
	Name       string // "" for those of which the table of workplaces says nothing
	People     int
	Workplaces int
	Rows       []Row // the most wanted topics
}

// Small are the groups too small to be told of by themselves.
type Small struct {
	Groups, People int
	Merged         *Group // what they want together; nil when they are too few even so
}

// rowsPerGroup is how many topics are told of for each group.
const rowsPerGroup = 5

// breakDown counts the demand of each group by itself, the largest group first.
func breakDown(c *census, opts Options) (groups []Group, small Small) {
	if opts.By == NoGrouping {
		return nil, Small{}
	}
	domains := make(map[string][]string) // by group
	for domain := range c.byDomain {
		name := opts.By.of(domain, opts.Workplaces)
		domains[name] = append(domains[name], domain)
	}
	var merged []string
	for _, name := range slices.Sorted(maps.Keys(domains)) {
		group := c.group(name, domains[name], opts)
		if group.People >= singledOut {
			groups = append(groups, group)
			continue
		}
		merged = append(merged, domains[name]...)
		small.Groups, small.People = small.Groups+1, small.People+group.People
	}
	if small.People >= singledOut {
		group := c.group("", merged, opts)
		small.Merged = &group
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return cmp.Compare(b.People, a.People) })
	return groups, small
}

// of names the group of a domain, "" when it is unknown.
func (g Grouping) of(domain string, workplaces Workplaces) string {
	workplace := workplaces.of(domain)
	switch g {
	case ByRegion:
		return workplace.Region
	case ByMunicipality:
		return workplace.Municipality
	default:
		return workplaces.Name(domain)
	}
}

// group counts the ballots from some domains.
func (c *census) group(name string, domains []string, opts Options) Group {
	tally, people, workplaces := NewTally(), set[int64]{}, set[string]{}
	for _, domain := range domains {
		if domain != "" {
			workplaces.add(opts.Workplaces.Name(domain))
		}
		for _, ballot := range c.byDomain[domain] {
			tally.Add(ballot)
			people.add(ballot.Person)
		}
	}
	group := Group{Name: name, People: len(people), Workplaces: len(workplaces)}
	demands := tally.Demands(opts.Method)
	standing := places(demands)
	for _, demand := range demands[:min(len(demands), rowsPerGroup)] {
		group.Rows = append(group.Rows, Row{
			Place: standing[demand.Topic], Name: nameOf(opts.named(), demand.Topic), Demand: demand,
		})
	}
	return group
}
