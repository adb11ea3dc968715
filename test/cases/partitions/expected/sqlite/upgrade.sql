NOT POSSIBLE: unsupported
revisions/b901c6d0_partitions.ts:12: SQLite has no partitions: table sale
