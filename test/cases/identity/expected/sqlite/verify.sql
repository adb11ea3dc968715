NOT POSSIBLE: unsupported
revisions/bf097de6_identity.ts:8: SQLite has no identity columns: item.id; it numbers rows by INTEGER PRIMARY KEY
