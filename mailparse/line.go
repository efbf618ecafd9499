package mailparse

// line is one line of a mail as its writer saw it, whichever part and format
// it came from. The readers of HTML and of plain text produce lines; splitting
// own text from the rest and finding lists work on nothing else.
//
// The first line of a structural list item has level, list and marker; further
// lines of the same item have level and list but no marker.
type line struct {
	text     string // without trailing space, quote prefix, and structural list marker; "" for a blank line
	marker   string // the marker that the HTML gives a list item: "1.", "a)", "•"; "" for typed text
	level    int    // nesting of a list item, 1 = outermost; 0 = no structural list item
	list     int    // which <ol>, <ul> or Word list the item belongs to, from 1; 0 = none
	quote    int    // depth of quoting: ">" prefixes or quoting elements
	indent   int    // columns of white space before the text
	colour   string // of all its text, as the style names it; "" for black, mixed and unknown
	role     Role   // what the markup says the line is; unknown for most
	number   int    // in the account of the mail, from 1; 0 for a line that stands in none
	from     string // address of the author of an attached mail, lower case; "" elsewhere
	attached string // name of the attached file that the line stands in; "" in the text of a mail
}

// isAttached reports lines that stand below the mail's own text.
func (l line) isAttached() bool { return l.from != "" || l.attached != "" }
