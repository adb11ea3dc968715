NOT POSSIBLE: unsupported
revisions/b1646c87_index_prefix.ts:8: SQLite indexes whole values: item_name
