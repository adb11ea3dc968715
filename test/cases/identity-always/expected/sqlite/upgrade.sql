NOT POSSIBLE: unsupported
revisions/b80c5015_identity_always.ts:8: SQLite has no identity columns: item.id; it numbers rows by INTEGER PRIMARY KEY
