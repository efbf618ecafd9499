-- +goose Up

-- Mails of persons who were forgotten, so that they do not come back from the
-- mailbox or from files: keyed digests (HMAC-SHA256) that give back neither the
-- mail nor its sender. One is of the mail's digest, another of its Message-ID and
-- sender, for a copy that took another way.
CREATE TABLE forgotten (
    digest BLOB PRIMARY KEY
) WITHOUT ROWID;
