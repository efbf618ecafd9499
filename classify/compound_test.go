package classify

import "testing"

// TestCompounds has a specimen for each row of the tables of compounds.
func TestCompounds(t *testing.T) {
	c, err := Load("t.toml", []byte(`
[[topic]]
id = "a"
name = "A"
keywords = '''
skola
medier
skrivare
kvinna
betyg
system
skapa
manual
Insta
Canva
läsning
slaget
'''
`))
	if err != nil {
		t.Fatal(err)
	}
	check := func(word string, want bool) {
		t.Helper()
		if got := len(c.matches(split(word)).resolve()) > 0; got != want {
			t.Errorf("%s: found %v, want %v", word, got, want)
		}
	}
	// What links the parts.
	check("betygskriterier", true)
	check("betygfrågor", true)
	check("skolgårdar", true)
	check("mediekunskap", true)
	check("skrivarkurs", true)
	check("kvinnohistoria", true)
	check("canvakurs", true)

	// What is derived rather than compounded.
	check("betygade", false)
	check("betygande", false)
	check("betygare", false)
	check("systemast", false)
	check("systematisk", false)
	check("systemelse", false)
	check("systemera", false)
	check("systemeriet", false)
	check("systemhet", false)
	check("systemigt", false)
	check("systemisera", false)
	check("systemisk", false)
	check("systemlig", false)
	check("systemning", false)
	check("betygsera", false)
	check("betygseriet", false)
	check("skapare", false)

	// What cannot be a word.
	check("instansen", false)
	check("systemkt", false)
	check("systemrkaka", false)
	check("systemstrul", true)

	// What a particle makes another word of.
	check("kvällsläsning", true)
	check("föreläsning", false)
	check("genomslaget", false)
	check("återläsning", false)
}
