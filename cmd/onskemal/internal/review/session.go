package review

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

// Session is an editor who walks through the queue at a terminal, which is in raw
// mode. Each decision is stored at once, so that nothing is lost however the
// session ends.
type Session struct {
	DB         *store.Store
	Classifier *classify.Classifier
	In         io.Reader
	Out        io.Writer
	Width      int    // of the terminal, in characters
	By         string // user of the operating system
	Now        func() time.Time
	// Mail returns the own text of a mail; "" when it is not kept any more.
	Mail func(ctx context.Context, message int64) (string, error)
	// Labels finds topics and groups by what an editor wrote; an error is in
	// Swedish.
	Labels func(names []string) (topics, outside []string, err error)

	screen *screen
	queue  []Entry
	made   []decided
	Done   Tally
}

// Tally counts what a session did.
type Tally struct {
	Decided int
	Skipped int
	Left    int
}

// decided is a decision of this session, and what it was about.
type decided struct {
	id     int64
	entry  Entry
	pieces bool // it put what it made into the queue
}

// Run walks through a queue until it is empty or the editor ends it.
func (s *Session) Run(ctx context.Context, queue []Entry) error {
	s.screen, s.queue = newScreen(s.In, s.Out, s.Width), slices.Clone(queue)
	s.screen.print("Det här är programmet osäkert på, det osäkraste först. En tangent räcker, och varje svar\nsparas genast.\n")
	for len(s.queue) > 0 {
		entry, err := s.fresh(ctx, s.queue[0])
		if errors.Is(err, store.ErrUnknownItem) {
			s.screen.print("\nDet här har någon annan redan bestämt om. Vi går vidare.\n")
			s.queue = s.queue[1:]
			continue
		}
		if err != nil {
			return err
		}
		s.queue[0] = entry
		if err := s.show(ctx, entry); err != nil {
			return err
		}
		again := true
		for again {
			if again, err = s.ask(ctx, entry); errors.Is(err, errQuit) {
				s.Done.Left = len(s.queue)
				return nil
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

// errQuit ends the session.
var errQuit = errors.New("quit")

// fresh is an entry as it stands in the database now: a decision that was undone
// may have given a wish another number.
func (s *Session) fresh(ctx context.Context, e Entry) (Entry, error) {
	if e.Wish == nil {
		return e, nil
	}
	items, err := s.DB.Items(ctx, e.Message)
	if err != nil {
		return e, err
	}
	for _, same := range []func(p store.Placed) bool{
		func(p store.Placed) bool { return p.ID == e.Wish.ID && p.Decision == e.Wish.Decision },
		func(p store.Placed) bool { return p.Says(e.Wish.Item) && p.Decision == e.Wish.Decision },
	} {
		at := slices.IndexFunc(items, func(p store.Placed) bool { return p.Offer == e.Wish.Offer && same(p) })
		if at >= 0 {
			e.Wish = &items[at]
			return e, nil
		}
	}
	return e, store.ErrUnknownItem
}

// ask waits for a key and does what it says. again tells that the entry is still
// to be decided on.
func (s *Session) ask(ctx context.Context, e Entry) (again bool, err error) {
	var keys []string
	for _, c := range choices(e) {
		keys = append(keys, c.short)
	}
	s.screen.print("\n%s\n> ", s.screen.wrapped(keys))
	key, err := s.screen.key()
	if err != nil {
		return false, err
	}
	s.screen.print("\n")
	key = unicode.ToLower(key)
	switch key {
	case '?':
		s.help(e)
		return true, nil
	case 'h', ' ':
		s.Done.Skipped++
		s.queue = s.queue[1:]
		return false, nil
	case 'm':
		return true, s.showMail(ctx, e)
	case 'å', 'u':
		return s.undo(ctx)
	case 'q', keyCtrlC, keyCtrlD:
		return false, errQuit
	}
	ruling, err := s.ruling(ctx, e, key)
	switch {
	case errors.Is(err, errCancelled):
		return true, nil
	case errors.Is(err, errDetour):
		return false, nil
	case errors.Is(err, errUnknownKey):
		s.screen.print("Den tangenten betyder inget här. ? visar vad tangenterna gör.\n")
		return true, nil
	case err != nil:
		return false, err
	}
	return s.decide(ctx, e, ruling)
}

// errUnknownKey says that a key is none of the choices.
var errUnknownKey = errors.New("no such choice")

// ruling is what a key says about an entry, after what it may ask for.
func (s *Session) ruling(ctx context.Context, e Entry, key rune) (store.Ruling, error) {
	if e.Wish == nil {
		return s.rulingOnMail(ctx, e, key)
	}
	p := *e.Wish
	switch key {
	case keyEnter, '\n', 'j':
		return Accept(p), nil
	case 'ä', 't':
		return s.label(p)
	case 'e':
		return Turn(p, s.Classifier), nil
	case 'a':
		return Analog(p), nil
	case 'i':
		return Drop(p), nil
	case 'd':
		return s.split(p)
	case 's':
		return s.join(ctx, p)
	}
	return store.Ruling{}, errUnknownKey
}

func (s *Session) rulingOnMail(ctx context.Context, e Entry, key rune) (store.Ruling, error) {
	switch key {
	case keyEnter, '\n', 'j':
		return See(e.Message), nil
	case 'k':
		return Duplicate(e.Message), nil
	case 'l':
		text, err := s.screen.line("Önskemålet, med skribentens ord:", nil)
		if err == nil && text == "" {
			err = errCancelled
		}
		return Add(e.Message, text, s.Classifier), err
	case 'ö', 'w':
		items, err := s.DB.Items(ctx, e.Message)
		for _, p := range slices.Backward(items) {
			s.queue = slices.Insert(s.queue, 0, Entry{Wish: &p, Message: e.Message, Received: e.Received})
		}
		if err == nil && len(items) == 0 {
			s.screen.print("Det finns inga önskemål i mejlet.\n")
		}
		if err == nil && len(items) > 0 {
			err = errDetour
		}
		return store.Ruling{}, err
	}
	return store.Ruling{}, errUnknownKey
}

// errDetour says that other entries come before this one.
var errDetour = errors.New("detour")

// label asks for topics until all of them are known.
func (s *Session) label(p store.Placed) (store.Ruling, error) {
	for {
		text, err := s.screen.line("Ämnen, med komma mellan (Tab fyller i, ? visar alla, - är inget):", s.words())
		switch {
		case err != nil:
			return store.Ruling{}, err
		case text == "":
			return store.Ruling{}, errCancelled
		case text == "-":
			return Label(p, nil, nil), nil
		case text == "?":
			s.showLabels()
			continue
		}
		topics, outside, err := s.Labels(strings.Split(text, ","))
		if err == nil {
			return Label(p, topics, outside), nil
		}
		s.screen.print("%v\n", err)
	}
}

// showLabels lists the topics with what they are called, and the groups.
func (s *Session) showLabels() {
	for _, t := range s.Classifier.Topics() {
		s.screen.print("  %-18s %s\n", t.ID, t.Name)
	}
	s.screen.print("Utanför listan:\n")
	for _, g := range s.Classifier.Outside() {
		s.screen.print("  %s\n", g.Name)
	}
}

// words are the ids of the topics and the names of the groups.
func (s *Session) words() []string {
	var words []string
	for _, t := range s.Classifier.Topics() {
		words = append(words, t.ID)
	}
	for _, g := range s.Classifier.Outside() {
		words = append(words, g.Name)
	}
	return words
}

func (s *Session) split(p store.Placed) (store.Ruling, error) {
	pieces, question := Pieces(p.Text), "Delarna, med / mellan:"
	if len(pieces) > 1 {
		question = fmt.Sprintf("Delarna, med / mellan (Enter ger %s, Ctrl-C avbryter):", strings.Join(pieces, " / "))
	}
	text, err := s.screen.line(question, nil)
	if err != nil {
		return store.Ruling{}, err
	}
	if text != "" {
		pieces = nil
		for _, piece := range strings.Split(text, "/") {
			if piece = strings.TrimSpace(piece); piece != "" {
				pieces = append(pieces, piece)
			}
		}
	}
	if len(pieces) < 2 {
		s.screen.print("Det blev bara en del.\n")
		return store.Ruling{}, errCancelled
	}
	return Split(p, pieces, s.Classifier), nil
}

func (s *Session) join(ctx context.Context, p store.Placed) (store.Ruling, error) {
	items, err := s.DB.Items(ctx, p.Message)
	if err != nil {
		return store.Ruling{}, err
	}
	others := make(map[string]store.Placed)
	for _, other := range items {
		if other.Offer == p.Offer && other.Person == p.Person && other.ID != p.ID {
			number := strconv.FormatInt(other.ID, 10)
			others[number] = other
			s.screen.print("  %s  ”%s”\n", number, other.Text)
		}
	}
	if len(others) == 0 {
		s.screen.print("Det finns inget annat i mejlet att slå ihop det med.\n")
		return store.Ruling{}, errCancelled
	}
	number, err := s.screen.line("Slå ihop med nummer:", nil)
	if err != nil {
		return store.Ruling{}, err
	}
	other, known := others[number]
	if !known {
		s.screen.print("Det finns inget sådant nummer här.\n")
		return store.Ruling{}, errCancelled
	}
	parts := []store.Placed{p, other}
	slices.SortFunc(parts, func(a, b store.Placed) int { return a.Position - b.Position })
	return Join(parts, s.Classifier), nil
}

func (s *Session) decide(ctx context.Context, e Entry, r store.Ruling) (again bool, err error) {
	r.By, r.At = s.By, s.Now()
	id, err := s.DB.Decide(ctx, r)
	if errors.Is(err, store.ErrDecidedMeanwhile) {
		return false, nil // it is looked up anew
	}
	if err != nil {
		return false, err
	}
	made := decided{id: id, entry: e}
	if r.Kind != store.Added || e.Reason != Doubtful { // what was added settles no doubt
		s.queue = s.queue[1:]
	}
	if err := s.refresh(ctx, e.Message); err != nil {
		return false, err
	}
	if r.Kind == store.Split || r.Kind == store.Added {
		pieces, err := s.piecesOf(ctx, e.Message, id)
		if err != nil {
			return false, err
		}
		made.pieces = true
		s.queue = append(pieces, s.queue...)
	}
	s.made = append(s.made, made)
	s.Done.Decided++
	s.screen.print("%s.\n", Told(r))
	return false, nil
}

// refresh looks up the other wishes of a mail that still wait, since they may rest
// on what was decided or undone just now.
func (s *Session) refresh(ctx context.Context, message int64) error {
	items, err := s.DB.Items(ctx, message)
	if err != nil {
		return err
	}
	for i, e := range s.queue {
		if e.Wish == nil || e.Message != message {
			continue
		}
		at := slices.IndexFunc(items, func(p store.Placed) bool { return p.Offer == e.Wish.Offer && p.ID == e.Wish.ID })
		if at >= 0 {
			s.queue[i].Wish = &items[at]
		}
	}
	return nil
}

// piecesOf are the entries of what a decision has made, to be looked at next.
func (s *Session) piecesOf(ctx context.Context, message, decision int64) ([]Entry, error) {
	items, err := s.DB.Items(ctx, message)
	var pieces []Entry
	for _, p := range items {
		if p.Decision == decision {
			pieces = append(pieces, Entry{Wish: &p, Message: message, Received: p.Received})
		}
	}
	return pieces, err
}

func (s *Session) undo(ctx context.Context) (again bool, err error) {
	if len(s.made) == 0 {
		s.screen.print("Det finns inget att ångra från den här gången. ’onskemal review undo’ ångrar tidigare beslut.\n")
		return true, nil
	}
	last := s.made[len(s.made)-1]
	if _, err := s.DB.Undo(ctx, last.id, s.Now()); errors.Is(err, store.ErrNothingToUndo) {
		s.screen.print("Någon annan har redan ändrat det.\n")
	} else if err != nil {
		return false, err
	}
	s.made = s.made[:len(s.made)-1]
	s.Done.Decided--
	if last.pieces {
		s.queue = slices.DeleteFunc(s.queue, func(e Entry) bool { return e.Wish != nil && e.Wish.Decision == last.id || e.sameMail(last.entry) })
	}
	if err := s.refresh(ctx, last.entry.Message); err != nil {
		return false, err
	}
	s.queue = slices.Insert(s.queue, 0, last.entry)
	s.screen.print("Ångrat.\n")
	return false, nil
}
