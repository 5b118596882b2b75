-- What the store's tables are.
CREATE DATABASE ${identifier(store.schema)};
INSERT INTO settings VALUES ('schema', ${store.schema});
