package main

import "testing"

// An address may be given as mail programs copy it.
func TestAddressIn(t *testing.T) {
	for text, want := range map[string]string{
		"anna@x.example":                   "anna@x.example",
		"  anna@x.example\t":               "anna@x.example",
		"Anna Ek <anna@x.example>":         "anna@x.example",
		`"Ek, <Anna>" < Anna@x.example > `: "Anna@x.example",
		"<anna@x.example":                  "anna@x.example",
		"anna ek":                          "anna ek",
		"":                                 "",
	} {
		if got := addressIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
