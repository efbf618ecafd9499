package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/digiteket/onskemal/cmd/onskemal/internal/ingest"
)

// readLine is one line of a mail and what it was taken for; its keys are part
// of the interface of parse.
type readLine struct {
	Text string `json:"text"`
	Role string `json:"role"`
	Why  string `json:"why"`
	List int    `json:"list,omitempty"` // of a list item that begins here
	Rank int    `json:"rank,omitempty"` // its place in the list
}

func linesOf(mail ingest.Mail) []readLine {
	if mail.Message == nil {
		return nil
	}
	lines := make([]readLine, len(mail.Lines))
	for i, l := range mail.Lines {
		lines[i] = readLine{Text: l.Text, Role: string(l.Role), Why: string(l.Why)}
	}
	for _, p := range mail.Passages {
		if p.List > 0 && p.Line > 0 && lines[p.Line-1].List == 0 {
			lines[p.Line-1].List, lines[p.Line-1].Rank = p.List, p.Rank
		}
	}
	return lines
}

// String is for a person at a terminal: what the line is and why, then the line.
func (l readLine) String() string {
	if l.Role == "" {
		return ""
	}
	label := rolesInWords[l.Role]
	if l.List > 0 {
		label += fmt.Sprintf(", lista %d plats %d", l.List, l.Rank)
	}
	if l.Why != "" && l.List == 0 {
		label += " (" + reasonsInWords[l.Why] + ")"
	}
	const column = 48
	pad := max(1, column-utf8.RuneCountInString(label))
	return fmt.Sprintf("  %s%*s%s", label, pad, "", l.Text)
}

// rolesInWords and reasonsInWords say in Swedish what package mailparse's
// roles and reasons are.
var rolesInWords = map[string]string{
	"own": "eget", "item": "punkt", "forward": "vidarebefordrat", "quote": "citat",
	"boundary": "gräns", "signature": "signatur", "banner": "varning",
}

var reasonsInWords = map[string]string{
	"markup":       "märkt av e-postprogrammet",
	"prefix":       "citerat med >",
	"position":     "under ett annat mejls början",
	"attribution":  "vem som skrev mejlet nedanför",
	"header":       "huvudet till mejlet nedanför",
	"announcement": "inleder vidarebefordrat mejl",
	"attachment":   "står i en bilaga",
	"label":        "märkt som svar",
	"colour":       "i svarens färg",
	"signed":       "efter citatet, före avsändarens namn",
	"lack":         "behålls: inget annat står i mejlet",
	"closing":      "avslutande hälsning",
	"name":         "skribentens namn",
	"delimiter":    "streck före signatur",
	"phone":        "tillagt av telefon eller program",
	"contact":      "kontaktuppgifter",
	"place":        "under signaturens början",
	"notice":       "text som ett system lägger till",
	"warning":      "e-postsystemets text",
	"sign-off":     "hälsningen sist på raden tas bort",
}
