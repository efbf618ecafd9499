package classify

import (
	"slices"
	"strings"
	"unicode"
)

// Read decides what a mail is, which wishes and offers it holds, and how its
// wishes are ranked. The subject counts where the body is silent.
//
// A list item is a wish unless its lead-in, its own words or the mail as a
// whole say otherwise. In running text a wish is what stands beside a wish cue,
// or what a cleft sentence puts in front of others ("det vi saknar är …"). A
// question of the writer's own is one unless the mail has a plainer wish about
// the same, and where there is none, so is a difficulty, a question inside a
// statement, or at last a few words that name a topic.
func (c *Classifier) Read(subject string, passages []Passage) Reading {
	return c.read(subject, passages, false)
}

// ReadOffers is [Classifier.Read] for a mail under a subject that asks for offers:
// what it names is offered unless its words say otherwise.
func (c *Classifier) ReadOffers(subject string, passages []Passage) Reading {
	return c.read(subject, passages, true)
}

func (c *Classifier) read(subject string, given []Passage, offers bool) Reading {
	heading, passages := lex(subject), lexed(given)
	genre := genreOf(sentences(subject, heading), passages)
	if genre.machine() {
		return Reading{Kind: KindOther}
	}
	known := results{c: c, of: map[classified]Result{}}
	var findings []finding
	for _, own := range voices(withoutPaste(separated(passages))) {
		v := voice{
			results: known, giving: offers, offering: offers || onlyOffers(heading), sharing: offers || offerLeads.in(heading),
			asked: asked(heading, passages), seen: map[string]bool{},
		}
		findings = append(findings, v.read(own)...)
	}
	if slices.ContainsFunc(findings, isStated) && slices.ContainsFunc(passages, func(p passage) bool { return p.By != passages[0].By }) {
		findings = slices.DeleteFunc(findings, func(f finding) bool { return !isStated(f) }) // in the words around what is passed on
	}
	switch {
	case len(findings) > 0:
	case offers:
		findings = known.readOffer(subject)
	default:
		findings = known.readSubject(subject, heading)
	}
	return genre.reading(findings)
}

// passage is a Passage and its words.
type passage struct {
	Passage
	words     clause
	sentences []clause
}

func lexed(passages []Passage) []passage {
	all := make([]passage, len(passages))
	for i, p := range passages {
		words := lex(p.Text)
		all[i] = passage{Passage: p, words: words, sentences: sentences(p.Text, words)}
	}
	return all
}

// results are what the texts of one mail are about. Its words are asked about
// again and again while it is read.
type results struct {
	c  *Classifier
	of map[classified]Result
}

// classified is a text with its details, joined by newlines.
type classified struct{ text, details string }

// classify is [Classifier.Classify] that decides each text once.
func (r results) classify(text string, details ...string) Result {
	key := classified{text, strings.Join(details, "\n")}
	result, known := r.of[key]
	if !known {
		result = r.c.Classify(text, details...)
		r.of[key] = result
	}
	return result
}

// finding is a possible wish or offer.
type finding struct {
	text    string
	details []string
	rank    int
	by      string
	offer   bool
	asks    bool // it is worded as a question
	item    bool // of a list
	proof   proof
	result  Result
}

func isStated(f finding) bool { return f.proof == stated }

// proof says how sure it is that a finding is one.
type proof int

const (
	mentioned proof = iota // named in passing, a wish only where a later sentence refers to it
	told                   // experience, an offer only where the writer invites questions
	bare                   // a few words that name a topic
	implied                // a difficulty, or a question that others ask
	question               // a question of the writer's own
	stated                 // stands beside a cue, or in a list
)

// about names the topics and outside groups that the finding is about.
func (f finding) about() []string { return slices.Concat(f.result.Topics, f.result.Outside) }

// voices parts a mail's passages by the one who wrote them.
func voices(passages []passage) [][]passage {
	var all [][]passage
	for i, p := range passages {
		if i == 0 || p.By != passages[i-1].By {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], p)
	}
	return all
}

// separated makes lists of their own of items below a second lead-in: word
// processors number what stands below both as one list.
func separated(passages []passage) []passage {
	all, last := slices.Clone(passages), 0
	for _, p := range passages {
		last = max(last, p.List)
	}
	lists := map[int]int{}
	for i, p := range passages {
		if p.List == 0 {
			continue
		}
		if _, seen := lists[p.List]; !seen {
			lists[p.List] = p.List
		} else if above := passages[i-1]; above.List == 0 {
			if _, plain := leadKind(above.sentences); plain {
				last++
				lists[p.List] = last
			}
		}
		all[i].List = lists[p.List]
	}
	return all
}

