-- A database as the first program made it, whose schema was called 1 as a later,
-- longer one was: two mails of one person, one in quarantine and one with another
-- subject.

CREATE TABLE goose_db_version (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL,
    tstamp     TIMESTAMP DEFAULT (datetime('now'))
);
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1);

-- A person is known only by a keyed hash of the address (see person.go).
CREATE TABLE person (
    id        INTEGER PRIMARY KEY,
    hash      BLOB NOT NULL UNIQUE,
    workplace TEXT NOT NULL -- domain of the address, '' when unknown
);

-- One mail, known by the digest of its bytes. What names a sender (subject,
-- message_id) goes with the raw bytes when their retention time is over.
CREATE TABLE message (
    id          INTEGER PRIMARY KEY,
    digest      BLOB NOT NULL UNIQUE, -- SHA-256
    message_id  TEXT,
    subject     TEXT,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    received_at TEXT NOT NULL, -- INTERNALDATE; UTC, RFC 3339
    added_at    TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('wish', 'offer', 'wish+offer', 'other', 'autoreply', 'bounce')),
    derived_by  TEXT NOT NULL -- parser, algorithm and topics file that read it
);
CREATE INDEX message_received ON message (received_at);
CREATE INDEX message_person ON message (person_id);

-- Kept in a table of its own, so that the small rows stay close together.
CREATE TABLE raw (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    gzip       BLOB NOT NULL
);

CREATE TABLE wish (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id  INTEGER NOT NULL REFERENCES person (id), -- the author, also in forwarded mail
    position   INTEGER NOT NULL, -- in the mail, from 1
    rank       INTEGER NOT NULL CHECK (rank >= 1),
    text       TEXT NOT NULL,
    scope      TEXT NOT NULL CHECK (scope IN ('digital', 'analog', 'unclear')),
    why        TEXT NOT NULL, -- JSON: the words that decided
    UNIQUE (message_id, position)
);
CREATE INDEX wish_person ON wish (person_id);

-- A label is a topic's id, or the name of a group outside the wish list.
CREATE TABLE wish_label (
    wish_id  INTEGER NOT NULL REFERENCES wish (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- 1 = most fitting
    outside  INTEGER NOT NULL CHECK (outside IN (0, 1)),
    label    TEXT NOT NULL,
    PRIMARY KEY (wish_id, outside, position)
) WITHOUT ROWID;

CREATE TABLE offer (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    position   INTEGER NOT NULL,
    text       TEXT NOT NULL,
    why        TEXT NOT NULL,
    UNIQUE (message_id, position)
);

CREATE TABLE offer_topic (
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    PRIMARY KEY (offer_id, position)
) WITHOUT ROWID;

-- Mail that could not be read. Its bytes stay until it can be.
CREATE TABLE quarantine (
    id          INTEGER PRIMARY KEY,
    digest      BLOB NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    added_at    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    tried_by    TEXT NOT NULL, -- the program that failed last; a newer one tries again
    gzip        BLOB NOT NULL
);

-- A folder on a server. A new UIDVALIDITY begins a new generation of UIDs.
CREATE TABLE mailbox (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL, -- as in the configuration
    account     TEXT NOT NULL, -- user@host:port
    folder      TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    generation  INTEGER NOT NULL,
    polled_at   TEXT, -- last attempt
    ok_at       TEXT, -- last attempt that reached the end
    error       TEXT NOT NULL DEFAULT '', -- of the last attempt
    UNIQUE (account, folder)
);

-- The ledger: every UID that has been dealt with. What to fetch is what the
-- server lists, minus these rows.
CREATE TABLE seen (
    mailbox_id INTEGER NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE,
    generation INTEGER NOT NULL,
    uid        INTEGER NOT NULL,
    verdict    TEXT NOT NULL CHECK (verdict IN ('other-subject', 'stored', 'known', 'quarantined')),
    PRIMARY KEY (mailbox_id, generation, uid)
) WITHOUT ROWID;

-- Facts about the database itself, such as which key its persons are hashed with.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

PRAGMA journal_mode = WAL;
INSERT INTO person VALUES (1, x'01', 'nykulla.example');
INSERT INTO message VALUES (1, x'0a', '1@nykulla.example', 'Önskemål', 1, '2026-11-17T09:30:00Z', '2026-11-17T09:45:00Z', 'wish', 'parser 1');
INSERT INTO message VALUES (2, x'0b', '1@nykulla.example', 'Önskemål', 1, '2026-11-17T09:31:00Z', '2026-11-17T09:45:00Z', 'other', 'parser 1');
INSERT INTO wish VALUES (1, 1, 1, 1, 1, 'Koha', 'digital', '[]');
INSERT INTO wish_label VALUES (1, 1, 0, 'open-source');
INSERT INTO quarantine VALUES (1, x'0c', '2026-11-17T09:32:00Z', '2026-11-17T09:45:00Z', 'mejlet har ingen läsbar text', 'parser 1', x'00');
INSERT INTO mailbox VALUES (1, 'kontakt', 'u@h:993', 'INBOX', 7, 1, '2026-11-17T09:45:00Z', '2026-11-17T09:45:00Z', '');
INSERT INTO seen VALUES (1, 1, 1, 'stored'), (1, 1, 2, 'stored'), (1, 1, 3, 'quarantined'), (1, 1, 4, 'other-subject');
