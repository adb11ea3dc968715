NOT POSSIBLE: unsupported
revisions/b2161d1b_identity_later.ts:8: SQLite has no identity columns: item.id; it numbers rows by INTEGER PRIMARY KEY