// onlyOffers tells whether a subject speaks of offers and not of wishes.
func onlyOffers(subject clause) bool {
	return offerLeads.in(subject) && !slices.ContainsFunc(subject, isWishWord)
}

// asked tells whether a mail speaks of wishes, and not of an agenda or an order.
func asked(subject clause, passages []passage) bool {
	asks := func(cl clause) bool { return wishCues.in(cl) || slices.ContainsFunc(cl, isWishWord) }
	return asks(subject) || slices.ContainsFunc(passages, func(p passage) bool { return asks(p.words) })
}

// isWishWord tells whether a word is the one that Digiteket asks for in subjects.
func isWishWord(l lexeme) bool {
	return strings.Contains(l.key, "onskemal") || wishNouns[l.key]
}

// readSubject finds the wish of a mail whose body has none: "Önskemål: mer om Koha".
func (r results) readSubject(subject string, cl clause) []finding {
	for i, l := range cl {
		if !isWishWord(l) {
			continue
		}
		rest := trim(cl[i+1:])
		for len(rest) > 0 && (rest[0].key == "om" || rest[0].key == "gallande") {
			rest = trim(rest[1:])
		}
		f := finding{text: textOf(subject, rest), rank: 1, proof: bare}
		f.result = r.classify(f.text)
		if len(f.about()) > 0 {
			return []finding{f}
		}
		return nil
	}
	return nil
}

// readOffer finds the offer of a mail whose body has none: "Inventera resurser:
// Koha". Before a colon "Sv" says nothing, and behind it stands what was asked.
func (r results) readOffer(subject string) []finding {
	const longestPrefix = len("Antw")
	colon := strings.LastIndexByte(subject, ':')
	if colon < 0 || len(strings.TrimSpace(subject[strings.LastIndexByte(subject[:colon], ':')+1:colon])) <= longestPrefix {
		return nil
	}
	v := voice{results: r, giving: true, offering: true, sharing: true, seen: map[string]bool{}}
	return v.read(lexed([]Passage{{Text: subject[colon+1:]}}))
}

// genre counts the signs that a mail is no wish mail.
type genre struct {
	machines, patrons, support, thanks int
}

// machineSigns is how many signs of a newsletter, advertisement or
// notification it takes: colleagues too write "klicka här".
const machineSigns = 2

func genreOf(subject []clause, passages []passage) genre {
	all := subject
	for _, p := range passages {
		all = append(all, p.sentences...)
		for _, text := range p.Details {
			all = append(all, sentences(text, lex(text))...)
		}
	}
	return genre{machines: machines.count(all), patrons: patrons.count(all) + astray.count(all), support: support.count(all), thanks: thanks.count(all)}
}

func (g genre) machine() bool { return g.machines >= machineSigns }

// reading weighs the findings against the signs that the mail is about
// something else, and puts together what remains.
func (g genre) reading(findings []finding) Reading {
	if g.patrons+g.support+g.thanks > 0 {
		findings = slices.DeleteFunc(findings, func(f finding) bool { return f.proof < stated })
		named, trouble := 0, min(g.support, 1)
		for _, f := range findings {
			if cl := lex(f.text); len(f.about()) > 0 && !support.in(cl) && !patrons.in(cl) {
				named++
			}
			if f.item {
				trouble = g.support // the list may be one of troubles
			}
		}
		if named <= g.patrons || named < g.patrons+trouble {
			return Reading{Kind: KindOther}
		}
	}
	r := Reading{Kind: KindOther}
	for _, f := range findings {
		if f.offer {
			r.Offers = append(r.Offers, Offer{Text: f.text, By: f.by, Result: f.result})
		} else {
			r.Wishes = append(r.Wishes, Wish{Text: f.text, Rank: f.rank, By: f.by, Result: f.result})
		}
	}
	switch {
	case len(r.Wishes) > 0 && len(r.Offers) > 0:
		r.Kind = KindWishOffer
	case len(r.Wishes) > 0:
		r.Kind = KindWish
	case len(r.Offers) > 0:
		r.Kind = KindOffer
	}
	return r
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
