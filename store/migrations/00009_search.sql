-- +goose Up

-- In which wishes and offers three letters stand side by side: those that may
-- hold what is searched for. The texts stay in their own tables, and what is
-- deleted there leaves nothing here. Where such a table is made anew, its triggers
-- go with it.
CREATE VIRTUAL TABLE wish_search USING fts5 (text, content = 'wish', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE offer_search USING fts5 (text, content = 'offer', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0);
INSERT INTO wish_search (wish_search, rank) VALUES ('secure-delete', 1);
INSERT INTO offer_search (offer_search, rank) VALUES ('secure-delete', 1);
INSERT INTO wish_search (wish_search) VALUES ('rebuild');
INSERT INTO offer_search (offer_search) VALUES ('rebuild');

-- +goose StatementBegin
CREATE TRIGGER wish_search_insert AFTER INSERT ON wish BEGIN
    INSERT INTO wish_search (rowid, text) VALUES (new.id, new.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER wish_search_delete AFTER DELETE ON wish BEGIN
    INSERT INTO wish_search (wish_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER wish_search_update AFTER UPDATE OF text ON wish WHEN new.text <> old.text BEGIN
    INSERT INTO wish_search (wish_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO wish_search (rowid, text) VALUES (new.id, new.text);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER offer_search_insert AFTER INSERT ON offer BEGIN
    INSERT INTO offer_search (rowid, text) VALUES (new.id, new.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER offer_search_delete AFTER DELETE ON offer BEGIN
    INSERT INTO offer_search (offer_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER offer_search_update AFTER UPDATE OF text ON offer WHEN new.text <> old.text BEGIN
    INSERT INTO offer_search (offer_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO offer_search (rowid, text) VALUES (new.id, new.text);
END;
-- +goose StatementEnd
