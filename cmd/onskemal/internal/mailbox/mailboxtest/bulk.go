package mailboxtest

import (
	"fmt"
	"iter"
	"strings"
)

// bulkSize is about how many bytes a mail of [Bulk] has.
const bulkSize = 4 << 10

// Bulk makes up the mails of a busy mailbox, by file name: 4 KB each, one in
// twenty with the subject Önskemål and three wishes, no two the same.
func Bulk(mails int) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for n := range mails {
			subject, text := "Nyhetsbrev", "Veckans nyheter.\n"
			if n%20 == 0 {
				subject, text = "=?utf-8?Q?=C3=96nskem=C3=A5l?=", "1. Teams\n2. Sociala medier\n3. GDPR\n\n-- \n"
			}
			head := fmt.Sprintf("Received: from mail.w%[1]d.example by mx.digiteket.example with ESMTPS id %[1]d; Tue, 17 Nov 2026 10:00:00 +0100\n"+
				"From: =?utf-8?Q?P=C3=A5l?= <p%[1]d@w%[2]d.example>\nTo: kontakt@digiteket.example\nSubject: %[3]s\n"+
				"Date: Tue, 17 Nov 2026 10:00:00 +0100\nMessage-ID: <%[1]d@w%[2]d.example>\n"+
				"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%[4]s", n, n%40, subject, text)
			const filler = "Biblioteket har öppet som vanligt, och det finns kaffe.\n"
			mail := head + strings.Repeat(filler, max(0, bulkSize-len(head))/len(filler))
			if !yield(fmt.Sprintf("%07d.bulk", n), []byte(mail)) {
				return
			}
		}
	}
}
