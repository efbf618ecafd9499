package mailboxtest

import (
	"fmt"
	"iter"
	"strings"
)

// Bulk makes up the mails of a busy mailbox, by file name: of 4 KB each, one in
// twenty with the subject Önskemål and three wishes, no two the same.
func Bulk(mails int) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for n := range mails {
			if !yield(fmt.Sprintf("%07d.bulk", n), bulkMail(n)) {
				return
			}
		}
	}
}

// The parts of a mail of [Bulk] that are as long as those of ordinary ones.
var (
	bulkTrace = strings.Repeat("Received: from relay.example (relay.example [192.0.2.1])\n\tby mx.digiteket.example (Postfix) with ESMTPS;\n\tTue, 17 Nov 2026 10:00:00 +0100 (CET)\n", 4) +
		"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=w.example; s=k1;\n\tb=" + strings.Repeat("dGVzdA+/", 43) + "\n"
	bulkEnd = "\n-- \nBiblioteket\n" + strings.Repeat("Den här texten är till för den som mejlet är skrivet till.\n", 40)
)

func bulkMail(n int) []byte {
	subject, text := "Nyhetsbrev", "Veckans nyheter från biblioteket."
	if n%20 == 0 {
		subject, text = "=?utf-8?Q?=C3=96nskem=C3=A5l?=", "Hej!\n\n1. Teams\n2. Sociala medier\n3. GDPR"
	}
	return fmt.Appendf(nil, "%sFrom: =?utf-8?Q?P=C3=A5l?= <p%[2]d@w%[3]d.example>\nTo: kontakt@digiteket.example\nSubject: %[4]s\n"+
		"Date: Tue, 17 Nov 2026 10:00:00 +0100\nMessage-ID: <%[2]d@w%[3]d.example>\n"+
		"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%[5]s\n%[6]s",
		bulkTrace, n, n%40, subject, text, bulkEnd)
}
