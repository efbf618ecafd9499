-- +goose Up

-- A mail that the server lists and did not send, and when to ask for it again.
CREATE TABLE failure (
    mailbox_id INTEGER NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
    generation INTEGER NOT NULL,
    uid        INTEGER NOT NULL,
    attempts   INTEGER NOT NULL,
    next_try   TEXT NOT NULL,
    poison     INTEGER NOT NULL CHECK (poison IN (0, 1)), -- asked for so often that a person should look
    error      TEXT NOT NULL, -- of the last attempt
    PRIMARY KEY (mailbox_id, generation, uid)
) WITHOUT ROWID;

-- An account whose server refused the login, or asked to be left alone.
CREATE TABLE backoff (
    account  TEXT PRIMARY KEY, -- user@host:port
    attempts INTEGER NOT NULL, -- in a row
    until    TEXT NOT NULL,
    refused  INTEGER NOT NULL CHECK (refused IN (0, 1)), -- the login; else the server was busy
    reason   TEXT NOT NULL
) WITHOUT ROWID;

-- Two more verdicts: mail that the mailbox itself sent, and mail from before
-- the first poll was told to begin.
CREATE TABLE seen_new (
    mailbox_id INTEGER NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
    generation INTEGER NOT NULL,
    uid        INTEGER NOT NULL,
    verdict    TEXT NOT NULL CHECK (verdict IN ('other-subject', 'own', 'old', 'stored', 'known', 'quarantined')),
    rule       INTEGER NOT NULL DEFAULT 0, -- by which subjects were told apart; another rule looks again
    PRIMARY KEY (mailbox_id, generation, uid)
) WITHOUT ROWID;
INSERT INTO seen_new SELECT mailbox_id, generation, uid, verdict, rule FROM seen;
DROP TABLE seen;
ALTER TABLE seen_new RENAME TO seen;
