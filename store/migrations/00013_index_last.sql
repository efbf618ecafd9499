-- +goose Up

-- What is stored is entered into the search tables at the end of its transaction:
-- FTS5 writes what it was given before each statement that follows, which was a
-- third of what it took to store a mail.
DROP TRIGGER wish_search_insert;
DROP TRIGGER offer_search_insert;
