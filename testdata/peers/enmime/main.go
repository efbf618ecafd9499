// Enmime reads the mails of a Maildir with github.com/jhillyerd/enmime and prints
// as JSON how many there were and the seconds it took. It is a module of its own,
// so that enmime is no dependency of the project.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "new", "*"))
	if err != nil {
		log.Fatal(err)
	}
	var sum struct {
		Mails   int     `json:"mails"`
		Failed  int     `json:"failed"`
		Subject int     `json:"subject"` // mails whose subject says "önskemål"
		Seconds float64 `json:"seconds"` // without reading the files
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		sum.Mails++
		start := time.Now()
		mail, err := enmime.ReadEnvelope(bytes.NewReader(raw))
		sum.Seconds += time.Since(start).Seconds()
		switch {
		case err != nil:
			sum.Failed++
		case strings.Contains(strings.ToLower(mail.GetHeader("Subject")), "önskemål"):
			sum.Subject++
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(sum); err != nil {
		log.Fatal(err)
	}
}
