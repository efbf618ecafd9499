package report

import "testing"

func TestHighlight(t *testing.T) {
	const line = "Filmvisning på ön"
	for _, test := range []struct {
		name     string
		terminal Terminal
		parts    [][2]int
		want     string
	}{
		{"nothing found", Terminal{}, nil, line},
		{"without styles", Terminal{}, [][2]int{{0, 4}, {16, 19}}, "»Film«visning på »ön«"},
		{"overlapping, touching, in no order", Terminal{}, [][2]int{{4, 11}, {2, 5}, {2, 3}, {11, 12}}, "Fi»lmvisning «på ön"},
		{"with styles", Terminal{Colour: true}, [][2]int{{0, 4}}, "\x1b[1;4mFilm\x1b[0mvisning på ön"},
	} {
		if got := test.terminal.Highlight(line, test.parts); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
