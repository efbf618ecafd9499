-- +goose Up

-- A reason for a person to look at a mail before trusting how it was read.
CREATE TABLE doubt (
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    doubt      TEXT NOT NULL,
    PRIMARY KEY (message_id, doubt)
) WITHOUT ROWID;
