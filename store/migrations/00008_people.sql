-- +goose Up

-- A person with several addresses: all but one of them say as whom they count,
-- which says so of none. What is ascribed to an address stays ascribed to it.
ALTER TABLE person ADD COLUMN same_as INTEGER REFERENCES person (id);
CREATE INDEX person_counts_as ON person (coalesce(same_as, id));
CREATE INDEX person_same_as ON person (same_as) WHERE same_as IS NOT NULL;
