NOT POSSIBLE: unsupported
revisions/bc2b2d3b_index_storage.ts:18: SQLite has nothing to say about how item_name is stored
