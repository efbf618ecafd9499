package mailparse

import (
	"strings"
	"testing"
	"time"
)

func TestZZTime(t *testing.T) {
	for name, unit := range map[string]string{
		"items": "1. Koha\n- x\n", "bullets": "1. a\n- b\n- c\n\n- d\n", "attr": "Den 2020-01-01 skrev Bo <b@e.se>:\n> x\nja\n",
		"hdr": "Från: Bo <b@e.se>\nSkickat: 2020\n\n", "inline": "1) a 2) b ", "inline2": "1) ", "ord": "i första hand Koha, ", "words": "sen ", "gt": "> ",
		"sig": "Mvh Anna\n\nTel 08-123456\n\n", "dots": "a. B. ", "at": "a@b.c ", "ats": "@", "sent": "Hej. I andra hand x. ", "paras": "Hej hopp detta är.\n\n- x\n\n", "colon": "a:\nb\n", "deep": "1. a\n a) b\n",
		"digits": "1 2 3 4 ", "prio": "Prio 1:\n- a\n", "first": "Etta: a\n", "nested": ">> x\n> y\n", "fwd": "---------- Forwarded message ---------\nFrån: B <b@e.se>\n\n1. x\n", "rev": "viktigast sist\n\n- a\n\nb\n\n", "one": "x",
		"list1": "a) x\n1) y\n", "num": "1. x\n\ny\n\n", "quote": "Bo skrev:\n",
	} {
		for _, n := range []int{100_000, 400_000} {
			mail := strings.Repeat(unit, n/len(unit))
			start := time.Now()
			split(textLines(mail, flow{}), anna("Önskemål"))
			d := time.Since(start)
			if d > 300*time.Millisecond {
				t.Logf("%s %d: %v", name, n, d)
			}
		}
	}
}
