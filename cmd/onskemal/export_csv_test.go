package main

import "testing"

func TestHarmlessCell(t *testing.T) {
	for text, want := range map[string]string{
		"Teams": "Teams", "": "", "1 = ett": "1 = ett",
		"=1+1": "'=1+1", "+46": "'+46", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "  =1": "'  =1", "＝1": "'＝1", "'=1": "''=1",
	} {
		if got := harmlessCell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
