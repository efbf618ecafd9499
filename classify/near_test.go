package classify

import "testing"

// TestNear: each word is nearest to the keyword that it has most in common with.
func TestNear(t *testing.T) {
	c, err := Load("t.toml", []byte(`[[topic]]
id = "bok"
name = "Böcker"
keywords = '''
ljudbok
Microsoft Copilot
bok | svag
streaming
'''
[[outside]]
name = "AI"
keywords = '''
ChatGPT
- bilder
'''
[words]
digital = '''
dator
'''
`))
	if err != nil {
		t.Fatal(err)
	}
	check := func(text, want string, alike Alike) {
		t.Helper()
		near, found := c.Near(text)
		if near.Keyword != want || near.Alike != alike || found != (want != "") {
			t.Errorf("%s: %+v, %v; want %s, %d", text, near, found, want, alike)
		}
	}
	check("bok", "bok", TheSame)
	check("Copilot", "Microsoft Copilot", SharedWord)
	check("copilots licens", "Microsoft Copilot", SharedWord)
	check("ljudbokstjänst", "ljudbok", SharedPart)
	check("strömningstjänst", "", 0)
	check("streamingtjänst", "streaming", SharedPart)
	check("ljudböcker", "ljudbok", SharedWord)
	check("chatpgt", "ChatGPT", AlmostSpelt)
	check("bilder", "", 0) // a blocker is no keyword
	check("dator", "", 0)  // nor is a word of another list
	check("lån", "", 0)
	if near, _ := c.Near("chatgpts"); near.Group != "AI" || near.Line != 13 {
		t.Errorf("%+v", near)
	}
}
