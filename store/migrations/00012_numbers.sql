-- +goose Up

-- An offer that is none as its mail counts now, but was one: its number, what
-- editors had done with it, and the digest of its words, by which it is known should
-- it count again.
CREATE TABLE former_offer (
    id         INTEGER PRIMARY KEY, -- of the offer
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    words      BLOB NOT NULL, -- SHA-256
    states     TEXT NOT NULL -- JSON: its rows of offer_state, in order
);
CREATE INDEX former_offer_message ON former_offer (message_id);
CREATE INDEX former_offer_person ON former_offer (person_id);

-- A state of an offer is an editor's decision, and ends with it when that is undone;
-- those from before this column have none of their own.
ALTER TABLE offer_state ADD COLUMN decision_id INTEGER REFERENCES decision (id) ON DELETE CASCADE;
CREATE INDEX offer_state_decision ON offer_state (decision_id) WHERE decision_id IS NOT NULL;

-- Mails and persons have numbers that editors note down, so that none is given twice,
-- not even when the last one is gone. (AUTOINCREMENT would see to that, but it cannot be
-- added to tables that others refer to, and uses numbers up for what is known already.)
CREATE TABLE gone (
    name TEXT PRIMARY KEY, -- of the table
    id   INTEGER NOT NULL -- the highest of the rows that are gone
) WITHOUT ROWID;
INSERT INTO gone VALUES ('message', 0), ('person', 0), ('quarantine', 0);
-- +goose StatementBegin
CREATE TRIGGER message_gone AFTER DELETE ON message BEGIN
    UPDATE gone SET id = max(id, old.id) WHERE name = 'message';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN
    UPDATE gone SET id = max(id, old.id) WHERE name = 'person';
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER quarantine_gone AFTER DELETE ON quarantine BEGIN
    UPDATE gone SET id = max(id, old.id) WHERE name = 'quarantine';
END;
-- +goose StatementEnd
