-- +goose Up

-- A course that answers the demand for a topic: wishes received before that day
-- count no more for the topic, later ones count anew.
CREATE TABLE delivery (
    topic        TEXT NOT NULL,
    delivered_at TEXT NOT NULL, -- the first moment of the day
    recorded_at  TEXT NOT NULL,
    PRIMARY KEY (topic, delivered_at)
) WITHOUT ROWID;
