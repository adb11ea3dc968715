NOT POSSIBLE: unsupported
revisions/bfa68841_schemas.ts:8: SQLite cannot create schema billing: a database is one file and has no schemas
