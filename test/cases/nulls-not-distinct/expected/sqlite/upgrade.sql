NOT POSSIBLE: unsupported
revisions/b3b34372_nulls_not_distinct.ts:8: to SQLite two NULLs are never the same: item_price
