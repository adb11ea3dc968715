NOT POSSIBLE: unsupported
revisions/bc767686_key_include.ts:12: SQLite's indexes carry no further columns: item_key
