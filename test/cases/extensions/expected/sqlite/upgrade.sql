NOT POSSIBLE: unsupported
revisions/b901c6d0_extensions.ts:8: SQLite cannot create extension citext unless it exists: extensions are loaded by each connection
