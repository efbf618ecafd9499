package mailparse

import (
	"strings"
	"testing"
)

func TestZZTime2(t *testing.T) {
	for range 3 {
		split(textLines(strings.Repeat("1. x\n\ny\n\n", 40000), flow{}), anna("Önskemål"))
		split(textLines(strings.Repeat("a:\nb\n", 60000), flow{}), anna("Önskemål"))
	}
}
