package report

import (
	"math/big"
	"slices"
	"strings"
)

// Area is one of the five areas of DigComp 2.2.
type Area struct {
	ID          string // "1" to "5"
	Name        string
	Demanded    // by wishes for topics of the area
	Competences []Competence
}

// Competence is one of the 21 competences of DigComp 2.2 (their numbers are the
// same in 3.0).
type Competence struct {
	ID   string // "1.1" to "5.4"
	Name string
	Demanded
}

// Demanded sets what is wanted of an area or a competence beside what there is.
type Demanded struct {
	Points  *big.Rat // of its topics, each shared out equally over the competences it names
	People  int      // who want any of its topics
	Courses int
}

// coverage tells for each area and competence what is wanted, on the wish list or
// outside it, and which courses there are. A course that names no competence has
// those of its topic.
func coverage(c *census, opts Options) []Area {
	areas := areasOfDigComp()
	lines := linesOf(areas)
	topics := slices.Concat(opts.Topics, opts.Outside)
	wanted := make(map[int64]uint32) // by person, a bit for each line
	for _, tally := range []*Tally{c.topics.now, c.outside.now} {
		bits := make(map[string]uint32)
		for _, demand := range tally.Demands(Harmonic) {
			bits[demand.Topic] = addPoints(lines, demand, digCompOf(demand.Topic, topics))
		}
		for person, topic := range tally.Claims() {
			wanted[person] |= bits[topic]
		}
	}
	for _, bits := range wanted {
		for i, line := range lines {
			line.People += int(bits >> i & 1)
		}
	}
	for _, course := range opts.Courses {
		for _, line := range lines {
			if slices.ContainsFunc(competencesOf(course, topics), line.holds) {
				line.Courses++
			}
		}
	}
	return areas
}

// coverageLine is an area or a competence, by the beginning of its ids.
type coverageLine struct {
	*Demanded
	prefix string
}

func (l coverageLine) holds(competence string) bool { return strings.HasPrefix(competence, l.prefix) }

func linesOf(areas []Area) []coverageLine {
	var lines []coverageLine
	for i := range areas {
		lines = append(lines, coverageLine{&areas[i].Demanded, areas[i].ID + "."})
		for j := range areas[i].Competences {
			competence := &areas[i].Competences[j]
			lines = append(lines, coverageLine{&competence.Demanded, competence.ID})
		}
	}
	for _, line := range lines {
		line.Points = new(big.Rat)
	}
	return lines
}

// addPoints shares a topic's points out over the lines of the competences it
// names, and returns a bit for each of these lines.
func addPoints(lines []coverageLine, demand Demand, competences []string) (bits uint32) {
	for i, line := range lines {
		for _, competence := range competences {
			if line.holds(competence) {
				share := big.NewRat(1, int64(len(competences)))
				line.Points.Add(line.Points, share.Mul(share, demand.Points))
				bits |= 1 << i
			}
		}
	}
	return bits
}

func digCompOf(topic string, topics []Topic) []string {
	for _, t := range topics {
		if t.ID == topic {
			return t.DigComp
		}
	}
	return nil
}

func competencesOf(course Course, topics []Topic) []string {
	if len(course.DigComp) > 0 {
		return course.DigComp
	}
	return digCompOf(course.Topic, topics)
}

// competenceName finds a competence by its id.
func competenceName(id string) (name string, known bool) {
	for _, area := range areasOfDigComp() {
		for _, competence := range area.Competences {
			if competence.ID == id {
				return competence.Name, true
			}
		}
	}
	return "", false
}

// areasOfDigComp are the areas and competences of DigComp 2.2, as the Swedish
// translation names them.
func areasOfDigComp() []Area {
	area := func(id, name string, competences ...string) Area {
		a := Area{ID: id, Name: name}
		for i, competence := range competences {
			a.Competences = append(a.Competences, Competence{ID: id + "." + string(rune('1'+i)), Name: competence})
		}
		return a
	}
	return []Area{
		area("1", "Information och data", "Söka och filtrera", "Värdera", "Hantera och lagra"),
		area("2", "Kommunikation och samarbete", "Interagera", "Dela", "Delta i samhället", "Samarbeta", "Nätetikett", "Digital identitet"),
		area("3", "Skapa innehåll", "Utveckla innehåll", "Bearbeta innehåll", "Upphovsrätt och licenser", "Programmera"),
		area("4", "Säkerhet", "Skydda enheter", "Skydda personuppgifter", "Skydda hälsa", "Skydda miljön"),
		area("5", "Problemlösning", "Lösa tekniska problem", "Möta behov", "Använda kreativt", "Se luckor i sin kompetens"),
	}
}
