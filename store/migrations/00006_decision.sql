-- +goose Up

-- What an editor decided about wishes and offers of one person in one message:
-- what was read there, and what it is. Nothing is ever changed in what was
-- decided; a later decision on the same words replaces it, and can be undone.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id  INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id   INTEGER NOT NULL REFERENCES person (id), -- the author; of a decision on the mail itself, the sender
    kind        TEXT NOT NULL,
    was         TEXT NOT NULL, -- JSON: the wishes and offers that the program read then
    becomes     TEXT NOT NULL, -- JSON: those that count instead
    decided_at  TEXT NOT NULL,
    decided_by  TEXT NOT NULL, -- user of the operating system
    replaced_by INTEGER REFERENCES decision (id) ON DELETE SET NULL,
    undone_at   TEXT
);
CREATE INDEX decision_message ON decision (message_id);
CREATE INDEX decision_person ON decision (person_id);
CREATE INDEX decision_replaced ON decision (replaced_by) WHERE replaced_by IS NOT NULL;

-- What the program reads in a message on which an editor has decided: there the
-- wishes and offers are what counts, elsewhere they are both.
CREATE TABLE reading (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    items      TEXT NOT NULL -- JSON
);

-- Editors name wishes and offers by their numbers, so that none is given twice,
-- not even when the last one is gone; and each knows the decision it rests on.
CREATE TABLE wish_new (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id  INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id   INTEGER NOT NULL REFERENCES person (id), -- the author, also in forwarded mail
    position    INTEGER NOT NULL, -- in the mail, from 1
    rank        INTEGER NOT NULL CHECK (rank >= 1),
    text        TEXT NOT NULL,
    scope       TEXT NOT NULL CHECK (scope IN ('digital', 'analog', 'unclear')),
    why         TEXT NOT NULL, -- JSON: the words that decided
    decision_id INTEGER, -- NULL: as the program read it
    UNIQUE (message_id, position)
);
CREATE TABLE wish_label_new (
    wish_id  INTEGER NOT NULL REFERENCES wish_new (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, -- 1 = most fitting
    outside  INTEGER NOT NULL CHECK (outside IN (0, 1)),
    label    TEXT NOT NULL,
    PRIMARY KEY (wish_id, outside, position)
) WITHOUT ROWID;
INSERT INTO wish_new SELECT id, message_id, person_id, position, rank, text, scope, why, NULL FROM wish ORDER BY id;
INSERT INTO wish_label_new SELECT wish_id, position, outside, label FROM wish_label;
DROP TABLE wish_label;
DROP TABLE wish;
ALTER TABLE wish_new RENAME TO wish;
ALTER TABLE wish_label_new RENAME TO wish_label;
CREATE INDEX wish_person ON wish (person_id);

CREATE TABLE offer_new (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id  INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    position    INTEGER NOT NULL,
    text        TEXT NOT NULL,
    why         TEXT NOT NULL,
    decision_id INTEGER,
    UNIQUE (message_id, position)
);
CREATE TABLE offer_topic_new (
    offer_id INTEGER NOT NULL REFERENCES offer_new (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic    TEXT NOT NULL,
    PRIMARY KEY (offer_id, position)
) WITHOUT ROWID;
INSERT INTO offer_new SELECT id, message_id, person_id, position, text, why, NULL FROM offer ORDER BY id;
INSERT INTO offer_topic_new SELECT offer_id, position, topic FROM offer_topic;
DROP TABLE offer_topic;
DROP TABLE offer;
ALTER TABLE offer_new RENAME TO offer;
ALTER TABLE offer_topic_new RENAME TO offer_topic;
