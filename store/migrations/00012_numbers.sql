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
