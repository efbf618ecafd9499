package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Separators as people and mail programs write them: all spaces and dashes of
// Unicode and the minus sign. After the age of a hundred the hyphen of a
// personal number is a plus sign.
const (
	space  = `[\s\p{Zs}]`
	hyphen = `[\p{Pd}\x{2212}+]`
)

// identifying are the shapes of what points to one person, in the order in
// which they are looked for, and the word that stands for each. What has the
// shape and fails the check is something else. Most texts have none of the signs,
// and need not be searched.
var identifying = []struct {
	signs   string // one of them stands in all that has the shape
	pattern *regexp.Regexp
	check   func(match string) bool
	word    string
}{
	{"@([{", regexp.MustCompile(address + `|` + spelledAddress), isAddress, "[e-post]"},
	{"0123456789", regexp.MustCompile(`\b(?:19|20)?\d{6}` + space + `?` + hyphen + `?` + space + `?\d{4}\b`), isPersonalNumber, "[personnummer]"},
	{"0123456789", regexp.MustCompile(isbn + `|` + otherNumber + `|` + phone), isPhone, "[telefon]"},
}

// Addresses may have a domain of one word, as in "anna@intern". Those spelled
// out against robots may not: "kurs (a) Excel" is none.
const (
	address        = `[\pL\pN._%+-]+@[\pL\pN-]+(?:\.[\pL\pN-]+)*`
	spelledAddress = `(?i:[\pL\pN._%+-]+ ?[(\[{] ?(?:a|at|snabel-?a) ?[)\]}] ?[\pL\pN-]+(?:(?:\.| ?[(\[{] ?(?:dot|punkt) ?[)\]}] ?)[\pL\pN-]+)+)`
)

// A phone number begins with an area code or a plus sign and goes on in groups,
// with dots between all of them or none: "09.30-10.15" is a time, and so are
// shelves of Dewey's. Book numbers and numbers that begin otherwise are matched
// so that no phone number is seen inside them.
const (
	phone       = `(?:\+\d{1,3}|\b0\d{1,3})(?:(?:[\s\p{Zs}\p{Pd}\x{2212}()/]{0,3}\d)+|(?:\.\d+)+)`
	isbn        = `(?i:\bISBN)[\s\p{Zs}:\p{Pd}\dXx]*`
	otherNumber = `\b[1-9][\d\p{Pd}]*`
)

// timeOrDate are times of day and dates with as many digits as a phone number.
var timeOrDate = regexp.MustCompile(`^(?:[0-2]\d[0-5]\d(?:\D+[0-2]\d[0-5]\d)+|\d\d\D\d\d\D(?:19|20)\d\d)$`)

func (o Options) anonymise(text, domain string) string { return o.Workplaces.Anonymise(text, domain) }

// Anonymise takes addresses, personal numbers, phone numbers and the name of the
// writer's own workplace, which has the domain, out of a wish.
func (w Workplaces) Anonymise(text, domain string) string {
	workplace := w.of(domain)
	return hideWorkplace(HideNumbers(text), domain, workplace.Name, workplace.Municipality)
}

// HideNumbers takes addresses, personal numbers and phone numbers out of a text.
func HideNumbers(text string) string {
	for _, id := range identifying {
		if !strings.ContainsAny(text, id.signs) {
			continue
		}
		text = id.pattern.ReplaceAllStringFunc(text, func(match string) string {
			if id.check(match) {
				return id.word
			}
			return match
		})
	}
	return text
}

func isAddress(string) bool { return true }

// isPhone asks for the 8 digits of the shortest Swedish numbers.
func isPhone(match string) bool {
	return strings.ContainsAny(match[:1], "+0") && len(digits(match)) >= 8 && !timeOrDate.MatchString(match)
}

var hyphened = regexp.MustCompile(hyphen)

// isPersonalNumber trusts a number with a hyphen, and one without only if its
// date and check digit are right.
func isPersonalNumber(match string) bool {
	number := digits(match)
	number = number[len(number)-len("YYMMDDNNNC"):]
	return hyphened.MatchString(match) || hasDate(number) && hasCheckDigit(number)
}

