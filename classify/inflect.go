package classify

import "unicode/utf8"

// An ending turns an inflected form into a possible dictionary form, which
// counts only if it is a keyword; so the table may offer too many.
type ending struct {
	form, lemma string
	min         int // letters that must stand before the ending
}

var endings = []ending{
	// Nouns: definite and plural forms by declension.
	{"n", "", 3}, {"t", "", 3}, {"en", "", 2}, {"et", "", 2},
	{"or", "a", 2}, {"orna", "a", 2}, {"an", "a", 2},
	{"ar", "", 2}, {"arna", "", 2}, {"ar", "e", 2}, {"arna", "e", 2},
	{"er", "", 2}, {"erna", "", 2}, {"er", "e", 3}, {"erna", "e", 3},
	{"r", "", 4}, {"rna", "", 4}, {"na", "", 3}, {"a", "", 4},
	{"arna", "are", 2}, {"arna", "ar", 3},
	{"ern", "er", 3}, {"erna", "er", 3}, {"ret", "er", 3}, {"ren", "er", 3},
	{"eln", "el", 2}, {"lar", "el", 2}, {"larna", "el", 2},
	{"rar", "er", 2}, {"rarna", "er", 2}, {"nar", "en", 2}, {"narna", "en", 2},
	{"er", "um", 3}, {"erna", "um", 3}, {"et", "um", 3}, {"iet", "ium", 3},
	{"mmen", "m", 2}, {"mmet", "m", 2}, {"mmer", "m", 2}, {"mmar", "m", 2}, {"mman", "m", 2},
	{"men", "", 3}, {"met", "", 3},

	// Plurals with another vowel, also as the last part of a compound.
	{"böcker", "bok", 0}, {"böckerna", "bok", 0}, {"städer", "stad", 0}, {"städerna", "stad", 0},
	{"händer", "hand", 0}, {"händerna", "hand", 0}, {"länder", "land", 0}, {"länderna", "land", 0},
	{"nätter", "natt", 0}, {"söner", "son", 0}, {"män", "man", 0}, {"männen", "man", 0},
	{"bönder", "bonde", 0}, {"fötter", "fot", 0}, {"tänder", "tand", 0}, {"ögon", "öga", 0},

	// Verbs: the infinitive of other forms.
	{"ar", "a", 2}, {"ade", "a", 2}, {"at", "a", 2}, {"ad", "a", 2}, {"as", "a", 2}, {"ats", "a", 2},
	{"ande", "a", 2}, {"er", "a", 2}, {"te", "a", 2}, {"de", "a", 2}, {"e", "a", 4}, {"t", "a", 3}, {"d", "a", 3},
	{"s", "", 4}, {"r", "", 2}, {"dde", "", 2}, {"tt", "", 2},

	// Adjectives and participles.
	{"a", "", 3}, {"t", "", 3}, {"tt", "", 2}, {"t", "d", 2}, {"de", "d", 3}, {"at", "ad", 2}, {"ade", "ad", 2},
	{"et", "en", 2}, {"na", "en", 2}, {"la", "el", 2}, {"mla", "mmal", 2}, {"ra", "er", 2}, {"are", "", 3}, {"ast", "", 3}, {"aste", "", 3},

	// Abbreviations: pdf:er, GDPR:s, CV:t.
	{":er", "", 1}, {":erna", "", 1}, {":en", "", 1}, {":n", "", 1}, {":et", "", 1}, {":t", "", 1}, {":s", "", 1}, {":ar", "", 1}, {":arna", "", 1},
	{"'s", "", 2}, {":ens", "", 1}, {":ets", "", 1},

	// A keyword in the plural or definite form, found in its basic form.
	{"", "er", 5}, {"", "ar", 5}, {"", "a", 5}, {"", "n", 5}, {"", "r", 5}, {"", "t", 5},
	{"a", "or", 4}, {"e", "ar", 4}, {"are", "arna", 4}, {"", "en", 5}, {"", "et", 5}, {"", "s", 5},
	{"um", "er", 3},
}

// endingsBy holds the endings by the last byte of the form; those of any form
// under 0.
var endingsBy = func() (by [256][]ending) {
	for _, e := range endings {
		var last byte
		if e.form != "" {
			last = e.form[len(e.form)-1]
		}
		by[last] = append(by[last], e)
	}
	return by
}()

// eachLemma calls f with the word itself and with every dictionary form that it
// may be an inflection of. The bytes are valid during the call only.
func eachLemma(word string, buf []byte, f func(candidate []byte)) {
	f(append(buf[:0], word...))
	eachEnding(word, buf, f)
	if n := len(word) - 1; n > 3 && word[n] == 's' { // the genitive
		f(append(buf[:0], word[:n]...))
		eachEnding(word[:n], buf, f)
	}
}

func eachEnding(word string, buf []byte, f func(candidate []byte)) {
	if word == "" {
		return
	}
	letters := utf8.RuneCountInString(word)
	try := func(e ending) {
		stem := len(word) - len(e.form)
		if stem < 0 || word[stem:] != e.form || letters-utf8.RuneCountInString(e.form) < e.min {
			return
		}
		f(append(append(buf[:0], word[:stem]...), e.lemma...))
	}
	for _, e := range endingsBy[word[len(word)-1]] {
		try(e)
	}
	for _, e := range endingsBy[0] {
		try(e)
	}
}
