NOT POSSIBLE: unsupported
revisions/bf249be4_sequence_rename.ts:8: SQLite cannot create sequence ticket: it has no sequences; INTEGER PRIMARY KEY AUTOINCREMENT numbers rows
