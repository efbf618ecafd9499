"""Reads the mails of a Maildir with Python's standard library and prints as JSON
how many there were and the seconds it took."""

import email
import email.policy
import json
import os
import sys
import time


def read(raw):
    """What a reader of wishes needs: subject, sender and text."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    subject, _ = str(mail["subject"]), str(mail["from"])
    for kinds in (("html",), ("plain",)):
        body = mail.get_body(kinds)
        if body is not None:
            body.get_content()
    return subject


def main(maildir):
    mails = failed = with_subject = 0
    seconds = 0.0
    for entry in os.scandir(os.path.join(maildir, "new")):
        with open(entry.path, "rb") as file:
            raw = file.read()
        mails += 1
        start = time.perf_counter()
        try:
            subject = read(raw)
        except Exception:  # it meets mails that it cannot read, of many kinds
            failed += 1
            subject = ""
        seconds += time.perf_counter() - start
        with_subject += "önskemål" in subject.lower()
    print(json.dumps({"mails": mails, "failed": failed, "subject": with_subject, "seconds": seconds}))


if __name__ == "__main__":
    main(sys.argv[1])
