"""Prints how many mails a second Python's email package reads.

usage: peers.py FOLDER SECONDS
"""

import email
import email.policy
import glob
import os
import sys
import time


def read(raw):
    """Decode what a reader of wishes needs: subject, sender and text."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    str(mail["subject"]), str(mail["from"])
    for kinds in (("html",), ("plain",)):
        body = mail.get_body(kinds)
        if body is not None:
            body.get_content()


def main(folder, seconds):
    mails = []
    for name in glob.glob(os.path.join(folder, "*.eml")):
        with open(name, "rb") as file:
            mails.append(file.read())
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for raw in mails:
            read(raw)
        count += len(mails)
    print(count / (time.perf_counter() - start))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
