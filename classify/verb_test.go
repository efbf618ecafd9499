package classify

import "testing"

func TestPhraseEnd(t *testing.T) {
	for _, tt := range []struct{ clause, want string }{
		{"Koha skulle hjälpa oss mycket", "Koha"},
		{"Koha, vi har aldrig lärt oss det", "Koha"},
		{"Koha för det kan ingen här", "Koha"},
		{"Koha för chefen vill det", "Koha"},
		{"Koha för nybörjare", "Koha för nybörjare"},
		{"Koha och chefen är nöjd med allt", "Koha"},
		{"Libris och Koha skulle vi behöva", "Libris och Koha"},
		{"podd men har inte kommit igång", "podd"},
		{"podd om ni hinner", "podd"},
		{"hur man söker i Koha", "hur man söker i Koha"},
		{"hur man söker i Koha, det kan ingen", "hur man söker i Koha"},
		{"vad man får och inte får visa", "vad man får och inte får visa"},
		{"vad som gäller när man filmar barn", "vad som gäller när man filmar barn"},
		{"bilder som är fria och bra", "bilder som är fria och bra"},
		{"bilder man får låna", "bilder man får låna"},
		{"om man får läsa högt", "om man får läsa högt"},
		{"gamla foton, får de visas", "gamla foton, får de visas"},
		{"att lära ut Koha så att alla förstår", "att lära ut Koha så att alla förstår"},
		{"tillgänglighet på webben, prio två är Koha", "tillgänglighet på webben, prio två är Koha"},
	} {
		cl := lex(tt.clause)
		if got := textOf(tt.clause, cl[:phraseEnd(cl)]); got != tt.want {
			t.Errorf("%q ends as %q, want %q", tt.clause, got, tt.want)
		}
	}
}

func TestCleft(t *testing.T) {
	for _, tt := range []struct{ clause, want string }{
		{"det vi bråkar om är Koha", "Koha"},
		{"det mest akuta hos oss är Koha", "Koha"},
		{"en sak som vi saknar är Koha", "Koha"},
		{"jag tror att det viktigaste är Koha", "Koha"},
		{"allra svårast är Koha", "Koha"},
		{"det folk ropade om var hur man gör", "hur man gör"},
		{"det är Koha som strular", "Koha"},
		{"hos oss är det Koha som vi behöver", "Koha"},
		{"det jag gjorde var att ringa", ""},
		{"det är en bra kurs", ""},
		{"podcast är roligt", ""},
	} {
		cl := lex(tt.clause)
		from, to := cleft(cl)
		if from == 0 {
			from, to = itCleft(cl)
		}
		if got := textOf(tt.clause, cl[from:to]); got != tt.want {
			t.Errorf("%q puts %q in front, want %q", tt.clause, got, tt.want)
		}
	}
}

func TestClauseBegin(t *testing.T) {
	for _, tt := range []struct {
		clause, cue, want string // want is the clause from its beginning; "" when it is not the writer's own
	}{
		{"vi behöver Koha", "behöver", "vi behöver Koha"},
		{"Koha är bra, men vi behöver Libris", "behöver", "vi behöver Libris"},
		{"vi tror att vi behöver Koha", "behöver", "vi behöver Koha"},
		{"när det är klart vill vi ha Koha", "vill", "vill vi ha Koha"},
		{"om vi får önska så vill vi ha Koha", "vill", "så vill vi ha Koha"},
		{"Koha är vad vi önskar", "önskar", "Koha är vad vi önskar"},
		{"en sak som vi önskar", "önskar", "vi önskar"},
		{"vi har röstat och vill ha Koha", "vill", "vill ha Koha"},
		{"besökare som kan Koha och vill ha mer", "vill", ""},
		{"jag undrar vad kollegorna vill ha", "vill", ""},
		{"vi övar så att jag vill ha Koha", "vill", ""},
	} {
		cl := lex(tt.clause)
		i := 0
		for cl[i].key != fold(tt.cue) {
			i++
		}
		begin, own := clauseBegin(cl, i)
		got := ""
		if own {
			got = textOf(tt.clause, cl[begin:])
		}
		if got != tt.want {
			t.Errorf("the clause of %q in %q is %q, want %q", tt.cue, tt.clause, got, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ word, want string }{
		{"BEHÖVER", "behover"}, {"vår", "vår"}, {"var", "var"}, {"här", "här"}, {"har", "har"}, {"våra", "våra"}, {"å", "å"},
	} {
		if got := fold(tt.word); got != tt.want {
			t.Errorf("%q is folded to %q, want %q", tt.word, got, tt.want)
		}
	}
}
