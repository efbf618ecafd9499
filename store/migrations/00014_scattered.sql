-- +goose Up

-- Whether a wish, or another of its mail, is not stored beside the mail's other
-- wishes in their order: reports read them as they lie, and these by the index.
ALTER TABLE wish ADD COLUMN scattered INTEGER NOT NULL DEFAULT 0 CHECK (scattered IN (0, 1));
UPDATE wish SET scattered = 1 WHERE message_id IN (
    SELECT message_id FROM wish GROUP BY message_id HAVING max(id) - min(id) >= count(*) OR max(position - id) > min(position - id));
CREATE INDEX wish_scattered ON wish (message_id) WHERE scattered;
