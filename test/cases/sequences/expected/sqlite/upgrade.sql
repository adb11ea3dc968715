NOT POSSIBLE: unsupported
revisions/b3949909_sequences.ts:8: SQLite cannot create sequence ticket: it has no sequences; INTEGER PRIMARY KEY AUTOINCREMENT numbers rows
