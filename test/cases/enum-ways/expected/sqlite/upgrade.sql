NOT POSSIBLE: unsupported
revisions/d4e00001_enums.ts:8: SQLite cannot create schema far: a database is one file and has no schemas
