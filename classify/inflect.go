package classify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An ending turns an inflected form into a possible dictionary form, which
// counts only if it is a keyword; so the table may offer forms that are no
// words, but should not offer other words.
type ending struct {
	form, lemma string
	min         int    // letters that must stand before the ending
	after       string // one of these letters, if any, stands before the ending
}

const vowels = "aeiouyåäöé"

var endings = []ending{
	// Definite forms and plurals that are added to the word.
	{"s", "", 3, ""},
	{"n", "", 3, vowels + "lr"}, {"ns", "", 3, vowels + "lr"}, {"en", "", 3, ""}, {"ens", "", 3, ""},
	{"t", "", 3, vowels}, {"ts", "", 3, vowels}, {"et", "", 3, ""}, {"ets", "", 3, ""},
	{"ar", "", 3, ""}, {"arna", "", 3, ""}, {"er", "", 3, ""}, {"erna", "", 3, ""},
	{"r", "", 3, vowels}, {"rna", "", 3, vowels}, {"na", "", 3, vowels + "r"}, {"or", "", 4, "lr"},
	{"ern", "er", 3, ""},

	// Those that change its end.
	{"or", "a", 2, ""}, {"orna", "a", 2, ""}, {"an", "a", 2, ""},
	{"ar", "e", 2, ""}, {"arna", "e", 2, ""}, {"erna", "e", 3, ""},
	{"arna", "are", 2, ""}, {"ret", "er", 3, ""}, {"ren", "er", 3, ""},
	{"lar", "el", 2, ""}, {"larna", "el", 2, ""}, {"rar", "er", 2, ""}, {"rarna", "er", 2, ""},
	{"nar", "en", 2, ""}, {"narna", "en", 2, ""},
	{"er", "um", 3, ""}, {"erna", "um", 3, ""}, {"et", "um", 3, "ei"},
	{"mmen", "m", 2, ""}, {"mmet", "m", 2, ""}, {"mmer", "m", 2, ""}, {"mmar", "m", 2, ""},

	// Plurals with another vowel, also as the last part of a compound.
	{"böcker", "bok", 0, ""}, {"böckerna", "bok", 0, ""}, {"städer", "stad", 0, ""}, {"städerna", "stad", 0, ""},
	{"händer", "hand", 0, ""}, {"händerna", "hand", 0, ""}, {"länder", "land", 0, ""}, {"länderna", "land", 0, ""},
	{"nätter", "natt", 0, ""}, {"söner", "son", 0, ""}, {"män", "man", 0, ""}, {"männen", "man", 0, ""},
	{"bönder", "bonde", 0, ""}, {"fötter", "fot", 0, ""}, {"tänder", "tand", 0, ""}, {"ögon", "öga", 0, ""},

	// The infinitive of other forms of verbs.
	{"ar", "a", 3, ""}, {"ade", "a", 3, ""}, {"at", "a", 3, ""}, {"ad", "a", 3, ""}, {"as", "a", 3, ""}, {"ats", "a", 3, ""},
	{"ande", "a", 3, ""}, {"er", "a", 3, ""}, {"te", "a", 3, ""}, {"de", "a", 3, ""}, {"nde", "nda", 2, ""},
	{"t", "a", 3, ""}, {"d", "a", 3, ""}, {"dde", "", 2, vowels},

	// Adjectives and participles.
	{"a", "", 4, ""}, {"t", "", 4, ""}, {"tt", "", 3, vowels}, {"t", "d", 3, ""}, {"de", "d", 3, ""}, {"at", "ad", 2, ""}, {"ade", "ad", 2, ""},
	{"et", "en", 2, ""}, {"na", "en", 2, ""}, {"la", "el", 2, ""}, {"ra", "er", 2, ""}, {"mla", "mmal", 2, ""},

	// A keyword in the plural or definite form, found in its basic form.
	{"", "er", 5, ""}, {"", "ar", 5, ""}, {"", "a", 5, ""}, {"", "n", 5, ""}, {"", "r", 5, vowels}, {"", "t", 5, ""},
	{"a", "or", 4, ""}, {"e", "ar", 4, ""}, {"are", "arna", 4, ""}, {"", "en", 5, ""}, {"", "et", 5, ""},
	{"um", "er", 3, ""},
}

// nameEndings are those of names and abbreviations: Kohas, GDPR:n, pdf:er.
var nameEndings = []ending{
	{"s", "", 4, ""}, {"n", "", 4, vowels + "lr"}, {"en", "", 4, ""}, {"et", "", 4, ""}, {"t", "", 4, vowels},
	{"'s", "", 1, ""}, {":s", "", 1, ""}, {":n", "", 1, ""}, {":t", "", 1, ""}, {":en", "", 1, ""}, {":et", "", 1, ""},
	{":er", "", 1, ""}, {":erna", "", 1, ""}, {":ar", "", 1, ""}, {":arna", "", 1, ""}, {":ens", "", 1, ""}, {":ets", "", 1, ""},
}

// rewrite is an ending as it is applied.
type rewrite struct {
	ending
	letters int  // of the form
	name    bool // fit for names
}

// rewrites holds the endings by the last byte of the form; those of any form
// under 0.
var rewrites = func() (by [256][]rewrite) {
	add := func(e ending, name bool) {
		var last byte
		if e.form != "" {
			last = e.form[len(e.form)-1]
		}
		by[last] = append(by[last], rewrite{ending: e, letters: utf8.RuneCountInString(e.form), name: name})
	}
	for _, e := range nameEndings {
		add(e, true)
	}
	for _, e := range endings {
		add(e, false)
	}
	return by
}()

// longestEnding is how much of a word eachLemma may change, in bytes.
var longestEnding = func() (longest int) {
	for _, e := range slices.Concat(endings, nameEndings) {
		longest = max(longest, len(e.form)+len("s"))
	}
	return longest
}()

// Lemmas are the dictionary forms that a word in lower case may be an inflection
// of, the word itself first. Many of them are no words.
func Lemmas(word string) []string {
	var lemmas []string
	eachLemma(word, len(word), nil, func(candidate []byte, _ bool) { lemmas = append(lemmas, string(candidate)) })
	return lemmas
}

// eachLemma calls f with the word itself and with every dictionary form that it
// may be an inflection of; name says that a name may be inflected so. Forms that
// keep more than the first known bytes of the word are left out. The bytes are
// valid during the call only.
func eachLemma(word string, known int, buf []byte, f func(candidate []byte, name bool)) {
	if len(word)-known > longestEnding {
		return
	}
	if known == len(word) {
		f(append(buf[:0], word...), true)
	}
	eachEnding(word, known, buf, f)
	if n := len(word) - 1; n > 3 && word[n] == 's' { // the genitive
		eachEnding(word[:n], known, buf, f)
	}
}

func eachEnding(word string, known int, buf []byte, f func(candidate []byte, name bool)) {
	if word == "" {
		return
	}
	letters := utf8.RuneCountInString(word)
	try := func(r *rewrite) {
		if len(word)-len(r.form) > known {
			return
		}
		stem, ok := strings.CutSuffix(word, r.form)
		if !ok || letters-r.letters < r.min {
			return
		}
		if r.after != "" {
			before, _ := utf8.DecodeLastRuneInString(stem)
			if !strings.ContainsRune(r.after, before) {
				return
			}
		}
		f(append(append(buf[:0], stem...), r.lemma...), r.name)
	}
	for _, last := range [...]byte{word[len(word)-1], 0} {
		for i := range rewrites[last] {
			try(&rewrites[last][i])
		}
	}
}
