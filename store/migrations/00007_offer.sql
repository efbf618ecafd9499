-- +goose Up

-- Name and address of somebody who offers to share something, as her mail gave
-- them; '' where it gives none. It is kept for a time of its own, and only as long
-- as an offer of hers in the mail counts.
CREATE TABLE contact (
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    contact    TEXT NOT NULL,
    PRIMARY KEY (message_id, person_id)
) WITHOUT ROWID;
CREATE INDEX contact_person ON contact (person_id);

-- What editors have done with an offer, in order; the last one counts. An offer
-- without is new.
CREATE TABLE offer_state (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    offer_id INTEGER NOT NULL REFERENCES offer (id) ON DELETE CASCADE,
    state    TEXT NOT NULL CHECK (state IN ('new', 'contacted', 'used', 'declined')),
    set_at   TEXT NOT NULL,
    set_by   TEXT NOT NULL -- user of the operating system
);
CREATE INDEX offer_state_offer ON offer_state (offer_id);
