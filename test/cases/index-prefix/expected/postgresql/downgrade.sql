NOT POSSIBLE: unsupported
revisions/b1646c87_index_prefix.ts:8: PostgreSQL has no index on the first characters of a column: name (10)
