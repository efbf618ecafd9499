package review

import (
	"slices"
	"strings"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// Accept says that a wish or an offer is as it was read.
func Accept(p store.Placed) store.Ruling {
	return store.Ruling{Kind: store.Accepted, On: []store.Placed{p}, Is: []store.Item{p.Item}}
}

// Label gives a wish or an offer other topics and groups; none is a choice, too.
// An offer has topics only.
func Label(p store.Placed, topics, outside []string) store.Ruling {
	is := p.Item
	is.Topics, is.Outside = topics, outside
	is.Why = slices.DeleteFunc(slices.Clone(p.Why), func(r store.Reason) bool {
		return !r.Negated && !slices.Contains(topics, r.Label) && !slices.Contains(outside, r.Label)
	})
	if !p.Offer {
		is.Scope = string(classify.Unclear)
		if len(topics)+len(outside) > 0 {
			is.Scope = string(classify.Digital)
		}
	}
	return store.Ruling{Kind: store.Labelled, On: []store.Placed{p}, Is: []store.Item{is}}
}

// Analog says that nothing digital is wanted.
func Analog(p store.Placed) store.Ruling {
	is := store.Item{Rank: p.Rank, Text: p.Text, Scope: string(classify.Analog)}
	return store.Ruling{Kind: store.AsAnalog, On: []store.Placed{p}, Is: []store.Item{is}}
}

// Drop says that it is neither wish nor offer.
func Drop(p store.Placed) store.Ruling {
	return store.Ruling{Kind: store.NotAWish, On: []store.Placed{p}}
}

// Turn makes a wish an offer, or an offer a wish.
func Turn(p store.Placed, c *classify.Classifier) store.Ruling {
	if p.Offer {
		return store.Ruling{Kind: store.AsWish, On: []store.Placed{p}, Is: []store.Item{wish(p.Text, c)}}
	}
	is := store.Item{Offer: true, Text: p.Text, Topics: p.Topics, Why: p.Why}
	return store.Ruling{Kind: store.AsOffer, On: []store.Placed{p}, Is: []store.Item{is}}
}

// Split makes several wishes, or several offers, of one; each gets the topics of
// its own words.
func Split(p store.Placed, texts []string, c *classify.Classifier) store.Ruling {
	r := store.Ruling{Kind: store.Split, On: []store.Placed{p}}
	for _, text := range texts {
		item := wish(text, c)
		if item.Offer = p.Offer; !p.Offer {
			item.Rank = p.Rank
		}
		r.Is = append(r.Is, item)
	}
	return r
}

// Join makes one wish, or one offer, of several, with the topics of all its words.
func Join(parts []store.Placed, c *classify.Classifier) store.Ruling {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = p.Text
	}
	item := wish(strings.Join(texts, ", "), c)
	item.Offer = parts[0].Offer
	return store.Ruling{Kind: store.Joined, On: parts, Is: []store.Item{item}}
}

// Add puts a wish into a mail in which it was not found; of its sender, after the
// other wishes.
func Add(message int64, text string, c *classify.Classifier) store.Ruling {
	return store.Ruling{Kind: store.Added, Message: message, Is: []store.Item{wish(text, c)}}
}

// See says that a mail is read as it is meant.
func See(message int64) store.Ruling {
	return store.Ruling{Kind: store.Seen, Message: message}
}

// Duplicate says that a mail repeats another, so that nothing in it counts.
func Duplicate(message int64) store.Ruling {
	return store.Ruling{Kind: store.Duplicate, Message: message}
}

// wish is a wish without rank, as the classifier reads its words.
func wish(text string, c *classify.Classifier) store.Item {
	result := c.Classify(text)
	item := store.Item{Text: text, Scope: string(result.Scope), Topics: result.Topics, Outside: result.Outside}
	for _, hit := range result.Why {
		item.Why = append(item.Why, store.Reason{
			Label: hit.Topic, Keyword: hit.Keyword, Found: hit.Found, Start: hit.Start, End: hit.End, Negated: hit.Negated,
		})
	}
	return item
}

// Pieces suggests where a wish may be split: at "och", commas and the like. One
// piece says that there is no such place.
func Pieces(text string) []string {
	var pieces []string
	for _, piece := range strings.FieldsFunc(splitWords.Replace(text), func(r rune) bool { return r == pieceEnd }) {
		if piece = strings.TrimSpace(piece); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// pieceEnd stands where a text may be split; no keyboard writes it.
const pieceEnd = '\x00'

var splitWords = strings.NewReplacer(
	" och ", "\x00", " samt ", "\x00", " + ", "\x00", " & ", "\x00", " / ", "\x00", ", ", "\x00", "; ", "\x00", "\n", "\x00",
)
