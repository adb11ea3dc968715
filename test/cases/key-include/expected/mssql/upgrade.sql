NOT POSSIBLE: unsupported
revisions/bc767686_key_include.ts:12: the index of a primary key cannot carry other columns along on SQL Server: item_key
