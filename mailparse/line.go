package mailparse

// line is one line of a mail as its writer saw it, whichever part and format
// it came from. The readers of HTML and of plain text produce lines; splitting
// own text from the rest and finding lists work on nothing else.
//
// The first line of a structural list item has level, list and marker; further
// lines of the same item have level and list but no marker.
type line struct {
	text   string // without trailing space, quote prefix, and structural list marker; "" for a blank line
	marker string // the marker that the HTML gives a list item: "1.", "a)", "•"; "" for typed text
	level  int    // nesting of a list item, 1 = outermost; 0 = no structural list item
	list   int    // which <ol>, <ul> or Word list the item belongs to, from 1; 0 = none
	quote  int    // depth of quoting: ">" prefixes or quoting elements
	indent int    // columns of white space before the text
	role   role   // what the markup says the line is; unknown for most
	from   string // address of the author of an attached mail, lower case; "" elsewhere
}

// role is what a line is in its mail.
type role int

const (
	roleUnknown   role = iota
	roleOwn            // the sender's words
	roleQuote          // earlier mail; Outlook marks mail passed on in the same way
	roleForward        // mail that the sender passes on
	roleSignature      // who and where the sender is, and everything a system adds below
	roleBanner         // a warning that a mail system put on top
)