// hasDate reads the month and the day of YYMMDDNNNC. The day of a coordination
// number is 60 higher.
func hasDate(number string) bool {
	month, _ := strconv.Atoi(number[2:4])
	day, _ := strconv.Atoi(number[4:6])
	day %= 60
	return 1 <= month && month <= 12 && 1 <= day && day <= 31
}

// hasCheckDigit checks the last digit by Luhn's algorithm (ISO/IEC 7812-1).
func hasCheckDigit(number string) bool {
	sum := 0
	for i, digit := range number {
		n := int(digit - '0')
		if i%2 == 0 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0
}

// digits are the digits of a text, without what separates them.
func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// hideWorkplace puts "[arbetsplatsen]" for the words of a text that begin as the
// proper part of one of the names does: "Norrkulla", "Norrkullas" and
// "norrkullabiblioteket" for norrkullabibliotek.example. Of short names, which are
// also words, only those with a capital are meant: "Ale" and "Ales", but not "ale".
func hideWorkplace(text string, names ...string) string {
	var stems []string
	for _, name := range names {
		stems = append(stems, properParts(name)...)
	}
	if len(stems) == 0 {
		return text
	}
	return aWord.ReplaceAllStringFunc(text, func(word string) string {
		if slices.ContainsFunc(stems, func(stem string) bool { return isNamed(word, stem) }) {
			return "[arbetsplatsen]"
		}
		return word
	})
}

func isNamed(word, stem string) bool {
	plain := withoutMarks(word)
	if len(stem) >= shortestDistinctName {
		return strings.HasPrefix(plain, stem)
	}
	capital, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(capital) && strings.TrimSuffix(plain, "s") == strings.TrimSuffix(stem, "s")
}

var aWord = regexp.MustCompile(`\pL+`)

// shortestDistinctName is the length from which a name's letters can stand at the
// beginning of hardly any other word.
const shortestDistinctName = 4

// properParts are the parts of a workplace's name, or of its domain, that are its
// own: as they stand, and without what many names begin or end with. They lack the
// marks that domains lack.
func properParts(name string) []string {
	words := aWord.FindAllString(withoutMarks(name), -1)
	if strings.Contains(name, ".") && len(words) > 1 {
		words = words[:len(words)-1] // the top-level domain
	}
	var parts []string
	for _, word := range words {
		bare := commonEnd.ReplaceAllString(commonBeginning.ReplaceAllString(word, ""), "")
		if bare == "" || isMailProvider(name) || word == "www" {
			continue
		}
		parts = append(parts, word, bare)
		if without, genitive := strings.CutSuffix(bare, "s"); genitive && len(without) >= shortestDistinctName {
			parts = append(parts, without)
		}
	}
	return parts
}

// What the names of many workplaces begin and end with.
var (
	commonBeginning = regexp.MustCompile(`^(?:(?:folk|stads|skol|kommun|region)?(?:bibliotek(?:en|et)?|biblio|bibl|bib)|region(?:en)?|kommun(?:en)?|kultur)`)
	commonEnd       = regexp.MustCompile(`(?:s?(?:stads|kommun|lans|region|folk|skol|hogskole|universitets)?(?:bibliotek(?:en|et|s)?|library|libraries|bibl?)|` +
		`s?kommune?n?s?|s?stad|s?lan|s?region(?:en)?|s?kultur|hogskol[ae]n?|universitet(?:et)?|gymnasi(?:um|et)|skola?n?)$`)
)

// withoutMarks is a word in lower case with a for å and ä and so on, as domains
// are written.
func withoutMarks(text string) string {
	return marks.Replace(strings.ToLower(text))
}

var marks = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "æ", "a", "ø", "o", "é", "e", "ü", "u")

// shorten keeps a quote to its beginning, at the end of a word.
func shorten(text string) string {
	const longest = 160 // characters
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= longest {
		return string(runes)
	}
	cut := strings.TrimRight(string(runes[:longest]), " ")
	if space := strings.LastIndexByte(cut, ' '); space > longest/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:–-") + " …"
}
