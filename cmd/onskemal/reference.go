package main

import (
	"fmt"
	"strconv"
	"strings"
)

// reference is what a number on the command line is of.
type reference string

const (
	wishReference  reference = "wish"
	offerReference reference = "offer"
	mailReference  reference = "mail"
)

// parseReference reads "12" or "wish:12", "offer:3" and "mail:7", also in Swedish.
func parseReference(text string) (kind reference, id int64, err error) {
	name, number, named := strings.Cut(text, ":")
	if !named {
		name, number = string(wishReference), text
	}
	kinds := map[string]reference{
		"wish": wishReference, "önskemål": wishReference, "offer": offerReference, "erbjudande": offerReference,
		"mail": mailReference, "mejl": mailReference,
	}
	kind, known := kinds[strings.ToLower(strings.TrimSpace(name))]
	id, err = strconv.ParseInt(strings.TrimSpace(number), 10, 64)
	if !known || err != nil || id < 1 {
		return "", 0, usageError{fmt.Errorf("%q is no number of a wish; write 12, offer:3 or mail:7", text)}
	}
	return kind, id, nil
}
