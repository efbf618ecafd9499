package classify

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadLabelled(t *testing.T) {
	got, err := ReadLabelled(strings.NewReader(`{"text":"Koha","topics":["open-source"],"scope":"digital"}

{"id":"x","kind":"wish","items":[{"text":"Teams","topics":["samarbete"],"rank":1},{"text":"AI","topics":[]}]}
{"id":"y","kind":"other","items":[]}
`))
	want := []Labelled{{"Koha", []string{"open-source"}}, {"Teams", []string{"samarbete"}}, {"AI", []string{}}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	for in, problem := range map[string]string{"{\"text\":\"a\"}\n{": "line 2", "{}": `neither "text" nor "items"`, `{"text":3}`: "line 1"} {
		if _, err := ReadLabelled(strings.NewReader(in)); err == nil || !strings.Contains(err.Error(), problem) {
			t.Errorf("%s: %v, want %q", in, err, problem)
		}
	}
}

// Worked by hand: of six labels meant and five found, four are right.
func TestEvaluate(t *testing.T) {
	c, err := Load("t.toml", []byte("[[topic]]\nid = \"a\"\nname = \"A\"\nkeywords = '''\nkoha\nzoom\n'''\n[[topic]]\nid = \"b\"\nname = \"B\"\nkeywords = '''\npadlet\n'''\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := c.Evaluate([]Labelled{
		{"koha", []string{"a"}}, {"koha, padlet", []string{"a", "b"}}, {"padlet", []string{"b"}},
		{"zoom", nil}, {"scratch", []string{"b"}}, {"lego", []string{"b"}}, {"fika", nil},
	})
	if want := (Counts{Right: 4, Meant: 6, Found: 5}); e.All != want {
		t.Errorf("all %+v, want %+v", e.All, want)
	}
	if a, b := e.Topics["a"], e.Topics["b"]; a != (Counts{2, 2, 3}) || b != (Counts{2, 4, 2}) {
		t.Errorf("a %+v, b %+v", a, b)
	}
	if e.Wishes != 7 || e.First != 4 || e.Exact != 4 || len(e.Misses) != 3 {
		t.Errorf("%d wishes, %d first, %d exact, %d misses", e.Wishes, e.First, e.Exact, len(e.Misses))
	}
	// F1 of a is 4/5, of b 4/6.
	if got, want := e.Macro(), (4.0/5+4.0/6)/2; math.Abs(got-want) > 1e-12 {
		t.Errorf("macro %v, want %v", got, want)
	}
	if p, r, f := e.All.Precision(), e.All.Recall(), e.All.F1(); p != 0.8 || r != 4.0/6 || f != 8.0/11 {
		t.Errorf("P %v R %v F1 %v", p, r, f)
	}
	if f := (Counts{}).F1(); f != 1 {
		t.Errorf("F1 of nothing is %v", f)
	}
}

// TestEvaluateFormer: what people filed under a former topic is meant for its
// successor, if there is one.
func TestEvaluateFormer(t *testing.T) {
	c, err := Load("t.toml", []byte("[[topic]]\nid = \"a\"\nname = \"A\"\nkeywords = '''\nkoha\n'''\n"+
		"[[former]]\nid = \"b\"\nname = \"B\"\ninto = [\"a\"]\n[[former]]\nid = \"c\"\nname = \"C\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := c.Evaluate([]Labelled{{"koha", []string{"b", "a"}}, {"padlet", []string{"c"}}, {"lego", []string{"b", "c"}}, {"fika", []string{"x"}}})
	if want := (Counts{Right: 1, Meant: 3, Found: 1}); e.All != want || e.Exact != 2 {
		t.Errorf("all %+v, want %+v; %d exact", e.All, want, e.Exact)
	}
}
